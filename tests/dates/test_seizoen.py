"""Seasons: bounds that exist every year, and their text."""

import calendar
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates import SEIZOENEN, Date, Seizoen, Seizoenen, parse_seizoen, to_seizoen
from ivb.errors import DatumError

dagen_van_elk_jaar = st.integers(1, 12).flatmap(
    lambda maand: st.tuples(st.just(maand), st.integers(1, calendar.monthrange(2023, maand)[1]))
)
seizoenen = st.builds(Seizoen, begin=dagen_van_elk_jaar, eind=dagen_van_elk_jaar)


class TestText:
    """A season is written as first and last day, day before month, without leading zeros."""

    @given(seizoenen)
    def test_written_text_is_read_back(self, seizoen: Seizoen) -> None:
        assert parse_seizoen(str(seizoen)) == seizoen

    @given(seizoenen)
    def test_pickle_and_hash(self, seizoen: Seizoen) -> None:
        kopie = pickle.loads(pickle.dumps(seizoen))  # noqa: S301 - our own bytes
        assert kopie == seizoen
        assert hash(kopie) == hash(seizoen)

    @pytest.mark.parametrize(
        "tekst", ["", "najaar", "1-9", "1-9/", "1-9/30-11/1-1", "1/9-30/11", "\uff11-\uff19/30-11", "1-9/30-11\n"]
    )
    def test_other_texts_are_refused(self, tekst: str) -> None:
        with pytest.raises(DatumError, match="is geen seizoen; schrijf de eerste en de laatste dag als 1-9/30-11"):
            parse_seizoen(tekst)

    def test_leading_zeros_are_answered_with_the_right_text(self) -> None:
        with pytest.raises(DatumError, match="'01-09/30-11' heeft nullen te veel; schrijf 1-9/30-11"):
            parse_seizoen("01-09/30-11")

    @pytest.mark.parametrize("tekst", ["1-9/31-11", "31-4/1-6", "0-9/1-10", "1-13/1-1", "1-0/1-1"])
    def test_days_that_do_not_exist_are_refused(self, tekst: str) -> None:
        with pytest.raises(DatumError, match="is geen dag die elk jaar voorkomt; schrijf dag-maand, zoals 30-11"):
            parse_seizoen(tekst)

    @pytest.mark.parametrize("tekst", ["1-12/29-2", "29-2/31-5"])
    def test_leap_day_is_answered_with_the_last_day_of_february(self, tekst: str) -> None:
        with pytest.raises(DatumError, match=r"29-2 is geen dag .*; schrijf 28-2 voor de laatste dag van februari"):
            parse_seizoen(tekst)


class TestGrenzen:
    """A season begins in its year; it ends in the next when its last day comes before its first."""

    @pytest.mark.parametrize(
        ("tekst", "jaar", "begin", "eind"),
        [
            ("1-9/30-11", 2024, (2024, 9, 1), (2024, 11, 30)),
            ("1-12/28-2", 2022, (2022, 12, 1), (2023, 2, 28)),
            ("1-12/28-2", 2023, (2023, 12, 1), (2024, 2, 29)),
            ("1-12/28-2", 2099, (2099, 12, 1), (2100, 2, 28)),
            ("1-1/28-2", 2024, (2024, 1, 1), (2024, 2, 29)),
            ("28-2/31-5", 2024, (2024, 2, 28), (2024, 5, 31)),
            ("1-5/1-5", 2024, (2024, 5, 1), (2024, 5, 1)),
        ],
    )
    def test_examples(self, tekst: str, jaar: int, begin: tuple[int, int, int], eind: tuple[int, int, int]) -> None:
        assert parse_seizoen(tekst).grenzen(jaar) == (Date(*begin), Date(*eind))

    @given(seizoenen, st.integers(1, 9998))
    def test_season_lasts_at_most_a_year(self, seizoen: Seizoen, jaar: int) -> None:
        begin, eind = seizoen.grenzen(jaar)
        assert begin.year == jaar
        assert 0 <= eind.toordinal() - begin.toordinal() <= 365

    @pytest.mark.parametrize("jaar", [0, 9999, 10_000])
    def test_calendar_has_two_ends(self, jaar: int) -> None:
        with pytest.raises(DatumError, match=f"het seizoen 1-12/28-2 van {jaar} valt buiten de kalender"):
            SEIZOENEN.winter.grenzen(jaar)


class TestSeizoenen:
    """Whole meteorological seasons, unless the municipality says otherwise."""

    @pytest.mark.parametrize(
        ("code", "begin", "eind"),
        [
            (21, (2023, 3, 1), (2023, 5, 31)),
            (22, (2023, 6, 1), (2023, 8, 31)),
            (23, (2023, 9, 1), (2023, 11, 30)),
            (24, (2023, 12, 1), (2024, 2, 29)),
        ],
    )
    def test_default(self, code: int, begin: tuple[int, int, int], eind: tuple[int, int, int]) -> None:
        assert SEIZOENEN.grenzen(code, 2023) == (Date(*begin), Date(*eind))

    def test_default_leaves_no_day_of_the_year_out(self) -> None:
        dagen = [SEIZOENEN.grenzen(code, 2023) for code in (21, 22, 23, 24)]
        assert sum(eind.toordinal() - begin.toordinal() + 1 for begin, eind in dagen) == 366

    def test_one_season_can_be_replaced_in_text(self) -> None:
        eigen = Seizoenen(zomer="1-7/15-8")
        assert eigen.grenzen(22, 2024) == (Date(2024, 7, 1), Date(2024, 8, 15))
        assert eigen.najaar == SEIZOENEN.najaar


class TestToSeizoen:
    """A field takes a season or its text."""

    @given(seizoenen)
    def test_both_give_the_season(self, seizoen: Seizoen) -> None:
        assert to_seizoen(seizoen) is seizoen
        assert to_seizoen(str(seizoen)) == seizoen

    @pytest.mark.parametrize("waarde", [9, None, (9, 1)])
    def test_anything_else_is_refused(self, waarde: object) -> None:
        verwacht = f"hier hoort een seizoen, zoals 1-9/30-11, geen {type(waarde).__name__}"
        with pytest.raises(TypeError, match=f"^{re.escape(verwacht)}$"):
            to_seizoen(waarde)  # type: ignore[arg-type]
