"""Two status axes: how far an action is, and how it goes on time, money and quality."""

import datetime

from ivb import Oordeel, Voortgang, Voortgangsmelding


class TestVoortgangsmelding:
    """Both axes stand in one note; a judgement that was not given is no judgement."""

    def test_both_axes(self) -> None:
        melding = Voortgangsmelding(
            actie="A1", sinds=datetime.date(2024, 5, 1), voortgang=Voortgang.LOOPT, tijd=Oordeel.ROOD
        )
        assert (melding.voortgang, melding.tijd, melding.geld) == (Voortgang.LOOPT, Oordeel.ROOD, None)
