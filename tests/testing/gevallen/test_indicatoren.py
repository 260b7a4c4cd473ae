"""Each break of an indicator makes every message of its rule, sooner or later."""

import pytest
from hypothesis import Phase, find, settings

from ivb import check
from ivb.rules.checks.indicatoren import INDICATOREN
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers

GEVALLEN = [(regel.code, variant) for regel in INDICATOREN for variant in ("", *regel.tekst.varianten)]


# The first that is found will do; to make it smaller takes long.
EERSTE = settings(phases=[Phase.generate], max_examples=500)


@pytest.mark.parametrize(("code", "variant"), GEVALLEN)
def test_every_message(code: str, variant: str) -> None:
    find(
        bijna_geldige_dossiers(code),
        lambda dossier: (code, variant) in {(een.code, een.variant) for een in check(dossier, peildatum=PEILDATUM)},
        settings=EERSTE,
    )
