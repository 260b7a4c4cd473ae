import re

import pytest
from lxml import etree

from ivb.documents.basis.stijlen import NAAMRUIMTEN
from ivb.documents.sjabloon.gebreken import Gebrek
from ivb.documents.sjabloon.tags import (
    Alineatekst,
    Tag,
    find_alinea,
    find_halve_tags,
    find_late_celtags,
    find_misplaatste_tags,
    find_verdwaalde_tags,
    has_tag,
    read_alinea,
    read_alineas,
    replace_tags,
)
from ivb.documents.word.wordxml import Vorm
from tests.documents.sjablonen import W, maak_alinea, maak_tabel


def lees(inhoud: str) -> etree._Element:
    return etree.fromstring(f"<w:body {NAAMRUIMTEN}>{inhoud}</w:body>")


def schrijf(wortel: etree._Element) -> str:
    return "".join(etree.tostring(wortel, encoding="unicode").partition(">")[2:]).removesuffix("</w:body>")


def bereid(inhoud: str) -> tuple[str, list[Vorm]]:
    wortel = lees(inhoud)
    vormen = replace_tags(read_alineas(wortel))
    return schrijf(wortel), vormen


def vind_misplaatst(xml: str) -> list[Gebrek]:
    return list(find_misplaatste_tags(read_alineas(lees(xml))))


class TestCells:
    """A tag about a cell is read before all that is in the cell, so it stands there first."""

    @pytest.mark.parametrize(
        ("cellen", "gevonden"),
        [
            (("{% set a = b %}{% cellbg a %}",), ["{% cellbg a %}"]),
            (("{% for a in b %}{% cellbg a %}{% colspan a %}{% endfor %}",), ["{% cellbg a %}", "{% colspan a %}"]),
            (("{% colspan a %}{% cellbg a %}{% if b %}x{% endif %}", "{% cellbg a %}"), []),
            (("{{ a }}{% cellbg a %}{% vm %}",), []),
            (("{% if b %}x{% endif %}", "{% cellbg a %}"), []),
        ],
    )
    def test_come_first(self, cellen: tuple[str, ...], gevonden: list[str]) -> None:
        gebreken = list(find_late_celtags(read_alineas(lees(maak_alinea("{% set c = d %}") + maak_tabel(cellen)))))
        assert [(gebrek.code, gebrek.boodschap) for gebrek in gebreken] == [
            ("cel-niet-vooraan", f"‘{tag}’ wordt gelezen vóór alles in de cel; zet hem daar vooraan")
            for tag in gevonden
        ]


