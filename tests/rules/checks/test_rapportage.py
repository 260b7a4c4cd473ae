"""The checks of reports, by hand."""

import datetime
from typing import Any

import pytest

from ivb import Bevinding, Dossier, Ernst, load
from ivb.dates import Date, parse_datering
from ivb.model.gemeente import Gemeente, Reces, Vergaderkalender
from ivb.rules.checks.rapportage import RAPPORTAGE, format_over, is_aanname

KOP: dict[str, Any] = {"bijgehouden_vanaf": "2024-01-01", "gemeente": {"naam": "A", "code": "GM0001", "plaats": "A"}}
MEI = {"venster": "uiterlijk 1 mei", "jaren_later": 1}


def afspraak(**velden: object) -> dict[str, Any]:
    return {"ritme": "jaarlijks", "vanaf": "2024", "tot_en_met": "2024", "levertermijnen": [MEI], **velden}


def met_beleid(*afspraken: dict[str, Any], **velden: object) -> Dossier:
    beleid = {"id": "ivb", "titel": "IVB", "looptijd": "2024/2027", "rapportageafspraken": list(afspraken)}
    return load({**KOP, "beleid": [beleid], **velden})


def met_drempel(dagen: int) -> dict[str, Any]:
    return {**KOP["gemeente"], "profiel": {"drempels": {"vertraging": dagen}}}


def notitie(naam: str, *perioden: str, **velden: object) -> dict[str, Any]:
    return {"id": naam, "titel": f"Notitie {naam}", "perioden": list(perioden), **velden}


def brief(naam: str, dag: str, *stukken: str, **velden: object) -> dict[str, Any]:
    bijlagen = [{"titel": stuk, "document": stuk} for stuk in stukken]
    return {"id": naam, "datum": dag, "onderwerp": "Stand van zaken", "bijlagen": bijlagen, **velden}


def vind(code: str, dossier: Dossier, dag: datetime.date) -> list[Bevinding]:
    regel = next(een for een in RAPPORTAGE if een.code == code)
    return list(regel(dossier, Date(dag.year, dag.month, dag.day)))


def kort(code: str, dossier: Dossier, dag: datetime.date) -> list[tuple[str, str, Ernst]]:
    return [(een.pad, een.variant, een.ernst) for een in vind(code, dossier, dag)]


class TestAssumption:
    """The last day of a season is an assumption until its year is over, unless the municipality says otherwise."""

    GEMEENTE = Gemeente(naam="A", code="GM0001", plaats="A")

    @pytest.mark.parametrize(
        ("termijn", "peildatum", "uitkomst"),
        [
            ("najaar 2024", Date(2024, 12, 31), True),
            ("najaar 2024", Date(2025, 1, 1), False),
            ("vóór de zomer van 2024", Date(2024, 7, 1), True),
            ("november 2024", Date(2024, 12, 1), False),
        ],
    )
    def test_by_the_year(self, termijn: str, peildatum: Date, *, uitkomst: bool) -> None:
        datering = parse_datering(termijn)
        assert datering.laatst
        assert is_aanname(self.GEMEENTE, datering, datering.laatst, peildatum) is uitkomst

    def test_a_known_recess_is_none(self) -> None:
        reces = Reces(naam="zomerreces", begindatum=Date(2024, 7, 13), einddatum=Date(2024, 8, 25))
        gemeente = Gemeente(naam="A", code="GM0001", plaats="A", kalender=Vergaderkalender(recessen=(reces,)))
        termijn = parse_datering("vóór de zomer van 2024")
        assert not is_aanname(gemeente, termijn, Date(2024, 7, 12), Date(2024, 7, 20))

    def test_without_a_term(self) -> None:
        assert not is_aanname(self.GEMEENTE, None, Date(2024, 7, 12), Date(2024, 7, 20))


