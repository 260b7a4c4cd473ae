"""The days on which the office of a municipality works.

These are not the days of the Algemene termijnenwet: a day that was equated with a holiday is one for that act only, and
Good Friday and 5 May are working days, unless the profile of the municipality closes them. The office is closed in the
weekend, on the other holidays of the act, and on the days that its profile names. Source: own agreement of ivb; what an
office really does is in its profile.
"""

import datetime
from collections.abc import Iterable
from functools import cache

import attrs

from ivb.dates import Date, add_dagen, to_date
from ivb.model.gemeente import Gemeente
from ivb.rules.feestdagen import INGANG, derive_feestdagen
from ivb.sources import Bron

KANTOOR = Bron(titel="werkdagen van de gemeente", vindplaats="profiel, sluitingsdagen")

_OPEN = {"Goede Vrijdag", "Bevrijdingsdag"}
_WEEK, _ZATERDAG, _ZONDAG = 7, 6, 0


def _to_dagen(dagen: Iterable[datetime.date]) -> frozenset[Date]:
    return frozenset(map(to_date, dagen))


@attrs.frozen
class Werkkalender:
    """The days on which an office works.

    Before 1 April 1965, the day of the act that names the holidays, it is closed in weekends and on its own days only;
    after 2199 it has no days.

    Attributes:
        gesloten: the days on which it is closed beside weekends and holidays.
    """

    gesloten: frozenset[Date] = attrs.field(default=frozenset(), converter=_to_dagen)

    @classmethod
    def van(cls, gemeente: Gemeente) -> "Werkkalender":
        """Take the calendar of a municipality, with the closed days of its profile."""
        return cls(frozenset(dag.datum for dag in gemeente.profiel.sluitingsdagen))

    def is_werkdag(self, dag: datetime.date) -> bool:
        """Tell whether the office works on a day.

        Raises:
            DatumError: the day lies after 2199.
            TypeError: ``dag`` is a ``datetime`` or no date.

        >>> Werkkalender().is_werkdag(datetime.date(2024, 12, 27))  # equated, so free for the Atw only
        True
        """
        datum = to_date(dag)
        return not (
            datum.toordinal() % _WEEK in (_ZATERDAG, _ZONDAG) or datum in _vrij(datum.year) or datum in self.gesloten
        )

    def volgende(self, dag: datetime.date) -> Date:
        """Give the first working day from a day on; the day itself when it is one."""
        return self._zoek(to_date(dag), 1)

    def vorige(self, dag: datetime.date) -> Date:
        """Give the last working day up to and including a day; the day itself when it is one.

        >>> Werkkalender().vorige(datetime.date(2024, 12, 26))
        Date(2024, 12, 24)
        """
        return self._zoek(to_date(dag), -1)

    def tel(self, dag: datetime.date, aantal: int) -> Date:
        """Count working days from a day, which does not count itself; a negative number counts back.

        >>> Werkkalender().tel(datetime.date(2024, 12, 24), 2)
        Date(2024, 12, 30)
        """
        datum, stap = to_date(dag), 1 if aantal > 0 else -1
        for _ in range(abs(aantal)):
            datum = self._zoek(add_dagen(datum, stap), stap)
        return datum

    def _zoek(self, dag: Date, stap: int) -> Date:
        while not self.is_werkdag(dag):
            dag = add_dagen(dag, stap)
        return dag


WERKDAGEN = Werkkalender()


@cache
def _vrij(jaar: int) -> frozenset[Date]:
    """Give the holidays of a year on which an office is closed."""
    if jaar < INGANG.year:
        return frozenset()
    return frozenset(een.datum for een in derive_feestdagen(jaar) if not een.gelijkgesteld and een.naam not in _OPEN)
