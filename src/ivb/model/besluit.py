"""A decision of an organ of the municipality, and an extension that follows from one.

Adopted on, adopted by and in force from are different facts: Renkum signed its policy on 29-3-2023 and let it enter
into force on 26-9-2023.
"""

import datetime
from enum import StrEnum

import attrs

from ivb.dates import Date, Datering, to_date, to_datering
from ivb.model.base import Noun, refine
from ivb.model.constraints import Regel


class Orgaan(StrEnum):
    """Who decides or sends."""

    RAAD = "raad"
    COLLEGE = "college"
    BURGEMEESTER = "burgemeester"
    ANDERS = "anders"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Besluit(Noun):
    """A decision, as far as it is known.

    Attributes:
        orgaan: the organ that decided.
        datum: when it decided.
        bekend_sinds: the day since which that is known, where that is later.
        in_werking: from when the decision is in force, if that is another day.
        kenmerk: its number or case number.
    """

    orgaan: Orgaan
    datum: Datering = attrs.field(converter=to_datering)
    bekend_sinds: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    in_werking: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    kenmerk: Regel | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Verlenging(Noun):
    """A longer life for a policy or a plan. That the council did not decide is a finding, not an impossibility.

    Attributes:
        einddatum: the last day on which the policy or plan now holds.
        besluit: the decision to extend.
        reden: why.
    """

    einddatum: Date = attrs.field(converter=to_date)
    besluit: Besluit | None = None
    reden: Regel | None = None


def laatste_einddatum(einddatum: datetime.date, verlengingen: tuple[Verlenging, ...]) -> Date:
    """Give the last day of validity, with the extensions."""
    return max([to_date(einddatum), *(verlenging.einddatum for verlenging in verlengingen)])
