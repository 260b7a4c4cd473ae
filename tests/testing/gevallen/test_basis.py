"""A valid dossier has something of everything, and lies around its day."""

from hypothesis import given

from ivb import Dossier
from ivb.model.base import iter_gevuld
from ivb.testing.gevallen import PEILDATUM, geldige_dossiers


@given(geldige_dossiers())
def test_filled(dossier: Dossier) -> None:
    leeg = {"kaders", "beleidsregels", "aanvaardingen"}
    assert {naam for naam, _ in iter_gevuld(dossier)} >= set(_namen()) - leeg
    assert dossier.find_jaarplan(str(PEILDATUM.year))


def _namen() -> list[str]:
    return [veld.name for veld in Dossier.__attrs_attrs__]
