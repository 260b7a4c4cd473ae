from itertools import count
from typing import Final

import jinja2
import pytest
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ivb.documents.basis.stijlen import NAAMRUIMTEN
from ivb.documents.sjabloon.herstel import prepare, repair
from ivb.documents.sjabloon.tags import read_alinea
from ivb.documents.word.wordxml import format_kleur, format_kolommen
from ivb.errors import SjabloonError
from tests.documents.sjablonen import W

TABEL: Final = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
ALS: Final = "{% if nee %}"
KLAAR: Final = "{% endif %}"
OMGEVING: Final = jinja2.Environment()  # noqa: S701 - nothing is printed that is not in the example
OMGEVING.filters.update(kleur=format_kleur, kolommen=format_kolommen)


def bereid(inhoud: str, wortel: str = "body") -> str:
    alineas = [read_alinea(nummer, f"Alinea {nummer}") for nummer in (1, 2)]
    return prepare(f"<w:{wortel} {NAAMRUIMTEN}>{inhoud}</w:{wortel}>", alineas)


def vul(inhoud: str, wortel: str = "body", **velden: object) -> str:
    xml = OMGEVING.from_string(bereid(inhoud, wortel)).render({"ja": True, "nee": False, **velden})
    xml = repair(xml, count(1001))
    begin = f"<w:{wortel} {NAAMRUIMTEN}>"
    return xml.replace(f"{begin[:-1]}/>", begin).removeprefix(begin).removesuffix(f"</w:{wortel}>")


class TestStructure:
    """A branch begins, turns and ends inside the same elements, so that whatever is taken the XML closes."""

    @pytest.mark.parametrize(
        "xml",
        [
            f"{ALS}<w:p/>{KLAAR}<w:p/>",
            f"<w:p><w:r><w:t>a{ALS}b{{% elif ja %}}c{{% else %}}d{KLAAR}</w:t></w:r></w:p>",
            f"<w:p><w:r><w:t>a{ALS}</w:t></w:r><w:r><w:t>b{KLAAR}</w:t></w:r></w:p>",
            f"<w:p><w:r><w:t>a{ALS}</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>b{KLAAR}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>{% for x in 'abc' %}{{ x }}</w:t></w:r></w:p><w:p><w:r><w:t>{% endfor %}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t>{% set a = 1 %}{# b #}</w:t></w:r></w:p>",
        ],
    )
    def test_closes(self, xml: str) -> None:
        for nee in (True, False):
            etree.fromstring(f'<a xmlns:w="{W}">{vul(xml, nee=nee)}</a>')

    @pytest.mark.parametrize(
        "xml",
        [
            f"{ALS}<w:p>{KLAAR}</w:p>",
            f"<w:p><w:r><w:t>{ALS}</w:t></w:r>{KLAAR}</w:p>",
            f"<w:p><w:r><w:t>{ALS}</w:t></w:r></w:p><w:sdt><w:p><w:r><w:t>{KLAAR}</w:t></w:r></w:p></w:sdt>",
            f"{ALS}<w:p/>{{% else %}}<w:tbl><w:tr>{KLAAR}</w:tr></w:tbl>",
            f'<w:p><w:r><w:rPr><w:b w:val="{ALS}"/></w:rPr><w:t>{KLAAR}</w:t></w:r></w:p>',
        ],
    )
    def test_cuts_through(self, xml: str) -> None:
        with pytest.raises(SjabloonError, match=r"^alinea 2 \(‘Alinea 2’\): .* begint in een ander deel van de tekst"):
            bereid(f"{{#1\n#}}<w:p/>{{#2\n#}}{xml}")

    def test_before_every_paragraph(self) -> None:
        with pytest.raises(SjabloonError, match=r"^vóór de eerste alinea: "):
            bereid(f"{ALS}<w:p>{KLAAR}</w:p>")

    def test_what_docxtpl_tore(self) -> None:
        with pytest.raises(SjabloonError, match="de tags snijden door de opbouw van de tekst"):
            bereid("<w:p>")

    @pytest.mark.parametrize("tag", ["{%- if a -%}", "{% if a -%}", "{%- if a %}"])
    def test_a_dash_that_joins_what_is_not_there(self, tag: str) -> None:
        alineas = [read_alinea(1, "{{ a }}"), read_alinea(2, f"{tag}x")]
        with pytest.raises(SjabloonError) as fout:
            prepare(f"<w:body {NAAMRUIMTEN}><w:p></w:body>", alineas)
        boodschap = f"‘{tag}’ plakt met het streepje de alinea’s ervoor of erna eraan vast, en dat lukt hier niet; haal"
        assert str(fout.value).startswith(f"alinea 2 (‘{tag}x’): {boodschap}")

    @pytest.mark.parametrize(
        "xml", ["<w:p>{{ a }}</w:p>", "{{ a }}", "<w:p><w:r><w:t>{{ (a)|alineas(0) }}</w:t></w:r></w:p>"]
    )
    def test_a_value_in_the_wrong_place(self, xml: str) -> None:
        with pytest.raises(SjabloonError, match=r"‘\{\{ .* \}\}’ staat niet in de tekst van een alinea"):
            bereid(f"{{#1\n#}}{xml}")

    def test_a_value_in_an_attribute_is_a_colour_or_a_number(self) -> None:
        xml = '<w:shd w:fill="{{kleur }}"/>'
        assert vul(xml, kleur="FF0000") == '<w:shd w:fill="FF0000"/>'
        with pytest.raises(SjabloonError, match="is geen kleur"):
            vul(xml, kleur='"/><w:p/>')

    def test_signs_that_are_used_already(self) -> None:
        tekst = "<w:p><w:r><w:t>\ue0000\ue000{% if ja %}\ue001{% endif %}</w:t></w:r></w:p>"
        assert "\ue0000\ue000\ue001" in vul(tekst)


