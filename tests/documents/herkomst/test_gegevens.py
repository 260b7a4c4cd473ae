"""A document gives its data back, and tells whether its text was changed since."""

import datetime
import hashlib
import io
import subprocess
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

import attrs
import docx
import pytest
from hypothesis import given, settings

import ivb
from ivb import BestandError, DocumentError, Dossier, Openbaarheid, Raadsbrief, SjabloonError, Teruglezing, read_back
from ivb.documents.herkomst.gegevens import embed_gegevens
from ivb.documents.word.gegevensdeel import NAAMRUIMTE, add_gegevensdeel
from ivb.documents.word.pakket import read_pakket, write_pakket
from ivb.rules.openbaar import derive_openbaar
from ivb.testing import dossiers
from tests.documents.dossiers import VOORBEELDSTAD
from tests.documents.sjablonen import maak_sjabloon, render, vervang, wijzig

DEEL = "customXml/item1.xml"
RELATIES = "word/_rels/document.xml.rels"
SJABLOON = maak_sjabloon("Geachte raad", "Hierbij de notitie.")
LETTERLIJK = render(SJABLOON, {})
DAG = datetime.date(2026, 3, 3)
GEHEIM = Openbaarheid(soort="geheim")  # type: ignore[arg-type]
TWENTERAND = ivb.voorbeeld()
BRIEF = ivb.compose_raadsbrief(VOORBEELDSTAD, "2025-H2", datum=DAG)

STUKKEN: dict[str, tuple[Dossier, Callable[[], bytes]]] = {
    "notitie": (VOORBEELDSTAD, partial(ivb.render_notitie, VOORBEELDSTAD, "2025-H2")),
    "notitie-concept": (VOORBEELDSTAD, partial(ivb.render_notitie, VOORBEELDSTAD, "2025-H1", concept=True)),
    "jaarplan": (VOORBEELDSTAD, partial(ivb.render_jaarplan, VOORBEELDSTAD, VOORBEELDSTAD.jaarplannen[0])),
    "beleid": (VOORBEELDSTAD, partial(ivb.render_beleid, VOORBEELDSTAD, VOORBEELDSTAD.beleid[0])),
    "toezeggingenlijst": (VOORBEELDSTAD, partial(ivb.render_toezeggingenlijst, VOORBEELDSTAD, peildatum=DAG)),
    "raadsbrief": (VOORBEELDSTAD, partial(ivb.render_raadsbrief, VOORBEELDSTAD, BRIEF)),
    "raadsbrief-twenterand": (TWENTERAND, partial(ivb.render_raadsbrief, TWENTERAND, TWENTERAND.raadsbrieven[0])),
    "jaarplan-twenterand": (
        TWENTERAND,
        partial(ivb.render_jaarplan, TWENTERAND, TWENTERAND.jaarplannen[0], concept=True),
    ),
}


def embed(dossier: Dossier = TWENTERAND, document: bytes = LETTERLIJK) -> bytes:
    return embed_gegevens(document, dossier, document="proef", sjabloon=SJABLOON)


GOED = embed()


@pytest.fixture(scope="module")
def stukken() -> dict[str, bytes]:
    """Every document of the example, with its data."""
    return {naam: embed(dossier, maak()) for naam, (dossier, maak) in STUKKEN.items()}


def save(document: "docx.document.Document") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def vervang_gegevens(gegevens: str, **kenmerken: str) -> bytes:
    """Put other data into the document, with their own hash."""
    xml = read_pakket(GOED)[DEEL].decode()
    oud = read_back(GOED).dossier
    _, begin, rest = xml.partition("<herkomst ")
    kop, _, _ = rest.partition(">")
    for naam, waarde in {"gegevens": hashlib.sha256(gegevens.encode()).hexdigest(), **kenmerken}.items():
        voor, _, na = kop.partition(f'{naam}="')
        kop = f'{voor}{naam}="{waarde}"{na.partition(chr(34))[2]}'
    assert oud == TWENTERAND
    return vervang(GOED, {DEEL: f"{begin}{kop}>{gegevens}</herkomst>".encode()})


def weiger(document: bytes, boodschap: str, soort: type[Exception] = DocumentError) -> None:
    with pytest.raises(soort) as fout:
        read_back(document)
    assert boodschap in str(fout.value)


