import pytest

from ivb.testing.gevallen import bijna_geldige_dossiers


def test_a_rule_that_judges_no_dossier() -> None:
    with pytest.raises(KeyError, match="V1"):
        bijna_geldige_dossiers("V1")
