import io
import random
import zipfile
from collections.abc import Mapping

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.documents.basis.document import build_sjabloon
from ivb.documents.word import pakket
from ivb.documents.word.pakket import (
    INHOUDSOORTEN,
    MAXIMALE_BESTAND,
    MAXIMALE_DELEN,
    Relatie,
    add_relaties,
    add_soorten,
    find_hoofddeel,
    find_relaties,
    name_relaties,
    open_pakket,
    pack_lid,
    parse_deel,
    read_pakket,
    write_leden,
    write_pakket,
)
from ivb.errors import SjabloonError
from tests.documents.sjablonen import vervang, wijzig

GOED = build_sjabloon("raadsbrief")
RELATIES = "word/_rels/document.xml.rels"


def zip_leden(leden: Mapping[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", soort) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return buffer.getvalue()


def met_relatie(soort: str, doel: str) -> bytes:
    relatie = f'<Relationship Id="rId99" Type="{soort}" Target="{doel}" TargetMode="External"/></Relationships>'
    return wijzig(GOED, RELATIES, "</Relationships>", relatie)


def weiger(inhoud: bytes, boodschap: str) -> None:
    with pytest.raises(SjabloonError) as fout:
        open_pakket(inhoud)
    assert boodschap in str(fout.value)


class TestOpenPakket:
    """A Word document is read; anything else is refused with one kind of error, in Dutch, before it can do harm."""

    def test_reads_every_part(self) -> None:
        assert open_pakket(GOED) == read_pakket(GOED)

    def test_folders_are_no_parts(self) -> None:
        assert open_pakket(zip_leden({**read_pakket(GOED), "word/media/": b""})) == read_pakket(GOED)

    @pytest.mark.parametrize("inhoud", [b"", b"PK", b"{\\rtf1}", b"%PDF-1.7", "tekst".encode("utf-16")])
    def test_other_files(self, inhoud: bytes) -> None:
        weiger(inhoud, "dit is geen Word-bestand; nodig is een .docx")

    def test_an_old_or_encrypted_file(self) -> None:
        weiger(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "oud Word-bestand (.doc) of het heeft een wachtwoord")

    def test_a_zip_without_a_document(self) -> None:
        weiger(zip_leden({"a.txt": b"a"}), "de lijst van onderdelen ontbreekt")
        weiger(zip_leden({INHOUDSOORTEN: b"<Types/>"}), "er zit geen document in")
        weiger(vervang(GOED, {"word/document.xml": None}), "er zit geen document in")

    @pytest.mark.parametrize(
        ("soort", "boodschap"),
        [
            ("application/vnd.ms-word.document.macroEnabled.main+xml", "macro's (.docm of .dotm)"),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                "Word-sjabloon (.dotx)",
            ),
            (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "geen Word-document maar een",
            ),
        ],
    )
    def test_other_kinds_of_office_files(self, soort: str, boodschap: str) -> None:
        eigen = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        weiger(wijzig(GOED, INHOUDSOORTEN, eigen, soort), boodschap)

    def test_macros_in_a_docx(self) -> None:
        macro = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        weiger(wijzig(GOED, INHOUDSOORTEN, "</Types>", macro), "macro's")

    @pytest.mark.parametrize("naam", ["../buiten.xml", "/etc/passwd", "word\\a.xml", "C:a.xml", "word/../../a.xml"])
    def test_names_that_climb(self, naam: str) -> None:
        weiger(zip_leden({**read_pakket(GOED), naam: b"<a/>"}), "leidt buiten het bestand")

    def test_two_parts_with_one_name(self) -> None:
        weiger(zip_leden({**read_pakket(GOED), "WORD/document.xml": b"<a/>"}), "twee onderdelen met dezelfde naam")

    def test_too_many_parts(self) -> None:
        weiger(zip_leden({f"a{nummer}": b"" for nummer in range(MAXIMALE_DELEN + 1)}), "heeft 1001 onderdelen")

    def test_too_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        weiger(b"PK\x03\x04" + bytes(MAXIMALE_BESTAND), "het bestand is 20000004 bytes groot")
        monkeypatch.setattr(pakket, "MAXIMALE_INHOUD", 10_000)
        weiger(GOED, "wordt uitgepakt groter dan 10000 bytes")

    def test_a_compression_bomb(self) -> None:
        bom = zip_leden({**read_pakket(GOED), "word/media/a.png": bytes(10_000_000)})
        assert len(bom) < 40_000
        weiger(bom, "word/media/a.png wordt uitgepakt meer dan 200 keer zo groot")

    def test_a_password(self) -> None:
        met_vlag = bytearray(zip_leden(read_pakket(GOED)))
        met_vlag[met_vlag.index(b"PK\x01\x02") + 8] |= 1
        weiger(bytes(met_vlag), "het bestand heeft een wachtwoord")

    @pytest.mark.parametrize("kop", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'])
    def test_document_types(self, kop: str) -> None:
        weiger(wijzig(GOED, "word/document.xml", "<w:document", f"{kop}<w:document"), "documenttype (DTD)")

    def test_broken_xml(self) -> None:
        weiger(vervang(GOED, {"word/styles.xml": b"<a>"}), "het onderdeel word/styles.xml is geen geldige XML")

    def test_an_attached_template(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        weiger(
            met_relatie(soort, "file:///H:/huisstijl.dotx"), "ander sjabloon aan gekoppeld (file:///H:/huisstijl.dotx)"
        )

    @pytest.mark.parametrize("soort", ["image", "oleObject", "frame"])
    def test_things_from_outside(self, soort: str) -> None:
        soort = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"
        weiger(met_relatie(soort, "http://elders.nl/a"), "haalt iets van buiten het bestand (http://elders.nl/a)")

    def test_hyperlinks_may_lead_out(self) -> None:
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        assert open_pakket(met_relatie(soort, "http://elders.nl/a"))

    def test_a_part_that_is_missing(self) -> None:
        weiger(vervang(GOED, {"word/footer1.xml": None}), "verwijst naar word/footer1.xml, en dat ontbreekt")

    def test_damage(self) -> None:
        """Whatever is broken in the file, nothing else than one kind of error comes out."""
        toeval = random.Random(1)  # noqa: S311 - to be repeated, not to be secret
        for _ in range(300):
            stuk = bytearray(GOED)
            for _ in range(toeval.randint(1, 4)):
                stuk[toeval.randrange(4, len(stuk))] = toeval.randrange(256)
            try:
                open_pakket(bytes(stuk[: toeval.randrange(len(stuk))] if toeval.random() < 0.2 else stuk))
            except SjabloonError:
                continue


class TestWritePakket:
    """Equal parts give equal bytes: fixed times, a fixed order, nothing of the system that wrote them."""

    def test_order_and_times(self) -> None:
        with zipfile.ZipFile(io.BytesIO(GOED)) as archief:
            leden = archief.infolist()
        namen = [lid.filename for lid in leden]
        assert namen == ["[Content_Types].xml", "_rels/.rels", *sorted(namen[2:])]
        assert {(lid.date_time, lid.create_system) for lid in leden} == {((1980, 1, 1, 0, 0, 0), 0)}

    def test_the_order_of_the_parts_does_not_matter(self) -> None:
        delen = read_pakket(GOED)
        assert write_pakket(dict(reversed(delen.items()))) == write_pakket(delen) == GOED


class TestPackLid:
    """A part is compressed once, and then lies in many documents; every reader of zip files reads them."""

    @pytest.mark.parametrize("comprimeer", [True, False])
    @pytest.mark.parametrize("naam", ["word/media/a.png", "word/média/é.png"])
    def test_a_reader_of_zip_files_reads_it(self, naam: str, comprimeer: bool) -> None:  # noqa: FBT001 - an example
        inhoud = bytes(range(256)) * 10
        document = write_leden([pack_lid(naam, inhoud, comprimeer=comprimeer), pack_lid("leeg", b"")])
        with zipfile.ZipFile(io.BytesIO(document)) as archief:
            assert archief.testzip() is None
            assert {lid.filename: archief.read(lid) for lid in archief.infolist()} == {naam: inhoud, "leeg": b""}
            assert (archief.getinfo(naam).compress_size < len(inhoud)) is comprimeer

    @given(st.dictionaries(st.text("abc/é.xml", min_size=1), st.binary(max_size=300), max_size=5))
    def test_reads_back(self, delen: dict[str, bytes]) -> None:
        assert read_pakket(write_pakket(delen)) == delen


class TestAdd:
    """What a render adds to a package stands beside what was there."""

    def test_relationships(self) -> None:
        delen = read_pakket(GOED)
        nieuw = Relatie("urn:beeld", "/word/media/a.png", extern=False, id="rId8")
        extern = Relatie("urn:link", "http://a.nl/?b&c", extern=True, id="rId9")
        delen[RELATIES] = add_relaties(delen[RELATIES], [nieuw, extern])
        oud, (een, twee) = (gevonden := list(find_relaties(delen, "word/document.xml")))[:-2], gevonden[-2:]
        assert oud == list(find_relaties(read_pakket(GOED), "word/document.xml"))
        assert (een, twee) == (attrs.evolve(nieuw, doel="word/media/a.png"), extern)

    def test_relationships_of_a_part_without_any(self) -> None:
        relatie = Relatie("urn:link", "http://a.nl", extern=True, id="rId1")
        delen = {name_relaties("word/header1.xml"): add_relaties(None, [relatie])}
        assert delen.keys() == {"word/_rels/header1.xml.rels"}
        assert list(find_relaties(delen, "word/header1.xml")) == [relatie]

    def test_content_types(self) -> None:
        lijst = add_soorten(read_pakket(GOED)[INHOUDSOORTEN], {"word/media/a.png": "image/png"})
        assert b'<Override PartName="/word/media/a.png" ContentType="image/png"/></Types>' in lijst


class TestRelaties:
    """A part says where it leads: to another part, or out of the package."""

    def test_of_the_package(self) -> None:
        assert list(find_relaties(read_pakket(GOED), "")) == [
            Relatie("officeDocument", "word/document.xml", extern=False, id="rId1"),
            Relatie("core-properties", "docProps/core.xml", extern=False, id="rId2"),
            Relatie("extended-properties", "docProps/app.xml", extern=False, id="rId3"),
        ]

    def test_of_a_part(self) -> None:
        delen = read_pakket(met_relatie("urn:eigen", "http://a.nl"))
        relaties = list(find_relaties(delen, find_hoofddeel(delen)))
        assert Relatie("footer", "word/footer1.xml", extern=False, id="rId5") in relaties
        assert relaties[-1] == Relatie("urn:eigen", "http://a.nl", extern=True, id="rId99")

    def test_of_a_part_without_any(self) -> None:
        assert list(find_relaties(read_pakket(GOED), "word/styles.xml")) == []

    def test_none_leads_out_of_the_package(self) -> None:
        relatie = (
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{}</Relationships>"
        )
        delen = {"_rels/.rels": relatie.format('<Relationship Target="../../etc/passwd"/>').encode()}
        assert [gevonden.doel for gevonden in find_relaties(delen, "")] == ["etc/passwd"]


class TestParseDeel:
    """XML is read without document types, entities or the network."""

    def test_reads(self) -> None:
        assert parse_deel("a.xml", b"<a>b</a>").text == "b"
