"""An action is finished, dropped or carried over, or it stands in the next plan; whatever else became of it is told."""

import datetime
from difflib import SequenceMatcher
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Actie, Actieuitkomst, Actieverloop, Dossier, Jaarplan, Voortgang, Voortgangsmelding, derive_actieverloop
from ivb.dates import Date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

SCHOUW = Actie(id="A1", titel="Schouw in het centrum")
DAG = datetime.date(2025, 7, 1)


def plan(looptijd: str, *acties: Actie) -> Jaarplan:
    return Jaarplan(looptijd=looptijd, titel=f"Plan {looptijd}", acties=acties)


def melding(dag: str, voortgang: Voortgang, jaarplan: str | None = None) -> Voortgangsmelding:
    return Voortgangsmelding(actie="A1", sinds=datetime.date.fromisoformat(dag), voortgang=voortgang, jaarplan=jaarplan)


def maak(*delen: Jaarplan | Voortgangsmelding) -> Dossier:
    return attrs.evolve(
        LEEG,
        jaarplannen=tuple(deel for deel in delen if isinstance(deel, Jaarplan)),
        voortgang=tuple(deel for deel in delen if isinstance(deel, Voortgangsmelding)),
    )


def derive(*delen: Jaarplan | Voortgangsmelding) -> tuple[Actieverloop, ...]:
    return derive_actieverloop(maak(*delen), peildatum=DAG)


class TestOutcome:
    """What became of an action is what its last note says, else whether the next plan has it."""

    @pytest.mark.parametrize(
        ("voortgang", "uitkomst"),
        [
            (Voortgang.AFGEROND, Actieuitkomst.AFGEROND),
            (Voortgang.VERVALLEN, Actieuitkomst.VERVALLEN),
            (Voortgang.DOORGESCHOVEN, Actieuitkomst.DOORGESCHOVEN),
            (Voortgang.LOOPT, Actieuitkomst.VERDWENEN),
            (Voortgang.DOORLOPEND, Actieuitkomst.VERDWENEN),
        ],
    )
    def test_said_in_the_last_note(self, voortgang: Voortgang, uitkomst: Actieuitkomst) -> None:
        eerste = melding("2024-03-01", Voortgang.LOOPT)
        (verloop,) = derive(plan("2024", SCHOUW), plan("2025"), melding("2024-12-01", voortgang), eerste)
        assert verloop.uitkomst is uitkomst

    def test_stands_in_the_next_plan(self) -> None:
        eerste, tweede = derive(plan("2024", SCHOUW), plan("2025", SCHOUW))
        assert (eerste.uitkomst, eerste.verder_in) == (Actieuitkomst.VOORTGEZET, "2025")
        assert (tweede.uitkomst, tweede.verder_in) == (Actieuitkomst.LOOPT_NOG, None)

    def test_without_a_next_plan_it_still_runs(self) -> None:
        (verloop,) = derive(plan("2024", SCHOUW))
        assert verloop.uitkomst is Actieuitkomst.LOOPT_NOG

    def test_skips_a_plan(self) -> None:
        eerste, _ = derive(plan("2023", SCHOUW), plan("2024"), plan("2025", SCHOUW))
        assert (eerste.uitkomst, eerste.verder_in) == (Actieuitkomst.VERDWENEN, "2025")

    def test_a_note_of_after_the_day_is_not_known(self) -> None:
        (verloop,) = derive(plan("2024", SCHOUW), plan("2025"), melding("2025-07-02", Voortgang.AFGEROND))
        assert verloop.uitkomst is Actieuitkomst.VERDWENEN

    def test_carried_over_is_counted(self) -> None:
        keren = [
            een.doorgeschoven
            for een in derive(
                plan("2023", SCHOUW),
                plan("2024", SCHOUW),
                plan("2025", SCHOUW),
                melding("2023-12-01", Voortgang.DOORGESCHOVEN),
                melding("2024-12-01", Voortgang.DOORGESCHOVEN),
            )
        ]
        assert keren == [1, 2, 2]


