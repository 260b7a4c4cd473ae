"""When a term ends, and why."""

import datetime
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ivb import (
    Bron,
    Datering,
    Einddatum,
    Kalenderzekerheid,
    Stapsoort,
    Termijn,
    Verschuiving,
    Werkkalender,
    derive_einddatum,
    derive_gewone_dag,
    explain_einddatum,
    is_vrije_dag,
)
from ivb.dates import Date, add_dagen, to_datering
from ivb.errors import DatumError, VeldError
from ivb.rules.feestdagen import INGANG
from ivb.rules.termijnenwet import derive_atwoordeel
from ivb.testing import dateringen, datums, einddatums, termijnen, werkkalenders

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZEKER, AANNEMELIJK, ONZEKER = Kalenderzekerheid


def maak(lengte: int, eenheid: str, grondslag: str = "wet", **velden: object) -> Termijn:
    return Termijn(grondslag=grondslag, lengte=lengte, eenheid=eenheid, **velden)  # type: ignore[arg-type]


LANGST = {"dagen": 90, "werkdagen": 90, "weken": 12, "maanden": 3, "kwartalen": 1}


def wettelijke_termijnen(richting: str) -> SearchStrategy[Termijn]:
    """Draw terms for which the act holds."""
    return st.one_of(
        [
            termijnen(
                grondslag=st.sampled_from(("wet", "AMvB")),
                lengte=st.integers(1, langst),
                eenheid=eenheid,
                richting=richting,
                uitzondering=None,
            )
            for eenheid, langst in LANGST.items()
        ]
    )


# No longer than 90 of anything, so that an end lies within the years that a noun takes.
getekende_termijnen = termijnen(lengte=st.integers(1, 90))
dagen = datums().filter(lambda dag: 1990 <= dag.year <= 2109)
verschuivingen = st.sampled_from(Verschuiving)


def reken(
    termijn: Termijn,
    aanvang: Datering | datetime.date | str,
    verschuiving: Verschuiving = Verschuiving.GEEN,
    werkkalender: Werkkalender = Werkkalender(),  # noqa: B008  frozen
) -> Einddatum:
    """Derive the end, with a choice for what becomes of it where the act leaves one."""
    gekozen = None if derive_atwoordeel(termijn).geldt else verschuiving
    return derive_einddatum(termijn, aanvang, verschuiving=gekozen, werkkalender=werkkalender)


