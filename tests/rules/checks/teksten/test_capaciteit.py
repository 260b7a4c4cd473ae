"""What the checks of `capaciteit` say."""

from string import Formatter
from typing import Any

import pytest

from ivb import Regel
from ivb.rules.checks.capaciteit import CAPACITEIT

BERICHTEN = [(regel, variant) for regel in CAPACITEIT for variant in ("", *regel.tekst.varianten)]


class TestMessages:
    """A message is one sentence, whatever it is about, and says what would be right."""

    @pytest.mark.parametrize(("regel", "variant"), BERICHTEN, ids=lambda deel: getattr(deel, "code", deel) or "gewoon")
    def test_is_one_sentence(self, regel: Regel, variant: str) -> None:
        sjabloon = regel.tekst.varianten[variant] if variant else regel.tekst.bericht
        woorden: dict[str, Any] = {naam: "Iets" for _, naam, _, _ in Formatter().parse(sjabloon) if naam}
        boodschap = regel.meld("", variant, **woorden).boodschap
        assert boodschap[0].isupper()
        assert boodschap.count(".") == 1
        assert boodschap.endswith(".")
        assert "; " in boodschap

    @pytest.mark.parametrize("regel", CAPACITEIT, ids=lambda regel: regel.code)
    def test_every_message_names_what_it_is_about(self, regel: Regel) -> None:
        for sjabloon in (regel.tekst.bericht, *regel.tekst.varianten.values()):
            assert [naam for _, naam, _, _ in Formatter().parse(sjabloon) if naam]
