"""What is no workbook, or would cost too much, gets one clear line, soon and in little memory."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable

import pytest

from ivb import BestandError, export_werkboek, read_werkboek, voorbeeld
from ivb.files.werkboek import veiligheid
from ivb.files.werkboek.veiligheid import find_vondsten, open_delen
from tests.files.werkboek.werkboeken import vervang_deel

ACTIES = "xl/worksheets/sheet4.xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
VER = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def met(deel: str, doe: Callable[[bytes], bytes]) -> bytes:
    return vervang_deel(export_werkboek(voorbeeld()), deel, doe)


def bom(grootte: int = 10**9) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief, archief.open("xl/sharedStrings.xml", "w") as deel:
        for _ in range(grootte // 10**7):
            deel.write(bytes(10**7))
    return uit.getvalue()


def klein(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, deel in delen.items():
            archief.writestr(naam, deel)
    return uit.getvalue()


def vergrendeld() -> bytes:
    inhoud = bytearray(klein({"a": b"a"}))
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    return bytes(inhoud)


VIJANDIG: dict[str, tuple[Callable[[], bytes], str]] = {
    "50 MB": (lambda: b"PK\x03\x04" + bytes(50_000_000), "groter dan 20 MB"),
    "zip bomb": (lambda: bom(200_000_000), "uitgepakt meer dan in een werkboek kan"),
    "wachtwoord": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "beveiligd met een wachtwoord"),
    "wachtwoord op de zip": (vergrendeld, "beveiligd met een wachtwoord"),
    "xls": (lambda: OLE + b"Workbook", "oud soort bestand"),
    "csv": (lambda: b"id;naam\n1;a\n", "geen .xlsx, ook al heet het"),
    "leeg": (lambda: b"", "geen .xlsx"),
    "afgebroken": (lambda: export_werkboek(voorbeeld())[:-300], "beschadigd"),
    "docx": (lambda: klein({"word/document.xml": b"<a/>"}), "geen Excel-werkboek"),
    "verre cel": (lambda: met(ACTIES, lambda xml: xml.replace(b"</sheetData>", VER)), "meer dan 50000 rijen"),
    "verre kolom": (
        lambda: met(ACTIES, lambda xml: xml.replace(b'r="A1"', b'r="XFD1"')), "meer dan 256 kolommen",
    ),
    "rijen door elkaar": (
        lambda: met(ACTIES, lambda xml: xml.replace(b'<row r="3"', b'<row r="1"')), "niet op volgorde",
    ),
    "entiteiten": (
        lambda: met(ACTIES, lambda xml: xml.replace(b"<worksheet", b"<!DOCTYPE a><worksheet")), "niet in een werkboek",
    ),
    "miljoen cellen": (
        lambda: met(ACTIES, lambda xml: xml.replace(b"</sheetData>", b"<c />" * 1_000_001 + b"</sheetData>")),
        "meer dan 1000000 cellen",
    ),
    "groot deel": (lambda: met("xl/styles.xml", lambda xml: xml + b" " * 3_000_000), "uitgepakt meer"),
    "kapotte xml": (lambda: met(ACTIES, lambda xml: xml[:-20]), "beschadigd"),
    "kapotte werkmap": (lambda: met("xl/workbook.xml", lambda _: b"<a>"), "beschadigd"),
}  # fmt: skip


class TestVijandig:
    """One clear line, within a second."""

    @pytest.mark.parametrize("naam", VIJANDIG)
    def test_is_refused_soon(self, naam: str) -> None:
        maak, deel = VIJANDIG[naam]
        inhoud = maak()
        dossier = voorbeeld()
        begin = time.perf_counter()
        with pytest.raises(BestandError, match=deel) as gevangen:
            read_werkboek(inhoud, dossier)
        assert time.perf_counter() - begin < 1
        assert "\n" not in str(gevangen.value)

    def test_in_little_memory(self) -> None:
        programma = (
            "import io, resource, sys, zipfile; from ivb import BestandError, read_werkboek, voorbeeld\n"
            "for inhoud in sys.stdin.buffer.read().split(b'@@@@'):\n"
            "    try: read_werkboek(inhoud, voorbeeld())\n"
            "    except BestandError: pass\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        invoer = b"@@@@".join([VIJANDIG["verre cel"][0](), bom(200_000_000)])
        uit = subprocess.run([sys.executable, "-c", programma], input=invoer, capture_output=True, check=True).stdout
        eenheid = 1 if sys.platform == "darwin" else 1024
        assert int(uit) * eenheid < 200_000_000

    def test_too_many_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(veiligheid, "MAX_DELEN", 3)
        with pytest.raises(BestandError, match="uitgepakt meer"):
            open_delen(export_werkboek(voorbeeld()), "a.xlsx")


class TestVondsten:
    """What openpyxl leaves out without a word is found in the XML, whatever prefix that has."""

    def test_of_every_kind(self) -> None:
        vondsten = find_vondsten(
            b'<x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><c t="e" r="A2"><v>#N/A</v></c><c r="A3"><f>A1</f></c>'
            b'<c r="A4"><f>A1</f><v></v></c><c r="A5"><f>A1</f><v>1</v></c><c r="A6" s="1"/>'
            b'<mergeCell ref="B2:C5"/><x:mergeCell ref="D1"/>'
        )
        assert vondsten.fouten == ("A1", "A2")
        assert vondsten.zonder_waarde == ("A3", "A4")
        assert vondsten.samengevoegd == (("B2", 5), ("D1", 1))
