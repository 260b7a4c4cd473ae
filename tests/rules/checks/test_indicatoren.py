"""The checks of indicators, on examples that an adviser can follow."""

import datetime
from itertools import permutations
from typing import Any

import attrs
import pytest

from ivb import (
    Besluit,
    Bevinding,
    Doel,
    Dossier,
    Drempels,
    Ernst,
    Indicator,
    Meting,
    Nulmeting,
    Orgaan,
    Profiel,
    Raadsbrief,
    Rapportage,
    Richting,
    Streefwaarde,
    Veiligheidsbeleid,
    Vergelijking,
    check,
    parse_datering,
    parse_periode,
)
from ivb.model.raadsbrief import Aankondiging
from ivb.rules.checks.indicatoren import INDICATOREN, check_vergelijking
from tests.rules.dossier import LEEG

DAG = datetime.date(2025, 7, 1)
HALT = Indicator(id="halt", naam="Verwijzingen Halt", eenheid="aantal", per=1000, noemer="jongeren")


def dag(tekst: str) -> datetime.date:
    return datetime.date.fromisoformat(tekst)


def meting(periode: str, waarde: float | None = 12, **velden: Any) -> Meting:  # noqa: ANN401 - of any field
    basis = {"indicator": "halt", "eenheid": "aantal", "per": 1000, "noemer": "jongeren", **velden}
    return Meting(periode=periode, waarde=waarde, **basis)


def maak(*metingen: Meting, indicator: Indicator = HALT) -> Dossier:
    return attrs.evolve(LEEG, indicatoren=(indicator,), metingen=metingen)


def vind(dossier: Dossier, code: str, peildatum: datetime.date = DAG) -> list[Bevinding]:
    return [een for een in check(dossier, peildatum=peildatum, regels=INDICATOREN) if een.code == code]


