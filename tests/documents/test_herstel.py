import pytest

from ivb.documents.herstel import repair
from ivb.documents.stijlen import NAAMRUIMTEN
from ivb.errors import SjabloonError

TABEL = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def herstel(inhoud: str, wortel: str = "body") -> str:
    begin = f"<w:{wortel} {NAAMRUIMTEN}>"
    return (
        repair(f"{begin}{inhoud}</w:{wortel}>")
        .replace(f"{begin[:-1]}/>", begin)
        .removeprefix(begin)
        .removesuffix(f"</w:{wortel}>")
    )


class TestRepair:
    """A cell, a header and a note end in a paragraph; a row has cells; a table has rows."""

    @pytest.mark.parametrize(
        "inhoud", ["<w:p/>", TABEL, "<w:sdt/>", "<w:tbl><w:tr><w:tc><w:sdt/></w:tc></w:tr></w:tbl>"]
    )
    def test_what_is_whole_stays(self, inhoud: str) -> None:
        assert herstel(inhoud) == inhoud

    @pytest.mark.parametrize("inhoud", ["", "<w:tcPr/>", TABEL])
    def test_a_cell_ends_in_a_paragraph(self, inhoud: str) -> None:
        tabel = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
        assert herstel(tabel.format(inhoud)).replace("<w:tc></w:tc>", "") == tabel.format(f"{inhoud}<w:p/>")

    @pytest.mark.parametrize("wortel", ["hdr", "ftr"])
    def test_a_header_and_a_footer_have_a_paragraph(self, wortel: str) -> None:
        assert herstel("", wortel) == "<w:p/>"

    @pytest.mark.parametrize("tabel", ["<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:trPr/></w:tr></w:tbl>"])
    def test_an_empty_table_goes(self, tabel: str) -> None:
        assert herstel(f"<w:p/>{tabel}<w:p/>") == "<w:p/><w:p/>"
        assert herstel(f"<w:tbl><w:tr><w:tc>{tabel}</w:tc></w:tr></w:tbl>") == TABEL

    def test_the_properties_of_a_cell_stand_in_order(self) -> None:
        cel = "<w:tbl><w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        door_elkaar = "<w:hideMark/><w:shd/><w:gridSpan/><w:tcW/>"
        assert herstel(cel.format(door_elkaar)) == cel.format("<w:tcW/><w:gridSpan/><w:shd/><w:hideMark/>")

    def test_broken_structure(self) -> None:
        with pytest.raises(SjabloonError, match="begint in een ander deel van de tekst dan waar hij eindigt"):
            herstel("<w:p>")
