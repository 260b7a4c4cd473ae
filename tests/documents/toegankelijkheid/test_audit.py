"""The audit of a Word file: what is broken is found, once, and nothing else."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ivb import (
    BestandError,
    Dossier,
    Ernst,
    Gemeente,
    Openbaarheid,
    SjabloonError,
    audit_document,
    audit_sjabloon,
    load,
    render_raadsbrief,
    voorbeeld,
)
from ivb.documents.basis.document import build_basis, build_sjabloon
from ivb.documents.toegankelijkheid.audit import CONTROLES
from ivb.documents.toegankelijkheid.soorten import BEVINDINGSOORTEN
from ivb.documents.toegankelijkheid.vondst import Vondst
from ivb.documents.word.inhoud import Inhoud, read_inhoud
from ivb.documents.word.pakket import open_pakket, read_pakket, write_pakket
from ivb.testing import aankondigingen, bijlagen, dossiers, ondertekenaars, raadsbrieven, vervolgafspraken
from tests.documents.sjablonen import vervang
from tests.documents.sjabloon.test_engine import render_proef
from tests.documents.toegankelijkheid.gebreken import GEBREKEN, TABEL, TEKST, maak, maak_beeld, maak_link, maak_noten

Controle = Callable[[Inhoud], Iterator[Vondst]]

DATA = Path(__file__).parents[2] / "data"
GEMEENTE = Gemeente(naam="Twenterand", code="GM1700", plaats="Vriezenveen")
PROZA = ("Stand van zaken", "De jeugd komt", "Burgemeester & wethouders", "Zaak 5", "Zie **ook** het plan", "Één, twee")
VELDEN = (
    *("inleiding", "kernboodschap", "doorkijk", "soort", "plaats"),
    *("nummer", "zaaknummer", "kenmerk", "portefeuillehouder", "afdeling"),
)

# What a writer can type into a field, and so is for the writer to mend.
GETYPT = {
    *("alinea-leeg", "kop-nagemaakt", "lijst-getypt", "regels-leeg", "sjabloontag", "spaties-uitlijning"),
    *("tabel-getypt", "tabs-uitlijning", "titel-nietszeggend"),
}
DOCUMENTEN = (
    *(document for _, document in GEBREKEN.values()),
    render_raadsbrief(voorbeeld(), voorbeeld().raadsbrieven[0]),
    render_proef(),
)


def vind_codes(document: bytes) -> list[str]:
    return [bevinding.code for bevinding in audit_document(document)]


def bewaar(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class TestBroken:
    """Each document that is broken on purpose has exactly its one finding."""

    @pytest.mark.parametrize("gebrek", GEBREKEN)
    def test_is_found(self, gebrek: str) -> None:
        code, document = GEBREKEN[gebrek]
        assert vind_codes(document) == [code]

    def test_every_kind_is_among_them(self) -> None:
        assert {code for code, _ in GEBREKEN.values()} == {soort.code for soort in BEVINDINGSOORTEN}
        assert len(GEBREKEN) >= 30

    @pytest.mark.parametrize("controle", CONTROLES, ids=lambda controle: controle.__name__)
    def test_every_check_finds_something(self, controle: Controle) -> None:
        gevonden = {code for code, document in GEBREKEN.values() if list(controle(read_inhoud(open_pakket(document))))}
        assert gevonden


class TestOurs:
    """Our base document has nothing to find, nor has a letter, but for what its writer typed."""

    def test_the_base(self) -> None:
        assert audit_document(build_basis("")) == audit_document(maak()) == ()
        assert audit_document(maak(TABEL, TEKST, maak_beeld('descr="De wijk op een kaart"'))) == ()
        assert audit_document(maak(maak_link("de notitie"))) == audit_document(maak_noten(TEKST)) == ()

    def test_the_letters_of_the_example(self) -> None:
        for dossier in (voorbeeld(), load(DATA / "raadsbrief_letterlijk.yaml")):
            for brief in dossier.raadsbrieven:
                assert audit_document(render_raadsbrief(dossier, brief)) == ()

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(dossiers(gemeente=GEMEENTE))
    def test_any_letter(self, dossier: Dossier) -> None:
        for brief in dossier.raadsbrieven:
            assert set(vind_codes(render_raadsbrief(dossier, brief, concept=True))) <= GETYPT

    @settings(max_examples=60)
    @given(st.data())
    def test_a_letter_in_prose(self, data: st.DataObject) -> None:
        """With plain words in its fields a letter of any shape has nothing to find."""
        woorden = st.sampled_from(PROZA)
        velden = dict.fromkeys(VELDEN, st.none() | woorden)
        brief = data.draw(
            raadsbrieven(
                onderwerp=woorden,
                kennisnemen_van=st.lists(aankondigingen(tekst=woorden)),
                vervolg=st.lists(vervolgafspraken(tekst=woorden)),
                bijlagen=st.lists(bijlagen(titel=woorden)),
                ondertekenaars=st.lists(ondertekenaars(functie=woorden, naam=woorden, anker="_sign1_")),
                openbaarheid=Openbaarheid(),
                themas=(),
                **velden,
            )
        )
        dossier = Dossier(bijgehouden_vanaf=brief.datum, gemeente=GEMEENTE)
        assert audit_document(render_raadsbrief(dossier, brief, concept=True)) == ()

    def test_a_template_is_full_of_tags(self) -> None:
        assert set(vind_codes(build_sjabloon("raadsbrief"))) >= {"sjabloontag"}


class TestOtherMakers:
    """Files of other makers are read as well: here python-docx, with its own base document."""

    def test_a_plain_document(self) -> None:
        document = docx.Document()
        document.add_heading("Stand van zaken", 0)
        document.add_heading("Onderwerp", 1)
        document.add_paragraph("Dit gaat over de veiligheid.")
        document.add_paragraph("de notitie", style="List Bullet")
        document.add_paragraph("het jaarplan", style="List Number")
        assert vind_codes(bewaar(document)) == ["titel-ontbreekt", "taal-niet-nederlands"]

    def test_made_well(self) -> None:
        document = docx.Document()
        document.core_properties.title = "Stand van zaken"
        document.core_properties.language = "nl-NL"
        for taal in document.styles.element.iter(qn("w:lang")):
            taal.set(qn("w:val"), "nl-NL")
        document.add_heading("Stand van zaken", 0)
        tabel = document.add_table(2, 2)
        for cel in (cel for rij in tabel.rows for cel in rij.cells):
            cel.text = "a"
        tabel.rows[0]._tr.get_or_add_trPr().append(etree.Element(qn("w:tblHeader")))
        assert audit_document(bewaar(document)) == ()

    def test_made_badly(self) -> None:
        document = docx.Document()
        document.add_heading("Onderwerp", 2)
        document.add_paragraph()
        kop = document.add_paragraph().add_run("Aanpak")
        kop.font.size = Pt(18)
        document.add_paragraph("- de notitie")
        document.add_table(1, 1)
        document.add_heading("", 1)
        assert vind_codes(bewaar(document))[2:] == [
            *("kop-begint-laag", "alinea-leeg", "kop-nagemaakt", "lijst-getypt", "tabel-een-cel", "kop-leeg")
        ]


class TestFindings:
    """A finding tells where, what is wrong, what would be right, and what asks for it."""

    def test_in_words(self) -> None:
        (bevinding,) = audit_document(GEBREKEN["van niveau 1 naar 3"][1])
        assert str(bevinding) == (
            "hoofdtekst, alinea 4 (‘Kop’): op een kop van niveau 1 volgt een kop van niveau 3; "
            "gebruik het niveau dat erop volgt [kop-overgeslagen]"
        )
        assert bevinding.ernst is Ernst.FOUT
        assert str(bevinding.bron) == "ISO 14289-1 (PDF/UA-1), 7.4.2"

    def test_in_reading_order(self) -> None:
        document = maak("<w:p/>", TEKST, maak_link("klik hier"), "<w:p/>", TEKST)
        assert vind_codes(document) == ["alinea-leeg", "link-nietszeggend", "alinea-leeg"]


class TestFiles:
    """A file comes as bytes or as a path; what is no Word document is refused with one kind of error."""

    def test_a_path(self, tmp_path: Path) -> None:
        pad = tmp_path / "brief.docx"
        pad.write_bytes(maak("<w:p/>", TEKST))
        assert audit_document(pad) == audit_document(str(pad)) == audit_document(pad.read_bytes())

    def test_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError, match=r"weg\.docx: dit bestand is niet te lezen: het bestaat niet"):
            audit_document(tmp_path / "weg.docx")

    def test_no_word_document(self, tmp_path: Path) -> None:
        pad = tmp_path / "brief.docx"
        pad.write_bytes(b"%PDF-1.7")
        with pytest.raises(SjabloonError, match=r"brief\.docx: dit is geen Word-bestand"):
            audit_document(pad)

    def test_a_bomb(self) -> None:
        with pytest.raises(SjabloonError, match="200 keer zo groot"):
            audit_document(vervang(maak(), {"word/media/a.png": bytes(10_000_000)}))


WAARDEN = ("", "0", "1", "-1", "99999999999999999999", "x", "Title", "Heading1", "Normal", "page", "begin", "end", "é")


def verminder(wortel: etree._Element, data: st.DataObject) -> None:
    """Change the XML of a part somewhere: take away, double, move, rename, or change a value."""
    elementen = list(wortel.iter(etree.Element))
    element = data.draw(st.sampled_from(elementen))
    ander = data.draw(st.sampled_from(elementen))
    ouder = element.getparent()
    match data.draw(st.sampled_from(("weg", "dubbel", "verplaats", "naam", "waarde", "tekst", "opmerking"))):
        case "weg" if ouder is not None:
            ouder.remove(element)
        case "dubbel" if ouder is not None:
            ouder.append(etree.fromstring(etree.tostring(element, with_tail=False)))
        case "verplaats" if element not in {ander, *ander.iterancestors()} and ouder is not None:
            ander.append(element)
        case "naam":
            element.tag = ander.tag
        case "tekst":
            element.text = data.draw(st.sampled_from(WAARDEN))
        case "opmerking":
            element.append(etree.Comment("a"))
        case _:
            for naam in element.attrib:
                element.set(naam, data.draw(st.sampled_from(WAARDEN)))


class TestRule:
    """What is certainly wrong in a document breaks rule W2 of the checks; what a human has to look at does not."""

    def test_faults_and_no_others(self) -> None:
        gevonden = [bevinding for document in DOCUMENTEN for bevinding in audit_document(document)]
        assert {(een.ernst, een.regel) for een in gevonden} == {(Ernst.FOUT, "W2"), (Ernst.WAARSCHUWING, None)}

    def test_a_template_is_another_matter(self) -> None:
        gevonden = audit_sjabloon(GEBREKEN["een lege kop"][1], "raadsbrief")
        assert {(een.ernst, een.regel) for een in gevonden} == {(Ernst.FOUT, None)}


class TestAnyFile:
    """Whatever is wrong in a file that is let in, the audit gives findings and raises nothing."""

    @settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_mutated(self, data: st.DataObject) -> None:
        delen = read_pakket(DOCUMENTEN[data.draw(st.integers(0, len(DOCUMENTEN) - 1))])
        namen = [naam for naam in delen if naam.endswith((".xml", ".rels")) and naam != "[Content_Types].xml"]
        for _ in range(data.draw(st.integers(1, 3))):
            naam = data.draw(st.sampled_from(namen))
            wortel = etree.fromstring(delen[naam])
            for _ in range(data.draw(st.integers(1, 6))):
                verminder(wortel, data)
            delen[naam] = etree.tostring(wortel)
        document = write_pakket(delen)
        try:
            open_pakket(document)
        except SjabloonError:
            return
        codes = {bevinding.code for bevinding in audit_document(document)}
        assert codes <= {soort.code for soort in BEVINDINGSOORTEN}
