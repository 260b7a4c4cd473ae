"""Findings as rows for a table, and as JSON for another program."""

import json
from collections.abc import Iterable
from typing import TypedDict

from ivb.files.tree import Plaatsen
from ivb.rules.checks.regel import Bevinding
from ivb.verslag.plaatsing import place_bevindingen


class Bevindingrij(TypedDict):
    """A finding as a row: plain values, so that any table takes it."""

    code: str
    ernst: str
    titel: str
    boodschap: str
    pad: str
    bestand: str | None
    regel: int | None
    kolom: int | None


def list_bevindingen(bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None = None) -> list[Bevindingrij]:
    """Give findings as the rows of a table, in the same order.

    Args:
        bevindingen: what `check` found.
        plaatsen: where the values of the dossier stand, as `read_dossier` gives it.
    """
    return [
        {
            "code": een.code,
            "ernst": een.ernst.value,
            "titel": een.regel.titel,
            "boodschap": een.boodschap,
            "pad": een.pad,
            "bestand": plaats.bestand if plaats else None,
            "regel": plaats.regel if plaats else None,
            "kolom": plaats.kolom if plaats else None,
        }
        for een, plaats in place_bevindingen(bevindingen, plaatsen)
    ]


def format_json(bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None = None) -> str:
    r"""Write findings as JSON: a list of objects with `code`, `ernst`, `boodschap`, `pad` and `plaats`.

    Args:
        bevindingen: what `check` found.
        plaatsen: where the values of the dossier stand, as `read_dossier` gives it.

    >>> format_json([])
    '[]\n'
    """
    lijst = [
        {
            "code": een.code,
            "ernst": een.ernst.value,
            "boodschap": een.boodschap,
            "pad": een.pad,
            "plaats": str(plaats) if plaats else None,
        }
        for een, plaats in place_bevindingen(bevindingen, plaatsen)
    ]
    return json.dumps(lijst, ensure_ascii=False, indent=2) + "\n"
