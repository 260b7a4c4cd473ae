import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ivb.documents import libreoffice
from ivb.documents.libreoffice import convert_bestanden, find_soffice
from ivb.errors import DocumentError


@pytest.fixture
def programma(tmp_path: Path) -> Callable[[str], str]:
    """Make a program of a shell script."""

    def make(script: str) -> str:
        pad = tmp_path / "programma"
        pad.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        pad.chmod(0o755)
        return str(pad)

    return make


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """An empty folder."""
    pad = tmp_path / "map"
    pad.mkdir()
    return pad


class TestFindSoffice:
    """The program is found under its usual names, or where the caller says; else the message says what to install."""

    def test_under_its_usual_names(self, programma: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
        pad = programma("")
        monkeypatch.setattr(libreoffice, "_PROGRAMMAS", ("nergens", pad))
        assert find_soffice() == pad

    def test_where_the_caller_says(self, programma: Callable[[str], str]) -> None:
        pad = programma("")
        assert find_soffice(pad) == find_soffice(Path(pad)) == pad

    def test_from_where_we_are(self, programma: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
        pad = Path(programma(""))
        monkeypatch.chdir(pad.parent)
        assert find_soffice(f"./{pad.name}") == str(pad)

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(libreoffice, "_PROGRAMMAS", ("nergens",))
        with pytest.raises(
            DocumentError, match=r"LibreOffice nodig.*niet gevonden; installeer het.*libreoffice-writer"
        ):
            find_soffice()

    def test_not_where_the_caller_says(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match=r"weg: dit is geen programma; geef het pad van soffice"):
            find_soffice(tmp_path / "weg")


class TestConvertBestanden:
    """One run for all files, in a profile of its own; it tells what the program said, and never waits for ever."""

    def test_one_run_with_a_profile_of_its_own(self, programma: Callable[[str], str], map_: Path) -> None:
        convert_bestanden(programma('printf "%s\\n" "$@" > opdracht'), map_, ["1.docx", "2.docx"])
        opdracht = (map_ / "opdracht").read_text(encoding="utf-8").splitlines()
        assert opdracht[0] == f"-env:UserInstallation={map_.as_uri()}/profiel"
        assert opdracht[-4:] == ["--outdir", str(map_), "1.docx", "2.docx"]
        assert '"PDFUACompliance": {"type": "boolean", "value": "true"}' in opdracht[-5]

    def test_the_profile_forbids(self, programma: Callable[[str], str], map_: Path) -> None:
        convert_bestanden(programma("cat profiel/user/registrymodifications.xcu > profiel.xml"), map_, [])
        profiel = (map_ / "profiel.xml").read_text(encoding="utf-8")
        assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in profiel
        assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true<' in profiel

    def test_tells_what_was_said(self, programma: Callable[[str], str], map_: Path) -> None:
        script = 'echo "convert a -> b"; echo "Warning: java"; echo "Error: geen plaats" >&2; exit 3'
        assert convert_bestanden(programma(script), map_, ["1.docx"]) == "Error: geen plaats; afsluitgetal 3"

    def test_too_slow(self, programma: Callable[[str], str], map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What the program started holds its output, so that we would wait a minute if it were left alive."""
        monkeypatch.setattr(libreoffice, "WACHTTIJD", 0)
        monkeypatch.setattr(libreoffice, "WACHTTIJD_PER_DOCUMENT", 1)
        begin = time.monotonic()
        with pytest.raises(DocumentError, match="LibreOffice was na 1 seconden nog niet klaar en is gestopt"):
            convert_bestanden(programma("sleep 60 & sleep 60"), map_, ["1.docx"])
        assert time.monotonic() - begin < 30

    def test_an_interruption_stops_it(
        self, programma: Callable[[str], str], map_: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gestart: list[subprocess.Popen[str]] = []

        def communicate(proces: subprocess.Popen[str], timeout: float) -> None:
            gestart.append(proces)
            raise KeyboardInterrupt(timeout)

        monkeypatch.setattr(subprocess.Popen, "communicate", communicate)
        with pytest.raises(KeyboardInterrupt):
            convert_bestanden(programma("sleep 60"), map_, ["1.docx"])
        assert gestart[0].returncode == -9

    def test_what_is_no_program(self, map_: Path) -> None:
        with pytest.raises(DocumentError, match="LibreOffice is niet te starten"):
            convert_bestanden(str(map_), map_, ["1.docx"])