class TestGaps:
    """R1: what was promised and is not there the day after its last day."""

    PAD = "beleid[ivb].rapportageafspraken"

    @pytest.mark.parametrize(("dag", "aantal"), [(datetime.date(2025, 5, 1), 0), (datetime.date(2025, 5, 2), 1)])
    def test_the_last_day_itself_is_not_too_late(self, dag: datetime.date, aantal: int) -> None:
        assert kort("R1", met_beleid(afspraak()), dag) == [(self.PAD, "", Ernst.FOUT)] * aantal

    def test_a_season_is_a_warning_until_its_year_is_over(self) -> None:
        dossier = met_beleid(afspraak(levertermijnen=[{"venster": "voorjaar", "jaren_later": 1}]))
        assert kort("R1", dossier, datetime.date(2025, 12, 31)) == [(self.PAD, "aanname", Ernst.WAARSCHUWING)]
        assert kort("R1", dossier, datetime.date(2026, 1, 1)) == [(self.PAD, "", Ernst.FOUT)]

    def test_without_a_term_there_is_no_gap(self) -> None:
        assert kort("R1", met_beleid(afspraak(levertermijnen=[])), datetime.date(2030, 1, 1)) == []

    def test_what_was_due_before_the_dossier_was_kept_is_unknown(self) -> None:
        dossier = met_beleid(afspraak(vanaf="2020", tot_en_met="2022"))
        assert [een.parameters["over"] for een in vind("R1", dossier, datetime.date(2025, 1, 1))] == []
        later = met_beleid(afspraak(vanaf="2020", tot_en_met="2023"))
        assert [een.parameters["over"] for een in vind("R1", later, datetime.date(2025, 1, 1))] == [("2023",)]

    def test_the_months_that_are_missing(self) -> None:
        verslag = [notitie("a", "2024-K2", datum="2024-08-01")]
        (een,) = vind("R1", met_beleid(afspraak(), rapportages=verslag), datetime.date(2025, 6, 1))
        assert een.parameters["over"] == ("het eerste kwartaal van 2024", "het tweede halfjaar van 2024")

    def test_a_promise_names_itself(self) -> None:
        toezegging = {"id": "tz", "datum": "2024-01-15", "onderwerp": "Notitie", "rapportageafspraak": afspraak()}
        dossier = load({**KOP, "toezeggingen": [toezegging]})
        pad = "toezeggingen[tz].rapportageafspraak"
        assert kort("R1", dossier, datetime.date(2025, 6, 1)) == [(pad, "", Ernst.FOUT)]

    def test_a_letter_of_a_later_day_does_not_count(self) -> None:
        verslag = [notitie("a", "2024")]
        dossier = met_beleid(afspraak(), rapportages=verslag, raadsbrieven=[brief("b", "2025-06-10", "a")])
        assert len(vind("R1", dossier, datetime.date(2025, 6, 9))) == 1
        assert vind("R1", dossier, datetime.date(2025, 6, 10)) == []


class TestOverlap:
    """R1: what is told of more often than it was promised is told by the later report."""

    DAG = datetime.date(2025, 4, 1)
    TWEE = (notitie("a", "2024-H1", datum="2024-09-01"), notitie("b", "2024", datum="2025-03-01"))

    def test_the_later_report(self) -> None:
        (een,) = vind("R1", met_beleid(afspraak(), rapportages=list(self.TWEE)), self.DAG)
        assert (een.pad, een.variant, een.ernst) == ("rapportages[b].perioden", "dubbel", Ernst.FOUT)
        assert een.parameters["over"] == ("het eerste halfjaar van 2024",)
        assert een.parameters["eerder"] == ("Notitie a",)

    def test_two_agreements_may_have_two_reports(self) -> None:
        halfjaarlijks = afspraak(ritme="halfjaarlijks", levertermijnen=[])
        assert vind("R1", met_beleid(afspraak(), halfjaarlijks, rapportages=list(self.TWEE)), self.DAG) == []

    def test_what_was_not_promised_may_be_told_twice(self) -> None:
        dossier = met_beleid(afspraak(vanaf="2025", tot_en_met="2025"), rapportages=list(self.TWEE))
        assert vind("R1", dossier, self.DAG) == []


