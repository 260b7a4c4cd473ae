"""What became of the follow-up (VERVOLG) of each letter: every sentence is a promise, which a later letter answers.

A sentence is answered when a later letter brings a report on the whole of its period, or when its promise was settled
or reported back. It stays unanswered when its last day has passed; without a last day, when a later letter brings a
report on a later period. What names neither a period nor a promise can be held against no letter, and stays uncertain.
Source: gemeentelijke praktijk (the letter of Twenterand of 23 April 2024); nothing of it is law.
"""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

import attrs

from ivb.dates import Date, Datering, Periode, to_date, to_periode
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Aantal, Regel, Tekst
from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import Raadsbrief, Vervolgafspraak
from ivb.model.toezegging import Afdoening, Toezegging, Toezeggingstatus
from ivb.rules.stand import Stand, derive_stand
from ivb.rules.toezeggingen import find_afvoerdag, find_melding

_BEANTWOORD = {Toezeggingstatus.TERUGGEMELD, Toezeggingstatus.AFGEDAAN}


class Vervolgstatus(StrEnum):
    """How it stands with what the follow-up of a letter promises.

    Uncertain is what no letter can be held against, or what has no last day and was passed over by a later letter;
    unknown is what was due before the dossier was kept; lapsed is what the council struck.
    """

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    ONBEANTWOORD = "onbeantwoord"
    ONZEKER = "onzeker"
    ONBEKEND = "onbekend"
    VERVALLEN = "vervallen"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Vervolgstand(Uitkomst):
    """What became of one sentence of the follow-up of a letter.

    Attributes:
        raadsbrief: the id of the letter.
        datum: the day of the letter.
        nummer: which sentence of its follow-up, counted from 0.
        tekst: the sentence.
        periode: the period that would be reported on, as the letter or else its promise has it.
        toezegging: the id of the promise, where it was noted.
        termijn: when that would be, in words.
        vroegst: the first day of that.
        laatst: the last day of that; after it the sentence is unanswered.
        status: how it stands on the day that was asked about.
        beantwoord: the day on which it was answered.
        beantwoord_door: the id of the letter that answered it, if a letter did.
    """

    raadsbrief: Regel
    datum: Date = attrs.field(converter=to_date)
    nummer: Aantal
    tekst: Tekst
    periode: Periode | None = attrs.field(default=None, converter=attrs.converters.optional(to_periode))
    toezegging: Regel | None = None
    termijn: Datering | None = None
    vroegst: Date | None = None
    laatst: Date | None = None
    status: Vervolgstatus
    beantwoord: Date | None = None
    beantwoord_door: Regel | None = None


