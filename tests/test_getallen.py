from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Meting
from ivb.getallen import format_bedrag, format_getal, format_meting, format_verschil, format_waarde


class TestNumbers:
    """A comma before the decimals, a point between the thousands, no digit more or less than there are."""

    @pytest.mark.parametrize(
        ("waarde", "tekst"),
        [
            (0, "0"),
            (-0.0, "0"),
            (6.1, "6,1"),
            (1234.5, "1.234,5"),
            (1000000, "1.000.000"),
            (0.1 + 0.2, "0,30000000000000004"),
        ],
    )
    def test_examples(self, waarde: float, tekst: str) -> None:
        assert format_getal(waarde) == tekst

    @given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
    def test_reads_back(self, waarde: float) -> None:
        gelezen = Decimal(format_getal(waarde).replace(".", "").replace(",", "."))
        assert gelezen == Decimal(repr(waarde))

    def test_money(self) -> None:
        assert format_bedrag(12500) == "€\u00a012.500"

    @pytest.mark.parametrize(
        ("eerder", "later", "tekst"),
        [(6.1, 5.8, "\u22120,3"), (5.8, 6.1, "+0,3"), (2, 2.0, "gelijk"), (0.1, 0.3, "+0,2"), (900, 2000, "+1.100")],
    )
    def test_difference(self, eerder: float, later: float, tekst: str) -> None:
        assert format_verschil(eerder, later) == tekst


class TestMeasurements:
    """A value comes with its unit, its denominator and what makes it less than certain; none is no nought."""

    @pytest.mark.parametrize(
        ("eenheid", "tekst"), [("aantal", "7,2"), ("%", "7,2%"), ("rapportcijfer", "7,2 rapportcijfer")]
    )
    def test_unit(self, eenheid: str, tekst: str) -> None:
        assert format_waarde(7.2, eenheid) == tekst

    @pytest.mark.parametrize(
        ("meting", "tekst"),
        [
            (Meting(indicator="i", periode="2024", eenheid="aantal", voorlopig=True), "niet gemeten"),
            (Meting(indicator="i", periode="2024", waarde=0, eenheid="aantal"), "0"),
            (Meting(indicator="i", periode="2024", waarde=2, eenheid="aantal", noemer="wijk"), "2 per wijk"),
            (Meting(indicator="i", periode="2024", waarde=2, eenheid="aantal", per=1000), "2 per 1.000"),
            (
                Meting(
                    indicator="i",
                    periode="2024",
                    waarde=2,
                    eenheid="aantal",
                    leeftijdsgroep="12 tot 18 jaar",
                    voorlopig=True,
                    volledig=False,
                ),
                "2 (12 tot 18 jaar, voorlopig cijfer, niet over de hele periode)",
            ),
        ],
    )
    def test_whole(self, meting: Meting, tekst: str) -> None:
        assert format_meting(meting) == tekst
