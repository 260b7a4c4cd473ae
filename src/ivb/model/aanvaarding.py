"""What a municipality accepts for a time, although a check finds it."""

from typing import Annotated

import attrs

from ivb.dates import Date, to_date
from ivb.model.base import Noun, refine
from ivb.model.constraints import Patroon, Regel

CODE = Patroon(r"[A-Z]{1,4}[0-9]{1,3}", "A1")
Regelcode = Annotated[str, CODE]


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Aanvaarding(Noun):
    """A known finding that may stay as it is, with a reason and an end.

    Attributes:
        code: the code of the rule.
        pad: the path of the finding in the dossier, as the check tells it; without it, the dossier as a whole.
        boodschap: the message of the finding; when given, only a finding with these very words is accepted.
        reden: why it may stay.
        einddatum: the last day on which it may.
    """

    code: Regelcode
    pad: Regel | None = None
    boodschap: Regel | None = None
    reden: Regel
    einddatum: Date = attrs.field(converter=to_date)
