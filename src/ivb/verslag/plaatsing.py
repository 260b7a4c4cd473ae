"""Join what was found in a dossier to the place in a file where it stands.

Rules know nothing of files, and files nothing of rules; they meet here, by the path in the dossier.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ivb.bevindingen import Ernst
from ivb.errors import Plaats
from ivb.files.tree import Plaatsen
from ivb.rules.checks.regel import Bevinding

_MEERVOUD = {Ernst.FOUT: "fouten", Ernst.WAARSCHUWING: "waarschuwingen", Ernst.INFO: "keer info"}


class Geplaatst(NamedTuple):
    """A finding, and where it stands if the dossier was read from a file."""

    bevinding: Bevinding
    plaats: Plaats | None


def place_bevindingen(bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None) -> tuple[Geplaatst, ...]:
    """Give every finding its place, in the same order."""
    return tuple(Geplaatst(een, plaatsen.find(een.pad) if plaatsen else None) for een in bevindingen)


def count_ernst(bevindingen: Iterable[Bevinding]) -> str:
    """Count findings in words, the most serious first.

    >>> count_ernst([])
    'niets gevonden'
    """
    aantallen = Counter(een.ernst for een in bevindingen)
    delen = [
        f"{aantal} {ernst if aantal == 1 and ernst is not Ernst.INFO else _MEERVOUD[ernst]}"
        for ernst in Ernst
        if (aantal := aantallen[ernst])
    ]
    return ", ".join(delen) or "niets gevonden"
