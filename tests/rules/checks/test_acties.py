"""The checks of actions, on examples that an adviser can follow."""

import datetime
from typing import Any

import attrs
import pytest

from ivb import (
    Actie,
    Bevinding,
    Dossier,
    Ernst,
    Jaarplan,
    Ontwikkeling,
    Oordeel,
    Rapportage,
    Thema,
    Veiligheidsbeleid,
    Voortgang,
    Voortgangsmelding,
    check,
    parse_datering,
    parse_periode,
)
from ivb.dates import Date
from ivb.rules.checks.acties import ACTIES
from tests.rules.dossier import LEEG

DAG = datetime.date(2025, 7, 1)
GOED = Actie(id="A1", titel="Schouw", trekker="wijkagent", eind=parse_datering("juni 2025"))


def plan(looptijd: str, *acties: Actie) -> Jaarplan:
    return Jaarplan(looptijd=looptijd, titel=f"Plan {looptijd}", acties=acties)


def melding(dag: str, voortgang: Voortgang = Voortgang.LOOPT, **velden: Any) -> Voortgangsmelding:  # noqa: ANN401
    return Voortgangsmelding(actie="A1", sinds=datetime.date.fromisoformat(dag), voortgang=voortgang, **velden)


def maak(*meldingen: Voortgangsmelding, actie: Actie = GOED, looptijd: str = "2025") -> Dossier:
    return attrs.evolve(LEEG, jaarplannen=(plan(looptijd, actie),), voortgang=meldingen)


def vind(dossier: Dossier, code: str, dag: datetime.date = DAG) -> list[Bevinding]:
    return [een for een in check(dossier, peildatum=dag, regels=ACTIES) if een.code == code]


class TestPlanning:
    """An action has an end, or a moment to look at it; what is unknown is none."""

    @pytest.mark.parametrize(
        ("eind", "ijkmomenten", "aantal"),
        [
            (None, (), 1),
            ("onbekend", (), 1),
            ("onbekend", ("onbekend",), 1),
            ("najaar 2025", (), 0),
            (None, ("oktober 2025",), 0),
            ("onbekend", ("oktober 2025",), 0),
        ],
    )
    def test_moments(self, eind: str | None, ijkmomenten: tuple[str, ...], aantal: int) -> None:
        momenten = tuple(map(parse_datering, ijkmomenten))
        actie = attrs.evolve(GOED, eind=parse_datering(eind) if eind else None, ijkmomenten=momenten)
        assert len(vind(maak(actie=actie), "A2")) == aantal


class TestColour:
    """Orange and red come with three words of explanation; red is named before orange."""

    def test_what_is_missing_is_named(self) -> None:
        (bevinding,) = vind(
            maak(melding("2025-05-01", tijd=Oordeel.ORANJE, geld=Oordeel.ROOD, gevolg="Uitstel.")), "A3"
        )
        assert bevinding.pad == "voortgang[0]"
        assert bevinding.boodschap == (
            "Actie A1 staat op 1 mei 2025 op rood, maar zonder oorzaak en bijsturing; vul dat aan."
        )

    @pytest.mark.parametrize("oordeel", [Oordeel.GROEN, Oordeel.GRIJS, None])
    def test_green_needs_none(self, oordeel: Oordeel | None) -> None:
        assert vind(maak(melding("2025-05-01", kwaliteit=oordeel)), "A3") == []

    def test_a_note_that_is_not_known_yet(self) -> None:
        later = melding("2025-07-01", tijd=Oordeel.ROOD, bekend_sinds=datetime.date(2025, 7, 2))
        assert vind(maak(later), "A3") == []
        assert vind(maak(later), "A3", datetime.date(2025, 7, 2)) != []


class TestContradiction:
    """A note does not say that something is done and not done."""

    @pytest.mark.parametrize(
        ("voortgang", "velden", "varianten"),
        [
            (Voortgang.AFGEROND, {}, [""]),
            (Voortgang.AFGEROND, {"percentage": 99}, ["", "deels"]),
            (Voortgang.AFGEROND, {"percentage": 100, "resultaat": "Klaar."}, []),
            (Voortgang.AFGEROND, {"percentage": 0, "resultaat": "Klaar."}, ["deels"]),
            (Voortgang.NIET_GESTART, {"percentage": 1}, ["begonnen"]),
            (Voortgang.NIET_GESTART, {"percentage": 0}, []),
            (Voortgang.LOOPT, {"percentage": 100}, []),
        ],
    )
    def test_each(self, voortgang: Voortgang, velden: dict[str, Any], varianten: list[str]) -> None:
        gevonden = vind(maak(melding("2025-05-01", voortgang, **velden)), "A4")
        assert [een.variant for een in gevonden] == varianten


