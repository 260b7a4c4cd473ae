import pytest

from ivb.documents.sjabloon.gebreken import Gebrek, find_gebreken, raise_gebreken
from ivb.errors import SjabloonError

EEN = Gebrek("tag-half", "dit is half", 3, "alinea 3 (‘{{ a’)", "word/document.xml")


class TestGebrek:
    """A fault says where it is, as far as it is anywhere, and what it is."""

    def test_place(self) -> None:
        assert str(EEN) == "word/document.xml: alinea 3 (‘{{ a’): dit is half"
        assert str(Gebrek("tag-elders", "dit is elders")) == "dit is elders"


class TestRaise:
    """An author gets one error, with everything that is wrong."""

    def test_nothing(self) -> None:
        raise_gebreken([])

    def test_one(self) -> None:
        with pytest.raises(SjabloonError) as fout:
            raise_gebreken([EEN])
        assert str(fout.value) == str(EEN)

    def test_more(self) -> None:
        with pytest.raises(SjabloonError) as fout:
            raise_gebreken([EEN, EEN])
        assert str(fout.value) == f"2 fouten:\n  {EEN}\n  {EEN}"
        assert find_gebreken(fout.value) == (EEN, EEN)

    def test_an_error_that_carries_nothing(self) -> None:
        assert find_gebreken(SjabloonError("kapot")) == (Gebrek("sjabloon-opbouw", "kapot"),)
