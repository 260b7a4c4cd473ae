"""A workbook is read as people leave it: columns moved, rows empty, sheets added; what is not read is told."""

import importlib
import io
from pathlib import Path
from typing import Any

import pytest

import ivb.files.werkboek
from ivb import BestandError, DossierFout, DossierWaarschuwing, export_werkboek, import_werkboek, read_werkboek
from tests.files.werkboek.test_samenvoegen import met_log
from tests.files.werkboek.werkboeken import vervang_deel, vind_kolom, wijzig, zet

ACTIES = "xl/worksheets/sheet4.xml"


def lees(doe: Any) -> Any:
    dossier = met_log()
    return read_werkboek(wijzig(doe, dossier), dossier)


def fouten(inhoud: bytes) -> list[str]:
    with pytest.raises(DossierFout) as gevangen:
        read_werkboek(inhoud, met_log())
    return [f"{een.plaats}: {een.boodschap}" for een in gevangen.value.meldingen]


class TestBron:
    """A path, bytes, or a file object."""

    def test_of_every_kind(self, tmp_path: Path) -> None:
        dossier, inhoud = met_log(), export_werkboek(met_log())
        pad = tmp_path / "a.xlsx"
        pad.write_bytes(inhoud)
        assert import_werkboek(pad, dossier) == import_werkboek(io.BytesIO(inhoud), dossier) == dossier

    def test_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError, match=r"a\.xlsx: dit bestand is niet te lezen: het bestaat niet"):
            read_werkboek(tmp_path / "a.xlsx", met_log())

    def test_without_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as zonder:
            zonder.setattr("importlib.util.find_spec", lambda _: None)
            with pytest.raises(BestandError, match=r"hoort bij de extra 'excel'.*pip install 'ivb\[excel\]'"):
                importlib.reload(ivb.files.werkboek)
        importlib.reload(ivb.files.werkboek)


class TestVerdraagzaam:
    """What a person does to a sheet is no mistake."""

    def test_moved_columns_empty_rows_and_other_sheets(self) -> None:
        def doe(boek: Any) -> None:
            blad = boek["Acties"]
            blad.move_range("A1:B6", cols=22)
            boek.create_sheet("Kladblok")["A1"] = "a"
            boek["Voortgang"].insert_rows(4, 3)
            boek["Metingen"].title = "metingen "

        gelezen = lees(doe)
        assert gelezen.dossier == met_log()
        assert gelezen.waarschuwingen == ()

    def test_a_row_that_was_emptied_is_removed(self) -> None:
        def doe(boek: Any) -> None:
            for cel in boek["Acties"][6][:-1]:
                cel.value = " " if cel.column == 1 else None

        assert len(lees(doe).dossier.jaarplannen[0].acties) == 3

    def test_added_columns_are_reported(self) -> None:
        def doe(boek: Any) -> None:
            blad = boek["Acties"]
            blad["X2"], blad["X3"], blad["Z3"] = "van ons", "a", "b"

        gelezen = lees(doe)
        assert gelezen.dossier == met_log()
        assert list(map(str, gelezen.waarschuwingen)) == [
            "<bytes>!Acties!X2: de kolom 'van ons' is niet van ivb en wordt niet gelezen",
            "<bytes>!Acties!Z2: deze kolom heeft geen kop en wordt niet gelezen",
        ]
        with pytest.warns(DossierWaarschuwing, match="'van ons' is niet van ivb"):
            import_werkboek(wijzig(lambda boek: zet_kop(boek, "van ons"), met_log()), met_log())

    def test_without_the_hidden_column(self) -> None:
        def doe(boek: Any) -> None:
            for titel in ("Acties", "Voortgang"):
                boek[titel].delete_cols(vind_kolom(boek[titel], "rij"))

        assert lees(doe).dossier == met_log()

    def test_line_ends_of_windows(self) -> None:
        gelezen = lees(lambda boek: zet(boek, "Acties", "toelichting", "a_x000D_\nb"))
        assert gelezen.dossier.jaarplannen[0].acties[0].toelichting == "a\nb"


def zet_kop(boek: Any, kop: str) -> None:
    boek["Acties"]["X2"] = kop


class TestFouten:
    """What would be read wrongly or not at all is told, with its cell."""

    def test_merged_cells(self) -> None:
        assert fouten(wijzig(lambda boek: boek["Acties"].merge_cells("T3:T4"), met_log())) == [
            "<bytes>!Acties!T3: deze cellen zijn samengevoegd; hef dat op en vul elke cel in"
        ]

    def test_merged_cells_above_the_headings(self) -> None:
        assert lees(lambda boek: boek["Acties"].merge_cells("A1:B1")).dossier == met_log()

    def test_errors_and_formulas_without_a_value(self) -> None:
        def doe(boek: Any) -> None:
            zet(boek, "Acties", "uren", "=1/0", rij=3)
            zet(boek, "Acties", "uren", "#DIV/0!", rij=4)
            boek["Acties"]["Z9"] = "#N/A"

        assert fouten(wijzig(doe, met_log())) == [
            "<bytes>!Acties!M3: deze formule is nog niet uitgerekend; open het werkboek in Excel en bewaar het opnieuw",
            "<bytes>!Acties!M4: in deze cel staat de fout #DIV/0!; herstel de formule of typ de waarde",
        ]

    def test_headings_that_are_gone(self) -> None:
        (melding,) = fouten(wijzig(lambda boek: boek["Metingen"].delete_rows(2), met_log()))
        assert melding.startswith("<bytes>!Metingen!A1: de regel met koppen ontbreekt; er horen koppen als indicator")

    def test_an_empty_sheet(self) -> None:
        (melding,) = fouten(wijzig(lambda boek: boek["Metingen"].delete_rows(1, 9), met_log()))
        assert "de regel met koppen ontbreekt" in melding

    def test_a_heading_that_stands_twice(self) -> None:
        (melding,) = fouten(wijzig(lambda boek: zet_kop(boek, "Titel"), met_log()))
        assert melding == "<bytes>!Acties!X2: de kop 'titel' staat ook boven kolom F; haal er een weg"

    def test_a_newer_form(self) -> None:
        def doe(boek: Any) -> None:
            boek["_ivb"]["A2"] = 2

        (melding,) = fouten(wijzig(doe, met_log()))
        assert melding == (
            "<bytes>!_ivb!A2: dit werkboek heeft formaat 2 en deze ivb leest tot en met formaat 1; werk ivb bij"
        )

    def test_no_form(self) -> None:
        (melding,) = fouten(wijzig(lambda boek: boek["_ivb"].delete_rows(1, 99), met_log()))
        assert "hier hoort het formaat van het werkboek te staan" in melding

    def test_a_workbook_of_somebody_else(self) -> None:
        with pytest.raises(BestandError, match="niet door ivb gemaakt"):
            read_werkboek(wijzig(lambda boek: boek.remove(boek["_ivb"]), met_log()), met_log())

    def test_a_date_that_does_not_exist(self) -> None:
        ver = vervang_deel(
            export_werkboek(met_log()),
            "xl/worksheets/sheet5.xml",
            lambda xml: xml.replace(b"<v>45323<", b"<v>9999999<"),
        )
        assert len(fouten(ver)) == 2