class TestVanished:
    """An action of a plan is somewhere in the next one, or it ended."""

    def test_carried_over_to_nowhere(self) -> None:
        dossier = attrs.evolve(
            LEEG,
            jaarplannen=(plan("2024", GOED), plan("2025")),
            voortgang=(melding("2024-12-01", Voortgang.DOORGESCHOVEN),),
        )
        (bevinding,) = vind(dossier, "A5")
        assert bevinding.variant == "doorgeschoven"

    def test_carried_over_while_the_next_plan_is_not_there(self) -> None:
        assert vind(maak(melding("2025-06-01", Voortgang.DOORGESCHOVEN)), "A5") == []

    def test_another_name(self) -> None:
        nieuw = attrs.evolve(GOED, id="B1", titel="Schouwen")
        dossier = attrs.evolve(
            LEEG, jaarplannen=(plan("2024", attrs.evolve(GOED, titel="De schouwen")), plan("2025", nieuw))
        )
        (bevinding,) = vind(dossier, "A5")
        assert "is zij daar B1 (Schouwen)? Geef die dan het id A1." in bevinding.boodschap

    def test_two_plans_follow(self) -> None:
        tweede = attrs.evolve(plan("2025"), id="b", titel="Plan ondermijning")
        (bevinding,) = vind(attrs.evolve(LEEG, jaarplannen=(plan("2024", GOED), plan("2025"), tweede)), "A5")
        assert "staat niet in Plan 2025 en Plan ondermijning" in bevinding.boodschap

    def test_a_plan_that_still_runs(self) -> None:
        """Until its plan is over, an action may still end: that is no contradiction yet."""
        dossier = attrs.evolve(LEEG, jaarplannen=(plan("2024", GOED), plan("2025")))
        (nu,) = vind(dossier, "A5", datetime.date(2024, 12, 31))
        (later,) = vind(dossier, "A5", datetime.date(2025, 1, 1))
        assert (nu.variant, nu.ernst, later.variant, later.ernst) == ("nog", Ernst.WAARSCHUWING, "", Ernst.FOUT)
        assert "meld vóór het einde van Plan 2024 wat ervan kwam" in nu.boodschap

    @pytest.mark.parametrize(
        ("naar", "aantal"), [("Jaarplan 2026", 0), ("2026/2027", 0), ("Jaarplan 2025", 1), ("later", 1), (None, 1)]
    )
    def test_carried_over_beyond_the_plans_that_are_there(self, naar: str | None, aantal: int) -> None:
        log = (melding("2024-12-01", Voortgang.DOORGESCHOVEN, naar=naar),)
        dossier = attrs.evolve(LEEG, jaarplannen=(plan("2024", GOED), plan("2025")), voortgang=log)
        assert len(vind(dossier, "A5")) == aantal

    @pytest.mark.parametrize(("vanaf", "aantal"), [("2024-12-31", 1), ("2025-01-01", 0)])
    def test_what_was_over_before_the_dossier_was_kept(self, vanaf: str, aantal: int) -> None:
        dossier = attrs.evolve(
            LEEG, bijgehouden_vanaf=datetime.date.fromisoformat(vanaf), jaarplannen=(plan("2024", GOED), plan("2025"))
        )
        assert len(vind(dossier, "A5")) == aantal


