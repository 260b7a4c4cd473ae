import re
from itertools import pairwise

import pytest

from ivb.documents.basis.document import build_sjabloon
from ivb.documents.basis.inhoud import INHOUDEN
from ivb.documents.stukken.weergave import iter_velden
from ivb.documents.stukken.weergaven import WEERGAVEN
from tests.documents.sjablonen import lees_xml


class TestInhoud:
    """A template prints, chooses and repeats: what it repeats is a list of the view, and headings go down by one."""

    @pytest.mark.parametrize("document", sorted(WEERGAVEN.keys() - {"raadsbrief"}))
    def test_repeats_every_list(self, document: str) -> None:
        herhaald = set(re.findall(r"for \w+ in (?:\w+\.)?(\w+) %\}", INHOUDEN[document]))
        assert herhaald == {een.pad[-1] for een in iter_velden(WEERGAVEN[document]) if een.soort.startswith("lijst")}

    @pytest.mark.parametrize("document", INHOUDEN)
    def test_headings_in_order(self, document: str) -> None:
        niveaus = [0, *map(int, re.findall(r'w:val="Heading(\d)"', INHOUDEN[document]))]
        assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))

    @pytest.mark.parametrize("document", INHOUDEN)
    def test_a_draft_says_so_on_every_page(self, document: str) -> None:
        for deel in ("word/header_eerste.xml", "word/header_verder.xml"):
            assert "CONCEPT" in lees_xml(build_sjabloon(document), deel)
