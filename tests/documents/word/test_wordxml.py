import re
from contextlib import suppress
from typing import TYPE_CHECKING, cast

import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from ivb.documents.basis.document import build_basis
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import Alinea, Opmaak, Stukje, alineas, opsomming, parse_opmaak
from ivb.documents.word.pakket import parse_deel, read_pakket
from ivb.documents.word.wordxml import (
    TEKENING,
    Huisstijl,
    Schrijver,
    Toevoegingen,
    Vorm,
    format_kleur,
    format_kolommen,
    format_tekst,
)
from ivb.errors import SjabloonError
from tests.documents.sjablonen import PNG, W, vervang, wijzig

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

KAAL = Vorm((), ())
BASIS = build_basis("")


def open_huisstijl(document: bytes = BASIS) -> Huisstijl:
    delen = read_pakket(document)
    return Huisstijl.read(*(parse_deel(deel, delen[f"word/{deel}.xml"]) for deel in ("styles", "numbering")))


def maak_schrijver(document: bytes = BASIS) -> Schrijver:
    return Schrijver(Toevoegingen(open_huisstijl(document), "word/media/ivb"), 7, {"http://bekend.nl": "rId3"})


def schrijf(waarde: Opmaak | Afbeelding, vorm: Vorm = KAAL, document: bytes = BASIS) -> str:
    return str(maak_schrijver(document).write_alineas(waarde, vorm))


class TestFormatTekst:
    """Plain text is text, whatever is in it; a tab and a line end become those of Word."""

    @pytest.mark.parametrize(
        ("tekst", "xml"),
        [
            ("a & <b> \"c\" 'd'", "a &amp; &lt;b&gt; &#34;c&#34; &#39;d&#39;"),
            ("a\tb", 'a</w:t><w:tab/><w:t xml:space="preserve">b'),
            ("a\nb", 'a</w:t><w:br/><w:t xml:space="preserve">b'),
            ("{{ a }}", "{{ a }}"),
        ],
    )
    def test_examples(self, tekst: str, xml: str) -> None:
        assert format_tekst(tekst) == xml

    @pytest.mark.parametrize("tekst", ["", " a ", "a\t\tb\n\nc\t", "</w:t>&amp;", "“é” — 😀\u00a0\u2028"])
    def test_text_in_is_text_out(self, tekst: str) -> None:
        xml = f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">{format_tekst(tekst)}</w:t></w:r></w:p>'
        assert cast("CT_P", parse_xml(xml)).text == tekst


