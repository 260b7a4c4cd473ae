"""The areas of the rules: what the letter of a code stands for.

Source: the areas follow what audit offices look at, and what acts ask; see the `bron` of each rule.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from ivb.rules.checks.regel import Regel

GEBIEDEN: Final[Mapping[str, str]] = {
    "C": "Beleidscyclus",
    "S": "Structuur",
    "A": "Acties",
    "N": "Indicatoren",
    "K": "Capaciteit en geld",
    "R": "Rapportages",
    "T": "Toezeggingen",
    "B": "Raadsbrieven",
    "W": "Openbaarheid",
    "P": "Beleidsregels",
    "V": "Verantwoording van de controle",
}


def find_gebied(code: str) -> str:
    """Find the name of the area of a code.

    >>> find_gebied("A10"), find_gebied("EIG1")
    ('Acties', 'Eigen regels')
    """
    return GEBIEDEN.get(code.rstrip("0123456789"), "Eigen regels")


def group_regels(regels: Iterable[Regel]) -> dict[str, list[Regel]]:
    """Group rules by their area, in the order in which they are given."""
    per_gebied: dict[str, list[Regel]] = {}
    for regel in regels:
        per_gebied.setdefault(find_gebied(regel.code), []).append(regel)
    return per_gebied
