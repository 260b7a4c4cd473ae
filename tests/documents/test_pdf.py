import datetime
import io
import re
import subprocess
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from ivb import DocumentError, render_pdf, render_pdfs
from ivb.documents.basis.document import build_basis
from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.word.eigenschappen import Eigenschappen
from ivb.documents.word.opmaak import parse_opmaak
from tests.documents.sjablonen import lees_xml, maak_alinea, maak_sjabloon, maak_tabel, render, vervang, wijzig

RELATIES = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
GEMAAKT = ">2024-04-23T00:00:00Z</dcterms:created>"
MEDIA = "word/media/a.png"
BRIEF = render(maak_sjabloon("Geachte raad"), {})

SLOT = b"/CreationDate(D:20261124143137Z')\n<xmp:CreateDate>2026-11-24T14:31:37Z</xmp:CreateDate>\n" + (
    b"/ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n>>" % ((b"0" * 31 + b"A",) * 3)
)


@pytest.fixture(autouse=True)
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing temporary is left behind, whatever happens."""
    map_ = tmp_path / "tijdelijk"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    yield
    assert list(map_.iterdir()) == []


@pytest.fixture
def nep(tmp_path: Path) -> Callable[[str], Path]:
    """Make a program that takes the place of LibreOffice, of what it does with the file ``$f``."""

    def make(wat: str) -> Path:
        pad = tmp_path / "nep"
        pad.write_text(f'#!/bin/sh\nfor f; do case $f in *.docx) {wat};; esac; done\necho "Error: $#"\n', "utf-8")
        pad.chmod(0o755)
        return pad

    return make


@pytest.fixture
def lever(nep: Callable[[str], Path], tmp_path: Path) -> Callable[[bytes], Path]:
    """Make a program that gives the same PDF for every document."""

    def make(pdf: bytes) -> Path:
        (tmp_path / "bron.pdf").write_bytes(pdf)
        return nep(f"cp {tmp_path}/bron.pdf ${{f%.docx}}.pdf")

    return make


def maak_pdf(
    tekst: bytes, *, begin: bytes = b"%PDF-1.6", kenmerk: bytes = b"<pdfuaid:part>1", slot: bytes = b""
) -> bytes:
    """Make what looks like a PDF of LibreOffice, with the characters that its page shows."""
    pagina = zlib.compress(b"BT 1 0 0 1 0 0 Td /F1 11 Tf[<%s>2<%s>-4]TJ <%s>Tj ET" % ((tekst.hex().encode(),) * 3))
    return b"%s\n<<>>stream\n%s\nendstream\nstream\nlos\nendstream\n%s\n%s\n%%%%EOF\n" % (begin, pagina, kenmerk, slot)


def check_same(document: bytes, lever: Callable[[bytes], Path], slot: bytes = SLOT) -> None:
    """Check that a PDF stays as LibreOffice made it."""
    pdf = maak_pdf(b"Geachte raad", slot=slot)
    assert render_pdf(document, soffice=lever(pdf)) == pdf


def lees_tekst(pdf: bytes, pdftotext: str) -> str:
    return subprocess.run([pdftotext, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def weiger(docs: Mapping[str, bytes], boodschap: str, soffice: Path | str | None = None) -> None:
    with pytest.raises(DocumentError) as fout:
        render_pdfs(docs, soffice=soffice)
    assert boodschap in str(fout.value)


def met_deel(naam: str, deel: bytes) -> bytes:
    soorten = '<Default Extension="png" ContentType="image/png"/></Types>'
    return vervang(wijzig(BRIEF, TYPES, "</Types>", soorten), {naam: deel})


def maak_svg(doel: str) -> bytes:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><image x:href="{doel}"/></svg>'
    )
    return svg.encode()


class TestAccessible:
    """The PDF is tagged, says that it is PDF/UA, and has the title, the language and the structure of the document."""

    @pytest.fixture(scope="class")
    @staticmethod
    def pdf(soffice: str) -> bytes:
        tabel = maak_tabel(("Actie", "Trekker"), ("Een", "Twee")).replace("<w:tr>", "<w:tr>{}", 1)
        kop = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        sjabloon = build_basis(
            maak_alinea("Titel", stijl="Title")
            + maak_alinea("Acties", stijl="Heading1")
            + tabel.format(kop)
            + maak_alinea("{{p tekst }}")
        )
        velden = {"tekst": parse_opmaak("Zie [de notitie](https://example.org).\n\n- punt")}
        eigenschappen = Eigenschappen(titel="Thema’s", auteur="Gemeente", gemaakt=datetime.date(2024, 4, 23))
        return render_pdf(Sjabloon(sjabloon).render(velden, eigenschappen=eigenschappen), soffice=soffice)

    def test_says_so(self, pdf: bytes) -> None:
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
        assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", pdf)

    def test_title_and_language(self, pdf: bytes) -> None:
        assert b"/Title<FEFF%s>" % "Thema’s".encode("utf-16-be").hex().upper().encode() in pdf
        assert b"/DisplayDocTitle true" in pdf
        assert b"/Lang(nl-NL)" in pdf

    @pytest.mark.parametrize("soort", ["H1", "L", "LI", "Link", "Table", "TH", "TD"])
    def test_structure(self, pdf: bytes, soort: str) -> None:
        assert re.search(rb"/S\s*/%s\b" % soort.encode(), pdf)

    def test_bookmarks(self, pdf: bytes) -> None:
        assert b"/Title<FEFF%s>" % "Acties".encode("utf-16-be").hex().upper().encode() in pdf

    def test_order_of_the_links(self, pdf: bytes) -> None:
        assert re.search(rb"\n/Tabs\s*/S\s", pdf)

    def test_dutch_when_the_document_names_no_language(self, soffice: str) -> None:
        taal = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        assert b"/Lang(nl-NL)" in render_pdf(wijzig(BRIEF, "word/styles.xml", taal, ""), soffice=soffice)

    def test_another_language(self, soffice: str) -> None:
        document = wijzig(BRIEF, "word/styles.xml", 'w:lang w:val="nl-NL"', 'w:lang w:val="fy-NL"')
        assert b"/Lang(fy-NL)" in render_pdf(document, soffice=soffice)


class TestMany:
    """One run for all, each under its own name; two runs at once do not disturb each other (FAULT 17)."""

    def test_each_under_its_name(self, soffice: str, pdftotext: str) -> None:
        namen = ["b/../c", "a", "Ünï & co.docx", "a "]
        docs = {naam: render(maak_sjabloon(f"Brief {nummer}"), {}) for nummer, naam in enumerate(namen)}
        pdfs = render_pdfs(docs, soffice=soffice)
        assert list(pdfs) == namen
        assert [lees_tekst(pdf, pdftotext).strip() for pdf in pdfs.values()] == [f"Brief {n}" for n in range(4)]

    def test_none(self) -> None:
        assert render_pdfs({}) == {}

    def test_several_runs_at_once(self, soffice: str, pdftotext: str) -> None:
        docs = [render(maak_sjabloon(f"Brief {nummer}"), {}) for nummer in range(4)]
        with ThreadPoolExecutor(4) as pool:
            pdfs = list(pool.map(lambda document: render_pdf(document, soffice=soffice), docs))
        assert [lees_tekst(pdf, pdftotext).strip() for pdf in pdfs] == [f"Brief {n}" for n in range(4)]


class TestBytes:
    """Equal documents give equal bytes, alone or among others; the date is that of the document."""

    def test_equal(self, soffice: str) -> None:
        ander = render(maak_sjabloon("Iets anders, met meer letters"), {})
        een = render_pdf(BRIEF, soffice=soffice)
        assert een == render_pdfs({"a": ander, "b": BRIEF}, soffice=soffice)["b"]
        assert een != render_pdf(ander, soffice=soffice)

    def test_date_of_the_document(self, soffice: str) -> None:
        pdf = render_pdf(BRIEF, soffice=soffice)
        assert b"/CreationDate(D:20240423000000Z')" in pdf
        assert b"<xmp:CreateDate>2024-04-23T00:00:00Z</xmp:CreateDate>" in pdf

    def test_another_date_gives_another_identity(self, soffice: str) -> None:
        later = wijzig(BRIEF, "docProps/core.xml", GEMAAKT, ">2024-04-24T01:00:00+02:00</dcterms:created>")
        pdf, pdf_later = render_pdf(BRIEF, soffice=soffice), render_pdf(later, soffice=soffice)
        assert b"/CreationDate(D:20240423230000Z')" in pdf_later
        merken = [re.findall(rb"[<K/]([0-9A-F]{32})[>\n]", een[-400:]) for een in (pdf, pdf_later)]
        assert [len(set(merk)) for merk in merken] == [1, 1]
        assert merken[0] != merken[1]

    @pytest.mark.parametrize("datum", ["", "gisteren", "0001-01-01T00:00:00+01:00"])
    def test_a_document_without_a_date(self, lever: Callable[[bytes], Path], datum: str) -> None:
        weg = wijzig(BRIEF, "docProps/core.xml", GEMAAKT, f">{datum}</dcterms:created>")
        check_same(weg, lever)

    def test_a_document_without_properties(self, lever: Callable[[bytes], Path]) -> None:
        relatie = re.search("<Relationship [^>]*core-properties[^>]*/>", lees_xml(BRIEF, "_rels/.rels"))
        assert relatie
        check_same(wijzig(BRIEF, "_rels/.rels", relatie[0], ""), lever)

    def test_a_pdf_of_another_form(self, lever: Callable[[bytes], Path]) -> None:
        check_same(BRIEF, lever, SLOT.replace(b"Z')", b"+01'00')"))

    def test_a_time_without_a_zone(self, lever: Callable[[bytes], Path]) -> None:
        document = wijzig(BRIEF, "docProps/core.xml", GEMAAKT, ">2024-04-23T01:02:03</dcterms:created>")
        pdf = render_pdf(document, soffice=lever(maak_pdf(b"Geachte raad", slot=SLOT)))
        assert b"/CreationDate(D:20240423010203Z')" in pdf


class TestOutput:
    """LibreOffice says that all went well also when it made nothing: what it made is looked at."""

    def test_no_file(self, nep: Callable[[str], Path]) -> None:
        weiger({"brief": BRIEF}, "LibreOffice heeft geen PDF gemaakt van: brief (LibreOffice zei: Error: ", nep(":"))

    def test_some_lost(self, nep: Callable[[str], Path]) -> None:
        docs = dict.fromkeys(["a", "b", "c"], BRIEF)
        weiger(docs, "geen PDF gemaakt van: a, c (", nep("[ $f != 2.docx ] || touch 2.pdf"))

    @pytest.mark.parametrize("inhoud", [b"", maak_pdf(b"Geachte raad")[:-8], maak_pdf(b"Geachte raad", begin=b"html")])
    def test_no_whole_pdf(self, lever: Callable[[bytes], Path], inhoud: bytes) -> None:
        soffice = lever(inhoud)
        weiger({"brief": BRIEF}, "brief: wat LibreOffice maakte, is geen hele PDF", soffice)

    def test_not_accessible(self, lever: Callable[[bytes], Path]) -> None:
        soffice = lever(maak_pdf(b"Geachte raad", kenmerk=b""))
        weiger({"brief": BRIEF}, "brief: de PDF is niet toegankelijk (PDF/UA); dat kan LibreOffice vanaf", soffice)

    def test_without_the_text(self, lever: Callable[[bytes], Path]) -> None:
        soffice = lever(maak_pdf(b"G"))
        weiger({"brief": BRIEF}, "brief: in de PDF staan 3 tekens, maar in het document 11 letters en cijfers", soffice)

    def test_hidden_text_need_not_be_there(self, soffice: str, pdftotext: str) -> None:
        verborgen = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Niet voor de raad bestemd</w:t></w:r></w:p>"
        pdf = render_pdf(wijzig(BRIEF, "word/document.xml", "</w:p>", verborgen), soffice=soffice)
        assert lees_tekst(pdf, pdftotext).strip() == "Geachte raad"

    def test_nor_what_is_for_older_programs(self, lever: Callable[[bytes], Path]) -> None:
        mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        oud = f'<mc:Fallback xmlns:mc="{mc}"><w:r><w:t>{"Tekstvak" * 9}</w:t></w:r></mc:Fallback></w:p>'
        soffice = lever(maak_pdf(b"Gea"))
        assert render_pdf(wijzig(BRIEF, "word/document.xml", "</w:p>", oud), soffice=soffice)

    def test_an_empty_document(self, soffice: str) -> None:
        assert render_pdf(render(maak_sjabloon(""), {}), soffice=soffice).startswith(b"%PDF-")

    def test_any_word_document(self, soffice: str, pdftotext: str) -> None:
        document, buffer = docx.Document(), io.BytesIO()
        document.add_heading("Kop")
        document.add_paragraph("🚒 “brand” ﬁn")
        document.save(buffer)
        tekst = lees_tekst(render_pdf(buffer.getvalue(), soffice=soffice), pdftotext)
        assert "Kop" in tekst
        assert "“brand”" in tekst


class TestSecurity:
    """LibreOffice gets no file that could make it open another, and fetches nothing."""

    def test_no_word_document(self) -> None:
        weiger({"a": BRIEF, "brief": b"%PDF-1.7"}, "brief: dit is geen Word-bestand")

    @pytest.mark.parametrize(
        "doel", ["file:///etc/passwd", "http://a.nl/p.png", "\\\\server\\p.png", "p.png", "data:image/svg+xml,a"]
    )
    @pytest.mark.parametrize("vorm", ["svg", "svgz", "utf-16"])
    def test_a_drawing_that_takes_something_from_outside(self, doel: str, vorm: str) -> None:
        svg = maak_svg(doel)
        if vorm == "svgz":
            inpakker = zlib.compressobj(wbits=31)
            svg = inpakker.compress(svg) + inpakker.flush()
        elif vorm == "utf-16":
            svg = svg.decode().encode("utf-16")
        weiger(
            {"brief": met_deel(MEDIA, svg)}, f"brief: de tekening {MEDIA} haalt iets van buiten het bestand ({doel})"
        )

    def test_a_drawing_with_a_document_type(self) -> None:
        svg = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + maak_svg("#a")
        weiger({"brief": met_deel(MEDIA, svg)}, "documenttype (DTD)")

    @pytest.mark.parametrize("deel", [maak_svg("#a"), maak_svg("data:image/png;base64,"), b"\x89PNG", b"\x1f\x8bmm"])
    def test_pictures_that_take_nothing(self, lever: Callable[[bytes], Path], deel: bytes) -> None:
        assert render_pdf(met_deel(MEDIA, deel), soffice=lever(maak_pdf(b"Geachte raad")))

    def test_a_file_inside_the_document(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
        relatie = f'<Relationship Id="rId99" Type="{soort}" Target="a.html"/></Relationships>'
        document = vervang(wijzig(BRIEF, RELATIES, "</Relationships>", relatie), {"word/a.html": b"<html>"})
        weiger({"brief": document}, "in het onderdeel word/document.xml is een ander bestand ingevoegd (altChunk)")

    def test_fields_fetch_nothing(self, soffice: str, pdftotext: str, tmp_path: Path) -> None:
        geheim = tmp_path / "geheim.txt"
        geheim.write_text("GEHEIM", encoding="utf-8")
        gevraagd: list[str] = []

        class Server(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                gevraagd.append(self.path)
                self.send_error(404)

        with HTTPServer(("127.0.0.1", 0), Server) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            adres = f"http://127.0.0.1:{server.server_port}/geheim.txt"
            opdrachten = [
                f"{veld} &quot;{doel}&quot;"
                for veld in ("INCLUDETEXT", "INCLUDEPICTURE", "LINK Word.Document.8")
                for doel in (adres, geheim)
            ]
            velden = "".join(
                f'<w:p><w:fldSimple w:instr=" {opdracht} "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
                for opdracht in opdrachten
            )
            pdf = render_pdf(wijzig(BRIEF, "word/document.xml", "<w:body>", f"<w:body>{velden}"), soffice=soffice)
            server.shutdown()
        assert gevraagd == []
        assert "GEHEIM" not in lees_tekst(pdf, pdftotext)
