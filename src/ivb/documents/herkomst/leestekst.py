"""The words of a Word document in the order in which they are read, so that two versions of it can be compared.

A program that saves a document again cuts its runs anew, renames its parts, writes a field in another form and adds
empty paragraphs: nothing of that is in the words. Any word that is added, taken away, replaced or put elsewhere is: in
the text, a table, a header or footer that is shown, a note, a text box. A tracked change is a change, also before
somebody accepts it; hiding a word takes it away. What a program computes itself (page numbers, a table of contents, the
numbers of a list) is left out, and pictures, charts and drawn letters are no words. Where a link leads is a word too.
(ECMA-376 part 1, 17.3, 17.10, 17.11, 17.13.5, 17.16.)
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

import attrs
from lxml import etree

from ivb.documents.word.inhoud import R, W, keep_newest, read_aan
from ivb.documents.word.pakket import Relatie, find_hoofddeel, find_relaties, parse_deel

_FORMULE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

# No XML can hold these, so no text can be taken for one of them.
_RIJ, _CEL, _INVOEGING, _BIJ, _AF, _NOOT, _DEEL, _PAGINA = map(chr, range(1, 9))
_NAAR: Final = "\x0b"

_OVERSLAAN: Final = frozenset(
    {f"{W}{naam}" for naam in ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")}
)
_TEKST: Final = frozenset({f"{W}t", f"{W}delText", _FORMULE})
_NOTEN: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_NOOTVERWIJZINGEN: Final = {f"{W}{noot}Reference": noot for noot in _NOTEN.values()}
_TEKENS: Final = {
    **dict.fromkeys((f"{W}{naam}" for naam in ("tab", "br", "cr", "ptab")), " "),
    **dict.fromkeys(_NOOTVERWIJZINGEN, _NOOT),
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_STANDEN: Final = {f"{W}ins": _BIJ, f"{W}moveTo": _BIJ, f"{W}del": _AF, f"{W}moveFrom": _AF}
_OPDRACHT: Final = frozenset({f"{W}instrText", f"{W}delInstrText"})
_BEREKEND: Final = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|TOC|TOA|INDEX|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME"
    r"|FILENAME|FILESIZE|NUMCHARS|NUMWORDS|REVNUM|LASTSAVEDBY|SEQ|LISTNUM|AUTONUM)\b",
    re.IGNORECASE,
)
_ADRES: Final = "adres"
_BLANCO: Final = "{http://www.w3.org/XML/1998/namespace}space"
_WIT: Final = " \t\r\n"  # what XML takes for white space; a non-breaking space is a character
_LINK: Final = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_SPATIES: Final = re.compile(f"[{_WIT}]+")
_HEX: Final = re.compile(r"[0-9A-Fa-f]{1,4}")


def read_leestekst(delen: Mapping[str, bytes]) -> str:
    """Read the words of a document that ``open_pakket`` let pass; a line for each paragraph with words.

    Raises:
        SjabloonError: there is no document in it.
    """
    hoofddeel = find_hoofddeel(delen)
    relaties = {relatie.id: relatie for relatie in find_relaties(delen, hoofddeel)}
    wortel = _parse(delen, hoofddeel)
    noten = {
        (noot, element.get(f"{W}id", "")): element
        for relatie in relaties.values()
        if (noot := _NOTEN.get(relatie.soort))
        for element in _parse(delen, relatie.doel).iter(f"{W}{noot}")
    }
    regels = [*_read_verhaal(wortel, noten), *_read_kopteksten(wortel, delen, relaties)]
    return "\n".join(regels)


def _parse(delen: Mapping[str, bytes], naam: str) -> etree._Element:
    """Parse a part, with the address of each link in its place."""
    wortel = parse_deel(naam, delen[naam])
    keep_newest(wortel)
    adressen = {een.id: een.doel for een in find_relaties(delen, naam) if een.soort == "hyperlink"}
    for link in wortel.iter(f"{W}hyperlink"):
        link.set(_ADRES, adressen.get(link.get(f"{R}id", ""), ""))
    return wortel


def _read_kopteksten(
    wortel: etree._Element, delen: Mapping[str, bytes], relaties: Mapping[str, Relatie]
) -> Iterator[str]:
    """Read what stands above and below the pages: for each section what differs from the one before it."""
    instellingen = next((relatie.doel for relatie in relaties.values() if relatie.soort == "settings"), "")
    even = bool(instellingen) and read_aan(_parse(delen, instellingen).find(f"{W}evenAndOddHeaders"))
    gevonden: dict[tuple[str, str], str] = {}
    vorige: dict[tuple[str, str], str] = {}
    for sectie in wortel.iter(f"{W}sectPr"):
        for verwijzing in sectie.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            relatie = relaties.get(verwijzing.get(f"{R}id", ""))
            if relatie and relatie.doel in delen:
                regels = _read_verhaal(_parse(delen, relatie.doel), {})
                gevonden[relatie.soort, verwijzing.get(f"{W}type", "default")] = "\n".join(regels)
        soorten = {"default": True, "first": read_aan(sectie.find(f"{W}titlePg")), "even": even}
        for soort in ("header", "footer"):
            for wat, eigen in soorten.items():
                tekst = gevonden.get((soort, wat if eigen else "default"), "")
                if tekst != vorige.get((soort, wat), ""):
                    yield f"{_DEEL}{soort} {wat}\n{tekst}"
                vorige[soort, wat] = tekst


def _read_verhaal(wortel: etree._Element, noten: Mapping[tuple[str, str], etree._Element]) -> list[str]:
    """Read the lines of a body, header, note or text box."""
    verhaal = _Verhaal(noten)
    verhaal.read_blokken(wortel)
    return verhaal.regels


@attrs.define
class _Veld:
    """A field that began and did not end yet; its result comes after its instruction."""

    opdracht: str = ""
    resultaat: bool = False

    @property
    def telt_niet(self) -> bool:
        return not self.resultaat or bool(_BEREKEND.match(self.opdracht))


@attrs.define
class _Verhaal:
    """What is read one after the other; a field can go on over its paragraphs.

    Attributes:
        noten: the notes of the document, by their kind and id.
        regels: the lines that were read.
        velden: the fields that are open.
        stukken: the pieces of the paragraph that is read, each with what tracking says of it.
        erbij: the lines of the notes of that paragraph.
    """

    noten: Mapping[tuple[str, str], etree._Element]
    regels: list[str] = attrs.field(factory=list)
    velden: list[_Veld] = attrs.field(factory=list)
    stukken: list[tuple[str, str]] = attrs.field(factory=list)
    erbij: list[str] = attrs.field(factory=list)

    def read_blokken(self, vak: etree._Element) -> None:
        for kind in vak:
            if kind.tag == f"{W}p":
                self._read_alinea(kind)
            elif kind.tag == f"{W}altChunk":
                self.regels.append(_INVOEGING)
            elif kind.tag not in _OVERSLAAN:
                self.regels += {f"{W}tr": [_RIJ], f"{W}tc": [_CEL]}.get(str(kind.tag), [])
                self.read_blokken(kind)

    def _read_alinea(self, alinea: etree._Element) -> None:
        """Read a paragraph: its text boxes, its words, its notes."""
        self.stukken, self.erbij = [], []
        self._read_stukken(alinea, "")
        groepen = ((stand, "".join(tekst for _, tekst in groep)) for stand, groep in groupby(self.stukken, _get_stand))
        tekst = "".join(f"{stand}{tekst}{stand}" for stand, tekst in groepen)
        eigenschappen = alinea.find(f"{W}pPr/{W}rPr")
        regels = [regel for deel in tekst.split(_PAGINA) if (regel := _SPATIES.sub(" ", deel).strip(" "))]
        if regels and eigenschappen is not None:
            regels[-1] += "".join(_STANDEN.get(str(kind.tag), "") for kind in eigenschappen)
        self.regels += regels + self.erbij

    def _read_stukken(self, element: etree._Element, stand: str | None) -> None:
        """Read pieces of a paragraph; ``stand`` is what tracking says of them, ``None`` for what is hidden."""
        for kind in element.iterchildren("*"):
            naam = str(kind.tag)
            if naam == f"{W}txbxContent":
                self.regels += _read_verhaal(kind, self.noten)
            elif naam == f"{W}fldChar":
                self._turn_veld(kind.get(f"{W}fldCharType", ""), stand)
            elif naam in _OPDRACHT:
                for veld in self.velden[-1:]:
                    veld.opdracht += kind.text or ""
            elif naam == f"{W}r" and read_aan(kind.find(f"{W}rPr/{W}vanish")):
                self._read_stukken(kind, None)
            elif naam not in _OVERSLAAN and not _BEREKEND.match(kind.get(f"{W}instr", "")):
                self._add(_read_teken(kind, naam), stand)
                self._read_noot(naam, kind.get(f"{W}id", ""))
                self._read_stukken(kind, _STANDEN.get(naam, stand) if stand is not None else None)
                self._add(_format_adres(kind.get(_ADRES, "")) or _find_adres(kind.get(f"{W}instr", "")), stand)

    def _add(self, tekst: str, stand: str | None) -> None:
        if tekst and stand is not None and not any(veld.telt_niet for veld in self.velden):
            self.stukken.append((stand, tekst))

    def _turn_veld(self, wat: str, stand: str | None) -> None:
        if wat == "begin":
            self.velden.append(_Veld())
        elif wat == "separate":
            for veld in self.velden[-1:]:
                veld.resultaat = True
        elif self.velden:
            self._add(_find_adres(self.velden.pop().opdracht), stand)

    def _read_noot(self, naam: str, id_: str) -> None:
        noot = self.noten.get((_NOOTVERWIJZINGEN.get(naam, ""), id_))
        if noot is not None:
            self.erbij += [_NOOT, *_read_verhaal(noot, {})]


def _find_adres(opdracht: str) -> str:
    """Find where a field leads; empty for one that is no link."""
    gevonden = _LINK.match(opdracht)
    return _format_adres(gevonden.group(1)) if gevonden else ""


def _format_adres(adres: str) -> str:
    """Write an address as a word of its own; a slash at its end is added and taken away at will."""
    return f"{_NAAR}{adres.rstrip('/')}{_NAAR}" if adres else ""


def _get_stand(stuk: tuple[str, str]) -> str:
    return stuk[0]


def _read_teken(element: etree._Element, naam: str) -> str:
    if naam in _TEKST:
        tekst = element.text or ""
        return tekst if element.get(_BLANCO) == "preserve" else tekst.strip(_WIT)
    if naam == f"{W}sym":
        code = element.get(f"{W}char", "")
        return chr(int(code, 16)) if _HEX.fullmatch(code) else ""
    if naam == f"{W}br" and element.get(f"{W}type") in {"page", "column"}:
        return _PAGINA
    return _TEKENS.get(naam, "")
