import io

import pytest
from docx import Document
from docx.document import Document as Documenttype
from docx.oxml.ns import qn
from lxml import etree

from ivb.documents.basis.document import build_basis
from ivb.documents.basis.stijlen import LETTERTYPE, build_nummering, build_stijlen, build_thema
from ivb.documents.word.opmaak import MAXIMALE_NIVEAUS


@pytest.fixture(scope="module")
def document() -> Documenttype:
    return Document(io.BytesIO(build_basis("")))


class TestStijlen:
    """Real headings and lists, under the names that every Word knows; Dutch; no colour that a reader cannot see."""

    @pytest.mark.parametrize(
        "naam", ["Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number"]
    )
    def test_the_styles_of_word(self, document: Documenttype, naam: str) -> None:
        assert document.styles[naam].builtin

    def test_headings_have_their_level(self, document: Documenttype) -> None:
        niveaus = document.styles.element.xpath("w:style/w:pPr/w:outlineLvl/@w:val")
        assert niveaus == ["0", "1", "2"]

    def test_headings_stay_with_what_follows(self, document: Documenttype) -> None:
        namen = ("Title", "Heading 1", "Heading 2", "Heading 3", "Dagtekening", "Afzender", "Functie", "Anker")
        assert all(document.styles[naam].paragraph_format.keep_with_next for naam in namen)

    def test_no_paragraph_has_a_border(self, document: Documenttype) -> None:
        """LibreOffice 7.4 draws one without a tag, so that the PDF is no PDF/UA."""
        assert not document.styles.element.xpath("w:style/w:pPr/w:pBdr")

    def test_text_is_dutch_eleven_point(self) -> None:
        standaard = etree.fromstring(build_stijlen().encode()).find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
        assert standaard is not None
        gevonden = {kind.tag: kind for kind in standaard}
        assert gevonden[qn("w:lang")].get(qn("w:val")) == "nl-NL"
        assert gevonden[qn("w:sz")].get(qn("w:val")) == "22"
        assert set(gevonden[qn("w:rFonts")].attrib.values()) == {LETTERTYPE}

    def test_colours_stand_out_against_white(self) -> None:
        for kleur in etree.fromstring(build_stijlen().encode()).iter(qn("w:color")):
            rood, groen, blauw = bytes.fromhex(str(kleur.get(qn("w:val"))))
            licht = sum(
                deel * ((waarde / 255 + 0.055) / 1.055) ** 2.4
                for deel, waarde in ((0.2126, rood), (0.7152, groen), (0.0722, blauw))
            )
            assert 1.05 / (licht + 0.05) > 4.5, kleur.get(qn("w:val"))


class TestNummering:
    """Bullets are real bullets, and every list has the levels that Word has."""

    def test_levels(self) -> None:
        lijsten = etree.fromstring(build_nummering().encode()).findall(qn("w:abstractNum"))
        tekens = [[str(teken.get(qn("w:val"))) for teken in lijst.iter(qn("w:lvlText"))] for lijst in lijsten]
        assert tekens == [["•"] * MAXIMALE_NIVEAUS, [f"%{niveau}." for niveau in range(1, MAXIMALE_NIVEAUS + 1)]]


class TestThema:
    """Word wants a theme; ours is plain."""

    def test_twelve_colours_and_our_typeface(self) -> None:
        a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        thema = etree.fromstring(build_thema().encode())
        assert len(thema.findall(f".//{a}srgbClr")) == 12
        assert {letter.get("typeface") for letter in thema.iter(f"{a}latin")} == {LETTERTYPE}
