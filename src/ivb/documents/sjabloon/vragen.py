"""What a template asks of its fields: which it reads, shows, walks over and tests, in every branch, taken or not.

Rendering sees only the branches that it takes. What a template asks is read once, when it is compiled, and held against
the fields of every render; an audit holds it against what a document has.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from itertools import count
from typing import Final, TypeAlias

import attrs
from jinja2 import nodes

from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.sjabloon.omgeving import LUS, tell_ontbrekend
from ivb.documents.sjabloon.tags import Alineatekst, Tag
from ivb.documents.sjabloon.velden import MAXIMALE_DIEPTE, Pad
from ivb.documents.sjabloon.voorwaarden import (
    ALTIJD,
    NOOIT,
    Kant,
    Weging,
    covers,
    join_beide,
    tell_bestaat,
    tell_gevuld,
    tell_naam,
    weigh,
)
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


class Reden(StrEnum):
    """Why it is not certain that a value is there."""

    GEVRAAGD = "is defined"
    GEZET = "set"
    BUUR = "previtem en nextitem"
    SOORT = "een veld van wat er niet altijd een heeft"


@attrs.frozen
class Onzeker:
    """A value that may not be there when it is used, or a field of which that is asked.

    Attributes:
        eis: the value, and where it is asked.
        reden: why it may be missing.
        soorten: what its holder may be that has no fields.
    """

    eis: Eis
    reden: Reden
    soorten: frozenset[str] = frozenset()


@attrs.frozen
class Tak:
    """A branch of a choice or a repetition.

    Attributes:
        keuze: the number of the choice in its part.
        nummer: which branch of the choice it is.
        aantal: how many branches the choice has.
        paden: the fields of which each, when it is filled, is enough for the branch to be taken.
    """

    keuze: int
    nummer: int
    aantal: int
    paden: frozenset[Pad]


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
        deels: the fields of which it shows a part: one item of many, or nothing but that they are empty, or that it
            is only under a condition.
        ongezet: whether it may be a name that was not given to anything.
        items: what the items may be, of a list that a tag writes out.
        bronnen: the constants, counts and changed texts that it may be.
    """

    paden: tuple[Pad, ...] = ()
    lussen: tuple[Lus, ...] = ()
    soorten: frozenset[str] = frozenset()
    bekend: bool = False
    deels: frozenset[Pad] = frozenset()
    ongezet: bool = False
    items: "Bereik | None" = attrs.field(default=None, eq=False)
    bronnen: tuple[nodes.Expr, ...] = attrs.field(default=(), eq=False)


class Wijze(StrEnum):
    """What a tag does with a value."""

    TEKST = "{{ … }}"
    ALINEAS = "{{p … }}"
    STUKKEN = "{{r … }}"
    KLEUR = "{% cellbg … %}"
    KOLOMMEN = "{% colspan … %}"
    HERHALEN = "for"
    NUMMER = "[0]"
    EERSTE = "[0] van wat gevuld is"
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
        takken: the branches in which that is, the outermost first; those that are always taken are left out.
    """

    alinea: Alineatekst
    wijze: Wijze
    bereik: Bereik
    naam: str = ""
    takken: tuple[Tak, ...] = ()


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
        onzeker: what may not be there.
    """

    eisen: tuple[Eis, ...] = ()
    gebruik: tuple[Gebruik, ...] = ()
    gebreken: tuple[Gebrek, ...] = ()
    vergelijkingen: tuple[Vergelijking, ...] = ()
    onzeker: tuple[Onzeker, ...] = ()


def read_vragen(boom: nodes.Template, alineas: Sequence[Alineatekst]) -> Vragen:
    """Read what the tags of a part ask; ``boom`` is what ``check_tags`` gave."""
    lezer = _Lezer(alineas)
    lezer.read(boom, {})
    return Vragen(
        tuple(lezer.eisen),
        tuple(lezer.gebruik),
        tuple(lezer.gebreken),
        tuple(lezer.vergelijkingen),
        tuple(lezer.onzeker),
    )


