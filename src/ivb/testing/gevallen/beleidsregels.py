"""One policy rule that may be outdated."""

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from ivb.model.besluit import Besluit, Orgaan
from ivb.model.dossier import Dossier
from ivb.model.kaders import Beleidsregel
from ivb.testing.gevallen.basis import Kies


def _break_p1(kies: Kies, dossier: Dossier) -> Dossier:
    """Add a rule on the Wet Bibob from before it changed, or of a day that is not known, or one past its review."""
    velden: dict[str, Any] = {"naam": "Vergunningen voor evenementen", "herzien_voor": "vóór 1 juli 2025"}
    if kies(st.booleans()):
        naam = kies(st.sampled_from(("Beleidsregel Wet Bibob", "Toetsing van ondernemers")))
        velden = {"naam": naam, "grondslag": "Wet Bibob, artikel 3"}
        datum = kies(st.sampled_from((None, "30 september 2022", "september 2022", "2022", "onbekend")))
        velden |= {"vastgesteld": Besluit(orgaan=Orgaan.BURGEMEESTER, datum=datum) if datum else None}
    return attrs.evolve(dossier, beleidsregels=(Beleidsregel(id="regel", **velden),))


BELEIDSREGELS: Final = {"P1": _break_p1}
