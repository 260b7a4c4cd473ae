"""What is overdue, due soon and due later for one municipality, and why.

Brings together what the other rules derive: reports that are owed with the road to the council, promises that are open,
the next adoption of the policy, and the publication of letters. Source: that of each point.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from ivb.dates import (
    Date,
    Datering,
    add_dagen,
    add_lidwoord,
    format_datering,
    format_datum,
    format_periode,
    format_termijn,
    parse_datering,
    to_date,
    to_datering,
    to_venster,
)
from ivb.display import format_tabel
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Regel
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Gemeente, Vergadersoort
from ivb.model.toezegging import Toezegging, Toezeggingstatus
from ivb.rules.bronnen import cite_toezegging, explain_venster
from ivb.rules.openbaarmaking import derive_openbaarmaking
from ivb.rules.rapportages import Leverstatus, VerwachteRapportage, derive_rapportages
from ivb.rules.route import Route, derive_route_binnen
from ivb.rules.stand import Stand, derive_stand
from ivb.rules.stappen import Stap, Stapsoort, format_stappen
from ivb.rules.toezeggingen import derive_open_toezeggingen, find_melding
from ivb.rules.vaststelling import Vaststelling, Vaststellingsstatus, derive_vaststellingen

ONBEKEND = parse_datering("onbekend")

# Due soon is due within eight weeks: own agreement of ivb.
BINNENKORT = 56


class Agendasoort(StrEnum):
    """What is due."""

    RAPPORTAGE = "rapportage"
    MIJLPAAL = "mijlpaal"
    TOEZEGGING = "toezegging"
    VASTSTELLING = "vaststelling"
    OPENBAARMAKING = "openbaarmaking"


class Agendastatus(StrEnum):
    """How it stands with what is due; soon is within eight weeks, and what was reported back waits to be settled."""

    TE_LAAT = "te laat"
    BINNENKORT = "binnenkort"
    LATER = "later"
    ZONDER_TERMIJN = "zonder termijn"
    AF_TE_DOEN = "af te doen"


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Agendapunt(Uitkomst):
    """One thing that is due.

    Attributes:
        sleutel: its key, stable as long as it is the same thing: ``rapportage/halfjaarlijkse-notitie/2024-H1``.
        soort: what kind of thing.
        omschrijving: what is to be done.
        waarom: why, in one sentence; ``stappen`` tells the whole of it.
        termijn: when, in words.
        vroegst: the first day on which it can be due.
        laatst: the last day; after that it is overdue.
        status: how it stands on the day of the agenda.
        dagen: the days from the day of the agenda to the last day; below zero when that has passed.
        stappen: how the date was found, each step with its source.
    """

    sleutel: Regel
    soort: Agendasoort
    omschrijving: Regel
    waarom: Regel
    termijn: Datering = attrs.field(default=ONBEKEND, converter=to_datering)
    vroegst: Date | None = None
    laatst: Date | None = None
    status: Agendastatus = Agendastatus.ZONDER_TERMIJN
    dagen: int | None = None
    stappen: tuple[Stap, ...] = ()

    @property
    def wanneer(self) -> str:
        """When it is due, in words with the last day unless they name it."""
        return format_termijn(self.termijn, self.laatst)


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Agenda(Uitkomst):
    """What is due for a municipality, the first day first; shows itself as a table in a notebook.

    Attributes:
        gemeente: the name of the municipality.
        code: its code.
        peildatum: the day on which it stood so.
        punten: what is due.
        opmerkingen: what could not be derived, and what is needed for that.
    """

    gemeente: Regel
    code: Regel
    peildatum: Date = attrs.field(converter=to_date)
    punten: tuple[Agendapunt, ...] = ()
    opmerkingen: tuple[Regel, ...] = ()

    def _repr_html_(self) -> str:
        rijen = ((punt.wanneer, punt.omschrijving, punt.status, format_stappen(punt.stappen)) for punt in self.punten)
        titel = f"Agenda van {self.gemeente} op {format_datum(self.peildatum)}"
        return format_tabel(titel, ("Wanneer", "Wat", "Status", "Waarom"), rijen, self.opmerkingen)


def derive_agenda(dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None) -> Agenda:
    """Derive what is due for a municipality.

    Args:
        dossier: the dossier.
        peildatum: the day on which it is asked; what came later does not count.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> agenda = derive_agenda(voorbeeld(), peildatum=datetime.date(2024, 5, 1))
    >>> [(punt.sleutel, punt.status.value) for punt in agenda.punten][:2]
    [('openbaarmaking/raadsbrief-2024-04-23', 'binnenkort'), ('rapportage/halfjaarlijkse-notitie/2024-H1', 'later')]
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    rijen = derive_rapportages(dossier, peildatum=peildatum, bekend_op=bekend_op)
    verschuldigd = [rij for rij in rijen if rij.status in {Leverstatus.TE_LEVEREN, Leverstatus.TE_LAAT}]
    routes = [(rij, _find_route(stand, rij)) for rij in verschuldigd if rij.status is Leverstatus.TE_LEVEREN]
    genoemd = {sleutel for rij in rijen for sleutel in (rij.grondslag, *rij.toezeggingen)}
    toezeggingen = derive_open_toezeggingen(dossier, peildatum=peildatum, bekend_op=bekend_op)
    vaststellingen = derive_vaststellingen(dossier, peildatum=peildatum, bekend_op=bekend_op)
    punten = (
        *map(_from_rapportage, verschuldigd),
        *(punt for rij, route in routes for punt in _from_route(rij, route, stand.peildatum)),
        *(_from_toezegging(stand.gemeente, een) for een in toezeggingen if een.id not in genoemd),
        *_from_vaststellingen(vaststellingen),
        *_from_brieven(stand),
    )
    return Agenda(
        gemeente=stand.gemeente.naam,
        code=stand.gemeente.code,
        peildatum=stand.peildatum,
        punten=_order(punten, stand.peildatum),
        opmerkingen=tuple(_remark(stand, routes)),
    )


