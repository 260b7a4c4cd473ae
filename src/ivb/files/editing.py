"""Change a YAML text where its values changed, and nowhere else.

The adviser's comments, order, blank lines and quotes are hers. So the text is not written anew: the places of the
values that changed are looked up and only those are replaced; new items come after the old ones, and when an item goes,
the comment above it stays.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from ivb.files.dumping import WIT, dump_regel, dump_yaml
from ivb.files.tree import sleutel_van

_BLOKKEN = {"|", ">"}
_COMMENTAAR = re.compile(r"#[^\r\n]*")
_BLANCO = re.compile(r"^[ \t]*\r?\n", re.MULTILINE)
_BEWAART_REGELEINDEN = re.compile(r"[|>][0-9]?\+")


class Ingreep(NamedTuple):
    """Replace what stands between two positions in a text."""

    begin: int
    eind: int
    tekst: str


class Knoop(NamedTuple):
    """A value in the text: where it begins and ends, its column, and where its parts stand.

    ``in_regel`` tells that the value is no block of lines: a scalar, or a list or group between brackets.
    """

    begin: int
    eind: int
    kolom: int
    in_regel: bool = True
    sleutels: "dict[str, Sleutelknoop]" = {}  # noqa: RUF012  never changed where it is empty
    items: "list[Knoop]" = []  # noqa: RUF012  idem


class Sleutelknoop(NamedTuple):
    """A key in the text: where it begins, where its colon ends, and its value."""

    begin: int
    dubbele_punt: int
    waarde: Knoop

    @property
    def eind(self) -> int:
        """Where the key with its value ends."""
        return max(self.dubbele_punt, self.waarde.eind)


class Herschreven(NamedTuple):
    """A text that was changed, and the comments in what was taken out of it."""

    tekst: str
    weg: list[str]


def rewrite(tekst: str, oud: dict[str, Any], nieuw: dict[str, Any]) -> Herschreven:
    """Change a YAML text that says ``oud`` so that it says ``nieuw``; both are plain data."""
    redactie = _Redactie(tekst)
    return Herschreven(redactie.rewrite(_Ontleding(tekst).knoop(), oud, nieuw), redactie.weg)


def find_verloren(tekst: str, herschreven: Herschreven) -> list[str]:
    """Find the comments that could not be kept, though what they stood with is still there."""
    verloren = Counter(_commentaar(tekst)) - Counter(_commentaar(herschreven.tekst)) - Counter(herschreven.weg)
    return list(verloren.elements())


def _commentaar(tekst: str) -> list[str]:
    """Find the comments of a text: what begins with a number sign outside its scalars."""
    tekst, buiten, nu = tekst + "\n", [], 0
    scalars: list[Any] = [
        een for een in yaml.parse(tekst, Loader=yaml.CSafeLoader) if isinstance(een, yaml.ScalarEvent)
    ]
    for scalar in scalars:
        begin = scalar.start_mark.index
        buiten.append(tekst[nu : tekst.index("\n", begin) if scalar.style in _BLOKKEN else begin])
        nu = scalar.end_mark.index
    return _COMMENTAAR.findall("\n".join([*buiten, tekst[nu:]]))


class _Ontleding:
    """Finds where every value of a text stands. It may recurse: a dossier is only a few values deep."""

    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        gebeurtenissen = yaml.parse(tekst, Loader=yaml.CSafeLoader)
        soorten = (yaml.NodeEvent, yaml.CollectionEndEvent)
        self._rij: list[Any] = [een for een in gebeurtenissen if isinstance(een, soorten)]
        self._rij.reverse()

    def knoop(self) -> Knoop:
        """Find where the next value stands."""
        gebeurtenis = self._rij.pop()
        begin, kolom = gebeurtenis.start_mark.index, gebeurtenis.start_mark.column
        if isinstance(gebeurtenis, yaml.ScalarEvent):
            return Knoop(begin, self._einde_scalar(gebeurtenis), kolom)
        knoop = Knoop(begin, begin, kolom, bool(gebeurtenis.flow_style), {}, [])
        lees_deel = self._item if isinstance(gebeurtenis, yaml.SequenceStartEvent) else self._sleutel
        while not isinstance(self._rij[-1], yaml.CollectionEndEvent):
            lees_deel(knoop)
        slot = self._rij.pop().end_mark.index
        einden = [item.eind for item in knoop.items] + [sleutel.eind for sleutel in knoop.sleutels.values()]
        return knoop._replace(eind=slot if knoop.in_regel else max(einden))

    def _item(self, knoop: Knoop) -> None:
        knoop.items.append(self.knoop())

    def _sleutel(self, knoop: Knoop) -> None:
        naam = self._rij.pop()
        dubbele_punt = self._tekst.index(":", naam.end_mark.index) + 1
        knoop.sleutels[naam.value] = Sleutelknoop(naam.start_mark.index, dubbele_punt, self.knoop())

    def _einde_scalar(self, gebeurtenis: Any) -> int:  # noqa: ANN401  the events of the parser have no types
        begin, eind = gebeurtenis.start_mark.index, gebeurtenis.end_mark.index
        if gebeurtenis.style in _BLOKKEN and _BEWAART_REGELEINDEN.match(self._tekst, begin):
            return int(eind)
        while eind > begin and self._tekst[eind - 1] in WIT:
            eind -= 1
        return int(eind)


class _Redactie:
    """Collects what must be replaced in a text."""

    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        self._regeleinde = "\r\n" if "\r\n" in tekst else "\n"
        self.weg: list[str] = []  # the comments in what was taken out

    def rewrite(self, wortel: Knoop, oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
        """Give the whole text anew."""
        ingrepen = _tussen_haken(wortel, oud, nieuw) if wortel.in_regel else self._groep(wortel, oud, nieuw)
        return self._apply(0, len(self._tekst), ingrepen)

    def _apply(self, begin: int, eind: int, ingrepen: Iterable[Ingreep]) -> str:
        """Give a part of the text with what was replaced in it."""
        delen, nu = [], begin
        for ingreep in sorted(ingrepen, key=lambda een: een[:2]):
            delen += [self._tekst[nu : ingreep.begin], ingreep.tekst]
            nu = max(nu, ingreep.eind)
        return "".join([*delen, self._tekst[nu:eind]])

    def _groep(self, knoop: Knoop, oud: dict[str, Any], nieuw: dict[str, Any]) -> Iterator[Ingreep]:
        """Change the keys of a group."""
        for naam, sleutel in knoop.sleutels.items():
            if naam in oud and naam not in nieuw:
                yield self._zonder(knoop, naam)
            elif naam in nieuw and oud.get(naam) != nieuw[naam]:
                yield from self._waarde(knoop, naam, sleutel.waarde, oud.get(naam), nieuw[naam])
        erbij = {naam: waarde for naam, waarde in nieuw.items() if naam not in knoop.sleutels}
        if erbij:
            plek = self._na_commentaar(self._einde_regel(knoop.eind), self._kolom(knoop))
            begin = "" if self._tekst[plek - 1] == "\n" else self._regeleinde
            yield Ingreep(plek, plek, begin + self._indent(dump_yaml(erbij), self._kolom(knoop)))

    def _kolom(self, knoop: Knoop) -> int:
        """Tell in which column the keys of a group stand."""
        begin = next(iter(knoop.sleutels.values())).begin
        return begin - self._begin_regel(begin)

    def _zonder(self, knoop: Knoop, naam: str) -> Ingreep:
        """Leave out a key; when it stands behind the dash of an item, the next one takes its place."""
        sleutel = knoop.sleutels[naam]
        begin_regel = self._begin_regel(sleutel.begin)
        self.weg += _COMMENTAAR.findall(self._tekst, sleutel.begin, self._einde_regel(sleutel.eind))
        if self._tekst[begin_regel : sleutel.begin].isspace() or begin_regel == sleutel.begin:
            blijft = ""
            if sleutel.waarde.items and not sleutel.waarde.in_regel:
                blijft = self._achtergebleven(self._stukken(sleutel), set())[1]
                blijft = self._indent(re.sub(r"(?m)^[ \t]+|\r", "", blijft), self._kolom(knoop))
            return Ingreep(begin_regel, self._einde_regel(sleutel.eind), blijft)
        volgende = min(ander.begin for ander in knoop.sleutels.values() if ander.begin > sleutel.begin)
        return Ingreep(sleutel.begin, volgende, "")

    def _waarde(self, groep: Knoop, naam: str, knoop: Knoop, oud: Any, nieuw: Any) -> Iterator[Ingreep]:  # noqa: ANN401
        """Change the value of a key."""
        if knoop.in_regel and (knoop.sleutels or knoop.items):
            yield from _tussen_haken(knoop, oud, nieuw)
        elif _blijft(knoop, oud, nieuw):
            yield from self._groep(knoop, oud, nieuw)
        elif isinstance(nieuw, list) and knoop.items:
            yield from self._lijst(groep.sleutels[naam], oud, nieuw)
        else:
            yield self._replace_waarde(groep.sleutels[naam], naam, nieuw, self._kolom(groep))

    def _replace_waarde(self, sleutel: Sleutelknoop, naam: str, nieuw: Any, kolom: int) -> Ingreep:  # noqa: ANN401
        """Write a key with its value anew; comments that find no place behind it move above it."""
        vers = self._indent(dump_yaml({naam: nieuw}), kolom).strip(WIT)
        waarde, eind = sleutel.waarde, sleutel.eind
        boven = self._voor_de_waarde(sleutel)
        if self._regeleinde in vers or self._tekst[eind - 1] == "\n":
            eind = self._einde_regel(eind)
            boven += [self._tekst[sleutel.eind : eind].strip(WIT)]
            vers += self._regeleinde
        elif waarde.eind > waarde.begin and "\n" not in self._tekst[sleutel.begin : waarde.begin] and not boven:
            return Ingreep(waarde.begin, waarde.eind, vers.partition(":")[2].strip(WIT))
        regels = [f"{commentaar}{self._regeleinde}{' ' * kolom}" for commentaar in boven if commentaar]
        return Ingreep(sleutel.begin, eind, "".join([*regels, vers]))

    def _voor_de_waarde(self, sleutel: Sleutelknoop) -> list[str]:
        """Find the comments between a key and its value, also behind the sign that begins a block of text."""
        begin = sleutel.waarde.begin
        blok = self._tekst[begin : begin + 1] in _BLOKKEN
        return _COMMENTAAR.findall(self._tekst, sleutel.dubbele_punt, self._einde_regel(begin) if blok else begin)

    def _lijst(self, sleutel: Sleutelknoop, oud: list[Any], nieuw: list[Any]) -> Iterator[Ingreep]:
        """Change the items of a list: those that stay keep their text and the comment above it, wherever they go."""
        if not nieuw:
            yield Ingreep(sleutel.dubbele_punt, sleutel.dubbele_punt, " []")
        stukken = self._stukken(sleutel)
        paren = match_items(oud, nieuw)
        weg, slot = self._achtergebleven(stukken, {nummer for nummer in paren if nummer is not None})
        delen = [
            self._vers_item(stukken, waarde)
            if nummer is None
            else weg[nummer] + self._item(stukken[nummer], oud[nummer], waarde)
            for nummer, waarde in zip(paren, nieuw, strict=True)
        ]
        tekst = "".join(self._met_regeleinde(deel) for deel in (*delen, slot) if deel)
        yield Ingreep(stukken[0].begin, stukken[-1].eind, tekst)

    def _stukken(self, sleutel: Sleutelknoop) -> list["_Stuk"]:
        """Cut a list in pieces: each item with the comment and the blank lines above it.

        What stands above a blank line before the first item is about the list and no part of it.
        """
        stukken: list[_Stuk] = []
        for knoop in sleutel.waarde.items:
            streepje = self._tekst.rindex("-", 0, knoop.begin)
            boven = self._begin_regel(streepje)
            begin = stukken[-1].eind if stukken else self._begin_lijst(sleutel, boven)
            eind = self._na_commentaar(self._einde_regel(knoop.eind), streepje - boven)
            stukken.append(_Stuk(begin, boven, streepje - boven, eind, knoop))
        return stukken

    def _begin_lijst(self, sleutel: Sleutelknoop, boven: int) -> int:
        begin = min(self._einde_regel(sleutel.dubbele_punt), boven)
        blanco = [gevonden.end() for gevonden in _BLANCO.finditer(self._tekst, begin, boven)]
        return blanco[-1] if blanco else begin

    def _achtergebleven(self, stukken: list["_Stuk"], blijft: set[int]) -> tuple[list[str], str]:
        """Give the comments of items that go: before each piece that stays, and at the end of the list."""
        voor, mee = [], ""
        for nummer, stuk in enumerate(stukken):
            voor.append(mee)
            if nummer not in blijft:
                self.weg += _COMMENTAAR.findall(self._tekst, stuk.boven, stuk.eind)
            boven = self._tekst[stuk.begin : stuk.boven]
            mee = "" if nummer in blijft else mee + (boven if "#" in boven else "")
        return voor, mee

    def _item(self, stuk: "_Stuk", oud: Any, nieuw: Any) -> str:  # noqa: ANN401  plain data
        """Give the piece of an item that stays, changed where it changed."""
        if oud == nieuw:
            return self._tekst[stuk.begin : stuk.eind]
        if stuk.knoop.in_regel and stuk.knoop.sleutels:
            return self._apply(stuk.begin, stuk.eind, _tussen_haken(stuk.knoop, oud, nieuw))
        if _blijft(stuk.knoop, oud, nieuw):
            return self._apply(stuk.begin, stuk.eind, self._groep(stuk.knoop, oud, nieuw))
        return self._tekst[stuk.begin : stuk.boven] + self._vers_item([stuk], nieuw)

    def _vers_item(self, stukken: list["_Stuk"], waarde: Any) -> str:  # noqa: ANN401  idem
        """Write an item anew, in the column of the others and after a blank line if they have one."""
        vers = textwrap.dedent(dump_yaml([waarde]))
        tussen = self._tekst[stukken[-1].begin : stukken[-1].boven]
        blanco = self._regeleinde if len(stukken) > 1 and tussen[:1] in {"\n", "\r"} else ""
        return blanco + self._indent(vers, stukken[0].kolom)

    def _indent(self, vers: str, kolom: int) -> str:
        """Move lines to a column, with the line ends of the text."""
        return textwrap.indent(vers, " " * kolom).replace("\n", self._regeleinde)

    def _met_regeleinde(self, tekst: str) -> str:
        return tekst if tekst.endswith("\n") else tekst + self._regeleinde

    def _na_commentaar(self, plek: int, kolom: int) -> int:
        """Pass over comment that stands deeper than a column: it belongs to what stands above it."""
        gevonden = re.compile(rf"(\s*^[ \t]{{{kolom + 1},}}#.*(\n|\Z))+", re.MULTILINE).match(self._tekst, plek)
        return gevonden.end() if gevonden else plek

    def _begin_regel(self, plek: int) -> int:
        return self._tekst.rfind("\n", 0, plek) + 1

    def _einde_regel(self, plek: int) -> int:
        """Give where the next line begins."""
        if plek and self._tekst[plek - 1] == "\n":
            return plek
        return (self._tekst.find("\n", plek) + 1) or len(self._tekst)


class _Stuk(NamedTuple):
    """An item of a list in the text.

    It runs from ``begin`` to ``eind``, whole lines; ``boven`` is the line of its dash, and ``kolom`` where that stands.
    """

    begin: int
    boven: int
    kolom: int
    eind: int
    knoop: Knoop


def _tussen_haken(knoop: Knoop, oud: Any, nieuw: Any) -> Iterator[Ingreep]:  # noqa: ANN401  plain data
    """Change a value between brackets: only the parts that change as long as none goes or moves, else the whole."""
    delen, was, wordt = _onderdelen(knoop), _genummerd(oud), _genummerd(nieuw)
    if oud == nieuw:
        return
    erbij = {naam: waarde for naam, waarde in wordt.items() if naam not in was}
    if not delen or delen.keys() & erbij.keys() or not _staat_vast(oud, nieuw):
        yield Ingreep(knoop.begin, knoop.eind, _regel(nieuw))
        return
    for naam, inhoud in was.items():
        yield from _tussen_haken(delen[naam], inhoud, wordt[naam])
    if erbij:
        slot = max(deel.eind for deel in delen.values())
        vers = dump_regel(erbij)[1:-1] if isinstance(nieuw, dict) else ", ".join(map(_regel, erbij.values()))
        yield Ingreep(slot, slot, f", {vers}")


def _regel(waarde: Any) -> str:  # noqa: ANN401  plain data
    """Write a value as it stands between brackets."""
    return dump_regel(waarde) if isinstance(waarde, (dict, list)) else dump_regel([waarde])[1:-1]


def _staat_vast(oud: Any, nieuw: Any) -> bool:  # noqa: ANN401  plain data
    """Tell whether every part of a list or group is still there, and in its place."""
    if isinstance(oud, list) and isinstance(nieuw, list):
        return match_items(oud, nieuw)[: len(oud)] == list(range(len(oud)))
    return isinstance(oud, dict) and isinstance(nieuw, dict) and oud.keys() <= nieuw.keys()


def _onderdelen(knoop: Knoop) -> dict[object, Knoop]:
    return _genummerd(knoop.items) | {naam: sleutel.waarde for naam, sleutel in knoop.sleutels.items()}


def _genummerd(waarde: Any) -> dict[object, Any]:  # noqa: ANN401  plain data
    """Give the parts of a list by their number, and of a group by their name; a scalar has none."""
    if isinstance(waarde, list):
        return dict(enumerate(waarde))
    return waarde if isinstance(waarde, dict) else {}


def _blijft(knoop: Knoop, oud: Any, nieuw: Any) -> bool:  # noqa: ANN401  plain data
    """Tell whether a group keeps a key, so that it can be changed key by key."""
    if not isinstance(oud, dict) or not isinstance(nieuw, dict):
        return False
    return any(naam in nieuw or naam not in oud for naam in knoop.sleutels)


def match_items(oud: list[Any], nieuw: list[Any]) -> list[int | None]:
    """Find for every new item which old item it is.

    That is told by its id; of a plan that was given another id, by its years; without ids by where it stands among
    items that are equal.
    """
    vrij = {sleutel_van(item): nummer for nummer, item in enumerate(oud) if sleutel_van(item)}
    paren = [vrij.get(sleutel_van(item)) for item in nieuw]
    if vrij:
        over = {_looptijd(item): nummer for nummer, item in enumerate(oud) if nummer not in paren and _looptijd(item)}
        return [over.pop(_looptijd(nieuw[plek]), None) if paar is None else paar for plek, paar in enumerate(paren)]
    vergelijking = SequenceMatcher(a=[repr(item) for item in oud], b=[repr(item) for item in nieuw], autojunk=False)
    for soort, oud_van, oud_tot, nieuw_van, nieuw_tot in vergelijking.get_opcodes():
        if soort in {"equal", "replace"}:
            for stap in range(min(oud_tot - oud_van, nieuw_tot - nieuw_van)):
                paren[nieuw_van + stap] = oud_van + stap
    return paren


def _looptijd(item: Any) -> object:  # noqa: ANN401  plain data
    return item.get("looptijd") if isinstance(item, dict) else None
