"""The route of a document to the council: back from a meeting, within a window, and forward from a concept."""

import datetime
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ivb import (
    Dageenheid,
    Doorlooptijd,
    Gemeente,
    Mijlpaal,
    Profiel,
    Reces,
    Route,
    Sluitingsdag,
    VeldError,
    Vergadering,
    Vergaderkalender,
    Vergaderreeks,
    Vergadersoort,
    derive_route,
    derive_route_binnen,
    derive_route_vanaf,
    explain_route,
)
from ivb.dates import Date
from ivb.testing import doorlooptijden, recessen, routes, sluitingsdagen, vergaderingen, vergaderreeksen

# A year of meetings on Tuesdays: the college every week, the committee and the council every three.
COLLEGE = Vergaderreeks(
    soort=Vergadersoort.COLLEGE, eerste=datetime.date(2026, 1, 6), laatste=datetime.date(2026, 12, 22)
)
COMMISSIE = Vergaderreeks(
    soort=Vergadersoort.COMMISSIE, eerste=datetime.date(2026, 1, 13), weken=3, laatste=datetime.date(2026, 12, 15)
)
RAAD = Vergaderreeks(
    soort=Vergadersoort.RAAD, eerste=datetime.date(2026, 1, 27), weken=3, laatste=datetime.date(2026, 12, 15)
)
ZOMERRECES = Reces(naam="zomerreces", begindatum=datetime.date(2026, 7, 11), einddatum=datetime.date(2026, 8, 23))
KALENDER = Vergaderkalender(reeksen=(COLLEGE, COMMISSIE, RAAD), recessen=(ZOMERRECES,))
DOORLOOPTIJDEN = (
    Doorlooptijd(mijlpaal=Mijlpaal.INBRENG_PARTNERS, aantal=10),
    Doorlooptijd(mijlpaal=Mijlpaal.CONCEPT, aantal=5),
    Doorlooptijd(mijlpaal=Mijlpaal.PORTEFEUILLEHOUDER, aantal=5),
    Doorlooptijd(mijlpaal=Mijlpaal.COLLEGEBESLUIT, aantal=2),
    Doorlooptijd(mijlpaal=Mijlpaal.GRIFFIE, aantal=14, eenheid=Dageenheid.DAGEN),
    Doorlooptijd(mijlpaal=Mijlpaal.COMMISSIE, aantal=10, eenheid=Dageenheid.DAGEN),
)
GEMEENTE = Gemeente(
    naam="A", code="GM0001", plaats="B", profiel=Profiel(doorlooptijden=DOORLOOPTIJDEN), kalender=KALENDER
)
ZONDER_COLLEGE = attrs.evolve(GEMEENTE, kalender=attrs.evolve(KALENDER, reeksen=(COMMISSIE, RAAD)))
VUL_AAN = "vul de kalender van de gemeente aan (vergaderingen of reeksen)"
MOMENT = datetime.datetime(2026, 6, 2, tzinfo=datetime.UTC)

# The holidays on which an office is closed, from a calendar; those in a weekend are left out.
FEESTDAGEN = {
    datetime.date(jaar, maand, dag)
    for jaar, dagen in {
        2024: [(1, 1), (4, 1), (5, 9), (5, 20), (12, 25), (12, 26)],
        2025: [(1, 1), (4, 21), (5, 29), (6, 9), (12, 25), (12, 26)],
        2026: [(1, 1), (4, 6), (4, 27), (5, 14), (5, 25), (12, 25)],
        2027: [(1, 1), (3, 29), (4, 27), (5, 6), (5, 17)],
    }.items()
    for maand, dag in dagen
}
VERGADERSOORTEN = {
    Mijlpaal.COLLEGEBESLUIT: Vergadersoort.COLLEGE,
    Mijlpaal.AGENDACOMMISSIE: Vergadersoort.AGENDACOMMISSIE,
    Mijlpaal.COMMISSIE: Vergadersoort.COMMISSIE,
}
JAREN = (datetime.date(2025, 1, 1), datetime.date(2027, 6, 30))
DAG = datetime.timedelta(days=1)


