"""Write a workbook (ECMA-376, SpreadsheetML) with XlsxWriter: the same bytes for the same dossier."""

import datetime
import io
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ivb.dates import Date, Datering
from ivb.errors import DocumentError
from ivb.files.werkboek.bladen import BLADEN, FORMAAT, IVBBLAD, LEESWIJZERBLAD, RIJKOP, Blad, Kolom
from ivb.files.werkboek.cellen import EERSTE_DAG, Cel, format_cel
from ivb.files.werkboek.rijen import Rij, list_rijen
from ivb.files.werkboek.uitleg import LEESWIJZER
from ivb.model.base import Veld, iter_gevuld
from ivb.model.constraints import EERSTE_JAAR, LAATSTE_JAAR, PRECIES, EenRegel, Hoogstens, Minstens
from ivb.model.dossier import Dossier
from ivb.model.verwijzingen import walk

MAXIMALE_TEKST: Final = 32_767
"""How many UTF-16 units fit in a cell of Excel."""

UITLEGREGEL, KOPREGEL, EERSTE_RIJ = 0, 1, 2
LEGE_RIJEN: Final = 500
"""How many rows below the last are ready to be filled in."""

_GEMAAKT: Final = datetime.datetime(2000, 1, 1)  # noqa: DTZ001  a fixed moment, for equal bytes
_RIJK: Final = re.compile(r"<r>.*</r>", re.DOTALL)
_ONTSNAPT: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_)|(?<=_x[0-9A-Fa-f]{4}_)(?=x[0-9A-Fa-f]{4}_)")
_WACHTER: Final = "\x01"  # in no text of a dossier; keeps the library from taking a text for XML or for an escape
_BREEDTES: Final = {"naam": 30, "titel": 40, "onderwerp": 40, "id": 12, "percentage": 12, "herkomst": 14}
_OPMAAK: Final[dict[str, dict[str, object]]] = {
    "tekst": {"num_format": "@", "text_wrap": True},
    "getal": {},
    "datum": {"num_format": "dd-mm-yyyy"},
    "uitleg": {"italic": True, "font_color": "#595959", "text_wrap": True},
    "kop": {"bold": True},
    "titel": {"bold": True, "font_size": 14},
}
_NAAM: Final = re.compile(r"[^A-Za-z]")


def export_werkboek(dossier: Dossier) -> bytes:
    """Write the rows of a dossier as a workbook (.xlsx) to fill in; `import_werkboek` reads it back without loss.

    There is a sheet for the themes, ambitions, actions, notes in the log, indicators, measurements and promises.

    Args:
        dossier: the dossier.

    Raises:
        DocumentError: a text does not fit in a cell of Excel; all of them are told.

    >>> from ivb import voorbeeld
    >>> export_werkboek(voorbeeld())[:2]
    b'PK'
    """
    inhoud = {blad.titel: _list_gevuld(dossier, blad) for blad in BLADEN}
    _check_lengtes(inhoud)
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as werkboek:
        werkboek.set_properties({"created": _GEMAAKT, "title": f"Veiligheidsdossier {dossier.gemeente.naam}"})
        _Schrijver(werkboek, dossier, inhoud).write()
    return uit.getvalue()


class _Gevuld(NamedTuple):
    """A row with what stands in its cells."""

    rij: Rij
    cellen: tuple[Cel, ...]


def _list_gevuld(dossier: Dossier, blad: Blad) -> list[_Gevuld]:
    return [_Gevuld(rij, tuple(_cellen(blad, rij))) for rij in list_rijen(dossier, blad)]


def _check_lengtes(inhoud: dict[str, list[_Gevuld]]) -> None:
    bezwaren = [
        f"{rij.pad}.{kolom.naam}: deze tekst is te lang voor Excel; er passen {MAXIMALE_TEKST} tekens in een cel"
        for blad in BLADEN
        for rij, cellen in inhoud[blad.titel]
        for kolom, cel in zip(blad.kolommen, cellen, strict=True)
        if isinstance(cel, str) and len(cel) > MAXIMALE_TEKST // 2 and _meet(cel) > MAXIMALE_TEKST
    ]
    if bezwaren:
        raise DocumentError("\n".join(bezwaren))


def _meet(tekst: str) -> int:
    """Measure a text in UTF-16 units, as Excel does."""
    return len(tekst.encode("utf-16-le")) // 2


def _cellen(blad: Blad, rij: Rij) -> Iterator[Cel]:
    """Give what stands in the cells of a row; a default that follows from another field stays empty."""
    gevuld = dict(iter_gevuld(rij.noun))
    eigen = blad.kolommen
    if blad.houder:
        yield rij.houder
        eigen = eigen[1:]
    for kolom in eigen:
        yield format_cel(gevuld.get(kolom.naam, kolom.standaard))


