"""What is true of every document, of whatever dossier: nothing broken, nothing lost, nothing left over."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from hypothesis import given

from ivb import Dossier, audit_document, render_pdfs
from ivb.bevindingen import Ernst
from ivb.documents.word.pakket import parse_deel, read_pakket
from ivb.testing import dossiers
from tests.documents.sjablonen import check_document
from tests.documents.voorbeeldstukken import (
    VOORBEELDSTUKKEN,
    Stuk,
    find_verloren,
    iter_stukken,
    iter_woorden,
    lees_koppen,
    render_versies,
)

WORTEL = Path(__file__).parents[2]
RESTEN = ("{{", "{%", "None", "Undefined", "ivb.", "<class")
"""What a template or a program leaves behind, and a writer can write too."""


def hash_stukken(stukken: Mapping[str, Mapping[str, bytes]]) -> str:
    """Write the hash of every part of some documents."""
    return "".join(
        f"{naam} {deel} {hashlib.sha256(inhoud).hexdigest()}\n"
        for naam, delen in stukken.items()
        for deel, inhoud in sorted(delen.items())
    )


def check(stuk: Stuk, document: bytes, eigen: str) -> None:
    """Hold a document against all that is true of every one; ``eigen`` is all that its dossier says."""
    delen = read_pakket(document)
    for naam, deel in delen.items():
        parse_deel(naam, deel)
    check_document(document)
    assert find_verloren(document, stuk) == []
    leesbaar = b"\n".join(deel for naam, deel in delen.items() if naam.endswith("xml")).decode()
    assert [rest for rest in RESTEN if rest in leesbaar and rest not in eigen] == []
    getypt = {"sjabloontag"} if any(teken in eigen for teken in ("{", "}")) else set()
    fouten = [een for een in audit_document(document) if een.ernst is Ernst.FOUT and een.code not in getypt]
    assert fouten == []


class TestAnyDossier:
    """Whatever a dossier holds, every document of it is sound, and says all that it must say, to the character."""

    @given(dossiers())
    def test_of_every_kind(self, dossier: Dossier) -> None:
        eigen = "\n".join(iter_woorden(dossier))
        for stuk in iter_stukken(dossier):
            for document in render_versies(stuk):
                check(stuk, document, eigen)

    def test_what_is_lost_is_found(self) -> None:
        maak = VOORBEELDSTUKKEN["beleid"]
        teksten = ["Veiligheid *maken* we", "[samen](https://a.nl)", "nee"]
        stuk = Stuk("beleid", maak, ["Jeugd", "Jeugdd", None], teksten)
        assert find_verloren(maak(), stuk) == ["Jeugdd", "nee", "https://a.nl"]


class TestBytes:
    """Equal input gives equal bytes in every process, and equal parts on every Python that the tests run on."""

    PROGRAMMA = """
from tests.documents.voorbeeldstukken import VOORBEELDSTUKKEN
from tests.documents.test_stukken import hash_stukken
print(hash_stukken({naam: {"": render()} for naam, render in VOORBEELDSTUKKEN.items()}), end="")
"""

    def test_two_processes_of_another_place_and_time(self) -> None:
        hier = hash_stukken({naam: {"": render()} for naam, render in VOORBEELDSTUKKEN.items()})
        for nummer, tijdzone, taal in (("1", "Pacific/Kiritimati", "C"), ("2", "America/Adak", "nl_NL.UTF-8")):
            omgeving = os.environ | {"PYTHONHASHSEED": nummer, "TZ": tijdzone, "LC_ALL": taal}
            opdracht = [sys.executable, "-c", self.PROGRAMMA]
            daar = subprocess.run(opdracht, cwd=WORTEL, env=omgeving, capture_output=True, check=True, text=True)
            assert daar.stdout == hier

    def test_parts_on_every_python(self, golden: Callable[[str, str], None]) -> None:
        golden("delen.txt", hash_stukken({naam: read_pakket(render()) for naam, render in VOORBEELDSTUKKEN.items()}))


class TestLibreOffice:
    """LibreOffice opens every document of the examples, in one run, and its pages have all the headings."""

    def test_headings_on_the_pages(self, soffice: str, pdftotext: str) -> None:
        stukken = {naam: render() for naam, render in VOORBEELDSTUKKEN.items()}
        for naam, pdf in render_pdfs(stukken, soffice=soffice).items():
            opdracht = [pdftotext, "-layout", "-", "-"]
            tekst = subprocess.run(opdracht, input=pdf, capture_output=True, check=True).stdout.decode()
            regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
            koppen = lees_koppen(stukken[naam])
            assert koppen
            assert [kop for kop in koppen if kop not in regels] == []
