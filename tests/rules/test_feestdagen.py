"""The days on which a term set by law does not end, and how certain it is that these are all of them."""

import datetime
from collections.abc import Callable

import holidays
import numpy as np
import pytest
from hypothesis import assume, given
from workalendar.europe import Netherlands

from ivb import Feestdag, Kalenderzekerheid, derive_feestdagen, derive_gewone_dag, is_vrije_dag
from ivb.dates import Date, add_dagen
from ivb.errors import DatumError
from ivb.rules.feestdagen import (
    GELIJKGESTELD,
    INGANG,
    VOLLEDIG,
    _twijfeldagen,
    _vrije_dagen,
    cite_atw,
    derive_zekerheid,
    find_feestdag,
    find_pasen,
    is_kalender_volledig,
)
from ivb.testing import datums
from tests.rules import kalenders

ZEKER, AANNEMELIJK, ONZEKER = Kalenderzekerheid
LAATSTE_DAG = Date(2199, 12, 31)

dagen = datums().filter(lambda dag: dag >= INGANG)
GELIJK = [(besluit.bron, dag) for besluit in GELIJKGESTELD for dag in besluit.dagen]


@pytest.fixture(autouse=True, scope="module")
def _forget() -> None:
    """Make each table anew: one from before says nothing of the functions that make it."""
    for tabel in (derive_feestdagen, _vrije_dagen, _twijfeldagen):
        tabel.cache_clear()


def noem(jaar: int) -> dict[str, str]:
    return {str(feestdag.datum): feestdag.naam for feestdag in derive_feestdagen(jaar)}


class TestRecognisedHolidays:
    """Eight days are recognised every year; Good Friday counts as one, and so does a day that was equated.

    The eight are New Year's Day, the Mondays of Easter and Whitsun, Ascension Day, both Christmas days, the day of the
    King's birthday, and 5 May.
    """

    def test_the_year_2024(self) -> None:
        assert noem(2024) == {
            "2024-01-01": "Nieuwjaarsdag",
            "2024-03-29": "Goede Vrijdag",
            "2024-04-01": "tweede paasdag",
            "2024-04-27": "Koningsdag",
            "2024-05-05": "Bevrijdingsdag",
            "2024-05-09": "Hemelvaartsdag",
            "2024-05-10": "gelijkgestelde dag",
            "2024-05-20": "tweede pinksterdag",
            "2024-12-25": "eerste kerstdag",
            "2024-12-26": "tweede kerstdag",
            "2024-12-27": "gelijkgestelde dag",
        }

    def test_in_order(self) -> None:
        for jaar in range(INGANG.year, LAATSTE_DAG.year + 1):
            datums_ = [feestdag.datum for feestdag in derive_feestdagen(jaar)]
            assert datums_ == sorted(datums_)
            assert {datum.year for datum in datums_} == {jaar}

    @pytest.mark.parametrize(
        ("dag", "bron"),
        [
            (datetime.date(2024, 1, 1), "Algemene termijnenwet, art. 3 lid 1"),
            (datetime.date(2024, 3, 29), "Algemene termijnenwet, art. 3 lid 2"),
            (datetime.date(2024, 5, 5), "Algemene termijnenwet, art. 3 lid 1"),
            (datetime.date(2024, 4, 27), "Besluit aanwijzing Koningsdag (2013)"),
            (datetime.date(2013, 4, 30), "Besluit aanwijzing Koninginnedag (1980)"),
            (datetime.date(1979, 4, 30), "Algemene termijnenwet, art. 3 lid 1"),
            (datetime.date(2018, 12, 24), "koninklijk besluit van 24 oktober 2016, Stcrt. 2016, 58653"),
        ],
    )
    def test_each_says_where_it_follows_from(self, dag: datetime.date, bron: str) -> None:
        feestdag = find_feestdag(dag)
        assert feestdag is not None
        assert str(feestdag.bron) == bron
        assert feestdag.bron.url

    def test_the_act_can_be_looked_up(self) -> None:
        assert cite_atw("art. 2").url == "https://wetten.overheid.nl/BWBR0002448"

    def test_two_on_one_day(self) -> None:
        namen = [feestdag.naam for feestdag in derive_feestdagen(2016) if feestdag.datum == Date(2016, 5, 5)]
        assert namen == ["Bevrijdingsdag", "Hemelvaartsdag"]

    def test_an_ordinary_day_is_none(self) -> None:
        assert find_feestdag(datetime.date(2024, 12, 24)) is None
        assert find_feestdag(datetime.date(2024, 3, 31)) is None  # Easter Sunday is a Sunday, and no more


