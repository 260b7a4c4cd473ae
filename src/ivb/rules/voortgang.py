"""The state of the actions of a plan on a day.

An action is told of in a log of dated notes; its state on a day is the last note that was so and known by then. An
action may slip but may not vanish: when a moment that the plan itself names passes without a word (a moment to look at
it, its end, the end of the plan), its state is stale. Source: gemeentelijke praktijk (Leiden: two axes of status;
Dalfsen: percentages; audit offices missed the line from plan to action).
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import attrs

from ivb.dates import Date, add_dagen, to_date
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Jaarplan
from ivb.model.voortgang import Oordeel, Voortgang, Voortgangsmelding
from ivb.rules.stand import Stand, derive_stand

GEEINDIGD = frozenset({Voortgang.AFGEROND, Voortgang.VERVALLEN, Voortgang.DOORGESCHOVEN})
"""How an action ends."""

_ERNST = (Oordeel.ROOD, Oordeel.ORANJE, Oordeel.GROEN, Oordeel.GRIJS)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Actiestand(Uitkomst):
    """How an action of a plan stood on a day.

    Attributes:
        actie: the id of the action.
        jaarplan: the id of the plan.
        meldingen: its notes, in order of their days; the state is that of the last one.
        verder_in: the ids of the later plans in which the action stands.
        verouderd_sinds: the day since which a new note is missing; none when none is.
    """

    actie: Regel
    jaarplan: Regel
    meldingen: tuple[Voortgangsmelding, ...] = ()
    verder_in: tuple[Regel, ...] = ()
    verouderd_sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))

    @property
    def melding(self) -> Voortgangsmelding | None:
        """The last note; none when nothing was told yet."""
        return self.meldingen[-1] if self.meldingen else None

    @property
    def vorige(self) -> Voortgangsmelding | None:
        """The note before the last one."""
        return self.meldingen[-2] if self.meldingen[1:] else None

    @property
    def voortgang(self) -> Voortgang | None:
        """How far the action is, if that was told."""
        return self.melding.voortgang if self.melding else None

    @property
    def percentage(self) -> int | None:
        """How much is done, if the last note says so."""
        return self.melding.percentage if self.melding else None

    @property
    def oordelen(self) -> dict[str, Oordeel | None]:
        """The judgements of the last note on time, money and quality."""
        namen = ("tijd", "geld", "kwaliteit")
        return {naam: getattr(self.melding, naam) if self.melding else None for naam in namen}

    @property
    def oordeel(self) -> Oordeel | None:
        """The gravest of the three judgements: red, orange, green, grey."""
        return next((ernst for ernst in _ERNST if ernst in self.oordelen.values()), None)

    @property
    def is_geeindigd(self) -> bool:
        """Whether the action was finished, dropped or carried over."""
        return self.voortgang in GEEINDIGD


def derive_actiestanden(
    dossier: Dossier,
    *,
    peildatum: datetime.date,
    bekend_op: datetime.date | None = None,
    jaarplan: str | None = None,
) -> tuple[Actiestand, ...]:
    """Derive how each action of a plan stood on a day, in the order of the plan.

    A note that does not name its plan belongs to the last plan with the action that had begun on its day.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so.
        bekend_op: the day on which that was known; without it, the same day.
        jaarplan: the id of the plan; without it, the latest plan that held on the day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> standen = derive_actiestanden(voorbeeld(), peildatum=datetime.date(2024, 7, 1))
    >>> standen[4].actie, standen[4].voortgang, standen[4].verouderd_sinds
    ('A5', None, Date(2024, 7, 1))
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    gevraagd = _find_jaarplan(stand, jaarplan)
    if gevraagd is None:
        return ()
    logboek = derive_logboek(stand)
    return tuple(_derive(stand, gevraagd, actie, logboek) for actie in gevraagd.acties)


