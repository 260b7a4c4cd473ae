from pathlib import Path
from typing import Annotated

import attrs
import pytest

from ivb.documents.basis.document import SJABLONEN
from ivb.documents.contract import audit
from ivb.documents.contract.audit import audit_gekozen, audit_sjabloon, audit_tegen, guess_document
from ivb.documents.sjabloon.engine import Sjabloon
from ivb.documents.stukken.weergave import Veld, Weergave
from ivb.documents.stukken.weergaven import WEERGAVEN
from ivb.documents.word.pakket import open_bestand, read_pakket
from ivb.errors import BestandError, DocumentError, SjabloonError
from tests.documents.sjablonen import maak_alinea, maak_sjabloon, maak_tabel, met_kop_en_voetnoot, vervang, wijzig


@attrs.frozen(kw_only=True)
class Brief(Weergave):
    """A letter."""

    titel: Annotated[str, Veld("hoe de brief heet")]
    aanhef: Annotated[str, Veld("aan wie hij is")]


@attrs.frozen(kw_only=True)
class Lijst(Weergave):
    """A list."""

    titel: Annotated[str, Veld("hoe de lijst heet")]
    regels: Annotated[tuple[Brief, ...], Veld("wat erop staat")]


class TestAuditSjabloon:
    """A template of any make, held against a document by its name."""

    def test_by_name(self, tmp_path: Path) -> None:
        document = min(WEERGAVEN)
        sjabloon = maak_sjabloon("{{ xyz }}")
        bevindingen = audit_sjabloon(sjabloon, document)
        assert bevindingen == audit_tegen(sjabloon, WEERGAVEN[document])
        assert "veld-onbekend" in {bevinding.code for bevinding in bevindingen}
        (tmp_path / "a.docx").write_bytes(sjabloon)
        assert audit_sjabloon(tmp_path / "a.docx", document) == bevindingen

    def test_a_document_that_is_not_there(self) -> None:
        with pytest.raises(DocumentError, match=r"^'nota' is geen document van ivb; wel: beleid"):
            audit_sjabloon(maak_sjabloon("a"), "nota")

    def test_files_that_are_no_template(self, tmp_path: Path) -> None:
        with pytest.raises(SjabloonError, match="dit is geen Word-bestand"):
            audit_sjabloon(b"a", min(WEERGAVEN))
        with pytest.raises(BestandError, match="dit bestand is niet te lezen: het bestaat niet"):
            audit_sjabloon(tmp_path / "weg.docx", min(WEERGAVEN))

    def test_a_header_that_is_no_xml(self) -> None:
        sjabloon = met_kop_en_voetnoot(maak_alinea("a"), "")
        delen = read_pakket(sjabloon)
        sjabloon = vervang(sjabloon, {"word/header1.xml": None, "word/kop": b"geen xml"})
        relaties = delen["word/_rels/document.xml.rels"].replace(b"header1.xml", b"kop")
        with pytest.raises(SjabloonError, match="de opbouw van het bestand klopt niet"):
            audit_tegen(vervang(sjabloon, {"word/_rels/document.xml.rels": relaties}), Brief)


class TestOwnTemplates:
    """The templates of ``ivb`` keep to their own documents."""

    @pytest.mark.parametrize("document", sorted(WEERGAVEN))
    def test_nothing_is_found(self, document: str) -> None:
        eigen = SJABLONEN / f"{document}.docx"
        assert audit_sjabloon(eigen, document) == ()
        assert guess_document(eigen) == document


