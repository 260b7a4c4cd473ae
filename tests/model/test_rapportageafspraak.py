"""An agreement says how often, and when each report is due: "H1 in het najaar van hetzelfde jaar"."""

import pytest

from ivb import Levertermijn, Rapportageafspraak, Ritme, parse_periode

TERMIJNEN = (
    Levertermijn(deel="H1", venster="najaar"),
    Levertermijn(deel="H2", venster="vóór de zomer", jaren_later=1),
)


class TestRitme:
    """A rhythm is a number of months."""

    def test_months(self) -> None:
        assert [ritme.maanden for ritme in Ritme] == [3, 4, 6, 12, 24]


class TestLevertermijn:
    """The words are those of the promise, with the year they need."""

    @pytest.mark.parametrize(
        ("periode", "woorden"), [("2024-H1", "najaar 2024"), ("2024-H2", "vóór de zomer van 2025")]
    )
    def test_per_part_of_the_year(self, periode: str, woorden: str) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, levertermijnen=TERMIJNEN)
        assert str(afspraak.levertermijn(parse_periode(periode))) == woorden

    def test_for_every_period(self) -> None:
        afspraak = Rapportageafspraak(
            ritme=Ritme.JAARLIJKS, levertermijnen=(Levertermijn(venster="uiterlijk 1 mei", jaren_later=1),)
        )
        assert str(afspraak.levertermijn(parse_periode("2024"))) == "uiterlijk 1 mei 2025"

    def test_what_was_not_agreed_is_unknown(self) -> None:
        assert Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS).levertermijn(parse_periode("2024-H1")) is None
        alleen = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, levertermijnen=TERMIJNEN[:1])
        assert alleen.levertermijn(parse_periode("2024-H2")) is None

    @pytest.mark.parametrize("volgorde", [1, -1])
    def test_the_order_says_nothing(self, volgorde: int) -> None:
        altijd = Levertermijn(venster="uiterlijk 1 mei", jaren_later=1)
        later, eigen = (Levertermijn(deel="H1", venster="najaar", jaren_later=jaren) for jaren in (1, 0))
        afspraak = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, levertermijnen=(altijd, later, eigen)[::volgorde])
        assert str(afspraak.levertermijn(parse_periode("2024-H1"))) == "najaar 2024"
        assert str(afspraak.levertermijn(parse_periode("2024-H2"))) == "uiterlijk 1 mei 2025"

    @pytest.mark.parametrize(
        "venster",
        ["ooit", "najaar 2024", "binnen zes weken", "", "in", "vóór", "uiterlijk", "uiterlijk 29 februari"],
    )
    def test_words_that_are_no_time_of_the_year(self, venster: str) -> None:
        with pytest.raises(ValueError, match="geen tijd van het jaar"):
            Levertermijn(venster=venster)

    @pytest.mark.parametrize("deel", ["H3", "K5", "h1", "jaar"])
    def test_parts_that_do_not_exist(self, deel: str) -> None:
        with pytest.raises(ValueError, match="H1, T2 of K3"):
            Levertermijn(deel=deel, venster="najaar")
