"""A date as people promise it: "najaar 2024", "vóór de zomer van 2024", "november 2021", or a day.

The words stay as they were said; beside them stands what they mean in EDTF, with an earliest and a latest day. What is
not known stays unknown: no day is ever filled in. Source: ISO 8601-2:2019 (Extended Date/Time Format), levels 0 and 1,
https://www.loc.gov/standards/datetime/.
"""

import datetime as dt
import re
from functools import lru_cache

import attrs

from ivb.dates.dag import Date, add_dagen, find_dag_ervoor, format_bereik, format_datum, parse_datum, to_date
from ivb.dates.periode import LETTERS, RANGEN, format_periode, parse_periode, span, uiteinden
from ivb.dates.seizoen import SEIZOENEN, SEIZOENSNAMEN, Seizoenen
from ivb.dates.woorden import is_voor_de_zomer, parse_woorden
from ivb.errors import DatumError

_LIDWOORDEN = {"voorjaar": "het", "zomer": "de", "najaar": "het", "winter": "de"}
_ONBEKEND = "XXXX"
_OPEN = ".."

_TOT_EN_MET_JUNI = re.compile(r"\.\./\d{4}-06", re.ASCII)
_SEIZOEN = re.compile(r"\d{4}-2[1-4]", re.ASCII)
_MAAND = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_PUNT = r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])|-\d\d-\d\d)?"
EDTF = rf"{_ONBEKEND}|{_PUNT}(?:/(?:{_PUNT}|\.\.))?|\.\./{_PUNT}"
_EDTF = re.compile(EDTF, re.ASCII)
_UITLEG_EDTF = (
    "schrijf een dag als 2024-04-23, een maand als 2024-04, een jaar als 2024, een seizoen als 2024-21 (voorjaar), "
    "2024-22 (zomer), 2024-23 (najaar) of 2024-24 (winter), een tijdvak als 2025-01/2025-06, ../2024-06 of 2024-06/.., "
    "en onbekend als XXXX"
)
# Control characters, line ends, lone surrogates and the two non-characters that XML forbids.
_VERBODEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def _strip(woorden: str) -> str:
    return woorden.strip()


def _check_woorden(_datering: "Datering", _veld: "attrs.Attribute[str]", woorden: str) -> None:
    if not woorden or _VERBODEN.search(woorden):
        raise DatumError(f"{woorden!r} kan niet; schrijf de woorden van de datering op één regel, zoals 'najaar 2024'")


def _check_edtf(_datering: "Datering", _veld: "attrs.Attribute[str]", edtf: str) -> None:
    if not _EDTF.fullmatch(edtf):
        raise DatumError(f"{edtf!r} is geen EDTF die ivb kent; {_UITLEG_EDTF}")
    begin, scheiding, eind = edtf.partition("/")
    if scheiding and begin == eind:
        raise DatumError(f"{edtf!r} begint en eindigt met hetzelfde; schrijf {begin}")
    _measure_venster(edtf, SEIZOENEN)


