"""The checks of promises, by hand."""

import datetime
from typing import Any

import pytest

from ivb import Bevinding, Dossier, Ernst, load
from ivb.dates import Date
from ivb.rules.checks.toezeggingen import TOEZEGGINGEN

KOP: dict[str, Any] = {"bijgehouden_vanaf": "2024-01-01", "gemeente": {"naam": "A", "code": "GM0001", "plaats": "A"}}
DAG = datetime.date(2025, 7, 1)
AFSPRAAK: dict[str, Any] = {"ritme": "halfjaarlijks", "vanaf": "2025-H1"}


def met(**velden: object) -> Dossier:
    return met_alle([velden])


def met_alle(toezeggingen: list[dict[str, Any]], **velden: object) -> Dossier:
    gewoon = {"id": "tz", "datum": "2024-01-15", "onderwerp": "Evaluatie"}
    return load({**KOP, "toezeggingen": [{**gewoon, **een} for een in toezeggingen], **velden})


def status(naam: str, sinds: str = "2025-02-01") -> dict[str, str]:
    return {"status": naam, "sinds": sinds}


def vind(code: str, dossier: Dossier, dag: datetime.date = DAG) -> list[Bevinding]:
    regel = next(een for een in TOEZEGGINGEN if een.code == code)
    return list(regel(dossier, Date(dag.year, dag.month, dag.day)))


def kort(code: str, dossier: Dossier, dag: datetime.date = DAG) -> list[tuple[str, str, Ernst]]:
    return [(een.pad.partition(".")[2], een.variant, een.ernst) for een in vind(code, dossier, dag)]


class TestNoTerm:
    """T1: an open promise of which nobody said when."""

    @pytest.mark.parametrize("termijn", ["onbekend", None])
    def test_unknown(self, termijn: str | None) -> None:
        velden = {"termijn": termijn} if termijn else {}
        assert kort("T1", met(**velden)) == [("termijn", "", Ernst.WAARSCHUWING)]

    @pytest.mark.parametrize(
        "velden",
        [
            {"termijn": "najaar 2025"},
            {"termijn": "vanaf 2025"},
            {"statuslog": [status("uitgevoerd")]},
            {"statuslog": [status("teruggemeld")]},
            {"statuslog": [status("afgedaan")]},
            {"datum": "2026"},
            {"rapportageafspraak": {**AFSPRAAK, "vertraging": 60}},
            {"rapportageafspraak": {**AFSPRAAK, "levertermijnen": [{"deel": "H1", "venster": "najaar"}]}},
        ],
    )
    def test_none_is_needed_or_there_is_one(self, velden: dict[str, Any]) -> None:
        assert kort("T1", met(**velden)) == []

    def test_periodic(self) -> None:
        gevonden = [("rapportageafspraak.levertermijnen", "periodiek", Ernst.WAARSCHUWING)]
        assert kort("T1", met(rapportageafspraak=AFSPRAAK)) == gevonden
        zonder_dag = {"ritme": "halfjaarlijks"}
        assert kort("T1", met(datum="onbekend", rapportageafspraak=zonder_dag)) == gevonden

    def test_periodic_of_which_all_was_delivered(self) -> None:
        afspraak = {**AFSPRAAK, "tot_en_met": "2025-H1"}
        verslag = {"id": "a", "titel": "Notitie", "perioden": ["2025-H1"], "datum": "2025-07-01"}
        assert kort("T1", met_alle([{"rapportageafspraak": afspraak}], rapportages=[verslag])) == []


