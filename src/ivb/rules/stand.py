"""What was so on one day, as far as it was known on another.

A fact has two dates: since when it is so, and since when that is known. What the council knew on 1 May is what was
known on 1 May, and that never changes by what is learned later. An obligation counts as soon as it may exist (a promise
of "2021" from 1 January 2021 on); it ends only when that is certain. Vague dates are read here once, with the seasons
and the recess of the municipality. Source: own agreement of ivb.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeVar

import attrs

from ivb.dates import Date, Datering, to_date
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.besluit import Besluit, Orgaan, Verlenging
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


class Genomen(Protocol):
    """What was done on a day that may be vague: a promise, a decision."""

    @property
    def datum(self) -> Datering:
        """When it was done."""

    @property
    def bekend_sinds(self) -> Date | None:
        """The day since which it is known, where that is later."""


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
        return frozenset(maand for deel in self.rapportage.perioden for maand in deel.maandnummers)


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

    @property
    def grens(self) -> Date:
        """The last day of which anything is so and known."""
        return min(self.peildatum, self.bekend_op)


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
    blik = _Blik(dag, dag if bekend_op is None else to_date(bekend_op), dossier.gemeente)
    return Stand(
        peildatum=dag,
        bekend_op=blik.bekend,
        gemeente=dossier.gemeente,
        bijgehouden_vanaf=dossier.bijgehouden_vanaf,
        beleid=tuple(blik.iter_vastgesteld(dossier.beleid)),
        jaarplannen=tuple(blik.iter_vastgesteld(dossier.jaarplannen)),
        voortgang=blik.view_log(dossier.voortgang),
        toezeggingen=tuple(blik.iter_toezeggingen(dossier.toezeggingen)),
        raadsbrieven=tuple(brief for brief in dossier.raadsbrieven if brief.datum <= min(dag, blik.bekend)),
        leveringen=tuple(sorted(blik.iter_leveringen(dossier), key=lambda een: (een.datum, een.rapportage.id))),
    )


def is_denkbaar(gemeente: Gemeente, gedaan: Genomen, dag: Date, bekend_op: Date | None = None) -> bool:
    """Tell whether something may have been done by a day, and was known on that day or on another."""
    bekend = dag if bekend_op is None else bekend_op
    vroegst = gemeente.venster(gedaan.datum)[0]
    return (vroegst is None or vroegst <= min(dag, bekend)) and _is_known(gedaan, bekend)


def _is_known(gedaan: Genomen, dag: Date) -> bool:
    return gedaan.bekend_sinds is None or gedaan.bekend_sinds <= dag


class _Blik(NamedTuple):
    """Looks at a dossier from a day, as far as known on another."""

    dag: Date
    bekend: Date
    gemeente: Gemeente

    def iter_vastgesteld(self, alle: tuple[V, ...]) -> Iterator[V]:
        """Give the policies or plans that may hold, with the extensions that may have been decided."""
        for een in alle:
            if een.vastgesteld and not self._may_be(een.vastgesteld):
                continue
            verlengingen = tuple(map(self._resolve_verlenging, filter(self._may_be_extended, een.verlengingen)))
            vastgesteld = een.vastgesteld and self._resolve(een.vastgesteld)
            anders = (vastgesteld, verlengingen) != (een.vastgesteld, een.verlengingen)
            yield attrs.evolve(een, vastgesteld=vastgesteld, verlengingen=verlengingen) if anders else een

    def iter_toezeggingen(self, alle: tuple[Toezegging, ...]) -> Iterator[Toezegging]:
        """Give the promises that may have been made, without what was not so yet or not known."""
        for een in alle:
            if self._may_be(een):
                besluit = een.afvoerbesluit and self._resolve(een.afvoerbesluit)
                voorgesteld = self.view_log((een.afvoervoorstel,) if een.afvoervoorstel else ())
                gezien = attrs.evolve(
                    een,
                    datum=self.gemeente.resolve(een.datum),
                    statuslog=self.view_log(een.statuslog),
                    afdoeningen=self.view_log(een.afdoeningen),
                    afvoervoorstel=voorgesteld[0] if voorgesteld else None,
                    afvoerbesluit=besluit if besluit and self._is_afgevoerd(besluit) else None,
                )
                yield een if gezien == een else gezien

    def iter_leveringen(self, dossier: Dossier) -> Iterator[Levering]:
        """Give each report that the council had, with its first letter; one without counts from its own day."""
        eerste: dict[str, Raadsbrief] = {}
        for brief in sorted(dossier.raadsbrieven, key=lambda brief: (brief.datum, brief.id), reverse=True):
            if brief.datum <= self.bekend:
                eerste |= dict.fromkeys(brief.documenten, brief)
        for rapportage in dossier.rapportages:
            gebracht = eerste.get(rapportage.id)
            datum = gebracht.datum if gebracht else rapportage.datum
            if datum and datum <= min(self.dag, self.bekend):
                yield Levering(datum, rapportage, gebracht.id if gebracht else None)

    def _may_be(self, gedaan: Genomen) -> bool:
        return is_denkbaar(self.gemeente, gedaan, self.dag, self.bekend)

    def _is_known(self, gedaan: Genomen) -> bool:
        return _is_known(gedaan, self.bekend)

    def _may_be_extended(self, verlenging: Verlenging) -> bool:
        return verlenging.besluit is None or self._may_be(verlenging.besluit)

    def _is_afgevoerd(self, besluit: Besluit) -> bool:
        """Tell whether it is certain that the council struck a promise; no other organ can."""
        laatst = besluit.datum.laatst
        gedaan = laatst is not None and laatst <= min(self.dag, self.bekend)
        return gedaan and besluit.orgaan is Orgaan.RAAD and self._is_known(besluit)

    def _resolve(self, besluit: Besluit) -> Besluit:
        datum = self.gemeente.resolve(besluit.datum)
        return besluit if datum == besluit.datum else attrs.evolve(besluit, datum=datum)

    def _resolve_verlenging(self, verlenging: Verlenging) -> Verlenging:
        return attrs.evolve(verlenging, besluit=self._resolve(verlenging.besluit)) if verlenging.besluit else verlenging

    def view_log(self, log: tuple[G, ...]) -> tuple[G, ...]:
        """Give the notes of a log that were so and known."""
        return tuple(een for een in log if een.sinds <= self.dag and een.bekend_sinds <= self.bekend)
