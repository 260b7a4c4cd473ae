"""Adopted on, adopted by, in force from and valid until are different facts (Renkum: 29-3-2023 and 26-9-2023)."""

import datetime

from ivb import Besluit, Orgaan, Verlenging
from ivb.dates import Date
from ivb.model.besluit import laatste_einddatum


class TestBesluit:
    """A decision keeps its day as it was said, and its entry into force apart."""

    def test_renkum(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datetime.date(2023, 3, 29), in_werking="26 september 2023")
        assert besluit.datum.is_exact
        assert besluit.in_werking is not None
        assert besluit.in_werking.laatst == Date(2023, 9, 26)

    def test_a_month_is_enough(self) -> None:
        assert str(Besluit(orgaan=Orgaan.RAAD, datum="november 2021").datum) == "november 2021"


class TestVerlenging:
    """What is extended holds until the last of its end dates; that the council did not decide is a finding."""

    def test_the_last_end_counts(self) -> None:
        langer = Verlenging(einddatum=datetime.date(2026, 12, 31))
        korter = Verlenging(einddatum=datetime.date(2026, 6, 30))
        assert laatste_einddatum(datetime.date(2025, 12, 31), (langer, korter)) == Date(2026, 12, 31)

    def test_without_extension_it_stays(self) -> None:
        assert laatste_einddatum(datetime.date(2025, 12, 31), ()) == Date(2025, 12, 31)
