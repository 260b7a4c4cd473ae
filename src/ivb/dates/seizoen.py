"""The seasons as an administration counts them: whole months, with bounds that a municipality may set itself.

"In het najaar" in a promise means the months after the summer recess, not the days between equinox and solstice. The
default bounds are those of a habit, not of a law. Season codes 21 to 24: ISO 8601-2:2019, 4.8 (EDTF level 1).
"""

import datetime as dt
import re
from calendar import monthrange

import attrs

from ivb.dates.dag import MAANDEN, Date
from ivb.errors import DatumError

SEIZOENSNAMEN = {21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter"}

_FEBRUARI = 2
_GEWOON_JAAR = 2023
_EIND_FEBRUARI = (_FEBRUARI, 28)
_TEKST = re.compile(r"(\d{1,2})-(\d{1,2})/(\d{1,2})-(\d{1,2})", re.ASCII)


def _check_dag(_seizoen: "Seizoen", _veld: "attrs.Attribute[tuple[int, int]]", waarde: tuple[int, int]) -> None:
    maand, dag = waarde
    if 1 <= maand <= len(MAANDEN) and 1 <= dag <= monthrange(_GEWOON_JAAR, maand)[1]:
        return
    raad = (
        "schrijf 28-2 voor de laatste dag van februari"
        if waarde == (_FEBRUARI, 29)
        else "schrijf dag-maand, zoals 30-11"
    )
    raise DatumError(f"{dag}-{maand} is geen dag die elk jaar voorkomt; {raad}")


@attrs.frozen(kw_only=True)
class Seizoen:
    """The first and the last day of a season, each as month and day.

    A season whose last day comes before its first runs on into the next year. It ends on 28 February only in name: that
    is the last day of February, in a leap year the 29th.

    Attributes:
        begin: month and day of the first day.
        eind: month and day of the last day.

    Raises:
        DatumError: on a day that does not exist in every year.
    """

    begin: tuple[int, int] = attrs.field(validator=_check_dag)
    eind: tuple[int, int] = attrs.field(validator=_check_dag)

    def grenzen(self, jaar: int) -> tuple[Date, Date]:
        """Give the first and the last day of the season that begins in this year.

        Raises:
            DatumError: when the season runs off the calendar.

        >>> parse_seizoen("1-12/28-2").grenzen(2023)
        (Date(2023, 12, 1), Date(2024, 2, 29))
        """
        eindjaar = jaar + (self.eind < self.begin)
        if not dt.MINYEAR <= jaar <= eindjaar <= dt.MAXYEAR:
            raise DatumError(f"het seizoen {self} van {jaar} valt buiten de kalender, die met 9999 eindigt")
        maand, dag = self.eind
        if self.eind == _EIND_FEBRUARI:
            dag = monthrange(eindjaar, maand)[1]
        return Date(jaar, *self.begin), Date(eindjaar, maand, dag)

    def __str__(self) -> str:
        """Give the text that `parse_seizoen` reads: ``1-9/30-11``."""
        return "/".join(f"{dag}-{maand}" for maand, dag in (self.begin, self.eind))


def parse_seizoen(tekst: str) -> Seizoen:
    """Read the bounds of a season, day before month as a Dutch reader writes them.

    Raises:
        DatumError: on any other spelling, and on a day that does not exist in every year.

    >>> parse_seizoen("1-9/30-11")
    Seizoen(begin=(9, 1), eind=(11, 30))
    """
    treffer = _TEKST.fullmatch(tekst)
    if treffer is None:
        raise DatumError(f"{tekst!r} is geen seizoen; schrijf de eerste en de laatste dag als 1-9/30-11")
    begindag, beginmaand, einddag, eindmaand = map(int, treffer.groups())
    seizoen = Seizoen(begin=(beginmaand, begindag), eind=(eindmaand, einddag))
    if str(seizoen) != tekst:
        raise DatumError(f"{tekst!r} heeft nullen te veel; schrijf {seizoen}")
    return seizoen


def to_seizoen(value: Seizoen | str) -> Seizoen:
    """Convert the text of a season; a season is returned as it is.

    Raises:
        DatumError: when the text gives no season.
        TypeError: on anything that is neither text nor season.
    """
    if isinstance(value, Seizoen):
        return value
    if isinstance(value, str):
        return parse_seizoen(value)
    raise TypeError(f"hier hoort een seizoen, zoals 1-9/30-11, geen {type(value).__name__}")


@attrs.frozen(kw_only=True)
class Seizoenen:
    """The four seasons of a municipality; the default is the habit. They may overlap.

    >>> str(Seizoenen(najaar="15-8/31-12").najaar)
    '15-8/31-12'
    """

    voorjaar: Seizoen = attrs.field(default=parse_seizoen("1-3/31-5"), converter=to_seizoen)
    zomer: Seizoen = attrs.field(default=parse_seizoen("1-6/31-8"), converter=to_seizoen)
    najaar: Seizoen = attrs.field(default=parse_seizoen("1-9/30-11"), converter=to_seizoen)
    winter: Seizoen = attrs.field(default=parse_seizoen("1-12/28-2"), converter=to_seizoen)

    def grenzen(self, code: int, jaar: int) -> tuple[Date, Date]:
        """Give the first and the last day of the season with this EDTF code, 21 to 24.

        Raises:
            DatumError: when the season runs off the calendar.

        >>> SEIZOENEN.grenzen(23, 2024)
        (Date(2024, 9, 1), Date(2024, 11, 30))
        """
        seizoen = dict(zip(SEIZOENSNAMEN, (self.voorjaar, self.zomer, self.najaar, self.winter), strict=True))[code]
        return seizoen.grenzen(jaar)


SEIZOENEN = Seizoenen()
