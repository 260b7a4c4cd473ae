"""Dossiers that are valid but for one thing, per code of a rule."""

from collections.abc import Callable, Mapping
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ivb.model.dossier import Dossier
from ivb.testing.gevallen.acties import ACTIES
from ivb.testing.gevallen.basis import Kies, geldige_dossiers
from ivb.testing.gevallen.beleidsregels import BELEIDSREGELS
from ivb.testing.gevallen.capaciteit import CAPACITEIT
from ivb.testing.gevallen.cyclus import CYCLUS
from ivb.testing.gevallen.indicatoren import INDICATOREN
from ivb.testing.gevallen.openbaar import OPENBAAR
from ivb.testing.gevallen.raadsbrief import RAADSBRIEF
from ivb.testing.gevallen.rapportage import RAPPORTAGE
from ivb.testing.gevallen.structuur import STRUCTUUR
from ivb.testing.gevallen.toezeggingen import TOEZEGGINGEN
from ivb.testing.gevallen.verantwoording import VERANTWOORDING

BREUKEN: Final[Mapping[str, Callable[[Kies, Dossier], Dossier]]] = {
    **CYCLUS,
    **STRUCTUUR,
    **ACTIES,
    **INDICATOREN,
    **CAPACITEIT,
    **RAPPORTAGE,
    **TOEZEGGINGEN,
    **RAADSBRIEF,
    **OPENBAAR,
    **BELEIDSREGELS,
    **VERANTWOORDING,
}
"""What breaks a valid dossier, per code."""


def bijna_geldige_dossiers(code: str) -> SearchStrategy[Dossier]:
    """Draw dossiers in which a rule finds something on `PEILDATUM`, and no other finds anything of severity fout.

    Args:
        code: the code of the rule: ``A1``. A rule that judges no dossier (W2, and V1 for a rule that breaks) has none.

    Raises:
        KeyError: no dossier is broken in that way.
    """
    return _breek(BREUKEN[code])


@st.composite
def _breek(draw: DrawFn, breuk: Callable[[Kies, Dossier], Dossier]) -> Dossier:
    return breuk(draw, draw(geldige_dossiers()))