class TestCounting:
    """The day of the event does not count; a month ends on the same day of the month, or on its last day."""

    @pytest.mark.parametrize(
        ("termijn", "aanvang", "eind"),
        [
            (maak(1, "dagen"), Date(2024, 4, 22), Date(2024, 4, 23)),
            (maak(1, "weken"), Date(2024, 4, 16), Date(2024, 4, 23)),
            (maak(1, "werkdagen"), Date(2024, 4, 19), Date(2024, 4, 22)),
            (maak(1, "maanden"), Date(2024, 1, 31), Date(2024, 2, 29)),
            (maak(1, "kwartalen"), Date(2024, 11, 30), Date(2025, 2, 28)),
            (maak(1, "jaren"), Date(2024, 2, 29), Date(2025, 2, 28)),
            (maak(24, "uren"), Date(2024, 4, 22), Date(2024, 4, 23)),
            (maak(1, "dagen", richting="terug"), Date(2024, 4, 24), Date(2024, 4, 23)),
            (maak(1, "weken", richting="terug"), Date(2024, 4, 30), Date(2024, 4, 23)),
            (maak(1, "werkdagen", richting="terug"), Date(2024, 4, 22), Date(2024, 4, 19)),
            (maak(1, "maanden", richting="terug"), Date(2024, 3, 31), Date(2024, 2, 29)),
            (maak(1, "kwartalen", richting="terug"), Date(2025, 5, 31), Date(2025, 2, 28)),
            (maak(1, "jaren", richting="terug"), Date(2024, 2, 29), Date(2023, 2, 28)),
            (maak(48, "uren", richting="terug"), Date(2024, 4, 25), Date(2024, 4, 23)),
        ],
    )
    def test_each_unit_both_ways(self, termijn: Termijn, aanvang: Date, eind: Date) -> None:
        uitkomst = derive_einddatum(termijn, aanvang)
        assert uitkomst.datum == uitkomst.vroegst == uitkomst.laatst == eind

    def test_working_days_of_the_office(self) -> None:
        tien = maak(10, "werkdagen", "afspraak", richting="terug")
        assert reken(tien, Date(2024, 5, 14)).datum == Date(2024, 4, 29)
        assert reken(tien, Date(2024, 5, 14), werkkalender=Werkkalender([Date(2024, 5, 10)])).datum == Date(2024, 4, 26)

    @given(getekende_termijnen, dagen, dagen, verschuivingen, werkkalenders())
    def test_keeps_the_order(
        self, termijn: Termijn, een: Date, ander: Date, verschuiving: Verschuiving, kalender: Werkkalender
    ) -> None:
        vroeg, laat = (reken(termijn, dag, verschuiving, kalender) for dag in sorted((een, ander)))
        assert vroeg.vroegst is not None
        assert vroeg.laatst is not None
        assert laat.vroegst is not None
        assert laat.laatst is not None
        assert vroeg.vroegst <= laat.vroegst
        assert vroeg.laatst <= laat.laatst

    @given(termijnen(lengte=st.integers(1, 3)), dagen, verschuivingen)
    def test_on_the_side_of_its_direction(self, termijn: Termijn, dag: Date, verschuiving: Verschuiving) -> None:
        assume(verschuiving is Verschuiving.GEEN or derive_atwoordeel(termijn).geldt)
        uitkomst = reken(termijn, dag, verschuiving)
        assert uitkomst.vroegst is not None
        assert uitkomst.laatst is not None
        voor, na = (uitkomst.vroegst, dag) if termijn.stap < 0 else (dag, uitkomst.laatst)
        assert voor < na or termijn.eenheid == "uren"


