"""One value of a field in one cell, and back.

What a person types in a spreadsheet is not always what stands there: a year becomes 2026.0, a date stays a text, an
option gets a blank behind it. That is taken for what it plainly is; what is not plain is refused.
"""

import datetime
import math
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from ivb.dates import Date, Datering, Periode, parse_datering, parse_datum, parse_periode
from ivb.errors import DatumError
from ivb.files.scalars import read_scalar
from ivb.files.werkboek.bladen import Kolom
from ivb.model.base import Veld, explain_type

Cel = str | int | float | datetime.date | None
"""What can be written into a cell."""

EERSTE_DAG: Final = Date(1900, 3, 1)
"""The first day that every spreadsheet counts alike: Excel holds that 1900 was a leap year."""

_JA, _NEE = "ja", "nee"
_JA_NEE: Final = {_JA: True, "waar": True, "true": True, _NEE: False, "onwaar": False, "false": False}
_EIGEN_WOORDEN: Final = re.compile(r"(.*) \{([^{}]*)\}")
_DAG_VOOROP: Final = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", re.ASCII)
_MIDDERNACHT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(:00)?", re.ASCII)
_HEEL: Final = re.compile(r"([-+]?\d+)[.,]0+", re.ASCII)
_KOMMA: Final = re.compile(r"([-+]?\d+),(\d+)", re.ASCII)


def format_cel(waarde: object) -> Cel:
    """Give what stands in the cell of a value; nothing for nothing."""
    if isinstance(waarde, tuple):
        return "\n".join(str(_format_item(item)) for item in waarde) or None
    return None if waarde is None else _format_item(waarde)


def _format_item(waarde: object) -> Cel:
    if isinstance(waarde, bool):
        return _JA if waarde else _NEE
    if isinstance(waarde, (int, float)):
        return _format_getal(waarde)
    if isinstance(waarde, Datering):
        return _format_datering(waarde)
    if isinstance(waarde, Date):
        return waarde if waarde >= EERSTE_DAG else waarde.isoformat()
    return waarde.value if isinstance(waarde, StrEnum) else str(waarde)


def _format_getal(waarde: float) -> Cel:
    """Give a number as one, or as text where a spreadsheet would round it: they keep fifteen digits, and no -0."""
    is_min_nul = waarde == 0 and math.copysign(1, waarde) < 0
    try:
        past = not is_min_nul and type(waarde)(float(f"{waarde:.15G}")) == waarde
    except OverflowError:
        past = False
    return waarde if past else repr(waarde)


def _format_datering(datering: Datering) -> str:
    if not _EIGEN_WOORDEN.fullmatch(datering.woorden):
        try:
            if parse_datering(datering.woorden) == datering:
                return datering.woorden
        except DatumError:
            pass
    return f"{datering.woorden} {{{datering.edtf}}}"


def read_cel(kolom: Kolom, cel: object) -> object:
    """Read the value of a cell; of an empty one ``None``.

    Raises:
        ValueError: it is no value of that column; the message says in Dutch what would be right.
    """
    if cel is None or (isinstance(cel, str) and not cel.strip()):
        return None
    if not kolom.veld.meervoud:
        return _read_item(kolom, cel)
    regels = _als_tekst(kolom.veld.soort, cel).split("\n")
    return tuple(_read_item(kolom, regel) for regel in regels if regel.strip())


def _read_item(kolom: Kolom, cel: object) -> object:
    veld = kolom.veld
    if isinstance(cel, str) and (veld.soort is not str or kolom.is_sleutel):
        cel = cel.strip()
    waarde = veld.convert_item(_read(veld, cel))
    tegen = veld.bezwaar_item(waarde)
    if tegen is not None:
        raise ValueError(tegen)
    return waarde


def _read(veld: Veld, cel: object) -> Any:  # noqa: ANN401  of the type of the field
    if issubclass(veld.soort, StrEnum):
        return _read_keuze(veld.soort, cel)
    return _LEZERS[veld.soort](cel)


