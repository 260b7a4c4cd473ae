"""The fresh dossier that ``ivb nieuw`` copies."""

import re
from collections.abc import Iterable
from pathlib import Path

import ivb
from ivb.files.loading import read_dossier
from ivb.files.schema import SCHEMANAAM
from ivb.model.base import velden
from ivb.model.dossier import Dossier
from ivb.model.verwijzingen import walk

NIEUW = Path(ivb.__file__).parent / "voorbeelden" / "nieuw"
VOORBEELDREGEL = re.compile(r"^( *)#(?!#| yaml-language-server: ) ?", re.MULTILINE)


def vul_in(doel: Path) -> Path:
    """Copy the dossier with every example line uncommented: those with one ``#``; two begin an explanation."""
    for bestand in NIEUW.glob("*.yaml"):
        tekst = VOORBEELDREGEL.sub(r"\1", bestand.read_text(encoding="utf-8"))
        (doel / bestand.name).write_text(tekst, encoding="utf-8")
    return doel


def velden_zonder_waarde(nouns: Iterable[object]) -> set[tuple[str, str]]:
    """Give the fields that no noun of their kind fills."""
    leeg: set[tuple[str, str]] = set()
    gevuld: set[tuple[str, str]] = set()
    for noun in nouns:
        soort: type = type(noun)
        for veld in velden(soort):
            (leeg if getattr(noun, veld.naam) in (None, ()) else gevuld).add((soort.__name__, veld.naam))
    return leeg - gevuld


class TestNieuw:
    """A fresh dossier is right as it stands, and stays so when an adviser takes the marks from its examples."""

    def test_loads_as_it_stands(self) -> None:
        lezing = read_dossier(NIEUW)
        assert lezing.dossier.gemeente.naam == "Voorbeeldgemeente"
        assert lezing.waarschuwingen == ()

    def test_loads_with_every_example_filled_in(self, tmp_path: Path) -> None:
        lezing = read_dossier(vul_in(tmp_path))
        assert lezing.waarschuwingen == ()
        assert [veld.naam for veld in velden(Dossier) if not getattr(lezing.dossier, veld.naam)] == []

    def test_every_file_names_the_schema_beside_it(self) -> None:
        eerste = {bestand.read_text(encoding="utf-8").partition("\n")[0] for bestand in NIEUW.glob("*.yaml")}
        assert eerste == {f"# yaml-language-server: $schema={SCHEMANAAM}"}

    def test_shows_every_field(self, tmp_path: Path) -> None:
        dossier = read_dossier(vul_in(tmp_path)).dossier
        ongezien = velden_zonder_waarde([dossier, *walk(dossier)])
        # One letter is public, under embargo or secret: the explanation beside it names the fields of the last.
        assert ongezien == {("Openbaarheid", naam) for naam in ("grond", "opgelegd_door", "datum")}
