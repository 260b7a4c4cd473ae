import pytest

from tests.documents.sjablonen import wijzig
from tests.documents.toegankelijkheid.gebreken import (
    HOOFDTEKST,
    RELATIES,
    maak,
    maak_beeld,
    maak_link,
    maak_p,
    maak_run,
    maak_veld,
)
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst

DOEL = maak_p('<w:bookmarkStart w:id="1" w:name="Bijlage"/>' + maak_run("De bijlage") + '<w:bookmarkEnd w:id="1"/>')


class TestText:
    """A link says where it leads, also for whoever only hears the links."""

    @pytest.mark.parametrize("tekst", ["hier", "Klik hier!", "lees meer…", "meer informatie", "deze link", "PDF", "»"])
    def test_says_nothing(self, tekst: str) -> None:
        assert vind_in_tekst(maak_link(tekst.replace("…", "..."))) == ["link-nietszeggend"]

    @pytest.mark.parametrize(
        "tekst", ["de notitie", "Hierden", "www.twenterand.nl", "info@twenterand.nl", "lees meer over het plan"]
    )
    def test_says_something(self, tekst: str) -> None:
        assert vind_in_tekst(maak_link(tekst)) == []

    def test_a_picture_has_its_own_text(self) -> None:
        beeld = maak_beeld('descr="Logo van de gemeente"')
        run = beeld[beeld.index("<w:r>") : -len("</w:p>")]
        assert vind_in_tekst(maak_p(f'<w:hyperlink w:anchor="_top">{run}</w:hyperlink>')) == []


class TestTarget:
    """A link leads to an address or to a bookmark that is there."""

    def test_a_bookmark(self) -> None:
        assert vind_in_tekst(DOEL, maak_link("de bijlage", "bijlage")) == []

    def test_an_address(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        relatie = (
            f'<Relationship Id="rId77" Type="{soort}" Target="https://a.nl" TargetMode="External"/></Relationships>'
        )
        document = wijzig(maak(maak_link("de notitie")), HOOFDTEKST, 'w:anchor="_top"', 'r:id="rId77"')
        assert vind_codes(wijzig(document, RELATIES, "</Relationships>", relatie)) == []

    def test_none(self) -> None:
        assert vind_codes(wijzig(maak(maak_link("de notitie")), HOOFDTEKST, 'w:anchor="_top"', "")) == [
            "link-zonder-doel"
        ]


class TestFields:
    """A link may be written as a field."""

    @pytest.mark.parametrize(
        "opdracht",
        [' HYPERLINK "https://a.nl" ', "HYPERLINK https://a.nl", 'HYPERLINK \\l "Bijlage"', "PAGE", "HYPERLINKS"],
    )
    def test_right(self, opdracht: str) -> None:
        assert vind_in_tekst(DOEL, maak_veld(opdracht, maak_run("de bijlage"))) == []

    def test_wrong(self) -> None:
        assert vind_in_tekst(maak_veld('HYPERLINK \\l "Weg"', maak_run("hier"))) == [
            *("link-nietszeggend", "link-zonder-doel")
        ]
        assert vind_in_tekst(maak_veld("HYPERLINK", maak_run("de notitie"))) == ["link-zonder-doel"]
        assert vind_in_tekst(maak_veld('HYPERLINK "https://a.nl"')) == ["link-leeg"]

    def test_a_simple_field(self) -> None:
        veld = "<w:fldSimple w:instr=' HYPERLINK \"https://a.nl\" '>{}</w:fldSimple>"
        assert vind_in_tekst(maak_p(veld.format(maak_run("de notitie")))) == []
        assert vind_in_tekst(maak_p(veld.format(maak_run("klik hier")))) == ["link-nietszeggend"]

    def test_a_field_that_does_not_end(self) -> None:
        half = maak_veld('HYPERLINK "https://a.nl"', maak_run("klik hier")).replace('Type="end"', 'Type="x"')
        assert vind_in_tekst(half) == []
        assert (
            vind_in_tekst(
                maak_p(maak_run("a") + '<w:r><w:fldChar w:fldCharType="end"/><w:instrText>a</w:instrText></w:r>')
            )
            == []
        )
