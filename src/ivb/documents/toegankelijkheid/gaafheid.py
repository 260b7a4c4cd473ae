"""Soundness: what makes Word call a file damaged, or a reader see what was never meant for reading.

Tables without rows or cells without paragraphs, bookmarks that do not close, notes that are not there, styles that are
missing (ECMA-376), and tags that a template left.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ivb.documents.toegankelijkheid.vondst import EIGENSCHAPPEN, Vondst, vind, vind_bij, vind_in
from ivb.documents.word.inhoud import (
    ALINEA,
    NOOT,
    TABEL,
    Inhoud,
    Tabel,
    W,
    find_blokken,
    kort,
    read_tekst,
)
from ivb.documents.word.pakket import parse_deel

_TAG: Final = re.compile(r"\{\{|\}\}|\{%|%\}")
_HELE_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TEKST: Final = frozenset({f"{W}t", f"{W}delText"})
_BEELD: Final = tuple(f"{W}{naam}" for naam in ("drawing", "pict", "object"))


def check_onderdelen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Tell which parts could not be read."""
    for woorden in inhoud.onleesbaar:
        yield vind_in("onderdeel-onleesbaar", woorden)


def check_tabelbouw(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that a table has rows, a row cells, and a cell a paragraph at its end."""
    for deel in inhoud.delen:
        for tabel in deel.tabellen:
            if not tabel.rijen:
                yield vind("tabel-zonder-rij", tabel)
            elif not all(cellen for _, cellen in tabel.rijen):
                yield vind("rij-zonder-cel", tabel)
            for rij, (_, cellen) in enumerate(tabel.rijen, 1):
                for kolom, cel in enumerate(cellen, 1):
                    yield from _check_cel(tabel, cel, f"de cel in rij {rij}, kolom {kolom}")


def _check_cel(tabel: Tabel, cel: etree._Element, welke: str) -> Iterator[Vondst]:
    blokken = list(find_blokken(cel))
    if not blokken:
        yield vind("cel-zonder-alinea", tabel, f"in {welke} staat geen alinea, en dat kan in Word niet")
    elif blokken[-1].tag == TABEL:
        yield vind("cel-eindigt-op-tabel", tabel, f"{welke} eindigt op een tabel, en dat kan in Word niet")


def check_bladwijzers(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that every bookmark begins and ends, and has a name of its own."""
    namen: set[str] = set()
    for deel in inhoud.delen:
        begin = {merk.get(f"{W}id"): merk for merk in deel.wortel.iter(f"{W}bookmarkStart")}
        einde = {merk.get(f"{W}id"): merk for merk in deel.wortel.iter(f"{W}bookmarkEnd")}
        for id_, merk in begin.items():
            naam = merk.get(f"{W}name", "")
            if id_ not in einde:
                yield vind_bij(
                    "bladwijzer-open", deel, merk, f"de bladwijzer ‘{kort(naam)}’ begint hier, maar eindigt nergens"
                )
            if naam.casefold() in namen:
                yield vind_bij(
                    "bladwijzer-dubbel", deel, merk, f"de bladwijzer ‘{kort(naam)}’ heeft dezelfde naam als een eerdere"
                )
            namen.add(naam.casefold())
        for id_, merk in einde.items():
            if id_ not in begin:
                yield vind_bij("bladwijzer-zonder-begin", deel, merk)


def check_noten(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that every note holds something, and that every number of a note has its note."""
    noten = {(noot.tag, noot.get(f"{W}id")) for deel in inhoud.delen for noot in deel.wortel.iter(*NOOT)}
    for deel in inhoud.delen:
        for verwijzing in deel.wortel.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            soort = str(verwijzing.tag).removesuffix("Reference")
            if (soort, verwijzing.get(f"{W}id")) not in noten:
                yield vind_bij("noot-ontbreekt", deel, verwijzing)
        for noot in deel.wortel.iter(*NOOT):
            gevuld = any(read_tekst(alinea).strip() for alinea in noot.iter(ALINEA))
            if noot.get(f"{W}type", "normal") == "normal" and not gevuld and next(noot.iter(*_BEELD), None) is None:
                yield vind_bij("noot-leeg", deel, noot)


def check_stijlen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that the style of every paragraph is there."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            if alinea.stijl and not inhoud.stijlen.has(alinea.stijl):
                yield vind(
                    "stijl-ontbreekt",
                    alinea,
                    f"de stijl ‘{kort(alinea.stijl)}’ van deze alinea zit niet in het document",
                )


def check_tags(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no tag of a template is left, in the text or in any other part."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            if _TAG.search(alinea.tekst):
                yield vind("sjabloontag", alinea)
        for element in deel.wortel.iter():
            if tekst := _find_tag(element):
                yield vind_bij(
                    "sjabloontag", deel, element, f"hier staat nog een tag van een sjabloon (‘{kort(tekst)}’)"
                )
    for naam in sorted(inhoud.pakket.keys() - inhoud.namen):
        if tekst := next(filter(None, map(_find_tag, _find_elementen(naam, inhoud.pakket[naam]))), ""):
            plaats = EIGENSCHAPPEN if naam.startswith("docProps/") else f"onderdeel {naam}"
            yield vind_in("sjabloontag", plaats, f"hier staat nog een tag van een sjabloon (‘{kort(tekst)}’)")


def _find_elementen(naam: str, deel: bytes) -> Iterator[etree._Element]:
    if naam.endswith((".xml", ".rels")):
        yield from parse_deel(naam, deel).iter()


def _find_tag(element: etree._Element) -> str:
    """Find a tag where no text of a paragraph is: in a field, an attribute, a property."""
    teksten = [*map(str, element.attrib.values()), element.tail or ""]
    if element.tag not in _TEKST:
        teksten.append(element.text or "")
    for tekst in teksten:
        if gevonden := _HELE_TAG.search(tekst):
            return gevonden.group()
    return ""
