from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from ivb.errors import DocumentError

DELEN = [
    *("a", "q", " ", "  ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "*", "**", "_", "__", "`", "```", "~~~"),
    *("- ", "* ", "+ ", "1. ", "2) ", "32768. ", "-", "---", "***", "# ", "===", "> ", "|", "<b>", "&amp;", "&", "\\"),
    *(
        "[",
        "]",
        "](",
        ")",
        "[a](http://b.nl)",
        "[b](javascript:a)",
        "![a](http://b.nl)",
        "[a]: http://b.nl",
        "http://a.nl",
    ),
    *('"b"', "'", "!", ".", "1", "\u00a0", "é", "😀"),
]


def tekst_van(opmaak: Opmaak) -> str:
    """Give all that a reader can see or point at: the texts, and the links with their tips."""
    stukjes = [stukje for blok in opmaak.blokken for stukje in blok.stukjes]
    return "".join(f"{stukje.tekst}{stukje.link or ''}{stukje.tip or ''}" for stukje in stukjes)


class TestParseOpmaak:
    """Paragraphs, lists, bold, italic and links, as CommonMark reads them."""

    @pytest.mark.parametrize(
        ("tekst", "stukjes"),
        [
            ("gewoon", [Stukje("gewoon")]),
            ("**vet** en *schuin*", [Stukje("vet", vet=True), Stukje(" en "), Stukje("schuin", cursief=True)]),
            ("__vet__ _schuin_", [Stukje("vet", vet=True), Stukje(" "), Stukje("schuin", cursief=True)]),
            ("***beide***", [Stukje("beide", vet=True, cursief=True)]),
            (
                "**a *b **c** d* e**",
                [Stukje("a ", vet=True), Stukje("b c d", vet=True, cursief=True), Stukje(" e", vet=True)],
            ),
            ("een\ntwee", [Stukje("een twee")]),
            ("een  \ntwee\\\ndrie", [Stukje("een\ntwee\ndrie")]),
            ("[hier](https://a.nl)", [Stukje("hier", link="https://a.nl")]),
            ("[*hier*](mailto:a@b.nl 'Mail')", [Stukje("hier", cursief=True, link="mailto:a@b.nl", tip="Mail")]),
            (
                "[een](http://a.nl)[twee](http://a.nl)",
                [Stukje("een", link="http://a.nl"), Stukje("twee", link="http://a.nl")],
            ),
            ("[`]` a](https://a.nl)", [Stukje("`]` a", link="https://a.nl")]),
            ("[](https://a.nl)", [Stukje("https://a.nl", link="https://a.nl")]),
            ("[é](https://é.nl/é)", [Stukje("é", link="https://xn--9ca.nl/%C3%A9")]),
            ("2 * 3 * 4 en snake_case_naam", [Stukje("2 * 3 * 4 en snake_case_naam")]),
        ],
    )
    def test_text(self, tekst: str, stukjes: list[Stukje]) -> None:
        assert parse_opmaak(tekst) == Opmaak((Alinea(tuple(stukjes)),))

    def test_lists(self) -> None:
        opmaak = parse_opmaak("Zie:\n\n- a\n- b\n\n  3. c\n  4. d\n\n     e\n\n1. f")
        assert opmaak.blokken == (
            Alinea((Stukje("Zie:"),)),
            Punt((Stukje("a"),)),
            Punt((Stukje("b"),)),
            Punt((Stukje("c"),), niveau=1, genummerd=True, lijst=1, start=3),
            Punt((Stukje("d"),), niveau=1, genummerd=True, lijst=1, start=3),
            Alinea((Stukje("e"),), niveau=2),
            Punt((Stukje("f"),), genummerd=True, lijst=2),
        )

    def test_an_empty_item_keeps_its_dash(self) -> None:
        assert parse_opmaak("-") == alineas(["-"])
        assert parse_opmaak("- - a").blokken == (Alinea((Stukje("-"),)), Punt((Stukje("a"),), niveau=1, lijst=1))

    def test_an_empty_item_keeps_its_number(self) -> None:
        assert parse_opmaak("1. a\n2.\n3. c").blokken == (
            Punt((Stukje("a"),), genummerd=True),
            Punt((), genummerd=True),
            Punt((Stukje("c"),), genummerd=True),
        )

    def test_a_number_that_word_cannot_start_at_stays_text(self) -> None:
        assert parse_opmaak("32768. a\n32769. b") == Opmaak(
            (Alinea((Stukje("32768. "), Stukje("a"))), Alinea((Stukje("32769. "), Stukje("b"))))
        )

    def test_a_number_with_a_bracket_stays_text(self) -> None:
        assert parse_opmaak("1) een\n2) twee\n\n   en\n\n3. drie").blokken == (
            Alinea((Stukje("1) "), Stukje("een"))),
            Alinea((Stukje("2) "), Stukje("twee"))),
            Alinea((Stukje("en"),), niveau=1),
            Punt((Stukje("drie"),), genummerd=True, lijst=1, start=3),
        )

    def test_a_list_deeper_than_word_makes_all_plain(self) -> None:
        regels = ["  " * diepte + f"- x{diepte}" for diepte in range(10)]
        assert len(parse_opmaak("\n".join(regels[:9])).blokken) == 9
        assert parse_opmaak("A *b*\n\n" + "\n".join(regels)) == alineas(["A *b*", "\n".join(regels)])

    def test_blank(self) -> None:
        assert parse_opmaak(" \n \n") == Opmaak()

    def test_refuses_what_a_document_cannot_hold(self) -> None:
        with pytest.raises(DocumentError, match="de tekst: teken 2 is U\\+0000"):
            parse_opmaak("a\x00b")


class TestAsTyped:
    """What is not in the small CommonMark stays text: nothing that a writer wrote may vanish."""

    @pytest.mark.parametrize(
        "tekst",
        [
            "# Kop",
            "***",
            "- - -",
            "> citaat",
            "`*geen* nadruk`",
            "`` a ` *b* ``",
            "``` los",
            "<b>html</b> <!-- ook -->",
            "&amp; &nbsp; &#35;",
            r"\*geen nadruk\* \\server\map",
            "![beeld](http://a.nl)",
            "[a]: http://a.nl",
            "[a][b] en [a]",
            "[a]()",
            "[klik](javascript:alert)",
            "[klik](ftp://a.nl)",
            "[klik](/pad)",
            "<https://a.nl>",
            "~~door~~",
            "| a | b |",
            "[ ] doen",
        ],
    )
    def test_one_line(self, tekst: str) -> None:
        assert format_platte_tekst(parse_opmaak(tekst)) == tekst

    def test_a_break_in_a_list(self) -> None:
        assert parse_opmaak("- ***") == opsomming(["***"])

    def test_code_and_setext_headings(self) -> None:
        assert parse_opmaak("```\n*a*\n```\n\n    b\n\nc\n===") == alineas(["``` *a* ```", "b", "c ==="])

    @given(st.lists(st.sampled_from(DELEN), max_size=25).map("".join))
    def test_no_text_vanishes(self, tekst: str) -> None:
        gezien = Counter(tekst_van(parse_opmaak(tekst)))
        assert all(gezien[teken] >= aantal for teken, aantal in Counter(tekst).items() if teken.isalpha())
        assert gezien["q"] == tekst.count("q")

    @given(st.text(alphabet="aé€😀 \"'’“–,.;:?&<>%@/=", max_size=40).filter(lambda tekst: tekst == tekst.strip()))
    def test_text_in_is_text_out(self, tekst: str) -> None:
        assert format_platte_tekst(parse_opmaak(tekst)) == tekst


class TestOpmaak:
    """A text can be made without CommonMark, put together, and asked whether there is anything in it."""

    def test_plain_makers_take_text_as_it_stands(self) -> None:
        assert alineas(["*a*", "b"]).blokken == (Alinea((Stukje("*a*"),)), Alinea((Stukje("b"),)))
        assert opsomming(["*a*", "b"]).blokken == (Punt((Stukje("*a*"),)), Punt((Stukje("b"),)))

    def test_lists_stay_apart_when_put_together(self) -> None:
        samen = parse_opmaak("1. a") + alineas(["b"]) + parse_opmaak("1. c\n\n- d")
        assert [blok.lijst for blok in samen.blokken if isinstance(blok, Punt)] == [0, 1, 2]

    @pytest.mark.parametrize(
        ("opmaak", "waar"),
        [(Opmaak(), False), (alineas([" "]), False), (alineas(["a"]), True), (parse_opmaak("1."), True)],
    )
    def test_truth(self, opmaak: Opmaak, waar: bool) -> None:  # noqa: FBT001 - an example
        assert bool(opmaak) is waar


class TestFormatPlatteTekst:
    """Plain text: an empty line between paragraphs, markers before items, an address behind its words."""

    def test_all_of_it(self) -> None:
        tekst = "Zie [*de* **nota**](http://a.nl).\n\n- a\n- b\n\n  7. c\n  8. d"
        assert format_platte_tekst(parse_opmaak(tekst)) == "Zie de nota (http://a.nl).\n\n- a\n- b\n   7. c\n   8. d"
