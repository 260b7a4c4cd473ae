import pytest
from jinja2 import Environment, nodes

from ivb.documents.sjabloon.velden import Pad
from ivb.documents.sjabloon.voorwaarden import (
    ALTIJD,
    NOOIT,
    Kant,
    Weging,
    covers,
    join_beide,
    tell_gevuld,
    tell_naam,
    weigh,
)


def find_pad(knoop: nodes.Node) -> Pad | None:
    match knoop:
        case nodes.Name(name=naam) if naam != "loop":
            return (naam,)
        case nodes.Getattr(node=van, attr=naam):
            houder = find_pad(van)
            return None if houder is None else (*houder, naam)
    return None


def weeg(vraag: str) -> Weging:
    boom = Environment(autoescape=True).parse(f"{{% if {vraag} %}}{{% endif %}}")
    keuze = boom.find(nodes.If)
    assert keuze
    return weigh(keuze.test, find_pad)


def schrijf(kant: Kant) -> str:
    return " ".join(sorted(".".join(str(stap) for stap in pad) or "altijd" for pad in kant.paden))


class TestPaths:
    """Of which fields each, when it is filled, is enough for an outcome; of what cannot be weighed none is."""

    @pytest.mark.parametrize(
        ("vraag", "waar", "onwaar"),
        [
            ("a", "a", ""),
            ("a.b", "a.b", ""),
            ("not a", "", "a"),
            ("a or b", "a b", ""),
            ("a and b", "", ""),
            ("a and a.b", "a.b", ""),
            ("a.b and a", "a.b", ""),
            ("not (a and b)", "", ""),
            ("not a and not b", "", "a b"),
            ("a or not b", "a", ""),
            ("true", "altijd", ""),
            ("false or none or ''", "", "altijd"),
            ("a or true", "a altijd", ""),
            ("a and true", "a", ""),
            ("[a]", "altijd", ""),
            ("[] or ()", "", "altijd"),
            ("a is defined", "a", ""),
            ("a|upper", "a", ""),
            ("a|length", "a", ""),
            ("a|length > 0", "a", ""),
            ("a|length != 0", "a", ""),
            ("a|length >= 1", "a", ""),
            ("a|length == 0", "", "a"),
            ("a|length < 1", "", "a"),
            ("a|length > 1", "", ""),
            ("a|length > b", "", ""),
            ("a|length == false", "", ""),
            ("a|length > 0 > 0", "", ""),
            ("a == 'b'", "", ""),
            ("loop.first", "", ""),
            ("(a if b else c)", "", ""),
        ],
    )
    def test_weighed(self, vraag: str, waar: str, onwaar: str) -> None:
        weging = weeg(vraag)
        assert (schrijf(weging.waar), schrijf(weging.onwaar)) == (waar, onwaar)

    def test_a_field_lies_in_what_holds_it(self) -> None:
        kant = Kant(paden=frozenset({("a", None)}))
        assert [kant.is_zeker(pad) for pad in (("a", None, "b"), ("a", None), ("a",), ("b",))] == [
            True,
            True,
            False,
            False,
        ]
        assert covers(ALTIJD.paden, ("a",))
        assert not covers(NOOIT.paden, ())
        assert join_beide(ALTIJD, kant) == kant


class TestFacts:
    """What is so at an outcome: that something has a value, or is filled; that a loop has a neighbour."""

    @pytest.mark.parametrize(
        ("vraag", "waar", "onwaar"),
        [
            ("a", "bestaat a, gevuld a", ""),
            ("not a", "", "bestaat a, gevuld a"),
            ("a is defined", "bestaat a", ""),
            ("a and b is defined", "bestaat a, bestaat b, gevuld a", ""),
            ("a or b", "", ""),
            ("a or a is defined", "bestaat a", ""),
            ("not loop.first and loop.last", "bestaat loop.last, bestaat loop.previtem, gevuld loop.last", ""),
            ("loop.first", "bestaat loop.first, gevuld loop.first", "bestaat loop.previtem"),
            ("loop.last", "bestaat loop.last, gevuld loop.last", "bestaat loop.nextitem"),
        ],
    )
    def test_found(self, vraag: str, waar: str, onwaar: str) -> None:
        weging = weeg(vraag)
        for kant, verwacht in ((weging.waar, waar), (weging.onwaar, onwaar)):
            assert kant.feiten == {lees_feit(feit) for feit in verwacht.split(", ") if feit}

    def test_the_facts_about_a_name(self) -> None:
        feit = tell_gevuld(nodes.Getattr(nodes.Name("a", "load"), "b", "load"))
        assert [tell_naam(naam) in feit for naam in ("a", "b")] == [True, False]


def lees_feit(feit: str) -> str:
    soort, _, wat = feit.partition(" ")
    boom = Environment(autoescape=True).parse(f"{{{{ {wat} }}}}")
    uitvoer = boom.find(nodes.Output)
    assert uitvoer
    return f"{soort} {uitvoer.nodes[0]!r}"