class TestReadBack:
    """What was put into a document comes out of it, to the last character, and says what made it."""

    def test_everything(self) -> None:
        assert read_back(GOED) == Teruglezing(
            dossier=TWENTERAND,
            document="proef",
            versie=version("ivb"),
            formaat=1,
            sjabloon=hashlib.sha256(SJABLOON).hexdigest(),
            is_gewijzigd=False,
        )

    def test_a_file(self, tmp_path: Path) -> None:
        pad = tmp_path / "brief.docx"
        pad.write_bytes(GOED)
        assert read_back(pad) == read_back(str(pad)) == read_back(GOED)

    @settings(max_examples=60)
    @given(dossiers())
    def test_any_dossier(self, dossier: Dossier) -> None:
        lezing = read_back(embed(dossier))
        assert lezing.dossier == derive_openbaar(dossier)
        assert not lezing.is_gewijzigd

    def test_equal_bytes(self) -> None:
        assert embed() == GOED
        assert embed(VOORBEELDSTAD) != GOED

    def test_the_hash_is_that_of_the_words(self) -> None:
        """A later version that reads the words otherwise needs another namespace, or every old document is changed."""
        tekst = hashlib.sha256(b"Geachte raad\nHierbij de notitie.").hexdigest()
        assert f' tekst="{tekst}"'.encode() in read_pakket(GOED)[DEEL]


class TestPublic:
    """What is not public never comes into a document, whoever asks."""

    def test_a_secret_letter(self) -> None:
        brief = Raadsbrief(id="b", datum=DAG, onderwerp="x", kernboodschap="GEHEIMPJE", openbaarheid=GEHEIM)
        dossier = attrs.evolve(VOORBEELDSTAD, raadsbrieven=(*VOORBEELDSTAD.raadsbrieven, brief))
        document = embed(dossier)
        assert read_back(document).dossier == VOORBEELDSTAD
        assert not [deel for deel in read_pakket(document).values() if b"GEHEIMPJE" in deel]
        assert document == embed(VOORBEELDSTAD)

    def test_the_text_of_a_secret_letter(self) -> None:
        brief = Raadsbrief(id="b", datum=DAG, onderwerp="x", openbaarheid=GEHEIM)
        with pytest.raises(
            DocumentError, match=r"^raadsbrief 'b' is niet openbaar, of hoort bij een brief die dat niet"
        ):
            embed_gegevens(LETTERLIJK, TWENTERAND, document="raadsbrief", sjabloon=b"", stuk=brief)

    def test_a_report_that_goes_with_one(self) -> None:
        rapportage = VOORBEELDSTAD.rapportages[0]
        brief = Raadsbrief(
            id="b",
            datum=DAG,
            onderwerp="x",
            openbaarheid=GEHEIM,
            bijlagen=(ivb.Bijlage(titel="x", document=rapportage.id),),
        )
        dossier = attrs.evolve(VOORBEELDSTAD, raadsbrieven=(brief,))
        with pytest.raises(DocumentError, match="is niet openbaar"):
            embed_gegevens(LETTERLIJK, dossier, document="notitie", sjabloon=b"", stuk=rapportage)

    def test_a_letter_that_was_only_composed_goes_with_it(self) -> None:
        document = embed_gegevens(LETTERLIJK, VOORBEELDSTAD, document="raadsbrief", sjabloon=b"", stuk=BRIEF)
        assert read_back(document).dossier.raadsbrieven[-1] == BRIEF
        anders = attrs.evolve(BRIEF, onderwerp="Iets anders")
        tweede = read_back(
            embed_gegevens(LETTERLIJK, read_back(document).dossier, document="x", sjabloon=b"", stuk=anders)
        )
        assert tweede.dossier.raadsbrieven == (*VOORBEELDSTAD.raadsbrieven, anders)

    def test_a_letter_of_the_dossier(self) -> None:
        brief = TWENTERAND.raadsbrieven[0]
        document = embed_gegevens(LETTERLIJK, TWENTERAND, document="raadsbrief", sjabloon=b"", stuk=brief)
        assert read_back(document).dossier == TWENTERAND


