"""A period of whole calendar months, under the code that planning and control uses for it.

``2024`` is a year, ``2024-H1`` a half-year, ``2024-T1`` a *tertaal* of four months, ``2024-K1`` a quarter, ``2024-05``
a month and ``2022/2025`` a *looptijd* of several years; any other range is written as its first and last month,
``2022-07/2026-06``. Every period has exactly one code.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import Self

import attrs

from ivb.dates.dag import MAANDEN, Date, format_bereik, to_date
from ivb.errors import DatumError


class Periodesoort(StrEnum):
    """The kinds of period: the five that divide a year, and the *looptijd* for every other range of months."""

    JAAR = "jaar"
    HALFJAAR = "halfjaar"
    TERTAAL = "tertaal"
    KWARTAAL = "kwartaal"
    MAAND = "maand"
    LOOPTIJD = "looptijd"


LETTERS = {Periodesoort.HALFJAAR: "H", Periodesoort.TERTAAL: "T", Periodesoort.KWARTAAL: "K"}
RANGEN = ("eerste", "tweede", "derde", "vierde")

_JAAR = len(MAANDEN)
_LENGTES = {
    Periodesoort.JAAR: _JAAR,
    Periodesoort.HALFJAAR: 6,
    Periodesoort.TERTAAL: 4,
    Periodesoort.KWARTAAL: 3,
    Periodesoort.MAAND: 1,
}
_SOORTEN = {letter: soort for soort, letter in LETTERS.items()} | {"Q": Periodesoort.KWARTAAL}
_DEEL = re.compile(
    r"(?P<jaar>\d{4})(?:[- ]?(?P<letter>[HTKQ])(?P<nummer>\d)|-(?P<maand>\d\d?))?", re.ASCII | re.IGNORECASE
)
_UITLEG = "een periode schrijft u als 2024, 2024-H1, 2024-T1, 2024-K1, 2024-05 of 2022/2025"


@attrs.frozen(order=True, repr=False)
class Periode:
    """A range of whole calendar months, ordered by first day and then by last day.

    Make one with `parse_periode` or `Periode.van`.

    Attributes:
        maandnummer: the first month, counted as 12 * year + month - 1.
        maanden: the number of months, at least one.

    Raises:
        DatumError: when it does not lie in the years 0001 up to and including 9999.
    """

    maandnummer: int
    maanden: int

    def __attrs_post_init__(self) -> None:
        """Keep the period inside the calendar."""
        if not type(self.maandnummer) is type(self.maanden) is int:
            raise TypeError("een periode is een aantal hele maanden; maak haar met parse_periode of Periode.van")
        if self.maanden < 1 or self.maandnummer < _JAAR * dt.MINYEAR or _einde(self) > _JAAR * (dt.MAXYEAR + 1):
            raise DatumError("een periode telt minstens één maand en ligt in de jaren 0001 tot en met 9999")

    @classmethod
    def van(cls, jaar: int, soort: Periodesoort, nummer: int = 1) -> Self:
        """Make a year, or the half-year, tertaal, quarter or month with this number in it.

        Raises:
            DatumError: when the year has no such period; a *looptijd* has no number.

        >>> Periode.van(2024, Periodesoort.HALFJAAR, 2)
        parse_periode('2024-H2')
        """
        lengte = _LENGTES.get(soort)
        if lengte is None or not 1 <= nummer <= _JAAR // lengte:
            raise DatumError(f"een jaar heeft geen {soort} met nummer {nummer}")
        return cls(_JAAR * jaar + (nummer - 1) * lengte, lengte)

    @property
    def begindatum(self) -> Date:
        """The first day."""
        jaar, maand = divmod(self.maandnummer, _JAAR)
        return Date(jaar, maand + 1, 1)

    @property
    def einddatum(self) -> Date:
        """The last day, which belongs to the period.

        >>> parse_periode("2024-02").einddatum
        Date(2024, 2, 29)
        """
        jaar, maand = divmod(_einde(self) - 1, _JAAR)
        return Date(jaar, maand + 1, monthrange(jaar, maand + 1)[1])

    @property
    def dagen(self) -> int:
        """The number of days, first and last included.

        >>> parse_periode("2024-H1").dagen
        182
        """
        return self.einddatum.toordinal() - self.begindatum.toordinal() + 1

    @property
    def maandnummers(self) -> range:
        """The months, each counted as 12 * year + month - 1."""
        return range(self.maandnummer, _einde(self))

    @property
    def soort(self) -> Periodesoort:
        """The kind of period that its code tells."""
        for soort, lengte in _LENGTES.items():
            if self.maanden == lengte and self.maandnummer % lengte == 0:
                return soort
        return Periodesoort.LOOPTIJD

    @property
    def volgende(self) -> Self:
        """The period of as many months that starts the day after this one.

        Raises:
            DatumError: at the end of the calendar.

        >>> parse_periode("2024-K4").volgende
        parse_periode('2025-K1')
        """
        return attrs.evolve(self, maandnummer=_einde(self))

    @property
    def vorige(self) -> Self:
        """The period of as many months that ends the day before this one.

        Raises:
            DatumError: at the start of the calendar.
        """
        return attrs.evolve(self, maandnummer=self.maandnummer - self.maanden)

    def split(self, soort: Periodesoort) -> tuple[Self, ...]:
        """Divide into periods of one kind, in order, that together are exactly this one.

        Raises:
            DatumError: when that leaves a rest.

        >>> parse_periode("2024").split(Periodesoort.HALFJAAR)
        (parse_periode('2024-H1'), parse_periode('2024-H2'))
        """
        lengte = _LENGTES.get(soort)
        if lengte is None or self.maandnummer % lengte or self.maanden % lengte:
            raise DatumError(f"{self} is niet te verdelen in delen die elk een {soort} zijn")
        return tuple(
            attrs.evolve(self, maandnummer=nummer, maanden=lengte)
            for nummer in range(self.maandnummer, _einde(self), lengte)
        )

    def overlaps(self, andere: "Periode") -> bool:
        """Tell whether the two have a day in common."""
        return self.maandnummer < _einde(andere) and andere.maandnummer < _einde(self)

    def __contains__(self, deel: "dt.date | Periode") -> bool:
        """Tell whether a day or a whole period lies in this one; a ``datetime`` is a ``TypeError``.

        >>> Date(2024, 6, 30) in parse_periode("2024-H1")
        True
        """
        if isinstance(deel, Periode):
            return self.maandnummer <= deel.maandnummer and _einde(deel) <= _einde(self)
        return self.begindatum <= to_date(deel) <= self.einddatum

    def __str__(self) -> str:
        """Give the code, the only one that `parse_periode` takes for this period."""
        jaar, nummer = _jaar_en_nummer(self)
        match self.soort:
            case Periodesoort.JAAR:
                return f"{jaar:04d}"
            case Periodesoort.MAAND:
                return f"{jaar:04d}-{nummer:02d}"
            case Periodesoort.LOOPTIJD:
                return "/".join(map(str, uiteinden(self)))
            case soort:
                return f"{jaar:04d}-{LETTERS[soort]}{nummer}"

    def __repr__(self) -> str:
        """Give the call that makes it."""
        return f"parse_periode({str(self)!r})"


def _einde(periode: Periode) -> int:
    return periode.maandnummer + periode.maanden


def _jaar_en_nummer(periode: Periode) -> tuple[int, int]:
    jaar, maand = divmod(periode.maandnummer, _JAAR)
    return jaar, maand // periode.maanden + 1


def find_maandnummer(dag: dt.date) -> int:
    """Give the number of the month of a day, as a period counts months.

    >>> parse_periode("2024-05").maandnummer == find_maandnummer(Date(2024, 5, 31))
    True
    """
    return _JAAR * dag.year + dag.month - 1


def uiteinden(periode: Periode) -> tuple[Periode, Periode]:
    """Give the first and the last year of a period of whole years, of any other the first and the last month."""
    lengte = 1 if periode.maandnummer % _JAAR or periode.maanden % _JAAR else _JAAR
    return Periode(periode.maandnummer, lengte), Periode(_einde(periode) - lengte, lengte)


def span(begin: Periode, eind: Periode) -> Periode:
    """Give the period from the first day of one up to and including the last day of another.

    Raises:
        DatumError: when the second comes before the first.
    """
    if eind < begin:
        raise DatumError(f"een periode eindigt niet voordat zij begint: {eind} ligt niet na {begin}")
    return Periode(begin.maandnummer, _einde(eind) - begin.maandnummer)


def parse_periode(code: str) -> Periode:
    """Read the code of a period; every period has one, and no other is taken.

    Raises:
        DatumError: on anything else; it gives the right code where the meaning is clear.

    >>> parse_periode("2024-H1").einddatum
    Date(2024, 6, 30)
    >>> parse_periode("2024-Q3")
    Traceback (most recent call last):
    ivb.errors.DatumError: '2024-Q3' is niet de code van een periode; schrijf 2024-K3
    """
    periode = _read(code)
    if str(periode) != code:
        raise DatumError(f"{code!r} is niet de code van een periode; schrijf {periode}")
    return periode


def _read(code: str) -> Periode:
    treffers = [_DEEL.fullmatch(deel.strip()) for deel in code.split("/")]
    match [treffer and _read_deel(treffer) for treffer in treffers]:
        case [Periode() as periode]:
            return periode
        case [Periode() as begin, Periode() as eind]:
            return span(begin, eind)
    raise DatumError(f"{code!r} is geen periode; {_UITLEG}")


def _read_deel(treffer: re.Match[str]) -> Periode:
    jaar, letter, nummer, maand = treffer.groups()
    soort = _SOORTEN[letter.upper()] if letter else Periodesoort.MAAND if maand else Periodesoort.JAAR
    try:
        return Periode.van(int(jaar), soort, int(nummer or maand or 1))
    except DatumError:
        raise DatumError(f"{treffer.group()!r} is geen {soort}; {_UITLEG}") from None


def to_periode(value: Periode | str) -> Periode:
    """Convert the code of a period; a period is returned as it is.

    Raises:
        DatumError: when the text is no code.
        TypeError: on anything that is neither text nor period.
    """
    if isinstance(value, Periode):
        return value
    if isinstance(value, str):
        return parse_periode(value)
    raise TypeError(f"hier hoort een periode of de code ervan, geen {type(value).__name__}")


def join_perioden(perioden: Iterable[Periode]) -> Periode:
    """Put adjacent periods, in any order, together into one.

    Raises:
        DatumError: when there are none, when two overlap, and when there is a gap between two.

    >>> join_perioden([parse_periode("2024-H2"), parse_periode("2024-H1")])
    parse_periode('2024')
    """
    reeks = sorted(perioden)
    if not reeks:
        raise DatumError("zonder perioden is er niets samen te voegen")
    for eerder, later in pairwise(reeks):
        if _einde(eerder) != later.maandnummer:
            probleem = "overlappen" if eerder.overlaps(later) else "sluiten niet aan"
            raise DatumError(f"{eerder} en {later} {probleem}; alleen aansluitende perioden zijn samen één periode")
    return span(reeks[0], reeks[-1])


def format_periode(periode: Periode) -> str:
    """Write a period as it stands in a letter.

    >>> format_periode(parse_periode("2024-H1"))
    'eerste halfjaar van 2024'
    >>> format_periode(parse_periode("2022-07/2026-06"))
    'juli 2022 tot en met juni 2026'
    """
    jaar, nummer = _jaar_en_nummer(periode)
    match periode.soort:
        case Periodesoort.JAAR:
            return f"{jaar:04d}"
        case Periodesoort.MAAND:
            return f"{MAANDEN[nummer - 1]} {jaar:04d}"
        case Periodesoort.LOOPTIJD:
            return format_bereik(*map(format_periode, uiteinden(periode)))
        case soort:
            return f"{RANGEN[nummer - 1]} {soort} van {jaar:04d}"