class TestSeries:
    """All points of a series count the same thing, and it is what the indicator says."""

    def test_halt(self) -> None:
        """The old points contradict the indicator; the new one differs from the old."""
        dossier = maak(meting("2018"), meting("2017", 132, per=10000), meting("2019"))
        oud, breuk = sorted(vind(dossier, "N1"), key=lambda een: een.variant, reverse=True)
        assert (oud.pad, oud.variant, oud.ernst) == ("metingen[1].per", "definitie", Ernst.FOUT)
        assert oud.boodschap == (
            "Verwijzingen Halt (2017) heeft een andere noemer dan de indicator zelf: 10.000 jongeren, en bij de "
            "indicator 1.000 jongeren; verbeter de meting, of de indicator als die nu anders is."
        )
        assert (breuk.pad, breuk.ernst) == ("metingen[0].per", Ernst.FOUT)
        assert breuk.boodschap == (
            "Verwijzingen Halt heeft een andere noemer dan bij de meting ervoor: 1.000 jongeren (2018) na 10.000 "
            "jongeren (2017); reken om, of maak er twee indicatoren van."
        )

    def test_a_declared_break_is_still_told(self) -> None:
        oud = meting("2017", per=10000, methode="2016")
        varianten = {een.variant: een.ernst for een in vind(maak(oud, meting("2018", methode="2018")), "N1")}
        assert varianten == {"definitie": Ernst.FOUT, "verklaard": Ernst.FOUT}

    @pytest.mark.parametrize(
        ("velden", "pad", "nu"),
        [
            ({"eenheid": "%"}, "metingen[1].eenheid", "%"),
            ({"per": None, "noemer": None}, "metingen[1].per", "geen"),
            ({"per": None}, "metingen[1].per", "jongeren"),
            ({"noemer": "inwoners"}, "metingen[1].noemer", "1.000 inwoners"),
        ],
    )
    def test_each_feature_once(self, velden: dict[str, Any], pad: str, nu: str) -> None:
        (bevinding,) = vind(maak(meting("2017"), meting("2018", **velden)), "N1")
        assert (bevinding.pad, bevinding.variant, bevinding.parameters["nu"]) == (pad, "", nu)

    @pytest.mark.parametrize(
        ("velden", "was"), [({"leeftijdsgroep": "12 tot 18 jaar"}, "niet bekend"), ({"noemer": None}, "1.000 jongeren")]
    )
    def test_what_is_known_of_one_only(self, velden: dict[str, Any], was: str) -> None:
        (bevinding,) = vind(maak(meting("2017"), meting("2018", **velden)), "N1")
        assert (bevinding.ernst, bevinding.variant) == (Ernst.WAARSCHUWING, "onbekend")
        assert bevinding.parameters["was"] == was

    def test_the_age_group_of_the_indicator(self) -> None:
        indicator = attrs.evolve(HALT, leeftijdsgroep="12 tot 18 jaar")
        goed, fout = meting("2017"), meting("2017", leeftijdsgroep="18 tot 23 jaar")
        assert vind(maak(goed, indicator=indicator), "N1") == []
        (bevinding,) = vind(maak(fout, indicator=indicator), "N1")
        assert (bevinding.pad, bevinding.variant) == ("metingen[0].leeftijdsgroep", "definitie")

    def test_areas_are_series_of_their_own(self) -> None:
        centrum = meting("2018", gebied="centrum", leeftijdsgroep="12 tot 18 jaar")
        assert vind(maak(meting("2017"), centrum), "N1") == []
        (bevinding,) = vind(maak(meting("2017"), attrs.evolve(centrum, per=10000)), "N1")
        assert bevinding.boodschap.startswith("Verwijzingen Halt (centrum) (2018) heeft een andere noemer dan de")

    def test_a_year_in_both_ways_breaks_once(self) -> None:
        """In whatever order, the old way goes on until the new way takes over."""
        punten = [meting("2017", 90, per=10000), meting("2018", 80, per=10000), meting("2018", 8), meting("2019", 7)]
        for volgorde in permutations(punten):
            breuken = [een for een in vind(maak(*volgorde), "N1") if not een.variant]
            assert [een.parameters["periode"] for een in breuken] == [parse_periode("2018")]

    def test_what_is_not_known_yet(self) -> None:
        later = meting("2024", per=10000, bekend_sinds=dag("2025-07-02"))
        assert vind(maak(meting("2023"), later), "N1") == []
        assert vind(maak(meting("2023"), later), "N1", dag("2025-07-02")) != []
        assert vind(maak(meting("2025-H2", per=10000)), "N1", dag("2025-06-30")) == []
        assert vind(maak(meting("2025-H2", per=10000)), "N1", dag("2025-07-01")) != []

    def test_a_contradiction_is_older_than_the_act(self) -> None:
        assert vind(maak(meting("2017", per=10000)), "N1", dag("2018-04-30")) != []

    def test_the_first_period_in_two_ways(self) -> None:
        """What is otherwise than its indicator is pointed at, wherever it stands."""
        goed, anders = meting("2023"), meting("2023", per=10000)
        for metingen, pad in (((goed, anders), "metingen[1].per"), ((anders, goed), "metingen[0].per")):
            assert [een.pad for een in vind(maak(*metingen), "N1")] == [pad]


def vergelijk(
    *metingen: Meting,
    van: str = "2023",
    naar: str = "2024",
    indicator: Indicator = HALT,
    **velden: Any,  # noqa: ANN401 - of any field
) -> Dossier:
    """Make a report that compares two periods; on 2024, of 10 March 2025, unless told otherwise."""
    gegeven = {"perioden": (parse_periode("2024"),), "datum": dag("2025-03-10"), **velden}
    vergelijking = Vergelijking(indicator="halt", van=van, naar=naar)
    rapportage = Rapportage(id="r", titel="Notitie", vergelijkingen=(vergelijking,), **gegeven)
    return attrs.evolve(maak(*metingen, indicator=indicator), rapportages=(rapportage,))


