"""Which reports the council is owed, when each is due, and which report covers it."""

import datetime
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Aankondiging,
    Beleidsfase,
    Besluit,
    Bijzonderheid,
    Dossier,
    Leverstatus,
    Levertermijn,
    Orgaan,
    Raadsbrief,
    Rapportage,
    Rapportageafspraak,
    Relatie,
    Relatiesoort,
    Ritme,
    Toezegging,
    Veiligheidsbeleid,
    Verlenging,
    Vervolgafspraak,
    VerwachteRapportage,
    derive_rapportages,
    parse_periode,
    voorbeeld,
)
from ivb.dates import Date
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

TERMIJNEN = (
    Levertermijn(deel="H1", venster="najaar"),
    Levertermijn(deel="H2", venster="vóór de zomer", jaren_later=1),
)
HALFJAARLIJKS = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, levertermijnen=TERMIJNEN)
BELEID = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", rapportageafspraken=(HALFJAARLIJKS,))
TOEZEGGING = Toezegging(id="T1", datum="2021", onderwerp="notitie", rapportageafspraak=HALFJAARLIJKS)
PEILDATUM = datetime.date(2024, 5, 1)


def verwacht(
    peildatum: datetime.date = PEILDATUM,
    *,
    beleid: tuple[Veiligheidsbeleid, ...] = (),
    toezeggingen: tuple[Toezegging, ...] = (),
    rapportages: tuple[Rapportage, ...] = (),
    raadsbrieven: tuple[Raadsbrief, ...] = (),
    vanaf: datetime.date = datetime.date(2022, 1, 1),
) -> dict[str, VerwachteRapportage]:
    dossier = attrs.evolve(
        LEEG,
        bijgehouden_vanaf=vanaf,
        beleid=beleid,
        toezeggingen=toezeggingen,
        rapportages=rapportages,
        raadsbrieven=raadsbrieven,
    )
    return {str(rij.periode): rij for rij in derive_rapportages(dossier, peildatum=peildatum)}


def rapportage(*perioden: str, datum: datetime.date | None = None, sleutel: str = "n") -> Rapportage:
    return Rapportage(id=sleutel, titel="x", perioden=tuple(map(parse_periode, perioden)), datum=datum)


