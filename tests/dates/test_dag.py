"""Days: strict to read, Dutch to write."""

import datetime as dt

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates import (
    MAANDEN,
    WEEKDAGEN,
    Date,
    add_dagen,
    add_maanden,
    format_dagen,
    format_datum,
    format_weekdag,
    parse_datum,
    to_date,
)
from ivb.dates.dag import find_dag_ervoor, format_bereik
from ivb.errors import DatumError

dagen = st.integers(dt.date.min.toordinal(), dt.date.max.toordinal()).map(Date.fromordinal)
midden = st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1)).map(to_date)


class TestToDate:
    """Every date is welcome and becomes a pendulum Date; a moment is no date."""

    @given(dagen)
    def test_date_of_the_standard_library_keeps_its_day(self, dag: Date) -> None:
        omgezet = to_date(dt.date(dag.year, dag.month, dag.day))
        assert type(omgezet) is Date
        assert omgezet == dag

    def test_pendulum_date_is_returned_as_is(self) -> None:
        dag = Date(2024, 4, 23)
        assert to_date(dag) is dag

    @pytest.mark.parametrize(
        "waarde",
        [dt.datetime(2024, 4, 23, tzinfo=dt.UTC), pendulum.datetime(2024, 4, 23), "2024-04-23", 45405, None],
    )
    def test_anything_else_is_refused(self, waarde: object) -> None:
        soort = type(waarde).__name__
        with pytest.raises(TypeError, match=rf"^hier hoort een datum \(datetime.date\), geen {soort}$"):
            to_date(waarde)  # type: ignore[arg-type]


class TestParseDatum:
    """A day is written as year, month, day with hyphens, four, two and two digits, and exists."""

    @given(dagen)
    def test_iso_is_read_back(self, dag: Date) -> None:
        gelezen = parse_datum(dag.isoformat())
        assert type(gelezen) is Date
        assert gelezen == dag

    @pytest.mark.parametrize(
        "tekst",
        [
            "now",
            "12:30",
            "P1Y",
            "2024",
            "2024-04",
            "2024-W17-2",
            "20240423",
            "2024-4-23",
            "24-04-23",
            "2024-04-23T00:00",
            "2024-04-23\n",
            " 2024-04-23",
            "-2024-04-23",
            "\u0662\u0660\u0662\u0664-\u0660\u0664-\u0662\u0663",
            "\uff12\uff10\uff12\uff14-\uff10\uff14-\uff12\uff13",
            "",
        ],
    )
    def test_other_spellings_are_refused(self, tekst: str) -> None:
        with pytest.raises(DatumError, match=r"is geen datum; schrijf jaar, maand en dag als 2024-04-23$"):
            parse_datum(tekst)

    @pytest.mark.parametrize(
        ("tekst", "goed"),
        [
            ("05-01-2027", "2027-01-05"),
            ("5/1/2027", "2027-01-05"),
            ("31.12.2024", "2024-12-31"),
            ("2024-1-1", "2024-01-01"),
            ("5 Mei 2024", "2024-05-05"),
            ("31-2-2024", "2024-04-23"),
        ],
    )
    def test_dutch_order_is_refused_with_the_right_spelling(self, tekst: str, goed: str) -> None:
        with pytest.raises(DatumError, match=f"als {goed}$"):
            parse_datum(tekst)

    @pytest.mark.parametrize(
        ("tekst", "waarom"),
        [
            ("2023-02-29", "februari 2023 telt 28 dagen"),
            ("2100-02-29", "februari 2100 telt 28 dagen"),
            ("2024-04-31", "april 2024 telt 30 dagen"),
            ("2024-04-00", "april 2024 telt 30 dagen"),
            ("2024-13-01", "maanden lopen van 01 tot en met 12"),
            ("2024-00-01", "maanden lopen van 01 tot en met 12"),
            ("2024-01-32", "januari 2024 telt 31 dagen"),
            ("2024-12-32", "december 2024 telt 31 dagen"),
            ("0001-02-29", "februari 0001 telt 28 dagen"),
            ("0000-01-01", "de kalender begint met het jaar 0001"),
        ],
    )
    def test_days_that_do_not_exist_are_refused_with_the_reason(self, tekst: str, waarom: str) -> None:
        with pytest.raises(DatumError) as fout:
            parse_datum(tekst)
        assert str(fout.value) == f"'{tekst}' bestaat niet: {waarom}"


