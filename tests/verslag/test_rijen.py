"""Findings as rows and as JSON."""

import json
from pathlib import Path

import ivb
from ivb import check, format_json, list_bevindingen
from ivb.rules.checks.acties import ACTIES
from tests.verslag.dossiers import DAG, schrijf


class TestListBevindingen:
    """A row has plain values only, in a fixed order."""

    def test_of_a_file(self, tmp_path: Path) -> None:
        lezing = ivb.read_dossier(schrijf(tmp_path))
        gevonden = check(lezing.dossier, peildatum=DAG, regels=ACTIES)
        rijen = list_bevindingen(gevonden, lezing.plaatsen)
        assert rijen[0] == {
            "code": "A1",
            "ernst": "waarschuwing",
            "titel": "Actie zonder trekker",
            "boodschap": "Actie A1 (Schouw | *x*) heeft geen trekker; noem de rol die haar trekt.",
            "pad": "jaarplannen[2024].acties[A1].trekker",
            "bestand": str(tmp_path / "mijn dossier.yaml"),
            "regel": 8,
            "kolom": 9,
        }
        assert len(rijen) == len(gevonden)
        assert type(rijen[0]["ernst"]) is str

    def test_without_a_file(self, tmp_path: Path) -> None:
        gevonden = check(ivb.load(schrijf(tmp_path)), peildatum=DAG, regels=ACTIES)
        assert {(rij["bestand"], rij["regel"], rij["kolom"]) for rij in list_bevindingen(gevonden)} == {
            (None, None, None)
        }


class TestFormatJson:
    """The JSON has exactly the five names that were promised."""

    def test_of_a_file(self, tmp_path: Path) -> None:
        lezing = ivb.read_dossier(schrijf(tmp_path))
        gevonden = check(lezing.dossier, peildatum=DAG, regels=ACTIES)
        tekst = format_json(gevonden, lezing.plaatsen)
        lijst = json.loads(tekst)
        assert {tuple(een) for een in lijst} == {("code", "ernst", "boodschap", "pad", "plaats")}
        assert lijst[0]["plaats"] == f"{tmp_path / 'mijn dossier.yaml'}:8:9"
        assert [een["code"] for een in lijst] == [een.code for een in gevonden]
        assert tekst == format_json(gevonden, lezing.plaatsen)
        assert "gaat één" in tekst

    def test_without_a_file(self, tmp_path: Path) -> None:
        gevonden = check(ivb.load(schrijf(tmp_path)), peildatum=DAG, regels=ACTIES)
        assert {een["plaats"] for een in json.loads(format_json(gevonden))} == {None}