@attrs.frozen(kw_only=True)
class Datering:
    """A day, month, season, year or range in somebody's words, with what it means.

    Attributes:
        woorden: the words as said.
        edtf: their meaning: a day ``2024-04-23``, month ``2024-04``, year ``2024`` or season ``2024-23``; a range of
            those ``2025-01/2025-06``, open at one end as ``../2024-06`` or ``2024-06/..``; unknown ``XXXX``.

    Raises:
        DatumError: when the words are empty or longer than a line, and when the EDTF is none of these, holds a day that
            does not exist, or ends before it begins.

    >>> Datering(woorden="kort na de verkiezingen van 2026", edtf="2026-03-19/2026-05").laatst
    Date(2026, 5, 31)
    """

    woorden: str = attrs.field(converter=_strip, validator=_check_woorden)
    edtf: str = attrs.field(validator=_check_edtf)

    @property
    def vroegst(self) -> Date | None:
        """The first day that it can be, with the default seasons; None when nothing is known about it."""
        return self.venster()[0]

    @property
    def laatst(self) -> Date | None:
        """The last day that it can be, with the default seasons; None when nothing is known about it."""
        return self.venster()[1]

    @property
    def is_exact(self) -> bool:
        """Tell whether it is one known day."""
        return self.vroegst is not None and self.vroegst == self.laatst

    @property
    def is_onbekend(self) -> bool:
        """Tell whether nothing is known about it."""
        return self.edtf == _ONBEKEND

    def venster(
        self,
        seizoenen: Seizoenen = SEIZOENEN,
        zomerreces: dt.date | None = None,
    ) -> tuple[Date | None, Date | None]:
        """Give the first and the last day that it can be, in this municipality; None where it is open.

        Args:
            seizoenen: the municipality's own seasons.
            zomerreces: the first day of the summer recess of that year, before which "vóór de zomer" ends; without it
                that ends with June. No other datering looks at it.

        Raises:
            DatumError: when the recess is of another year, and when with these seasons the range would end before it
                begins.

        >>> parse_datering("vóór de zomer van 2024").venster(zomerreces=Date(2024, 7, 13))
        (None, Date(2024, 7, 12))
        """
        vroegst, laatst = _measure_venster(self.edtf, seizoenen)
        reces = None if zomerreces is None else to_date(zomerreces)
        if reces is None or laatst is None or not self._is_voor_de_zomer:
            return vroegst, laatst
        if reces.year != laatst.year:
            raise DatumError(
                f"{self.woorden!r} eindigt met het zomerreces van {laatst.year}, niet dat van {reces.year}"
            )
        return vroegst, find_dag_ervoor(reces)

    @property
    def hangt_van_gemeente_af(self) -> bool:
        """Tell whether a municipality may mean other days by it: a season, or before the summer."""
        punten = [punt for punt in _split_edtf(self.edtf) if punt]
        return self._is_voor_de_zomer or any(_SEIZOEN.fullmatch(punt) for punt in punten)

    @property
    def _is_voor_de_zomer(self) -> bool:
        return _TOT_EN_MET_JUNI.fullmatch(self.edtf) is not None and is_voor_de_zomer(self.woorden)

    def __str__(self) -> str:
        """Give the words as said."""
        return self.woorden


def _split_edtf(edtf: str) -> tuple[str | None, str | None]:
    if edtf == _ONBEKEND:
        return None, None
    begin, eind = edtf.partition("/")[0], edtf.rpartition("/")[2]
    return None if begin == _OPEN else begin, None if eind == _OPEN else eind


@lru_cache(maxsize=4096)  # the few datings of a dossier are asked for hundreds of times
def _measure_venster(edtf: str, seizoenen: Seizoenen) -> tuple[Date | None, Date | None]:
    begin, eind = _split_edtf(edtf)
    vroegst = None if begin is None else _measure_punt(begin, seizoenen)[0]
    laatst = None if eind is None else _measure_punt(eind, seizoenen)[1]
    if vroegst is not None and laatst is not None and laatst < vroegst:
        raise DatumError(f"{edtf!r} eindigt ({format_datum(laatst)}) voordat het begint ({format_datum(vroegst)})")
    return vroegst, laatst


def _measure_punt(punt: str, seizoenen: Seizoenen) -> tuple[Date, Date]:
    match [int(deel) for deel in punt.split("-")]:
        case [_, _, _]:
            dag = parse_datum(punt)
            return dag, dag
        case [jaar, code] if code in SEIZOENSNAMEN:
            return seizoenen.grenzen(code, jaar)
    periode = parse_periode(punt)
    return periode.begindatum, periode.einddatum


def to_datering(value: Datering | dt.date | str) -> Datering:
    """Convert a day, or words as `parse_datering` reads them; a datering is returned as it is.

    Raises:
        DatumError: on words that cannot be read.
        TypeError: on a ``datetime``, and on anything else.

    >>> to_datering(dt.date(2024, 4, 23))
    Datering(woorden='2024-04-23', edtf='2024-04-23')
    """
    if isinstance(value, Datering):
        return value
    if isinstance(value, str):
        return parse_datering(value)
    iso = to_date(value).isoformat()
    return Datering(woorden=iso, edtf=iso)


def to_venster(vroegst: dt.date | None, laatst: dt.date | None) -> Datering:
    """Say the time between two days, both included, in words: the name of a period where it is one.

    >>> to_venster(Date(2025, 11, 1), Date(2025, 11, 30))
    Datering(woorden='november 2025', edtf='2025-11')
    >>> to_venster(None, Date(2024, 6, 30)).woorden
    'tot en met 30 juni 2024'
    """
    begin, eind = ("" if dag is None else to_date(dag).isoformat() for dag in (vroegst, laatst))
    if vroegst and laatst and vroegst.day == 1 and add_dagen(to_date(laatst), 1).day == 1 and vroegst < laatst:
        begin, eind = begin[:7], eind[:7]
        heel = span(parse_periode(begin), parse_periode(eind))
        begin, eind = map(str, uiteinden(heel))
    edtf = f"{begin or _OPEN}/{eind or _OPEN}" if begin != eind else begin or _ONBEKEND
    return Datering(woorden=format_datering(Datering(woorden=edtf, edtf=edtf)), edtf=edtf)