class TestBreak:
    """A report compares what may be compared, as it was known on its day."""

    def test_another_method(self) -> None:
        (bevinding,) = vind(vergelijk(meting("2023", methode="2021"), meting("2024", methode="2024")), "N2")
        assert (bevinding.pad, bevinding.ernst) == ("rapportages[r].vergelijkingen[0]", Ernst.FOUT)
        assert bevinding.boodschap == (
            "Verwijzingen Halt is tussen 2023 en 2024 niet te vergelijken, want de metingen verschillen in methode; "
            "noem geen stijging of daling."
        )

    @pytest.mark.parametrize(
        ("velden", "ernst", "breuk"),
        [
            ({"methode": "2024"}, Ernst.WAARSCHUWING, ("methode",)),
            ({"bron": "CBS", "leeftijdsgroep": "jong"}, Ernst.WAARSCHUWING, ("leeftijdsgroep", "bron")),
            ({"bron": "CBS", "per": 10000}, Ernst.FOUT, ("noemer",)),
            ({"per": None}, Ernst.FOUT, ("noemer",)),
            ({"volledig": False}, Ernst.FOUT, ("volledigheid",)),
        ],
    )
    def test_certainty(self, velden: dict[str, Any], ernst: Ernst, breuk: tuple[str, ...]) -> None:
        (bevinding,) = vind(vergelijk(meting("2023"), meting("2024", **velden)), "N2")
        assert (bevinding.ernst, bevinding.parameters["breuk"]) == (ernst, breuk)

    def test_the_length_of_the_period(self) -> None:
        (bevinding,) = vind(vergelijk(meting("2023-H1"), meting("2024"), van="2023-H1"), "N2")
        assert bevinding.parameters["breuk"] == ("lengte van de periode",)

    def test_only_the_municipality_itself(self) -> None:
        elders = meting("2024", gebied="centrum", methode="2024")
        assert vind(vergelijk(meting("2023", methode="2021"), elders), "N2") == []

    def test_a_year_that_was_measured_in_both_ways(self) -> None:
        metingen = (meting("2023", methode="2021"), meting("2023", methode="2024"), meting("2024", methode="2024"))
        assert vind(vergelijk(*metingen), "N2") == []
        zonder = attrs.evolve(metingen[1], waarde=None)
        assert len(vind(vergelijk(metingen[0], zonder, metingen[2]), "N2")) == 1

    @pytest.mark.parametrize(("bekend", "aantal"), [("2025-03-10", 0), ("2025-03-11", 1)])
    def test_a_revision_counts_from_its_day(self, bekend: str, aantal: int) -> None:
        """The report of 10 March knew the new way of 2023 or did not."""
        oud, nieuw = meting("2023", methode="2021"), meting("2023", methode="2024", bekend_sinds=dag(bekend))
        assert len(vind(vergelijk(oud, nieuw, meting("2024", methode="2024")), "N2")) == aantal

    def test_a_report_of_tomorrow(self) -> None:
        dossier = vergelijk(meting("2023", methode="2021"), meting("2024", methode="2024"))
        assert vind(dossier, "N2", dag("2025-03-09")) == []
        assert vind(dossier, "N2", dag("2025-03-10")) != []


