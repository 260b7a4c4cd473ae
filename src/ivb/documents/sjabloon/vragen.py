"""What a template asks of its fields: which it reads, shows, walks over and tests, in every branch, taken or not.

Rendering sees only the branches that it takes. What a template asks is read once, when it is compiled, and held against
the fields of every render; an audit holds it against what a document has.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

import attrs
from jinja2 import nodes

from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.sjabloon.omgeving import LUS, tell_ontbrekend
from ivb.documents.sjabloon.tags import Alineatekst, Tag
from ivb.documents.sjabloon.velden import MAXIMALE_DIEPTE, Pad
from ivb.documents.word.wordxml import format_kleur, format_kolommen
from ivb.errors import SjabloonError


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


@attrs.frozen(eq=False)
class Lus:
    """What a template calls ``loop``: the items that come by."""

    items: "Bereik"


@attrs.frozen
class Bereik:
    """What the value of an expression may be.

    Attributes:
        paden: the fields that it may be.
        lussen: the loops that it may be.
        soorten: the kinds of the values that it may be besides: ``tekst``, ``getal``, ``ja of nee``.
        bekend: whether that is all, so that who asks something of it asks it of one of these.
        deels: the fields of which it shows a part: one item of many, or nothing but that they are empty.
    """

    paden: tuple[Pad, ...] = ()
    lussen: tuple[Lus, ...] = ()
    soorten: frozenset[str] = frozenset()
    bekend: bool = False
    deels: frozenset[Pad] = frozenset()


class Wijze(StrEnum):
    """What a tag does with a value."""

    TEKST = "{{ … }}"
    ALINEAS = "{{p … }}"
    STUKKEN = "{{r … }}"
    KLEUR = "{% cellbg … %}"
    KOLOMMEN = "{% colspan … %}"
    HERHALEN = "for"
    NUMMER = "[0]"
    LETTERS = "upper en lower"
    LENGTE = "length"
    VRAAG = "if"


@attrs.frozen
class Gebruik:
    """A value that a tag does something with.

    Attributes:
        alinea: the paragraph of the tag.
        wijze: what it does.
        bereik: the value.
        naam: what the items are called, of a list that is walked over.
    """

    alinea: Alineatekst
    wijze: Wijze
    bereik: Bereik
    naam: str = ""


@attrs.frozen
class Vergelijking:
    """Two values that a tag compares.

    Attributes:
        alinea: the paragraph of the tag.
        teken: how, as Jinja calls it: ``eq``, ``lt``, ``in``.
        links: the one value.
        rechts: the other.
    """

    alinea: Alineatekst
    teken: str
    links: Bereik
    rechts: Bereik


@attrs.frozen
class Vragen:
    """What the tags of a part ask, in reading order.

    Attributes:
        eisen: the fields that must be there.
        gebruik: what is done with them.
        gebreken: what can be asked of nothing.
        vergelijkingen: what is compared.
    """

    eisen: tuple[Eis, ...] = ()
    gebruik: tuple[Gebruik, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    vergelijkingen: tuple[Vergelijking, ...] = ()


def read_vragen(boom: nodes.Template, alineas: Sequence[Alineatekst]) -> Vragen:
    """Read what the tags of a part ask; ``boom`` is what ``check_tags`` gave."""
    lezer = _Lezer(alineas, frozenset(repr(vraag.node) for vraag in boom.find_all(nodes.Test)))
    lezer.read(boom, {})
    return Vragen(tuple(lezer.eisen), tuple(lezer.gebruik), tuple(lezer.gebreken), tuple(lezer.vergelijkingen))


def check_eisen(eisen: Iterable[Eis], velden: Sequence[Mapping[str, object]]) -> None:
    """Check that the fields have what a part asks for.

    Args:
        eisen: what ``read_vragen`` gave.
        velden: the fields, and examples of them; what one of them has is known.

    Raises:
        SjabloonError: a field that is not known, with its paragraph.
    """
    kijker = _Kijker({(): velden})
    for eis in eisen:
        if (bekend := kijker.find_bekend(eis)) is not None:
            raise SjabloonError(f"{eis.alinea}: {tell_ontbrekend(eis.naam, bekend)}")


MAXIMALE_PLEKKEN: Final = 50
"""How many places a value may lie in; each ``or`` and each step behind it multiply them."""

_Namen: TypeAlias = dict[str, Bereik]
_ONBEKEND: Final = Bereik()
_VELDEN: Final = Bereik(paden=((),), bekend=True)
_WAARHEID: Final = Bereik(soorten=frozenset({"ja of nee"}))
_GETAL: Final = Bereik(soorten=frozenset({"getal"}))
_LIJST: Final = Bereik(soorten=frozenset({"lijst"}))
_SOORTEN: Final = {bool: "ja of nee", str: "tekst", int: "getal", float: "kommagetal"}
_COLSPAN: Final = re.compile(r"\{%\s*colspan\b")
_CEL: Final[Mapping[Wijze, tuple[str, Callable[[object], str]]]] = {
    Wijze.KLEUR: ("cel-kleur", format_kleur),
    Wijze.KOLOMMEN: ("cel-kolommen", format_kolommen),
}
_TONEN: Final = {"": Wijze.TEKST, "p": Wijze.ALINEAS, "r": Wijze.STUKKEN}


@attrs.define
class _Lezer:
    """Reads every branch of a source, and notes what it asks.

    Attributes:
        alineas: the paragraphs, one for each line of the source.
        gevraagd: what the author asks with ``is defined``, and so may be missing.
    """

    alineas: Sequence[Alineatekst]
    gevraagd: frozenset[str]
    eisen: list[Eis] = attrs.Factory(list)
    gebruik: list[Gebruik] = attrs.Factory(list)
    gebreken: list[Gebrek] = attrs.Factory(list)
    vergelijkingen: list[Vergelijking] = attrs.Factory(list)
    getoond: Counter[int] = attrs.Factory(Counter)

    def read(self, knoop: nodes.Node, namen: _Namen) -> Bereik:
        """Read a node; ``namen`` are the names that the template gives itself."""
        match knoop:
            case nodes.Expr():
                return self._read_waarde(knoop, namen)
            case nodes.Output():
                for uitdrukking in knoop.nodes:
                    if not isinstance(uitdrukking, nodes.TemplateData):
                        wijze = self._find_wijze(uitdrukking)
                        self._note(uitdrukking, wijze, self.read(uitdrukking, namen))
                        self._check_cel(uitdrukking, wijze)
            case nodes.Assign(target=nodes.Name(name=naam), node=waarde):
                bereik = self.read(waarde, namen)
                namen[naam] = _join(namen[naam], bereik) if naam in namen else bereik
            case nodes.If():
                self._ask(knoop.test, namen)
                self._read_alle(knoop.iter_child_nodes(exclude=("test",)), namen)
            case nodes.For(target=nodes.Name(name=naam), iter=lijst):
                bereik = self.read(lijst, namen)
                self._note(lijst, Wijze.HERHALEN, bereik, naam)
                items = _extend(bereik, None)
                binnen = {**namen, naam: items, "loop": Bereik(lussen=(Lus(items),), bekend=True)}
                if knoop.test is not None:
                    self._ask(knoop.test, binnen)
                self._read_alle(knoop.body, binnen)
                self._read_alle(knoop.else_, dict(namen))
            case _:
                self._read_alle(knoop.iter_child_nodes(), namen)
        return _ONBEKEND

    def _read_waarde(self, knoop: nodes.Expr, namen: _Namen) -> Bereik:
        match knoop:
            case nodes.Name(name=naam):
                bereik = namen[naam] if naam in namen else self._read_veld(knoop, _VELDEN, naam)
            case nodes.Getattr(node=van, attr=naam) | nodes.Getitem(node=van, arg=nodes.Const(value=str(naam))):
                bereik = self._read_veld(knoop, self.read(van, namen), naam)
            case nodes.Getitem(node=van):
                lijst = self.read(van, namen)
                self._note(knoop, Wijze.NUMMER, lijst)
                bereik = _part(_extend(lijst, None))
            case nodes.Filter(node=nodes.Expr() as van, name="length"):
                self._note(knoop, Wijze.LENGTE, self.read(van, namen))
                bereik = _GETAL
            case nodes.Filter(node=nodes.Expr() as van):
                tekst = self.read(van, namen)
                self._note(knoop, Wijze.LETTERS, tekst)
                bereik = attrs.evolve(tekst, bekend=False)
            case nodes.Const(value=waarde):
                bereik = Bereik(soorten=frozenset({_SOORTEN.get(type(waarde), "niets")}))
            case _:
                bereik = self._read_keuze(knoop, namen)
        return bereik

    def _read_keuze(self, knoop: nodes.Expr, namen: _Namen) -> Bereik:
        """Read what chooses or compares, or puts values in a row."""
        bereik = _WAARHEID
        match knoop:
            case nodes.And(left=links, right=rechts):
                bereik = _join(_part(self._ask(links, namen)), self.read(rechts, namen))
            case nodes.Or(left=links, right=rechts):
                bereik = _join(self._ask(links, namen), self.read(rechts, namen))
            case nodes.CondExpr(test=vraag, expr1=dan, expr2=anders):
                self._ask(vraag, namen)
                bereik = _join(*(self.read(keuze, namen) for keuze in (dan, anders) if keuze is not None))
            case nodes.Compare(expr=links, ops=rechts):
                vorige = self._ask(links, namen)
                for deel in rechts:
                    volgende = self._ask(deel.expr, namen)
                    self.vergelijkingen.append(Vergelijking(self._find_alinea(knoop), deel.op, vorige, volgende))
                    vorige = volgende
            case nodes.Not(node=van):
                self._ask(van, namen)
            case _:
                self._read_alle(knoop.iter_child_nodes(), namen)
                bereik = _LIJST if isinstance(knoop, nodes.List | nodes.Tuple) else bereik
        return bereik

    def _read_alle(self, knopen: Iterable[nodes.Node], namen: _Namen) -> None:
        for knoop in knopen:
            self.read(knoop, namen)

    def _ask(self, knoop: nodes.Node, namen: _Namen) -> Bereik:
        """Read what is asked in a condition."""
        bereik = self.read(knoop, namen)
        self._note(knoop, Wijze.VRAAG, bereik)
        return bereik

    def _note(self, knoop: nodes.Node, wijze: Wijze, bereik: Bereik, naam: str = "") -> None:
        self.gebruik.append(Gebruik(self._find_alinea(knoop), wijze, bereik, naam))

    def _find_alinea(self, knoop: nodes.Node) -> Alineatekst:
        return self.alineas[min(knoop.lineno, len(self.alineas)) - 1]

    def _find_wijze(self, knoop: nodes.Node) -> Wijze:
        """Find what kind of tag prints a value: the values of a paragraph come by in the order of its tags."""
        alinea = self._find_alinea(knoop)
        waarden = [tag for tag in alinea.tags if tag.is_waarde]
        tag: Tag = waarden[self.getoond[alinea.nummer]]
        self.getoond[alinea.nummer] += 1
        if tag.tekst.startswith("{%"):
            return Wijze.KOLOMMEN if _COLSPAN.match(tag.tekst) else Wijze.KLEUR
        return _TONEN.get(tag.soort, Wijze.VRAAG)

    def _check_cel(self, knoop: nodes.Node, wijze: Wijze) -> None:
        """Check the constants that a cell gets as its colour or its number of columns."""
        if wijze in _CEL:
            code, format_cel = _CEL[wijze]
            for waarde in _iter_vast(knoop):
                try:
                    format_cel(waarde)
                except SjabloonError as fout:
                    self.gebreken.append(self._find_alinea(knoop).make_gebrek(code, str(fout)))

    def _read_veld(self, knoop: nodes.Expr, bereik: Bereik, naam: str) -> Bereik:
        if bereik.lussen:
            if naam not in LUS:
                fout = tell_ontbrekend(naam, LUS)
                self.gebreken.append(self._find_alinea(knoop).make_gebrek("lus-onbekend", fout))
            if naam in {"previtem", "nextitem"}:
                return _part(_join(*(lus.items for lus in bereik.lussen)))
            return _WAARHEID if naam in {"first", "last"} else _GETAL
        if bereik.soorten and not bereik.paden:
            fout = f"wat hier staat ({' of '.join(sorted(bereik.soorten))}), heeft geen veld ‘{naam}’"
            self.gebreken.append(self._find_alinea(knoop).make_gebrek("veld-zonder-velden", fout))
        if bereik.paden and bereik.bekend and not (self.gevraagd and repr(knoop) in self.gevraagd):
            self.eisen.append(Eis(self._find_alinea(knoop), bereik.paden, naam))
        return _extend(bereik, naam)


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


def _iter_vast(knoop: nodes.Node | None) -> Iterator[object]:
    """Give the constants that an expression may come to."""
    match knoop:
        case nodes.Const(value=waarde):
            yield waarde
        case nodes.CondExpr(expr1=een, expr2=ander) | nodes.Or(left=een, right=ander):
            yield from _iter_vast(een)
            yield from _iter_vast(ander)
        case nodes.And(right=laatste):
            yield from _iter_vast(laatste)


def _extend(bereik: Bereik, stap: str | None) -> Bereik:
    """Go a step further; of what lies deeper than a field can, nothing is known."""
    verder = tuple((*pad, stap) for pad in bereik.paden)
    if not verder or any(len(pad) > MAXIMALE_DIEPTE for pad in verder):
        return _ONBEKEND
    return Bereik(verder, bekend=bereik.bekend, deels=frozenset((*pad, stap) for pad in bereik.deels))


def _part(bereik: Bereik) -> Bereik:
    """Tell that only a part of it is shown."""
    return attrs.evolve(bereik, deels=frozenset(bereik.paden))


def _join(*bereiken: Bereik) -> Bereik:
    """Put together what a value may be, each once; where not all of one is known, not all is.

    Of what may be in more places than ``MAXIMALE_PLEKKEN`` nothing is known.
    """
    paden = tuple(dict.fromkeys(pad for een in bereiken for pad in een.paden))
    lussen = tuple(dict.fromkeys(lus for een in bereiken for lus in een.lussen))
    if max(len(paden), len(lussen)) > MAXIMALE_PLEKKEN:
        return _ONBEKEND
    heel = frozenset(pad for een in bereiken for pad in een.paden if pad not in een.deels)
    return Bereik(
        paden,
        lussen,
        frozenset().union(*(een.soorten for een in bereiken)),
        all(een.bekend for een in bereiken),
        frozenset().union(*(een.deels for een in bereiken)) - heel,
    )