class TestSavedAgain:
    """Another program that only saves a document changes neither the data nor the words."""

    def test_libreoffice(self, soffice: str, stukken: dict[str, bytes], tmp_path: Path) -> None:
        uit = tmp_path / "uit"
        for naam, document in stukken.items():
            (tmp_path / f"{naam}.docx").write_bytes(document)
        profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
        opdracht = [soffice, profiel, "--headless", "--convert-to", "docx", "--outdir", str(uit)]
        subprocess.run([*opdracht, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=300)
        for naam, document in stukken.items():
            bewaard = (uit / f"{naam}.docx").read_bytes()
            assert read_pakket(bewaard)["word/document.xml"] != read_pakket(document)["word/document.xml"]
            assert read_back(bewaard) == read_back(document), naam
            assert not read_back(bewaard).is_gewijzigd, naam

    def test_python_docx(self, stukken: dict[str, bytes]) -> None:
        for document in stukken.values():
            assert read_back(save(docx.Document(io.BytesIO(document)))) == read_back(document)


class TestChanged:
    """A change of a single word is seen, wherever it stands; the data are still those of before."""

    @pytest.mark.parametrize("naam", STUKKEN)
    def test_every_paragraph_and_cell(self, naam: str, stukken: dict[str, bytes]) -> None:
        document = docx.Document(io.BytesIO(stukken[naam]))
        runs = document.element.xpath("//w:t[normalize-space()]")
        for tekst in runs[:: max(1, len(runs) // 12)]:
            oud, tekst.text = tekst.text, f"{tekst.text} x"
            lezing = read_back(save(document))
            assert lezing.is_gewijzigd
            assert lezing.dossier == STUKKEN[naam][0]
            tekst.text = oud
        assert not read_back(save(document)).is_gewijzigd

    def test_added_taken_away_and_moved(self, stukken: dict[str, bytes]) -> None:
        def change(doe: Callable[["docx.document.Document"], object]) -> bool:
            document = docx.Document(io.BytesIO(stukken["jaarplan"]))
            doe(document)
            return read_back(save(document)).is_gewijzigd

        assert change(lambda d: d.add_paragraph("Nieuw."))
        assert not change(lambda d: d.add_paragraph(""))
        assert change(lambda d: d.element.body.remove(d.tables[0]._tbl))
        assert change(lambda d: d.element.body.append(d.paragraphs[0]._p))
        assert change(lambda d: setattr(d.sections[0].footer.paragraphs[0], "text", "Vertrouwelijk"))
        assert not change(lambda d: setattr(d.core_properties, "author", "Iemand anders"))


class TestRefused:
    """What cannot be read back is refused with a reason; what is only in the file does not count."""

    @pytest.mark.parametrize("document", [b"", b"%PDF-1.7"])
    def test_no_word_document(self, document: bytes) -> None:
        weiger(document, "dit is geen Word-bestand; nodig is een .docx", SjabloonError)

    def test_a_bomb(self) -> None:
        weiger(vervang(GOED, {DEEL: b"<a>%s</a>" % (b" " * 10_000_000)}), "keer zo groot", SjabloonError)

    def test_a_file(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError, match=r"weg\.docx: dit bestand is niet te lezen: het bestaat niet"):
            read_back(tmp_path / "weg.docx")
        for inhoud, soort in ((b"", SjabloonError), (LETTERLIJK, DocumentError)):
            (tmp_path / "brief.docx").write_bytes(inhoud)
            with pytest.raises(soort, match=r"brief\.docx: (dit is geen Word-bestand|in dit document zitten geen)"):
                read_back(tmp_path / "brief.docx")

    def test_no_data(self) -> None:
        weiger(
            LETTERLIJK, "in dit document zitten geen gegevens van ivb; terug te lezen is alleen een document dat met"
        )

    def test_data_that_are_not_bound_to_the_document(self) -> None:
        weiger(
            vervang(GOED, {RELATIES: read_pakket(LETTERLIJK)[RELATIES]}), "in dit document zitten geen gegevens van ivb"
        )

    def test_twice(self) -> None:
        dubbel = write_pakket(add_gegevensdeel(read_pakket(GOED), "{}", {}))
        weiger(dubbel, "in dit document zitten 2 keer gegevens van ivb, en niet te zien is welke")
        with pytest.raises(DocumentError, match="de gegevens kunnen niet mee in het document"):
            embed(document=GOED)

    def test_too_large_to_be_read_back(self) -> None:
        brief = attrs.evolve(TWENTERAND.raadsbrieven[0], inleiding="a" * 10_000_000)
        with pytest.raises(DocumentError, match=r"de gegevens kunnen niet mee in het document \(.*maak het zonder"):
            embed_gegevens(
                LETTERLIJK, attrs.evolve(TWENTERAND, raadsbrieven=(brief,)), document="notitie", sjabloon=b""
            )

    def test_the_id_of_something_that_is_not_public(self) -> None:
        geheim = attrs.evolve(TWENTERAND.raadsbrieven[0], openbaarheid=GEHEIM)
        besloten = attrs.evolve(TWENTERAND, raadsbrieven=(geheim,))
        with pytest.raises(DocumentError, match="is ook het id van iets in het dossier dat niet openbaar is"):
            embed_gegevens(LETTERLIJK, besloten, document="raadsbrief", sjabloon=b"", stuk=TWENTERAND.raadsbrieven[0])

    def test_a_later_version(self) -> None:
        later = wijzig(GOED, DEEL, NAAMRUIMTE, "urn:ivb:herkomst:2")
        weiger(later, "de gegevens in dit document zijn van een nieuwere ivb; werk ivb bij")

    def test_a_later_format(self) -> None:
        later = vervang_gegevens('{"formaat": 2}', formaat="2")
        weiger(
            later, "de gegevens in dit document hebben formaat 2 en deze ivb leest tot en met formaat 1; werk ivb bij"
        )

    @pytest.mark.parametrize(
        ("oud", "nieuw"),
        [("Twenterand", "Tubbergen"), ("</herkomst>", " </herkomst>"), ("</herkomst>", "<a/></herkomst>")],
    )
    def test_other_data(self, oud: str, nieuw: str) -> None:
        weiger(wijzig(GOED, DEEL, oud, nieuw), "zijn beschadigd: ze zijn niet meer wat ivb erin heeft gezet; maak het")

    def test_nothing_in_it(self) -> None:
        weiger(
            vervang(GOED, {DEEL: f'<herkomst xmlns="{NAAMRUIMTE}" formaat="1" gegevens="{"0" * 64}"/>'.encode()}),
            "beschadigd",
        )

    @pytest.mark.parametrize("kenmerk", ["document", "versie", "formaat", "sjabloon", "gegevens", "tekst"])
    def test_a_mark_that_is_missing(self, kenmerk: str) -> None:
        zonder = wijzig(GOED, DEEL, f' {kenmerk}="', f' x{kenmerk}="')
        weiger(
            zonder, f"de gegevens van ivb in dit document zijn beschadigd: het kenmerk '{kenmerk}' klopt niet; maak het"
        )

    @pytest.mark.parametrize("formaat", ["0", "een", "1.0", "99999"])
    def test_a_format_that_is_none(self, formaat: str) -> None:
        weiger(wijzig(GOED, DEEL, 'formaat="1"', f'formaat="{formaat}"'), "het kenmerk 'formaat' klopt niet")

    @pytest.mark.parametrize("gegevens", ["{}", "geen json", '{"formaat": 1}', "[" * 5000])
    def test_data_that_are_no_dossier(self, gegevens: str) -> None:
        weiger(vervang_gegevens(gegevens), "de gegevens van ivb in dit document zijn beschadigd: ")

    def test_a_document_type(self) -> None:
        met_dtd = read_pakket(GOED)[DEEL].replace(b"<herkomst", b'<!DOCTYPE a [<!ENTITY b "c">]><herkomst', 1)
        weiger(vervang(GOED, {DEEL: met_dtd}), "documenttype (DTD)", SjabloonError)


class TestAccessible:
    """A document with data in it is as accessible as without."""

    def test_audit(self, stukken: dict[str, bytes]) -> None:
        for document in stukken.values():
            assert ivb.audit_document(document) == ()


class TestTemplate:
    """A document with data in it is no template: the data would be in every document made of it."""

    @pytest.mark.parametrize("relaties", [read_pakket(GOED)[RELATIES], read_pakket(LETTERLIJK)[RELATIES]])
    def test_refused(self, relaties: bytes) -> None:
        with pytest.raises(SjabloonError) as fout:
            render(vervang(GOED, {RELATIES: relaties}), {})
        assert str(fout.value) == (
            f"proef.docx: het onderdeel {DEEL} bevat gegevens van een eerder stuk, en die zouden in elk nieuw stuk "
            "komen; haal ze in Word weg: Bestand > Info > Controleren op problemen > Document controleren > Aangepaste "
            "XML-gegevens"
        )
