"""What docs/explanation/bevindingen.md says, written by hand, is what the check finds: no more and no less."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from ivb import check, load, parse_datering
from ivb.dates import Date

ROOT = Path(__file__).parents[1]
PAGINA = ROOT / "docs" / "explanation" / "bevindingen.md"
RIJ = re.compile(r"^\| ([A-Z]\d+) \| (\w+) \| `([^`]+)` \|", re.MULTILINE)
KOP = re.compile(r"^`([\w-]+\.yaml)`, op (\d+ \w+ \d{4})\.", re.MULTILINE)


class Geval(NamedTuple):
    """A dossier of the page, the day on which it is judged, and what is found there: code, severity and place."""

    bestand: str
    dag: str
    verwacht: list[tuple[str, str, str]]


def lees_dag(tekst: str) -> Date:
    dag = parse_datering(tekst).laatst
    assert dag
    return dag


def lees_gevallen() -> list[Geval]:
    _, *delen = re.split(r"^## ", PAGINA.read_text(encoding="utf-8"), flags=re.MULTILINE)
    gevonden = []
    for deel in delen:
        kop = KOP.search(deel)
        assert kop
        gevonden.append(Geval(kop[1], kop[2], sorted(RIJ.findall(deel))))
    return gevonden


GEVALLEN = lees_gevallen()


class TestCases:
    """Each dossier gives exactly the findings that an expert expects."""

    @pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.bestand)
    def test_exactly_these(self, geval: Geval) -> None:
        dossier = load(ROOT / "tests" / "data" / "gevallen" / geval.bestand)
        gevonden = check(dossier, peildatum=lees_dag(geval.dag))
        assert sorted((een.code, een.ernst.value, een.pad) for een in gevonden) == geval.verwacht

    def test_every_dossier_is_told_of(self) -> None:
        bestanden = {pad.name for pad in (ROOT / "tests" / "data" / "gevallen").iterdir()}
        assert bestanden == {geval.bestand for geval in GEVALLEN}
