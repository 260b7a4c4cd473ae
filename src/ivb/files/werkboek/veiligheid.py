"""Look at a workbook before any library opens it: what is no workbook, or would cost too much, gets one clear line.

A small file can hold a cell in row 1,048,576 (openpyxl then makes every row before it), or grow a thousandfold. And
what openpyxl leaves out without a word (merged cells, errors, formulas without a value) is found in the XML.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from ivb.errors import BestandError

MAX_BESTAND: Final = 20_000_000
"""The largest workbook, in bytes."""

MAX_INHOUD: Final = 64_000_000
"""The largest sum of the parts, in bytes."""

MAX_DEEL: Final = 2_000_000
"""The largest part that holds no cells or texts, in bytes."""

MAX_DELEN: Final = 1000
MAX_RIJ: Final = 50_000
MAX_KOLOM: Final = 256
MAX_CELLEN: Final = 1_000_000

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_VERSLEUTELD: Final = "EncryptedPackage".encode("utf-16-le")
_WERKMAP: Final = "xl/workbook.xml"
_TEKSTEN: Final = "xl/sharedStrings.xml"
_RIJ: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d+)"')
_KOLOM: Final = re.compile(rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+)\d+"')
_MERGE: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\sref="([A-Z]+)(\d+)(?::[A-Z]+(\d+))?"')
_FOUTCEL: Final = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\st="e")[^>]*?\sr="([A-Z]+\d+)"[^>]*>')
_ZONDER_WAARDE: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ONTSNAPT: Final = re.compile(rb"_x[0-9A-Fa-f]{4}_|x005F_")
_BESCHERMD: Final = {b"_x005F_": b"_x005f_", b"x005F_": b"_x0078_005F_"}


class Vondsten(NamedTuple):
    """What stands in the XML of a sheet that openpyxl does not tell.

    Attributes:
        samengevoegd: the first cell of every merged range, with its last row.
        fouten: the cells with an error, such as #DIV/0!.
        zonder_waarde: the cells with a formula that was never calculated.
    """

    samengevoegd: tuple[tuple[str, int], ...]
    fouten: tuple[str, ...]
    zonder_waarde: tuple[str, ...]


def check_soort(inhoud: bytes, naam: str) -> None:
    """Refuse what is no workbook.

    Raises:
        BestandError: it is too large, empty, locked with a password, an old .xls, or something else altogether.
    """
    if len(inhoud) > MAX_BESTAND:
        raise BestandError(
            f"{naam}: dit bestand is groter dan {MAX_BESTAND // 1_000_000} MB; zo groot is geen werkboek"
        )
    if inhoud.startswith(_OLE):
        if _VERSLEUTELD in inhoud:
            raise BestandError(f"{naam}: dit werkboek is beveiligd met een wachtwoord; haal de beveiliging eraf")
        raise BestandError(f"{naam}: dit is geen .xlsx maar een oud soort bestand (.xls); bewaar het opnieuw als .xlsx")
    if not inhoud.startswith(_ZIP):
        raise BestandError(f"{naam}: dit is geen .xlsx, ook al heet het misschien zo; bewaar het opnieuw als .xlsx")


def open_delen(inhoud: bytes, naam: str) -> dict[str, bytes]:
    """Unpack the parts of a workbook, after a look at how large they will be.

    Raises:
        BestandError: it is no workbook, is damaged, or holds more than a workbook can.
    """
    check_soort(inhoud, naam)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            _check_leden(archief.infolist(), naam)
            delen = {lid.filename: archief.read(lid) for lid in archief.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fout:
        if isinstance(fout, BestandError):
            raise
        raise BestandError(f"{naam}: dit werkboek is beschadigd; open het in Excel en bewaar het opnieuw") from fout
    if _WERKMAP not in delen:
        raise BestandError(f"{naam}: dit is geen Excel-werkboek; bewaar het opnieuw als .xlsx")
    for deelnaam, deel in delen.items():
        if deelnaam.endswith((".xml", ".rels")):
            _check_xml(deel, naam)
    return delen


def _check_leden(leden: list[zipfile.ZipInfo], naam: str) -> None:
    te_veel = f"{naam}: in dit bestand zit uitgepakt meer dan in een werkboek kan; begin opnieuw met ivb excel export"
    if len(leden) > MAX_DELEN or sum(lid.file_size for lid in leden) > MAX_INHOUD:
        raise BestandError(te_veel)
    for lid in leden:
        if lid.flag_bits & 1:
            raise BestandError(f"{naam}: dit werkboek is beveiligd met een wachtwoord; haal de beveiliging eraf")
        is_inhoud = lid.filename == _TEKSTEN or lid.filename.startswith("xl/worksheets/sheet")
        if lid.filename.endswith((".xml", ".rels")) and not is_inhoud and lid.file_size > MAX_DEEL:
            raise BestandError(te_veel)


def _check_xml(deel: bytes, naam: str) -> None:
    if b"\0" in deel[:200] or b"<!DOCTYPE" in deel or b"<!ENTITY" in deel:
        raise BestandError(
            f"{naam}: in dit bestand zit iets wat niet in een werkboek hoort; bewaar het opnieuw in Excel"
        )


def check_cellen(delen: dict[str, bytes], naam: str) -> None:
    """Refuse a workbook with more cells, or texts, than anybody fills in.

    Raises:
        BestandError: it has.
    """
    aantal = sum(deel.count(b"<c ") + deel.count(b"<c>") for pad, deel in delen.items() if "/worksheets/" in pad)
    if aantal > MAX_CELLEN or delen.get(_TEKSTEN, b"").count(b"<si") > MAX_CELLEN:
        raise BestandError(f"{naam}: in dit bestand staan meer dan {MAX_CELLEN} cellen; dat is geen werkboek van ivb")


def check_blad(xml: bytes, naam: str, titel: str) -> int:
    """Refuse a sheet with a cell far away, or with rows out of order: openpyxl would leave those out.

    Returns:
        How many columns the sheet has; at least one.

    Raises:
        BestandError: it has one.
    """
    rijen = [int(treffer[1]) for treffer in _RIJ.finditer(xml)]
    if max(rijen, default=0) > MAX_RIJ or xml.count(b"<row") > MAX_RIJ:
        raise BestandError(
            f"{naam}!{titel}: dit blad heeft meer dan {MAX_RIJ} rijen; haal weg wat onder de tabel staat"
        )
    if any(eerste >= tweede for eerste, tweede in pairwise(rijen)):
        raise BestandError(f"{naam}!{titel}: de rijen staan niet op volgorde; bewaar het werkboek opnieuw in Excel")
    breedte = max((_kolomnummer(letters) for letters in set(_KOLOM.findall(xml))), default=1)
    if breedte > MAX_KOLOM:
        raise BestandError(
            f"{naam}!{titel}: dit blad heeft meer dan {MAX_KOLOM} kolommen; haal weg wat rechts van de tabel staat"
        )
    return breedte


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer


def find_vondsten(xml: bytes) -> Vondsten:
    """Find what openpyxl would leave out without a word."""
    samengevoegd = tuple((f"{een[1].decode()}{een[2].decode()}", int(een[3] or een[2])) for een in _MERGE.finditer(xml))
    return Vondsten(samengevoegd, tuple(_cellen(_FOUTCEL, xml)), tuple(_cellen(_ZONDER_WAARDE, xml)))


def _cellen(patroon: re.Pattern[bytes], xml: bytes) -> Iterator[str]:
    yield from (treffer[1].decode() for treffer in patroon.finditer(xml))


def protect_teksten(inhoud: bytes, delen: dict[str, bytes]) -> bytes:
    """Give a workbook in which openpyxl takes no letters out of the texts: it drops every ``x005F_``."""
    if b"x005F_" not in delen.get(_TEKSTEN, b""):
        return inhoud
    teksten = _ONTSNAPT.sub(lambda een: _BESCHERMD.get(een[0], een[0]), delen[_TEKSTEN])
    return pack_delen({**delen, _TEKSTEN: teksten})


def pack_delen(delen: dict[str, bytes]) -> bytes:
    """Pack parts as a workbook, with the same bytes for the same parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, deel in delen.items():
            archief.writestr(zipfile.ZipInfo(naam), deel, zipfile.ZIP_DEFLATED)
    return uit.getvalue()