class Logboek(NamedTuple):
    """The plans in which each action stands, in order, and its notes per plan, in order of their days."""

    plannen: dict[str, tuple[Jaarplan, ...]]
    meldingen: dict[tuple[str, str], tuple[Voortgangsmelding, ...]]

    def find_meldingen(self, jaarplan: Jaarplan, actie: str) -> tuple[Voortgangsmelding, ...]:
        """Find the notes of an action in a plan."""
        return self.meldingen.get((jaarplan.id, actie), ())

    def find_laatste(self, jaarplan: Jaarplan, actie: str) -> Voortgangsmelding | None:
        """Find the last note of an action in a plan, which says how it stands."""
        meldingen = self.find_meldingen(jaarplan, actie)
        return meldingen[-1] if meldingen else None


def derive_logboek(stand: Stand) -> Logboek:
    """Derive the log of every action on a day, in time that grows with the number of actions and notes."""
    plannen: dict[str, tuple[Jaarplan, ...]] = {}
    begin = {een.id: een.looptijd.begindatum for een in stand.jaarplannen}
    for jaarplan in stand.jaarplannen:
        for actie in jaarplan.acties:
            plannen[actie.id] = (*plannen.get(actie.id, ()), jaarplan)
    log: dict[tuple[str, str], list[Voortgangsmelding]] = {}
    for melding in sorted(stand.voortgang, key=attrgetter("sinds", "bekend_sinds")):
        if melding.actie in plannen:
            jaarplan_ = melding.jaarplan or _find_plan(plannen[melding.actie], begin, melding.sinds)
            log.setdefault((jaarplan_, melding.actie), []).append(melding)
    return Logboek(plannen, {plek: tuple(meldingen) for plek, meldingen in log.items()})


def _find_plan(plannen: Sequence[Jaarplan], begin: Mapping[str, Date], dag: Date) -> str:
    """Find the plan that a note of a day belongs to: the last one that had begun, else the first."""
    begonnen = (een.id for een in reversed(plannen) if begin[een.id] <= dag)
    return next(begonnen, plannen[0].id)


def _find_jaarplan(stand: Stand, jaarplan: str | None) -> Jaarplan | None:
    dag = stand.peildatum
    gezocht = [
        een
        for een in stand.jaarplannen
        if (een.looptijd.begindatum <= dag <= een.einddatum if jaarplan is None else een.id == jaarplan)
    ]
    return gezocht[-1] if gezocht else None


def _derive(stand: Stand, jaarplan: Jaarplan, actie: Actie, logboek: Logboek) -> Actiestand:
    plannen, log = logboek.plannen[actie.id], logboek.find_meldingen(jaarplan, actie.id)
    return Actiestand(
        actie=actie.id,
        jaarplan=jaarplan.id,
        meldingen=log,
        verder_in=tuple(een.id for een in plannen[plannen.index(jaarplan) + 1 :]),
        verouderd_sinds=_find_verouderd(stand, jaarplan, actie, log[-1] if log else None),
    )


def _find_verouderd(stand: Stand, jaarplan: Jaarplan, actie: Actie, melding: Voortgangsmelding | None) -> Date | None:
    """Find the day after the first moment of the plan that passed without a note."""
    if melding and melding.voortgang in GEEINDIGD:
        return None
    gezwegen = [
        laatst
        for nodig_sinds, laatst in _iter_momenten(stand, jaarplan, actie)
        if laatst < stand.peildatum and (melding is None or melding.sinds < nodig_sinds)
    ]
    return add_dagen(min(gezwegen), 1) if gezwegen else None


def _iter_momenten(stand: Stand, jaarplan: Jaarplan, actie: Actie) -> Iterator[tuple[Date, Date]]:
    """Give since when a note of each moment would be, and the last day of that moment.

    At a moment to look at the action a note from its first day on will do; at an end only one of the last day or later.
    """
    yield jaarplan.einddatum, jaarplan.einddatum
    for ijkmoment in actie.ijkmomenten:
        vroegst, laatst = stand.gemeente.venster(ijkmoment)
        if laatst:
            yield vroegst or laatst, laatst
    if actie.eind:
        _, laatst = stand.gemeente.venster(actie.eind)
        if laatst:
            yield laatst, laatst
