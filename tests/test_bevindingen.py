from ivb.bevindingen import Documentbevinding, Ernst
from ivb.sources import Bron

BEVINDING = Documentbevinding(
    code="kop-leeg",
    ernst=Ernst.FOUT,
    plaats="hoofdtekst, alinea 3",
    boodschap="deze kop heeft geen tekst; vul hem in",
    bron=Bron(titel="EN 301 549", vindplaats="10.2.4.6"),
)


class TestDocumentbevinding:
    """A finding is a value, and reads as one line."""

    def test_one_line(self) -> None:
        assert str(BEVINDING) == "hoofdtekst, alinea 3: deze kop heeft geen tekst; vul hem in [kop-leeg]"

    def test_a_value(self) -> None:
        assert {BEVINDING, BEVINDING} == {BEVINDING}
        assert [str(ernst) for ernst in Ernst] == ["fout", "waarschuwing", "info"]
