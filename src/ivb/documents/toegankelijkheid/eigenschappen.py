"""What a document says about itself: title and language (EN 301 549, 10.2.4.2 and 10.3.1), and its dates.

A screen reader reads the title out and chooses a voice by the language. Dutch is expected; another language is fine
when the properties say the same.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ivb.documents.toegankelijkheid.vondst import EIGENSCHAPPEN, Vondst, vind, vind_in
from ivb.documents.word.inhoud import Alinea, Inhoud, W, kort, read_tekst

_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS: Final = "{http://purl.org/dc/terms/}"
_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DATUMS: Final = (f"{_DCTERMS}created", f"{_DCTERMS}modified", f"{_CP}lastPrinted")
_GEEN_TITEL: Final = re.compile(
    r"(word[- ]?)?document ?[0-9]*|naamloos|zonder titel|untitled|titel|title|microsoft word\b.*"
    r"|\S+\.(docx?|dotx?|odt|pdf|rtf)"
)
_W3CDTF: Final = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(?:Z|[-+](?:0[0-9]|1[0-4]):[0-5][0-9]))?)?)?"
)
_TAALCODE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*|x-none", re.ASCII | re.IGNORECASE)
_GEEN_TAAL: Final = frozenset({"", "x-none"})
_NEDERLANDS: Final = frozenset({"nl", "nld", "dut"})
_LATIJN: Final = frozenset({"", "x", "nl", "en", "de", "fr"})
_VREEMD: Final = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u2e80-\ua69f\ua960-\ud7ff\uf900-\ufaff]+")
_SCHRIFTEN: Final = {
    **dict.fromkeys(("HEBREW", "ARABIC", "SYRIAC", "THAANA"), "bidi"),
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"), "eastAsia"),
}
_KORTSTE_WOORD: Final = 2


def check_titel(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that there is a title that says something."""
    titel = _read_kern(inhoud, f"{_DC}title")
    if not titel:
        yield vind_in("titel-ontbreekt", EIGENSCHAPPEN)
    elif _GEEN_TITEL.fullmatch(titel.casefold()):
        wat = f"de titel ‘{kort(titel)}’ zegt niet waar het document over gaat"
        yield vind_in("titel-nietszeggend", EIGENSCHAPPEN, wat)


def check_datums(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that the dates exist and are written as W3CDTF (https://www.w3.org/TR/NOTE-datetime)."""
    for element in inhoud.kern.iter(*_DATUMS):
        tekst = (element.text or "").strip()
        if not _is_datum(tekst):
            naam = etree.QName(element).localname
            wat = f"de datum ‘{kort(tekst)}’ ({naam}) bestaat niet of is anders geschreven dan het hoort"
            yield vind_in("datum-onjuist", EIGENSCHAPPEN, wat)


def check_taal(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that text and properties have a language, the same one, and Dutch unless both say otherwise."""
    tekst, eigen = inhoud.stijlen.taal, _read_kern(inhoud, f"{_DC}language")
    if onbekend := [taal for taal in (tekst, eigen) if taal and not _TAALCODE.fullmatch(taal)]:
        yield vind_in("taal-onbekend", EIGENSCHAPPEN, f"‘{kort(onbekend[0])}’ is geen taalcode")
    elif tekst.casefold() in _GEEN_TAAL:
        yield vind_in("taal-ontbreekt", EIGENSCHAPPEN)
    elif not eigen:
        code = "taal-eigenschap-ontbreekt" if _read_taal(tekst) in _NEDERLANDS else "taal-niet-nederlands"
        yield vind_in(code, EIGENSCHAPPEN)
    elif _read_taal(tekst) != _read_taal(eigen):
        wat = f"de taal van de standaardtekst is {tekst}, en volgens de eigenschappen is die {eigen}"
        yield vind_in("taal-tegenstrijdig", EIGENSCHAPPEN, wat)


def check_taal_van_delen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that words in another script than ours have a language of their own; once per paragraph."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            woorden = (woord for run in alinea.find_runs() for woord in _find_vreemd(alinea, run))
            if woord := next(woorden, ""):
                wat = f"‘{kort(woord)}’ staat in een ander schrift, maar heeft de taal van de rest"
                yield vind("taal-van-deel-ontbreekt", alinea, wat)


def _find_vreemd(alinea: Alinea, run: etree._Element) -> Iterator[str]:
    """Find words in another script without a language of their own; one letter is a symbol, not a word."""
    for woord in _VREEMD.findall(read_tekst(run)):
        letters = [teken for teken in woord if teken.isalpha()]
        if len(letters) >= _KORTSTE_WOORD:
            schrift = re.split("[ -]", unicodedata.name(letters[0], ""))[0]
            taal = alinea.deel.stijlen.find_tekenkeuze((run,), "lang", alinea.stijl)
            gezegd = "" if taal is None else taal.get(f"{W}{_SCHRIFTEN.get(schrift, 'val')}", "")
            if _read_taal(gezegd) in _LATIJN:
                yield woord


def _read_kern(inhoud: Inhoud, naam: str) -> str:
    return " ".join((inhoud.kern.findtext(naam) or "").split())


def _read_taal(code: str) -> str:
    """Read the language from a code, without country or script."""
    return code.casefold().partition("-")[0]


def _is_datum(tekst: str) -> bool:
    gevonden = _W3CDTF.fullmatch(tekst)
    if gevonden is None:
        return False
    delen = [int(deel or begin) for deel, begin in zip(gevonden.groups(), "111000", strict=True)]
    try:
        datetime.datetime(*delen)  # type: ignore[arg-type]  # noqa: DTZ001  only whether it exists
    except ValueError:
        return False
    return True
