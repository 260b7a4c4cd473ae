"""A finding before its words are looked up."""

from typing import NamedTuple

from lxml import etree

from ivb.documents.word.inhoud import Alinea, Leesdeel, Tabel

EIGENSCHAPPEN = "eigenschappen"
_VOORAAN = (-1, 0)


class Vondst(NamedTuple):
    """What a check finds.

    Attributes:
        code: which kind.
        positie: where it comes in reading order: part and paragraph.
        plaats: the place, in words.
        wat: what is wrong, when that says more than the words of the kind.
    """

    code: str
    positie: tuple[int, int]
    plaats: str
    wat: str = ""


def vind(code: str, plek: Alinea | Tabel, wat: str = "") -> Vondst:
    """Find something in a paragraph or a table."""
    return Vondst(code, plek.positie, str(plek), wat)


def vind_bij(code: str, deel: Leesdeel, element: etree._Element, wat: str = "") -> Vondst:
    """Find something at any element of a part."""
    alinea = deel.find_alinea(element)
    return vind(code, alinea, wat) if alinea else Vondst(code, (deel.nummer, 0), str(deel), wat)


def vind_in(code: str, plaats: str, wat: str = "") -> Vondst:
    """Find something in the properties or in another part that is not read; that comes before the text."""
    return Vondst(code, _VOORAAN, plaats, wat)