class TestOverdue:
    """T2: only after the last possible day."""

    @pytest.mark.parametrize(("dag", "aantal"), [(datetime.date(2025, 5, 31), 0), (datetime.date(2025, 6, 1), 1)])
    def test_the_last_day_itself_is_not_too_late(self, dag: datetime.date, aantal: int) -> None:
        assert kort("T2", met(termijn="mei 2025"), dag) == [("termijn", "", Ernst.WAARSCHUWING)] * aantal

    def test_a_season_is_for_information_in_its_own_year(self) -> None:
        assert kort("T2", met(termijn="voorjaar 2025")) == [("termijn", "aanname", Ernst.INFO)]
        assert kort("T2", met(termijn="najaar 2024")) == [("termijn", "", Ernst.WAARSCHUWING)]

    def test_the_season_of_the_municipality(self) -> None:
        gemeente = {**KOP["gemeente"], "profiel": {"seizoenen": {"voorjaar": "1-2/30-6"}}}
        dossier = met_alle([{"termijn": "voorjaar 2025"}], gemeente=gemeente)
        assert kort("T2", dossier, datetime.date(2025, 6, 30)) == []
        assert kort("T2", dossier) == [("termijn", "", Ernst.WAARSCHUWING)]

    @pytest.mark.parametrize(
        "velden",
        [
            {},
            {"termijn": "vanaf 2024"},
            {"termijn": "mei 2025", "statuslog": [status("uitgevoerd")]},
            {"termijn": "mei 2025", "statuslog": [status("teruggemeld")]},
            {"termijn": "mei 2025", "rapportageafspraak": AFSPRAAK},
            {"termijn": "december 2023", "datum": "2023"},
        ],
    )
    def test_what_is_not_overdue_or_not_known(self, velden: dict[str, Any]) -> None:
        assert kort("T2", met(**velden)) == []

    def test_before_the_dossier_was_kept_but_said_to_be_open(self) -> None:
        dossier = met(datum="2023", termijn="december 2023", statuslog=[status("open")])
        assert kort("T2", dossier) == [("termijn", "", Ernst.WAARSCHUWING)]

    def test_what_sets_the_term_of_a_report_is_told_by_the_report(self) -> None:
        relaties = [{"soort": "vult aan", "toezegging": "notities"}]
        eenmalig = {"periode": "2025-H1", "termijn": "1 juni 2025", "relaties": relaties}
        dossier = met_alle([{"id": "notities", "rapportageafspraak": AFSPRAAK}, eenmalig])
        assert kort("T2", dossier) == []


class TestNotReportedBack:
    """T3: carried out, and the council heard nothing."""

    def test_the_note_that_says_so(self) -> None:
        dossier = met(statuslog=[status("uitgevoerd"), status("open", "2024-02-01")])
        assert kort("T3", dossier) == [("statuslog[0]", "", Ernst.WAARSCHUWING)]

    @pytest.mark.parametrize(
        "velden",
        [
            {},
            {"statuslog": [status("uitgevoerd"), status("teruggemeld", "2025-03-01")]},
            {"statuslog": [status("uitgevoerd"), status("teruggemeld")]},
            {"statuslog": [status("teruggemeld"), status("uitgevoerd")]},
            {"statuslog": [status("uitgevoerd", "2025-07-02")]},
            {"statuslog": [status("uitgevoerd")], "afdoeningen": [{"sinds": "2025-03-01"}]},
            {"statuslog": [status("uitgevoerd")], "rapportageafspraak": AFSPRAAK},
        ],
    )
    def test_nothing_to_tell(self, velden: dict[str, Any]) -> None:
        assert kort("T3", met(**velden)) == []


class TestStruck:
    """T4: only the council strikes."""

    LOG = (status("afgevoerd"),)

    def test_without_a_decision(self) -> None:
        assert kort("T4", met(statuslog=list(self.LOG))) == [("afvoerbesluit", "", Ernst.FOUT)]

    @pytest.mark.parametrize("log", [LOG, ()])
    def test_by_another_organ(self, log: tuple[dict[str, str], ...]) -> None:
        besluit = {"orgaan": "college", "datum": "februari 2025"}
        gevonden = vind("T4", met(statuslog=list(log), afvoerbesluit=besluit))
        assert [een.pad for een in gevonden] == ["toezeggingen[tz].afvoerbesluit.orgaan"]
        assert "afgevoerd door het college;" in gevonden[0].boodschap

    @pytest.mark.parametrize("datum", ["1 februari 2025", "juli 2025", "onbekend"])
    def test_by_the_council(self, datum: str) -> None:
        assert kort("T4", met(statuslog=list(self.LOG), afvoerbesluit={"orgaan": "raad", "datum": datum})) == []

    @pytest.mark.parametrize("velden", [{"datum": "2 juli 2025"}, {"datum": "2025", "bekend_sinds": "2025-07-02"}])
    def test_a_decision_of_a_later_day_does_not_count(self, velden: dict[str, str]) -> None:
        besluit = {"orgaan": "raad", **velden}
        assert kort("T4", met(statuslog=list(self.LOG), afvoerbesluit=besluit)) == [("afvoerbesluit", "", Ernst.FOUT)]
        assert kort("T4", met(afvoerbesluit={**besluit, "orgaan": "college"})) == []

    def test_before_the_dossier_was_kept_it_is_not_known(self) -> None:
        dossier = met(datum="2022", statuslog=[status("afgevoerd", "2023-12-31")])
        assert kort("T4", dossier) == [("afvoerbesluit", "eerder", Ernst.WAARSCHUWING)]

    def test_open_again(self) -> None:
        assert kort("T4", met(statuslog=[*self.LOG, status("open", "2025-03-01")])) == []


