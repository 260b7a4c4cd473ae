"""Hostile templates and hostile files: one kind of error, soon, and nothing of the machine is touched."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from ivb.documents.word.pakket import read_pakket
from ivb.errors import SjabloonError
from tests.documents.sjablonen import maak_sjabloon, render, wijzig
from tests.documents.word.test_pakket import zip_leden

GOED: Final = maak_sjabloon("Beste {{ naam }},")
VELDEN: Final = {"naam": "raad", "lijst": ["a"] * 300}
DOCUMENT: Final = "word/document.xml"
WOORDSOORT: Final = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS: Final = "vnd.ms-word.document.macroEnabled.main+xml"
LUSSEN: Final = "".join(f"{{% for {naam} in lijst %}}" for naam in "abcd")
EINDEN: Final = "{% endfor %}" * 4
SCHRIJVEN: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
AANRAKINGEN: Final = (
    *("os.exec", "os.fork", "os.link", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove", "os.rename"),
    *("os.system", "shutil.", "socket.", "subprocess.", "tempfile.", "urllib."),
)

TAGS: Final = {
    "dunder": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "dunder of a text": "{{ naam.__class__.__mro__ }}",
    "dunder as an item": "{{ naam['__class__'] }}",
    "range": "{% for i in range(10**9) %}{% endfor %}",
    "loops in loops": LUSSEN + EINDEN,
    "huge output": LUSSEN + "a" * 200 + EINDEN,
    "huge text": "{{ 'a' * 10**9 }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import '/etc/passwd' as a %}",
    "extends": "{% extends '/etc/passwd' %}",
}
BESTANDEN: Final[dict[str, Callable[[], bytes]]] = {
    "zip bomb": lambda: zip_leden({**read_pakket(GOED), "word/media/a.png": bytes(50_000_000)}),
    "name that climbs": lambda: zip_leden({**read_pakket(GOED), "../../buiten.xml": b"<a/>"}),
    "external entity": lambda: wijzig(
        GOED, DOCUMENT, "<w:document", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'
    ),
    "not a zip": lambda: b"%PDF-1.7",
    "encrypted": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512),
    "macros": lambda: wijzig(GOED, "[Content_Types].xml", WOORDSOORT, MACROS),
}


def make_vijanden() -> Iterator[bytes]:
    """Make a document for every attack."""
    yield from (maak_sjabloon(tag) for tag in TAGS.values())
    yield from (maak() for maak in BESTANDEN.values())


def watch() -> None:
    """Render everything hostile, and print what of the machine is touched meanwhile."""
    vijanden = list(make_vijanden())
    assert render(GOED, VELDEN)
    sys.addaudithook(_report)
    for vijand in vijanden:
        try:
            render(vijand, VELDEN)
        except SjabloonError:
            pass
        else:
            sys.stdout.write("geen fout\n")
    sys.stdout.write("klaar\n")


def _report(wat: str, over: tuple[object, ...]) -> None:
    if wat.startswith(AANRAKINGEN) or (wat == "open" and not _reads_code(*over)):
        sys.stdout.write(f"{wat} {over}\n")


def _reads_code(pad: object, _manier: object, vlaggen: object) -> bool:
    return str(pad).endswith((".py", ".pyc", ".so")) and not (isinstance(vlaggen, int) and vlaggen & SCHRIJVEN)


class TestHostile:
    """Whatever a template tries or a file is, it is refused (FAULTS 10, 12, 13, 14)."""

    @pytest.mark.parametrize("tag", TAGS.values(), ids=TAGS)
    def test_templates(self, tag: str) -> None:
        with pytest.raises(SjabloonError, match=r"^proef\.docx: "):
            render(maak_sjabloon("Beste", tag), VELDEN)

    @pytest.mark.parametrize("maak", BESTANDEN.values(), ids=BESTANDEN)
    def test_files(self, maak: Callable[[], bytes]) -> None:
        with pytest.raises(SjabloonError, match=r"^proef\.docx: "):
            render(maak(), VELDEN)

    def test_nothing_is_touched(self) -> None:
        opdracht = [sys.executable, "-B", "-c", "from tests.documents.sjabloon.test_vijandig import watch; watch()"]
        assert run_unmeasured(opdracht) == ["klaar"]

    def test_a_touch_would_be_seen(self) -> None:
        code = (
            "import sys, os, socket; from tests.documents.sjabloon.test_vijandig import _report;"
            "sys.addaudithook(_report);"
            "open('/etc/passwd').close(); open(os.devnull, 'w').close(); socket.socket().close(); os.system('true')"
        )
        gezien = [regel.split()[0] for regel in run_unmeasured([sys.executable, "-c", code])]
        assert gezien == ["open", "open", "socket.__new__", "os.system"]


def run_unmeasured(opdracht: list[str]) -> list[str]:
    """Run a program and give what it prints; measuring coverage would touch files."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("COVERAGE")}
    wortel = Path(__file__).parents[3]
    uit = subprocess.run(opdracht, cwd=wortel, env=omgeving, capture_output=True, check=True, text=True, timeout=120)
    return uit.stdout.splitlines()
