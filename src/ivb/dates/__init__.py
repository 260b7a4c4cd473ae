"""Days, periods and vague dates, read and written in Dutch: the only door to pendulum."""

from ivb.dates.dag import (
    MAANDEN,
    WEEKDAGEN,
    Date,
    add_dagen,
    add_maanden,
    format_dagen,
    format_datum,
    format_weekdag,
    parse_datum,
    to_date,
)
from ivb.dates.datering import Datering, add_lidwoord, format_datering, parse_datering, to_datering, to_venster
from ivb.dates.periode import Periode, Periodesoort, format_periode, join_perioden, parse_periode, to_periode
from ivb.dates.seizoen import SEIZOENEN, Seizoen, Seizoenen, parse_seizoen, to_seizoen

__all__ = [
    "MAANDEN",
    "SEIZOENEN",
    "WEEKDAGEN",
    "Date",
    "Datering",
    "Periode",
    "Periodesoort",
    "Seizoen",
    "Seizoenen",
    "add_dagen",
    "add_lidwoord",
    "add_maanden",
    "format_dagen",
    "format_datering",
    "format_datum",
    "format_periode",
    "format_weekdag",
    "join_perioden",
    "parse_datering",
    "parse_datum",
    "parse_periode",
    "parse_seizoen",
    "to_date",
    "to_datering",
    "to_periode",
    "to_seizoen",
    "to_venster",
]
