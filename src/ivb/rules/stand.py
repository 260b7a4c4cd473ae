"""What was so on one day, as far as it was known on another.

A fact has two dates: since when it is so, and since when that is known. What the council knew on 1 May is what was
known on 1 May, and that never changes by what is learned later. An obligation counts as soon as it may exist (a promise
of "2021" from 1 January 2021 on); it ends only when that is certain.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeVar

import attrs

from ivb.dates import Date, to_date
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.jaarplan import Jaarplan
from ivb.model.raadsbrief import Raadsbrief
from ivb.model.rapportage import Rapportage
from ivb.model.toezegging import Toezegging
from ivb.model.voortgang import Voortgangsmelding


class Gedateerd(Protocol):
    """A note in a log: so since a day, and known since a day."""

    @property
    def sinds(self) -> Date:
        """The day since which it is so."""

    @property
    def bekend_sinds(self) -> Date:
        """The day since which that is known."""


G = TypeVar("G", bound=Gedateerd)
V = TypeVar("V", Veiligheidsbeleid, Jaarplan)


class Levering(NamedTuple):
    """A report, the day on which the council had it, and the letter that brought it, if one did."""

    datum: Date
    rapportage: Rapportage
    raadsbrief: str | None

    @property
    def maanden(self) -> frozenset[int]:
        """The months that it tells of, counted as a period counts them."""
        delen = (range(deel.maandnummer, deel.maandnummer + deel.maanden) for deel in self.rapportage.perioden)
        return frozenset(maand for deel in delen for maand in deel)


class Stand(NamedTuple):
    """The part of a dossier that was so on a day, as far as it was known on another."""

    peildatum: Date
    bekend_op: Date
    gemeente: Gemeente
    bijgehouden_vanaf: Date
    beleid: tuple[Veiligheidsbeleid, ...]
    jaarplannen: tuple[Jaarplan, ...]
    voortgang: tuple[Voortgangsmelding, ...]
    toezeggingen: tuple[Toezegging, ...]
    raadsbrieven: tuple[Raadsbrief, ...]
    leveringen: tuple[Levering, ...]


def derive_stand(dossier: Dossier, peildatum: datetime.date, bekend_op: datetime.date | None = None) -> Stand:
    """Derive what was so on a day.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so.
        bekend_op: the day on which it was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> stand = derive_stand(voorbeeld(), datetime.date(2024, 4, 22))
    >>> [een.id for een in stand.toezeggingen], stand.leveringen
    (['halfjaarlijkse-notitie'], ())
    """
    dag = to_date(peildatum)
    bekend = dag if bekend_op is None else to_date(bekend_op)
    grens = min(dag, bekend)
    return Stand(
        peildatum=dag,
        bekend_op=bekend,
        gemeente=dossier.gemeente,
        bijgehouden_vanaf=dossier.bijgehouden_vanaf,
        beleid=_view_vastgesteld(dossier.beleid, grens),
        jaarplannen=_view_vastgesteld(dossier.jaarplannen, grens),
        voortgang=_view_log(dossier.voortgang, dag, bekend),
        toezeggingen=tuple(
            _view_toezegging(een, dag, bekend) for een in dossier.toezeggingen if (een.datum.vroegst or grens) <= grens
        ),
        raadsbrieven=tuple(brief for brief in dossier.raadsbrieven if brief.datum <= grens),
        leveringen=tuple(sorted(_iter_leveringen(dossier, bekend, grens), key=lambda levering: levering.datum)),
    )


def _may_be(besluit: Besluit | None, grens: Date) -> bool:
    """Tell whether a decision may have been taken by a day; one that is not known may."""
    return besluit is None or (besluit.datum.vroegst or grens) <= grens


def _view_vastgesteld(stukken: tuple[V, ...], grens: Date) -> tuple[V, ...]:
    """Give the policies or plans that may have been adopted by a day, with the extensions that may."""
    return tuple(_view_verlengd(een, grens) for een in stukken if _may_be(een.vastgesteld, grens))


def _view_verlengd(stuk: V, grens: Date) -> V:
    verlengingen = tuple(een for een in stuk.verlengingen if _may_be(een.besluit, grens))
    return stuk if verlengingen == stuk.verlengingen else attrs.evolve(stuk, verlengingen=verlengingen)


def _view_toezegging(toezegging: Toezegging, dag: Date, bekend: Date) -> Toezegging:
    """Leave out of a promise what was not so yet, or not known."""
    besluit, voorstel = toezegging.afvoerbesluit, toezegging.afvoervoorstel
    afvoerdag = besluit.datum.laatst if besluit else None
    statuslog = _view_log(toezegging.statuslog, dag, bekend)
    afdoeningen = _view_log(toezegging.afdoeningen, dag, bekend)
    voorgesteld = _view_log((voorstel,) if voorstel else (), dag, bekend)
    gezien = attrs.evolve(
        toezegging,
        statuslog=statuslog,
        afdoeningen=afdoeningen,
        afvoervoorstel=voorgesteld[0] if voorgesteld else None,
        afvoerbesluit=besluit if afvoerdag and afvoerdag <= min(dag, bekend) else None,
    )
    return toezegging if gezien == toezegging else gezien


def _view_log(log: tuple[G, ...], dag: Date, bekend: Date) -> tuple[G, ...]:
    return tuple(melding for melding in log if melding.sinds <= dag and melding.bekend_sinds <= bekend)


def _iter_leveringen(dossier: Dossier, bekend: Date, grens: Date) -> Iterator[Levering]:
    """Give each report that the council had, with its first letter; one without a letter counts from its own day."""
    eerste: dict[str, Raadsbrief] = {}
    for brief in sorted(dossier.raadsbrieven, key=lambda brief: brief.datum, reverse=True):
        if brief.datum <= bekend:
            eerste |= dict.fromkeys(brief.documenten, brief)
    for rapportage in dossier.rapportages:
        brief_ = eerste.get(rapportage.id)
        datum = brief_.datum if brief_ else rapportage.datum
        if datum and datum <= grens:
            yield Levering(datum, rapportage, brief_.id if brief_ else None)
