"""A picture as a value: what a template shows with ``{{p x }}`` (in a paragraph of its own) or ``{{r x }}``."""

import math
from typing import Final

import attrs
from docx.image.image import Image

from ivb.documents.word.tekens import check_tekens
from ivb.errors import DocumentError

MAXIMALE_BESTAND: Final = 20_000_000
"""The largest picture, in bytes."""

MAXIMALE_BREEDTE: Final = 500
"""The widest and the highest picture, in millimetres."""

EMU_PER_MM: Final = 36_000
"""The unit of length of DrawingML (ECMA-376 part 1, 20.1.2.1): 914,400 to the inch."""

_ACHTERVOEGSELS: Final = {"image/png": "png", "image/jpeg": "jpg"}


@attrs.frozen
class Afbeelding:
    """A picture, PNG or JPEG.

    Attributes:
        inhoud: the file.
        alt: what it shows, in words, for who does not see it.
        breedte_mm: how wide it is printed; its height follows.

    Raises:
        DocumentError: it is no PNG or JPEG, too large, or has no words.
    """

    inhoud: bytes = attrs.field(repr=False)
    alt: str
    breedte_mm: float
    soort: str = attrs.field(init=False)
    hoogte_mm: float = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Look into the file."""
        if not check_tekens(self.alt, "de tekst van een afbeelding (alt)").strip():
            raise DocumentError("een afbeelding heeft een tekst nodig (alt): zeg wat er te zien is")
        if len(self.inhoud) > MAXIMALE_BESTAND:
            raise DocumentError(f"{self}: {len(self.inhoud)} bytes is te groot; hoogstens {MAXIMALE_BESTAND} kan")
        soort, verhouding = _read_afbeelding(self.inhoud)
        if soort not in _ACHTERVOEGSELS:
            raise DocumentError(f"{self}: dit is geen PNG of JPEG; bewaar de afbeelding als .png of .jpg")
        for maat in (self.breedte_mm, self.breedte_mm * verhouding):
            if not (math.isfinite(maat) and 0 < maat <= MAXIMALE_BREEDTE):
                raise DocumentError(
                    f"{self}: een maat van {maat:g} mm kan niet; wel: meer dan 0 tot {MAXIMALE_BREEDTE}"
                )
        object.__setattr__(self, "soort", soort)
        object.__setattr__(self, "hoogte_mm", self.breedte_mm * verhouding)

    def __str__(self) -> str:
        """Name it by its words."""
        return f"de afbeelding ‘{self.alt}’"

    @property
    def achtervoegsel(self) -> str:
        """How its file name ends."""
        return _ACHTERVOEGSELS[self.soort]


def _read_afbeelding(inhoud: bytes) -> tuple[str, float]:
    """Give the content type of a file and its height over its width; no type for a file that is no picture."""
    try:
        gelezen = Image.from_blob(inhoud)
        return gelezen.content_type, gelezen.px_height / gelezen.px_width
    except Exception:  # noqa: BLE001 (python-docx stumbles in its own ways on a file that is cut off)
        return "", 0.0
