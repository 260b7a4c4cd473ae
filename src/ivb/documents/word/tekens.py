"""The characters that a document can hold.

A character that XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets) makes a Word file unreadable, or is
dropped in silence by one of the programs on the way. Such text is refused, with the path of the field it came from.
"""

import re
from typing import Final

from ivb.errors import DocumentError

MAXIMALE_BYTES: Final = 1_000_000
"""The longest text in one field, in bytes of UTF-8."""

_VERBODEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REGELEINDE: Final = re.compile("\r\n?")
_OMGEVING: Final = 20
_KORT: Final = MAXIMALE_BYTES // 4
"""A text of this many characters is never too long."""


def check_tekens(tekst: str, pad: str) -> str:
    r"""Give the text with ``\n`` as its only line end.

    Args:
        tekst: any text.
        pad: the path of the field that holds it, for the message: ``secties[2].kop``.

    Raises:
        DocumentError: the text holds a character that a document cannot, or is longer than ``MAXIMALE_BYTES``.
    """
    if type(tekst) is str and len(tekst) <= _KORT and tekst.isprintable():
        return tekst
    tekst = _REGELEINDE.sub("\n", str.__str__(tekst))
    if gevonden := _VERBODEN.search(tekst):
        plek = gevonden.start()
        voor = _VERBODEN.sub("\N{REPLACEMENT CHARACTER}", tekst[max(0, plek - _OMGEVING) : plek])
        raise DocumentError(
            f"{pad}: teken {plek + 1} is U+{ord(gevonden.group()):04X} (na ‘{voor}’), "
            "en dat kan niet in een document staan; haal het weg"
        )
    if (lengte := len(tekst.encode())) > MAXIMALE_BYTES:
        raise DocumentError(
            f"{pad}: de tekst is {lengte} bytes lang; hoogstens {MAXIMALE_BYTES} bytes past in een veld"
        )
    return tekst
