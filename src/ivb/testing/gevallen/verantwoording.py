"""One setting or acceptance that does nothing, per code."""

from typing import Final

import attrs
from hypothesis import strategies as st

from ivb.dates import Date
from ivb.model.aanvaarding import Aanvaarding
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Profiel, Regelinstelling
from ivb.testing.gevallen.basis import Kies


def _break_v2(kies: Kies, dossier: Dossier) -> Dossier:
    einddatum = kies(st.sampled_from((Date(2025, 6, 30), Date(2025, 12, 31))))
    aanvaarding = Aanvaarding(code="A1", pad="jaarplannen[2025].acties[A0].trekker", reden="Komt.", einddatum=einddatum)
    return attrs.evolve(dossier, aanvaardingen=(aanvaarding,))


def _break_v3(kies: Kies, dossier: Dossier) -> Dossier:
    instelling = Regelinstelling(code=kies(st.sampled_from(("A99", "Q1"))), uit=True)
    profiel: Profiel = attrs.evolve(dossier.gemeente.profiel, regelinstellingen=(instelling,))
    return attrs.evolve(dossier, gemeente=attrs.evolve(dossier.gemeente, profiel=profiel))


VERANTWOORDING: Final = {"V2": _break_v2, "V3": _break_v3}
