"""What is wrong with the words of a rule."""

import re
from string import Formatter

from ivb import Regel


def find_ontsporing(regel: Regel) -> list[str]:
    """Find messages and explanations that are no whole sentence, or that fill in something without a name."""
    tekst = regel.tekst
    zinnen = [tekst.bericht, *tekst.varianten.values(), tekst.controleert, tekst.waarom, tekst.herstel]
    slecht = [zin for zin in zinnen if not re.fullmatch(r"[A-Z{].*[.?]", zin) or "  " in zin]
    namen = (naam for zin in zinnen[:-3] for _, naam, _, _ in Formatter().parse(zin) if naam is not None)
    return [*slecht, *(naam for naam in namen if not naam.isidentifier()), *([tekst.titel] * tekst.titel.endswith("."))]
