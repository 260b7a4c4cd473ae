"""By when a letter to the council is published."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Kalenderzekerheid, Openbaarheid, Openbaarheidssoort, Openbaarmaking, Raadsbrief, derive_openbaarmaking
from ivb.dates import Date
from ivb.testing import raadsbrieven

DAG = datetime.date(2024, 5, 1)


def derive(dag: datetime.date, peildatum: datetime.date = DAG, **openbaarheid: object) -> Openbaarmaking:
    brief = Raadsbrief(id="b", datum=dag, onderwerp="x", openbaarheid=Openbaarheid(**openbaarheid))  # type: ignore[arg-type]
    return derive_openbaarmaking(brief, peildatum=peildatum)


class TestTwoWeeks:
    """Within two weeks (Wet open overheid, art. 3.3, fourth paragraph), moved by the Algemene termijnenwet."""

    @pytest.mark.parametrize(
        ("dag", "uiterlijk"),
        [
            (datetime.date(2024, 4, 23), Date(2024, 5, 7)),
            (datetime.date(2024, 12, 11), Date(2024, 12, 30)),
            (datetime.date(2025, 4, 5), Date(2025, 4, 22)),  # Easter Saturday, Sunday and Monday
            (datetime.date(2022, 5, 1), Date(2022, 5, 16)),  # the first day of the act
        ],
    )
    def test_from_the_day_of_the_letter(self, dag: datetime.date, uiterlijk: Date) -> None:
        assert derive(dag).datum == uiterlijk

    def test_a_letter_of_before_the_act(self) -> None:
        uitkomst = derive(datetime.date(2022, 4, 30))
        assert (uitkomst.datum, uitkomst.einde, uitkomst.plicht) == (None, None, "niet verplicht")
        assert uitkomst.stappen[0].tekst == "De Wet open overheid geldt sinds 1 mei 2022: na deze brief."

    def test_a_calendar_that_is_not_known(self) -> None:
        einde = derive(datetime.date(2031, 5, 9)).einde
        assert einde is not None
        assert einde.zekerheid is Kalenderzekerheid.ONZEKER


class TestDuty:
    """The duty for council papers was not in force on 12 February 2025; of a later day that is not known."""

    @pytest.mark.parametrize(
        ("peildatum", "plicht"),
        [(datetime.date(2025, 2, 12), "niet verplicht"), (datetime.date(2025, 2, 13), "niet bekend")],
    )
    def test_on_a_day(self, peildatum: datetime.date, plicht: str) -> None:
        uitkomst = derive(datetime.date(2025, 2, 4), peildatum)
        assert uitkomst.plicht == plicht
        assert str(uitkomst.stappen[-1].bron) == "Wet open overheid, art. 3.3 lid 2 onder c"


class TestNotPublic:
    """A secret letter is not published, and one under embargo not before its end."""

    def test_secret(self) -> None:
        uitkomst = derive(DAG, soort=Openbaarheidssoort.GEHEIM, embargo_tot=datetime.date(2030, 1, 1))
        assert (uitkomst.plicht, uitkomst.datum, uitkomst.vanaf) == ("niet openbaar", None, None)
        assert str(uitkomst.stappen[0].bron) == "Wet open overheid, art. 5.1"

    @pytest.mark.parametrize(
        ("tot", "uiterlijk"),
        [(datetime.date(2024, 5, 10), Date(2024, 5, 15)), (datetime.date(2024, 6, 1), Date(2024, 6, 1))],
    )
    def test_embargo(self, tot: datetime.date, uiterlijk: Date) -> None:
        uitkomst = derive(DAG, soort=Openbaarheidssoort.EMBARGO, embargo_tot=tot)
        assert (uitkomst.vanaf, uitkomst.datum) == (tot, uiterlijk)
        assert "Er geldt een embargo tot" in uitkomst.stappen[-2].tekst

    def test_embargo_without_a_day(self) -> None:
        uitkomst = derive(DAG, soort=Openbaarheidssoort.EMBARGO)
        assert (uitkomst.vanaf, uitkomst.datum, uitkomst.plicht) == (None, None, "niet openbaar")
        assert uitkomst.stappen[0].tekst == "Er geldt een embargo waarvan het einde niet bekend is."


class TestAnyLetter:
    """No letter makes the rule stumble, and none is published before it was written."""

    @given(raadsbrieven(), st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1)))
    def test_not_before_its_day(self, brief: Raadsbrief, peildatum: datetime.date) -> None:
        uitkomst = derive_openbaarmaking(brief, peildatum=peildatum)
        assert uitkomst.datum is None or uitkomst.datum > brief.datum
        assert uitkomst.stappen
