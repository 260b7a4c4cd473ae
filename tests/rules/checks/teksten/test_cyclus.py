"""What the checks say is one Dutch sentence, whatever fills it."""

import string

import pytest

from ivb.rules.checks.cyclus import CYCLUS
from ivb.rules.checks.regel import Regeltekst

BERICHTEN = [
    (regel.tekst, variant) for regel in CYCLUS for variant in (regel.tekst.bericht, *regel.tekst.varianten.values())
]


class TestMessages:
    """A message is one sentence, and says what would be right after a semicolon or in brackets."""

    @pytest.mark.parametrize(("tekst", "bericht"), BERICHTEN)
    def test_one_sentence(self, tekst: Regeltekst, bericht: str) -> None:
        namen = {naam for _, naam, _, _ in string.Formatter().parse(bericht) if naam}
        gevuld = bericht.format_map(dict.fromkeys(namen, "X"))
        assert "." not in gevuld[:-1]
        assert gevuld.endswith(".")
        assert ";" in gevuld
        assert tekst.bericht != tekst.titel
