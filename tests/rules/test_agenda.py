"""What is overdue, due soon and due later for one municipality, and why."""

import datetime
from collections.abc import Iterable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Agenda,
    Agendapunt,
    Agendasoort,
    Agendastatus,
    Besluit,
    Dageenheid,
    Doorlooptijd,
    Dossier,
    Levertermijn,
    Mijlpaal,
    Openbaarheid,
    Openbaarheidssoort,
    Orgaan,
    Profiel,
    Raadsbrief,
    Rapportageafspraak,
    Relatie,
    Relatiesoort,
    Ritme,
    Statusmelding,
    Toezegging,
    Toezeggingstatus,
    Veiligheidsbeleid,
    Vergadering,
    Vergaderkalender,
    Vergadersoort,
    Verlenging,
    derive_agenda,
    voorbeeld,
)
from ivb.dates import Date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

DAG = datetime.date(2024, 5, 1)
RAAD = Vergadering(soort=Vergadersoort.RAAD, datum=datetime.date(2024, 11, 19))
COLLEGES = tuple(
    Vergadering(soort=Vergadersoort.COLLEGE, datum=datetime.date(2024, 10, 1) + datetime.timedelta(weeks=week))
    for week in range(6)
)
GEMEENTE = attrs.evolve(
    LEEG.gemeente,
    profiel=Profiel(
        doorlooptijden=(
            Doorlooptijd(mijlpaal=Mijlpaal.COLLEGEBESLUIT, aantal=3),
            Doorlooptijd(mijlpaal=Mijlpaal.GRIFFIE, aantal=14, eenheid=Dageenheid.DAGEN),
        )
    ),
    kalender=Vergaderkalender(vergaderingen=(RAAD, *COLLEGES)),
)
HALFJAARBERICHT = Toezegging(
    id="half",
    datum="2023",
    onderwerp="Elk half jaar",
    rapportageafspraak=Rapportageafspraak(
        ritme=Ritme.HALFJAARLIJKS,
        vanaf="2024-H1",
        tot_en_met="2024-H1",
        levertermijnen=(Levertermijn(venster="najaar"),),
    ),
)


def derive(peildatum: datetime.date = DAG, **velden: object) -> Agenda:
    return derive_agenda(attrs.evolve(LEEG, **velden), peildatum=peildatum)  # type: ignore[arg-type]


def summarize(punten: Iterable[Agendapunt]) -> list[tuple[str, str, int | None]]:
    return [(punt.sleutel, punt.status.value, punt.dagen) for punt in punten]


class TestStatus:
    """Overdue is after the last day; due soon is within eight weeks; without a last day there is no term."""

    @pytest.mark.parametrize(
        ("termijn", "status", "dagen"),
        [
            ("30 april 2024", "te laat", -1),
            ("1 mei 2024", "binnenkort", 0),
            ("26 juni 2024", "binnenkort", 56),
            ("27 juni 2024", "later", 57),
            ("april 2024", "te laat", -1),
            ("mei 2024", "binnenkort", 30),
            ("vanaf 2024", "zonder termijn", None),
            ("onbekend", "zonder termijn", None),
        ],
    )
    def test_of_a_promise(self, termijn: str, status: str, dagen: int | None) -> None:
        toezegging = Toezegging(id="T", datum="2023", onderwerp="Iets", termijn=termijn)
        agenda = derive(toezeggingen=(toezegging,))
        assert summarize(agenda.punten) == [("toezegging/T", status, dagen)]
        assert agenda.punten[0].omschrijving == "Toezegging T: Iets"
        assert agenda.punten[0].waarom == "Toegezegd aan de raad: 2023."

    def test_the_first_day_comes_first_and_what_has_none_last(self) -> None:
        toezeggingen = tuple(
            Toezegging(id=f"T{nummer}", datum="2023", onderwerp="x", termijn=termijn)
            for nummer, termijn in enumerate(("onbekend", "1 juni 2024", "1 april 2024", "1 juni 2024"))
        )
        sleutels = [punt.sleutel for punt in derive(toezeggingen=toezeggingen).punten]
        assert sleutels == ["toezegging/T2", "toezegging/T1", "toezegging/T3", "toezegging/T0"]

    def test_a_term_that_must_be_explained(self) -> None:
        toezegging = Toezegging(id="T", datum="2023", onderwerp="x", termijn="vóór de zomer van 2024")
        (punt,) = derive(toezeggingen=(toezegging,)).punten
        assert [stap.tekst for stap in punt.stappen] == [
            "Termijn: vóór de zomer van 2024.",
            "Dat is uiterlijk 30 juni 2024.",
        ]
        assert punt.wanneer == "vóór de zomer van 2024, uiterlijk 30 juni 2024"

    def test_no_term(self) -> None:
        (punt,) = derive(toezeggingen=(Toezegging(id="T", datum="2023", onderwerp="x"),)).punten
        assert [stap.tekst for stap in punt.stappen] == ["Termijn: niet afgesproken."]


