"""What a plan asks in hours and money against what there is for it.

The hours of an action that carries out an obligation are part of those of the obligation, and so is its money: neither
is counted twice. What is not known is not nought: it is counted apart. Source: gemeentelijke praktijk (the plans of
municipalities set hours of their own organisation against its capacity).
"""

import sys
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from typing import Generic, NamedTuple, TypeAlias, TypeVar

import attrs

from ivb.model.base import Uitkomst, refine
from ivb.model.constraints import Aantal, Regel, Uren
from ivb.model.jaarplan import Actie, Capaciteit, Jaarplan, Verplichting

Deel: TypeAlias = Actie | Verplichting | Capaciteit
D_co = TypeVar("D_co", bound=Deel, covariant=True)

_PRECIES = Context(prec=700)
"""Any numbers of hours, added up in any order, give the same: no digit of a float is further away."""

_GROOTST = Decimal(repr(sys.float_info.max))


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Raming(Uitkomst):
    """Hours and money, added up.

    Attributes:
        uren: the hours that are known; none when none are.
        bedrag: the money that is known, in whole euros; none when none is.
        onbekend: how many parts there are of which the hours are not known.
    """

    uren: Uren | None = None
    bedrag: Aantal | None = None
    onbekend: Aantal = 0


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Rolraming(Uitkomst):
    """What the actions that a role leads ask of it, and what it has.

    Attributes:
        rol: the role.
        gevraagd: what its actions ask, also those that carry out an obligation.
        beschikbaar: what it has for the plan.
    """

    rol: Regel
    gevraagd: Raming
    beschikbaar: Raming


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Capaciteitsraming(Uitkomst):
    """What a plan asks and what there is for it.

    Attributes:
        jaarplan: the id of the plan.
        gevraagd: what its actions and obligations ask.
        beschikbaar: what there is within the plan.
        rollen: the same per role: those with capacity, and those that lead an action.
    """

    jaarplan: Regel
    gevraagd: Raming
    beschikbaar: Raming
    rollen: tuple[Rolraming, ...] = ()


class Post(NamedTuple, Generic[D_co]):
    """A part of a plan with what it asks or gives itself; ``elders`` says that its hours need not be known here."""

    deel: D_co
    uren: float | None
    bedrag: int | None
    elders: bool


def derive_capaciteit(jaarplan: Jaarplan) -> Capaciteitsraming:
    """Derive what a plan asks in hours and money against what there is, in total and per role.

    >>> from ivb import voorbeeld
    >>> raming = derive_capaciteit(voorbeeld().jaarplannen[0])
    >>> raming.gevraagd
    Raming(uren=890.0, bedrag=10000)
    >>> raming.beschikbaar.uren
    900.0
    """
    return Capaciteitsraming(
        jaarplan=jaarplan.id,
        gevraagd=add_posten(iter_gevraagd(jaarplan)),
        beschikbaar=add_posten(iter_beschikbaar(jaarplan)),
        rollen=tuple(_iter_rollen(jaarplan)),
    )


def iter_gevraagd(jaarplan: Jaarplan) -> Iterator[Post[Actie | Verplichting]]:
    """Give the actions and obligations; what their obligation asks already, actions do not ask again."""
    verplichtingen = {een.id: een for een in jaarplan.verplichtingen}
    for actie in jaarplan.acties:
        plicht = verplichtingen.get(actie.verplichting or "")
        elders = plicht is not None and plicht.uren is not None
        bedrag_elders = plicht is not None and plicht.bedrag is not None
        yield Post(actie, None if elders else actie.uren, None if bedrag_elders else actie.bedrag, elders)
    uitgevoerd = {actie.verplichting for actie in jaarplan.acties}
    for een in jaarplan.verplichtingen:
        yield Post(een, een.uren, een.bedrag, een.id in uitgevoerd)


def iter_beschikbaar(jaarplan: Jaarplan) -> Iterator[Post[Capaciteit]]:
    """Give the capacity within the plan."""
    return (make_post(een) for een in jaarplan.capaciteit if is_binnen(jaarplan, een))


def make_post(capaciteit: Capaciteit) -> Post[Capaciteit]:
    """Give what capacity gives; what gives money need not give hours."""
    return Post(capaciteit, capaciteit.uren, capaciteit.bedrag, capaciteit.bedrag is not None)


def is_binnen(jaarplan: Jaarplan, capaciteit: Capaciteit) -> bool:
    """Tell whether capacity is there on any day of the plan, with its extensions."""
    periode = capaciteit.periode
    if periode is None:
        return True
    return periode.begindatum <= jaarplan.einddatum and jaarplan.looptijd.begindatum <= periode.einddatum


def fold_rol(rol: str) -> str:
    """Give a role as it is compared: with or without capitals it is the same role."""
    return rol.casefold()


def add_posten(posten: Iterable[Post[Deel]]) -> Raming:
    """Add up hours and money, each number as it is written: 0.1 and 0.2 are 0.3."""
    lijst = tuple(posten)
    bedragen = [post.bedrag for post in lijst if post.bedrag is not None]
    return Raming(
        uren=_add_uren(post.uren for post in lijst if post.uren is not None),
        bedrag=sum(bedragen) if bedragen else None,
        onbekend=sum(post.uren is None and not post.elders for post in lijst),
    )


def _add_uren(uren: Iterable[float]) -> float | None:
    som = None
    for een in uren:
        som = _PRECIES.add(som or Decimal(), Decimal(repr(een)))
    return None if som is None else float(min(som, _GROOTST))


def _iter_rollen(jaarplan: Jaarplan) -> Iterator[Rolraming]:
    gevraagd: dict[str, list[Post[Actie]]] = {}
    beschikbaar: dict[str, list[Post[Capaciteit]]] = {}
    for post in iter_beschikbaar(jaarplan):
        beschikbaar.setdefault(fold_rol(post.deel.rol), []).append(post)
    trekkers = [(actie.trekker, actie) for actie in jaarplan.acties if actie.trekker is not None]
    for trekker, actie in trekkers:
        gevraagd.setdefault(fold_rol(trekker), []).append(Post(actie, actie.uren, actie.bedrag, elders=False))
    namen = _find_namen(een.rol for een in jaarplan.capaciteit)
    for rol, naam in (namen | (_find_namen(trekker for trekker, _ in trekkers) | namen)).items():
        yield Rolraming(
            rol=naam, gevraagd=add_posten(gevraagd.get(rol, ())), beschikbaar=add_posten(beschikbaar.get(rol, ()))
        )


def _find_namen(rollen: Iterable[str]) -> dict[str, str]:
    """Give of each role one way to write it, whatever their order."""
    namen: dict[str, str] = {}
    for een in rollen:
        rol = fold_rol(een)
        namen[rol] = min(namen.get(rol, een), een)
    return namen
