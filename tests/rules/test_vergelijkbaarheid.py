"""Two measurements are comparable when all that makes them what they are is equal."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from ivb import Indicator, Meting, parse_periode
from ivb.dates import Date
from ivb.rules.vergelijkbaarheid import (
    Meetpunten,
    derive_aantal,
    derive_andere_telling,
    derive_breuk,
    derive_zekere_breuk,
    is_bekend,
)
from ivb.testing import metingen

CIJFER = Meting(indicator="i", periode="2023", waarde=6.1, eenheid="aantal", per=1000, noemer="inwoners")


class TestBreak:
    """A difference in unit, denominator, age group, area, source, method or length of period is a break."""

    @pytest.mark.parametrize(
        ("veld", "waarde", "breuk"),
        [
            ("eenheid", "%", "eenheid"),
            ("per", 10000, "noemer"),
            ("noemer", "jongeren", "noemer"),
            ("leeftijdsgroep", "12 tot en met 17 jaar", "leeftijdsgroep"),
            ("gebied", "centrum", "gebied"),
            ("bron", "CBS", "bron"),
            ("methode", "2024", "methode"),
            ("periode", "2024-H1", "lengte van de periode"),
            ("volledig", False, "volledigheid"),
        ],
    )
    def test_one_difference(self, veld: str, waarde: Any, breuk: str) -> None:  # noqa: ANN401 - of any field
        assert derive_breuk(CIJFER, attrs.evolve(CIJFER, **{veld: waarde})) == (breuk,)

    def test_a_difference_is_said_once(self) -> None:
        assert derive_breuk(CIJFER, attrs.evolve(CIJFER, per=None, noemer=None)) == ("noemer",)

    @pytest.mark.parametrize(("veld", "waarde"), [("periode", "2024"), ("waarde", None), ("voorlopig", True)])
    def test_what_is_no_break(self, veld: str, waarde: Any) -> None:  # noqa: ANN401 - of any field
        assert derive_breuk(CIJFER, attrs.evolve(CIJFER, **{veld: waarde})) == ()

    @given(metingen(), metingen())
    def test_both_ways(self, een: Meting, ander: Meting) -> None:
        assert derive_breuk(een, ander) == derive_breuk(ander, een)
        assert derive_breuk(een, een) == ()

    @given(metingen(), metingen())
    def test_what_is_certain_is_part_of_it(self, een: Meting, ander: Meting) -> None:
        zeker = derive_zekere_breuk(een, ander)
        assert set(zeker) <= set(derive_breuk(een, ander))
        assert zeker == derive_zekere_breuk(ander, een)

    @pytest.mark.parametrize(
        ("velden", "zeker"),
        [
            ({"methode": "2024"}, ()),
            ({"bron": "CBS"}, ()),
            ({"leeftijdsgroep": "jong"}, ()),
            ({"noemer": None}, ()),
            ({"per": None}, ("noemer",)),
            ({"per": None, "noemer": None}, ("noemer",)),
            ({"gebied": "centrum"}, ("gebied",)),
            ({"noemer": "jongeren"}, ("noemer",)),
        ],
    )
    def test_what_is_known_of_one_only_may_be_the_same(self, velden: dict[str, Any], zeker: tuple[str, ...]) -> None:
        assert derive_zekere_breuk(CIJFER, attrs.evolve(CIJFER, **velden)) == zeker


class TestCounting:
    """What is counted is unit, denominator and age group; an indicator says it too."""

    def test_an_indicator_and_its_measurement(self) -> None:
        indicator = Indicator(id="i", naam="A", eenheid="aantal", per=1000, noemer="inwoners", bron="CBS")
        assert derive_andere_telling(indicator, CIJFER) == {}
        ander = attrs.evolve(CIJFER, eenheid="%", per=100, leeftijdsgroep="jong")
        assert derive_andere_telling(indicator, ander) == {"eenheid": True, "noemer": True, "leeftijdsgroep": False}

    @pytest.mark.parametrize(
        ("velden", "aantal"),
        [
            ({}, None),
            ({"aantal": 0}, 0),
            ({"per": None}, 6.1),
            ({"per": None, "eenheid": "%"}, None),
            ({"per": None, "aantal": 7}, 7),
        ],
    )
    def test_the_count_behind_a_value(self, velden: dict[str, Any], aantal: float | None) -> None:
        assert derive_aantal(attrs.evolve(CIJFER, **velden)) == aantal


class TestKnown:
    """Of a period the latest measurement counts that was known on a day."""

    @pytest.mark.parametrize(
        ("bekend", "dag", "uitkomst"),
        [
            (None, Date(2022, 12, 31), False),
            (None, Date(2023, 1, 1), True),
            (Date(2024, 2, 1), Date(2024, 1, 31), False),
            (Date(2024, 2, 1), Date(2024, 2, 1), True),
        ],
    )
    def test_on_a_day(self, bekend: Date | None, dag: Date, uitkomst: bool) -> None:  # noqa: FBT001 - an example
        assert is_bekend(attrs.evolve(CIJFER, bekend_sinds=bekend), dag) is uitkomst

    def test_the_latest_revision_of_each(self) -> None:
        oud = attrs.evolve(CIJFER, bekend_sinds=Date(2024, 2, 1))
        nieuw = attrs.evolve(CIJFER, waarde=6.4, bekend_sinds=Date(2024, 6, 1))
        later = attrs.evolve(CIJFER, periode="2024")
        perioden = parse_periode("2023"), parse_periode("2024")
        for metingen_ in ((oud, nieuw, later), (later, nieuw, oud)):
            punten = Meetpunten(metingen_)
            assert punten.find_paar("i", *perioden, bekend_op=Date(2024, 7, 1)) == (nieuw, later)
            assert punten.find_paar("i", *perioden, bekend_op=Date(2024, 5, 1)) == (oud, later)
            assert punten.find_paar("i", *perioden, bekend_op=Date(2023, 5, 1)) == (None, None)

    def test_two_that_may_be_compared_go_before_the_latest(self) -> None:
        oud, nieuw = (attrs.evolve(CIJFER, methode=methode) for methode in ("2021", "2024"))
        later = attrs.evolve(CIJFER, periode="2024", methode="2021", bekend_sinds=Date(2025, 1, 1))
        perioden = parse_periode("2023"), parse_periode("2024")
        assert Meetpunten((oud, nieuw, later)).find_paar("i", *perioden, bekend_op=Date(2025, 7, 1)) == (oud, later)
        anders = attrs.evolve(later, methode="2025")
        assert Meetpunten((oud, nieuw, anders)).find_paar("i", *perioden, bekend_op=Date(2025, 7, 1)) == (nieuw, anders)
