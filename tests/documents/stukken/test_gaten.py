import pytest

from ivb.documents.stukken.gaten import Gaten
from ivb.documents.word.opmaak import alineas, parse_opmaak
from ivb.errors import DocumentError


class TestGaten:
    """What must be said and is not: shown in a draft, refused in a final document, all of it at once."""

    def test_what_is_there_is_no_hole(self) -> None:
        gaten = Gaten(concept=False)
        assert gaten.fill("wijkregisseur", "de trekker") == "wijkregisseur"
        assert gaten.fill_opmaak("*ja*", "de tekst") == parse_opmaak("*ja*")
        gaten.check("het plan")

    @pytest.mark.parametrize("tekst", [None, ""])
    def test_a_draft_shows_what_is_missing(self, tekst: str | None) -> None:
        gaten = Gaten(concept=True)
        assert gaten.fill(tekst, "de trekker van A1") == "[nog in te vullen: de trekker van A1]"
        assert gaten.fill(tekst, "de trekker van A1", kort="trekker") == "[nog in te vullen: trekker]"
        assert gaten.fill_opmaak(tekst, "de tekst") == alineas(["[nog in te vullen: de tekst]"])
        gaten.check("het plan")

    def test_a_final_document_tells_all_that_is_missing(self) -> None:
        gaten = Gaten(concept=False)
        for wat in ("de trekker", "het einde", "de trekker"):
            gaten.fill(None, wat)
        with pytest.raises(DocumentError) as fout:
            gaten.check("Jaarplan 2024")
        assert str(fout.value) == (
            "Jaarplan 2024 is niet compleet; vul het dossier aan of maak een concept:\n  - de trekker\n  - het einde"
        )
