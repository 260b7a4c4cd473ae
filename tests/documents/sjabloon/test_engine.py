import hashlib
import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ClassVar, Final

import attrs
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from ivb.documents.basis.document import build_basis
from ivb.documents.sjabloon import engine
from ivb.documents.sjabloon.engine import Sjabloon, open_sjabloon
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import alineas, format_platte_tekst, opsomming, parse_opmaak
from ivb.documents.word.pakket import open_pakket, read_pakket
from ivb.errors import DocumentError, SjabloonError
from tests.documents.sjablonen import (
    EIGENSCHAPPEN,
    PNG,
    lees_alineas,
    lees_xml,
    maak_alinea,
    maak_sjabloon,
    maak_tabel,
    met_kop_en_voetnoot,
    render,
    vervang,
    wijzig,
)

TEKST = st.text(alphabet="aé€😀 &<>\"'{}%#“’—\t\n\u00a0_*", max_size=30)
KERN = "docProps/core.xml"


def weiger(sjabloon: bytes, velden: dict[str, object], boodschap: str) -> None:
    with pytest.raises(SjabloonError) as fout:
        render(sjabloon, velden)
    assert boodschap in str(fout.value)


class TestText:
    """Text in is text out: nothing vanishes, nothing becomes structure (FAULTS 1, 2, 3)."""

    @given(TEKST)
    def test_text_in_is_text_out(self, tekst: str) -> None:
        assert lees_alineas(render(maak_sjabloon("{{ x }}", "a {{ x }} b"), {"x": tekst})) == [tekst, f"a {tekst} b"]

    @given(st.text(alphabet="aé€😀 &<>\"'“’—.,", min_size=1).map(lambda tekst: f"x{tekst}x"))
    def test_formatted_text_too(self, tekst: str) -> None:
        assert lees_alineas(render(maak_sjabloon("{{p x }}"), {"x": parse_opmaak(tekst)})) == [tekst]

    @pytest.mark.parametrize("tekst", ["{{ naam }}", "{% for a in b %}", "{_{ a }_}", "{_% a %_}", "{# b #}", "</w:t>"])
    def test_data_is_never_a_tag(self, tekst: str) -> None:
        assert lees_alineas(render(maak_sjabloon("{{ x }}"), {"x": tekst})) == [tekst]

    @pytest.mark.parametrize("teken", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\ud800", "\ufffe"])
    def test_refuses_characters_with_the_path(self, teken: str) -> None:
        with pytest.raises(DocumentError, match=r"^secties\[0\]\.kop: teken 2 is U\+"):
            render(maak_sjabloon("tekst"), {"secties": [{"kop": f"a{teken}"}]})

    def test_refuses_a_text_without_end(self) -> None:
        with pytest.raises(DocumentError, match=r"^x: de tekst is 1000001 bytes lang"):
            render(maak_sjabloon("{{ x }}"), {"x": "a" * 1_000_001})

    def test_long_texts_stay_whole(self) -> None:
        tekst = "ab " * 300_000
        assert lees_alineas(render(maak_sjabloon("{{ x }}", "na"), {"x": tekst})) == [tekst, "na"]

    def test_line_ends_and_tabs_make_no_paragraphs(self) -> None:
        document = render(maak_sjabloon("{{ x }}"), {"x": "a\r\nb\rc\td"})
        assert lees_alineas(document) == ["a\nb\nc\td"]
        assert "<w:br/>" in lees_xml(document)
        assert "<w:tab/>" in lees_xml(document)

    def test_loose_braces_of_the_author(self) -> None:
        teksten = ["{a} en {", "{ b", "} c }", "100% {#", "#}"]
        goed = [tekst for tekst in teksten if tekst != "100% {#"]
        assert lees_alineas(render(maak_sjabloon(*goed), {})) == goed
        weiger(maak_sjabloon(*teksten), {}, "alinea 4 (‘100% {#’)")


class TestFormattedText:
    """``{{p }}`` gives paragraphs, ``{{r }}`` runs, and a value of another kind is refused by its kind (FAULT 6)."""

    def test_paragraphs_take_the_place_of_the_tag(self) -> None:
        sjabloon = build_basis(maak_alinea("Voor") + maak_alinea("{{p ", "x }}", stijl="Kenmerk") + maak_alinea("Na"))
        document = Document(io.BytesIO(render(sjabloon, {"x": parse_opmaak("Een **twee**.\n\n- a\n- b\n  1. c\n")})))
        assert [(alinea.style.name if alinea.style else "", alinea.text) for alinea in document.paragraphs] == [
            ("Normal", "Voor"),
            ("Kenmerk", "Een twee."),
            ("List Bullet", "a"),
            ("List Bullet", "b"),
            ("List Number", "c"),
            ("Normal", "Na"),
        ]

    def test_numbers_as_they_are_written(self) -> None:
        assert lees_alineas(render(maak_sjabloon("{{p x }}"), {"x": parse_opmaak("1) een\n2) twee")})) == [
            "1) een",
            "2) twee",
        ]

    def test_runs_stand_in_the_paragraph(self) -> None:
        document = render(maak_sjabloon("Zie {{r x }}, {{r y }}."), {"x": parse_opmaak("**a**"), "y": alineas(["b"])})
        assert lees_alineas(document) == ["Zie a, b."]

    def test_an_empty_text_leaves_no_paragraph(self) -> None:
        assert lees_alineas(render(maak_sjabloon("a", "{{p x }}", "b"), {"x": parse_opmaak("")})) == ["a", "b"]

    def test_a_link_in_a_header(self) -> None:
        document = render(
            met_kop_en_voetnoot(maak_alinea("{{p x }}"), ""), {"x": parse_opmaak("[a](http://a.nl/?b&c)")}
        )
        assert "http://a.nl/?b&amp;c" in lees_xml(document, "word/_rels/header1.xml.rels")

    @pytest.mark.parametrize(
        ("tag", "boodschap"),
        [
            ("{{ opgemaakt }}", "dit veld is opgemaakte tekst; gebruik {{p … }}"),
            (
                "{{p tekst }}",
                "{{p … }} is voor opgemaakte tekst, niet voor een waarde van de soort str; gebruik {{ … }}",
            ),
            ("{{r tekst }}", "{{r … }} is voor opgemaakte tekst, niet voor een waarde van de soort str"),
            ("{{r lijst }}", "de tekst is meer dan een alinea of heeft een lijst"),
            ("{{p teks }}", "het veld ‘teks’ bestaat niet; bedoelde u ‘tekst’?"),
        ],
    )
    def test_refuses_by_kind(self, tag: str, boodschap: str) -> None:
        velden = {"opgemaakt": alineas(["a"]), "tekst": "a", "lijst": opsomming(["a"])}
        weiger(maak_sjabloon("a", tag), velden, f"proef.docx: word/document.xml: alinea 2 (‘{tag}’): {boodschap}")


class TestErrors:
    """An error names template, part, paragraph, the words around it and the field (FAULTS 4, 5, 8)."""

    def test_a_missing_field_in_the_text(self) -> None:
        sjabloon = maak_sjabloon("{%p for s in secties %}", "Kop: {{ s.kopp }}", "{%p endfor %}")
        with pytest.raises(SjabloonError) as fout:
            render(sjabloon, {"secties": [{"kop": "a"}]})
        assert str(fout.value) == (
            "proef.docx: word/document.xml: alinea 2 (‘Kop: {{ s.kopp }}’): "
            "het veld ‘kopp’ bestaat niet; bedoelde u ‘kop’?"
        )

    def test_a_missing_field_in_a_table_after_a_row_that_went(self) -> None:
        tabel = maak_tabel(("{%tr for s in secties %}", ""), ("{{ s.kop }}", "{{ s.kopp }}"), ("{%tr endfor %}", ""))
        weiger(
            build_basis(tabel + maak_alinea("na")), {"secties": [{"kop": "a"}]}, "alinea 4 (‘{{ s.kopp }}’): het veld"
        )

    def test_a_missing_field_in_a_header_and_a_footnote(self) -> None:
        weiger(
            met_kop_en_voetnoot(maak_alinea("{{ a }}"), ""), {}, "word/header1.xml: alinea 1 (‘{{ a }}’): het veld ‘a’"
        )
        weiger(
            met_kop_en_voetnoot("", maak_alinea("{{ a }}")), {}, "word/footnotes.xml: alinea 1 (‘{{ a }}’): het veld"
        )

    def test_a_misspelt_field_in_a_branch_that_is_not_taken(self) -> None:
        sjabloon = maak_sjabloon("Beste,", "{% if titel %}a{% else %}{{ tittel }}{% endif %}")
        weiger(
            sjabloon,
            {"titel": "b"},
            "proef.docx: word/document.xml: alinea 2 (‘{% if titel %}a{% else %}{{ tittel }}{% endif %}’): "
            "het veld ‘tittel’ bestaat niet; bedoelde u ‘titel’?",
        )

    def test_a_misspelt_field_of_an_empty_list(self) -> None:
        sjabloon = maak_sjabloon("{%p for k in kenmerken %}", "{{ k.labeel }}", "{%p endfor %}")
        voorbeeld = {"kenmerken": [{"label": "", "waarde": ""}]}
        with pytest.raises(SjabloonError) as fout:
            Sjabloon(sjabloon, voorbeeld=voorbeeld).render({"kenmerken": []}, eigenschappen=EIGENSCHAPPEN)
        assert str(fout.value) == (
            "het sjabloon: word/document.xml: alinea 2 (‘{{ k.labeel }}’): "
            "het veld ‘labeel’ bestaat niet; bedoelde u ‘label’?"
        )

    def test_an_example_is_not_printed(self) -> None:
        sjabloon = maak_sjabloon("a", "{%p for k in lijst %}", "{{ k.label }}", "{%p endfor %}")
        voorbeeld = {"lijst": [{"label": "b"}]}
        document = Sjabloon(sjabloon, voorbeeld=voorbeeld).render({"lijst": []}, eigenschappen=EIGENSCHAPPEN)
        assert lees_alineas(document) == ["a"]

    @pytest.mark.parametrize(
        ("tag", "veld"), [("{{ x[1] }}", "1"), ("{{p x[1] }}", "1"), ("{{ x[0].b }}{{ y[0].b }}", "b")]
    )
    def test_a_field_that_only_one_item_lacks(self, tag: str, veld: str) -> None:
        velden: dict[str, object] = {"x": [{"a": "1"}], "y": [{"a": "1"}, {"b": "2"}]}
        weiger(maak_sjabloon(tag), velden, f"alinea 1 (‘{tag}’): het veld ‘{veld}’ bestaat niet")

    @pytest.mark.parametrize(
        ("tag", "boodschap"),
        [
            ("{{ een-twee }}", "bedoelde u een_twee?"),
            ("{{ none }}", "van de soort NoneType is niet te tonen"),
            ("{{ ja }}", "van de soort bool is niet te tonen"),
            ("{% for a in getal %}{{ a }}{% endfor %}", "de tags zijn niet uit te voeren ("),
            ("{% if tekst == ‘a’ %}{% endif %}", "gekrulde aanhalingstekens"),
            ("{% if tekst == 'a &amp; b' %}{% endif %}", "staat een &"),
            ("{% tr for a in b %}{% endfor %}", "schrijf {%tr …"),
        ],
    )
    def test_in_the_text(self, tag: str, boodschap: str) -> None:
        with pytest.raises(SjabloonError) as fout:
            render(maak_sjabloon("Beste,", f"Zie {tag}"), {"ja": True, "getal": 3, "tekst": "a"})
        assert str(fout.value).startswith("proef.docx: word/document.xml: alinea 2 (‘Zie {")
        assert boodschap in str(fout.value)

    def test_ten_malformed_tags_are_one_error(self) -> None:
        sjabloon = maak_sjabloon(*(f"Zie {{{{ x{nummer}() }}}}" for nummer in range(1, 11)))
        with pytest.raises(SjabloonError) as fout:
            Sjabloon(sjabloon, naam="proef.docx")
        kop, *regels = str(fout.value).splitlines()
        assert kop == "proef.docx: 10 fouten:"
        assert regels == [
            f"  word/document.xml: alinea {nummer} (‘Zie {{{{ x{nummer}() }}}}’): "
            "een sjabloon kan niets aanroepen; haal de haakjes weg"
            for nummer in range(1, 11)
        ]

    def test_a_structure_that_does_not_hold_in_two_parts(self) -> None:
        snede = maak_alinea("{% if x %}a") + maak_tabel(("{% endif %}b",))
        with pytest.raises(SjabloonError) as fout:
            Sjabloon(met_kop_en_voetnoot(snede, snede))
        kop, *regels = str(fout.value).splitlines()
        assert kop == "het sjabloon: 2 fouten:"
        assert [regel.split(": ")[0] for regel in regels] == ["  word/header1.xml", "  word/footnotes.xml"]

    @pytest.mark.parametrize("waarde", [None, 1.5])
    def test_in_the_fields(self, waarde: object) -> None:
        with pytest.raises(DocumentError, match=r"^x: een waarde van de soort"):
            render(maak_sjabloon("{{ x }}"), {"x": waarde})

    def test_tags_that_cut_through_the_structure(self) -> None:
        sjabloon = build_basis(maak_alinea("{% if x %}a") + maak_tabel(("{% endif %}b",)))
        weiger(sjabloon, {"x": False}, "begint in een ander deel van de tekst dan waar hij eindigt")

    def test_more_levels_than_python_can_compile(self) -> None:
        tags = ["{%p for a in b %}"] * 30 + ["{%p endfor %}"] * 30
        weiger(maak_sjabloon(*tags), {"b": ["c"]}, "word/document.xml: de tags zijn niet uit te voeren (too many")

    def test_a_file_of_another_make(self) -> None:
        weiger(
            wijzig(maak_sjabloon("a"), "word/document.xml", "w:body", "w:ander"),
            {},
            "de opbouw van het bestand klopt niet",
        )
        nummer = wijzig(maak_sjabloon("a"), "word/numbering.xml", 'w:numId="1"', 'w:numId="een"')
        weiger(nummer, {}, "proef.docx: de opbouw van het bestand klopt niet (ValueError: ")

    def test_a_document_without_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(engine, "MAXIMALE_UITVOER", 10_000)
        lussen = "{% for a in x %}{% for b in x %}{% for c in x %}a{% endfor %}{% endfor %}{% endfor %}"
        weiger(maak_sjabloon(lussen), {"x": ["a"] * 100}, "het document wordt groter dan 10000 tekens")


class TestHostile:
    """A template can run nothing, in no part of it (FAULTS 10, 12, 13, 14)."""

    AANVAL = "{{ lipsum.__globals__['os'].popen('id').read() }}"

    @pytest.mark.parametrize(
        "maak",
        [
            maak_sjabloon,
            lambda tag: met_kop_en_voetnoot(maak_alinea(tag), ""),
            lambda tag: met_kop_en_voetnoot("", maak_alinea(tag)),
            lambda tag: wijzig(maak_sjabloon("a"), KERN, "Sjabloon", tag),
        ],
        ids=["body", "header", "footnote", "title"],
    )
    def test_code(self, maak: Callable[[str], bytes]) -> None:
        weiger(maak(self.AANVAL), {}, "een sjabloon kan niets aanroepen")
        weiger(maak("{{ x.__class__ }}"), {"x": "a"}, "‘__class__’ begint met een streepje")
        weiger(maak("{{ 'a' * 10**9 }}"), {}, "rekenen kan niet")

    def test_a_tag_in_pieces_over_paragraphs(self) -> None:
        stukken = ["{", "{ lipsum.__globals__ }", "}"]
        assert lees_alineas(render(maak_sjabloon(*stukken), {})) == stukken

    @pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")])
    def test_other_files(self, inhoud: bytes) -> None:
        weiger(inhoud, {}, "proef.docx: ")

    def test_tags_in_parts_that_nobody_fills(self) -> None:
        weiger(
            wijzig(maak_sjabloon("a"), "docProps/app.xml", "ivb", "{{ a }}"),
            {},
            "in het onderdeel docProps/app.xml staat een tag ({{ a }}), en daar vult ivb niets in",
        )

    @pytest.mark.parametrize(
        "xml", ["<a b='{{ x }}'/>", "<a><b/>{% x %}</a>", "<a>&#123;# x #}</a>", "<a><!--{{ x }}--></a>"]
    )
    def test_wherever_they_stand(self, xml: str) -> None:
        weiger(
            vervang(maak_sjabloon("a"), {"word/extra.xml": xml.encode()}),
            {},
            "in het onderdeel word/extra.xml staat een",
        )

    @pytest.mark.parametrize("xml", ["<a>{</a>", "<a>{<b/>{ x }}</a>"])
    def test_what_is_no_tag(self, xml: str) -> None:
        assert render(vervang(maak_sjabloon("a"), {"word/extra.xml": xml.encode()}), {})

    def test_the_first_of_those_parts_by_name_is_told(self) -> None:
        namen = [f"word/extra{nummer}.xml" for nummer in range(10)]
        sjabloon = vervang(maak_sjabloon("a"), dict.fromkeys(namen, b"<a>{{ a }}</a>"))
        weiger(sjabloon, {}, "in het onderdeel word/extra0.xml staat een tag")

    def test_pictures_may_hold_anything(self) -> None:
        assert render(vervang(maak_sjabloon("a"), {"word/media/a.png": b"{{ a }}"}), {})

    def test_loops_that_print_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(engine, "MAXIMALE_HERHALINGEN", 100_000)
        lussen = "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}"
        weiger(
            maak_sjabloon("a", lussen), {"x": ["a"] * 100}, "de herhalingen gaan samen over meer dan 100000 onderdelen"
        )
        assert lees_alineas(render(maak_sjabloon(lussen), {"x": ["a"] * 10})) == [""]

    def test_loops_over_a_list_that_the_template_writes_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(engine, "MAXIMALE_HERHALINGEN", 10_000)
        lussen = "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}" * 4 + "{% endfor %}" * 4
        weiger(maak_sjabloon(lussen), {}, "de herhalingen gaan samen over meer dan 10000 onderdelen")

    def test_a_value_that_would_leave_its_attribute(self) -> None:
        tabel = build_basis(maak_alinea("voor") + maak_tabel(("b", "{% cellbg kleur %}a")))
        weiger(
            tabel,
            {"kleur": '"/><w:p/>'},
            "alinea 3 (‘{% cellbg kleur %}a’): '\"/><w:p/>' is geen kleur; een kleur is zes",
        )


class TestSjabloon:
    """A template is compiled once and shared: by threads as it is, by processes as its file (FAULT 11)."""

    def test_a_path(self, tmp_path: Path) -> None:
        pad = tmp_path / "brief.docx"
        pad.write_bytes(maak_sjabloon("{{ x }}"))
        for bestand in (pad, str(pad)):
            for sjabloon in (Sjabloon(bestand), open_sjabloon(bestand)):
                assert lees_alineas(sjabloon.render({"x": "a"}, eigenschappen=EIGENSCHAPPEN)) == ["a"]
                with pytest.raises(SjabloonError, match=r"^brief\.docx: word/document\.xml: alinea 1"):
                    sjabloon.render({}, eigenschappen=EIGENSCHAPPEN)

    def test_no_such_path(self, tmp_path: Path) -> None:
        with pytest.raises(SjabloonError, match=r"weg\.docx: dit sjabloon is niet te lezen: het bestaat niet"):
            Sjabloon(tmp_path / "weg.docx")

    def test_what_is_wrong_with_a_template_is_told_when_it_is_compiled(self) -> None:
        with pytest.raises(SjabloonError, match=r"^het sjabloon: word/document\.xml: alinea 1 .*niets aanroepen"):
            Sjabloon(maak_sjabloon("{{ x() }}"))

    def test_one_file_is_compiled_once(self) -> None:
        inhoud = maak_sjabloon("eenmaal {{ x }}")
        een = open_sjabloon(inhoud, voorbeeld={"y": []})
        assert open_sjabloon(bytes(bytearray(inhoud)), voorbeeld={"y": []}) is een
        assert open_sjabloon(inhoud) is not een
        verstuurd = pickle.dumps(een)
        assert pickle.loads(verstuurd) is pickle.loads(verstuurd)  # noqa: S301 - our own

    def test_two_hundred_letters_in_eight_threads(self) -> None:
        sjabloon = Sjabloon(render_proefsjabloon())
        velden = [
            {**PROEFVELDEN, "y": parse_opmaak(f"*Zie* [a](http://a.nl/{nummer})"), "lijst": [f"naam {nummer}"] * 20}
            for nummer in range(200)
        ]
        with ThreadPoolExecutor(8) as draden:
            samen = list(draden.map(lambda een: sjabloon.render(een, eigenschappen=EIGENSCHAPPEN), velden))
        for nummer, (document, een) in enumerate(zip(samen, velden, strict=True)):
            assert lees_xml(document).count(f">naam {nummer}<") == 20
            assert f"http://a.nl/{nummer}" in lees_xml(document, "word/_rels/header1.xml.rels")
            assert document == Sjabloon(render_proefsjabloon()).render(een, eigenschappen=EIGENSCHAPPEN)

    def test_a_render_leaves_no_trace(self) -> None:
        sjabloon = Sjabloon(render_proefsjabloon())
        eerst = sjabloon.render(PROEFVELDEN, eigenschappen=EIGENSCHAPPEN)
        sjabloon.render({**PROEFVELDEN, "x": parse_opmaak("1. a")}, eigenschappen=EIGENSCHAPPEN)
        with pytest.raises(SjabloonError):
            sjabloon.render({}, eigenschappen=EIGENSCHAPPEN)
        assert sjabloon.render(PROEFVELDEN, eigenschappen=EIGENSCHAPPEN) == eerst


class TestPictures:
    """A picture gets its part, its content type, its relationship, its number and its words."""

    KAART: ClassVar[Afbeelding] = Afbeelding(PNG, "Een kaart & meer", 40)

    def test_in_the_text_and_in_a_header(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("{{r kaart }}"), "")
        sjabloon = wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{maak_alinea('{{p kaart }}')}")
        document = render(sjabloon, {"kaart": self.KAART})
        geopend = Document(io.BytesIO(document))
        (vorm,) = geopend.inline_shapes
        assert (vorm.width.mm, vorm.height.mm) == (40, 20)
        assert [deel.blob for deel in geopend.part.package.iter_parts() if "media" in deel.partname] == [PNG]
        assert 'wp:docPr id="1001" name="Afbeelding" descr="Een kaart &amp; meer"' in lees_xml(document)
        assert 'wp:docPr id="1002"' in lees_xml(document, "word/header1.xml")
        assert open_pakket(document)["word/media/ivb1.png"] == PNG

    def test_a_document_that_was_rendered_is_a_template_again(self) -> None:
        eerst = render(maak_sjabloon("{{p kaart }}"), {"kaart": self.KAART})
        weer = wijzig(eerst, "word/document.xml", "</w:body>", f"{maak_alinea('{{p kaart }}')}</w:body>")
        document = render(weer, {"kaart": Afbeelding(PNG + b"anders", "Nog een", 40)})
        delen = read_pakket(document)
        assert (delen["word/media/ivb1.png"], delen["word/media/ivb_1.png"]) == (PNG, PNG + b"anders")
        assert len(Document(io.BytesIO(document)).inline_shapes) == 2
        assert [tekst[:4] for tekst in lees_xml(document).split('docPr id="')[1:]] == ["1001", "1002"]

    def test_not_as_text(self) -> None:
        weiger(maak_sjabloon("{{ kaart }}"), {"kaart": self.KAART}, "dit veld is een afbeelding; gebruik {{p … }}")


class TestTables:
    """Whatever a condition or an empty list leaves, a table stays a table (FAULT 7)."""

    def test_a_row_for_each(self) -> None:
        tabel = maak_tabel(("{%tr for r in rijen %}",), ("{{ r }}",), ("{%tr endfor %}",))
        document = Document(io.BytesIO(render(build_basis(tabel), {"rijen": ["a", "b"]})))
        assert [rij.cells[0].text for rij in document.tables[0].rows] == ["a", "b"]

    def test_no_rows_no_table(self) -> None:
        tabel = maak_tabel(("{%tr for r in rijen %}",), ("{{ r }}",), ("{%tr endfor %}",))
        assert "<w:tbl>" not in lees_xml(render(build_basis(tabel), {"rijen": []}))

    def test_a_cell_keeps_a_paragraph(self) -> None:
        tabel = maak_tabel(("{{p x }}", "b"))
        document = Document(io.BytesIO(render(build_basis(tabel), {"x": parse_opmaak("")})))
        assert [[alinea.text for alinea in cel.paragraphs] for cel in document.tables[0].rows[0].cells] == [[""], ["b"]]

    def test_merged_and_coloured_cells(self) -> None:
        rij = ("{%tc for k in kolommen %}", "{% cellbg k.kleur %}{{ k.naam }}", "{%tc endfor %}")
        document = render(build_basis(maak_tabel(rij)), {"kolommen": [{"naam": "a", "kleur": "FF0000"}]})
        assert 'w:fill="FF0000"' in lees_xml(document)
        samen = maak_tabel(("{%tc for k in kolommen %}", "{% hm %}Alles", "{%tc endfor %}"))
        assert 'w:gridSpan w:val="2"' in lees_xml(render(build_basis(samen), {"kolommen": ["a", "b"]}))


class TestProperties:
    """What the document says about itself is right, and said once (FAULT 9)."""

    def test_of_the_caller(self) -> None:
        eigenschappen = attrs.evolve(EIGENSCHAPPEN, titel="A & B", onderwerp="{{ x }}")
        document = Sjabloon(maak_sjabloon("a")).render({}, eigenschappen=eigenschappen)
        kern = Document(io.BytesIO(document)).core_properties
        assert (kern.title, kern.subject, kern.author, kern.language) == ("A & B", "{{ x }}", "Gemeente", "nl-NL")
        assert kern.created == kern.modified
        assert str(kern.created) == "2024-04-23 00:00:00+00:00"

    def test_of_the_template(self) -> None:
        sjabloon = wijzig(maak_sjabloon("a"), KERN, "</cp:core", "<cp:category>{{ x }}!</cp:category></cp:core")
        kern = Document(io.BytesIO(render(sjabloon, {"x": "A & <B>"}))).core_properties
        assert kern.category == "A & <B>!"

    def test_a_missing_field_in_them(self) -> None:
        sjabloon = wijzig(maak_sjabloon("a"), KERN, "</cp:core", "<cp:category>{{ y }}</cp:category></cp:core")
        weiger(sjabloon, {"x": "a"}, "eigenschappen: alinea 1 (‘{{ y }}’): het veld ‘y’ bestaat niet; wel: x")

    def test_a_field_of_another_kind_in_them(self) -> None:
        sjabloon = wijzig(maak_sjabloon("a"), KERN, "</cp:core", "<cp:category>{{ x[0] }}</cp:category></cp:core")
        weiger(sjabloon, {"x": []}, "eigenschappen: ‘category’ is niet in te vullen: het veld ‘0’ bestaat niet")

    def test_a_template_without_them(self) -> None:
        sjabloon = vervang(maak_sjabloon("a"), {KERN: None})
        soort = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        relatie = f'<Relationship Id="rId2" Type="{soort}" Target="{KERN}"/>'
        soort = "application/vnd.openxmlformats-package.core-properties+xml"
        override = f'<Override PartName="/{KERN}" ContentType="{soort}"/>'
        sjabloon = wijzig(wijzig(sjabloon, "_rels/.rels", relatie, ""), "[Content_Types].xml", override, "")
        assert Document(io.BytesIO(render(sjabloon, {}))).core_properties.title == "Proef"
        los = vervang(sjabloon, {KERN: b"<leeg/>"})
        assert "Proef" in lees_xml(
            render(wijzig(los, "[Content_Types].xml", "</Types>", f"{override}</Types>"), {}), KERN
        )


class TestParts:
    """Headers and notes are filled, once, and their data is never read as a tag."""

    def test_header_and_footnote(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("Kop {{ x }}"), maak_alinea("Noot {{ x }}"))
        document = render(sjabloon, {"x": "{{ x }} & <y>"})
        assert "Kop {{ x }} &amp; &lt;y&gt;" in lees_xml(document, "word/header1.xml")
        assert "Noot {{ x }} &amp; &lt;y&gt;" in lees_xml(document, "word/footnotes.xml")

    def test_other_parts_stay_as_they_are(self) -> None:
        sjabloon = maak_sjabloon("a")
        for naam in ("word/theme/theme1.xml", "word/fontTable.xml", "docProps/app.xml"):
            assert lees_xml(render(sjabloon, {}), naam) == lees_xml(sjabloon, naam)


class TestBytes:
    """Equal input gives equal bytes, in another process too (FAULT 15)."""

    PROGRAMMA = """
import hashlib, pickle, sys
from tests.documents.sjabloon.test_engine import EIGENSCHAPPEN, PROEFVELDEN, render_proef
verstuurd = pickle.load(sys.stdin.buffer)
for document in (render_proef(), verstuurd.render(PROEFVELDEN, eigenschappen=EIGENSCHAPPEN)):
    print(hashlib.sha256(document).hexdigest())
"""

    def test_two_processes(self) -> None:
        uit = subprocess.run(
            [sys.executable, "-c", self.PROGRAMMA],
            cwd=Path(__file__).parents[3],
            input=pickle.dumps(Sjabloon(render_proefsjabloon())),
            capture_output=True,
            check=True,
        )
        assert uit.stdout.decode().split() == [hashlib.sha256(render_proef()).hexdigest()] * 2


PROEFVELDEN: Final[dict[str, object]] = {
    "x": parse_opmaak("1. *Zie* [a](http://a.nl)\n\n   verder\n2. b\n   - c\n\nen\n\n7. d\n8. e"),
    "y": parse_opmaak("*Zie* [a](http://a.nl) en **[b](http://b.nl 'Uitleg')**"),
    "lijst": ["een", "twee\tdrie"],
    "kleur": "D9E2E7",
    "kaart": Afbeelding(PNG, "Een kaart", 40),
}


def render_proefsjabloon() -> bytes:
    """Make a template with something of everything."""
    tabel = maak_tabel(
        ("{%tr for een in lijst %}", ""), ("{% cellbg kleur %}{{ een }}", "{{r y }}"), ("{%tr endfor %}", "")
    )
    sjabloon = met_kop_en_voetnoot(maak_alinea("{{r y }}"), maak_alinea("{{p y }}"))
    alineas_ = f"{maak_alinea('{{p x }}')}{maak_alinea('{{p kaart }}')}"
    return wijzig(sjabloon, "word/document.xml", "<w:body>", f"<w:body>{alineas_}{tabel}")


def render_proef() -> bytes:
    """Render it."""
    return render(render_proefsjabloon(), PROEFVELDEN)


def test_a_whole_text_comes_back() -> None:
    """What is rendered reads as the plain text does, list markers aside."""
    tekst = "Zie **dit**:\n\n- a\n- b\n\nEn:\n\n7. c\n8. d"
    document = render(maak_sjabloon("{{p x }}"), {"x": parse_opmaak(tekst)})
    plat = format_platte_tekst(parse_opmaak(tekst)).split("\n")
    assert lees_alineas(document) == [regel.lstrip("-78. ") for regel in plat if regel]
    assert read_pakket(document).keys() == read_pakket(maak_sjabloon("a")).keys()
