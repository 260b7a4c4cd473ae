"""The status of an action in a document: the local word, and the judgement as a word with a colour behind it.

A colour never stands alone. Dark text on these colours has a contrast of more than 7 (WCAG 2.2, 1.4.6).
"""

from typing import Annotated, Final

import attrs

from ivb.documents.stukken.weergave import Veld, Weergave
from ivb.model.gemeente import Gemeente
from ivb.model.voortgang import Oordeel, Voortgangsmelding

_KLEUREN: Final = {
    Oordeel.GROEN: "C6E0B4",
    Oordeel.ORANJE: "FFD18A",
    Oordeel.ROOD: "F6B5B0",
    Oordeel.GRIJS: "D9D9D9",
}
GEEN_KLEUR: Final = "auto"
LEEG: Final = "–"
"""What stands in a cell of which nothing is known."""


@attrs.frozen(kw_only=True)
class Oordeelweergave(Weergave):
    """A judgement."""

    tekst: Annotated[str, Veld("het oordeel in een woord: groen, oranje, rood, of dat van uw gemeente", moet=True)]
    kleur: Annotated[str, Veld("de kleur daarvan, voor de cel: {% cellbg … %}", kleur=True)]


def view_oordeel(gemeente: Gemeente, oordeel: Oordeel | None) -> Oordeelweergave:
    """Give a judgement as a word and a colour; what was not judged has none."""
    if oordeel is None:
        return Oordeelweergave(tekst=LEEG, kleur=GEEN_KLEUR)
    return Oordeelweergave(tekst=format_oordeel(gemeente, oordeel), kleur=_KLEUREN[oordeel])


def format_oordeel(gemeente: Gemeente, oordeel: Oordeel) -> str:
    """Give the local word for a judgement, with the colour it stands for."""
    labels = gemeente.profiel.statuslabels
    eigen = next((een.label for een in labels if een.oordeel is oordeel and een.voortgang is None), None)
    return f"{eigen} ({oordeel})" if eigen else str(oordeel)


def format_voortgang(gemeente: Gemeente, melding: Voortgangsmelding) -> str:
    """Give how far an action is: the word of the note, else the local one, and how much is done."""
    labels = gemeente.profiel.statuslabels
    eigen = next((een.label for een in labels if een.voortgang is melding.voortgang and een.oordeel is None), None)
    woord = melding.label or eigen or str(melding.voortgang)
    return woord if melding.percentage is None else f"{woord} ({melding.percentage}%)"
