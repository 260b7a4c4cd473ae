"""The state of a promise to the council on a day.

Carried out, reported back, settled and struck are four states; only settled (by the college) and struck (by the
council) end a promise, and no settlement ends a periodic one. What was not known yet on the day does not count. Source:
gemeentelijke praktijk (lists of promises of the griffie).
"""

import datetime

from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.model.toezegging import Statusmelding, Toezegging, Toezeggingstatus
from ivb.rules.stand import derive_stand

_VOLGORDE = tuple(Toezeggingstatus)


def derive_open_toezeggingen(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Toezegging, ...]:
    """Derive which promises were open on a day, in the order of the dossier, with their logs as they were then.

    Args:
        dossier: the dossier.
        peildatum: the day on which they were open.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> [een.id for een in derive_open_toezeggingen(voorbeeld(), peildatum=datetime.date(2024, 5, 1))]
    ['halfjaarlijkse-notitie', 'notitie-2024-h1']
    """
    return tuple(een for een in derive_stand(dossier, peildatum, bekend_op).toezeggingen if _is_open(een))


def _is_open(toezegging: Toezegging) -> bool:
    if find_afvoerdag(toezegging):
        return False
    if toezegging.is_periodiek:
        return True
    laatste = find_melding(toezegging)
    is_afgedaan = laatste is not None and laatste.status is Toezeggingstatus.AFGEDAAN
    return not (is_afgedaan or toezegging.afdoeningen)


def find_melding(toezegging: Toezegging) -> Statusmelding | None:
    """Find the last note in the log of a promise; of those of one day, the one that is nearest to its end."""
    return max(toezegging.statuslog, key=lambda melding: (melding.sinds, _VOLGORDE.index(melding.status)), default=None)


def find_afvoerdag(toezegging: Toezegging) -> Date | None:
    """Find the day since which a promise is struck: by a decision of the council, or by the last note in its log."""
    if toezegging.afvoerbesluit:
        return toezegging.afvoerbesluit.datum.laatst
    laatste = find_melding(toezegging)
    return laatste.sinds if laatste and laatste.status is Toezeggingstatus.AFGEVOERD else None