class TestPeriods:
    """The periods of an agreement follow each other without gap or overlap, from its first to its last."""

    def test_policy_of_four_years(self) -> None:
        assert list(verwacht(beleid=(BELEID,))) == [
            f"{jaar}-H{helft}" for jaar in (2022, 2023, 2024, 2025) for helft in (1, 2)
        ]

    @pytest.mark.parametrize(
        ("ritme", "eerste", "aantal"),
        [
            (Ritme.KWARTAAL, "2022-K1", 16),
            (Ritme.VIERMAANDELIJKS, "2022-T1", 12),
            (Ritme.HALFJAARLIJKS, "2022-H1", 8),
            (Ritme.JAARLIJKS, "2022", 4),
            (Ritme.TWEEJAARLIJKS, "2022/2023", 2),
        ],
    )
    def test_every_rhythm_tiles_the_policy(self, ritme: Ritme, eerste: str, aantal: int) -> None:
        beleid = attrs.evolve(BELEID, rapportageafspraken=(Rapportageafspraak(ritme=ritme),))
        perioden = [rij.periode for rij in verwacht(beleid=(beleid,)).values()]
        assert (str(perioden[0]), len(perioden)) == (eerste, aantal)
        assert all(een.volgende == ander for een, ander in pairwise(perioden))
        assert perioden[-1].einddatum == Date(2025, 12, 31)

    def test_policy_that_begins_halfway_the_year(self) -> None:
        jaarlijks = Rapportageafspraak(ritme=Ritme.JAARLIJKS)
        beleid = attrs.evolve(BELEID, looptijd="2022-07/2024-06", rapportageafspraken=(jaarlijks,))
        assert list(verwacht(beleid=(beleid,))) == ["2022-07/2023-06", "2023-07/2024-06"]

    def test_an_extension_adds_periods(self) -> None:
        beleid = attrs.evolve(BELEID, verlengingen=(Verlenging(einddatum=datetime.date(2026, 12, 31)),))
        assert list(verwacht(beleid=(beleid,)))[-2:] == ["2026-H1", "2026-H2"]

    def test_an_agreement_of_its_own_length(self) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, vanaf="2023-H1", tot_en_met="2023-H2")
        beleid = attrs.evolve(BELEID, rapportageafspraken=(afspraak,))
        assert list(verwacht(beleid=(beleid,))) == ["2023-H1", "2023-H2"]

    @pytest.mark.parametrize(
        ("datum", "eerste"),
        [("2021", "2022-H1"), ("mei 2021", "2021-H2"), ("30 juni 2021", "2021-H2"), ("1 juli 2021", "2022-H1")],
    )
    def test_a_promise_starts_with_the_first_whole_period_after_it(self, datum: str, eerste: str) -> None:
        assert next(iter(verwacht(toezeggingen=(attrs.evolve(TOEZEGGING, datum=datum),)))) == eerste

    def test_a_promise_of_which_the_day_is_unknown_starts_nowhere(self) -> None:
        assert verwacht(toezeggingen=(attrs.evolve(TOEZEGGING, datum="onbekend"),)) == {}

    def test_unless_its_first_period_was_said(self) -> None:
        afspraak = attrs.evolve(HALFJAARLIJKS, vanaf="2024-H1")
        toezegging = attrs.evolve(TOEZEGGING, datum="onbekend", rapportageafspraak=afspraak)
        assert list(verwacht(toezeggingen=(toezegging,))) == ["2024-H1", "2024-H2"]

    def test_a_promise_without_end_continues(self) -> None:
        assert list(verwacht(datetime.date(2027, 7, 1), toezeggingen=(TOEZEGGING,)))[-1] == "2028-H1"

    def test_a_promise_struck_by_the_council_stops(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datetime.date(2023, 12, 31))
        toezegging = attrs.evolve(TOEZEGGING, afvoerbesluit=besluit)
        assert list(verwacht(toezeggingen=(toezegging,)))[-1] == "2023-H2"
        assert list(verwacht(datetime.date(2023, 10, 1), toezeggingen=(toezegging,)))[-1] == "2024-H1"

    def test_what_was_struck_is_no_longer_owed(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datetime.date(2023, 4, 18))
        toezegging = attrs.evolve(TOEZEGGING, afvoerbesluit=besluit)
        geleverd = rapportage("2022-H1", datum=datetime.date(2022, 12, 10))
        rijen = verwacht(toezeggingen=(toezegging,), rapportages=(geleverd,))
        assert [(code, rij.status.value, rij.dagen_te_laat) for code, rij in rijen.items()] == [
            ("2022-H1", "geleverd", 10),
            ("2022-H2", "vervallen", None),
        ]
        assert rijen["2022-H2"].stappen[-1].tekst == "De toezegging is afgevoerd: 18 april 2023."
        eerder = verwacht(datetime.date(2023, 4, 17), toezeggingen=(toezegging,))
        assert (eerder["2022-H1"].status, eerder["2022-H2"].status) == (Leverstatus.TE_LAAT, Leverstatus.TE_LEVEREN)

    def test_another_organ_cannot_strike_it(self) -> None:
        besluit = Besluit(orgaan=Orgaan.COLLEGE, datum=datetime.date(2023, 4, 18))
        assert list(verwacht(toezeggingen=(attrs.evolve(TOEZEGGING, afvoerbesluit=besluit),)))[-1] == "2024-H2"

    def test_half_a_period_is_not_owed_when_the_council_strikes_it(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datetime.date(2023, 10, 31))
        toezegging = attrs.evolve(TOEZEGGING, afvoerbesluit=besluit)
        assert list(verwacht(toezeggingen=(toezegging,)))[-1] == "2023-H1"

    def test_a_changed_rhythm_starts_where_it_starts(self) -> None:
        nieuw = Toezegging(
            id="T2",
            datum="2023",
            onderwerp="jaarlijks",
            rapportageafspraak=Rapportageafspraak(ritme=Ritme.JAARLIJKS, vanaf="2024"),
            relaties=(Relatie(soort=Relatiesoort.WIJZIGT, toezegging="T1"),),
        )
        assert list(verwacht(toezeggingen=(TOEZEGGING, nieuw))) == [
            "2022-H1",
            "2022-H2",
            "2023-H1",
            "2023-H2",
            "2024",
            "2025",
        ]

    def test_a_changed_rhythm_without_a_first_period_starts_after_the_promise(self) -> None:
        nieuw = Toezegging(
            id="T2",
            datum="1 februari 2024",
            onderwerp="vaker",
            rapportageafspraak=Rapportageafspraak(ritme=Ritme.VIERMAANDELIJKS),
            relaties=(Relatie(soort=Relatiesoort.WIJZIGT, toezegging="T1"),),
        )
        rijen = verwacht(toezeggingen=(TOEZEGGING, nieuw))
        assert [(code, rijen[code].grondslag) for code in list(rijen)[-3:]] == [
            ("2024-T1", "T1"),
            ("2024-T2", "T2"),
            ("2024-T3", "T2"),
        ]
        eerder = verwacht(datetime.date(2024, 1, 31), toezeggingen=(TOEZEGGING, nieuw))
        assert list(eerder)[-2:] == ["2024-H1", "2024-H2"]

    def test_a_part_of_a_period_has_the_term_of_the_whole(self) -> None:
        nieuw = Toezegging(
            id="T2",
            datum="1 februari 2024",
            onderwerp="vaker",
            rapportageafspraak=Rapportageafspraak(ritme=Ritme.KWARTAAL, vanaf="2024-K2"),
            relaties=(Relatie(soort=Relatiesoort.WIJZIGT, toezegging="T1"),),
        )
        rij = verwacht(toezeggingen=(TOEZEGGING, nieuw))["2024-K1"]
        assert (rij.grondslag, str(rij.termijn)) == ("T1", "najaar 2024")

    def test_a_struck_promise_that_was_changed_before(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datetime.date(2024, 4, 1))
        oud = attrs.evolve(TOEZEGGING, afvoerbesluit=besluit)
        nieuw = Toezegging(
            id="T2",
            datum="2022",
            onderwerp="jaarlijks",
            rapportageafspraak=Rapportageafspraak(ritme=Ritme.JAARLIJKS),
            relaties=(Relatie(soort=Relatiesoort.WIJZIGT, toezegging="T1"),),
        )
        zonder = attrs.evolve(nieuw, id="T3", rapportageafspraak=None)
        rijen = verwacht(toezeggingen=(oud, nieuw, zonder))
        assert list(rijen) == ["2022-H1", "2022-H2", "2023", "2024", "2025"]

    def test_the_last_part_of_an_extended_policy(self) -> None:
        jaarlijks = Rapportageafspraak(ritme=Ritme.JAARLIJKS)
        beleid = attrs.evolve(
            BELEID,
            looptijd="2022/2023",
            rapportageafspraken=(jaarlijks,),
            verlengingen=(Verlenging(einddatum=datetime.date(2024, 8, 31)),),
        )
        assert list(verwacht(beleid=(beleid,))) == ["2022", "2023", "2024"]

    def test_a_day_in_a_far_future_is_no_mistake(self) -> None:
        rijen = verwacht(datetime.date(9999, 12, 31), toezeggingen=(TOEZEGGING,))
        assert list(rijen)[-1] == "2180-H2"

    def test_a_promise_that_is_made_once_is_no_row(self) -> None:
        assert verwacht(toezeggingen=(attrs.evolve(TOEZEGGING, rapportageafspraak=None),)) == {}