class TestTheActOrAChoice:
    """Where the act holds it decides what becomes of the end; elsewhere that is chosen, locally always."""

    BUITEN = maak(4, "jaren")
    LOKAAL = maak(30, "dagen", "verordening")

    @pytest.mark.parametrize(
        ("verschuiving", "eind"),
        [
            (Verschuiving.GEEN, Date(2024, 5, 4)),
            (Verschuiving.VOLGENDE, Date(2024, 5, 6)),
            (Verschuiving.VORIGE, Date(2024, 5, 3)),
            ("vorige werkdag", Date(2024, 5, 3)),
        ],
    )
    def test_chosen(self, verschuiving: Verschuiving, eind: Date) -> None:
        assert derive_einddatum(self.LOKAAL, Date(2024, 4, 4), verschuiving=verschuiving).datum == eind

    def test_to_a_day_on_which_this_office_works(self) -> None:
        gesloten = Werkkalender([Date(2024, 5, 3), Date(2024, 5, 6)])
        eind = {keuze: reken(self.LOKAAL, Date(2024, 4, 4), keuze, gesloten).datum for keuze in Verschuiving}
        assert list(eind.values()) == [Date(2024, 5, 4), Date(2024, 5, 7), Date(2024, 5, 2)]

    def test_not_chosen_is_not_moved(self) -> None:
        assert derive_einddatum(self.BUITEN, Date(2021, 11, 9)).datum == Date(2025, 11, 9)

    def test_may_be_chosen_outside_the_act(self) -> None:
        uitkomst = derive_einddatum(self.BUITEN, Date(2021, 11, 9), verschuiving=Verschuiving.VOLGENDE)
        assert uitkomst.datum == Date(2025, 11, 10)

    @pytest.mark.parametrize(
        ("termijn", "reden"),
        [
            (maak(30, "dagen", "verordening"), "een verordening is geen wet en geen AMvB"),
            (maak(6, "weken", "afspraak"), "een afspraak is geen wet en geen AMvB"),
            (maak(4, "jaren", "verordening", atw_verklaard=True), "de termijn is omschreven in jaren"),
        ],
    )
    def test_must_be_chosen_locally(self, termijn: Termijn, reden: str) -> None:
        with pytest.raises(VeldError) as fout:
            derive_einddatum(termijn, Date(2024, 4, 4))
        assert str(fout.value) == (
            "zeg wat er gebeurt als deze termijn op een vrije dag eindigt: de Algemene termijnenwet geldt niet, want "
            f"{reden}; kies voor verschuiving uit geen, volgende werkdag, vorige werkdag"
        )

    @pytest.mark.parametrize(
        ("termijn", "reden"),
        [
            (maak(2, "weken"), "de termijn staat in een wet"),
            (maak(2, "weken", "AMvB"), "de termijn staat in een AMvB"),
            (maak(2, "weken", "afspraak", atw_verklaard=True), "de afspraak verklaart die wet zelf van toepassing"),
        ],
    )
    @pytest.mark.parametrize("verschuiving", Verschuiving)
    def test_may_not_be_chosen_where_the_act_decides(
        self, termijn: Termijn, reden: str, verschuiving: Verschuiving
    ) -> None:
        with pytest.raises(VeldError) as fout:
            derive_einddatum(termijn, Date(2024, 4, 4), verschuiving=verschuiving)
        assert str(fout.value) == (
            f"laat verschuiving weg: de Algemene termijnenwet geldt, want {reden}, en zegt zelf wat er gebeurt als de "
            "termijn op een vrije dag eindigt"
        )

    def test_only_what_there_is_can_be_chosen(self) -> None:
        with pytest.raises(
            VeldError, match=r"^'morgen' kan hier niet; kies uit geen, volgende werkdag, vorige werkdag$"
        ):
            derive_einddatum(self.LOKAAL, Date(2024, 4, 4), verschuiving="morgen")  # type: ignore[arg-type]

    def test_a_declaration_lets_the_act_decide(self) -> None:
        verklaard = maak(28, "dagen", "verordening", atw_verklaard=True)
        assert derive_einddatum(verklaard, Date(2024, 4, 11)).datum == Date(2024, 5, 13)

    @given(termijnen(lengte=st.integers(1, 90), atw_verklaard=False), dagen, werkkalenders())
    def test_a_local_end_is_moved_as_chosen_and_no_further(
        self, termijn: Termijn, dag: Date, kalender: Werkkalender
    ) -> None:
        assume(termijn.is_lokaal)
        geen, volgende, vorige = (reken(termijn, dag, keuze, kalender) for keuze in Verschuiving)
        assert geen.laatst is not None
        assert volgende.laatst == kalender.volgende(geen.laatst)
        assert vorige.laatst == kalender.vorige(geen.laatst)
        assert geen.zekerheid is ZEKER

    @given(getekende_termijnen, dagen, verschuivingen)
    def test_the_judgement_comes_with_the_outcome(
        self, termijn: Termijn, dag: Date, verschuiving: Verschuiving
    ) -> None:
        uitkomst = reken(termijn, dag, verschuiving)
        assert (uitkomst.atw, uitkomst.atw_reden, uitkomst.atw_bron) == derive_atwoordeel(termijn)
        assert uitkomst.termijn == termijn

    @given(wettelijke_termijnen("terug"), dagen)
    def test_the_act_never_moves_what_is_counted_back_to_a_later_day(self, termijn: Termijn, dag: Date) -> None:
        uitkomst = reken(termijn, dag)
        geteld, eind = next(stap.datum for stap in uitkomst.stappen if stap.datum), uitkomst.datum
        assert eind is not None
        assert eind <= geteld

    @given(wettelijke_termijnen("vooruit"), dagen)
    def test_a_governed_end_is_an_ordinary_day(self, termijn: Termijn, dag: Date) -> None:
        eind = reken(termijn, dag).datum
        assert eind is not None
        assert derive_gewone_dag(eind) == eind

    @given(wettelijke_termijnen("vooruit") | wettelijke_termijnen("terug"), dagen)
    def test_a_governed_term_of_three_days_holds_two_ordinary_ones(self, termijn: Termijn, dag: Date) -> None:
        assume(termijn.lengte >= 3 or termijn.eenheid not in {"dagen", "werkdagen"})
        eind = reken(termijn, dag).datum
        assert eind is not None
        aantal = abs(eind.toordinal() - dag.toordinal())
        assert sum(not is_vrije_dag(add_dagen(dag, termijn.stap * nummer)) for nummer in range(1, aantal + 1)) >= 2

    @given(getekende_termijnen, dagen)
    def test_what_the_act_does_not_govern_is_not_moved(self, termijn: Termijn, dag: Date) -> None:
        assume(not derive_atwoordeel(termijn).geldt)
        uitkomst = reken(termijn, dag)
        assert {stap.datum for stap in uitkomst.stappen if stap.datum} == {uitkomst.vroegst, uitkomst.laatst}


