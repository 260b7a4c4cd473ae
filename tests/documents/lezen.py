"""What a property of every document asks: which words of a dossier must be in it."""

from collections.abc import Iterable

from ivb.documents.word.opmaak import format_platte_tekst, parse_opmaak
from tests.documents.sjablonen import lees_tekst


def find_ontbrekend(
    document: bytes, *, regels: Iterable[str | None] = (), teksten: Iterable[str | None] = ()
) -> list[str]:
    """Find the lines, and the words of the texts in CommonMark, that a document does not have; capitals aside."""
    gelezen = lees_tekst(document).casefold()
    gezocht = [" ".join(regel.split()) for regel in regels if regel]
    for tekst in filter(None, teksten):
        gezocht += [woord for woord in format_platte_tekst(parse_opmaak(tekst)).split() if woord.isalpha()]
    return [deel for deel in gezocht if deel.casefold() not in gelezen]
