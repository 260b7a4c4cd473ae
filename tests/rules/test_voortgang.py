"""The state of an action on a day: its last note, and whether a note is missing."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Actie,
    Actiestand,
    Besluit,
    Dossier,
    Jaarplan,
    Oordeel,
    Orgaan,
    Voortgang,
    Voortgangsmelding,
    derive_actiestanden,
    parse_datering,
)
from ivb.dates import Date, to_date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

JAARPLAN = Jaarplan(looptijd="2024", titel="Plan", acties=(Actie(id="A1", titel="Schouw"),))
VOLGEND = attrs.evolve(JAARPLAN, looptijd="2025", id="2025")
ONBEKEND = parse_datering("onbekend")
JULI = datetime.date(2024, 7, 1)


def melding(dag: str, voortgang: Voortgang = Voortgang.LOOPT, **velden: Any) -> Voortgangsmelding:  # noqa: ANN401
    return Voortgangsmelding(actie="A1", sinds=datetime.date.fromisoformat(dag), voortgang=voortgang, **velden)


def maak_dossier(*meldingen: Voortgangsmelding, plannen: tuple[Jaarplan, ...] = (JAARPLAN,)) -> Dossier:
    return attrs.evolve(LEEG, jaarplannen=plannen, voortgang=meldingen)


def derive(dossier: Dossier, dag: datetime.date = JULI, **opties: Any) -> Actiestand:  # noqa: ANN401
    (stand,) = derive_actiestanden(dossier, peildatum=dag, **opties)
    return stand


class TestLastNote:
    """The state is the last note that was so on the day and known by then."""

    def test_last_and_the_one_before(self) -> None:
        eerste, tweede, later = melding("2024-02-01"), melding("2024-06-01", percentage=40), melding("2024-08-01")
        stand = derive(maak_dossier(later, tweede, eerste))
        assert (stand.melding, stand.vorige, stand.percentage) == (tweede, eerste, 40)

    def test_a_note_that_was_not_known_yet(self) -> None:
        dossier = maak_dossier(melding("2024-06-30", bekend_sinds=datetime.date(2024, 7, 6)))
        assert derive(dossier).melding is None
        assert derive(dossier, bekend_op=datetime.date(2024, 7, 6)).voortgang is Voortgang.LOOPT

    def test_nothing_told_yet(self) -> None:
        stand = derive(maak_dossier())
        assert stand == Actiestand(actie="A1", jaarplan="2024")
        assert (stand.voortgang, stand.percentage, stand.oordeel, stand.is_geeindigd) == (None, None, None, False)
        assert stand.oordelen == {"tijd": None, "geld": None, "kwaliteit": None}

    @pytest.mark.parametrize(
        ("tijd", "geld", "ergst"),
        [
            (Oordeel.GROEN, Oordeel.ROOD, Oordeel.ROOD),
            (Oordeel.ORANJE, Oordeel.GROEN, Oordeel.ORANJE),
            (Oordeel.GRIJS, Oordeel.GROEN, Oordeel.GROEN),
            (None, Oordeel.GRIJS, Oordeel.GRIJS),
        ],
    )
    def test_the_gravest_judgement(self, tijd: Oordeel | None, geld: Oordeel, ergst: Oordeel) -> None:
        assert derive(maak_dossier(melding("2024-06-01", tijd=tijd, geld=geld))).oordeel is ergst

    def test_carried_over_with_a_reason(self) -> None:
        klaar = melding("2024-06-01", Voortgang.DOORGESCHOVEN, reden="Geen mensen.", naar="2025")
        stand = derive(maak_dossier(klaar, plannen=(JAARPLAN, VOLGEND)))
        assert (stand.is_geeindigd, stand.melding, stand.verder_in) == (True, klaar, ("2025",))


class TestPlan:
    """A note belongs to the plan that it names, else to the last plan with the action that had begun."""

    def test_without_a_plan_that_holds(self) -> None:
        assert derive_actiestanden(maak_dossier(), peildatum=datetime.date(2023, 7, 1)) == ()
        assert derive_actiestanden(maak_dossier(), peildatum=JULI, jaarplan="2030") == ()

    def test_the_plan_that_holds(self) -> None:
        dossier = maak_dossier(plannen=(JAARPLAN, VOLGEND))
        assert derive(dossier).jaarplan == "2024"
        assert derive(dossier, datetime.date(2025, 1, 1)).jaarplan == "2025"
        assert derive(dossier, datetime.date(2025, 1, 1), jaarplan="2024").jaarplan == "2024"

    def test_notes_of_two_plans(self) -> None:
        oud, nieuw = melding("2024-11-01"), melding("2025-02-01")
        genoemd = melding("2025-01-15", Voortgang.DOORGESCHOVEN, jaarplan="2024")
        dossier = maak_dossier(oud, nieuw, genoemd, plannen=(JAARPLAN, VOLGEND))
        dag = datetime.date(2025, 3, 1)
        assert derive(dossier, dag, jaarplan="2024").melding == genoemd
        assert (derive(dossier, dag).melding, derive(dossier, dag).vorige) == (nieuw, None)

    def test_a_note_from_before_the_first_plan(self) -> None:
        vroeg = melding("2023-12-01")
        assert derive(maak_dossier(vroeg)).melding == vroeg

    def test_a_plan_that_was_not_adopted_yet(self) -> None:
        later = Besluit(orgaan=Orgaan.COLLEGE, datum="2 juli 2024")
        dossier = maak_dossier(plannen=(attrs.evolve(JAARPLAN, vastgesteld=later),))
        assert derive_actiestanden(dossier, peildatum=JULI) == ()


class TestStale:
    """A state is stale from the day after the first moment of the plan that passed without a note."""

    @pytest.mark.parametrize(
        ("dag", "meldingen", "sinds"),
        [
            ("2024-06-30", [], None),
            ("2024-07-01", [], "2024-07-01"),
            ("2024-07-01", ["2024-05-31"], "2024-07-01"),
            ("2024-07-01", ["2024-06-01"], None),
            ("2024-12-01", ["2024-06-01"], "2024-12-01"),
            ("2024-12-01", ["2024-06-01", "2024-11-29"], "2024-12-01"),
            ("2024-12-01", ["2024-06-01", "2024-11-30"], None),
            ("2025-01-01", ["2024-11-30"], "2025-01-01"),
        ],
    )
    def test_moments(self, dag: str, meldingen: list[str], sinds: str | None) -> None:
        ijkmomenten = (parse_datering("juni 2024"), ONBEKEND)
        actie = Actie(id="A1", titel="Schouw", eind="november 2024", ijkmomenten=ijkmomenten)
        plan = attrs.evolve(JAARPLAN, acties=(actie,))
        dossier = maak_dossier(*map(melding, meldingen), plannen=(plan,))
        stand = derive(dossier, datetime.date.fromisoformat(dag), jaarplan="2024")
        assert stand.verouderd_sinds == (sinds and to_date(datetime.date.fromisoformat(sinds)))

    @pytest.mark.parametrize("ijkmoment", ["vóór de zomer van 2024", "uiterlijk 30 juni 2024"])
    def test_a_moment_without_a_first_day(self, ijkmoment: str) -> None:
        actie = Actie(id="A1", titel="x", eind=ONBEKEND, ijkmomenten=(parse_datering(ijkmoment),))
        plan = attrs.evolve(JAARPLAN, acties=(actie,))
        assert derive(maak_dossier(melding("2024-06-29"), plannen=(plan,))).verouderd_sinds == Date(2024, 7, 1)
        assert derive(maak_dossier(melding("2024-06-30"), plannen=(plan,))).verouderd_sinds is None

    @pytest.mark.parametrize("einde", [Voortgang.AFGEROND, Voortgang.VERVALLEN, Voortgang.DOORGESCHOVEN])
    def test_never_after_an_ending(self, einde: Voortgang) -> None:
        dossier = maak_dossier(melding("2024-02-01", einde))
        assert derive(dossier, datetime.date(2026, 1, 1), jaarplan="2024").verouderd_sinds is None


class TestAnyDossier:
    """Every action of the plan has one state, and a note is of its action, of the day or earlier, and known."""

    @given(dossiers(), st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)))
    def test_of_every_plan(self, dossier: Dossier, dag: datetime.date) -> None:
        for plan in dossier.jaarplannen:
            standen = derive_actiestanden(dossier, peildatum=dag, jaarplan=plan.id)
            assert [stand.actie for stand in standen] in ([actie.id for actie in plan.acties], [])
            for stand in standen:
                for een in filter(None, (stand.vorige, stand.melding)):
                    assert een.actie == stand.actie
                    assert max(een.sinds, een.bekend_sinds) <= dag
                assert stand.melding is not None or stand.vorige is None
