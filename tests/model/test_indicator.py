"""A measurement is comparable only with its unit, denominator, method and period (Wet open overheid, art. 2.4)."""

import pytest

from ivb import Indicator, Indicatorsoort, Meting


class TestMeting:
    """No value is not nought."""

    def test_nothing_and_nought_differ(self) -> None:
        niets = Meting(indicator="halt", periode="2023", eenheid="verwijzingen")
        nul = Meting(indicator="halt", periode="2023", eenheid="verwijzingen", waarde=0)
        assert niets.waarde is None
        assert nul.waarde == 0.0
        assert niets != nul

    def test_carries_all_that_makes_it_comparable(self) -> None:
        meting = Meting(indicator="halt", periode="2018", eenheid="verwijzingen", per=10_000, noemer="jongeren")
        assert (meting.per, meting.noemer) == (10_000, "jongeren")

    def test_a_denominator_is_at_least_one(self) -> None:
        with pytest.raises(ValueError, match="te laag"):
            Meting(indicator="halt", periode="2018", eenheid="verwijzingen", per=0)


class TestIndicator:
    """An indicator is an own one unless it is mandatory."""

    def test_own_by_default(self) -> None:
        assert Indicator(id="i", naam="Schouw", eenheid="aantal").soort is Indicatorsoort.EIGEN