class TestReadAlinea:
    """The tags of a paragraph, as the author typed them and as Jinja reads them."""

    @pytest.mark.parametrize(
        ("tekst", "tag"),
        [
            ("{{ a }}", Tag("{{ a }}", "", "{{ a }}")),
            ("{{p a }}", Tag("{{p a }}", "p", "{{ a }}")),
            ("{{r a }}", Tag("{{r a }}", "r", "{{ a }}")),
            ("{%tr for a in b %}", Tag("{%tr for a in b %}", "tr", "{% for a in b %}")),
            ("{% cellbg kleur %}", Tag("{% cellbg kleur %}", "", "{{ kleur }}")),
            ("{%colspan n%}", Tag("{%colspan n%}", "", "{{ n }}")),
            ("{% vm %}", Tag("{% vm %}", "", "")),
            ("{# uitleg #}", Tag("{# uitleg #}", "", "")),
        ],
    )
    def test_tags(self, tekst: str, tag: Tag) -> None:
        assert read_alinea(3, f"Voor {tekst} na") == Alineatekst(3, f"Voor {tekst} na", (tag,))

    @pytest.mark.parametrize("tekst", ["Voor {{ a", "a }} na", "{% if a", "%}", "{{ a }", "{# uitleg"])
    def test_half_tags(self, tekst: str) -> None:
        (gebrek,) = find_halve_tags(read_alinea(3, tekst))
        assert gebrek.code == "tag-half"
        assert re.match(r"^alinea 3 \(‘.*’\): .* hoort bij een tag die niet in dezelfde alinea", str(gebrek))

    @pytest.mark.parametrize("tekst", ["{\u200b{ a }}", "{{ a }\u00ad}", "{\ufeff% if a %}"])
    def test_braces_with_a_sign_between_them(self, tekst: str) -> None:
        (gebrek,) = find_halve_tags(read_alinea(3, tekst))
        assert gebrek.code == "tag-onzichtbaar"
        assert gebrek.boodschap == "tussen de accolades van een tag staat een teken dat u niet ziet; typ de tag opnieuw"

    def test_what_is_to_be_seen_between_the_tags(self) -> None:
        assert read_alinea(1, "a{{ b }} {{ c }}d").stukken == (True, False, True)
        assert read_alinea(1, "{{ b }}", beeld=True).stukken == (True, True)
        teken = "<w:p><w:r><w:drawing/></w:r></w:p>"
        assert [alinea.beeld for _, alinea in read_alineas(lees(maak_alinea("a") + teken))] == [False, True]

    def test_tags_that_are_about_a_place(self) -> None:
        tekst = "{{p a }}{%tr if a %}{% vm %}{% cellbg a %}{{ a }}{% if a %}{# b #}"
        assert [tag.is_opmaak for tag in read_alinea(1, tekst).tags] == [True] * 4 + [False] * 3

    def test_points_at_the_words(self) -> None:
        assert str(read_alinea(3, "  De  kop: {{ kop }} ")) == "alinea 3 (‘De kop: {{ kop }}’)"
        assert str(read_alinea(3, "a" * 200)) == f"alinea 3 (‘{'a' * 80}…’)"