class TestEaster:
    """Easter is the Sunday after the first full moon of spring, as the Gregorian calendar reckons it."""

    def test_as_dateutil_has_it(self) -> None:
        assert [find_pasen(jaar) for jaar in range(1583, 4100)] == [
            kalenders.find_paasdag(jaar) for jaar in range(1583, 4100)
        ]

    @pytest.mark.parametrize(
        ("jaar", "dag"),
        [
            (1818, Date(1818, 3, 22)),  # the earliest
            (1943, Date(1943, 4, 25)),  # the latest
            (1954, Date(1954, 4, 18)),  # the first exception of Gauss
            (1981, Date(1981, 4, 19)),  # the second
        ],
    )
    def test_the_hard_years(self, jaar: int, dag: Date) -> None:
        assert find_pasen(jaar) == dag


class TestTheBirthdayOfTheKing:
    """It is kept on 27 April since 2014, and before that on 30 April; where that is a Sunday, a day earlier.

    Before 19 May 1980 it was then kept a day later. On which day it was, before 2014, no source says for certain.
    """

    @pytest.mark.parametrize(
        ("jaar", "dag", "naam", "zeker"),
        [
            (1965, Date(1965, 4, 30), "Koninginnedag", True),
            (1978, Date(1978, 5, 1), "Koninginnedag", False),
            (1980, Date(1980, 4, 30), "Koninginnedag", True),
            (1989, Date(1989, 4, 29), "Koninginnedag", False),
            (2013, Date(2013, 4, 30), "Koninginnedag", True),
            (2014, Date(2014, 4, 26), "Koningsdag", True),
            (2015, Date(2015, 4, 27), "Koningsdag", True),
            (2025, Date(2025, 4, 26), "Koningsdag", True),
            (2031, Date(2031, 4, 26), "Koningsdag", True),
            (2036, Date(2036, 4, 26), "Koningsdag", True),
        ],
    )
    def test_by_year(self, jaar: int, dag: Date, naam: str, zeker: bool) -> None:  # noqa: FBT001
        (feestdag,) = (een for een in derive_feestdagen(jaar) if een.naam.startswith("Kon"))
        assert (feestdag.datum, feestdag.naam, feestdag.zeker) == (dag, naam, zeker)

    def test_once_a_year_and_never_on_a_sunday(self) -> None:
        for jaar in range(INGANG.year, LAATSTE_DAG.year + 1):
            (feestdag,) = (een for een in derive_feestdagen(jaar) if een.naam in {"Koninginnedag", "Koningsdag"})
            assert feestdag.datum.isoweekday() != 7


class TestLiberationDay:
    """5 May is one of them every year, not only every fifth; from 1983 on."""

    @pytest.mark.parametrize("jaar", [1983, 1984, 1985, 2021, 2022, 2025, 2199])
    def test_every_year(self, jaar: int) -> None:
        assert is_vrije_dag(datetime.date(jaar, 5, 5))

    def test_not_before(self) -> None:
        assert not is_vrije_dag(datetime.date(1982, 5, 5))


class TestEquatedDays:
    """The Crown may equate days with a holiday; a decree names them, for some years at once."""

    def test_the_days_of_the_decrees(self) -> None:
        assert [str(dag) for _, dag in GELIJK] == kalenders.GELIJKGESTELD

    def test_each_says_that_it_is_one(self) -> None:
        for bron, dag in GELIJK:
            assert find_feestdag(dag) == Feestdag(datum=dag, naam="gelijkgestelde dag", gelijkgesteld=True, bron=bron)

    def test_the_years_of_the_decrees_are_complete(self) -> None:
        assert {dag.year for _, dag in GELIJK} == set(VOLLEDIG)


