"""Read a workbook: every row of every sheet with its values, and everything that is wrong with a cell."""

import os
import re
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

import openpyxl
from openpyxl.utils import get_column_letter

from ivb.errors import BestandError, DossierFout, Melding, Plaats, explain_oserror
from ivb.files.tree import KAPOT
from ivb.files.werkboek.bladen import BLADEN, FORMAAT, IVBBLAD, RIJKOP, Blad, Kolom
from ivb.files.werkboek.cellen import read_cel
from ivb.files.werkboek.veiligheid import (
    MAX_BESTAND,
    Vondsten,
    check_blad,
    check_cellen,
    find_vondsten,
    open_delen,
    protect_teksten,
)

Werkboekbron = str | os.PathLike[str] | bytes | IO[bytes]

KOPREGELS: Final = 20
"""In how many rows from the top the headings are looked for."""

_TEKEN: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Celrij(NamedTuple):
    """A row of a sheet.

    Attributes:
        nummer: its number, from 1.
        sleutel: which row it was when the workbook was written; empty for a new one.
        waarden: the value of each column; ``None`` for an empty cell, and ``KAPOT`` for one that cannot be read.
    """

    nummer: int
    sleutel: str
    waarden: dict[str, Any]


class Bladlezing(NamedTuple):
    """A sheet as it was read.

    Attributes:
        blad: which sheet.
        titel: its title, as it is in the workbook.
        kopregel: the number of the row with the headings.
        letters: the letter of the column of each field.
        rijen: its rows.
        geschreven: the keys of the rows that the sheet had when it was written.
    """

    blad: Blad
    titel: str
    kopregel: int
    letters: dict[str, str]
    rijen: tuple[Celrij, ...]
    geschreven: frozenset[str]


class Werkboeklezing(NamedTuple):
    """A workbook as it was read.

    Attributes:
        naam: the name of the file.
        bladen: its sheets.
        fouten: what cannot be read, each with its sheet and cell.
        waarschuwingen: what was left aside.
    """

    naam: str
    bladen: tuple[Bladlezing, ...]
    fouten: tuple[Melding, ...]
    waarschuwingen: tuple[Melding, ...]


def read_bron(bron: Werkboekbron) -> tuple[bytes, str]:
    """Read the bytes of a workbook, no more than one can have, and its name.

    Raises:
        BestandError: the file is not there, or another program holds it.
    """
    if isinstance(bron, bytes):
        return bron, "<bytes>"
    if not isinstance(bron, (str, os.PathLike)):
        return bron.read(MAX_BESTAND + 1), str(getattr(bron, "name", "<bestand>"))
    try:
        with Path(bron).open("rb") as bestand:
            return bestand.read(MAX_BESTAND + 1), str(bron)
    except OSError as fout:
        raise BestandError(f"{bron}: dit bestand is niet te lezen: {explain_oserror(fout)}") from fout


def read_cellen(bron: Werkboekbron) -> Werkboeklezing:
    """Read a workbook.

    Raises:
        BestandError: it is no workbook of ``ivb``, or it holds more than one can.
        DossierFout: it has a newer form than this ``ivb`` reads.
    """
    inhoud, naam = read_bron(bron)
    delen = open_delen(inhoud, naam)
    check_cellen(delen, naam)
    werkboek = open_openpyxl(protect_teksten(inhoud, delen), naam, read_only=True)
    bladen = {str(blad.title).strip().casefold(): blad for blad in werkboek.worksheets}
    xml = {titel: delen[blad._worksheet_path] for titel, blad in bladen.items()}  # noqa: SLF001  told nowhere else
    lezer = _Lezer(naam)
    geschreven = lezer.read_ivbblad(bladen.get(IVBBLAD), xml.get(IVBBLAD, b""))
    for blad in BLADEN:
        titel = blad.titel.casefold()
        lezer.read_blad(blad, bladen.get(titel), xml.get(titel, b""), geschreven.get(blad.titel, frozenset()))
    return Werkboeklezing(naam, tuple(lezer.bladen), tuple(lezer.fouten), tuple(lezer.waarschuwingen))


