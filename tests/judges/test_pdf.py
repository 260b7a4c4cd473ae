"""What validators of others say of the PDFs that LibreOffice makes of our documents; ``nox -s judges`` installs them.

None sees everything: veraPDF passes a table without header cells and a wrong language, so pdfua and pikepdf look too.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import attrs
import pdfua
import pikepdf
import pytest

from ivb import render_pdfs, render_raadsbrief, voorbeeld
from ivb.documents.basis.document import build_basis
from ivb.documents.word.opmaak import parse_opmaak
from tests.documents.sjablonen import lees_tabellen, maak_alinea, maak_tabel, render
from tests.documents.voorbeeldstukken import SOORTEN, VOORBEELDSTUKKEN, collect_documenten

GETROKKEN = 10
"""How many documents of each kind are drawn."""
OPMAAK = (
    "Zie **[de notitie](https://example.org)**:\n\n- een\n  1. twee\n\n     meer\n- drie\n\n"
    + "Een lange tekst. " * 500
)
KOP = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
CELLEN = {"/TH", "/TD"}
NIET_TE_LEZEN = {"UA-14-001"}  # pdfua 0.1.3 stumbles on the attributes of a heading; TestStructure reads them


class Oordeel(NamedTuple):
    """What veraPDF says of a PDF."""

    goed: bool
    getoetst: int
    fouten: list[str]


def make_tabel(*, kop: bool) -> bytes:
    tabel = maak_tabel(("Actie", "Trekker"), ("Cameratoezicht", "OOV"), ("Buurtpreventie", "Welzijn"))
    acties = maak_alinea("Acties", stijl="Heading1")
    return render(build_basis(acties + (tabel.replace("<w:tr>", KOP, 1) if kop else tabel) + maak_alinea("Slot")), {})


def make_documenten() -> Iterator[tuple[str, bytes]]:
    dossier = voorbeeld()
    opgemaakt = attrs.evolve(dossier.raadsbrieven[0], inleiding=OPMAAK, nummer="12")
    yield from ((naam, maak()) for naam, maak in VOORBEELDSTUKKEN.items())
    yield "opgemaakt", render_raadsbrief(dossier, opgemaakt)
    yield "tabel", make_tabel(kop=True)
    yield "tekst", render(build_basis(maak_alinea("{{p x }}")), {"x": parse_opmaak(OPMAAK)})


DOCUMENTEN = dict(make_documenten())


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The documents as PDF."""
    map_ = tmp_path_factory.mktemp("pdf")
    return write_pdfs(map_, DOCUMENTEN)


@pytest.fixture(params=DOCUMENTEN)
def pdf(request: pytest.FixtureRequest, pdfs: dict[str, Path]) -> Path:
    """One of the documents as PDF."""
    return pdfs[request.param]


def write_pdfs(map_: Path, documenten: dict[str, bytes]) -> dict[str, Path]:
    paden = {}
    for naam, inhoud in render_pdfs(documenten).items():
        paden[naam] = map_ / f"{naam}.pdf"
        paden[naam].write_bytes(inhoud)
    return paden


