"""What is broken in `structuur` is found in every way in which it breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivb import check
from ivb.rules.checks.structuur import STRUCTUUR
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.structuur import STRUCTUUR as BREUKEN


class TestBreaks:
    """Every code of the area has a way to break, and every way is told."""

    def test_every_code(self) -> None:
        assert list(BREUKEN) == [regel.code for regel in STRUCTUUR]

    @pytest.mark.parametrize("code", BREUKEN)
    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(data=st.data())
    def test_is_found(self, code: str, data: st.DataObject) -> None:
        dossier = data.draw(bijna_geldige_dossiers(code))
        gevonden = [een for een in check(dossier, peildatum=PEILDATUM) if een.code == code]
        assert gevonden
        assert all(een.boodschap.endswith(".") for een in gevonden)