def raad(jaar: int, maand: int, dag: int, naam: str | None = None) -> Vergadering:
    return Vergadering(soort=Vergadersoort.RAAD, datum=datetime.date(jaar, maand, dag), naam=naam)


def griffie(aantal: int, eenheid: Dageenheid = Dageenheid.DAGEN) -> Doorlooptijd:
    return Doorlooptijd(mijlpaal=Mijlpaal.GRIFFIE, aantal=aantal, eenheid=eenheid)


def met(
    *lijst: Doorlooptijd, kalender: Vergaderkalender = KALENDER, gesloten: tuple[Sluitingsdag, ...] = ()
) -> Gemeente:
    profiel = Profiel(doorlooptijden=lijst, sluitingsdagen=gesloten)
    return attrs.evolve(GEMEENTE, profiel=profiel, kalender=kalender)


def datums(route: Route) -> dict[str, str]:
    return {stap.mijlpaal.value: str(stap.datum) for stap in route.mijlpalen}


class TestBack:
    """Each milestone is reached so many days before the next: on a working day, or in the last meeting in time."""

    def test_every_milestone(self) -> None:
        # 10 days before 2 June is a Saturday; the committee meets on 19 May. The griffie has it 14 days before, on
        # 5 May, which is a working day; 2 working days before is Friday 1 May, and the college meets on 28 April. Among
        # the working days before that are neither 27 April (Koningsdag) nor 6 April (Easter Monday).
        route = derive_route(GEMEENTE, raad(2026, 6, 2))
        assert route.is_haalbaar
        assert datums(route) == {
            "inbreng partners": "2026-03-27",
            "concept": "2026-04-13",
            "portefeuillehouder": "2026-04-20",
            "collegebesluit": "2026-04-28",
            "griffie": "2026-05-05",
            "commissie": "2026-05-19",
            "raadsvergadering": "2026-06-02",
        }

    def test_explanation(self, golden: Callable[[str, str], None]) -> None:
        uitkomsten = [derive_route(GEMEENTE, een) for een in (raad(2026, 6, 2, "eerste termijn"), raad(2026, 9, 15))]
        golden("route.txt", "\n\n".join(map(explain_route, uitkomsten)) + "\n")

    @pytest.mark.parametrize(
        ("doorlooptijd", "dag", "datum", "tekst"),
        [
            (griffie(14), 2, "2026-05-19", "19 mei 2026 bij de griffie: dat is 14 dagen vóór de raadsvergadering."),
            (griffie(1), 2, "2026-06-01", ": dat is 1 dag vóór de raadsvergadering."),
            (griffie(1, Dageenheid.WERKDAGEN), 2, "2026-06-01", ": dat is 1 werkdag vóór de raadsvergadering."),
            (griffie(6, Dageenheid.WERKDAGEN), 2, "2026-05-22", ": dat is 6 werkdagen vóór de raadsvergadering."),
            (griffie(8), 2, "2026-05-22", ": 8 dagen vóór de raadsvergadering is maandag 25 mei 2026, en dat is geen "),
            (griffie(0), 2, "2026-06-02", ": dat is de dag van de raadsvergadering."),
            (griffie(0), 6, "2026-06-05", ": de dag van de raadsvergadering is zaterdag 6 juni 2026, en dat is geen "),
        ],
    )
    def test_lead_time(self, doorlooptijd: Doorlooptijd, dag: int, datum: str, tekst: str) -> None:
        stap, _ = derive_route(met(doorlooptijd), raad(2026, 6, dag)).mijlpalen
        assert str(stap.datum) == datum
        assert tekst in stap.tekst

    def test_a_closed_day_of_the_office(self) -> None:
        gesloten = (Sluitingsdag(datum=datetime.date(2026, 6, 1)),)
        route = derive_route(met(griffie(1), gesloten=gesloten), raad(2026, 6, 2))
        assert datums(route)["griffie"] == "2026-05-29"

    def test_of_two_lead_times_the_first_counts(self) -> None:
        assert datums(derive_route(met(griffie(7), griffie(14)), raad(2026, 6, 2)))["griffie"] == "2026-05-26"

    def test_the_order_in_the_profile_does_not_count(self) -> None:
        omgekeerd = derive_route(met(*reversed(DOORLOOPTIJDEN)), raad(2026, 6, 2))
        assert omgekeerd == derive_route(GEMEENTE, raad(2026, 6, 2))

    def test_a_lead_time_of_the_meeting_itself_leads_nowhere(self) -> None:
        zelf = Doorlooptijd(mijlpaal=Mijlpaal.RAADSVERGADERING, aantal=30)
        assert derive_route(met(zelf, griffie(7)), raad(2026, 6, 2)) == derive_route(met(griffie(7)), raad(2026, 6, 2))

    def test_an_agendacommissie_of_every_month(self) -> None:
        maandelijks = tuple(
            Vergadering(soort=Vergadersoort.AGENDACOMMISSIE, datum=datetime.date(2026, maand, 12))
            for maand in (4, 5, 6)
        )
        agendacommissie = Doorlooptijd(mijlpaal=Mijlpaal.AGENDACOMMISSIE, aantal=21, eenheid=Dageenheid.DAGEN)
        gemeente = met(agendacommissie, griffie(1), kalender=attrs.evolve(KALENDER, vergaderingen=maandelijks))
        assert datums(derive_route(gemeente, raad(2026, 6, 2))) == {
            "griffie": "2026-05-11",
            "agendacommissie": "2026-05-12",
            "raadsvergadering": "2026-06-02",
        }

    @pytest.mark.parametrize(("dag", "in_reces"), [(11, True), (10, False)])
    def test_a_recess_stops_nothing_but_is_named(self, dag: int, in_reces: bool) -> None:  # noqa: FBT001
        stap = derive_route(met(griffie(7)), raad(2026, 7, dag)).mijlpalen[-1]
        assert stap.datum == Date(2026, 7, dag)
        assert stap.tekst.endswith(". Die dag valt in een reces (zomerreces).") is in_reces

    @pytest.mark.parametrize("soort", [Vergadersoort.COLLEGE, Vergadersoort.COMMISSIE])
    def test_only_back_from_the_council(self, soort: Vergadersoort) -> None:
        vergadering = Vergadering(soort=soort, datum=datetime.date(2026, 6, 2))
        with pytest.raises(VeldError, match=f"deze is van de soort {soort}; geef er een van de soort raad"):
            derive_route(GEMEENTE, vergadering)


