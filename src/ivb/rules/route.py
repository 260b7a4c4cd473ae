"""The route of a document to the council: the last day on which each milestone must be reached.

The route is planned back from a meeting of the council. The profile of the municipality says which milestones there
are, and how many days or working days before the next one each must be reached. A count that ends on a day on which the
office is closed goes to the working day before it. The college and the committees take a document in a meeting: the
last one that is not too late. A recess stops no milestone, but the outcome names it.

Source: gemeentelijke praktijk. Lead times are agreements, with the griffie and in the house, and no law: the Algemene
termijnenwet does not move them.
"""

import datetime
from typing import NamedTuple

import attrs

from ivb.dates import Date, add_dagen, format_datum, format_weekdag, to_date
from ivb.errors import VeldError
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import EERSTE_JAAR, Regel
from ivb.model.gemeente import (
    Dageenheid,
    Doorlooptijd,
    Gemeente,
    Mijlpaal,
    Vergadering,
    Vergaderkalender,
    Vergadersoort,
)
from ivb.rules.werkdagen import Werkkalender
from ivb.sources import Bron

AFSPRAAK = Bron(titel="afspraak van de gemeente", vindplaats="profiel, doorlooptijden")
KALENDER = Bron(titel="vergaderkalender van de gemeente", vindplaats="vergaderingen en reeksen")

_VUL_AAN = "vul de kalender van de gemeente aan (vergaderingen of reeksen)"
_GEEN_DOORLOOPTIJDEN = (
    "er zijn geen doorlooptijden bekend; vul in het profiel van de gemeente in hoeveel dagen elke stap klaar moet zijn "
    "vóór de volgende (doorlooptijden)"
)


class _Woorden(NamedTuple):
    """A milestone in words: its name, a sentence that lacks its day, and whose meeting it is, if it is one."""

    naam: str
    zin: str
    vergadersoort: Vergadersoort | None = None


_WOORDEN = {
    Mijlpaal.INBRENG_PARTNERS: _Woorden("de inbreng van partners", "De inbreng van partners is er uiterlijk {}"),
    Mijlpaal.CONCEPT: _Woorden("het concept", "Het concept is uiterlijk {} klaar"),
    Mijlpaal.PORTEFEUILLEHOUDER: _Woorden(
        "de aanlevering bij de portefeuillehouder", "Het stuk is uiterlijk {} bij de portefeuillehouder"
    ),
    Mijlpaal.COLLEGEBESLUIT: _Woorden(
        "het collegebesluit", "Het college besluit uiterlijk in zijn vergadering van {}", Vergadersoort.COLLEGE
    ),
    Mijlpaal.GRIFFIE: _Woorden("de aanlevering bij de griffie", "Het stuk is uiterlijk {} bij de griffie"),
    Mijlpaal.AGENDACOMMISSIE: _Woorden(
        "de agendacommissie",
        "De agendacommissie behandelt het stuk uiterlijk in haar vergadering van {}",
        Vergadersoort.AGENDACOMMISSIE,
    ),
    Mijlpaal.COMMISSIE: _Woorden(
        "de commissie",
        "De commissie behandelt het stuk uiterlijk in haar vergadering van {}",
        Vergadersoort.COMMISSIE,
    ),
    Mijlpaal.RAADSVERGADERING: _Woorden("de raadsvergadering", "De raad vergadert op {}", Vergadersoort.RAAD),
}


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Routestap(Uitkomst):
    """A milestone on the route to the council.

    Attributes:
        mijlpaal: the milestone.
        datum: the last day on which it must be reached.
        tekst: why that day, as a Dutch sentence.
        bron: where that follows from.
    """

    mijlpaal: Mijlpaal
    datum: Date = attrs.field(converter=to_date)
    tekst: Regel
    bron: Bron

    @property
    def naam(self) -> str:
        """The milestone in words: ``het concept``."""
        return _WOORDEN[self.mijlpaal].naam


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Route(Uitkomst):
    """The route of a document to a meeting of the council, or why there is none.

    Attributes:
        vergadering: the meeting of the council, if there is one to go to.
        mijlpalen: the milestones in order of time, the meeting last; of a route that is not feasible those that were
            found before it broke off.
        reden: why there is no feasible route.
    """

    vergadering: Vergadering | None = None
    mijlpalen: tuple[Routestap, ...] = ()
    reden: Regel | None = None

    @property
    def is_haalbaar(self) -> bool:
        """Whether every milestone has its day."""
        return self.vergadering is not None and self.reden is None

    def find_datum(self, mijlpaal: Mijlpaal) -> Date | None:
        """Find the last day on which a milestone must be reached, if it is on the route."""
        return next((stap.datum for stap in self.mijlpalen if stap.mijlpaal == mijlpaal), None)