class TestDelay:
    """R2: a report that came after its last day, or after the days that the municipality set."""

    DAG = datetime.date(2025, 12, 1)

    @pytest.mark.parametrize(("datum", "aantal"), [("2025-05-01", 0), ("2025-05-02", 1)])
    def test_the_last_day_itself_is_on_time(self, datum: str, aantal: int) -> None:
        gevonden = vind("R2", met_beleid(afspraak(), rapportages=[notitie("a", "2024", datum=datum)]), self.DAG)
        assert [een.parameters["dagen"] for een in gevonden] == ["1 dag"] * aantal
        assert [een.pad for een in gevonden] == ["rapportages[a].datum"] * aantal

    def test_the_days_of_the_agreement(self) -> None:
        dossier = met_beleid(
            afspraak(levertermijnen=[], vertraging=60), rapportages=[notitie("a", "2024", datum="2025-03-02")]
        )
        assert kort("R2", dossier, self.DAG) == [("rapportages[a].datum", "", Ernst.WAARSCHUWING)]

    def test_the_letter_is_what_was_late(self) -> None:
        brieven = [brief("b", "2025-06-10", "a")]
        verslag = [notitie("a", "2024", datum="2025-03-02")]
        dossier = met_beleid(afspraak(), rapportages=verslag, raadsbrieven=brieven)
        assert kort("R2", dossier, self.DAG) == [("raadsbrieven[b].datum", "", Ernst.WAARSCHUWING)]

    def test_a_season_is_for_information_in_its_own_year(self) -> None:
        voorjaar = afspraak(levertermijnen=[{"venster": "voorjaar", "jaren_later": 1}])
        dossier = met_beleid(voorjaar, rapportages=[notitie("a", "2024", datum="2025-06-02")])
        assert kort("R2", dossier, self.DAG) == [("rapportages[a].datum", "aanname", Ernst.INFO)]

    @pytest.mark.parametrize(("dagen", "aantal"), [(60, 1), (61, 0)])
    def test_the_days_of_the_municipality(self, dagen: int, aantal: int) -> None:
        verslag = [notitie("a", "2024", datum="2025-03-02")]
        dossier = met_beleid(afspraak(), rapportages=verslag, gemeente=met_drempel(dagen))
        assert kort("R2", dossier, self.DAG) == [("rapportages[a].datum", "drempel", Ernst.WAARSCHUWING)] * aantal

    def test_a_report_that_is_owed_twice_is_told_once(self) -> None:
        verslag = [notitie("a", "2024", datum="2025-06-10")]
        assert len(vind("R2", met_beleid(afspraak(), afspraak(), rapportages=verslag), self.DAG)) == 1

    @pytest.mark.parametrize(("dag", "aantal"), [(datetime.date(2025, 1, 30), 0), (datetime.date(2025, 1, 31), 1)])
    def test_waiting_for_a_report_without_a_term(self, dag: datetime.date, aantal: int) -> None:
        dossier = met_beleid(afspraak(levertermijnen=[]), gemeente=met_drempel(30))
        pad = "beleid[ivb].rapportageafspraken"
        assert kort("R2", dossier, dag) == [(pad, "wacht", Ernst.WAARSCHUWING)] * aantal

    def test_what_is_past_its_term_is_told_by_the_gap(self) -> None:
        dossier = met_beleid(afspraak(), gemeente=met_drempel(30))
        assert vind("R2", dossier, self.DAG) == []
        assert len(vind("R1", dossier, self.DAG)) == 1


