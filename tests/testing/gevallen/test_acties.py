"""Each break of an action makes every message of its rule, sooner or later."""

import pytest
from hypothesis import Phase, find, settings

from ivb import check
from ivb.rules.checks.acties import ACTIES
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers

GEVALLEN = [(regel.code, variant) for regel in ACTIES for variant in ("", *regel.tekst.varianten)]
EERSTE = settings(phases=[Phase.generate], max_examples=500)  # to make the first that is found smaller takes long
BUITEN = {("A5", "doorgeschoven"), ("A5", "nog")}


@pytest.mark.parametrize(("code", "variant"), [geval for geval in GEVALLEN if geval not in BUITEN])
def test_every_message(code: str, variant: str) -> None:
    find(
        bijna_geldige_dossiers(code),
        lambda dossier: (code, variant) in {(een.code, een.variant) for een in check(dossier, peildatum=PEILDATUM)},
        settings=EERSTE,
    )
