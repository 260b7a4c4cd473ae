"""The state of a promise to the council on a day.

Carried out, reported back, settled and struck are four states; only settled (by the college) and struck (by the
council) end a promise. What was not known yet on the day does not count.
"""

import datetime

from ivb.dates import Date, to_date
from ivb.model.dossier import Dossier
from ivb.model.toezegging import Toezegging, Toezeggingstatus

_GEEINDIGD = {Toezeggingstatus.AFGEDAAN, Toezeggingstatus.AFGEVOERD}


def derive_open_toezeggingen(dossier: Dossier, *, peildatum: datetime.date) -> tuple[Toezegging, ...]:
    """Derive which promises were open on a day, in the order of the dossier.

    A settlement closes a promise that is kept once, never a periodic one: see ``derive_rapportages``.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is asked; what became known later does not count.

    Raises:
        TypeError: ``peildatum`` is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> [een.id for een in derive_open_toezeggingen(voorbeeld(), peildatum=datetime.date(2024, 5, 1))]
    ['halfjaarlijkse-notitie', 'notitie-2024-h1']
    """
    dag = to_date(peildatum)
    return tuple(een for een in dossier.toezeggingen if _is_open(een, dag))


def _is_open(toezegging: Toezegging, dag: Date) -> bool:
    vroegst = toezegging.datum.vroegst
    if vroegst and vroegst > dag:
        return False
    afgevoerd = toezegging.afvoerbesluit and toezegging.afvoerbesluit.datum.laatst
    if afgevoerd and afgevoerd <= dag:
        return False
    afgedaan = any(max(afdoening.sinds, afdoening.bekend_sinds) <= dag for afdoening in toezegging.afdoeningen)
    if afgedaan and not toezegging.is_periodiek:
        return False
    bekend = [melding for melding in toezegging.statuslog if max(melding.sinds, melding.bekend_sinds) <= dag]
    return not bekend or max(bekend, key=lambda melding: melding.sinds).status not in _GEEINDIGD
