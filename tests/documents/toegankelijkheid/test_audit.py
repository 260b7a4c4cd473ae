"""The audit of a Word file: what is broken is found, once, and nothing else."""

import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import docx
import pytest
from docx.shared import Inches
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ivb import BestandError, Dossier, Ernst, Gemeente, SjabloonError, audit_document, load, render_raadsbrief, voorbeeld
from ivb.documents.basis import build_basis, build_raadsbrief
from ivb.documents.pakket import open_pakket, read_pakket, write_pakket
from ivb.documents.toegankelijkheid.soorten import BEVINDINGSOORTEN
from ivb.testing import dossiers
from tests.documents.sjablonen import maak_alinea, vervang
from tests.documents.test_engine import render_proef
from tests.documents.toegankelijkheid.gebreken import BEGIN, GEBREKEN, TABEL, TEKST, maak, maak_beeld, maak_link, maak_noten

DATA = Path(__file__).parents[2] / "data"


def vind_codes(document: bytes) -> list[str]:
    return [bevinding.code for bevinding in audit_document(document)]


class TestBroken:
    """Each document that is broken on purpose has exactly its one finding."""

    @pytest.mark.parametrize("gebrek", GEBREKEN)
    def test_is_found(self, gebrek: str) -> None:
        code, document = GEBREKEN[gebrek]
        assert list(map(str, audit_document(document)))
        assert vind_codes(document) == [code]

    def test_every_kind_is_among_them(self) -> None:
        assert {code for code, _ in GEBREKEN.values()} == {soort.code for soort in BEVINDINGSOORTEN}
        assert len(GEBREKEN) >= 30