class TestNotFeasible:
    """Without a feasible route there is a reason, with how far the route went, and no exception."""

    @pytest.mark.parametrize("lijst", [(), (Doorlooptijd(mijlpaal=Mijlpaal.RAADSVERGADERING, aantal=1),)])
    def test_no_lead_times(self, lijst: tuple[Doorlooptijd, ...]) -> None:
        route = derive_route(met(*lijst), raad(2026, 6, 2))
        assert route.reden == (
            "er zijn geen doorlooptijden bekend; vul in het profiel van de gemeente in hoeveel dagen elke stap klaar "
            "moet zijn vóór de volgende (doorlooptijden)"
        )
        assert datums(route) == {"raadsvergadering": "2026-06-02"}

    def test_no_meeting_early_enough(self) -> None:
        route = derive_route(GEMEENTE, raad(2026, 1, 27))
        geen = "op of vóór woensdag 24 december 2025 is geen vergadering van de soort college bekend"
        assert route.reden == f"{geen}; {VUL_AAN}"
        assert datums(route) == {
            "griffie": "2025-12-30",
            "commissie": "2026-01-13",
            "raadsvergadering": "2026-01-27",
        }

    def test_before_the_years_of_a_dossier(self) -> None:
        assert derive_route(met(griffie(1)), raad(1900, 1, 2)).find_datum(Mijlpaal.GRIFFIE) == Date(1900, 1, 1)
        assert derive_route(met(griffie(1)), raad(1900, 1, 1)).reden == (
            "de aanlevering bij de griffie zou vóór 1900 vallen; kijk het jaartal en de doorlooptijden na"
        )

    def test_explanation(self) -> None:
        geen = "op of vóór zaterdag 10 januari 2026 is geen vergadering van de soort commissie bekend"
        assert explain_route(derive_route(met(DOORLOOPTIJDEN[-1]), raad(2026, 1, 20))).splitlines() == [
            f"Geen haalbare route: {geen}; {VUL_AAN}.",
            "1. De raad vergadert op dinsdag 20 januari 2026.",
            "   Bron: vergaderkalender van de gemeente, vergaderingen en reeksen",
        ]

    @given(routes(reden=None, vergadering=None) | routes(reden="er is geen raadsvergadering bekend"))
    def test_without_a_meeting_or_with_a_reason(self, route: Route) -> None:
        assert not route.is_haalbaar

    @given(routes(reden=None, vergadering=vergaderingen()), st.sampled_from(Mijlpaal))
    def test_otherwise_it_is(self, route: Route, mijlpaal: Mijlpaal) -> None:
        assert route.is_haalbaar
        assert (route.find_datum(mijlpaal) is None) is (mijlpaal not in {stap.mijlpaal for stap in route.mijlpalen})


