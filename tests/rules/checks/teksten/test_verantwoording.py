"""The words of what the check tells of itself."""

import re

import pytest

from ivb.dates import Date
from ivb.rules.checks.regel import Parameter, Regeltekst, format_parameter
from ivb.rules.checks.teksten.verantwoording import V1, V2, V3

WAARDEN: dict[str, Parameter] = {
    "naam": "eigen",
    "reden": "ValueError: x",
    "code": "A1",
    "plek": "gemeente",
    "einddatum": Date(2025, 7, 1),
}


class TestWords:
    """Every message fills in and ends as a sentence does."""

    @pytest.mark.parametrize("tekst", [V1, V2, V3])
    def test_every_message(self, tekst: Regeltekst) -> None:
        for bericht in (tekst.bericht, *tekst.varianten.values()):
            gevuld = bericht.format_map({naam: format_parameter(waarde) for naam, waarde in WAARDEN.items()})
            assert re.fullmatch(r"[A-Z][^{}\n]+\.", gevuld)
