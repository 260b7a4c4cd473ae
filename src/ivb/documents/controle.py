"""What a template may ask for: an allow-list over the syntax tree of Jinja.

A template comes from outside and must not be able to run code, to count until the machine is full, or to read anything
but the fields it is given. So its tags may print a field, choose and repeat, and nothing else. The list is held against
what the author typed, where every finding has its place, and once more against what docxtpl made of it. A field that is
not there is found here too: rendering sees only the branches that it takes. What a template asks of its fields is read
once, and held against the fields of every render.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import attrs
from jinja2 import Environment, TemplateSyntaxError, nodes

from ivb.documents.omgeving import LUS, tell_ontbrekend
from ivb.documents.tags import Alineatekst, Tag, find_alinea
from ivb.documents.velden import MAXIMALE_DIEPTE
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


Pad: TypeAlias = tuple[str | None, ...]
"""The way from the fields to a value: a name for a field, ``None`` for any item of a list."""


@attrs.frozen
class Eis:
    """A field that a tag asks for.

    Attributes:
        alinea: the paragraph of the tag.
        houders: where the value lies that must have the field; there can be more, as behind an ``or``.
        naam: the field.
    """

    alinea: Alineatekst
    houders: tuple[Pad, ...]
    naam: str


def check_tags(alineas: Sequence[Alineatekst], omgeving: Environment) -> tuple[Eis, ...]:
    """Check the tags that an author typed in a part, and give the fields that they ask for.

    Args:
        alineas: the paragraphs of the part.
        omgeving: reads the tags.

    Raises:
        SjabloonError: a tag that is not allowed or cannot be read, with its paragraph.
    """
    for alinea in alineas:
        for tag in alinea.tags:
            if boodschap := _find_typefout(tag):
                raise SjabloonError(f"{alinea}: {boodschap}")
    bron = "\n".join(" ".join(tag.jinja for tag in alinea.tags) for alinea in alineas)
    fout = _find_fout(bron, omgeving, patched=False)
    if not fout:
        boom = omgeving.parse(bron)
        lezer = _Lezer(frozenset(repr(vraag.node) for vraag in boom.find_all(nodes.Test)))
        lezer.read(boom, {})
        fout = lezer.fout
    if fout:
        raise SjabloonError(f"{alineas[min(fout.regel, len(alineas)) - 1]}: {fout.boodschap}")
    return tuple(Eis(alineas[min(regel, len(alineas)) - 1], plekken, naam) for regel, plekken, naam in lezer.eisen)


def check_eisen(eisen: Iterable[Eis], velden: Sequence[Mapping[str, object]]) -> None:
    """Check that the fields have what a part asks for.

    Args:
        eisen: what ``check_tags`` gave.
        velden: the fields, and examples of them; what one of them has is known.

    Raises:
        SjabloonError: a field that is not known, with its paragraph.
    """
    kijker = _Kijker({(): velden})
    for eis in eisen:
        if (bekend := kijker.find_bekend(eis)) is not None:
            raise SjabloonError(f"{eis.alinea}: {tell_ontbrekend(eis.naam, bekend)}")


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


@attrs.frozen(eq=False)
class _Lus:
    """What a template calls ``loop``: the items that come by."""

    items: "_Plekken"


_Plekken: TypeAlias = tuple[Pad | _Lus, ...]
"""Where the value of an expression may lie; empty when nothing is known of it."""

_ONBEKEND: Final[_Plekken] = ()


@attrs.define
class _Lezer:
    """Reads every branch of a source, and notes the fields that it asks for.

    Attributes:
        gevraagd: what the author asks with ``is defined``, and so may be missing.
        eisen: what was found, in reading order: the line, where the holder of the field lies, and the field.
        fout: the first field that no ``loop`` has.
    """

    gevraagd: frozenset[str]
    eisen: list[tuple[int, tuple[Pad, ...], str]] = attrs.Factory(list)
    fout: _Fout | None = None

    def read(self, knoop: nodes.Node, namen: dict[str, _Plekken]) -> _Plekken:
        """Read a node; ``namen`` are the names that the template gives itself."""
        match knoop:
            case nodes.Name(name=naam):
                return namen[naam] if naam in namen else self._read_veld(knoop, ((),), naam)
            case nodes.Getattr(node=van, attr=naam) | nodes.Getitem(node=van, arg=nodes.Const(value=str(naam))):
                return self._read_veld(knoop, self.read(van, namen), naam)
            case nodes.Getitem(node=van):
                return _find_items(self.read(van, namen))
            case nodes.And() | nodes.Or() | nodes.CondExpr():
                self._read_alle(knoop.iter_child_nodes(only=("test",)), namen)
                return _join(*(self.read(keuze, namen) for keuze in knoop.iter_child_nodes(exclude=("test",))))
            case nodes.Assign(target=nodes.Name(name=naam), node=waarde):
                plekken = self.read(waarde, namen)
                namen[naam] = _join(namen[naam], plekken) if naam in namen else plekken
            case nodes.For(target=nodes.Name(name=naam), iter=lijst):
                items = _find_items(self.read(lijst, namen))
                binnen = {**namen, naam: items, "loop": (_Lus(items),)}
                self._read_alle(knoop.iter_child_nodes(only=("test", "body")), binnen)
                self._read_alle(knoop.else_, dict(namen))
            case _:
                self._read_alle(knoop.iter_child_nodes(), namen)
        return _ONBEKEND

    def _read_alle(self, knopen: Iterable[nodes.Node], namen: dict[str, _Plekken]) -> None:
        for knoop in knopen:
            self.read(knoop, namen)

    def _read_veld(self, knoop: nodes.Expr, plekken: _Plekken, naam: str) -> _Plekken:
        lussen = [plek for plek in plekken if isinstance(plek, _Lus)]
        paden = tuple(plek for plek in plekken if not isinstance(plek, _Lus))
        if lussen:
            if naam not in LUS and self.fout is None:
                self.fout = _Fout(knoop.lineno, tell_ontbrekend(naam, LUS))
            return _join(*(lus.items for lus in lussen)) if naam in {"previtem", "nextitem"} else _ONBEKEND
        if paden and repr(knoop) not in self.gevraagd:
            self.eisen.append((knoop.lineno, paden, naam))
        return _extend(paden, naam)


@attrs.frozen
class _Kijker:
    """Finds the values of the fields of one render; a place that nothing is known of has none.

    Attributes:
        gezien: the values that were found, by their place.
    """

    gezien: dict[Pad, Sequence[object]]

    def find(self, pad: Pad) -> Sequence[object]:
        """Find the values in a place."""
        if pad not in self.gezien:
            houders, stap = self.find(pad[:-1]), pad[-1]
            if stap is None:
                gevonden = [item for houder in houders if isinstance(houder, tuple) for item in houder]
            else:
                gevonden = [houder[stap] for houder in houders if isinstance(houder, dict) and stap in houder]
            self.gezien[pad] = gevonden
        return self.gezien[pad]

    def find_bekend(self, eis: Eis) -> list[str] | None:
        """Find the fields that are there instead of the one that is asked; ``None`` if that one can be there."""
        groepen = [self.find(pad) for pad in eis.houders]
        if any(isinstance(houder, dict) and eis.naam in houder for groep in groepen for houder in groep):
            return None
        # of an empty list or dict nothing is known, but of the fields all is
        weet_niets = not all(groepen) or all(waarde == {} for groep in groepen for waarde in groep)
        if weet_niets and () not in eis.houders:
            return None
        return sorted({veld for groep in groepen for houder in groep if isinstance(houder, dict) for veld in houder})


def _find_items(plekken: _Plekken) -> _Plekken:
    return _extend((plek for plek in plekken if not isinstance(plek, _Lus)), None)


def _extend(paden: Iterable[Pad], stap: str | None) -> _Plekken:
    """Go a step further; of what lies deeper than a field can, nothing is known."""
    verder = tuple((*pad, stap) for pad in paden)
    return verder if all(len(pad) <= MAXIMALE_DIEPTE for pad in verder) else _ONBEKEND


def _join(*groepen: _Plekken) -> _Plekken:
    """Put places together, each once; where nothing is known of one group, nothing is of all."""
    return tuple(dict.fromkeys(plek for groep in groepen for plek in groep)) if all(groepen) else _ONBEKEND
