"""A plan is for one or more years, and may be kept longer."""

import datetime

import pytest

from ivb import Actie, Herkomst, Jaarplan, Verlenging, Verplichting
from ivb.dates import Date


class TestJaarplan:
    """A plan is known by its years, unless it has an id of its own."""

    @pytest.mark.parametrize("looptijd", ["2024", "2024/2025"])
    def test_is_known_by_its_years(self, looptijd: str) -> None:
        assert Jaarplan(titel="plan", looptijd=looptijd).id == looptijd

    def test_may_have_its_own_id(self) -> None:
        assert Jaarplan(titel="plan", looptijd="2024", id="hup-2024").id == "hup-2024"

    def test_raalte_kept_its_plan_of_2021_in_2022(self) -> None:
        verlenging = Verlenging(einddatum=datetime.date(2022, 12, 31))
        assert Jaarplan(titel="plan", looptijd="2021", verlengingen=(verlenging,)).einddatum == Date(2022, 12, 31)


class TestActie:
    """An action is the municipality's own unless it is said to come from elsewhere."""

    def test_local_by_default(self) -> None:
        assert Actie(id="A1", titel="Schouw").herkomst is Herkomst.LOKAAL


class TestVerplichting:
    """An obligation comes from elsewhere, so where from must be said."""

    def test_origin_is_required(self) -> None:
        with pytest.raises(TypeError, match="herkomst"):
            Verplichting(id="v1", titel="De basis op orde")  # type: ignore[call-arg]