class TestVagueStart:
    """From a vague date follow a first and a last possible end; what is open or unknown stays so."""

    WOO = maak(2, "weken")
    MAAND = maak(1, "maanden", "afspraak")

    @pytest.mark.parametrize(
        ("termijn", "aanvang", "vroegst", "laatst"),
        [
            (WOO, "april 2024", Date(2024, 4, 15), Date(2024, 5, 14)),
            (WOO, "2024", Date(2024, 1, 15), Date(2025, 1, 14)),
            (WOO, "1 tot en met 5 mei 2024", Date(2024, 5, 15), Date(2024, 5, 21)),
            (WOO, "vanaf 1 mei 2024", Date(2024, 5, 15), None),
            (WOO, "uiterlijk 1 mei 2024", None, Date(2024, 5, 15)),
            (WOO, "vóór de zomer van 2024", None, Date(2024, 7, 15)),
            (WOO, "onbekend", None, None),
            (MAAND, "najaar 2024", Date(2024, 10, 1), Date(2024, 12, 30)),
            (MAAND, "winter 2023", Date(2024, 1, 1), Date(2024, 3, 29)),
            (maak(4, "jaren"), "november 2021", Date(2025, 11, 1), Date(2025, 11, 30)),
        ],
    )
    def test_a_window(self, termijn: Termijn, aanvang: str, vroegst: Date | None, laatst: Date | None) -> None:
        uitkomst = reken(termijn, aanvang)
        assert (uitkomst.vroegst, uitkomst.laatst, uitkomst.datum) == (vroegst, laatst, None)
        assert uitkomst.aanvang == to_datering(aanvang)

    def test_two_days_that_come_to_the_same_end(self) -> None:
        uitkomst = derive_einddatum(self.WOO, "11 tot en met 13 december 2024")
        assert uitkomst.datum == Date(2024, 12, 30)
        assert uitkomst.telling_vroegst != uitkomst.telling_laatst

    def test_a_dating_of_its_own(self) -> None:
        datering = Datering(woorden="kort na de verkiezingen", edtf="2026-03-19/2026-03-31")
        uitkomst = derive_einddatum(self.WOO, datering)
        assert (uitkomst.vroegst, uitkomst.laatst) == (Date(2026, 4, 2), Date(2026, 4, 14))

    @given(getekende_termijnen, dateringen(), verschuivingen)
    def test_the_two_counts_are_those_of_the_two_days(
        self, termijn: Termijn, aanvang: Datering, verschuiving: Verschuiving
    ) -> None:
        vroegst, laatst = aanvang.venster()
        assume(all(dag is None or 1990 <= dag.year <= 2109 for dag in (vroegst, laatst)))
        uitkomst = reken(termijn, aanvang, verschuiving)
        assert uitkomst.telling_vroegst == (reken(termijn, vroegst, verschuiving).telling_vroegst if vroegst else None)
        assert uitkomst.telling_laatst == (reken(termijn, laatst, verschuiving).telling_laatst if laatst else None)

    @given(getekende_termijnen, dateringen(), st.integers(0, 400), verschuivingen)
    def test_who_knows_more_gets_no_wider_window(
        self, termijn: Termijn, aanvang: Datering, nummer: int, verschuiving: Verschuiving
    ) -> None:
        vroegst, laatst = aanvang.venster()
        assume(vroegst and laatst and vroegst.year >= 1990 and laatst.year <= 2109)
        assert vroegst is not None
        assert laatst is not None
        scherper = min(add_dagen(vroegst, nummer), laatst)
        ruim, scherp = reken(termijn, aanvang, verschuiving), reken(termijn, scherper, verschuiving)
        assert ruim.vroegst is not None
        assert ruim.laatst is not None
        assert scherp.vroegst is not None
        assert scherp.laatst is not None
        assert ruim.vroegst <= scherp.vroegst <= scherp.laatst <= ruim.laatst

    def test_the_least_certain_count_counts(self) -> None:
        assert derive_einddatum(self.WOO, "december 2028").zekerheid is AANNEMELIJK
        assert derive_einddatum(self.WOO, "vanaf december 2028").zekerheid is ZEKER
        assert derive_einddatum(self.WOO, "26 april 2029 tot en met 7 mei 2029").zekerheid is ONZEKER
        assert derive_einddatum(self.WOO, "onbekend").zekerheid is ZEKER


