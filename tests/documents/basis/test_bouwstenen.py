import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from ivb.documents.basis.bouwstenen import (
    BREEDTE_LIGGEND,
    BREEDTE_STAAND,
    Kolom,
    format_alinea,
    format_als,
    format_cel,
    format_deel,
    format_per,
    format_tabel,
    make_getalkolom,
)
from ivb.documents.basis.document import build_basis
from ivb.documents.word.opmaak import Opmaak, alineas
from tests.documents.sjablonen import lees_tabellen, projecteer, render

KOLOMMEN = (
    Kolom("Wat", 3, format_cel("{{ x.wat }}")),
    Kolom("Hoe", 1, format_cel("{{ x.hoe }}", "{{ x.wat }}"), "x.kleur"),
)
RIJEN = [{"wat": "a", "hoe": "rood", "kleur": "F6B5B0"}, {"wat": "b", "hoe": "–", "kleur": "auto"}]


class TestPieces:
    """What is not there leaves nothing behind, not even an empty line."""

    def test_choice_and_repetition(self) -> None:
        inhoud = format_als("a", format_alinea("Heading1", "{{ a }}")) + format_per(
            "x", "b", format_alinea("", "{{ x }}")
        )
        sjabloon = build_basis(inhoud)
        assert projecteer(render(sjabloon, {"a": "A", "b": ["1", "2"]})) == "Heading 1: A\nNormal: 1\nNormal: 2\n"
        assert projecteer(render(sjabloon, {"a": "", "b": []})) == ""

    def test_heading_with_its_text(self) -> None:
        sjabloon = build_basis(format_deel(2, "Doelen", "a"))
        assert projecteer(render(sjabloon, {"a": alineas(["x"])})) == "Heading 2: Doelen\nNormal: x\n"
        assert projecteer(render(sjabloon, {"a": Opmaak()})) == ""


class TestTable:
    """A real table: a marked header row that is repeated, whole rows, a title, and colours behind words."""

    def test_rows_and_colours(self) -> None:
        stuk = render(build_basis(format_tabel("Proef", "x", "rijen", KOLOMMEN)), {"rijen": RIJEN})
        assert projecteer(stuk) == "| Wat | Hoe |\n| a | rood / a [F6B5B0] |\n| b | – / b |\n"

    @pytest.mark.parametrize("breedte", [BREEDTE_STAAND, BREEDTE_LIGGEND])
    def test_what_who_cannot_see_it_needs(self, breedte: int) -> None:
        stuk = render(build_basis(format_tabel("Proef", "x", "rijen", KOLOMMEN, breedte)), {"rijen": RIJEN})
        (tabel,) = lees_tabellen(stuk)
        kop, *rest = tabel._tbl.tr_lst
        assert kop.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(rij.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for rij in (kop, *rest))
        assert tabel._tbl.xpath("w:tblPr/w:tblCaption/@w:val") == ["Proef"]
        assert tabel.style is not None
        assert tabel.style.name == "Tabel"
        maten = [int(maat) for maat in tabel._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert breedte - len(maten) < sum(maten) <= breedte

    def test_numbers_stand_on_the_right_under_their_heading(self) -> None:
        kolommen = (KOLOMMEN[0], make_getalkolom("Uren", 1, "x.hoe"))
        (tabel,) = lees_tabellen(render(build_basis(format_tabel("Proef", "x", "rijen", kolommen)), {"rijen": RIJEN}))
        for rij in tabel.rows:
            links, rechts = (cel.paragraphs[0].style for cel in rij.cells)
            assert links is not None
            assert rechts is not None
            assert [links.paragraph_format.alignment, rechts.paragraph_format.alignment] == [
                None,
                WD_ALIGN_PARAGRAPH.RIGHT,
            ]

    def test_fits_the_page(self) -> None:
        for liggend, breedte in ((False, BREEDTE_STAAND), (True, BREEDTE_LIGGEND)):
            sectie = Document(io.BytesIO(build_basis("", liggend=liggend))).sections[0]
            maten = (sectie.page_width, sectie.left_margin, sectie.right_margin)
            blad, links, rechts = (maat.twips if maat else 0 for maat in maten)
            assert blad - links - rechts == breedte
