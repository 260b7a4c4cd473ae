"""What follows from a condition in a template: what is so in each branch, and when a branch is taken for sure.

A condition is weighed by itself: that two of them always go together is not seen. Of one that cannot be weighed, as of
a comparison of two texts, nothing follows.
"""

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

import attrs
from jinja2 import nodes

from ivb.documents.sjabloon.velden import Pad

Padvinder: TypeAlias = Callable[[nodes.Node], Pad | None]
"""Finds which field an expression is; ``None`` when it is none, or may be more than one."""


@attrs.frozen
class Kant:
    """One of the two outcomes of a condition.

    Attributes:
        feiten: what is so when it comes: see ``tell_bestaat`` and ``tell_gevuld``.
        paden: the fields of which each, when it is filled, is enough for it to come; ``()``, which holds all fields,
            when it always comes.
    """

    feiten: frozenset[str] = frozenset()
    paden: frozenset[Pad] = frozenset()

    def is_zeker(self, pad: Pad) -> bool:
        """Tell whether this is the outcome whenever a field is filled."""
        return covers(self.paden, pad)


class Weging(NamedTuple):
    """The two outcomes of a condition."""

    waar: Kant
    onwaar: Kant


NOOIT: Final = Kant()
ALTIJD: Final = Kant(paden=frozenset({()}))
_BUREN: Final = {"first": "previtem", "last": "nextitem"}
_MEER_DAN_NUL: Final = {("gt", 0): True, ("ne", 0): True, ("gteq", 1): True, ("eq", 0): False, ("lt", 1): False}


def covers(paden: frozenset[Pad], pad: Pad) -> bool:
    """Tell whether a field is one of some fields, or lies in one."""
    return any(pad[:lengte] in paden for lengte in range(len(pad) + 1))


def tell_bestaat(knoop: nodes.Node) -> str:
    """Say of an expression that it has a value."""
    return f"bestaat {knoop!r}"


def tell_gevuld(knoop: nodes.Node) -> str:
    """Say of an expression that its value is filled."""
    return f"gevuld {knoop!r}"


def tell_naam(naam: str) -> str:
    """Give what every fact about a name has in it."""
    return f"Name(name={naam!r}"


def join_beide(een: Kant, ander: Kant) -> Kant:
    """Give the outcome that comes when two do."""
    paden = {pad for pad in een.paden | ander.paden if een.is_zeker(pad) and ander.is_zeker(pad)}
    return Kant(een.feiten | ander.feiten, frozenset(paden))


def weigh(vraag: nodes.Node, find_pad: Padvinder) -> Weging:
    """Weigh a condition."""
    match vraag:
        case nodes.Not(node=van):
            weging = _turn(weigh(van, find_pad))
        case nodes.And(left=links, right=rechts):
            een, ander = weigh(links, find_pad), weigh(rechts, find_pad)
            weging = Weging(join_beide(een.waar, ander.waar), _join_een(een.onwaar, ander.onwaar))
        case nodes.Or(left=links, right=rechts):
            een, ander = weigh(links, find_pad), weigh(rechts, find_pad)
            weging = Weging(_join_een(een.waar, ander.waar), join_beide(een.onwaar, ander.onwaar))
        case nodes.Compare(expr=nodes.Filter(name="length") as telling, ops=[deel]):
            weging = _weigh_telling(weigh(telling, find_pad), deel)
        case nodes.Filter(node=nodes.Expr() as van):
            weging = weigh(van, find_pad)
        case nodes.Const(value=vast) | nodes.List(items=vast) | nodes.Tuple(items=vast):
            weging = Weging(ALTIJD, NOOIT) if vast else Weging(NOOIT, ALTIJD)
        case _:
            weging = _weigh_waarde(vraag, find_pad)
    return weging


def _weigh_waarde(vraag: nodes.Node, find_pad: Padvinder) -> Weging:
    """Weigh whether a value is there, or filled; what is filled is there."""
    van = vraag.node if isinstance(vraag, nodes.Test) else vraag
    pad = find_pad(van)
    feiten = {tell_bestaat(van)} if isinstance(vraag, nodes.Test) else {tell_bestaat(van), tell_gevuld(van)}
    niet = set()
    if isinstance(vraag, nodes.Getattr) and vraag.attr in _BUREN:
        niet.add(tell_bestaat(nodes.Getattr(vraag.node, _BUREN[vraag.attr], "load")))
    return Weging(Kant(frozenset(feiten), frozenset(() if pad is None else (pad,))), Kant(frozenset(niet)))


def _join_een(een: Kant, ander: Kant) -> Kant:
    """Give the outcome that comes when one of two does."""
    return Kant(een.feiten & ander.feiten, een.paden | ander.paden)


def _turn(weging: Weging) -> Weging:
    return Weging(weging.onwaar, weging.waar)


def _weigh_telling(weging: Weging, deel: nodes.Operand) -> Weging:
    """Weigh whether there are more than none of something."""
    getal = deel.expr.value if isinstance(deel.expr, nodes.Const) else None
    if type(getal) is not int or (deel.op, getal) not in _MEER_DAN_NUL:
        return Weging(NOOIT, NOOIT)
    return weging if _MEER_DAN_NUL[deel.op, getal] else _turn(weging)