class TestWindow:
    """Within a window the last meeting of the council counts, the first and the last day included."""

    def test_a_window_that_ends_before_it_begins(self) -> None:
        with pytest.raises(VeldError) as fout:
            derive_route_binnen(GEMEENTE, datetime.date(2026, 6, 30), datetime.date(2026, 1, 1))
        assert str(fout.value) == "het venster eindigt (1 januari 2026) voordat het begint (30 juni 2026)"

    @pytest.mark.parametrize(
        ("vroegst", "laatst", "datum"),
        [
            (datetime.date(2026, 9, 1), datetime.date(2026, 11, 30), "2026-11-17"),
            (datetime.date(2026, 6, 2), datetime.date(2026, 6, 2), "2026-06-02"),
            (None, datetime.date(2026, 8, 24), "2026-06-23"),
        ],
    )
    def test_the_last_meeting(self, vroegst: datetime.date | None, laatst: datetime.date, datum: str) -> None:
        route = derive_route_binnen(GEMEENTE, vroegst, laatst)
        assert route.is_haalbaar
        assert datums(route)["raadsvergadering"] == datum

    @pytest.mark.parametrize(
        ("vroegst", "laatst", "dagen"),
        [
            (
                datetime.date(2026, 6, 24),
                datetime.date(2026, 8, 24),
                "van 24 juni 2026 tot en met 24 augustus 2026",
            ),
            (None, datetime.date(2026, 1, 26), "tot en met 26 januari 2026"),
        ],
    )
    def test_no_meeting(self, vroegst: datetime.date | None, laatst: datetime.date, dagen: str) -> None:
        route = derive_route_binnen(GEMEENTE, vroegst, laatst)
        assert route == Route(reden=f"{dagen} is geen raadsvergadering bekend; {VUL_AAN}")

    def test_no_last_day(self) -> None:
        assert derive_route_binnen(GEMEENTE, datetime.date(2026, 9, 1), None) == Route(
            reden="de laatste dag waarop het stuk bij de raad moet zijn, is niet bekend; spreek er een af"
        )

    def test_no_route_to_the_last_meeting(self) -> None:
        route = derive_route_binnen(GEMEENTE, None, datetime.date(2026, 1, 31))
        assert route == derive_route(GEMEENTE, raad(2026, 1, 27))
        assert not route.is_haalbaar

    def test_a_moment_is_no_day(self) -> None:
        with pytest.raises(TypeError, match="geen datetime"):
            derive_route_binnen(GEMEENTE, None, MOMENT)
        with pytest.raises(TypeError, match="geen datetime"):
            derive_route_binnen(GEMEENTE, MOMENT, None)


