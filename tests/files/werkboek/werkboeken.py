"""Workbooks for the tests: an exported one, changed as a person would change it."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl

from ivb import Dossier, export_werkboek, voorbeeld


def open_werkboek(inhoud: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(inhoud))


def bewaar(werkboek: Any) -> bytes:
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def wijzig(doe: Callable[[Any], object], dossier: Dossier | None = None) -> bytes:
    """Export a dossier and let somebody change the workbook."""
    werkboek = open_werkboek(export_werkboek(dossier or voorbeeld()))
    doe(werkboek)
    return bewaar(werkboek)


def vind_kolom(blad: Any, kop: str) -> int:
    """Find the number of the column with a heading."""
    return next(int(cel.column) for cel in blad[2] if cel.value == kop)


def zet(werkboek: Any, titel: str, kop: str, waarde: object, rij: int = 3) -> None:
    """Put a value into a cell, by default in the first row."""
    blad = werkboek[titel]
    blad.cell(rij, vind_kolom(blad, kop)).value = waarde


def vervang_deel(inhoud: bytes, naam: str, doe: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a package."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for lid in bron.namelist():
            deel = bron.read(lid)
            doel.writestr(lid, doe(deel) if lid == naam else deel)
    return uit.getvalue()