class TestTerm:
    """A report is due as was promised for its own period, else as the agreement has it, else that is unknown."""

    def test_as_agreed(self) -> None:
        rijen = verwacht(beleid=(BELEID,))
        assert str(rijen["2024-H1"].termijn) == "najaar 2024"
        assert (rijen["2024-H1"].vroegst, rijen["2024-H1"].laatst) == (Date(2024, 9, 1), Date(2024, 11, 30))
        assert rijen["2024-H2"].laatst == Date(2025, 6, 30)

    def test_as_promised_for_that_period(self) -> None:
        belofte = Toezegging(
            id="T2",
            datum="2024",
            onderwerp="x",
            periode="2024-H1",
            termijn="uiterlijk 1 oktober 2024",
            relaties=(Relatie(soort=Relatiesoort.VULT_AAN, toezegging="T1"),),
        )
        onbekend = attrs.evolve(belofte, id="T3", termijn="onbekend")
        afgevoerd = attrs.evolve(
            belofte, id="T4", termijn="mei 2025", afvoerbesluit=Besluit(orgaan=Orgaan.RAAD, datum="maart 2024")
        )
        rij = verwacht(toezeggingen=(TOEZEGGING, belofte, onbekend, afgevoerd))["2024-H1"]
        assert (rij.laatst, rij.toezegging) == (Date(2024, 10, 1), "T2")

    @pytest.mark.parametrize("omgekeerd", [False, True])
    def test_two_promises_of_one_day_whatever_their_order(self, *, omgekeerd: bool) -> None:
        relaties = (Relatie(soort=Relatiesoort.VULT_AAN, toezegging="T1"),)
        twee = [
            Toezegging(id=naam, datum="2024-02-01", onderwerp="x", periode="2023-H2", termijn=dag, relaties=relaties)
            for naam, dag in (("T2", "1 mei 2024"), ("T3", "1 juni 2024"))
        ]
        rijen = verwacht(toezeggingen=(TOEZEGGING, *(twee[::-1] if omgekeerd else twee)))
        assert rijen["2023-H2"].toezeggingen == ("T2", "T3")

    def test_a_promise_about_something_else_in_that_period_says_nothing(self) -> None:
        cameras = Toezegging(id="T9", datum="2024", onderwerp="cameras", periode="2024-H1", termijn="maart 2027")
        rij = verwacht(toezeggingen=(TOEZEGGING, cameras))["2024-H1"]
        assert (str(rij.termijn), rij.toezegging) == ("najaar 2024", None)

    def test_a_promise_in_the_follow_up_of_a_letter(self) -> None:
        belofte = Toezegging(id="T2", datum="2024", onderwerp="x", periode="2024-H1", termijn="1 oktober 2024")
        brief = Raadsbrief(
            id="b",
            datum=datetime.date(2024, 4, 23),
            onderwerp="x",
            vervolg=(Vervolgafspraak(tekst="Later.", toezegging="T2"),),
        )
        rij = verwacht(beleid=(BELEID,), toezeggingen=(belofte,), raadsbrieven=(brief,))["2024-H1"]
        assert rij.toezegging == "T2"

    def test_a_promise_of_later_says_nothing_yet(self) -> None:
        belofte = Toezegging(
            id="T2",
            datum="1 februari 2024",
            onderwerp="x",
            periode="2023-H1",
            termijn="vóór de zomer van 2024",
            relaties=(Relatie(soort=Relatiesoort.VULT_AAN, toezegging="T1"),),
        )
        rij = verwacht(datetime.date(2023, 12, 15), toezeggingen=(TOEZEGGING, belofte))["2023-H1"]
        assert rij.status is Leverstatus.TE_LAAT

    def test_days_after_the_period(self) -> None:
        beleid = attrs.evolve(
            BELEID, rapportageafspraken=(Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, vertraging=60),)
        )
        assert verwacht(beleid=(beleid,))["2024-H1"].laatst == Date(2024, 8, 29)

    def test_not_agreed(self) -> None:
        beleid = attrs.evolve(BELEID, rapportageafspraken=(Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS),))
        rij = verwacht(datetime.date(2030, 1, 1), beleid=(beleid,))["2024-H1"]
        assert (rij.termijn, rij.laatst, rij.status) == (None, None, Leverstatus.TE_LEVEREN)