class TestReadAlineas:
    """Word cuts a tag into runs; here it is one piece, and no text moves or vanishes."""

    @pytest.mark.parametrize(
        ("tussen", "teksten"),
        [
            ("", ["Voor {{ a.b }} na {{ c }}"]),
            ('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>', ["Voor {{ a.b }} na {{ c }}"]),
            ('<w:bookmarkEnd w:id="1"/>', ["Voor {{ a.b }}", " na {{ c }}"]),
        ],
    )
    def test_joins_what_word_cut(self, tussen: str, teksten: list[str]) -> None:
        run = '<w:r w:rsidR="{}"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
        wortel = lees(f"<w:p>{run.format('A', 'Voor {{ a.')}{tussen}{run.format('B', 'b }} na {{ c }}')}</w:p>")
        read_alineas(wortel)
        assert [t.text for t in wortel.iter(f"{{{W}}}t")] == teksten

    def test_blanks_that_word_does_not_show(self) -> None:
        wortel = lees("<w:p><w:r><w:t>een </w:t></w:r><w:r><w:t> twee</w:t></w:r></w:p>")
        read_alineas(wortel)
        assert [t.text for t in wortel.iter(f"{{{W}}}t")] == ["eentwee"]

    def test_joins_a_tag_over_formats(self) -> None:
        stukken = ("Voor {", "{ a.", "b }", "} na {{ c }}")
        vet, ruimte = "<w:rPr><w:b/></w:rPr>", 'w:t xml:space="preserve"'
        runs = [f"<w:r>{vet * (plek % 2)}<{ruimte}>{stuk}</w:t></w:r>" for plek, stuk in enumerate(stukken)]
        wortel = lees(f"<w:p>{''.join(runs)}</w:p>")
        ((element, alinea),) = read_alineas(wortel)
        assert alinea.tekst == "Voor {{ a.b }} na {{ c }}"
        assert [t.text for t in element.iter(f"{{{W}}}t")] == ["Voor {{ a.b }}", "", "", " na {{ c }}"]

    def test_keeps_the_blanks_around_a_tag(self) -> None:
        wortel = lees("<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>")
        read_alineas(wortel)
        assert '<w:t xml:space="preserve">{{ a }}</w:t>' in schrijf(wortel)

    def test_joins_no_book(self) -> None:
        wortel = lees(maak_alinea("a" * 10_000, "b", "c"))
        read_alineas(wortel)
        assert [len(t.text or "") for t in wortel.iter(f"{{{W}}}t")] == [10_001, 1]

    def test_a_text_box_is_a_paragraph_of_its_own(self) -> None:
        vak = f"<w:p><w:r><w:t>{{</w:t><w:pict><w:txbxContent>{maak_alinea('vak')}</w:txbxContent></w:pict></w:r></w:p>"
        assert [alinea.tekst for _, alinea in read_alineas(lees(vak))] == ["{", "vak"]

    def test_a_brace_in_a_field_of_word_is_printed(self) -> None:
        wortel = lees("<w:p><w:r><w:instrText>{ DATE\n}</w:instrText></w:r></w:p>")
        read_alineas(wortel)
        assert [code.text for code in wortel.iter(f"{{{W}}}instrText")] == ["{{ '{' }} DATE {{ '}' }}"]

    def test_a_brace_outside_a_tag_is_printed(self) -> None:
        wortel = lees(maak_alinea("{a} {{ b }} c }") + maak_alinea("{"))
        read_alineas(wortel)
        assert [t.text for t in wortel.iter(f"{{{W}}}t")] == ["{{ '{' }}a{{ '}' }} {{ b }} c {{ '}' }}", "{{ '{' }}"]

    def test_the_braces_of_a_tag_that_is_none(self) -> None:
        wortel = lees(maak_alinea("{_{ a }_} {_%"))
        ((_, alinea),) = read_alineas(wortel)
        assert [t.text for t in wortel.iter(f"{{{W}}}t")] == ["{{ '{' }}{{ '{' }} a {{ '}' }}{{ '}' }} {{ '{' }}%"]
        assert not alinea.is_vast
        assert alinea.tags == ()

    def test_line_ends_are_blanks(self) -> None:
        ((_, alinea),) = read_alineas(lees(maak_alinea("een\ntwee {{\na }}")))
        assert alinea.tekst == "een twee {{ a }}"

    @pytest.mark.parametrize(
        "xml",
        [
            '<w:p w:rsidR="{{ a }}"/>',
            "<w:p><w:r><w:instrText>{{ a }}</w:instrText></w:r></w:p>",
            "<w:p/>{{ a }}",
        ],
    )
    def test_tags_elsewhere(self, xml: str) -> None:
        (gebrek,) = find_verdwaalde_tags(lees(xml))
        assert gebrek.code == "tag-elders"
        assert "staat niet in de tekst van een alinea, en daar vult ivb niets in" in str(gebrek)

    def test_a_tag_that_was_deleted(self) -> None:
        (gebrek,) = find_verdwaalde_tags(lees("<w:p><w:r><w:delText>{% if a %}</w:delText></w:r></w:p>"))
        assert gebrek.code == "tag-elders"
        assert "‘{% if a %}’ staat in tekst die met Wijzigingen bijhouden is verwijderd; accepteer" in str(gebrek)

    def test_tags_in_texts_are_where_they_belong(self) -> None:
        xml = maak_alinea("{{ a }}") + "<w:p><w:r><w:t>b<!-- {{ c }} -->{{ d }}</w:t></w:r></w:p>"
        assert list(find_verdwaalde_tags(lees(xml))) == []

    def test_comments_go(self) -> None:
        wortel = lees(f"<!-- {{{{ a }}}} -->{maak_alinea('b')}<?c {{% d %}}?>")
        assert list(find_verdwaalde_tags(wortel)) == []
        read_alineas(wortel)
        assert schrijf(wortel) == maak_alinea("b")


