"""What was found when something was checked: data with a stable code, a place, a message and a source.

A finding is no error: a check gives all that it finds, and what becomes of it is for the caller to say.
"""

from enum import StrEnum

import attrs

from ivb.sources import Bron


class Ernst(StrEnum):
    """How serious a finding is."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


@attrs.frozen(kw_only=True)
class Documentbevinding:
    """Something in a document that some readers cannot use, or that a program may stumble on.

    Attributes:
        code: what kind of thing, stable, in kebab case: ``kop-overgeslagen``.
        ernst: ``fout`` for what is certainly wrong, ``waarschuwing`` for what a human has to look at.
        plaats: where, in words: ``hoofdtekst, alinea 3 (‘Stand van zaken’)``.
        boodschap: what is wrong and what would be right, in Dutch.
        bron: what asks for it.
        regel: the code of the rule of the checks that is broken by it, if one is: ``W2``.
    """

    code: str
    ernst: Ernst = attrs.field(converter=Ernst)
    plaats: str
    boodschap: str
    bron: Bron
    regel: str | None = None

    def __str__(self) -> str:
        """Give the whole finding on one line."""
        return f"{self.plaats}: {self.boodschap} [{self.code}]"