class TestFormatDatum:
    """A letter writes the day without a leading zero and the month in full, in lower case."""

    @pytest.mark.parametrize(
        ("dag", "tekst"),
        [
            (dt.date(2024, 4, 23), "23 april 2024"),
            (Date(2021, 11, 1), "1 november 2021"),
            (Date(987, 3, 9), "9 maart 0987"),
        ],
    )
    def test_examples(self, dag: dt.date, tekst: str) -> None:
        assert format_datum(dag) == tekst

    @given(dagen)
    def test_nothing_is_lost(self, dag: Date) -> None:
        nummer, maand, jaar = format_datum(dag).split()
        assert Date(int(jaar), MAANDEN.index(maand) + 1, int(nummer)) == dag

    def test_moment_is_refused(self) -> None:
        with pytest.raises(TypeError):
            format_datum(dt.datetime(2024, 4, 23, tzinfo=dt.UTC))


class TestFormatWeekdag:
    """An agenda writes the day of the week before the day, in lower case."""

    @pytest.mark.parametrize(
        ("dag", "tekst"),
        [
            (dt.date(2024, 4, 22), "maandag 22 april 2024"),
            (Date(2024, 4, 23), "dinsdag 23 april 2024"),
            (dt.date(2024, 4, 28), "zondag 28 april 2024"),
        ],
    )
    def test_examples(self, dag: dt.date, tekst: str) -> None:
        assert format_weekdag(dag) == tekst

    @given(dagen)
    def test_the_day_of_the_week_and_the_day(self, dag: Date) -> None:
        weekdag, datum = format_weekdag(dag).split(maxsplit=1)
        assert WEEKDAGEN.index(weekdag) + 1 == dag.isoweekday()
        assert datum == format_datum(dag)

    def test_moment_is_refused(self) -> None:
        with pytest.raises(TypeError):
            format_weekdag(dt.datetime(2024, 4, 23, tzinfo=dt.UTC))


class TestAddDagen:
    """So many days later or earlier, over months and years, as far as the calendar goes."""

    @given(dagen, st.integers(-400, 400))
    def test_as_the_standard_library_adds(self, dag: Date, aantal: int) -> None:
        kaal = dt.date(dag.year, dag.month, dag.day)
        try:
            verwacht = kaal + dt.timedelta(days=aantal)
        except OverflowError:
            with pytest.raises(DatumError):
                add_dagen(dag, aantal)
        else:
            assert add_dagen(dag, aantal) == verwacht
            assert type(add_dagen(dag, aantal)) is Date

    @pytest.mark.parametrize(
        ("dag", "aantal", "boodschap"),
        [
            (Date(9999, 12, 31), 1, "1 dag na 31 december 9999 valt buiten de kalender"),
            (Date(9999, 12, 31), 10**30, f"{10**30} dagen na 31 december 9999 valt buiten de kalender"),
            (Date(1, 1, 1), -1, "1 dag vóór 1 januari 0001 valt buiten de kalender"),
            (Date(1, 1, 2), -2, "2 dagen vóór 2 januari 0001 valt buiten de kalender"),
        ],
    )
    def test_the_ends_of_the_calendar(self, dag: Date, aantal: int, boodschap: str) -> None:
        with pytest.raises(DatumError) as fout:
            add_dagen(dag, aantal)
        assert str(fout.value) == boodschap