def open_openpyxl(inhoud: bytes, naam: str, *, read_only: bool) -> Any:  # noqa: ANN401  a workbook of openpyxl
    """Let openpyxl open a workbook that was looked at.

    Raises:
        BestandError: it cannot.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what openpyxl does not support; that is not read
            return openpyxl.load_workbook(BytesIO(inhoud), read_only=read_only, data_only=read_only)
    except Exception as fout:  # openpyxl gives a KeyError, a TypeError, a ParseError: whatever it stumbles over
        raise _beschadigd(naam) from fout


def _beschadigd(naam: str) -> BestandError:
    return BestandError(f"{naam}: dit werkboek is beschadigd; open het in Excel en bewaar het opnieuw")


def _decode(tekst: str) -> str:
    """Give a text as it was before the escapes of SpreadsheetML, with plain line ends."""
    if "_x" not in tekst and "\r" not in tekst:
        return tekst
    tekst = _TEKEN.sub(lambda treffer: chr(int(treffer[1], 16)), tekst).replace("\x01", "")
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def _vereenvoudig(kop: object) -> str:
    return str(kop or "").strip().casefold().replace("_", " ")


class _Lezer:
    """Reads the sheets of one workbook, and notes what is wrong and what is left aside."""

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self.bladen: list[Bladlezing] = []
        self.fouten: list[Melding] = []
        self.waarschuwingen: list[Melding] = []

    def read_ivbblad(self, blad: Any, xml: bytes) -> dict[str, frozenset[str]]:  # noqa: ANN401  a sheet of openpyxl
        """Read the hidden sheet: the form of the workbook, and which rows it had."""
        if blad is None:
            raise BestandError(
                f"{self._naam}: dit werkboek is niet door ivb gemaakt (het blad {IVBBLAD} ontbreekt); begin met ivb "
                "excel export"
            )
        kolommen = list(zip(*self._read_rijen(blad, xml, IVBBLAD), strict=True))
        versie = kolommen[0][1] if kolommen and len(kolommen[0]) > 1 else None
        if versie != FORMAAT:
            is_nieuwer = isinstance(versie, (int, float)) and versie > FORMAAT
            raad = (
                f"dit werkboek heeft formaat {versie} en deze ivb leest tot en met formaat {FORMAAT}; werk ivb bij"
                if is_nieuwer
                else "hier hoort het formaat van het werkboek te staan; begin opnieuw met ivb excel export"
            )
            plaats = Plaats(self._naam, blad=IVBBLAD, cel="A2")
            raise DossierFout([Melding("nieuwer-formaat" if is_nieuwer else "formaat", "", plaats, raad)])
        return {
            str(kolom[0]): frozenset(str(sleutel) for sleutel in kolom[1:] if sleutel is not None)
            for kolom in kolommen
            if kolom[0] is not None
        }

    def _read_rijen(self, blad: Any, xml: bytes, titel: str) -> list[tuple[Any, ...]]:  # noqa: ANN401  idem
        """Read all cells of a sheet, each row as wide as the widest."""
        breedte = check_blad(xml, self._naam, titel)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # on a date that does not exist; it is read as an error
                blad.reset_dimensions()
                return [
                    tuple([_decode(cel) if isinstance(cel, str) else cel for cel in rij])
                    for rij in blad.iter_rows(max_col=breedte, values_only=True)
                ]
        except Exception as fout:  # whatever openpyxl stumbles over
            raise _beschadigd(self._naam) from fout

    def read_blad(self, blad: Blad, bron: Any, xml: bytes, geschreven: frozenset[str]) -> None:  # noqa: ANN401  idem
        """Read one sheet."""
        if bron is None:
            boodschap = f"het blad {blad.titel} ontbreekt; wat daarop stond, blijft in het dossier zoals het is"
            self.waarschuwingen.append(Melding("blad-ontbreekt", "", Plaats(self._naam, blad=blad.titel), boodschap))
            return
        titel = str(bron.title)
        rijen = self._read_rijen(bron, xml, titel)
        nummer, plekken = self._find_koppen(blad, titel, rijen)
        if nummer == 0:
            raad = f"de regel met koppen ontbreekt; er horen koppen als {', '.join(_koppen(blad)[:4])} te staan"
            self._fout("koppen-ontbreken", titel, "A1", raad)
            return
        letters = {naam: get_column_letter(plek + 1) for naam, plek in plekken.items()}
        vondsten = find_vondsten(xml)
        self._report_vondsten(titel, nummer, vondsten)
        kapot = {*vondsten.fouten, *vondsten.zonder_waarde}
        celrijen = tuple(self._iter_rijen(blad, titel, rijen[nummer:], nummer + 1, plekken, kapot))
        self.bladen.append(Bladlezing(blad, titel, nummer, letters, celrijen, geschreven))

    def _fout(self, code: str, titel: str, cel: str, boodschap: str) -> None:
        self.fouten.append(Melding(code, "", Plaats(self._naam, blad=titel, cel=cel), boodschap))

    def _find_koppen(self, blad: Blad, titel: str, rijen: Sequence[tuple[Any, ...]]) -> tuple[int, dict[str, int]]:
        """Find the row with the headings, and in which column each field stands."""
        bekend = {_vereenvoudig(kolom.kop): kolom.naam for kolom in blad.kolommen} | {RIJKOP: RIJKOP}
        for nummer, rij in enumerate(rijen[:KOPREGELS], start=1):
            gevonden = [_vereenvoudig(kop) for kop in rij]
            if len(bekend.keys() & set(gevonden)) > 1:
                plekken: dict[str, int] = {}
                for plek, kop in enumerate(gevonden):
                    self._note_kop(titel, f"{get_column_letter(plek + 1)}{nummer}", kop, bekend, plekken, plek)
                    if not kop and any(deel[plek] is not None for deel in rijen[nummer:]):
                        self._waarschuw("kolom-zonder-kop", titel, plek, nummer, "deze kolom heeft geen kop")
                self._report_ontbrekend(blad, titel, plekken)
                return nummer, plekken
        return 0, {}

    def _note_kop(
        self, titel: str, cel: str, kop: str, bekend: dict[str, str], plekken: dict[str, int], plek: int
    ) -> None:
        naam = bekend.get(kop)
        if naam is None:
            if kop:
                boodschap = f"de kolom {kop!r} is niet van ivb en wordt niet gelezen"
                self.waarschuwingen.append(
                    Melding("extra-kolom", "", Plaats(self._naam, blad=titel, cel=cel), boodschap)
                )
        elif naam in plekken:
            eerst = get_column_letter(plekken[naam] + 1)
            self._fout("dubbele-kop", titel, cel, f"de kop {kop!r} staat ook boven kolom {eerst}; haal er een weg")
        else:
            plekken[naam] = plek

    def _waarschuw(self, code: str, titel: str, plek: int, nummer: int, wat: str) -> None:
        plaats = Plaats(self._naam, blad=titel, cel=f"{get_column_letter(plek + 1)}{nummer}")
        self.waarschuwingen.append(Melding(code, "", plaats, f"{wat} en wordt niet gelezen"))

    def _report_ontbrekend(self, blad: Blad, titel: str, plekken: dict[str, int]) -> None:
        for kolom in blad.kolommen:
            if kolom.naam not in plekken:
                boodschap = f"de kolom {kolom.kop!r} ontbreekt; wat daarin stond, blijft in het dossier zoals het is"
                self.waarschuwingen.append(Melding("kolom-ontbreekt", "", Plaats(self._naam, blad=titel), boodschap))

    def _report_vondsten(self, titel: str, kopregel: int, vondsten: Vondsten) -> None:
        for cel, laatste in vondsten.samengevoegd:
            if laatste >= kopregel:
                self._fout("samengevoegd", titel, cel, "deze cellen zijn samengevoegd; hef dat op en vul elke cel in")

    def _iter_rijen(
        self,
        blad: Blad,
        titel: str,
        rijen: Sequence[tuple[Any, ...]],
        begin: int,
        plekken: dict[str, int],
        kapot: set[str],
    ) -> Iterator[Celrij]:
        kolommen = [_Kolomlezer(kolom, plekken[kolom.naam]) for kolom in blad.kolommen if kolom.naam in plekken]
        sleutelplek = plekken.get(RIJKOP)
        for nummer, rij in enumerate(rijen, start=begin):
            waarden = {lezer.naam: self._read_cel(lezer, rij[lezer.plek], titel, nummer, kapot) for lezer in kolommen}
            if any(waarde is not None for waarde in waarden.values()):
                sleutel = "" if sleutelplek is None else str(rij[sleutelplek] or "")
                yield Celrij(nummer, sleutel, waarden)

    def _read_cel(self, lezer: "_Kolomlezer", cel: Any, titel: str, nummer: int, kapot: set[str]) -> Any:  # noqa: ANN401
        if kapot and f"{lezer.letter}{nummer}" in kapot:
            boodschap = (
                "deze formule is nog niet uitgerekend; open het werkboek in Excel en bewaar het opnieuw"
                if cel is None
                else f"in deze cel staat de fout {cel}; herstel de formule of typ de waarde"
            )
            self._fout("foutwaarde", titel, f"{lezer.letter}{nummer}", boodschap)
            return KAPOT
        if cel is None:
            return None
        try:
            return lezer.read(cel)
        except ValueError as fout:
            self._fout("waarde", titel, f"{lezer.letter}{nummer}", str(fout))
            return KAPOT


class _Kolomlezer:
    """Reads the cells of one column, and a value that was read before only once."""

    def __init__(self, kolom: Kolom, plek: int) -> None:
        self.naam, self.plek, self.letter = kolom.naam, plek, get_column_letter(plek + 1)
        self._kolom = kolom
        self._gelezen: dict[tuple[type, object], object] = {}

    def read(self, cel: object) -> object:
        sleutel = (type(cel), cel)
        if sleutel not in self._gelezen:
            self._gelezen[sleutel] = read_cel(self._kolom, cel)
        return self._gelezen[sleutel]


def _koppen(blad: Blad) -> list[str]:
    return [kolom.kop for kolom in blad.kolommen]
