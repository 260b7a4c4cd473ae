"""The words of a Word document in the order in which they are read, so that two versions of it can be compared.

A program that saves a document again cuts its runs anew, renames its parts, writes a field in another form and adds
empty paragraphs: nothing of that is in the words. Any word that is added, taken away, replaced or put elsewhere is: in
the text, a table, a header or footer that is shown, a note, a text box. A tracked change is a change, also before
somebody accepts it; hiding a word takes it away. What a program computes itself (page numbers, a table of contents, the
numbers of a list) is left out, and pictures, charts and drawn letters are no words.
(ECMA-376 part 1, 17.3, 17.10, 17.11, 17.13.5, 17.16.)
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, TypeAlias

import attrs
from lxml import etree

from ivb.documents.pakket import Relatie, find_hoofddeel, find_relaties, parse_deel

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_Noten: TypeAlias = Mapping[tuple[str, str], etree._Element]

# No XML can hold these, so no text can be taken for one of them.
_RIJ, _CEL, _INVOEGING, _BIJ, _AF, _NOOT, _DEEL = map(chr, range(1, 8))

_OVERSLAAN: Final = frozenset(
    {f"{_W}{naam}" for naam in ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")}
)
_TEKST: Final = frozenset({f"{_W}t", f"{_W}delText", _FORMULE})
_NOTEN: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_NOOTVERWIJZINGEN: Final = {f"{_W}{noot}Reference": noot for noot in _NOTEN.values()}
_TEKENS: Final = {
    **dict.fromkeys((f"{_W}{naam}" for naam in ("tab", "br", "cr", "ptab")), " "),
    **dict.fromkeys(_NOOTVERWIJZINGEN, _NOOT),
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_STANDEN: Final = {f"{_W}ins": _BIJ, f"{_W}moveTo": _BIJ, f"{_W}del": _AF, f"{_W}moveFrom": _AF}
_OPDRACHT: Final = frozenset({f"{_W}instrText", f"{_W}delInstrText"})
_BEREKEND: Final = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF TOC TOA INDEX DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME FILENAME "
    "FILESIZE NUMCHARS NUMWORDS REVNUM LASTSAVEDBY".split()
)
_UIT: Final = frozenset({"0", "false", "off"})
_HEX: Final = re.compile(r"[0-9A-Fa-f]{1,4}")


def read_leestekst(delen: Mapping[str, bytes]) -> str:
    """Read the words of a document that ``open_pakket`` let pass; a line for each paragraph with words.

    Raises:
        SjabloonError: there is no document in it.
    """
    hoofddeel = find_hoofddeel(delen)
    relaties = {relatie.id: relatie for relatie in find_relaties(delen, hoofddeel)}
    wortel = parse_deel(hoofddeel, delen[hoofddeel])
    noten = {
        (noot, element.get(f"{_W}id", "")): element
        for relatie in relaties.values()
        if (noot := _NOTEN.get(relatie.soort))
        for element in parse_deel(relatie.doel, delen[relatie.doel]).iter(f"{_W}{noot}")
    }
    regels = [*_read_verhaal(wortel, noten), *_read_kopteksten(wortel, delen, relaties)]
    return "\n".join(regels)


def _read_kopteksten(
    wortel: etree._Element, delen: Mapping[str, bytes], relaties: Mapping[str, Relatie]
) -> Iterator[str]:
    """Read what stands above and below the pages: for each section what differs from the one before it."""
    instellingen = next((relatie.doel for relatie in relaties.values() if relatie.soort == "settings"), "")
    even = bool(instellingen) and _is_aan(parse_deel(instellingen, delen[instellingen]), "evenAndOddHeaders")
    gevonden: dict[tuple[str, str], str] = {}
    vorige: dict[tuple[str, str], str] = {}
    for sectie in wortel.iter(f"{_W}sectPr"):
        for verwijzing in sectie.iterchildren(f"{_W}headerReference", f"{_W}footerReference"):
            relatie = relaties.get(verwijzing.get(_R_ID, ""))
            if relatie and relatie.doel in delen:
                regels = _read_verhaal(parse_deel(relatie.doel, delen[relatie.doel]), {})
                gevonden[relatie.soort, verwijzing.get(f"{_W}type", "default")] = "\n".join(regels)
        soorten = {"default": True, "first": _is_aan(sectie, "titlePg"), "even": even}
        for soort in ("header", "footer"):
            for wat, eigen in soorten.items():
                tekst = gevonden.get((soort, wat if eigen else "default"), "")
                if tekst != vorige.get((soort, wat), ""):
                    yield f"{_DEEL}{soort} {wat}\n{tekst}"
                vorige[soort, wat] = tekst


def _read_verhaal(wortel: etree._Element, noten: _Noten) -> list[str]:
    """Read the lines of a body, header, note or text box."""
    verhaal = _Verhaal(noten)
    verhaal.read_blokken(wortel)
    return verhaal.regels


def _is_aan(houder: etree._Element, naam: str) -> bool:
    """Tell whether a property is there and on."""
    eigenschap = houder.find(f"{_W}{naam}")
    return eigenschap is not None and eigenschap.get(f"{_W}val", "1") not in _UIT


def _is_berekend(opdracht: str) -> bool:
    return next(iter(opdracht.split()), "").upper() in _BEREKEND


@attrs.define
class _Veld:
    """A field that began and did not end yet; its result comes after its instruction."""

    opdracht: str = ""
    resultaat: bool = False

    @property
    def telt_niet(self) -> bool:
        return not self.resultaat or _is_berekend(self.opdracht)


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

    noten: _Noten
    regels: list[str] = attrs.field(factory=list)
    velden: list[_Veld] = attrs.field(factory=list)
    stukken: list[tuple[str, str]] = attrs.field(factory=list)
    erbij: list[str] = attrs.field(factory=list)

    def read_blokken(self, vak: etree._Element) -> None:
        for kind in vak:
            if kind.tag == f"{_W}p":
                self._read_alinea(kind)
            elif kind.tag == f"{_W}altChunk":
                self.regels.append(_INVOEGING)
            elif kind.tag not in _OVERSLAAN:
                self.regels += {f"{_W}tr": [_RIJ], f"{_W}tc": [_CEL]}.get(str(kind.tag), [])
                self.read_blokken(kind)

    def _read_alinea(self, alinea: etree._Element) -> None:
        """Read a paragraph: its text boxes, its words, its notes."""
        self.stukken, self.erbij = [], []
        self._read_stukken(alinea, "")
        groepen = ((stand, "".join(tekst for _, tekst in groep)) for stand, groep in groupby(self.stukken, _get_stand))
        tekst = "".join(f"{stand}{tekst}{stand}" for stand, tekst in groepen)
        eigenschappen = alinea.find(f"{_W}pPr/{_W}rPr")
        regel = " ".join(tekst.split())
        if regel:
            einde = [] if eigenschappen is None else [_STANDEN.get(str(kind.tag), "") for kind in eigenschappen]
            self.regels.append("".join((regel, *einde)))
        self.regels += self.erbij

    def _read_stukken(self, element: Iterable[etree._Element], stand: str | None) -> None:
        """Read pieces of a paragraph; ``stand`` is what tracking says of them, ``None`` for what is hidden."""
        for kind in element:
            naam = str(kind.tag)
            if naam == f"{_W}txbxContent":
                self.regels += _read_verhaal(kind, self.noten)
            elif naam == f"{_MC}AlternateContent":
                self._read_stukken(kind[:1], stand)  # the rest says the same to older programs
            elif naam == f"{_W}fldChar":
                self._turn_veld(kind.get(f"{_W}fldCharType", ""))
            elif naam in _OPDRACHT:
                for veld in self.velden[-1:]:
                    veld.opdracht += kind.text or ""
            elif naam == f"{_W}r" and _is_verborgen(kind):
                self._read_stukken(kind, None)
            elif naam not in _OVERSLAAN and not _is_berekend(kind.get(f"{_W}instr", "")):
                self._add(_read_teken(kind, naam), stand)
                self._read_noot(naam, kind.get(f"{_W}id", ""))
                self._read_stukken(kind, _STANDEN.get(naam, stand) if stand is not None else None)

    def _add(self, tekst: str, stand: str | None) -> None:
        if tekst and stand is not None and not any(veld.telt_niet for veld in self.velden):
            self.stukken.append((stand, tekst))

    def _turn_veld(self, wat: str) -> None:
        if wat == "begin":
            self.velden.append(_Veld())
        elif wat == "separate":
            for veld in self.velden[-1:]:
                veld.resultaat = True
        else:
            del self.velden[-1:]

    def _read_noot(self, naam: str, id_: str) -> None:
        noot = self.noten.get((_NOOTVERWIJZINGEN.get(naam, ""), id_))
        if noot is not None:
            self.erbij += [_NOOT, *_read_verhaal(noot, {})]


def _get_stand(stuk: tuple[str, str]) -> str:
    return stuk[0]


def _read_teken(element: etree._Element, naam: str) -> str:
    if naam in _TEKST:
        return element.text or ""
    if naam == f"{_W}sym":
        code = element.get(f"{_W}char", "")
        return chr(int(code, 16)) if _HEX.fullmatch(code) else ""
    return _TEKENS.get(naam, "")


def _is_verborgen(run: etree._Element) -> bool:
    eigenschappen = run.find(f"{_W}rPr")
    return eigenschappen is not None and _is_aan(eigenschappen, "vanish")
