"""An agreement to report to the council again and again: how often, from when, and when each report is due."""

from enum import StrEnum
from typing import Annotated

import attrs

from ivb.dates import Datering, Periode, parse_datering, to_periode
from ivb.errors import DatumError
from ivb.model.base import Noun, refine
from ivb.model.constraints import Dagen, EenRegel, Hoogstens, Minstens, Patroon, Regel


class Ritme(StrEnum):
    """How often the council is owed a report."""

    KWARTAAL = "per kwartaal"
    VIERMAANDELIJKS = "viermaandelijks"
    HALFJAARLIJKS = "halfjaarlijks"
    JAARLIJKS = "jaarlijks"
    TWEEJAARLIJKS = "tweejaarlijks"

    @property
    def maanden(self) -> int:
        """The number of months that one report covers."""
        return _MAANDEN[self]


_MAANDEN = {
    Ritme.KWARTAAL: 3,
    Ritme.VIERMAANDELIJKS: 4,
    Ritme.HALFJAARLIJKS: 6,
    Ritme.JAARLIJKS: 12,
    Ritme.TWEEJAARLIJKS: 24,
}


_ALLEEN_JAAR = {"2001", "../2001", "2001/..", "../2000"}


class ZonderJaar(EenRegel):
    """Words for a time of the year, to which a year can be added: "najaar", "vóór de zomer", "uiterlijk 1 mei"."""

    def bezwaar(self, tekst: str) -> str | None:
        """Say that no dating comes of it with a year, or ``None`` when one does."""
        try:
            is_tijd = parse_datering(f"{tekst} 2001").edtf not in _ALLEEN_JAAR
        except DatumError:
            is_tijd = False
        if is_tijd:
            return super().bezwaar(tekst)
        return f"{tekst!r} is geen tijd van het jaar; schrijf zoiets als najaar, vóór de zomer, uiterlijk 1 mei"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Levertermijn(Noun):
    """When the report on a part of the year is due: "H1 in the autumn of the same year".

    Attributes:
        deel: the part of the year: ``H1``, ``T2``, ``K3``; left out for every period of the agreement.
        venster: when, in words without a year.
        jaren_later: how many years after the year in which the period ends.
    """

    deel: Annotated[str, Patroon(r"H[12]|T[123]|K[1234]", "H1, T2 of K3")] | None = None
    venster: Annotated[str, ZonderJaar()]
    jaren_later: Annotated[int, Minstens(0), Hoogstens(10)] = 0

    def applies_to(self, periode: Periode) -> bool:
        """Tell whether this is about such a period."""
        return self.deel is None or str(periode).endswith(f"-{self.deel}")

    def datering(self, periode: Periode) -> Datering:
        """Say when the report on a period is due."""
        scheiding = " van " if self.venster.casefold().endswith(("de zomer", "het zomerreces")) else " "
        return parse_datering(f"{self.venster}{scheiding}{periode.einddatum.year + self.jaren_later}")


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Rapportageafspraak(Noun):
    """An agreement to report in a fixed rhythm.

    Attributes:
        ritme: how often.
        vanaf: the first period to report on; without it, from the start of the policy or after the promise.
        tot_en_met: the last period to report on; without it, as long as the policy or the promise holds.
        levertermijnen: when each report is due; what is not agreed stays unknown.
        vertraging: the number of days after a period within which its report is sent, if that was agreed.
        bron: where this was agreed.
    """

    ritme: Ritme
    vanaf: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    tot_en_met: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    levertermijnen: tuple[Levertermijn, ...] = ()
    vertraging: Dagen | None = None
    bron: Regel | None = None

    def levertermijn(self, periode: Periode) -> Datering | None:
        """Say when the report on a period is due, or ``None`` when that was not agreed.

        What was agreed for its part of the year goes before what holds for every period, and of two the earlier year.
        """
        passend = [termijn for termijn in self.levertermijnen if termijn.applies_to(periode)]
        eerste = min(passend, key=lambda een: (een.deel is None, een.jaren_later, een.venster), default=None)
        return eerste.datering(periode) if eerste else None
