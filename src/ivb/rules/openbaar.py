"""The part of a dossier that may be given to everyone.

What is secret or under an embargo is not public, and a document or a promise that only came to the council with it is
not either: secrecy lies on what a letter encloses as well. Source: Gemeentewet, art. 87 to 89,
https://wetten.overheid.nl/BWBR0005416, and Wet open overheid, art. 5.1, https://wetten.overheid.nl/BWBR0045754; that
what is brought follows the letter that brings it, is an own agreement of ivb, on the careful side.
"""

from collections.abc import Iterable
from typing import Any, TypeAlias, TypeVar

import attrs

from ivb.model.base import Noun, Veld
from ivb.model.dossier import Dossier
from ivb.model.raadsbrief import Openbaarheidssoort, Raadsbrief
from ivb.model.toezegging import Toezegging
from ivb.model.verwijzingen import items, plan, walk

N = TypeVar("N", bound=Noun)
_Sleutels: TypeAlias = set[tuple[str, str]]


def derive_openbaar(dossier: Dossier) -> Dossier:
    """Derive the public part of a dossier.

    Left out are letters that are secret or under an embargo (also when its last day has passed: who lets it end says
    ``openbaar``), and what such a letter brings and no public one does: reports, promises, and plans and policies that
    were not adopted. A reference to what is left out goes; a noun that cannot do without it goes too, such as the
    progress of an action of a plan that is left out.

    How the municipality wants its dossier checked and what it accepts of the findings is left out too: both are a
    matter of its own house.
    Nothing else in the model says of itself that it is not public. So all else stays, also the log of the actions,
    reports that were not sent yet and the names of who holds an office, and so do the words of a public letter about
    another one.

    >>> from ivb import voorbeeld
    >>> derive_openbaar(voorbeeld()) == voorbeeld()
    True
    """
    return _leave_besloten_out(_leave_controle_out(dossier))


def _leave_controle_out(dossier: Dossier) -> Dossier:
    """Take away what is about the checks, where there is anything."""
    profiel = dossier.gemeente.profiel
    if not (dossier.aanvaardingen or profiel.regelinstellingen):
        return dossier
    gemeente = attrs.evolve(dossier.gemeente, profiel=attrs.evolve(profiel, regelinstellingen=()))
    return attrs.evolve(dossier, gemeente=gemeente, aanvaardingen=())


def _leave_besloten_out(dossier: Dossier) -> Dossier:
    """Take away the letters that are not public, and what only they bring."""
    besloten = [brief for brief in dossier.raadsbrieven if not _is_openbaar(brief)]
    if not besloten:
        return dossier
    openbaar = [brief for brief in dossier.raadsbrieven if _is_openbaar(brief)]
    weg = _find_meegestuurd(besloten) - _find_meegestuurd(openbaar)
    blijft = {
        veld.naam: [noun for noun in items(dossier, veld) if not _is_weg(noun, weg)] for veld in plan(Dossier).kinderen
    }
    bekend = {
        (type(noun).__name__, getattr(noun, "id"))  # noqa: B009 - only some nouns have one
        for buitenste in blijft.values()
        for top in buitenste
        for noun in (top, *walk(top))
        if plan(type(noun)).sleutel
    }
    gesloten: dict[str, Any] = {naam: _close(nouns, bekend) for naam, nouns in blijft.items()}
    plannen = {plan.id for plan in dossier.jaarplannen} - {plan.id for plan in gesloten["jaarplannen"]}
    log = (attrs.evolve(een, naar=None) if een.naar in plannen else een for een in gesloten["voortgang"])
    return attrs.evolve(dossier, **gesloten | {"voortgang": tuple(log)})


def _is_openbaar(brief: Raadsbrief) -> bool:
    return brief.openbaarheid.soort is Openbaarheidssoort.OPENBAAR


def _find_meegestuurd(brieven: Iterable[Raadsbrief]) -> _Sleutels:
    """Find what letters bring: ids of documents, and of the promises in them."""
    meegestuurd: _Sleutels = set()
    for brief in brieven:
        meegestuurd |= {("document", sleutel) for sleutel in brief.documenten}
        meegestuurd |= {("toezegging", afspraak.toezegging) for afspraak in brief.vervolg if afspraak.toezegging}
    return meegestuurd


def _is_weg(noun: Noun, weg: _Sleutels) -> bool:
    if isinstance(noun, Raadsbrief):
        return not _is_openbaar(noun)
    soort = "toezegging" if isinstance(noun, Toezegging) else "document"
    return (soort, getattr(noun, "id", "")) in weg and getattr(noun, "vastgesteld", None) is None


def _close(nouns: Iterable[N], bekend: _Sleutels) -> tuple[N, ...]:
    """Take away, at every depth, the references to what is not there, and what cannot do without one."""
    gesloten = []
    for noun in nouns:
        mijn = plan(type(noun))
        gevonden = {veld: _find_bekend(noun, veld, bekend) for veld in mijn.verwijzingen}
        if all(namen or veld.optioneel or veld.meervoud for veld, namen in gevonden.items()):
            nieuw = {veld.naam: namen if veld.meervoud else next(iter(namen), None) for veld, namen in gevonden.items()}
            delen = {veld.naam: _close(items(noun, veld), bekend) for veld in mijn.kinderen}
            gesloten.append(attrs.evolve(noun, **nieuw, **delen))  # type: ignore[misc]  # every noun is of attrs
    return tuple(gesloten)


def _find_bekend(noun: Noun, veld: Veld, bekend: _Sleutels) -> tuple[str, ...]:
    return tuple(naam for naam in items(noun, veld) if any((soort, naam) in bekend for soort in veld.verwijzing))
