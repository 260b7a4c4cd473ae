"""A rule, and the findings that it makes."""

import attrs
import pytest

import ivb
from ivb import Bevinding, Ernst, Regel, Regeltekst, VeldError
from ivb.dates import Date, parse_datering, parse_periode
from ivb.rules.checks.regel import Parameter, format_parameter

TEKST = Regeltekst(
    titel="Iets", bericht="Actie {actie} is {waarde}.", varianten={"deels": "Actie {actie} is voor {deel} {waarde}."}
)
REGEL = Regel(code="X1", ernst="waarschuwing", tekst=TEKST)


class TestMeld:
    """A finding carries its rule, its path and what its message tells."""

    def test_an_ordinary_one(self) -> None:
        bevinding = REGEL.meld("gemeente", actie="A1", waarde="zoek")
        assert (bevinding.code, bevinding.ernst, bevinding.pad) == ("X1", Ernst.WAARSCHUWING, "gemeente")
        assert bevinding.boodschap == "Actie A1 is zoek."
        assert str(bevinding) == "gemeente: Actie A1 is zoek. [X1]"

    def test_of_the_whole(self) -> None:
        assert str(REGEL.meld("", actie="A1", waarde="zoek")) == "Actie A1 is zoek. [X1]"

    def test_a_variant(self) -> None:
        bevinding = REGEL.meld("", "deels", actie="A1", deel=12.5, waarde="af")
        assert bevinding.boodschap == "Actie A1 is voor 12,5 af."

    def test_less_serious_than_its_rule(self) -> None:
        assert REGEL.meld("", ernst=Ernst.INFO).ernst is Ernst.INFO

    def test_a_parameter_that_is_missing(self) -> None:
        with pytest.raises(KeyError, match="waarde"):
            str(REGEL.meld("", actie="A1"))

    def test_a_value(self) -> None:
        eerste, tweede = (REGEL.meld("gemeente", actie="A1", waarde="zoek") for _ in range(2))
        assert eerste == tweede
        assert hash(eerste) == hash(tweede)
        assert eerste != REGEL.meld("gemeente", actie="A2", waarde="zoek")

    def test_a_brace_in_a_value_stays(self) -> None:
        assert REGEL.meld("", actie="{actie}", waarde="{").boodschap == "Actie {actie} is {."


class TestRegel:
    """A rule is called as a function; one without a check finds nothing in a dossier."""

    def test_with_a_check(self) -> None:
        regel = attrs.evolve(REGEL, check=lambda _dossier, _dag: [REGEL.meld("gemeente")])
        assert [een.pad for een in regel(ivb.voorbeeld(), Date(2024, 5, 1))] == ["gemeente"]
        assert regel.titel == "Iets"

    def test_without_a_check(self) -> None:
        assert tuple(REGEL(ivb.voorbeeld(), Date(2024, 5, 1))) == ()

    @pytest.mark.parametrize("code", ["", "a1", "A", "EIGEN1", "A1000", "A-1"])
    def test_a_code_that_no_dossier_can_name(self, code: str) -> None:
        with pytest.raises(VeldError, match="schrijf zoiets als A1"):
            Regel(code=code, ernst="info", tekst=TEKST)

    def test_a_severity_that_is_none(self) -> None:
        with pytest.raises(ValueError, match="erg"):
            Bevinding(regel=REGEL, pad="", ernst="erg")


class TestFormatParameter:
    """Every kind of value is told in Dutch."""

    @pytest.mark.parametrize(
        ("waarde", "tekst"),
        [
            ("zo", "zo"),
            (Date(2024, 5, 1), "1 mei 2024"),
            (parse_periode("2024-H1"), "het eerste halfjaar van 2024"),
            (parse_datering("najaar 2024"), "najaar 2024"),
            (1200, "1.200"),
            (0.5, "0,5"),
            (("een",), "een"),
            (("een", "twee"), "een en twee"),
            (("een", "twee", "drie"), "een, twee en drie"),
        ],
    )
    def test_in_dutch(self, waarde: Parameter, tekst: str) -> None:
        assert format_parameter(waarde) == tekst