class TestTheYearsOfTheAct:
    """The act holds since 1 April 1965: before that there is no answer."""

    def test_the_first_year_begins_with_the_act(self) -> None:
        assert list(noem(1965)) == [
            "1965-04-16",
            "1965-04-19",
            "1965-04-30",
            "1965-05-27",
            "1965-06-07",
            "1965-12-25",
            "1965-12-26",
        ]

    @pytest.mark.parametrize("jaar", [-1, 0, 1964, 10000])
    def test_no_other_year(self, jaar: int) -> None:
        with pytest.raises(DatumError) as fout:
            derive_feestdagen(jaar)
        assert str(fout.value) == f"de Algemene termijnenwet geldt sinds 1 april 1965; {jaar} valt erbuiten"

    @pytest.mark.parametrize("functie", [is_vrije_dag, derive_gewone_dag])
    def test_no_day_before_the_act(self, functie: Callable[[datetime.date], object]) -> None:
        functie(INGANG)
        for dag in (datetime.date(1965, 3, 31), datetime.date(1965, 1, 1)):
            with pytest.raises(DatumError) as fout:
                functie(dag)
            assert str(fout.value) == f"de Algemene termijnenwet geldt sinds 1 april 1965, nog niet op {dag}"

    @pytest.mark.parametrize("functie", [is_vrije_dag, derive_gewone_dag, find_feestdag])
    def test_no_day_of_a_year_before_the_act(self, functie: Callable[[datetime.date], object]) -> None:
        with pytest.raises(DatumError, match=r"1964 valt erbuiten$"):
            functie(datetime.date(1964, 12, 31))

    def test_the_last_days_of_the_calendar(self) -> None:
        assert [is_vrije_dag(datetime.date(9999, 12, dag)) for dag in (24, 25, 26, 27, 31)] == [
            False,
            True,
            True,
            False,
            False,
        ]
        assert derive_gewone_dag(datetime.date(9999, 12, 25)) == Date(9999, 12, 27)
        assert derive_gewone_dag(datetime.date.max) == datetime.date.max
        assert derive_zekerheid(datetime.date(9999, 12, 27)) is Kalenderzekerheid.AANNEMELIJK

    @pytest.mark.parametrize("functie", [is_vrije_dag, derive_gewone_dag, find_feestdag, derive_zekerheid])
    @pytest.mark.parametrize("dag", [datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC), "2024-01-01"])
    def test_a_moment_is_no_day(self, functie: Callable[[object], object], dag: object) -> None:
        with pytest.raises(TypeError, match="hier hoort een datum"):
            functie(dag)


class TestRolling:
    """A term runs on to the next day that is no Saturday, Sunday or recognised holiday."""

    @pytest.mark.parametrize(
        ("dag", "gewoon"),
        [
            (datetime.date(2024, 12, 25), Date(2024, 12, 30)),
            (datetime.date(2026, 1, 1), Date(2026, 1, 5)),
            (datetime.date(2027, 5, 5), Date(2027, 5, 10)),
            (datetime.date(2025, 4, 26), Date(2025, 4, 28)),
            (datetime.date(2024, 3, 29), Date(2024, 4, 2)),
            (datetime.date(2018, 12, 29), Date(2019, 1, 2)),
            (datetime.date(2028, 12, 30), Date(2029, 1, 2)),
            (datetime.date(2024, 12, 31), Date(2024, 12, 31)),
            (datetime.date(2011, 1, 1), Date(2011, 1, 3)),
            (datetime.date(2016, 12, 31), Date(2017, 1, 2)),
        ],
    )
    def test_examples(self, dag: datetime.date, gewoon: Date) -> None:
        uitkomst = derive_gewone_dag(dag)
        assert uitkomst == gewoon
        assert type(uitkomst) is Date

    @given(dagen)
    def test_comes_to_rest(self, dag: Date) -> None:
        gewoon = derive_gewone_dag(dag)
        assert derive_gewone_dag(gewoon) == gewoon

    @given(dagen, dagen)
    def test_keeps_the_order(self, een: Date, ander: Date) -> None:
        eerste, tweede = sorted((een, ander))
        assert derive_gewone_dag(eerste) <= derive_gewone_dag(tweede)

    @given(dagen)
    def test_is_never_earlier(self, dag: Date) -> None:
        assert derive_gewone_dag(dag) >= dag

    @given(dagen)
    def test_lands_on_none_of_the_three(self, dag: Date) -> None:
        gewoon = derive_gewone_dag(dag)
        assert gewoon.isoweekday() < 6
        assert find_feestdag(gewoon) is None
        assert not is_vrije_dag(gewoon)

    @given(dagen)
    def test_goes_past_free_days_only(self, dag: Date) -> None:
        while dag != derive_gewone_dag(dag):
            assert dag.isoweekday() >= 6 or find_feestdag(dag)
            dag = add_dagen(dag, 1)
        assert not is_vrije_dag(dag)