class TestRepair:
    """A cell, a header and a note end in a paragraph; a row has cells; a table has rows."""

    @pytest.mark.parametrize(
        "inhoud",
        [
            "<w:p/>",
            TABEL,
            "<w:sdt/>",
            "<w:tbl><w:tr><w:tc><w:sdt/></w:tc></w:tr></w:tbl>",
            '<w:tbl><w:tr><w:tc><w:p/><w:bookmarkEnd w:id="1"/></w:tc></w:tr></w:tbl>',
        ],
    )
    def test_what_is_whole_stays(self, inhoud: str) -> None:
        assert bereid(inhoud).count("\x01") == 0
        assert vul(inhoud) == inhoud

    @pytest.mark.parametrize(
        ("inhoud", "uit"),
        [
            ("", "<w:p/>"),
            ("<w:tcPr/>", "<w:tcPr/><w:p/>"),
            (TABEL, f"{TABEL}<w:p/>"),
            (f"{ALS}<w:p/>{KLAAR}", "<w:p/>"),
            (f"{ALS}{KLAAR}<w:p/>{ALS}<w:p>a</w:p>{KLAAR}", "<w:p/>"),
            (f"<w:p>a</w:p>{ALS}<w:p/>{KLAAR}", "<w:p>a</w:p>"),
            (f'<w:p w:a="1"/><w:bookmarkEnd w:a="1"/>{ALS}<w:p/>{KLAAR}', '<w:p w:a="1"/><w:bookmarkEnd w:a="1"/>'),
            (f"<w:sdt>a</w:sdt>{ALS}<w:p/>{KLAAR}", "<w:sdt>a</w:sdt>"),
            (f"<w:p/>{TABEL}{ALS}<w:p/>{KLAAR}", f"<w:p/>{TABEL}<w:p/>"),
            (f"<w:tbl><w:tr>{ALS}<w:tc><w:p/></w:tc>{KLAAR}</w:tr></w:tbl>", "<w:p/>"),
        ],
    )
    def test_a_cell_ends_in_a_paragraph(self, inhoud: str, uit: str) -> None:
        tabel = "<w:tbl><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
        inhoud, uit = (tekst.replace("<w:tbl>", "<w:tbl><w:tblGrid/>") for tekst in (inhoud, uit))
        assert vul(tabel.format(inhoud)) == tabel.format(uit)

    @pytest.mark.parametrize("wortel", ["hdr", "ftr"])
    def test_a_header_and_a_footer_have_a_paragraph(self, wortel: str) -> None:
        assert vul(f"{ALS}<w:p/>{KLAAR}", wortel) == "<w:p/>"

    @pytest.mark.parametrize(
        "tabel",
        [
            "<w:tbl/>",
            "<w:tbl><w:tr/></w:tbl>",
            '<w:tbl w:a="1"><w:tr w:a="1"/></w:tbl>',
            "<w:tbl><w:tr><w:trPr/></w:tr></w:tbl>",
            f"<w:tbl>{ALS}<w:tr><w:tc><w:p/></w:tc></w:tr>{KLAAR}</w:tbl>",
            f"<w:tbl><w:tblGrid/><w:tr>{ALS}<w:tc><w:p/></w:tc>{KLAAR}</w:tr><w:tr/></w:tbl>",
        ],
    )
    def test_an_empty_table_goes(self, tabel: str) -> None:
        assert vul(f"<w:p/>{tabel}<w:p/>") == "<w:p/><w:p/>"
        assert vul(f"<w:tbl><w:tr><w:tc>{tabel}</w:tc></w:tr></w:tbl>") == TABEL

    def test_a_table_that_keeps_a_row_stays(self) -> None:
        rij = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
        assert vul(f"<w:tbl>{ALS}{rij}{KLAAR}{{% if ja %}}{rij}{KLAAR}</w:tbl>") == TABEL

    def test_the_properties_of_a_cell_stand_in_order(self) -> None:
        cel = "<w:tbl><w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        door_elkaar = "<w:hideMark/><w:shd/><w:gridSpan/><w:tcW/>"
        assert vul(cel.format(door_elkaar)) == cel.format("<w:tcW/><w:gridSpan/><w:shd/><w:hideMark/>")

    def test_every_drawing_has_a_number_of_its_own(self) -> None:
        xml = f'{{% for a in "ab" %}}<wp:docPr {nsdecls("wp")} id="1"/>{{% endfor %}}'
        assert [regel[:5] for regel in vul(xml).split('id="')[1:]] == ['1001"', '1002"']


