"""What differs per municipality is data: names, headings, seasons, calendar."""

import datetime
import pickle
from itertools import pairwise

import attrs
import pytest
from hypothesis import given

from ivb import (
    Benaming,
    Briefsectie,
    Documentsoort,
    Functionaris,
    Gemeente,
    Profiel,
    Reces,
    Seizoensgrenzen,
    Vergadering,
    Vergaderkalender,
    Vergaderreeks,
    Vergadersoort,
    parse_datering,
)
from ivb.dates import Date
from ivb.testing import vergaderkalenders
from ivb.testing.waarden import datums

ZOMERRECES = Reces(naam="Zomerreces", begindatum=datetime.date(2024, 7, 15), einddatum=datetime.date(2024, 8, 25))
RAADSREEKS = Vergaderreeks(
    soort=Vergadersoort.RAAD,
    eerste=datetime.date(2024, 1, 9),
    weken=3,
    laatste=datetime.date(2024, 12, 31),
    naam="raad",
)
ZOMERREEKS = attrs.evolve(RAADSREEKS, eerste=datetime.date(2024, 7, 9), weken=1, laatste=datetime.date(2024, 8, 27))
EXTRA_RAAD = Vergadering(soort=Vergadersoort.RAAD, datum=datetime.date(2024, 7, 16), naam="extra raad")


def dagen(kalender: Vergaderkalender, soort: Vergadersoort) -> list[Date]:
    return [een.datum for een in kalender.find_vergaderingen(soort)]


def gemeente(profiel: Profiel = Profiel(), kalender: Vergaderkalender = Vergaderkalender()) -> Gemeente:  # noqa: B008
    return Gemeente(naam="Twenterand", code="GM1700", plaats="Vriezenveen", profiel=profiel, kalender=kalender)


class TestCode:
    """The code of a municipality is GM and four digits; TOOI writes it in small letters."""

    def test_tooi(self) -> None:
        assert gemeente().tooi == "gm1700"

    @pytest.mark.parametrize("code", ["1700", "GM170", "gm1700", "GM1700    "])
    def test_other_forms_are_refused(self, code: str) -> None:
        with pytest.raises(ValueError, match="schrijf zoiets als GM1700"):
            Gemeente(naam="x", code=code, plaats="y")


class TestProfiel:
    """A municipality has its own words; where it has none, the common ones serve."""

    def test_names(self) -> None:
        profiel = Profiel(benamingen=(Benaming(soort=Documentsoort.RAADSBRIEF, naam="collegebericht"),))
        assert profiel.benaming(Documentsoort.RAADSBRIEF) == "collegebericht"
        assert profiel.benaming(Documentsoort.JAARPLAN) == "jaarplan"

    def test_headings_are_those_of_the_letter(self) -> None:
        assert [kop.tekst for kop in Profiel().koppen] == [
            "ONDERWERP",
            "KENNISNEMEN VAN",
            "INLEIDING",
            "KERNBOODSCHAP",
            "VERVOLG",
            "BIJLAGEN",
        ]
        assert {kop.sectie for kop in Profiel().koppen} == set(Briefsectie)


class TestVenster:
    """Words like "najaar" mean what the municipality says, else what is usual."""

    def test_default(self) -> None:
        assert gemeente().venster(parse_datering("najaar 2024")) == (Date(2024, 9, 1), Date(2024, 11, 30))
        assert gemeente().venster(parse_datering("vóór de zomer van 2024")) == (None, Date(2024, 6, 30))

    def test_own_seasons(self) -> None:
        eigen = gemeente(Profiel(seizoenen=Seizoensgrenzen(najaar="1-10/20-12")))
        assert eigen.venster(parse_datering("najaar 2024")) == (Date(2024, 10, 1), Date(2024, 12, 20))

    def test_own_recess(self) -> None:
        eigen = gemeente(kalender=Vergaderkalender(recessen=(ZOMERRECES,)))
        assert eigen.venster(parse_datering("vóór de zomer van 2024")) == (None, Date(2024, 7, 14))

    def test_recess_of_another_year_says_nothing(self) -> None:
        eigen = gemeente(kalender=Vergaderkalender(recessen=(ZOMERRECES,)))
        assert eigen.venster(parse_datering("vóór de zomer van 2025")) == (None, Date(2025, 6, 30))

    def test_unknown(self) -> None:
        assert gemeente().venster(parse_datering("onbekend")) == (None, None)

    def test_a_range_that_these_seasons_turn_round_keeps_its_default(self) -> None:
        datering = parse_datering("zomer 2024 tot en met juni 2024")
        eigen = gemeente(Profiel(seizoenen=Seizoensgrenzen(zomer="15-7/31-8")))
        assert eigen.venster(datering) == (datering.vroegst, datering.laatst)


