"""A letter to the council comes out as it was written, in the headings and the order of the municipality."""

import datetime
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import docx
import pytest
from hypothesis import given, settings

from ivb import (
    Aankondiging,
    Benaming,
    Bijlage,
    Briefsectie,
    DocumentError,
    Documentsoort,
    Dossier,
    Gemeente,
    Kop,
    Ondertekenaar,
    Openbaarheid,
    Openbaarheidssoort,
    Orgaan,
    Profiel,
    Raadsbrief,
    SjabloonError,
    Thema,
    Veiligheidsbeleid,
    Vervolgafspraak,
    compose_raadsbrief,
    load,
    render_pdf,
    render_raadsbrief,
    voorbeeld,
)
from ivb.documents.stukken.raadsbrief import view_raadsbrief
from ivb.documents.stukken.weergave import to_velden
from ivb.documents.word.opmaak import format_platte_tekst, parse_opmaak
from ivb.testing import dossiers
from tests.documents.sjablonen import maak_sjabloon

DATA = Path(__file__).parents[2] / "data"
GEMEENTE = Gemeente(naam="Twenterand", code="GM1700", plaats="Vriezenveen")
DOSSIER = Dossier(bijgehouden_vanaf=datetime.date(2024, 1, 1), gemeente=GEMEENTE)
LEEG = Raadsbrief(id="b", datum=datetime.date(2024, 4, 23), onderwerp="Stand van zaken")
BRIEF = attrs.evolve(LEEG, inleiding="Hierbij.")


def alineas(document: bytes) -> list[str]:
    """Read the paragraphs of a document, with white space folded."""
    return [" ".join(een.text.split()) for een in docx.Document(io.BytesIO(document)).paragraphs]


def projecteer(document: bytes) -> str:
    """Write each paragraph of a document on a line, behind its style."""
    delen = docx.Document(io.BytesIO(document)).paragraphs
    return "".join(f"{een.style.name if een.style else ''}: {een.text}\n" for een in delen)


def render(brief: Raadsbrief, dossier: Dossier = DOSSIER) -> list[str]:
    return alineas(render_raadsbrief(dossier, brief))


class TestSeedLetter:
    """The letter of 23 April 2024 comes out as it was sent, but for the heading over its empty list of enclosures."""

    def test_text_is_that_of_the_letter(self) -> None:
        dossier = load(DATA / "raadsbrief_letterlijk.yaml")
        verwacht = (DATA / "raadsbrief_letterlijk.txt").read_text(encoding="utf-8")
        assert " ".join(render(dossier.raadsbrieven[0], dossier)).split() == verwacht.split()

    def test_headings_are_headings(self) -> None:
        dossier = voorbeeld()
        document = docx.Document(io.BytesIO(render_raadsbrief(dossier, dossier.raadsbrieven[0])))
        stijlen = [
            (een.style.name, een.text) for een in document.paragraphs if een.style and een.style.name != "Normal"
        ]
        assert stijlen[0] == ("Title", "RAADSBRIEF")
        assert [tekst for stijl, tekst in stijlen if stijl == "Heading 1"] == [
            "ONDERWERP",
            "KENNISNEMEN VAN",
            "INLEIDING",
            "KERNBOODSCHAP",
            "VERVOLG",
        ]

    def test_signing_anchors_survive(self) -> None:
        dossier = voorbeeld()
        regels = render(dossier.raadsbrieven[0], dossier)
        assert regels[-5:] == ["de secretaris,", "_sign1_", "de burgemeester,", "_sign2_", regels[-1]]
        assert regels[-1].split() == ["P.F.G.", "Rossen", "mr.", "J.C.F.", "Broekhuizen"]


class TestGolden:
    """What the example says, paragraph by paragraph with its style, changes only on purpose."""

    def test_letter_as_it_was_sent(self, golden: Callable[[str, str], None]) -> None:
        dossier = voorbeeld()
        golden("raadsbrief.txt", projecteer(render_raadsbrief(dossier, dossier.raadsbrieven[0])))

    def test_letter_that_is_composed(self, golden: Callable[[str, str], None]) -> None:
        dossier = voorbeeld()
        brief = compose_raadsbrief(dossier, "2024-H1", datum=datetime.date(2024, 10, 8))
        golden("raadsbrief_opgesteld.txt", projecteer(render_raadsbrief(dossier, brief)))