class TestHours:
    """Hours are real ones, from a moment with its time zone; from a day they are counted from any moment of it."""

    @pytest.mark.parametrize(
        ("begin", "uren", "eind"),
        [
            ("2024-05-23T16:30+02:00", 48, "2024-05-25T16:30:00+02:00"),
            ("2024-03-30T14:00+01:00", 24, "2024-03-31T15:00:00+02:00"),
            ("2024-10-26T14:00+02:00", 24, "2024-10-27T13:00:00+01:00"),
            ("2024-03-31T01:59+01:00", 1, "2024-03-31T03:59:00+02:00"),
            ("2024-10-27T02:30+02:00", 1, "2024-10-27T02:30:00+01:00"),
        ],
    )
    def test_over_a_change_of_the_clock_and_back(self, begin: str, uren: int, eind: str) -> None:
        moment = datetime.datetime.fromisoformat(begin).astimezone(AMSTERDAM)
        uitkomst = derive_einddatum(maak(uren, "uren"), moment)
        assert uitkomst.moment is not None
        assert uitkomst.moment.isoformat() == eind
        assert uitkomst.datum == uitkomst.moment.date()
        assert uitkomst.aanvang.edtf == moment.date().isoformat()
        assert uitkomst.aanvang.woorden.endswith(f" om {moment:%H.%M} uur")
        terug = derive_einddatum(maak(uren, "uren", richting="terug"), uitkomst.moment)
        assert terug.moment is not None
        assert terug.moment.isoformat() == moment.isoformat()

    def test_a_moment_of_pendulum(self) -> None:
        uitkomst = derive_einddatum(maak(24, "uren"), pendulum.datetime(2024, 3, 30, 14, tz="Europe/Amsterdam"))
        assert uitkomst.moment == datetime.datetime(2024, 3, 31, 13, tzinfo=datetime.UTC)

    @pytest.mark.parametrize(
        ("uren", "richting", "vroegst", "laatst"),
        [
            (1, "vooruit", Date(2024, 4, 23), Date(2024, 4, 24)),
            (24, "vooruit", Date(2024, 4, 24), Date(2024, 4, 24)),
            (25, "vooruit", Date(2024, 4, 24), Date(2024, 4, 25)),
            (72, "vooruit", Date(2024, 4, 26), Date(2024, 4, 26)),
            (1, "terug", Date(2024, 4, 22), Date(2024, 4, 23)),
            (24, "terug", Date(2024, 4, 22), Date(2024, 4, 22)),
            (25, "terug", Date(2024, 4, 21), Date(2024, 4, 22)),
            (72, "terug", Date(2024, 4, 20), Date(2024, 4, 20)),
        ],
    )
    def test_from_a_day(self, uren: int, richting: str, vroegst: Date, laatst: Date) -> None:
        uitkomst = derive_einddatum(maak(uren, "uren", richting=richting), Date(2024, 4, 23))
        assert (uitkomst.vroegst, uitkomst.laatst, uitkomst.moment) == (vroegst, laatst, None)

    @given(
        st.integers(1, 200),
        st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2100, 1, 1), timezones=st.just(datetime.UTC)),  # noqa: DTZ001
        st.sampled_from(("vooruit", "terug")),
    )
    def test_a_moment_lies_in_the_window_of_its_day(self, uren: int, moment: datetime.datetime, richting: str) -> None:
        termijn = maak(uren, "uren", richting=richting)
        scherp, ruim = derive_einddatum(termijn, moment), derive_einddatum(termijn, moment.date())
        assert ruim.vroegst is not None
        assert ruim.laatst is not None
        assert scherp.datum is not None
        assert ruim.vroegst <= scherp.datum <= ruim.laatst
        assert (ruim.laatst - ruim.vroegst).days <= 1
        assert scherp.moment == moment + termijn.stap * datetime.timedelta(hours=uren)

    def test_a_moved_end_has_no_moment(self) -> None:
        """It would be another day than that of the outcome."""
        termijn = maak(48, "uren", "afspraak")
        vrijdag = datetime.datetime(2024, 4, 26, 14, tzinfo=AMSTERDAM)
        uitkomst = derive_einddatum(termijn, vrijdag, verschuiving=Verschuiving.VOLGENDE)
        assert (uitkomst.datum, uitkomst.moment) == (Date(2024, 4, 29), None)
        niet_verschoven = derive_einddatum(termijn, vrijdag, verschuiving=Verschuiving.GEEN)
        assert niet_verschoven.moment == datetime.datetime(2024, 4, 28, 14, tzinfo=AMSTERDAM)

    def test_a_moment_needs_a_time_zone(self) -> None:
        with pytest.raises(TypeError, match=r'^een moment heeft een tijdzone nodig, zoals zoneinfo.ZoneInfo\("Eur'):
            derive_einddatum(maak(48, "uren"), datetime.datetime(2024, 4, 23))  # noqa: DTZ001

    @pytest.mark.parametrize("eenheid", ["dagen", "werkdagen", "weken", "maanden", "kwartalen", "jaren"])
    def test_no_other_term_begins_at_a_moment(self, eenheid: str) -> None:
        with pytest.raises(TypeError, match=r"^hier hoort een datum \(datetime.date\); alleen een termijn in uren beg"):
            derive_einddatum(maak(1, eenheid), datetime.datetime(2024, 4, 23, tzinfo=AMSTERDAM))


