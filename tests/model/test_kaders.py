"""Frameworks and policy rules have dates of their own."""

import datetime

import pytest

from ivb import Beleidsregel, Besluit, Kader, Orgaan
from ivb.dates import Date


class TestKader:
    """A framework from outside holds from a day to a day."""

    def test_dates_in_order(self) -> None:
        kader = Kader(
            id="k", naam="Regionaal kader", begindatum=datetime.date(2023, 1, 1), einddatum=datetime.date(2026, 12, 31)
        )
        assert kader.einddatum == Date(2026, 12, 31)

    def test_dates_out_of_order(self) -> None:
        with pytest.raises(ValueError, match="draai ze om"):
            Kader(id="k", naam="x", begindatum=datetime.date(2024, 1, 1), einddatum=datetime.date(2023, 1, 1))


class TestBeleidsregel:
    """A policy rule says on what it rests, when it was adopted and before when it must be reviewed."""

    def test_bibob(self) -> None:
        regel = Beleidsregel(
            id="bibob",
            naam="Beleidsregel Bibob",
            grondslag="Wet Bibob",
            vastgesteld=Besluit(orgaan=Orgaan.BURGEMEESTER, datum="2019"),
            herzien_voor="vóór 1 oktober 2023",
        )
        assert regel.herzien_voor is not None
        assert regel.herzien_voor.laatst == Date(2023, 9, 30)
