"""A value stands in a cell as a person would type it, and what a person types is taken for what it plainly is."""

import datetime

import pytest

from ivb.dates import Date, Datering, parse_datering, parse_periode
from ivb.files.werkboek.bladen import BLADEN, Kolom
from ivb.files.werkboek.cellen import format_cel, read_cel
from ivb.model.jaarplan import Dekking

DAG = datetime.datetime(2024, 4, 23)  # noqa: DTZ001
EIGEN = Datering(woorden="na de verkiezingen", edtf="2026-03")


def kolom(titel: str, naam: str) -> Kolom:
    return next(een for blad in BLADEN if blad.titel == titel for een in blad.kolommen if een.naam == naam)


class TestFormat:
    """Numbers that a spreadsheet would round, and days that it would shift, are written as text."""

    @pytest.mark.parametrize(
        ("waarde", "cel"),
        [
            (None, None), ((), None), (("a", "b"), "a\nb"), (True, "ja"), (False, "nee"), (3, 3), (1.5, 1.5),
            (0.1 + 0.2, "0.30000000000000004"), (-0.0, "-0.0"), (10**16 + 1, "10000000000000001"),
            (10**400, str(10**400)),
            (Date(2024, 4, 23), Date(2024, 4, 23)), (Date(1900, 2, 28), "1900-02-28"), (Dekking.EENMALIG, "eenmalig"),
            (parse_periode("2024-H1"), "2024-H1"), (parse_datering("najaar 2024"), "najaar 2024"),
            (EIGEN, "na de verkiezingen {2026-03}"), (Datering(woorden="mei 2024", edtf="2024"), "mei 2024 {2024}"),
            (Datering(woorden="a {b}", edtf="2024"), "a {b} {2024}"),
        ],
    )  # fmt: skip
    def test_cel(self, waarde: object, cel: object) -> None:
        assert format_cel(waarde) == cel


class TestRead:
    """2026.0 is a year, a date may be a text, a comma makes a fraction; nothing is guessed."""

    @pytest.mark.parametrize(
        ("titel", "naam", "cel", "waarde"),
        [
            ("Acties", "titel", None, None), ("Acties", "titel", " \n", None), ("Acties", "titel", " a", " a"),
            ("Acties", "titel", 2026.0, "2026"), ("Acties", "id", " A1 ", "A1"), ("Acties", "id", 7, "7"),
            ("Acties", "partners", "a\n\nb", ("a", "b")), ("Acties", "partners", 112, ("112",)),
            ("Acties", "bedrag", "2026.0", 2026), ("Acties", "bedrag", 5.0, 5), ("Acties", "bedrag", "5", 5),
            ("Acties", "uren", "3,5", 3.5), ("Acties", "uren", 3, 3.0), ("Acties", "uren", "3.5", 3.5),
            ("Acties", "dekking", "Eenmalig ", Dekking.EENMALIG),
            ("Acties", "begin", DAG, parse_datering("2024-04-23")), ("Acties", "begin", 2024, parse_datering("2024")),
            ("Acties", "begin", "na de verkiezingen {2026-03}", EIGEN),
            ("Metingen", "voorlopig", True, True), ("Metingen", "voorlopig", "Ja", True),
            ("Metingen", "voorlopig", "ONWAAR", False), ("Metingen", "periode", 2024.0, parse_periode("2024")),
            ("Metingen", "bekend_sinds", DAG, Date(2024, 4, 23)),
            ("Metingen", "bekend_sinds", "23/4/2024", Date(2024, 4, 23)),
            ("Metingen", "bekend_sinds", "2024-04-23T00:00:00", Date(2024, 4, 23)),
            ("Metingen", "bekend_sinds", "2024-04-23", Date(2024, 4, 23)),
        ],
    )  # fmt: skip
    def test_is_taken(self, titel: str, naam: str, cel: object, waarde: object) -> None:
        gelezen = read_cel(kolom(titel, naam), cel)
        assert gelezen == waarde
        assert type(gelezen) is type(waarde)

    @pytest.mark.parametrize(
        ("titel", "naam", "cel", "deel"),
        [
            ("Acties", "titel", 3.5, "3,5 is geen tekst; geef de cel de opmaak Tekst"),
            ("Acties", "titel", True, "WAAR is geen tekst"), ("Acties", "titel", DAG, "23-04-2024 is geen tekst"),
            ("Acties", "titel", False, "ONWAAR is geen tekst"), ("Acties", "titel", float("inf"), "inf is geen tekst"),
            ("Acties", "bedrag", 1.5, "1,5 is geen geheel getal; rond af"), ("Acties", "bedrag", True, "geen geheel"),
            ("Acties", "bedrag", DAG, "geen geheel getal"), ("Acties", "uren", DAG, "23-04-2024 is geen getal"),
            ("Acties", "uren", False, "geen getal"), ("Acties", "dekking", 1, "1 kan hier niet; kies uit"),
            ("Metingen", "voorlopig", 1, "1 kan hier niet; kies ja of nee"),
            ("Metingen", "bekend_sinds", datetime.datetime(2024, 4, 23, 12), "23-04-2024 12:00 is geen datum"),  # noqa: DTZ001
            ("Metingen", "bekend_sinds", 45000, "45000 is geen datum"),
            ("Metingen", "periode", DAG, "23-04-2024 is geen periode"),
            ("Metingen", "bekend_sinds", "30-2-2024", "bestaat niet"),
        ],
    )  # fmt: skip
    def test_is_refused(self, titel: str, naam: str, cel: object, deel: str) -> None:
        with pytest.raises(ValueError, match=deel.replace("(", r"\(")):
            read_cel(kolom(titel, naam), cel)
