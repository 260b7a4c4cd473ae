"""One letter that is not published as it should be."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import Openbaarheid, Openbaarheidssoort
from ivb.testing.gevallen.basis import PEILDATUM, Kies


def _break_w1(kies: Kies, dossier: Dossier) -> Dossier:
    """Leave out when a letter was published, or let it be published late, not yet, or under its embargo."""
    brieven = list(dossier.raadsbrieven)
    nummer: int = kies(st.integers(0, len(brieven) - 1))
    brief = brieven[nummer]
    embargo = Openbaarheid(soort=Openbaarheidssoort.EMBARGO, embargo_tot=brief.datum.add(days=30))
    velden: dict[str, Any] = kies(
        st.sampled_from(
            (
                {"gepubliceerd": None},
                {"gepubliceerd": brief.datum.add(days=60)},
                {"gepubliceerd": PEILDATUM.add(days=1)},
                {"openbaarheid": embargo},
            )
        )
    )
    brieven[nummer] = attrs.evolve(brief, **velden)
    return attrs.evolve(dossier, raadsbrieven=tuple(brieven))


OPENBAAR: Final = {"W1": _break_w1}
