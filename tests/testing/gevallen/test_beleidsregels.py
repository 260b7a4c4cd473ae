"""Each message of the checks of `beleidsregels` is made by a nearly valid dossier."""

import pytest

from ivb import Regel
from ivb.rules.checks.beleidsregels import BELEIDSREGELS
from ivb.testing.gevallen.beleidsregels import BELEIDSREGELS as BREUKEN
from tests.testing.gevallen.varianten import is_drawn, list_varianten, name_variant


@pytest.mark.parametrize(("regel", "variant"), list_varianten(BELEIDSREGELS), ids=name_variant)
def test_every_message(regel: Regel, variant: str) -> None:
    assert is_drawn(regel, variant)


def test_every_rule_can_be_broken() -> None:
    assert list(BREUKEN) == [regel.code for regel in BELEIDSREGELS if regel.check]
