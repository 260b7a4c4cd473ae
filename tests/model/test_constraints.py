"""A constraint says itself what is wrong, and what would be right."""

import pytest

from ivb import Actie
from ivb.model.base import velden
from ivb.model.constraints import Beperking, CommonMark, EenRegel, Hoogstens, Minstens, Patroon, Sleutel


class TestBeperking:
    """Every kind judges for itself."""

    def test_the_mother_judges_nothing(self) -> None:
        with pytest.raises(NotImplementedError):
            Beperking().bezwaar("x")

    @pytest.mark.parametrize(
        ("beperking", "goed", "fout", "boodschap"),
        [
            (Minstens(1), 1, 0, "0 is te laag; het laagste is 1"),
            (Hoogstens(5), 5, 6, "6 is te hoog; het hoogste is 5"),
            (CommonMark(), "een\n\n- twee\t", "\x0b", "U+000B"),
            (EenRegel(), "een\ttwee", "een\ntwee", "meer dan één regel"),
            (Sleutel(), "2024/2025", "zorg & jeugd", "is geen id"),
            (Patroon("GM[0-9]{4}", "GM1700"), "GM1700", "GM1700\n", "schrijf zoiets als GM1700"),
        ],
    )
    def test_says_what_is_wrong(self, beperking: Beperking, goed: object, fout: object, boodschap: str) -> None:
        assert beperking.bezwaar(goed) is None
        assert boodschap in (beperking.bezwaar(fout) or "")

    def test_a_reference_names_its_kinds(self) -> None:
        (thema,) = (veld for veld in velden(Actie) if veld.naam == "thema")
        assert thema.verwijzing == ("Thema",)
