"""Whole dossiers: every reference in them leads somewhere, and every id is given once.

Nouns that hold an id or name one stand in a tuple everywhere in the model, and one that must name another has no id
itself; so a noun can be left out of a dossier without more ado.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ivb.model.base import Noun, Veld
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Jaarplan
from ivb.model.verwijzingen import items, plan, walk
from ivb.testing.engine import MEESTE, Recept, find_keuzes, nouns

Sleutels = Mapping[str, Sequence[str]]
N = TypeVar("N", bound=Noun)
Kies = Callable[[Sequence[str]], str]


def draw_dossiers(gegeven: Mapping[str, object]) -> SearchStrategy[Dossier]:
    """Draw whole dossiers.

    Args:
        gegeven: for some fields a strategy or a fixed value.

    Raises:
        TypeError: a name is no field.
    """
    standaard = {**find_keuzes(Dossier), "jaarplannen": st.just(()) | _jaarplannen()}
    return _dossiers(Recept(Dossier, standaard, gegeven))


@st.composite
def _dossiers(draw: DrawFn, recept: Recept[Dossier]) -> Dossier:
    waarden = recept.draw(draw)
    delen = [veld for veld in plan(Dossier).kinderen if veld.naam in waarden]
    for veld in delen:
        waarden[veld.naam] = _ontdubbel(veld.convert(waarden[veld.naam]))
    sleutels = _collect(noun for veld in delen for noun in waarden[veld.naam])
    for veld in delen:
        waarden[veld.naam] = _sluit(waarden[veld.naam], sleutels, lambda keus: draw(st.sampled_from(keus)))
    return Dossier(**waarden)


@st.composite
def _jaarplannen(draw: DrawFn) -> tuple[Jaarplan, ...]:
    """Draw plans, some with an action that stands in another plan too."""
    plannen: list[Jaarplan] = draw(
        st.lists(nouns(Jaarplan, {}), min_size=1, max_size=MEESTE, unique_by=attrgetter("id"))
    )
    acties = [actie for jaarplan in plannen[:-1] for actie in jaarplan.acties]
    komt_terug: bool = draw(st.booleans()) if acties else False
    if komt_terug:
        actie = draw(st.sampled_from(acties))
        andere = [een for een in plannen[-1].acties if een.id != actie.id]
        plannen[-1] = attrs.evolve(plannen[-1], acties=(*andere, actie))
    return tuple(plannen)


def _ontdubbel(nouns_: Sequence[N]) -> tuple[N, ...]:
    """Leave out, at every depth, what has the id of something before it."""
    eerste: dict[object, N] = {}
    for nummer, noun in enumerate(nouns_):
        eerste.setdefault(getattr(noun, "id", nummer), noun)
    return tuple(_herbouw(noun, _ontdubbel, {}) for noun in eerste.values())


def _collect(nouns_: Iterable[Noun]) -> Sleutels:
    """Collect the ids that are given, per kind of noun."""
    sleutels: defaultdict[str, list[str]] = defaultdict(list)
    for buitenste in nouns_:
        for noun in (buitenste, *walk(buitenste)):
            if plan(type(noun)).sleutel:
                sleutels[type(noun).__name__].append(attrgetter("id")(noun))
    return sleutels


def _sluit(nouns_: Sequence[N], sleutels: Sleutels, kies: Kies) -> tuple[N, ...]:
    """Let every reference, at every depth, lead somewhere; leave out what must lead somewhere and cannot."""
    gesloten = []
    for noun in nouns_:
        gevonden = {veld: _verwijs(noun, veld, sleutels, kies) for veld in plan(type(noun)).verwijzingen}
        if all(namen or veld.optioneel or veld.meervoud for veld, namen in gevonden.items()):
            nieuw = {veld.naam: namen if veld.meervoud else next(iter(namen), None) for veld, namen in gevonden.items()}
            gesloten.append(_herbouw(noun, lambda delen: _sluit(delen, sleutels, kies), nieuw))
    return tuple(gesloten)


def _verwijs(noun: Noun, veld: Veld, sleutels: Sleutels, kies: Kies) -> tuple[str, ...]:
    keus = [sleutel for soort in veld.verwijzing for sleutel in sleutels[soort]]
    return tuple(naam if naam in keus else kies(keus) for naam in items(noun, veld)) if keus else ()


def _herbouw(noun: N, doe: Callable[[Any], tuple[Any, ...]], nieuw: Mapping[str, object]) -> N:
    """Make the noun anew, with its parts after a treatment and with some new values."""
    delen = {veld.naam: doe(getattr(noun, veld.naam)) for veld in plan(type(noun)).kinderen}
    return attrs.evolve(noun, **nieuw, **delen)  # type: ignore[misc]  # every noun is an attrs class at run time
