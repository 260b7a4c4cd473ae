"""Paragraphs: white space, columns and lists made by style and not by hand, no text boxes (EN 301 549, 10.1.3).

A tab to a tab stop is fine, as between a label and its value; tabs in a row and lines in three or more columns are not.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from lxml import etree

from ivb.documents.toegankelijkheid.vondst import Vondst, vind
from ivb.documents.word.inhoud import (
    ALINEA,
    TEKSTVAK,
    Alinea,
    Inhoud,
    Leesdeel,
    W,
    find_blokken,
    find_vakken,
    is_pagina_einde,
)

_INHOUD: Final = frozenset(
    f"{W}{naam}"
    for naam in (
        *("drawing", "pict", "object", "fldSimple", "fldChar", "footnoteReference", "endnoteReference", "footnoteRef"),
        *(
            "endnoteRef",
            "sectPr",
            "commentReference",
            "sym",
            "ptab",
            "pgNum",
            "altChunk",
            "separator",
            "del",
            "moveFrom",
        ),
        *("continuationSeparator", "annotationRef"),
    )
)
_LIJNEN: Final = ("pBdr", "shd")
_WISKUNDE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_SPATIES: Final = re.compile("[ \u00a0]{3,}")
_KOLOMMEN: Final = re.compile(r"\S[^\n\t]*\t+[^\n\t]*\S[^\n\t]*\t+[^\n\t]*\S")
_LIJSTTEKEN: Final = re.compile(
    r"(?:[-\u2013\u2014\u2022\u00b7\u25aa\u25e6\uf0b7\u2023\u27a2\u2713][ \u00a0\t]|o\t"
    r"|\(?[0-9]{1,2}[.)][ \u00a0\t]|\(?[a-z]\)[ \u00a0\t]|[a-z]\.\t)[ \u00a0\t]*\S"
)
_OPGEMAAKT: Final = ("toc", "table of", "index")


def check_lege_alineas(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no paragraph is there for its white space only; several in a row are one finding.

    Word cannot do without a paragraph in an empty cell, at the end after a table, and between two tables. A paragraph
    with a border or a colour behind it is a line on the page, and no white space.
    """
    for deel in inhoud.delen:
        for vak in find_vakken(deel.wortel):
            blokken = list(find_blokken(vak))
            for leeg, groep in groupby(enumerate(blokken), key=lambda paar: _is_leeg(deel, paar[1])):
                plekken = [plek for plek, _ in groep]
                if leeg and not _is_nodig(blokken, plekken[0], plekken[-1]):
                    aantal = len(plekken)
                    wat = f"hier staan {aantal} lege alinea's, en een schermlezer leest die voor" if aantal > 1 else ""
                    yield vind("alinea-leeg", deel.per_element[blokken[plekken[0]]], wat)


def _is_leeg(deel: Leesdeel, blok: etree._Element) -> bool:
    if blok.tag != ALINEA:
        return False
    alinea = deel.per_element[blok]
    if alinea.tekst.strip() or alinea.niveau is not None or _is_lijn(alinea):
        return False
    return not any(kind.tag in _INHOUD or kind.tag == _WISKUNDE or is_pagina_einde(kind) for kind in blok.iter())


def _is_lijn(alinea: Alinea) -> bool:
    keuzes = (alinea.deel.stijlen.find_alineakeuze(alinea.element, alinea.stijl, f"{W}{naam}") for naam in _LIJNEN)
    return any(keuze is not None for keuze in keuzes)


def _is_nodig(blokken: list[etree._Element], eerste: int, laatste: int) -> bool:
    """Tell whether one empty paragraph stands where Word needs one."""
    na_tabel = eerste > 0 and blokken[eerste - 1].tag != ALINEA
    aan_einde = laatste == len(blokken) - 1
    voor_tabel = not aan_einde and blokken[laatste + 1].tag != ALINEA
    alleen = len(blokken) == 1
    return eerste == laatste and (alleen or (na_tabel and (aan_einde or voor_tabel)))


def check_witruimte(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that nothing is put in its place with line breaks, spaces or tabs in a row."""
    for alinea in _find_alineas(inhoud):
        tekst = alinea.tekst.strip()
        if re.search(r"\n[ \u00a0\t]*\n", tekst):
            yield vind("regels-leeg", alinea)
        if _SPATIES.search(tekst):
            yield vind("spaties-uitlijning", alinea)
        if "\t\t" in tekst:
            yield vind("tabs-uitlijning", alinea)


def check_getypte_tabellen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no lines under each other are set in three or more columns with tabs."""
    for alineas in _group_blokken(inhoud, lambda alinea: bool(_KOLOMMEN.search(alinea.tekst))):
        regels = sum(bool(_KOLOMMEN.search(regel)) for alinea in alineas for regel in alinea.tekst.split("\n"))
        if regels > 1:
            yield vind("tabel-getypt", alineas[0], f"deze {regels} regels zijn met tabs in kolommen gezet")


def check_getypte_lijsten(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no bullet or number is typed at the beginning of a line; of items in a row the first is told."""
    for alineas in _group_blokken(inhoud, _is_getypt):
        yield vind("lijst-getypt", alineas[0])


def _is_getypt(alinea: Alinea) -> bool:
    if alinea.is_lijst or alinea.niveau is not None:
        return False
    return any(_LIJSTTEKEN.match(regel.lstrip()) for regel in alinea.tekst.split("\n"))


def check_tekstvakken(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check that no text stands in a text box; one is told for each drawing."""
    for deel in inhoud.delen:
        for vak in deel.wortel.iter(TEKSTVAK):
            alineas = [deel.per_element[element] for element in vak.iter(ALINEA)]
            gevuld = [alinea for alinea in alineas if alinea.tekst.strip()]
            if gevuld:
                yield vind("tekstvak", gevuld[0])


def _find_alineas(inhoud: Inhoud) -> Iterator[Alinea]:
    """Find the paragraphs that a writer wrote: not those of a table of contents, which Word makes."""
    for deel in inhoud.delen:
        for alinea in deel.alineas:
            if not _is_van_word(alinea):
                yield alinea


def _is_van_word(alinea: Alinea) -> bool:
    return any(naam.startswith(_OPGEMAAKT) for naam in alinea.deel.stijlen.find_namen(alinea.stijl))


def _group_blokken(inhoud: Inhoud, hoort: Callable[[Alinea], bool]) -> Iterator[list[Alinea]]:
    """Group the paragraphs under each other that belong to something."""
    for deel in inhoud.delen:
        for vak in find_vakken(deel.wortel):
            alineas = (deel.per_element.get(blok) for blok in find_blokken(vak))
            for bij_elkaar, groep in groupby(
                alineas, key=lambda een: een is not None and not _is_van_word(een) and hoort(een)
            ):
                if bij_elkaar:
                    yield [alinea for alinea in groep if alinea]
