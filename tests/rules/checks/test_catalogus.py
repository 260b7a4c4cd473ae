"""What holds for every rule, whichever it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivb.bevindingen import Ernst
from ivb.model.dossier import Dossier
from ivb.rules.checks.catalogus import REGELS, find_regel
from ivb.rules.checks.controle import check
from ivb.rules.checks.regel import Regel
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers, geldige_dossiers
from ivb.testing.gevallen.breuken import BREUKEN

BUITEN_HET_DOSSIER = {"V1", "W2"}
"""Rules that judge an operation or a document; each has tests of its own."""

DOSSIERREGELS = [regel for regel in REGELS if regel.code not in BUITEN_HET_DOSSIER]


def codes(dossier: Dossier, *, ernst: Ernst | None = None) -> set[str]:
    gevonden = check(dossier, peildatum=PEILDATUM)
    return {een.code for een in gevonden if ernst in {None, een.ernst}}


class TestEveryRule:
    """A rule has a dossier that breaks it alone, and no rule finds anything in a valid one."""

    def test_each_is_broken_by_a_dossier(self) -> None:
        assert BREUKEN.keys() == {regel.code for regel in DOSSIERREGELS}

    @settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
    @given(geldige_dossiers())
    def test_nothing_is_wrong_with_a_valid_dossier(self, dossier: Dossier) -> None:
        assert [str(een) for een in check(dossier, peildatum=PEILDATUM)] == []

    @pytest.mark.parametrize("regel", DOSSIERREGELS, ids=lambda regel: regel.code)
    @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(data=st.data())
    def test_finds_what_is_broken_and_no_other_fault(self, regel: Regel, data: st.DataObject) -> None:
        dossier = data.draw(bijna_geldige_dossiers(regel.code))
        assert regel.code in codes(dossier)
        assert codes(dossier, ernst=Ernst.FOUT) <= {regel.code}

    @pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
    def test_says_all_that_an_adviser_asks(self, regel: Regel) -> None:
        tekst = regel.tekst
        assert regel.bron
        assert all((tekst.titel, tekst.bericht, tekst.controleert, tekst.waarom, tekst.herstel, tekst.fout, tekst.goed))
        assert find_regel(regel.code.lower()) is regel

    def test_codes_are_unique(self) -> None:
        assert len({regel.code for regel in REGELS}) == len(REGELS)

    def test_a_code_that_is_not_there(self) -> None:
        with pytest.raises(KeyError, match="'A11'; bedoelt u A1"):
            find_regel("A11")