class TestNull:
    """No value is not nought."""

    def test_no_value(self) -> None:
        dossier = vergelijk(meting("2023"), meting("2024", None, methode="2024"))
        (bevinding,) = vind(dossier, "N3")
        assert bevinding.pad == "rapportages[r].vergelijkingen[0]"
        assert bevinding.boodschap == (
            "Verwijzingen Halt heeft geen waarde (2024); dat is iets anders dan 0, dus noem geen verschil."
        )
        assert vind(dossier, "N2") == []

    def test_nought_is_a_value(self) -> None:
        assert vind(vergelijk(meting("2023", 0), meting("2024", 0)), "N3") == []

    def test_no_measurement_at_all(self) -> None:
        gevonden = vind(vergelijk(), "N3")
        assert [(een.variant, str(een.parameters["periode"])) for een in gevonden] == [
            ("zonder", "2023"),
            ("zonder", "2024"),
        ]

    @pytest.mark.parametrize(("bekend", "aantal"), [("2025-03-10", 0), ("2025-03-11", 1)])
    def test_not_published_yet(self, bekend: str, aantal: int) -> None:
        later = meting("2024", bekend_sinds=dag(bekend))
        assert len(vind(vergelijk(meting("2023"), later), "N3")) == aantal

    def test_a_value_that_was_withdrawn(self) -> None:
        terug = meting("2024", None, bekend_sinds=dag("2025-02-01"))
        assert len(vind(vergelijk(meting("2023"), meting("2024"), terug), "N3")) == 1

    @pytest.mark.parametrize(("datum", "aantal"), [("2025-03-10", 1), ("2025-03-11", 0)])
    def test_a_report_without_a_day_has_that_of_its_letter(self, datum: str, aantal: int) -> None:
        brief = Raadsbrief(
            id="b",
            datum=dag(datum),
            onderwerp="Notitie",
            kennisnemen_van=(Aankondiging(tekst="Notitie", document="r"),),
        )
        later = meting("2024", bekend_sinds=dag("2025-03-11"))
        dossier = vergelijk(meting("2023"), later, datum=None)
        assert len(vind(attrs.evolve(dossier, raadsbrieven=(brief,)), "N3")) == aantal

    def test_a_draft_is_judged_as_it_is_now(self) -> None:
        dossier = vergelijk(meting("2023"), meting("2024", bekend_sinds=DAG), datum=None)
        assert vind(dossier, "N3", DAG - datetime.timedelta(days=1)) != []
        assert vind(dossier, "N3") == []

    def test_whoever_compares_may_ask(self) -> None:
        vergelijking = Vergelijking(indicator="halt", van="2023", naar="2024")
        eerder, later = meting("2023", methode="1"), meting("2024", methode="2")
        (breuk,) = check_vergelijking(HALT, vergelijking, eerder, later, pad="metingen[1]")
        assert (breuk.code, breuk.pad) == ("N2", "metingen[1]")
        (leeg,) = check_vergelijking(HALT, vergelijking, None, later)
        assert (leeg.code, leeg.pad, leeg.variant) == ("N3", "", "zonder")
        assert list(check_vergelijking(HALT, vergelijking, eerder, eerder)) == []


def besluit(orgaan: Orgaan, datum: str = "2023-11-14", **velden: Any) -> Besluit:  # noqa: ANN401 - of any field
    return Besluit(orgaan=orgaan, datum=parse_datering(datum), **velden)


def streef(*streefwaarden: Streefwaarde, indicator: Indicator | None = None, **velden: Any) -> Dossier:  # noqa: ANN401
    """Make a policy with one goal, that should go down unless told otherwise."""
    gegeven = {"richting": Richting.DALING, **velden}
    doel = Doel(id="d1", tekst="Minder.", streefwaarden=streefwaarden, **gegeven)
    beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", doelen=(doel,))
    return attrs.evolve(LEEG, beleid=(beleid,), indicatoren=(indicator,) if indicator else ())


VIJF = Streefwaarde(jaar=2025, waarde=5.0, sinds=dag("2021-11-08"))
ZES = Streefwaarde(jaar=2025, waarde=6.0, sinds=dag("2023-11-14"))


