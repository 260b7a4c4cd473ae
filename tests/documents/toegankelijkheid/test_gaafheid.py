import pytest

from ivb.documents.basis.stijlen import NAAMRUIMTEN
from tests.documents.sjablonen import maak_alinea, vervang, wijzig
from tests.documents.toegankelijkheid.gebreken import (
    HOOFDTEKST,
    KOPRIJ,
    RELATIES,
    TABEL,
    TEKST,
    VOETTEKST,
    maak,
    maak_beeld,
    maak_cel,
    maak_noten,
    maak_p,
    maak_rij,
    maak_run,
    maak_tabel,
    voeg_deel_toe,
)
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst, vind_plaatsen

BEGIN, EINDE = '<w:bookmarkStart w:id="{}" w:name="{}"/>', '<w:bookmarkEnd w:id="{}"/>'


class TestParts:
    """A part that is no XML of Word is told, and the rest is read."""

    def test_no_body(self) -> None:
        document = wijzig(maak(TABEL, "<w:p/>"), HOOFDTEKST, "w:body", "w:lichaam")
        assert vind_codes(document) == ["onderdeel-onleesbaar"]

    def test_no_xml(self) -> None:
        """The guard reads what is named .xml; a part may have another name."""
        document = wijzig(vervang(maak(), {"word/voet": b"geen xml"}), RELATIES, "footer1.xml", "voet")
        assert vind_plaatsen(vervang(document, {VOETTEKST: None, "word/voet": b"<a"})) == ["voettekst 1"]

    def test_styles_that_are_no_xml(self) -> None:
        document = wijzig(vervang(maak(), {"word/stijl": b"<a"}), RELATIES, "styles.xml", "stijl")
        assert vind_codes(document)[:2] == ["onderdeel-onleesbaar", "taal-ontbreekt"]

    def test_no_styles(self) -> None:
        document = wijzig(maak(), RELATIES, "relationships/styles", "relationships/anders")
        assert vind_codes(document) == ["taal-ontbreekt", *["stijl-ontbreekt"] * 4]


class TestTables:
    """A table has rows, a row has cells, a cell ends in a paragraph."""

    def test_in_a_content_control(self) -> None:
        cel = maak_cel(f"<w:sdt><w:sdtContent>{TEKST}</w:sdtContent></w:sdt>")
        assert vind_in_tekst(maak_tabel(KOPRIJ, maak_rij("a", cel)), TEKST) == []

    def test_places(self) -> None:
        assert vind_plaatsen(maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(""))), TEKST)) == [
            "hoofdtekst, tabel 1 (‘Actie | Trekker’)"
        ]
        assert vind_plaatsen(maak(maak_tabel(), TEKST)) == [
            "hoofdtekst, tabel 1 (na ‘Dit gaat over de veiligheid in onze gemeente.’)"
        ]


class TestBookmarks:
    """A bookmark begins and ends in one part, and has a name that no other has."""

    def test_over_paragraphs(self) -> None:
        assert (
            vind_in_tekst(maak_p(BEGIN.format(1, "a") + maak_run("a")), maak_p(maak_run("b") + EINDE.format(1))) == []
        )

    def test_open_and_double(self) -> None:
        merken = BEGIN.format(1, "a") + EINDE.format(1) + BEGIN.format(2, "A")
        assert vind_in_tekst(maak_p(merken + maak_run("a"))) == ["bladwijzer-open", "bladwijzer-dubbel"]

    def test_between_the_blocks(self) -> None:
        assert vind_plaatsen(maak(EINDE.format(1), maak_alinea("Hier"))) == ["hoofdtekst, alinea 4 (‘Hier’)"]


class TestNotes:
    """A note says something, and its number leads to it."""

    def test_right(self) -> None:
        beeld = maak_beeld('descr="Een kaart"')
        assert vind_codes(maak_noten(TEKST)) == vind_codes(maak_noten(beeld)) == []

    def test_endnotes(self) -> None:
        noten = f'<w:endnotes {NAAMRUIMTEN}><w:endnote w:id="1"><w:p/></w:endnote></w:endnotes>'
        tekst = maak_p(maak_run("Zo is het") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
        assert vind_plaatsen(voeg_deel_toe(maak(tekst), "endnotes", noten)) == ["eindnoten, alinea 1"]
        voetnoot = tekst.replace("endnoteR", "footnoteR")
        gevuld = noten.replace("<w:p/>", TEKST)
        assert vind_codes(voeg_deel_toe(maak(voetnoot), "endnotes", gevuld)) == ["noot-ontbreekt"]


class TestTags:
    """No tag of a template is left, wherever it stands; braces of another kind are no tag."""

    @pytest.mark.parametrize("tekst", ["{a}", "{ {a} }", "100 % {b}", "a{b}c"])
    def test_no_tag(self, tekst: str) -> None:
        assert vind_in_tekst(maak_alinea(tekst)) == []

    @pytest.mark.parametrize("tekst", ["{{ a }}", "{%p if a %}", "{{", "a }}", "%}"])
    def test_tag(self, tekst: str) -> None:
        assert vind_in_tekst(maak_alinea(tekst)) == ["sjabloontag"]

    def test_in_an_attribute(self) -> None:
        assert vind_in_tekst(maak_beeld('descr="{{ beschrijving }}"')) == ["sjabloontag"]

    @pytest.mark.parametrize(
        ("deel", "oud", "nieuw", "plaats"),
        [
            ("docProps/app.xml", "<Application>ivb", "<Application>{{ a }}", "eigenschappen"),
            (
                "word/settings.xml",
                '<w:listSeparator w:val=";"',
                '<w:listSeparator w:val="{% a %}"',
                "onderdeel word/settings.xml",
            ),
        ],
    )
    def test_in_other_parts(self, deel: str, oud: str, nieuw: str, plaats: str) -> None:
        assert vind_plaatsen(wijzig(maak(), deel, oud, nieuw)) == [plaats]

    def test_a_picture_is_not_read(self) -> None:
        assert vind_codes(vervang(maak(), {"word/media/a.png": b"{{ a }}"})) == []
