"""Every rule finds something in its own failing example, and nothing in the mended one."""

from typing import Any

import pytest
import yaml

from ivb import Dossier, Regel, check, load
from ivb.rules.checks.catalogus import REGELS
from ivb.testing.gevallen import PEILDATUM

KOP = {"bijgehouden_vanaf": "2020-01-01", "gemeente": {"naam": "A", "code": "GM0001", "plaats": "A"}}
BUITEN_HET_DOSSIER = {"V1", "W2"}
DOSSIERREGELS = [regel for regel in REGELS if regel.code not in BUITEN_HET_DOSSIER]


def voeg_samen(eerste: dict[str, Any], tweede: dict[str, Any]) -> dict[str, Any]:
    samen = dict(eerste)
    for naam, waarde in tweede.items():
        samen[naam] = voeg_samen(samen[naam], waarde) if naam in samen and isinstance(waarde, dict) else waarde
    return samen


def lees(voorbeeld: str) -> Dossier:
    """Read an example with the head that every dossier has."""
    delen = yaml.load(voorbeeld, yaml.BaseLoader)  # noqa: S506 - it makes texts and nothing else
    return load(yaml.safe_dump(voeg_samen(KOP, delen), allow_unicode=True).encode())


def zoek(voorbeeld: str, code: str) -> list[str]:
    return [str(een) for een in check(lees(voorbeeld), peildatum=PEILDATUM) if een.code == code]


class TestExamples:
    """The examples that stand with a rule in the reference are true."""

    @pytest.mark.parametrize("regel", DOSSIERREGELS, ids=lambda regel: regel.code)
    def test_failing_and_passing(self, regel: Regel) -> None:
        assert zoek(regel.tekst.fout, regel.code)
        assert zoek(regel.tekst.goed, regel.code) == []

    @pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
    def test_both_are_dossiers(self, regel: Regel) -> None:
        assert lees(regel.tekst.fout) != lees(regel.tekst.goed)
