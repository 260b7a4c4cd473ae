"""Whether two measurements of an indicator may be compared.

Information is comparable, with its method (Wet open overheid, art. 2.4, https://wetten.overheid.nl/BWBR0045754). Two
values of which the unit, the denominator, the age group, the area, the source, the method or the length of the period
differ are two things, and their difference says nothing.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from ivb.dates import Date, Periode
from ivb.model.indicator import Indicator, Meting

_TELLING: Final = {
    "eenheid": "eenheid",
    "per": "noemer",
    "noemer": "noemer",
    "leeftijdsgroep": "leeftijdsgroep",
}
_KENMERKEN: Final = {**_TELLING, "gebied": "gebied", "bron": "bron", "methode": "methode"}
_SOMS_ONBEKEND: Final = frozenset({"noemer", "leeftijdsgroep", "bron", "methode"})

Paar: TypeAlias = tuple[Meting | None, Meting | None]


def derive_breuk(eerder: Meting, later: Meting) -> tuple[str, ...]:
    """Derive what keeps two measurements from being compared, in Dutch words; nothing when they may be.

    >>> cijfer = Meting(indicator="i", periode="2023", waarde=6.1, eenheid="aantal", methode="2023")
    >>> derive_breuk(cijfer, Meting(indicator="i", periode="2024", waarde=5.9, eenheid="aantal", methode="2024"))
    ('methode',)
    """
    return tuple(_find_verschillen(eerder, later))


def derive_zekere_breuk(eerder: Meting, later: Meting) -> tuple[str, ...]:
    """Derive what certainly differs between two measurements: what is known of one only may be the same.

    >>> cijfer = Meting(indicator="i", periode="2023", waarde=6.1, eenheid="aantal", methode="2023")
    >>> derive_zekere_breuk(cijfer, Meting(indicator="i", periode="2024", waarde=5.9, eenheid="aantal"))
    ()
    """
    return tuple(woord for woord, zeker in _find_verschillen(eerder, later).items() if zeker)


def derive_andere_telling(een: Indicator | Meting, ander: Meting) -> dict[str, bool]:
    """Derive what is counted otherwise: unit, denominator and age group, and of each whether that is certain.

    No number in the denominator means a bare count, so that is always certain.

    >>> halt = Meting(indicator="i", periode="2017", waarde=96, eenheid="aantal", per=10000, noemer="jongeren")
    >>> derive_andere_telling(halt, Meting(indicator="i", periode="2018", waarde=9, eenheid="aantal", per=1000))
    {'noemer': True}
    """
    return _compare_velden(een, ander, _TELLING)


def _compare_velden(een: Indicator | Meting, ander: Meting, velden: Mapping[str, str]) -> dict[str, bool]:
    verschillen: dict[str, bool] = {}
    for veld, woord in velden.items():
        waarden = (getattr(een, veld), getattr(ander, veld))
        if waarden[0] != waarden[1]:
            zeker = veld not in _SOMS_ONBEKEND or None not in waarden
            verschillen[woord] = zeker or verschillen.get(woord, False)
    return verschillen


def _find_verschillen(eerder: Meting, later: Meting) -> dict[str, bool]:
    """Give what differs, and of each whether that is certain."""
    verschillen = _compare_velden(eerder, later, _KENMERKEN)
    if eerder.periode.maanden != later.periode.maanden:
        verschillen["lengte van de periode"] = True
    if eerder.volledig != later.volledig:
        verschillen["volledigheid"] = True
    return verschillen


def derive_aantal(meting: Meting) -> float | None:
    """Derive the count behind a value: the one that is told, else the value itself where it is a bare count.

    >>> derive_aantal(Meting(indicator="i", periode="2024", waarde=6.1, eenheid="aantal", per=1000, aantal=183))
    183
    """
    if meting.aantal is not None:
        return meting.aantal
    return meting.waarde if meting.eenheid == "aantal" and not meting.per else None


def is_bekend(meting: Meting, dag: datetime.date) -> bool:
    """Tell whether a measurement may be known on a day; without a day of its own, from the start of its period."""
    return (meting.bekend_sinds or meting.periode.begindatum) <= dag


class Meetpunten:
    """The measurements of the municipality itself, as they were known on a day.

    Of a period that was measured in two ways at once both stand; of a value that was revised the latest.
    """

    def __init__(self, metingen: Iterable[Meting]) -> None:
        """Take the measurements, of any area."""
        self._per_periode: dict[tuple[str, Periode], list[Meting]] = {}
        for meting in metingen:
            if meting.gebied is None:
                self._per_periode.setdefault((meting.indicator, meting.periode), []).append(meting)

    def find_paar(self, indicator: str, van: Periode, naar: Periode, *, bekend_op: datetime.date) -> Paar:
        """Find the measurements of two periods: two that may be compared, if there are, else the latest of each."""
        eerder, later = (self._find_laatste(indicator, periode, bekend_op) for periode in (van, naar))
        samen = [kenmerken for kenmerken in eerder if kenmerken in later]
        meetbaar = [een for een in samen if eerder[een].waarde is not None and later[een].waarde is not None]
        if meetbaar:
            kenmerken = max(meetbaar, key=lambda een: order_meting(later[een]))
            return eerder[kenmerken], later[kenmerken]
        return _pick(eerder.values()), _pick(later.values())

    def _find_laatste(self, indicator: str, periode: Periode, dag: datetime.date) -> dict[tuple[object, ...], Meting]:
        """Give the latest of each way of measuring."""
        bekend = (een for een in self._per_periode.get((indicator, periode), ()) if is_bekend(een, dag))
        return {_find_kenmerken(een): een for een in sorted(bekend, key=order_meting)}


def _find_kenmerken(meting: Meting) -> tuple[object, ...]:
    """Give what two measurements must share to be compared."""
    return (*(getattr(meting, veld) for veld in _KENMERKEN), meting.periode.maanden, meting.volledig)


def _pick(metingen: Iterable[Meting]) -> Meting | None:
    return max(metingen, key=lambda een: (een.waarde is not None, order_meting(een)), default=None)


def order_meting(meting: Meting) -> tuple[datetime.date, str]:
    """Order measurements of one period by the day they were known, then by what they say."""
    inhoud = (getattr(meting, veld) for veld in (*_KENMERKEN, "volledig", "voorlopig", "aantal", "waarde"))
    return meting.bekend_sinds or Date.min, " ".join(map(str, inhoud))
