"""What differs per municipality is data: names, headings, seasons, calendar."""

import datetime

import pytest

from ivb import (
    Benaming,
    Briefsectie,
    Documentsoort,
    Functionaris,
    Gemeente,
    Profiel,
    Reces,
    Seizoensgrenzen,
    Vergaderkalender,
    parse_datering,
)
from ivb.dates import Date

ZOMERRECES = Reces(naam="Zomerreces", begindatum=datetime.date(2024, 7, 15), einddatum=datetime.date(2024, 8, 25))


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