def drop_alineas(vragen: Vragen, nummers: Collection[int]) -> Vragen:
    """Leave out what some paragraphs ask."""
    if not nummers:
        return vragen
    return Vragen(
        tuple(een for een in vragen.eisen if een.alinea.nummer not in nummers),
        tuple(een for een in vragen.gebruik if een.alinea.nummer not in nummers),
        tuple(een for een in vragen.gebreken if een.nummer not in nummers),
        tuple(een for een in vragen.vergelijkingen if een.alinea.nummer not in nummers),
        tuple(een for een in vragen.onzeker if een.eis.alinea.nummer not in nummers),
    )


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
_WAARHEID: Final = Bereik(soorten=frozenset({"ja of nee"}), bekend=True)
_GETAL: Final = Bereik(soorten=frozenset({"getal"}), bekend=True)
_LIJST: Final = Bereik(soorten=frozenset({"lijst"}), bekend=True)
_LEEG: Final = Bereik(soorten=frozenset({"leeg"}), bekend=True)
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
        feiten: what is so in the branch that is read.
        takken: the branches that it lies in.
        vraagt: the expression of which is asked whether it is defined.
    """

    alineas: Sequence[Alineatekst]
    eisen: list[Eis] = attrs.Factory(list)
    gebruik: list[Gebruik] = attrs.Factory(list)
    gebreken: list[Gebrek] = attrs.Factory(list)
    vergelijkingen: list[Vergelijking] = attrs.Factory(list)
    onzeker: list[Onzeker] = attrs.Factory(list)
    getoond: Counter[int] = attrs.Factory(Counter)
    keuzes: Iterator[int] = attrs.Factory(count)
    feiten: frozenset[str] = frozenset()
    takken: tuple[Tak, ...] = ()
    vraagt: nodes.Node | None = None

    def read(self, knoop: nodes.Node, namen: _Namen) -> Bereik:
        """Read a node; ``namen`` are the names that the template gives itself."""
        match knoop:
            case nodes.Expr():
                return self._read_waarde(knoop, namen)
            case nodes.Output():
                for uitdrukking in knoop.nodes:
                    if not isinstance(uitdrukking, nodes.TemplateData):
                        wijze = self._find_wijze(uitdrukking)
                        bereik = self.read(uitdrukking, namen)
                        self._note(uitdrukking, wijze, bereik)
                        self._check_cel(uitdrukking, wijze, bereik)
            case nodes.Assign(target=nodes.Name(name=naam), node=waarde):
                namen[naam] = self.read(waarde, namen)
                self._forget(naam)
            case nodes.If():
                self._read_if(knoop, namen)
            case nodes.For(target=nodes.Name(name=naam)):
                self._read_for(knoop, naam, namen)
            case _:
                self._read_alle(knoop.iter_child_nodes(), namen)
        return _ONBEKEND

    def _read_if(self, knoop: nodes.If, namen: _Namen) -> None:
        """Read a choice; what is asked where no branch shows anything, is asked for nothing."""
        keuze, rest, takken = next(self.keuzes), ALTIJD, list[tuple[Kant, list[nodes.Node]]]()
        iets = _shows(knoop)
        for deel in (knoop, *knoop.elif_):
            with self._enter(rest if iets else attrs.evolve(rest, paden=NOOIT.paden)):
                self._ask(deel.test, namen)
            waar, onwaar = _weigh(deel.test, namen)
            takken.append((join_beide(rest, waar), deel.body))
            rest = join_beide(rest, onwaar)
        takken.append((rest, knoop.else_))
        uitkomsten: list[tuple[Kant, _Namen]] = []
        for nummer, (kant, inhoud) in enumerate(takken):
            eigen = dict(namen)
            with self._enter(kant, Tak(keuze, nummer, len(takken), kant.paden)):
                self._read_alle(inhoud, eigen)
            uitkomsten.append((kant, eigen))
        for naam in dict.fromkeys(naam for _, eigen in uitkomsten for naam in eigen):
            if any(eigen.get(naam) is not namen.get(naam) for _, eigen in uitkomsten):
                namen[naam] = _choose([(kant, _find_naam(naam, kant, eigen)) for kant, eigen in uitkomsten])
                self._forget(naam)

    def _read_for(self, knoop: nodes.For, naam: str, namen: _Namen) -> None:
        """Read a repetition; the names that are given in it are gone behind it."""
        keuze, bereik = next(self.keuzes), self.read(knoop.iter, namen)
        items = _extend(bereik, None)
        binnen = {**namen, naam: items}
        binnen.pop("loop", None)
        kant = _weigh(knoop.iter, namen).waar
        if knoop.test is not None:
            with self._enter(kant):
                self._forget(naam, "loop")
                self._ask(knoop.test, binnen)
            kant = join_beide(kant, _weigh(knoop.test, binnen).waar)
        with self._enter(kant):
            self._note(knoop.iter, Wijze.HERHALEN, bereik, naam)
        with self._enter(kant, Tak(keuze, 0, 2, kant.paden)):
            self._forget(naam, "loop")
            self._read_alle(knoop.body, {**binnen, "loop": Bereik(lussen=(Lus(items),), bekend=True)})
        with self._enter(NOOIT, Tak(keuze, 1, 2, NOOIT.paden)):
            self._read_alle(knoop.else_, dict(namen))

    def _read_waarde(self, knoop: nodes.Expr, namen: _Namen) -> Bereik:
        match knoop:
            case nodes.Name(name=naam):
                bereik = self._read_naam(knoop, naam, namen)
            case nodes.Getattr(node=van, attr=naam) | nodes.Getitem(node=van, arg=nodes.Const(value=str(naam))):
                bereik = self._read_veld(knoop, self.read(van, namen), naam)
            case nodes.Getitem(node=van, arg=nodes.Const(value=nummer)):
                lijst = self.read(van, namen)
                if tell_bestaat(knoop) not in self.feiten:
                    eerste = nummer == 0 and tell_gevuld(van) in self.feiten
                    self._note(knoop, Wijze.EERSTE if eerste else Wijze.NUMMER, lijst)
                bereik = _part(_extend(lijst, None))
            case nodes.Filter(node=nodes.Expr() as van, name="length"):
                self._note(knoop, Wijze.LENGTE, self.read(van, namen))
                bereik = attrs.evolve(_GETAL, bronnen=(knoop,))
            case nodes.Filter(node=nodes.Expr() as van):
                tekst = self.read(van, namen)
                self._note(knoop, Wijze.LETTERS, tekst)
                bereik = attrs.evolve(tekst, bekend=False, bronnen=(knoop,))
            case nodes.Const(value=waarde):
                soorten = frozenset({_SOORTEN.get(type(waarde), "niets")})
                bereik = Bereik(soorten=soorten, bekend=True, bronnen=(knoop,))
            case _:
                bereik = self._read_keuze(knoop, namen)
        return bereik

    def _read_naam(self, knoop: nodes.Name, naam: str, namen: _Namen) -> Bereik:
        if naam not in namen:
            return self._read_veld(knoop, _VELDEN, naam)
        if namen[naam].ongezet and tell_bestaat(knoop) not in self.feiten:
            self._doubt(knoop, ((),), naam, Reden.GEZET)
        return attrs.evolve(namen[naam], ongezet=False)

    def _read_keuze(self, knoop: nodes.Expr, namen: _Namen) -> Bereik:
        """Read what chooses or compares, or puts values in a row."""
        bereik = _WAARHEID
        match knoop:
            case nodes.And(left=links, right=rechts):
                waar, onwaar = _weigh(links, namen)
                een = _part(self._ask(links, namen))
                bereik = _choose([(onwaar, een), (waar, self._read_onder(waar, rechts, namen))])
            case nodes.Or(left=links, right=rechts):
                waar, onwaar = _weigh(links, namen)
                een = self._ask(links, namen)
                een = attrs.evolve(een, soorten=een.soorten - {"niets", "leeg"})  # not filled, so the other comes
                bereik = _choose([(waar, een), (onwaar, self._read_onder(onwaar, rechts, namen))])
            case nodes.CondExpr(test=vraag, expr1=dan, expr2=anders):
                self._ask(vraag, namen)
                waar, onwaar = _weigh(vraag, namen)
                ander = _LEEG if anders is None else self._read_onder(onwaar, anders, namen)
                bereik = _choose([(waar, self._read_onder(waar, dan, namen)), (onwaar, ander)])
            case nodes.Compare(expr=links, ops=rechts):
                vorige = self._ask(links, namen)
                for deel in rechts:
                    volgende = self._ask(deel.expr, namen)
                    self.vergelijkingen.append(Vergelijking(self._find_alinea(knoop), deel.op, vorige, volgende))
                    vorige = volgende
            case nodes.Not(node=van):
                self._ask(van, namen)
            case nodes.Test(node=van):
                with self._enter(Kant(frozenset({tell_bestaat(van)}), ALTIJD.paden)):
                    self.vraagt = van
                    self.read(van, namen)
            case _:  # a list that is written out
                delen = [self.read(kind, namen) for kind in knoop.iter_child_nodes()]
                bereik = attrs.evolve(_LIJST, items=attrs.evolve(_join(*delen), items=None))
        return bereik

    def _read_onder(self, kant: Kant, knoop: nodes.Node, namen: _Namen) -> Bereik:
        """Read what is come to only at an outcome of a condition."""
        with self._enter(kant):
            return self.read(knoop, namen)

    def _read_alle(self, knopen: Iterable[nodes.Node], namen: _Namen) -> None:
        for knoop in knopen:
            self.read(knoop, namen)

    @contextmanager
    def _enter(self, kant: Kant, tak: Tak | None = None) -> Iterator[None]:
        """Read in a branch, by default in one that has no other beside it."""
        voor = self.feiten, self.takken
        tak = tak or Tak(next(self.keuzes), 0, 2, kant.paden)
        self.feiten |= kant.feiten
        self.takken = self.takken if covers(tak.paden, ()) else (*self.takken, tak)
        yield
        self.feiten, self.takken = voor

    def _forget(self, *namen: str) -> None:
        """Forget what is so of names that are given to something else."""
        delen = [tell_naam(naam) for naam in namen]
        self.feiten = frozenset(feit for feit in self.feiten if not any(deel in feit for deel in delen))

    def _doubt(
        self,
        knoop: nodes.Node,
        houders: tuple[Pad, ...],
        naam: str,
        reden: Reden,
        soorten: frozenset[str] = frozenset(),
    ) -> None:
        self.onzeker.append(Onzeker(Eis(self._find_alinea(knoop), houders, naam), reden, soorten))

    def _ask(self, knoop: nodes.Node, namen: _Namen) -> Bereik:
        """Read what is asked in a condition."""
        bereik = self.read(knoop, namen)
        self._note(knoop, Wijze.VRAAG, bereik)
        return bereik

    def _note(self, knoop: nodes.Node, wijze: Wijze, bereik: Bereik, naam: str = "") -> None:
        self.gebruik.append(Gebruik(self._find_alinea(knoop), wijze, bereik, naam, self.takken))

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

    def _check_cel(self, knoop: nodes.Node, wijze: Wijze, bereik: Bereik) -> None:
        """Check the constants that a cell gets as its colour or its number of columns."""
        if wijze in _CEL:
            code, format_cel = _CEL[wijze]
            for vast in (bron for bron in bereik.bronnen if isinstance(bron, nodes.Const)):
                try:
                    format_cel(vast.value)
                except SjabloonError as fout:
                    self.gebreken.append(self._find_alinea(knoop).make_gebrek(code, str(fout)))

    def _read_veld(self, knoop: nodes.Expr, bereik: Bereik, naam: str) -> Bereik:
        if bereik.lussen:
            if naam not in LUS:
                fout = tell_ontbrekend(naam, LUS)
                self.gebreken.append(self._find_alinea(knoop).make_gebrek("lus-onbekend", fout))
            if naam in {"previtem", "nextitem"}:
                if tell_bestaat(knoop) not in self.feiten:
                    self._doubt(knoop, (), naam, Reden.BUUR)
                return _part(_join(*(lus.items for lus in bereik.lussen)))
            return _WAARHEID if naam in {"first", "last"} else attrs.evolve(_GETAL, bronnen=(knoop,))
        if bereik.soorten and not bereik.paden:
            fout = f"wat hier staat ({' of '.join(sorted(bereik.soorten))}), heeft geen veld ‘{naam}’"
            self.gebreken.append(self._find_alinea(knoop).make_gebrek("veld-zonder-velden", fout))
        if bereik.paden and bereik.bekend:
            if knoop is self.vraagt:
                self._doubt(knoop, bereik.paden, naam, Reden.GEVRAAGD)
            elif not self.feiten or tell_bestaat(knoop) not in self.feiten:
                self.eisen.append(Eis(self._find_alinea(knoop), bereik.paden, naam))
                if soorten := self._find_zonder(knoop, bereik):
                    self._doubt(knoop, bereik.paden, naam, Reden.SOORT, soorten)
        return _extend(bereik, naam)

    def _find_zonder(self, knoop: nodes.Expr, bereik: Bereik) -> frozenset[str]:
        """Find what a value may be, besides a field, that has no fields itself; what is there, is not nothing."""
        is_er = isinstance(knoop, (nodes.Getattr, nodes.Getitem)) and tell_bestaat(knoop.node) in self.feiten
        return bereik.soorten - {"leeg"} if is_er else bereik.soorten


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


def _shows(knoop: nodes.If) -> bool:
    """Tell whether anything stands in a choice: a text, a value, or a name that is given."""
    return next(knoop.find_all(nodes.Assign), None) is not None or any(
        not isinstance(deel, nodes.TemplateData) or bool(deel.data.strip())
        for uitvoer in knoop.find_all(nodes.Output)
        for deel in uitvoer.nodes
    )


def _weigh(vraag: nodes.Node, namen: _Namen) -> Weging:
    return weigh(vraag, partial(_find_pad, namen=namen))


def _find_pad(knoop: nodes.Node, namen: _Namen) -> Pad | None:
    """Find which field an expression is."""
    match knoop:
        case nodes.Name(name=naam) if naam not in namen:
            return (naam,)
        case nodes.Name(name=naam):
            bereik = namen[naam]
            heel = len(bereik.paden) == 1 and not (bereik.soorten or bereik.lussen or bereik.deels or bereik.ongezet)
            return bereik.paden[0] if heel else None
        case nodes.Getattr(node=van, attr=naam) | nodes.Getitem(node=van, arg=nodes.Const(value=str(naam))):
            houder = _find_pad(van, namen)
            return None if houder is None else (*houder, naam)
    return None


def _find_naam(naam: str, kant: Kant, namen: _Namen) -> Bereik:
    """Find what a name is behind a branch: if nothing was called so there, the field of that name, should it be."""
    if naam in namen:
        return namen[naam]
    bestaat = tell_bestaat(nodes.Name(naam, "load")) in kant.feiten
    return Bereik(paden=((naam,),), bekend=True, ongezet=not bestaat)


def _extend(bereik: Bereik, stap: str | None) -> Bereik:
    """Go a step further; of what lies deeper than a field can, nothing is known."""
    verder = tuple((*pad, stap) for pad in bereik.paden)
    if any(len(pad) > MAXIMALE_DIEPTE for pad in verder):
        return _ONBEKEND
    deels = frozenset((*pad, stap) for pad in bereik.deels)
    stukken = [Bereik(verder, bekend=bereik.bekend, deels=deels)] if verder else []
    if stap is None and bereik.items is not None:
        stukken.append(bereik.items)
    return _join(*stukken) if stukken else _ONBEKEND


def _part(bereik: Bereik) -> Bereik:
    """Tell that only a part of it is shown."""
    return attrs.evolve(bereik, deels=frozenset(bereik.paden))


def _choose(keuzes: Sequence[tuple[Kant, Bereik]]) -> Bereik:
    """Put together what a value may be by a choice: of a field that not every outcome shows whole, a part is shown."""
    samen = _join(*(bereik for _, bereik in keuzes))

    def is_heel(pad: Pad) -> bool:
        tonen = [pad in bereik.paden and pad not in bereik.deels for _, bereik in keuzes]
        zeker = any(toont and kant.is_zeker(pad) for (kant, _), toont in zip(keuzes, tonen, strict=True))
        return zeker or all(tonen)

    return attrs.evolve(samen, deels=frozenset(pad for pad in samen.paden if not is_heel(pad)))


def _join(*bereiken: Bereik) -> Bereik:
    """Put together what a value may be, each once; where not all of one is known, not all is.

    Of what may be in more places than ``MAXIMALE_PLEKKEN`` nothing is known.
    """
    paden = tuple(dict.fromkeys(pad for een in bereiken for pad in een.paden))
    lussen = tuple(dict.fromkeys(lus for een in bereiken for lus in een.lussen))
    bronnen = tuple(dict.fromkeys(bron for een in bereiken for bron in een.bronnen))
    if max(len(paden), len(lussen), len(bronnen)) > MAXIMALE_PLEKKEN:
        return _ONBEKEND
    heel = frozenset(pad for een in bereiken for pad in een.paden if pad not in een.deels)
    items = [een.items for een in bereiken if een.items is not None]
    return Bereik(
        paden,
        lussen,
        frozenset().union(*(een.soorten for een in bereiken)),
        all(een.bekend for een in bereiken),
        frozenset().union(*(een.deels for een in bereiken)) - heel,
        any(een.ongezet for een in bereiken),
        _join(*items) if items else None,
        bronnen,
    )