class TestReports:
    """A report that is owed stands in the agenda until it is there, with the road to the council as far as known."""

    def test_the_road_to_the_last_meeting_in_the_window(self) -> None:
        agenda = derive(gemeente=GEMEENTE, toezeggingen=(HALFJAARBERICHT,))
        assert summarize(agenda.punten) == [
            ("mijlpaal/half/2024-H1/collegebesluit", "later", 181),
            ("mijlpaal/half/2024-H1/griffie", "later", 188),
            ("mijlpaal/half/2024-H1/raadsvergadering", "later", 202),
            ("rapportage/half/2024-H1", "later", 213),
        ]
        assert (
            agenda.punten[0].omschrijving == "Het collegebesluit voor de rapportage over het eerste halfjaar van 2024"
        )
        assert agenda.punten[0].wanneer == "29 oktober 2024"
        (opmerking,) = agenda.opmerkingen
        assert opmerking.startswith("De laatste raadsvergadering in de kalender is op 19 november 2024; komen er")

    def test_no_meeting_of_before_the_day_itself(self) -> None:
        agenda = derive(datetime.date(2024, 11, 20), gemeente=GEMEENTE, toezeggingen=(HALFJAARBERICHT,))
        assert summarize(agenda.punten) == [("rapportage/half/2024-H1", "binnenkort", 10)]
        (opmerking,) = agenda.opmerkingen
        assert opmerking.startswith("Geen route naar de raad voor de rapportage over het eerste halfjaar van 2024: ")

    def test_not_to_a_meeting_before_the_period_is_over(self) -> None:
        """Before the summer has no first day, but nobody reports on the second half-year in November."""
        termijnen = (Levertermijn(deel="H2", venster="vóór de zomer", jaren_later=1),)
        afspraak = Rapportageafspraak(
            ritme=Ritme.HALFJAARLIJKS, vanaf="2024-H2", tot_en_met="2024-H2", levertermijnen=termijnen
        )
        toezegging = attrs.evolve(HALFJAARBERICHT, rapportageafspraak=afspraak)
        agenda = derive(datetime.date(2024, 10, 1), gemeente=GEMEENTE, toezeggingen=(toezegging,))
        assert [punt.sleutel for punt in agenda.punten] == ["rapportage/half/2024-H2"]
        assert "van 1 januari 2025 tot en met 30 juni 2025 is geen raadsvergadering bekend" in agenda.opmerkingen[0]

    def test_a_term_that_ends_before_the_period_is_over(self) -> None:
        termijnen = (Levertermijn(venster="voorjaar"),)
        afspraak = Rapportageafspraak(
            ritme=Ritme.HALFJAARLIJKS, vanaf="2024-H1", tot_en_met="2024-H1", levertermijnen=termijnen
        )
        toezegging = attrs.evolve(HALFJAARBERICHT, rapportageafspraak=afspraak)
        (opmerking,) = derive(gemeente=GEMEENTE, toezeggingen=(toezegging,)).opmerkingen
        assert opmerking.endswith("de termijn eindigt voordat de periode voorbij is.")

    def test_a_milestone_that_has_passed_is_not_told(self) -> None:
        agenda = derive(datetime.date(2024, 11, 1), gemeente=GEMEENTE, toezeggingen=(HALFJAARBERICHT,))
        assert [punt.sleutel.rpartition("/")[2] for punt in agenda.punten] == ["griffie", "raadsvergadering", "2024-H1"]

    def test_overdue_has_no_road(self) -> None:
        agenda = derive(datetime.date(2024, 12, 1), gemeente=GEMEENTE, toezeggingen=(HALFJAARBERICHT,))
        assert summarize(agenda.punten) == [("rapportage/half/2024-H1", "te laat", -1)]
        assert agenda.opmerkingen == ()

    def test_without_a_term_no_road_is_missed(self) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.JAARLIJKS, vanaf="2024", tot_en_met="2024")
        toezegging = attrs.evolve(HALFJAARBERICHT, rapportageafspraak=afspraak)
        agenda = derive(toezeggingen=(toezegging,))
        assert (summarize(agenda.punten), agenda.opmerkingen) == (
            [("rapportage/half/2024", "zonder termijn", None)],
            (),
        )

    def test_the_same_twice_has_two_keys(self) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.JAARLIJKS)
        beleid = Veiligheidsbeleid(
            id="ivb",
            titel="IVB",
            looptijd="2024",
            rapportageafspraken=(afspraak, attrs.evolve(afspraak, bron="blz. 2")),
        )
        sleutels = [punt.sleutel for punt in derive(beleid=(beleid,)).punten]
        assert sleutels == ["rapportage/ivb/2024", "rapportage/ivb/2024#2"]


