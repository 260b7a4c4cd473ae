"""The endless rows of periods on which the council is owed a report.

A row follows from an agreement in a policy, or from a periodic promise. That of a policy runs over its validity, its
extension and the gap to the next policy; that of a promise runs until the council strikes it, or until a later promise
changes its rhythm. Source: gemeentelijke praktijk; nothing of it is law.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ivb.dates import Date, Periode, add_dagen
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.rapportageafspraak import Rapportageafspraak
from ivb.model.toezegging import Relatie, Relatiesoort, Toezegging
from ivb.rules.stand import Stand

# Twenty years before the last year of a dossier, so that every term still falls in it.
LAATSTE_JAAR = 2180


class Reeks(NamedTuple):
    """A row of periods; months are counted as 12 * year + month - 1.

    Attributes:
        grondslag: the id of the promise or policy.
        afspraak: the agreement.
        begin: the first month.
        eind: the first month that no longer belongs to it; none when it goes on.
        tussentijd: the first month of the gap after the policy, in which it goes on for as long as nothing replaces it.
        heel: only whole periods are owed, as when the council strikes a promise halfway one.
    """

    grondslag: str
    afspraak: Rapportageafspraak
    begin: int
    eind: int | None = None
    tussentijd: int | None = None
    heel: bool = False


def derive_reeksen(stand: Stand) -> Iterator[Reeks]:
    """Derive the rows that follow from the policies and promises of a day."""
    for beleid in stand.beleid:
        for afspraak in beleid.rapportageafspraken:
            begin = (afspraak.vanaf or beleid.looptijd).maandnummer
            eind = _einde(_opvolger(beleid, stand.beleid), afspraak)
            yield Reeks(beleid.id, afspraak, begin, eind, tussentijd=_na(beleid.einddatum))
    for toezegging in stand.toezeggingen:
        begin_ = _eerste_maand(toezegging)
        if toezegging.rapportageafspraak is not None and begin_ is not None:
            yield _van_toezegging(toezegging, toezegging.rapportageafspraak, begin_, stand.toezeggingen)


def _van_toezegging(
    toezegging: Toezegging, afspraak: Rapportageafspraak, begin: int, toezeggingen: Iterable[Toezegging]
) -> Reeks:
    eind = _einde(_wijziging(toezegging, toezeggingen), afspraak)
    afgevoerd = toezegging.afvoerbesluit.datum.laatst if toezegging.afvoerbesluit else None
    if afgevoerd and (eind is None or _maand(afgevoerd) < eind):
        return Reeks(toezegging.id, afspraak, begin, _na(afgevoerd), heel=True)
    return Reeks(toezegging.id, afspraak, begin, eind)


def _einde(grens: int | None, afspraak: Rapportageafspraak) -> int | None:
    """Give where a row ends: at a month, or after its last period, whichever comes first."""
    laatste = afspraak.tot_en_met
    grenzen = (grens, laatste.maandnummer + laatste.maanden if laatste else None)
    return min((een for een in grenzen if een is not None), default=None)


def _na(dag: Date) -> int:
    """Give the first month that something which ends on a day no longer has wholly."""
    return _maand(add_dagen(dag, 1))


def _maand(dag: Date) -> int:
    return 12 * dag.year + dag.month - 1


def _opvolger(beleid: Veiligheidsbeleid, alle: Iterable[Veiligheidsbeleid]) -> int | None:
    """Give the month in which the next policy takes over; one that holds at its end takes over at once."""
    einde = _na(beleid.einddatum)
    volgende = [een.looptijd.maandnummer for een in alle if een is not beleid and _na(een.einddatum) > einde]
    return min((max(maand, einde) for maand in volgende), default=None)


def _eerste_maand(toezegging: Toezegging) -> int | None:
    """Find where the first period begins: as agreed, else at the first whole one after the promise."""
    afspraak, gedaan = toezegging.rapportageafspraak, toezegging.datum.laatst
    if afspraak is not None and afspraak.vanaf:
        return afspraak.vanaf.maandnummer
    if afspraak is None or gedaan is None:
        return None
    volgende_maand = gedaan.year * 12 + gedaan.month
    return volgende_maand + -volgende_maand % min(afspraak.ritme.maanden, 12)


def _wijziging(toezegging: Toezegging, toezeggingen: Iterable[Toezegging]) -> int | None:
    """Give the month in which a later promise changes the rhythm of this one, if one does."""
    wijziging = Relatie(soort=Relatiesoort.WIJZIGT, toezegging=toezegging.id)
    maanden = [_eerste_maand(opvolger) for opvolger in toezeggingen if wijziging in opvolger.relaties]
    return min((maand for maand in maanden if maand is not None), default=None)


def lay_perioden(reeks: Reeks, stand: Stand) -> Iterator[Periode]:
    """Lay the periods of a row behind each other, without gap or overlap.

    They run to the end of the last policy, and to the first period after the day that is asked about; in a gap without
    an end they run up to that day. No period lies beyond the year 2180.
    """
    dag = _maand(stand.peildatum)
    horizon = max([dag, *(_na(beleid.einddatum) - 1 for beleid in stand.beleid)])
    grens = 12 * (LAATSTE_JAAR + 1)
    einde = grens if reeks.eind is None else min(reeks.eind, grens)
    deel_telt = reeks.eind == einde and not reeks.heel
    begin, lengte = reeks.begin, reeks.afspraak.ritme.maanden
    while begin < einde and (begin <= horizon or begin - lengte <= dag):
        volgende = begin + lengte
        if volgende <= einde or deel_telt:
            delen = _snijd(begin, min(volgende, einde), reeks.tussentijd)
            yield from (deel for deel in delen if not _is_nog_niet_begonnen(reeks, deel, dag))
        begin = volgende


def _is_nog_niet_begonnen(reeks: Reeks, periode: Periode, dag: int) -> bool:
    """Tell whether a period in a gap without an end lies wholly after a day."""
    open_eind = reeks.eind is None and reeks.tussentijd is not None and periode.maandnummer >= reeks.tussentijd
    return open_eind and periode.maandnummer > dag


def _snijd(begin: int, einde: int, snede: int | None) -> Iterator[Periode]:
    """Give a range of months, in two where the gap after a policy begins in it."""
    sneden = [begin, *([snede] if snede is not None and begin < snede < einde else []), einde]
    for links, rechts in pairwise(sneden):
        yield Periode(links, rechts - links)
