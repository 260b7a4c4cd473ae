"""Where each action of a plan went.

An action may slip, it may not vanish: it is finished, dropped or carried over, or it stands in the next plan. The next
plan is the first that begins after the years of this one. Source: gemeentelijke praktijk (audit offices missed the
line from plan to plan, among others in Schiedam and Vlaardingen, 2018, and Rijssen-Holten, 2024).
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

import attrs

from ivb.dates import Date
from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Aantal, Regel
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie, Jaarplan
from ivb.model.voortgang import Voortgang, Voortgangsmelding
from ivb.rules.stand import Stand, derive_stand
from ivb.rules.voortgang import Logboek, derive_logboek

GELIJKENIS = 0.6
"""How much two titles must look alike (0 to 1) before one is proposed as the new name of the other."""

_MEESTE_KANDIDATEN = 50
_MEESTE_VERGELIJKINGEN = 3


class Actieuitkomst(StrEnum):
    """What became of an action of a plan."""

    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"
    DOORGESCHOVEN = "doorgeschoven"
    VOORTGEZET = "voortgezet"
    LOOPT_NOG = "loopt nog"
    VERDWENEN = "verdwenen"


_GEZEGD = {
    Voortgang.AFGEROND: Actieuitkomst.AFGEROND,
    Voortgang.VERVALLEN: Actieuitkomst.VERVALLEN,
    Voortgang.DOORGESCHOVEN: Actieuitkomst.DOORGESCHOVEN,
}


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Actieverloop(Uitkomst):
    """What became of an action of a plan.

    Attributes:
        actie: the id of the action.
        jaarplan: the id of the plan.
        titel: the action as that plan names it.
        uitkomst: what became of it.
        verder_in: the id of the first later plan in which it stands.
        doorgeschoven: how many times it was carried over, up to and including this plan.
        hernoemd: the id of an action of the next plan that may be the same under another id.
    """

    actie: Regel
    jaarplan: Regel
    titel: Regel
    uitkomst: Actieuitkomst
    verder_in: Regel | None = None
    doorgeschoven: Aantal = 0
    hernoemd: Regel | None = None


class Overgang(NamedTuple):
    """The same, with the nouns themselves; cheap enough for a hundred thousand actions."""

    actie: Actie
    jaarplan: Jaarplan
    melding: Voortgangsmelding | None
    uitkomst: Actieuitkomst
    volgende: tuple[Jaarplan, ...]
    verder_in: Jaarplan | None
    doorgeschoven: int


def derive_actieverloop(
    dossier: Dossier, *, peildatum: datetime.date, bekend_op: datetime.date | None = None
) -> tuple[Actieverloop, ...]:
    """Derive what became of every action of every plan, in the order of the plans.

    Args:
        dossier: the dossier.
        peildatum: the day on which it was so.
        bekend_op: the day on which that was known; without it, the same day.

    Raises:
        TypeError: one of the days is a ``datetime`` or no date.

    >>> from ivb import voorbeeld
    >>> verloop = derive_actieverloop(voorbeeld(), peildatum=datetime.date(2024, 7, 1))
    >>> verloop[0].actie, verloop[0].uitkomst.value
    ('A1', 'loopt nog')
    """
    stand = derive_stand(dossier, peildatum, bekend_op)
    overgangen = tuple(iter_overgangen(stand, derive_logboek(stand)))
    hernoemd = find_hernoemd(overgangen)
    return tuple(
        Actieverloop(
            actie=een.actie.id,
            jaarplan=een.jaarplan.id,
            titel=een.actie.titel,
            uitkomst=een.uitkomst,
            verder_in=een.verder_in.id if een.verder_in else None,
            doorgeschoven=een.doorgeschoven,
            hernoemd=hernoemd[een.jaarplan.id, een.actie.id].id
            if (een.jaarplan.id, een.actie.id) in hernoemd
            else None,
        )
        for een in overgangen
    )


def iter_overgangen(stand: Stand, logboek: Logboek) -> Iterator[Overgang]:
    """Give what became of every action of every plan, in the order of the plans."""
    doorgeschoven: dict[str, int] = {}
    for jaarplan in stand.jaarplannen:
        later = _find_later(jaarplan, stand.jaarplannen)
        volgende = tuple(een for een in later.values() if een.looptijd.begindatum == _find_begin(later))
        hierin = {actie.id for een in volgende for actie in een.acties}
        for actie in jaarplan.acties:
            melding = logboek.find_laatste(jaarplan, actie.id)
            uitkomst = _GEZEGD.get(melding.voortgang) if melding else None
            if uitkomst is None:
                uitkomst = _find_stil(actie.id in hierin, bool(volgende))
            doorgeschoven[actie.id] = doorgeschoven.get(actie.id, 0) + (uitkomst is Actieuitkomst.DOORGESCHOVEN)
            if uitkomst is Actieuitkomst.VERDWENEN:
                uitkomst = _find_ernaast(jaarplan, actie, logboek) or uitkomst
            verder = next((een for een in logboek.plannen[actie.id] if een.id in later), None)
            yield Overgang(actie, jaarplan, melding, uitkomst, volgende, verder, doorgeschoven[actie.id])


def _find_ernaast(jaarplan: Jaarplan, actie: Actie, logboek: Logboek) -> Actieuitkomst | None:
    """Find how an action ended in a plan beside this one: a note that names no plan stands in one of them only."""
    looptijd = jaarplan.looptijd
    for een in logboek.plannen[actie.id]:
        meldingen = logboek.find_meldingen(een, actie.id)
        if meldingen and meldingen[-1].voortgang in _GEZEGD and een.looptijd.overlaps(looptijd):
            return _GEZEGD[meldingen[-1].voortgang]
    return None


def _find_stil(staat_erin: bool, is_er_een: bool) -> Actieuitkomst:  # noqa: FBT001  two answers, side by side
    """Say what became of an action of which no note says that it ended."""
    if staat_erin:
        return Actieuitkomst.VOORTGEZET
    return Actieuitkomst.VERDWENEN if is_er_een else Actieuitkomst.LOOPT_NOG


def _find_later(jaarplan: Jaarplan, plannen: Sequence[Jaarplan]) -> Mapping[str, Jaarplan]:
    """Find the plans that begin after the years of this one, by their ids."""
    return {een.id: een for een in plannen if een.looptijd.begindatum > jaarplan.looptijd.einddatum}


def _find_begin(plannen: Mapping[str, Jaarplan]) -> Date:
    """Give the day on which the first of some plans begins."""
    return min(een.looptijd.begindatum for een in plannen.values())


class _Kandidaat(NamedTuple):
    """A new action of a plan, and the beginnings of the words of its title."""

    actie: Actie
    woorden: frozenset[str]


class _Nieuw:
    """The new actions of a plan, by their titles and by the beginnings of the words of those."""

    def __init__(self, acties: Iterable[Actie]) -> None:
        """Take the actions in the order of their ids, so that their order in the plan does not matter."""
        op_id = sorted(acties, key=lambda een: een.id)
        self.per_titel = {een.titel.casefold(): een for een in op_id}
        self.per_woord: dict[str, list[_Kandidaat]] = {}
        for actie in op_id:
            kandidaat = _Kandidaat(actie, _find_woorden(actie.titel))
            for woord in kandidaat.woorden:
                self.per_woord.setdefault(woord, []).append(kandidaat)


def find_hernoemd(overgangen: Sequence[Overgang]) -> Mapping[tuple[str, str], Actie]:
    """Propose, for actions that vanished, a new action of the next plan with nearly the same title.

    The key is the plan and the action that vanished. The same title is taken at once. Else only titles that share the
    beginning of a word are looked at, of those that many share no more than fifty, and the three that share most are
    held against it letter by letter: a plan of thousands of actions takes no longer than it is long.
    """
    eerder: set[str] = set()
    per_plan: dict[str, list[Actie]] = {}
    for een in overgangen:
        if een.actie.id not in eerder:
            per_plan.setdefault(een.jaarplan.id, []).append(een.actie)
        eerder.add(een.actie.id)
    nieuw = {plan: _Nieuw(acties) for plan, acties in per_plan.items()}
    voorstellen = {}
    for een in overgangen:
        if een.uitkomst is Actieuitkomst.VERDWENEN:
            beste = _find_beste(een.actie, [nieuw[plan.id] for plan in een.volgende if plan.id in nieuw])
            if beste:
                voorstellen[een.jaarplan.id, een.actie.id] = beste
    return voorstellen


def _find_woorden(titel: str) -> frozenset[str]:
    """Give the beginnings of the words of a title: a plural begins as its singular does."""
    return frozenset(woord[:5] for woord in re.findall(r"\w{3,}", titel.casefold()))


def _find_beste(actie: Actie, plannen: Sequence[_Nieuw]) -> Actie | None:
    titel = actie.titel.casefold()
    zelfde = [plan.per_titel[titel] for plan in plannen if titel in plan.per_titel]
    if zelfde:
        return max(zelfde, key=lambda een: een.id)
    gewogen = [
        (SequenceMatcher(None, titel, een.titel.casefold()).ratio(), een.id, een)
        for een in _find_nabij(_find_woorden(titel), plannen)
    ]
    waarde, _, beste = max(gewogen, key=lambda rij: rij[:2], default=(0.0, "", None))
    return beste if waarde >= GELIJKENIS else None


def _find_nabij(woorden: frozenset[str], plannen: Sequence[_Nieuw]) -> list[Actie]:
    """Find the actions of which the titles share most words, and have fewest others."""
    groepen = [plan.per_woord[woord] for plan in plannen for woord in sorted(woorden) if woord in plan.per_woord]
    eerste = chain.from_iterable(groep[:_MEESTE_KANDIDATEN] for groep in sorted(groepen, key=len))
    kandidaten = {een.actie.id: een for een in eerste}
    beste = nlargest(
        _MEESTE_VERGELIJKINGEN,
        list(kandidaten.values())[:_MEESTE_KANDIDATEN],
        key=lambda een: (len(een.woorden & woorden) - len(een.woorden ^ woorden), een.actie.id),
    )
    return [een.actie for een in beste]