def derive_route(gemeente: Gemeente, vergadering: Vergadering) -> Route:
    """Derive the route back from a meeting of the council.

    Raises:
        VeldError: the meeting is not one of the council.

    >>> from ivb import Profiel
    >>> griffie = Doorlooptijd(mijlpaal="griffie", aantal=14, eenheid="dagen")
    >>> gemeente = Gemeente(naam="A", code="GM0001", plaats="B", profiel=Profiel(doorlooptijden=[griffie]))
    >>> route = derive_route(gemeente, Vergadering(soort="raad", datum=datetime.date(2026, 6, 8)))
    >>> route.find_datum(Mijlpaal.GRIFFIE)  # 14 days before is Whit Monday
    Date(2026, 5, 22)
    """
    if vergadering.soort is not Vergadersoort.RAAD:
        raise VeldError(
            f"een route loopt terug vanaf een vergadering van de raad, en deze is van de soort {vergadering.soort}; "
            "geef er een van de soort raad"
        )
    return _Planner.van(gemeente).plan(vergadering)


def derive_route_binnen(gemeente: Gemeente, vroegst: datetime.date | None, laatst: datetime.date | None) -> Route:
    """Derive the route back from the last meeting of the council in a window.

    When that meeting has no feasible route, an earlier one has none either: its milestones would lie earlier still.

    Args:
        gemeente: the municipality.
        vroegst: the first day on which the document is due; none when it may come at any time before the last.
        laatst: the last day on which it is due, if it is known.

    Raises:
        VeldError: the window ends before it begins.
        TypeError: one of the days is a ``datetime`` or no date.

    >>> gemeente = Gemeente(naam="A", code="GM0001", plaats="B")
    >>> derive_route_binnen(gemeente, None, datetime.date(2026, 6, 30)).reden.partition(";")[0]
    'tot en met 30 juni 2026 is geen raadsvergadering bekend'
    """
    vanaf, tot = (to_date(dag) if dag else None for dag in (vroegst, laatst))
    if tot is None:
        return Route(reden="de laatste dag waarop het stuk bij de raad moet zijn, is niet bekend; spreek er een af")
    if vanaf and vanaf > tot:
        raise VeldError(f"het venster eindigt ({format_datum(tot)}) voordat het begint ({format_datum(vanaf)})")
    laatste = gemeente.kalender.find_laatste(Vergadersoort.RAAD, tot)
    if laatste and (vanaf is None or vanaf <= laatste.datum):
        return derive_route(gemeente, laatste)
    dagen = f"tot en met {format_datum(tot)}"
    if vanaf:
        dagen = f"van {format_datum(vanaf)} {dagen}"
    return Route(reden=f"{dagen} is geen raadsvergadering bekend; {_VUL_AAN}")


