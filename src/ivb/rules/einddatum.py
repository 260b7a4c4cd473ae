"""When a term ends, and why.

A term is counted from the day of an event, which does not count itself; a term in months or years ends on the same day
of the month, or on the last day where the month has no such day. Source: Parket bij de Hoge Raad, 12 May 2017,
https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:PHR:2017:419. What the Algemene termijnenwet then does to the end:
``ivb.rules.termijnenwet``.
"""

import datetime
from enum import StrEnum

import attrs

from ivb.dates import (
    Date,
    Datering,
    add_dagen,
    add_maanden,
    format_datering,
    format_datum,
    format_weekdag,
    to_date,
    to_datering,
)
from ivb.errors import DatumError, VeldError
from ivb.model.base import Uitkomst, explain_type, refine
from ivb.model.constraints import Regel
from ivb.rules.feestdagen import INGANG, Kalenderzekerheid, find_minst_zeker
from ivb.rules.stappen import Stap, Stapsoort, format_stappen
from ivb.rules.termijn import Telrichting, Termijn, Termijneenheid
from ivb.rules.termijnenwet import ATW_1_1, apply_atw, derive_atwoordeel
from ivb.rules.werkdagen import KANTOOR, WERKDAGEN, Werkkalender
from ivb.sources import Bron

UREN = Bron(titel="eigen afspraak van ivb", vindplaats="uren lopen door, dag en nacht")
TELLING = Bron(
    titel="Parket bij de Hoge Raad, 12 mei 2017",
    vindplaats="ECLI:NL:PHR:2017:419",
    url="https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:PHR:2017:419",
)

_MAANDEN = {Termijneenheid.MAANDEN: 1, Termijneenheid.KWARTALEN: 3, Termijneenheid.JAREN: 12}
_DAGEN = {Termijneenheid.DAGEN: 1, Termijneenheid.WEKEN: 7}
_UREN_PER_DAG = 24


class Verschuiving(StrEnum):
    """What becomes of an end outside the Algemene termijnenwet that is no working day."""

    GEEN = "geen"
    VOLGENDE = "volgende werkdag"
    VORIGE = "vorige werkdag"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Telling(Uitkomst):
    """The count of a term from one day.

    Attributes:
        aanvang: the day of the event.
        einddatum: the last day of the term.
        zekerheid: whether a day that was equated with a holiday, but is not known, could move it.
        stappen: how it was counted, in order.
    """

    aanvang: Date = attrs.field(converter=to_date)
    einddatum: Date = attrs.field(converter=to_date)
    zekerheid: Kalenderzekerheid = Kalenderzekerheid.ZEKER
    stappen: tuple[Stap, ...] = ()


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Einddatum(Uitkomst):
    """When a term ends, and why.

    Attributes:
        termijn: the term.
        aanvang: the event, as it was dated.
        atw: whether the Algemene termijnenwet held for it.
        atw_reden: why, or why not.
        atw_bron: under which article.
        telling_vroegst: the count from the first day that the event can have been; none when that is not known.
        telling_laatst: the count from the last day that it can have been; the same one when the day is known.
        moment: for a term in hours from a known moment, the moment at which it ends; none when the end was moved to a
            working day.
    """

    termijn: Termijn
    aanvang: Datering = attrs.field(converter=to_datering)
    atw: bool
    atw_reden: Regel
    atw_bron: Bron
    telling_vroegst: Telling | None = None
    telling_laatst: Telling | None = None
    moment: datetime.datetime | None = None

    @property
    def datum(self) -> Date | None:
        """The last day of the term, when that is one known day."""
        return self.laatst if self.vroegst == self.laatst else None

    @property
    def vroegst(self) -> Date | None:
        """The first day on which the term can end; none when that is not known."""
        return self.telling_vroegst.einddatum if self.telling_vroegst else None

    @property
    def laatst(self) -> Date | None:
        """The last day on which the term can end; none when that is not known."""
        return self.telling_laatst.einddatum if self.telling_laatst else None

    @property
    def zekerheid(self) -> Kalenderzekerheid:
        """The least certain of the counts."""
        return find_minst_zeker(telling.zekerheid for telling in self._tellingen())

    @property
    def stappen(self) -> tuple[Stap, ...]:
        """The steps of the counts, in order; those to the first possible day come first."""
        return tuple(stap for telling in self._tellingen() for stap in telling.stappen)

    def _tellingen(self) -> tuple[Telling, ...]:
        tellingen = (self.telling_vroegst, self.telling_laatst)
        return tuple(dict.fromkeys(telling for telling in tellingen if telling))