class TestTheEnds:
    """What the calendar or a noun does not have is refused, in words."""

    MOMENT = datetime.datetime(2024, 4, 23, tzinfo=AMSTERDAM)
    ATW_GELDT = "de Algemene termijnenwet geldt sinds 1 april 1965"

    @pytest.mark.parametrize(
        ("termijn", "aanvang", "boodschap"),
        [
            (maak(10**9, "uren"), MOMENT, "1000000000 uur na 23 april 2024 valt buiten de kalender"),
            (maak(10**30, "uren"), MOMENT, f"{10**30} uur na 23 april 2024 valt buiten de kalender"),
            (
                maak(10**9, "uren", richting="terug"),
                MOMENT,
                "1000000000 uur vóór 23 april 2024 valt buiten de kalender",
            ),
            (maak(8000, "jaren"), Date(2024, 4, 23), "96000 maanden na 23 april 2024 valt buiten de kalender"),
            (
                maak(10**7, "dagen", richting="terug"),
                Date(2024, 4, 23),
                "10000000 dagen vóór 23 april 2024 valt buiten de kalender",
            ),
            (maak(2, "weken"), Date(9999, 12, 20), "14 dagen na 20 december 9999 valt buiten de kalender"),
        ],
    )
    def test_no_such_day(self, termijn: Termijn, aanvang: datetime.date, boodschap: str) -> None:
        with pytest.raises(DatumError) as fout:
            derive_einddatum(termijn, aanvang)
        assert str(fout.value) == boodschap

    def test_a_year_that_no_file_may_name(self) -> None:
        assert derive_einddatum(maak(4, "jaren"), Date(2198, 4, 23)).datum == Date(2202, 4, 23)

    def test_words_that_cannot_be_read(self) -> None:
        with pytest.raises(DatumError, match="'eind 2024' is geen datering die ivb kent"):
            derive_einddatum(maak(4, "jaren"), "eind 2024")

    def test_no_date_at_all(self) -> None:
        with pytest.raises(TypeError, match="hier hoort een datum"):
            derive_einddatum(maak(4, "jaren"), 20240423)  # type: ignore[arg-type]