class TestWriteAlineas:
    """Formatted text takes the format of its place; lists take the styles of the template, found by name."""

    def test_paragraphs(self) -> None:
        vorm = Vorm((("w:pStyle", '<w:pStyle w:val="A"/>'), ("w:jc", '<w:jc w:val="center"/>')), ())
        eigenschappen = '<w:pPr><w:pStyle w:val="A"/><w:jc w:val="center"/></w:pPr>'
        run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
        assert schrijf(alineas(["a", "b"]), vorm) == "".join(
            f"<w:p>{eigenschappen}{run.format(tekst)}</w:p>" for tekst in "ab"
        )

    def test_bold_and_italic_stand_in_the_order_of_the_schema(self) -> None:
        vorm = Vorm((), (("w:sz", '<w:sz w:val="20"/>'), ("w:rFonts", "<w:rFonts/>"), ("w:b", '<w:b w:val="0"/>')))
        assert '<w:rPr><w:rFonts/><w:b/><w:i/><w:sz w:val="20"/></w:rPr>' in schrijf(parse_opmaak("***a***"), vorm)

    def test_a_link(self) -> None:
        schrijver = maak_schrijver()
        opmaak = parse_opmaak(
            '[een **twee**](http://a.nl/?a&b) [drie](http://a.nl "Uitleg & <meer>") [vier](http://a.nl)'
        )
        xml = str(schrijver.write_alineas(opmaak, KAAL))
        assert 'w:tooltip="http://a.nl/?a&amp;b" w:history="1"><w:r>' in xml
        assert 'w:tooltip="Uitleg &amp; &lt;meer&gt;"' in xml
        assert '<w:rPr><w:rStyle w:val="Hyperlink"/><w:b/></w:rPr>' in xml
        assert [(relatie.id, relatie.doel, relatie.extern) for relatie in schrijver.relaties.values()] == [
            ("rId7", "http://a.nl/?a&b", True),
            ("rId8", "http://a.nl", True),
        ]

    def test_a_link_that_the_template_has(self) -> None:
        schrijver = maak_schrijver()
        assert 'r:id="rId3"' in schrijver.write_alineas(parse_opmaak("[a](http://bekend.nl)"), KAAL)
        assert not schrijver.relaties

    def test_bullets(self) -> None:
        niveau = (
            '<w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        )
        xml = schrijf(parse_opmaak("- a\n  - b"))
        assert niveau.format(0) in xml
        assert niveau.format(1) in xml

    def test_every_numbered_list_starts_at_its_own_number(self) -> None:
        toevoegingen = Toevoegingen(open_huisstijl(), "word/media/ivb")
        opmaak = parse_opmaak("1. a\n2. b\n\n   4. c\n\ntekst\n\n7. d\n8. e")
        xml = str(Schrijver(toevoegingen, 1, {}).write_alineas(opmaak, KAAL))
        nummering = parse_deel("numbering", toevoegingen.write_nummering())
        namen = {"w": W}
        starts = cast("list[str]", nummering.xpath("w:num/w:lvlOverride/w:startOverride/@w:val", namespaces=namen))
        niveaus = cast("list[str]", nummering.xpath("w:num/w:lvlOverride/@w:ilvl", namespaces=namen))
        assert list(zip(niveaus, starts, strict=True)) == [("0", "1"), ("1", "4"), ("0", "7")]
        assert [xml.count(f'<w:numId w:val="{num}"/>') for num in (3, 4, 5)] == [2, 1, 2]

    def test_a_further_paragraph_of_an_item_stands_under_it(self) -> None:
        vorm = Vorm((("w:pStyle", '<w:pStyle w:val="A"/>'), ("w:jc", '<w:jc w:val="center"/>')), ())
        xml = schrijf(parse_opmaak("1. a\n\n   b"), vorm)
        assert '<w:pPr><w:pStyle w:val="A"/><w:ind w:left="357" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>' in xml

    def test_styles_are_found_by_name(self) -> None:
        dutch = wijzig(BASIS, "word/styles.xml", 'w:styleId="ListBullet"', 'w:styleId="Lijstopsomteken"')
        assert '<w:pStyle w:val="Lijstopsomteken"/>' in schrijf(opsomming(["a"]), document=dutch)

    @pytest.mark.parametrize(
        ("naam", "tekst"), [("List Bullet", "- a"), ("List Number", "1. a"), ("Hyperlink", "[a](http://a.nl)")]
    )
    def test_a_template_without_the_style(self, naam: str, tekst: str) -> None:
        zonder = wijzig(BASIS, "word/styles.xml", f'<w:name w:val="{naam}"/>', '<w:name w:val="Anders"/>')
        with pytest.raises(SjabloonError, match=f"het sjabloon heeft geen stijl ‘{naam}’"):
            schrijf(parse_opmaak(tekst), document=zonder)
        assert schrijf(parse_opmaak("**a**"), document=zonder)

    def test_a_style_without_bullets(self) -> None:
        zonder = wijzig(BASIS, "word/styles.xml", '<w:numPr><w:numId w:val="1"/></w:numPr>', "")
        with pytest.raises(SjabloonError, match="de stijl ‘List Bullet’ van het sjabloon heeft geen opsommingstekens"):
            schrijf(opsomming(["a"]), document=zonder)

    def test_a_template_without_lists(self) -> None:
        zonder = vervang(BASIS, {"word/numbering.xml": b"<leeg/>"})
        with pytest.raises(SjabloonError, match="de stijl ‘List Bullet’ van het sjabloon heeft geen opsommingstekens"):
            schrijf(opsomming(["a"]), document=zonder)

    def test_a_list_with_too_few_levels(self) -> None:
        zonder = wijzig(BASIS, "word/numbering.xml", '<w:lvl w:ilvl="2">', '<w:lvl w:ilvl="8">')
        with pytest.raises(SjabloonError, match="de stijl ‘List Bullet’ heeft geen niveau 3"):
            schrijf(parse_opmaak("- a\n  - b\n    - c"), document=zonder)


class TestWriteStukken:
    """In the middle of a paragraph there is room for one paragraph."""

    @pytest.mark.parametrize(
        ("opmaak", "xml"),
        [
            (Opmaak(), ""),
            (alineas(["a"]), '<w:r><w:t xml:space="preserve">a</w:t></w:r>'),
            (parse_opmaak("**a**"), '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a</w:t></w:r>'),
        ],
    )
    def test_one(self, opmaak: Opmaak, xml: str) -> None:
        assert maak_schrijver().write_stukken(opmaak, KAAL) == xml

    @pytest.mark.parametrize(
        "opmaak", [alineas(["a", "b"]), opsomming(["a"]), Opmaak((Alinea((Stukje("a"),), niveau=1),))]
    )
    def test_more(self, opmaak: Opmaak) -> None:
        with pytest.raises(SjabloonError, match=r"meer dan een alinea of heeft een lijst; gebruik \{\{p … \}\}"):
            maak_schrijver().write_stukken(opmaak, KAAL)


class TestAfbeelding:
    """A picture stands in the line, as wide as it is asked, with its words and a part of its own."""

    def test_in_a_paragraph_of_its_own(self) -> None:
        vorm = Vorm((("w:jc", '<w:jc w:val="center"/>'),), ())
        xml = schrijf(Afbeelding(PNG, 'Een "kaart" & <plan>', 36), vorm)
        assert xml.startswith('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>')
        assert 'descr="Een &#34;kaart&#34; &amp; &lt;plan&gt;"' in xml
        assert '<wp:extent cx="1296000" cy="648000"/>' in xml
        assert f'<wp:docPr id="{TEKENING}"' in xml

    def test_twice_is_one_part(self) -> None:
        toevoegingen = Toevoegingen(open_huisstijl(), "word/media/ivb")
        schrijver = Schrijver(toevoegingen, 7, {})
        for alt in ("een", "twee"):
            assert 'r:embed="rId7"' in schrijver.write_stukken(Afbeelding(PNG, alt, 10), KAAL)
        assert toevoegingen.media == {PNG: ("word/media/ivb1.png", "image/png")}
        assert [relatie.doel for relatie in schrijver.relaties.values()] == ["/word/media/ivb1.png"]


class TestInAttributes:
    """In an attribute goes a colour or a number of columns, and nothing that could leave it or Word cannot read."""

    @pytest.mark.parametrize("waarde", ["FF0000", "c6e0b4", "auto"])
    def test_colours(self, waarde: str) -> None:
        assert format_kleur(waarde) == waarde

    @pytest.mark.parametrize("waarde", ["", '"/><a b="', "FF 000", "#FF0000", "rood", "FF00000", None, True, 123456])
    def test_no_colours(self, waarde: object) -> None:
        with pytest.raises(SjabloonError, match="is geen kleur; een kleur is zes tekens"):
            format_kleur(waarde)

    @pytest.mark.parametrize("waarde", [1, 3, 63, "2"])
    def test_columns(self, waarde: object) -> None:
        assert format_kolommen(waarde) == str(waarde)

    @pytest.mark.parametrize("waarde", [0, -1, 64, 99, 100, "", "02", "²", "\u0663", "2 ", None, True, 1.5])
    def test_no_columns(self, waarde: object) -> None:
        with pytest.raises(SjabloonError, match="is geen aantal kolommen; wel: een geheel getal van 1 tot en met 63"):
            format_kolommen(waarde)

    @given(st.text())
    def test_any_text(self, tekst: str) -> None:
        for schrijf in (format_kleur, format_kolommen):
            with suppress(SjabloonError):
                assert re.fullmatch("[0-9A-Za-z]{1,6}", schrijf(tekst))