class TestAddMaanden:
    """The same day of another month, or the last day of that month where it has no such day."""

    @pytest.mark.parametrize(
        ("dag", "maanden", "uitkomst"),
        [
            (Date(2024, 1, 31), 1, Date(2024, 2, 29)),
            (Date(2023, 1, 31), 1, Date(2023, 2, 28)),
            (Date(2100, 1, 29), 1, Date(2100, 2, 28)),
            (Date(2024, 2, 29), 12, Date(2025, 2, 28)),
            (Date(2024, 2, 29), 48, Date(2028, 2, 29)),
            (Date(2025, 2, 28), 1, Date(2025, 3, 28)),
            (Date(2024, 3, 31), -1, Date(2024, 2, 29)),
            (Date(2024, 1, 15), -1, Date(2023, 12, 15)),
            (Date(2024, 12, 15), 1, Date(2025, 1, 15)),
            (Date(2024, 12, 15), -12, Date(2023, 12, 15)),
            (Date(2024, 4, 30), 3, Date(2024, 7, 30)),
            (Date(2024, 4, 30), 0, Date(2024, 4, 30)),
            (Date(1, 2, 1), -1, Date(1, 1, 1)),
            (Date(9999, 11, 30), 1, Date(9999, 12, 30)),
        ],
    )
    def test_examples(self, dag: Date, maanden: int, uitkomst: Date) -> None:
        assert add_maanden(dag, maanden) == uitkomst
        assert type(add_maanden(dag, maanden)) is Date

    @given(midden, st.integers(-1200, 1200))
    def test_the_month_is_right_and_the_day_is_kept_or_the_last(self, dag: Date, maanden: int) -> None:
        later = add_maanden(dag, maanden)
        assert 12 * (later.year - dag.year) + later.month - dag.month == maanden
        assert later.day == dag.day or (later.day < dag.day and add_dagen(later, 1).day == 1)

    @given(midden, st.integers(-1200, 1200))
    def test_keeps_the_order(self, dag: Date, maanden: int) -> None:
        morgen = add_dagen(dag, 1)
        assert add_maanden(dag, maanden) <= add_maanden(morgen, maanden)

    @given(midden.filter(lambda dag: dag.day <= 28), st.integers(-1200, 1200))
    def test_back_and_forth_where_every_month_has_the_day(self, dag: Date, maanden: int) -> None:
        assert add_maanden(add_maanden(dag, maanden), -maanden) == dag

    @given(midden, st.integers(0, 600), st.integers(0, 600))
    def test_in_two_goes_never_later_than_in_one(self, dag: Date, een: int, twee: int) -> None:
        assert add_maanden(add_maanden(dag, een), twee) <= add_maanden(dag, een + twee)

    @pytest.mark.parametrize(
        ("dag", "maanden", "boodschap"),
        [
            (Date(9999, 12, 31), 1, "1 maand na 31 december 9999 valt buiten de kalender"),
            (Date(1, 1, 31), -1, "1 maand vóór 31 januari 0001 valt buiten de kalender"),
            (Date(2024, 4, 23), -24288, "24288 maanden vóór 23 april 2024 valt buiten de kalender"),
            (Date(2024, 4, 23), 10**30, f"{10**30} maanden na 23 april 2024 valt buiten de kalender"),
        ],
    )
    def test_the_ends_of_the_calendar(self, dag: Date, maanden: int, boodschap: str) -> None:
        with pytest.raises(DatumError) as fout:
            add_maanden(dag, maanden)
        assert str(fout.value) == boodschap


class TestFindDagErvoor:
    """The day before is one day less, over months and years."""

    @given(dagen.filter(lambda dag: dag != dt.date.min))
    def test_one_day_less(self, dag: Date) -> None:
        assert find_dag_ervoor(dag) + dt.timedelta(days=1) == dag

    def test_calendar_has_a_start(self) -> None:
        with pytest.raises(DatumError, match="vóór 1 januari 0001 heeft de kalender geen dag"):
            find_dag_ervoor(Date(1, 1, 1))


class TestFormatBereik:
    """What both dates share at their end is written once, provided both are equally precise."""

    @pytest.mark.parametrize(
        ("begin", "eind", "tekst"),
        [
            ("1 mei 2024", "5 mei 2024", "1 tot en met 5 mei 2024"),
            ("30 april 2024", "5 mei 2024", "30 april tot en met 5 mei 2024"),
            ("maart 2024", "mei 2024", "maart tot en met mei 2024"),
            ("mei 2023", "mei 2024", "mei 2023 tot en met mei 2024"),
            ("2022", "2025", "2022 tot en met 2025"),
            ("april 2024", "5 mei 2024", "april 2024 tot en met 5 mei 2024"),
        ],
    )
    def test_examples(self, begin: str, eind: str, tekst: str) -> None:
        assert format_bereik(begin, eind) == tekst


class TestFormatDagen:
    """One day, or so many days."""

    @pytest.mark.parametrize(("aantal", "verwacht"), [(0, "0 dagen"), (1, "1 dag"), (2, "2 dagen"), (114, "114 dagen")])
    def test_words(self, aantal: int, verwacht: str) -> None:
        assert format_dagen(aantal) == verwacht
