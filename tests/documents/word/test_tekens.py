import pytest
from markupsafe import Markup

from ivb.documents.word.tekens import MAXIMALE_BYTES, check_tekens
from ivb.errors import DocumentError


class TestCheckTekens:
    """What XML 1.0 cannot hold is refused with the path of its field; line ends become one kind; the rest stays."""

    @pytest.mark.parametrize(
        "teken", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"]
    )
    def test_refuses(self, teken: str) -> None:
        with pytest.raises(DocumentError) as fout:
            check_tekens(f"Vóór {teken} na", "secties[2].kop")
        assert str(fout.value) == (
            f"secties[2].kop: teken 6 is U+{ord(teken):04X} (na ‘Vóór ’), "
            "en dat kan niet in een document staan; haal het weg"
        )

    def test_the_message_can_be_printed_after_two_of_them(self) -> None:
        with pytest.raises(DocumentError, match="teken 2 is U\\+DC00") as fout:
            check_tekens("a\udc00", "kop")
        assert str(fout.value).encode()

    @pytest.mark.parametrize("tekst", ["", "a\tb\nc", "é € 😀 \u00a0 \u2028 \ufdd0", "<&>\"'", "  ruimte  "])
    def test_keeps(self, tekst: str) -> None:
        assert check_tekens(tekst, "kop") == tekst

    def test_line_ends(self) -> None:
        assert check_tekens("a\r\nb\rc\nd\r\r\n", "kop") == "a\nb\nc\nd\n\n"

    def test_refuses_more_than_a_megabyte(self) -> None:
        assert check_tekens("é" * (MAXIMALE_BYTES // 2), "kop")
        with pytest.raises(DocumentError, match="kop: de tekst is 1000002 bytes lang; hoogstens 1000000 bytes"):
            check_tekens("é" * (MAXIMALE_BYTES // 2 + 1), "kop")

    def test_gives_plain_text_of_a_text_that_would_pass_as_xml(self) -> None:
        assert type(check_tekens(Markup("<b>"), "kop")) is str
