"""To ask whether a day is free, and where a term then ends, costs no more here than elsewhere."""

import datetime
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import holidays
import numpy as np
import pandas as pd
import pytest
from workalendar.europe import Netherlands

from ivb import Termijn, Termijneenheid, Termijngrondslag, derive_einddatum, derive_gewone_dag, is_vrije_dag
from tests.rules import kalenders

T = TypeVar("T")

RUNS = 9
JAREN = range(2017, 2029)
DAGEN = [dag for dag in kalenders.list_dagen() if dag.year in JAREN]
EEN_DAG = datetime.timedelta(days=1)

HOLIDAYS = holidays.country_holidays("NL", years=kalenders.JAREN)
WORKALENDAR = Netherlands()
NUMPY = kalenders.make_numpykalender(kalenders.find_wetsdagen)
PANDAS = pd.offsets.CustomBusinessDay(calendar=NUMPY)
NUMPY_DAGEN = [np.datetime64(dag) for dag in DAGEN]
PANDAS_DAGEN = [pd.Timestamp(dag) for dag in DAGEN]


def measure(function: Callable[[T], object], items: Sequence[T]) -> float:
    """Take the shortest time, in seconds, in which a function was called for every item."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        for item in items:
            function(item)
        times.append(time.perf_counter() - start)
    return min(times)


def compare(name: str, ours: float, theirs: float) -> None:
    per_dag = [f"{seconds / len(DAGEN) * 1e9:.0f} ns" for seconds in (ours, theirs)]
    print(f"\n{name}: ivb {per_dag[0]}, {per_dag[1]} there: {ours / theirs:.2f} times")
    assert ours <= theirs


def roll(is_free: Callable[[datetime.date], bool], day: datetime.date) -> datetime.date:
    while is_free(day):
        day += EEN_DAG
    return day


def is_free_in_holidays(day: datetime.date) -> bool:
    return day.weekday() >= 5 or day in HOLIDAYS


def is_free_in_workalendar(day: datetime.date) -> bool:
    return not WORKALENDAR.is_working_day(day)


class TestFree:
    """To ask whether one day is free is not slower than to ask it of another calendar, one day at a time."""

    @pytest.mark.parametrize(
        ("name", "function", "days"),
        [
            ("holidays", is_free_in_holidays, DAGEN),
            ("workalendar", is_free_in_workalendar, DAGEN),
            ("numpy.is_busday", lambda day: np.is_busday(day, busdaycal=NUMPY), NUMPY_DAGEN),
            ("pandas.CustomBusinessDay.is_on_offset", PANDAS.is_on_offset, PANDAS_DAGEN),
        ],
    )
    def test_is_not_slower(self, name: str, function: Callable[[object], object], days: Sequence[object]) -> None:
        compare(name, measure(is_vrije_dag, DAGEN), measure(function, days))


class TestRoll:
    """To find the first day that is not free is not slower than to roll in another calendar, one day at a time."""

    @pytest.mark.parametrize(
        ("name", "function", "days"),
        [
            ("holidays, in a loop", lambda day: roll(is_free_in_holidays, day), DAGEN),
            ("workalendar, in a loop", lambda day: roll(is_free_in_workalendar, day), DAGEN),
            ("numpy.busday_offset", lambda day: np.busday_offset(day, 0, "forward", busdaycal=NUMPY), NUMPY_DAGEN),
            ("pandas.CustomBusinessDay.rollforward", PANDAS.rollforward, PANDAS_DAGEN),
        ],
    )
    def test_is_not_slower(self, name: str, function: Callable[[object], object], days: Sequence[object]) -> None:
        compare(name, measure(derive_gewone_dag, DAGEN), measure(function, days))


class TestEnd:
    """To derive the ends of ten times as many terms takes ten times as long, and hardly more."""

    FEW, MANY, LIMIT = 200, 2000, 1.5

    def test_is_linear_in_the_number_of_terms(self) -> None:
        termijn = Termijn(grondslag=Termijngrondslag.WET, lengte=6, eenheid=Termijneenheid.WEKEN)
        few, many = (
            measure(lambda day: derive_einddatum(termijn, day), DAGEN[:aantal]) / aantal
            for aantal in (self.FEW, self.MANY)
        )
        print(
            f"\n{few * 1e6:.0f} µs per term of {self.FEW}, {many * 1e6:.0f} µs of {self.MANY}: {many / few:.2f} times"
        )
        assert many <= self.LIMIT * few
