"""The reports that the council is owed: which periods, when each is due, which report covers it, and how it came.

A report covers a period when it tells of every month of it, alone or together with others. What was due before the
dossier was kept is unknown, never a gap. Source: gemeentelijke praktijk; each row cites its promise or policy.
"""

import datetime
import operator
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

import attrs

from ivb.dates import (
    Date,
    Datering,
    Periode,
    add_dagen,
    add_lidwoord,
    format_dagen,
    format_datum,
    format_periode,
    format_termijn,
    parse_datering,
    to_periode,
)
from ivb.model.base import Uitkomst, refine
from ivb.model.beleid import Veiligheidsbeleid
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.model.toezegging import Toezegging
from ivb.rules.bronnen import cite_levering, cite_toezegging, explain_venster
from ivb.rules.reeksen import Deel, Reeks, derive_perioden, derive_reeksen
from ivb.rules.stand import Levering, Stand, derive_stand
from ivb.rules.stappen import Stap, Stapsoort
from ivb.rules.toezeggingen import find_afvoerdag
from ivb.sources import Bron


class Leverstatus(StrEnum):
    """How it stands with a report that is owed.

    Unknown is what lies before the dossier was kept; lapsed is what the council no longer wants, having struck it.
    """

    GELEVERD = "geleverd"
    TE_LEVEREN = "te leveren"
    TE_LAAT = "te laat"
    ONBEKEND = "onbekend"
    VERVALLEN = "vervallen"


class Bijzonderheid(StrEnum):
    """What is special about the way in which a period was reported on."""

    NA_DE_TERMIJN = "na de termijn"
    VOOR_DE_TERMIJN = "voor de termijn"
    VOOR_HET_EINDE = "voor het einde van de periode"
    SAMEN = "samen met een andere periode"
    IN_DELEN = "in delen"
    GEDEELTELIJK = "gedeeltelijk"
    DUBBEL = "dubbel"


class Beleidsfase(StrEnum):
    """Where a period lies against the policies: in the years of one, in its extension, or in none."""

    LOOPTIJD = "looptijd"
    VERLENGING = "verlenging"
    TUSSENTIJD = "tussentijd"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class VerwachteRapportage(Uitkomst):
    """A report that the council is owed.

    Attributes:
        periode: the period to report on.
        grondslag: the id of the promise or the policy from which it follows.
        toezeggingen: the ids of the promises for this very period, as they were made; the last set the term.
        fase: where its first day lies against the policies; none when the dossier has no policy.
        termijn: when it is due, in words; none when that was not agreed.
        vroegst: the first day on which it is due.
        laatst: the last day on which it is due; after that it is overdue.
        rapportages: the ids of the reports that tell of it.
        geleverd: the day on which the council had the whole of it.
        status: how it stands on the day that was asked about.
        dagen_te_laat: the number of days after the last day on which it came, or that it is overdue by now.
        bijzonderheden: what is special about the way in which it came.
        stappen: where it follows from, when it is due and what became of it, each with its source.
    """

    periode: Periode = attrs.field(converter=to_periode)
    grondslag: Regel
    toezeggingen: tuple[Regel, ...] = ()
    fase: Beleidsfase | None = None
    termijn: Datering | None = None
    vroegst: Date | None = None
    laatst: Date | None = None
    rapportages: tuple[Regel, ...] = ()
    geleverd: Date | None = None
    status: Leverstatus
    dagen_te_laat: int | None = None
    bijzonderheden: tuple[Bijzonderheid, ...] = ()
    stappen: tuple[Stap, ...] = ()

    @property
    def toezegging(self) -> str | None:
        """The id of the promise for this very period that set the term, if there is one."""
        return self.toezeggingen[-1] if self.toezeggingen else None

    @property
    def wanneer(self) -> str:
        """When it is due, in words with the last day unless they name it."""
        return format_termijn(self.termijn, self.laatst)

    @property
    def dagen_na_periode(self) -> int | None:
        """The number of days between the end of the period and the day on which the council had the report."""
        return self.geleverd.toordinal() - self.periode.einddatum.toordinal() if self.geleverd else None


