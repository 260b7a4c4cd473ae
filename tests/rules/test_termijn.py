"""A term: how long it is, which way it is counted, and what sets it."""

import pytest
from hypothesis import given

from ivb import Atwuitzondering, Telrichting, Termijn, Termijneenheid, Termijngrondslag
from ivb.errors import VeldError
from ivb.testing import termijnen


class TestWords:
    """A term of one is said in the singular; hours and years have one form for both."""

    @pytest.mark.parametrize(
        ("lengte", "eenheid", "woorden"),
        [
            (1, "uren", "1 uur"),
            (1, "dagen", "1 dag"),
            (1, "werkdagen", "1 werkdag"),
            (1, "weken", "1 week"),
            (1, "maanden", "1 maand"),
            (1, "kwartalen", "1 kwartaal"),
            (1, "jaren", "1 jaar"),
            (48, "uren", "48 uur"),
            (90, "dagen", "90 dagen"),
            (10, "werkdagen", "10 werkdagen"),
            (6, "weken", "6 weken"),
            (3, "maanden", "3 maanden"),
            (2, "kwartalen", "2 kwartalen"),
            (4, "jaren", "4 jaar"),
        ],
    )
    def test_length(self, lengte: int, eenheid: Termijneenheid, woorden: str) -> None:
        assert str(Termijn(grondslag=Termijngrondslag.WET, lengte=lengte, eenheid=eenheid)) == woorden

    @given(termijnen())
    def test_begins_with_the_number(self, termijn: Termijn) -> None:
        assert str(termijn).split()[0] == str(termijn.lengte)


class TestBasis:
    """An ordinance and an agreement are local; an act and an AMvB are not."""

    @pytest.mark.parametrize(
        ("grondslag", "lokaal"), [("wet", False), ("AMvB", False), ("verordening", True), ("afspraak", True)]
    )
    def test_local(self, grondslag: Termijngrondslag, lokaal: bool) -> None:  # noqa: FBT001
        assert Termijn(grondslag=grondslag, lengte=1, eenheid=Termijneenheid.DAGEN).is_lokaal is lokaal


class TestDirection:
    """A term is counted after an event unless it says that it is counted back."""

    def test_forward_unless_said(self) -> None:
        termijn = Termijn(grondslag=Termijngrondslag.WET, lengte=1, eenheid=Termijneenheid.DAGEN)
        assert (termijn.richting, termijn.stap) == (Telrichting.VOORUIT, 1)
        assert (termijn.uitzondering, termijn.atw_verklaard, termijn.bron) == (None, False, None)

    @given(termijnen(richting=Telrichting.TERUG))
    def test_back(self, termijn: Termijn) -> None:
        assert termijn.stap == -1


class TestWhatItRefuses:
    """A term has at least one unit, and each choice is one of those that the law or an agreement knows."""

    @pytest.mark.parametrize(
        ("velden", "boodschap"),
        [
            ({"lengte": 0}, "Termijn.lengte: 0 is te laag; het laagste is 1"),
            ({"lengte": -3}, "Termijn.lengte: -3 is te laag; het laagste is 1"),
            ({"lengte": 1.5}, "Termijn.lengte: 1.5 is geen geheel getal"),
            ({"grondslag": "eis"}, "Termijn.grondslag: 'eis' kan hier niet; kies uit wet, AMvB, verordening, afspraak"),
            ({"eenheid": "dag"}, f"Termijn.eenheid: 'dag' kan hier niet; kies uit {', '.join(Termijneenheid)}"),
            ({"richting": "heen"}, "Termijn.richting: 'heen' kan hier niet; kies uit vooruit, terug"),
            ({"uitzondering": "x"}, f"Termijn.uitzondering: 'x' kan hier niet; kies uit {', '.join(Atwuitzondering)}"),
            ({"atw_verklaard": "ja"}, "Termijn.atw_verklaard: hier hoort true of false, geen 'ja'"),
        ],
    )
    def test_with_the_reason(self, velden: dict[str, object], boodschap: str) -> None:
        goed: dict[str, object] = {"grondslag": "wet", "lengte": 1, "eenheid": "dagen"}
        with pytest.raises(VeldError) as fout:
            Termijn(**goed | velden)  # type: ignore[arg-type]
        assert str(fout.value) == boodschap
