"""What validators of others say of the documents that we build; ``nox -s judges`` installs them."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

import ivb
from ivb.documents.basis.document import build_sjabloon
from ivb.documents.basis.inhoud import INHOUDEN
from tests.documents.basis.test_document import BRIEF
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.sjablonen import render, wijzig
from tests.documents.sjabloon.test_engine import render_proef
from tests.documents.voorbeeldstukken import SOORTEN, VOORBEELDSTUKKEN, collect_documenten

GETROKKEN = 20
"""How many documents of each kind are drawn."""

DOCUMENTEN: dict[str, Callable[[], bytes]] = {
    "brief-met-alles": lambda: render(build_sjabloon("raadsbrief"), BRIEF),
    "alles": render_proef,
    **{f"sjabloon-{naam}": partial(build_sjabloon, naam) for naam in INHOUDEN},
    **VOORBEELDSTUKKEN,
    "met-gegevens": partial(ivb.render_notitie, VOORBEELDSTAD, "2025-H2", met_gegevens=True),
}


@pytest.fixture(params=DOCUMENTEN)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Write one of the documents."""
    pad = tmp_path / f"{request.param}.docx"
    pad.write_bytes(DOCUMENTEN[request.param]())
    return pad


@pytest.fixture(scope="module")
def getrokken(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write a hundred documents of whatever dossiers, of every kind as many."""
    map_ = tmp_path_factory.mktemp("getrokken")
    paden = []
    for naam, inhoud in collect_documenten(GETROKKEN).items():
        paden.append(map_ / f"{naam}.docx")
        paden[-1].write_bytes(inhoud)
    assert len(paden) == GETROKKEN * len(SOORTEN)
    return paden


def ask_open_xml_sdk(document: Path) -> list[object]:
    opdracht = [os.environ["IVB_JUDGE"], str(document)]
    oordeel = json.loads(subprocess.run(opdracht, capture_output=True, check=True, text=True).stdout)
    assert oordeel["ok"] == (oordeel["errors"] == [])
    return list(oordeel["errors"])


def ask_openxml_audit(document: Path) -> list[object]:
    return [str(fout) for fout in OpenXmlValidator().validate(str(document)).errors]


def find_fouten(vraag: Callable[[Path], list[object]], documenten: Iterable[Path]) -> dict[str, list[object]]:
    """Ask a judge about many documents; it takes one at a time, so two of it work beside each other."""
    with ThreadPoolExecutor(2) as pool:
        oordelen = pool.map(lambda pad: (pad.name, vraag(pad)), documenten)
        return {naam: fouten for naam, fouten in oordelen if fouten}


class TestJudges:
    """Two judges of other makers find nothing; each finds faults that the other does not see."""

    def test_open_xml_sdk(self, document: Path) -> None:
        assert ask_open_xml_sdk(document) == []

    def test_openxml_audit(self, document: Path) -> None:
        assert ask_openxml_audit(document) == []

    def test_open_xml_sdk_on_a_hundred_from_the_strategies(self, getrokken: list[Path]) -> None:
        assert find_fouten(ask_open_xml_sdk, getrokken) == {}

    def test_openxml_audit_on_a_hundred_from_the_strategies(self, getrokken: list[Path]) -> None:
        assert find_fouten(ask_openxml_audit, getrokken) == {}

    @pytest.mark.parametrize("vraag", [ask_open_xml_sdk, ask_openxml_audit])
    def test_they_can_find_a_fault(self, vraag: Callable[[Path], list[object]], tmp_path: Path) -> None:
        stuk = tmp_path / "stuk.docx"
        stuk.write_bytes(wijzig(build_sjabloon("beleid"), "word/document.xml", "<w:p>", "<w:p><w:zoiets/>"))
        assert vraag(stuk)