class TestCoverage:
    """A report covers a period when it tells of all of it, alone or with others; it was given with its first letter."""

    def test_one_report_over_two_periods(self) -> None:
        rijen = verwacht(beleid=(BELEID,), rapportages=(rapportage("2023", datum=datetime.date(2024, 4, 23)),))
        assert [rijen[code].status for code in ("2023-H1", "2023-H2")] == [Leverstatus.GELEVERD] * 2
        assert rijen["2023-H2"].dagen_na_periode == 114
        assert rijen["2023-H2"].rapportages == ("n",)

    def test_two_reports_over_one_period(self) -> None:
        eerste = rapportage("2023-K1", datum=datetime.date(2023, 4, 20), sleutel="k1")
        tweede = rapportage("2023-K2", datum=datetime.date(2023, 7, 20), sleutel="k2")
        rij = verwacht(beleid=(BELEID,), rapportages=(tweede, eerste))["2023-H1"]
        assert (rij.rapportages, rij.geleverd) == (("k1", "k2"), Date(2023, 7, 20))

    def test_half_a_period_is_not_covered(self) -> None:
        half = rapportage("2023-K1", datum=datetime.date(2023, 4, 20))
        rij = verwacht(beleid=(BELEID,), rapportages=(half,))["2023-H1"]
        assert (rij.rapportages, rij.geleverd, rij.dagen_na_periode) == (("n",), None, None)
        assert rij.status is Leverstatus.TE_LAAT

    def test_given_with_the_first_letter(self) -> None:
        brieven = tuple(
            Raadsbrief(
                id=f"b{dag}",
                datum=datetime.date(2024, 4, dag),
                onderwerp="x",
                kennisnemen_van=(Aankondiging(tekst="n", document="n"),),
            )
            for dag in (25, 23)
        )
        notitie = rapportage("2023", datum=datetime.date(2024, 4, 1))
        rijen = verwacht(beleid=(BELEID,), rapportages=(notitie,), raadsbrieven=brieven)
        assert rijen["2023-H2"].geleverd == Date(2024, 4, 23)

    def test_a_draft_was_not_given(self) -> None:
        assert verwacht(beleid=(BELEID,), rapportages=(rapportage("2024-H1"),))["2024-H1"].geleverd is None

    def test_what_comes_later_is_not_there_yet(self) -> None:
        notitie = rapportage("2023", datum=datetime.date(2024, 5, 2))
        assert verwacht(beleid=(BELEID,), rapportages=(notitie,))["2023-H2"].geleverd is None


