"""The figures of a note: the last measurements of an indicator, and their difference where they may be compared."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated

import attrs

from ivb.dates import Date, format_periode
from ivb.documents.stukken.oordelen import LEEG
from ivb.documents.stukken.weergave import Veld, Weergave
from ivb.getallen import format_meting, format_verschil
from ivb.model.dossier import Dossier
from ivb.model.indicator import Indicator, Meting
from ivb.rules.vergelijkbaarheid import derive_aantal, derive_breuk

GETOOND = 2
"""How many measurements of an indicator a note shows: the last, and the one that it is compared with."""


@attrs.frozen(kw_only=True)
class Cijfer(Weergave):
    """A measurement."""

    indicator: Annotated[str, Veld("wat er gemeten is, met het gebied", moet=True)]
    periode: Annotated[str, Veld("waarover", moet=True)]
    waarde: Annotated[str, Veld("de waarde met de eenheid, en of zij voorlopig is", moet=True)]
    verschil: Annotated[str, Veld("het verschil met de vorige meting, of waarom dat er niet is")]
    bron: Annotated[str, Veld("waar de meting vandaan komt", moet=True)]


def view_cijfers(dossier: Dossier, indicatoren: Iterable[str], *, einde: Date, bekend_op: Date) -> tuple[Cijfer, ...]:
    """Give the last measurements of some indicators, with their differences.

    Args:
        dossier: the dossier.
        indicatoren: the ids of the indicators.
        einde: the last day that a measurement may be about.
        bekend_op: the day on which it was published at the latest; one without such a day counts.
    """
    rijen: list[Cijfer] = []
    for sleutel in indicatoren:
        indicator = dossier.find(Indicator, sleutel)
        reeksen = list(_find_reeksen(dossier, sleutel, einde, bekend_op))
        for reeks in reeksen:
            rijen += _view_reeks(dossier, indicator, reeks)
        if not reeksen:
            waarde = "geen meting bekend"
            rijen.append(Cijfer(indicator=indicator.naam, periode=LEEG, waarde=waarde, verschil=LEEG, bron=LEEG))
    return tuple(rijen)


def find_gemeten(dossier: Dossier, *, einde: Date, bekend_op: Date) -> set[str]:
    """Find the ids of the indicators of which a note has a measurement to show."""
    sleutels = {indicator.id for indicator in dossier.indicatoren}
    return {sleutel for sleutel in sleutels if any(_find_reeksen(dossier, sleutel, einde, bekend_op))}


def _find_reeksen(dossier: Dossier, indicator: str, einde: Date, bekend_op: Date) -> Iterator[list[Meting]]:
    """Find the measurements of an indicator by area and length of period; of one that was revised the latest."""
    reeksen: dict[tuple[str, int], dict[int, Meting]] = {}
    bekend = [
        een for een in dossier.metingen if een.indicator == indicator and (een.bekend_sinds or einde) <= bekend_op
    ]
    for meting in sorted(bekend, key=lambda een: een.bekend_sinds or Date.min):
        if meting.periode.einddatum <= einde:
            reeks = reeksen.setdefault((meting.gebied or "", meting.periode.maanden), {})
            reeks[meting.periode.maandnummer] = meting
    for sleutel in sorted(reeksen):
        yield [meting for _, meting in sorted(reeksen[sleutel].items())][-GETOOND:]


def _view_reeks(dossier: Dossier, indicator: Indicator, reeks: list[Meting]) -> Iterator[Cijfer]:
    verschillen = [LEEG, *(_compare(dossier, eerder, later) for eerder, later in pairwise(reeks))]
    for meting, verschil in zip(reeks, verschillen, strict=True):
        yield Cijfer(
            indicator=f"{indicator.naam} ({meting.gebied})" if meting.gebied else indicator.naam,
            periode=format_periode(meting.periode),
            waarde=format_meting(meting),
            verschil=verschil,
            bron=meting.bron or LEEG,
        )


def _compare(dossier: Dossier, eerder: Meting, later: Meting) -> str:
    """Write a difference, or why there is none: nothing measured, a break, or counts too small for a trend."""
    if eerder.waarde is None or later.waarde is None:
        return LEEG
    if breuk := derive_breuk(eerder, later):
        return f"niet te vergelijken (ander: {', '.join(breuk)})"
    drempel = dossier.gemeente.profiel.drempels.kleine_aantallen
    aantallen = [aantal for aantal in map(derive_aantal, (eerder, later)) if aantal is not None]
    if drempel is not None and any(aantal < drempel for aantal in aantallen):
        return "te kleine aantallen"
    return format_verschil(eerder.waarde, later.waarde)
