"""Small templates for the tests, and what a reader sees in a document."""

import base64
import datetime
import io
import re
from collections.abc import Iterator, Mapping

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ivb.documents.basis.document import build_basis
from ivb.documents.basis.inhoud import INHOUDEN
from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.word.eigenschappen import Eigenschappen
from ivb.documents.word.pakket import read_pakket, write_pakket

EIGENSCHAPPEN = Eigenschappen(titel="Proef", auteur="Gemeente", gemaakt=datetime.date(2024, 4, 23))
TAGS = {tag for inhoud in INHOUDEN.values() for tag in re.findall(r"\{[{%].*?[%}]\}", inhoud)}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VOETNOTEN = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1">{}</w:footnote></w:footnotes>'
)

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPYoAAEGwAGlwHhJP5XqwAAAABJRU5ErkJggg=="
)
"""A picture of two pixels beside each other."""


def maak_alinea(*runs: str, stijl: str = "") -> str:
    """Write a paragraph; every text is a run of its own, as Word cuts them."""
    begin = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    tekst = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{begin}{tekst}</w:p>"


def maak_tabel(*rijen: tuple[str, ...]) -> str:
    """Write a table; every text is a paragraph in a cell of its own."""
    eigenschappen = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    kolommen = '<w:gridCol w:w="2000"/>' * len(rijen[0])
    xml = "".join(
        f"<w:tr>{''.join(f'<w:tc>{eigenschappen}{maak_alinea(cel)}</w:tc>' for cel in rij)}</w:tr>" for rij in rijen
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{kolommen}</w:tblGrid>{xml}</w:tbl>'


def maak_sjabloon(*alineas: str) -> bytes:
    """Make a template of paragraphs."""
    return build_basis("".join(maak_alinea(alinea) for alinea in alineas))


def vervang(document: bytes, delen: Mapping[str, bytes | None]) -> bytes:
    """Put parts into a document, in the place of what was there; ``None`` takes a part away."""
    nieuw = {**read_pakket(document), **delen}
    return write_pakket({naam: deel for naam, deel in nieuw.items() if deel is not None})


def wijzig(document: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Change the text of a part."""
    xml = read_pakket(document)[deel].decode()
    assert oud in xml
    return vervang(document, {deel: xml.replace(oud, nieuw).encode()})


def render(sjabloon: bytes, velden: Mapping[str, object]) -> bytes:
    """Render a template with properties that do not matter."""
    return Sjabloon(sjabloon, naam="proef.docx").render(velden, eigenschappen=EIGENSCHAPPEN)


def lees_alineas(document: bytes) -> list[str]:
    """Read the paragraphs of a document as python-docx sees them."""
    return [alinea.text for alinea in Document(io.BytesIO(document)).paragraphs]


def lees_xml(document: bytes, deel: str = "word/document.xml") -> str:
    """Read the XML of a part."""
    return read_pakket(document)[deel].decode()


def projecteer(document: bytes) -> str:
    """Write what a reader sees: paragraphs behind their style, rows between bars, the colour of a cell in brackets."""
    return "".join(f"{regel}\n" for regel in _projecteer(document))


def _projecteer(document: bytes) -> Iterator[str]:
    for deel in Document(io.BytesIO(document)).iter_inner_content():
        if isinstance(deel, Paragraph):
            yield f"{deel.style.name if deel.style else ''}: {deel.text}"
        else:
            for rij in deel.rows:
                yield f"| {' | '.join(map(_projecteer_cel, rij.cells))} |"


def _projecteer_cel(cel: _Cell) -> str:
    kleuren = cel._tc.xpath("w:tcPr/w:shd/@w:fill[. != 'auto']")
    return " / ".join(alinea.text for alinea in cel.paragraphs) + "".join(f" [{kleur}]" for kleur in kleuren)


def lees_tabellen(document: bytes) -> list[Table]:
    """Read the tables of a document."""
    return list(Document(io.BytesIO(document)).tables)


def lees_tekst(document: bytes) -> str:
    """Read all the text of a document, in order, with white space folded."""
    return " ".join(projecteer(document).split())


def check_document(document: bytes) -> None:
    """Hold a rendered document against what is true of every one: nothing left over, no empty or skipped heading."""
    tekst = projecteer(document)
    assert not [tag for tag in TAGS if tag in tekst]
    assert "None" not in tekst
    niveau = 0
    for alinea in Document(io.BytesIO(document)).paragraphs:
        stijl = alinea.style.name if alinea.style and alinea.style.name else ""
        if stijl.startswith("Heading"):
            assert alinea.text.strip()
            assert int(stijl[-1]) <= niveau + 1
            niveau = int(stijl[-1])
    for tabel in lees_tabellen(document):
        assert tabel._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")
        assert tabel._tbl.xpath("w:tblPr/w:tblCaption/@w:val")
        assert len(tabel.rows) > 1
        assert all(cel._tc.findall(qn("w:p")) for rij in tabel.rows for cel in rij.cells)


def met_kop_en_voetnoot(kop: str, noot: str) -> bytes:
    """Make a template with a header that says something, and a footnote."""
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relatie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sectie = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId8"/></w:sectPr></w:pPr></w:p>'
    sjabloon = build_basis(maak_alinea("Tekst") + sectie)
    soorten = "".join(
        f'<Override PartName="/word/{naam}.xml" ContentType="{soort}.{wat}+xml"/>'
        for naam, wat in (("header1", "header"), ("footnotes", "footnotes"))
    )
    relaties = "".join(
        f'<Relationship Id="rId{nummer}" Type="{relatie}/{wat}" Target="{naam}.xml"/>'
        for nummer, naam, wat in ((8, "header1", "header"), (9, "footnotes", "footnotes"))
    )
    sjabloon = wijzig(sjabloon, "[Content_Types].xml", "</Types>", f"{soorten}</Types>")
    sjabloon = wijzig(sjabloon, "word/_rels/document.xml.rels", "</Relationships>", f"{relaties}</Relationships>")
    koptekst = VOETNOTEN.format("").replace("footnotes", "hdr").replace('<w:footnote w:id="1"></w:footnote>', kop)
    return vervang(
        sjabloon, {"word/header1.xml": koptekst.encode(), "word/footnotes.xml": VOETNOTEN.format(noot).encode()}
    )
