"""Dossiers with one thing wrong in a letter."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivb import check
from ivb.rules.checks.raadsbrief import RAADSBRIEF as REGELS
from ivb.rules.checks.regel import Regel
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.raadsbrief import RAADSBRIEF


class TestBreaks:
    """What is broken is found by its own rule, once, and by no other rule on letters."""

    @pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(data=st.data())
    def test_breaks_one_rule(self, regel: Regel, data: st.DataObject) -> None:
        gevonden = check(data.draw(bijna_geldige_dossiers(regel.code)), peildatum=PEILDATUM, regels=REGELS)
        assert [een.code for een in gevonden] == [regel.code]

    def test_each_rule_has_one(self) -> None:
        assert list(RAADSBRIEF) == [regel.code for regel in REGELS]
