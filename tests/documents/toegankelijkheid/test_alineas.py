import pytest

from ivb.documents.basis.document import build_basis
from ivb.documents.basis.stijlen import NAAMRUIMTEN
from tests.documents.sjablonen import maak_alinea, wijzig
from tests.documents.toegankelijkheid.gebreken import (
    BEGIN,
    KOPRIJ,
    NAAMRUIMTE,
    STIJLEN,
    TABEL,
    TEKST,
    VOETTEKST,
    maak,
    maak_beeld,
    maak_cel,
    maak_p,
    maak_rij,
    maak_run,
    maak_tabel,
    maak_tabs,
    voeg_deel_toe,
)
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst, vind_plaatsen

LEEG = "<w:p/>"
INHOUD = (
    '<w:style w:type="paragraph" w:styleId="Inhoud1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijst"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style></w:styles>"
)


def met_stijlen(document: bytes) -> bytes:
    return wijzig(document, STIJLEN, "</w:styles>", INHOUD)


class TestEmptyParagraphs:
    """A paragraph is for its text; Word needs an empty one in an empty cell and around tables."""

    @pytest.mark.parametrize(
        "inhoud",
        [
            TABEL + LEEG,
            TABEL + LEEG + TABEL + LEEG,
            maak_p('<w:r><w:br w:type="page"/></w:r>'),
            maak_p("", "<w:sectPr/>"),
            maak_p("", '<w:shd w:val="clear" w:fill="1F3864"/>') + TEKST,
            maak_p("", '<w:pStyle w:val="Lijn"/>') + TEKST,
            maak_p("", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>') + TEKST,
            maak_tabel(KOPRIJ, maak_rij(maak_cel(LEEG), "b")) + TEKST,
            maak_p('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>') + TEKST,
        ],
    )
    def test_needed(self, inhoud: str) -> None:
        assert vind_in_tekst(inhoud) == []

    @pytest.mark.parametrize(
        "inhoud",
        [
            LEEG + TABEL + TEKST,
            TABEL + LEEG + TEKST,
            TABEL + LEEG * 2,
            TABEL + LEEG * 2 + TABEL + LEEG,
            LEEG,
            maak_alinea(" \u00a0") + TEKST,
            maak_p("<w:r><w:br/></w:r>") + TEKST,
            f"<w:sdt><w:sdtContent>{LEEG}</w:sdtContent></w:sdt>{TEKST}",
        ],
    )
    def test_for_white_space(self, inhoud: str) -> None:
        assert vind_in_tekst(inhoud) == ["alinea-leeg"]

    def test_alone(self) -> None:
        assert vind_codes(build_basis(LEEG)) == []

    def test_in_a_header(self) -> None:
        leeg, vol = (f"<w:hdr {NAAMRUIMTEN}>{inhoud}</w:hdr>" for inhoud in (LEEG, TEKST + LEEG))
        assert vind_codes(voeg_deel_toe(maak(), "header", leeg)) == []
        assert vind_plaatsen(voeg_deel_toe(maak(), "header", vol)) == [
            "koptekst 2, alinea 2 (na ‘Dit gaat over de veiligheid in onze gemeente.’)"
        ]

    def test_places(self) -> None:
        assert vind_plaatsen(build_basis(LEEG + BEGIN + TEKST + LEEG + TEKST)) == [
            "hoofdtekst, alinea 1",
            "hoofdtekst, alinea 5 (na ‘Dit gaat over de veiligheid in onze gemeente.’)",
        ]


class TestWhiteSpace:
    """One tab to a tab stop is fine, and so are two spaces behind a full stop, and one line break."""

    @pytest.mark.parametrize(
        "alinea",
        [
            maak_tabs("Datum:\t23 april 2024"),
            maak_tabs("\t\tIngesprongen"),
            maak_alinea("Een zin.  Nog een zin.   "),
            maak_p(maak_run("Een") + "<w:r><w:br/></w:r>" + maak_run("twee") + "<w:r><w:cr/></w:r>" + maak_run("drie")),
        ],
    )
    def test_right(self, alinea: str) -> None:
        assert vind_in_tekst(alinea) == []

    def test_everything_at_once(self) -> None:
        alinea = maak_p(maak_run("a   b") + "<w:r><w:tab/><w:tab/><w:br/><w:t> </w:t><w:br/></w:r>" + maak_run("c"))
        assert vind_in_tekst(alinea) == ["regels-leeg", "spaties-uitlijning", "tabs-uitlijning"]


class TestTypedTables:
    """Lines under each other in three or more columns are a table; a label and its value are not."""

    def test_labels_and_values(self) -> None:
        assert vind_in_tekst(maak_tabs("Datum:\tvandaag"), maak_tabs("Plaats:\thier")) == []

    def test_one_line(self) -> None:
        assert vind_in_tekst(maak_tabs("Jansen\tPietersen\tDe Vries")) == []

    def test_lines_of_one_paragraph(self) -> None:
        regel = maak_run("a") + "<w:r><w:tab/></w:r>" + maak_run("b") + "<w:r><w:tab/></w:r>" + maak_run("c")
        assert vind_in_tekst(maak_p(regel + "<w:r><w:br/></w:r>" + regel)) == ["tabel-getypt"]

    def test_a_table_of_contents(self) -> None:
        alineas = [
            maak_tabs(tekst).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Inhoud1"/></w:pPr>')
            for tekst in ("1.\ta\t2", "2.\tb\t3")
        ]
        assert vind_codes(met_stijlen(maak(*alineas))) == []


class TestTypedLists:
    """A bullet or number is made by Word; a heading, a name, an amount and a dash in a sentence are no list."""

    @pytest.mark.parametrize(
        "tekst", ["- a", "– a", "• a", "1. a", "2) a", "(3) a", "a) a", "\uf0b7 a", "  - a", "o\ta", "a.\ta"]
    )
    def test_typed(self, tekst: str) -> None:
        assert vind_in_tekst(maak_tabs(tekst)) == ["lijst-getypt"]

    @pytest.mark.parametrize(
        "tekst",
        ["J. Jansen", "2024. Een jaar", "-5 graden", "1.000 euro", "1 mei", "o jee", "a. b", "Eén – twee", "-", "1."],
    )
    def test_no_list(self, tekst: str) -> None:
        assert vind_in_tekst(maak_tabs(tekst)) == []

    def test_real_lists(self) -> None:
        assert vind_in_tekst(maak_alinea("- a", stijl="ListBullet")) == []
        assert vind_in_tekst(maak_p(maak_run("1. a"), '<w:numPr><w:numId w:val="2"/></w:numPr>')) == []
        assert vind_codes(met_stijlen(maak(maak_alinea("- a", stijl="Lijst")))) == []
        assert vind_in_tekst(maak_alinea("1. Aanpak", stijl="Heading1"), TEKST) == []
        zonder = maak_p(maak_run("- a"), '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        assert vind_in_tekst(zonder) == ["lijst-getypt"]

    def test_every_list_once(self) -> None:
        een = maak_alinea("- a") + maak_alinea("- b")
        assert vind_plaatsen(maak(een, TEKST, een)) == [
            "hoofdtekst, alinea 4 (‘- a’)",
            "hoofdtekst, alinea 7 (‘- a’)",
        ]


class TestTextBoxes:
    """A text box is told once, also when it is there for two versions of Word; an empty one is a drawing."""

    VAK = f"<w:txbxContent>{maak_alinea('Los')}{maak_alinea('Vast')}</w:txbxContent>"

    def test_two_versions(self) -> None:
        nieuw, oud = maak_beeld("", self.VAK), f"<w:r><w:pict>{self.VAK}</w:pict></w:r>"
        begin, drawing, einde = nieuw.partition("<w:r>")[0], nieuw[nieuw.index("<w:r>") : -len("</w:p>")], "</w:p>"
        keuze = f"<mc:Choice>{drawing}</mc:Choice><mc:Fallback>{oud}</mc:Fallback>"
        xml = f'{begin}<mc:AlternateContent xmlns:mc="{NAAMRUIMTE["mc"]}">{keuze}</mc:AlternateContent>{einde}'
        assert vind_plaatsen(maak(xml)) == ["hoofdtekst, alinea 5 (‘Los’)"]
        alleen_oud = xml.replace(f"<mc:Choice>{drawing}</mc:Choice>", "")
        assert vind_codes(maak(alleen_oud)) == ["tekstvak"]

    def test_empty(self) -> None:
        assert vind_in_tekst(maak_beeld("", "<w:txbxContent><w:p/></w:txbxContent>")) == []

    def test_its_text_is_no_text_of_the_paragraph_around_it(self) -> None:
        document = maak(maak_beeld("", f"<w:txbxContent>{maak_alinea('- a')}</w:txbxContent>"))
        assert vind_plaatsen(document) == ["hoofdtekst, alinea 5 (‘- a’)"] * 2

    def test_a_footer_that_is_a_text_box(self) -> None:
        vak = maak_beeld("", self.VAK)
        assert vind_codes(wijzig(maak(), VOETTEKST, "</w:ftr>", f"{vak}</w:ftr>")) == ["tekstvak"]
