"""The look of our documents: styles, lists and theme of the base document (ECMA-376 part 1, 17.7, 17.9 and 20.1.6).

One typeface that every system has or has the measures of, one quiet accent colour, no colour that carries a meaning.
"""

from typing import Final

import attrs

from ivb.documents.word.opmaak import MAXIMALE_NIVEAUS

KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAAMRUIMTEN: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LETTERTYPE: Final = "Arial"

_INKT: Final = "262626"
_ACCENT: Final = "1F4E5F"
_GRIJS: Final = "595959"
_LINK: Final = "0B5394"
_ROOD: Final = "9C1C1C"
_RASTER: Final = "BFBFBF"
_INSPRINGING: Final = 357
_VASTE_STIJLEN: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:tblPr>'
    "<w:tblBorders>"
    + "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="{_RASTER}"/>'
        for kant in ("top", "bottom", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDF2F4"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:color w:val="' + _LINK + '"/><w:u w:val="single"/></w:rPr></w:style>'
)
_THEMAKLEUREN: Final = {
    "dk1": _INKT,
    "lt1": "FFFFFF",
    "dk2": _ACCENT,
    "lt2": "F2F2F2",
    "accent1": _ACCENT,
    "accent2": _LINK,
    "accent3": "4D7C5B",
    "accent4": "8A6D3B",
    "accent5": "7A4B6B",
    "accent6": _GRIJS,
    "hlink": _LINK,
    "folHlink": "7A4B6B",
}
_INGEBOUWD: Final = ("Title", "heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "header", "footer")
_RECHTS: Final = '<w:jc w:val="right"/>'
_BIJEEN: Final = "<w:keepNext/><w:keepLines/>"


@attrs.frozen
class _Stijl:
    """A paragraph style: its id and name, the style of the next paragraph, what it does to paragraph and characters."""

    stijl: str
    naam: str
    volgende: str = "Normal"
    alinea: str = ""
    tekens: str = ""

    def __str__(self) -> str:
        eigen = "" if self.naam in _INGEBOUWD else ' w:customStyle="1"'
        return (
            f'<w:style w:type="paragraph"{eigen} w:styleId="{self.stijl}"><w:name w:val="{self.naam}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{self.volgende}"/><w:qFormat/>'
            f"<w:pPr>{self.alinea}</w:pPr><w:rPr>{self.tekens}</w:rPr></w:style>"
        )


def _format_wit(voor: int, na: int) -> str:
    """Write the white above and below a paragraph, in twentieths of a point."""
    return f'<w:spacing w:before="{voor}" w:after="{na}"/>'


def _format_letters(kleur: str, punten: int, *, vet: bool = False) -> str:
    begin = "<w:b/><w:bCs/>" if vet else ""
    return f'{begin}<w:color w:val="{kleur}"/><w:sz w:val="{2 * punten}"/><w:szCs w:val="{2 * punten}"/>'


def _make_kop(niveau: int, voor: int, punten: int) -> _Stijl:
    alinea = f'{_BIJEEN}{_format_wit(voor, 40)}<w:outlineLvl w:val="{niveau - 1}"/>'
    return _Stijl(f"Heading{niveau}", f"heading {niveau}", "Normal", alinea, _format_letters(_ACCENT, punten, vet=True))


def _make_lijst(stijl: str, naam: str, num: int) -> _Stijl:
    return _Stijl(stijl, naam, stijl, f'<w:numPr><w:numId w:val="{num}"/></w:numPr><w:contextualSpacing/>')


# LibreOffice 7.4 puts the border of a paragraph into a PDF without a tag, against PDF/UA; shading it tags.
_LIJN: Final = (
    f'<w:shd w:val="clear" w:color="auto" w:fill="{_ACCENT}"/>'
    '<w:spacing w:before="197" w:after="280" w:line="90" w:lineRule="exact"/>'  # fills the margin above: no more
)
_STIJLEN: Final = (
    _Stijl("Title", "Title", "Normal", _BIJEEN + _format_wit(0, 120), _format_letters(_ACCENT, 20, vet=True)),
    _make_kop(1, 300, 14),
    _make_kop(2, 200, 12),
    _make_kop(3, 140, 11),
    _make_lijst("ListBullet", "List Bullet", 1),
    _make_lijst("ListNumber", "List Number", 2),
    _Stijl("Header", "header", "Header", _format_wit(0, 0)),
    _Stijl("Lijn", "Lijn", "Header", _LIJN, '<w:sz w:val="8"/><w:szCs w:val="8"/>'),
    _Stijl("Footer", "footer", "Footer", _format_wit(0, 0) + _RECHTS, _format_letters(_GRIJS, 9)),
    _Stijl(
        "Concept",
        "Concept",
        "Concept",
        _format_wit(0, 0) + _RECHTS,
        _format_letters(_ROOD, 11, vet=True),
    ),
    _Stijl(
        "Tabelkop", "Tabelkop", "Tabelkop", "<w:keepNext/>" + _format_wit(40, 40), _format_letters(_ACCENT, 9, vet=True)
    ),
    _Stijl(
        "Tabelkopgetal",
        "Tabelkop getal",
        "Tabelkopgetal",
        "<w:keepNext/>" + _format_wit(40, 40) + _RECHTS,
        _format_letters(_ACCENT, 9, vet=True),
    ),
    _Stijl("Tabelgetal", "Tabelgetal", "Tabelgetal", _format_wit(30, 30) + _RECHTS, _format_letters(_INKT, 9)),
    _Stijl("Tabeltekst", "Tabeltekst", "Tabeltekst", _format_wit(30, 30), _format_letters(_INKT, 9)),
    _Stijl("Tabelnadruk", "Tabelnadruk", "Tabeltekst", _format_wit(30, 30), _format_letters(_INKT, 9, vet=True)),
    _Stijl(
        "Kenmerk",
        "Kenmerk",
        "Kenmerk",
        "<w:keepLines/>" + _format_wit(0, 120) + "<w:contextualSpacing/>",
        _format_letters(_GRIJS, 10),
    ),
    _Stijl("Ondertabel", "Onder tabel", "Normal", _format_wit(140, 0)),
    _Stijl("Verantwoording", "Verantwoording", "Normal", _format_wit(360, 0), _format_letters(_GRIJS, 9)),
    _Stijl("Slot", "Slot", "Slot", "<w:keepNext/>"),
    _Stijl("Dagtekening", "Dagtekening", "Afzender", _BIJEEN + _format_wit(280, 140)),
    _Stijl("Afzender", "Afzender", "Functie", _BIJEEN + _format_wit(0, 40)),
    _Stijl("Functie", "Functie", "Anker", _BIJEEN + _format_wit(80, 0)),
    _Stijl("Anker", "Anker", "Functie", _BIJEEN + _format_wit(300, 100), _format_letters(_GRIJS, 9)),
    _Stijl(
        stijl="Namen",
        naam="Namen",
        alinea=f'<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="4536"/></w:tabs>{_format_wit(120, 0)}',
    ),
)


def build_stijlen() -> str:
    """Build the styles: those of Word by their English names, and those of the parts of a letter."""
    lettertype = " ".join(f'w:{schrift}="{LETTERTYPE}"' for schrift in ("ascii", "eastAsia", "hAnsi", "cs"))
    taal = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
    standaard = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {lettertype}/><w:color w:val="{_INKT}"/><w:sz w:val="22"/>'
        f'<w:szCs w:val="22"/>{taal}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="245" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    stijlen = "".join(map(str, _STIJLEN))
    return f"{KOP}<w:styles {NAAMRUIMTEN}>{standaard}{_VASTE_STIJLEN}{stijlen}</w:styles>"


def build_thema() -> str:
    """Build the theme that Word wants a document to have: plain, as no style refers to it."""
    kleuren = "".join(f'<a:{naam}><a:srgbClr val="{kleur}"/></a:{naam}>' for naam, kleur in _THEMAKLEUREN.items())
    letters = f'<a:latin typeface="{LETTERTYPE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    vulling = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lijn = f'<a:ln w="6350">{vulling}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{KOP}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="ivb"><a:themeElements>'
        f'<a:clrScheme name="ivb">{kleuren}</a:clrScheme><a:fontScheme name="ivb"><a:majorFont>{letters}</a:majorFont>'
        f'<a:minorFont>{letters}</a:minorFont></a:fontScheme><a:fmtScheme name="ivb">'
        f"<a:fillStyleLst>{vulling * 3}</a:fillStyleLst><a:lnStyleLst>{lijn * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{vulling * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def build_nummering() -> str:
    """Build the lists: bullets and numbers, each on nine levels."""
    lijsten = _build_lijst(0, "bullet", "ListBullet", "•") + _build_lijst(1, "decimal", "ListNumber", "%{}.")
    nums = "".join(f'<w:num w:numId="{num}"><w:abstractNumId w:val="{num - 1}"/></w:num>' for num in (1, 2))
    return f"{KOP}<w:numbering {NAAMRUIMTEN}>{lijsten}{nums}</w:numbering>"


def _build_lijst(nummer: int, soort: str, stijl: str, teken: str) -> str:
    niveaus = ""
    for niveau in range(MAXIMALE_NIVEAUS):
        bij_stijl = "" if niveau else f'<w:pStyle w:val="{stijl}"/>'
        niveaus += (
            f'<w:lvl w:ilvl="{niveau}"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>{bij_stijl}'
            f'<w:lvlText w:val="{teken.format(niveau + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{_INSPRINGING * (niveau + 1)}" w:hanging="{_INSPRINGING}"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{nummer}"><w:nsid w:val="1B2C3D0{nummer}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4E5F6A0{nummer}"/>{niveaus}</w:abstractNum>'
    )