class TestSettledWithWhat:
    """T5: a settlement names its document."""

    def test_the_settlement_that_names_none(self) -> None:
        afdoeningen = [{"sinds": "2025-02-01", "omschrijving": "brief"}, {"sinds": "2025-03-01"}]
        assert kort("T5", met(afdoeningen=afdoeningen)) == [("afdoeningen[1].document", "", Ernst.WAARSCHUWING)]

    def test_the_log_alone(self) -> None:
        assert kort("T5", met(statuslog=[status("afgedaan")])) == [("afdoeningen", "", Ernst.WAARSCHUWING)]

    @pytest.mark.parametrize(
        "velden",
        [
            {"statuslog": [status("afgedaan")], "afdoeningen": [{"sinds": "2025-02-01", "document": "tz-brief"}]},
            {"statuslog": [status("afgedaan")], "rapportageafspraak": AFSPRAAK},
            {"statuslog": [status("open")]},
            {"afdoeningen": [{"sinds": "2025-07-02"}]},
            {"afdoeningen": [{"sinds": "2025-02-01", "bekend_sinds": "2025-07-02"}]},
        ],
    )
    def test_nothing_to_tell(self, velden: dict[str, Any]) -> None:
        brieven = [{"id": "tz-brief", "datum": "2025-02-01", "onderwerp": "Evaluatie"}]
        assert kort("T5", met_alle([velden], raadsbrieven=brieven)) == []


class TestNextDueDate:
    """T6: what is still to come of every open promise."""

    @pytest.mark.parametrize(
        ("termijn", "varianten"),
        [
            ("1 juli 2025", [""]),
            ("30 juni 2025", []),
            ("najaar 2025", [""]),
            ("vanaf 1 juli 2025", ["vanaf"]),
            ("vanaf 30 juni 2025", []),
            ("onbekend", []),
        ],
    )
    def test_a_day_or_a_window_to_come(self, termijn: str, varianten: list[str]) -> None:
        assert kort("T6", met(termijn=termijn)) == [("termijn", variant, Ernst.INFO) for variant in varianten]

    def test_the_next_report_of_a_periodic_promise(self) -> None:
        termijnen = [{"deel": "H1", "venster": "najaar"}, {"deel": "H2", "venster": "voorjaar", "jaren_later": 1}]
        dossier = met(rapportageafspraak={**AFSPRAAK, "levertermijnen": termijnen})
        (een,) = vind("T6", dossier)
        assert een.pad == "toezeggingen[tz].rapportageafspraak"
        assert een.boodschap == (
            "Toezegging tz (Evaluatie): de volgende rapportage, over het eerste halfjaar van 2025, moet er uiterlijk "
            "op 30 november 2025 zijn."
        )

    @pytest.mark.parametrize(
        "velden",
        [
            {"rapportageafspraak": AFSPRAAK},
            {"statuslog": [status("afgedaan")]},
            {"statuslog": [status("uitgevoerd")]},
            {"statuslog": [status("teruggemeld")]},
        ],
    )
    def test_nothing_is_known_or_nothing_is_due(self, velden: dict[str, Any]) -> None:
        assert kort("T6", met(termijn="najaar 2025", **velden)) == []
