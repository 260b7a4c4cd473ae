"""A workbook that an adviser likes to fill in, the same bytes every time, and that LibreOffice opens without loss."""

import csv
import subprocess
from pathlib import Path

import attrs
import openpyxl
import pytest

from ivb import Actie, DocumentError, Dossier, Meting, export_werkboek, read_werkboek, voorbeeld
from ivb.dates import parse_periode
from ivb.files.werkboek.bladen import BLADEN, IVBBLAD
from ivb.files.werkboek.rijen import list_rijen
from ivb.files.werkboek.schrijven import MAXIMALE_TEKST
from tests.files.werkboek.test_samenvoegen import NAAR, kaal, met_log
from tests.files.werkboek.werkboeken import open_werkboek, vind_kolom


def naar_dossier() -> Dossier:
    """Give a dossier with every nasty text, and numbers that a spreadsheet rounds."""
    jaarplan = met_log().jaarplannen[0]
    acties = tuple(
        Actie(id=f"A{nummer}", titel=f"t {nummer}", toelichting=tekst, uren=nummer / 10 + 0.2)
        for nummer, tekst in enumerate(NAAR, start=1)
    )
    return attrs.evolve(met_log(), jaarplannen=(attrs.evolve(jaarplan, acties=acties),))


def lijst_van(werkboek: object, titel: str, kop: str) -> list[object]:
    """Give the choices that the dropdown of a column shows."""
    blad = werkboek[titel]  # type: ignore[index]
    letter = openpyxl.utils.get_column_letter(vind_kolom(blad, kop))
    (controle,) = (
        een for een in blad.data_validations.dataValidation if een.type == "list" and f"{letter}3" in een.sqref
    )
    ((ivbblad, bereik),) = werkboek.defined_names[controle.formula1].destinations  # type: ignore[attr-defined]
    return [cel[0].value for cel in werkboek[ivbblad][bereik]]  # type: ignore[index]


def convert(calc: str, map_: Path, inhoud: bytes, soort: str) -> Path:
    bron, uit = map_ / "werkboek.xlsx", map_ / "uit"
    bron.write_bytes(inhoud)
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opdracht = [calc, profiel, "--headless", "--convert-to", soort, "--outdir", str(uit), str(bron)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
    return uit


class TestWerkboek:
    """Dutch headings with a help line, dropdowns, frozen headings, and what is of ivb out of sight."""

    def test_equal_bytes(self) -> None:
        assert export_werkboek(naar_dossier()) == export_werkboek(naar_dossier())

    def test_sheets(self) -> None:
        werkboek = open_werkboek(export_werkboek(voorbeeld()))
        assert werkboek.sheetnames == ["Leeswijzer", *(blad.titel for blad in BLADEN), IVBBLAD]
        assert werkboek[IVBBLAD].sheet_state == "hidden"
        assert werkboek["Leeswijzer"]["A15"].hyperlink is not None
        for blad in BLADEN:
            doel = werkboek[blad.titel]
            assert doel.freeze_panes == "A3"
            assert all(cel.value for cel in doel[1][: len(blad.kolommen)])
            assert doel.column_dimensions[openpyxl.utils.get_column_letter(len(blad.kolommen) + 1)].hidden
            (tabel,) = doel.tables.values()
            assert tabel.ref.endswith(str(2 + max(1, len(list_rijen(voorbeeld(), blad)))))

    def test_dropdowns(self) -> None:
        werkboek = open_werkboek(export_werkboek(naar_dossier()))
        assert lijst_van(werkboek, "Acties", "dekking") == ["eenmalig", "structureel"]
        assert lijst_van(werkboek, "Metingen", "voorlopig") == ["ja", "nee"]
        assert "leefbaarheid" in lijst_van(werkboek, "Acties", "thema")
        assert lijst_van(werkboek, "Voortgang", "actie") == [f"A{nummer}" for nummer in range(1, len(NAAR) + 1)]

    def test_the_roles_of_a_plan_may_lead(self) -> None:
        werkboek = open_werkboek(export_werkboek(voorbeeld()))
        rollen = {actie.trekker for plan in voorbeeld().jaarplannen for actie in plan.acties if actie.trekker}
        assert rollen <= set(lijst_van(werkboek, "Acties", "trekker"))

    def test_checks_of_numbers_and_dates(self) -> None:
        blad = open_werkboek(export_werkboek(voorbeeld()))["Voortgang"]
        soorten = {een.type for een in blad.data_validations.dataValidation}
        assert soorten == {"list", "date", "whole"}

    def test_text_stays_text(self) -> None:
        blad = open_werkboek(export_werkboek(naar_dossier()))["Acties"]
        kolom = vind_kolom(blad, "toelichting")
        assert {blad.cell(nummer + 3, kolom).data_type for nummer in range(len(NAAR))} == {"s"}
        assert blad.cell(3, kolom).number_format == "@"

    def test_a_text_that_is_too_long_is_refused(self) -> None:
        lang = "\U0001f692" * (MAXIMALE_TEKST // 2) + "aa"
        jaarplan = attrs.evolve(voorbeeld().jaarplannen[0], acties=(Actie(id="A1", titel="a", toelichting=lang),))
        dossier = attrs.evolve(voorbeeld(), jaarplannen=(jaarplan,), voortgang=())
        with pytest.raises(DocumentError, match=r"acties\[A1\]\.toelichting: deze tekst is te lang voor Excel"):
            export_werkboek(dossier)

    def test_no_dropdown_without_choices(self) -> None:
        meting = Meting(indicator="I1", periode=parse_periode("2024"), eenheid="%")
        dossier = attrs.evolve(met_log(), jaarplannen=(), voortgang=(), raadsbrieven=(), metingen=(meting,))
        werkboek = open_werkboek(export_werkboek(dossier))
        with pytest.raises(ValueError, match="not enough values"):
            lijst_van(werkboek, "Voortgang", "actie")


class TestLibreOffice:
    """LibreOffice opens the workbook, and gives it back without loss and with its dropdowns."""

    def test_as_xlsx(self, calc: str, tmp_path: Path) -> None:
        dossier = naar_dossier()
        pad = convert(calc, tmp_path, export_werkboek(dossier), "xlsx:Calc MS Excel 2007 XML") / "werkboek.xlsx"
        gelezen = read_werkboek(pad, kaal(dossier))
        assert gelezen.dossier == dossier
        assert gelezen.waarschuwingen == ()
        werkboek = openpyxl.load_workbook(pad)
        assert lijst_van(werkboek, "Acties", "dekking") == ["eenmalig", "structureel"]
        assert "leefbaarheid" in lijst_van(werkboek, "Acties", "thema")

    def test_as_csv(self, calc: str, tmp_path: Path) -> None:
        soort = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        dossier = naar_dossier()
        uit = convert(calc, tmp_path, export_werkboek(dossier), soort)
        with (uit / "werkboek-Acties.csv").open(encoding="utf-8", newline="") as bestand:
            _, koppen, *rijen = csv.reader(bestand)
        plek = koppen.index("toelichting")
        # A carriage of two escapes side by side is kept apart with a control character, which only ivb takes out.
        assert [rij[plek].replace("\x01", "") for rij in rijen] == list(NAAR)
