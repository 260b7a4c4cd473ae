"""What documents tell about where they came from can be drawn."""

import pytest
from hypothesis import given

from ivb import Dossier, Teruglezing
from ivb.testing import teruglezingen


class TestTeruglezingen:
    """Each holds a whole dossier."""

    @given(teruglezingen(document="notitie"))
    def test_drawn(self, lezing: Teruglezing) -> None:
        assert type(lezing.dossier) is Dossier
        assert (lezing.document, len(lezing.sjabloon)) == ("notitie", 64)

    def test_no_such_field(self) -> None:
        with pytest.raises(TypeError, match="did you mean 'document'"):
            teruglezingen(documen="notitie")