def derive_route_vanaf(gemeente: Gemeente, klaar: datetime.date, *, mijlpaal: Mijlpaal = Mijlpaal.CONCEPT) -> Route:
    """Derive the first meeting of the council that can be reached, with the route to it.

    Args:
        gemeente: the municipality.
        klaar: the day on which the milestone is reached.
        mijlpaal: the milestone; the route of the municipality must have it.

    Raises:
        TypeError: ``klaar`` is a ``datetime`` or no date.

    >>> from ivb import Profiel, Vergaderreeks
    >>> juni, juli = datetime.date(2026, 6, 2), datetime.date(2026, 7, 14)
    >>> kalender = Vergaderkalender(reeksen=[Vergaderreeks(soort="raad", eerste=juni, weken=3, laatste=juli)])
    >>> profiel = Profiel(doorlooptijden=[Doorlooptijd(mijlpaal="concept", aantal=10)])
    >>> gemeente = Gemeente(naam="A", code="GM0001", plaats="B", profiel=profiel, kalender=kalender)
    >>> derive_route_vanaf(gemeente, datetime.date(2026, 6, 9)).vergadering.datum
    Date(2026, 6, 23)
    >>> derive_route_vanaf(gemeente, datetime.date(2026, 6, 10)).vergadering.datum
    Date(2026, 7, 14)
    """
    planner, dag, raad = _Planner.van(gemeente), to_date(klaar), _find_raad(gemeente)
    if mijlpaal not in planner.mijlpalen:
        return Route(reden=planner.explain_absence(mijlpaal))
    routes = (planner.plan(vergadering) for vergadering in raad if vergadering.datum >= dag)
    eerste = next((route for route in routes if _reaches(route, mijlpaal, dag)), None)
    if eerste:
        return eerste
    if not raad:
        return Route(reden=f"er is geen raadsvergadering bekend; {_VUL_AAN}")
    laatste = planner.plan(raad[-1])
    if raad[-1].datum >= dag and not laatste.is_haalbaar:
        return laatste
    return Route(
        reden=f"met {_WOORDEN[mijlpaal].naam} op {format_weekdag(dag)} is geen bekende raadsvergadering te halen: de "
        f"laatste is op {format_weekdag(raad[-1].datum)}; {_VUL_AAN}"
    )


def explain_route(route: Route) -> str:
    """Say in Dutch on which day each milestone must be reached, and why, or why there is no feasible route.

    >>> print(explain_route(Route(reden="er is geen raadsvergadering bekend")))
    Geen haalbare route: er is geen raadsvergadering bekend.
    """
    reden = [f"Geen haalbare route: {route.reden}."] if route.reden else []
    stappen = (f"{nummer}. {stap.tekst}\n   Bron: {stap.bron}" for nummer, stap in enumerate(route.mijlpalen, 1))
    return "\n".join([*reden, *stappen])


def _find_raad(gemeente: Gemeente) -> tuple[Vergadering, ...]:
    return gemeente.kalender.find_vergaderingen(Vergadersoort.RAAD)


def _reaches(route: Route, mijlpaal: Mijlpaal, dag: Date) -> bool:
    datum = route.find_datum(mijlpaal)
    return route.is_haalbaar and datum is not None and datum >= dag


