"""The part of a Word document that holds data of ``ivb``: a custom XML part, which Word keeps and shows nowhere.

It is bound to the document by a relationship, and has a part with properties beside it that gives it an identity
(ECMA-376 part 1, 15.2.5 and 15.2.6, and 22.5). What lies in the package without such a relationship is not read.
"""

import posixpath
import uuid
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from lxml import etree

from ivb.documents.word.pakket import (
    INHOUDSOORTEN,
    Relatie,
    add_relaties,
    add_soorten,
    find_hoofddeel,
    find_relaties,
    name_relaties,
    parse_deel,
)

NAAMRUIMTE: Final = "urn:ivb:herkomst:1"

_FAMILIE: Final = "urn:ivb:herkomst:"
_SOORT: Final = "customXml"
_RELATIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_SOORT_DEEL: Final = "application/xml"
_SOORT_KENMERK: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def is_gegevensdeel(wortel: etree._Element) -> bool:
    """Tell whether XML holds data of this or another version of ``ivb``."""
    return (etree.QName(wortel).namespace or "").startswith(_FAMILIE)


def find_gegevensdelen(delen: Mapping[str, bytes]) -> Iterator[etree._Element]:
    """Find the data of ``ivb`` that are bound to the document."""
    for relatie in find_relaties(delen, find_hoofddeel(delen)):
        if relatie.soort == _SOORT and relatie.doel.endswith(".xml"):
            wortel = parse_deel(relatie.doel, delen[relatie.doel])
            if is_gegevensdeel(wortel):
                yield wortel


def add_gegevensdeel(delen: Mapping[str, bytes], gegevens: str, kenmerken: Mapping[str, str]) -> dict[str, bytes]:
    """Add data to the parts of a document.

    Args:
        delen: the parts.
        gegevens: the data, as text.
        kenmerken: what is said about them, as attributes.
    """
    wortel = etree.Element(f"{{{NAAMRUIMTE}}}herkomst", kenmerken, nsmap={None: NAAMRUIMTE})
    wortel.text = gegevens
    deel, kenmerk = _name_delen(delen)
    hoofddeel = find_hoofddeel(delen)
    bezet = {relatie.id for relatie in find_relaties(delen, hoofddeel)}
    vrij = next(naam for nummer in count(1) if (naam := f"rId{nummer}") not in bezet)
    pad = posixpath.relpath(deel, posixpath.dirname(hoofddeel) or ".")
    naar_deel = Relatie(f"{_RELATIES}{_SOORT}", pad, extern=False, id=vrij)
    naar_kenmerk = Relatie(f"{_RELATIES}customXmlProps", posixpath.basename(kenmerk), extern=False, id="rId1")
    relaties = name_relaties(hoofddeel)
    return {
        **delen,
        deel: _write(wortel),
        kenmerk: _write(_make_kenmerk(gegevens)),
        name_relaties(deel): add_relaties(None, [naar_kenmerk]),
        relaties: add_relaties(delen.get(relaties), [naar_deel]),
        INHOUDSOORTEN: add_soorten(delen[INHOUDSOORTEN], {deel: _SOORT_DEEL, kenmerk: _SOORT_KENMERK}),
    }


def _name_delen(delen: Mapping[str, bytes]) -> tuple[str, str]:
    """Give names that no part has: of the data and of their properties."""
    bezet = {naam.lower() for naam in delen}
    namen = ((f"customXml/item{nummer}.xml", f"customXml/itemProps{nummer}.xml") for nummer in count(1))
    return next(
        (deel, kenmerk)
        for deel, kenmerk in namen
        if not bezet & {deel.lower(), kenmerk.lower(), name_relaties(deel).lower()}
    )


def _make_kenmerk(gegevens: str) -> etree._Element:
    """Make the properties: an identity that follows from the data, and the namespace of their XML."""
    identiteit = f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, f'{NAAMRUIMTE}#{gegevens}')).upper()}}}"
    wortel = etree.Element(f"{{{_DS}}}datastoreItem", {f"{{{_DS}}}itemID": identiteit}, nsmap={"ds": _DS})
    schemas = etree.SubElement(wortel, f"{{{_DS}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_DS}}}schemaRef", {f"{{{_DS}}}uri": NAAMRUIMTE})
    return wortel


def _write(wortel: etree._Element) -> bytes:
    return etree.tostring(wortel, encoding="UTF-8", xml_declaration=True, standalone=True)
