"""The reports that the council is owed: which periods, when each is due, and which report covers it.

A periodic promise, or an agreement in the policy itself, is an endless row of periods. A report covers a period when it
tells of every month of it, alone or together with others. What was due before the dossier was kept is unknown, never a
gap.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import attrs

from ivb.dates import Date, Datering, Periode, Periodesoort, format_datum, parse_datering, to_date, to_periode
from ivb.model.base import Noun, refine
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.model.rapportage import Rapportage
from ivb.model.rapportageafspraak import Rapportageafspraak
from ivb.model.toezegging import Relatie, Relatiesoort, Toezegging

# Twenty years before the last year of a dossier, so that every term still falls in it.
LAATSTE_DAG = Date(2180, 12, 31)


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
        toezegging: the id of the promise for this very period that set the term, if there is one.
        termijn: when it is due, in words; none when that was not agreed.
        vroegst: the first day on which it is due.
        laatst: the last day on which it is due; after that it is overdue.
        rapportages: the ids of the reports that cover the period.
        geleverd: the day on which the council had the whole of it.
        status: how it stands on the day that was asked about.
    """

    periode: Periode = attrs.field(converter=to_periode)
    grondslag: Regel
    toezegging: Regel | None = None
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
    """A row of periods that follows from one agreement, from a month on (12 * year + month - 1).

    It ends with a day, or goes on; a part of a period before that day still counts, unless the council struck the
    promise.
    """

    grondslag: str
    afspraak: Rapportageafspraak
    maandnummer: int
    eind: Date | None
    rest_telt: bool = True


class _Levering(NamedTuple):
    """A report and the day on which the council had it."""

    datum: Date
    rapportage: Rapportage


def derive_rapportages(dossier: Dossier, *, peildatum: datetime.date) -> tuple[VerwachteRapportage, ...]:
    """Derive every report that the council is owed, in the order of the periods.

    The row runs to the end of the last policy; that of a promise without an end also to the first period after the day
    asked about, but not beyond the year 2180.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is asked; a promise, report or letter of a later day does not exist yet.

    Raises:
        TypeError: ``peildatum`` is a ``datetime`` or no date.

    >>> from ivb import derive_rapportages, voorbeeld
    >>> verwacht = derive_rapportages(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> [(str(een.periode), een.status.value, str(een.termijn)) for een in verwacht][3:5]
    [('2023-H2', 'geleverd', 'vóór de zomer van 2024'), ('2024-H1', 'te leveren', 'najaar van 2024')]
    """
    dag = to_date(peildatum)
    toezeggingen = [een for een in dossier.toezeggingen if (een.datum.vroegst or dag) <= dag]
    horizon = max([dag, *(beleid.einddatum for beleid in dossier.beleid)])
    leveringen = sorted(_leveringen(dossier, dag), key=lambda levering: levering.datum)
    rijen = [
        _judge(dossier, periode, _grondslag(dossier, toezeggingen, reeks, periode, dag), leveringen, dag)
        for reeks in _reeksen(dossier.beleid, toezeggingen, dag)
        for periode in _perioden(reeks, dag, horizon)
    ]
    return tuple(sorted(rijen, key=lambda rij: (rij.periode, rij.grondslag)))


def _reeksen(beleid: Iterable[Veiligheidsbeleid], toezeggingen: Sequence[Toezegging], dag: Date) -> Iterator[_Reeks]:
    for een in beleid:
        for afspraak in een.rapportageafspraken:
            yield _Reeks(een.id, afspraak, (afspraak.vanaf or een.looptijd).maandnummer, een.einddatum)
    for toezegging in toezeggingen:
        maandnummer = _eerste_maand(toezegging)
        if toezegging.rapportageafspraak is not None and maandnummer is not None:
            reeks = _Reeks(
                toezegging.id, toezegging.rapportageafspraak, maandnummer, _opvolging(toezegging, toezeggingen)
            )
            afgevoerd = _afgevoerd(toezegging, dag)
            if afgevoerd and (reeks.eind is None or afgevoerd <= reeks.eind):
                reeks = reeks._replace(eind=afgevoerd, rest_telt=False)
            yield reeks


def _eerste_maand(toezegging: Toezegging) -> int | None:
    """Find where the first period begins: as agreed, else at the first whole one after the promise."""
    afspraak, gedaan = toezegging.rapportageafspraak, toezegging.datum.laatst
    if afspraak is not None and afspraak.vanaf:
        return afspraak.vanaf.maandnummer
    if afspraak is None or gedaan is None:
        return None
    volgende_maand = gedaan.year * 12 + gedaan.month
    return volgende_maand + -volgende_maand % min(afspraak.ritme.maanden, 12)


