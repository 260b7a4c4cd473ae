"""Every break of the reports of a dossier is found, in every variant of the message."""

import pytest
from hypothesis import HealthCheck, Phase, find, settings

from ivb import Dossier
from ivb.rules.checks.rapportage import RAPPORTAGE
from ivb.rules.checks.regel import Regel
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers
from ivb.testing.gevallen.rapportage import RAPPORTAGE as BREUKEN

ZONDER_KRIMPEN = (Phase.generate,)
VARIANTEN = [
    pytest.param(regel, variant, id=f"{regel.code} {variant}".strip())
    for regel in RAPPORTAGE
    for variant in ("", *regel.tekst.varianten)
]


def test_there_is_one_for_every_rule() -> None:
    assert list(BREUKEN) == [regel.code for regel in RAPPORTAGE]


@pytest.mark.parametrize(("regel", "variant"), VARIANTEN)
def test_every_variant_is_drawn(regel: Regel, variant: str) -> None:
    def has_variant(dossier: Dossier) -> bool:
        return variant in {een.variant for een in regel(dossier, PEILDATUM)}

    zuinig = settings(max_examples=200, database=None, phases=ZONDER_KRIMPEN, suppress_health_check=list(HealthCheck))
    assert has_variant(find(bijna_geldige_dossiers(regel.code), has_variant, settings=zuinig))
