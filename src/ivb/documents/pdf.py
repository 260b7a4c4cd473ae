"""Word documents as PDF, for everyone to read: tagged, with title and language (ISO 14289-1, PDF/UA-1).

LibreOffice makes the PDF; it may be given nothing but what ``pakket`` lets pass and what points to nothing outside.
What it made is checked: it reports no fault when it skips a document.
"""

import hashlib
import os
import re
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lxml import etree

from ivb.documents.libreoffice import convert_bestanden, find_soffice
from ivb.documents.word.pakket import MAXIMALE_INHOUD, find_hoofddeel, find_relaties, open_pakket, parse_deel
from ivb.errors import DocumentError, SjabloonError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERUGVAL: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GEMAAKT: Final = "{http://purl.org/dc/terms/}created"
_KOP: Final = b"%PDF-"
_SLOT: Final = b"%%EOF"
_GZIP: Final = b"\x1f\x8b"
_XML: Final = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_BINNEN: Final = re.compile(r"#|data:image/(?:png|jpeg|gif)[;,]")
_STROOM: Final = re.compile(rb"stream\r?\n")
_TEKST: Final = re.compile(rb"(?:\[[^\]]*\]|<[0-9A-Fa-f]+>)\s*T[Jj]")
_CODES: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_TABVOLGORDE: Final = (b"\n/Tabs(S)\n", b"\n/Tabs/S \n")
_TIJDSTIP: Final = re.compile(rb"/CreationDate\(D:(\d{14})Z'\)")
_TIJDSTIP_XMP: Final = re.compile(rb"<xmp:CreateDate>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z<")
_KENMERKEN: Final = re.compile(rb"(?<=<|/)[0-9A-F]{32}(?=[>\n])")
_SLUITSTUK: Final = re.compile(rb"/ID \[ <[0-9A-F]{32}>\s<[0-9A-F]{32}> \]\s/DocChecksum /[0-9A-F]{32}\n")


def render_pdf(docx: bytes, *, soffice: str | os.PathLike[str] | None = None) -> bytes:
    """Render a Word document (.docx) as an accessible PDF, through LibreOffice.

    The PDF is tagged (PDF/UA), has bookmarks, and the title and the language of the document (``nl-NL`` when it names
    none). Its creation date is that of the document. Equal documents give equal bytes with the same version of
    LibreOffice and the same fonts; another version, or another font in the place of one that is missing, does not.

    Args:
        docx: the document, as ``render_raadsbrief`` and the like give it.
        soffice: the program of LibreOffice; by default it is looked for.

    Raises:
        DocumentError: LibreOffice is not installed or fails, or the document is none that may be given to it.
    """
    return render_pdfs({"het document": docx}, soffice=soffice)["het document"]


def render_pdfs(docs: Mapping[str, bytes], *, soffice: str | os.PathLike[str] | None = None) -> dict[str, bytes]:
    """Render many Word documents in one run of LibreOffice, as ``render_pdf`` does one.

    Args:
        docs: the documents, each under a name of your own.
        soffice: the program of LibreOffice; by default it is looked for.

    Returns:
        The PDFs, under the same names and in the same order.

    Raises:
        DocumentError: as ``render_pdf``; when one of the documents fails there are no PDFs, and the message names it.
    """
    if not docs:
        return {}
    delen = {naam: _open_document(naam, docx) for naam, docx in docs.items()}
    programma = find_soffice(soffice)
    bestanden = {naam: f"{nummer}.docx" for nummer, naam in enumerate(docs, 1)}
    with tempfile.TemporaryDirectory(prefix="ivb-", ignore_cleanup_errors=True) as tijdelijk:
        map_ = Path(tijdelijk).resolve()
        for naam, bestand in bestanden.items():
            (map_ / bestand).write_bytes(docs[naam])
        gezegd = convert_bestanden(programma, map_, [*bestanden.values()])
        paden = {naam: (map_ / bestand).with_suffix(".pdf") for naam, bestand in bestanden.items()}
        _check_aanwezig(paden, gezegd)
        return {naam: _finish(naam, paden[naam].read_bytes(), delen[naam]) for naam in docs}


def _open_document(naam: str, docx: bytes) -> dict[str, bytes]:
    """Read the parts of a document, and refuse what would have LibreOffice open something else."""
    try:
        delen = open_pakket(docx)
        _check_invoegingen(delen)
        _check_tekeningen(delen)
    except SjabloonError as fout:
        raise DocumentError(f"{naam}: {fout}") from fout
    return delen


def _check_invoegingen(delen: Mapping[str, bytes]) -> None:
    for deel in delen:
        if any(relatie.soort == "aFChunk" for relatie in find_relaties(delen, deel)):
            raise SjabloonError(
                f"in het onderdeel {deel} is een ander bestand ingevoegd (altChunk); plak de tekst zelf"
            )


def _check_tekeningen(delen: Mapping[str, bytes]) -> None:
    for deel, inhoud in delen.items():
        for element in _iter_svg(deel, inhoud):
            for naam, waarde in element.attrib.items():
                if etree.QName(naam).localname == "href" and not _BINNEN.match(str(waarde)):
                    raise SjabloonError(
                        f"de tekening {deel} haalt iets van buiten het bestand ({waarde}); voeg haar in als PNG"
                    )