def derive_einddatum(
    termijn: Termijn,
    aanvang: Datering | datetime.date | str,
    *,
    verschuiving: Verschuiving | None = None,
    werkkalender: Werkkalender = WERKDAGEN,
) -> Einddatum:
    """Derive when a term ends.

    Args:
        termijn: the term.
        aanvang: the event from which it is counted: a day, a vague date or its words; for a term in hours also a moment
            with its time zone. From a vague date follow a first and a last possible end.
        verschuiving: what becomes of an end that is no working day, where the Algemene termijnenwet does not hold. It
            must be said for an ordinance and an agreement.
        werkkalender: the days on which the office works, for a term in working days and for ``verschuiving``.

    Raises:
        VeldError: ``verschuiving`` is missing where it must be said, given where the act decides, or none of its
            choices; a day lies outside the years that a noun takes.
        DatumError: the words of ``aanvang`` cannot be read, or the term ends outside the calendar.
        TypeError: a moment without a time zone, or for a term that is not in hours.

    >>> woo = Termijn(grondslag="wet", lengte=2, eenheid="weken")
    >>> derive_einddatum(woo, datetime.date(2024, 12, 11)).datum
    Date(2024, 12, 30)
    >>> vier_jaar = Termijn(grondslag="wet", lengte=4, eenheid="jaren")
    >>> uitkomst = derive_einddatum(vier_jaar, "november 2021")
    >>> uitkomst.vroegst, uitkomst.laatst, uitkomst.atw, str(uitkomst.atw_bron)
    (Date(2025, 11, 1), Date(2025, 11, 30), False, 'Algemene termijnenwet, art. 4 onder a')
    """
    teller = _Teller(termijn, _choose_verschuiving(termijn, verschuiving), werkkalender)
    moment: datetime.datetime | None = None
    telling_vroegst: Telling | None
    telling_laatst: Telling | None
    if isinstance(aanvang, datetime.datetime):
        eind = teller.add_uren(aanvang)
        woorden = f"{format_datum(aanvang.date())} om {aanvang:%H.%M} uur"
        datering = Datering(woorden=woorden, edtf=aanvang.date().isoformat())
        telling = teller.count(to_date(aanvang.date()), to_date(eind.date()))
        telling_vroegst = telling_laatst = telling
        moment = eind if telling.einddatum == eind.date() else None
    else:
        datering = to_datering(aanvang)
        vroegst, laatst = datering.venster()
        telling_vroegst = teller.count(vroegst, teller.add(vroegst)) if vroegst else None
        telling_laatst = teller.count(laatst, teller.add(laatst, eind_van_de_dag=True)) if laatst else None
    oordeel = derive_atwoordeel(termijn)
    return Einddatum(
        termijn=termijn,
        aanvang=datering,
        atw=oordeel.geldt,
        atw_reden=oordeel.reden,
        atw_bron=oordeel.bron,
        telling_vroegst=telling_vroegst,
        telling_laatst=telling_laatst,
        moment=moment,
    )