class TestStatus:
    """Overdue only after the latest day; what was due before the dossier was kept is unknown, never a gap."""

    @pytest.mark.parametrize(
        ("peildatum", "status"),
        [(datetime.date(2024, 11, 30), Leverstatus.TE_LEVEREN), (datetime.date(2024, 12, 1), Leverstatus.TE_LAAT)],
    )
    def test_overdue_after_the_latest_day(self, peildatum: datetime.date, status: Leverstatus) -> None:
        assert verwacht(peildatum, beleid=(BELEID,))["2024-H1"].status is status

    def test_before_the_dossier_was_kept(self) -> None:
        rijen = verwacht(beleid=(BELEID,), vanaf=datetime.date(2023, 12, 1))
        assert rijen["2023-H1"].status is Leverstatus.ONBEKEND
        assert rijen["2023-H2"].status is Leverstatus.TE_LEVEREN


class TestHowItCame:
    """What is special about the way in which a report came is named: late, early, together, in parts, twice."""

    @pytest.mark.parametrize(
        ("dag", "bijzonder", "te_laat"),
        [
            (datetime.date(2023, 6, 30), ["voor de termijn", "voor het einde van de periode"], None),
            (datetime.date(2023, 7, 1), ["voor de termijn"], None),
            (datetime.date(2023, 8, 31), ["voor de termijn"], None),
            (datetime.date(2023, 9, 1), [], None),
            (datetime.date(2023, 11, 30), [], None),
            (datetime.date(2023, 12, 1), ["na de termijn"], 1),
            (datetime.date(2024, 4, 23), ["na de termijn"], 145),
        ],
    )
    def test_early_and_late(self, dag: datetime.date, bijzonder: list[str], te_laat: int | None) -> None:
        rij = verwacht(beleid=(BELEID,), rapportages=(rapportage("2023-H1", datum=dag),))["2023-H1"]
        assert ([str(een) for een in rij.bijzonderheden], rij.dagen_te_laat) == (bijzonder, te_laat)

    @pytest.mark.parametrize(("dagen", "te_laat"), [(0, None), (1, 1), (100, 100)])
    def test_overdue_by_now(self, dagen: int, te_laat: int | None) -> None:
        dag = datetime.date(2023, 11, 30) + datetime.timedelta(days=dagen)
        assert verwacht(dag, beleid=(BELEID,))["2023-H1"].dagen_te_laat == te_laat

    def test_a_delay_before_the_dossier_was_kept_is_unknown(self) -> None:
        rij = verwacht(beleid=(BELEID,), vanaf=datetime.date(2024, 1, 1))["2023-H1"]
        assert (rij.status, rij.dagen_te_laat) == (Leverstatus.ONBEKEND, None)

    def test_together_with_another_period(self) -> None:
        rijen = verwacht(beleid=(BELEID,), rapportages=(rapportage("2023", datum=datetime.date(2024, 4, 23)),))
        assert [Bijzonderheid.SAMEN in rijen[code].bijzonderheden for code in ("2022-H2", "2023-H1", "2023-H2")] == [
            False,
            True,
            True,
        ]

    def test_in_parts(self) -> None:
        eerste = rapportage("2023-K1", datum=datetime.date(2023, 10, 1), sleutel="k1")
        tweede = rapportage("2023-K2", datum=datetime.date(2023, 10, 2), sleutel="k2")
        rij = verwacht(beleid=(BELEID,), rapportages=(eerste, tweede))["2023-H1"]
        assert rij.bijzonderheden == (Bijzonderheid.IN_DELEN,)

    def test_partly(self) -> None:
        half = rapportage("2023-K1", datum=datetime.date(2023, 10, 1))
        rij = verwacht(beleid=(BELEID,), rapportages=(half,))["2023-H1"]
        assert (rij.bijzonderheden, rij.geleverd) == ((Bijzonderheid.GEDEELTELIJK,), None)

    def test_twice(self) -> None:
        eerste = rapportage("2023-H1", datum=datetime.date(2023, 10, 1), sleutel="een")
        tweede = rapportage("2023-K2", datum=datetime.date(2024, 4, 1), sleutel="twee")
        rij = verwacht(beleid=(BELEID,), rapportages=(tweede, eerste))["2023-H1"]
        assert (rij.bijzonderheden, rij.rapportages) == ((Bijzonderheid.DUBBEL,), ("een", "twee"))
        assert rij.geleverd == Date(2023, 10, 1)


