"""Whether two measurements of an indicator may be compared.

Information is comparable, with its method (Wet open overheid, art. 2.4, https://wetten.overheid.nl/BWBR0045754). Two
values of which the unit, the denominator, the age group, the area, the source, the method or the length of the period
differ are two things, and their difference says nothing.
"""

from typing import Final

from ivb.model.indicator import Meting

_KENMERKEN: Final = {
    "eenheid": "eenheid",
    "per": "noemer",
    "noemer": "noemer",
    "leeftijdsgroep": "leeftijdsgroep",
    "gebied": "gebied",
    "bron": "bron",
    "methode": "methode",
}


def derive_breuk(eerder: Meting, later: Meting) -> tuple[str, ...]:
    """Derive what keeps two measurements from being compared, in Dutch words; nothing when they may be.

    >>> cijfer = Meting(indicator="i", periode="2023", waarde=6.1, eenheid="aantal", methode="2023")
    >>> derive_breuk(cijfer, Meting(indicator="i", periode="2024", waarde=5.9, eenheid="aantal", methode="2024"))
    ('methode',)
    """
    verschillen = [woord for veld, woord in _KENMERKEN.items() if getattr(eerder, veld) != getattr(later, veld)]
    if eerder.periode.maanden != later.periode.maanden:
        verschillen.append("lengte van de periode")
    if eerder.volledig != later.volledig:
        verschillen.append("volledigheid")
    return tuple(dict.fromkeys(verschillen))
