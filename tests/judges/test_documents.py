"""What validators of others say of the documents that we build; ``nox -s judges`` installs them."""

import datetime
import json
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

import ivb
from ivb.documents.basis import build_sjabloon
from ivb.documents.herkomst import embed_gegevens
from ivb.documents.sjablooninhoud import INHOUDEN
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.sjablonen import render
from tests.documents.test_basis import BRIEF
from tests.documents.test_engine import render_proef

DOCUMENTEN: dict[str, Callable[[], bytes]] = {
    "sjabloon": lambda: build_sjabloon("raadsbrief"),
    "raadsbrief": lambda: render(build_sjabloon("raadsbrief"), BRIEF),
    "alles": render_proef,
    **{f"sjabloon-{naam}": partial(build_sjabloon, naam) for naam in INHOUDEN},
    "notitie": lambda: ivb.render_notitie(VOORBEELDSTAD, "2025-H2"),
    "notitie-concept": lambda: ivb.render_notitie(VOORBEELDSTAD, "2025-H1", concept=True),
    "jaarplan": lambda: ivb.render_jaarplan(VOORBEELDSTAD, VOORBEELDSTAD.jaarplannen[0]),
    "beleid": lambda: ivb.render_beleid(VOORBEELDSTAD, VOORBEELDSTAD.beleid[0]),
    "met-gegevens": lambda: embed_gegevens(
        ivb.render_notitie(VOORBEELDSTAD, "2025-H2"), VOORBEELDSTAD, document="notitie", sjabloon=b""
    ),
    "toezeggingenlijst": lambda: ivb.render_toezeggingenlijst(VOORBEELDSTAD, peildatum=datetime.date(2026, 3, 3)),
}


@pytest.fixture(params=DOCUMENTEN)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Write one of the documents."""
    pad = tmp_path / f"{request.param}.docx"
    pad.write_bytes(DOCUMENTEN[request.param]())
    return pad


class TestJudges:
    """Two judges of other makers find nothing; each finds faults that the other does not see."""

    def test_open_xml_sdk(self, document: Path) -> None:
        opdracht = [os.environ["IVB_JUDGE"], str(document)]
        oordeel = json.loads(subprocess.run(opdracht, capture_output=True, check=True, text=True).stdout)
        assert oordeel["errors"] == []
        assert oordeel["ok"]

    def test_openxml_audit(self, document: Path) -> None:
        assert [str(fout) for fout in OpenXmlValidator().validate(str(document)).errors] == []