class TestStructure:
    """What only compiling finds is a finding too, with its part and paragraph."""

    SNEDE = maak_alinea("voor") + maak_alinea("{% if titel %}a") + maak_tabel(("{% endif %}b",))

    def test_with_its_paragraph(self) -> None:
        for sjabloon, waar in (
            (wijzig(maak_sjabloon("a"), "word/document.xml", "<w:body>", f"<w:body>{self.SNEDE}"), "hoofdtekst"),
            (met_kop_en_voetnoot(self.SNEDE, ""), "koptekst 2"),
        ):
            (bevinding,) = audit_tegen(sjabloon, Brief)
            assert (bevinding.code, bevinding.plaats) == ("sjabloon-opbouw", f"{waar}, alinea 3 (‘{{% endif %}}b’)")
            assert bevinding.boodschap.startswith("een {% if … %} of {% for … %} begint in een ander deel")

    def test_more_than_one(self) -> None:
        bevindingen = audit_tegen(met_kop_en_voetnoot(self.SNEDE, self.SNEDE), Brief)
        assert [bevinding.plaats.split(",")[0] for bevinding in bevindingen] == ["koptekst 2", "voetnoten"]

    def test_without_a_paragraph(self) -> None:
        sjabloon = wijzig(maak_sjabloon("a"), "word/numbering.xml", 'w:numId="1"', 'w:numId="een"')
        (bevinding,) = audit_tegen(sjabloon, Brief)
        assert (bevinding.code, bevinding.plaats) == ("sjabloon-opbouw", "sjabloon")
        assert bevinding.boodschap.startswith("de opbouw van het bestand klopt niet (ValueError: ")

    @pytest.mark.parametrize(
        "tekst", ["{% tr for a in b %}", "{{ titel", "{{ titel() }}", "{% if titel %}", "Zie {{p titel }}", "{{ 'a }}"]
    )
    def test_a_template_with_a_malformed_tag_does_not_compile(self, tekst: str) -> None:
        sjabloon = maak_sjabloon("{{ titel }}", tekst)
        tags = [bevinding for bevinding in audit_tegen(sjabloon, Brief) if bevinding.code.startswith("tag-")]
        with pytest.raises(SjabloonError) as fout:
            Sjabloon(sjabloon)
        assert tags
        for bevinding in tags:
            assert bevinding.plaats.startswith("hoofdtekst, alinea 2 (‘")
            assert bevinding.boodschap in str(fout.value)

    def test_a_tag_in_a_part_that_nobody_fills(self) -> None:
        (bevinding,) = audit_tegen(wijzig(maak_sjabloon("a"), "docProps/app.xml", "ivb", "{{ a }}"), Brief)
        assert (bevinding.code, bevinding.plaats) == ("tag-elders", "sjabloon")
        assert "in het onderdeel docProps/app.xml staat een tag ({{ a }}), en daar" in bevinding.boodschap

    def test_words_that_look_like_a_place(self) -> None:
        snede = maak_alinea("alinea 9 (‘a’): b{% if titel %}") + maak_tabel(("alinea 9 (‘a’): {% endif %}b",))
        sjabloon = wijzig(maak_sjabloon("a"), "word/document.xml", "<w:body>", f"<w:body>{snede}")
        (bevinding,) = audit_tegen(sjabloon, Brief)
        assert bevinding.plaats == "hoofdtekst, alinea 2 (‘alinea 9 (‘a’): {% endif %}b’)"
        assert bevinding.boodschap.startswith("een {% if … %} of {% for … %} begint in een ander deel van de tekst")


class TestGuess:
    """A template is for the document that has most of its fields."""

    @pytest.fixture(autouse=True)
    def _documenten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(audit, "WEERGAVEN", {"brief": Brief, "lijst": Lijst})

    def test_examples(self) -> None:
        assert guess_document(maak_sjabloon("{{ titel }} {{ aanhef }}")) == "brief"
        lijst = "{% for r in regels %}{{ r.titel }}{{ r.x }}{% endfor %}"
        assert guess_document(maak_sjabloon("{{ titel }} {{ aanhef }}", lijst)) == "lijst"

    def test_in_the_properties(self) -> None:
        sjabloon = wijzig(maak_sjabloon("{{ titel }}"), "docProps/core.xml", "Sjabloon", "{{ aanhef }}")
        assert guess_document(sjabloon) == "brief"

    def test_the_file_is_opened_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        geopend: list[object] = []

        def tel(sjabloon: bytes) -> dict[str, bytes]:
            geopend.append(sjabloon)
            return open_bestand(sjabloon)

        monkeypatch.setattr(audit, "open_bestand", tel)
        monkeypatch.setattr(audit, "find_weergave", {"brief": Brief, "lijst": Lijst}.__getitem__)
        sjabloon = maak_sjabloon("{{ titel }} {{ aanhef }} {{ xyz }}")
        document, bevindingen = audit_gekozen(sjabloon, None)
        assert (document, len(geopend)) == ("brief", 1)
        assert audit_gekozen(sjabloon, "brief") == ("brief", bevindingen)
        assert [bevinding.code for bevinding in bevindingen] == ["veld-onbekend"]

    @pytest.mark.parametrize("tekst", ["{{ titel }}", "niets", "{{ xyz }}"])
    def test_a_tie(self, tekst: str) -> None:
        with pytest.raises(DocumentError) as fout:
            guess_document(maak_sjabloon(tekst))
        assert str(fout.value) == (
            "het sjabloon kan voor meer dan een document zijn (brief of lijst); kies er een met --document"
        )
