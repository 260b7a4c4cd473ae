"""Settings and acceptances that do nothing are found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivb import check
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.verantwoording import VERANTWOORDING


class TestBreaks:
    """Each break is found, and everything else stays valid."""

    @pytest.mark.parametrize("code", VERANTWOORDING)
    @settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(data=st.data())
    def test_found_alone(self, code: str, data: st.DataObject) -> None:
        dossier = data.draw(bijna_geldige_dossiers(code))
        assert {een.code for een in check(dossier, peildatum=PEILDATUM)} == {code}
