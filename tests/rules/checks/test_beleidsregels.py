"""The checks of policy rules, by hand."""

from typing import Any

import attrs
import pytest

from ivb import Beleidsregel, Besluit, Bevinding, Gemeente, Orgaan, Profiel, Seizoensgrenzen
from ivb.dates import Date
from ivb.model.verwijzingen import follow
from ivb.rules.checks.beleidsregels import P1
from tests.rules.dossier import LEEG

DAG = Date(2025, 7, 1)


def zoek(dag: Date = DAG, **velden: Any) -> list[Bevinding]:  # noqa: ANN401  fields of any kind
    dossier = attrs.evolve(LEEG, beleidsregels=(Beleidsregel(id="r", **{"naam": "Regel", **velden}),))
    gevonden = list(P1(dossier, dag))
    for een in gevonden:
        follow(dossier, een.pad)
    return gevonden


def besluit(datum: str, bekend: Date | None = None) -> Besluit:
    return Besluit(orgaan=Orgaan.BURGEMEESTER, datum=datum, bekend_sinds=bekend)


def kort(gevonden: list[Bevinding]) -> list[tuple[str, str, str]]:
    return [(een.pad.removeprefix("beleidsregels[r]."), een.ernst.value, een.variant) for een in gevonden]


class TestBibob:
    """P1: the Wet Bibob changed on 1 October 2022."""

    @pytest.mark.parametrize(
        ("datum", "verwacht"),
        [
            ("30 september 2022", [("vastgesteld.datum", "waarschuwing", "")]),
            ("1 oktober 2022", []),
            ("september 2022", [("vastgesteld.datum", "waarschuwing", "")]),
            ("oktober 2022", []),
            ("2022", [("vastgesteld.datum", "info", "vaag")]),
            ("vóór 1 januari 2023", [("vastgesteld.datum", "info", "vaag")]),
            ("vanaf 1 januari 2020", [("vastgesteld.datum", "info", "vaag")]),
            ("onbekend", [("vastgesteld.datum", "info", "onbekend")]),
        ],
    )
    def test_adopted(self, datum: str, verwacht: list[tuple[str, str, str]]) -> None:
        assert kort(zoek(naam="Beleidsregel BIBOB", vastgesteld=besluit(datum))) == verwacht

    def test_adopted_on_a_day_that_nobody_wrote_down(self) -> None:
        (gevonden,) = zoek(grondslag="Wet Bibob")
        assert kort([gevonden]) == [("vastgesteld", "info", "onbekend")]
        assert gevonden.boodschap == (
            "Of Regel van vóór 1 oktober 2022 is, toen de Wet Bibob veranderde, is niet te zeggen, want wanneer de "
            "regel is vastgesteld is niet bekend; noteer de dag."
        )

    def test_the_act_in_full(self) -> None:
        wet = "Wet bevordering integriteitsbeoordelingen door het openbaar bestuur"
        assert kort(zoek(grondslag=wet, vastgesteld=besluit("8 maart 2019"))) == [
            ("vastgesteld.datum", "waarschuwing", "")
        ]

    def test_another_act(self) -> None:
        assert zoek(grondslag="Gemeentewet", vastgesteld=besluit("2015")) == []

    def test_before_the_act_changed(self) -> None:
        oud = {"naam": "Bibob", "vastgesteld": besluit("2015")}
        assert zoek(Date(2022, 9, 30), **oud) == []
        assert len(zoek(Date(2022, 10, 1), **oud)) == 1

    def test_what_is_decided_or_learned_later(self) -> None:
        assert zoek(naam="Bibob", vastgesteld=besluit("2 juli 2025"), herzien_voor="2024") == []
        assert zoek(naam="Bibob", vastgesteld=besluit("2015", Date(2025, 7, 2))) == []
        assert len(zoek(naam="Bibob", vastgesteld=besluit("2015", DAG))) == 1

    def test_the_seasons_of_the_municipality(self) -> None:
        profiel = Profiel(seizoenen=Seizoensgrenzen(zomer="1-6/30-9", najaar="1-10/30-11"))
        gemeente: Gemeente = attrs.evolve(LEEG.gemeente, profiel=profiel)
        regel = Beleidsregel(id="r", naam="Bibob", vastgesteld=besluit("najaar 2022"))
        assert list(P1(attrs.evolve(LEEG, gemeente=gemeente, beleidsregels=(regel,)), DAG)) == []
        assert kort(zoek(naam="Bibob", vastgesteld=besluit("najaar 2022")))[0][1:] == ("info", "vaag")


class TestReview:
    """P1: a rule is reviewed by the day that it names itself."""

    @pytest.mark.parametrize(
        ("herzien_voor", "aantal"),
        [("vóór 1 juli 2025", 1), ("1 juli 2025", 0), ("juli 2025", 0), ("juni 2025", 1), ("onbekend", 0), (None, 0)],
    )
    def test_past(self, herzien_voor: str | None, aantal: int) -> None:
        assert kort(zoek(herzien_voor=herzien_voor)) == [("herzien_voor", "waarschuwing", "herzien")] * aantal

    def test_both(self) -> None:
        gevonden = zoek(naam="Bibob", vastgesteld=besluit("2015"), herzien_voor="2020")
        assert [een.variant for een in gevonden] == ["", "herzien"]
