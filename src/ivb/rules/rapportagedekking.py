"""Which part of the promised time was reported on: interval arithmetic on whole months.

Every month that was promised is exactly one of five: reported on, missing, still to come, unknown because its term lay
before the dossier was kept, or lapsed because the council struck the promise. Source: own agreement of ivb.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import attrs

from ivb.dates import Periode
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.rules.rapportages import Leverstatus, derive_rapportages
from ivb.rules.stand import derive_stand


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Rapportagedekking(Uitkomst):
    """How the time that one promise or policy promised to report on is covered.

    The first five share no month, and are together all that was promised. Each is a row of ranges that do not touch.

    Attributes:
        grondslag: the id of the promise or the policy.
        gedekt: what the council had a report on.
        ontbreekt: what should have been reported on by now.
        te_leveren: what is not due yet, or has no term.
        onbekend: what was due before the dossier was kept.
        vervallen: what the council no longer wants, for it struck the promise.
        dubbel: what more than one report tells of; a part of what is covered.
    """

    grondslag: Regel
    gedekt: tuple[Periode, ...] = ()
    ontbreekt: tuple[Periode, ...] = ()
    te_leveren: tuple[Periode, ...] = ()
    onbekend: tuple[Periode, ...] = ()
    vervallen: tuple[Periode, ...] = ()
    dubbel: tuple[Periode, ...] = ()


def derive_rapportagedekkingen(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Rapportagedekking, ...]:
    """Derive how the promised time is covered, one outcome per promise or policy.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> (dekking,) = derive_rapportagedekkingen(voorbeeld(), peildatum=datetime.date(2024, 12, 1))
    >>> [str(dekking.onbekend[0]), str(dekking.gedekt[0]), str(dekking.ontbreekt[0]), str(dekking.te_leveren[0])]
    ['2022', '2023', '2024-H1', '2024-07/2025-12']
    """
    verteld = Counter(
        maand for levering in derive_stand(dossier, peildatum, bekend_op).leveringen for maand in levering.maanden
    )
    per_grondslag: dict[str, dict[int, Leverstatus]] = {}
    for rij in derive_rapportages(dossier, peildatum=peildatum, bekend_op=bekend_op):
        for maand in rij.periode.maandnummers:
            status = Leverstatus.GELEVERD if verteld[maand] else rij.status
            per_grondslag.setdefault(rij.grondslag, {}).setdefault(maand, status)
    return tuple(_summarize(grondslag, maanden, verteld) for grondslag, maanden in per_grondslag.items())


def _summarize(grondslag: str, maanden: dict[int, Leverstatus], verteld: Counter[int]) -> Rapportagedekking:
    def kies(status: Leverstatus) -> tuple[Periode, ...]:
        return join_maanden(maand for maand, gevonden in maanden.items() if gevonden is status)

    return Rapportagedekking(
        grondslag=grondslag,
        gedekt=kies(Leverstatus.GELEVERD),
        ontbreekt=kies(Leverstatus.TE_LAAT),
        te_leveren=kies(Leverstatus.TE_LEVEREN),
        onbekend=kies(Leverstatus.ONBEKEND),
        vervallen=kies(Leverstatus.VERVALLEN),
        dubbel=join_maanden(maand for maand in maanden if verteld[maand] > 1),
    )


def join_maanden(maanden: Iterable[int]) -> tuple[Periode, ...]:
    """Put months together into the longest ranges that have no gap."""
    groepen = groupby(enumerate(sorted(maanden)), key=lambda paar: paar[1] - paar[0])
    reeksen = ([maand for _, maand in groep] for _, groep in groepen)
    return tuple(Periode(reeks[0], len(reeks)) for reeks in reeksen)