class TestPromises:
    """A promise for the period of a report stands with that report; one that was reported back waits to be settled."""

    def test_the_last_promise_for_a_period_counts_wherever_it_stands(self) -> None:
        aanvulling = (Relatie(soort=Relatiesoort.VULT_AAN, toezegging="half"),)
        nieuw, oud = (
            Toezegging(id=naam, datum=datum, onderwerp=naam, periode="2024-H1", termijn=termijn, relaties=aanvulling)
            for naam, datum, termijn in (
                ("nieuw", "1 oktober 2024", "januari 2025"),
                ("oud", "23 april 2024", "september 2024"),
            )
        )
        for volgorde in ((nieuw, oud), (oud, nieuw)):
            agenda = derive(datetime.date(2024, 11, 1), toezeggingen=(*volgorde, HALFJAARBERICHT))
            assert summarize(agenda.punten) == [("rapportage/half/2024-H1", "later", 91)]

    @pytest.mark.parametrize(
        ("status", "in_agenda"),
        [
            (Toezeggingstatus.UITGEVOERD, "te laat"),
            (Toezeggingstatus.TERUGGEMELD, "af te doen"),
        ],
    )
    def test_carried_out_and_reported_back(self, status: Toezeggingstatus, in_agenda: str) -> None:
        melding = Statusmelding(status=status, sinds=datetime.date(2023, 11, 1))
        toezegging = Toezegging(id="T", datum="2023", onderwerp="x", termijn="najaar 2023", statuslog=(melding,))
        (punt,) = derive(toezeggingen=(toezegging,)).punten
        assert punt.status == in_agenda
        assert punt.waarom == f"Toegezegd aan de raad: 2023. Stand: {status}, sinds 1 november 2023."