def judge(*pdfs: Path) -> list[Oordeel]:
    """Let veraPDF judge, in one run."""
    opdracht = ["java", "-cp", os.environ["IVB_VERAPDF"], "Verapdf", *map(str, pdfs)]
    regels = subprocess.run(opdracht, capture_output=True, check=True, text=True).stdout.splitlines()
    oordelen: list[Oordeel] = []
    for regel in regels:
        bestand, *rest = regel.split("\t")
        if bestand:
            oordelen.append(Oordeel(goed=rest[0] == "compliant", getoetst=int(rest[1]), fouten=[]))
        else:
            oordelen[-1].fouten.extend(rest)
    return oordelen


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Go through a structure tree in reading order."""
    if isinstance(element, pikepdf.Array):
        for kind in element:
            yield from walk(kind)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from walk(element.K)


def iter_rijen(tabel: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """Give the rows of a table, whether they stand in a head and a body or not."""
    return (een for een in walk(tabel.K) if een.S == "/TR")


class TestVerapdf:
    """veraPDF finds every document of the examples PDF/UA-1, and those of whatever a dossier may hold."""

    def test_documents(self, pdfs: dict[str, Path]) -> None:
        oordelen = dict(zip(pdfs, judge(*pdfs.values()), strict=True))
        assert {naam: een.fouten for naam, een in oordelen.items() if een.fouten} == {}
        assert all(een.goed and een.getoetst > 100 for een in oordelen.values())

    def test_of_every_kind_from_the_strategies(self, tmp_path: Path) -> None:
        pdfs = write_pdfs(tmp_path, collect_documenten(GETROKKEN))
        assert len(pdfs) == GETROKKEN * len(SOORTEN)
        oordelen = dict(zip(pdfs, judge(*pdfs.values()), strict=True))
        assert {naam: een.fouten for naam, een in oordelen.items() if een.fouten or not een.goed} == {}

    @pytest.mark.parametrize(
        ("goed", "fout", "regel"),
        [
            (rb"/Lang\(nl-NL\)", b"/Lank(nl-NL)", "7.2-"),
            (rb"<pdfuaid:part>1<", b"<pdfuaid:part>2<", "5-"),
            (rb"/Tabs/S", b"/Tabs/R", "7.18.3-1"),
        ],
    )
    def test_it_can_find_a_fault(
        self, pdfs: dict[str, Path], tmp_path: Path, goed: bytes, fout: bytes, regel: str
    ) -> None:
        stuk = tmp_path / "stuk.pdf"
        stuk.write_bytes(re.sub(goed, fout, pdfs["opgemaakt"].read_bytes()))
        (oordeel,) = judge(stuk)
        assert not oordeel.goed
        assert any(een.startswith(regel) for een in oordeel.fouten)


class TestPdfua:
    """pdfua finds nothing either, and sees the table without header cells that veraPDF passes."""

    def test_documents(self, pdf: Path) -> None:
        rapport = pdfua.validate(str(pdf))
        assert [bevinding.to_dict() for bevinding in rapport.findings] == []
        assert {een.rule_id for een in rapport.skipped} <= NIET_TE_LEZEN

    def test_it_can_find_a_fault(self, tmp_path: Path) -> None:
        (pad,) = write_pdfs(tmp_path, {"zonder kop": make_tabel(kop=False)}).values()
        assert [een.rule_id for een in pdfua.validate(str(pad)).findings] == ["UA-15-003"]
        assert judge(pad)[0].goed


class TestStructure:
    """pikepdf reads what no validator judges: is it Dutch, and has it the title and the headings of the document."""

    @pytest.fixture
    def open_pdf(self, pdfs: dict[str, Path]) -> Iterator[Callable[[str], pikepdf.Pdf]]:
        geopend: list[pikepdf.Pdf] = []

        def open_(naam: str) -> pikepdf.Pdf:
            geopend.append(pikepdf.open(pdfs[naam]))
            return geopend[-1]

        yield open_
        for een in geopend:
            een.close()

    @pytest.mark.parametrize("naam", DOCUMENTEN)
    def test_sound_dutch_and_tagged(self, open_pdf: Callable[[str], pikepdf.Pdf], naam: str) -> None:
        pdf = open_pdf(naam)
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)

    def test_title(self, open_pdf: Callable[[str], pikepdf.Pdf]) -> None:
        pdf = open_pdf("raadsbrief")
        titel = voorbeeld().raadsbrieven[0].onderwerp
        assert str(pdf.docinfo.Title) == titel
        assert pdf.open_metadata()["dc:title"] == titel

    @pytest.mark.parametrize("naam", DOCUMENTEN)
    def test_every_table_has_header_cells(self, open_pdf: Callable[[str], pikepdf.Pdf], naam: str) -> None:
        """The first row of a table is of header cells, the others hold none; none is lost, and none comes about."""
        tabellen = [een for een in walk(open_pdf(naam).Root.StructTreeRoot) if een.S == "/Table"]
        maten = []
        for tabel in tabellen:
            kop, *rest = ([str(cel.S) for cel in walk(rij.K) if str(cel.S) in CELLEN] for rij in iter_rijen(tabel))
            assert set(kop) == {"/TH"}
            assert all(set(rij) == {"/TD"} and len(rij) == len(kop) for rij in rest)
            maten.append((len(rest) + 1, len(kop)))
        assert maten == [(len(een.rows), len(een.columns)) for een in lees_tabellen(DOCUMENTEN[naam])]

    @pytest.mark.parametrize("naam", DOCUMENTEN)
    def test_headings_skip_no_level_and_are_not_empty(self, open_pdf: Callable[[str], pikepdf.Pdf], naam: str) -> None:
        koppen = [een for een in walk(open_pdf(naam).Root.StructTreeRoot) if re.fullmatch(r"/H\d", str(een.S))]
        niveaus = [int(str(kop.S)[2:]) for kop in koppen]
        assert all(later <= eerder + 1 for eerder, later in zip([0, *niveaus], niveaus, strict=False))
        assert all("/K" in kop for kop in koppen)

    def test_bookmarks_are_the_headings(self, open_pdf: Callable[[str], pikepdf.Pdf]) -> None:
        with open_pdf("raadsbrief").open_outline() as inhoud:
            namen = [een.title for een in inhoud.root]
        assert namen == ["ONDERWERP", "KENNISNEMEN VAN", "INLEIDING", "KERNBOODSCHAP", "VERVOLG"]
