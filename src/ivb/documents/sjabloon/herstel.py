"""What tags leave behind, kept whole: XML that closes, a cell with a paragraph, a row with a cell, a grid that fits.

Whether a part stays well-formed is proved on its template: every ``{% if %}`` and ``{% for %}`` begins, turns and ends
inside the same elements, and what is printed is escaped, so that whatever branches a render takes, every element is
closed. Where a condition or an empty list can take away what Word cannot do without (ECMA-376 part 1, 17.4.65: a cell
ends in a paragraph), the template gets a mark that no text can hold; only there a rendered part is looked at.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from docx.oxml.ns import nsmap, qn
from lxml import etree

from ivb.documents.sjabloon.gebreken import Gebrek, raise_gebreken
from ivb.documents.sjabloon.tags import Alineatekst, add_text_before
from ivb.documents.word.wordxml import TEKENING
from ivb.errors import SjabloonError

_VAK: Final = "\x01"
_RIJ: Final = "\x02"
_TABEL: Final = "\x03"
_RASTER: Final = "ivb"

_LEGE_RIJ: Final = re.compile(rf"{_RIJ}(?:<w:tr(?: [^>]*)?/>|<w:tr[ >](?:(?!<w:tc[ />]).)*?</w:tr>)?", re.DOTALL)
_LEGE_TABEL: Final = re.compile(rf"{_TABEL}(?:<w:tbl(?: [^>]*)?/>|<w:tbl[ >](?:(?!<w:tr[ />]).)*?</w:tbl>)?", re.DOTALL)
_EINDE_VAK: Final = re.compile(
    rf"((?:</w:p>|</w:sdt>|<w:p(?: [^>]*)?/>)(?:<w:(?:bookmark|comment|perm|move)[^>]*/>)*)?{_VAK}"
)
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WOORD: Final = re.compile(r"\{%[-+]?\s*(\w+)")
_PLAATSMERK: Final = re.compile(r"\{#(\d+)\n#\}")
_EIGEN: Final = re.compile(r"\|(?:alineas|stukken)\(\d+\) \}\}$")
_VULLING: Final = f"@{qn('w:fill')}"
_BLOKKEN: Final = (qn("w:p"), qn("w:tbl"), qn("w:sdt"))
_VAKKEN: Final = tuple(qn(naam) for naam in ("w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"))
_CELEIGENSCHAPPEN: Final = tuple(
    qn(naam)
    for naam in (
        *("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar"),
        *("w:textDirection", "w:tcFitText", "w:vAlign"),
    )
)


def prepare(bron: str, alineas: Sequence[Alineatekst]) -> str:
    """Prove that a source gives well-formed XML whatever it is filled with, and mark where that can leave a hole.

    Args:
        bron: a patched part; its tags can be read.
        alineas: its paragraphs, for the messages.

    Raises:
        SjabloonError: the tags cut through its structure.
    """
    tags = _Tags(bron, alineas)
    try:
        wortel = etree.fromstring(tags.bron, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as fout:
        raise_gebreken(list(_find_streepjes(alineas)))
        raise SjabloonError(f"de tags snijden door de opbouw van de tekst ({fout})") from fout
    loop = _Loop(tags)
    loop.walk(wortel)
    _mark_gaten(wortel, loop, tags)
    for eigenschappen in wortel.iter(qn("w:tcPr")):
        eigenschappen[:] = sorted(eigenschappen, key=_find_volgorde)
    for tekening in wortel.iter(f"{{{nsmap['wp']}}}docPr"):
        tekening.set("id", tags.hide(TEKENING))
    return tags.restore(etree.tostring(wortel, encoding="unicode"))


def repair(xml: str, nummers: Iterator[int]) -> str:
    """Drop rows without cells and tables without rows, give what lost its last paragraph an empty one, count columns.

    Args:
        xml: a rendered part.
        nummers: the numbers for its pictures.
    """
    if _RIJ in xml:
        xml = _LEGE_RIJ.sub("", xml)
    if _TABEL in xml:
        xml = _LEGE_TABEL.sub("", xml)
    if _VAK in xml:
        xml = _EINDE_VAK.sub(lambda gevonden: gevonden.group(1) or "<w:p/>", xml)
    if TEKENING in xml:
        xml = re.sub(TEKENING, lambda _: str(next(nummers)), xml)
    return _fit_rasters(xml) if f' {_RASTER}="' in xml else xml


def _find_streepjes(alineas: Sequence[Alineatekst]) -> Iterator[Gebrek]:
    """Find the tags that join what stands before or behind them, over the end of their paragraph."""
    for alinea in alineas:
        for tag in alinea.tags:
            if tag.tekst.startswith("{%-") or tag.tekst.endswith("-%}"):
                plakt = (
                    f"‘{tag.tekst}’ plakt met het streepje de alinea’s ervoor of erna eraan vast, en dat lukt hier niet"
                )
                yield alinea.make_gebrek("tag-koppelteken", f"{plakt}; haal het streepje weg")


class _Tags:
    """The tags of a source, out of the way of an XML parser: each is a number between two marks."""

    def __init__(self, bron: str, alineas: Sequence[Alineatekst]) -> None:
        self._alineas = alineas
        self._merk = next(teken for teken in map(chr, range(0xE000, 0xF8FF)) if teken not in bron)
        self._nummer = re.compile(f"{self._merk}(\\d+){self._merk}")
        self._tags: list[str] = []
        self.bron = _TAG.sub(lambda tag: self.hide(tag.group()), bron)

    def hide(self, tag: str) -> str:
        """Give the number of a tag between marks."""
        self._tags.append(tag)
        return f"{self._merk}{len(self._tags) - 1}{self._merk}"

    def find(self, tekst: str) -> list[int]:
        """Find the numbers of the tags in a text."""
        return [int(nummer) for nummer in self._nummer.findall(tekst)]

    def __getitem__(self, nummer: int) -> str:
        return self._tags[nummer]

    def replace(self, nummer: int, tag: str) -> None:
        """Put another tag in the place of one."""
        self._tags[nummer] = tag

    def find_merk(self, nummer: int) -> str:
        """Find the mark of the paragraph that a tag stood in before docxtpl moved it to the properties of its cell."""
        return next((tag for tag in self._tags[nummer:] if _PLAATSMERK.fullmatch(tag)), "")

    def restore(self, xml: str) -> str:
        """Put the tags back."""
        return self._nummer.sub(lambda nummer: self._tags[int(nummer.group(1))], xml)

    def refuse(self, nummer: int, boodschap: str) -> None:
        """Refuse a tag, with the paragraph that it lies in, or lay in before docxtpl took it away."""
        merken = [merk for tag in self._tags[: nummer + 1] if (merk := _PLAATSMERK.fullmatch(tag))]
        gebrek = Gebrek("sjabloon-opbouw", boodschap, plek="vóór de eerste alinea")
        if merken:
            gebrek = self._alineas[int(merken[-1].group(1)) - 1].make_gebrek(gebrek.code, boodschap)
        raise_gebreken([gebrek])


@attrs.frozen
class _Tak:
    """A branch that is open: where its block began, and its number."""

    begin: tuple[object, ...]
    nummer: int


class _Loop:
    """Walks through a source in the order of the text, and notes in which branches each element begins and ends."""

    def __init__(self, tags: _Tags) -> None:
        self._tags = tags
        self._elementen: list[etree._Element | str] = []
        self._takken: list[_Tak] = []
        self._geteld = 0
        self.begin: dict[etree._Element, tuple[int, ...]] = {}
        self.einde: dict[etree._Element, tuple[int, ...]] = {}

    def walk(self, wortel: etree._Element) -> None:
        for gebeurtenis, element in etree.iterwalk(wortel, events=("start", "end")):
            if gebeurtenis == "start":
                self.begin[element] = self._give_tak()
                for naam, waarde in element.attrib.items():
                    self._elementen.append(f"@{naam!s}")
                    self._read(str(waarde))
                    self._elementen.pop()
                self._elementen.append(element)
                self._read(element.text or "")
            else:
                self._elementen.pop()
                self.einde[element] = self._give_tak()
                self._read(element.tail or "")

    def _give_tak(self) -> tuple[int, ...]:
        return tuple(tak.nummer for tak in self._takken)

    def _give_plek(self) -> tuple[object, ...]:
        return tuple(e if isinstance(e, str) else (e.tag, tuple(e.nsmap.items())) for e in self._elementen)

    def _read(self, tekst: str) -> None:
        for nummer in self._tags.find(tekst):
            tag = self._tags[nummer]
            woord = _WOORD.match(tag)
            if tag.startswith("{{"):
                self._read_waarde(nummer, tag)
            elif woord and woord.group(1) in {"if", "for"}:
                self._geteld += 1
                self._takken.append(_Tak(self._give_plek(), self._geteld))
            elif woord and woord.group(1) in {"elif", "else", "endif", "endfor"}:
                self._turn(nummer, woord.group(1))

    def _turn(self, nummer: int, woord: str) -> None:
        tak = self._takken.pop()
        if tak.begin != self._give_plek():
            boodschap = "een {% if … %} of {% for … %} begint in een ander deel van de tekst dan waar hij eindigt"
            self._tags.refuse(nummer, boodschap)
        if woord in {"elif", "else"}:
            self._geteld += 1
            self._takken.append(_Tak(tak.begin, self._geteld))

    def _read_waarde(self, nummer: int, tag: str) -> None:
        binnen = self._elementen[-1]
        if isinstance(binnen, str):
            filter_ = "kleur" if binnen == _VULLING else "kolommen"
            self._tags.replace(nummer, f"{self._tags.find_merk(nummer)}{{{{ ({tag[2:-2].strip()})|{filter_} }}}}")
        elif (binnen.tag == qn("w:t")) == bool(_EIGEN.search(tag)):
            self._tags.refuse(nummer, f"‘{tag}’ staat niet in de tekst van een alinea")


def _mark_gaten(wortel: etree._Element, loop: _Loop, tags: _Tags) -> None:
    """Mark the elements that a render can leave without what they must have, and the grids it can outgrow."""
    rijen = {rij: None for rij in wortel.iter(qn("w:tr")) if not _has_vaste(rij, list(rij.iter(qn("w:tc"))), loop)}
    for tabel in wortel.iter(qn("w:tbl")):
        if not _has_vaste(tabel, [rij for rij in tabel.iter(qn("w:tr")) if rij not in rijen], loop):
            add_text_before(tabel, tags.hide(_TABEL))
        if any(_is_los(cel, loop, tags) for rij in _find_rijen(tabel) for cel in rij.findall(qn("w:tc"))):
            _find_raster(tabel).set(_RASTER, "")
    for rij in rijen:
        add_text_before(rij, tags.hide(_RIJ))
    for vak in wortel.iter(*_VAKKEN):
        blokken = [kind for kind in vak if kind.tag in _BLOKKEN]
        if not blokken or blokken[-1].tag == qn("w:tbl") or loop.einde[blokken[-1]] != loop.einde[vak]:
            etree.SubElement(vak, "einde")
            add_text_before(vak[-1], tags.hide(_VAK))
            vak.remove(vak[-1])


def _has_vaste(element: etree._Element, delen: list[etree._Element], loop: _Loop) -> bool:
    """Tell whether one of the parts of an element is there whenever the element is."""
    return any(loop.begin[deel] == loop.begin[element] for deel in delen)


def _is_los(cel: etree._Element, loop: _Loop, tags: _Tags) -> bool:
    """Tell whether a cell may be there or not, or be of any width."""
    rij = next(cel.iterancestors(qn("w:tr")))
    breedte = cel.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return loop.begin[cel] != loop.begin[rij] or (breedte is not None and bool(tags.find(breedte.get(qn("w:val"), ""))))


def _find_raster(tabel: etree._Element) -> etree._Element:
    raster = tabel.find(qn("w:tblGrid"))
    if raster is None:
        raise SjabloonError(
            "een tabel waarvan de kolommen wisselen heeft geen w:tblGrid; bewaar het opnieuw vanuit Word"
        )
    return raster


def _find_rijen(tabel: etree._Element) -> list[etree._Element]:
    return [rij for rij in tabel.iter(qn("w:tr")) if next(rij.iterancestors(qn("w:tbl"))) is tabel]


def _fit_rasters(xml: str) -> str:
    """Give the tables whose columns vary as many columns in their grid as in their rows."""
    wortel = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for raster in list(wortel.iter(qn("w:tblGrid"))):
        if raster.attrib.pop(_RASTER, None) is not None:
            rijen = [rij.findall(qn("w:tc")) for rij in _find_rijen(next(raster.iterancestors()))]
            try:
                _widen(raster, max(map(len, rijen), default=0))
                _narrow(raster, max((sum(map(_count_kolommen, rij)) for rij in rijen), default=0))
            except ValueError as fout:
                raise SjabloonError(
                    f"een breedte of een aantal kolommen van een tabel is geen getal ({fout})"
                ) from fout
    return etree.tostring(wortel, encoding="unicode")


def _widen(raster: etree._Element, aantal: int) -> None:
    breedtes = [_read_breedte(kolom) for kolom in raster]
    totaal = sum(breedtes)
    if totaal and aantal > len(breedtes):
        oud, nieuw = totaal / len(breedtes), totaal / aantal
        for kolom, breedte in zip(raster, breedtes, strict=True):
            kolom.set(qn("w:w"), str(int(breedte * nieuw / oud)))
        for _ in range(aantal - len(breedtes)):
            etree.SubElement(raster, qn("w:gridCol"), {qn("w:w"): str(int(nieuw))})


def _narrow(raster: etree._Element, aantal: int) -> None:
    if weg := raster[aantal:] if aantal else []:
        vrij = int(sum(map(_read_breedte, weg)) / aantal)
        for kolom in weg:
            raster.remove(kolom)
        for kolom in raster:
            kolom.set(qn("w:w"), str(int(_read_breedte(kolom) + vrij)))


def _read_breedte(kolom: etree._Element) -> float:
    return float(kolom.get(qn("w:w"), "0"))


def _count_kolommen(cel: etree._Element) -> int:
    breedte = cel.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if breedte is None else int(breedte.get(qn("w:val"), "1"))


def _find_volgorde(element: etree._Element) -> int:
    return _CELEIGENSCHAPPEN.index(element.tag) if element.tag in _CELEIGENSCHAPPEN else len(_CELEIGENSCHAPPEN)
