"""What is wrong with the policy rules of the municipality.

The Wet Bibob changed on 1 October 2022, so a rule on it from before that day may be outdated. Source: Wet Bibob,
https://wetten.overheid.nl/BWBR0013798; that a rule is reviewed by the day that it names itself, is practice.
"""

from collections.abc import Iterator

from ivb.bevindingen import Ernst
from ivb.dates import Date
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente
from ivb.model.kaders import Beleidsregel
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.rules.checks.teksten import beleidsregels as teksten
from ivb.rules.stand import is_denkbaar
from ivb.sources import Bron, Norm

WET_BIBOB = Bron(
    titel="Wet Bibob", vindplaats="wijziging van 1 oktober 2022", url="https://wetten.overheid.nl/BWBR0013798"
)
BIBOB_GEWIJZIGD = Norm(waarde="bibob", vanaf=Date(2022, 10, 1), bron=WET_BIBOB)

# The act in full: Wet bevordering integriteitsbeoordelingen door het openbaar bestuur.
_VOLUIT = "bevordering integriteitsbeoordeling"


def check_beleidsregels(dossier: Dossier, peildatum: Date) -> Iterator[Bevinding]:
    """Find rules on the Wet Bibob from before it changed, and rules that had to be reviewed."""
    for regel in dossier.beleidsregels:
        if regel.vastgesteld and not is_denkbaar(dossier.gemeente, regel.vastgesteld, peildatum):
            continue
        if peildatum >= BIBOB_GEWIJZIGD.vanaf and _is_bibob(regel):
            yield from _judge_bibob(dossier.gemeente, regel)
        herzien_voor = regel.herzien_voor
        laatst = dossier.gemeente.venster(herzien_voor)[1] if herzien_voor else None
        if herzien_voor and laatst and laatst < peildatum:
            pad = f"beleidsregels[{regel.id}].herzien_voor"
            yield P1.meld(pad, "herzien", naam=regel.naam, herzien_voor=herzien_voor)


def _is_bibob(regel: Beleidsregel) -> bool:
    tekst = f"{regel.naam} {regel.grondslag or ''}".casefold()
    return BIBOB_GEWIJZIGD.waarde in tekst or _VOLUIT in tekst


def _judge_bibob(gemeente: Gemeente, regel: Beleidsregel) -> Iterator[Bevinding]:
    """Say that a rule is from before the change; where its day is not known, only that."""
    grens, besluit = BIBOB_GEWIJZIGD.vanaf, regel.vastgesteld
    pad = f"beleidsregels[{regel.id}].vastgesteld"
    if besluit is None or besluit.datum.is_onbekend:
        yield P1.meld(f"{pad}.datum" if besluit else pad, "onbekend", ernst=Ernst.INFO, naam=regel.naam, grens=grens)
        return
    vroegst, laatst = gemeente.venster(besluit.datum)
    if laatst and laatst < grens:
        yield P1.meld(f"{pad}.datum", naam=regel.naam, vastgesteld=besluit.datum, grens=grens)
    elif vroegst is None or vroegst < grens:
        yield P1.meld(f"{pad}.datum", "vaag", ernst=Ernst.INFO, naam=regel.naam, vastgesteld=besluit.datum, grens=grens)


P1 = Regel(code="P1", ernst=Ernst.WAARSCHUWING, tekst=teksten.P1, bron=WET_BIBOB, check=check_beleidsregels)

BELEIDSREGELS = (P1,)
