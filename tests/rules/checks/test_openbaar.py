"""The checks of how open a document is, by hand."""

from typing import Any

import attrs
import pytest

from ivb import Bevinding, Openbaarheid, Openbaarheidssoort, Raadsbrief, voorbeeld
from ivb.dates import Date
from ivb.rules.checks.openbaar import W1, W2
from tests.rules.dossier import LEEG

DAG = Date(2024, 6, 3)
DATUM = Date(2024, 4, 23)
EMBARGO = Openbaarheid(soort=Openbaarheidssoort.EMBARGO, embargo_tot=Date(2024, 5, 20))


def zoek(dag: Date = DAG, **velden: Any) -> list[Bevinding]:  # noqa: ANN401  fields of any kind
    brief = Raadsbrief(**{"id": "b", "datum": DATUM, "onderwerp": "de stand", **velden})
    gevonden = list(W1(attrs.evolve(LEEG, raadsbrieven=(brief,)), dag))
    assert all(een.pad == "raadsbrieven[b].gepubliceerd" for een in gevonden)
    return gevonden


def kort(gevonden: list[Bevinding]) -> list[tuple[str, str]]:
    return [(een.ernst.value, een.variant) for een in gevonden]


class TestPublished:
    """W1: what is public is published within two weeks (Wet open overheid, art. 3.3, fourth paragraph): an advice."""

    @pytest.mark.parametrize(
        ("gepubliceerd", "verwacht"),
        [
            (Date(2024, 4, 23), []),
            (Date(2024, 5, 7), []),
            (Date(2024, 5, 8), [("waarschuwing", "")]),
            (DAG, [("waarschuwing", "")]),
            (Date(2024, 6, 4), [("waarschuwing", "nog niet")]),
            (None, [("waarschuwing", "onbekend")]),
        ],
    )
    def test_when(self, gepubliceerd: Date | None, verwacht: list[tuple[str, str]]) -> None:
        assert kort(zoek(gepubliceerd=gepubliceerd)) == verwacht

    @pytest.mark.parametrize("gepubliceerd", [None, Date(2024, 7, 1)])
    def test_there_is_still_time(self, gepubliceerd: Date | None) -> None:
        assert zoek(Date(2024, 5, 7), gepubliceerd=gepubliceerd) == []
        assert len(zoek(Date(2024, 5, 8), gepubliceerd=gepubliceerd)) == 1
        assert zoek(Date(2024, 4, 22), gepubliceerd=gepubliceerd) == []

    def test_it_is_advice(self) -> None:
        (gevonden,) = zoek()
        assert gevonden.boodschap == (
            "Of en wanneer de brief van 23 april 2024 (de stand) is gepubliceerd, is niet vastgelegd, en 7 mei 2024 "
            "was de laatste dag; noteer het in gepubliceerd (dit is een advies, want voor raadsstukken gold de plicht "
            "op 12 februari 2025 nog niet)."
        )

    @pytest.mark.parametrize(
        ("gepubliceerd", "verwacht"),
        [
            (Date(2024, 5, 19), [("waarschuwing", "embargo")]),
            (Date(2024, 5, 20), []),
            (Date(2024, 5, 21), [("waarschuwing", "")]),
            (None, [("waarschuwing", "onbekend")]),
        ],
    )
    def test_embargo(self, gepubliceerd: Date | None, verwacht: list[tuple[str, str]]) -> None:
        assert kort(zoek(openbaarheid=EMBARGO, gepubliceerd=gepubliceerd)) == verwacht

    def test_embargo_in_words(self) -> None:
        (gevonden,) = zoek(openbaarheid=EMBARGO, gepubliceerd=Date(2024, 5, 1))
        assert "op 1 mei 2024, vóór het einde van het embargo op 20 mei 2024;" in gevonden.boodschap

    @pytest.mark.parametrize(
        "velden",
        [
            {"openbaarheid": Openbaarheid(soort=Openbaarheidssoort.GEHEIM)},
            {"openbaarheid": Openbaarheid(soort=Openbaarheidssoort.EMBARGO)},
            {"datum": Date(2022, 4, 30)},
        ],
    )
    def test_no_day_is_advised(self, velden: dict[str, Any]) -> None:
        assert zoek(**velden) == []

    def test_a_calendar_that_is_not_known(self) -> None:
        """Which days of 2029 are equated with a holiday is not known, so its end (Friday 11 May) may move."""
        gevonden = zoek(Date(2029, 6, 1), datum=Date(2029, 4, 27), gepubliceerd=Date(2029, 5, 30))
        assert kort(gevonden) == [("info", "")]
        assert "(of later, als een dag die ivb niet kent met een feestdag gelijk is gesteld)" in gevonden[0].boodschap
        embargo = Openbaarheid(soort=Openbaarheidssoort.EMBARGO, embargo_tot=Date(2029, 5, 31))
        eerder = zoek(Date(2029, 6, 1), datum=Date(2029, 4, 27), openbaarheid=embargo, gepubliceerd=Date(2029, 5, 30))
        assert kort(eerder) == [("waarschuwing", "embargo")]

    def test_the_example(self) -> None:
        assert list(W1(voorbeeld(), Date(2024, 5, 7))) == []
        assert [een.variant for een in W1(voorbeeld(), Date(2024, 5, 8))] == ["onbekend"]


class TestAccessible:
    """W2: a document is found wanting by its audit, not by the dossier."""

    def test_no_dossier_is_judged(self) -> None:
        assert list(W2(voorbeeld(), DAG)) == []