class TestSections:
    """The headings are those of the profile, in its order; an empty part is left out, its heading too."""

    def test_short_letter(self) -> None:
        assert render(BRIEF) == [
            "RAADSBRIEF",
            "ONDERWERP",
            "Stand van zaken",
            "INLEIDING",
            "Hierbij.",
            "Vriezenveen, 23 april 2024",
            "Burgemeester en wethouders van Twenterand",
        ]

    def test_own_headings_and_order(self) -> None:
        koppen = (
            Kop(sectie=Briefsectie.BIJLAGEN, tekst="Mee"),
            Kop(sectie=Briefsectie.INLEIDING, tekst="Aanleiding"),
            Kop(sectie=Briefsectie.ONDERWERP, tekst="Betreft"),
        )
        profiel = Profiel(koppen=koppen, benamingen=(Benaming(soort=Documentsoort.RAADSBRIEF, naam="collegebericht"),))
        dossier = attrs.evolve(DOSSIER, gemeente=attrs.evolve(GEMEENTE, profiel=profiel))
        brief = attrs.evolve(BRIEF, inleiding="Daarom.", bijlagen=(Bijlage(titel="Kaart"),))
        assert render(brief, dossier)[:6] == ["COLLEGEBERICHT", "Mee", "Kaart", "Aanleiding", "Daarom.", "Betreft"]

    def test_no_part_falls_out_for_want_of_a_heading(self) -> None:
        profiel = Profiel(koppen=(Kop(sectie=Briefsectie.ONDERWERP, tekst="Betreft"),))
        dossier = attrs.evolve(DOSSIER, gemeente=attrs.evolve(GEMEENTE, profiel=profiel))
        with pytest.raises(DocumentError, match="tekst voor inleiding, maar het profiel heeft daar geen kop voor"):
            render(attrs.evolve(BRIEF, inleiding="Daarom."), dossier)

    def test_enclosures_and_follow_up(self) -> None:
        brief = attrs.evolve(
            BRIEF,
            kennisnemen_van=(Aankondiging(tekst="De kaart"),),
            vervolg=(Vervolgafspraak(tekst="Een."), Vervolgafspraak(tekst="Twee.")),
            bijlagen=(Bijlage(titel="Kaart"),),
        )
        assert render(brief)[3:12] == [
            *("KENNISNEMEN VAN", "De kaart", "INLEIDING", "Hierbij."),
            *("VERVOLG", "Een.", "Twee.", "BIJLAGEN", "Kaart"),
        ]

    def test_themes_have_the_name_of_the_policy_of_that_day(self) -> None:
        def beleid(looptijd: str, naam: str) -> Veiligheidsbeleid:
            return Veiligheidsbeleid(id=looptijd, titel="IVB", looptijd=looptijd, themas=(Thema(id="t", naam=naam),))

        dossier = attrs.evolve(DOSSIER, beleid=(beleid("2022/2025", "Toen"), beleid("2026/2029", "Later")))
        brief = attrs.evolve(LEEG, themas=("t",))
        assert render(brief, dossier)[4] == "Toen"
        assert render(attrs.evolve(brief, datum=datetime.date(2026, 4, 1)), dossier)[4] == "Later"
        assert render(attrs.evolve(brief, datum=datetime.date(2031, 4, 1)), dossier)[4] == "Later"


