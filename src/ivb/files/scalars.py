"""From what stands in a file to one value of a field, strictly: the schema says what a text spells.

From YAML every scalar comes as a text (``nee``, ``12:30``, ``010`` and ``1.000`` mean different things to different
readers), from JSON as a text, a number, true or false. Nothing is guessed: what is not plainly right is refused.
"""

import datetime
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from ivb.dates import (
    Date,
    Datering,
    Periode,
    Seizoen,
    parse_datering,
    parse_datum,
    parse_periode,
    to_date,
    to_datering,
    to_seizoen,
)
from ivb.model.base import explain_type
from ivb.model.constraints import PRECIES

_GEHEEL = re.compile(r"[-+]?(0|[1-9][0-9]{0,999})")
_GETAL = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_DUIZENDTALLEN = re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+")
_KOMMAGETAL = re.compile(r"[-+]?[0-9]+,[0-9]+")


def read_scalar(soort: type, waarde: object, *, uit_tekst: bool) -> Any:  # noqa: ANN401  of type ``soort``
    """Read one value of a type.

    Raises:
        ValueError: it is not one; the message says in Dutch what would be right.
    """
    if soort in _GETYPEERD:
        if uit_tekst and isinstance(waarde, str) and soort is not str:
            return _UIT_TEKST[soort](waarde)
        return _GETYPEERD[soort](waarde)
    if soort is Datering and isinstance(waarde, dict):
        return _read_datering(waarde)
    if isinstance(waarde, datetime.date) and soort in {Date, Datering}:
        return _read_dag(soort, waarde)
    if not isinstance(waarde, str):
        raise _geen(soort, waarde, "zet aanhalingstekens om het getal" if type(waarde) is int else "")
    if issubclass(soort, StrEnum):
        return _read_keuze(soort, waarde)
    return _PARSERS[soort](waarde)


def _read_dag(soort: type, waarde: datetime.date) -> Date | Datering:
    """Take a day as it is, from a mapping that somebody else read."""
    try:
        return to_date(waarde) if soort is Date else to_datering(waarde)
    except TypeError as fout:
        raise ValueError(str(fout)) from None


def _geen(soort: type, waarde: object, raad: str = "") -> ValueError:
    getoond = "een groep" if isinstance(waarde, dict) else "een lijst" if isinstance(waarde, list) else repr(waarde)
    return ValueError("; ".join(filter(None, (explain_type(soort, getoond), raad))))


def _precies(soort: type) -> Callable[[object], Any]:
    def lees(waarde: object) -> object:
        if type(waarde) is not soort:
            raise _geen(soort, waarde)
        return waarde

    return lees


def _read_getal(waarde: object) -> float:
    if isinstance(waarde, float):
        return waarde
    if isinstance(waarde, int) and not isinstance(waarde, bool) and abs(waarde) <= PRECIES:
        return float(waarde)
    raise _geen(float, waarde)


def _read_geheel_tekst(tekst: str) -> int:
    if _GEHEEL.fullmatch(tekst):
        return int(tekst)
    heel = _GETAL.fullmatch(tekst) or _KOMMAGETAL.fullmatch(tekst)
    is_breuk = heel and not _DUIZENDTALLEN.fullmatch(tekst)
    raise _geen(int, tekst, "rond af op een geheel getal" if is_breuk else _raad_getal(tekst))


def _read_getal_tekst(tekst: str) -> float:
    if _GETAL.fullmatch(tekst) and not _DUIZENDTALLEN.fullmatch(tekst):
        return float(tekst)
    raise _geen(float, tekst, _raad_getal(tekst))


def _raad_getal(tekst: str) -> str:
    if _DUIZENDTALLEN.fullmatch(tekst):
        return f"schrijf {tekst.replace('.', '')} zonder punt, of {tekst}0 als het een breuk is"
    if _KOMMAGETAL.fullmatch(tekst):
        return f"schrijf {tekst.replace(',', '.')} met een punt"
    kaal = tekst.lstrip("0")
    return f"schrijf {kaal}" if _GETAL.fullmatch(kaal) else "schrijf cijfers, zonder eenheid"


def _read_ja_nee_tekst(tekst: str) -> bool:
    if tekst in {"true", "false"}:
        return tekst == "true"
    bedoeld = {"ja": "true", "yes": "true", "on": "true", "waar": "true"}.get(tekst.casefold(), "")
    bedoeld = bedoeld or {"nee": "false", "no": "false", "off": "false", "onwaar": "false"}.get(tekst.casefold(), "")
    raise _geen(bool, tekst, f"schrijf {bedoeld}" if bedoeld else "")


def _read_keuze(soort: type[StrEnum], tekst: str) -> StrEnum:
    try:
        return soort(tekst)
    except ValueError:
        raise _geen(soort, tekst) from None


def _read_datering(waarde: dict[str, object]) -> Datering:
    woorden, edtf = waarde.get("woorden"), waarde.get("edtf")
    if set(waarde) == {"woorden", "edtf"} and isinstance(woorden, str) and isinstance(edtf, str):
        return Datering(woorden=woorden, edtf=edtf)
    bericht = "een datering met eigen woorden heeft precies twee velden: woorden en edtf"
    raise ValueError(bericht)


_GETYPEERD: dict[type, Callable[[object], Any]] = {
    str: _precies(str),
    int: _precies(int),
    bool: _precies(bool),
    float: _read_getal,
}
_UIT_TEKST: dict[type, Callable[[str], Any]] = {
    int: _read_geheel_tekst,
    float: _read_getal_tekst,
    bool: _read_ja_nee_tekst,
}
_PARSERS: dict[type, Callable[[str], Any]] = {
    Date: parse_datum,
    Periode: parse_periode,
    Datering: parse_datering,
    Seizoen: to_seizoen,
}
