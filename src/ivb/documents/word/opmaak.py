"""Formatted text: the small CommonMark of the long fields, as values.

Paragraphs, bullet and ordered lists, bold, italic and links of https://spec.commonmark.org/0.31.2/. Whatever else a
writer types (headings, images, code, HTML, tables, thematic breaks, entities, backslash escapes, link definitions,
links to anything but the web or an e-mail address) stays text, as typed: nothing a writer wrote may vanish.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

import attrs
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ivb.documents.word.tekens import check_tekens

MAXIMALE_NIVEAUS: Final = 9
"""Levels of a list in Word (ECMA-376 part 1, 17.9.3: ``w:ilvl`` is 0 to 8)."""

_MAXIMALE_START: Final = 32767
"""The highest number a list in Word can start at ([MS-OI29500] 2.1.291)."""

_ADRES: Final = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`]\1(?!`))?", re.DOTALL)
_SCHEIDING: Final = re.compile(r"^.*?((?:([*_-])[ \t]*)(?:\2[ \t]*)*)$")
_NA_LEEG_PUNT: Final = frozenset({"bullet_list_open", "ordered_list_open", "list_item_close"})
_LEGE_REGELS: Final = re.compile(r"\n(?:[ \t]*\n)+")


@attrs.frozen
class Stukje:
    r"""A piece of text in one format.

    Attributes:
        tekst: the text; ``\n`` is a line break, ``\t`` a tab.
        vet: bold.
        cursief: italic.
        link: the address it leads to: http, https or mailto.
        tip: what a reader sees on pointing at the link; by default the address.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    link: str | None = None
    tip: str | None = None


@attrs.frozen
class Alinea:
    """A paragraph.

    Attributes:
        stukjes: its text.
        niveau: how many lists it lies in: 0 for body text, more for a further paragraph of a list item.
    """

    stukjes: tuple[Stukje, ...]
    niveau: int = 0


@attrs.frozen
class Punt:
    """The first paragraph of a list item.

    Attributes:
        stukjes: its text.
        niveau: how many lists lie around its own: 0 to 8.
        genummerd: whether its list is numbered.
        lijst: which list of the text it belongs to; lists are told apart by it.
        start: the number of the first item of that list.
    """

    stukjes: tuple[Stukje, ...]
    niveau: int = 0
    genummerd: bool = False
    lijst: int = 0
    start: int = 1


Blok: TypeAlias = Alinea | Punt


