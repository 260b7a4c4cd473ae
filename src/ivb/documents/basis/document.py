"""Our own base document and the templates on it, built from XML text.

python-docx's default document has a stale part, a zoom without a percentage and bullets from a symbol font; this one
holds what a Dutch letter needs and nothing else (ECMA-376 part 1, transitional). The templates are files in the
repository, so that a municipality can take one as its starting point; ``python -m ivb.documents.basis.document``
writes them.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Final

from ivb.documents.basis.bouwstenen import format_alinea, format_als
from ivb.documents.basis.inhoud import INHOUDEN
from ivb.documents.basis.stijlen import KOP, LETTERTYPE, NAAMRUIMTEN, build_nummering, build_stijlen, build_thema
from ivb.documents.word.eigenschappen import Eigenschappen, write_eigenschappen
from ivb.documents.word.pakket import write_pakket

SJABLONEN: Final = Path(__file__).parents[1] / "templates"
"""Where the templates lie."""

_PAKKET: Final = "http://schemas.openxmlformats.org/package/2006"
_SOORT: Final = "application/vnd.openxmlformats-officedocument"
_RELATIE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_STAAND: Final = 'w:w="11906" w:h="16838"'
_LIGGEND: Final = 'w:w="16838" w:h="11906" w:orient="landscape"'
_DELEN: Final = (
    ("/word/document.xml", f"{_SOORT}.wordprocessingml.document.main+xml"),
    ("/word/styles.xml", f"{_SOORT}.wordprocessingml.styles+xml"),
    ("/word/settings.xml", f"{_SOORT}.wordprocessingml.settings+xml"),
    ("/word/numbering.xml", f"{_SOORT}.wordprocessingml.numbering+xml"),
    ("/word/fontTable.xml", f"{_SOORT}.wordprocessingml.fontTable+xml"),
    ("/word/footer1.xml", f"{_SOORT}.wordprocessingml.footer+xml"),
    ("/word/header_eerste.xml", f"{_SOORT}.wordprocessingml.header+xml"),
    ("/word/theme/theme1.xml", f"{_SOORT}.theme+xml"),
    ("/word/header_verder.xml", f"{_SOORT}.wordprocessingml.header+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("/docProps/app.xml", f"{_SOORT}.extended-properties+xml"),
)
_TOEPASSING: Final = (
    f'{KOP}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>ivb</Application></Properties>"
)
_WORD: Final = "http://schemas.microsoft.com/office/word"
_VERENIGBAARHEID: Final = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)
_INSTELLINGEN: Final = (
    f'{KOP}<w:settings {NAAMRUIMTEN}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{naam}" w:uri="{_WORD}" w:val="{waarde}"/>' for naam, waarde in _VERENIGBAARHEID
    )
    + '</w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_LETTERTYPEN: Final = (
    f'{KOP}<w:fonts {NAAMRUIMTEN}><w:font w:name="{LETTERTYPE}"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
_VOETTEKST: Final = (
    f'{KOP}<w:ftr {NAAMRUIMTEN}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
_KOPREGEL: Final = '<w:p><w:pPr><w:pStyle w:val="Lijn"/></w:pPr></w:p>'


def build_basis(inhoud: str, *, koptekst: str = "", liggend: bool = False) -> bytes:
    """Build a Word document on A4 with our styles, in Dutch; a line above page one, a number on the others.

    Args:
        inhoud: the paragraphs and tables of the body, as WordprocessingML with the prefix ``w``.
        koptekst: the paragraphs of the header of every page, if there are any.
        liggend: whether the pages lie on their side.
    """
    sectie = _format_sectie(met_kop=bool(koptekst), liggend=liggend)
    delen = {
        "_rels/.rels": _format_relaties(
            (f"{_RELATIE}/officeDocument", "word/document.xml"),
            (f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATIE}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _format_relaties(
            *((f"{_RELATIE}/{soort}", f"{soort}.xml") for soort in ("styles", "settings", "numbering", "fontTable")),
            (f"{_RELATIE}/footer", "footer1.xml"),
            (f"{_RELATIE}/theme", "theme/theme1.xml"),
            (f"{_RELATIE}/header", "header_eerste.xml"),
            *([(f"{_RELATIE}/header", "header_verder.xml")] if koptekst else []),
        ),
        "docProps/app.xml": _TOEPASSING,
        "word/document.xml": f"{KOP}<w:document {NAAMRUIMTEN}><w:body>{inhoud}{sectie}</w:body></w:document>",
        "word/styles.xml": build_stijlen(),
        "word/settings.xml": _INSTELLINGEN,
        "word/numbering.xml": build_nummering(),
        "word/fontTable.xml": _LETTERTYPEN,
        "word/footer1.xml": _VOETTEKST,
        "word/header_eerste.xml": _format_kop(koptekst + _KOPREGEL),
        "word/theme/theme1.xml": build_thema(),
        **({"word/header_verder.xml": _format_kop(koptekst)} if koptekst else {}),
    }
    return write_pakket(_add_vaste_delen({naam: deel.encode() for naam, deel in delen.items()}))


def _add_vaste_delen(delen: dict[str, bytes]) -> dict[str, bytes]:
    """Put what a package begins with before its parts: the kinds of its parts, and its properties."""
    eigenschappen = Eigenschappen(titel="Sjabloon", auteur="ivb", gemaakt=date(2024, 1, 1))
    kern = {"docProps/core.xml": write_eigenschappen(eigenschappen, {})}
    soorten = "".join(
        f'<Override PartName="{naam}" ContentType="{soort}"/>' for naam, soort in _DELEN if naam[1:] in delen | kern
    )
    inhoudsoorten = (
        f'{KOP}<Types xmlns="{_PAKKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{soorten}</Types>'
    )
    return {**kern, "[Content_Types].xml": inhoudsoorten.encode(), **delen}


def _format_kop(inhoud: str) -> str:
    return f"{KOP}<w:hdr {NAAMRUIMTEN}>{inhoud}</w:hdr>"


def _format_sectie(*, met_kop: bool, liggend: bool) -> str:
    verder = '<w:headerReference w:type="default" r:id="rId8"/>' if met_kop else ""
    return (
        f'<w:sectPr>{verder}<w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz {_LIGGEND if liggend else _STAAND}/><w:pgMar w:top="1134" w:right="1304" w:bottom="1134" '
        'w:left="1304" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )


def build_sjabloon(document: str) -> bytes:
    """Build the template of a document, which has a header on drafts; its fields are those of the view."""
    koptekst = format_als("concept", format_alinea("Concept", "CONCEPT"))
    return build_basis(INHOUDEN[document], koptekst=koptekst, liggend=document == "toezeggingenlijst")


def write_sjablonen(map_: Path) -> None:
    """Write the templates into a folder."""
    for document in INHOUDEN:
        (map_ / f"{document}.docx").write_bytes(build_sjabloon(document))


def _format_relaties(*relaties: tuple[str, str]) -> str:
    regels = "".join(
        f'<Relationship Id="rId{nummer}" Type="{soort}" Target="{doel}"/>'
        for nummer, (soort, doel) in enumerate(relaties, 1)
    )
    return f'{KOP}<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'


if __name__ == "__main__":
    write_sjablonen(Path(sys.argv[1]) if len(sys.argv) > 1 else SJABLONEN)
