"""The two calendars once more, from plain rules and the Easter of ``dateutil``, to hold ours against."""

import datetime
from collections.abc import Callable, Container
from functools import cache

import numpy as np
from dateutil.easter import easter

EERSTE, LAATSTE = datetime.date(1990, 1, 1), datetime.date(2050, 12, 31)
JAREN = range(EERSTE.year, LAATSTE.year + 1)

GELIJKGESTELD = [
    *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31", "2019-12-27"),
    *("2020-05-22", "2021-05-14", "2022-05-27"),
    *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
    *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
]


def find_paasdag(jaar: int) -> datetime.date:
    paasdag: datetime.date = easter(jaar)
    return paasdag


@cache
def find_kantoordagen(jaar: int) -> frozenset[datetime.date]:
    """The holidays on which an office is closed."""
    pasen = find_paasdag(jaar)
    vorst = datetime.date(jaar, 4, 27) if jaar >= 2014 else datetime.date(jaar, 4, 30)
    if vorst.isoweekday() == 7:
        vorst -= datetime.timedelta(days=1)
    vast = {datetime.date(jaar, 1, 1), vorst, datetime.date(jaar, 12, 25), datetime.date(jaar, 12, 26)}
    return frozenset(vast | {pasen + datetime.timedelta(days=dagen) for dagen in (1, 39, 50)})


@cache
def find_wetsdagen(jaar: int) -> frozenset[datetime.date]:
    """The holidays of the act, with the days that count as one."""
    gelijk = {datetime.date.fromisoformat(dag) for dag in GELIJKGESTELD if dag.startswith(str(jaar))}
    goede_vrijdag = find_paasdag(jaar) - datetime.timedelta(days=2)
    return find_kantoordagen(jaar) | gelijk | {goede_vrijdag, datetime.date(jaar, 5, 5)}


def list_dagen() -> list[datetime.date]:
    """Every day that is compared."""
    return list(map(datetime.date.fromordinal, range(EERSTE.toordinal(), LAATSTE.toordinal() + 1)))


def make_numpykalender(feestdagen: Callable[[int], frozenset[datetime.date]]) -> np.busdaycalendar:
    """The calendar of numpy: weekends, and the holidays of every year that a roll may come in."""
    dagen = sorted(dag for jaar in (*JAREN, LAATSTE.year + 1) for dag in feestdagen(jaar))
    return np.busdaycalendar(holidays=[np.datetime64(dag) for dag in dagen])


Vraag = Callable[[datetime.date], bool]

NAMEN: dict[str, Vraag] = {
    "gelijkgestelde dag": lambda dag: str(dag) in GELIJKGESTELD,
    "Goede Vrijdag": lambda dag: dag == find_paasdag(dag.year) - datetime.timedelta(days=2),
    "5 mei in een lustrumjaar": lambda dag: (dag.month, dag.day) == (5, 5) and dag.year % 5 == 0,
    "5 mei in een ander jaar": lambda dag: (dag.month, dag.day) == (5, 5) and dag.year % 5 > 0,
}


def name_verschillen(is_vrij: Vraag, feestdagen: Container[datetime.date]) -> set[str]:
    """Name the rules by which a calendar differs from weekends and a list of holidays; each day has exactly one."""
    namen = set()
    for dag in list_dagen():
        if is_vrij(dag) != (dag.isoweekday() >= 6 or dag in feestdagen):
            (naam,) = (naam for naam, geldt in NAMEN.items() if geldt(dag))
            namen.add(naam)
    return namen
