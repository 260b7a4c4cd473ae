import datetime

import pytest

from ivb import Besluit, Orgaan, Verlenging, parse_datering
from ivb.documents.stukken.vaststelling import format_besluit, format_verlengingen, format_wanneer


class TestVaststelling:
    """Who decided and when, in the words of the dossier, as far as it is known."""

    def test_when(self) -> None:
        assert format_wanneer(None) == ""
        assert format_wanneer(parse_datering("2024-04-23")) == "23 april 2024"
        assert format_wanneer(parse_datering("Q3 2024")) == "Q3 2024"

    @pytest.mark.parametrize(
        ("orgaan", "tekst"),
        [
            (Orgaan.RAAD, "mei 2024, door de raad"),
            (Orgaan.COLLEGE, "mei 2024, door het college"),
            (Orgaan.BURGEMEESTER, "mei 2024, door de burgemeester"),
            (Orgaan.ANDERS, "mei 2024"),
        ],
    )
    def test_decision(self, orgaan: Orgaan, tekst: str) -> None:
        assert format_besluit(Besluit(orgaan=orgaan, datum="mei 2024")) == tekst

    def test_in_force_and_number(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="29 maart 2023", in_werking="26 september 2023", kenmerk="7")
        assert format_besluit(besluit) == "29 maart 2023, door de raad, in werking 26 september 2023 (7)"
        assert format_besluit(None) is None

    def test_extensions(self) -> None:
        kaal = Verlenging(einddatum=datetime.date(2026, 6, 30))
        vol = Verlenging(
            einddatum=datetime.date(2026, 12, 31),
            besluit=Besluit(orgaan=Orgaan.RAAD, datum="mei 2026"),
            reden="verkiezingen",
        )
        assert format_verlengingen((kaal, vol)) == (
            "tot en met 30 juni 2026; tot en met 31 december 2026, besluit van mei 2026, door de raad, verkiezingen"
        )
        assert format_verlengingen(()) is None