def explain_einddatum(uitkomst: Einddatum) -> str:
    """Explain in Dutch sentences when a term ends and why, each step with its source.

    >>> uitkomst = derive_einddatum(Termijn(grondslag="wet", lengte=4, eenheid="jaren"), datetime.date(2021, 11, 9))
    >>> print(explain_einddatum(uitkomst))
    De termijn van 4 jaar na 9 november 2021 eindigt op zondag 9 november 2025.
    1. De dag zelf telt niet mee: 4 jaar na 9 november 2021 is zondag 9 november 2025.
       Bron: Parket bij de Hoge Raad, 12 mei 2017, ECLI:NL:PHR:2017:419
    2. Niet verlengd: de Algemene termijnenwet geldt niet, want de termijn is omschreven in jaren.
       Bron: Algemene termijnenwet, art. 4 onder a
    """
    return "\n".join(filter(None, (_conclude(uitkomst), format_stappen(uitkomst.stappen))))


def _conclude(uitkomst: Einddatum) -> str:
    begin = f"De termijn van {uitkomst.termijn} {_achter(uitkomst.termijn)} {_name(uitkomst.aanvang)} eindigt"
    vroegst, laatst = uitkomst.vroegst, uitkomst.laatst
    if uitkomst.moment:
        return f"{begin} op {format_weekdag(uitkomst.moment.date())} om {uitkomst.moment:%H.%M} uur."
    if uitkomst.datum:
        return f"{begin} op {format_weekdag(uitkomst.datum)}."
    grenzen = [
        f"niet eerder dan {format_weekdag(vroegst)}" if vroegst else "",
        f"niet later dan {format_weekdag(laatst)}" if laatst else "",
    ]
    return f"{begin} {' en '.join(filter(None, grenzen)) or 'op een dag die niet bekend is'}."


def _name(datering: Datering) -> str:
    if datering.is_exact and datering.woorden == datering.edtf:
        return format_datering(datering)
    if datering.is_exact:
        return datering.woorden
    return "een onbekende dag" if datering.is_onbekend else f"„{datering.woorden}”"


def _achter(termijn: Termijn) -> str:
    return "na" if termijn.richting is Telrichting.VOORUIT else "vóór"


def _choose_verschuiving(termijn: Termijn, gevraagd: Verschuiving | None) -> Verschuiving:
    """Say what becomes of an end that is no working day, where the act does not say it."""
    oordeel = derive_atwoordeel(termijn)
    if gevraagd is None and termijn.is_lokaal and not oordeel.geldt:
        raise VeldError(
            "zeg wat er gebeurt als deze termijn op een vrije dag eindigt: de Algemene termijnenwet geldt niet, want "
            f"{oordeel.reden}; kies voor verschuiving uit {', '.join(Verschuiving)}"
        )
    if gevraagd is not None and oordeel.geldt:
        raise VeldError(
            f"laat verschuiving weg: de Algemene termijnenwet geldt, want {oordeel.reden}, en zegt zelf wat er gebeurt "
            "als de termijn op een vrije dag eindigt"
        )
    if gevraagd is None:
        return Verschuiving.GEEN
    if gevraagd not in set(Verschuiving):
        raise VeldError(explain_type(Verschuiving, repr(gevraagd)))
    return Verschuiving(gevraagd)


