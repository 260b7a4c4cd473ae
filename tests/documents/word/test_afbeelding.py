import math
import struct

import pytest

from ivb.documents.word.afbeelding import MAXIMALE_BESTAND, Afbeelding
from ivb.errors import DocumentError
from tests.documents.sjablonen import PNG

JPEG = (
    bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b08")
    + struct.pack(">HH", 30, 40)
    + bytes.fromhex("01011100ffda0008010100003f0001ffd9")
)


class TestAfbeelding:
    """A picture is PNG or JPEG, has words for who does not see it, and keeps its shape."""

    @pytest.mark.parametrize(
        ("inhoud", "soort", "achtervoegsel", "hoogte"), [(PNG, "image/png", "png", 20), (JPEG, "image/jpeg", "jpg", 30)]
    )
    def test_reads(self, inhoud: bytes, soort: str, achtervoegsel: str, hoogte: float) -> None:
        plaatje = Afbeelding(inhoud, "Een kaart", 40)
        assert (plaatje.soort, plaatje.achtervoegsel, plaatje.hoogte_mm) == (soort, achtervoegsel, hoogte)

    @pytest.mark.parametrize("alt", ["", "  \n"])
    def test_refuses_a_picture_without_words(self, alt: str) -> None:
        with pytest.raises(DocumentError, match=r"heeft een tekst nodig \(alt\): zeg wat er te zien is"):
            Afbeelding(PNG, alt, 40)

    def test_refuses_characters(self) -> None:
        with pytest.raises(DocumentError, match=r"^de tekst van een afbeelding \(alt\): teken 2 is U\+0000"):
            Afbeelding(PNG, "a\x00", 40)

    @pytest.mark.parametrize("inhoud", [b"", b"tekst", PNG[:20], JPEG[:12], b"GIF89a\1\0\1\0\0\0\0;", b"BM"])
    def test_refuses_other_files(self, inhoud: bytes) -> None:
        with pytest.raises(DocumentError, match="de afbeelding ‘Kaart’: dit is geen PNG of JPEG"):
            Afbeelding(inhoud, "Kaart", 40)

    def test_refuses_a_large_file(self) -> None:
        with pytest.raises(DocumentError, match="20000001 bytes is te groot; hoogstens 20000000 kan"):
            Afbeelding(PNG + bytes(MAXIMALE_BESTAND + 1 - len(PNG)), "Kaart", 40)

    @pytest.mark.parametrize("breedte", [0, -1, math.nan, math.inf, 501])
    def test_refuses_other_widths(self, breedte: float) -> None:
        with pytest.raises(DocumentError, match="mm kan niet; wel: meer dan 0 tot 500"):
            Afbeelding(PNG, "Kaart", breedte)

    def test_refuses_a_height_that_no_page_has(self) -> None:
        hoog = PNG[:16] + struct.pack(">II", 1, 1000) + PNG[24:]
        with pytest.raises(DocumentError, match="een maat van 1000 mm kan niet"):
            Afbeelding(hoog, "Kaart", 1)
