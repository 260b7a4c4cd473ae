"""JSON, read with the standard library; where a value stands is looked up only when somebody asks.

A key that stands twice is refused; ``NaN`` and ``Infinity``, which are no JSON, are
refused by every field.
"""

import json
import re
from functools import cache
from typing import Any

from ivb.errors import Melding, Plaats
from ivb.files.tree import NERGENS, Boom, Bouwer, Onleesbaar

_TEKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,\n]|[^\s{}\[\]:,"]+', re.DOTALL)
_RAAD = {
    "Expecting value": "hier hoort een waarde",
    "Expecting ',' delimiter": "hier mist een komma",
    "Expecting ':' delimiter": "hier mist een dubbele punt",
    "Expecting property name enclosed in double quotes": "hier hoort een naam tussen dubbele aanhalingstekens",
    "Unterminated string starting at": "deze tekst heeft geen aanhalingsteken aan het eind",
    "Extra data": "hier begint iets na het einde van het dossier",
    "Illegal trailing comma before end of object": "haal deze komma weg",
    "Illegal trailing comma before end of array": "haal deze komma weg",
}


def read_json(tekst: str, naam: str) -> Boom:
    """Read JSON; what is wrong comes back in the tree."""
    dubbele: list[bool] = []

    def groepeer(paren: list[tuple[str, Any]]) -> dict[str, Any]:
        groep = dict(paren)
        if len(groep) < len(paren):
            dubbele.append(True)
        return groep

    try:
        waarden = json.loads(tekst, object_pairs_hook=groepeer)
    except json.JSONDecodeError as fout:
        raad = _RAAD.get(fout.msg, f"hier is de JSON niet te lezen ({fout.msg})")
        return _mislukt(Melding("json", "", Plaats(naam, fout.lineno, fout.colno), raad))
    except RecursionError:
        raad = "hier zitten veel te veel lagen in elkaar; zo diep is geen dossier"
        return _mislukt(Melding("te-diep", "", Plaats(naam), raad))
    except ValueError as fout:
        return _mislukt(Melding("getal", "", Plaats(naam), f"een getal in dit bestand is niet te lezen ({fout})"))
    lees = cache(lambda: _read_plekken(tekst, naam))
    return Boom(waarden, lambda: lees().merk, uit_tekst=False, fouten=tuple(lees().fouten) if dubbele else ())


def _mislukt(fout: Melding) -> Boom:
    return Boom(None, lambda: NERGENS, uit_tekst=False, fouten=(fout,))


def _read_plekken(tekst: str, naam: str) -> Bouwer:
    """Read once more, now for the place of every value, as deep as a dossier can be."""
    bouwer = Bouwer()
    try:
        _build_plekken(bouwer, tekst, naam)
    except Onleesbaar as fout:
        bouwer.report(fout.code, fout.merk, fout.boodschap)
    return bouwer


def _build_plekken(bouwer: Bouwer, tekst: str, naam: str) -> None:
    regel, begin_regel = 0, 0
    for treffer in _TEKEN.finditer(tekst):
        teken = treffer[0]
        plek = (naam, regel, treffer.start() - begin_regel)
        if teken == "\n":
            regel, begin_regel = regel + 1, treffer.end()
        elif teken in "{[":
            bouwer.open({} if teken == "{" else [], plek)
        elif teken in "}]":
            bouwer.close()
        elif bouwer.wacht_op_sleutel and teken[0] == '"':
            bouwer.sleutel(json.loads(teken), plek)
        elif teken not in ",:":
            bouwer.put(None, plek)
