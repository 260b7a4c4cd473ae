"""Where a fact of a dossier comes from."""

import datetime

import attrs
import pytest

from ivb import Reces, Toezegging, parse_datering, parse_periode
from ivb.dates import Date
from ivb.model.rapportage import Rapportage
from ivb.rules.bronnen import cite_levering, cite_toezegging, explain_venster, has_gewone_grenzen
from ivb.rules.stand import Levering
from tests.rules.dossier import LEEG

ZOMERRECES = Reces(naam="zomerreces", begindatum=datetime.date(2024, 7, 13), einddatum=datetime.date(2024, 8, 25))


class TestCite:
    """A promise and a report are cited so that they can be found."""

    def test_promise(self) -> None:
        toezegging = Toezegging(id="T1", datum="april 2024", onderwerp="x")
        assert str(cite_toezegging(toezegging)) == "toezegging T1, gedaan: april 2024"

    def test_report(self) -> None:
        rapportage = Rapportage(id="n", titel="x", perioden=(parse_periode("2023"),))
        assert str(cite_levering(Levering(Date(2024, 4, 23), rapportage, "brief"))) == "brief, brief van 23 april 2024"
        assert str(cite_levering(Levering(Date(2024, 4, 23), rapportage, None))) == "n, rapportage van 23 april 2024"


class TestExplainVenster:
    """The last day of a vague term follows from the habit, or from what the municipality itself has."""

    def test_by_habit(self) -> None:
        termijn = parse_datering("vóór de zomer van 2024")
        (stap,) = explain_venster(LEEG.gemeente, termijn, LEEG.gemeente.venster(termijn))
        assert (stap.datum, stap.tekst) == (Date(2024, 6, 30), "Dat is uiterlijk 30 juni 2024.")
        assert stap.bron.titel == "gewone grenzen van seizoenen en van de zomer"

    def test_by_its_own_recess(self) -> None:
        kalender = attrs.evolve(LEEG.gemeente.kalender, recessen=(ZOMERRECES,))
        gemeente = attrs.evolve(LEEG.gemeente, kalender=kalender)
        termijn = parse_datering("vóór de zomer van 2024")
        (stap,) = explain_venster(gemeente, termijn, gemeente.venster(termijn))
        assert (stap.datum, str(stap.bron)) == (Date(2024, 7, 12), "seizoenen en zomerreces van A")

    @pytest.mark.parametrize(
        "woorden", ["1 oktober 2024", "onbekend", "vanaf najaar 2024", "eerste kwartaal van 2025", "2024"]
    )
    def test_not_where_there_is_nothing_to_say(self, woorden: str) -> None:
        termijn = parse_datering(woorden)
        assert list(explain_venster(LEEG.gemeente, termijn, termijn.venster())) == []

    def test_not_without_a_term(self) -> None:
        assert list(explain_venster(LEEG.gemeente, None, (None, None))) == []


class TestOrdinaryBounds:
    """Only a season, or before the summer, may mean other days than the ordinary ones."""

    @pytest.mark.parametrize(
        ("woorden", "gewoon"),
        [("najaar 2024", True), ("vóór de zomer van 2024", True), ("november 2024", False), ("onbekend", False)],
    )
    def test_by_its_words(self, woorden: str, *, gewoon: bool) -> None:
        assert has_gewone_grenzen(LEEG.gemeente, parse_datering(woorden)) is gewoon

    def test_not_with_a_recess_of_its_own(self) -> None:
        kalender = attrs.evolve(LEEG.gemeente.kalender, recessen=(ZOMERRECES,))
        gemeente = attrs.evolve(LEEG.gemeente, kalender=kalender)
        assert not has_gewone_grenzen(gemeente, parse_datering("vóór de zomer van 2024"))
