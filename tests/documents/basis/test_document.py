import io
import runpy
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from ivb.documents.basis import document
from ivb.documents.basis.document import SJABLONEN, build_basis, build_sjabloon, write_sjablonen
from ivb.documents.pdf import render_pdf
from ivb.documents.word.opmaak import opsomming, parse_opmaak
from ivb.documents.word.pakket import open_pakket, parse_deel, read_pakket
from tests.documents.sjablonen import lees_xml, maak_alinea, render

BRIEF = {
    "concept": False,
    "titel": "RAADSBRIEF",
    "kenmerken": [{"label": "Zaaknummer", "waarde": "Z-1"}],
    "secties": [
        {"kop": "ONDERWERP", "inhoud": parse_opmaak("Stand van zaken *2023*")},
        {"kop": "KENNISNEMEN VAN", "inhoud": opsomming(["De notitie", "Het jaarplan"])},
        {"kop": "VERVOLG", "inhoud": parse_opmaak("In het najaar van 2024")},
    ],
    "plaats_datum": "Vriezenveen, 23 april 2024",
    "afzender": "Burgemeester en wethouders van Twenterand",
    "ondertekenaars": [
        {"functie": "de secretaris,", "anker": "_sign1_", "naam": "P.F.G. Rossen"},
        {"functie": "de burgemeester,", "anker": "_sign2_", "naam": "mr. J.C.F. Broekhuizen"},
    ],
}


def lees(velden: Mapping[str, object]) -> list[tuple[str, str]]:
    document = Document(io.BytesIO(render(build_sjabloon("raadsbrief"), velden)))
    return [(str(alinea.style and alinea.style.name), alinea.text) for alinea in document.paragraphs]


class TestBuildBasis:
    """Our own base document: on A4, in Dutch, clean, nothing in it that nobody asked for."""

    def test_is_a_word_document(self) -> None:
        assert open_pakket(build_basis(maak_alinea("a")))

    def test_zoom_language_and_version(self) -> None:
        instellingen = parse_deel("settings", read_pakket(build_basis(""))["word/settings.xml"])
        zoom, taal = instellingen.find(qn("w:zoom")), instellingen.find(qn("w:themeFontLang"))
        assert zoom is not None
        assert taal is not None
        assert (zoom.get(qn("w:percent")), taal.get(qn("w:val"))) == ("100", "nl-NL")
        versie = next(iter(instellingen.iter(qn("w:compatSetting"))))
        assert (versie.get(qn("w:name")), versie.get(qn("w:val"))) == ("compatibilityMode", "15")

    def test_page(self) -> None:
        sectie = Document(io.BytesIO(build_basis(""))).sections[0]
        assert (sectie.page_width, sectie.page_height) == (Twips(11906), Twips(16838))
        assert sectie.different_first_page_header_footer
        assert "PAGE" in lees_xml(build_basis(""), "word/footer1.xml")

    def test_page_on_its_side(self) -> None:
        sectie = Document(io.BytesIO(build_sjabloon("toezeggingenlijst"))).sections[0]
        assert (sectie.page_width, sectie.page_height) == (Twips(16838), Twips(11906))

    def test_header_on_every_page(self) -> None:
        zonder = read_pakket(build_basis(""))
        met = read_pakket(build_basis("", koptekst=maak_alinea("Kop")))
        assert met.keys() - zonder.keys() == {"word/header_verder.xml"}
        assert b"header_verder" not in zonder["[Content_Types].xml"] + zonder["word/_rels/document.xml.rels"]
        sectie = Document(io.BytesIO(build_basis("", koptekst=maak_alinea("Kop")))).sections[0]
        assert [kop.paragraphs[0].text for kop in (sectie.header, sectie.first_page_header)] == ["Kop", "Kop"]

    def test_a_line_above_the_first_page_only(self) -> None:
        sectie = Document(io.BytesIO(build_basis(""))).sections[0]
        (lijn,) = sectie.first_page_header.paragraphs
        assert (lijn.style and lijn.style.name, lijn.text) == ("Lijn", "")
        assert sectie.header.is_linked_to_previous

    def test_no_part_is_stale(self) -> None:
        assert not [naam for naam in read_pakket(build_basis("")) if "Effects" in naam or "thumbnail" in naam]


class TestRaadsbrief:
    """The letter reads from title to names in the order of the council letter, in real styles, without empty lines."""

    def test_reads_in_order(self) -> None:
        assert lees(BRIEF) == [
            ("Title", "RAADSBRIEF"),
            ("Kenmerk", "Zaaknummer: Z-1"),
            ("Heading 1", "ONDERWERP"),
            ("Normal", "Stand van zaken 2023"),
            ("Heading 1", "KENNISNEMEN VAN"),
            ("List Bullet", "De notitie"),
            ("List Bullet", "Het jaarplan"),
            ("Heading 1", "VERVOLG"),
            ("Slot", "In het najaar van 2024"),
            ("Dagtekening", "Vriezenveen, 23 april 2024"),
            ("Afzender", "Burgemeester en wethouders van Twenterand"),
            ("Functie", "de secretaris,"),
            ("Anker", "_sign1_"),
            ("Functie", "de burgemeester,"),
            ("Anker", "_sign2_"),
            ("Namen", "P.F.G. Rossen\tmr. J.C.F. Broekhuizen"),
        ]

    def test_what_is_empty_leaves_nothing(self) -> None:
        zonder_anker = [{"functie": "de burgemeester,", "anker": "", "naam": "A"}]
        teksten = [
            tekst for _, tekst in lees({**BRIEF, "kenmerken": [], "secties": [], "ondertekenaars": zonder_anker})
        ]
        assert teksten == [
            "RAADSBRIEF",
            "Vriezenveen, 23 april 2024",
            "Burgemeester en wethouders van Twenterand",
            "de burgemeester,",
            "A",
        ]
        assert lees({**BRIEF, "ondertekenaars": []})[-1] == ("Afzender", "Burgemeester en wethouders van Twenterand")

    def test_a_draft(self) -> None:
        kop = lees_xml(render(build_sjabloon("raadsbrief"), {**BRIEF, "concept": True}), "word/header_verder.xml")
        assert "CONCEPT" in kop
        assert "CONCEPT" not in lees_xml(render(build_sjabloon("raadsbrief"), BRIEF), "word/header_verder.xml")

    def test_has_no_layout_table(self) -> None:
        assert "<w:tbl>" not in lees_xml(build_sjabloon("raadsbrief"))

    def test_becomes_a_page_of_pdf(self, soffice: str) -> None:
        assert b"/Lang(nl-NL)" in render_pdf(render(build_sjabloon("raadsbrief"), BRIEF), soffice=soffice)


class TestWriteSjablonen:
    """The committed templates are what the code makes now."""

    def test_committed(self, tmp_path: Path) -> None:
        write_sjablonen(tmp_path)
        gemaakt = {pad.name: read_pakket(pad.read_bytes()) for pad in tmp_path.iterdir()}
        assert gemaakt == {pad.name: read_pakket(pad.read_bytes()) for pad in SJABLONEN.glob("*.docx")}

    def test_as_a_program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "argv", ["basis", str(tmp_path)])
        runpy.run_path(document.__file__, run_name="__main__")
        assert (tmp_path / "raadsbrief.docx").read_bytes() == build_sjabloon("raadsbrief")
