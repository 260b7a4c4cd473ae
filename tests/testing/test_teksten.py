"""Texts: whatever a field takes, and the worst of it."""

import pytest
from hypothesis import Phase, find, given, settings

from ivb.dates import Datering
from ivb.model.constraints import CommonMark, EenRegel, Sleutel
from ivb.testing.teksten import REGELS, SLEUTELS, TEKENS, WOORDEN, regels, sleutels, teksten, woorden

ZOEK = settings(database=None, max_examples=10_000, phases=[Phase.generate, Phase.shrink])


class TestAlphabets:
    """Every part of a text fits the field it is for, so that none is drawn and thrown away."""

    def test_words_and_characters_fit_on_a_line(self) -> None:
        assert [woord for woord in (*WOORDEN, *(f"a{teken}" for teken in TEKENS)) if EenRegel().bezwaar(woord)] == []

    def test_lines_fit_in_a_text(self) -> None:
        assert [regel for regel in REGELS if CommonMark().bezwaar(f"a{regel}")] == []

    def test_ids(self) -> None:
        assert [sleutel for sleutel in SLEUTELS if Sleutel().bezwaar(sleutel)] == []

    @pytest.mark.parametrize(
        "delen", [WOORDEN, TEKENS, REGELS, SLEUTELS], ids=["WOORDEN", "TEKENS", "REGELS", "SLEUTELS"]
    )
    def test_nothing_stands_there_twice(self, delen: tuple[str, ...]) -> None:
        assert len(set(delen)) == len(delen)


class TestTexts:
    """Every text is taken by its field."""

    @given(regels())
    def test_a_line(self, regel: str) -> None:
        assert EenRegel().bezwaar(regel) is None

    @given(teksten())
    def test_a_text(self, tekst: str) -> None:
        assert CommonMark().bezwaar(tekst) is None

    @given(sleutels())
    def test_an_id(self, sleutel: str) -> None:
        assert Sleutel().bezwaar(sleutel) is None

    @given(woorden())
    def test_the_words_of_a_dating(self, tekst: str) -> None:
        assert Datering(woorden=tekst, edtf="XXXX").woorden == tekst

    def test_the_simplest_is_one_letter(self) -> None:
        assert {find(strategie, lambda _: True, settings=ZOEK) for strategie in (regels(), teksten(), sleutels())} == {
            "a"
        }

    @pytest.mark.parametrize(
        "deel", ["null", "zaak #5", "- x", "=1+1", "\t", "\u00a0", "e\u0301", "\ufeff", "\U0001f692"]
    )
    def test_what_a_file_gets_wrong_occurs_on_a_line(self, deel: str) -> None:
        assert deel in find(regels(), lambda regel: deel in regel, settings=ZOEK)

    @pytest.mark.parametrize("deel", ["\n\n", "\n- a\n", "**vet**", "\u2028", "a  \n", "\n    a", "](https://"])
    def test_what_a_document_gets_wrong_occurs_in_a_text(self, deel: str) -> None:
        assert deel in find(teksten(), lambda tekst: deel in tekst, settings=ZOEK)

    def test_blanks_occur_at_the_edges(self) -> None:
        assert find(teksten(), lambda tekst: tekst.startswith("\n") and tekst.endswith("\n"), settings=ZOEK).strip()
        assert find(regels(), lambda regel: regel.startswith(" ") and regel.endswith(" "), settings=ZOEK).strip()
