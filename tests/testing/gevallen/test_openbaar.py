"""Each message of the checks of `openbaar` is made by a nearly valid dossier."""

import pytest

from ivb import Regel
from ivb.rules.checks.openbaar import OPENBAAR
from ivb.testing.gevallen.openbaar import OPENBAAR as BREUKEN
from tests.testing.gevallen.varianten import is_drawn, list_varianten, name_variant


@pytest.mark.parametrize(("regel", "variant"), list_varianten(OPENBAAR), ids=name_variant)
def test_every_message(regel: Regel, variant: str) -> None:
    assert is_drawn(regel, variant)


def test_every_rule_can_be_broken() -> None:
    assert list(BREUKEN) == [regel.code for regel in OPENBAAR if regel.check]
