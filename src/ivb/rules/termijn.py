"""A term: how long it is, which way it is counted, and what sets it."""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.model.base import Noun, refine
from ivb.model.constraints import Minstens
from ivb.sources import Bron


class Termijngrondslag(StrEnum):
    """What sets a term."""

    WET = "wet"
    AMVB = "AMvB"
    VERORDENING = "verordening"
    AFSPRAAK = "afspraak"


class Termijneenheid(StrEnum):
    """In what a term is described."""

    UREN = "uren"
    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    KWARTALEN = "kwartalen"
    JAREN = "jaren"


class Telrichting(StrEnum):
    """Which way a term is counted: after an event, or before it."""

    VOORUIT = "vooruit"
    TERUG = "terug"


class Atwuitzondering(StrEnum):
    """The subjects for which the Algemene termijnenwet does not hold, whatever the length of the term."""

    REGELGEVING = "bekendmaking, inwerkingtreding of buitenwerkingtreding van wettelijke voorschriften"
    VRIJHEIDSBENEMING = "vrijheidsbeneming"


_ENKELVOUD = {
    Termijneenheid.UREN: "uur",
    Termijneenheid.DAGEN: "dag",
    Termijneenheid.WERKDAGEN: "werkdag",
    Termijneenheid.WEKEN: "week",
    Termijneenheid.MAANDEN: "maand",
    Termijneenheid.KWARTALEN: "kwartaal",
    Termijneenheid.JAREN: "jaar",
}
_MEERVOUD = {eenheid: eenheid.value for eenheid in Termijneenheid} | {
    Termijneenheid.UREN: "uur",
    Termijneenheid.JAREN: "jaar",
}


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Termijn(Noun):
    """A term: how long, counted which way, and set by what.

    Attributes:
        grondslag: what sets it.
        lengte: how many units.
        eenheid: the unit in which it is described.
        richting: after the event, or before it.
        uitzondering: the subject, where it is one for which the Algemene termijnenwet does not hold.
        atw_verklaard: an ordinance or agreement says itself that the Algemene termijnenwet holds.
        bron: where it is set.
    """

    grondslag: Termijngrondslag
    lengte: Annotated[int, Minstens(1)]
    eenheid: Termijneenheid
    richting: Telrichting = Telrichting.VOORUIT
    uitzondering: Atwuitzondering | None = None
    atw_verklaard: bool = False
    bron: Bron | None = None

    def __str__(self) -> str:
        """Give its length in words: ``2 weken``."""
        return f"{self.lengte} {(_ENKELVOUD if self.lengte == 1 else _MEERVOUD)[self.eenheid]}"

    @property
    def is_lokaal(self) -> bool:
        """Whether it is set by an ordinance or an agreement, and not by an act or an AMvB."""
        return self.grondslag in {Termijngrondslag.VERORDENING, Termijngrondslag.AFSPRAAK}

    @property
    def stap(self) -> int:
        """One day in its direction: 1 or -1."""
        return 1 if self.richting is Telrichting.VOORUIT else -1