class TestReportingDate:
    """R3: nobody can tell how things stand on a day that is still to come."""

    DAG = datetime.date(2025, 4, 1)

    @pytest.mark.parametrize(
        ("velden", "varianten"),
        [
            ({"peildatum": "2024-12-31", "datum": "2024-12-31"}, []),
            ({"peildatum": "2024-12-31", "datum": "2024-12-30"}, [""]),
            ({"peildatum": "2024-12-31"}, []),
            ({"datum": "2024-12-30"}, []),
            ({"peildatum": "2025-03-10"}, []),
            ({"peildatum": "2025-03-11"}, ["brief"]),
            ({"peildatum": "2025-03-11", "datum": "2025-03-11"}, ["brief"]),
            ({"peildatum": "2025-06-11", "datum": "2025-06-10"}, []),
        ],
    )
    def test_after_the_document_or_its_letter(self, velden: dict[str, Any], varianten: list[str]) -> None:
        brieven = [brief("b", "2025-03-10", "a")]
        dossier = load({**KOP, "rapportages": [notitie("a", "2024", **velden)], "raadsbrieven": brieven})
        assert kort("R3", dossier, self.DAG) == [
            ("rapportages[a].peildatum", variant, Ernst.FOUT) for variant in varianten
        ]

    def test_a_report_that_no_letter_brought(self) -> None:
        dossier = load({**KOP, "rapportages": [notitie("a", "2024", peildatum="2026-01-01")]})
        assert kort("R3", dossier, self.DAG) == []


class TestFollowUp:
    """R4: what no later letter answers; without certainty it is for information."""

    PAD = "raadsbrieven[b].vervolg[0]"

    @pytest.mark.parametrize(
        ("afspraak_", "variant", "ernst"),
        [
            ({"periode": "2024-H1", "termijn": "mei 2024"}, "", Ernst.WAARSCHUWING),
            ({"periode": "2024-H1", "termijn": "voorjaar 2024"}, "aanname", Ernst.INFO),
            ({"periode": "2023-H1"}, "ingehaald", Ernst.WAARSCHUWING),
            ({"periode": "2024-H1"}, "vaag", Ernst.INFO),
            ({"toezegging": "tz"}, "vaag", Ernst.INFO),
            ({}, "los", Ernst.INFO),
            ({"termijn": "mei 2024"}, "los", Ernst.INFO),
        ],
    )
    def test_by_what_it_names(self, afspraak_: dict[str, Any], variant: str, ernst: Ernst) -> None:
        vervolg = [{"tekst": "U hoort van ons.", **afspraak_}]
        dossier = load(
            {
                **KOP,
                "toezeggingen": [{"id": "tz", "datum": "2024", "onderwerp": "Evaluatie"}],
                "rapportages": [notitie("a", "2023-H2")],
                "raadsbrieven": [brief("b", "2024-03-01", vervolg=vervolg), brief("c", "2024-04-01", "a")],
            }
        )
        assert kort("R4", dossier, datetime.date(2024, 6, 1)) == [(self.PAD, variant, ernst)]

    def test_a_promise_is_named(self) -> None:
        vervolg = [{"tekst": "U hoort van ons.", "toezegging": "tz", "termijn": "mei 2024"}]
        toezegging = {"id": "tz", "datum": "2024", "onderwerp": "Evaluatie"}
        dossier = load(
            {**KOP, "toezeggingen": [toezegging], "raadsbrieven": [brief("b", "2024-03-01", vervolg=vervolg)]}
        )
        (een,) = vind("R4", dossier, datetime.date(2024, 6, 1))
        assert een.boodschap == (
            "De brief van 1 maart 2024 (Stand van zaken) belooft onder VERVOLG wat toezegging tz inhoudt, uiterlijk op "
            "31 mei 2024; geen latere brief geeft daar antwoord op."
        )

    def test_an_answer_or_a_term_to_come_is_nothing(self) -> None:
        vervolg = [{"tekst": "U hoort van ons.", "periode": "2024-H1", "termijn": "najaar 2024"}]
        brieven = [brief("b", "2024-03-01", vervolg=vervolg), brief("c", "2024-09-01", "a")]
        dossier = load({**KOP, "rapportages": [notitie("a", "2024-H1")], "raadsbrieven": brieven})
        assert kort("R4", dossier, datetime.date(2024, 6, 1)) == []
        assert kort("R4", dossier, datetime.date(2025, 6, 1)) == []


def test_periods_in_words() -> None:
    perioden = [een for een in met_beleid(afspraak()).beleid[0].rapportageafspraken if een.vanaf]
    assert format_over(een.vanaf for een in perioden if een.vanaf) == ("2024",)
