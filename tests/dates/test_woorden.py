"""The Dutch of vague dates: what it means, and what is not certain enough to read."""

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates.woorden import is_voor_de_zomer, parse_woorden
from ivb.errors import DatumError

BETEKENISSEN = {
    "23 april 2024": "2024-04-23",
    "op 1 mei 2024": "2024-05-01",
    "05 mei 2024": "2024-05-05",
    "2024-04-23": "2024-04-23",
    "november 2021": "2021-11",
    "in november 2021": "2021-11",
    "2021-11": "2021-11",
    "2024": "2024",
    "in 2024": "2024",
    "2024-23": "2024-23",
    "voorjaar 2024": "2024-21",
    "in het voorjaar van 2024": "2024-21",
    "lente 2024": "2024-21",
    "zomer 2024": "2024-22",
    "in de zomer van 2024": "2024-22",
    "najaar 2024": "2024-23",
    "in het najaar van 2024": "2024-23",
    "de herfst van 2024": "2024-23",
    "winter 2024": "2024-24",
    "eerste helft 2025": "2025-01/2025-06",
    "eerste helft van 2025": "2025-01/2025-06",
    "de tweede helft van 2025": "2025-07/2025-12",
    "het eerste halfjaar van 2024": "2024-01/2024-06",
    "1e halfjaar 2024": "2024-01/2024-06",
    "2e helft 2024": "2024-07/2024-12",
    "2024-H1": "2024-01/2024-06",
    "2024-h2": "2024-07/2024-12",
    "H1 2024": "2024-01/2024-06",
    "eerste kwartaal 2024": "2024-01/2024-03",
    "in het vierde kwartaal van 2024": "2024-10/2024-12",
    "1e kwartaal 2024": "2024-01/2024-03",
    "Q3 2024": "2024-07/2024-09",
    "K3 2024": "2024-07/2024-09",
    "2024-K3": "2024-07/2024-09",
    "tweede tertaal van 2024": "2024-05/2024-08",
    "2024-T3": "2024-09/2024-12",
    "vóór de zomer van 2024": "../2024-06",
    "voor de zomer 2024": "../2024-06",
    "vóór het zomerreces van 2024": "../2024-06",
    "vóór 1 juli 2024": "../2024-06-30",
    "vóór 1 maart 2024": "../2024-02-29",
    "vóór juli 2024": "../2024-06",
    "voor januari 2024": "../2023-12",
    "vóór 2024": "../2023",
    "vóór het tweede halfjaar van 2024": "../2024-06",
    "uiterlijk 1 mei 2024": "../2024-05-01",
    "uiterlijk op 1 mei 2024": "../2024-05-01",
    "uiterlijk in het najaar van 2024": "../2024-23",
    "uiterlijk eerste kwartaal 2024": "../2024-03",
    "vóór of op 1 mei 2024": "../2024-05-01",
    "tot en met 30 juni 2024": "../2024-06-30",
    "vanaf 2024": "2024/..",
    "vanaf het voorjaar van 2024": "2024-21/..",
    "vanaf het tweede halfjaar van 2024": "2024-07/..",
    "1 tot en met 5 mei 2024": "2024-05-01/2024-05-05",
    "30 april tot en met 5 mei 2024": "2024-04-30/2024-05-05",
    "23 december 2023 tot en met 5 januari 2024": "2023-12-23/2024-01-05",
    "maart tot en met mei 2024": "2024-03/2024-05",
    "maart t/m mei 2024": "2024-03/2024-05",
    "2022 tot en met 2025": "2022/2025",
    "voorjaar tot en met najaar 2024": "2024-21/2024-23",
    "het eerste tot en met het derde kwartaal van 2024": "2024-01/2024-09",
    "april 2024 tot en met 5 mei 2024": "2024-04/2024-05-05",
    "2022/2025": "2022/2025",
    "2022-07/2026-06": "2022-07/2026-06",
    "2024-05-01/2024-05-05": "2024-05-01/2024-05-05",
    "../2024-06": "../2024-06",
    "2024-06/..": "2024-06/..",
    "onbekend": "XXXX",
    "XXXX": "XXXX",
}

