"""The core properties of a document (ECMA-376 part 2, 11), written by ``ivb`` and not by the template engine."""

import datetime
from collections.abc import Callable
from typing import Final

import attrs
from lxml import etree

from ivb.documents.tekens import check_tekens
from ivb.errors import DocumentError

_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_VAN_SJABLOON: Final = (f"{{{_DC}}}subject", f"{{{_CP}}}keywords", f"{{{_DC}}}description", f"{{{_CP}}}category")


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


def write_eigenschappen(eigenschappen: Eigenschappen, sjabloon: etree._Element, fill: Callable[[str], str]) -> bytes:
    """Write the core properties of a document.

    Args:
        eigenschappen: what the caller says.
        sjabloon: the core properties of the template: its description, category, subject and keywords stay.
        fill: fills in the tags in a text of the template.

    Raises:
        DocumentError: a text that a document cannot hold, or a time without a time zone.
    """
    gewijzigd = eigenschappen.gewijzigd or eigenschappen.gemaakt
    waarden = {str(kind.tag): fill(kind.text or "") for kind in sjabloon}
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
    waarden = {naam: waarden[naam] for naam in _VAN_SJABLOON if naam in waarden}
    waarden.update({naam: waarde for naam, waarde in eigen.items() if waarde})
    wortel = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI})
    for naam, waarde in waarden.items():
        element = etree.SubElement(wortel, naam)
        element.text = check_tekens(waarde, f"eigenschappen ({etree.QName(naam).localname})")
        if etree.QName(naam).namespace == _DCTERMS:
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return etree.tostring(wortel, encoding="UTF-8", xml_declaration=True, standalone=True)


def _format_tijdstip(moment: datetime.date) -> str:
    if not isinstance(moment, datetime.datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    if moment.tzinfo is None:
        raise DocumentError(f"eigenschappen: het tijdstip {moment.isoformat()} heeft geen tijdzone")
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