def derive_rapportages(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[VerwachteRapportage, ...]:
    """Derive every report that the council is owed, in the order of the periods.

    The row of an agreement runs over the policy, its extension and the gap to the next one; that of a promise until it
    is struck or changed. Both run to the end of the last policy and, when still open, to the day asked about; that of a
    promise also to the first period after it. No row runs beyond the year 2180.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so; a promise, report or letter of a later day does not exist yet.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import derive_rapportages, voorbeeld
    >>> verwacht = derive_rapportages(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> [(str(een.periode), een.status.value, str(een.termijn)) for een in verwacht][3:5]
    [('2023-H2', 'geleverd', 'vóór de zomer van 2024'), ('2024-H1', 'te leveren', 'najaar van 2024')]
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    leveringen = [(levering, levering.maanden) for levering in stand.leveringen]
    termijnen = _Termijnen(stand)
    rijen = []
    for reeks in derive_reeksen(stand):
        bron = _cite_reeks(stand, reeks)
        for deel in derive_perioden(reeks, stand):
            belofte = termijnen.find(reeks, deel)
            venster = stand.gemeente.venster(belofte.termijn) if belofte.termijn else (None, None)
            dekking = _cover(deel.periode, leveringen)
            rijen.append(_judge(_Verschuldigd(stand, reeks, bron, deel.periode, belofte, *venster, dekking)))
    return tuple(sorted(rijen, key=lambda rij: (rij.periode, rij.grondslag)))


class _Belofte(NamedTuple):
    """When a report is due, in words, and the promises for this very period, of which the last says so."""

    termijn: Datering | None
    toezeggingen: tuple[Toezegging, ...] = ()


class _Termijnen:
    """Knows when a report is due: as was last promised for its very period, else as the agreement has it."""

    def __init__(self, stand: Stand) -> None:
        """Keep the promises about one period that say when, in the order in which they were made."""
        self._vervolg = {afspraak.toezegging for brief in stand.raadsbrieven for afspraak in brief.vervolg}
        self._per_periode: dict[Periode, list[Toezegging]] = {}
        gedaan = [(een.datum.laatst or een.datum.vroegst or stand.grens, een.id, een) for een in stand.toezeggingen]
        for _, _, een in sorted(gedaan, key=lambda rij: rij[:2]):
            if een.periode and not een.termijn.is_onbekend and find_afvoerdag(een) is None:
                self._per_periode.setdefault(een.periode, []).append(een)

    def find(self, reeks: Reeks, deel: Deel) -> _Belofte:
        """Find when the report on a period of a row is due."""
        eigen = tuple(een for een in self._per_periode.get(deel.periode, ()) if self._hoort_bij(een, reeks))
        if eigen:
            return _Belofte(eigen[-1].termijn, eigen)
        if reeks.afspraak.vertraging is not None:
            laatst = add_dagen(deel.periode.einddatum, reeks.afspraak.vertraging)
            return _Belofte(parse_datering(f"uiterlijk {format_datum(laatst)}"))
        return _Belofte(reeks.afspraak.levertermijn(deel.geheel))

    def _hoort_bij(self, toezegging: Toezegging, reeks: Reeks) -> bool:
        """Tell whether a promise is about a row: made in the follow-up of a letter, or in relation to it."""
        verwant = any(relatie.toezegging == reeks.grondslag for relatie in toezegging.relaties)
        return verwant or toezegging.id in self._vervolg


class _Dekking(NamedTuple):
    """How a period is covered: the reports that tell of it, since when of all of it, and what is special."""

    leveringen: tuple[Levering, ...]
    geleverd: Date | None
    bijzonderheden: tuple[Bijzonderheid, ...]


def _cover(periode: Periode, leveringen: Iterable[tuple[Levering, frozenset[int]]]) -> _Dekking:
    """Find the reports that tell of a period, and the day on which the last month of it was told."""
    maanden = frozenset(periode.maandnummers)
    delen = [(levering, verteld & maanden) for levering, verteld in leveringen if not verteld.isdisjoint(maanden)]
    samen = list(accumulate((hier for _, hier in delen), operator.or_))
    geleverd = next((deel.datum for (deel, _), tot_nu in zip(delen, samen, strict=True) if tot_nu == maanden), None)
    kenmerken = {
        Bijzonderheid.SAMEN: any(deel.maanden != hier for deel, hier in delen),
        Bijzonderheid.IN_DELEN: geleverd is not None and samen[0] != maanden,
        Bijzonderheid.GEDEELTELIJK: bool(delen) and geleverd is None,
        Bijzonderheid.DUBBEL: bool(delen) and sum(len(hier) for _, hier in delen) > len(samen[-1]),
    }
    return _Dekking(
        leveringen=tuple(deel for deel, _ in delen),
        geleverd=geleverd,
        bijzonderheden=tuple(kenmerk for kenmerk, geldt in kenmerken.items() if geldt),
    )


class _Verschuldigd(NamedTuple):
    """A period of a row, with when its report is due and what came of it."""

    stand: Stand
    reeks: Reeks
    bron: Bron
    periode: Periode
    belofte: _Belofte
    vroegst: Date | None
    laatst: Date | None
    dekking: _Dekking


def _judge(geval: _Verschuldigd) -> VerwachteRapportage:
    """Say how it stands with the report on one period."""
    geleverd = geval.dekking.geleverd
    status = _find_status(geval)
    return VerwachteRapportage(
        periode=geval.periode,
        grondslag=geval.reeks.grondslag,
        toezeggingen=tuple(een.id for een in geval.belofte.toezeggingen),
        fase=_find_fase(geval.stand.beleid, geval.periode.begindatum),
        termijn=geval.belofte.termijn,
        vroegst=geval.vroegst,
        laatst=geval.laatst,
        rapportages=tuple(levering.rapportage.id for levering in geval.dekking.leveringen),
        geleverd=geleverd,
        status=status,
        dagen_te_laat=_count_te_laat(geval, status),
        bijzonderheden=(*_find_tijdigheid(geval), *geval.dekking.bijzonderheden),
        stappen=tuple(_explain(geval)),
    )


def _find_status(geval: _Verschuldigd) -> Leverstatus:
    if geval.dekking.geleverd:
        return Leverstatus.GELEVERD
    if geval.reeks.afgevoerd:
        return Leverstatus.VERVALLEN
    if (geval.laatst or geval.periode.einddatum) < geval.stand.bijgehouden_vanaf:
        return Leverstatus.ONBEKEND
    voorbij = geval.laatst is not None and geval.laatst < geval.stand.peildatum
    return Leverstatus.TE_LAAT if voorbij else Leverstatus.TE_LEVEREN


def _count_te_laat(geval: _Verschuldigd, status: Leverstatus) -> int | None:
    """Count the days after the last day; none when it was on time, and where a delay is unknown."""
    if geval.laatst is None or status in {Leverstatus.ONBEKEND, Leverstatus.VERVALLEN}:
        return None
    dagen = (geval.dekking.geleverd or geval.stand.peildatum).toordinal() - geval.laatst.toordinal()
    return dagen if dagen > 0 else None


def _find_tijdigheid(geval: _Verschuldigd) -> Iterator[Bijzonderheid]:
    """Say whether a report came too early or too late."""
    geleverd = geval.dekking.geleverd
    if geleverd is None:
        return
    if geval.laatst and geleverd > geval.laatst:
        yield Bijzonderheid.NA_DE_TERMIJN
    if geval.vroegst and geleverd < geval.vroegst:
        yield Bijzonderheid.VOOR_DE_TERMIJN
    if geleverd <= geval.periode.einddatum:
        yield Bijzonderheid.VOOR_HET_EINDE


def _find_fase(beleid: Sequence[Veiligheidsbeleid], dag: Date) -> Beleidsfase | None:
    if not beleid:
        return None
    if any(dag in een.looptijd for een in beleid):
        return Beleidsfase.LOOPTIJD
    verlengd = any(een.looptijd.einddatum < dag <= een.einddatum for een in beleid)
    return Beleidsfase.VERLENGING if verlengd else Beleidsfase.TUSSENTIJD


def _explain(geval: _Verschuldigd) -> Iterator[Stap]:
    """Tell where a report follows from, when it is due and what became of it."""
    belofte, bron = geval.belofte, geval.bron
    ritme = geval.reeks.afspraak.ritme
    tekst = f"De raad krijgt {ritme} een rapportage, ook over {add_lidwoord(format_periode(geval.periode))}."
    yield Stap(soort=Stapsoort.AFGESPROKEN, tekst=tekst, bron=bron)
    tekst = f"Termijn: {format_termijn(belofte.termijn, None)}."
    bron = cite_toezegging(belofte.toezeggingen[-1]) if belofte.toezeggingen else bron
    yield Stap(soort=Stapsoort.AFGESPROKEN, tekst=tekst, bron=bron)
    yield from explain_venster(geval.stand.gemeente, belofte.termijn, (geval.vroegst, geval.laatst))
    if geval.reeks.afgevoerd:
        tekst = f"De toezegging is afgevoerd: {format_datum(geval.reeks.afgevoerd)}."
        yield Stap(soort=Stapsoort.GEBEURD, datum=geval.reeks.afgevoerd, tekst=tekst, bron=geval.bron)
    for levering in geval.dekking.leveringen:
        dagen = levering.datum.toordinal() - geval.periode.einddatum.toordinal()
        wanneer = (
            f"{format_dagen(dagen)} na het einde van de periode" if dagen > 0 else "voordat de periode voorbij was"
        )
        tekst = f"De raad kreeg {levering.rapportage.id} op {format_datum(levering.datum)}, {wanneer}."
        yield Stap(soort=Stapsoort.GEBEURD, datum=levering.datum, tekst=tekst, bron=cite_levering(levering))


def _cite_reeks(stand: Stand, reeks: Reeks) -> Bron:
    """Cite the promise or the policy from which a row follows."""
    for toezegging in stand.toezeggingen:
        if toezegging.id == reeks.grondslag and toezegging.rapportageafspraak is reeks.afspraak:
            return cite_toezegging(toezegging)
    beleid = next(een for een in stand.beleid if een.id == reeks.grondslag)
    return Bron(titel=beleid.titel, vindplaats=reeks.afspraak.bron)
