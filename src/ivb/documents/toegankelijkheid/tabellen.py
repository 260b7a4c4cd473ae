"""Tables: for data, with a header row that is repeated (EN 301 549, 10.1.3.1; PDF/UA-1, 7.5), and none for layout."""

from collections.abc import Iterator

from lxml import etree

from ivb.documents.toegankelijkheid.vondst import Vondst, vind
from ivb.documents.word.inhoud import (
    CEL,
    Inhoud,
    Tabel,
    W,
    find_blokken,
    find_vak,
    read_aan,
    read_celtekst,
    read_getal,
)


def check_tabellen(inhoud: Inhoud) -> Iterator[Vondst]:
    """Check every table with rows; one in another table is told as such, and no more of it."""
    for deel in inhoud.delen:
        for tabel in deel.tabellen:
            if tabel.rijen and all(cellen for _, cellen in tabel.rijen):
                yield from _check_tabel(tabel)


def _check_tabel(tabel: Tabel) -> Iterator[Vondst]:
    if _is_genest(tabel):
        if not _is_laatste(tabel):  # that is a fault of the cell
            yield vind("tabel-genest", tabel)
        return
    koppen = [bool(read_aan(rij.find(f"{W}trPr/{W}tblHeader"))) for rij, _ in tabel.rijen]
    breedte = max(len(cellen) for _, cellen in tabel.rijen)
    samengevoegd = any(_is_samengevoegd(cel) for _, cellen in tabel.rijen for cel in cellen)
    if breedte == len(tabel.rijen) == 1:
        yield vind("tabel-een-cel", tabel)
    elif not any(koppen):
        opmaak = samengevoegd or 1 in {breedte, len(tabel.rijen)}
        yield vind("tabel-als-opmaak" if opmaak else "tabel-zonder-kop", tabel)
    else:
        yield from _check_kop(tabel, koppen)
        if samengevoegd:
            yield vind("cellen-samengevoegd", tabel)
    if tabel.element.find(f"{W}tblPr/{W}tblpPr") is not None:
        yield vind("tabel-zwevend", tabel)


def _check_kop(tabel: Tabel, koppen: list[bool]) -> Iterator[Vondst]:
    """Check that the header rows are the first, and that every column but the first has a header."""
    if koppen != sorted(koppen, reverse=True):
        yield vind("tabelkop-niet-bovenaan", tabel)
        return
    rijen = [cellen for kop, (_, cellen) in zip(koppen, tabel.rijen, strict=True) if kop]
    leeg = [kolom for kolom, cel in enumerate(rijen[-1], 1) if kolom > 1 and not _has_kop(cel)]
    if leeg:
        yield vind("tabelkop-leeg", tabel, f"kolom {leeg[0]} van deze tabel heeft geen kop")


def _has_kop(cel: etree._Element) -> bool:
    in_hogere_rij = cel.find(f"{W}tcPr/{W}vMerge") is not None
    return in_hogere_rij or bool(read_celtekst(cel)) or next(cel.iter(f"{W}drawing", f"{W}pict"), None) is not None


def _is_samengevoegd(cel: etree._Element) -> bool:
    breedte = read_getal(cel.find(f"{W}tcPr/{W}gridSpan")) or 1
    return breedte > 1 or cel.find(f"{W}tcPr/{W}vMerge") is not None


def _is_genest(tabel: Tabel) -> bool:
    return next(tabel.element.iterancestors(CEL), None) is not None


def _is_laatste(tabel: Tabel) -> bool:
    """Tell whether a table is the last thing in its cell."""
    vak = find_vak(tabel.element)
    return vak is not None and list(find_blokken(vak))[-1] is tabel.element