class _Schrijver:
    """Writes the sheets of one workbook."""

    def __init__(self, werkboek: Any, dossier: Dossier, inhoud: dict[str, list[_Gevuld]]) -> None:  # noqa: ANN401  untyped
        self._werkboek, self._dossier, self._inhoud = werkboek, dossier, inhoud
        self._opmaak = {naam: werkboek.add_format({"valign": "top", **opmaak}) for naam, opmaak in _OPMAAK.items()}
        self._lijsten: dict[tuple[str, ...], str] = {}
        self._lijstkolom = len(BLADEN) + 1

    def write(self) -> None:
        """Write them all; the hidden sheet last, where nobody meets it."""
        self._write_leeswijzer()
        bladen = {blad.titel: self._werkboek.add_worksheet(blad.titel) for blad in BLADEN}
        self._ivb = self._werkboek.add_worksheet(IVBBLAD)
        self._ivb.hide()
        self._ivb.write_string(0, 0, "formaat")
        self._ivb.write_number(1, 0, FORMAAT)
        for nummer, blad in enumerate(BLADEN, start=1):
            self._write_blad(blad, bladen[blad.titel])
            sleutels = (rij.sleutel for rij, _ in self._inhoud[blad.titel])
            self._write_lijst(nummer, blad.titel, sleutels)

    def _write_leeswijzer(self) -> None:
        blad = self._werkboek.add_worksheet(LEESWIJZERBLAD)
        blad.set_column(0, 0, 16)
        blad.set_column(1, 1, 100)
        blad.write_string(0, 0, LEESWIJZERBLAD, self._opmaak["titel"])
        for nummer, regel in enumerate(LEESWIJZER, start=2):
            blad.write_string(nummer, 1, regel, self._opmaak["tekst"])
        begin = len(LEESWIJZER) + 3
        for nummer, een in enumerate(BLADEN, start=begin):
            blad.write_url(nummer, 0, f"internal:'{een.titel}'!A1", string=een.titel)
            blad.write_string(nummer, 1, een.uitleg, self._opmaak["tekst"])

    def _write_blad(self, blad: Blad, doel: Any) -> None:  # noqa: ANN401  idem
        rijen = self._inhoud[blad.titel]
        laatste = EERSTE_RIJ + max(len(rijen), 1) - 1
        for nummer, kolom in enumerate(blad.kolommen):
            opmaak = self._opmaak[_soort_opmaak(kolom.veld)]
            doel.set_column(nummer, nummer, _breedte(kolom), opmaak)
            doel.write_string(UITLEGREGEL, nummer, kolom.uitleg, self._opmaak["uitleg"])
            self._add_controle(doel, blad, kolom, (EERSTE_RIJ, nummer, laatste + LEGE_RIJEN, nummer))
        doel.set_column(len(blad.kolommen), len(blad.kolommen), 20, self._opmaak["tekst"], {"hidden": True})
        doel.set_row(UITLEGREGEL, 60)
        doel.freeze_panes(EERSTE_RIJ, 0)
        self._write_rijen(blad, doel)
        self._write_tabel(blad, doel, laatste)

    def _write_rijen(self, blad: Blad, doel: Any) -> None:  # noqa: ANN401  idem
        opmaak_van = [self._opmaak[_soort_opmaak(kolom.veld)] for kolom in blad.kolommen]
        for nummer, (rij, cellen) in enumerate(self._inhoud[blad.titel], start=EERSTE_RIJ):
            for plek, (cel, opmaak) in enumerate(zip(cellen, opmaak_van, strict=True)):
                if cel is not None:
                    self._write_cel(doel, nummer, plek, cel, opmaak)
            doel.write_string(nummer, len(blad.kolommen), _bewaak(rij.sleutel))

    def _write_tabel(self, blad: Blad, doel: Any, laatste: int) -> None:  # noqa: ANN401  idem
        koppen = [*(kolom.kop for kolom in blad.kolommen), RIJKOP]
        tabel = {
            "name": f"tabel_{blad.titel}",
            "style": "Table Style Light 1",
            "columns": [{"header": kop, "header_format": self._opmaak["kop"]} for kop in koppen],
        }
        doel.add_table(KOPREGEL, 0, laatste, len(blad.kolommen), tabel)
        # A year, a period and an id are text, and may look like a number.
        doel.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(blad.kolommen))}{laatste + LEGE_RIJEN}"})

    @staticmethod
    def _write_cel(
        doel: Any,  # noqa: ANN401  idem
        rij: int,
        kolom: int,
        cel: str | float | datetime.date,
        opmaak: Any,  # noqa: ANN401  idem
    ) -> None:
        if isinstance(cel, str):
            doel.write_string(rij, kolom, _bewaak(cel), opmaak)
        elif isinstance(cel, datetime.date):
            doel.write_datetime(rij, kolom, datetime.datetime(cel.year, cel.month, cel.day), opmaak)  # noqa: DTZ001
        else:
            doel.write_number(rij, kolom, cel, opmaak)

    def _add_controle(self, doel: Any, blad: Blad, kolom: Kolom, bereik: tuple[int, int, int, int]) -> None:  # noqa: ANN401
        controle = self._maak_lijstcontrole(blad, kolom) or _maak_controle(kolom.veld)
        if controle:
            doel.data_validation(*bereik, {"error_title": kolom.kop, **controle})

    def _maak_lijstcontrole(self, blad: Blad, kolom: Kolom) -> dict[str, Any] | None:
        """Make a dropdown for a column with choices; an id that is not in the list yet is let through, with a word."""
        veld = kolom.veld
        if veld.meervoud:
            return None
        if veld.soort is bool or issubclass(veld.soort, StrEnum):
            keuzes = ("ja", "nee") if veld.soort is bool else tuple(map(str, veld.soort))
            return {
                "validate": "list",
                "source": self._verwijs(keuzes, f"{blad.titel}_{kolom.naam}"),
                "error_message": "Kies een van de mogelijkheden uit de lijst.",
            }
        keuzes = tuple(dict.fromkeys(self._iter_keuzes(kolom)))
        if not keuzes:
            return None
        return {
            "validate": "list",
            "source": self._verwijs(keuzes, f"{blad.titel}_{kolom.naam}"),
            "error_type": "warning",
            "error_message": "Dit staat niet in de lijst. Is het nieuw, of een schrijffout?",
        }

    def _iter_keuzes(self, kolom: Kolom) -> Iterator[str]:
        """Give the ids that a column may name, or the roles that may lead an action."""
        nouns = list(walk(self._dossier))
        yield from (noun.id for noun in nouns if type(noun).__name__ in kolom.veld.verwijzing and hasattr(noun, "id"))
        if kolom.naam == "trekker":
            for jaarplan in self._dossier.jaarplannen:
                yield from (deel.rol for deel in jaarplan.capaciteit)
                yield from (actie.trekker for actie in jaarplan.acties if actie.trekker)

    def _verwijs(self, keuzes: tuple[str, ...], naam: str) -> str:
        """Give the name of a list on the hidden sheet; the same choices share one."""
        if keuzes not in self._lijsten:
            kop = f"lijst_{_NAAM.sub('', naam)}"
            self._write_lijst(self._lijstkolom, kop, keuzes)
            letter = xl_col_to_name(self._lijstkolom)
            self._werkboek.define_name(kop, f"='{IVBBLAD}'!${letter}$2:${letter}${len(keuzes) + 1}")
            self._lijsten[keuzes] = f"={kop}"
            self._lijstkolom += 1
        return self._lijsten[keuzes]

    def _write_lijst(self, kolom: int, kop: str, waarden: Iterable[str]) -> None:
        self._ivb.write_string(0, kolom, kop)
        for nummer, waarde in enumerate(waarden, start=1):
            self._ivb.write_string(nummer, kolom, _bewaak(waarde))