ONZEKER = [
    "",
    "binnen zes weken",
    "zo spoedig mogelijk",
    "eind 2024",
    "begin 2024",
    "medio 2024",
    "in de loop van 2024",
    "rond de zomer van 2024",
    "na de zomer van 2024",
    "vóór de zomer",
    "vóór het najaar van 2024",
    "vóór onbekend",
    "volgend jaar",
    "najaar",
    "najaar 24",
    "april",
    "23 april",
    "23-04-2024",
    "23 apr 2024",
    "dinsdag 23 april 2024",
    "2024 april 23",
    "vijfde kwartaal 2024",
    "5e kwartaal 2024",
    "eerste week van 2024",
    "2024-Q3",
    "week 17 2024",
    "uiterlijk",
    "uiterlijk vóór 1 mei 2024",
    "uiterlijk eind 2024",
    "vanaf nu",
    "vanaf 1 mei tot en met 5 mei 2024",
    "tot 1 mei 2024",
    "1 mei - 5 mei 2024",
    "april tot en met 5 mei 2024",
    "mei tot en met 2024",
    "mei tot en met heden",
    "1 mei tot en met 3 mei tot en met 5 mei 2024",
    "najaar 2024 of voorjaar 2025",
    "2024!",
    "\uff12\uff13 april 2024",
    "23 april \u0662\u0660\u0662\u0664",
    "12:30",
    "P1Y",
    "now",
]


class TestMeaning:
    """What an official would read in these words, and nothing more precise."""

    @pytest.mark.parametrize(("woorden", "edtf"), BETEKENISSEN.items())
    def test_examples(self, woorden: str, edtf: str) -> None:
        assert parse_woorden(woorden) == edtf

    @pytest.mark.parametrize("woorden", ONZEKER)
    def test_uncertain_words_have_no_meaning(self, woorden: str) -> None:
        assert parse_woorden(woorden) is None

    @pytest.mark.parametrize(
        "woorden", ["derde halfjaar 2024", "vierde tertaal 2024", "Q0 2024", "2024-K5", "vóór 2024-99"]
    )
    def test_a_period_that_the_year_does_not_have_is_refused(self, woorden: str) -> None:
        with pytest.raises(DatumError):
            parse_woorden(woorden)

    @pytest.mark.parametrize("woorden", ["vóór 0001", "vóór 1 januari 0001", "vóór 31 april 2024"])
    def test_before_a_day_needs_that_day_and_one_before_it(self, woorden: str) -> None:
        with pytest.raises(DatumError):
            parse_woorden(woorden)


class TestSpelling:
    """Capitals, the composition of accents and the width and kind of white space do not change the meaning."""

    @given(
        st.sampled_from(sorted(BETEKENISSEN)),
        st.sampled_from([str.upper, str.lower, str.title]),
        st.sampled_from(["NFC", "NFD"]),
        st.sampled_from([" ", "  ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\n", "\t "]),
    )
    def test_meaning_stays(
        self, woorden: str, schrijf: Callable[[str], str], vorm: Literal["NFC", "NFD"], wit: str
    ) -> None:
        anders = unicodedata.normalize(vorm, schrijf(woorden)).replace(" ", wit)
        assert parse_woorden(f"{wit}{anders}{wit}") == BETEKENISSEN[woorden]

    @pytest.mark.parametrize("voor", ["voor", "vóór", "vóor", "voór", "Vóór", "vo\u0301o\u0301r"])
    def test_accents_on_voor_are_optional(self, voor: str) -> None:
        assert parse_woorden(f"{voor} 1 juli 2024") == "../2024-06-30"


class TestVoorDeZomer:
    """Before the summer is before the recess; before a day in summer is not."""

    @pytest.mark.parametrize("woorden", ["vóór de zomer", "nog voor de zomer van 2024", "Vóór het zomerreces"])
    def test_yes(self, woorden: str) -> None:
        assert is_voor_de_zomer(woorden)

    @pytest.mark.parametrize(
        "woorden", ["in de zomer", "vóór de zomervakantie", "uiterlijk juni 2024", "voor de winter"]
    )
    def test_no(self, woorden: str) -> None:
        assert not is_voor_de_zomer(woorden)