class TestGrid:
    """The grid has the columns of the rows, where those vary, and the table keeps its width."""

    TABEL: Final = "<w:tbl><w:tblGrid>{}</w:tblGrid>{}</w:tbl>"
    CELLEN: Final = "{% for k in kolommen %}<w:tc><w:p/></w:tc>{% endfor %}"

    def raster(self, breedtes: list[str], rijen: str, **velden: object) -> list[str]:
        raster = "".join(f'<w:gridCol w:w="{breedte}"/>' if breedte else "<w:gridCol/>" for breedte in breedtes)
        wortel = etree.fromstring(f'<a xmlns:w="{W}">{vul(self.TABEL.format(raster, rijen), "body", **velden)}</a>')
        return [kolom.get(f"{{{W}}}w", "") for kolom in wortel.iter(f"{{{W}}}gridCol")]

    @pytest.mark.parametrize(
        ("breedtes", "aantal", "uit"),
        [
            (["1000", "1000"], 2, ["1000", "1000"]),
            (["1000", "2000"], 3, ["666", "1333", "1000"]),
            (["1000", "1000", "1000"], 1, ["3000"]),
            (["", ""], 3, ["", ""]),
        ],
    )
    def test_columns_that_vary(self, breedtes: list[str], aantal: int, uit: list[str]) -> None:
        assert self.raster(breedtes, f"<w:tr>{self.CELLEN}</w:tr>", kolommen="x" * aantal) == uit

    def test_a_width_that_varies(self) -> None:
        breed = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{{ n }}"/></w:tcPr><w:p/></w:tc></w:tr>'
        assert self.raster(["100", "100", "100"], breed, n=2) == ["150", "150"]
        assert self.raster(["100", "100"], breed, n=2) == ["100", "100"]

    def test_a_width_that_is_no_number(self) -> None:
        cel = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc>'
        for breedtes, vast in ((["100", "100"], "auto"), (["breed", "100", "100"], "1")):
            rij = f"<w:tr>{cel.format('{{ n }}')}{cel.format(vast)}</w:tr>"
            with pytest.raises(SjabloonError, match="een aantal kolommen van een tabel is geen getal"):
                self.raster(breedtes, rij, n=1)

    def test_columns_that_do_not_vary_are_left_as_they_are(self) -> None:
        assert self.raster(["100", "100"], "<w:tr><w:tc><w:p/></w:tc></w:tr>") == ["100", "100"]

    def test_cells_in_a_control_are_not_counted(self) -> None:
        rij = f"<w:tr><w:sdt><w:tc><w:p/></w:tc></w:sdt>{ALS}<w:tc><w:p/></w:tc>{KLAAR}</w:tr>"
        assert self.raster(["100", "100"], rij) == ["100", "100"]

    def test_a_table_in_a_table(self) -> None:
        binnen = self.TABEL.format('<w:gridCol w:w="90"/>', f"<w:tr>{self.CELLEN}</w:tr>")
        buiten = f"<w:tr><w:tc>{binnen}<w:p/></w:tc></w:tr>"
        assert self.raster(["100"], buiten, kolommen="abc") == ["100", "30", "30", "30"]

    def test_a_table_without_a_grid(self) -> None:
        with pytest.raises(SjabloonError, match=r"heeft geen w:tblGrid; bewaar het opnieuw vanuit Word"):
            bereid(f"<w:tbl><w:tr>{self.CELLEN}</w:tr></w:tbl>")


