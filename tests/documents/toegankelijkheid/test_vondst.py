from ivb.documents.basis.document import build_basis
from ivb.documents.toegankelijkheid.vondst import Vondst, vind, vind_bij, vind_in
from ivb.documents.word.inhoud import ALINEA, Leesdeel, read_inhoud
from ivb.documents.word.pakket import open_pakket
from tests.documents.toegankelijkheid.gebreken import maak


def lees(document: bytes) -> Leesdeel:
    return read_inhoud(open_pakket(document)).delen[0]


class TestVondst:
    """A finding knows its place: properties first, then part by part in reading order."""

    def test_in_a_paragraph(self) -> None:
        alinea = lees(maak()).alineas[1]
        assert vind("a", alinea, "b") == Vondst("a", (0, 2), "hoofdtekst, alinea 2 (‘Onderwerp’)", "b")

    def test_at_an_element(self) -> None:
        deel = lees(maak())
        body = deel.wortel[0]
        assert vind_bij("a", deel, body[0][0]).positie == (0, 1)
        assert vind_bij("a", deel, body).positie == (0, 1)
        assert vind_bij("a", deel, body[-1]).positie == (0, 3)
        assert body[2].tag == ALINEA

    def test_in_a_part_without_a_paragraph(self) -> None:
        deel = lees(build_basis(""))
        assert vind_bij("a", deel, deel.wortel) == Vondst("a", (0, 0), "hoofdtekst")

    def test_elsewhere_comes_first(self) -> None:
        assert vind_in("a", "eigenschappen").positie < vind("a", lees(maak()).alineas[0]).positie