class TestStale:
    """A report tells of a state that was noted in its own period."""

    @pytest.mark.parametrize(
        ("meldingen", "varianten"),
        [
            ((), ["zonder"]),
            ((melding("2024-12-31"),), [""]),
            ((melding("2025-01-01"),), []),
            ((melding("2024-12-31", Voortgang.AFGEROND, resultaat="Klaar."),), []),
            ((melding("2025-07-01"),), ["zonder"]),
        ],
    )
    def test_period(self, meldingen: tuple[Voortgangsmelding, ...], varianten: list[str]) -> None:
        rapportage = Rapportage(
            id="r", titel="Notitie", perioden=(parse_periode("2025-H1"),), peildatum=datetime.date(2025, 6, 30)
        )
        dossier = attrs.evolve(maak(*meldingen, looptijd="2024/2025"), rapportages=(rapportage,))
        assert [een.variant for een in vind(dossier, "A8")] == varianten

    @pytest.mark.parametrize("dag", [None, datetime.date(2025, 7, 2)])
    def test_a_report_that_does_not_say_of_which_day(self, dag: datetime.date | None) -> None:
        rapportage = Rapportage(id="r", titel="Notitie", perioden=(parse_periode("2025-H1"),), peildatum=dag)
        assert vind(attrs.evolve(maak(), rapportages=(rapportage,)), "A8") == []

    def test_a_plan_of_another_year(self) -> None:
        rapportage = Rapportage(
            id="r", titel="Notitie", perioden=(parse_periode("2024-H1"),), peildatum=datetime.date(2025, 6, 30)
        )
        assert vind(attrs.evolve(maak(), rapportages=(rapportage,)), "A8") == []

    @pytest.mark.parametrize(
        ("begin", "vanaf", "aantal"),
        [
            (None, "2022-01-01", 1),
            ("juni 2025", "2022-01-01", 1),
            ("juli 2025", "2022-01-01", 0),
            (None, "2025-06-30", 1),
            (None, "2025-07-01", 0),
        ],
    )
    def test_what_cannot_be_told_yet_or_any_more(self, begin: str | None, vanaf: str, aantal: int) -> None:
        rapportage = Rapportage(
            id="r", titel="Notitie", perioden=(parse_periode("2025-H1"),), peildatum=datetime.date(2025, 6, 30)
        )
        dossier = maak(actie=attrs.evolve(GOED, begin=begin and parse_datering(begin)))
        dossier = attrs.evolve(dossier, bijgehouden_vanaf=datetime.date.fromisoformat(vanaf), rapportages=(rapportage,))
        assert len(vind(dossier, "A8")) == aantal


class TestPast:
    """What should have been done by the day is not running or green."""

    @pytest.mark.parametrize(
        ("een", "aantal"),
        [
            (melding("2025-05-01"), 1),
            (melding("2025-05-01", tijd=Oordeel.GROEN), 1),
            (melding("2025-05-01", Voortgang.DOORLOPEND, tijd=Oordeel.GROEN), 1),
            (melding("2025-05-01", Voortgang.NIET_GESTART, tijd=Oordeel.ROOD), 0),
            (melding("2025-05-01", Voortgang.VERVALLEN), 0),
            (None, 0),
        ],
    )
    def test_state(self, een: Voortgangsmelding | None, aantal: int) -> None:
        assert len(vind(maak(*([een] if een else [])), "A9")) == aantal

    def test_not_on_the_last_day_itself(self) -> None:
        dossier = maak(melding("2025-05-01"))
        assert vind(dossier, "A9", datetime.date(2025, 6, 30)) == []
        assert len(vind(dossier, "A9", datetime.date(2025, 7, 1))) == 1

    @pytest.mark.parametrize("eind", [None, parse_datering("onbekend")])
    def test_no_end(self, eind: Any) -> None:  # noqa: ANN401
        assert vind(maak(melding("2025-05-01"), actie=attrs.evolve(GOED, eind=eind)), "A9") == []

    def test_late_and_explained(self) -> None:
        """What the mending of the rule asks, mends it."""
        uitleg: dict[str, Any] = {"oorzaak": "Ziekte.", "gevolg": "Uitstel."}
        half = melding("2025-06-30", tijd=Oordeel.ROOD, **uitleg)
        heel = melding("2025-06-30", tijd=Oordeel.ROOD, bijsturing="Inhuur.", **uitleg)
        assert len(vind(maak(half), "A9")) == 1
        assert vind(maak(heel), "A9") == []


