"""What the Dutch words for a vague date mean, as EDTF: a small grammar, strict about what it does not know.

A phrase ("vóór …", "vanaf …", "… tot en met …") holds one or two expressions; an expression is one day, month, season,
year, half-year, tertaal or quarter. Whether a day exists is not asked here but by `Datering`.
"""

import re
import unicodedata
from collections.abc import Callable

from ivb.dates.dag import MAANDEN, find_dag_ervoor, parse_datum
from ivb.dates.periode import LETTERS, RANGEN, Periode, Periodesoort, parse_periode, uiteinden
from ivb.dates.seizoen import SEIZOENSNAMEN

_Vorm = tuple[re.Pattern[str], Callable[..., str | None]]

_SEIZOENEN = {naam: code for code, naam in SEIZOENSNAMEN.items()} | {"lente": 21, "herfst": 23}
_RANGEN = {rang: nummer for nummer, rang in enumerate(RANGEN, 1)} | {f"{n}e": n for n in range(1, len(RANGEN) + 1)}
_SOORTEN = {
    "helft": Periodesoort.HALFJAAR,
    **{soort.value: soort for soort in LETTERS},
    **{letter.lower(): soort for soort, letter in LETTERS.items()},
    "q": Periodesoort.KWARTAAL,
}

_VOOR = re.compile(r"\bv[oó]{2}r\b")
_AANLOOP = re.compile(r"(?:in(?: het| de)?|het|de|op) ")
_VOOR_DE_ZOMER = re.compile(r"\bvoor (?:de zomer|het zomerreces)\b")
_MAAND = "|".join(MAANDEN)
_JAAR = r"(?:van )?(?P<jaar>\d{4})"


def is_voor_de_zomer(woorden: str) -> bool:
    """Tell whether words speak of the time before the summer, or before the summer recess.

    >>> is_voor_de_zomer("ruim vóór de zomer")
    True
    """
    return _VOOR_DE_ZOMER.search(_fold(woorden)) is not None


def parse_woorden(woorden: str) -> str | None:
    """Give what words mean, as EDTF, or None when it is not certain.

    Raises:
        DatumError: on a period that the year does not have, such as a fifth quarter.

    >>> parse_woorden("in het najaar van 2024")
    '2024-23'
    >>> parse_woorden("maart tot en met mei 2024")
    '2024-03/2024-05'
    """
    return _match(_fold(woorden), _ZINNEN)


def _fold(woorden: str) -> str:
    tekst = " ".join(unicodedata.normalize("NFC", woorden).lower().split())
    return _VOOR.sub("voor", tekst).replace("t/m", "tot en met")


def _match(tekst: str, vormen: tuple[_Vorm, ...]) -> str | None:
    for patroon, lees in vormen:
        if treffer := patroon.fullmatch(tekst):
            return lees(**treffer.groupdict())
    return None


def _read_uitdrukking(tekst: str) -> str | None:
    return _match(_drop_aanloop(tekst), _UITDRUKKINGEN)


def _drop_aanloop(tekst: str) -> str:
    aanloop = _AANLOOP.match(tekst)
    return tekst[aanloop.end() :] if aanloop else tekst


def _read_code(code: str) -> str:
    return _format_periode(parse_periode(code.upper()))


def _read_dag(dag: str, maand: str, jaar: str) -> str:
    return f"{_read_maand(maand, jaar)}-{dag:0>2}"


def _read_maand(maand: str, jaar: str) -> str:
    return f"{jaar}-{MAANDEN.index(maand) + 1:02d}"


def _read_seizoen(seizoen: str, jaar: str) -> str:
    return f"{jaar}-{_SEIZOENEN[seizoen]}"


def _read_periode(rang: str, soort: str, jaar: str) -> str:
    return _format_periode(Periode.van(int(jaar), _SOORTEN[soort], _RANGEN[rang]))


def _read_letter(letter: str, nummer: str, jaar: str) -> str:
    return _format_periode(Periode.van(int(jaar), _SOORTEN[letter], int(nummer)))


def _format_periode(periode: Periode) -> str:
    return "/".join(map(str, uiteinden(periode)))


def _read_tot_en_met(eind: str) -> str | None:
    edtf = _read_uitdrukking(eind)
    return edtf and f"../{_take_eind(edtf)}"


def _read_vanaf(begin: str) -> str | None:
    edtf = _read_uitdrukking(begin)
    return edtf and f"{_take_begin(edtf)}/.."


def _read_voor(eind: str) -> str | None:
    edtf = _read_uitdrukking(eind)
    ervoor = edtf and _read_ervoor(_take_begin(edtf))
    return ervoor and f"../{ervoor}"


def _read_ervoor(punt: str) -> str | None:
    match [int(deel) for deel in punt.split("-")]:
        case [_, _, _]:
            return find_dag_ervoor(parse_datum(punt)).isoformat()
        case [_, code] if code in SEIZOENSNAMEN:
            return None
    return str(parse_periode(punt).vorige)


def _read_tijdvak(begin: str, eind: str) -> str | None:
    links = _read_uitdrukking(begin) or _read_uitdrukking(_complete(begin, eind))
    rechts = _read_uitdrukking(eind)
    return links and rechts and f"{_take_begin(links)}/{_take_eind(rechts)}"


def _complete(begin: str, eind: str) -> str:
    links, rechts = _drop_aanloop(begin).split(), _drop_aanloop(eind).split()
    return " ".join(links + rechts[len(links) :])


def _take_begin(edtf: str) -> str:
    return edtf.partition("/")[0]


def _take_eind(edtf: str) -> str:
    return edtf.rpartition("/")[2]


def _compile(vormen: dict[str, Callable[..., str | None]]) -> tuple[_Vorm, ...]:
    return tuple((re.compile(patroon, re.ASCII), lees) for patroon, lees in vormen.items())


_UITDRUKKINGEN = _compile(
    {
        r"(?P<punt>\d{4}(?:-\d\d){0,2})": lambda punt: punt,
        r"(?P<code>\d{4}-[htk]\d)": _read_code,
        rf"(?P<dag>\d\d?) (?P<maand>{_MAAND}) (?P<jaar>\d{{4}})": _read_dag,
        rf"(?P<maand>{_MAAND}) (?P<jaar>\d{{4}})": _read_maand,
        rf"(?P<seizoen>{'|'.join(_SEIZOENEN)}) {_JAAR}": _read_seizoen,
        rf"(?P<rang>{'|'.join(_RANGEN)}) (?P<soort>helft|halfjaar|tertaal|kwartaal) {_JAAR}": _read_periode,
        rf"(?P<letter>[htkq])(?P<nummer>\d) {_JAAR}": _read_letter,
    }
)
_ZINNEN = _compile(
    {
        r"onbekend|xxxx": lambda: "XXXX",
        r"(?P<tijdvak>(?:\d{4}[\d-]*|\.\.)/(?:\d{4}[\d-]*|\.\.))": lambda tijdvak: tijdvak,
        r"(?:uiterlijk|voor of op|tot en met) (?P<eind>.+)": _read_tot_en_met,
        rf"voor (?:de zomer|het zomerreces) {_JAAR}": lambda jaar: f"../{jaar}-06",
        r"voor (?P<eind>.+)": _read_voor,
        r"vanaf (?P<begin>.+)": _read_vanaf,
        r"(?P<begin>.+) tot en met (?P<eind>.+)": _read_tijdvak,
        r"(?P<tekst>.+)": _read_uitdrukking,
    }
)
