"""The policy: its years, its extensions, and local themes that lie in several national fields."""

import datetime

import pytest

from ivb import Besluit, Doel, Nulmeting, Orgaan, Streefwaarde, Thema, Veiligheidsbeleid, Veldkoppeling, Verlenging
from ivb.dates import Date


class TestVeiligheidsbeleid:
    """A policy holds until the end of its years, or of its last extension."""

    def test_years(self) -> None:
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025")
        assert (beleid.looptijd.begindatum, beleid.einddatum) == (Date(2022, 1, 1), Date(2025, 12, 31))

    def test_extended(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="december 2025")
        verlenging = Verlenging(einddatum=datetime.date(2026, 12, 31), besluit=besluit)
        beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", verlengingen=(verlenging,))
        assert beleid.einddatum == Date(2026, 12, 31)


class TestThema:
    """Local themes map n:m to the five national fields."""

    def test_one_theme_in_two_fields(self) -> None:
        thema = Thema(
            id="zorg", naam="Zorg, jeugd en veiligheid", velden=(Veldkoppeling(veld=1), Veldkoppeling(veld=3))
        )
        assert [koppeling.veld for koppeling in thema.velden] == [1, 3]

    @pytest.mark.parametrize("veld", [0, 6])
    def test_there_are_five_fields(self, veld: int) -> None:
        with pytest.raises(ValueError, match=r"Veldkoppeling\.veld"):
            Veldkoppeling(veld=veld)


class TestDoel:
    """A goal has an effect, a baseline with its year, and targets; a changed target is a later entry."""

    def test_a_loosened_target_stays_visible(self) -> None:
        doel = Doel(
            id="d1",
            tekst="Minder woninginbraken",
            nulmeting=Nulmeting(waarde=5, jaar=2021),
            streefwaarden=(
                Streefwaarde(jaar=2025, waarde=5.0, sinds=datetime.date(2021, 11, 1)),
                Streefwaarde(jaar=2025, waarde=6.0, sinds=datetime.date(2023, 11, 1)),
            ),
        )
        assert [streefwaarde.waarde for streefwaarde in doel.streefwaarden] == [5.0, 6.0]