class TestForward:
    """What is ready on a day reaches the first meeting of which the route asks it on that day or later."""

    @pytest.mark.parametrize(
        ("klaar", "mijlpaal", "datum"),
        [
            (datetime.date(2026, 4, 13), Mijlpaal.CONCEPT, "2026-06-02"),
            (datetime.date(2026, 4, 14), Mijlpaal.CONCEPT, "2026-06-23"),
            (datetime.date(2026, 5, 5), Mijlpaal.GRIFFIE, "2026-06-02"),
            (datetime.date(2026, 5, 6), Mijlpaal.GRIFFIE, "2026-06-23"),
            (datetime.date(2026, 6, 3), Mijlpaal.RAADSVERGADERING, "2026-06-23"),
            (datetime.date(2025, 1, 1), Mijlpaal.CONCEPT, "2026-02-17"),
        ],
    )
    def test_the_first_meeting(self, klaar: datetime.date, mijlpaal: Mijlpaal, datum: str) -> None:
        route = derive_route_vanaf(GEMEENTE, klaar, mijlpaal=mijlpaal)
        assert route.is_haalbaar
        assert datums(route)["raadsvergadering"] == datum

    def test_a_concept_unless_it_says_otherwise(self) -> None:
        dag = datetime.date(2026, 4, 14)
        assert derive_route_vanaf(GEMEENTE, dag) == derive_route(GEMEENTE, raad(2026, 6, 23))

    @pytest.mark.parametrize(
        ("gemeente", "reden"),
        [
            (met(), "er zijn geen doorlooptijden bekend"),
            (met(griffie(7)), "het concept staat niet op de route van deze gemeente"),
            (met(*DOORLOOPTIJDEN, kalender=Vergaderkalender()), "er is geen raadsvergadering bekend"),
            (GEMEENTE, "met het concept op woensdag 21 oktober 2026 is geen bekende raadsvergadering te halen: de"),
            (ZONDER_COLLEGE, "op of vóór vrijdag 6 november 2026 is geen vergadering van de soort college bekend"),
        ],
    )
    def test_no_meeting(self, gemeente: Gemeente, reden: str) -> None:
        route = derive_route_vanaf(gemeente, datetime.date(2026, 10, 21))
        assert not route.is_haalbaar
        assert (route.reden or "").startswith(reden)

    def test_names_what_is_missing(self) -> None:
        vul_in = "vul in haar profiel een doorlooptijd voor concept in"
        assert (derive_route_vanaf(met(griffie(7)), JAREN[0]).reden or "").endswith(f"; {vul_in}")
        laatste = f"te halen: de laatste is op dinsdag 8 december 2026; {VUL_AAN}"
        assert (derive_route_vanaf(GEMEENTE, JAREN[1]).reden or "").endswith(laatste)

    def test_on_the_day_of_the_last_meeting_its_own_route_says_why(self) -> None:
        zonder = derive_route_vanaf(ZONDER_COLLEGE, datetime.date(2026, 12, 8))
        assert zonder == derive_route(ZONDER_COLLEGE, raad(2026, 12, 8))

    def test_after_the_last_meeting_its_route_says_nothing(self) -> None:
        route = derive_route_vanaf(ZONDER_COLLEGE, datetime.date(2026, 12, 9))
        assert (route.vergadering, route.mijlpalen) == (None, ())
        assert "is geen bekende raadsvergadering te halen" in (route.reden or "")

    def test_a_moment_is_no_day(self) -> None:
        with pytest.raises(TypeError, match="geen datetime"):
            derive_route_vanaf(GEMEENTE, MOMENT)


def reeksen(soort: Vergadersoort) -> SearchStrategy[Vergaderreeks]:
    eerste = st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    laatste = st.dates(datetime.date(2026, 7, 1), datetime.date(2027, 6, 30))
    return vergaderreeksen(soort=soort, eerste=eerste, weken=st.integers(1, 6), laatste=laatste)