class TestVergaderreeks:
    """Meetings in a cadence fall on the same day of the week, from the first to at most the last."""

    @pytest.mark.parametrize(
        ("weken", "laatste", "dagen"),
        [
            (3, datetime.date(2024, 2, 20), [Date(2024, 1, 9), Date(2024, 1, 30), Date(2024, 2, 20)]),
            (3, datetime.date(2024, 2, 19), [Date(2024, 1, 9), Date(2024, 1, 30)]),
            (1, datetime.date(2024, 1, 16), [Date(2024, 1, 9), Date(2024, 1, 16)]),
            (1, datetime.date(2024, 1, 9), [Date(2024, 1, 9)]),
        ],
    )
    def test_days(self, weken: int, laatste: datetime.date, dagen: list[Date]) -> None:
        reeks = attrs.evolve(RAADSREEKS, weken=weken, laatste=laatste)
        assert list(map(Date.fromordinal, reeks.dagen)) == dagen

    def test_every_week_unless_it_says_otherwise(self) -> None:
        dinsdag = datetime.date(2024, 1, 9)
        assert Vergaderreeks(soort=Vergadersoort.COLLEGE, eerste=dinsdag, laatste=dinsdag).weken == 1

    def test_less_than_a_week_is_refused(self) -> None:
        with pytest.raises(ValueError, match="weken: 0 is te laag; het laagste is 1"):
            attrs.evolve(RAADSREEKS, weken=0)

    def test_a_last_day_before_the_first_is_refused(self) -> None:
        with pytest.raises(ValueError, match="laatste ligt voor eerste"):
            attrs.evolve(RAADSREEKS, laatste=datetime.date(2024, 1, 8))


