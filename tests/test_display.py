"""What a notebook shows is a semantic table: escaped, without script, and without colour to carry a meaning."""

from xml.etree import ElementTree as ET

from ivb.display import format_html


class TestFormatHtml:
    """A table has a caption and a header for every row (WCAG 2.1, 1.3.1)."""

    def test_is_well_formed_and_escaped(self) -> None:
        wortel = ET.fromstring(  # noqa: S314  our own text
            format_html("<Actie> & meer", [("titel", "a < b"), ("noot", "een\ntwee")]).replace("<br>", "<br/>")
        )
        assert wortel.findtext("caption") == "<Actie> & meer"
        assert [kop.get("scope") for kop in wortel.iter("th")] == ["row", "row"]
        assert wortel.findtext("tbody/tr/td") == "a < b"

    def test_a_line_end_stays_visible(self) -> None:
        assert "een<br>twee" in format_html("", [("noot", "een\ntwee")])
