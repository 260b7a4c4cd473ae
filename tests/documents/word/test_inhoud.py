from lxml import etree

from ivb.documents.word.inhoud import Inhoud, W, kort, read_aan, read_getal, read_inhoud, walk
from ivb.documents.word.pakket import open_pakket
from tests.documents.sjablonen import wijzig
from tests.documents.toegankelijkheid.gebreken import (
    RELATIES,
    STIJLEN,
    TABEL,
    maak,
    maak_cel,
    maak_noten,
    maak_p,
    maak_rij,
    maak_run,
    maak_tabel,
)


def lees(document: bytes) -> Inhoud:
    return read_inhoud(open_pakket(document))


def eigenschap(waarde: str) -> etree._Element:
    return etree.fromstring(f'<a xmlns:w="{W[1:-1]}" w:val="{waarde}"/>')


class TestReading:
    """What a reader reads, in order, and where."""

    def test_parts(self) -> None:
        inhoud = lees(maak_noten(maak_p(maak_run("noot"))))
        assert [str(deel) for deel in inhoud.delen] == ["hoofdtekst", "koptekst 1", "voettekst 1", "voetnoten"]
        assert inhoud.onleesbaar == ()

    def test_a_part_that_two_sections_share(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
        relatie = f'<Relationship Id="rId8" Type="{soort}" Target="footer1.xml"/>'
        document = wijzig(maak(), RELATIES, "</Relationships>", f"{relatie}</Relationships>")
        assert [str(deel) for deel in lees(document).delen] == ["hoofdtekst", "koptekst 1", "voettekst 1"]

    def test_text(self) -> None:
        run = (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/><w:cr/>"
            '<w:br w:type="page"/><!-- c --></w:r>'
        )
        oud = f"<w:del>{run}</w:del><w:moveFrom>{run}</w:moveFrom><w:ins>{maak_run('nieuw')}</w:ins>"
        assert (
            lees(maak(maak_p(run + oud, "<w:tabs><w:tab/></w:tabs>"))).delen[0].alineas[3].tekst
            == "a\tb\n-\u00ad\nnieuw"
        )

    def test_tables(self) -> None:
        binnen = maak_tabel(maak_rij("c"))
        deel = lees(maak(TABEL, maak_tabel(maak_rij("a", maak_cel(binnen + "<w:p/>"))))).delen[0]
        assert [[len(cellen) for _, cellen in tabel.rijen] for tabel in deel.tabellen] == [[2, 2], [2], [1]]
        assert str(deel.tabellen[1]) == "hoofdtekst, tabel 2 (‘a | c’)"
        leeg = maak_tabel(maak_rij(maak_cel()))
        assert str(lees(maak(leeg)).delen[0].tabellen[0]).startswith("hoofdtekst, tabel 1 (na ‘Dit gaat")

    def test_an_empty_table_at_the_very_beginning(self) -> None:
        document = wijzig(maak(), "word/document.xml", "<w:body>", f"<w:body>{maak_tabel()}")
        assert str(lees(document).delen[0].tabellen[0]) == "hoofdtekst, tabel 1"

    def test_walk(self) -> None:
        wortel = etree.fromstring("<a><b><c/></b><d/></a>")
        assert [kind.tag for kind in walk(wortel)] == ["b", "c", "d"]
        assert [kind.tag for kind in walk(wortel, {"b"})] == ["b", "d"]

    def test_short(self) -> None:
        assert kort(" a \n b ") == "a b"
        assert kort("woord " * 20) == f"{('woord ' * 10).strip()}…"


class TestProperties:
    """No number and no reference in a file is trusted."""

    def test_on_and_off(self) -> None:
        assert [read_aan(eigenschap(waarde)) for waarde in ("1", "true", "0", "false", "off")] == [
            *(True, True, False, False, False)
        ]
        assert read_aan(etree.Element("a"))
        assert read_aan(None) is None

    def test_numbers(self) -> None:
        waarden = ("5", "-5", "", "x", "9" * 20, "٣")
        assert [read_getal(eigenschap(waarde)) for waarde in waarden] == [5, None, None, None, None, None]
        assert read_getal(None) is None

    def test_styles_in_a_circle(self) -> None:
        stijl = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
        kring = stijl.format("A", "B") + stijl.format("B", "A") + "</w:styles>"
        stijlen = lees(wijzig(maak(), STIJLEN, "</w:styles>", kring)).stijlen
        assert [een.get(f"{W}styleId") for een in stijlen.find_keten("A")] == ["A", "B"]
        assert stijlen.find_namen("A") == ("", "")
        assert stijlen.has("B")
        assert not stijlen.has("C")

    def test_size(self) -> None:
        assert lees(maak()).stijlen.grootte == 22
        assert lees(wijzig(maak(), STIJLEN, '<w:sz w:val="22"/>', "")).stijlen.grootte == 20