def _find_route(stand: Stand, rij: VerwachteRapportage) -> Route:
    """Find the road to the last meeting at which a report can be brought, once its period is over."""
    na_afloop = add_dagen(rij.periode.einddatum, 1)
    vanaf = max(stand.peildatum, rij.vroegst or na_afloop, na_afloop)
    if rij.laatst and rij.laatst < vanaf:
        return Route(reden="de termijn eindigt voordat de periode voorbij is")
    return derive_route_binnen(stand.gemeente, vanaf, rij.laatst)


def _remark(stand: Stand, routes: Iterable[tuple[VerwachteRapportage, Route]]) -> Iterator[str]:
    """Say why there is no road for the first report that is due, and when a later meeting may still come."""
    met_termijn = [(rij, route) for rij, route in routes if rij.laatst]
    for rij, route in met_termijn:
        if route.reden:
            over = add_lidwoord(format_periode(rij.periode))
            yield f"Geen route naar de raad voor de rapportage over {over}: {route.reden}."
            break
    raad = stand.gemeente.kalender.find_laatste(Vergadersoort.RAAD, Date.max)
    if raad and any(route.is_haalbaar and rij.laatst and rij.laatst > raad.datum for rij, route in met_termijn):
        tekst = f"De laatste raadsvergadering in de kalender is op {format_datum(raad.datum)}"
        yield f"{tekst}; komen er meer bij, dan kan een route later uitvallen."


def _order(punten: Iterable[Agendapunt], peildatum: Date) -> tuple[Agendapunt, ...]:
    """Say how it stands with every point, number the keys that occur more than once, and put the first day first."""
    keren: Counter[str] = Counter()
    gedateerd = []
    for punt in punten:
        keren[punt.sleutel] += 1
        nummer = f"#{keren[punt.sleutel]}" if keren[punt.sleutel] > 1 else ""
        dagen = punt.laatst.toordinal() - peildatum.toordinal() if punt.laatst else None
        status = punt.status if punt.status is Agendastatus.AF_TE_DOEN else _find_status(dagen)
        gedateerd.append(attrs.evolve(punt, sleutel=f"{punt.sleutel}{nummer}", status=status, dagen=dagen))
    return tuple(sorted(gedateerd, key=lambda punt: (punt.laatst is None, punt.laatst or peildatum, punt.sleutel)))


def _find_status(dagen: int | None) -> Agendastatus:
    if dagen is None:
        return Agendastatus.ZONDER_TERMIJN
    if dagen < 0:
        return Agendastatus.TE_LAAT
    return Agendastatus.BINNENKORT if dagen <= BINNENKORT else Agendastatus.LATER


def _from_rapportage(rij: VerwachteRapportage) -> Agendapunt:
    return Agendapunt(
        sleutel=f"rapportage/{rij.grondslag}/{rij.periode}",
        soort=Agendasoort.RAPPORTAGE,
        omschrijving=f"Rapportage aan de raad over {add_lidwoord(format_periode(rij.periode))}",
        waarom=rij.stappen[0].tekst,
        termijn=rij.termijn or ONBEKEND,
        vroegst=rij.vroegst,
        laatst=rij.laatst,
        stappen=rij.stappen,
    )


