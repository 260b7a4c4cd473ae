"""The words of the checks of promises: one sentence each, and every variant can be said."""

import re
from collections import defaultdict

import pytest

from ivb.rules.checks.regel import Regel
from ivb.rules.checks.teksten import toezeggingen as teksten
from ivb.rules.checks.toezeggingen import TOEZEGGINGEN

BERICHTEN = [
    pytest.param(regel, variant, id=f"{regel.code} {variant}".strip())
    for regel in TOEZEGGINGEN
    for variant in ("", *regel.tekst.varianten)
]


@pytest.mark.parametrize(("regel", "variant"), BERICHTEN)
def test_every_message_is_one_sentence(regel: Regel, variant: str) -> None:
    sjabloon = regel.tekst.varianten[variant] if variant else regel.tekst.bericht
    zin = sjabloon.format_map(defaultdict(lambda: "iets"))
    assert re.fullmatch(r"\S[^.!?]*\.", zin)
    assert "  " not in zin


@pytest.mark.parametrize("regel", TOEZEGGINGEN, ids=lambda regel: regel.code)
def test_every_rule_has_the_words_of_its_code(regel: Regel) -> None:
    assert regel.tekst is getattr(teksten, regel.code)
    assert all(tekst.endswith(".") for tekst in (regel.tekst.controleert, regel.tekst.waarom, regel.tekst.herstel))
