import re
from pathlib import Path

import pytest

from ivb.documents.contract.soorten import SJABLOONSOORTEN, find_sjabloonsoort
from ivb.documents.toegankelijkheid.soorten import BEVINDINGSOORTEN, Bevindingsoort, format_bevindingsoorten

WORTEL = Path(__file__).parents[3]
PAGINA = WORTEL / "docs" / "reference" / "sjablonen.md"


class TestSoorten:
    """Every kind has a stable code, says what is wrong and what would be right, and has a source."""

    def test_codes_are_unique(self) -> None:
        codes = [soort.code for soort in (*SJABLOONSOORTEN, *BEVINDINGSOORTEN)]
        assert len(codes) == len(set(codes))

    @pytest.mark.parametrize("soort", SJABLOONSOORTEN, ids=lambda soort: soort.code)
    def test_is_whole(self, soort: Bevindingsoort) -> None:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", soort.code)
        assert soort.wat[0].islower()
        assert soort.herstel
        assert not (soort.wat + soort.herstel).endswith(".")
        assert soort.bron.titel == "ivb" or (soort.bron.url or "").startswith("https://")
        assert find_sjabloonsoort(soort.code) is soort

    def test_one_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            find_sjabloonsoort("onbekend")

    def test_every_code_that_is_given_has_a_kind(self) -> None:
        mappen = (WORTEL / "src/ivb/documents" / naam for naam in ("sjabloon", "contract"))
        modules = [pad for map_ in mappen for pad in map_.glob("*.py") if pad.name != "soorten.py"]
        bron = "".join(pad.read_text(encoding="utf-8") for pad in modules)
        gegeven = set(re.findall(r'"((?:tag|cel|veld|lus|sjabloon)-[a-z-]+)"', bron))
        assert gegeven == {soort.code for soort in SJABLOONSOORTEN}


class TestReference:
    """The page for the official has the same table as the code."""

    def test_table(self) -> None:
        assert format_bevindingsoorten(SJABLOONSOORTEN) in PAGINA.read_text(encoding="utf-8")

    def test_no_code_of_its_own(self) -> None:
        codes = set(re.findall(r"^\| `([^`]+)`", PAGINA.read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert codes == {soort.code for soort in SJABLOONSOORTEN}
