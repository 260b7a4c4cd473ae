import attrs
import pytest

from ivb import Drempels, Gemeente, Indicator, Meting, Profiel
from ivb.dates import Date
from ivb.documents.stukken.cijfers import find_gemeten, view_cijfers
from tests.rules.dossier import LEEG

EINDE, BEKEND = Date(2025, 12, 31), Date(2026, 3, 1)
CIJFER = Meting(indicator="i", periode="2024", waarde=20.0, eenheid="aantal")


def view(*metingen: Meting, drempel: int | None = None) -> list[tuple[object, object, object]]:
    profiel = Profiel(drempels=Drempels(kleine_aantallen=drempel))
    dossier = attrs.evolve(
        LEEG,
        gemeente=Gemeente(naam="A", code="GM0001", plaats="B", profiel=profiel),
        indicatoren=(Indicator(id="i", naam="Meldingen", eenheid="aantal"),),
        metingen=metingen,
    )
    rijen = view_cijfers(dossier, ["i"], einde=EINDE, bekend_op=BEKEND)
    assert find_gemeten(dossier, einde=EINDE, bekend_op=BEKEND) == ({"i"} if rijen[0].periode != "–" else set())
    return [(rij.periode, rij.waarde, rij.verschil) for rij in rijen]


def na(jaar: str, **velden: object) -> Meting:
    return attrs.evolve(CIJFER, periode=jaar, **velden)  # type: ignore[arg-type]  # whatever a test needs


class TestShown:
    """The last two measurements of an indicator, known by the day of the note and about days before its end."""

    def test_none(self) -> None:
        assert view() == [("–", "geen meting bekend", "–")]

    def test_the_last_two_in_order(self) -> None:
        rijen = view(na("2025", waarde=23.0), na("2023"), CIJFER)
        assert rijen == [("2024", "20", "–"), ("2025", "23", "+3")]

    @pytest.mark.parametrize("later", [na("2026"), na("2025", bekend_sinds=Date(2026, 3, 2))])
    def test_not_what_came_later(self, later: Meting) -> None:
        assert view(CIJFER, later) == [("2024", "20", "–")]

    def test_of_a_revised_figure_the_latest(self) -> None:
        definitief = na("2025", waarde=21.0, bekend_sinds=Date(2026, 2, 1))
        voorlopig = na("2025", waarde=25.0, bekend_sinds=Date(2026, 1, 1), voorlopig=True)
        assert view(definitief, voorlopig) == [("2025", "21", "–")]

    def test_a_series_for_every_area_and_length_of_period(self) -> None:
        rijen = view(na("2025-H1"), na("2025"), na("2025", gebied="centrum"))
        assert [periode for periode, _, _ in rijen] == ["eerste halfjaar van 2025", "2025", "2025"]
        assert {verschil for _, _, verschil in rijen} == {"–"}


class TestDifference:
    """No difference over a break, of nothing measured, or of counts too small for a trend."""

    def test_break(self) -> None:
        (_, (_, _, verschil)) = view(CIJFER, na("2025", methode="2025", bron="CBS"))
        assert verschil == "niet te vergelijken (ander: bron, methode)"

    @pytest.mark.parametrize("metingen", [(CIJFER, na("2025", waarde=None)), (na("2023", waarde=None), CIJFER)])
    def test_not_measured(self, metingen: tuple[Meting, ...]) -> None:
        rijen = view(*metingen)
        assert {verschil for _, _, verschil in rijen} == {"–"}
        assert "niet gemeten" in {waarde for _, waarde, _ in rijen}

    @pytest.mark.parametrize(
        ("velden", "verschil"),
        [
            ({"waarde": 9.0}, "te kleine aantallen"),
            ({"waarde": 10.0}, "\u221210"),
            ({"waarde": 30.0, "aantal": 9}, "te kleine aantallen"),
            ({"waarde": 9.0, "aantal": 10}, "\u221211"),
        ],
    )
    def test_small_counts(self, velden: dict[str, object], verschil: str) -> None:
        assert view(CIJFER, na("2025", **velden), drempel=10)[1][2] == verschil

    def test_a_rate_without_its_count_is_not_small(self) -> None:
        eerder, later = (attrs.evolve(een, waarde=1.5, eenheid="%") for een in (CIJFER, na("2025")))
        assert view(eerder, later, drempel=10)[1][2] == "gelijk"

    def test_nothing_agreed(self) -> None:
        assert view(CIJFER, na("2025", waarde=1.0))[1][2] == "\u221219"