class TestReplaceTags:
    """Every paragraph gets a mark, and a tag for formatted text the format of its place."""

    def test_marks(self) -> None:
        bron, vormen = bereid(maak_alinea("een") + maak_alinea("twee"))
        assert bron == f"{{#1\n#}}{maak_alinea('een')}{{#2\n#}}{maak_alinea('twee')}"
        assert vormen == []
        assert [find_alinea(bron, regel) for regel in (1, 2, 3, 4)] == [0, 1, 2, 2]

    def test_paragraph(self) -> None:
        alinea = (
            '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{p a or b }}</w:t></w:r></w:p>'
        )
        bron, vormen = bereid(maak_alinea("voor") + alinea + maak_alinea("na"))
        assert bron == (
            f"{{#1\n#}}{maak_alinea('voor')}{{#2\n#}}{{{{ (a or b)|alineas(0) }}}}{{#3\n#}}{maak_alinea('na')}"
        )
        assert vormen == [Vorm((("w:pStyle", '<w:pStyle w:val="A"/>'),), (("w:b", "<w:b/>"),))]

    def test_bookmarks_stay(self) -> None:
        bron, _ = bereid(
            '<w:p><w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>{{p a }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
        )
        assert bron == ('{#1\n#}<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>{{ (a)|alineas(0) }}')

    def test_run(self) -> None:
        run = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:tab/><w:t>voor {{r a }} en {{r b }}</w:t><w:br/></w:r></w:p>"
        bron, vormen = bereid(run)
        begin = "<w:r><w:rPr><w:i/></w:rPr>"
        ruimte = '<w:t xml:space="preserve">'
        assert bron == (
            f"{{#1\n#}}<w:p>{begin}<w:tab/>{ruimte}voor </w:t></w:r>{{{{ (a)|stukken(0) }}}}"
            f"{begin}{ruimte} en </w:t></w:r>{{{{ (b)|stukken(1) }}}}{begin}{ruimte}</w:t><w:br/></w:r></w:p>"
        )
        assert vormen == [Vorm((), (("w:i", "<w:i/>"),))] * 2

    @pytest.mark.parametrize(
        ("xml", "wat"),
        [
            (maak_alinea("Let op: {{p a }}"), "alinea"),
            (maak_alinea("{%p if a %}tekst{%p endif %}"), "alinea"),
            ("<w:p><w:r><w:t>{{p a }}</w:t><w:drawing/></w:r></w:p>", "alinea"),
            ("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{p a }}</w:t></w:r></w:p>", "alinea"),
            (maak_tabel(("{%tr for a in b %}", "tekst")), "rij"),
            (maak_tabel(("{%tc for a in b %} tekst",)), "cel"),
        ],
    )
    def test_a_tag_that_would_swallow_text(self, xml: str, wat: str) -> None:
        gebrek, *_ = vind_misplaatst(xml)
        assert gebrek.code == "tag-niet-alleen"
        assert f"komt in de plaats van de hele {wat}, maar" in str(gebrek)

    def test_a_tag_for_a_row_outside_a_table(self) -> None:
        (gebrek,) = vind_misplaatst(maak_alinea("{%tr for a in b %}"))
        assert gebrek.code == "tag-buiten-tabel"
        assert "staat niet in een tabel; gebruik {%p" in str(gebrek)

    def test_a_value_for_a_row(self) -> None:
        (gebrek,) = vind_misplaatst(maak_tabel(("{{tr a }}",)))
        assert gebrek.code == "tag-rij-is-waarde"
        assert "een rij of cel kan geen waarde zijn; gebruik {{ … }} in de cel" in str(gebrek)

    def test_tags_that_stand_alone(self) -> None:
        tabel = maak_tabel(("{%tr for a in b %}",), ("{{ a }} {{r c }}",), ("{%tr endfor %}",))
        assert vind_misplaatst(maak_alinea("{%p if a %}") + maak_alinea("{{p b }}") + tabel) == []

    def test_other_tags_are_left_to_docxtpl(self) -> None:
        tabel = maak_tabel(("{%tr for a in b %}",), ("{{ a }}",), ("{%tr endfor %}",))
        bron, _ = bereid(tabel)
        assert "{%tr for a in b %}" in bron


class TestHasTag:
    """Something to do for Jinja: a value, a statement or a comment."""

    @pytest.mark.parametrize(
        ("tekst", "waar"), [("{{", True), ("a {%", True), ("{#", True), ("{ }", False), ("", False)]
    )
    def test_examples(self, tekst: str, waar: bool) -> None:  # noqa: FBT001 - an example
        assert has_tag(tekst) is waar
