"""The reports that the council is owed: which periods, when each is due, and which report covers it.

A periodic promise, or an agreement in the policy itself, is an endless row of periods. A report covers a period when it
tells of every month of it, alone or together with others. What was due before the dossier was kept is unknown, never a
gap.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import attrs

from ivb.dates import Date, Datering, Periode, Periodesoort, format_datum, parse_datering, to_date, to_periode
from ivb.model.base import Noun, refine
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.model.rapportage import Rapportage
from ivb.model.rapportageafspraak import Rapportageafspraak
from ivb.model.toezegging import Relatie, Relatiesoort, Toezegging


class Leverstatus(StrEnum):
    """How it stands with a report that is owed; unknown is what lies before the dossier was kept."""

    GELEVERD = "geleverd"
    TE_LEVEREN = "te leveren"
    TE_LAAT = "te laat"
    ONBEKEND = "onbekend"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class VerwachteRapportage(Noun):
    """A report that the council is owed.

    Attributes:
        periode: the period to report on.
        grondslag: the id of the promise or the policy from which it follows.
        termijn: when it is due, in words; none when that was not agreed.
        vroegst: the first day on which it is due.
        laatst: the last day on which it is due; after that it is overdue.
        rapportages: the ids of the reports that cover the period.
        geleverd: the day on which the council had the whole of it.
        status: how it stands on the day that was asked about.
    """

    periode: Periode = attrs.field(converter=to_periode)
    grondslag: Regel
    termijn: Datering | None = None
    vroegst: Date | None = None
    laatst: Date | None = None
    rapportages: tuple[Regel, ...] = ()
    geleverd: Date | None = None
    status: Leverstatus

    @property
    def dagen_na_periode(self) -> int | None:
        """The number of days between the end of the period and the day on which the council had the report."""
        return self.geleverd.toordinal() - self.periode.einddatum.toordinal() if self.geleverd else None


class _Reeks(NamedTuple):
    """A row of periods that follows from one agreement, from a month on (12 * year + month - 1) to a day."""

    grondslag: str
    afspraak: Rapportageafspraak
    maandnummer: int
    eind: Date | None


class _Levering(NamedTuple):
    """A report and the day on which the council had it."""

    datum: Date
    rapportage: Rapportage


def derive_rapportages(dossier: Dossier, *, peildatum: datetime.date) -> tuple[VerwachteRapportage, ...]:
    """Derive every report that the council is owed, in the order of the periods.

    The row runs to the end of the last policy, or to the day asked about when that is later.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is asked; a report or letter of a later day does not exist yet.

    >>> from ivb import derive_rapportages, voorbeeld
    >>> verwacht = derive_rapportages(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> [(str(een.periode), een.status.value, str(een.termijn)) for een in verwacht][3:5]
    [('2023-H2', 'geleverd', 'vóór de zomer van 2024'), ('2024-H1', 'te leveren', 'najaar van 2024')]
    """
    dag = to_date(peildatum)
    horizon = max([dag, *(beleid.einddatum for beleid in dossier.beleid)])
    leveringen = sorted(_leveringen(dossier, dag), key=lambda levering: levering.datum)
    rijen = [
        _beoordeel(dossier, reeks, periode, leveringen, dag)
        for reeks in _reeksen(dossier, dag)
        for periode in _perioden(reeks, horizon)
    ]
    return tuple(sorted(rijen, key=lambda rij: (rij.periode, rij.grondslag)))


def _reeksen(dossier: Dossier, dag: Date) -> Iterator[_Reeks]:
    for beleid in dossier.beleid:
        for afspraak in beleid.rapportageafspraken:
            yield _Reeks(beleid.id, afspraak, (afspraak.vanaf or beleid.looptijd).maandnummer, beleid.einddatum)
    for toezegging in dossier.toezeggingen:
        if toezegging.rapportageafspraak is not None:
            maandnummer = _eerste_maand(toezegging.rapportageafspraak, toezegging.datum.laatst)
            if maandnummer is not None:
                eind = _einde(dossier, toezegging, dag)
                yield _Reeks(toezegging.id, toezegging.rapportageafspraak, maandnummer, eind)


def _eerste_maand(afspraak: Rapportageafspraak, gedaan: Date | None) -> int | None:
    """Find where the first period begins: as agreed, else at the first whole one after the promise."""
    if afspraak.vanaf:
        return afspraak.vanaf.maandnummer
    if gedaan is None:
        return None
    volgende_maand = gedaan.year * 12 + gedaan.month
    return volgende_maand + -volgende_maand % min(afspraak.ritme.maanden, 12)


def _einde(dossier: Dossier, toezegging: Toezegging, dag: Date) -> Date | None:
    """Give the day with which a promise ends: when the council struck it, or a later promise changed its rhythm."""
    wijziging = Relatie(soort=Relatiesoort.WIJZIGT, toezegging=toezegging.id)
    einden = [
        opvolger.rapportageafspraak.vanaf.begindatum.subtract(days=1)
        for opvolger in dossier.toezeggingen
        if wijziging in opvolger.relaties and opvolger.rapportageafspraak and opvolger.rapportageafspraak.vanaf
    ]
    afgevoerd = toezegging.afvoerbesluit and toezegging.afvoerbesluit.datum.laatst
    if afgevoerd and afgevoerd <= dag:
        einden.append(afgevoerd)
    return min(einden, default=None)


def _perioden(reeks: _Reeks, horizon: Date) -> Iterator[Periode]:
    """Lay the periods of an agreement behind each other, from its first up to its end or the horizon."""
    laatste = reeks.afspraak.tot_en_met.einddatum if reeks.afspraak.tot_en_met else None
    einden = [dag for dag in (reeks.eind, laatste) if dag]
    periode = Periode(reeks.maandnummer, reeks.afspraak.ritme.maanden)
    while periode.begindatum <= horizon and all(periode.einddatum <= eind for eind in einden):
        yield periode
        periode = periode.volgende


def _leveringen(dossier: Dossier, dag: Date) -> Iterator[_Levering]:
    for rapportage in dossier.rapportages:
        brieven = [brief.datum for brief in dossier.raadsbrieven if rapportage.id in brief.documenten]
        datum = min(brieven, default=rapportage.datum)
        if datum and datum <= dag:
            yield _Levering(datum, rapportage)


def _beoordeel(
    dossier: Dossier, reeks: _Reeks, periode: Periode, leveringen: list[_Levering], dag: Date
) -> VerwachteRapportage:
    termijn = _termijn(dossier, reeks.afspraak, periode)
    vroegst, laatst = dossier.gemeente.venster(termijn) if termijn else (None, None)
    gebruikt, geleverd = _dekking(periode, leveringen)
    if geleverd:
        status = Leverstatus.GELEVERD
    elif (laatst or periode.einddatum) < dossier.bijgehouden_vanaf:
        status = Leverstatus.ONBEKEND
    else:
        status = Leverstatus.TE_LAAT if laatst and laatst < dag else Leverstatus.TE_LEVEREN
    return VerwachteRapportage(
        periode=periode,
        grondslag=reeks.grondslag,
        termijn=termijn,
        vroegst=vroegst,
        laatst=laatst,
        rapportages=tuple(rapportage.id for rapportage in gebruikt),
        geleverd=geleverd,
        status=status,
    )


def _termijn(dossier: Dossier, afspraak: Rapportageafspraak, periode: Periode) -> Datering | None:
    """Say when a report is due: as was promised for this very period, else as the agreement has it."""
    toegezegd = [
        toezegging.termijn
        for toezegging in dossier.toezeggingen
        if toezegging.periode == periode and not toezegging.termijn.is_onbekend
    ]
    if toegezegd:
        return toegezegd[-1]
    if afspraak.vertraging is not None:
        return parse_datering(f"uiterlijk {format_datum(periode.einddatum.add(days=afspraak.vertraging))}")
    return afspraak.levertermijn(periode)


def _dekking(periode: Periode, leveringen: list[_Levering]) -> tuple[list[Rapportage], Date | None]:
    """Find the first reports that together tell of every month of a period, and the day of the last of them."""
    open_maanden = set(periode.split(Periodesoort.MAAND))
    gebruikt: list[Rapportage] = []
    for datum, rapportage in leveringen:
        verteld = {maand for deel in rapportage.perioden for maand in deel.split(Periodesoort.MAAND)}
        if open_maanden & verteld:
            gebruikt.append(rapportage)
            open_maanden -= verteld
        if not open_maanden:
            return gebruikt, datum
    return gebruikt, None