class TestLoosened:
    """A target is made easier by the council, or not at all."""

    def test_den_bosch(self) -> None:
        procent = Indicator(id="i", naam="Slachtoffers", eenheid="%", richting=Richting.DALING)
        dossier = streef(ZES, VIJF, indicator=procent, richting=None)
        doel = attrs.evolve(dossier.beleid[0].doelen[0], indicator="i")
        dossier = attrs.evolve(dossier, beleid=(attrs.evolve(dossier.beleid[0], doelen=(doel,)),))
        (bevinding,) = vind(dossier, "N4")
        assert (bevinding.ernst, bevinding.pad) == (
            Ernst.WAARSCHUWING,
            "beleid[ivb].doelen[d1].streefwaarden[0].waarde",
        )
        assert bevinding.boodschap == (
            "De streefwaarde van doel d1 voor 2025 ging op 14 november 2023 van 5% naar 6%, en dat is soepeler, zonder "
            "besluit van de raad; vul het besluit in of leg het de raad voor."
        )

    @pytest.mark.parametrize(
        ("richting", "aantal"), [(Richting.DALING, 1), (Richting.STIJGING, 0), (Richting.BEHOUD, 1), (None, 1)]
    )
    def test_direction(self, richting: Richting | None, aantal: int) -> None:
        gevonden = vind(streef(VIJF, ZES, richting=richting), "N4")
        assert len(gevonden) == aantal
        onbekend = richting in {None, Richting.BEHOUD}
        assert all((een.variant, een.ernst) == ("richting", Ernst.INFO) for een in gevonden if onbekend)

    def test_lower_is_looser_where_it_should_rise(self) -> None:
        lager = attrs.evolve(ZES, waarde=4.0)
        assert len(vind(streef(VIJF, lager, richting=Richting.STIJGING), "N4")) == 1
        assert vind(streef(VIJF, lager), "N4") == []

    @pytest.mark.parametrize(
        ("genomen", "variant"),
        [
            (None, ""),
            (besluit(Orgaan.COLLEGE), "orgaan"),
            (besluit(Orgaan.RAAD), None),
            (besluit(Orgaan.RAAD, "onbekend"), None),
            (besluit(Orgaan.RAAD, "juli 2025"), None),
            (besluit(Orgaan.RAAD, "2025-07-01"), None),
            (besluit(Orgaan.RAAD, "2025-07-02"), ""),
            (besluit(Orgaan.RAAD, bekend_sinds=dag("2025-07-02")), ""),
        ],
    )
    def test_whose_decision(self, genomen: Besluit | None, variant: str | None) -> None:
        gevonden = vind(streef(VIJF, attrs.evolve(ZES, besluit=genomen)), "N4")
        assert [een.variant for een in gevonden] == ([] if variant is None else [variant])

    def test_each_change_is_told(self) -> None:
        zeven = attrs.evolve(ZES, waarde=7.0, sinds=dag("2024-11-14"))
        assert len(vind(streef(zeven, VIJF, ZES), "N4")) == 2
        assert len(vind(streef(VIJF, ZES, attrs.evolve(zeven, waarde=6.0)), "N4")) == 1

    def test_another_year_is_another_target(self) -> None:
        assert vind(streef(VIJF, attrs.evolve(ZES, jaar=2024)), "N4") == []

    @pytest.mark.parametrize("veld", ["sinds", "bekend_sinds"])
    def test_not_known_yet(self, veld: str) -> None:
        anders: dict[str, Any] = {veld: dag("2025-07-02")}
        later = attrs.evolve(ZES, **anders)
        assert vind(streef(VIJF, later), "N4") == []
        assert len(vind(streef(VIJF, later), "N4", dag("2025-07-02"))) == 1

    def test_a_policy_that_is_not_there_yet(self) -> None:
        dossier = streef(VIJF, ZES)
        beleid = attrs.evolve(dossier.beleid[0], vastgesteld=besluit(Orgaan.RAAD, "2025-07-02"))
        assert vind(attrs.evolve(dossier, beleid=(beleid,)), "N4") == []

    def test_unknown_order(self) -> None:
        zonder = Streefwaarde(jaar=2025, waarde=5.0)
        (bevinding,) = vind(streef(zonder, ZES), "N4")
        assert (bevinding.variant, bevinding.ernst) == ("volgorde", Ernst.INFO)
        assert bevinding.pad == "beleid[ivb].doelen[d1].streefwaarden[0].sinds"
        assert vind(streef(zonder, attrs.evolve(ZES, besluit=besluit(Orgaan.RAAD))), "N4") == []
        assert vind(streef(zonder, attrs.evolve(ZES, waarde=5.0)), "N4") == []

    def test_two_of_the_same_day(self) -> None:
        (bevinding,) = vind(streef(attrs.evolve(ZES, sinds=VIJF.sinds), VIJF), "N4")
        assert (bevinding.variant, bevinding.pad) == (
            "volgorde",
            "beleid[ivb].doelen[d1].streefwaarden[0].sinds",
        )