@attrs.frozen
class _Teller:
    """Counts a term, from one day or another."""

    termijn: Termijn
    verschuiving: Verschuiving
    werkkalender: Werkkalender

    @property
    def aantal(self) -> int:
        """How many units, with its direction as a sign."""
        return self.termijn.stap * self.termijn.lengte

    def add_uren(self, aanvang: datetime.datetime) -> datetime.datetime:
        """Give the moment at which a term in hours ends; the hours are real ones, also when the clock is changed."""
        if self.termijn.eenheid is not Termijneenheid.UREN:
            raise TypeError("hier hoort een datum (datetime.date); alleen een termijn in uren begint op een moment")
        if aanvang.tzinfo is None:
            raise TypeError('een moment heeft een tijdzone nodig, zoals zoneinfo.ZoneInfo("Europe/Amsterdam")')
        try:
            eind = aanvang.astimezone(datetime.UTC) + datetime.timedelta(hours=self.aantal)
            return eind.astimezone(aanvang.tzinfo)
        except OverflowError:
            begin = f"{_achter(self.termijn)} {format_datum(aanvang.date())}"
            raise DatumError(f"{self.termijn} {begin} valt buiten de kalender") from None

    def add(self, aanvang: Date, *, eind_van_de_dag: bool = False) -> Date:
        """Give the day to which is counted; hours are counted from the first or the last moment of a day."""
        eenheid = self.termijn.eenheid
        if eenheid in _MAANDEN:
            return add_maanden(aanvang, self.aantal * _MAANDEN[eenheid])
        if eenheid is Termijneenheid.WERKDAGEN:
            return self.werkkalender.tel(aanvang, self.aantal)
        if eenheid is Termijneenheid.UREN:
            dagen, rest = divmod(self.aantal, _UREN_PER_DAG)
            return add_dagen(aanvang, dagen + (eind_van_de_dag and rest > 0))
        return add_dagen(aanvang, self.aantal * _DAGEN[eenheid])

    def count(self, aanvang: Date, geteld: Date) -> Telling:
        """Go on from the day to which was counted to the last day of the term, and tell each step."""
        if derive_atwoordeel(self.termijn).geldt and geteld >= INGANG:
            eind, zekerheid, verdere = apply_atw(self.termijn, aanvang, geteld)
        else:
            eind, zekerheid = self._shift(geteld), Kalenderzekerheid.ZEKER
            verdere = (self._explain_buiten_atw(geteld), *self._explain_shift(geteld, eind))
        stappen = (*self._explain_termijn(), self._explain_telling(aanvang, geteld), *verdere)
        return Telling(aanvang=aanvang, einddatum=eind, zekerheid=zekerheid, stappen=stappen)

    def _shift(self, geteld: Date) -> Date:
        if self.verschuiving is Verschuiving.GEEN:
            return geteld
        if self.verschuiving is Verschuiving.VOLGENDE:
            return self.werkkalender.volgende(geteld)
        return self.werkkalender.vorige(geteld)

    def _explain_termijn(self) -> tuple[Stap, ...]:
        """Say where the term is set, when that is known."""
        if self.termijn.bron is None:
            return ()
        return (Stap(soort=Stapsoort.AFGESPROKEN, tekst=f"De termijn is {self.termijn}.", bron=self.termijn.bron),)

    def _explain_telling(self, aanvang: Date, geteld: Date) -> Stap:
        bron = {Termijneenheid.UREN: UREN, Termijneenheid.WERKDAGEN: KANTOOR}.get(self.termijn.eenheid, TELLING)
        begin = "" if self.termijn.eenheid is Termijneenheid.UREN else "De dag zelf telt niet mee: "
        som = f"{self.termijn} {_achter(self.termijn)} {format_datum(aanvang)} is {format_weekdag(geteld)}"
        return Stap(soort=Stapsoort.GETELD, datum=geteld, tekst=f"{begin}{som}.", bron=bron)

    def _explain_buiten_atw(self, geteld: Date) -> Stap:
        oordeel = derive_atwoordeel(self.termijn)
        reden, bron = oordeel.reden, oordeel.bron
        if oordeel.geldt:
            reden, bron = f"zij is er pas sinds {format_datum(INGANG)}", ATW_1_1
        tekst = f"Niet verlengd: de Algemene termijnenwet geldt niet, want {reden}."
        return Stap(soort=Stapsoort.NIET_VERLENGD, datum=geteld, tekst=tekst, bron=bron)

    def _explain_shift(self, geteld: Date, eind: Date) -> tuple[Stap, ...]:
        if self.verschuiving is Verschuiving.GEEN:
            return ()
        if eind == geteld:
            soort, tekst = Stapsoort.NIET_VERSCHOVEN, f"Niet verschoven: {format_weekdag(geteld)} is een werkdag."
        else:
            soort, tekst = (
                Stapsoort.VERSCHOVEN,
                f"Verschoven naar de {self.verschuiving}, {format_weekdag(eind)}.",
            )
        return (Stap(soort=soort, datum=eind, tekst=tekst, bron=KANTOOR),)
