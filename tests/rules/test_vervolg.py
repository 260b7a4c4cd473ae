"""What became of the follow-up of each letter."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Bijlage,
    Dossier,
    Raadsbrief,
    Rapportage,
    Toezegging,
    Vervolgafspraak,
    Vervolgstand,
    Vervolgstatus,
    derive_vervolg,
    load,
)
from ivb.dates import Date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

DAGEN = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31))
MAART = datetime.date(2024, 3, 1)
SEPTEMBER = datetime.date(2024, 9, 1)
EIND = datetime.date(2025, 1, 1)


def brief(dag: datetime.date, *vervolg: Vervolgafspraak, naam: str = "brief-1", brengt: str = "") -> Raadsbrief:
    bijlagen = (Bijlage(titel="Notitie", document=brengt),) if brengt else ()
    return Raadsbrief(id=naam, datum=dag, onderwerp="Stand van zaken", vervolg=vervolg, bijlagen=bijlagen)


def zin(**velden: object) -> Vervolgafspraak:
    gegeven: dict[str, Any] = {"tekst": "U hoort nog van ons.", **velden}
    return Vervolgafspraak(**gegeven)


def rapportage(naam: str, *perioden: str, **velden: object) -> Rapportage:
    gegeven: dict[str, Any] = {"id": naam, "titel": "Notitie", "perioden": perioden, **velden}
    return Rapportage(**gegeven)


def toezegging(**velden: object) -> Toezegging:
    gegeven: dict[str, Any] = {"id": "tz", "datum": "2024", "onderwerp": "Evaluatie", **velden}
    return Toezegging(**gegeven)


def vind(dossier: Dossier, dag: datetime.date = EIND) -> Vervolgstand:
    (gevonden,) = derive_vervolg(dossier, peildatum=dag)
    return gevonden


def met(*brieven: Raadsbrief, **velden: object) -> Dossier:
    gegeven: dict[str, Any] = {"raadsbrieven": brieven, **velden}
    return attrs.evolve(LEEG, **gegeven)


class TestAnswer:
    """A later letter answers with a report on the whole period, or with what settles the promise."""

    H1 = zin(periode="2024-H1", termijn="najaar 2024")

    def test_report_on_the_period(self) -> None:
        dossier = met(
            brief(MAART, self.H1),
            brief(SEPTEMBER, naam="brief-2", brengt="n"),
            rapportages=(rapportage("n", "2024-H1"),),
        )
        gevonden = vind(dossier)
        assert (gevonden.status, gevonden.beantwoord, gevonden.beantwoord_door) == (
            Vervolgstatus.BEANTWOORD,
            Date(2024, 9, 1),
            "brief-2",
        )
        assert vind(dossier, datetime.date(2024, 8, 31)).status is Vervolgstatus.OPEN

    def test_report_in_two_parts(self) -> None:
        dossier = met(
            brief(MAART, self.H1),
            brief(SEPTEMBER, naam="brief-2", brengt="a"),
            brief(datetime.date(2024, 10, 1), naam="brief-3", brengt="b"),
            rapportages=(rapportage("a", "2024-K1"), rapportage("b", "2024-K2")),
        )
        assert vind(dossier).beantwoord_door == "brief-3"
        assert vind(dossier, datetime.date(2024, 9, 30)).status is Vervolgstatus.OPEN

    def test_its_own_enclosure_is_no_answer(self) -> None:
        dossier = met(brief(MAART, self.H1, brengt="n"), rapportages=(rapportage("n", "2024-H1"),))
        assert vind(dossier).status is Vervolgstatus.ONBEANTWOORD

    def test_another_letter_of_the_same_day_is(self) -> None:
        dossier = met(
            brief(MAART, self.H1, brengt="n"),
            brief(MAART, naam="brief-2", brengt="n"),
            rapportages=(rapportage("n", "2024-H1"),),
        )
        assert vind(dossier).beantwoord_door == "brief-2"

    def test_report_without_a_letter(self) -> None:
        dossier = met(brief(MAART, self.H1), rapportages=(rapportage("n", "2024-H1", datum=SEPTEMBER),))
        gevonden = vind(dossier)
        assert (gevonden.status, gevonden.beantwoord_door) == (Vervolgstatus.BEANTWOORD, None)

    @pytest.mark.parametrize(
        "velden",
        [
            {"afdoeningen": [{"sinds": SEPTEMBER}]},
            {"statuslog": [{"status": "afgedaan", "sinds": SEPTEMBER}]},
            {"statuslog": [{"status": "teruggemeld", "sinds": SEPTEMBER}]},
        ],
    )
    def test_what_settles_the_promise(self, velden: dict[str, Any]) -> None:
        gedaan = maak(velden)
        dossier = met(brief(MAART, zin(toezegging="tz", termijn="najaar 2024")), toezeggingen=(gedaan,))
        assert vind(dossier).beantwoord == Date(2024, 9, 1)

    def test_being_carried_out_is_no_answer(self) -> None:
        gedaan = maak({"statuslog": [{"status": "uitgevoerd", "sinds": SEPTEMBER}]})
        dossier = met(brief(MAART, zin(toezegging="tz", termijn="najaar 2024")), toezeggingen=(gedaan,))
        assert vind(dossier).status is Vervolgstatus.ONBEANTWOORD

    @pytest.mark.parametrize(("document", "door"), [("brief-2", "brief-2"), ("n", "brief-2"), ("brief-1", None)])
    def test_letter_that_brought_the_settlement(self, document: str, door: str | None) -> None:
        gedaan = maak({"afdoeningen": [{"sinds": datetime.date(2024, 9, 5), "document": document}]})
        dossier = met(
            brief(MAART, zin(toezegging="tz")),
            brief(SEPTEMBER, naam="brief-2", brengt="n"),
            toezeggingen=(gedaan,),
            rapportages=(rapportage("n", "2020"),),
        )
        assert vind(dossier).beantwoord_door == door

    @pytest.mark.parametrize(
        ("afdoening", "status"),
        [
            ({"sinds": MAART, "periode": "2024-H1"}, Vervolgstatus.ONBEANTWOORD),
            ({"sinds": SEPTEMBER, "periode": "2024-K1"}, Vervolgstatus.ONBEANTWOORD),
            ({"sinds": SEPTEMBER, "periode": "2024-H1"}, Vervolgstatus.BEANTWOORD),
            ({"sinds": SEPTEMBER, "periode": "2024"}, Vervolgstatus.BEANTWOORD),
            ({"sinds": SEPTEMBER}, Vervolgstatus.BEANTWOORD),
        ],
    )
    def test_a_periodic_promise_by_what_came_later_for_the_period(
        self, afdoening: dict[str, Any], status: Vervolgstatus
    ) -> None:
        afspraak = {"ritme": "halfjaarlijks"}
        statuslog = [{"status": "afgedaan", "sinds": SEPTEMBER}]
        gedaan = maak({"rapportageafspraak": afspraak, "afdoeningen": [afdoening], "statuslog": statuslog})
        sentence = zin(periode="2024-H1", termijn="najaar 2024", toezegging="tz")
        assert vind(met(brief(MAART, sentence), toezeggingen=(gedaan,))).status is status


def maak(velden: dict[str, Any]) -> Toezegging:
    """Make a promise from its fields as a file has them."""
    kop = {"bijgehouden_vanaf": "2022-01-01", "gemeente": {"naam": "A", "code": "GM0001", "plaats": "B"}}
    brieven = [{"id": naam, "datum": "2024-03-01", "onderwerp": "A"} for naam in ("brief-1", "brief-2")]
    verslag = [{"id": "n", "titel": "Notitie", "perioden": ["2020"]}]
    gegeven = {"id": "tz", "datum": "2024", "onderwerp": "Evaluatie", **velden}
    return load({**kop, "raadsbrieven": brieven, "rapportages": verslag, "toezeggingen": [gegeven]}).toezeggingen[0]


class TestNoAnswer:
    """Without an answer, what it is depends on the last day, and without one on the letters that came later."""

    @pytest.mark.parametrize(
        ("dag", "status"),
        [(datetime.date(2024, 11, 30), Vervolgstatus.OPEN), (datetime.date(2024, 12, 1), Vervolgstatus.ONBEANTWOORD)],
    )
    def test_the_last_day_itself_is_not_too_late(self, dag: datetime.date, status: Vervolgstatus) -> None:
        assert vind(met(brief(MAART, zin(periode="2024-H1", termijn="najaar 2024"))), dag).status is status

    def test_a_later_period_does_not_matter_before_the_last_day(self) -> None:
        dossier = met(
            brief(MAART, zin(periode="2024-H1", termijn="2026")),
            brief(SEPTEMBER, naam="brief-2", brengt="n"),
            rapportages=(rapportage("n", "2024-K3"),),
        )
        assert vind(dossier).status is Vervolgstatus.OPEN

    @pytest.mark.parametrize(
        ("periode", "status"), [("2024-K3", Vervolgstatus.ONBEANTWOORD), ("2023", Vervolgstatus.ONZEKER)]
    )
    @pytest.mark.parametrize("termijn", [None, "onbekend", "vanaf 1 mei 2024"])
    def test_without_a_last_day_a_later_letter_tells(
        self, periode: str, status: Vervolgstatus, termijn: str | None
    ) -> None:
        dossier = met(
            brief(MAART, zin(periode="2024-H1", termijn=termijn)),
            brief(SEPTEMBER, naam="brief-2", brengt="n"),
            rapportages=(rapportage("n", periode),),
        )
        assert vind(dossier).status is status
        assert vind(dossier, MAART).status is Vervolgstatus.OPEN

    def test_words_alone_are_uncertain_after_the_last_day(self) -> None:
        dossier = met(brief(MAART, zin(termijn="mei 2024")))
        assert vind(dossier, datetime.date(2024, 5, 31)).status is Vervolgstatus.OPEN
        assert vind(dossier).status is Vervolgstatus.ONZEKER

    def test_words_alone_are_uncertain_after_a_later_letter(self) -> None:
        assert vind(met(brief(MAART, zin()))).status is Vervolgstatus.OPEN
        assert vind(met(brief(MAART, zin()), brief(SEPTEMBER, naam="brief-2"))).status is Vervolgstatus.ONZEKER

    @pytest.mark.parametrize("termijn", [None, "onbekend"])
    def test_the_promise_tells_the_period_and_the_term(self, termijn: str | None) -> None:
        belofte = toezegging(periode="2024-H1", termijn="najaar 2024")
        gevonden = vind(met(brief(MAART, zin(toezegging="tz", termijn=termijn)), toezeggingen=(belofte,)))
        assert (str(gevonden.periode), gevonden.laatst, gevonden.status) == (
            "2024-H1",
            Date(2024, 11, 30),
            Vervolgstatus.ONBEANTWOORD,
        )

    def test_struck_is_lapsed(self) -> None:
        weg = maak({"statuslog": [{"status": "afgevoerd", "sinds": SEPTEMBER}]})
        gevonden = vind(met(brief(MAART, zin(toezegging="tz", termijn="mei 2024")), toezeggingen=(weg,)))
        assert gevonden.status is Vervolgstatus.VERVALLEN

    @pytest.mark.parametrize("termijn", [None, "december 2021"])
    def test_before_the_dossier_was_kept_is_unknown(self, termijn: str | None) -> None:
        oud = brief(datetime.date(2021, 6, 1), zin(periode="2021-H1", termijn=termijn))
        assert vind(met(oud)).status is Vervolgstatus.ONBEKEND


class TestEveryDossier:
    """An outcome for every sentence of every letter that was sent, whatever the dossier."""

    @given(dossiers(), DAGEN)
    def test_every_sentence_once(self, dossier: Dossier, dag: datetime.date) -> None:
        gevonden = derive_vervolg(dossier, peildatum=dag)
        verstuurd = [een for een in dossier.raadsbrieven if een.datum <= dag]
        assert sorted((een.raadsbrief, een.nummer) for een in gevonden) == sorted(
            (een.id, nummer) for een in verstuurd for nummer in range(len(een.vervolg))
        )
        for een in gevonden:
            assert (een.status is Vervolgstatus.BEANTWOORD) == (een.beantwoord is not None)
            assert een.beantwoord_door != een.raadsbrief