@attrs.frozen
class _Planner:
    """Plans back from a meeting of the council, as one municipality agreed."""

    doorlooptijden: tuple[Doorlooptijd, ...]
    kalender: Vergaderkalender
    werkkalender: Werkkalender

    @classmethod
    def van(cls, gemeente: Gemeente) -> "_Planner":
        """Take the agreements of a municipality, the last milestone first; where a milestone has two, the first."""
        per_mijlpaal = {een.mijlpaal: een for een in reversed(gemeente.profiel.doorlooptijden)}
        volgorde = [een for een in reversed(Mijlpaal) if een is not Mijlpaal.RAADSVERGADERING]
        doorlooptijden = tuple(per_mijlpaal[een] for een in volgorde if een in per_mijlpaal)
        return cls(doorlooptijden, gemeente.kalender, Werkkalender.van(gemeente))

    @property
    def mijlpalen(self) -> set[Mijlpaal]:
        """The milestones on the route."""
        return {Mijlpaal.RAADSVERGADERING, *(een.mijlpaal for een in self.doorlooptijden)}

    def plan(self, vergadering: Vergadering) -> Route:
        """Go back from the meeting, milestone by milestone, as far as that goes."""
        stappen = [self._start(vergadering)]
        reden = None if self.doorlooptijden else _GEEN_DOORLOOPTIJDEN
        for doorlooptijd in self.doorlooptijden:
            geteld = self._count_back(doorlooptijd, stappen[-1].datum)
            datum = self._find_dag(doorlooptijd.mijlpaal, geteld)
            if datum is None:
                reden = _explain_onhaalbaar(doorlooptijd.mijlpaal, geteld)
                break
            tekst = _explain_stap(doorlooptijd, stappen[-1].mijlpaal, geteld, datum)
            stappen.append(self._build_stap(doorlooptijd.mijlpaal, datum, tekst))
        return Route(vergadering=vergadering, mijlpalen=tuple(reversed(stappen)), reden=reden)

    def explain_absence(self, mijlpaal: Mijlpaal) -> str:
        """Say why a milestone is not on the route."""
        if not self.doorlooptijden:
            return _GEEN_DOORLOOPTIJDEN
        naam = _WOORDEN[mijlpaal].naam
        return (
            f"{naam} staat niet op de route van deze gemeente; vul in haar profiel een doorlooptijd voor {mijlpaal} in"
        )

    def _start(self, vergadering: Vergadering) -> Routestap:
        naam = f" ({vergadering.naam})" if vergadering.naam else ""
        return self._build_stap(Mijlpaal.RAADSVERGADERING, vergadering.datum, naam)

    def _build_stap(self, mijlpaal: Mijlpaal, datum: Date, waarom: str) -> Routestap:
        woorden, reces = _WOORDEN[mijlpaal], self.kalender.find_reces(datum)
        tekst = f"{woorden.zin.format(format_weekdag(datum))}{waarom}."
        if reces:
            tekst += f" Die dag valt in een reces ({reces.naam})."
        bron = KALENDER if woorden.vergadersoort else AFSPRAAK
        return Routestap(mijlpaal=mijlpaal, datum=datum, tekst=tekst, bron=bron)

    def _count_back(self, doorlooptijd: Doorlooptijd, volgende: Date) -> Date:
        if doorlooptijd.eenheid is Dageenheid.WERKDAGEN:
            return self.werkkalender.tel(volgende, -doorlooptijd.aantal)
        return add_dagen(volgende, -doorlooptijd.aantal)

    def _find_dag(self, mijlpaal: Mijlpaal, geteld: Date) -> Date | None:
        """Find the last day up to the counted one on which a milestone can be reached."""
        soort = _WOORDEN[mijlpaal].vergadersoort
        if soort is None:
            datum = self.werkkalender.vorige(geteld)
            return datum if datum.year >= EERSTE_JAAR else None
        vergadering = self.kalender.find_laatste(soort, geteld)
        return vergadering.datum if vergadering else None


def _explain_onhaalbaar(mijlpaal: Mijlpaal, geteld: Date) -> str:
    """Say why no day is left for a milestone."""
    naam, _, soort = _WOORDEN[mijlpaal]
    if soort is None:
        return f"{naam} zou vóór {EERSTE_JAAR} vallen; kijk het jaartal en de doorlooptijden na"
    return f"op of vóór {format_weekdag(geteld)} is geen vergadering van de soort {soort} bekend; {_VUL_AAN}"


def _explain_stap(doorlooptijd: Doorlooptijd, volgende: Mijlpaal, geteld: Date, datum: Date) -> str:
    """Say how a day follows from the lead time, as the end of a sentence."""
    aantal, naam = doorlooptijd.aantal, _WOORDEN[volgende].naam
    eenheid = doorlooptijd.eenheid.removesuffix("en") if aantal == 1 else doorlooptijd.eenheid
    afstand = f"{aantal} {eenheid} vóór {naam}" if aantal else f"de dag van {naam}"
    if datum == geteld:
        return f": dat is {afstand}"
    is_vergadering = _WOORDEN[doorlooptijd.mijlpaal].vergadersoort
    slot = "dit is de laatste vergadering tot en met die dag" if is_vergadering else "dat is geen werkdag"
    return f": {afstand} is {format_weekdag(geteld)}, en {slot}"
