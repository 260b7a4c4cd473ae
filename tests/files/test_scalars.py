"""Nothing is guessed: what is not plainly right is refused (FAULTS of cattrs, pendulum and YAML)."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Datering, Herkomst, Periode, Seizoen, parse_datering, parse_periode
from ivb.dates import Date
from ivb.files.scalars import read_scalar


class TestText:
    """From YAML every scalar is a text that the schema reads."""

    @pytest.mark.parametrize(
        ("soort", "tekst", "waarde"),
        [
            (str, "010", "010"),
            (str, "no", "no"),
            (int, "10", 10),
            (int, "-3", -3),
            (float, "3", 3.0),
            (float, "1.5", 1.5),
            (float, "1.0000", 1.0),
            (float, "1e-7", 1e-7),
            (bool, "true", True),
            (bool, "false", False),
            (Date, "2024-04-23", Date(2024, 4, 23)),
            (Periode, "2024-H1", parse_periode("2024-H1")),
            (Datering, "najaar 2024", parse_datering("najaar 2024")),
            (Seizoen, "1-9/30-11", Seizoen(begin=(9, 1), eind=(11, 30))),
            (Herkomst, "lokaal", Herkomst.LOKAAL),
        ],
    )
    def test_read(self, soort: type, tekst: str, waarde: object) -> None:
        gelezen = read_scalar(soort, tekst, uit_tekst=True)
        assert gelezen == waarde
        assert type(gelezen) is type(waarde)

    @pytest.mark.parametrize(
        ("soort", "tekst", "raad"),
        [
            (int, "010", "schrijf 10"),
            (int, "1.000", "schrijf 1000 zonder punt"),
            (int, "3.7", "rond af op een geheel getal"),
            (int, "12,50", "rond af op een geheel getal"),
            (Date, "2024-1-1", "2024-01-01"),
            (Date, "5 mei 2024", "2024-05-05"),
            (int, "drie", "schrijf cijfers, zonder eenheid"),
            (int, "3 uur", "schrijf cijfers, zonder eenheid"),
            (int, "\u0663", "geen geheel getal"),
            (float, "1.000", "schrijf 1000 zonder punt, of 1.0000 als het een breuk is"),
            (float, "3,5", "schrijf 3.5 met een punt"),
            (float, "nan", "schrijf cijfers"),
            (float, "1_000", "schrijf cijfers"),
            (bool, "nee", "schrijf false"),
            (bool, "Ja", "schrijf true"),
            (bool, "misschien", "hier hoort true of false, geen 'misschien'"),
            (Date, "2024-02-30", "telt 29 dagen"),
            (Date, "05-01-2027", "2027-01-05"),
            (Date, "now", "2024"),
            (Date, "2024-W17-2", "2024"),
            (Date, "P1Y", "2024"),
            (Periode, "2024-H3", "2024-H1"),
            (Datering, "binnen zes weken", "woorden"),
            (Seizoen, "herfst", "30-11"),
            (Herkomst, "lokal", "kies uit lokaal, regionaal, wettelijk"),
        ],
    )
    def test_refused(self, soort: type, tekst: str, raad: str) -> None:
        with pytest.raises(ValueError, match=raad):
            read_scalar(soort, tekst, uit_tekst=True)

    @given(st.integers(-(10**18), 10**18))
    def test_every_whole_number_comes_back(self, getal: int) -> None:
        assert read_scalar(int, str(getal), uit_tekst=True) == getal


class TestTyped:
    """From JSON a value has a type, and no other type will do."""

    @pytest.mark.parametrize(("soort", "waarde"), [(str, "x"), (int, 3), (float, 3.5), (float, 3), (bool, True)])
    def test_read(self, soort: type, waarde: object) -> None:
        gelezen = read_scalar(soort, waarde, uit_tekst=False)
        assert gelezen == waarde
        assert type(gelezen) is soort

    @pytest.mark.parametrize(
        ("soort", "waarde"),
        [
            (bool, "nee"),
            (bool, 1),
            (str, None),
            (str, 3),
            (int, 3.7),
            (int, "3"),
            (int, True),
            (float, True),
            (float, "3.5"),
            (float, 10**400),
            (Date, 20240423),
            (Periode, 2024),
            (Herkomst, 3),
            (Herkomst, ["lokaal"]),
            (Date, {"dag": 1}),
        ],
    )
    def test_refused(self, soort: type, waarde: object) -> None:
        with pytest.raises(ValueError, match=r"geen|kan hier niet"):
            read_scalar(soort, waarde, uit_tekst=False)


class TestDays:
    """A mapping that somebody else read may hold days; a moment is none."""

    def test_days(self) -> None:
        dag = datetime.date(2024, 4, 23)
        assert read_scalar(Date, dag, uit_tekst=False) == Date(2024, 4, 23)
        assert read_scalar(Datering, dag, uit_tekst=False).is_exact

    def test_a_moment(self) -> None:
        with pytest.raises(ValueError, match="datetime"):
            read_scalar(Date, datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC), uit_tekst=False)

    def test_a_number_that_should_be_a_text(self) -> None:
        with pytest.raises(ValueError, match="zet aanhalingstekens om het getal"):
            read_scalar(Periode, 2024, uit_tekst=False)


class TestDatering:
    """Words of one's own come with their meaning."""

    def test_words_and_edtf(self) -> None:
        waarde = {"woorden": "eind 2024", "edtf": "2024-10/2024-12"}
        assert read_scalar(Datering, waarde, uit_tekst=True) == Datering(woorden="eind 2024", edtf="2024-10/2024-12")

    @pytest.mark.parametrize(
        "waarde",
        [{}, {"woorden": "x"}, {"woorden": "x", "edtf": "2024", "meer": "y"}, {"woorden": 3, "edtf": "2024"}],
    )
    def test_nothing_else(self, waarde: object) -> None:
        with pytest.raises(ValueError, match="precies twee velden"):
            read_scalar(Datering, waarde, uit_tekst=True)
