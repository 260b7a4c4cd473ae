"""A Word file as a package of parts (ECMA-376 part 2, Open Packaging Conventions): read on guard, write the same twice.

A template may come from anywhere. What could hurt is looked for before any other program opens it: compression bombs,
names that climb out of the package, document types and entities, relationships to files elsewhere, macros.
"""

import io
import os
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import attrs
from lxml import etree

from ivb.errors import BestandError, SjabloonError, explain_oserror

MAXIMALE_BESTAND: Final = 20_000_000
"""The largest template, in bytes."""

MAXIMALE_INHOUD: Final = 64_000_000
"""The largest sum of the parts of a template, in bytes."""

MAXIMALE_DELEN: Final = 1000
"""The largest number of parts in a template."""

MAXIMALE_VERHOUDING: Final = 200
"""How many bytes one compressed byte may grow into, in a part of more than ``KLEIN_DEEL``."""

KLEIN_DEEL: Final = 100_000
"""Parts up to this many bytes may grow as they like."""

INHOUDSOORTEN: Final = "[Content_Types].xml"
PAKKETRELATIES: Final = "_rels/.rels"

_PAKKET_RELATIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIES: Final = f"{{{_PAKKET_RELATIES}}}Relationship"
_SOORTNAAM: Final = re.compile(r"^http://schemas\.openxmlformats\.org/.*/relationships/(metadata/)?")
_SOORT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_UITZONDERING: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_HOOFDDEEL: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORDSJABLOON: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP: Final = b"PK\x03\x04"
_LID: Final = struct.Struct("<4s5H3I2H")
_INHOUD: Final = struct.Struct("<4s6H3I5H2I")
_SLOT: Final = struct.Struct("<4s4H2IH")
_VERSIE: Final = 20
_UTF8: Final = 0x800
_VASTE_DATUM: Final = 1 << 5 | 1
_NIVEAU: Final = 6


@attrs.frozen
class Relatie:
    """A relationship of a part.

    Attributes:
        soort: its type, without what every type of the transitional schema begins with: ``header``, ``hyperlink``.
        doel: the name of the part it leads to, or the address when it leads out of the package.
        extern: whether it leads out of the package.
        id: what the XML of the part calls it.
    """

    soort: str
    doel: str
    extern: bool
    id: str = attrs.field(default="", eq=False)


def open_pakket(inhoud: bytes) -> dict[str, bytes]:
    """Read the parts of a Word document, by name.

    Raises:
        SjabloonError: it is no Word document (.docx), or holds something that ``ivb`` does not let pass.
    """
    _check_bestand(inhoud)
    with _refuse_schade(), zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        _check_inhoudsopgave(archief.infolist())
        delen = {lid.filename: archief.read(lid) for lid in archief.infolist() if not lid.is_dir()}
    for naam, deel in delen.items():
        if naam.endswith((".xml", ".rels")):
            parse_deel(naam, deel)
    _check_soort(delen)
    for naam in ("", *delen):
        _check_relaties(delen, naam)
    return delen


def open_bestand(docx: bytes | str | os.PathLike[str]) -> dict[str, bytes]:
    """Open a Word file, and say which it is when it cannot be used.

    Args:
        docx: the file, or where it is.

    Raises:
        SjabloonError: it is no Word document, or holds something that ``ivb`` does not let pass.
        BestandError: it is not there, or cannot be read.
    """
    if isinstance(docx, bytes):
        return open_pakket(docx)
    pad = Path(docx)
    try:
        return open_pakket(pad.read_bytes())
    except SjabloonError as fout:
        raise SjabloonError(f"{pad}: {fout}") from fout
    except OSError as fout:
        raise BestandError(f"{pad}: dit bestand is niet te lezen: {explain_oserror(fout)}") from fout


