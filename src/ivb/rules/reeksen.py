"""The endless rows of periods on which the council is owed a report.

A row follows from an agreement in a policy, or from a periodic promise. That of a policy runs over its validity, its
extension and the gap to the next policy; that of a promise runs until the council strikes it, or until a later promise
changes its rhythm. Source: gemeentelijke praktijk; nothing of it is law.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ivb.dates import Date, Periode, add_dagen, find_maandnummer
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.rapportageafspraak import Rapportageafspraak
from ivb.model.toezegging import Relatie, Relatiesoort, Toezegging
from ivb.rules.stand import Stand
from ivb.rules.toezeggingen import find_afvoerdag

# Twenty years before the last year of a dossier, so that every term still falls in it.
LAATSTE_JAAR = 2180


class Reeks(NamedTuple):
    """A row of periods; months are counted as a period counts them.

    Attributes:
        grondslag: the id of the promise or policy.
        afspraak: the agreement.
        begin: the first month.
        eind: the first month that no longer belongs to it; none when it goes on.
        tussentijd: the first month after the policy, where its row goes on for as long as nothing replaces it.
        afgevoerd: the day on which the council struck the promise; half a period is then not owed.
    """

    grondslag: str
    afspraak: Rapportageafspraak
    begin: int
    eind: int | None = None
    tussentijd: int | None = None
    afgevoerd: Date | None = None


class Deel(NamedTuple):
    """A period on which a report is owed, and the whole period of the rhythm of which it is all or the first part."""

    periode: Periode
    geheel: Periode


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
    afgevoerd = find_afvoerdag(toezegging)
    if afgevoerd and (eind is None or find_maandnummer(afgevoerd) < eind):
        eind = _na(afgevoerd)
        eind -= max(eind - begin, 0) % afspraak.ritme.maanden
    return Reeks(toezegging.id, afspraak, begin, eind, afgevoerd=afgevoerd)


def _einde(grens: int | None, afspraak: Rapportageafspraak) -> int | None:
    """Give where a row ends: at a month, or after its last period, whichever comes first."""
    laatste = afspraak.tot_en_met
    grenzen = (grens, laatste.maandnummer + laatste.maanden if laatste else None)
    return min((een for een in grenzen if een is not None), default=None)


def _na(dag: Date) -> int:
    """Give the first month that something which ends on a day no longer has wholly."""
    return find_maandnummer(add_dagen(dag, 1))


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
    volgende_maand = find_maandnummer(gedaan) + 1
    return volgende_maand + -volgende_maand % min(afspraak.ritme.maanden, 12)


def _wijziging(toezegging: Toezegging, toezeggingen: Iterable[Toezegging]) -> int | None:
    """Give the month in which a later promise changes the rhythm of this one, if one does."""
    wijziging = Relatie(soort=Relatiesoort.WIJZIGT, toezegging=toezegging.id)
    maanden = [_eerste_maand(opvolger) for opvolger in toezeggingen if wijziging in opvolger.relaties]
    return min((maand for maand in maanden if maand is not None), default=None)


def derive_perioden(reeks: Reeks, stand: Stand) -> Iterator[Deel]:
    """Derive the periods of a row, one behind the other, without gap or overlap.

    They run to the end of the last policy, and to the first period after the day that is asked about; in a gap without
    an end they run up to that day. Where something else takes over halfway a period, only the first part of it is owed.
    No period lies beyond the year 2180.
    """
    dag = find_maandnummer(stand.peildatum)
    horizon = max([dag, *(_na(beleid.einddatum) - 1 for beleid in stand.beleid)])
    grens = 12 * (LAATSTE_JAAR + 1)
    einde = grens if reeks.eind is None else min(reeks.eind, grens)
    begin, lengte = reeks.begin, reeks.afspraak.ritme.maanden
    while begin < einde and _is_aan_de_beurt(reeks, begin, dag, horizon):
        if begin + lengte <= grens:
            geheel = Periode(begin, lengte)
            yield Deel(Periode(begin, min(lengte, einde - begin)), geheel)
        begin += lengte


def _is_aan_de_beurt(reeks: Reeks, begin: int, dag: int, horizon: int) -> bool:
    """Tell whether a period is asked for; in a gap that has no end yet, once it has begun."""
    if reeks.tussentijd is not None and reeks.eind is None and begin >= reeks.tussentijd:
        return begin <= dag
    return begin <= horizon or begin - reeks.afspraak.ritme.maanden <= dag
