"""What tags leave behind, repaired: a cell without a paragraph, a row without a cell, a table without a row.

A condition or an empty list can take away what Word cannot do without (ECMA-376 part 1, 17.4.65: a cell ends in a
paragraph), and docxtpl puts the colour and the width of a cell before properties that the schema wants first.
"""

from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from ivb.errors import SjabloonError

_VAKKEN: Final = tuple(qn(naam) for naam in ("w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"))
_CELEIGENSCHAPPEN: Final = tuple(
    qn(naam)
    for naam in (
        *("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar"),
        *("w:textDirection", "w:tcFitText", "w:vAlign"),
    )
)


def repair(xml: str) -> str:
    """Give what lost its last paragraph an empty one, drop rows without cells and tables without rows, order the rest.

    Raises:
        SjabloonError: the XML is not well-formed: the tags cut through its structure.
    """
    try:
        wortel = etree.fromstring(xml)
    except etree.XMLSyntaxError as fout:
        raise SjabloonError(
            f"een {{% if … %}} of {{% for … %}} begint in een ander deel van de tekst dan waar hij eindigt ({fout})"
        ) from fout
    for buiten, binnen in (("w:tr", "w:tc"), ("w:tbl", "w:tr")):
        for element in list(wortel.iter(qn(buiten))):
            if next(element.iter(qn(binnen)), None) is None:
                next(element.iterancestors()).remove(element)
    for eigenschappen in wortel.iter(qn("w:tcPr")):
        eigenschappen[:] = sorted(eigenschappen, key=_find_volgorde)
    for vak in wortel.iter(*_VAKKEN):
        blokken = [kind.tag for kind in vak if kind.tag in {qn("w:p"), qn("w:tbl"), qn("w:sdt")}]
        if not blokken or blokken[-1] == qn("w:tbl"):
            etree.SubElement(vak, qn("w:p"))
    return etree.tostring(wortel, encoding="unicode")


def _find_volgorde(element: etree._Element) -> int:
    return _CELEIGENSCHAPPEN.index(element.tag) if element.tag in _CELEIGENSCHAPPEN else len(_CELEIGENSCHAPPEN)