class TestVergaderkalender:
    """The meetings of a kind, one a day; in a recess only the college goes on, and what is written by itself."""

    @pytest.mark.parametrize("soort", [Vergadersoort.RAAD, Vergadersoort.COMMISSIE, Vergadersoort.AGENDACOMMISSIE])
    def test_a_series_pauses_in_a_recess(self, soort: Vergadersoort) -> None:
        kalender = Vergaderkalender(reeksen=(attrs.evolve(ZOMERREEKS, soort=soort),), recessen=(ZOMERRECES,))
        assert dagen(kalender, soort) == [Date(2024, 7, 9), Date(2024, 8, 27)]

    def test_the_college_goes_on(self) -> None:
        reeks = attrs.evolve(ZOMERREEKS, soort=Vergadersoort.COLLEGE)
        kalender = Vergaderkalender(reeksen=(reeks,), recessen=(ZOMERRECES,))
        assert dagen(kalender, Vergadersoort.COLLEGE) == list(map(Date.fromordinal, reeks.dagen))

    def test_a_meeting_by_itself_counts_in_a_recess(self) -> None:
        kalender = Vergaderkalender(vergaderingen=(EXTRA_RAAD,), reeksen=(ZOMERREEKS,), recessen=(ZOMERRECES,))
        assert dagen(kalender, Vergadersoort.RAAD) == [Date(2024, 7, 9), Date(2024, 7, 16), Date(2024, 8, 27)]

    def test_a_meeting_by_itself_goes_before_one_of_a_series(self) -> None:
        tweede = attrs.evolve(EXTRA_RAAD, naam="later opgeschreven")
        kalender = Vergaderkalender(vergaderingen=(EXTRA_RAAD, tweede), reeksen=(ZOMERREEKS,))
        namen = {een.datum: een.naam for een in kalender.find_vergaderingen(Vergadersoort.RAAD)}
        assert (namen[Date(2024, 7, 16)], namen[Date(2024, 7, 9)]) == ("extra raad", "raad")

    def test_another_kind_on_the_same_day_is_another_meeting(self) -> None:
        college = attrs.evolve(EXTRA_RAAD, soort=Vergadersoort.COLLEGE)
        kalender = Vergaderkalender(vergaderingen=(EXTRA_RAAD, college))
        assert kalender.find_vergaderingen(Vergadersoort.COLLEGE) == (college,)
        assert kalender.find_vergaderingen(Vergadersoort.COMMISSIE) == ()

    @pytest.mark.parametrize(
        ("dag", "in_reces"),
        [
            (datetime.date(2024, 7, 14), False),
            (datetime.date(2024, 7, 15), True),
            (datetime.date(2024, 8, 25), True),
            (datetime.date(2024, 8, 26), False),
        ],
    )
    def test_find_reces(self, dag: datetime.date, in_reces: bool) -> None:  # noqa: FBT001
        assert (Vergaderkalender(recessen=(ZOMERRECES,)).find_reces(dag) == ZOMERRECES) is in_reces

    def test_a_moment_falls_in_no_recess(self) -> None:
        with pytest.raises(TypeError, match="geen datetime"):
            Vergaderkalender(recessen=(ZOMERRECES,)).find_reces(datetime.datetime(2024, 7, 15, tzinfo=datetime.UTC))

    @given(vergaderkalenders())
    def test_in_order_and_one_a_day(self, kalender: Vergaderkalender) -> None:
        for soort in Vergadersoort:
            gevonden = kalender.find_vergaderingen(soort)
            assert all(een.datum < ander.datum for een, ander in pairwise(gevonden))
            assert {een.soort for een in gevonden} <= {soort}
            los = {een.datum for een in kalender.vergaderingen if een.soort is soort}
            eigen = (reeks for reeks in kalender.reeksen if reeks.soort is soort)
            reeksen = {Date.fromordinal(dag) for reeks in eigen for dag in reeks.dagen}
            stil = {dag for dag in reeksen if soort is not Vergadersoort.COLLEGE and kalender.find_reces(dag)}
            assert {een.datum for een in gevonden} == los | (reeksen - stil)

    @given(vergaderkalenders(), datums())
    def test_the_last_up_to_a_day(self, kalender: Vergaderkalender, dag: Date) -> None:
        for soort in Vergadersoort:
            tot = [een for een in kalender.find_vergaderingen(soort) if een.datum <= dag]
            assert kalender.find_laatste(soort, dag) == (tot[-1] if tot else None)

    @given(vergaderkalenders())
    def test_asking_leaves_it_as_it_was(self, kalender: Vergaderkalender) -> None:
        kopie = attrs.evolve(kalender)
        kalender.find_vergaderingen(Vergadersoort.RAAD)
        assert (kopie, hash(kopie), repr(kopie)) == (kalender, hash(kalender), repr(kalender))
        assert pickle.loads(pickle.dumps(kalender)) == kalender  # noqa: S301 - our own bytes
        assert attrs.evolve(kalender, vergaderingen=(), reeksen=()).find_vergaderingen(Vergadersoort.RAAD) == ()


class TestFunctionaris:
    """Somebody holds an office from a day to a day, as far as is known."""

    @pytest.mark.parametrize(
        ("begin", "eind", "in_functie"),
        [
            (None, None, True),
            (datetime.date(2024, 4, 23), None, True),
            (datetime.date(2024, 4, 24), None, False),
            (None, datetime.date(2024, 4, 23), True),
            (None, datetime.date(2024, 4, 22), False),
        ],
    )
    def test_in_functie(self, begin: datetime.date | None, eind: datetime.date | None, in_functie: bool) -> None:  # noqa: FBT001
        een = Functionaris(functie="burgemeester", naam="de burgemeester", begindatum=begin, einddatum=eind)
        assert een.in_functie(datetime.date(2024, 4, 23)) is in_functie
        with pytest.raises(TypeError):
            een.in_functie(datetime.datetime(2024, 4, 23, tzinfo=datetime.UTC))
