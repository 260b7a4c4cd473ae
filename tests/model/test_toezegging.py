"""A promise is once or periodic, and what was not said of its term stays unknown."""

import datetime

from ivb import Afdoening, Rapportageafspraak, Ritme, Statusmelding, Toezegging, Toezeggingstatus
from ivb.dates import Date


class TestToezegging:
    """A year is enough for its date; no term is filled in."""

    def test_a_year_is_enough(self) -> None:
        toezegging = Toezegging(id="T1", datum="2021", onderwerp="Halfjaarlijkse notitie")
        assert (toezegging.datum.vroegst, toezegging.datum.laatst) == (Date(2021, 1, 1), Date(2021, 12, 31))
        assert toezegging.termijn.is_onbekend

    def test_periodic_when_there_is_an_agreement(self) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS)
        assert Toezegging(id="T1", datum="2021", onderwerp="x", rapportageafspraak=afspraak).is_periodiek
        assert not Toezegging(id="T1", datum="2021", onderwerp="x").is_periodiek


class TestLog:
    """Carried out, reported back, settled and struck are four states, each with the day it is known."""

    def test_four_states_beside_open(self) -> None:
        assert [status.value for status in Toezeggingstatus] == [
            "open",
            "uitgevoerd",
            "teruggemeld",
            "afgedaan",
            "afgevoerd",
        ]

    def test_known_since_it_is_so(self) -> None:
        dag = datetime.date(2024, 4, 23)
        assert Statusmelding(status=Toezeggingstatus.UITGEVOERD, sinds=dag).bekend_sinds == dag
        assert Afdoening(sinds=dag).bekend_sinds == dag
