"""The days on which a term set by law does not end: Saturdays, Sundays and the recognised holidays.

Recognised are New Year's Day, Easter Monday, Whit Monday, both Christmas days, Ascension Day, the day on which the
King's birthday is celebrated, and 5 May; Good Friday counts as one, and the Crown may equate further days. Which days
it equated is known for some years only: a calendar is complete or not, and a day that could still be equated says so.
For an office these days mean something else: see ``ivb.rules.werkdagen``. Source: Algemene termijnenwet (Atw), art. 3,
https://wetten.overheid.nl/BWBR0002448, in force since 1 April 1965.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import attrs

from ivb.dates import Date, add_dagen, format_datum, to_date
from ivb.errors import DatumError
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.sources import Bron, Norm

INGANG = Date(1965, 4, 1)


def cite_atw(vindplaats: str) -> Bron:
    """Cite a place in the Algemene termijnenwet."""
    return Bron(titel="Algemene termijnenwet", vindplaats=vindplaats, url="https://wetten.overheid.nl/BWBR0002448")


ATW_3_1, ATW_3_2, ATW_3_3 = map(cite_atw, ("art. 3 lid 1", "art. 3 lid 2", "art. 3 lid 3"))
KONINGINNEDAG_1980 = Bron(titel="Besluit aanwijzing Koninginnedag (1980)", url="https://wetten.overheid.nl/BWBR0031338")
KONINGSDAG_2014 = Bron(titel="Besluit aanwijzing Koningsdag (2013)", url="https://wetten.overheid.nl/BWBR0032908")

_KERSTMIS, _NIEUWJAAR = 12, 1
_DINSDAG, _DONDERDAG, _ZATERDAG, _ZONDAG = 1, 3, 5, 6


class Kalenderzekerheid(StrEnum):
    """How certain it is that a term does not end later, because of a day that the Crown equates with a holiday.

    Plausible is a year of which not every equated day is known, on a day that is not usually equated.
    """

    ZEKER = "zeker"
    AANNEMELIJK = "aannemelijk"
    ONZEKER = "onzeker"


def find_minst_zeker(graden: Iterable[Kalenderzekerheid]) -> Kalenderzekerheid:
    """Find the least certain of some degrees; without any, certain.

    >>> find_minst_zeker([Kalenderzekerheid.ZEKER, Kalenderzekerheid.ONZEKER]).value
    'onzeker'
    """
    return max(graden, key=tuple(Kalenderzekerheid).index, default=Kalenderzekerheid.ZEKER)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Feestdag(Uitkomst):
    """A recognised holiday, or a day that counts as one.

    Attributes:
        datum: the day.
        naam: its name.
        gelijkgesteld: the Crown equated it with a holiday: it is one for the Atw, and an ordinary day otherwise.
        zeker: no source leaves doubt whether it was one in that year.
        bron: where it follows from.
    """

    datum: Date = attrs.field(converter=to_date)
    naam: Regel
    gelijkgesteld: bool = False
    zeker: bool = True
    bron: Bron


class _Jaarlijks(NamedTuple):
    """On which day of a year a holiday falls, and a month and day on which it is not certain that it was kept."""

    naam: str
    dag: Callable[[int], Date]
    twijfel: tuple[int, int] | None = None


def _vast(maand: int, dag: int) -> Callable[[int], Date]:
    return lambda jaar: Date(jaar, maand, dag)


def _niet_op_zondag(maand: int, dag: int, anders: tuple[int, int]) -> Callable[[int], Date]:
    """Give a day of the month, or another where that is a Sunday."""

    def bepaal(jaar: int) -> Date:
        datum = Date(jaar, maand, dag)
        return Date(jaar, *anders) if datum.weekday() == _ZONDAG else datum

    return bepaal


def _na_pasen(dagen: int) -> Callable[[int], Date]:
    return lambda jaar: Date.fromordinal(find_pasen(jaar).toordinal() + dagen)


def find_pasen(jaar: int) -> Date:
    """Give Easter Sunday of a year in the Gregorian calendar.

    >>> find_pasen(2024)
    Date(2024, 3, 31)
    """
    eeuw, gulden = jaar // 100, jaar % 19
    epacta = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    tot_zondag = (32 + 2 * (eeuw % 4) + 2 * (jaar % 100 // 4) - epacta - jaar % 100 % 4) % 7
    dagen = epacta + tot_zondag - 7 * ((gulden + 11 * epacta + 22 * tot_zondag) // 451)
    return Date.fromordinal(Date(jaar, 3, 22).toordinal() + dagen)


def _norm(naam: str, dag: Callable[[int], Date], bron: Bron = ATW_3_1) -> tuple[Norm[_Jaarlijks]]:
    return (Norm(waarde=_Jaarlijks(naam, dag), vanaf=INGANG, bron=bron),)


# Per holiday the rows of what holds since when. Not found in a source: that 5 May came into the act for 1983, and on
# which day the Queen's birthday was kept when 30 April was a Sunday.
FEESTDAGEN: tuple[tuple[Norm[_Jaarlijks], ...], ...] = (
    _norm("Nieuwjaarsdag", _vast(_NIEUWJAAR, 1)),
    _norm("Goede Vrijdag", _na_pasen(-2), ATW_3_2),
    _norm("tweede paasdag", _na_pasen(1)),
    (
        Norm(
            waarde=_Jaarlijks("Koninginnedag", _niet_op_zondag(4, 30, (5, 1)), twijfel=(5, 1)),
            vanaf=INGANG,
            bron=ATW_3_1,
        ),
        Norm(
            waarde=_Jaarlijks("Koninginnedag", _niet_op_zondag(4, 30, (4, 29)), twijfel=(4, 29)),
            vanaf=Date(1980, 5, 19),
            bron=KONINGINNEDAG_1980,
        ),
        Norm(
            waarde=_Jaarlijks("Koningsdag", _niet_op_zondag(4, 27, (4, 26))),
            vanaf=Date(2014, 1, 1),
            bron=KONINGSDAG_2014,
        ),
    ),
    (Norm(waarde=_Jaarlijks("Bevrijdingsdag", _vast(5, 5)), vanaf=Date(1983, 1, 1), bron=ATW_3_1),),
    _norm("Hemelvaartsdag", _na_pasen(39)),
    _norm("tweede pinksterdag", _na_pasen(50)),
    _norm("eerste kerstdag", _vast(_KERSTMIS, 25)),
    _norm("tweede kerstdag", _vast(_KERSTMIS, 26)),
)


class _Gelijkstelling(NamedTuple):
    """A decree that equates days with a holiday."""

    bron: Bron
    dagen: tuple[Date, ...]


GELIJKGESTELD = (
    _Gelijkstelling(
        Bron(
            titel="koninklijk besluit van 24 oktober 2016",
            vindplaats="Stcrt. 2016, 58653",
            url="https://wetten.overheid.nl/BWBR0038666",
        ),
        (
            Date(2017, 4, 28),
            Date(2017, 5, 26),
            Date(2018, 5, 11),
            Date(2018, 12, 24),
            Date(2018, 12, 31),
            Date(2019, 5, 31),
            Date(2019, 12, 27),
        ),
    ),
    _Gelijkstelling(
        Bron(
            titel="koninklijk besluit van 20 september 2019",
            vindplaats="zoals aangehaald door legal-support-office.nl",
            url="https://legal-support-office.nl",
        ),
        (Date(2020, 5, 22), Date(2021, 5, 14), Date(2022, 5, 27)),
    ),
    _Gelijkstelling(
        Bron(
            titel="besluit gelijkstelling 2023-2025",
            vindplaats="Stcrt. 2022, 7812",
            url="https://zoek.officielebekendmakingen.nl/stcrt-2022-7812.html",
        ),
        (Date(2023, 4, 28), Date(2023, 5, 19), Date(2024, 5, 10), Date(2024, 12, 27), Date(2025, 5, 30)),
    ),
    _Gelijkstelling(
        Bron(
            titel="besluit gelijkstelling 2026-2028",
            vindplaats="Stcrt. 2025, 24713",
            url="https://zoek.officielebekendmakingen.nl/stcrt-2025-24713.html",
        ),
        (Date(2026, 1, 2), Date(2026, 5, 15), Date(2027, 5, 7), Date(2028, 4, 28), Date(2028, 5, 26)),
    ),
)

# The years of which every equated day was looked up.
VOLLEDIG = range(2017, 2029)


@cache
def derive_feestdagen(jaar: int) -> tuple[Feestdag, ...]:
    """Derive the holidays of a year for the Atw, in order, with the days that were equated with one.

    Raises:
        DatumError: the year lies before the act, or outside the calendar.

    >>> [str(een.datum) for een in derive_feestdagen(2024) if een.gelijkgesteld]
    ['2024-05-10', '2024-12-27']
    >>> next(str(een.datum) for een in derive_feestdagen(2025) if een.naam == "Koningsdag")
    '2025-04-26'
    """
    if not INGANG.year <= jaar <= datetime.MAXYEAR:
        raise DatumError(f"de Algemene termijnenwet geldt sinds {format_datum(INGANG)}; {jaar} valt erbuiten")
    dagen = [*_vaste_feestdagen(jaar), *_gelijkgestelde_dagen(jaar)]
    return tuple(sorted(dagen, key=lambda feestdag: feestdag.datum))


def _vaste_feestdagen(jaar: int) -> Iterator[Feestdag]:
    for rijen in FEESTDAGEN:
        for nummer, norm in enumerate(rijen):
            dag = norm.waarde.dag(jaar)
            if norm.vanaf <= dag and not any(later.vanaf <= dag for later in rijen[nummer + 1 :]):
                zeker = (dag.month, dag.day) != norm.waarde.twijfel
                yield Feestdag(datum=dag, naam=norm.waarde.naam, zeker=zeker, bron=norm.bron)


def _gelijkgestelde_dagen(jaar: int) -> Iterator[Feestdag]:
    for besluit in GELIJKGESTELD:
        for dag in besluit.dagen:
            if dag.year == jaar:
                yield Feestdag(datum=dag, naam="gelijkgestelde dag", gelijkgesteld=True, bron=besluit.bron)


def find_feestdag(dag: datetime.date) -> Feestdag | None:
    """Find the holiday on a day, for the Atw, if it is one.

    Raises:
        DatumError: the year lies before the act.
        TypeError: ``dag`` is a ``datetime`` or no date.

    >>> find_feestdag(datetime.date(2024, 3, 29)).naam
    'Goede Vrijdag'
    """
    datum = to_date(dag)
    return next((feestdag for feestdag in derive_feestdagen(datum.year) if feestdag.datum == datum), None)


def is_vrije_dag(dag: datetime.date) -> bool:
    """Tell whether a day is a Saturday, a Sunday or a recognised holiday, for the Atw.

    Raises:
        DatumError: the day lies before the act.
        TypeError: ``dag`` is a ``datetime`` or no date.

    >>> is_vrije_dag(datetime.date(2026, 5, 15))  # equated, the day after Ascension Day
    True
    """
    # A plain date is looked up as it is: making a Date of it would take as long as all the rest.
    datum = dag if type(dag) is datetime.date else to_date(dag)
    return datum in _vrije_dagen(datum.year) or _keur(datum)


def derive_gewone_dag(dag: datetime.date) -> Date:
    """Give the first day, from this one on, that is no Saturday, Sunday or recognised holiday.

    Raises:
        DatumError: the day lies before the act.
        TypeError: ``dag`` is a ``datetime`` or no date.

    >>> derive_gewone_dag(datetime.date(2024, 12, 25))
    Date(2024, 12, 30)
    >>> derive_gewone_dag(datetime.date(2024, 12, 30))
    Date(2024, 12, 30)
    """
    datum = to_date(dag)
    gewoon = _vrije_dagen(datum.year).get(datum)
    if gewoon is None:
        _keur(datum)
        return datum
    return gewoon


def _keur(datum: datetime.date) -> bool:
    """Refuse a day on which the act did not hold yet; nothing else is wrong with a day."""
    if datum < INGANG:
        raise DatumError(f"de Algemene termijnenwet geldt sinds {format_datum(INGANG)}, nog niet op {datum}")
    return False


@cache
def _vrije_dagen(jaar: int) -> dict[datetime.date, Date]:
    """Make a table of the days of a year that are free, each with the first day after it that is not."""
    feestdagen = {feestdag.datum.toordinal() for feestdag in derive_feestdagen(jaar)}
    eerste, laatste = max(Date(jaar, 1, 1), INGANG).toordinal(), Date(jaar, 12, 31).toordinal()
    tabel: dict[datetime.date, Date] = {}
    # The last day of the calendar, 31 December 9999, is a Friday.
    gewoon = _eerste_gewone_dag_na(jaar) if jaar < datetime.MAXYEAR else Date(jaar, 12, 31)
    for nummer in range(laatste, eerste - 1, -1):
        dag = Date.fromordinal(nummer)
        if dag.weekday() < _ZATERDAG and nummer not in feestdagen:
            gewoon = dag
        else:
            tabel[dag] = gewoon
    return tabel


def _eerste_gewone_dag_na(jaar: int) -> Date:
    """Give the first ordinary day of the next year."""
    feestdagen = {feestdag.datum for feestdag in derive_feestdagen(jaar + 1)}
    dag = Date(jaar + 1, 1, 1)
    while dag.weekday() >= _ZATERDAG or dag in feestdagen:
        dag = add_dagen(dag, 1)
    return dag


def is_kalender_volledig(jaar: int) -> bool:
    """Tell whether every day of a year that was equated with a holiday is known.

    >>> is_kalender_volledig(2028), is_kalender_volledig(2029)
    (True, False)
    """
    return jaar in VOLLEDIG


def derive_zekerheid(dag: datetime.date) -> Kalenderzekerheid:
    """Say how certain it is that an ordinary day was not, or will not be, equated with a holiday.

    By habit the Friday after Ascension Day is always equated, and sometimes a Monday before or a Friday after a holiday
    on a Tuesday or Thursday, and 6 May where Ascension Day is 7 May. Source of the habit:
    https://nl.wikipedia.org/wiki/Algemene_termijnenwet.

    Raises:
        DatumError: the year lies before the act.
        TypeError: ``dag`` is a ``datetime`` or no date.

    >>> derive_zekerheid(datetime.date(2027, 5, 10)).value, derive_zekerheid(datetime.date(2031, 5, 23)).value
    ('zeker', 'onzeker')
    """
    datum = to_date(dag)
    if is_kalender_volledig(datum.year):
        return Kalenderzekerheid.ZEKER
    return Kalenderzekerheid.ONZEKER if datum in _twijfeldagen(datum.year) else Kalenderzekerheid.AANNEMELIJK


@cache
def _twijfeldagen(jaar: int) -> frozenset[Date]:
    """Give the days from Monday to Friday that may well be equated, or may have been a holiday, or may not."""
    feestdagen = {feestdag.datum: feestdag for feestdag in derive_feestdagen(jaar)}
    dagen = {datum for datum, feestdag in feestdagen.items() if not feestdag.zeker}
    nieuwjaar_erna = () if jaar == datetime.MAXYEAR else (Date(jaar + 1, 1, 1),)
    for datum in (*feestdagen, *nieuwjaar_erna):
        if datum.weekday() == _DINSDAG:
            dagen.add(add_dagen(datum, -1))
        if datum.weekday() == _DONDERDAG:
            dagen.add(add_dagen(datum, 1))
        if datum == Date(jaar, 5, 7):
            dagen.add(Date(jaar, 5, 6))
    # Before the row of Liberation Day begins it may have been a holiday all the same.
    dagen |= {Date(jaar, 5, 5)} - feestdagen.keys()
    werkweek = (dag for dag in dagen if dag.weekday() < _ZATERDAG)
    return frozenset(dag for dag in werkweek if dag not in feestdagen or not feestdagen[dag].zeker)
