"""How an outcome shows where it comes from: the steps that led to it, in order, each with its source."""

from collections.abc import Iterable
from enum import StrEnum

import attrs

from ivb.dates import Date, to_date
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.sources import Bron


class Stapsoort(StrEnum):
    """What a step did to the date: counted to it, moved it later, earlier or not at all, or told what is uncertain."""

    GETELD = "geteld"
    VERLENGD = "verlengd"
    NIET_VERLENGD = "niet verlengd"
    VERSCHOVEN = "verschoven"
    NIET_VERSCHOVEN = "niet verschoven"
    AFGESPROKEN = "afgesproken"
    GEBEURD = "gebeurd"
    ONZEKER = "onzeker"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Stap(Uitkomst):
    """One step on the way to an outcome.

    Attributes:
        soort: what it did.
        datum: the date after the step, if there is one.
        tekst: the step as a Dutch sentence.
        bron: why it is so.
    """

    soort: Stapsoort
    datum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    tekst: Regel
    bron: Bron


def format_stappen(stappen: Iterable[Stap]) -> str:
    """Write steps one under the other, numbered, each with its source.

    >>> bron = Bron(titel="Algemene termijnenwet", vindplaats="art. 1 lid 1")
    >>> print(format_stappen([Stap(soort=Stapsoort.VERLENGD, tekst="Verlengd: het is zondag.", bron=bron)]))
    1. Verlengd: het is zondag.
       Bron: Algemene termijnenwet, art. 1 lid 1
    """
    return "\n".join(f"{nummer}. {stap.tekst}\n   Bron: {stap.bron}" for nummer, stap in enumerate(stappen, 1))