class TestBeforeTheAct:
    """An end before 1 April 1965 was not moved; from that day on it is, whenever the term began."""

    @pytest.mark.parametrize(
        ("aanvang", "eind", "zekerheid"),
        [
            (Date(1965, 3, 7), Date(1965, 3, 21), ZEKER),  # a Sunday
            (Date(1965, 3, 17), Date(1965, 3, 31), ZEKER),
            (Date(1965, 3, 18), INGANG, AANNEMELIJK),
            (Date(1965, 3, 20), Date(1965, 4, 5), AANNEMELIJK),  # 3 April was a Saturday
        ],
    )
    def test_the_border(self, aanvang: Date, eind: Date, zekerheid: Kalenderzekerheid) -> None:
        uitkomst = derive_einddatum(maak(2, "weken"), aanvang)
        assert (uitkomst.datum, uitkomst.zekerheid, uitkomst.atw) == (eind, zekerheid, True)

    def test_says_so(self) -> None:
        stap = derive_einddatum(maak(2, "weken"), Date(1965, 3, 7)).stappen[-1]
        assert stap.tekst == (
            "Niet verlengd: de Algemene termijnenwet geldt niet, want zij is er pas sinds 1 april 1965."
        )
        assert str(stap.bron) == "Algemene termijnenwet, art. 1 lid 1"


class TestSteps:
    """The steps lead from the day of the event to the end: the last one holds it, and each has its source."""

    def test_where_the_term_is_set_comes_first(self) -> None:
        bron = Bron(titel="Wet open overheid", vindplaats="art. 3.3 lid 4")
        eerste, tweede, *_ = derive_einddatum(maak(2, "weken", bron=bron), Date(2024, 4, 9)).stappen
        assert (eerste.soort, eerste.tekst, eerste.bron) == (Stapsoort.AFGESPROKEN, "De termijn is 2 weken.", bron)
        assert (tweede.soort, tweede.bron.vindplaats) == (Stapsoort.GETELD, "ECLI:NL:PHR:2017:419")

    @pytest.mark.parametrize(
        ("eenheid", "bron"),
        [
            ("uren", "eigen afspraak van ivb, uren lopen door, dag en nacht"),
            ("werkdagen", "werkdagen van de gemeente, profiel, sluitingsdagen"),
            ("dagen", "Parket bij de Hoge Raad, 12 mei 2017, ECLI:NL:PHR:2017:419"),
        ],
    )
    def test_each_unit_is_counted_by_its_own_source(self, eenheid: str, bron: str) -> None:
        assert str(derive_einddatum(maak(5, eenheid), Date(2024, 4, 9)).stappen[0].bron) == bron

    def test_moved(self) -> None:
        stappen = reken(maak(30, "dagen", "verordening"), Date(2024, 4, 4), Verschuiving.VORIGE).stappen
        assert [(stap.soort.value, stap.tekst, str(stap.bron)) for stap in stappen] == [
            (
                "geteld",
                "De dag zelf telt niet mee: 30 dagen na 4 april 2024 is zaterdag 4 mei 2024.",
                "Parket bij de Hoge Raad, 12 mei 2017, ECLI:NL:PHR:2017:419",
            ),
            (
                "niet verlengd",
                "Niet verlengd: de Algemene termijnenwet geldt niet, want een verordening is geen wet en geen AMvB.",
                "Algemene termijnenwet, art. 1 lid 1",
            ),
            (
                "verschoven",
                "Verschoven naar de vorige werkdag, vrijdag 3 mei 2024.",
                "werkdagen van de gemeente, profiel, sluitingsdagen",
            ),
        ]

    def test_not_moved(self) -> None:
        stap = reken(maak(30, "dagen", "verordening"), Date(2024, 4, 2), Verschuiving.VOLGENDE).stappen[-1]
        assert (stap.soort, stap.tekst) == (
            Stapsoort.NIET_VERSCHOVEN,
            "Niet verschoven: donderdag 2 mei 2024 is een werkdag.",
        )

    def test_hours_begin_at_once(self) -> None:
        stap = derive_einddatum(maak(24, "uren"), Date(2024, 4, 22)).stappen[0]
        assert stap.tekst == "24 uur na 22 april 2024 is dinsdag 23 april 2024."

    @given(getekende_termijnen, dagen, verschuivingen)
    def test_each_count_ends_where_its_steps_end(self, termijn: Termijn, dag: Date, verschuiving: Verschuiving) -> None:
        uitkomst = reken(termijn, dag, verschuiving)
        for telling in (uitkomst.telling_vroegst, uitkomst.telling_laatst):
            assert telling is not None
            assert telling.aanvang == dag
            assert telling.stappen[bool(termijn.bron)].soort is Stapsoort.GETELD
            assert telling.stappen[-1].datum == telling.einddatum

    @given(getekende_termijnen, dateringen(), verschuivingen)
    def test_both_counts_are_told_and_the_same_one_once(
        self, termijn: Termijn, aanvang: Datering, verschuiving: Verschuiving
    ) -> None:
        assume(all(dag is None or 1990 <= dag.year <= 2109 for dag in aanvang.venster()))
        uitkomst = reken(termijn, aanvang, verschuiving)
        tellingen = {
            telling: telling.stappen for telling in (uitkomst.telling_vroegst, uitkomst.telling_laatst) if telling
        }
        assert uitkomst.stappen == tuple(stap for stappen in tellingen.values() for stap in stappen)


