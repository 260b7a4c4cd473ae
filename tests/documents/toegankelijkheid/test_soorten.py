import re
from pathlib import Path

import pytest

from ivb.documents.toegankelijkheid.soorten import (
    BEVINDINGSOORTEN,
    Bevindingsoort,
    find_bevindingsoort,
    format_bevindingsoorten,
)

PAGINA = Path(__file__).parents[3] / "docs" / "reference" / "toegankelijkheid.md"


class TestSoorten:
    """Every kind has a stable code, says what is wrong and what would be right, and has a source with a link."""

    def test_codes_are_unique(self) -> None:
        codes = [soort.code for soort in BEVINDINGSOORTEN]
        assert len(codes) == len(set(codes))

    @pytest.mark.parametrize("soort", BEVINDINGSOORTEN, ids=lambda soort: soort.code)
    def test_is_whole(self, soort: Bevindingsoort) -> None:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", soort.code)
        assert soort.wat[0].islower()
        assert soort.herstel
        assert not (soort.wat + soort.herstel).endswith(".")
        assert (soort.bron.url or "").startswith("https://")
        assert soort.bron.vindplaats
        assert find_bevindingsoort(soort.code) is soort

    def test_one_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            find_bevindingsoort("onbekend")


class TestReference:
    """The page for the official has the same table as the code."""

    def test_table(self) -> None:
        assert format_bevindingsoorten(BEVINDINGSOORTEN) in PAGINA.read_text(encoding="utf-8")

    def test_no_code_of_its_own(self) -> None:
        codes = set(re.findall(r"^\| `([^`]+)`", PAGINA.read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert codes == {soort.code for soort in BEVINDINGSOORTEN}