class TestTakenUp:
    """Of an action that a later plan took up, the earlier plan says nothing any more."""

    VROEGER = attrs.evolve(GOED, eind=parse_datering("november 2024"))

    @pytest.mark.parametrize("volgend", ["2025", "2026"])
    def test_past_its_planning(self, volgend: str) -> None:
        dossier = attrs.evolve(
            LEEG, jaarplannen=(plan("2024", self.VROEGER), plan(volgend, GOED)), voortgang=(melding("2024-12-15"),)
        )
        verwacht = [] if volgend == "2025" else ["jaarplannen[2024].acties[A1].eind"]
        assert [een.pad for een in vind(dossier, "A9")] == verwacht

    def test_no_moment_to_look_at_it(self) -> None:
        dossier = attrs.evolve(
            LEEG,
            jaarplannen=(plan("2024", GOED), plan("2025", GOED)),
            voortgang=(melding("2024-12-15", Voortgang.DOORLOPEND), melding("2025-06-15", Voortgang.DOORLOPEND)),
        )
        assert [een.pad for een in vind(dossier, "A7")] == ["jaarplannen[2025].acties[A1].ijkmomenten"]

    def test_an_unknown_moment_is_none(self) -> None:
        actie = attrs.evolve(GOED, ijkmomenten=(parse_datering("onbekend"),))
        assert len(vind(maak(melding("2025-05-01", Voortgang.DOORLOPEND), actie=actie), "A7")) == 1


class TestSlipping:
    """An action that keeps slipping is told of once, for as long as it has not ended."""

    @pytest.mark.parametrize(
        ("laatste", "paden"),
        [
            (melding("2025-05-01"), ["jaarplannen[2024].acties[A1]"]),
            (melding("2025-05-01", Voortgang.DOORGESCHOVEN), ["jaarplannen[2025].acties[A1]"]),
            (melding("2025-05-01", Voortgang.AFGEROND, resultaat="Klaar."), []),
            (melding("2025-05-01", Voortgang.VERVALLEN), []),
        ],
    )
    def test_each(self, laatste: Voortgangsmelding, paden: list[str]) -> None:
        eerder = (melding("2023-12-01", Voortgang.DOORGESCHOVEN), melding("2024-12-01", Voortgang.DOORGESCHOVEN))
        plannen = tuple(plan(jaar, GOED) for jaar in ("2023", "2024", "2025"))
        dossier = attrs.evolve(LEEG, jaarplannen=plannen, voortgang=(*eerder, laatste))
        assert [een.pad for een in vind(dossier, "A6")] == paden


class TestRepeated:
    """A text that is the same as the time before says nothing new."""

    @pytest.mark.parametrize(
        ("teksten", "paden"),
        [
            (("Zo.", "Zo."), ["voortgang[1].toelichting"]),
            (("Zo.", "Anders.", "Zo."), []),
            (("Zo.", None, "Zo."), ["voortgang[2].toelichting"]),
            (("Zo.", "zo."), []),
        ],
    )
    def test_notes(self, teksten: tuple[str | None, ...], paden: list[str]) -> None:
        log = (melding(f"2025-0{maand}-01", toelichting=tekst) for maand, tekst in enumerate(teksten, 1))
        assert [een.pad for een in vind(maak(*log), "A10")] == paden

    def test_two_notes_of_one_day(self) -> None:
        log = (melding("2025-05-01", toelichting="Zo."), melding("2025-05-01", toelichting="Zo."))
        assert vind(maak(*log), "A10") == []

    def test_themes(self) -> None:
        beleid = Veiligheidsbeleid(
            id="ivb", titel="IVB", looptijd="2022/2025", themas=(Thema(id="t", naam="T"), Thema(id="u", naam="U"))
        )

        def rapportage(periode: str, tekst: str, datum: Date | None = None) -> Rapportage:
            delen = (Ontwikkeling(thema="t", tekst=tekst), Ontwikkeling(thema="u", tekst=f"Over {periode}."))
            perioden = (parse_periode(periode),)
            return Rapportage(id=periode, titel=periode, perioden=perioden, ontwikkelingen=delen, datum=datum)

        rapportages = (
            rapportage("2024-H1", "Rustig."),
            rapportage("2024-H2", "Rustig.", Date(2025, 3, 1)),
            rapportage("2025-H1", "Rustig.", Date(2025, 9, 1)),
        )
        dossier = attrs.evolve(LEEG, beleid=(beleid,), rapportages=rapportages)
        (bevinding,) = vind(dossier, "A10")
        assert bevinding.pad == "rapportages[2024-H2].ontwikkelingen[0].tekst"
        assert "letterlijk hetzelfde als de rapportage over het eerste halfjaar van 2024" in bevinding.boodschap
