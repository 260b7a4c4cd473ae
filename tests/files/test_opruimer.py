import gc

import pytest

from ivb.errors import DossierFout
from ivb.files.loading import load
from ivb.files.opruimer import pause_opruimer


class TestCollector:
    """The collector is still while something is read, and afterwards as it was."""

    def test_is_still_until_the_last_is_done(self) -> None:
        assert gc.isenabled()
        with pause_opruimer():
            with pause_opruimer():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled()

    def test_stays_off(self) -> None:
        gc.disable()
        try:
            with pause_opruimer():
                pass
            assert not gc.isenabled()
        finally:
            gc.enable()

    def test_a_fault_puts_it_on_again(self) -> None:
        with pytest.raises(DossierFout):
            load(b"x: 1")
        assert gc.isenabled()
