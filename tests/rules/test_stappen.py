"""An outcome shows the steps that led to it, each with its source."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Bron, Stap, Stapsoort
from ivb.dates import Date
from ivb.errors import VeldError
from ivb.rules.stappen import format_stappen
from ivb.testing import stappen

BRON = Bron(titel="Algemene termijnenwet", vindplaats="art. 2")


class TestStap:
    """A step is a sentence with a source; the date after it is there where there is one."""

    def test_without_a_date(self) -> None:
        assert Stap(soort="afgesproken", tekst="Afgesproken.", bron=BRON).datum is None  # type: ignore[arg-type]

    def test_a_date_of_the_standard_library(self) -> None:
        stap = Stap(soort=Stapsoort.GETELD, datum=datetime.date(2024, 4, 23), tekst="Geteld.", bron=BRON)
        assert type(stap.datum) is Date

    def test_a_step_may_lie_after_the_years_that_a_file_may_name(self) -> None:
        stap = Stap(soort=Stapsoort.GETELD, datum=datetime.date(2202, 4, 23), tekst="Geteld.", bron=BRON)
        assert stap.datum == Date(2202, 4, 23)

    @pytest.mark.parametrize(
        ("velden", "boodschap"),
        [
            ({"tekst": "twee\nregels"}, r"^Stap\.tekst: een tekst van meer dan één regel; hier past één regel$"),
            ({"tekst": ""}, r"^Stap\.tekst: een lege tekst; laat het veld weg"),
            ({"soort": "gegokt"}, r"^Stap\.soort: 'gegokt' kan hier niet; kies uit geteld, verlengd, niet verlengd, "),
            ({"bron": "art. 2"}, r"^Stap\.bron: 'art. 2' is geen bron$"),
        ],
    )
    def test_what_it_refuses(self, velden: dict[str, object], boodschap: str) -> None:
        goed: dict[str, object] = {"soort": Stapsoort.GETELD, "tekst": "Geteld.", "bron": BRON}
        with pytest.raises(VeldError, match=boodschap):
            Stap(**goed | velden)  # type: ignore[arg-type]


class TestFormat:
    """Steps stand one under the other, numbered from 1, each with its source on a line of its own."""

    def test_none(self) -> None:
        assert format_stappen([]) == ""

    def test_two(self) -> None:
        een, twee = (Stap(soort=Stapsoort.GETELD, tekst=tekst, bron=BRON) for tekst in ("Een.", "Twee."))
        assert format_stappen(iter([een, twee])) == (
            "1. Een.\n   Bron: Algemene termijnenwet, art. 2\n2. Twee.\n   Bron: Algemene termijnenwet, art. 2"
        )

    @given(st.lists(stappen(), max_size=4))
    def test_two_lines_for_each(self, reeks: list[Stap]) -> None:
        regels = format_stappen(reeks).splitlines()
        assert len(regels) == 2 * len(reeks)
        assert regels[::2] == [f"{nummer}. {stap.tekst}" for nummer, stap in enumerate(reeks, 1)]
        assert regels[1::2] == [f"   Bron: {stap.bron}" for stap in reeks]
