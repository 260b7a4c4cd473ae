"""Who adopted a policy or a plan and when, and how long it holds, in words."""

from collections.abc import Iterable

from ivb.dates import Date, Datering, Periode, format_datering, format_datum
from ivb.model.besluit import Besluit, Orgaan, Verlenging


def find_dag(vastgesteld: Besluit | None, looptijd: Periode) -> Date:
    """Find the day of a document: that of the adoption if it is known, else the first on which it holds."""
    return (vastgesteld and vastgesteld.datum.laatst) or looptijd.begindatum


def format_wanneer(datering: Datering | None) -> str:
    """Write a moment in the words as said; a day as a day, and none as nothing.

    >>> from ivb.dates import parse_datering
    >>> format_wanneer(parse_datering("2024-04-23")), format_wanneer(parse_datering("vóór de zomer van 2024"))
    ('23 april 2024', 'vóór de zomer van 2024')
    """
    if datering is None:
        return ""
    return format_datering(datering) if datering.is_exact else datering.woorden


def format_besluit(besluit: Besluit | None) -> str | None:
    """Write a decision: when, by whom, in force since when, and its number.

    >>> format_besluit(Besluit(orgaan=Orgaan.RAAD, datum="november 2021", kenmerk="21-7"))
    'november 2021, door de raad (21-7)'
    """
    if besluit is None:
        return None
    door = "" if besluit.orgaan is Orgaan.ANDERS else f", door {_LIDWOORDEN[besluit.orgaan]} {besluit.orgaan}"
    werking = f", in werking {format_wanneer(besluit.in_werking)}" if besluit.in_werking else ""
    kenmerk = f" ({besluit.kenmerk})" if besluit.kenmerk else ""
    return f"{format_wanneer(besluit.datum)}{door}{werking}{kenmerk}"


def format_verlengingen(verlengingen: Iterable[Verlenging]) -> str | None:
    """Write until when something holds longer, with the decision and the reason."""
    return "; ".join(_format_verlenging(een) for een in verlengingen) or None


def _format_verlenging(verlenging: Verlenging) -> str:
    delen = [f"tot en met {format_datum(verlenging.einddatum)}"]
    if besluit := format_besluit(verlenging.besluit):
        delen.append(f"besluit van {besluit}")
    if verlenging.reden:
        delen.append(verlenging.reden)
    return ", ".join(delen)


_LIDWOORDEN = {Orgaan.RAAD: "de", Orgaan.COLLEGE: "het", Orgaan.BURGEMEESTER: "de"}
