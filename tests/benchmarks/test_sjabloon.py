"""A compiled template against docxtpl, which reads it at every render, and against the least that a render can cost."""

import datetime
import io
import time
import zlib
from collections.abc import Callable, Mapping

import jinja2
import pytest
from docx import Document
from docxtpl import DocxTemplate

from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.word.eigenschappen import Eigenschappen
from ivb.documents.word.pakket import read_pakket

EIGENSCHAPPEN = Eigenschappen(titel="Voortgang", auteur="Gemeente", gemaakt=datetime.date(2024, 4, 23))
RIJEN = (
    ("Nummer", "Actie", "Trekker", "Status", "Uren"),
    ("{%tr for actie in acties %}", "", "", "", ""),
    ("{{ actie.nummer }}", "{{ actie.naam }}", "{{ actie.trekker }}", "{{ actie.status }}", "{{ actie.uren }}"),
    ("{%tr endfor %}", "", "", "", ""),
)


def make_sjabloon() -> bytes:
    """Make the template of a letter with a table, in the styles that python-docx takes from Word."""
    document = Document()
    document.add_heading("{{ titel }}", 1)
    document.add_paragraph("Beste {{ aanhef }},")
    document.add_paragraph("In deze brief leest u hoe het staat met de acties uit het jaarplan.")
    tabel = document.add_table(len(RIJEN), len(RIJEN[0]), style="Table Grid")
    for rij, teksten in zip(tabel.rows, RIJEN, strict=True):
        for cel, tekst in zip(rij.cells, teksten, strict=True):
            cel.text = tekst
    document.add_paragraph("Met vriendelijke groet, {{ naam }}")
    document.sections[0].footer.paragraphs[0].text = "Gemeente Twenterand"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


SJABLOON = make_sjabloon()


def make_velden(rijen: int) -> dict[str, object]:
    """Make the fields of a letter with a table of so many rows."""
    acties = [
        {
            "nummer": f"A{nummer}",
            "naam": f"Aanpak van ondermijning in wijk {nummer * 7919 % 1013}",
            "trekker": f"Team {nummer % 13}",
            "status": ("op schema", "loopt achter", "R&D <risico>")[nummer % 3],
            "uren": nummer * 31 % 400,
        }
        for nummer in range(rijen)
    ]
    return {"titel": "Voortgang van het jaarplan", "aanhef": "raad", "naam": "de burgemeester", "acties": acties}


def compile_peer() -> jinja2.Template:
    """Compile the body as docxtpl patches it, in plain Jinja."""
    sjabloon = DocxTemplate(io.BytesIO(SJABLOON))
    sjabloon.init_docx()
    return jinja2.Environment(autoescape=True).from_string(sjabloon.patch_xml(sjabloon.get_xml()))


def render_docxtpl(velden: Mapping[str, object]) -> bytes:
    sjabloon = DocxTemplate(io.BytesIO(SJABLOON))
    sjabloon.render(dict(velden), autoescape=True)
    buffer = io.BytesIO()
    sjabloon.save(buffer)
    return buffer.getvalue()


def render_grens(peer: jinja2.Template, velden: Mapping[str, object]) -> bytes:
    """Do what cannot be left out: fill the changed part and compress it."""
    pers = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return pers.compress(peer.render(velden).encode()) + pers.flush()


def measure(runs: int, *doen: Callable[[], bytes]) -> list[float]:
    """Time each in turn, so that what disturbs the machine disturbs all; give the best of each, in milliseconds."""
    tijden: list[list[float]] = [[] for _ in doen]
    for _ in range(runs):
        for lijst, een in zip(tijden, doen, strict=True):
            begin = time.perf_counter()
            een()
            lijst.append(1000 * (time.perf_counter() - begin))
    return [min(lijst) for lijst in tijden]


@pytest.mark.parametrize(
    ("rijen", "runs", "keer_docxtpl", "keer_grens"), [(20, 200, 40, 2.5), (2_000, 8, 8, 1.6)], ids=["letter", "table"]
)
def test_against_docxtpl_and_the_bound(rijen: int, runs: int, keer_docxtpl: float, keer_grens: float) -> None:
    sjabloon, peer, velden = Sjabloon(SJABLOON), compile_peer(), make_velden(rijen)
    grens, ivb = measure(
        runs, lambda: render_grens(peer, velden), lambda: sjabloon.render(velden, eigenschappen=EIGENSCHAPPEN)
    )
    (docxtpl,) = measure(max(3, runs // 10), lambda: render_docxtpl(velden))
    print(f"\n{rijen} rows: ivb {ivb:.2f} ms; docxtpl {docxtpl:.1f} ms, {docxtpl / ivb:.0f} times that")
    print(f"Jinja and zlib alone {grens:.2f} ms; ivb is {ivb / grens:.2f} times that")
    assert docxtpl / ivb >= keer_docxtpl
    assert ivb / grens <= keer_grens


def test_twenty_thousand_rows_are_linear() -> None:
    sjabloon = Sjabloon(SJABLOON)
    weinig, veel = make_velden(2_000), make_velden(20_000)
    klein, groot = measure(
        3,
        lambda: sjabloon.render(weinig, eigenschappen=EIGENSCHAPPEN),
        lambda: sjabloon.render(veel, eigenschappen=EIGENSCHAPPEN),
    )
    document = sjabloon.render(veel, eigenschappen=EIGENSCHAPPEN)
    assert read_pakket(document)["word/document.xml"].count(b"<w:tr>") == 20_001
    print(f"\n2,000 rows {klein:.0f} ms, 20,000 rows {groot:.0f} ms: {groot / klein:.1f} times")
    assert groot / klein < 13  # ten times, and some noise
