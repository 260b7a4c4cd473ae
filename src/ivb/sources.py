"""Where a fact comes from, and facts that hold from a date on.

A fact of the field is written as a row: its value, the day from which it holds and its source. When the law changes a
row is added and none is overwritten, so that an old dossier is still judged by the law of its day.
"""

import datetime
from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from ivb.dates import Date, format_datum, to_date

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Bron:
    """A citation that an official can look up.

    Attributes:
        titel: the act, decision, report or page.
        vindplaats: the place in it: ``art. 38b lid 1``.
        url: a link to the text.
    """

    titel: str
    vindplaats: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        """Give the citation as it stands in a sentence: ``Politiewet 2012, art. 38b lid 1``."""
        return ", ".join(deel for deel in (self.titel, self.vindplaats) if deel)


@attrs.frozen(kw_only=True)
class Norm(Generic[T]):
    """A value that holds from a day on.

    Attributes:
        waarde: the value.
        vanaf: the first day on which it holds.
        bron: where that can be read.
    """

    waarde: T
    vanaf: Date = attrs.field(converter=to_date)
    bron: Bron


def find_waarde(normen: Iterable[Norm[T]], peildatum: datetime.date) -> T:
    """Find the value that holds on a day.

    Args:
        normen: the rows of one fact, in any order.
        peildatum: the day to ask about.

    Raises:
        LookupError: no row holds yet on that day.
    """
    dag = to_date(peildatum)
    geldend = [norm for norm in normen if norm.vanaf <= dag]
    if not geldend:
        bericht = f"op {format_datum(dag)} geldt nog geen waarde"
        raise LookupError(bericht)
    return max(geldend, key=lambda norm: norm.vanaf).waarde
