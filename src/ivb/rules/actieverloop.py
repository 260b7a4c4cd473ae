"""Where each action of a plan went.

An action may slip, it may not vanish: it is finished, dropped or carried over, or it stands in the next plan. The next
plan is the first that begins after the years of this one. Source: gemeentelijke praktijk (audit offices missed the
line from plan to plan, among others in Schiedam and Vlaardingen, 2018, and Rijssen-Holten, 2024).
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
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
            meldingen = logboek.find_meldingen(jaarplan, actie.id)
            melding = meldingen[-1] if meldingen else None
            uitkomst = _GEZEGD.get(melding.voortgang) if melding else None
            if uitkomst is None:
                uitkomst = _find_stil(actie.id in hierin, bool(volgende))
            doorgeschoven[actie.id] = doorgeschoven.get(actie.id, 0) + (uitkomst is Actieuitkomst.DOORGESCHOVEN)
            verder = next((een for een in logboek.plannen[actie.id] if een.id in later), None)
            yield Overgang(actie, jaarplan, melding, uitkomst, volgende, verder, doorgeschoven[actie.id])


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


def find_hernoemd(overgangen: Sequence[Overgang]) -> Mapping[tuple[str, str], Actie]:
    """Propose, for actions that vanished, a new action of the next plan with nearly the same title.

    The key is the plan and the action that vanished. Only titles that share the beginning of a word are held against
    each other, and of one that many share no more than fifty: a plan of thousands of actions takes no longer than it is
    long.
    """
    eerder: set[str] = set()
    nieuw: dict[str, dict[str, list[Actie]]] = {}
    for een in overgangen:
        if een.actie.id not in eerder:
            for woord in _find_woorden(een.actie.titel):
                nieuw.setdefault(een.jaarplan.id, {}).setdefault(woord, []).append(een.actie)
        eerder.add(een.actie.id)
    voorstellen = {}
    for een in overgangen:
        if een.uitkomst is Actieuitkomst.VERDWENEN:
            beste = _find_beste(een.actie, [nieuw.get(plan.id, {}) for plan in een.volgende])
            if beste:
                voorstellen[een.jaarplan.id, een.actie.id] = beste
    return voorstellen


def _find_woorden(titel: str) -> set[str]:
    """Give the beginnings of the words of a title: a plural begins as its singular does."""
    return {woord[:5] for woord in re.findall(r"\w{3,}", titel.casefold())}


def _find_beste(actie: Actie, per_woord: Sequence[Mapping[str, Sequence[Actie]]]) -> Actie | None:
    woorden = _find_woorden(actie.titel)
    groepen = (acties[woord] for acties in per_woord for woord in woorden if woord in acties)
    kandidaten = {een.id: een for groep in sorted(groepen, key=len) for een in groep[:_MEESTE_KANDIDATEN]}
    gewogen = [
        (SequenceMatcher(None, actie.titel.casefold(), een.titel.casefold()).ratio(), een.id)
        for een in list(kandidaten.values())[:_MEESTE_KANDIDATEN]
    ]
    waarde, beste = max(gewogen, default=(0.0, ""))
    return kandidaten[beste] if waarde >= GELIJKENIS else None
