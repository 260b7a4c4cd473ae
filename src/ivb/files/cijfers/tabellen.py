"""The tables that can be read: who publishes them, over which periods, and what their columns and codes mean.

The tables are *Geregistreerde criminaliteit; soort misdrijf, regio* (83648NED, CBS, a year) and *Geregistreerde
misdrijven; soort misdrijf, wijk, buurt* (47018NED a year, 47022NED a month, police): https://opendata.cbs.nl and
https://data.politie.nl. What a code or column means was taken from descriptions by others, and not from the tables
themselves; what stands in neither list is reported by the reader.
"""

import re
from typing import Final, NamedTuple

from ivb.dates import Periodesoort


class Maat(NamedTuple):
    """What a column counts.

    Attributes:
        eenheid: the unit.
        per: the size of the denominator.
        noemer: what the denominator counts.
        achtervoegsel: what its indicator has behind the id of the count.
    """

    eenheid: str = "aantal"
    per: int | None = None
    noemer: str | None = None
    achtervoegsel: str = ""


AANTAL: Final = Maat()
PER_1000_INWONERS: Final = Maat(per=1000, noemer="inwoners", achtervoegsel="-per-1000-inwoners")

# The six offences that a code is known of.
_MISDRIJVEN: Final = {
    "0.0.0": "misdrijven",
    "1.1.1": "woninginbraak",
    "1.4.5": "mishandeling",
    "2.2.1": "vernieling",
    "2.5.2": "winkeldiefstal",
    "3.9.1": "horizontale-fraude",
}


class Tabel(NamedTuple):
    """A published table.

    Attributes:
        nummer: its number.
        uitgever: who publishes it.
        soort: the periods that its figures are about; any other row adds up, or is part of, one of those.
        codes: the id of the indicator of each code that is known.
        maten: what each column counts, by its name without capitals, marks and number.
        measures: the same by the code of OData v4.
    """

    nummer: str
    uitgever: str
    soort: Periodesoort
    codes: dict[str, str]
    maten: dict[str, Maat]
    measures: dict[str, Maat]


def _with_staart(staart: str) -> dict[str, str]:
    return {code: f"{naam}{staart}" for code, naam in _MISDRIJVEN.items()}


CBS: Final = Tabel(
    nummer="83648NED",
    uitgever="CBS",
    soort=Periodesoort.JAAR,
    codes={"T001161": "misdrijven-cbs", **_with_staart("-cbs")},
    maten={"totaalgeregistreerdemisdrijven": AANTAL, "geregistreerdemisdrijvenper1000inw": PER_1000_INWONERS},
    measures={"M004200_2": AANTAL, "M004200_4": PER_1000_INWONERS},
)
_POLITIE_MATEN: Final = {"geregistreerdemisdrijven": AANTAL}
POLITIE: Final = {
    tabel.nummer: tabel
    for tabel in (
        Tabel("47018NED", "Politie", Periodesoort.JAAR, dict(_MISDRIJVEN), _POLITIE_MATEN, {}),
        Tabel("47022NED", "Politie", Periodesoort.MAAND, _with_staart("-per-maand"), _POLITIE_MATEN, {}),
    )
}

# Every row of these adds up others.
TOTALEN: Final = {"0.0.0", "T001161"}

_NUMMER = re.compile(r"_[0-9]+\Z")
_GEEN_LETTER = re.compile(r"[^0-9a-z]")


def is_maatkolom(kolom: str) -> bool:
    """Tell whether a column of a wide table holds figures: its name ends in a number."""
    return _NUMMER.search(kolom) is not None


def find_maat(tabel: Tabel, naam: str) -> Maat | None:
    """Find what a column counts, by its name or its title.

    >>> find_maat(CBS, "GeregistreerdeMisdrijvenPer1000Inw_3") == PER_1000_INWONERS
    True
    >>> find_maat(CBS, "Geregistreerde misdrijven per 1 000 inw.") == PER_1000_INWONERS
    True
    """
    return tabel.maten.get(_GEEN_LETTER.sub("", _NUMMER.sub("", naam.strip()).lower()))
