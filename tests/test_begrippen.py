"""Every noun has an entry, with its source, in docs/reference/begrippen.md."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

import ivb.dates
import ivb.model
import ivb.rules
from ivb.model.base import Noun, Uitkomst

PAGINA = Path(__file__).parents[1] / "docs" / "reference" / "begrippen.md"


def lees_begrippen() -> dict[str, str]:
    _, *delen = re.split(r"^## ", PAGINA.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {kop: tekst for kop, _, tekst in (deel.partition("\n") for deel in delen)}


def vind_klassen() -> Iterator[type]:
    for pakket in (ivb.model, ivb.dates, ivb.rules):
        for module in pkgutil.iter_modules(pakket.__path__, f"{pakket.__name__}."):
            inhoud = vars(importlib.import_module(module.name)).values()
            yield from (soort for soort in inhoud if isinstance(soort, type) and soort.__module__ == module.name)


def is_begrip(soort: type) -> bool:
    """In ``dates`` every attrs class is a noun; elsewhere also what derives from ``Noun``, and what is public."""
    is_datum = attrs.has(soort) and soort.__module__.startswith("ivb.dates.")
    is_noun = issubclass(soort, (Noun, StrEnum)) and soort not in {Noun, Uitkomst}
    return is_datum or is_noun or (attrs.has(soort) and soort.__name__ in ivb.__all__)


BEGRIPPEN = lees_begrippen()
KLASSEN = {soort.__name__: soort for soort in vind_klassen() if is_begrip(soort)}


class TestBegrippen:
    """One word per thing: the glossary and the model have the same words."""

    def test_every_noun_has_an_entry(self) -> None:
        assert sorted(KLASSEN.keys() - BEGRIPPEN.keys()) == []

    def test_every_entry_is_a_noun(self) -> None:
        assert sorted(BEGRIPPEN.keys() - KLASSEN.keys()) == []

    def test_entries_stand_once_and_in_order(self) -> None:
        koppen = re.findall(r"^## (.+)$", PAGINA.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert koppen == sorted(set(koppen))

    @pytest.mark.parametrize("naam", BEGRIPPEN)
    def test_names_its_source(self, naam: str) -> None:
        assert "\n*Bron:* " in BEGRIPPEN[naam]

    @pytest.mark.parametrize("naam", [naam for naam, soort in KLASSEN.items() if issubclass(soort, StrEnum)])
    def test_names_every_choice(self, naam: str) -> None:
        keuzes = {str(keuze) for keuze in KLASSEN[naam].__members__.values()}  # type: ignore[attr-defined]
        assert keuzes <= set(re.findall(r"`([^`]+)`", BEGRIPPEN[naam].replace("\n", " ")))

    @pytest.mark.parametrize("naam", BEGRIPPEN)
    def test_leads_somewhere(self, naam: str) -> None:
        assert set(re.findall(r"\(#([^)]+)\)", BEGRIPPEN[naam])) <= {kop.lower() for kop in BEGRIPPEN}
