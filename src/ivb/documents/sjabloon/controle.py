"""What a tag in a template may be: an allow-list over the syntax tree of Jinja.

A template comes from outside and must not be able to run code, to count until the machine is full, or to read anything
but the fields it is given. So its tags may print a field, choose and repeat, and nothing else. The list is held against
what the author typed, where every fault has its tag, and once more against what docxtpl made of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import attrs
from jinja2 import Environment, TemplateSyntaxError, nodes

from ivb.documents.sjabloon.gebreken import Gebrek, raise_gebreken
from ivb.documents.sjabloon.tags import ONZICHTBAAR, Alineatekst, Tag, find_alinea

_BEDOELD: Final = {"elseif": "elif", "elsif": "elif", "end": "endif’ of ‘endfor"}
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
_MET_SPATIE: Final = re.compile(
    r"(\{%[-+]?)\s*(p|tr|tc|r)\s+(?=\w)|(\{\{)\s+(p|r)\s+(?!(?:if|and|or|in|is|not)\b)(?=[\w(])"
)
_ONZICHTBAAR: Final = re.compile(f"[{ONZICHTBAAR}]")
_KOPPELTEKEN: Final = re.compile(r"(\{%)(?:[-+]\s*(p|tr|tc|r)\s|(p|tr|tc|r)[-+])|(\{\{)(p|r)-\s")
_GEKRULD: Final = re.compile("[\u2018-\u201f]")
_ENKEL: Final = re.compile("[\u2018-\u201b]")
_DUBBEL: Final = re.compile("[\u201c-\u201f]")
_TEKST: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_HAALT_AAN: Final = re.compile("['\"]")
_LUS: Final = re.compile(r"for\s+([A-Za-z]\w*)\s+in\b")
_NAAM: Final = re.compile(r"set\s+([A-Za-z]\w*)")
_NIETS: Final = "none[0]"  # of which nothing is known
_TE_DIEP: Final = "er staan te veel haakjes, {% if %} of {% for %} in elkaar"
_ROND: Final = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if none %}", "{% endif %}"),
    "else": ("{% if none %}", "{% endif %}"),
    "endif": ("{% if none %}", ""),
    "for": ("", "{% endfor %}"),
    "endfor": ("{% for a in none %}", ""),
}


def check_tags(alineas: Sequence[Alineatekst], omgeving: Environment) -> tuple[nodes.Template, tuple[Gebrek, ...]]:
    """Check the tags that an author typed in a part.

    All are read at once; only when something is wrong each is read by itself, so that every fault has its own tag.

    Args:
        alineas: the paragraphs of the part.
        omgeving: reads the tags.

    Returns:
        the syntax tree of the tags, with a line for every paragraph, and what is wrong with them; in the place of a tag
        that cannot be used stands one of which nothing is known.
    """
    if not any(_find_typefout(tag) for alinea in alineas for tag in alinea.tags):
        boom, fout = _parse(_write_bron(alineas, lambda _, tag: tag.jinja), omgeving)
        if fout is None:
            return boom, ()
    lezer = _Taglezer(omgeving)
    bron = _write_bron(alineas, lezer.read) + lezer.close()
    boom, fout = _parse(bron, omgeving)
    if fout and not lezer.gebreken:
        lezer.gebreken.append(Gebrek(fout.code, fout.boodschap))
    return boom, tuple(sorted(lezer.gebreken, key=lambda gebrek: gebrek.nummer))


def check_bron(bron: str, alineas: Sequence[Alineatekst], omgeving: Environment) -> None:
    """Check what docxtpl made of the marked source of a part, which is what Jinja will compile.

    Raises:
        SjabloonError: a tag that is not allowed came about after all.
    """
    _, fout = _parse(bron, omgeving, patched=True)
    if fout:
        nummer = find_alinea(bron, fout.regel)
        gebrek = Gebrek("sjabloon-opbouw", fout.boodschap)
        raise_gebreken([alineas[nummer - 1].make_gebrek(gebrek.code, fout.boodschap) if nummer else gebrek])


def _write_bron(alineas: Sequence[Alineatekst], write_tag: Callable[[Alineatekst, Tag], str]) -> str:
    """Write the tags, a line for each paragraph; where there is anything to see between them comes a mark."""
    regels = []
    for alinea in alineas:
        eerste, *rest = (" x " if iets else " " for iets in alinea.stukken)
        tags = (write_tag(alinea, tag) + stuk for tag, stuk in zip(alinea.tags, rest, strict=True))
        regels.append(eerste + "".join(tags))
    return "\n".join(regels)


class _Fout(NamedTuple):
    """What is wrong in a source, and the line it is on; 0 for all of it."""

    code: str
    boodschap: str
    regel: int = 0


def _parse(bron: str, omgeving: Environment, *, patched: bool = False) -> tuple[nodes.Template, _Fout | None]:
    """Parse a source, and find what is not allowed in it; of one that cannot be read the tree is empty."""
    try:
        boom = omgeving.parse(bron)
    except TemplateSyntaxError as fout:
        return omgeving.parse(""), _Fout(*_translate(fout.message or ""), fout.lineno)
    except RecursionError:
        return omgeving.parse(""), _Fout("tag-te-diep", _TE_DIEP)
    knopen: list[nodes.Node] = [boom]
    while knopen:
        knoop = knopen.pop()
        knopen.extend(knoop.iter_child_nodes())
        if not (patched and _is_of_docxtpl(knoop)) and (overtreding := _find_overtreding(knoop)):
            return boom, _Fout(*overtreding, knoop.lineno)
    return boom, None


def _translate(melding: str) -> tuple[str, str]:
    if "'endset'" in melding:
        return "tag-onleesbaar", "een {% set … %} geeft een naam aan een waarde; schrijf {% set naam = … %}"
    return "tag-onleesbaar", f"een tag is niet te lezen (Jinja: {melding})"


@attrs.define
class _Open:
    """An ``if`` or ``for`` that is open, and whether its ``else`` has been."""

    soort: str
    tag: Tag
    alinea: Alineatekst
    anders: bool = False


class _Taglezer:
    """Reads the tags of a part one by one, and gives for each what Jinja can read in its place."""

    def __init__(self, omgeving: Environment) -> None:
        self._omgeving = omgeving
        self._gelezen: dict[str, _Fout | None] = {}
        self._open: list[_Open] = []
        self._geteld: Counter[str] = Counter()
        self.gebreken: list[Gebrek] = []

    def read(self, alinea: Alineatekst, tag: Tag) -> str:
        """Read the next tag."""
        fout = _find_typefout(tag) or self._parse_los(tag.jinja)
        if fout:
            self.gebreken.append(alinea.make_gebrek(fout.code, fout.boodschap))
        return self._balance(alinea, tag, self._mend(tag) if fout else tag.jinja)

    def close(self) -> str:
        """Close what is open behind the last tag."""
        return "".join(self._close_tot(""))

    def _parse_los(self, jinja: str) -> _Fout | None:
        """Find what is wrong with a tag by itself, in the smallest source that it can stand in."""
        if jinja not in self._gelezen:
            voor, na = _ROND.get(_read_opdracht(jinja), ("", ""))
            _, self._gelezen[jinja] = _parse(voor + jinja + na, self._omgeving)
        return self._gelezen[jinja]

    def _mend(self, tag: Tag) -> str:
        """Guess what was meant by a tag that cannot be used, or else keep its place: so the other tags can be read."""
        zichtbaar = _ONZICHTBAAR.sub("", tag.jinja.replace("\u00a0", " "))
        recht = _MET_SPATIE.sub(r"\1\3 ", _KOPPELTEKEN.sub(r"\1\4 ", zichtbaar))
        recht = _DUBBEL.sub('"', _ENKEL.sub("'", recht))
        opdracht = _read_opdracht(recht)
        if opdracht in {"", *OPDRACHTEN} and not self._parse_los(recht):
            return recht
        lus, naam = _LUS.search(recht), _NAAM.search(recht)
        onbekend = {
            "": f"{{{{ {_NIETS} }}}}",
            "if": f"{{% if {_NIETS} %}}",
            "elif": f"{{% elif {_NIETS} %}}",
            "else": "{% else %}",
            "endif": "{% endif %}",
            "endfor": "{% endfor %}",
            "for": f"{{% for {lus.group(1) if lus else 'onbekend'} in {_NIETS} %}}",
            "set": f"{{% set {naam.group(1) if naam else 'onbekend'} = {_NIETS} %}}",
        }
        return onbekend.get(opdracht, "")

    def _balance(self, alinea: Alineatekst, tag: Tag, jinja: str) -> str:
        """Hold a tag against what is open; give it behind what must be closed first, or nothing if it fits nowhere."""
        opdracht = _read_opdracht(jinja)
        if opdracht in {"if", "for"}:
            self._open.append(_Open(opdracht, tag, alinea))
            self._geteld[opdracht] += 1
        elif opdracht in {"elif", "else", "endif", "endfor"}:
            soort = self._find_soort(opdracht)
            if not self._geteld[soort]:
                boodschap = f"‘{tag.tekst}’ hoort niet bij een {{% if … %}} of {{% for … %}} die open is"
                self.gebreken.append(alinea.make_gebrek("tag-niet-geopend", boodschap))
                return ""
            return "".join(self._close_tot(soort)) + self._turn(alinea, tag, opdracht, jinja)
        return jinja

    def _find_soort(self, opdracht: str) -> str:
        """Find what a tag turns or ends: an ``if`` or a ``for``."""
        if opdracht == "else":
            return self._open[-1].soort if self._open else ""
        return "for" if opdracht == "endfor" else "if"

    def _turn(self, alinea: Alineatekst, tag: Tag, opdracht: str, jinja: str) -> str:
        """Turn or end what was opened last."""
        if opdracht.startswith("end"):
            self._geteld[self._open.pop().soort] -= 1
        elif self._open[-1].anders:
            boodschap = f"‘{tag.tekst}’ komt na een {{% else %}}, en dat is het laatste deel van een keuze"
            self.gebreken.append(alinea.make_gebrek("tag-niet-geopend", boodschap))
            return ""
        elif opdracht == "else":
            self._open[-1].anders = True
        return jinja

    def _close_tot(self, soort: str) -> Iterator[str]:
        """Close what is open inside the nearest of a kind."""
        while self._open and self._open[-1].soort != soort:
            open_ = self._open.pop()
            self._geteld[open_.soort] -= 1
            self.gebreken.append(
                open_.alinea.make_gebrek(
                    "tag-niet-gesloten", f"‘{open_.tag.tekst}’ is niet afgesloten met {{% end{open_.soort} %}}"
                )
            )
            yield f"{{% end{open_.soort} %}}"


def _read_opdracht(jinja: str) -> str:
    opdracht = _OPDRACHT.match(jinja)
    return opdracht.group(1) if opdracht else ""


def _find_typefout(tag: Tag) -> _Fout | None:
    """Find a fault that the eye misses and Jinja would tell in other words, or not at all."""
    return next(_iter_typefouten(tag), None)


def _iter_typefouten(tag: Tag) -> Iterator[_Fout]:
    opdracht = _read_opdracht(tag.jinja)
    waar = f"in ‘{tag.tekst}’"
    if _ONZICHTBAAR.search(_TEKST.sub("", tag.tekst)):
        yield _Fout(
            "tag-onzichtbaar", f"{waar} staat een teken dat u niet ziet of dat op een spatie lijkt; typ de tag opnieuw"
        )
    if streepje := _KOPPELTEKEN.match(tag.jinja):
        begin = "".join(filter(None, streepje.groups()))
        yield _Fout("tag-koppelteken", f"{waar} staat een streepje te veel; schrijf {begin} …")
    if _GEKRULD.search(tag.jinja):
        yield _Fout("tag-aanhalingstekens", f"{waar} staan gekrulde aanhalingstekens; gebruik rechte: \" of '")
    if "&" in tag.jinja:
        anders = "en die leest Word anders dan Jinja; laat de vergelijking aan de gegevens"
        yield _Fout("tag-ampersand", f"{waar} staat een &, {anders}")
    if len(tag.jinja) > MAXIMALE_TAG:
        yield _Fout("tag-te-lang", f"‘{tag.tekst[:40]}…’ is langer dan {MAXIMALE_TAG} tekens")
    if _HAALT_AAN.search(_TEKST.sub("", tag.jinja)):
        yield _Fout("tag-onleesbaar", f"{waar} staat een aanhalingsteken te veel of te weinig")
    if spatie := _MET_SPATIE.match(tag.jinja):
        begin = f"{tag.jinja[:2]}{spatie.group(2) or spatie.group(4)}"
        yield _Fout("tag-spatie", f"{waar} staat een spatie te veel; schrijf {begin} …")
    if tag.jinja.startswith("{%") and opdracht not in OPDRACHTEN:
        bedoeld = _BEDOELD.get(opdracht.lower()) or (opdracht.lower() in OPDRACHTEN and opdracht.lower())
        uitleg = f"bedoelde u ‘{bedoeld}’?" if bedoeld else f"wel: {', '.join(OPDRACHTEN)}"
        yield _Fout("tag-opdracht", f"de opdracht ‘{opdracht}’ kan niet in een sjabloon; {uitleg}")


def _is_of_docxtpl(knoop: nodes.Node) -> bool:
    """Recognise what stands in a source after patching: our own filters, and the width of cells that were merged."""
    match knoop:
        case nodes.Filter(name=naam, args=[nodes.Const()], kwargs=[]):
            return naam in EIGEN_FILTERS
        case nodes.Mul(left=nodes.Const(value=int()), right=nodes.Getattr(node=nodes.Name(name="loop"), attr="length")):
            return True
    return False


def _find_overtreding(knoop: nodes.Node) -> tuple[str, str] | None:
    soort = type(knoop).__name__
    overtreding = "tag-verboden", f"dit kan niet in een sjabloon ({soort}); wel: velden tonen, kiezen en herhalen"
    match knoop:
        case nodes.Name(name=naam) | nodes.Getattr(attr=naam) | nodes.Getitem(arg=nodes.Const(value=str(naam))) if (
            naam.startswith("_")
        ):
            overtreding = "tag-streepje", f"het veld ‘{naam}’ begint met een streepje, en dat kan niet"
        case nodes.Name(name="loop", ctx="store"):
            overtreding = "tag-verboden", "‘loop’ is de naam van de herhaling zelf; kies een andere naam"
        case nodes.Sub(left=nodes.Name(name=links), right=nodes.Name(name=rechts)):
            som = f"‘{links}-{rechts}’ is een aftreksom, en rekenen kan niet; bedoelde u {links}_{rechts}?"
            overtreding = "tag-rekenen", som
        case nodes.Call():
            overtreding = "tag-aanroep", "een sjabloon kan niets aanroepen; haal de haakjes weg"
        case _ if _is_vrij(knoop):
            return None
        case nodes.Filter(name=naam):
            wel = ", ".join(FILTERS)
            overtreding = "tag-bewerking", f"de bewerking ‘|{naam}’ kan niet in een sjabloon; wel: {wel}"
        case nodes.Test(name=naam):
            overtreding = "tag-vraag", f"de vraag ‘is {naam}’ kan niet in een sjabloon; wel: is defined"
        case _ if isinstance(knoop, _REKENEN):
            overtreding = "tag-rekenen", "rekenen kan niet in een sjabloon; laat het aan de gegevens"
    return overtreding


def _is_vrij(knoop: nodes.Node) -> bool:
    match knoop:
        case nodes.Getitem(arg=nodes.Const(value=int() | str())) | nodes.Assign(target=nodes.Name()):
            return True
        case nodes.For(target=nodes.Name(), recursive=False) | nodes.Test(name="defined"):
            return True
        case nodes.Filter(name=naam, args=[], kwargs=[], dyn_args=None, dyn_kwargs=None):
            return naam in FILTERS
    return isinstance(knoop, _VRIJ)
