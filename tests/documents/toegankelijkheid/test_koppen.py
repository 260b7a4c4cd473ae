import pytest

from ivb.documents.basis.document import build_basis
from tests.documents.sjablonen import maak_alinea, wijzig
from tests.documents.toegankelijkheid.gebreken import STIJLEN, TABEL, TEKST, maak, maak_beeld, maak_p, maak_run
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst, vind_plaatsen

VET = "<w:b/>"


def kop(niveau: int, tekst: str = "Kop") -> str:
    return maak_alinea(tekst, stijl=f"Heading{niveau}") + TEKST


def regel(tekst: str, eigenschappen: str = VET, alinea: str = "") -> str:
    return maak_p(maak_run(tekst, eigenschappen), alinea)


class TestOrder:
    """The title or level 1 comes first; down goes one level at a time, up as many as you like."""

    @pytest.mark.parametrize("niveaus", [(1,), (1, 1), (1, 2, 3), (1, 2, 3, 1, 2, 2)])
    def test_right(self, niveaus: tuple[int, ...]) -> None:
        assert vind_codes(build_basis("".join(map(kop, niveaus)))) == []

    def test_wrong_in_more_places(self) -> None:
        document = build_basis("".join(map(kop, (2, 1, 3, 1, 3))))
        assert vind_codes(document) == ["kop-begint-laag", "kop-overgeslagen", "kop-overgeslagen"]
        assert vind_plaatsen(document)[1] == "hoofdtekst, alinea 5 (‘Kop’)"

    def test_levels_of_paragraphs_and_of_styles(self) -> None:
        alinea = maak_p(maak_run("Kop"), '<w:outlineLvl w:val="2"/>')
        assert vind_in_tekst(alinea, TEKST) == ["kop-overgeslagen"]
        assert vind_in_tekst(maak_p(maak_run("Tekst"), '<w:outlineLvl w:val="9"/>'), TEKST) == []
        assert vind_in_tekst(maak_p(maak_run("Tekst"), '<w:outlineLvl w:val="x"/>'), TEKST) == []

    def test_a_style_that_is_based_on_a_heading(self) -> None:
        eigen = (
            '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/><w:basedOn w:val="Heading3"/>'
            "</w:style></w:styles>"
        )
        document = maak(maak_alinea("Kop", stijl="Eigen"), TEKST)
        assert vind_codes(wijzig(document, STIJLEN, "</w:styles>", eigen)) == ["kop-overgeslagen"]

    def test_a_heading_by_its_name_only(self) -> None:
        document = maak(maak_alinea("Kop", stijl="Heading3"), TEKST)
        assert vind_codes(wijzig(document, STIJLEN, '<w:outlineLvl w:val="2"/>', "")) == ["kop-overgeslagen"]


class TestEmpty:
    """A heading has a text, or shows something."""

    def test_a_heading_with_a_picture(self) -> None:
        beeld = maak_beeld('descr="De wijk op een kaart"').replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Heading1"/>')
        assert vind_in_tekst(beeld, TEKST) == []

    def test_the_title(self) -> None:
        assert vind_in_tekst(maak_alinea("", stijl="Title")) == ["kop-leeg"]


class TestMissing:
    """Only a long document needs headings."""

    def test_short(self) -> None:
        assert vind_codes(build_basis(TEKST * 20)) == []

    def test_with_a_title(self) -> None:
        assert vind_in_tekst(TEKST * 40) == []


class TestImitation:
    """A short line, wholly bold or larger, above a text: it looks like a heading."""

    @pytest.mark.parametrize("eigenschappen", [VET, '<w:sz w:val="28"/>', '<w:b/><w:sz w:val="40"/>'])
    @pytest.mark.parametrize("onder", [TEKST, TABEL + TEKST])
    def test_looks_like_one(self, eigenschappen: str, onder: str) -> None:
        assert vind_in_tekst(regel("Aanpak", eigenschappen), onder) == ["kop-nagemaakt"]

    def test_bold_by_its_styles(self) -> None:
        document = maak(maak_alinea("Aanpak", stijl="Kenmerk"), TEKST)
        vet = '<w:name w:val="Kenmerk"/><w:rPr><w:b/></w:rPr>'
        assert vind_codes(wijzig(document, STIJLEN, '<w:name w:val="Kenmerk"/>', vet)) == ["kop-nagemaakt"]
        tekens = '<w:style w:type="character" w:styleId="Sterk"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
        document = maak(regel("Aanpak", '<w:rStyle w:val="Sterk"/>'), TEKST)
        assert vind_codes(wijzig(document, STIJLEN, "</w:styles>", tekens)) == ["kop-nagemaakt"]

    @pytest.mark.parametrize(
        "alinea",
        [
            regel("Dit is een vette zin."),
            regel("vet " * 30),
            regel("12-34"),
            regel("Aanpak", '<w:b w:val="0"/>'),
            regel("Aanpak", '<w:sz w:val="24"/>'),
            regel("Aanpak", VET, '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            maak_p(maak_run("Let op", VET) + maak_run(" dit is gewoon")),
        ],
    )
    def test_does_not_look_like_one(self, alinea: str) -> None:
        assert vind_in_tekst(alinea, TEKST) == []

    def test_at_the_end_or_above_a_heading(self) -> None:
        assert vind_in_tekst(regel("Aanpak")) == []
        assert vind_in_tekst(regel("Aanpak"), kop(2)) == []

    def test_of_lines_under_each_other_only_the_last(self) -> None:
        document = maak(regel("Gemeente"), regel("Aanpak"), TEKST)
        assert vind_plaatsen(document) == ["hoofdtekst, alinea 5 (‘Aanpak’)"]

    def test_a_caption(self) -> None:
        stijl = (
            '<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/>'
            "<w:rPr><w:b/></w:rPr></w:style></w:styles>"
        )
        document = maak(maak_alinea("Tabel 1 Acties", stijl="Bijschrift"), TEKST)
        assert vind_codes(wijzig(document, STIJLEN, "</w:styles>", stijl)) == []