def _from_route(rij: VerwachteRapportage, route: Route, vanaf: Date) -> Iterator[Agendapunt]:
    """Give the milestones that are still to come; whether an earlier one was reached is not in a dossier."""
    over = add_lidwoord(format_periode(rij.periode))
    for stap in (een for een in route.mijlpalen if route.is_haalbaar and een.datum >= vanaf):
        yield Agendapunt(
            sleutel=f"mijlpaal/{rij.grondslag}/{rij.periode}/{stap.mijlpaal}",
            soort=Agendasoort.MIJLPAAL,
            omschrijving=f"{stap.naam.capitalize()} voor de rapportage over {over}",
            waarom=stap.tekst,
            termijn=to_venster(stap.datum, stap.datum),
            vroegst=stap.datum,
            laatst=stap.datum,
            stappen=(Stap(soort=Stapsoort.GETELD, datum=stap.datum, tekst=stap.tekst, bron=stap.bron),),
        )


def _from_toezegging(gemeente: Gemeente, toezegging: Toezegging) -> Agendapunt:
    """Give a promise; one that was reported back is not overdue, but waits to be settled."""
    venster = gemeente.venster(toezegging.termijn)
    tekst = f"Termijn: {format_termijn(toezegging.termijn, None)}."
    termijn = Stap(soort=Stapsoort.AFGESPROKEN, tekst=tekst, bron=cite_toezegging(toezegging))
    melding = find_melding(toezegging)
    gemeld = f" Stand: {melding.status}, sinds {format_datum(melding.sinds)}." if melding else ""
    is_gemeld = melding is not None and melding.status is Toezeggingstatus.TERUGGEMELD
    return Agendapunt(
        sleutel=f"toezegging/{toezegging.id}",
        soort=Agendasoort.TOEZEGGING,
        omschrijving=f"Toezegging {toezegging.id}: {toezegging.onderwerp}",
        waarom=f"Toegezegd aan de raad: {format_datering(toezegging.datum)}.{gemeld}",
        termijn=toezegging.termijn,
        vroegst=venster[0],
        laatst=venster[1],
        status=Agendastatus.AF_TE_DOEN if is_gemeld else Agendastatus.ZONDER_TERMIJN,
        stappen=(termijn, *explain_venster(gemeente, toezegging.termijn, venster)),
    )


def _from_vaststellingen(vaststellingen: Iterable[Vaststelling]) -> Iterator[Agendapunt]:
    """Give the first adoption that is not certain to have been followed; it is overdue when no reading saves it."""
    open_ = [(een, een.einde) for een in vaststellingen if een.einde and een.opvolger is None]
    for een, einde in sorted(open_, key=lambda paar: paar[1].laatst or Date.max)[:1]:
        ruim = (een.verlenging.laatst if een.verlenging else None) if een.status in _TWIJFEL else einde.laatst
        yield Agendapunt(
            sleutel=f"vaststelling/{een.beleid}",
            soort=Agendasoort.VASTSTELLING,
            omschrijving="Het volgende veiligheidsbeleid vaststellen, door de raad",
            waarom=" ".join(stap.tekst for stap in een.stappen if stap.soort in _REDENEN),
            termijn=een.uiterlijk,
            vroegst=einde.vroegst,
            laatst=ruim,
            stappen=een.stappen,
        )


_TWIJFEL = {Vaststellingsstatus.ONZEKER}
_REDENEN = {Stapsoort.GETELD, Stapsoort.ONZEKER}


def _from_brieven(stand: Stand) -> Iterator[Agendapunt]:
    """Give the letters whose term of publication has not ended; whether one was published is not in a dossier."""
    for brief in stand.raadsbrieven:
        uitkomst = derive_openbaarmaking(brief, peildatum=stand.peildatum)
        if uitkomst.datum and uitkomst.datum >= stand.peildatum:
            yield Agendapunt(
                sleutel=f"openbaarmaking/{brief.id}",
                soort=Agendasoort.OPENBAARMAKING,
                omschrijving=f"Brief openbaar maken (advies): {brief.onderwerp}",
                waarom="De Wet open overheid geeft daarvoor twee weken.",
                termijn=to_venster(uitkomst.datum, uitkomst.datum),
                vroegst=brief.datum,
                laatst=uitkomst.datum,
                stappen=uitkomst.stappen,
            )