def _als_tekst(soort: type, cel: object) -> str:
    """Take a cell as text: also a whole number that a spreadsheet made of one."""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, (int, float)) and not isinstance(cel, bool) and _is_heel(cel):
        return str(int(cel))
    raise ValueError(f"{explain_type(soort, _toon(cel))}; geef de cel de opmaak Tekst en typ het opnieuw")


def _is_heel(getal: float) -> bool:
    return math.isfinite(getal) and getal == int(getal)


def _toon(cel: object) -> str:
    """Show what stands in a cell as a Dutch spreadsheet shows it."""
    if isinstance(cel, datetime.datetime):
        return f"{cel:%d-%m-%Y}" if cel.time() == datetime.time() else f"{cel:%d-%m-%Y %H:%M}"
    if isinstance(cel, bool):
        return "WAAR" if cel else "ONWAAR"
    return repr(cel) if isinstance(cel, str) else str(cel).replace(".", ",")


def _read_tekst(cel: object) -> str:
    return _als_tekst(str, cel)


def _read_keuze(soort: type[StrEnum], cel: object) -> StrEnum:
    for keuze in soort:
        if isinstance(cel, str) and cel.casefold() == keuze.casefold():
            return keuze
    raise ValueError(explain_type(soort, _toon(cel)))


def _read_ja_nee(cel: object) -> bool:
    if isinstance(cel, bool):
        return cel
    if isinstance(cel, str) and cel.casefold() in _JA_NEE:
        return _JA_NEE[cel.casefold()]
    raise ValueError(f"{_toon(cel)} kan hier niet; kies {_JA} of {_NEE}")


def _read_geheel(cel: object) -> int:
    if isinstance(cel, str):
        heel = _HEEL.fullmatch(cel)
        return int(read_scalar(int, heel[1] if heel else cel, uit_tekst=True))
    if isinstance(cel, (int, float)) and not isinstance(cel, bool):
        if _is_heel(cel):
            return int(cel)
        raise ValueError(f"{explain_type(int, _toon(cel))}; rond af op een geheel getal")
    raise ValueError(explain_type(int, _toon(cel)))


def _read_getal(cel: object) -> float:
    if isinstance(cel, str):
        komma = _KOMMA.fullmatch(cel)
        return float(f"{komma[1]}.{komma[2]}") if komma else float(read_scalar(float, cel, uit_tekst=True))
    if isinstance(cel, (int, float)) and not isinstance(cel, bool):
        return float(cel)
    raise ValueError(explain_type(float, _toon(cel)))


def _read_dag(cel: object) -> Date:
    if isinstance(cel, datetime.datetime) and cel.time() == datetime.time():
        return Date(cel.year, cel.month, cel.day)
    if isinstance(cel, str):
        voorop = _DAG_VOOROP.fullmatch(cel)
        nacht = _MIDDERNACHT.fullmatch(cel)
        if voorop:
            return parse_datum(f"{voorop[3]}-{int(voorop[2]):02}-{int(voorop[1]):02}")
        return parse_datum(nacht[1] if nacht else cel)
    raise ValueError(f"{_toon(cel)} is geen datum; schrijf bijvoorbeeld 23-4-2024")


def _read_periode(cel: object) -> Periode:
    return parse_periode(_als_tekst(Periode, cel))


def _read_datering(cel: object) -> Datering:
    if isinstance(cel, datetime.datetime):
        return parse_datering(_read_dag(cel).isoformat())
    tekst = _als_tekst(Datering, cel)
    eigen = _EIGEN_WOORDEN.fullmatch(tekst)
    return Datering(woorden=eigen[1], edtf=eigen[2]) if eigen else parse_datering(tekst)


_LEZERS: Final[dict[type, Callable[[object], object]]] = {
    str: _read_tekst,
    int: _read_geheel,
    float: _read_getal,
    bool: _read_ja_nee,
    Date: _read_dag,
    Periode: _read_periode,
    Datering: _read_datering,
}