def _iter_svg(naam: str, deel: bytes) -> Iterator[etree._Element]:
    """Find the elements of a drawing in SVG; LibreOffice knows one by its content, not by its name."""
    inhoud = _unpack(deel)
    if _XML.match(inhoud):
        for tekening in parse_deel(naam, inhoud).iter("{*}svg"):
            yield from tekening.iter("{*}*")


def _unpack(deel: bytes) -> bytes:
    if not deel.startswith(_GZIP):
        return deel
    try:
        return zlib.decompressobj(wbits=31).decompress(deel, MAXIMALE_INHOUD)
    except zlib.error:
        return deel


def _check_aanwezig(paden: Mapping[str, Path], gezegd: str) -> None:
    weg = [naam for naam, pad in paden.items() if not pad.is_file()]
    if weg:
        raise DocumentError(f"LibreOffice heeft geen PDF gemaakt van: {', '.join(weg)} (LibreOffice zei: {gezegd})")


def _finish(naam: str, pdf: bytes, delen: Mapping[str, bytes]) -> bytes:
    """Check a PDF, and put into it what LibreOffice cannot be told."""
    if not (pdf.startswith(_KOP) and pdf.rstrip().endswith(_SLOT)):
        raise DocumentError(f"{naam}: wat LibreOffice maakte, is geen hele PDF; probeer het opnieuw")
    stromen = [*_iter_stromen(pdf)]
    if not any(b"pdfuaid:part" in deel for deel in (pdf, *stromen)):
        raise DocumentError(f"{naam}: de PDF is niet toegankelijk (PDF/UA); dat kan LibreOffice vanaf versie 7.4")
    getoond = sum(_count_getoond(stroom) for stroom in stromen)
    letters = _count_letters(parse_deel("", delen[find_hoofddeel(delen)]))
    if getoond < letters / 2:
        raise DocumentError(
            f"{naam}: in de PDF staan {getoond} tekens, maar in het document {letters} letters en cijfers; "
            "open het in Word en bewaar het daar als PDF"
        )
    return _set_gemaakt(pdf.replace(*_TABVOLGORDE), _find_gemaakt(delen))


def _iter_stromen(pdf: bytes) -> Iterator[bytes]:
    """Unpack what is compressed in a PDF."""
    for begin in _STROOM.finditer(pdf):
        try:
            yield zlib.decompressobj().decompress(pdf[begin.end() : pdf.find(b"endstream", begin.end())])
        except zlib.error:
            continue


def _count_getoond(stroom: bytes) -> int:
    """Count the characters that a page shows: in a PDF of LibreOffice each is one byte, written in hexadecimal."""
    return sum(len(code) // 2 for stuk in _TEKST.findall(stroom) for code in _CODES.findall(stuk))


def _count_letters(deel: etree._Element) -> int:
    """Count the letters and digits that a document shows: not those of a hidden run, nor those for older programs."""
    runs = (run for run in deel.iter(f"{_W}r") if run.find(f"{_W}rPr/{_W}vanish") is None)
    letters = sum(teken.isalnum() for run in runs for tekst in run.iterfind(f"{_W}t") for teken in tekst.text or "")
    return letters - sum(map(_count_letters, deel.iterfind(f".//{_TERUGVAL}")))


def _find_gemaakt(delen: Mapping[str, bytes]) -> str:
    """Find when a document says that it was made, in UTC; empty when it does not say."""
    for relatie in find_relaties(delen, ""):
        if relatie.soort == "core-properties":
            tekst = parse_deel(relatie.doel, delen[relatie.doel]).findtext(_GEMAAKT, "")
            with suppress(ValueError, OverflowError):
                moment = datetime.fromisoformat(tekst)
                return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat(timespec="seconds")[:19]
    return ""


def _set_gemaakt(pdf: bytes, gemaakt: str) -> bytes:
    """Put the time into a PDF, and identifiers that follow from its content: as long as those of LibreOffice.

    Where they do not stand as LibreOffice 7.4 writes them, the PDF stays as it is.
    """
    plaatsen = [[*patroon.finditer(pdf)] for patroon in (_TIJDSTIP, _TIJDSTIP_XMP, _SLUITSTUK)]
    if not gemaakt or any(len(gevonden) != 1 for gevonden in plaatsen):
        return pdf
    (tijdstip,), (tijdstip_xmp,), (slot,) = plaatsen
    inhoud = bytearray(pdf)
    inhoud[slice(*tijdstip.span(1))] = re.sub(r"\D", "", gemaakt).encode()
    inhoud[slice(*tijdstip_xmp.span(1))] = gemaakt.encode()
    leeg = _KENMERKEN.sub(b"0" * 32, slot[0])
    kenmerk = hashlib.sha256(inhoud[: slot.start()] + leeg + inhoud[slot.end() :]).hexdigest()[:32].upper()
    inhoud[slice(*slot.span())] = _KENMERKEN.sub(kenmerk.encode(), slot[0])
    return bytes(inhoud)
