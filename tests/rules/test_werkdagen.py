"""The days on which an office works, which are not the days of the act."""

import datetime
from collections.abc import Callable
from typing import Literal

import holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from workalendar.europe import Netherlands

from ivb import Gemeente, Profiel, Sluitingsdag, Werkkalender, derive_feestdagen
from ivb.dates import Date
from ivb.errors import DatumError
from ivb.rules.werkdagen import _vrij
from ivb.testing import datums, werkkalenders
from tests.rules import kalenders

KANTOOR = Werkkalender()

dagen = datums()
aantallen = st.integers(1, 40)


@pytest.fixture(autouse=True, scope="module")
def _forget() -> None:
    """Make each table anew: one from before says nothing of the functions that make it."""
    for tabel in (derive_feestdagen, _vrij):
        tabel.cache_clear()


def is_gesloten(dag: datetime.date) -> bool:
    return not KANTOOR.is_werkdag(dag)


class TestOffice:
    """An office is closed in the weekend, on the holidays of the act, and on the days that its own profile names.

    Good Friday, 5 May and an equated day are no such holidays.
    """

    @pytest.mark.parametrize(
        ("dag", "open_"),
        [
            (datetime.date(2024, 4, 23), True),
            (datetime.date(2024, 4, 20), False),  # Saturday
            (datetime.date(2024, 4, 21), False),  # Sunday
            (datetime.date(2024, 1, 1), False),
            (datetime.date(2024, 4, 1), False),
            (datetime.date(2023, 4, 27), False),
            (datetime.date(2013, 4, 30), False),
            (datetime.date(2024, 5, 9), False),
            (datetime.date(2024, 5, 20), False),
            (datetime.date(2024, 12, 25), False),
            (datetime.date(2024, 12, 26), False),
            (datetime.date(2024, 3, 29), True),  # Good Friday
            (datetime.date(2025, 5, 5), True),
            (datetime.date(2016, 5, 5), False),  # also Ascension Day
            (datetime.date(2024, 5, 10), True),  # equated
            (datetime.date(1964, 12, 25), True),  # before the act that names the holidays
            (datetime.date(1964, 12, 26), False),  # a Saturday
            (datetime.date(1965, 1, 1), True),
            (datetime.date(1965, 4, 19), False),
            (datetime.date(1, 1, 1), True),
        ],
    )
    def test_days(self, dag: datetime.date, open_: bool) -> None:  # noqa: FBT001
        assert KANTOOR.is_werkdag(dag) is open_

    def test_its_own_days(self) -> None:
        profiel = Profiel(sluitingsdagen=(Sluitingsdag(datum=datetime.date(2024, 5, 10)),))
        gemeente = Gemeente(naam="A", code="GM0001", plaats="B", profiel=profiel)
        assert Werkkalender.van(gemeente) == Werkkalender([datetime.date(2024, 5, 10)])
        assert not Werkkalender.van(gemeente).is_werkdag(datetime.date(2024, 5, 10))

    def test_is_a_value(self) -> None:
        dag = datetime.date(2024, 5, 10)
        assert {Werkkalender([dag]), Werkkalender((dag, dag))} == {Werkkalender({Date(2024, 5, 10)})}
        assert Werkkalender() != Werkkalender([dag])
        assert all(type(een) is Date for een in Werkkalender([dag]).gesloten)

    @pytest.mark.parametrize("dag", [datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC), "2024-01-01"])
    @pytest.mark.parametrize(
        "functie",
        [
            KANTOOR.is_werkdag,
            KANTOOR.volgende,
            KANTOOR.vorige,
            lambda dag: KANTOOR.tel(dag, 0),
            lambda dag: Werkkalender([dag]),
        ],
    )
    def test_a_moment_is_no_day(self, functie: Callable[[object], object], dag: object) -> None:
        with pytest.raises(TypeError, match="hier hoort een datum"):
            functie(dag)


