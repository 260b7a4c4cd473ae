"""Change a YAML text where its values changed, and nowhere else.

The adviser's comments, order, blank lines and quotes are hers. So the text is not written anew: the places of the
values that changed are looked up and only those are replaced; new items come after the old ones, and when an item goes,
the comment above it stays.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from ivb.files.dumping import WIT, schrijf_regel, schrijf_yaml
from ivb.files.tree import sleutel_van

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


def herschrijf(tekst: str, oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
    """Change a YAML text that says ``oud`` so that it says ``nieuw``; both are plain data."""
    return _Redactie(tekst).herschrijf(_Ontleding(tekst).knoop(), oud, nieuw)


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
        if gebeurtenis.style in {"|", ">"} and _BEWAART_REGELEINDEN.match(self._tekst, begin):
            return int(eind)
        while eind > begin and self._tekst[eind - 1] in WIT:
            eind -= 1
        return int(eind)


class _Redactie:
    """Collects what must be replaced in a text."""

    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        self._regeleinde = "\r\n" if "\r\n" in tekst else "\n"

    def herschrijf(self, wortel: Knoop, oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
        """Give the whole text anew."""
        return self._voer_uit(0, len(self._tekst), self._groep(wortel, oud, nieuw))

    def _voer_uit(self, begin: int, eind: int, ingrepen: Iterable[Ingreep]) -> str:
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
            plek = self._einde_regel(knoop.eind)
            begin = "" if self._tekst[plek - 1] == "\n" else self._regeleinde
            yield Ingreep(plek, plek, begin + self._spring_in(schrijf_yaml(erbij), self._kolom(knoop)))

    def _kolom(self, knoop: Knoop) -> int:
        """Tell in which column the keys of a group stand."""
        begin = next(iter(knoop.sleutels.values())).begin
        return begin - self._begin_regel(begin)

    def _zonder(self, knoop: Knoop, naam: str) -> Ingreep:
        """Leave out a key; when it stands behind the dash of an item, the next one takes its place."""
        sleutel = knoop.sleutels[naam]
        begin_regel = self._begin_regel(sleutel.begin)
        if self._tekst[begin_regel : sleutel.begin].isspace() or begin_regel == sleutel.begin:
            return Ingreep(begin_regel, self._einde_regel(sleutel.eind), "")
        volgende = min(ander.begin for ander in knoop.sleutels.values() if ander.begin > sleutel.begin)
        return Ingreep(sleutel.begin, volgende, "")

    def _waarde(self, groep: Knoop, naam: str, knoop: Knoop, oud: Any, nieuw: Any) -> Iterator[Ingreep]:  # noqa: ANN401
        """Change the value of a key."""
        if knoop.in_regel and (knoop.sleutels or knoop.items):
            yield Ingreep(knoop.begin, knoop.eind, schrijf_regel(nieuw))
        elif _blijft(knoop, oud, nieuw):
            yield from self._groep(knoop, oud, nieuw)
        elif isinstance(nieuw, list) and knoop.items:
            yield from self._lijst(groep.sleutels[naam], oud, nieuw)
        else:
            yield self._vervang(groep.sleutels[naam], naam, nieuw, self._kolom(groep))

    def _vervang(self, sleutel: Sleutelknoop, naam: str, nieuw: Any, kolom: int) -> Ingreep:  # noqa: ANN401
        """Write a key with its value anew; a comment behind it moves above it when the value takes several lines."""
        vers = self._spring_in(schrijf_yaml({naam: nieuw}), kolom).strip(WIT)
        if self._regeleinde not in vers and self._tekst[sleutel.eind - 1] != "\n":
            aanloop = self._tekst[sleutel.begin : sleutel.waarde.begin]
            if sleutel.waarde.eind > sleutel.waarde.begin and "\n" not in aanloop:
                return Ingreep(sleutel.waarde.begin, sleutel.waarde.eind, vers.partition(":")[2].strip(WIT))
            return Ingreep(sleutel.begin, sleutel.eind, vers)
        eind = self._einde_regel(sleutel.eind)
        commentaar = self._tekst[sleutel.eind : eind].strip(WIT)
        boven = f"{commentaar}{self._regeleinde}{' ' * kolom}" if commentaar else ""
        return Ingreep(sleutel.begin, eind, f"{boven}{vers}{self._regeleinde}")

    def _lijst(self, sleutel: Sleutelknoop, oud: list[Any], nieuw: list[Any]) -> Iterator[Ingreep]:
        """Change the items of a list: those that stay keep their text and the comment above it, wherever they go."""
        if not nieuw:
            yield Ingreep(sleutel.dubbele_punt, sleutel.dubbele_punt, " []")
        stukken = self._stukken(sleutel.waarde)
        paren = _koppel(oud, nieuw)
        weg, slot = self._achtergebleven(stukken, {nummer for nummer in paren if nummer is not None})
        delen = [
            self._vers_item(stukken, waarde)
            if nummer is None
            else weg[nummer] + self._item(stukken[nummer], oud[nummer], waarde)
            for nummer, waarde in zip(paren, nieuw, strict=True)
        ]
        tekst = "".join(self._met_regeleinde(deel) for deel in (*delen, slot) if deel)
        yield Ingreep(stukken[0].begin, stukken[-1].eind, tekst)

    def _stukken(self, lijst: Knoop) -> list["_Stuk"]:
        """Cut a list in pieces: each item with the comment and the blank lines above it."""
        stukken: list[_Stuk] = []
        for knoop in lijst.items:
            streepje = self._tekst.rindex("-", 0, knoop.begin)
            boven = self._begin_regel(streepje)
            begin = stukken[-1].eind if stukken else boven
            stukken.append(_Stuk(begin, boven, streepje - boven, self._einde_regel(knoop.eind), knoop))
        return stukken

    def _achtergebleven(self, stukken: list["_Stuk"], blijft: set[int]) -> tuple[list[str], str]:
        """Give the comments of items that go: before each piece that stays, and at the end of the list."""
        voor, mee = [], ""
        for nummer, stuk in enumerate(stukken):
            voor.append(mee)
            boven = self._tekst[stuk.begin : stuk.boven]
            mee = "" if nummer in blijft else mee + (boven if "#" in boven else "")
        return voor, mee

    def _item(self, stuk: "_Stuk", oud: Any, nieuw: Any) -> str:  # noqa: ANN401  plain data
        """Give the piece of an item that stays, changed where it changed."""
        if oud == nieuw:
            return self._tekst[stuk.begin : stuk.eind]
        if stuk.knoop.in_regel and stuk.knoop.sleutels:
            ingreep = Ingreep(stuk.knoop.begin, stuk.knoop.eind, schrijf_regel(nieuw))
            return self._voer_uit(stuk.begin, stuk.eind, [ingreep])
        if _blijft(stuk.knoop, oud, nieuw):
            return self._voer_uit(stuk.begin, stuk.eind, self._groep(stuk.knoop, oud, nieuw))
        return self._tekst[stuk.begin : stuk.boven] + self._vers_item([stuk], nieuw)

    def _vers_item(self, stukken: list["_Stuk"], waarde: Any) -> str:  # noqa: ANN401  idem
        """Write an item anew, in the column of the others and after a blank line if they have one."""
        vers = textwrap.dedent(schrijf_yaml([waarde]))
        tussen = self._tekst[stukken[-1].begin : stukken[-1].boven]
        blanco = self._regeleinde if len(stukken) > 1 and tussen[:1] in {"\n", "\r"} else ""
        return blanco + self._spring_in(vers, stukken[0].kolom)

    def _spring_in(self, vers: str, kolom: int) -> str:
        """Move lines to a column, with the line ends of the text."""
        return textwrap.indent(vers, " " * kolom).replace("\n", self._regeleinde)

    def _met_regeleinde(self, tekst: str) -> str:
        return tekst if tekst.endswith("\n") else tekst + self._regeleinde

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


def _blijft(knoop: Knoop, oud: Any, nieuw: Any) -> bool:  # noqa: ANN401  plain data
    """Tell whether a group keeps a key, so that it can be changed key by key."""
    return isinstance(nieuw, dict) and any(naam in nieuw or naam not in oud for naam in knoop.sleutels)


def _koppel(oud: list[Any], nieuw: list[Any]) -> list[int | None]:
    """Find for every new item which old item it is: by its id, else by where it stands among items that are equal."""
    vrij = {sleutel_van(item): nummer for nummer, item in enumerate(oud) if sleutel_van(item)}
    paren = [vrij.get(sleutel_van(item)) for item in nieuw]
    if vrij:
        return paren
    vergelijking = SequenceMatcher(a=[repr(item) for item in oud], b=[repr(item) for item in nieuw], autojunk=False)
    for soort, oud_van, oud_tot, nieuw_van, nieuw_tot in vergelijking.get_opcodes():
        if soort in {"equal", "replace"}:
            for stap in range(min(oud_tot - oud_van, nieuw_tot - nieuw_van)):
                paren[nieuw_van + stap] = oud_van + stap
    return paren
