"""What is wrong stands as notes in a copy: each in its cell, and all of them on a sheet."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from ivb import BestandError, DossierFout, Melding, Plaats, export_opmerkingen, read_werkboek
from ivb.files.werkboek import opmerkingen
from tests.files.werkboek.test_samenvoegen import met_log
from tests.files.werkboek.werkboeken import open_werkboek, wijzig, zet


def melding(cel: str | None, boodschap: str = "=fout", pad: str = "") -> Melding:
    return Melding("a", pad, Plaats("a.xlsx", blad="Acties", cel=cel), boodschap)


class TestOpmerkingen:
    """The copy can be filled in further and imported; the user's own file stays as it is."""

    def test_of_a_reading(self, tmp_path: Path) -> None:
        def doe(boek: Any) -> None:
            zet(boek, "Acties", "uren", "veel")
            zet(boek, "Acties", "dekking", "soms")
            zet(boek, "Acties", "titel", "x005F_a", rij=4)

        pad = tmp_path / "a.xlsx"
        pad.write_bytes(wijzig(doe, met_log()))
        voor = pad.read_bytes()
        with pytest.raises(DossierFout) as gevangen:
            read_werkboek(pad, met_log())
        kopie = export_opmerkingen(pad, gevangen.value.meldingen)
        assert pad.read_bytes() == voor
        boek = open_werkboek(kopie)
        assert boek["Acties"]["M3"].comment.text == "'veel' is geen getal; schrijf cijfers, zonder eenheid"
        assert [rij[:2] for rij in boek["Opmerkingen"].values] == [("Blad", "Cel"), ("Acties", "M3"), ("Acties", "O3")]
        zet(boek, "Acties", "uren", 5)
        zet(boek, "Acties", "dekking", "eenmalig")
        boek.save(pad)
        acties = read_werkboek(pad, met_log()).dossier.jaarplannen[0].acties
        assert (acties[0].uren, acties[1].titel) == (5.0, "x005F_a")

    def test_more_than_one_in_a_cell(self) -> None:
        def doe(boek: Any) -> None:
            boek["Acties"]["A3"].comment = Comment("van mij", "a")
            boek["Acties"].merge_cells("C3:C4")

        inhoud = wijzig(doe, met_log())
        alle = [
            melding("A3"), melding("A3", "b"), melding("C4"), melding(None, "los", "x.y"), melding(None, "kaal"),
            Melding("a", "", None, "nergens"),
        ]  # fmt: skip
        boek = open_werkboek(export_opmerkingen(inhoud, alle))
        assert boek["Acties"]["A3"].comment.text == "van mij\n=fout\nb"
        rijen = list(boek["Opmerkingen"].values)
        assert rijen[1] == ("Acties", "A3", "=fout")
        assert rijen[4:] == [("Acties", None, "x.y: los"), ("Acties", None, "kaal"), (None, None, "nergens")]
        assert boek["Opmerkingen"]["C2"].data_type == "s"

    def test_the_same_bytes_and_one_sheet(self) -> None:
        inhoud = wijzig(lambda _: None, met_log())
        eerste = export_opmerkingen(inhoud, [melding("A3")])
        assert export_opmerkingen(inhoud, [melding("A3")]) == eerste
        tweede = open_werkboek(export_opmerkingen(eerste, []))
        assert [naam for naam in tweede.sheetnames if naam.startswith("Opm")] == ["Opmerkingen"]

    def test_a_workbook_that_cannot_be_copied(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Vast:
            sheetnames: tuple[str, ...] = ()

            def save(self, _uit: object) -> None:
                raise KeyError

        monkeypatch.setattr(opmerkingen, "_write_blad", lambda *_: None)
        monkeypatch.setattr(opmerkingen, "open_openpyxl", lambda *_, **__: Vast())
        with pytest.raises(BestandError, match="geen kopie te maken"):
            export_opmerkingen(wijzig(lambda _: None, met_log()), [])

    def test_openpyxl_reads_it(self, tmp_path: Path) -> None:
        pad = tmp_path / "a.xlsx"
        pad.write_bytes(export_opmerkingen(wijzig(lambda _: None, met_log()), [melding("A3")]))
        assert openpyxl.load_workbook(pad).sheetnames[0] == "Opmerkingen"