class TestTheRest:
    """The next adoption, and the letters whose term of publication has not ended."""

    def test_twenterand(self) -> None:
        agenda = derive_agenda(voorbeeld(), peildatum=DAG)
        assert (agenda.gemeente, agenda.code, agenda.peildatum) == ("Twenterand", "GM1700", Date(2024, 5, 1))
        assert summarize(agenda.punten) == [
            ("openbaarmaking/raadsbrief-2024-04-23", "binnenkort", 6),
            ("rapportage/halfjaarlijkse-notitie/2024-H1", "later", 213),
            ("rapportage/halfjaarlijkse-notitie/2024-H2", "later", 425),
            ("rapportage/halfjaarlijkse-notitie/2025-H1", "later", 578),
            ("vaststelling/ivb-2022-2025", "later", 578),
            ("rapportage/halfjaarlijkse-notitie/2025-H2", "later", 790),
        ]
        vaststelling = agenda.punten[4]
        assert (vaststelling.soort, vaststelling.wanneer) == (
            Agendasoort.VASTSTELLING,
            "november 2025, uiterlijk 30 november 2025",
        )
        assert vaststelling.waarom == (
            "Ten minste eens in de vier jaar stelt de raad de doelen vast: opnieuw uiterlijk november 2025."
        )

    def test_the_next_policy_had_to_be_adopted(self) -> None:
        agenda = derive_agenda(voorbeeld(), peildatum=datetime.date(2025, 12, 1))
        (punt,) = [punt for punt in agenda.punten if punt.soort is Agendasoort.VASTSTELLING]
        assert (punt.status, punt.dagen) == (Agendastatus.TE_LAAT, -1)

    @pytest.mark.parametrize(
        ("verlengd", "volgende", "status", "laatst"),
        [
            ("7 oktober 2025", False, "later", Date(2029, 10, 7)),
            (None, True, "zonder termijn", None),
            (None, False, "te laat", Date(2025, 11, 9)),
        ],
    )
    def test_what_is_uncertain_is_not_overdue(
        self, verlengd: str | None, status: str, laatst: Date | None, *, volgende: bool
    ) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="9 november 2021")
        verlenging = Verlenging(
            einddatum=datetime.date(2026, 12, 31), besluit=Besluit(orgaan=Orgaan.RAAD, datum=verlengd or "onbekend")
        )
        beleid = Veiligheidsbeleid(
            id="oud",
            titel="IVB",
            looptijd="2022/2025",
            vastgesteld=besluit,
            verlengingen=(verlenging,) if verlengd else (),
        )
        nieuw = (Veiligheidsbeleid(id="nieuw", titel="IVB", looptijd="2026/2029"),) if volgende else ()
        (punt,) = derive(datetime.date(2026, 2, 1), beleid=(beleid, *nieuw)).punten
        assert (punt.sleutel, punt.status, punt.laatst) == ("vaststelling/oud", status, laatst)

    @pytest.mark.parametrize(("dag", "aantal"), [(datetime.date(2024, 5, 7), 1), (datetime.date(2024, 5, 8), 0)])
    def test_publication_until_its_last_day(self, dag: datetime.date, aantal: int) -> None:
        punten = derive_agenda(voorbeeld(), peildatum=dag).punten
        assert sum(punt.soort is Agendasoort.OPENBAARMAKING for punt in punten) == aantal

    def test_a_secret_letter_is_not_published(self) -> None:
        geheim = Openbaarheid(soort=Openbaarheidssoort.GEHEIM)
        assert derive(raadsbrieven=(Raadsbrief(id="b", datum=DAG, onderwerp="x", openbaarheid=geheim),)).punten == ()

    def test_only_the_last_policy_is_followed(self) -> None:
        besluiten = ({"orgaan": "raad", "datum": "2021"}, {"orgaan": "raad", "datum": "2023"})
        beleid = tuple(
            Veiligheidsbeleid(id=f"b{nummer}", titel="x", looptijd="2022/2025", vastgesteld=Besluit(**besluit))  # type: ignore[arg-type]
            for nummer, besluit in enumerate(besluiten)
        )
        onbekend = Veiligheidsbeleid(id="b9", titel="x", looptijd="2030/2033")
        assert [punt.sleutel for punt in derive(beleid=(*beleid, onbekend)).punten] == ["vaststelling/b1"]


class TestNotebook:
    """An agenda shows itself as a table that every reader can use."""

    def test_as_a_table(self) -> None:
        agenda = derive(toezeggingen=(Toezegging(id="T", datum="2023", onderwerp="A < B"),))
        html = attrs.evolve(agenda, opmerkingen=("Let op & kijk",))._repr_html_()
        assert html.startswith('<table lang="nl"><caption>Agenda van A op 1 mei 2024</caption><thead>')
        assert '<th scope="row">niet afgesproken</th><td>Toezegging T: A &lt; B</td><td>zonder termijn</td>' in html
        assert "1. Termijn: niet afgesproken.<br>   Bron: toezegging T, gedaan: 2023" in html
        assert html.endswith("<p>Let op &amp; kijk</p>")


class TestAnyDossier:
    """No dossier that loads makes the rule stumble; every key is given once, and every point says why."""

    @given(dossiers(), st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1)))
    def test_of_any_day(self, dossier: Dossier, peildatum: datetime.date) -> None:
        punten = derive_agenda(dossier, peildatum=peildatum).punten
        assert len({punt.sleutel for punt in punten}) == len(punten)
        assert all(punt.waarom and punt.stappen for punt in punten)