def _bewaak(tekst: str) -> str:
    """Keep the library from writing a text as XML, or as the escape of another character."""
    if "_x" in tekst:
        tekst = _ONTSNAPT.sub(lambda treffer: treffer[0] + _WACHTER, tekst)
    return _WACHTER + tekst if _RIJK.fullmatch(tekst) else tekst


def _soort_opmaak(veld: Veld) -> str:
    if veld.soort is Date:
        return "datum"
    return "getal" if veld.soort in {int, float} else "tekst"


def _breedte(kolom: Kolom) -> int:
    """Give the width of a column, in characters."""
    is_lang = kolom.veld.soort is str and not kolom.is_sleutel
    if is_lang and not any(isinstance(eis, EenRegel) for eis in kolom.veld.beperkingen):
        return 50
    return _BREEDTES.get(kolom.naam, 20 if is_lang or kolom.veld.soort is Datering else 14)


def _maak_controle(veld: Veld) -> dict[str, Any] | None:
    """Make the check of a date or a number."""
    if veld.soort is Date:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": EERSTE_DAG,
            "maximum": datetime.date(LAATSTE_JAAR, 12, 31),
            "error_type": "warning",
            "error_message": f"Schrijf een datum als 23-4-2024, in de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.",
        }
    if veld.soort not in {int, float}:
        return None
    laagste = next((eis.grens for eis in veld.beperkingen if isinstance(eis, Minstens)), -PRECIES)
    hoogste = next((eis.grens for eis in veld.beperkingen if isinstance(eis, Hoogstens)), PRECIES)
    wat = "geheel getal" if veld.soort is int else "getal"
    grens = f" van {laagste}" if laagste > -PRECIES else ""
    grens += f" tot en met {hoogste}" if hoogste < PRECIES else " of meer" if grens else ""
    return {
        "validate": "integer" if veld.soort is int else "decimal",
        "criteria": "between",
        "minimum": laagste,
        "maximum": hoogste,
        "error_type": "warning",
        "error_message": f"Schrijf een {wat}{grens}, zonder eenheid.",
    }
