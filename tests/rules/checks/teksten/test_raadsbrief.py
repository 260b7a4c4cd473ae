"""The words of the checks of letters."""

import re
from typing import Any

import pytest

from ivb.rules.checks.raadsbrief import RAADSBRIEF
from ivb.rules.checks.regel import Regel

GEVALLEN = [(regel, variant) for regel in RAADSBRIEF for variant in ("", *regel.tekst.varianten)]


class TestMessages:
    """Every message is one sentence that says what is wrong and what would be right."""

    @pytest.mark.parametrize(("regel", "variant"), GEVALLEN)
    def test_is_one_sentence(self, regel: Regel, variant: str) -> None:
        sjabloon = regel.tekst.varianten[variant] if variant else regel.tekst.bericht
        namen: dict[str, Any] = dict.fromkeys(re.findall(r"{(\w+)}", sjabloon), "x")
        boodschap = regel.meld("", variant, **namen).boodschap
        assert re.fullmatch(r"[A-Z][^{}]*; [^.{}]+\.", boodschap)
        assert ". " not in boodschap
