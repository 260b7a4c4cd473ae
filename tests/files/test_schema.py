"""The schema of the package accepts what `load` accepts, and refuses what it refuses for its form."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ivb.dates import Date, Datering, Periode, Seizoen
from ivb.errors import DossierFout
from ivb.files.dumping import dump, dump_gegevens
from ivb.files.loading import load
from ivb.files.schema import read_schema, schemapad
from ivb.files.voorbeelden import voorbeeldmap
from ivb.model.base import Noun, Veld, velden
from ivb.model.constraints import CommonMark, Minstens, Patroon, Sleutel
from ivb.model.dossier import Dossier
from ivb.testing import dossiers

KEURDER = jsonschema.Draft202012Validator(read_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
BESTANDSKEURDER = jsonschema.Draft202012Validator(read_schema("yaml"))

WEG = object()
VERKEERD: dict[type, list[object]] = {
    bool: ["true", 1, "ja"],
    int: ["3", 3.5, True],
    float: ["3", "1,5", True],
    Date: ["31-01-2024", "2024-13-01", "2023-02-29", "1899-12-31", "2200-01-01", "2024-01", 20240101],
    Periode: ["2024-Q1", "2024-h1", "2024-T4", "2024-13", "1899", "2024-H1/2024-H2", 2024],
    Datering: [2024, "", "a\nb", {"woorden": "x"}, {"woorden": "x", "edtf": "2024-99"}, {"edtf": "2024"}],
    Seizoen: ["1-9", "01-09/30-11", "1-13/30-11", 3],
}


def iter_verkeerd(veld: Veld) -> Iterator[object]:
    """Give what cannot stand in a field, or as an item of it."""
    yield from ([], 3 if veld.soort is not int and veld.soort is not float else "3")
    if issubclass(veld.soort, Noun):
        yield from ("x", {"zomaar": 1})
        return
    yield from VERKEERD.get(veld.soort, ())
    if issubclass(veld.soort, StrEnum):
        yield "zomaar"
    for eis in veld.beperkingen:
        if isinstance(eis, Minstens):
            yield eis.grens - 1
        if isinstance(eis, (Sleutel, Patroon)):
            yield "a b"
        if isinstance(eis, CommonMark):
            yield from (" ", "a\0b")


def iter_mutaties(soort: type[Noun], gegevens: dict[str, Any]) -> Iterator[tuple[Any, Any, object]]:
    """Give every single change of what stands in a noun that keeps it from being one: where, and what stands there."""
    yield gegevens, "zomaar", 1
    for veld in velden(soort):
        inhoud = gegevens.get(veld.naam)
        if veld.verplicht:
            yield from ((gegevens, veld.naam, WEG), (gegevens, veld.naam, None))
        if not veld.meervoud:
            yield from ((gegevens, veld.naam, verkeerd) for verkeerd in iter_verkeerd(veld))
        else:
            geen_lijst: tuple[object, ...] = ({}, "x", 3)
            yield from ((gegevens, veld.naam, verkeerd) for verkeerd in geen_lijst)
            yield from ((gegevens, veld.naam, [verkeerd]) for verkeerd in (None, *iter_verkeerd(veld)))
        if veld.minimum:
            yield gegevens, veld.naam, []
        for deel in (inhoud or []) if veld.meervoud else [inhoud]:
            if issubclass(veld.soort, Noun) and deel is not None:
                yield from iter_mutaties(veld.soort, deel)


class TestAccepts:
    """What `load` reads, the schema accepts."""

    @given(dossiers())
    def test_every_dossier(self, dossier: Dossier) -> None:
        KEURDER.validate(dump_gegevens(dossier))

    @given(dossiers())
    def test_every_dossier_as_an_editor_reads_its_yaml(self, dossier: Dossier) -> None:
        BESTANDSKEURDER.validate(YAML(typ="safe").load(dump(dossier).decode()))

    @pytest.mark.parametrize("map_", ["twenterand", "nieuw"])
    def test_every_file_of_the_package(self, map_: str) -> None:
        for bestand in voorbeeldmap().with_name(map_).glob("*.yaml"):
            BESTANDSKEURDER.validate(_als_tekst(YAML(typ="safe").load(bestand.read_text(encoding="utf-8"))))


def _als_tekst(waarde: Any) -> Any:  # noqa: ANN401  plain data
    """Turn the days of ruamel's YAML 1.1 habit into texts: a day is a text in YAML 1.2, and to an editor."""
    if isinstance(waarde, dict):
        return {naam: _als_tekst(inhoud) for naam, inhoud in waarde.items()}
    if isinstance(waarde, list):
        return [_als_tekst(item) for item in waarde]
    return waarde.isoformat() if hasattr(waarde, "isoformat") else waarde


class TestRejects:
    """What `load` refuses for its form, the schema refuses."""

    @given(dossiers(), st.data())
    def test_every_single_mutation(self, dossier: Dossier, data: st.DataObject) -> None:
        gegevens = dump_gegevens(dossier)
        mutaties = st.sampled_from(list(iter_mutaties(Dossier, gegevens)))
        for bak, sleutel, verkeerd in data.draw(st.lists(mutaties, min_size=5, max_size=5)):
            eerst = bak.get(sleutel, WEG)
            _zet(bak, sleutel, verkeerd)
            with pytest.raises(DossierFout):
                load(gegevens)
            assert not KEURDER.is_valid(gegevens), (sleutel, verkeerd)
            _zet(bak, sleutel, eerst)


def _zet(bak: dict[str, Any], sleutel: str, waarde: object) -> None:
    if waarde is WEG:
        bak.pop(sleutel, None)
    else:
        bak[sleutel] = waarde


class TestSchemapad:
    """The schema comes with the package, in two kinds."""

    def test_no_other(self) -> None:
        with pytest.raises(ValueError, match="'xml' is er geen schema; kies uit json, yaml"):
            schemapad("xml")  # type: ignore[arg-type]  # a caller without a type checker