class TestTheEnds:
    """The calendar begins with the year 1 and ends with the year 9999."""

    def test_the_first_day(self) -> None:
        with pytest.raises(DatumError) as fout:
            KANTOOR.tel(datetime.date.min, -1)
        assert str(fout.value) == "1 dag vóór 1 januari 0001 valt buiten de kalender"

    def test_the_last_day(self) -> None:
        assert KANTOOR.tel(datetime.date(9999, 12, 30), 1) == Date(9999, 12, 31)
        with pytest.raises(DatumError) as fout:
            KANTOOR.tel(datetime.date.max, 1)
        assert str(fout.value) == "1 dag na 31 december 9999 valt buiten de kalender"

    def test_a_closed_last_day(self) -> None:
        gesloten = Werkkalender([datetime.date.max])
        assert gesloten.vorige(datetime.date.max) == Date(9999, 12, 30)
        with pytest.raises(DatumError, match="valt buiten de kalender"):
            gesloten.volgende(datetime.date.max)


class TestNextAndPrevious:
    """The next or previous working day is the nearest one on that side, and a working day is its own."""

    @pytest.mark.parametrize(
        ("dag", "vorige", "volgende"),
        [
            (datetime.date(2024, 4, 23), Date(2024, 4, 23), Date(2024, 4, 23)),
            (datetime.date(2024, 12, 25), Date(2024, 12, 24), Date(2024, 12, 27)),
            (datetime.date(2024, 3, 30), Date(2024, 3, 29), Date(2024, 4, 2)),
            (datetime.date(2024, 5, 9), Date(2024, 5, 8), Date(2024, 5, 10)),
            (datetime.date(2022, 1, 1), Date(2021, 12, 31), Date(2022, 1, 3)),
        ],
    )
    def test_examples(self, dag: datetime.date, vorige: Date, volgende: Date) -> None:
        assert (KANTOOR.vorige(dag), KANTOOR.volgende(dag)) == (vorige, volgende)

    @given(werkkalenders(), dagen)
    def test_comes_to_rest_on_a_working_day(self, kalender: Werkkalender, dag: Date) -> None:
        for functie in (kalender.volgende, kalender.vorige):
            assert kalender.is_werkdag(functie(dag))
            assert functie(functie(dag)) == functie(dag)

    @given(werkkalenders(), dagen)
    def test_there_is_none_between(self, kalender: Werkkalender, dag: Date) -> None:
        vorige, volgende = kalender.vorige(dag), kalender.volgende(dag)
        assert vorige <= dag <= volgende
        tussen = map(Date.fromordinal, range(vorige.toordinal() + 1, volgende.toordinal()))
        assert not any(map(kalender.is_werkdag, tussen))

    @given(dagen)
    def test_a_closed_day_is_none(self, dag: Date) -> None:
        kalender = Werkkalender([dag])
        assert not kalender.is_werkdag(dag)
        assert kalender.vorige(dag) < dag < kalender.volgende(dag)