def derive_vervolg(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Vervolgstand, ...]:
    """Derive what became of the follow-up of every letter, the first letter first.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so; a letter, report or settlement of a later day does not exist yet.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> (vervolg,) = derive_vervolg(voorbeeld(), peildatum=datetime.date(2024, 12, 1))
    >>> str(vervolg.periode), str(vervolg.laatst), vervolg.status.value
    ('2024-H1', '2024-11-30', 'onbeantwoord')
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    post = _Post(dossier, stand)
    toezeggingen = {een.id: een for een in stand.toezeggingen}
    return tuple(
        _judge(_Zin(stand, brief, nummer, afspraak, toezeggingen.get(afspraak.toezegging or "")), post)
        for brief in sorted(stand.raadsbrieven, key=lambda brief: (brief.datum, brief.id))
        for nummer, afspraak in enumerate(brief.vervolg)
    )


class _Moment(NamedTuple):
    """A day on which the council got something, and the letter that brought it, if one did."""

    datum: Date
    raadsbrief: str | None


class _Post:
    """Knows when the council got what: the months that reports tell of, and documents by their id."""

    def __init__(self, dossier: Dossier, stand: Stand) -> None:
        """Read the letters and the reports that came without one, in the order of their days."""
        self._per_maand: defaultdict[int, list[_Moment]] = defaultdict(list)
        self._per_stuk: defaultdict[str, list[_Moment]] = defaultdict(list)
        maanden = {
            een.id: {maand for periode in een.perioden for maand in periode.maandnummers} for een in dossier.rapportages
        }
        laatste = []
        for moment, stukken in _iter_momenten(stand):
            verteld = set().union(*(maanden.get(stuk, ()) for stuk in stukken))
            for maand in verteld:
                self._per_maand[maand].append(moment)
            for stuk in stukken:
                self._per_stuk[stuk].append(moment)
            laatste.append((moment.datum, max(verteld, default=-1)))
        self._dagen = [datum for datum, _ in laatste]
        self._laatste = list(accumulate((maand for _, maand in reversed(laatste)), max))[::-1]

    def find_periode(self, periode: Periode, brief: Raadsbrief) -> _Moment | None:
        """Find when, since a letter, the council had the whole of a period."""
        delen = [_find_eerste(self._per_maand.get(maand, []), brief) for maand in periode.maandnummers]
        gevonden = [een for een in delen if een]
        return max(gevonden, key=_order_moment) if len(gevonden) == len(delen) else None

    def find_stuk(self, stuk: str, brief: Raadsbrief) -> _Moment | None:
        """Find which letter, since another one, is a document or brought it."""
        return _find_eerste(self._per_stuk.get(stuk, []), brief)

    def find_laatste_maand(self, brief: Raadsbrief) -> int | None:
        """Find the last month that is told of on a day after a letter, -1 for none; nothing when nothing came."""
        plek = bisect_right(self._dagen, brief.datum)
        return self._laatste[plek] if plek < len(self._dagen) else None


def _iter_momenten(stand: Stand) -> Iterator[tuple[_Moment, frozenset[str]]]:
    brieven = [(_Moment(brief.datum, brief.id), brief.documenten | {brief.id}) for brief in stand.raadsbrieven]
    zonder = [
        (_Moment(een.datum, None), frozenset({een.rapportage.id})) for een in stand.leveringen if not een.raadsbrief
    ]
    yield from sorted([*brieven, *zonder], key=lambda paar: (_order_moment(paar[0]), sorted(paar[1])))


def _order_moment(moment: _Moment) -> tuple[Date, str]:
    return moment.datum, moment.raadsbrief or ""


def _find_eerste(momenten: list[_Moment], brief: Raadsbrief) -> _Moment | None:
    """Find the first of some moments that is no earlier than a letter, and is not that letter."""
    begin = bisect_left(momenten, brief.datum, key=lambda moment: moment.datum)
    return next((een for een in momenten[begin : begin + 2] if een.raadsbrief != brief.id), None)


class _Zin(NamedTuple):
    """A sentence of the follow-up of a letter, with its promise."""

    stand: Stand
    brief: Raadsbrief
    nummer: int
    afspraak: Vervolgafspraak
    toezegging: Toezegging | None

    @property
    def periode(self) -> Periode | None:
        return self.afspraak.periode or (self.toezegging.periode if self.toezegging else None)

    @property
    def termijn(self) -> Datering | None:
        eigen = self.afspraak.termijn
        if self.toezegging and (eigen is None or eigen.is_onbekend):
            return self.toezegging.termijn
        return eigen


def _judge(zin: _Zin, post: _Post) -> Vervolgstand:
    """Say what became of one sentence."""
    vroegst, laatst = zin.stand.gemeente.venster(zin.termijn) if zin.termijn else (None, None)
    antwoorden = sorted(_iter_antwoorden(zin, post), key=_order_moment)
    return Vervolgstand(
        raadsbrief=zin.brief.id,
        datum=zin.brief.datum,
        nummer=zin.nummer,
        tekst=zin.afspraak.tekst,
        periode=zin.periode,
        toezegging=zin.afspraak.toezegging,
        termijn=zin.termijn,
        vroegst=vroegst,
        laatst=laatst,
        status=Vervolgstatus.BEANTWOORD if antwoorden else _find_status(zin, post, laatst),
        beantwoord=antwoorden[0].datum if antwoorden else None,
        beantwoord_door=antwoorden[0].raadsbrief if antwoorden else None,
    )


def _iter_antwoorden(zin: _Zin, post: _Post) -> Iterator[_Moment]:
    """Give what answers a sentence: a report on its period, and what settled its promise or reported it back."""
    verslag = post.find_periode(zin.periode, zin.brief) if zin.periode else None
    if verslag:
        yield verslag
    if zin.toezegging is None:
        return
    for afdoening in _find_afdoeningen(zin, zin.toezegging):
        gebracht = post.find_stuk(afdoening.document, zin.brief) if afdoening.document else None
        yield gebracht or _Moment(afdoening.sinds, None)
    melding = find_melding(zin.toezegging)
    if melding and melding.status in _BEANTWOORD and not zin.toezegging.is_periodiek:
        yield _Moment(melding.sinds, None)


def _find_afdoeningen(zin: _Zin, toezegging: Toezegging) -> Iterable[Afdoening]:
    """Find the settlements that count: of a periodic promise those after the letter, for the period of the sentence."""
    if not toezegging.is_periodiek:
        return toezegging.afdoeningen
    later = (een for een in toezegging.afdoeningen if een.sinds > zin.brief.datum)
    return [een for een in later if not (een.periode and zin.periode) or zin.periode in een.periode]


def _find_status(zin: _Zin, post: _Post, laatst: Date | None) -> Vervolgstatus:
    """Say how it stands with a sentence that nothing answers."""
    if zin.toezegging and find_afvoerdag(zin.toezegging):
        return Vervolgstatus.VERVALLEN
    if (laatst or zin.brief.datum) < zin.stand.bijgehouden_vanaf:
        return Vervolgstatus.ONBEKEND
    if laatst:
        vindbaar = zin.periode or zin.toezegging
        voorbij = Vervolgstatus.ONBEANTWOORD if vindbaar else Vervolgstatus.ONZEKER
        return voorbij if laatst < zin.stand.peildatum else Vervolgstatus.OPEN
    later = post.find_laatste_maand(zin.brief)
    if later is None:
        return Vervolgstatus.OPEN
    ingehaald = zin.periode is not None and later > zin.periode.maandnummers[-1]
    return Vervolgstatus.ONBEANTWOORD if ingehaald else Vervolgstatus.ONZEKER
