import io
from typing import TYPE_CHECKING, cast

import pytest
from docx import Document
from docx.document import Document as Documenttype
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from ivb.documents.basis import build_basis
from ivb.documents.opmaak import Alinea, Opmaak, Stukje, alineas, opsomming, parse_opmaak
from ivb.documents.wordxml import Schrijver, Vorm, format_tekst
from ivb.errors import SjabloonError
from tests.documents.sjablonen import vervang, wijzig

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

KAAL = Vorm((), ())
BASIS = build_basis("")


def open_document(document: bytes = BASIS) -> Documenttype:
    return Document(io.BytesIO(document))


def schrijf(opmaak: Opmaak, vorm: Vorm = KAAL, document: bytes = BASIS) -> str:
    geopend = open_document(document)
    return str(Schrijver(geopend).write_alineas(opmaak, vorm, geopend.part))


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
        document = open_document()
        opmaak = parse_opmaak('[een **twee**](http://a.nl/?a&b) [drie](http://a.nl "Uitleg & <meer>")')
        xml = str(Schrijver(document).write_alineas(opmaak, KAAL, document.part))
        assert 'w:tooltip="http://a.nl/?a&amp;b" w:history="1"><w:r>' in xml
        assert 'w:tooltip="Uitleg &amp; &lt;meer&gt;"' in xml
        assert '<w:rPr><w:rStyle w:val="Hyperlink"/><w:b/></w:rPr>' in xml
        assert [rel.target_ref for rel in document.part.rels.values() if rel.is_external] == [
            "http://a.nl/?a&b",
            "http://a.nl",
        ]

    def test_bullets(self) -> None:
        niveau = (
            '<w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        )
        xml = schrijf(parse_opmaak("- a\n  - b"))
        assert niveau.format(0) in xml
        assert niveau.format(1) in xml

    def test_every_numbered_list_starts_at_its_own_number(self) -> None:
        document = open_document()
        opmaak = parse_opmaak("1. a\n2. b\n\n   4. c\n\ntekst\n\n7. d\n8. e")
        xml = str(Schrijver(document).write_alineas(opmaak, KAAL, document.part))
        nummering = document.part.numbering_part.element
        starts = nummering.xpath("w:num/w:lvlOverride/w:startOverride/@w:val")
        niveaus = nummering.xpath("w:num/w:lvlOverride/@w:ilvl")
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
        relatie = '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        zonder = wijzig(BASIS, "word/_rels/document.xml.rels", f'{relatie}numbering" Target="numbering.xml"/>', "")
        zonder = vervang(zonder, {"word/numbering.xml": None})
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
        document = open_document()
        assert Schrijver(document).write_stukken(opmaak, KAAL, document.part) == xml

    @pytest.mark.parametrize(
        "opmaak", [alineas(["a", "b"]), opsomming(["a"]), Opmaak((Alinea((Stukje("a"),), niveau=1),))]
    )
    def test_more(self, opmaak: Opmaak) -> None:
        document = open_document()
        with pytest.raises(SjabloonError, match=r"meer dan een alinea of heeft een lijst; gebruik \{\{p … \}\}"):
            Schrijver(document).write_stukken(opmaak, KAAL, document.part)
