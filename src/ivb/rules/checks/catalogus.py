"""All the rules, in the order in which they are told.

The areas and what is looked at in them follow what audit offices find year after year, and what acts ask. Source: the
`bron` of each rule.
"""

from difflib import get_close_matches
from typing import Final

from ivb.rules.checks.acties import ACTIES
from ivb.rules.checks.beleidsregels import BELEIDSREGELS
from ivb.rules.checks.capaciteit import CAPACITEIT
from ivb.rules.checks.cyclus import CYCLUS
from ivb.rules.checks.indicatoren import INDICATOREN
from ivb.rules.checks.openbaar import OPENBAAR
from ivb.rules.checks.raadsbrief import RAADSBRIEF
from ivb.rules.checks.rapportage import RAPPORTAGE
from ivb.rules.checks.regel import Regel
from ivb.rules.checks.structuur import STRUCTUUR
from ivb.rules.checks.toezeggingen import TOEZEGGINGEN
from ivb.rules.checks.verantwoording import VERANTWOORDING

REGELS: Final[tuple[Regel, ...]] = (
    *CYCLUS,
    *STRUCTUUR,
    *ACTIES,
    *INDICATOREN,
    *CAPACITEIT,
    *RAPPORTAGE,
    *TOEZEGGINGEN,
    *RAADSBRIEF,
    *OPENBAAR,
    *BELEIDSREGELS,
    *VERANTWOORDING,
)
"""Every rule of ivb."""


def find_regel(code: str) -> Regel:
    """Find the rule with a code, in capitals or not.

    >>> find_regel("a1").titel
    'Actie zonder trekker'

    Raises:
        KeyError: no rule has that code.
    """
    codes = {regel.code: regel for regel in REGELS}
    gezocht = code.upper()
    if gezocht in codes:
        return codes[gezocht]
    nabij = get_close_matches(gezocht, codes, n=3, cutoff=0.4) or list(codes)[:3]
    raise KeyError(f"er is geen regel {code!r}; bedoelt u {' of '.join(nabij)}?")