def read_pakket(inhoud: bytes) -> dict[str, bytes]:
    """Read the parts of a package that ``ivb`` made itself, by name."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return {lid.filename: archief.read(lid) for lid in archief.infolist()}


@attrs.frozen
class Lid:
    """A part as it lies in a package: compressed, so that it can go into many documents.

    Attributes:
        naam: its name.
        inhoud: its bytes, compressed unless ``soort`` is ``zipfile.ZIP_STORED``.
        soort: how it is compressed.
        omvang: how many bytes it is.
        controlegetal: their CRC-32.
    """

    naam: str
    inhoud: bytes
    soort: int
    omvang: int
    controlegetal: int


def pack_lid(naam: str, deel: bytes, *, comprimeer: bool = True) -> Lid:
    """Compress a part; a picture, which is compressed already, can stay as it is."""
    soort, inhoud = zipfile.ZIP_STORED, deel
    if comprimeer:
        pers = zlib.compressobj(_NIVEAU, zlib.DEFLATED, -zlib.MAX_WBITS)
        soort, inhoud = zipfile.ZIP_DEFLATED, pers.compress(deel) + pers.flush()
    return Lid(naam, inhoud, soort, len(deel), zlib.crc32(deel))


def write_leden(leden: Iterable[Lid]) -> bytes:
    """Write parts as a package (PKWARE's APPNOTE 6.3): no clock and no system in it, the order always the same."""
    vooraan = (INHOUDSOORTEN, PAKKETRELATIES)
    delen: list[bytes] = []
    lijst: list[bytes] = []
    plek = 0
    for lid in sorted(leden, key=lambda lid: (lid.naam not in vooraan, lid.naam)):
        naam = lid.naam.encode()
        vlag = 0 if lid.naam.isascii() else _UTF8
        gegevens = (vlag, lid.soort, 0, _VASTE_DATUM, lid.controlegetal, len(lid.inhoud), lid.omvang, len(naam), 0)
        delen += (_LID.pack(b"PK\3\4", _VERSIE, *gegevens), naam, lid.inhoud)
        lijst += (_INHOUD.pack(b"PK\1\2", _VERSIE, _VERSIE, *gegevens, 0, 0, 0, 0, plek), naam)
        plek += _LID.size + len(naam) + len(lid.inhoud)
    aantal, omvang = len(lijst) // 2, sum(map(len, lijst))
    return b"".join((*delen, *lijst, _SLOT.pack(b"PK\5\6", 0, 0, aantal, aantal, omvang, plek, 0)))


def write_pakket(delen: Mapping[str, bytes]) -> bytes:
    """Write the parts as a package: equal parts give equal bytes, wherever the same zlib compresses them."""
    return write_leden(pack_lid(naam, deel) for naam, deel in delen.items())


def parse_deel(naam: str, deel: bytes) -> etree._Element:
    """Parse the XML of a part, without document types, entities or the network.

    Raises:
        SjabloonError: it is not well-formed, or has a document type.
    """
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        wortel = etree.fromstring(deel, lezer)
    except etree.XMLSyntaxError as fout:
        raise SjabloonError(
            f"het onderdeel {naam} is geen geldige XML ({fout}); bewaar het bestand opnieuw vanuit Word"
        ) from fout
    if wortel.getroottree().docinfo.doctype:
        raise SjabloonError(f"het onderdeel {naam} heeft een documenttype (DTD), en dat hoort niet in een Word-bestand")
    return wortel


def name_relaties(naam: str) -> str:
    """Give the name of the part with the relationships of a part, or of the package itself (name ``""``)."""
    map_, bestand = posixpath.split(naam)
    return posixpath.join(map_, "_rels", f"{bestand}.rels")


def find_relaties(delen: Mapping[str, bytes], naam: str) -> Iterator[Relatie]:
    """Find the relationships of a part, or of the package itself (name ``""``), in the order of the file."""
    map_, relaties = posixpath.dirname(naam), name_relaties(naam)
    if relaties not in delen:
        return
    for relatie in parse_deel(relaties, delen[relaties]).iter(_RELATIES):
        extern = relatie.get("TargetMode") == "External"
        doel = relatie.get("Target", "")
        pad = doel if extern else posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
        yield Relatie(_SOORTNAAM.sub("", relatie.get("Type", "")), pad, extern, relatie.get("Id", ""))


def add_relaties(deel: bytes | None, nieuw: Iterable[Relatie]) -> bytes:
    """Add relationships, each with its full type, to a part with relationships, or make one."""
    wortel = parse_deel("", deel or b'<Relationships xmlns="%s"/>' % _PAKKET_RELATIES.encode())
    for relatie in nieuw:
        regel = etree.SubElement(wortel, _RELATIES, Id=relatie.id, Type=relatie.soort, Target=relatie.doel)
        if relatie.extern:
            regel.set("TargetMode", "External")
    return _write_deel(wortel)


def add_soorten(deel: bytes, soorten: Mapping[str, str]) -> bytes:
    """Add the content types of new parts, by the name of the part, to the list of the package."""
    wortel = parse_deel(INHOUDSOORTEN, deel)
    for naam, soort in soorten.items():
        etree.SubElement(wortel, _UITZONDERING, PartName=f"/{naam}", ContentType=soort)
    return _write_deel(wortel)


def _write_deel(wortel: etree._Element) -> bytes:
    return etree.tostring(wortel, encoding="UTF-8", xml_declaration=True, standalone=True)


def find_hoofddeel(delen: Mapping[str, bytes]) -> str:
    """Find the name of the part that holds the text of the document.

    Raises:
        SjabloonError: there is none.
    """
    for relatie in find_relaties(delen, ""):
        if relatie.soort == "officeDocument" and relatie.doel in delen:
            return relatie.doel
    raise SjabloonError("dit is geen Word-bestand: er zit geen document in")


def _check_bestand(inhoud: bytes) -> None:
    if inhoud.startswith(_OLE):
        raise SjabloonError("dit is een oud Word-bestand (.doc) of het heeft een wachtwoord; bewaar het als .docx")
    if not inhoud.startswith(_ZIP):
        raise SjabloonError("dit is geen Word-bestand; nodig is een .docx")
    if len(inhoud) > MAXIMALE_BESTAND:
        raise SjabloonError(f"het bestand is {len(inhoud)} bytes groot; hoogstens {MAXIMALE_BESTAND} kan")


@contextmanager
def _refuse_schade() -> Iterator[None]:
    try:
        yield
    except SjabloonError:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as fout:
        raise SjabloonError(f"het bestand is beschadigd ({fout}); bewaar het opnieuw vanuit Word") from fout


def _check_inhoudsopgave(leden: list[zipfile.ZipInfo]) -> None:
    if len(leden) > MAXIMALE_DELEN:
        raise SjabloonError(f"het bestand heeft {len(leden)} onderdelen; hoogstens {MAXIMALE_DELEN} kan")
    if sum(lid.file_size for lid in leden) > MAXIMALE_INHOUD:
        raise SjabloonError(f"het bestand wordt uitgepakt groter dan {MAXIMALE_INHOUD} bytes")
    if len({lid.filename.lower() for lid in leden}) < len(leden):
        raise SjabloonError("het bestand heeft twee onderdelen met dezelfde naam")
    for lid in leden:
        _check_lid(lid)


def _check_lid(lid: zipfile.ZipInfo) -> None:
    naam = lid.filename
    if lid.orig_filename != naam or naam.startswith("/") or ".." in naam.split("/") or "\\" in naam or ":" in naam:
        raise SjabloonError(f"de naam van het onderdeel {lid.orig_filename!r} leidt buiten het bestand")
    if lid.flag_bits & 1:
        raise SjabloonError("het bestand heeft een wachtwoord; bewaar het zonder wachtwoord")
    if lid.file_size > KLEIN_DEEL and lid.file_size > MAXIMALE_VERHOUDING * lid.compress_size:
        raise SjabloonError(f"het onderdeel {naam} wordt uitgepakt meer dan {MAXIMALE_VERHOUDING} keer zo groot")


def _check_soort(delen: Mapping[str, bytes]) -> None:
    if INHOUDSOORTEN not in delen:
        raise SjabloonError("dit is geen Word-bestand: de lijst van onderdelen ontbreekt")
    lijst = parse_deel(INHOUDSOORTEN, delen[INHOUDSOORTEN])
    soorten = {
        regel.get("PartName") or regel.get("Extension"): regel.get("ContentType", "")
        for regel in lijst.iter(_SOORT, _UITZONDERING)
    }
    soort = soorten.get(f"/{find_hoofddeel(delen)}", "onbekend")
    if any("macroEnabled" in waarde or "vbaProject" in waarde for waarde in soorten.values()):
        raise SjabloonError("het bestand heeft macro's (.docm of .dotm); bewaar het als .docx")
    if soort == _WORDSJABLOON:
        raise SjabloonError("dit is een Word-sjabloon (.dotx); bewaar het als gewoon document (.docx)")
    if soort != _HOOFDDEEL:
        raise SjabloonError(f"dit is geen Word-document maar een bestand van de soort {soort}")


def _check_relaties(delen: Mapping[str, bytes], naam: str) -> None:
    for relatie in find_relaties(delen, naam):
        if relatie.extern and relatie.soort == "attachedTemplate":
            raise SjabloonError(
                f"er is een ander sjabloon aan gekoppeld ({relatie.doel}); ontkoppel dat in Word (Documentsjabloon)"
            )
        if relatie.extern and relatie.soort != "hyperlink":
            raise SjabloonError(
                f"het onderdeel {naam} haalt iets van buiten het bestand ({relatie.doel}); voeg het in het bestand in"
            )
        if not relatie.extern and relatie.doel not in delen:
            raise SjabloonError(f"het onderdeel {naam or 'document'} verwijst naar {relatie.doel}, en dat ontbreekt")
