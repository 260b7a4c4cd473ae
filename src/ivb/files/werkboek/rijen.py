"""The rows that a dossier has on a sheet, each with a key that says which it is.

A noun with an id is known by that; a note in a log and a measurement have none, and are known by what they say.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ivb.files.converter import make_converter
from ivb.files.werkboek.bladen import Blad
from ivb.model.dossier import Dossier


class Rij(NamedTuple):
    """A row of a sheet.

    Attributes:
        sleutel: which row it is.
        houder: the id of the policy or plan that holds it; empty when the dossier does.
        noun: the noun.
        pad: the path of the noun in the dossier.
    """

    sleutel: str
    houder: str
    noun: Any
    pad: str


def list_rijen(dossier: Dossier, blad: Blad) -> list[Rij]:
    """List the rows of a sheet, in the order of the dossier."""
    gezien: Counter[str] = Counter()
    rijen = []
    for houder, nummer, noun in _iter_nouns(dossier, blad):
        sleutel = f"{houder} {noun.id}".strip() if blad.heeft_id else _digest(noun)
        gezien[sleutel] += 1
        uniek = sleutel if gezien[sleutel] == 1 else f"{sleutel}-{gezien[sleutel]}"
        rijen.append(Rij(uniek, houder, noun, maak_pad(blad, houder, noun.id if blad.heeft_id else nummer)))
    return rijen


def _iter_nouns(dossier: Dossier, blad: Blad) -> Iterator[tuple[str, int, Any]]:
    houders: list[Any] = list(getattr(dossier, blad.houder.veld)) if blad.houder else [dossier]
    for houder in houders:
        for nummer, noun in enumerate(getattr(houder, blad.veld)):
            yield (houder.id if blad.houder else ""), nummer, noun


def maak_pad(blad: Blad, houder: str, item: object) -> str:
    """Write the path of the noun of a row: by its id, else by its number from 0."""
    begin = f"{blad.houder.veld}[{houder}]." if blad.houder else ""
    return f"{begin}{blad.veld}[{item}]"


def _digest(noun: Any) -> str:  # noqa: ANN401  a noun without an id
    gegevens = make_converter(uit_tekst=False).unstructure(noun)
    return hashlib.sha256(json.dumps(gegevens, sort_keys=True).encode()).hexdigest()[:16]