def _opvolging(toezegging: Toezegging, toezeggingen: Iterable[Toezegging]) -> Date | None:
    """Give the last day before a later promise changed the rhythm of this one, if one did."""
    wijziging = Relatie(soort=Relatiesoort.WIJZIGT, toezegging=toezegging.id)
    maanden = [_eerste_maand(opvolger) for opvolger in toezeggingen if wijziging in opvolger.relaties]
    begin = min((maand for maand in maanden if maand is not None), default=None)
    return None if begin is None else Periode(begin, 1).vorige.einddatum


def _afgevoerd(toezegging: Toezegging, dag: Date) -> Date | None:
    """Give the day on which the council struck a promise, as far as it had done so."""
    afgevoerd = toezegging.afvoerbesluit.datum.laatst if toezegging.afvoerbesluit else None
    return afgevoerd if afgevoerd and afgevoerd <= dag else None


def _perioden(reeks: _Reeks, dag: Date, horizon: Date) -> Iterator[Periode]:
    """Lay the periods of an agreement behind each other, up to its end or past both the day and the horizon."""
    einden = [reeks.eind, reeks.afspraak.tot_en_met.einddatum if reeks.afspraak.tot_en_met else None]
    eind = min((een for een in einden if een), default=None)
    laatste = min(eind or LAATSTE_DAG, LAATSTE_DAG)
    periode = Periode(reeks.maandnummer, reeks.afspraak.ritme.maanden)
    while periode.einddatum <= laatste and (periode.begindatum <= horizon or periode.vorige.begindatum <= dag):
        yield periode
        periode = periode.volgende
    if eind and reeks.rest_telt:
        daarna = laatste.add(days=1)
        maanden = daarna.year * 12 + daarna.month - 1 - periode.maandnummer
        if 0 < maanden < periode.maanden:
            yield Periode(periode.maandnummer, maanden)


def _leveringen(dossier: Dossier, dag: Date) -> Iterator[_Levering]:
    for rapportage in dossier.rapportages:
        brieven = [brief.datum for brief in dossier.raadsbrieven if rapportage.id in brief.documenten]
        datum = min(brieven, default=rapportage.datum)
        if datum and datum <= dag:
            yield _Levering(datum, rapportage)


class _Grondslag(NamedTuple):
    """From what a report is owed: the promise or policy, the words of its term, and the promise that set that term."""

    sleutel: str
    termijn: Datering | None
    toezegging: str | None = None


def _grondslag(
    dossier: Dossier, toezeggingen: Iterable[Toezegging], reeks: _Reeks, periode: Periode, dag: Date
) -> _Grondslag:
    """Say when a report is due: as was promised for this very period, else as the agreement has it."""
    vervolg = {afspraak.toezegging for brief in dossier.raadsbrieven for afspraak in brief.vervolg}
    for een in reversed(list(toezeggingen)):
        hoort_erbij = een.id in vervolg or reeks.grondslag in {relatie.toezegging for relatie in een.relaties}
        if een.periode == periode and hoort_erbij and not een.termijn.is_onbekend and not _afgevoerd(een, dag):
            return _Grondslag(reeks.grondslag, een.termijn, een.id)
    if reeks.afspraak.vertraging is not None:
        laatst = periode.einddatum.add(days=reeks.afspraak.vertraging)
        return _Grondslag(reeks.grondslag, parse_datering(f"uiterlijk {format_datum(laatst)}"))
    return _Grondslag(reeks.grondslag, reeks.afspraak.levertermijn(periode))


def _judge(
    dossier: Dossier, periode: Periode, grondslag: _Grondslag, leveringen: list[_Levering], dag: Date
) -> VerwachteRapportage:
    vroegst, laatst = dossier.gemeente.venster(grondslag.termijn) if grondslag.termijn else (None, None)
    gebruikt, geleverd = _dekking(periode, leveringen)
    if geleverd:
        status = Leverstatus.GELEVERD
    elif (laatst or periode.einddatum) < dossier.bijgehouden_vanaf:
        status = Leverstatus.ONBEKEND
    else:
        status = Leverstatus.TE_LAAT if laatst and laatst < dag else Leverstatus.TE_LEVEREN
    return VerwachteRapportage(
        periode=periode,
        grondslag=grondslag.sleutel,
        toezegging=grondslag.toezegging,
        termijn=grondslag.termijn,
        vroegst=vroegst,
        laatst=laatst,
        rapportages=tuple(rapportage.id for rapportage in gebruikt),
        geleverd=geleverd,
        status=status,
    )


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