def format_datering(datering: Datering) -> str:
    """Write what a datering means, in words that `parse_datering` reads back.

    >>> format_datering(Datering(woorden="halverwege 2025", edtf="2025-01/2025-06"))
    'eerste halfjaar van 2025'
    >>> format_datering(parse_datering("vóór 1 juli 2024"))
    'tot en met 30 juni 2024'
    """
    begin, eind = _split_edtf(datering.edtf)
    if begin is None:
        return "onbekend" if eind is None else f"tot en met {_format_punt(eind)}"
    if eind is None:
        return f"vanaf {_format_punt(begin)}"
    return _format_punt(begin) if begin == eind else _format_tijdvak(begin, eind)


def format_termijn(termijn: Datering | None, laatst: dt.date | None) -> str:
    """Write when something is due: its words, with the last day unless they name it.

    >>> format_termijn(parse_datering("najaar 2024"), Date(2024, 11, 30))
    'najaar 2024, uiterlijk 30 november 2024'
    >>> format_termijn(parse_datering("2024-10-01"), Date(2024, 10, 1))
    '1 oktober 2024'
    """
    if termijn is None or termijn.is_onbekend:
        return "niet afgesproken"
    woorden = format_datum(termijn.vroegst) if termijn.is_exact and termijn.vroegst else str(termijn)
    if laatst is None or format_datum(laatst) in format_datering(termijn):
        return woorden
    return f"{woorden}, uiterlijk {format_datum(laatst)}"


def add_lidwoord(woorden: str) -> str:
    """Put the article before a part of the year, as a sentence wants it.

    >>> add_lidwoord("eerste halfjaar van 2024"), add_lidwoord("zomer 2024"), add_lidwoord("2024")
    ('het eerste halfjaar van 2024', 'de zomer van 2024', '2024')
    """
    eerste, _, rest = woorden.partition(" ")
    if eerste in RANGEN:
        return f"het {woorden}"
    if eerste in _LIDWOORDEN:
        return f"{_LIDWOORDEN[eerste]} {eerste} van {rest}"
    return woorden


def _format_punt(punt: str) -> str:
    match [int(deel) for deel in punt.split("-")]:
        case [_, _, _]:
            return format_datum(parse_datum(punt))
        case [jaar, code] if code in SEIZOENSNAMEN:
            return f"{SEIZOENSNAMEN[code]} {jaar:04d}"
    return format_periode(parse_periode(punt))


def _format_tijdvak(begin: str, eind: str) -> str:
    if _MAAND.fullmatch(begin) and _MAAND.fullmatch(eind):
        periode = span(parse_periode(begin), parse_periode(eind))
        if periode.soort in LETTERS:
            return format_periode(periode)
    return format_bereik(_format_punt(begin), _format_punt(eind))


def parse_datering(woorden: str) -> Datering:
    """Read a Dutch date, vague or not, and keep the words as said.

    It knows days, months, years, seasons, half-years, tertalen and quarters, in words and as a code; before, until,
    from, a range of them, and "onbekend". Capitals, accents and double spaces do not matter.

    Raises:
        DatumError: on anything else, above all on words that are relative ("binnen zes weken", "eind 2024"): what those
            mean is for the reader to say, in words and EDTF given apart.

    >>> parse_datering("in het najaar van 2024").edtf
    '2024-23'
    >>> parse_datering("Q3 2024").laatst
    Date(2024, 9, 30)
    >>> parse_datering("1 tot en met 5 mei 2024").edtf
    '2024-05-01/2024-05-05'
    """
    edtf = parse_woorden(woorden)
    if edtf is None:
        raise DatumError(
            f"{woorden.strip()!r} is geen datering die ivb kent; schrijf een dag (23 april 2024), maand (april 2024), "
            "jaar (2024), seizoen (najaar 2024), halfjaar, tertaal of kwartaal (eerste halfjaar van 2024), "
            "vóór de zomer van 2024, vóór, uiterlijk of vanaf 1 mei 2024, maart tot en met mei 2024, of onbekend; "
            "of geef de woorden en hun betekenis apart, zoals woorden: eind 2024 en edtf: 2024-10/2024-12"
        )
    return Datering(woorden=woorden, edtf=edtf)