class TestHeader:
    """Header fields stand under the title, as far as they are known."""

    def test_all(self) -> None:
        brief = attrs.evolve(
            BRIEF,
            soort="RIB",
            nummer="12",
            zaaknummer="Z-1",
            kenmerk="K",
            portefeuillehouder="de burgemeester",
            afdeling="Veiligheid",
            collegebesluit=datetime.date(2024, 4, 16),
            afzender=Orgaan.BURGEMEESTER,
            plaats="Vriezenveen",
        )
        regels = render(brief)
        assert regels[:7] == [
            "RIB",
            "Nummer: 12",
            "Zaaknummer: Z-1",
            "Kenmerk: K",
            "Portefeuillehouder: de burgemeester",
            "Afdeling: Veiligheid",
            "Collegebesluit: 16 april 2024",
        ]
        assert regels[-1] == "De burgemeester van Twenterand"

    @pytest.mark.parametrize(
        ("openbaarheid", "tekst"),
        [
            (
                Openbaarheid(soort=Openbaarheidssoort.EMBARGO, embargo_tot=datetime.date(2024, 5, 1)),
                "Openbaarheid: embargo tot 1 mei 2024",
            ),
            (
                Openbaarheid(
                    soort=Openbaarheidssoort.GEHEIM,
                    grond="Woo art. 5.1",
                    opgelegd_door=Orgaan.COLLEGE,
                    datum=datetime.date(2024, 4, 16),
                ),
                "Openbaarheid: geheim op grond van Woo art. 5.1 opgelegd door college op 16 april 2024",
            ),
            (Openbaarheid(soort=Openbaarheidssoort.GEHEIM), "Openbaarheid: geheim"),
        ],
    )
    def test_openness(self, openbaarheid: Openbaarheid, tekst: str) -> None:
        assert render(attrs.evolve(BRIEF, openbaarheid=openbaarheid))[1] == tekst

    def test_signers_without_an_anchor(self) -> None:
        ondertekenaars = (Ondertekenaar(functie="de burgemeester", naam="De burgemeester"),)
        regels = render(attrs.evolve(BRIEF, ondertekenaars=ondertekenaars))
        assert regels[-2:] == ["de burgemeester,", "De burgemeester"]


class TestText:
    """Text comes out as written, whatever is in it."""

    @pytest.mark.parametrize(
        "tekst",
        ["a & b < c > d", "“thema’s” – 'x' \"y\"", "🚒 brand", "a\tb", "{{ onderwerp }}", "{% if %}", "</w:t><w:br/>"],
    )
    def test_as_written(self, tekst: str) -> None:
        regels = render(attrs.evolve(BRIEF, onderwerp=tekst, inleiding=tekst))
        assert regels[2] == regels[4] == " ".join(tekst.split())

    def test_small_commonmark(self) -> None:
        brief = attrs.evolve(
            BRIEF, inleiding="Een **vet** en *schuin* [woord](https://example.org).\n\n- punt\n\n1. eerste"
        )
        document = docx.Document(io.BytesIO(render_raadsbrief(DOSSIER, brief)))
        een, punt, eerste = document.paragraphs[4:7]
        assert een.text == "Een vet en schuin woord."
        assert [stuk.text for stuk in een.runs if stuk.bold] == ["vet"]
        assert [stuk.text for stuk in een.runs if stuk.italic] == ["schuin"]
        assert een.hyperlinks[0].address == "https://example.org"
        assert (punt.text, eerste.text) == ("punt", "eerste")

    @given(dossiers(gemeente=GEMEENTE))
    @settings(max_examples=60)
    def test_any_letter(self, dossier: Dossier) -> None:
        for brief in dossier.raadsbrieven:
            regels = " ".join(alineas(render_raadsbrief(dossier, brief, concept=True)))
            for tekst in filter(None, (brief.inleiding, brief.kernboodschap, brief.doorkijk)):
                plat = format_platte_tekst(parse_opmaak(tekst))
                woorden = [woord for woord in plat.split() if woord.isalpha()]
                assert all(woord in regels for woord in woorden)
            assert " ".join(brief.onderwerp.split()) in regels


class TestDraft:
    """A letter that says nothing has a hole: a draft shows it, under CONCEPT, and a final letter is refused."""

    def test_a_hole_is_refused(self) -> None:
        with pytest.raises(DocumentError, match=r"de brief ‘Stand van zaken’ is niet compleet.*\n  - de tekst van de"):
            render(LEEG)

    @pytest.mark.parametrize(
        ("koppen", "kop"),
        [
            (Profiel().koppen, "INLEIDING"),
            ((Profiel().koppen[0], Kop(sectie=Briefsectie.VERVOLG, tekst="Verder")), "Verder"),
        ],
    )
    def test_a_draft_shows_it_under_the_first_heading(self, koppen: tuple[Kop, ...], kop: str) -> None:
        dossier = attrs.evolve(DOSSIER, gemeente=attrs.evolve(GEMEENTE, profiel=Profiel(koppen=koppen)))
        document = render_raadsbrief(dossier, LEEG, concept=True)
        assert alineas(document)[3:5] == [kop, "[nog in te vullen: de tekst van de brief]"]

    def test_a_draft_says_so_on_every_page(self) -> None:
        """On the first page the line stands under it."""
        for concept, verwacht in ((True, [["CONCEPT"], ["CONCEPT", ""]]), (False, [[""], [""]])):
            sectie = docx.Document(io.BytesIO(render_raadsbrief(DOSSIER, BRIEF, concept=concept))).sections[0]
            koppen = (sectie.header, sectie.first_page_header)
            assert [[alinea.text for alinea in kop.paragraphs] for kop in koppen] == verwacht