@st.composite
def draw_gemeenten(draw: DrawFn) -> Gemeente:
    """Draw a municipality where everybody meets; its lead times are so short that no milestone is before 2024."""
    dag = st.dates(*JAREN)
    kalender = Vergaderkalender(
        vergaderingen=(raad(2026, 6, 2), *draw(st.lists(vergaderingen(datum=dag), max_size=3))),
        reeksen=tuple(draw(reeksen(soort)) for soort in Vergadersoort),
        recessen=tuple(draw(st.lists(recessen(begindatum=dag, einddatum=dag), max_size=2))),
    )
    lijst = draw(st.lists(doorlooptijden(aantal=st.integers(0, 25)), min_size=1, max_size=9))
    gesloten = draw(st.lists(sluitingsdagen(datum=dag), max_size=5))
    return met(*lijst, kalender=kalender, gesloten=tuple(gesloten))


@st.composite
def draw_routes(draw: DrawFn) -> tuple[Gemeente, Route]:
    """Draw a municipality with the route to one of the meetings of its council."""
    gemeente = draw(draw_gemeenten())
    return gemeente, derive_route(gemeente, draw(st.sampled_from(find_raad(gemeente))))


def find_raad(gemeente: Gemeente) -> tuple[Vergadering, ...]:
    return gemeente.kalender.find_vergaderingen(Vergadersoort.RAAD)


def find_doorlooptijd(gemeente: Gemeente, mijlpaal: Mijlpaal) -> Doorlooptijd:
    return next(een for een in gemeente.profiel.doorlooptijden if een.mijlpaal is mijlpaal)


def find_mogelijk(gemeente: Gemeente, mijlpaal: Mijlpaal) -> Callable[[datetime.date], bool]:
    """Give what tells whether a milestone can be reached on a day: in a meeting, else on a working day."""
    soort = VERGADERSOORTEN.get(mijlpaal)
    if soort is None:
        return partial(telt, gemeente, Dageenheid.WERKDAGEN)
    return {een.datum for een in gemeente.kalender.find_vergaderingen(soort)}.__contains__


def telt(gemeente: Gemeente, eenheid: Dageenheid, dag: datetime.date) -> bool:
    """Tell whether a day counts in a unit."""
    gesloten = {een.datum for een in gemeente.profiel.sluitingsdagen}
    return eenheid is Dageenheid.DAGEN or (dag.weekday() < 5 and dag not in FEESTDAGEN and dag not in gesloten)


class TestLastDay:
    """A milestone stands on the last possible day that leaves its lead time before the next."""

    @given(draw_routes())
    def test_is_possible_and_leaves_the_lead_time(self, geval: tuple[Gemeente, Route]) -> None:
        gemeente, route = geval
        for stap, volgende in pairwise(route.mijlpalen):
            doorlooptijd = find_doorlooptijd(gemeente, stap.mijlpaal)
            assert stap.datum <= volgende.datum
            assert find_mogelijk(gemeente, stap.mijlpaal)(stap.datum)
            dagen = [datetime.date.fromordinal(n) for n in range(stap.datum.toordinal(), volgende.datum.toordinal())]
            assert sum(telt(gemeente, doorlooptijd.eenheid, dag) for dag in dagen) >= doorlooptijd.aantal

    @given(draw_routes())
    def test_no_later_day_will_do(self, geval: tuple[Gemeente, Route]) -> None:
        gemeente, route = geval
        for stap, volgende in pairwise(route.mijlpalen):
            doorlooptijd, is_mogelijk = (
                find_doorlooptijd(gemeente, stap.mijlpaal),
                find_mogelijk(gemeente, stap.mijlpaal),
            )
            dag, geteld = datetime.date.fromordinal(volgende.datum.toordinal()), 0
            while geteld < doorlooptijd.aantal or not is_mogelijk(dag):
                dag -= DAG
                geteld += telt(gemeente, doorlooptijd.eenheid, dag)
            assert stap.datum == dag

    @given(draw_routes())
    def test_has_every_milestone_with_a_lead_time_or_breaks_off(self, geval: tuple[Gemeente, Route]) -> None:
        gemeente, route = geval
        afgesproken = {een.mijlpaal for een in gemeente.profiel.doorlooptijden} | {Mijlpaal.RAADSVERGADERING}
        volgorde = [een for een in Mijlpaal if een in afgesproken]
        gevonden = [stap.mijlpaal for stap in route.mijlpalen]
        assert gevonden == volgorde[-len(gevonden) :]
        assert route.is_haalbaar is (gevonden == volgorde and len(volgorde) > 1)

    @given(draw_routes())
    def test_a_recess_is_named_and_nothing_else(self, geval: tuple[Gemeente, Route]) -> None:
        gemeente, route = geval
        for stap in route.mijlpalen:
            in_reces = any(reces.begindatum <= stap.datum <= reces.einddatum for reces in gemeente.kalender.recessen)
            assert ("valt in een reces" in stap.tekst) is in_reces


