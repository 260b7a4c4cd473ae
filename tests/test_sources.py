"""A fact has a source, and a day from which it holds."""

import datetime

import pytest

from ivb.dates import Date
from ivb.sources import Bron, Norm, find_waarde

ATW = Bron(titel="Algemene termijnenwet", vindplaats="art. 3", url="https://wetten.overheid.nl/BWBR0002448")
KONINGSDAG = (
    Norm(waarde="27 april", vanaf=datetime.date(2014, 1, 1), bron=ATW),
    Norm(waarde="30 april", vanaf=datetime.date(1980, 5, 19), bron=ATW),
)


class TestBron:
    """A citation reads as in a sentence."""

    def test_with_and_without_a_place_in_it(self) -> None:
        assert str(ATW) == "Algemene termijnenwet, art. 3"
        assert str(Bron(titel="Politiewet 2012")) == "Politiewet 2012"


class TestFindWaarde:
    """The value of a day is the last one that began on or before it, in whatever order the rows stand."""

    @pytest.mark.parametrize(
        ("dag", "waarde"),
        [
            (datetime.date(1980, 5, 19), "30 april"),
            (datetime.date(2013, 12, 31), "30 april"),
            (datetime.date(2014, 1, 1), "27 april"),
            (datetime.date(2050, 1, 1), "27 april"),
        ],
    )
    def test_value_of_a_day(self, dag: datetime.date, waarde: str) -> None:
        assert find_waarde(KONINGSDAG, dag) == find_waarde(reversed(KONINGSDAG), dag) == waarde

    def test_before_the_first_there_is_none(self) -> None:
        with pytest.raises(LookupError, match="op 18 mei 1980 geldt nog geen waarde"):
            find_waarde(KONINGSDAG, datetime.date(1980, 5, 18))

    def test_any_date_becomes_one_of_ours(self) -> None:
        assert type(KONINGSDAG[0].vanaf) is Date

    def test_a_moment_is_no_day(self) -> None:
        with pytest.raises(TypeError):
            find_waarde(KONINGSDAG, datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
