"""Dossiers in which a check finds nothing, and dossiers in which it finds one thing, for the tests of rules.

>>> from hypothesis import given
>>> from ivb import check
>>> @given(bijna_geldige_dossiers("A1"))
... def test_that_an_action_without_a_leader_is_found(dossier):
...     assert "A1" in {een.code for een in check(dossier, peildatum=PEILDATUM)}
>>> test_that_an_action_without_a_leader_is_found()
"""

from ivb.testing.gevallen.basis import PEILDATUM, geldige_dossiers
from ivb.testing.gevallen.breuken import bijna_geldige_dossiers

__all__ = ["PEILDATUM", "bijna_geldige_dossiers", "geldige_dossiers"]
