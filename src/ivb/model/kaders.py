"""What stands around the policy: frameworks from outside, and the policy rules that the municipality itself made."""

import attrs

from ivb.dates import Date, Datering, to_date, to_datering
from ivb.model.base import Noun, op_volgorde, refine
from ivb.model.besluit import Besluit
from ivb.model.constraints import Id, Regel
from ivb.model.jaarplan import Herkomst


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Kader(Noun):
    """A framework from outside within which the policy stands, with its own dates.

    Attributes:
        id: stable within the dossier.
        naam: its name.
        herkomst: regional, by law, or local beside the safety policy.
        vastgesteld: its adoption.
        begindatum: the first day on which it holds.
        einddatum: the last day on which it holds.
        url: where it can be read.
    """

    id: Id
    naam: Regel
    herkomst: Herkomst | None = None
    vastgesteld: Besluit | None = None
    begindatum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    einddatum: Date | None = attrs.field(default=None, converter=attrs.converters.optional(to_date))
    url: Regel | None = None
    eisen = (op_volgorde("begindatum", "einddatum"),)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Beleidsregel(Noun):
    """A policy rule on public safety, such as one on the Wet Bibob.

    Attributes:
        id: stable within the dossier.
        naam: its name.
        grondslag: the act it rests on.
        vastgesteld: its adoption.
        herzien_voor: before when it must be reviewed.
        url: where it can be read.
    """

    id: Id
    naam: Regel
    grondslag: Regel | None = None
    vastgesteld: Besluit | None = None
    herzien_voor: Datering | None = attrs.field(default=None, converter=attrs.converters.optional(to_datering))
    url: Regel | None = None