@attrs.frozen
class Opmaak:
    """A formatted text: paragraphs and list items in reading order; false when there is nothing to read."""

    blokken: tuple[Blok, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return any(isinstance(blok, Punt) or any(s.tekst.strip() for s in blok.stukjes) for blok in self.blokken)

    def __add__(self, other: "Opmaak") -> "Opmaak":
        """Put another text behind this one; its lists stay lists of their own."""
        eerste = 1 + max((blok.lijst for blok in self.blokken if isinstance(blok, Punt)), default=-1)
        erbij = [attrs.evolve(b, lijst=b.lijst + eerste) if isinstance(b, Punt) else b for b in other.blokken]
        return Opmaak((*self.blokken, *erbij))


def alineas(teksten: Iterable[str]) -> Opmaak:
    """Make a paragraph of every text, as it stands."""
    return Opmaak(tuple(Alinea((Stukje(tekst),)) for tekst in teksten))


def opsomming(teksten: Iterable[str]) -> Opmaak:
    """Make a bulleted list with an item for every text, as it stands."""
    return Opmaak(tuple(Punt((Stukje(tekst),)) for tekst in teksten))


def parse_opmaak(tekst: str) -> Opmaak:
    """Read the small CommonMark.

    A list that lies deeper than Word can show makes the whole text plain.

    >>> parse_opmaak("Zie **de notitie**.").blokken[0].stukjes[1]
    Stukje(tekst='de notitie', vet=True, cursief=False, link=None, tip=None)

    Raises:
        DocumentError: the text holds a character that a document cannot, or is too long.
    """
    tekst = check_tekens(tekst, "de tekst")
    tokens = _LEZER.parse(tekst)
    if any(token.type.endswith("_list_open") and token.level >= 2 * MAXIMALE_NIVEAUS for token in tokens):
        return alineas(_LEGE_REGELS.split(tekst.strip()))
    return Opmaak(tuple(_read_blokken(tokens, tekst.split("\n"))))


def format_platte_tekst(opmaak: Opmaak) -> str:
    r"""Write the text without its format: an empty line between paragraphs, a dash or number before list items.

    >>> format_platte_tekst(parse_opmaak("Zie *ook*:\n\n3. dit\n4. dat"))
    'Zie ook:\n\n3. dit\n4. dat'
    """
    tellers: dict[int, int] = {}
    delen: list[str] = []
    vorige: Blok | None = None
    for blok in opmaak.blokken:
        if vorige is not None:
            delen.append("\n" if isinstance(vorige, Punt) and isinstance(blok, Punt) else "\n\n")
        inspringing = "   " * blok.niveau
        delen.append(inspringing + _format_teken(blok, tellers) + _format_stukjes(blok.stukjes))
        vorige = blok
    return "".join(delen)


def _format_teken(blok: Blok, tellers: dict[int, int]) -> str:
    if isinstance(blok, Alinea):
        return ""
    if not blok.genummerd:
        return "- "
    tellers[blok.lijst] = nummer = tellers.get(blok.lijst, blok.start - 1) + 1
    return f"{nummer}. "


def _format_stukjes(stukjes: Sequence[Stukje]) -> str:
    delen: list[str] = []
    for link, groep in groupby(stukjes, key=lambda stukje: stukje.link):
        tekst = "".join(stukje.tekst for stukje in groep)
        delen.append(tekst if link in {None, tekst} else f"{tekst} ({link})")
    return "".join(delen)


class _Lezer(MarkdownIt):
    """markdown-it with nothing but the small CommonMark."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["list", "hr", "emphasis", "link", "newline", "escape"])
        # text_join would turn the two characters of a backslash escape into one
        self.disable("text_join")
        self.inline.ruler.before("text", "as_typed", _keep_as_typed)

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        """Take the web and e-mail only."""
        return _ADRES.match(url) is not None


def _keep_as_typed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Pass over a code span, and over the ``![`` that would leave half an image and a link."""
    if state.src.startswith("![", state.pos):
        tekst = "!["
    elif gevonden := _CODE.match(state.src, state.pos, state.posMax):
        tekst = gevonden.group()
    else:
        return False
    if not silent:
        state.pending += tekst
    state.pos += len(tekst)
    return True


_LEZER: Final = _Lezer()


@attrs.define
class _Lijst:
    """A list being read."""

    nummer: int
    genummerd: bool
    scheiding: str
    start: int

    @property
    def as_typed(self) -> bool:
        """Whether the lists of Word cannot show its numbers as they are written, so that they must stay text."""
        return self.start > _MAXIMALE_START or self.scheiding == ")"


@attrs.define
class _Plek:
    """Where the reader is: in which lists, and the marker of a list item whose first paragraph has yet to come."""

    lijsten: list[_Lijst] = attrs.Factory(list)
    gezien: int = 0
    teken: str | None = None

    def open_lijst(self, token: Token) -> None:
        genummerd, start = token.type == "ordered_list_open", int(token.attrs.get("start", 1))
        self.lijsten.append(_Lijst(self.gezien, genummerd, token.markup, start))
        self.gezien += 1

    def make_blok(self, stukjes: tuple[Stukje, ...]) -> Blok:
        teken, self.teken = self.teken, None
        if teken is None:
            return Alinea(stukjes, len(self.lijsten))
        lijst, niveau = self.lijsten[-1], len(self.lijsten) - 1
        if lijst.as_typed or not (stukjes or lijst.genummerd):
            return Alinea((Stukje(f"{teken} " if stukjes else teken), *stukjes), niveau)
        return Punt(stukjes, niveau, lijst.genummerd, lijst.nummer, lijst.start)


def _read_blokken(tokens: Sequence[Token], regels: Sequence[str]) -> Iterator[Blok]:
    plek = _Plek()
    for token in tokens:
        if token.type in _NA_LEEG_PUNT and plek.teken is not None:
            yield plek.make_blok(())
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                plek.open_lijst(token)
            case "bullet_list_close" | "ordered_list_close":
                plek.lijsten.pop()
            case "list_item_open":
                plek.teken = token.info + token.markup
            case "hr":
                regel = regels[(token.map or [0])[0]]
                yield plek.make_blok((Stukje(_SCHEIDING.sub(r"\1", regel)),))
            case "inline" if token.content:
                yield plek.make_blok(_read_stukjes(token.children or []))


@attrs.define
class _Regel:
    """The text of one paragraph being read: the pieces so far, and the format that is open."""

    stukjes: list[Stukje] = attrs.Factory(list)
    vet: int = 0
    cursief: int = 0
    link: str | None = None
    tip: str | None = None
    begin_link: int = 0

    def add(self, tekst: str) -> None:
        stukje = Stukje(tekst, self.vet > 0, self.cursief > 0, self.link, self.tip)
        vorige = self.stukjes[-1] if len(self.stukjes) > self.begin_link else None
        if vorige and attrs.evolve(vorige, tekst=tekst) == stukje:
            self.stukjes[-1] = attrs.evolve(stukje, tekst=vorige.tekst + tekst)
        elif tekst:
            self.stukjes.append(stukje)

    def open_link(self, token: Token) -> None:
        adres, tip = token.attrs["href"], token.attrs.get("title")
        if adres:
            self.link, self.tip = str(adres), str(tip) if tip else None
            self.begin_link = len(self.stukjes)
        else:
            self.add("[")

    def close_link(self) -> None:
        if self.link is None:
            self.add("]()")
        elif self.begin_link == len(self.stukjes):
            self.add(self.link)
        self.link = self.tip = None


def _read_stukjes(tokens: Iterable[Token]) -> tuple[Stukje, ...]:
    regel = _Regel()
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                regel.vet += token.nesting
            case "em_open" | "em_close":
                regel.cursief += token.nesting
            case "link_open":
                regel.open_link(token)
            case "link_close":
                regel.close_link()
            case "hardbreak":
                regel.add("\n")
            case "softbreak":
                regel.add(" ")
            case _:
                # a backslash escape has what was typed in its markup
                regel.add((token.markup or token.content).replace("\n", " "))
    return tuple(regel.stukjes)
