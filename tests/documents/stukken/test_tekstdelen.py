import pytest

from ivb.documents.stukken.tekstdelen import join_opmaak, label_opmaak, label_tekst, opsomming_opmaak, parse_tekst
from ivb.documents.word.opmaak import (
    Alinea,
    Opmaak,
    Punt,
    Stukje,
    alineas,
    format_platte_tekst,
    opsomming,
    parse_opmaak,
)


class TestPieces:
    """Texts put together lose nothing, and of nothing comes nothing."""

    @pytest.mark.parametrize("tekst", [None, ""])
    def test_nothing(self, tekst: str | None) -> None:
        assert parse_tekst(tekst) == label_tekst("Norm", tekst) == label_opmaak("Norm", parse_tekst(tekst)) == Opmaak()
        assert join_opmaak(()) == opsomming_opmaak(()) == Opmaak()

    def test_label_before_a_paragraph(self) -> None:
        assert (
            format_platte_tekst(label_opmaak("Gevolg", parse_opmaak("*Later*.\n\nEcht."))) == "Gevolg: Later.\n\nEcht."
        )

    def test_label_before_a_list(self) -> None:
        assert format_platte_tekst(label_opmaak("Gevolg", opsomming(["a", "b"]))) == "Gevolg: \n\n- a\n- b"

    def test_label_before_a_plain_text(self) -> None:
        assert label_tekst("Norm", "*a*") == Opmaak((Alinea((Stukje("Norm: ", vet=True), Stukje("*a*"))),))


class TestList:
    """Every text is an item; what stands under its first paragraph goes a level down with it."""

    def test_items(self) -> None:
        teksten = [parse_opmaak(tekst) for tekst in ("een", "twee:\n\nmeer\n\n1. a\n2. b", "drie")]
        assert format_platte_tekst(opsomming_opmaak(teksten)) == (
            "- een\n- twee:\n\n   meer\n\n   1. a\n   2. b\n- drie"
        )

    def test_a_text_that_begins_with_a_list_stays(self) -> None:
        tekst = opsomming(["a", "b"])
        assert opsomming_opmaak([tekst]) == tekst

    def test_a_list_that_would_lie_too_deep_stays(self) -> None:
        tekst = alineas(["a"]) + Opmaak((Punt((Stukje("b"),), niveau=8),))
        assert opsomming_opmaak([tekst]) == tekst