class TestCertainty:
    """Each equated day of 2017 up to and including 2028 is known; of another year those of habit are in doubt.

    These are a Monday before or a Friday after a holiday on a Tuesday or Thursday, and 6 May before Ascension Day. In
    doubt is also what may have been a holiday once. All other days are plausible.
    """

    @pytest.mark.parametrize(
        ("dag", "zekerheid"),
        [
            (datetime.date(2017, 1, 2), ZEKER),
            (datetime.date(2028, 12, 29), ZEKER),
            (datetime.date(2026, 5, 4), ZEKER),  # was not equated, though before a Tuesday
            (datetime.date(2016, 12, 30), AANNEMELIJK),
            (datetime.date(2029, 1, 2), AANNEMELIJK),
            (datetime.date(2029, 5, 11), ONZEKER),  # the Friday after Ascension Day
            (datetime.date(2031, 5, 23), ONZEKER),
            (datetime.date(2029, 12, 24), ONZEKER),  # the Monday before a Tuesday
            (datetime.date(2029, 12, 31), ONZEKER),  # the Monday before New Year's Day
            (datetime.date(2030, 12, 27), ONZEKER),  # the Friday after a Thursday
            (datetime.date(2032, 4, 26), ONZEKER),
            (datetime.date(2032, 5, 7), ONZEKER),
            (datetime.date(2032, 5, 4), AANNEMELIJK),
            (datetime.date(2037, 1, 2), ONZEKER),  # the Friday after a Thursday
            (datetime.date(2015, 5, 6), AANNEMELIJK),
            (datetime.date(1970, 5, 6), ONZEKER),  # Ascension Day is 7 May
            (datetime.date(1970, 5, 8), ONZEKER),
            (datetime.date(1970, 5, 5), ONZEKER),  # may have been Liberation Day
            (datetime.date(1982, 5, 5), ONZEKER),
            (datetime.date(1978, 5, 1), ONZEKER),  # may have been the Queen's birthday, or not
            (datetime.date(1978, 5, 2), AANNEMELIJK),
            (datetime.date(1989, 4, 29), AANNEMELIJK),  # so may this, but it is a Saturday
            (datetime.date(1979, 5, 5), AANNEMELIJK),  # so is this
        ],
    )
    def test_of_a_day(self, dag: datetime.date, zekerheid: Kalenderzekerheid) -> None:
        assert derive_zekerheid(dag) is zekerheid

    @given(dagen)
    def test_certain_is_what_was_looked_up(self, dag: Date) -> None:
        assert (derive_zekerheid(dag) is ZEKER) == (dag.year in VOLLEDIG)

    @given(dagen)
    def test_a_certain_holiday_and_a_weekend_are_never_in_doubt(self, dag: Date) -> None:
        feestdag = find_feestdag(dag)
        assume(dag.isoweekday() >= 6 or (feestdag and feestdag.zeker))
        assert derive_zekerheid(dag) is not ONZEKER

    def test_the_crown_never_broke_the_habit(self) -> None:
        """Each day that was equated is one that would have been in doubt without its decree."""
        for _, dag in GELIJK:
            ervoor, erna = find_feestdag(add_dagen(dag, -1)), find_feestdag(add_dagen(dag, 1))
            nieuwjaar = (dag.month, dag.day) == (12, 31)
            assert (dag.isoweekday() == 5 and ervoor) or (dag.isoweekday() == 1 and (erna or nieuwjaar))

    @pytest.mark.parametrize("jaar", [1964])
    def test_not_outside_the_years_of_the_act(self, jaar: int) -> None:
        with pytest.raises(DatumError, match=f"{jaar} valt erbuiten"):
            derive_zekerheid(datetime.date(jaar, 5, 5))


class TestAgainstNumpy:
    """The calendar of numpy, fed with a list made in another way, knows the same days from 1990 up to 2050."""

    KALENDER = kalenders.make_numpykalender(kalenders.find_wetsdagen)
    DAGEN = kalenders.list_dagen()

    def test_free_days(self) -> None:
        gewoon = np.is_busday(np.array(self.DAGEN, "datetime64[D]"), busdaycal=self.KALENDER)
        assert [not is_vrije_dag(dag) for dag in self.DAGEN] == gewoon.tolist()

    def test_rolling(self) -> None:
        gerold = np.busday_offset(np.array(self.DAGEN, "datetime64[D]"), 0, "forward", busdaycal=self.KALENDER)
        assert [derive_gewone_dag(dag) for dag in self.DAGEN] == gerold.tolist()


class TestAgainstOthers:
    """Two packages know the Dutch holidays: each day on which they differ from the act has a reason with a name."""

    def test_holidays(self) -> None:
        """It keeps 5 May as a day off, once in five years, and knows no equated days."""
        feestdagen = holidays.country_holidays("NL", years=kalenders.JAREN)
        namen = kalenders.name_verschillen(is_vrije_dag, feestdagen)
        assert namen == {"gelijkgestelde dag", "5 mei in een ander jaar"}

    def test_workalendar(self) -> None:
        """It knows no equated days."""
        feestdagen = {dag for jaar in kalenders.JAREN for dag, _ in Netherlands().holidays(jaar)}
        assert kalenders.name_verschillen(is_vrije_dag, feestdagen) == {"gelijkgestelde dag"}


class TestComplete:
    """Which days were equated is known of 2017 up to and including 2028, and of no other year."""

    def test_of_every_year(self) -> None:
        assert [jaar for jaar in range(1965, 2060) if is_kalender_volledig(jaar)] == list(range(2017, 2029))
