"""What was read from a file, before it becomes nouns: plain values, and beside them where each value stands.

The values are dicts, lists, texts and (from JSON) numbers; the marks have the same shape. They stay apart so that
reading costs little and the dossier knows nothing of files.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ivb.errors import Melding, Plaats

MAX_BYTES = 64 * 1024 * 1024
MAX_DIEPTE = 40
TE_DIEP = f"hier zitten meer dan {MAX_DIEPTE} lagen in elkaar; zo diep is geen dossier"
MAX_WAARDEN = 5_000_000

_STAP = re.compile(r"\.?([^.\[\]]+)|\[([^\]]+)\]")


# A place in a file: its name, with line and column counted from 0. A bare tuple, for there is one for every value, and
# Python's collector stops looking at tuples that hold only texts and numbers.
Merkteken: TypeAlias = tuple[str, int, int]


class Merk(NamedTuple):
    """Where a value begins; for a list and a mapping also where its parts stand.

    A part that is no list or mapping itself is kept as a bare mark, for there are many.
    """

    begin: Merkteken | None
    items: "list[Merk | Merkteken]" = []  # noqa: RUF012  never changed where it is empty
    sleutels: "dict[str, tuple[Merkteken, Merk | Merkteken]]" = {}  # noqa: RUF012  idem

    @property
    def plaats(self) -> Plaats | None:
        """The place as a person counts, from 1."""
        return plaats_van(self.begin)

    def item(self, nummer: int) -> "Merk":
        """Give the mark of an item of a list."""
        return _als_merk(self.items[nummer]) if nummer < len(self.items) else NERGENS

    def sleutel(self, naam: str) -> "Merk":
        """Give the mark of the value of a key."""
        return _als_merk(self.sleutels[naam][1]) if naam in self.sleutels else NERGENS

    def naam(self, naam: str) -> Plaats | None:
        """Give the place of a key itself."""
        return plaats_van(self.sleutels[naam][0]) if naam in self.sleutels else None


NERGENS = Merk(None)


def _als_merk(merk: Merk | Merkteken) -> Merk:
    return merk if isinstance(merk, Merk) else Merk(merk)


def plaats_van(teken: Merkteken | None) -> Plaats | None:
    """Turn a mark into a place."""
    return None if teken is None else Plaats(teken[0], teken[1] + 1, teken[2] + 1)


class Kapot:
    """Stands where the file could not say what the value is; it was reported already."""


KAPOT = Kapot()


class Boom(NamedTuple):
    """One file as read: its values, their marks, and what was wrong or suspicious on the way.

    Attributes:
        waarden: the values.
        merken: gives where they stand; for JSON that is looked up only when somebody asks.
        uit_tekst: every scalar is a text, and the schema says what it spells (YAML).
        fouten: what was wrong.
        waarschuwingen: what was suspicious.
    """

    waarden: Any
    merken: Callable[[], Merk]
    uit_tekst: bool
    fouten: tuple[Melding, ...] = ()
    waarschuwingen: tuple[Melding, ...] = ()


class Onleesbaar(Exception):  # noqa: N818  no error of ours: it stops the reading and becomes a message
    """What makes the rest of the file unreadable."""

    def __init__(self, code: str, merk: Merkteken, boodschap: str) -> None:
        """Say what, where, and what would be right."""
        super().__init__(code)
        self.code, self.merk, self.boodschap = code, merk, boodschap


class Bouwer:
    """Builds the values and marks of one file, part by part and without recursion."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.waarden: Any = None
        self.merk = NERGENS
        self.fouten: list[Melding] = []
        self._lagen: list[tuple[dict[str, Any] | list[Any], Merk]] = []
        self._groep: dict[str, Any] | None = None
        self._lijst: list[Any] | None = None
        self._hier = NERGENS
        self._sleutel: str | None = None
        self._plek: Merkteken | None = None
        self.wacht_op_sleutel = False
        """Whether the next thing is the name of a key."""

    def report(self, code: str, merk: Merkteken | None, boodschap: str) -> None:
        """Note what is wrong."""
        self.fouten.append(Melding(code, "", plaats_van(merk), boodschap))

    def put(self, waarde: object, merk: Merk | Merkteken) -> None:
        """Add a value: at the end of the list, or at the key that was read just before."""
        if self._groep is not None:
            if self._sleutel is not None and self._plek is not None:
                self._groep[self._sleutel] = waarde
                self._hier.sleutels[self._sleutel] = (self._plek, merk)
            self.wacht_op_sleutel = True
        elif self._lijst is not None:
            self._lijst.append(waarde)
            self._hier.items.append(merk)
        else:
            self.waarden, self.merk = waarde, _als_merk(merk)

    def sleutel(self, naam: str, plek: Merkteken) -> None:
        """Take in the name of a key; one that stands twice is reported and its second value left out."""
        self.wacht_op_sleutel = False
        self._sleutel, self._plek = naam, plek
        if naam in self._hier.sleutels:
            self._sleutel = None
            eerst = self._hier.sleutels[naam][0][1] + 1
            raad = f"eerst op regel {eerst}; laat er één staan of voeg ze samen"
            self.report("dubbele-sleutel", plek, f"de sleutel {naam!r} staat hier voor de tweede keer, {raad}")

    def open(self, waarden: "dict[str, Any] | list[Any]", begin: Merkteken) -> None:
        """Begin a list or a mapping."""
        if self.wacht_op_sleutel:
            raise Onleesbaar("sleutel", begin, "hier hoort een naam; een lijst of groep kan geen naam zijn")
        if len(self._lagen) >= MAX_DIEPTE:
            raise Onleesbaar("te-diep", begin, TE_DIEP)
        merk = Merk(begin, [], {})
        self.put(waarden, merk)
        self._lagen.append((waarden, merk))
        self._enter(waarden, merk)

    def _enter(self, waarden: "dict[str, Any] | list[Any] | None", merk: Merk) -> None:
        self._groep = waarden if isinstance(waarden, dict) else None
        self._lijst = waarden if isinstance(waarden, list) else None
        self._hier = merk
        self.wacht_op_sleutel = self._groep is not None

    def close(self) -> None:
        """End the list or mapping that was begun last."""
        self._lagen.pop()
        self._enter(*(self._lagen[-1] if self._lagen else (None, NERGENS)))