def assert_not_later(eerder: Route, later: Route) -> None:
    assert later.is_haalbaar or not eerder.is_haalbaar
    for stap in eerder.mijlpalen:
        datum = later.find_datum(stap.mijlpaal)
        assert datum is not None
        assert stap.datum <= datum


class TestMonotone:
    """More lead time, or an earlier meeting, never makes a milestone later, nor a route feasible."""

    @given(draw_routes(), st.sampled_from(Mijlpaal), st.integers(1, 20))
    def test_more_lead_time(self, geval: tuple[Gemeente, Route], mijlpaal: Mijlpaal, meer: int) -> None:
        gemeente, route = geval
        langer = [
            attrs.evolve(een, aantal=een.aantal + (meer if een.mijlpaal is mijlpaal else 0))
            for een in gemeente.profiel.doorlooptijden
        ]
        profiel = attrs.evolve(gemeente.profiel, doorlooptijden=tuple(langer))
        assert route.vergadering is not None
        assert_not_later(derive_route(attrs.evolve(gemeente, profiel=profiel), route.vergadering), route)

    @given(draw_gemeenten())
    def test_an_earlier_meeting(self, gemeente: Gemeente) -> None:
        for eerder, later in pairwise(derive_route(gemeente, een) for een in find_raad(gemeente)):
            assert_not_later(eerder, later)


class TestBackAndForwardAgree:
    """A window, and a day on which something is ready, lead to the meeting that trying all of them leads to."""

    @given(draw_gemeenten(), st.none() | st.dates(*JAREN), st.dates(*JAREN))
    def test_window(self, gemeente: Gemeente, vroegst: datetime.date | None, laatst: datetime.date) -> None:
        assume(vroegst is None or vroegst <= laatst)
        binnen = [een for een in find_raad(gemeente) if (vroegst or een.datum) <= een.datum <= laatst]
        haalbaar = [route for route in (derive_route(gemeente, een) for een in binnen) if route.is_haalbaar]
        route = derive_route_binnen(gemeente, vroegst, laatst)
        assert route.is_haalbaar is bool(haalbaar)
        assert not haalbaar or route == haalbaar[-1]

    @given(draw_gemeenten(), st.dates(*JAREN), st.sampled_from(Mijlpaal))
    def test_forward(self, gemeente: Gemeente, klaar: datetime.date, mijlpaal: Mijlpaal) -> None:
        haalbaar = [
            route
            for route in (derive_route(gemeente, een) for een in find_raad(gemeente))
            if route.is_haalbaar and (route.find_datum(mijlpaal) or datetime.date.min) >= klaar
        ]
        route = derive_route_vanaf(gemeente, klaar, mijlpaal=mijlpaal)
        assert route.is_haalbaar is bool(haalbaar)
        assert not haalbaar or route == haalbaar[0]
