"""What a document must say and the dossier does not: told in a draft, refused in a final document."""

import attrs

from ivb.documents.word.opmaak import Opmaak, alineas, parse_opmaak
from ivb.errors import DocumentError


@attrs.define
class Gaten:
    """Collects the holes of one document while its fields are composed.

    Attributes:
        concept: a draft shows its holes; a final document has none.
    """

    concept: bool
    _gevonden: dict[str, None] = attrs.field(factory=dict, init=False)

    def fill(self, tekst: str | None, wat: str, *, kort: str = "") -> str:
        """Give a text, or where there is none the words that stand in its place in a draft.

        Args:
            tekst: what the dossier has.
            wat: what is missing otherwise, in words that an adviser can act on.
            kort: the same in a word or two, for a place that says of what it is.
        """
        if tekst:
            return tekst
        self._gevonden[wat] = None
        return f"[nog in te vullen: {kort or wat}]"

    def fill_opmaak(self, tekst: str | None, wat: str, *, kort: str = "") -> Opmaak:
        """Do the same for a text in CommonMark."""
        opmaak = parse_opmaak(tekst) if tekst else Opmaak()
        return opmaak or alineas([self.fill(None, wat, kort=kort)])

    def check(self, document: str) -> None:
        """Refuse a final document with holes.

        Args:
            document: how the document is called.

        Raises:
            DocumentError: it has holes; the message lists them all.
        """
        if self._gevonden and not self.concept:
            lijst = "".join(f"\n  - {wat}" for wat in self._gevonden)
            raise DocumentError(f"{document} is niet compleet; vul het dossier aan of maak een concept:{lijst}")