class Plaatsen:
    """Where every value of a dossier came from."""

    def __init__(self, waarden: Any, merken: Callable[[], Merk]) -> None:  # noqa: ANN401  plain data
        """Take the values, and what gives their marks."""
        self._waarden, self._merken = waarden, merken
        self._nummers: dict[int, dict[str, int]] = {}

    def find(self, pad: str) -> Plaats | None:
        """Find the place of the value at a path; of what is absent, the place of what it should stand in.

        The path is that of a message or a finding: ``jaarplannen[2024].acties[A3].trekker``. What should stand in a
        folder, and in none of its files yet, is looked for where the municipality stands.
        """
        waarde, merk = self._waarden, self._merken()
        for naam, item in _STAP.findall(pad):
            if naam:
                verder = waarde.get(naam) if isinstance(waarde, dict) else None
                volgend = merk.sleutel(naam)
            else:
                nummer = self._nummer(waarde, item)
                verder = waarde[nummer] if nummer is not None else None
                volgend = merk.item(nummer) if nummer is not None else NERGENS
            if verder is None:
                break
            waarde, merk = verder, volgend
        return merk.plaats or merk.naam("gemeente")

    def _nummer(self, waarde: object, item: str) -> int | None:
        """Find the number of an item: that of its id, else the number itself."""
        if not isinstance(waarde, list):
            return None
        if id(waarde) not in self._nummers:
            sleutels = ((sleutel_van(onderdeel), nummer) for nummer, onderdeel in enumerate(waarde))
            # The values are kept, so an address stays that of one list.
            self._nummers[id(waarde)] = {sleutel: nummer for sleutel, nummer in sleutels if sleutel is not None}
        eigen = self._nummers[id(waarde)].get(item)
        if eigen is not None:
            return eigen
        return int(item) if item.isascii() and item.isdigit() and int(item) < len(waarde) else None


def sleutel_van(waarde: object) -> str | None:
    """Give the id by which an item of a list is known: its own, or the years of a plan."""
    if not isinstance(waarde, dict):
        return None
    sleutel = waarde.get("id")
    if sleutel is None:
        sleutel = waarde.get("looptijd")
    return sleutel if isinstance(sleutel, str) else None
