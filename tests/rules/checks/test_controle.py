"""A dossier is held against the rules as the municipality wants them held."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import pytest

from ivb import Aanvaarding, Bevinding, Dossier, Ernst, Gemeente, Profiel, Regel, Regelinstelling, Regeltekst, check
from ivb.dates import Date
from ivb.rules.checks.catalogus import REGELS

DAG = Date(2025, 7, 1)
LEEG = Dossier(bijgehouden_vanaf=Date(2024, 1, 1), gemeente=Gemeente(naam="A", code="GM0001", plaats="A"))
KAAL = Regel(code="X1", ernst=Ernst.WAARSCHUWING, tekst=Regeltekst(titel="Iets", bericht="Dit is {wat}."))


def meld(dossier: Dossier, _dag: Date) -> Iterator[Bevinding]:
    yield KAAL.meld("gemeente.naam", wat=dossier.gemeente.naam)
    yield KAAL.meld("", wat="alles")


X1 = attrs.evolve(KAAL, check=meld)


def stel_in(**velden: Any) -> Dossier:  # noqa: ANN401  the fields of a setting
    instelling = Regelinstelling(**{"code": "X1"} | velden)
    gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(regelinstellingen=(instelling,)))
    return attrs.evolve(LEEG, gemeente=gemeente)


def aanvaard(*aanvaardingen: dict[str, Any], dossier: Dossier = LEEG) -> Dossier:
    vast: dict[str, Any] = {"code": "X1", "reden": "Komt in mei.", "einddatum": DAG}
    return attrs.evolve(dossier, aanvaardingen=tuple(Aanvaarding(**vast | velden) for velden in aanvaardingen))


def toon(dossier: Dossier, *regels: Any, peildatum: Date = DAG) -> list[str]:  # noqa: ANN401  what is no rule too
    return [f"{een.ernst} {een}" for een in check(dossier, peildatum=peildatum, regels=regels)]


NAAM, ALLES = "waarschuwing gemeente.naam: Dit is A. [X1]", "waarschuwing Dit is alles. [X1]"


class TestRules:
    """The rules are those that are given, in their order; any function is one."""

    def test_a_rule_and_a_function(self) -> None:
        assert toon(LEEG, X1) == toon(LEEG, meld) == [NAAM, ALLES]
        assert toon(LEEG) == []

    def test_a_function_that_gives_a_list(self) -> None:
        assert toon(LEEG, lambda dossier, dag: list(meld(dossier, dag))) == [NAAM, ALLES]

    def test_all_of_ivb_without_more_ado(self) -> None:
        assert check(LEEG, peildatum=DAG) == check(LEEG, peildatum=DAG, regels=iter(REGELS))

    def test_one_that_does_not_hold_yet(self) -> None:
        regel = attrs.evolve(X1, vanaf=DAG)
        assert toon(LEEG, regel, peildatum=Date(2025, 6, 30)) == []
        assert toon(LEEG, regel) == [NAAM, ALLES]

    @pytest.mark.parametrize("dag", [datetime.datetime(2025, 7, 1, tzinfo=datetime.UTC), "2025-07-01"])
    def test_a_day_is_a_date(self, dag: Any) -> None:  # noqa: ANN401
        with pytest.raises(TypeError):
            check(LEEG, peildatum=dag)

    def test_a_date_of_the_standard_library(self) -> None:
        assert check(LEEG, peildatum=datetime.date(2025, 7, 1), regels=[X1]) == check(LEEG, peildatum=DAG, regels=[X1])


class TestBroken:
    """A rule that breaks is a finding; what it found already stays, and so do the other rules."""

    def test_halfway(self) -> None:
        def half(dossier: Dossier, dag: Date) -> Iterator[Bevinding]:
            yield next(iter(meld(dossier, dag)))
            raise ValueError("op\nde helft")

        eerst, gebroken, *rest = toon(LEEG, half, X1)
        assert eerst == NAAM
        assert gebroken.startswith("fout De regel half brak af (ValueError: op de helft); ")
        assert gebroken.endswith(" [V1]")
        assert rest == [NAAM, ALLES]

    @pytest.mark.parametrize(
        ("uitkomst", "reden"),
        [
            (None, "'NoneType' object is not iterable"),
            (["tekst"], "dit is geen Bevinding: 'tekst'"),
            ([KAAL.meld("")], "KeyError: 'wat'"),
        ],
    )
    def test_what_gives_no_findings(self, uitkomst: Any, reden: str) -> None:  # noqa: ANN401
        def eigen(_dossier: Dossier, _dag: Date) -> Iterable[Bevinding]:
            found: Iterable[Bevinding] = uitkomst
            return found

        (gebroken,) = toon(LEEG, eigen)
        assert gebroken.startswith("fout De regel eigen brak af (")
        assert reden in gebroken

    def test_what_is_no_function_at_all(self) -> None:
        (gebroken,) = toon(LEEG, 5)
        assert gebroken.startswith("fout De regel 5 brak af (TypeError: ")

    def test_a_rule_is_named_by_its_code(self) -> None:
        def breek(_dossier: Dossier, _dag: Date) -> Iterable[Bevinding]:
            raise RecursionError

        (gebroken,) = toon(LEEG, attrs.evolve(KAAL, check=breek))
        assert gebroken.startswith("fout De regel X1 brak af (RecursionError:")

    def test_an_error_that_cannot_be_written(self) -> None:
        class StommeError(Exception):
            def __str__(self) -> str:
                raise ValueError

        def breek(_dossier: Dossier, _dag: Date) -> Iterable[Bevinding]:
            raise StommeError

        eerst, *rest = toon(LEEG, breek, X1)
        assert eerst.startswith("fout De regel breek brak af (StommeError: zonder uitleg);")
        assert rest == [NAAM, ALLES]

    def test_it_cannot_be_turned_off_nor_accepted(self) -> None:
        dossier = aanvaard({"code": "V1"}, dossier=stel_in(code="V1", uit=True, reden="Stil."))
        (gebroken,) = toon(dossier, 5)
        assert gebroken.endswith("[V1]")

    def test_an_interruption_is_no_finding(self) -> None:
        def breek(_dossier: Dossier, _dag: Date) -> Iterable[Bevinding]:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            toon(LEEG, breek)


class TestSettings:
    """The profile turns a rule off and gives it another severity; a setting about nothing is told (V3)."""

    def test_off(self) -> None:
        assert toon(stel_in(uit=True), X1) == []

    @pytest.mark.parametrize("ernst", Ernst)
    def test_another_severity(self, ernst: Ernst) -> None:
        gevonden = check(stel_in(ernst=ernst), peildatum=DAG, regels=[X1])
        assert {een.ernst for een in gevonden} == {ernst}
        assert {een.regel for een in gevonden} == {KAAL}

    def test_no_severity_is_that_of_the_finding(self) -> None:
        assert toon(stel_in(reden="Wel bekeken."), X1) == [NAAM, ALLES]

    def test_of_a_rule_that_is_not_there(self) -> None:
        (bevinding,) = check(stel_in(uit=True), peildatum=DAG)
        assert str(bevinding) == (
            "gemeente.profiel.regelinstellingen[0].code: Er is geen regel X1 waarvoor deze instelling kan gelden; "
            "kijk de code na met ivb regels. [V3]"
        )

    def test_of_a_rule_of_ivb_that_is_not_applied_now(self) -> None:
        assert toon(stel_in(code="A1", uit=True), X1) == [NAAM, ALLES]

    def test_of_a_code_that_a_bare_function_may_find(self) -> None:
        assert toon(stel_in(code="Z9", uit=True), meld) == [NAAM, ALLES]

    def test_of_two_for_one_rule_the_last_holds(self) -> None:
        instellingen = (Regelinstelling(code="X1", ernst=Ernst.FOUT), Regelinstelling(code="X1", uit=True))
        gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(regelinstellingen=instellingen))
        (bevinding,) = toon(attrs.evolve(LEEG, gemeente=gemeente), X1)
        assert bevinding == (
            "waarschuwing gemeente.profiel.regelinstellingen[0].code: Verderop staat nog een instelling voor regel X1, "
            "en die geldt; haal een van beide weg. [V3]"
        )

    def test_what_is_told_of_the_settings_has_a_setting_too(self) -> None:
        instellingen = (Regelinstelling(code="V3", uit=True), Regelinstelling(code="Z9", uit=True))
        gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(regelinstellingen=instellingen))
        assert toon(attrs.evolve(LEEG, gemeente=gemeente), *REGELS) == []


class TestAcceptances:
    """What was accepted is left out until its end; an acceptance of nothing is told (V2)."""

    def test_one_place(self) -> None:
        assert toon(aanvaard({"pad": "gemeente.naam"}), X1) == [ALLES]

    def test_the_whole_is_not_every_place(self) -> None:
        assert toon(aanvaard({}), X1) == [NAAM]

    def test_these_very_words(self) -> None:
        assert toon(aanvaard({"pad": "gemeente.naam", "boodschap": "Dit is A."}), X1) == [ALLES]
        naam, alles, ongebruikt = toon(aanvaard({"pad": "gemeente.naam", "boodschap": "Dit is B."}), X1)
        assert [naam, alles] == [NAAM, ALLES]
        assert ongebruikt.startswith(
            "waarschuwing aanvaardingen[0]: Aanvaard is een bevinding van X1 op gemeente.naam, maar die is er niet"
        )

    def test_of_another_code(self) -> None:
        assert toon(aanvaard({"code": "A1", "pad": "gemeente.naam"}), X1) == [NAAM, ALLES]

    @pytest.mark.parametrize("einddatum", [Date(2025, 6, 30), DAG])
    def test_of_a_code_that_no_rule_has(self, einddatum: Date) -> None:
        *gevonden, onbekend = toon(aanvaard({"code": "A99", "einddatum": einddatum}), X1)
        assert gevonden == [NAAM, ALLES]
        assert onbekend == (
            "waarschuwing aanvaardingen[0].code: Er is geen regel A99 waarvan iets te aanvaarden is; "
            "kijk de code na met ivb regels. [V2]"
        )

    def test_of_a_code_that_a_bare_function_may_find(self) -> None:
        (_, _, ongebruikt) = toon(aanvaard({"code": "Z9"}), meld)
        assert "Aanvaard is een bevinding van Z9 op het hele dossier, maar die is er niet" in ongebruikt

    def test_up_to_and_including_its_last_day(self) -> None:
        dossier = aanvaard({"pad": "gemeente.naam"})
        assert toon(dossier, X1, peildatum=DAG) == [ALLES]
        *gevonden, verlopen = toon(dossier, X1, peildatum=DAG + datetime.timedelta(days=1))
        assert gevonden == [NAAM, ALLES]
        assert verlopen.startswith(
            "waarschuwing aanvaardingen[0].einddatum: De aanvaarding van X1 gold tot en met 1 juli 2025; "
        )

    def test_of_the_whole_that_is_not_found(self) -> None:
        stil = attrs.evolve(KAAL, check=lambda _dossier, _dag: ())
        (ongebruikt,) = toon(aanvaard({}), stil)
        assert "van X1 op het hele dossier" in ongebruikt

    def test_twice_the_same_is_used_twice(self) -> None:
        assert toon(aanvaard({"pad": "gemeente.naam"}, {"pad": "gemeente.naam"}), X1) == [ALLES]

    def test_of_a_rule_that_is_off(self) -> None:
        dossier = aanvaard({"pad": "gemeente.naam"}, dossier=stel_in(uit=True))
        (ongebruikt,) = toon(dossier, X1)
        assert ongebruikt.endswith("[V2]")

    def test_what_is_told_of_them_can_be_turned_off(self) -> None:
        dossier = aanvaard({"pad": "nergens"}, dossier=stel_in(code="V2", uit=True))
        assert toon(dossier, X1) == [NAAM, ALLES]