class TestExplanation:
    """An outcome explains itself: first when the term ends, then each step with its source."""

    NOVEMBER_2025 = "niet eerder dan zaterdag 1 november 2025 en niet later dan zondag 30 november 2025"

    @pytest.mark.parametrize(
        ("termijn", "aanvang", "zin"),
        [
            (
                maak(2, "weken"),
                Date(2024, 12, 11),
                "De termijn van 2 weken na 11 december 2024 eindigt op maandag 30 december 2024.",
            ),
            (
                maak(10, "dagen", "afspraak", richting="terug"),
                Date(2024, 5, 14),
                "De termijn van 10 dagen vóór 14 mei 2024 eindigt op zaterdag 4 mei 2024.",
            ),
            (
                maak(4, "jaren"),
                "november 2021",
                f"De termijn van 4 jaar na „november 2021” eindigt {NOVEMBER_2025}.",
            ),
            (
                maak(2, "weken"),
                "vanaf 1 mei 2024",
                "De termijn van 2 weken na „vanaf 1 mei 2024” eindigt niet eerder dan woensdag 15 mei 2024.",
            ),
            (
                maak(2, "weken"),
                "uiterlijk 1 mei 2024",
                "De termijn van 2 weken na „uiterlijk 1 mei 2024” eindigt niet later dan woensdag 15 mei 2024.",
            ),
            (
                maak(2, "weken"),
                "onbekend",
                "De termijn van 2 weken na een onbekende dag eindigt op een dag die niet bekend is.",
            ),
            (
                maak(2, "weken"),
                "23 april 2024",
                "De termijn van 2 weken na 23 april 2024 eindigt op dinsdag 7 mei 2024.",
            ),
            (
                maak(24, "uren"),
                datetime.datetime(2024, 3, 30, 9, 5, tzinfo=AMSTERDAM),
                "De termijn van 24 uur na 30 maart 2024 om 09.05 uur eindigt op zondag 31 maart 2024 om 10.05 uur.",
            ),
        ],
    )
    def test_the_first_sentence(self, termijn: Termijn, aanvang: datetime.date | str, zin: str) -> None:
        assert explain_einddatum(reken(termijn, aanvang)).splitlines()[0] == zin

    def test_without_steps_there_is_one_line(self) -> None:
        assert "\n" not in explain_einddatum(derive_einddatum(maak(2, "weken"), "onbekend"))

    def test_the_steps_follow(self) -> None:
        uitleg = explain_einddatum(derive_einddatum(maak(2, "weken"), "11 tot en met 13 december 2024"))
        assert [regel.split(".")[0] for regel in uitleg.splitlines()[1::2]] == list(map(str, range(1, 13)))

    @given(einddatums())
    def test_any_outcome(self, uitkomst: Einddatum) -> None:
        assert explain_einddatum(uitkomst).startswith(f"De termijn van {uitkomst.termijn} ")
