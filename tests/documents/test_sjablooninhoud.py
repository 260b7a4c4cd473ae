import re
from itertools import pairwise
from typing import Any

import pytest

from ivb.documents import beleid, jaarplan, notitie, toezeggingenlijst
from ivb.documents.basis import build_sjabloon
from ivb.documents.sjablooninhoud import INHOUDEN
from tests.documents.sjablonen import lees_xml

VOORBEELDEN: dict[str, Any] = {
    "beleid": beleid.VOORBEELD,
    "jaarplan": jaarplan.VOORBEELD,
    "notitie": notitie.VOORBEELD,
    "toezeggingenlijst": toezeggingenlijst.VOORBEELD,
}


def list_lijsten(voorbeeld: dict[str, Any]) -> set[str]:
    """Give the names of the fields that hold a list, at every depth."""
    gevonden: set[str] = set()
    for naam, waarde in voorbeeld.items():
        binnen = waarde[0] if isinstance(waarde, list) else waarde
        gevonden |= {naam} if isinstance(waarde, list) else set()
        gevonden |= list_lijsten(binnen) if isinstance(binnen, dict) else set()
    return gevonden


class TestInhoud:
    """A template prints, chooses and repeats: what it repeats is a list of the view, and headings go down by one."""

    @pytest.mark.parametrize("document", VOORBEELDEN)
    def test_repeats_every_list(self, document: str) -> None:
        herhaald = set(re.findall(r"for \w+ in (?:\w+\.)?(\w+) %\}", INHOUDEN[document]))
        assert herhaald == list_lijsten(VOORBEELDEN[document])

    @pytest.mark.parametrize("document", INHOUDEN)
    def test_headings_in_order(self, document: str) -> None:
        niveaus = [0, *map(int, re.findall(r'w:val="Heading(\d)"', INHOUDEN[document]))]
        assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))

    @pytest.mark.parametrize("document", INHOUDEN)
    def test_a_draft_says_so_on_every_page(self, document: str) -> None:
        for deel in ("word/header_eerste.xml", "word/header_verder.xml"):
            assert "CONCEPT" in lees_xml(build_sjabloon(document), deel)
