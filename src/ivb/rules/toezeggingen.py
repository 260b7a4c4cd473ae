"""The state of a promise to the council on a day.

Carried out, reported back, settled and struck are four states; only settled (by the college) and struck (by the
council) end a promise. What was not known yet on the day does not count. Source: gemeentelijke praktijk (lists of
promises of the griffie).
"""

import datetime

from ivb.model.dossier import Dossier
from ivb.model.toezegging import Toezegging, Toezeggingstatus
from ivb.rules.stand import derive_stand

_GEEINDIGD = {Toezeggingstatus.AFGEDAAN, Toezeggingstatus.AFGEVOERD}


def derive_open_toezeggingen(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Toezegging, ...]:
    """Derive which promises were open on a day, in the order of the dossier, with their logs as they were then.

    A settlement closes a promise that is kept once, never a periodic one: see ``derive_rapportages``.

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
    if toezegging.afvoerbesluit or (toezegging.afdoeningen and not toezegging.is_periodiek):
        return False
    laatste = max(toezegging.statuslog, key=lambda melding: melding.sinds, default=None)
    return laatste is None or laatste.status not in _GEEINDIGD