class TestPhase:
    """A period lies in the years of a policy, in its extension, or in none."""

    def test_of_every_period(self) -> None:
        beleid = attrs.evolve(BELEID, verlengingen=(Verlenging(einddatum=datetime.date(2026, 6, 30)),))
        volgend = Veiligheidsbeleid(id="volgend", titel="IVB", looptijd="2027/2030")
        rijen = verwacht(beleid=(beleid, volgend))
        assert [str(rijen[code].fase) for code in ("2025-H2", "2026-H1", "2026-H2")] == [
            "looptijd",
            "verlenging",
            "tussentijd",
        ]
        assert {rij.fase for rij in verwacht(toezeggingen=(TOEZEGGING,), beleid=(volgend,)).values()} == {
            Beleidsfase.TUSSENTIJD,
            Beleidsfase.LOOPTIJD,
        }

    def test_without_a_policy(self) -> None:
        assert verwacht(toezeggingen=(TOEZEGGING,))["2024-H1"].fase is None


class TestSteps:
    """Every row tells where it follows from, when it is due and what became of it, each with its source."""

    def test_of_the_note_on_2023(self) -> None:
        rij = derive_rapportages(voorbeeld(), peildatum=PEILDATUM)[3]
        toezegging = (
            "toezegging halfjaarlijkse-notitie, toezegging van 2021, genoemd in de raadsbrief van 23 april 2024"
        )
        assert [(stap.tekst, str(stap.bron)) for stap in rij.stappen] == [
            ("De raad krijgt halfjaarlijks een rapportage, ook over het tweede halfjaar van 2023.", toezegging),
            ("Termijn: vóór de zomer van 2024.", toezegging),
            ("Dat is uiterlijk 30 juni 2024.", "gewone grenzen van seizoenen en van de zomer, eigen afspraak van ivb"),
            (
                "De raad kreeg stand-van-zaken-2023 op 23 april 2024, 114 dagen na het einde van de periode.",
                "raadsbrief-2024-04-23, brief van 23 april 2024",
            ),
        ]
        assert rij.wanneer == "vóór de zomer van 2024, uiterlijk 30 juni 2024"

    def test_of_a_policy_without_a_term(self) -> None:
        beleid = attrs.evolve(BELEID, rapportageafspraken=(Rapportageafspraak(ritme=Ritme.JAARLIJKS, bron="blz. 4"),))
        vroeg = rapportage("2023", datum=datetime.date(2023, 12, 31))
        rij = verwacht(beleid=(beleid,), rapportages=(vroeg,))["2023"]
        assert [(stap.tekst, str(stap.bron)) for stap in rij.stappen] == [
            ("De raad krijgt jaarlijks een rapportage, ook over 2023.", "IVB, blz. 4"),
            ("Termijn: niet afgesproken.", "IVB, blz. 4"),
            (
                "De raad kreeg n op 31 december 2023, voordat de periode voorbij was.",
                "n, rapportage van 31 december 2023",
            ),
        ]
        assert rij.wanneer == "niet afgesproken"

    def test_of_a_promise_for_one_period(self) -> None:
        rij = derive_rapportages(voorbeeld(), peildatum=PEILDATUM)[4]
        assert (rij.stappen[1].tekst, str(rij.stappen[1].bron)) == (
            "Termijn: najaar van 2024.",
            "toezegging notitie-2024-h1, gedaan: 23 april 2024",
        )


