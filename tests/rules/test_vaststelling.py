"""By when the council must adopt the next safety policy."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Besluit,
    Dossier,
    Kalenderzekerheid,
    Orgaan,
    Profiel,
    Seizoensgrenzen,
    Vaststelling,
    Vaststellingsstatus,
    Veiligheidsbeleid,
    Verlenging,
    derive_vaststellingen,
    voorbeeld,
)
from ivb.dates import Date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

DAG = datetime.date(2024, 5, 1)


def beleid(sleutel: str, vastgesteld: str | None, *verlengd: str, orgaan: Orgaan = Orgaan.RAAD) -> Veiligheidsbeleid:
    return Veiligheidsbeleid(
        id=sleutel,
        titel=f"IVB {sleutel}",
        looptijd="2022/2025",
        vastgesteld=Besluit(orgaan=orgaan, datum=vastgesteld) if vastgesteld else None,
        verlengingen=tuple(
            Verlenging(einddatum=datetime.date(2026, 12, 31), besluit=Besluit(orgaan=Orgaan.RAAD, datum=datum))
            for datum in verlengd
        ),
    )


def nieuw(sleutel: str, vastgesteld: str | None) -> Veiligheidsbeleid:
    return attrs.evolve(beleid(sleutel, vastgesteld), looptijd="2026/2029")


def derive(peildatum: datetime.date, *alle: Veiligheidsbeleid) -> list[Vaststelling]:
    return list(derive_vaststellingen(attrs.evolve(LEEG, beleid=alle), peildatum=peildatum))


class TestFourYears:
    """The council sets the safety goals at least once in four years (Politiewet 2012, art. 38b, first paragraph)."""

    @pytest.mark.parametrize(
        ("vastgesteld", "vroegst", "laatst", "uiterlijk"),
        [
            ("9 november 2021", Date(2025, 11, 9), Date(2025, 11, 9), "9 november 2025"),
            ("november 2021", Date(2025, 11, 1), Date(2025, 11, 30), "november 2025"),
            ("29 februari 2020", Date(2024, 2, 29), Date(2024, 2, 29), "29 februari 2024"),
            ("2021", Date(2025, 1, 1), Date(2025, 12, 31), "2025"),
        ],
    )
    def test_from_adoption(self, vastgesteld: str, vroegst: Date, laatst: Date, uiterlijk: str) -> None:
        (uitkomst,) = derive(datetime.date(2024, 1, 1), beleid("a", vastgesteld))
        assert uitkomst.einde is not None
        assert (uitkomst.einde.vroegst, uitkomst.einde.laatst) == (vroegst, laatst)
        assert uitkomst.uiterlijk.woorden == uiterlijk

    def test_a_sunday_does_not_move_it(self) -> None:
        (uitkomst,) = derive(DAG, beleid("a", "9 november 2021"))
        assert uitkomst.einde is not None
        assert (uitkomst.einde.atw, str(uitkomst.einde.atw_bron)) == (False, "Algemene termijnenwet, art. 4 onder a")
        assert uitkomst.einde.zekerheid is Kalenderzekerheid.ZEKER

    def test_what_an_audit_office_found_missed(self) -> None:
        uitkomsten = derive(datetime.date(2018, 1, 1), beleid("a", "17 december 2012"), beleid("b", "6 maart 2017"))
        assert [(een.beleid, een.opvolger, een.status.value) for een in uitkomsten] == [
            ("a", "b", "te laat"),
            ("b", None, "nog te doen"),
        ]

    @pytest.mark.parametrize(
        ("opvolger", "status"),
        [
            ("9 november 2025", Vaststellingsstatus.OP_TIJD),
            ("10 november 2025", Vaststellingsstatus.TE_LAAT),
            ("oktober 2025", Vaststellingsstatus.OP_TIJD),
            ("november 2025", Vaststellingsstatus.ONZEKER),
            ("december 2025", Vaststellingsstatus.TE_LAAT),
            ("vóór de zomer van 2026", Vaststellingsstatus.ONZEKER),
        ],
    )
    def test_of_the_next_adoption(self, opvolger: str, status: Vaststellingsstatus) -> None:
        eerste, tweede = derive(datetime.date(2027, 1, 1), beleid("a", "9 november 2021"), beleid("b", opvolger))
        assert (eerste.status, eerste.opvolger) == (status, tweede.beleid)
        assert eerste.opvolger_vastgesteld is not None
        assert eerste.opvolger_vastgesteld.woorden == opvolger

    @pytest.mark.parametrize(
        ("opvolger", "status"),
        [("november 2025", Vaststellingsstatus.ONZEKER), ("1 november 2025", Vaststellingsstatus.OP_TIJD)],
    )
    def test_from_a_month(self, opvolger: str, status: Vaststellingsstatus) -> None:
        eerste, _ = derive(datetime.date(2027, 1, 1), beleid("a", "november 2021"), beleid("b", opvolger))
        assert eerste.status is status

    @pytest.mark.parametrize(
        ("peildatum", "status"),
        [(datetime.date(2025, 11, 30), "nog te doen"), (datetime.date(2025, 12, 1), "verstreken")],
    )
    def test_overdue_only_after_the_last_day(self, peildatum: datetime.date, status: str) -> None:
        (uitkomst,) = derive(peildatum, beleid("a", "november 2021"))
        assert uitkomst.status == status

    def test_the_order_is_that_of_adoption(self) -> None:
        uitkomsten = derive(DAG, beleid("b", "2023"), beleid("c", None), beleid("a", "2021"))
        assert [een.beleid for een in uitkomsten] == ["a", "c", "b"]
        assert [een.opvolger for een in uitkomsten] == ["b", None, None]


class TestNotKnown:
    """Where the council did not adopt, or it is not known when, nothing is counted."""

    @pytest.mark.parametrize(
        ("een", "tekst"),
        [
            (beleid("a", None), "Wanneer de raad IVB a vaststelde, is niet bekend."),
            (beleid("a", "onbekend"), "Wanneer de raad IVB a vaststelde, is niet bekend."),
            (beleid("a", "vanaf 2021"), "Wanneer de raad IVB a vaststelde, is niet bekend."),
            (
                beleid("a", "9 november 2021", orgaan=Orgaan.COLLEGE),
                "IVB a is niet door de raad vastgesteld; de wet telt vanaf een besluit van de raad.",
            ),
            (
                beleid("a", "31 december 2008"),
                "Vier jaar na de vaststelling van IVB a gold de wet nog niet: zij geldt sinds 1 januari 2013.",
            ),
        ],
    )
    def test_unknown(self, een: Veiligheidsbeleid, tekst: str) -> None:
        (uitkomst,) = derive(DAG, een)
        assert (uitkomst.status, uitkomst.einde) == (Vaststellingsstatus.ONBEKEND, None)
        assert uitkomst.uiterlijk.is_onbekend
        assert uitkomst.stappen[0].tekst == tekst

    def test_the_first_adoption_that_the_article_reaches(self) -> None:
        (uitkomst,) = derive(DAG, beleid("a", "1 januari 2009"))
        assert uitkomst.status is Vaststellingsstatus.VERSTREKEN

    def test_a_later_policy_that_may_have_been_adopted(self) -> None:
        """Overdue is certain only when nothing can have followed."""
        for later in (None, "onbekend"):
            uitkomst, _ = derive(datetime.date(2026, 2, 1), beleid("a", "november 2021"), nieuw("b", later))
            assert uitkomst.status is Vaststellingsstatus.ONZEKER
            assert uitkomst.stappen[-1].tekst.startswith("Er is een later beleid waarvan niet bekend is")
            uitkomst, _ = derive(datetime.date(2025, 2, 1), beleid("a", "november 2021"), nieuw("b", later))
            assert uitkomst.status is Vaststellingsstatus.NOG_TE_DOEN

    def test_one_that_only_may_have_been_adopted_is_no_successor_yet(self) -> None:
        eerste, _ = derive(datetime.date(2025, 1, 2), beleid("a", "november 2021"), nieuw("b", "2025"))
        assert (eerste.opvolger, eerste.status) == (None, Vaststellingsstatus.NOG_TE_DOEN)

    def test_own_seasons(self) -> None:
        grenzen = Seizoensgrenzen(najaar="15-8/31-12")
        gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(seizoenen=grenzen))
        dossier = attrs.evolve(LEEG, gemeente=gemeente, beleid=(beleid("a", "najaar 2021"),))
        (uitkomst,) = derive_vaststellingen(dossier, peildatum=datetime.date(2025, 12, 15))
        assert uitkomst.einde is not None
        assert (uitkomst.einde.laatst, uitkomst.status.value) == (Date(2025, 12, 31), "nog te doen")

    def test_an_adoption_of_later_is_not_there_yet(self) -> None:
        assert [een.beleid for een in derive(DAG, beleid("a", "2021"), beleid("b", "2 mei 2024"))] == ["a"]


class TestExtension:
    """Whether an extension by the council sets the goals anew is not said: where that matters, it is uncertain."""

    def test_where_it_makes_the_difference(self) -> None:
        (uitkomst,) = derive(datetime.date(2026, 5, 1), beleid("a", "9 november 2021", "4 november 2025"))
        assert uitkomst.status is Vaststellingsstatus.ONZEKER
        assert uitkomst.uiterlijk.woorden == "9 november 2025"
        assert uitkomst.verlenging is not None
        assert uitkomst.verlenging.datum == Date(2029, 11, 4)

    def test_the_last_of_several(self) -> None:
        (uitkomst,) = derive(datetime.date(2026, 5, 1), beleid("a", "9 november 2021", "4 november 2025", "mei 2025"))
        assert uitkomst.verlenging is not None
        assert uitkomst.verlenging.datum == Date(2029, 11, 4)

    def test_where_both_were_on_time(self) -> None:
        een = beleid("a", "9 november 2021", "4 november 2024")
        assert derive(datetime.date(2025, 5, 1), een)[0].status is Vaststellingsstatus.NOG_TE_DOEN

    def test_where_both_are_late(self) -> None:
        eerste, _ = derive(
            datetime.date(2031, 5, 1), beleid("a", "9 november 2021", "4 november 2025"), beleid("b", "2030")
        )
        assert eerste.status is Vaststellingsstatus.TE_LAAT

    @pytest.mark.parametrize("verlengd", ["10 november 2025", "onbekend"])
    def test_that_came_too_late_or_when_is_not_known(self, verlengd: str) -> None:
        (uitkomst,) = derive(datetime.date(2026, 5, 1), beleid("a", "9 november 2021", verlengd))
        assert (uitkomst.status, uitkomst.verlenging) == (Vaststellingsstatus.VERSTREKEN, None)

    def test_by_another_organ_or_without_a_decision(self) -> None:
        college = Besluit(orgaan=Orgaan.COLLEGE, datum="4 november 2025")
        einde = datetime.date(2026, 12, 31)
        een = attrs.evolve(
            beleid("a", "9 november 2021"),
            verlengingen=(Verlenging(einddatum=einde, besluit=college), Verlenging(einddatum=einde)),
        )
        assert derive(datetime.date(2026, 5, 1), een)[0].status is Vaststellingsstatus.VERSTREKEN


class TestSteps:
    """Every step has its source."""

    def test_twenterand(self) -> None:
        (uitkomst,) = derive_vaststellingen(voorbeeld(), peildatum=DAG)
        assert [(stap.tekst, str(stap.bron)) for stap in uitkomst.stappen] == [
            (
                "De raad stelde Integraal Veiligheidsbeleid 2022-2025 vast: november 2021.",
                "Integraal Veiligheidsbeleid 2022-2025, vastgesteld: november 2021",
            ),
            (
                "Ten minste eens in de vier jaar stelt de raad de doelen vast: opnieuw uiterlijk november 2025.",
                "Politiewet 2012, art. 38b lid 1",
            ),
            (
                "Niet verlengd: de Algemene termijnenwet geldt niet, want de termijn is omschreven in jaren.",
                "Algemene termijnenwet, art. 4 onder a",
            ),
        ]

    def test_with_an_extension_and_a_successor(self) -> None:
        opvolger = attrs.evolve(
            beleid("b", "december 2025"),
            vastgesteld=Besluit(orgaan=Orgaan.RAAD, datum="december 2025", kenmerk="2025-117"),
        )
        uitkomst, _ = derive(datetime.date(2026, 5, 1), beleid("a", "9 november 2021", "mei 2025"), opvolger)
        assert [(stap.tekst, str(stap.bron)) for stap in uitkomst.stappen[3:]] == [
            (
                "De raad verlengde het beleid. Telt dat als vaststelling, dan is het uiterlijk mei 2029.",
                "IVB a, verlengd: mei 2025",
            ),
            ("De raad stelde IVB b vast: december 2025.", "IVB b, 2025-117"),
        ]


class TestAnyDossier:
    """No dossier that loads makes the rule stumble."""

    @given(dossiers(), st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1)))
    def test_one_outcome_per_policy(self, dossier: Dossier, peildatum: datetime.date) -> None:
        uitkomsten = derive_vaststellingen(dossier, peildatum=peildatum)
        assert len({een.beleid for een in uitkomsten}) == len(uitkomsten) <= len(dossier.beleid)
        assert all(een.stappen for een in uitkomsten)
