"""Two measurements are comparable when all that makes them what they are is equal."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from ivb import Meting
from ivb.rules.vergelijkbaarheid import derive_breuk
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