class TestTwenterand:
    """The letter of 23 April 2024: half-yearly since 2021, the note over 2023 sent, the next one in autumn."""

    def test_as_of_the_day_after(self) -> None:
        rijen = derive_rapportages(voorbeeld(), peildatum=datetime.date(2024, 4, 24))
        assert [(str(rij.periode), rij.status.value) for rij in rijen] == [
            ("2022-H1", "onbekend"),
            ("2022-H2", "onbekend"),
            ("2023-H1", "geleverd"),
            ("2023-H2", "geleverd"),
            ("2024-H1", "te leveren"),
            ("2024-H2", "te leveren"),
            ("2025-H1", "te leveren"),
            ("2025-H2", "te leveren"),
        ]

    def test_the_day_before_it_was_not_there(self) -> None:
        rijen = derive_rapportages(voorbeeld(), peildatum=datetime.date(2024, 4, 22))
        assert [rij.status for rij in rijen[2:4]] == [Leverstatus.ONBEKEND, Leverstatus.TE_LEVEREN]


class TestAnyDossier:
    """No dossier that loads makes the rule stumble, and its answer does not depend on the order of the dossier."""

    @given(dossiers(), st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)))
    def test_order_does_not_matter(self, dossier: Dossier, peildatum: datetime.date) -> None:
        andersom = attrs.evolve(dossier, rapportages=dossier.rapportages[::-1], raadsbrieven=dossier.raadsbrieven[::-1])
        rijen = derive_rapportages(dossier, peildatum=peildatum)
        anders = derive_rapportages(andersom, peildatum=peildatum)
        assert [(rij.periode, rij.status, rij.geleverd) for rij in rijen] == [
            (rij.periode, rij.status, rij.geleverd) for rij in anders
        ]

    @given(dossiers())
    def test_a_moment_is_no_day(self, dossier: Dossier) -> None:
        with pytest.raises(TypeError):
            derive_rapportages(dossier, peildatum=datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
