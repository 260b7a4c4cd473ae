"""What a template may ask for: an allow-list over the syntax tree of Jinja.

A template comes from outside and must not be able to run code, to count until the machine is full, or to read anything
but the fields it is given. So its tags may print a field, choose and repeat, and nothing else. The list is held against
what the author typed, where every finding has its place, and once more against what docxtpl made of it. A field that is
not there is found here too: rendering sees only the branches that it takes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import attrs
from jinja2 import Environment, TemplateSyntaxError, nodes

from ivb.documents.omgeving import LUS, tell_ontbrekend
from ivb.documents.tags import Alineatekst, Tag, find_alinea
from ivb.errors import SjabloonError

OPDRACHTEN: Final = ("for", "endfor", "if", "elif", "else", "endif", "set")
FILTERS: Final = ("upper", "lower", "length")
EIGEN_FILTERS: Final = ("alineas", "stukken")

MAXIMALE_TAG: Final = 300
"""The longest tag, in characters."""

_VRIJ: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.List, nodes.Tuple, nodes.Const),
    *(nodes.Name, nodes.Getattr),
)
_REKENEN: Final = (
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv),
    *(nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos),
)
_OPDRACHT: Final = re.compile(r"\{%[-+]?\s*(\w*)")
_GEKRULD: Final = re.compile("[\u2018-\u201f]")


def check_tags(alineas: Sequence[Alineatekst], omgeving: Environment, velden: Sequence[Mapping[str, object]]) -> None:
    """Check the tags that an author typed in a part.

    Args:
        alineas: the paragraphs of the part.
        omgeving: reads the tags.
        velden: the fields, and examples of them; what one of them has is known.

    Raises:
        SjabloonError: a tag that is not allowed or cannot be read, or a field that is not known, with its paragraph.
    """
    for alinea in alineas:
        for tag in alinea.tags:
            if boodschap := _find_typefout(tag):
                raise SjabloonError(f"{alinea}: {boodschap}")
    bron = "\n".join(" ".join(tag.jinja for tag in alinea.tags) for alinea in alineas)
    if fout := _find_fout(bron, omgeving, patched=False) or _find_onbekend_veld(omgeving.parse(bron), velden):
        raise SjabloonError(f"{alineas[min(fout.regel, len(alineas)) - 1]}: {fout.boodschap}")


def check_bron(bron: str, alineas: Sequence[Alineatekst], omgeving: Environment) -> None:
    """Check what docxtpl made of the marked source of a part, which is what Jinja will compile.

    Raises:
        SjabloonError: a tag that is not allowed came about after all.
    """
    if fout := _find_fout(bron, omgeving, patched=True):
        raise SjabloonError(f"{alineas[find_alinea(bron, fout.regel) - 1]}: {fout.boodschap}")


class _Fout(NamedTuple):
    """What is wrong in a source, and the line it is on."""

    regel: int
    boodschap: str


def _find_fout(bron: str, omgeving: Environment, *, patched: bool) -> _Fout | None:
    try:
        boom = omgeving.parse(bron)
    except TemplateSyntaxError as fout:
        return _Fout(fout.lineno, _translate(fout.message or ""))
    except RecursionError as fout:
        raise SjabloonError("er staan te veel haakjes, {% if %} of {% for %} in elkaar") from fout
    knopen: list[nodes.Node] = [boom]
    while knopen:
        knoop = knopen.pop()
        knopen.extend(knoop.iter_child_nodes())
        if not (patched and _is_of_docxtpl(knoop)) and (boodschap := _find_overtreding(knoop)):
            return _Fout(knoop.lineno, boodschap)
    return None


def _translate(melding: str) -> str:
    if "Unexpected end of template" in melding:
        return "een {% for … %} of {% if … %} is niet afgesloten met {% endfor %} of {% endif %}"
    if "Encountered unknown tag" in melding:
        return "een {% else %}, {% endif %} of {% endfor %} hoort niet bij een {% if … %} of {% for … %} die open is"
    return f"een tag is niet te lezen (Jinja: {melding})"


def _find_typefout(tag: Tag) -> str:
    opdracht = _OPDRACHT.match(tag.jinja)
    if _GEKRULD.search(tag.jinja):
        return f"in ‘{tag.tekst}’ staan gekrulde aanhalingstekens; gebruik rechte: \" of '"
    if "&" in tag.jinja:
        return f"in ‘{tag.tekst}’ staat een &, en die leest Word anders dan Jinja; laat de vergelijking aan de gegevens"
    if len(tag.jinja) > MAXIMALE_TAG:
        return f"‘{tag.tekst[:40]}…’ is langer dan {MAXIMALE_TAG} tekens"
    if opdracht and opdracht.group(1) in {"p", "tr", "tc", "r"}:
        soort = opdracht.group(1)
        return f"in ‘{tag.tekst}’ staat een spatie te veel; schrijf {{%{soort} …"
    if opdracht and opdracht.group(1) not in OPDRACHTEN:
        return f"de opdracht ‘{opdracht.group(1)}’ kan niet in een sjabloon; wel: {', '.join(OPDRACHTEN)}"
    return ""


def _is_of_docxtpl(knoop: nodes.Node) -> bool:
    """Recognise what stands in a source after patching: our own filters, and the width of cells that were merged."""
    match knoop:
        case nodes.Filter(name=naam, args=[nodes.Const()], kwargs=[]):
            return naam in EIGEN_FILTERS
        case nodes.Mul(left=nodes.Const(value=int()), right=nodes.Getattr(node=nodes.Name(name="loop"), attr="length")):
            return True
    return False


def _find_overtreding(knoop: nodes.Node) -> str:
    boodschap = ""
    match knoop:
        case nodes.Name(name=naam) | nodes.Getattr(attr=naam) | nodes.Getitem(arg=nodes.Const(value=str(naam))) if (
            naam.startswith("_")
        ):
            boodschap = f"het veld ‘{naam}’ begint met een streepje, en dat kan niet"
        case nodes.Sub(left=nodes.Name(name=links), right=nodes.Name(name=rechts)):
            boodschap = f"‘{links}-{rechts}’ is een aftreksom, en rekenen kan niet; bedoelde u {links}_{rechts}?"
        case nodes.Call():
            boodschap = "een sjabloon kan niets aanroepen; haal de haakjes weg"
        case _ if _is_vrij(knoop):
            pass
        case nodes.Filter(name=naam):
            boodschap = f"de bewerking ‘|{naam}’ kan niet in een sjabloon; wel: {', '.join(FILTERS)}"
        case nodes.Test(name=naam):
            boodschap = f"de vraag ‘is {naam}’ kan niet in een sjabloon; wel: is defined"
        case _ if isinstance(knoop, _REKENEN):
            boodschap = "rekenen kan niet in een sjabloon; laat het aan de gegevens"
        case _:
            boodschap = f"dit kan niet in een sjabloon ({type(knoop).__name__}); wel: velden tonen, kiezen en herhalen"
    return boodschap


def _is_vrij(knoop: nodes.Node) -> bool:
    match knoop:
        case nodes.Getitem(arg=nodes.Const(value=int() | str())) | nodes.Assign(target=nodes.Name()):
            return True
        case nodes.For(target=nodes.Name(), recursive=False) | nodes.Test(name="defined"):
            return True
        case nodes.Filter(name=naam, args=[], kwargs=[], dyn_args=None, dyn_kwargs=None):
            return naam in FILTERS
    return isinstance(knoop, _VRIJ)


_Monsters: TypeAlias = tuple[object, ...]
"""The values that an expression may have; ``None`` for a value that nothing is known of."""

_ONBEKEND: Final[_Monsters] = (None,)


def _find_onbekend_veld(boom: nodes.Template, velden: Sequence[Mapping[str, object]]) -> _Fout | None:
    lezer = _Lezer(tuple(velden), frozenset(repr(vraag.node) for vraag in boom.find_all(nodes.Test)))
    lezer.read(boom, {})
    return lezer.fouten[0] if lezer.fouten else None


@attrs.define
class _Lezer:
    """Reads every branch of a source, and notes the fields that are in none of the values that can stand there.

    Attributes:
        velden: the fields, and examples of them.
        gevraagd: what the author asks with ``is defined``, and so may be missing.
        fouten: what was found, in reading order.
    """

    velden: _Monsters
    gevraagd: frozenset[str]
    fouten: list[_Fout] = attrs.Factory(list)

    def read(self, knoop: nodes.Node, namen: dict[str, _Monsters]) -> _Monsters:
        """Read a node; ``namen`` are the names that the template gives itself."""
        match knoop:
            case nodes.Name(name=naam):
                return namen[naam] if naam in namen else self._read_veld(knoop, self.velden, naam)
            case nodes.Getattr(node=van, attr=naam) | nodes.Getitem(node=van, arg=nodes.Const(value=str(naam))):
                monsters = self.read(van, namen)
                # of an empty dict nothing is known, as of an empty list
                weet_niets = None in monsters or all(monster == {} for monster in monsters)
                return _ONBEKEND if weet_niets else self._read_veld(knoop, monsters, naam)
            case nodes.Getitem(node=van):
                return _find_items(self.read(van, namen))
            case nodes.And() | nodes.Or() | nodes.CondExpr():
                self._read_alle(knoop.iter_child_nodes(only=("test",)), namen)
                return _join(*(self.read(keuze, namen) for keuze in knoop.iter_child_nodes(exclude=("test",))))
            case nodes.Assign(target=nodes.Name(name=naam), node=waarde):
                namen[naam] = _join(namen.get(naam, ()), self.read(waarde, namen))
            case nodes.For(target=nodes.Name(name=naam), iter=lijst):
                items = _find_items(self.read(lijst, namen))
                lus = tuple(dict.fromkeys(LUS, 0) | {"previtem": item, "nextitem": item} for item in items)
                self._read_alle(knoop.iter_child_nodes(only=("test", "body")), {**namen, naam: items, "loop": lus})
                self._read_alle(knoop.else_, dict(namen))
            case _:
                self._read_alle(knoop.iter_child_nodes(), namen)
        return _ONBEKEND

    def _read_alle(self, knopen: Iterable[nodes.Node], namen: dict[str, _Monsters]) -> None:
        for knoop in knopen:
            self.read(knoop, namen)

    def _read_veld(self, knoop: nodes.Expr, monsters: _Monsters, naam: str) -> _Monsters:
        houders = [monster for monster in monsters if isinstance(monster, Mapping)]
        if gevonden := _join(houder[naam] for houder in houders if naam in houder):
            return gevonden
        if repr(knoop) not in self.gevraagd:
            bekend = sorted({veld for houder in houders for veld in houder})
            self.fouten.append(_Fout(knoop.lineno, tell_ontbrekend(naam, bekend)))
        return _ONBEKEND


def _find_items(monsters: _Monsters) -> _Monsters:
    items = _join(*(monster for monster in monsters if isinstance(monster, tuple)))
    return _ONBEKEND if None in monsters else items or _ONBEKEND


def _join(*groepen: Iterable[object]) -> _Monsters:
    """Put values together, each once: a template could double them at every step."""
    return tuple({id(monster): monster for groep in groepen for monster in groep}.values())
