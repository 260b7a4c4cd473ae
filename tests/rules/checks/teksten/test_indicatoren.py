"""The words of the checks of indicators fill in, and read as a sentence."""

import pytest

from ivb.rules.checks.indicatoren import INDICATOREN
from ivb.rules.checks.regel import Regel
from tests.rules.checks.zinnen import find_ontsporing


@pytest.mark.parametrize("regel", INDICATOREN, ids=lambda regel: regel.code)
def test_words(regel: Regel) -> None:
    assert find_ontsporing(regel) == []