class TestCounting:
    """A term in working days ends on the last of as many working days after the day itself, or before it."""

    @pytest.mark.parametrize(
        ("dag", "aantal", "eind"),
        [
            (datetime.date(2024, 4, 24), 5, Date(2024, 5, 1)),
            (datetime.date(2024, 5, 14), -10, Date(2024, 4, 29)),
            (datetime.date(2024, 4, 27), 1, Date(2024, 4, 29)),
            (datetime.date(2024, 4, 28), -1, Date(2024, 4, 26)),
            (datetime.date(2024, 4, 28), 0, Date(2024, 4, 28)),
        ],
    )
    def test_examples(self, dag: datetime.date, aantal: int, eind: Date) -> None:
        assert KANTOOR.tel(dag, aantal) == eind

    @given(werkkalenders(), dagen, aantallen)
    def test_there_are_as_many_up_to_and_including_the_last(self, kalender: Werkkalender, dag: Date, n: int) -> None:
        eind = kalender.tel(dag, n)
        geteld = map(Date.fromordinal, range(dag.toordinal() + 1, eind.toordinal() + 1))
        assert sum(map(kalender.is_werkdag, geteld)) == n
        assert kalender.is_werkdag(eind)

    @given(werkkalenders(), dagen, aantallen)
    def test_back_and_forth(self, kalender: Werkkalender, dag: Date, n: int) -> None:
        werkdag = kalender.volgende(dag)
        assert kalender.tel(kalender.tel(werkdag, n), -n) == werkdag
        assert kalender.tel(kalender.tel(werkdag, -n), n) == werkdag

    @given(werkkalenders(), dagen, aantallen, aantallen)
    def test_in_one_go_or_in_two(self, kalender: Werkkalender, dag: Date, n: int, m: int) -> None:
        for teken in (1, -1):
            assert kalender.tel(kalender.tel(dag, teken * n), teken * m) == kalender.tel(dag, teken * (n + m))

    @given(werkkalenders(), dagen, dagen, aantallen)
    def test_a_day_more_off_never_brings_the_end_nearer(
        self, kalender: Werkkalender, dag: Date, vrij: Date, n: int
    ) -> None:
        ruimer = Werkkalender(kalender.gesloten | {vrij})
        assert ruimer.tel(dag, n) >= kalender.tel(dag, n)
        assert ruimer.tel(dag, -n) <= kalender.tel(dag, -n)


class TestAgainstNumpy:
    """The calendar of numpy, fed with a list made in another way, knows the same days from 1990 up to 2050."""

    KALENDER = kalenders.make_numpykalender(kalenders.find_kantoordagen)
    DAGEN = kalenders.list_dagen()

    def test_working_days(self) -> None:
        werkdagen = np.is_busday(np.array(self.DAGEN, "datetime64[D]"), busdaycal=self.KALENDER)
        assert list(map(KANTOOR.is_werkdag, self.DAGEN)) == werkdagen.tolist()

    @pytest.mark.parametrize(("functie", "rol"), [(KANTOOR.volgende, "forward"), (KANTOOR.vorige, "backward")])
    def test_rolling(self, functie: Callable[[datetime.date], Date], rol: Literal["forward", "backward"]) -> None:
        dagen_ = self.DAGEN[7:]
        gerold = np.busday_offset(np.array(dagen_, "datetime64[D]"), 0, rol, busdaycal=self.KALENDER)
        assert list(map(functie, dagen_)) == gerold.tolist()

    @pytest.mark.parametrize(("aantal", "rol"), [(10, "backward"), (-10, "forward")])
    def test_counting(self, aantal: int, rol: Literal["forward", "backward"]) -> None:
        dagen_ = self.DAGEN[365::7]
        geteld = np.busday_offset(np.array(dagen_, "datetime64[D]"), aantal, rol, busdaycal=self.KALENDER)
        assert [KANTOOR.tel(dag, aantal) for dag in dagen_] == geteld.tolist()


class TestAgainstOthers:
    """Two packages know the Dutch days off: each day on which they differ from an office has a reason with a name."""

    def test_holidays(self) -> None:
        """It has Good Friday, and 5 May once in five years."""
        feestdagen = holidays.country_holidays("NL", years=kalenders.JAREN)
        namen = kalenders.name_verschillen(is_gesloten, feestdagen)
        assert namen == {"Goede Vrijdag", "5 mei in een lustrumjaar"}

    def test_workalendar(self) -> None:
        """It has Good Friday, and 5 May every year."""
        feestdagen = {dag for jaar in kalenders.JAREN for dag, _ in Netherlands().holidays(jaar)}
        namen = kalenders.name_verschillen(is_gesloten, feestdagen)
        assert namen == {"Goede Vrijdag", "5 mei in een lustrumjaar", "5 mei in een ander jaar"}