def pad(*waarden: float, **velden: Any) -> Dossier:  # noqa: ANN401 - of any field
    jaren = range(2023, 2023 + len(waarden))
    return streef(*(Streefwaarde(jaar=jaar, waarde=een) for jaar, een in zip(jaren, waarden, strict=True)), **velden)


class TestPath:
    """The path to the target goes one way."""

    @pytest.mark.parametrize(
        ("richting", "waarden", "tegen"),
        [
            (Richting.DALING, (15, 12, 10), []),
            (Richting.DALING, (15, 15, 10), []),
            (Richting.DALING, (12, 15, 10), ["2024"]),
            (Richting.DALING, (21, 15), ["2023"]),
            (Richting.STIJGING, (25, 22, 30), ["2024"]),
            (Richting.STIJGING, (18, 16), ["2023", "2024"]),
            (None, (25, 30), []),
            (None, (15, 10), []),
            (None, (25, 22, 30), ["2024"]),
            (None, (10, 12, 5), ["2024"]),
            (Richting.BEHOUD, (25, 20), ["2024"]),
            (Richting.BEHOUD, (20, 20), []),
        ],
    )
    def test_from_a_baseline_of_twenty(
        self, richting: Richting | None, waarden: tuple[float, ...], tegen: list[str]
    ) -> None:
        gevonden = vind(pad(*waarden, richting=richting, nulmeting=Nulmeting(waarde=20, jaar=2021)), "N5")
        assert [een.parameters["jaar"] for een in gevonden] == tegen
        assert {een.variant for een in gevonden} <= {"" if richting in {"daling", "stijging"} else "heen en weer"}

    def test_words_and_path(self) -> None:
        (bevinding,) = vind(pad(12, 15), "N5")
        assert bevinding.pad == "beleid[ivb].doelen[d1].streefwaarden[1].waarde"
        assert bevinding.boodschap == (
            "De streefwaarde van doel d1 is 15 voor 2024, na 12 voor 2023; dat gaat tegen de richting in (daling), "
            "dus kijk of zij klopt."
        )

    def test_years_up_to_the_baseline_are_no_path(self) -> None:
        assert vind(pad(10, 15, 12, nulmeting=Nulmeting(waarde=20, jaar=2023)), "N5") == []
        assert len(vind(pad(10, 15, 12, nulmeting=Nulmeting(waarde=20, jaar=2022)), "N5")) == 1

    def test_the_latest_target_of_a_year_counts(self) -> None:
        eind = Streefwaarde(jaar=2026, waarde=5.5)
        assert len(vind(streef(VIJF, eind), "N5")) == 1
        assert vind(streef(ZES, VIJF, eind), "N5") == []

    def test_a_year_of_which_the_latest_is_not_known_is_left_out(self) -> None:
        een, ander = Streefwaarde(jaar=2025, waarde=4), Streefwaarde(jaar=2025, waarde=7)
        rest = (Streefwaarde(jaar=2024, waarde=6), Streefwaarde(jaar=2026, waarde=5))
        assert vind(streef(een, ander, *rest), "N5") == []


