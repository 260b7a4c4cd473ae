"""One known day: ``2024-04-23`` in a file, ``23 april 2024`` in a letter.

A day is written as ISO 8601 prescribes, year first, and in no other way: ``05-01-2027`` is 5 January to one reader
and 1 May to another. Source: ISO 8601-1:2019, 5.2.2 (calendar date, extended format).
"""

import calendar
import datetime as dt
import re

import pendulum

from ivb.errors import DatumError

Date = pendulum.Date

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_NEDERLANDS = re.compile(r"(?P<dag>\d\d?)[-/.](?P<maand>\d\d?)[-/.](?P<jaar>\d{4})", re.ASCII)
_ZONDER_NULLEN = re.compile(r"(?P<jaar>\d{4})[-/.](?P<maand>\d\d?)[-/.](?P<dag>\d\d?)", re.ASCII)
_IN_WOORDEN = re.compile(rf"(?P<dag>\d\d?) (?P<maand>{'|'.join(MAANDEN)}) (?P<jaar>\d{{4}})", re.ASCII | re.IGNORECASE)


def to_date(value: dt.date) -> Date:
    """Convert any date to a pendulum ``Date``.

    Raises:
        TypeError: on a ``datetime``, which is a moment and no day, and on anything else that is no date.

    >>> to_date(dt.date(2024, 4, 23))
    Date(2024, 4, 23)
    """
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise TypeError(f"hier hoort een datum (datetime.date), geen {type(value).__name__}")
    return value if isinstance(value, Date) else Date(value.year, value.month, value.day)


def parse_datum(tekst: str) -> Date:
    """Read a day written as ``2024-04-23``, and nothing else.

    Raises:
        DatumError: on any other spelling, and on a day that the calendar does not have.

    >>> parse_datum("2024-04-23")
    Date(2024, 4, 23)
    >>> parse_datum("2023-02-29")
    Traceback (most recent call last):
    ivb.errors.DatumError: '2023-02-29' bestaat niet: februari 2023 telt 28 dagen
    """
    treffer = _ISO.fullmatch(tekst)
    if treffer is None:
        raise DatumError(f"{tekst!r} is geen datum; schrijf jaar, maand en dag als {_suggest(tekst)}")
    jaar, maand, dag = map(int, treffer.groups())
    try:
        return Date(jaar, maand, dag)
    except ValueError:
        raise DatumError(f"{tekst!r} bestaat niet: {_explain(jaar, maand)}") from None


def _suggest(tekst: str) -> str:
    """Write the day that was meant as it should be written; where that is not plain, an example."""
    for patroon in (_NEDERLANDS, _IN_WOORDEN, _ZONDER_NULLEN):
        treffer = patroon.fullmatch(tekst)
        if treffer:
            maand = treffer["maand"].casefold()
            nummer = MAANDEN.index(maand) + 1 if maand in MAANDEN else int(maand)
            try:
                return Date(int(treffer["jaar"]), nummer, int(treffer["dag"])).isoformat()
            except ValueError:
                break
    return "2024-04-23"


def _explain(jaar: int, maand: int) -> str:
    if jaar < dt.MINYEAR:
        return "de kalender begint met het jaar 0001"
    if not 1 <= maand <= len(MAANDEN):
        return "maanden lopen van 01 tot en met 12"
    return f"{MAANDEN[maand - 1]} {jaar:04d} telt {calendar.monthrange(jaar, maand)[1]} dagen"


def format_datum(datum: dt.date) -> str:
    """Write a day as it stands in a letter.

    Raises:
        TypeError: on a ``datetime`` and on anything else that is no date.

    >>> format_datum(Date(2024, 4, 23))
    '23 april 2024'
    """
    dag = to_date(datum)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year:04d}"


def format_weekdag(datum: dt.date) -> str:
    """Write a day with the day of the week, as an agenda has it.

    Raises:
        TypeError: on a ``datetime`` and on anything else that is no date.

    >>> format_weekdag(Date(2024, 4, 23))
    'dinsdag 23 april 2024'
    """
    return f"{WEEKDAGEN[to_date(datum).weekday()]} {format_datum(datum)}"


def format_dagen(aantal: int) -> str:
    """Write a number of days.

    >>> format_dagen(1), format_dagen(114)
    ('1 dag', '114 dagen')
    """
    return f"{aantal} dag" if abs(aantal) == 1 else f"{aantal} dagen"


def add_dagen(datum: Date, dagen: int) -> Date:
    """Give the day so many days later; a negative number goes back.

    Raises:
        DatumError: the calendar does not have it.

    >>> add_dagen(Date(2024, 2, 28), 2)
    Date(2024, 3, 1)
    """
    try:
        return Date.fromordinal(datum.toordinal() + dagen)
    except (ValueError, OverflowError):
        raise DatumError(_explain_buiten(dagen, "dag", "dagen", datum)) from None


def add_maanden(datum: Date, maanden: int) -> Date:
    """Give the same day so many months later, or the last day of that month; a negative number goes back.

    Raises:
        DatumError: the calendar does not have it.

    >>> add_maanden(Date(2024, 1, 31), 1)
    Date(2024, 2, 29)
    """
    jaar, maand = divmod(12 * datum.year + datum.month - 1 + maanden, 12)
    if not dt.MINYEAR <= jaar <= dt.MAXYEAR:
        raise DatumError(_explain_buiten(maanden, "maand", "maanden", datum))
    return Date(jaar, maand + 1, min(datum.day, calendar.monthrange(jaar, maand + 1)[1]))


def _explain_buiten(aantal: int, een: str, meer: str, datum: Date) -> str:
    lengte = f"{abs(aantal)} {een if abs(aantal) == 1 else meer}"
    return f"{lengte} {'na' if aantal > 0 else 'vóór'} {format_datum(datum)} valt buiten de kalender"


def find_dag_ervoor(datum: Date) -> Date:
    """Give the day before.

    Raises:
        DatumError: on the first day of the calendar.

    >>> find_dag_ervoor(Date(2024, 3, 1))
    Date(2024, 2, 29)
    """
    if datum == dt.date.min:
        raise DatumError(f"vóór {format_datum(datum)} heeft de kalender geen dag")
    return Date.fromordinal(datum.toordinal() - 1)


def format_bereik(begin: str, eind: str) -> str:
    """Write two dates as a range; what they have in common at the end is said once.

    >>> format_bereik("1 mei 2024", "5 mei 2024")
    '1 tot en met 5 mei 2024'
    >>> format_bereik("juli 2022", "juni 2026")
    'juli 2022 tot en met juni 2026'
    """
    links, rechts = begin.split(), eind.split()
    if len(links) == len(rechts):
        while links[-1] == rechts[-1]:
            links, rechts = links[:-1], rechts[:-1]
    return f"{' '.join(links)} tot en met {eind}"
