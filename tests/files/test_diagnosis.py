"""What is wrong in a file comes all at once, each fault with its place and with what would be right."""

from pathlib import Path
from typing import NamedTuple

import pytest

from ivb.errors import DossierFout, Melding, Plaats
from ivb.files.loading import load

BESTAND = Path(__file__).parents[1] / "data" / "twaalf_fouten.yaml"


class Fout(NamedTuple):
    """A fault as counted by hand in the file, and the words in its message that say what would be right."""

    code: str
    regel: int
    kolom: int
    raad: str


FOUTEN = (
    Fout("onbekende-sleutel", 9, 3, "functionarissen"),
    Fout("waarde", 18, 25, "5"),
    Fout("onbekend-id", 25, 16, "'ondermijning'"),
    Fout("verkeerd-type", 27, 15, "cijfers"),
    Fout("verkeerd-type", 28, 19, "lijst"),
    Fout("ontbreekt", 29, 9, "titel"),
    Fout("dubbel-id", 31, 13, "eigen id"),
    Fout("anker", 33, 18, "haal"),
    Fout("verkeerd-type", 38, 22, "true"),
    Fout("verkeerd-type", 43, 25, "2024-H1"),
    Fout("verkeerd-type", 44, 12, "28 dagen"),
    Fout("dubbele-sleutel", 50, 5, "regel 48"),
)


def plaats(melding: Melding) -> Plaats:
    assert melding.plaats is not None
    return melding.plaats


@pytest.fixture(scope="module")
def meldingen() -> list[Melding]:
    with pytest.raises(DossierFout) as gevangen:
        load(BESTAND)
    return sorted(gevangen.value.meldingen, key=lambda melding: plaats(melding)[:3])


class TestTwaalfFouten:
    """Twelve mistakes of twelve kinds in one file give twelve messages, each with its own line and column."""

    def test_each_has_its_place(self, meldingen: list[Melding]) -> None:
        gevonden = [(melding.code, plaats(melding).regel, plaats(melding).kolom) for melding in meldingen]
        assert gevonden == [(fout.code, fout.regel, fout.kolom) for fout in FOUTEN]

    def test_each_names_the_file(self, meldingen: list[Melding]) -> None:
        assert {plaats(melding).bestand for melding in meldingen} == {str(BESTAND)}

    def test_each_says_what_would_be_right(self, meldingen: list[Melding]) -> None:
        assert all(fout.raad in melding.boodschap for fout, melding in zip(FOUTEN, meldingen, strict=True))

    def test_each_stands_on_a_line_of_the_error(self, meldingen: list[Melding]) -> None:
        kop, *regels = str(DossierFout(meldingen)).splitlines()
        assert kop == "12 fouten in het dossier:"
        assert regels == [f"  {melding}" for melding in meldingen]