VORMEN: Final = (
    "…",
    "{% if ja %}…{% endif %}",
    "{% if nee %}…{% else %}{% endif %}",
    "{% for x in 'ab' %}…{% endfor %}",
)


def soms(binnen: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw a part that is there always, perhaps, or more than once."""
    return st.builds(
        lambda vorm, xml: vorm.replace("…", xml),
        st.sampled_from(VORMEN),
        binnen,
    )


def reeks(binnen: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(soms(binnen), min_size=1, max_size=3).map("".join)


def tabellen(blokken: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cellen = reeks(blokken).map("<w:tc><w:tcPr/>{}</w:tc>".format)
    rijen = reeks(cellen).map('<w:tr w:rsidR="1"><w:trPr/>{}</w:tr>'.format)
    return reeks(rijen).map('<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{}</w:tbl>'.format)


BLOKKEN: Final = st.recursive(st.sampled_from(["<w:p/>", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"]), tabellen, max_leaves=8)


@given(reeks(BLOKKEN), st.booleans(), st.booleans())
def test_whatever_is_taken_a_document_is_whole(xml: str, ja: bool, nee: bool) -> None:  # noqa: FBT001 - drawn
    wortel = etree.fromstring(f'<a xmlns:w="{W}">{vul(xml, ja=ja, nee=nee)}</a>')
    for buiten, binnen in (("tbl", "tr"), ("tr", "tc")):
        assert all(element.find(f"{{{W}}}{binnen}") is not None for element in wortel.iter(f"{{{W}}}{buiten}"))
    assert all(cel[-1].tag == f"{{{W}}}p" for cel in wortel.iter(f"{{{W}}}tc"))