class TestNextPlan:
    """The next plan is the first that begins after the years of this one."""

    def test_a_plan_of_two_years_beside_one_of_one(self) -> None:
        uitkomsten = {een.jaarplan: een.uitkomst for een in derive(plan("2023/2024", SCHOUW), plan("2024"))}
        assert uitkomsten == {"2023/2024": Actieuitkomst.LOOPT_NOG}

    def test_two_plans_for_the_next_year(self) -> None:
        tweede = attrs.evolve(plan("2025", SCHOUW), id="ondermijning-2025")
        eerste, _ = derive(plan("2024", SCHOUW), plan("2025"), tweede)
        assert (eerste.uitkomst, eerste.verder_in) == (Actieuitkomst.VOORTGEZET, "ondermijning-2025")

    def test_after_a_gap(self) -> None:
        (verloop,) = derive(plan("2021", SCHOUW), plan("2023"))
        assert verloop.uitkomst is Actieuitkomst.VERDWENEN

    @pytest.mark.parametrize("looptijd", ["2024", "2023/2024"])
    def test_in_two_plans_beside_each_other(self, looptijd: str) -> None:
        """A note that names no plan is about the action, in whichever of them it stands."""
        ander = attrs.evolve(plan(looptijd, SCHOUW), id="ander")
        klaar = melding("2024-12-01", Voortgang.AFGEROND)
        uitkomsten = {een.uitkomst for een in derive(plan("2024", SCHOUW), ander, plan("2025"), klaar)}
        assert uitkomsten == {Actieuitkomst.AFGEROND}

    def test_carried_over_from_two_plans_is_counted_once(self) -> None:
        ander = attrs.evolve(plan("2024", SCHOUW), id="ander")
        later = melding("2024-12-01", Voortgang.DOORGESCHOVEN)
        verloop = derive(plan("2024", SCHOUW), ander, plan("2025"), later)
        assert {een.uitkomst for een in verloop} == {Actieuitkomst.DOORGESCHOVEN}
        assert max(een.doorgeschoven for een in verloop) == 1


class TestRename:
    """A new action with nearly the same title may be the same one."""

    @pytest.mark.parametrize(
        ("titel", "hernoemd"),
        [
            ("Schouw in het centrum", "B7"),
            ("Schouwen in het centrum", "B7"),
            ("Schouw in centrum en wijk", "B7"),
            ("Schouw", None),
            ("Training voor baliemedewerkers", None),
        ],
    )
    def test_nearness(self, titel: str, hernoemd: str | None) -> None:
        eerste, _ = derive(plan("2024", SCHOUW), plan("2025", Actie(id="B7", titel=titel)))
        assert eerste.hernoemd == hernoemd

    def test_what_was_there_before_is_no_new_name(self) -> None:
        oud = Actie(id="A0", titel="Schouw in het centrum")
        _, kwijt, _ = derive(plan("2024", oud, SCHOUW), plan("2025", oud))
        assert (kwijt.uitkomst, kwijt.hernoemd) == (Actieuitkomst.VERDWENEN, None)

    def test_the_nearest_of_two(self) -> None:
        nieuw = (Actie(id="B1", titel="Schouw in het stadscentrum"), Actie(id="B2", titel="Schouw in het centrum"))
        eerste, *_ = derive(plan("2024", SCHOUW), plan("2025", *nieuw))
        assert eerste.hernoemd == "B2"

    def test_the_order_of_many_that_look_alike_does_not_matter(self) -> None:
        nieuw = [Actie(id=f"B{nummer}", titel=f"Schouw in wijk {nummer}") for nummer in range(120)]
        for acties in (nieuw, nieuw[::-1]):
            eerste, *_ = derive(plan("2024", Actie(id="A1", titel="Schouw in wijk 119")), plan("2025", *acties))
            assert eerste.hernoemd == "B119"
            eerste, *_ = derive(plan("2024", Actie(id="A1", titel="Schouwen in wijk 119")), plan("2025", *acties))
            assert eerste.hernoemd == "B119"

    def test_many_that_vanish_are_compared_in_no_time(self) -> None:
        """Of each no more than a few titles are held against its own."""
        oud, nieuw = ([Actie(id=f"{a}{nr}", titel=f"Schouw {a} {nr}") for nr in range(300)] for a in "AB")
        with patch("ivb.rules.actieverloop.SequenceMatcher", wraps=SequenceMatcher) as matcher:
            derive(plan("2024", *oud), plan("2025", *nieuw))
        assert matcher.call_count <= 3 * len(oud)


class TestEveryDossier:
    """Every action of every plan is told of once, in the order of the plans."""

    @given(dossier=dossiers(), dag=st.dates(datetime.date(1990, 1, 1), datetime.date(2190, 1, 1)))
    def test_complete(self, dossier: Dossier, dag: datetime.date) -> None:
        verloop = derive_actieverloop(dossier, peildatum=dag)
        alle = [(een.id, actie.id) for een in dossier.jaarplannen for actie in een.acties]
        gevonden = [(een.jaarplan, een.actie) for een in verloop]
        assert gevonden == [plek for plek in alle if plek in set(gevonden)]
        zonder = derive_actieverloop(dossier, peildatum=Date(2199, 12, 31))
        assert [(een.jaarplan, een.actie) for een in zonder] == alle
