"""Every break of a dossier is found, in each of its variants."""

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from ivb import Dossier, check
from ivb.rules.checks.beleidsregels import BELEIDSREGELS as REGELS
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.beleidsregels import BELEIDSREGELS

VARIANTEN = [(regel.code, variant) for regel in REGELS if regel.check for variant in ("", *regel.tekst.varianten)]
GENOEG = settings(
    max_examples=500, phases=[Phase.generate], derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def varianten(dossier: Dossier, code: str) -> set[str]:
    return {een.variant for een in check(dossier, peildatum=PEILDATUM) if een.code == code}


class TestBreaks:
    """Each message of a rule can be drawn, and a break always triggers its rule."""

    @pytest.mark.parametrize(("code", "variant"), VARIANTEN)
    def test_every_message_is_drawn(self, code: str, variant: str) -> None:
        dossier = find(bijna_geldige_dossiers(code), lambda een: variant in varianten(een, code), settings=GENOEG)
        assert variant in varianten(dossier, code)

    @pytest.mark.parametrize("code", BELEIDSREGELS)
    @settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(data=st.data())
    def test_a_break_is_found(self, code: str, data: st.DataObject) -> None:
        assert varianten(data.draw(bijna_geldige_dossiers(code)), code)
