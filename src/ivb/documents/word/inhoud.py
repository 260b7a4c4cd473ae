"""What a reader meets in a Word file: its parts, their paragraphs and tables, and what the styles make of them.

Only what is read is here (ECMA-376 part 1, 17): the newest of two versions of the same drawing, no deleted text, the
text of a text box as paragraphs of its own. Any file may come; nothing here trusts a number or a reference in it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, chain
from typing import Final

import attrs
from lxml import etree

from ivb.documents.word.pakket import Relatie, find_hoofddeel, find_relaties, parse_deel
from ivb.errors import SjabloonError

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALINEA, TABEL, RIJ, CEL = (f"{W}{naam}" for naam in ("p", "tbl", "tr", "tc"))
TEKSTVAK: Final = f"{W}txbxContent"
NOOT: Final = frozenset({f"{W}footnote", f"{W}endnote"})
_GELEZEN: Final = {
    "header": "koptekst {}",
    "footer": "voettekst {}",
    "footnotes": "voetnoten",
    "endnotes": "eindnoten",
}
_WEG: Final = frozenset({f"{W}{naam}" for naam in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")})
_NIET_IN_TEKST: Final = _WEG | {ALINEA, TEKSTVAK}
_VAKKEN: Final = NOOT | {CEL, TEKSTVAK, *(f"{W}{naam}" for naam in ("body", "hdr", "ftr"))}
_OMSLAG: Final = frozenset({f"{W}{naam}" for naam in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")})
_TEKENS: Final = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
_BREUK: Final = f"{W}br"
_UIT: Final = frozenset({"0", "false", "off"})
_KOP: Final = re.compile(r"heading ([1-9])")
_HOOGSTE_NIVEAU: Final = 8
_WOORDEN: Final = 60


def walk(element: etree._Element, tot: Collection[object] = ()) -> Iterator[etree._Element]:
    """Give what lies in an element in reading order; of a tag in ``tot`` the element itself, but not what is in it."""
    stapel = list(reversed(element))
    while stapel:
        kind = stapel.pop()
        yield kind
        if kind.tag not in tot:
            stapel.extend(reversed(kind))


def read_aan(eigenschap: etree._Element | None) -> bool | None:
    """Read a property that is on or off; ``None`` when nothing is said."""
    return None if eigenschap is None else eigenschap.get(f"{W}val", "1") not in _UIT


def read_getal(eigenschap: etree._Element | None, naam: str = "val") -> int | None:
    """Read a property that is a whole number; ``None`` when it is not there or is none."""
    waarde = "" if eigenschap is None else eigenschap.get(f"{W}{naam}", "")
    return int(waarde) if re.fullmatch(r"[0-9]{1,9}", waarde) else None


def read_tekst(element: etree._Element) -> str:
    r"""Read the text of a paragraph or of a part of it: ``\t`` for a tab, ``\n`` for a line break."""
    stukken = []
    for kind in walk(element, _NIET_IN_TEKST):
        if kind.tag == f"{W}t":
            stukken.append(kind.text or "")
        elif kind.tag == _BREUK:
            stukken.append("" if is_pagina_einde(kind) else "\n")
        else:
            stukken.append(_TEKENS.get(str(kind.tag), ""))
    return "".join(stukken)


def is_pagina_einde(element: etree._Element) -> bool:
    """Tell whether an element ends a page or a column."""
    return element.tag == _BREUK and element.get(f"{W}type") in {"page", "column"}


def find_blokken(vak: etree._Element) -> Iterator[etree._Element]:
    """Find the paragraphs and tables that stand in a body, cell, header or note, also those in a content control."""
    for kind in walk(vak, _VAKKEN | _WEG | {ALINEA, TABEL}):
        if kind.tag in {ALINEA, TABEL}:
            yield kind


def find_vakken(wortel: etree._Element) -> Iterator[etree._Element]:
    """Find every body, cell, header, note and text box in a part."""
    return wortel.iter(*_VAKKEN)


def find_vak(element: etree._Element) -> etree._Element | None:
    """Find the body, cell, header, note or text box that an element stands in."""
    return next((ouder for ouder in element.iterancestors() if ouder.tag in _VAKKEN), None)


class Stijlen:
    """The styles of a document, and what they make of a paragraph or a run."""

    def __init__(self, wortel: etree._Element) -> None:
        """Read the part with the styles; any other element is a document without styles."""
        stijlen = list(wortel.iter(f"{W}style"))
        self._per_id = {stijl.get(f"{W}styleId", ""): stijl for stijl in stijlen}
        gewoon = [s for s in stijlen if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in {"1", "true"}]
        self._gewoon = gewoon[0].get(f"{W}styleId", "") if gewoon else ""
        self._standaard = wortel.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._ketens: dict[str, tuple[etree._Element, ...]] = {}

    @cached_property
    def taal(self) -> str:
        """The language of text of which nothing else is said."""
        taal = self.find_tekenkeuze((), "lang", "")
        return "" if taal is None else taal.get(f"{W}val", "")

    @cached_property
    def grootte(self) -> int:
        """The size of that text, in half points."""
        return read_getal(self.find_tekenkeuze((), "sz", "")) or 20

    def has(self, stijl: str) -> bool:
        """Tell whether there is a style with an id."""
        return stijl in self._per_id

    def find_keten(self, stijl: str) -> tuple[etree._Element, ...]:
        """Give a style and those it is based on, the nearest first; without one, the style of plain paragraphs."""
        sleutel = stijl or self._gewoon
        if sleutel not in self._ketens:
            keten: dict[str, etree._Element] = {}
            volgende = sleutel
            while volgende in self._per_id and volgende not in keten:
                keten[volgende] = self._per_id[volgende]
                basis = keten[volgende].find(f"{W}basedOn")
                volgende = "" if basis is None else basis.get(f"{W}val", "")
            self._ketens[sleutel] = tuple(keten.values())
        return self._ketens[sleutel]

    def find_namen(self, stijl: str) -> tuple[str, ...]:
        """Give the names of a style and of those it is based on, in lower case, as Word compares them."""
        namen = (een.find(f"{W}name") for een in self.find_keten(stijl))
        return tuple("" if naam is None else naam.get(f"{W}val", "").casefold() for naam in namen)

    def find_alineakeuze(self, alinea: etree._Element, stijl: str, pad: str) -> etree._Element | None:
        """Find a property of a paragraph: its own, or that of its style."""
        for houder in (alinea, *self.find_keten(stijl)):
            gevonden = houder.find(f"{W}pPr/{pad}")
            if gevonden is not None:
                return gevonden
        return None

    def find_tekenkeuze(self, runs: tuple[etree._Element, ...], naam: str, stijl: str) -> etree._Element | None:
        """Find a property of a run: its own, that of its style, of the style of its paragraph, of the document."""
        houders = list(runs)
        for run in runs:
            tekenstijl = run.find(f"{W}rPr/{W}rStyle")
            if tekenstijl is not None:
                houders.extend(self.find_keten(tekenstijl.get(f"{W}val", "?")))
        for houder in (*houders, *self.find_keten(stijl)):
            gevonden = houder.find(f"{W}rPr/{W}{naam}")
            if gevonden is not None:
                return gevonden
        return None if self._standaard is None else self._standaard.find(f"{W}{naam}")


@attrs.frozen(eq=False)
class Alinea:
    """A paragraph, counted from 1 in its part.

    Attributes:
        deel: the part.
        nummer: which paragraph of the part it is.
        element: its XML.
        tekst: what a reader reads in it.
        stijl: the id of its style; empty for a plain paragraph.
    """

    deel: "Leesdeel"
    nummer: int
    element: etree._Element
    tekst: str
    stijl: str

    @property
    def positie(self) -> tuple[int, int]:
        """Where it comes in reading order."""
        return self.deel.nummer, self.nummer

    def __str__(self) -> str:
        """Point at it: part, number and words; of an empty one the words before it."""
        woorden = kort(self.tekst)
        if woorden:
            return f"{self.deel}, alinea {self.nummer} (‘{woorden}’)"
        ervoor = self.deel.find_woorden(self.nummer - 1)
        return f"{self.deel}, alinea {self.nummer}" + (f" (na ‘{ervoor}’)" if ervoor else "")

    def find_runs(self) -> Iterator[etree._Element]:
        """Find its runs that are read."""
        return (kind for kind in walk(self.element, _NIET_IN_TEKST) if kind.tag == f"{W}r")

    @cached_property
    def niveau(self) -> int | None:
        """The level of a heading: 0 for the title, 1 to 9 for a heading, ``None`` for other text."""
        stijlen = self.deel.stijlen
        niveau = read_getal(self.element.find(f"{W}pPr/{W}outlineLvl"))
        for naam, stijl in zip(stijlen.find_namen(self.stijl), stijlen.find_keten(self.stijl), strict=True):
            if niveau is None:
                niveau = read_getal(stijl.find(f"{W}pPr/{W}outlineLvl"))
            if niveau is None and naam == "title":
                return 0
            if niveau is None and (kop := _KOP.fullmatch(naam)):
                return int(kop.group(1))
        return None if niveau is None or niveau > _HOOGSTE_NIVEAU else niveau + 1

    @property
    def is_lijst(self) -> bool:
        """Whether Word puts a bullet or a number before it."""
        return bool(read_getal(self.deel.stijlen.find_alineakeuze(self.element, self.stijl, f"{W}numPr/{W}numId")))


@attrs.frozen(eq=False)
class Tabel:
    """A table, counted from 1 in its part.

    Attributes:
        deel: the part.
        nummer: which table of the part it is.
        element: its XML.
        rijen: its rows, each with its cells.
        alinea: the number of the last paragraph before it.
    """

    deel: "Leesdeel"
    nummer: int
    element: etree._Element
    rijen: tuple[tuple[etree._Element, tuple[etree._Element, ...]], ...]
    alinea: int

    @property
    def positie(self) -> tuple[int, int]:
        """Where it comes in reading order."""
        return self.deel.nummer, self.alinea

    def __str__(self) -> str:
        """Point at it: part, number and the first words in it, or else those before it."""
        for _, cellen in self.rijen:
            if woorden := kort(" | ".join(filter(None, map(read_celtekst, cellen)))):
                return f"{self.deel}, tabel {self.nummer} (‘{woorden}’)"
        ervoor = self.deel.find_woorden(self.alinea)
        return f"{self.deel}, tabel {self.nummer}" + (f" (na ‘{ervoor}’)" if ervoor else "")


def read_celtekst(cel: etree._Element) -> str:
    """Read the text of a cell, on one line."""
    return " ".join(" ".join(read_tekst(alinea) for alinea in cel.iter(ALINEA)).split())


def kort(tekst: str) -> str:
    """Give the first words of a text, on one line."""
    woorden = " ".join(tekst.split())
    return woorden if len(woorden) <= _WOORDEN else f"{woorden[:_WOORDEN].rstrip()}…"


@attrs.frozen(eq=False)
class Leesdeel:
    """A part of the file that is read.

    Attributes:
        nummer: which part it is, from 0 for the body.
        woorden: what an official calls it: ``hoofdtekst``, ``koptekst 1``.
        soort: the relationship that leads to it: ``header``; ``officeDocument`` for the body.
        wortel: its XML.
        stijlen: the styles of the document.
        relaties: its relationships, by id.
    """

    nummer: int
    woorden: str
    soort: str
    wortel: etree._Element
    stijlen: Stijlen
    relaties: Mapping[str, Relatie]

    def __str__(self) -> str:
        """Give the word for it."""
        return self.woorden

    @cached_property
    def alineas(self) -> tuple[Alinea, ...]:
        """Its paragraphs."""
        return tuple(self._read_alinea(nummer, p) for nummer, p in enumerate(self.wortel.iter(ALINEA), 1))

    def _read_alinea(self, nummer: int, element: etree._Element) -> Alinea:
        stijl = element.find(f"{W}pPr/{W}pStyle")
        return Alinea(self, nummer, element, read_tekst(element), "" if stijl is None else stijl.get(f"{W}val", ""))

    @cached_property
    def per_element(self) -> dict[etree._Element, Alinea]:
        """Its paragraphs, by their XML."""
        return {alinea.element: alinea for alinea in self.alineas}

    @cached_property
    def tabellen(self) -> tuple[Tabel, ...]:
        """Its tables."""
        tabellen: list[Tabel] = []
        alineas = 0
        for element in self.wortel.iter(ALINEA, TABEL):
            if element.tag == ALINEA:
                alineas += 1
            else:
                tabellen.append(Tabel(self, len(tabellen) + 1, element, tuple(_find_rijen(element)), alineas))
        return tuple(tabellen)

    def find_alinea(self, element: etree._Element) -> Alinea | None:
        """Find the paragraph that an element lies in, holds, or stands before or else behind."""
        naast = (element.itersiblings(ALINEA, preceding=achteruit) for achteruit in (False, True))
        gevonden = next(chain(element.iterancestors(ALINEA), element.iter(ALINEA), *naast), None)
        return None if gevonden is None else self.per_element[gevonden]

    def find_woorden(self, tot: int) -> str:
        """Give the words of the last paragraph that has some, up to a number."""
        return kort(self._laatste_tekst[tot])

    @cached_property
    def _laatste_tekst(self) -> tuple[str, ...]:
        """The last text up to every paragraph; the first is what stands before all."""
        return tuple(
            accumulate((a.tekst for a in self.alineas), lambda vorige, t: t if t.strip() else vorige, initial="")
        )


def _find_rijen(tabel: etree._Element) -> Iterator[tuple[etree._Element, tuple[etree._Element, ...]]]:
    for rij in walk(tabel, _WEG | {RIJ, ALINEA}):
        if rij.tag == RIJ:
            yield rij, tuple(cel for cel in walk(rij, _WEG | {CEL, ALINEA}) if cel.tag == CEL)


@attrs.frozen(eq=False)
class Inhoud:
    """A Word file as it is read.

    Attributes:
        pakket: all parts of the file, by name.
        delen: those that are read, the body first.
        namen: the names of those, in the file.
        stijlen: the styles.
        kern: the core properties; an empty element in a file without.
        onleesbaar: the words for parts that are no XML of Word.
    """

    pakket: Mapping[str, bytes]
    delen: tuple[Leesdeel, ...]
    namen: frozenset[str]
    stijlen: Stijlen
    kern: etree._Element
    onleesbaar: tuple[str, ...]


def read_inhoud(pakket: Mapping[str, bytes]) -> Inhoud:
    """Read the parts of a package that ``open_pakket`` let pass."""
    hoofddeel = find_hoofddeel(pakket)
    relaties = list(find_relaties(pakket, hoofddeel))
    onleesbaar: list[str] = []

    def read_deel(naam: str, woorden: str) -> etree._Element:
        wortel = etree.Element("leeg")
        try:
            wortel = parse_deel(naam, pakket[naam])
        except SjabloonError:
            onleesbaar.append(woorden)
        keep_newest(wortel)
        return wortel

    kern = next((relatie.doel for relatie in find_relaties(pakket, "") if relatie.soort == "core-properties"), "")
    stijldeel = next((relatie.doel for relatie in relaties if relatie.soort == "styles"), "")
    stijlen = Stijlen(read_deel(stijldeel, "stijlen") if stijldeel else etree.Element("leeg"))
    gelezen = {hoofddeel: ("officeDocument", "hoofdtekst"), **find_gelezen(relaties)}
    delen = tuple(
        Leesdeel(nummer, woorden, soort, read_deel(naam, woorden), stijlen, _find_per_id(pakket, naam))
        for nummer, (naam, (soort, woorden)) in enumerate(gelezen.items())
    )
    if "hoofdtekst" not in onleesbaar and delen[0].wortel.find(f"{W}body") is None:
        onleesbaar.append("hoofdtekst")
    eigenschappen = read_deel(kern, "eigenschappen") if kern in pakket else etree.Element("leeg")
    return Inhoud(pakket, delen, frozenset(gelezen), stijlen, eigenschappen, tuple(onleesbaar))


def find_gelezen(relaties: Collection[Relatie]) -> dict[str, tuple[str, str]]:
    """Find the other parts that are read, each with its kind and the words for it."""
    gelezen: dict[str, tuple[str, str]] = {}
    for soort, woorden in _GELEZEN.items():
        namen = dict.fromkeys(relatie.doel for relatie in relaties if relatie.soort == soort and not relatie.extern)
        gelezen.update({naam: (soort, woorden.format(nummer)) for nummer, naam in enumerate(namen, 1)})
    return gelezen


def _find_per_id(pakket: Mapping[str, bytes], naam: str) -> dict[str, Relatie]:
    return {relatie.id: relatie for relatie in find_relaties(pakket, naam)}


def keep_newest(wortel: etree._Element) -> None:
    """Take away the older of two versions of the same thing, which Word writes for older programs."""
    for keuze in list(wortel.iter(f"{_MC}AlternateContent")):
        if keuze.find(f"{_MC}Choice") is not None:
            for ouder in keuze.findall(f"{_MC}Fallback"):
                keuze.remove(ouder)