class TestBaseline:
    """The goals of one policy start from the same year."""

    def maak(self, *jaren: int | None) -> Dossier:
        doelen = (
            Doel(id=f"d{nummer}", tekst="Minder.", nulmeting=Nulmeting(waarde=1, jaar=jaar) if jaar else None)
            for nummer, jaar in enumerate(jaren)
        )
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", doelen=tuple(doelen))
        return attrs.evolve(LEEG, beleid=(beleid,))

    @pytest.mark.parametrize(
        ("jaren", "anders"),
        [
            ((), []),
            ((2021, None, 2021), []),
            ((2021, 2018, 2021), ["d1"]),
            ((2018, 2018, 2021), ["d2"]),
            ((2021, 2018), ["d1"]),
            ((2019, 2018, 2021), ["d0", "d1"]),
        ],
    )
    def test_most_goals_or_else_the_latest_year(self, jaren: tuple[int | None, ...], anders: list[str]) -> None:
        assert [een.parameters["doel"] for een in vind(self.maak(*jaren), "N6")] == anders

    def test_words_and_path(self) -> None:
        (bevinding,) = vind(self.maak(2021, 2018), "N6")
        assert bevinding.pad == "beleid[ivb].doelen[d1].nulmeting.jaar"
        assert "Doel d1 heeft een nulmeting uit 2018, en andere doelen van IVB hebben er een uit 2021" in str(bevinding)


class TestProvisional:
    """A value that may still change is marked, until the final one is known."""

    def test_both_are_told(self) -> None:
        gevonden = vind(maak(meting("2024", voorlopig=True, volledig=False, gebied="centrum")), "N7")
        assert [een.pad for een in gevonden] == ["metingen[0].voorlopig", "metingen[0].volledig"]
        assert all("Verwijzingen Halt (centrum)" in een.boodschap for een in gevonden)

    def test_without_a_value_there_is_nothing_to_mark(self) -> None:
        assert vind(maak(meting("2024", None, voorlopig=True)), "N7") == []

    @pytest.mark.parametrize(
        ("velden", "aantal"),
        [
            ({"bekend_sinds": DAG}, 0),
            ({"bekend_sinds": dag("2025-07-02")}, 1),
            ({"gebied": "centrum"}, 1),
            ({"volledig": False}, 2),
        ],
    )
    def test_the_final_value(self, velden: dict[str, Any], aantal: int) -> None:
        assert len(vind(maak(meting("2024", voorlopig=True), meting("2024", **velden)), "N7")) == aantal


class TestSmall:
    """No trend in counts below what was agreed."""

    @pytest.mark.parametrize(
        ("velden", "pad"),
        [
            ({"aantal": 9}, "metingen[0].aantal"),
            ({"aantal": 0}, "metingen[0].aantal"),
            ({"aantal": 10}, None),
            ({}, None),
            ({"per": None, "noemer": None, "waarde": 9}, "metingen[0].waarde"),
            ({"per": None, "noemer": None, "waarde": 10}, None),
            ({"per": None, "noemer": None, "waarde": None}, None),
            ({"per": None, "eenheid": "%", "waarde": 3}, None),
        ],
    )
    def test_below_ten(self, velden: dict[str, Any], pad: str | None) -> None:
        dossier = maak(meting("2024", **{"waarde": 6, **velden}))
        gemeente = attrs.evolve(dossier.gemeente, profiel=Profiel(drempels=Drempels(kleine_aantallen=10)))
        gevonden = vind(attrs.evolve(dossier, gemeente=gemeente), "N8")
        assert [(een.pad, een.ernst) for een in gevonden] == ([(pad, Ernst.INFO)] if pad else [])

    def test_nothing_agreed(self) -> None:
        assert vind(maak(meting("2024", aantal=1)), "N8") == []