class TestProperties:
    """A document says its title, its language and its author, and is the same every time."""

    def test_core_properties(self) -> None:
        eigenschappen = docx.Document(io.BytesIO(render_raadsbrief(DOSSIER, BRIEF))).core_properties
        assert (eigenschappen.title, eigenschappen.language) == ("Stand van zaken", "nl-NL")
        assert eigenschappen.author == "Gemeente Twenterand"
        assert eigenschappen.created is not None
        assert eigenschappen.created.date() == datetime.date(2024, 4, 23)

    def test_the_same_bytes_in_another_process(self) -> None:
        code = (
            "import sys, ivb; dossier = ivb.voorbeeld();"
            "sys.stdout.buffer.write(ivb.render_raadsbrief(dossier, dossier.raadsbrieven[0]))"
        )
        elders = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        dossier = voorbeeld()
        assert elders == render_raadsbrief(dossier, dossier.raadsbrieven[0])


class TestOwnTemplate:
    """The house style is the municipality's: any template with the same fields serves."""

    def test_bytes_and_path(self, tmp_path: Path) -> None:
        sjabloon = maak_sjabloon("{{ gemeente }} {{ datum }}", "{{p inleiding }}")
        pad = tmp_path / "huisstijl.docx"
        pad.write_bytes(sjabloon)
        brief = attrs.evolve(BRIEF, inleiding="Daarom.")
        verwacht = ["Twenterand 23 april 2024", "Daarom."]
        assert alineas(render_raadsbrief(DOSSIER, brief, sjabloon=sjabloon)) == verwacht
        assert alineas(render_raadsbrief(DOSSIER, brief, sjabloon=pad)) == verwacht

    def test_a_misspelt_field_is_named(self, tmp_path: Path) -> None:
        pad = tmp_path / "huisstijl.docx"
        pad.write_bytes(maak_sjabloon("Betreft {{ onderwerpp }}"))
        with pytest.raises(SjabloonError, match=r"huisstijl\.docx.*onderwerpp.*onderwerp"):
            render_raadsbrief(DOSSIER, BRIEF, sjabloon=pad)

    def test_also_where_this_letter_has_nothing_to_print(self) -> None:
        sjabloon = maak_sjabloon("{%p for k in kenmerken %}", "{{ k.labeel }}", "{%p endfor %}")
        with pytest.raises(SjabloonError, match=r"labeel.*bedoelde u ‘label’"):
            render_raadsbrief(DOSSIER, BRIEF, sjabloon=sjabloon)

    def test_a_template_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(SjabloonError, match="dit sjabloon is niet te lezen"):
            render_raadsbrief(DOSSIER, BRIEF, sjabloon=tmp_path / "weg.docx")

    def test_every_part_has_a_field_of_its_own(self) -> None:
        velden = to_velden(view_raadsbrief(DOSSIER, BRIEF))
        assert {sectie.value for sectie in Briefsectie} <= velden.keys()


class TestPdf:
    """LibreOffice makes a readable page of it."""

    def test_text_of_the_page(self, soffice: str, pdftotext: str) -> None:
        dossier = voorbeeld()
        pdf = render_pdf(render_raadsbrief(dossier, dossier.raadsbrieven[0]), soffice=soffice)
        opdracht = [pdftotext, "-layout", "-", "-"]
        tekst = subprocess.run(opdracht, input=pdf, check=True, capture_output=True).stdout.decode()
        assert "KERNBOODSCHAP" in tekst
        assert "Vriezenveen, 23 april 2024" in tekst
        assert "_sign2_" in tekst
