"""The core properties of a document (ECMA-376 part 2, 11), written by ``ivb`` and not by the template engine."""

import datetime
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

import attrs
from lxml import etree

from ivb.documents.word.tekens import check_tekens
from ivb.errors import DocumentError

_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_VOORVOEGSELS: Final = {_CP: "cp", _DC: "dc", _DCTERMS: "dcterms", _XSI: "xsi"}
_KOP: Final = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<cp:coreProperties "
    + " ".join(f'xmlns:{kort}="{ruimte}"' for ruimte, kort in _VOORVOEGSELS.items())
    + ">"
)
_EINDE: Final = "</cp:coreProperties>"
_SOORT_TIJD: Final = ' xsi:type="dcterms:W3CDTF"'
LEEG: Final = f"{_KOP}{_EINDE}".encode()
"""The core properties of a template that has none."""

VAN_SJABLOON: Final = (f"{{{_DC}}}subject", f"{{{_CP}}}keywords", f"{{{_DC}}}description", f"{{{_CP}}}category")


@attrs.frozen(kw_only=True)
class Eigenschappen:
    """What a document says about itself.

    Attributes:
        titel: its title, which a screen reader and a browser tab show.
        auteur: who made it.
        gemaakt: when: a date, or a time with its time zone.
        gewijzigd: when it was last changed; by default when it was made.
        taal: its language, as in BCP 47.
        onderwerp: what it is about; without it the template's own.
        trefwoorden: keywords; without them the template's own.
    """

    titel: str
    auteur: str
    gemaakt: datetime.date
    gewijzigd: datetime.date | None = None
    taal: str = "nl-NL"
    onderwerp: str = ""
    trefwoorden: tuple[str, ...] = ()


def read_eigenschappen(sjabloon: etree._Element) -> dict[str, str]:
    """Read what the core properties of a template say, by the name of the property."""
    return {str(kind.tag): kind.text or "" for kind in sjabloon}


def write_eigenschappen(eigenschappen: Eigenschappen, van_sjabloon: Mapping[str, str]) -> bytes:
    """Write the core properties of a document.

    Args:
        eigenschappen: what the caller says.
        van_sjabloon: what the template says, filled in: its description, category, subject and keywords stay.

    Raises:
        DocumentError: a text that a document cannot hold, or a time without a time zone.
    """
    gewijzigd = eigenschappen.gewijzigd or eigenschappen.gemaakt
    eigen = {
        f"{{{_DC}}}title": eigenschappen.titel,
        f"{{{_DC}}}creator": eigenschappen.auteur,
        f"{{{_CP}}}lastModifiedBy": eigenschappen.auteur,
        f"{{{_DC}}}subject": eigenschappen.onderwerp,
        f"{{{_CP}}}keywords": ", ".join(eigenschappen.trefwoorden),
        f"{{{_DC}}}language": eigenschappen.taal,
        f"{{{_DCTERMS}}}created": _format_tijdstip(eigenschappen.gemaakt),
        f"{{{_DCTERMS}}}modified": _format_tijdstip(gewijzigd),
    }
    waarden = {naam: van_sjabloon[naam] for naam in VAN_SJABLOON if naam in van_sjabloon}
    waarden.update({naam: waarde for naam, waarde in eigen.items() if waarde})
    return "".join((_KOP, *(_format_element(*element) for element in waarden.items()), _EINDE)).encode()


def _format_element(naam: str, waarde: str) -> str:
    ruimte, _, kort = naam[1:].partition("}")
    tekst = escape(check_tekens(waarde, f"eigenschappen ({kort})"))
    element = f"{_VOORVOEGSELS[ruimte]}:{kort}"
    if not tekst:
        return f"<{element}/>"
    return f"<{element}{_SOORT_TIJD if ruimte == _DCTERMS else ''}>{tekst}</{element}>"


def _format_tijdstip(moment: datetime.date) -> str:
    if not isinstance(moment, datetime.datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    if moment.tzinfo is None:
        raise DocumentError(f"eigenschappen: het tijdstip {moment.isoformat()} heeft geen tijdzone")
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