class TestSlowSource:
    """A report does not compare what its source cannot have published yet."""

    @pytest.mark.parametrize(
        ("vertraging", "aantal"), [(None, 0), (0, 0), (69, 0), (70, 1), (69 + 366, 1), (70 + 366, 2)]
    )
    def test_the_day_itself_is_in_time(self, vertraging: int | None, aantal: int) -> None:
        """The year 2024 ended 69 days before 10 March 2025; 2023 ended 366 days before that."""
        indicator = attrs.evolve(HALT, vertraging=vertraging)
        assert len(vind(vergelijk(meting("2023"), meting("2024"), indicator=indicator), "N9")) == aantal

    def test_words_and_path(self) -> None:
        indicator = attrs.evolve(HALT, vertraging=90)
        (bevinding,) = vind(vergelijk(meting("2023"), meting("2024"), indicator=indicator), "N9")
        assert bevinding.pad == "rapportages[r].vergelijkingen[0].naar"
        assert "vergelijkt Verwijzingen Halt op 10 maart 2025 al (2024)" in bevinding.boodschap
        assert "pas 90 dagen na de periode" in bevinding.boodschap

    @pytest.mark.parametrize(
        ("velden", "aantal"),
        [
            ({"bekend_sinds": dag("2025-03-10")}, 0),
            ({"bekend_sinds": dag("2025-03-11")}, 1),
            ({"bekend_sinds": dag("2025-03-10"), "waarde": None}, 1),
        ],
    )
    def test_the_source_was_faster_this_time(self, velden: dict[str, Any], aantal: int) -> None:
        indicator = attrs.evolve(HALT, vertraging=90)
        later = meting("2024", **velden)
        assert len(vind(vergelijk(meting("2023"), later, indicator=indicator), "N9")) == aantal


class TestPeriod:
    """A report measures the periods that it is about."""

    @pytest.mark.parametrize(
        ("perioden", "naar", "variant"),
        [
            (("2024-H2",), "2024-H2", None),
            (("2024-H1", "2024-H2"), "2024", None),
            (("2024-H2",), "2024-H1", ""),
            (("2024-H2",), "2024", "deels"),
            (("2024-H2",), "2024-T2", "deels"),
            (("2024-H2",), "2024-K4", "deel"),
            (("2024-H1", "2024-H2"), "2024-H2", "deel"),
            (("2023-H1", "2024-H1"), "2023-H2", ""),
        ],
    )
    def test_each(self, perioden: tuple[str, ...], naar: str, variant: str | None) -> None:
        dossier = vergelijk(van="2022", naar=naar, perioden=tuple(map(parse_periode, perioden)))
        gevonden = vind(dossier, "N10")
        ernst = Ernst.WAARSCHUWING if variant == "deel" else Ernst.FOUT
        assert [(een.variant, een.ernst) for een in gevonden] == ([] if variant is None else [(variant, ernst)])

    def test_words_and_path(self) -> None:
        dossier = vergelijk(naar="2024-T2", perioden=tuple(map(parse_periode, ("2024-K4", "2024-K3"))))
        (bevinding,) = vind(dossier, "N10")
        assert bevinding.pad == "rapportages[r].vergelijkingen[0].naar"
        assert bevinding.boodschap == (
            "Notitie gaat over het derde kwartaal van 2024 en het vierde kwartaal van 2024, maar geeft "
            "Verwijzingen Halt over een periode die daar voor een deel buiten ligt (het tweede tertaal van 2024); "
            "vergelijk de periode waarover zij gaat."
        )

    @pytest.mark.parametrize(
        ("vertraging", "naar", "variant"),
        [(None, "2023", ""), (0, "2023", ""), (400, "2023", "eerder"), (400, "2025", ""), (400, "2023/2024", "deels")],
    )
    def test_a_source_that_is_too_slow_for_the_report(self, vertraging: int | None, naar: str, variant: str) -> None:
        """What N9 asks is no fault by N10."""
        dossier = vergelijk(van="2022", naar=naar, perioden=(parse_periode("2024"),))
        traag = attrs.evolve(dossier, indicatoren=(attrs.evolve(HALT, vertraging=vertraging),))
        (bevinding,) = vind(traag, "N10")
        assert (bevinding.variant, bevinding.ernst is Ernst.FOUT) == (variant, variant != "eerder")
