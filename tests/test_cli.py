"""The command line, as an adviser types and reads it."""

import datetime
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, NamedTuple

import attrs
import docx
import pytest
from cyclopts import App, CycloptsError

import ivb
from ivb import cli
from ivb.cli import run
from ivb.documents import libreoffice
from ivb.documents.basis.document import build_sjabloon
from ivb.documents.stukken.weergave import Veld, Weergave
from ivb.documents.stukken.weergaven import WEERGAVEN
from ivb.files.journaal import open_journaal
from ivb.files.schema import SCHEMANAAM, schemapad
from ivb.files.voorbeelden import voorbeeldmap
from tests.documents.sjablonen import maak_sjabloon

DAG = datetime.date(2024, 5, 1)
TWENTERAND = str(voorbeeldmap())
DOCUMENTEN = ["alles", "beleid", "jaarplan", "notitie", "raadsbrief", "toezeggingenlijst"]
COMMANDS = [
    [],
    ["audit"],
    ["check"],
    ["demo"],
    ["regel"],
    ["regels"],
    ["sjabloon"],
    ["sjabloon", "audit"],
    ["render"],
    *(["render", document] for document in DOCUMENTEN),
    ["herkomst"],
    ["sjabloon", "kopie"],
    ["sjabloon", "velden"],
    ["termijnen"],
    ["nieuw"],
]

DOSSIER = """\
formaat: 1
bijgehouden_vanaf: 2024-01-01
gemeente:
  naam: Voorbeeldgemeente
  code: GM0000
  plaats: Voorbeeldstad
"""

RAADSBRIEF = (
    "ivb render raadsbrief DOSSIER --periode PERIODE [--concept] [--sjabloon BESTAND] [--met-gegevens] [--uit BESTAND]"
)
TERMIJNEN = (Path(__file__).parent / "golden" / "termijnen.txt").read_text(encoding="utf-8")
PERIODEN = "een periode schrijft u als 2024, 2024-H1, 2024-T1, 2024-K1, 2024-05 of 2022/2025"


class Afloop(NamedTuple):
    """What a command gave back and printed, without the spaces behind the lines."""

    code: int
    uit: str
    fout: str


class Ivb(NamedTuple):
    """Runs ``ivb``, on 1 May 2024 unless told otherwise."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *argv: str | Path, vandaag: datetime.date = DAG) -> Afloop:
        code = run([str(woord) for woord in argv], vandaag=vandaag)
        printed = self.capsys.readouterr()
        return Afloop(code, strip_lines(printed.out), strip_lines(printed.err))


def strip_lines(tekst: str) -> str:
    return "".join(f"{regel.rstrip()}\n" for regel in tekst.splitlines())


def squeeze(tekst: str) -> str:
    """Put a bar in the place of the space between two columns."""
    return re.sub(" {2,}", " | ", tekst)


def gelukt(*regels: str) -> Afloop:
    return Afloop(0, "".join(f"{regel}\n" for regel in regels), "")


def mislukt(*regels: str) -> Afloop:
    return Afloop(2, "", "".join(f"{regel}\n" for regel in regels))


@pytest.fixture
def run_ivb(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ivb:
    """Run ``ivb`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Ivb(capsys)


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """A dossier that holds nothing but a municipality."""
    pad = tmp_path / "dossier.yaml"
    pad.write_text(DOSSIER, encoding="utf-8")
    return pad


def write_meer(pad: Path, tekst: str) -> None:
    """Write something more into a dossier."""
    with pad.open("a", encoding="utf-8") as stroom:
        stroom.write(tekst)


def list_files(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def read_docx(pad: Path) -> list[str]:
    return [alinea.text for alinea in docx.Document(str(pad)).paragraphs]


class TestHelp:
    """The help is Dutch down to its headings, and tells of every command how it is written."""

    def test_without_words_it_is_the_help(self, run_ivb: Ivb) -> None:
        afloop = run_ivb()
        assert afloop == run_ivb("--help") == run_ivb("-h")
        assert afloop == gelukt(
            """\
Gebruik: ivb OPDRACHT

Het integraal veiligheidsbeleid van een gemeente: van dossier tot raadsbrief.

Opdrachten:
  audit       Controleer of een Word-bestand toegankelijk en gaaf is.
  check       Controleer een dossier op tegenspraak, op wat ontbreekt en op wat niet mag.
  demo        Maak de raadsbrief van het voorbeeld en toon wat er nog te leveren is.
  herkomst    Toon waarvan een Word-bestand is gemaakt, en of de tekst daarna is gewijzigd.
  nieuw       Begin een eigen dossier: een map met bestanden om in te vullen.
  regel       Toon alles over een regel: wat zij nagaat, waarom, wie dat zegt, en een voorbeeld.
  regels      Toon de regels waar ivb check een dossier tegen houdt.
  render      Maak een document uit een dossier.
  schema      Toon het JSON Schema: welke velden er zijn, wat ze betekenen en wat erin mag.
  sjabloon    Maak en controleer een sjabloon in uw huisstijl.
  termijnen   Toon wat de raad te goed heeft, wat te laat is of eraan komt, en waarom.
  --help, -h  Toon deze hulp; ook achter een opdracht.
  --version   Toon de versie.
"""
        )

    def test_help_of_a_command(self, run_ivb: Ivb) -> None:
        assert run_ivb("termijnen", "--help").uit == (
            """\
Gebruik: ivb termijnen DOSSIER [--peildatum DATUM] [--ics BESTAND]

Toon wat de raad te goed heeft, wat te laat is of eraan komt, en waarom.

Met --ics komt wat een laatste dag heeft ook in een agendabestand. Een bestand dat al zo heet, wordt
vervangen.

Argumenten:
  DOSSIER  Het dossier: een bestand (YAML of JSON) of een map met YAML-bestanden.

Opties:
  --peildatum DATUM  De dag waarop u het wilt weten, als 2024-04-23; anders vandaag.
  --ics BESTAND      Schrijf ook een agendabestand (.ics), om in Outlook te openen.

"""
        )

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def test_every_help_is_dutch(self, run_ivb: Ivb, command: list[str]) -> None:
        afloop = run_ivb(*command, "--help")
        assert afloop.code == 0
        assert afloop.uit.startswith((f"Gebruik: {' '.join(['ivb', *command])} ", "Gebruik: ivb regels\n"))
        english = ("usage", "command", "argument:", "parameter", "option", "required", "default", "display", "choices")
        assert not [woord for woord in english if woord in afloop.uit.lower()]

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def test_version(self, run_ivb: Ivb, command: list[str]) -> None:
        assert run_ivb(*command, "--version") == gelukt(version("ivb"))


class TestDemo:
    """``ivb demo`` leaves the letter of the example, and tells what is due and where the files are."""

    def test_writes_the_letter_and_says_where_everything_is(self, run_ivb: Ivb, tmp_path: Path) -> None:
        dossier = ivb.voorbeeld()
        assert run_ivb("demo") == gelukt(
            f"De raadsbrief van Twenterand staat in {tmp_path / 'raadsbrief.docx'}",
            f"Hij komt uit het voorbeelddossier in {TWENTERAND}",
            "Dat houdt op bij deze brief, van 23 april 2024: wat later kwam, staat er niet in.",
            "",
            *TERMIJNEN.splitlines(),
        )
        letter = (tmp_path / "raadsbrief.docx").read_bytes()
        assert letter == ivb.render_raadsbrief(dossier, dossier.raadsbrieven[0])
        assert list_files(tmp_path) == ["raadsbrief.docx"]

    def test_in_a_folder_that_is_made(self, run_ivb: Ivb, tmp_path: Path) -> None:
        assert run_ivb("demo", "--uit", "hier/en daar").code == 0
        assert (tmp_path / "hier" / "en daar" / "raadsbrief.docx").is_file()

    def test_replaces_an_earlier_letter(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / "raadsbrief.docx").write_bytes(b"oud")
        assert run_ivb("demo").code == 0
        assert "ONDERWERP" in read_docx(tmp_path / "raadsbrief.docx")


class TestRaadsbrief:
    """A letter that was sent comes out of the dossier; another is composed as of today. It says which of both."""

    def test_a_stored_letter(self, run_ivb: Ivb, tmp_path: Path) -> None:
        assert run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2023-H2") == gelukt(
            "De brief over 2023-H2 staat in het dossier, met de datum 23 april 2024.",
            f"Gemaakt: {tmp_path / 'raadsbrief-2023-H2.docx'}",
        )
        dossier = ivb.voorbeeld()
        letter = (tmp_path / "raadsbrief-2023-H2.docx").read_bytes()
        assert letter == ivb.render_raadsbrief(dossier, dossier.raadsbrieven[0])

    def test_a_new_letter_has_the_date_of_today(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opties = ["--periode", "2024-H1", "--uit", "nieuw/brief.docx"]
        assert run_ivb("render", "raadsbrief", TWENTERAND, *opties) == gelukt(
            "Een brief over 2024-H1 staat niet in het dossier: deze is nieuw, met de datum van vandaag.",
            "Let op: de brief kondigt een stuk aan dat niet in het dossier staat: "
            "Stand van zaken notitie over het eerste halfjaar van 2024",
            f"Gemaakt: {tmp_path / 'nieuw' / 'brief.docx'}",
        )
        tekst = "\n".join(read_docx(tmp_path / "nieuw" / "brief.docx"))
        assert "Stand van zaken notitie over het eerste halfjaar van 2024" in tekst
        assert "Vriezenveen, 1 mei 2024" in tekst

    def test_a_period_of_several_years_makes_no_folder(self, run_ivb: Ivb, tmp_path: Path) -> None:
        assert run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2022/2025").code == 0
        assert list_files(tmp_path) == ["raadsbrief-2022-2025.docx"]

    def test_in_the_house_style(self, run_ivb: Ivb, tmp_path: Path) -> None:
        sjabloon = docx.Document()
        sjabloon.add_paragraph("Huisstijl van {{ gemeente }}")
        sjabloon.save(str(tmp_path / "huisstijl.docx"))
        afloop = run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2023-H2", "--sjabloon", "huisstijl.docx")
        assert afloop.code == 0
        assert read_docx(tmp_path / "raadsbrief-2023-H2.docx") == ["Huisstijl van Twenterand"]

    @pytest.mark.usefixtures("soffice")
    def test_as_a_pdf(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opties = ["--periode", "2023-H2", "--uit", "brief.PDF"]
        assert run_ivb("render", "raadsbrief", TWENTERAND, *opties) == gelukt(
            "De brief over 2023-H2 staat in het dossier, met de datum 23 april 2024.",
            f"Gemaakt: {tmp_path / 'brief.PDF'}",
        )
        dossier = ivb.voorbeeld()
        assert (tmp_path / "brief.PDF").read_bytes() == ivb.render_pdf(
            ivb.render_raadsbrief(dossier, dossier.raadsbrieven[0])
        )

    def test_a_pdf_without_libreoffice(self, run_ivb: Ivb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(libreoffice, "_PROGRAMMAS", ("nergens",))
        code, uit, fout = run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2023-H2", "--uit", "brief.pdf")
        assert (code, uit) == (2, "")
        assert fout.startswith("voor een PDF is LibreOffice nodig, en dat is niet gevonden; installeer het")
        assert list_files(tmp_path) == []

    @pytest.mark.parametrize(
        ("opties", "fout"),
        [
            (
                ["--periode", "2024-H3"],
                f"'2024-H3' is geen halfjaar; {PERIODEN}",
            ),
            (
                ["--periode", "2024", "--uit", "dossier.yaml"],
                "dossier.yaml: dit wordt een Word-bestand of een PDF; laat de naam eindigen op .docx of .pdf",
            ),
            (
                ["--periode", "2024", "--uit", "./stijl.docx", "--sjabloon", "stijl.docx"],
                "stijl.docx: dit is het sjabloon zelf; geef het stuk een andere naam",
            ),
        ],
    )
    def test_what_cannot_be(self, run_ivb: Ivb, tmp_path: Path, opties: list[str], fout: str) -> None:
        assert run_ivb("render", "raadsbrief", TWENTERAND, *opties) == mislukt(fout)
        assert list_files(tmp_path) == []

    def test_a_template_that_cannot_be_used(self, run_ivb: Ivb, tmp_path: Path) -> None:
        sjabloon = docx.Document()
        sjabloon.add_paragraph("{{ gemeent }}")
        sjabloon.save(str(tmp_path / "huisstijl.docx"))
        opties = ["--periode", "2023-H2", "--sjabloon", "huisstijl.docx"]
        code, uit, fout = run_ivb("render", "raadsbrief", TWENTERAND, *opties)
        assert (code, uit) == (2, "")
        assert "huisstijl.docx" in fout
        assert "bedoelde u ‘gemeente’?" in fout
        assert list_files(tmp_path) == ["huisstijl.docx"]


class TestDocumenten:
    """Each document of the cycle comes as a Word file; with --concept it shows what is missing, else that is told."""

    @pytest.mark.parametrize(
        ("woorden", "naam", "titel"),
        [
            (
                ["notitie", "--periode", "2023"],
                "notitie-2023",
                "Stand van zaken notitie Openbare Orde en Veiligheid 2023",
            ),
            (["jaarplan", "--jaar", "2024"], "jaarplan-2024", "Jaarplan Veiligheid 2024"),
            (["beleid"], "beleid-2024", "Integraal Veiligheidsbeleid 2022-2025"),
            (["beleid", "--jaar", "2025"], "beleid-2025", "Integraal Veiligheidsbeleid 2022-2025"),
            (["toezeggingenlijst"], "toezeggingenlijst-2024-05-01", "Toezeggingenlijst"),
            (
                ["toezeggingenlijst", "--peildatum", "2024-04-01"],
                "toezeggingenlijst-2024-04-01",
                "Toezeggingenlijst",
            ),
        ],
    )
    def test_of_the_example(self, run_ivb: Ivb, tmp_path: Path, woorden: list[str], naam: str, titel: str) -> None:
        soort, *opties = woorden
        assert run_ivb("render", soort, TWENTERAND, *opties) == gelukt(f"Gemaakt: {tmp_path / f'{naam}.docx'}")
        assert read_docx(tmp_path / f"{naam}.docx")[0] == titel

    @pytest.mark.parametrize(
        "woorden",
        [
            *(["notitie", "--periode", "2023"], ["raadsbrief", "--periode", "2023"]),
            *(["jaarplan", "--jaar", "2024"], ["beleid"], ["toezeggingenlijst"]),
        ],
    )
    def test_draft_in_the_house_style(self, run_ivb: Ivb, tmp_path: Path, woorden: list[str]) -> None:
        sjabloon = docx.Document()
        sjabloon.add_paragraph("{% if concept %}Concept van {% endif %}{{ gemeente }}")
        sjabloon.save(str(tmp_path / "huisstijl.docx"))
        soort, *opties = woorden
        for wens, tekst in (([], "Twenterand"), (["--concept"], "Concept van Twenterand")):
            opdracht = ["render", soort, TWENTERAND, *opties, "--sjabloon", "huisstijl.docx", "--uit", "x.docx", *wens]
            assert run_ivb(*opdracht).code == 0
            assert read_docx(tmp_path / "x.docx") == [tekst]

    def test_a_note_is_of_what_is_known_today(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opties = ["--periode", "2024-H1", "--concept"]
        assert run_ivb("render", "notitie", TWENTERAND, *opties, vandaag=datetime.date(2024, 10, 1)).code == 0
        assert "Datum: 1 oktober 2024" in read_docx(tmp_path / "notitie-2024-H1.docx")

    def test_holes_are_told_and_nothing_is_written(self, run_ivb: Ivb, tmp_path: Path) -> None:
        code, uit, fout = run_ivb("render", "notitie", TWENTERAND, "--periode", "2024-H1")
        assert (code, uit) == (2, "")
        eerste, tweede, *rest = fout.splitlines()
        assert eerste.endswith("is niet compleet; vul het dossier aan of maak een concept:")
        assert tweede == "  - de ontwikkelingen bij het thema Leefbaarheid en fysieke verloedering"
        assert len(rest) == 11
        assert list_files(tmp_path) == []

    @pytest.mark.parametrize(
        ("woorden", "fout"),
        [
            (
                ["jaarplan", "--jaar", "2023"],
                "er is geen jaarplan dat aan het eind van 2023 geldt; vul het in of kies een ander jaar",
            ),
            (
                ["beleid", "--jaar", "2030"],
                "er is geen beleid dat aan het eind van 2030 geldt; geef een ander jaar met --jaar",
            ),
        ],
    )
    def test_what_is_not_there(self, run_ivb: Ivb, tmp_path: Path, woorden: list[str], fout: str) -> None:
        soort, *opties = woorden
        assert run_ivb("render", soort, TWENTERAND, *opties) == mislukt(f"{TWENTERAND}: {fout}")
        assert list_files(tmp_path) == []


class TestHerkomst:
    """A document that was made with its data says where it came from, and whether its text was changed."""

    @pytest.fixture
    def brief(self, run_ivb: Ivb, tmp_path: Path) -> Path:
        pad = tmp_path / "brief.docx"
        opties = ("--periode", "2023-H2", "--met-gegevens", "--uit", pad)
        assert run_ivb("render", "raadsbrief", TWENTERAND, *opties).code == 0
        return pad

    def test_as_it_was_made(self, run_ivb: Ivb, brief: Path) -> None:
        afloop = run_ivb("herkomst", brief)
        assert afloop.uit.splitlines()[:2] == [
            f"{brief}: raadsbrief van de gemeente Twenterand",
            "De tekst is nog zoals ivb haar maakte.",
        ]
        laatste = afloop.uit.splitlines()[2]
        assert re.fullmatch(rf"Gemaakt met ivb {version('ivb')}, formaat 1, sjabloon [0-9a-f]{{12}}", laatste)

    def test_changed_since(self, run_ivb: Ivb, brief: Path) -> None:
        document = docx.Document(str(brief))
        document.add_paragraph("Erbij.")
        document.save(str(brief))
        assert "De tekst is daarna gewijzigd." in run_ivb("herkomst", brief).uit

    def test_the_data_as_a_dossier(self, run_ivb: Ivb, brief: Path, tmp_path: Path) -> None:
        doel = tmp_path / "terug.yaml"
        assert run_ivb("herkomst", brief, "--uit", doel).uit.splitlines()[-1] == f"De gegevens staan in {doel}"
        assert ivb.load(doel) == ivb.voorbeeld()
        for bezet in (doel, tmp_path / "terug.json"):
            assert run_ivb("herkomst", brief, "--uit", bezet) == mislukt(
                f"{bezet}: geef een nieuw bestand, met een naam die eindigt op .yaml"
            )

    def test_a_document_without_data(self, run_ivb: Ivb, tmp_path: Path) -> None:
        pad = tmp_path / "brief.docx"
        run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2023-H2", "--uit", pad)
        afloop = run_ivb("herkomst", pad)
        assert afloop.code == 2
        assert afloop.fout.startswith(f"{pad}: in dit document zitten geen gegevens van ivb;")

    def test_a_pdf_cannot_hold_them(self, run_ivb: Ivb) -> None:
        afloop = run_ivb("render", "raadsbrief", TWENTERAND, "--periode", "2023-H2", "--met-gegevens", "--uit", "b.pdf")
        assert afloop == mislukt(
            "b.pdf: in een PDF passen de gegevens niet; laat de naam eindigen op .docx, of laat --met-gegevens weg"
        )


class TestSchema:
    """An editor and other programs get the schema of the package, as it is there."""

    def test_on_the_screen(self, run_ivb: Ivb) -> None:
        assert run_ivb("schema") == Afloop(0, schemapad().read_text(encoding="utf-8"), "")

    def test_in_a_file(self, run_ivb: Ivb, tmp_path: Path) -> None:
        doel = tmp_path / "map" / "ivb.schema.json"
        assert run_ivb("schema", "--yaml", "--uit", doel) == gelukt(f"Het schema staat in {doel}")
        assert doel.read_bytes() == schemapad("yaml").read_bytes()


class TestSjabloon:
    """Somebody who makes a template in a house style begins with ours, and learns what its fields mean."""

    @pytest.mark.parametrize("document", WEERGAVEN)
    def test_a_copy_is_a_template(self, run_ivb: Ivb, tmp_path: Path, document: str) -> None:
        doel = tmp_path / "eigen" / "huis.docx"
        assert run_ivb("sjabloon", "kopie", document, doel) == gelukt(
            f"Het sjabloon staat in {doel}",
            f"Open het in Word; wat tussen accolades staat, vult ivb in: zie 'ivb sjabloon velden {document}'.",
        )
        assert doel.read_bytes() == build_sjabloon(document)

    def test_a_copy_replaces_nothing(self, run_ivb: Ivb, tmp_path: Path) -> None:
        doel = tmp_path / "huis.docx"
        doel.write_bytes(b"eigen werk")
        assert run_ivb("sjabloon", "kopie", "notitie", doel) == mislukt(
            f"{doel}: dit bestand is er al; kies een andere naam"
        )
        assert doel.read_bytes() == b"eigen werk"

    def test_a_copy_is_a_docx(self, run_ivb: Ivb) -> None:
        assert run_ivb("sjabloon", "kopie", "notitie", "huis.dotx") == mislukt(
            "huis.dotx: een sjabloon is een Word-bestand; laat de naam eindigen op .docx"
        )

    def test_fields(self, run_ivb: Ivb, golden: Callable[[str, str], None]) -> None:
        afloop = run_ivb("sjabloon", "velden", "raadsbrief")
        assert (afloop.code, afloop.fout) == (0, "")
        golden("sjabloonvelden.txt", squeeze(afloop.uit))

    @pytest.mark.parametrize("woorden", [["kopie", "brief", "huis.docx"], ["velden", "brief"]])
    def test_no_such_document(self, run_ivb: Ivb, tmp_path: Path, woorden: list[str]) -> None:
        assert run_ivb("sjabloon", *woorden) == mislukt(
            "'brief' is geen document van ivb; wel: beleid, jaarplan, notitie, raadsbrief, toezeggingenlijst"
        )
        assert list_files(tmp_path) == []

    def test_the_help_names_every_document(self, run_ivb: Ivb) -> None:
        for opdracht in ("kopie", "velden"):
            assert all(document in run_ivb("sjabloon", opdracht, "--help").uit for document in WEERGAVEN)


class TestAlles:
    """Every document of many dossiers, each in its own folder; a second time only what is not current."""

    def test_of_the_example(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opdracht = ["render", "alles", TWENTERAND, "--uit", "stukken"]
        slot = f"De stukken staan in {tmp_path / 'stukken'}"
        assert run_ivb(*opdracht) == gelukt("Gemaakt: 5. Al actueel: 0. Niet gemaakt: 0.", slot)
        assert run_ivb(*opdracht) == gelukt("Gemaakt: 0. Al actueel: 5. Niet gemaakt: 0.", slot)
        assert list_files(tmp_path / "stukken" / "twenterand") == [
            "beleid-ivb-2022-2025.docx",
            "jaarplan-2024.docx",
            "notitie-stand-van-zaken-2023.docx",
            "raadsbrief-2024-04-23.docx",
            "toezeggingenlijst.docx",
        ]
        brief = ivb.render_raadsbrief(ivb.voorbeeld(), ivb.voorbeeld().raadsbrieven[0])
        assert (tmp_path / "stukken" / "twenterand" / "raadsbrief-2024-04-23.docx").read_bytes() == brief

    def test_a_name_with_a_bracket(self, run_ivb: Ivb, bestand: Path) -> None:
        vreemd = bestand.rename(bestand.with_name("[oud] stad.yaml"))
        assert run_ivb("render", "alles", vreemd.name, "--uit", "stukken").code == 0

    def test_on_a_day_as_a_draft(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opties = ["--uit", "stukken", "--peildatum", "2024-04-01", "--concept"]
        assert run_ivb("render", "alles", TWENTERAND, *opties).code == 0
        lijst = (tmp_path / "stukken" / "twenterand" / "toezeggingenlijst.docx").read_bytes()
        dag = datetime.date(2024, 4, 1)
        assert lijst == ivb.render_toezeggingenlijst(ivb.voorbeeld(), peildatum=dag, concept=True)

    def test_what_goes_wrong_is_told_and_stops_nothing(self, run_ivb: Ivb, tmp_path: Path, bestand: Path) -> None:
        write_meer(bestand, "beleid:\n  - {id: ivb, titel: 'zaak', looptijd: 2024/2027}\n")
        with bestand.open("a", encoding="utf-8") as stroom:
            stroom.write("beleidsregels:\n  - id: bibob\n    naam: zaak #5\n")
        run_ivb("render", "alles", bestand, "--uit", "stukken", "--concept")
        bestand.write_text(bestand.read_text(encoding="utf-8").replace("id: ivb", "id: nieuw"), encoding="utf-8")
        code, uit, fout = run_ivb("render", "alles", "nergens", bestand, TWENTERAND, "--uit", "stukken")
        assert (code, uit) == (
            2,
            f"Gemaakt: 5. Al actueel: 0. Niet gemaakt: 2.\nDe stukken staan in {tmp_path / 'stukken'}\n",
        )
        map_ = Path("stukken", "dossier")
        nergens, suspect, verdwenen, gat, wat, slot = fout.splitlines()
        assert nergens.startswith("nergens: dit bestand is niet te lezen")
        assert suspect.startswith(f"Let op: {bestand}:")
        assert verdwenen == f"Let op: {map_ / 'beleid-ivb.docx'} hoort er niet meer bij; het bestand is gebleven"
        assert gat == f"{map_ / 'beleid-nieuw.docx'}: zaak is niet compleet; vul het dossier aan of maak een concept:"
        assert wat.startswith("  - ")
        assert slot == "Niet alles is gemaakt; hierboven staat waarom."

    def test_two_of_one_name(self, run_ivb: Ivb, tmp_path: Path) -> None:
        opdracht = ["render", "alles", "a.yaml", "a.json", "--uit", "stukken"]
        assert run_ivb(*opdracht) == mislukt(
            "deze dossiers zouden dezelfde map krijgen: a.yaml, a.json; geef elk een eigen naam, "
            "ook zonder op hoofdletters te letten"
        )
        assert list_files(tmp_path) == []

    def test_a_bar_on_a_terminal_only(self, run_ivb: Ivb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        scherm = Scherm()
        with redirect_stderr(scherm):
            assert run_ivb("render", "alles", TWENTERAND, "--uit", tmp_path).code == 0
        assert "Dossiers" in scherm.getvalue()
        assert "1/1" in scherm.getvalue()

    def test_an_interruption_is_quiet_and_the_next_run_goes_on(
        self, run_ivb: Ivb, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        echt, gezien = Path.replace, []

        def replace(pad: Path, doel: Path) -> Path:
            gezien.append(doel)
            if len(gezien) == 3:
                raise KeyboardInterrupt
            return echt(pad, doel)

        monkeypatch.setattr(Path, "replace", replace)
        assert run_ivb("render", "alles", TWENTERAND, "--uit", "stukken") == (130, "", "")
        uit = run_ivb("render", "alles", TWENTERAND, "--uit", "stukken").uit
        assert uit.startswith("Gemaakt: 3. Al actueel: 2. Niet gemaakt: 0.")

    def test_two_at_once(self, run_ivb: Ivb, tmp_path: Path) -> None:
        with open_journaal(tmp_path / "stukken"):
            assert run_ivb("render", "alles", TWENTERAND, "--uit", "stukken") == mislukt(
                "stukken: hierin werkt nu een andere opdracht van ivb; wacht tot die klaar is of kies een andere map"
            )
        assert list_files(tmp_path) == ["stukken"]

    @pytest.mark.parametrize(("woorden", "wat"), [(["map"], "--uit"), (["--uit", "map"], "DOSSIER")])
    def test_what_is_missing(self, run_ivb: Ivb, woorden: list[str], wat: str) -> None:
        gebruik = "Gebruik: ivb render alles DOSSIER… --uit MAP [--peildatum DATUM] [--concept]"
        assert run_ivb("render", "alles", *woorden) == mislukt(f"{wat} ontbreekt of er staat niets achter", gebruik)


class TestTermijnen:
    """What the council was promised, when it is due, and whether it is there: in words, not in colour alone."""

    def test_on_a_day(self, run_ivb: Ivb) -> None:
        vandaag = datetime.date(2030, 1, 1)
        assert run_ivb("termijnen", TWENTERAND, "--peildatum", "2024-05-01", vandaag=vandaag) == gelukt(
            *TERMIJNEN.splitlines()
        )

    def test_today(self, run_ivb: Ivb) -> None:
        assert run_ivb("termijnen", TWENTERAND) == gelukt(*TERMIJNEN.splitlines())

    def test_too_late(self, run_ivb: Ivb) -> None:
        regels = run_ivb("termijnen", TWENTERAND, vandaag=datetime.date(2024, 12, 1)).uit.splitlines()
        rij = next(regel for regel in regels if regel.startswith("2024-H1"))
        assert "uiterlijk 30 november 2024     te laat     1 dag te laat" in rij

    def test_nothing_promised(self, run_ivb: Ivb, bestand: Path) -> None:
        assert run_ivb("termijnen", bestand) == gelukt("Uit dit dossier volgt nog geen rapportage aan de raad.")

    def test_several_promises(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(
            bestand,
            """\
toezeggingen:
  - id: per-jaar
    datum: 2023
    onderwerp: Elk jaar een verslag
    rapportageafspraak:
      ritme: jaarlijks
      vanaf: 2024
      tot_en_met: 2024
      vertraging: 120
  - id: per-half-jaar
    datum: 2023
    onderwerp: Elk half jaar een bericht
    rapportageafspraak:
      ritme: halfjaarlijks
      vanaf: 2024-H1
      tot_en_met: 2024-H1
""",
        )
        assert run_ivb("termijnen", bestand).uit == (
            """\
Rapportages aan de raad op 1 mei 2024:

Periode  Termijn                  Status      Geleverd  Rapportage  Bron
2024-H1  niet afgesproken         te leveren                        [1]
2024     uiterlijk 30 april 2025  te leveren                        [2]

Geen route naar de raad voor de rapportage over 2024: van 1 januari 2025 tot en met 30 april 2025 is geen \
raadsvergadering bekend; vul de kalender van de gemeente aan (vergaderingen of reeksen).

Bronnen:
[1] toezegging per-half-jaar, gedaan: 2023
[2] toezegging per-jaar, gedaan: 2023
"""
        )

    def test_other_promises_that_are_open(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(
            bestand,
            """\
toezeggingen:
  - id: zonder-termijn
    datum: maart 2024
    onderwerp: Uitleg over cameratoezicht
  - id: uitgevoerd
    datum: onbekend
    onderwerp: Evaluatie van de [jeugdboa]
    termijn: vóór de zomer van 2024
    statuslog:
      - {status: uitgevoerd, sinds: 2024-04-30}
      - {status: afgedaan, sinds: 2024-05-02}
      - {status: open, sinds: 2024-03-01}
  - id: op-een-dag
    datum: 2024-03-05
    onderwerp: Brief over de jaarwisseling
    termijn: 1 oktober 2024
  - id: afgedaan
    datum: maart 2024
    onderwerp: Al klaar
    statuslog:
      - {status: afgedaan, sinds: 2024-05-01}
  - id: afgevoerd
    datum: maart 2024
    onderwerp: Van de lijst
    statuslog:
      - {status: afgevoerd, sinds: 2024-04-01}
  - id: beantwoord
    datum: maart 2024
    onderwerp: Al beantwoord
    afdoeningen:
      - {sinds: 2024-05-01, omschrijving: raadsbrief}
  - id: later
    datum: 2024-05-02
    onderwerp: Nog niet gedaan
""",
        )
        assert (
            squeeze(run_ivb("termijnen", bestand).uit)
            == """\
Uit dit dossier volgt nog geen rapportage aan de raad.

Wat te laat is of eraan komt:

Wanneer | Wat | Status | Waarom | Bron
vóór de zomer van 2024, uiterlijk 30 juni 2024 | Toezegging uitgevoerd: Evaluatie van de [jeugdboa] | later | \
Toegezegd aan de raad: onbekend. Stand: uitgevoerd, sinds 30 april 2024. | [1][2]
1 oktober 2024 | Toezegging op-een-dag: Brief over de jaarwisseling | later | \
Toegezegd aan de raad: 5 maart 2024. | [3]
niet afgesproken | Toezegging zonder-termijn: Uitleg over cameratoezicht | zonder termijn | \
Toegezegd aan de raad: maart 2024. | [4]

Bronnen:
[1] toezegging uitgevoerd, gedaan: onbekend
[2] gewone grenzen van seizoenen en van de zomer, eigen afspraak van ivb
[3] toezegging op-een-dag, gedaan: 5 maart 2024
[4] toezegging zonder-termijn, gedaan: maart 2024
"""
        )

    def test_a_calendar_file(self, run_ivb: Ivb, tmp_path: Path) -> None:
        uit = run_ivb("termijnen", TWENTERAND, "--ics", "hier/termijnen.ics").uit
        assert uit.endswith(f"\nGemaakt: {tmp_path / 'hier' / 'termijnen.ics'}\nIn de agenda: 6.\n")
        inhoud = (tmp_path / "hier" / "termijnen.ics").read_bytes()
        assert inhoud == ivb.render_agenda(
            ivb.derive_agenda(ivb.voorbeeld(), peildatum=DAG),
            gemaakt=datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC),
            volgnummer=(DAG - datetime.date(2000, 1, 1)).days,
        )

    def test_what_is_not_in_the_calendar_file_is_told(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, "toezeggingen:\n  - {id: T, datum: maart 2024, onderwerp: Uitleg}\n")
        uit = run_ivb("termijnen", bestand, "--ics", "termijnen.ics").uit
        assert uit.endswith("In de agenda: 0. Zonder laatste dag, en dus niet in de agenda: 1.\n")

    def test_a_calendar_file_of_another_name(self, run_ivb: Ivb, tmp_path: Path) -> None:
        fout = "termijnen.txt: een agenda is een iCalendar-bestand; laat de naam eindigen op .ics"
        assert run_ivb("termijnen", TWENTERAND, "--ics", "termijnen.txt") == mislukt(fout)
        assert list_files(tmp_path) == []

    def test_something_suspicious_is_told_apart(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, "beleidsregels:\n  - id: bibob\n    naam: zaak #5\n")
        code, uit, fout = run_ivb("termijnen", bestand)
        assert (code, uit) == (0, "Uit dit dossier volgt nog geen rapportage aan de raad.\n")
        assert fout.startswith(f"Let op: {bestand}:9:")

    def test_everything_that_is_wrong_has_a_line_of_its_own(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, "beleidsregels:\n  - {id: bibob, naam: Bibob, herzienvoor: 2025, grondslag: [wet]}\n")
        code, uit, fout = run_ivb("termijnen", bestand)
        kop, *regels = fout.splitlines()
        assert (code, uit) == (2, "")
        assert kop == "2 fouten in het dossier:"
        assert regels[0].startswith(f"  {bestand}:8:")
        assert regels[0].endswith("bedoelt u herzien_voor?")
        assert regels[1].startswith(f"  {bestand}:8:")
        assert len(regels) == 2

    @pytest.mark.parametrize(
        ("argumenten", "fout"),
        [
            (["nergens"], "nergens: dit bestand is niet te lezen: het bestaat niet; controleer de naam en de map"),
            (
                [TWENTERAND, "--peildatum", "1-5-2024"],
                "'1-5-2024' is geen datum; schrijf jaar, maand en dag als 2024-05-01",
            ),
            ([TWENTERAND, "--peildatum", ""], "'' is geen datum; schrijf jaar, maand en dag als 2024-04-23"),
        ],
    )
    def test_what_cannot_be(self, run_ivb: Ivb, argumenten: list[str], fout: str) -> None:
        assert run_ivb("termijnen", *argumenten) == mislukt(fout)


class TestCheck:
    """``ivb check`` finds what is wrong with a dossier; only a fault that remains makes it end with 1."""

    ROOD = "voortgang:\n  - {actie: A1, sinds: 2024-03-01, voortgang: loopt, tijd: rood}\n"
    PLAN = """\
jaarplannen:
  - looptijd: 2024
    titel: Plan van 2024
    acties:
      - {id: A1, thema: t, titel: Schouw, trekker: wijkagent}
beleid:
  - {id: ivb, titel: Beleid, looptijd: 2024/2027, themas: [{id: t, naam: Wonen}]}
"""
    UIT = """\
  profiel:
    regelinstellingen:
      - {code: A3, ernst: info, reden: Dat doen wij zo.}
"""

    def test_nothing_is_wrong(self, run_ivb: Ivb, bestand: Path) -> None:
        assert run_ivb("check", bestand).code == 0

    def test_a_fault_on_its_line(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, self.PLAN + self.ROOD)
        code, uit, fout = run_ivb("check", bestand)
        assert (code, fout) == (1, "")
        assert uit.startswith(f"Controle van {bestand} op 1 mei 2024\n\n")
        assert (
            f"""\
fout: {bestand}:15:5 (voortgang[0])
  15 |   - {{actie: A1, sinds: 2024-03-01, voortgang: loopt, tijd: rood}}
     |     ^
  Actie A1 staat op 1 maart 2024 op rood, maar zonder oorzaak, gevolg en bijsturing; vul dat aan.
"""
            in uit
        )

    def test_on_an_earlier_day(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, self.PLAN + self.ROOD)
        code, uit, _ = run_ivb("check", bestand, "--peildatum", "2024-02-01")
        assert code == 0
        assert "op 1 februari 2024" in uit
        assert "A3" not in uit

    def test_a_fault_that_the_profile_made_less_is_none(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, self.UIT + self.PLAN + self.ROOD)
        code, uit, _ = run_ivb("check", bestand)
        assert code == 0
        assert f"info: {bestand}:18:5 (voortgang[0])" in uit

    @pytest.mark.parametrize("formaat", ["json", "sarif", "markdown"])
    def test_for_a_program_or_a_document(self, run_ivb: Ivb, tmp_path: Path, bestand: Path, formaat: str) -> None:
        write_meer(bestand, self.PLAN + self.ROOD)
        code, uit, fout = run_ivb("check", "dossier.yaml", "--formaat", formaat)
        lezing = ivb.read_dossier("dossier.yaml")
        gevonden = ivb.check(lezing.dossier, peildatum=DAG)
        verwacht = {
            "json": ivb.format_json(gevonden, lezing.plaatsen),
            "sarif": ivb.format_sarif(gevonden, lezing.plaatsen, map_=tmp_path),
            "markdown": ivb.format_markdown(lezing.dossier, gevonden, lezing.plaatsen, peildatum=DAG),
        }
        assert (code, uit, fout) == (1, strip_lines(verwacht[formaat]), "")

    def test_it_is_utf_8_whatever_the_stream(self, bestand: Path) -> None:
        write_meer(bestand, self.PLAN.replace("Schouw", "Schoüw ‘x’").replace(", trekker: wijkagent", ""))
        opdracht = [sys.executable, "-m", "ivb", "check", str(bestand), "--formaat", "json"]
        omgeving = os.environ | {"PYTHONIOENCODING": "ascii"}
        uit = subprocess.run(opdracht, capture_output=True, check=False, env=omgeving).stdout
        assert "Schoüw ‘x’" in uit.decode()
        assert b"\r" not in uit

    def test_into_a_stream_of_text(self, bestand: Path) -> None:
        stroom = io.StringIO()
        with redirect_stdout(stroom):
            assert run(["check", str(bestand), "--formaat", "json"], vandaag=DAG) == 0
        assert stroom.getvalue().startswith("[")

    def test_colours_on_a_terminal(self, run_ivb: Ivb, bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        write_meer(bestand, self.PLAN + self.ROOD)
        scherm = Scherm()
        with redirect_stdout(scherm):
            assert run_ivb("check", bestand).code == 1
        assert "\x1b[1;31mfout\x1b[0m: " in scherm.getvalue()

    def test_of_the_example_with_file_and_line(self, run_ivb: Ivb, tmp_path: Path) -> None:
        shutil.copytree(TWENTERAND, tmp_path / "twenterand")
        (tmp_path / "twenterand" / "eigen.yaml").write_text(self.ROOD, encoding="utf-8")
        lezing = ivb.read_dossier("twenterand")
        uit = run_ivb("check", "twenterand").uit
        for bevinding in ivb.check(lezing.dossier, peildatum=DAG):
            assert f"\n{bevinding.ernst}: {lezing.plaatsen.find(bevinding.pad)} (" in uit
        assert f"\nfout: {Path('twenterand', 'eigen.yaml')}:2:5 (voortgang[" in uit

    @pytest.mark.parametrize(
        ("argumenten", "fout"),
        [
            (["nergens"], "nergens: dit bestand is niet te lezen: het bestaat niet; controleer de naam en de map"),
            ([TWENTERAND, "--formaat", "csv"], "'csv' is geen formaat; wel: tekst, markdown, json, sarif"),
            (
                [TWENTERAND, "--peildatum", "1-5-2024"],
                "'1-5-2024' is geen datum; schrijf jaar, maand en dag als 2024-05-01",
            ),
        ],
    )
    def test_what_cannot_be(self, run_ivb: Ivb, argumenten: list[str], fout: str) -> None:
        assert run_ivb("check", *argumenten) == mislukt(fout)

    def test_what_is_suspicious_is_told_apart(self, run_ivb: Ivb, bestand: Path) -> None:
        write_meer(bestand, "beleidsregels:\n  - id: bibob\n    naam: zaak #5\n")
        afloop = run_ivb("check", bestand, "--formaat", "json")
        assert afloop.fout.startswith(f"Let op: {bestand}:9:")


class TestRegels:
    """The rules are listed by area, and each tells all about itself."""

    def test_all_by_area(self, run_ivb: Ivb) -> None:
        code, uit, fout = run_ivb("regels")
        assert (code, fout) == (0, "")
        assert "Acties\n\nCode  Ernst         Wat er mis is\nA1    waarschuwing  Actie zonder trekker\n" in uit
        rijen = [tuple(re.split(" {2,}", regel)) for regel in uit.splitlines()]
        assert {(regel.code, str(regel.ernst), regel.titel) for regel in ivb.REGELS} <= set(rijen)
        assert uit.endswith("\nAlles over een regel: ivb regel CODE\n")

    @pytest.mark.parametrize("code", [regel.code for regel in ivb.REGELS])
    def test_one(self, run_ivb: Ivb, code: str) -> None:
        afloop = run_ivb("regel", code.lower())
        assert (afloop.code, afloop.fout) == (0, "")
        assert afloop.uit.startswith(f"{code} {ivb.find_regel(code).titel}\n\n  Ernst: ")

    def test_one_that_is_not_there(self, run_ivb: Ivb) -> None:
        code, uit, fout = run_ivb("regel", "A11")
        assert (code, uit) == (2, "")
        assert fout.startswith("er is geen regel 'A11'; bedoelt u A1, ")

    def test_without_a_code(self, run_ivb: Ivb) -> None:
        assert run_ivb("regel") == mislukt("CODE ontbreekt of er staat niets achter", "Gebruik: ivb regel CODE")


class TestAudit:
    """``ivb audit`` tells of any Word file what stands in the way of its readers; finding something is no failure."""

    def test_the_letter_has_nothing(self, run_ivb: Ivb) -> None:
        run_ivb("demo")
        assert run_ivb("audit", "raadsbrief.docx") == gelukt(
            "raadsbrief.docx: niets gevonden",
            "",
            "Of de tekst duidelijk is en een beschrijving klopt bij haar afbeelding, ziet alleen een mens.",
        )

    def test_findings_with_their_sources(self, run_ivb: Ivb, tmp_path: Path) -> None:
        document = docx.Document()
        document.core_properties.title = "Stand van zaken"
        document.core_properties.language = "en-US"
        document.add_heading("Onderwerp", 1)
        document.add_paragraph()
        document.add_paragraph("- de notitie")
        document.add_heading("", 1)
        document.save(str(tmp_path / "stuk.docx"))
        afloop = run_ivb("audit", "stuk.docx")
        assert afloop == gelukt(
            "stuk.docx: 1 fout, 2 waarschuwingen",
            "",
            "waarschuwing: hoofdtekst, alinea 2 (na ‘Onderwerp’)",
            "  hier staat een lege alinea, en een schermlezer leest die voor; "
            "haal haar weg en stel de witruimte in bij Alinea > Afstand [1] (alinea-leeg)",
            "",
            "waarschuwing: hoofdtekst, alinea 3 (‘- de notitie’)",
            "  het teken of nummer van deze lijst is met de hand getypt; "
            "haal het weg en kies de stijl Lijstopsomteken of Lijstnummering [1] (lijst-getypt)",
            "",
            "fout: hoofdtekst, alinea 4 (na ‘- de notitie’)",
            "  deze kop heeft geen tekst; vul hem in of haal de lege alinea weg [2] (kop-leeg, regel W2)",
            "",
            "Bronnen:",
            "[1] EN 301 549, 10.1.3.1 (WCAG 2.1, criterium 1.3.1) <https://www.w3.org/TR/WCAG21/#info-and-relationships>",
            "[2] EN 301 549, 10.2.4.6 (WCAG 2.1, criterium 2.4.6) <https://www.w3.org/TR/WCAG21/#headings-and-labels>",
            "",
            "Of de tekst duidelijk is en een beschrijving klopt bij haar afbeelding, ziet alleen een mens.",
        )

    def test_a_count_in_words(self, run_ivb: Ivb, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_heading("", 1)
        document.save(str(tmp_path / "stuk.docx"))
        assert run_ivb("audit", "stuk.docx").uit.startswith("stuk.docx: 2 fouten, 1 waarschuwing\n")

    @pytest.mark.parametrize(
        ("inhoud", "fout"),
        [
            (None, "stuk.docx: dit bestand is niet te lezen: het bestaat niet; controleer de naam en de map"),
            (b"%PDF-1.7", "stuk.docx: dit is geen Word-bestand; nodig is een .docx"),
        ],
    )
    def test_what_cannot_be_read(self, run_ivb: Ivb, tmp_path: Path, inhoud: bytes | None, fout: str) -> None:
        if inhoud:
            (tmp_path / "stuk.docx").write_bytes(inhoud)
        assert run_ivb("audit", "stuk.docx") == mislukt(fout)


@attrs.frozen(kw_only=True)
class Memo(Weergave):
    """A view for the tests."""

    titel: Annotated[str, Veld("hoe de memo heet", moet=True)]


@attrs.frozen(kw_only=True)
class Verslag(Weergave):
    """Another."""

    dag: Annotated[str, Veld("de dag")]


class TestAuditSjabloon:
    """``ivb sjabloon audit`` tells what is wrong with a template, and for which document it was held to be."""

    @pytest.fixture(autouse=True)
    def _documenten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        weergaven: dict[str, type[Weergave]] = {"memo": Memo, "verslag": Verslag}
        for module in ("contract.audit", "stukken.weergaven"):
            monkeypatch.setattr(f"ivb.documents.{module}.WEERGAVEN", weergaven)

    def test_findings_with_their_sources(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / "eigen.docx").write_bytes(maak_sjabloon("{{ titel }}", "Zie {{ tittel }}", "{% tr if titel %}"))
        assert run_ivb("sjabloon", "audit", "eigen.docx", "--document", "memo") == gelukt(
            "eigen.docx, als sjabloon voor: memo: 3 fouten, 0 waarschuwingen",
            "",
            "fout: hoofdtekst, alinea 2 (‘Zie {{ tittel }}’)",
            "  het veld ‘tittel’ bestaat niet; bedoelde u ‘titel’? [1] (veld-onbekend)",
            "",
            "fout: hoofdtekst, alinea 3 (‘{% tr if titel %}’)",
            "  in ‘{% tr if titel %}’ staat een spatie te veel; schrijf {%tr … [2] (tag-spatie)",
            "",
            "fout: hoofdtekst, alinea 3 (‘{% tr if titel %}’)",
            "  ‘{% tr if titel %}’ is niet afgesloten met {% endif %} [3] (tag-niet-gesloten)",
            "",
            "Bronnen:",
            "[1] ivb, Een eigen huisstijl, de velden van het document",
            "[2] docxtpl, Jinja2-like syntax <https://docxtpl.readthedocs.io>",
            "[3] Jinja, Template Designer Documentation <https://jinja.palletsprojects.com/templates/>",
            "",
            "Of de vaste tekst klopt en het stuk er goed uitziet, ziet alleen een mens.",
        )

    def test_the_document_is_guessed(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / "eigen.docx").write_bytes(maak_sjabloon("{{ titel }}"))
        assert run_ivb("sjabloon", "audit", "eigen.docx") == gelukt(
            "eigen.docx, als sjabloon voor: memo: niets gevonden",
            "",
            "Of de vaste tekst klopt en het stuk er goed uitziet, ziet alleen een mens.",
        )

    def test_what_cannot_be_audited(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / "eigen.docx").write_bytes(maak_sjabloon("niets"))
        (tmp_path / "tekst.docx").write_bytes(b"tekst")
        for woorden, melding in (
            (["eigen.docx"], "het sjabloon kan voor meer dan een document zijn (memo of verslag); kies er een met"),
            (["eigen.docx", "--document", "nota"], "'nota' is geen document van ivb; wel: memo, verslag"),
            (["tekst.docx"], "tekst.docx: dit is geen Word-bestand; nodig is een .docx"),
            (["weg.docx"], "weg.docx: dit bestand is niet te lezen: het bestaat niet"),
        ):
            afloop = run_ivb("sjabloon", "audit", *woorden)
            assert (afloop.code, afloop.uit) == (2, "")
            assert afloop.fout.startswith(melding)


class TestNieuw:
    """``ivb nieuw`` begins a dossier to fill in, and never touches what somebody has."""

    def test_a_new_folder(self, run_ivb: Ivb, tmp_path: Path) -> None:
        assert run_ivb("nieuw", "mijn gemeente") == gelukt(
            f"Uw dossier staat in {tmp_path / 'mijn gemeente'}",
            "Begin met dossier.yaml: open het in een teksteditor; bovenaan staat hoe u de bestanden invult.",
            "Met 'ivb termijnen' en de naam van de map ziet u of alles klopt en wat eruit volgt.",
        )
        sources = {pad.name: pad.read_bytes() for pad in voorbeeldmap().with_name("nieuw").glob("*.yaml")}
        sources[SCHEMANAAM] = schemapad("yaml").read_bytes()
        assert {pad.name: pad.read_bytes() for pad in (tmp_path / "mijn gemeente").iterdir()} == sources
        assert "dossier.yaml" in sources

    def test_what_it_makes_is_a_dossier(self, run_ivb: Ivb) -> None:
        run_ivb("nieuw", "mijn")
        assert run_ivb("termijnen", "mijn").code == 0
        assert run_ivb("render", "raadsbrief", "mijn", "--periode", "2026-H1").code == 0

    def test_a_folder_with_hidden_files_only(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        assert run_ivb("nieuw", ".").code == 0

    def test_a_folder_with_files(self, run_ivb: Ivb, tmp_path: Path) -> None:
        (tmp_path / "brief.docx").touch()
        fout = f"{tmp_path}: in deze map staan al bestanden; kies een nieuwe of een lege map"
        assert run_ivb("nieuw", tmp_path) == mislukt(fout)
        assert list_files(tmp_path) == ["brief.docx"]

    def test_a_file_in_its_place(self, run_ivb: Ivb, bestand: Path) -> None:
        fout = f"{bestand}: hier hoort een map, maar er staat een bestand"
        assert run_ivb("nieuw", bestand) == mislukt(fout)
        assert bestand.read_text(encoding="utf-8") == DOSSIER


class TestUsageErrors:
    """A command that is written wrongly is told in Dutch what is wrong and how it is written, with exit code 2."""

    @pytest.mark.parametrize(
        ("words", "fout"),
        [
            (
                "rendr",
                (
                    "'rendr' bestaat niet; u kunt kiezen uit: audit, check, demo, herkomst, nieuw, regel, regels, "
                    "render, schema, sjabloon, termijnen\nGebruik: ivb OPDRACHT"
                ),
            ),
            (
                "render brief",
                f"'brief' bestaat niet; u kunt kiezen uit: {', '.join(DOCUMENTEN)}\nGebruik: ivb render DOCUMENT",
            ),
            ("demo --naar x", "de optie --naar bestaat hier niet\nGebruik: ivb demo [--uit MAP]"),
            ("demo --naar=x", "de optie --naar bestaat hier niet\nGebruik: ivb demo [--uit MAP]"),
            ("demo x", "'x' is te veel\nGebruik: ivb demo [--uit MAP]"),
            ("nieuw", "MAP ontbreekt of er staat niets achter\nGebruik: ivb nieuw MAP"),
            ("demo --uit", "--uit ontbreekt of er staat niets achter\nGebruik: ivb demo [--uit MAP]"),
            ("demo --uit a --uit b", "--uit staat er meer dan een keer\nGebruik: ivb demo [--uit MAP]"),
            (
                "render raadsbrief map",
                f"--periode ontbreekt of er staat niets achter\nGebruik: {RAADSBRIEF}",
            ),
        ],
    )
    def test_is_told(self, run_ivb: Ivb, words: str, fout: str) -> None:
        assert run_ivb(*words.split()) == mislukt(fout)

    def test_anything_else_is_told_with_the_usage(self, run_ivb: Ivb, monkeypatch: pytest.MonkeyPatch) -> None:
        def parse_args(*_: object, **__: object) -> None:
            raise CycloptsError(msg="-ab")

        monkeypatch.setattr(App, "parse_args", parse_args)
        assert run_ivb("-ab") == mislukt("deze opdracht is niet te lezen: -ab", "Gebruik: ivb OPDRACHT")


class TestSystemErrors:
    """What the system refuses is told in one line; an interruption is quiet."""

    @pytest.mark.parametrize(
        ("fout", "tekst"),
        [
            (PermissionError(13, "Permission denied", "x"), "x: u mag hier niet lezen of schrijven"),
            (NotADirectoryError(20, "Not a directory", "x"), "x: hier hoort een map, maar er staat een bestand"),
            (OSError(28, "No space left", "x"), "x: lezen of schrijven lukt niet (No space left)"),
            (OSError(28, "No space left"), "de uitvoer: lezen of schrijven lukt niet (No space left)"),
        ],
    )
    def test_is_told(self, run_ivb: Ivb, monkeypatch: pytest.MonkeyPatch, fout: OSError, tekst: str) -> None:
        def mkdir(*_: object, **__: object) -> None:
            raise fout

        monkeypatch.setattr(Path, "mkdir", mkdir)
        assert run_ivb("nieuw", "x") == mislukt(tekst)

    def test_an_interruption_is_quiet(self, run_ivb: Ivb, monkeypatch: pytest.MonkeyPatch) -> None:
        def write_bestanden(_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(cli, "write_bestanden", write_bestanden)
        assert run_ivb("demo") == (130, "", "")


class Scherm(io.StringIO):
    """A terminal that shows colours."""

    def isatty(self) -> bool:
        return True


class TestStreams:
    """What is printed suits where it goes: colours and wrapping on a terminal, neither in a file or a pipe."""

    def test_a_terminal_is_wrapped_and_coloured(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.delenv("NO_COLOR", raising=False)
        scherm = Scherm()
        with redirect_stdout(scherm):
            assert run(["termijnen", TWENTERAND], vandaag=DAG) == 0
        assert "\x1b[32mgeleverd" in scherm.getvalue()
        assert "stand-van-zaken-2023" in scherm.getvalue()
        assert "najaar van 2024, uiterlijk 30 november 2024" not in scherm.getvalue()

    def test_a_pipe_gets_whole_lines_without_colour(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        pijp, fout = io.StringIO(), io.StringIO()
        with redirect_stdout(pijp), redirect_stderr(fout):
            assert run(["termijnen", TWENTERAND], vandaag=DAG) == 0
        assert "najaar van 2024, uiterlijk 30 november 2024" in pijp.getvalue()
        assert "\x1b" not in pijp.getvalue()

    def test_a_code_page_without_the_character(self) -> None:
        result = subprocess.run(
            [sys.executable, "-m", "ivb", "termijnen", TWENTERAND],
            env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            capture_output=True,
            check=True,
        )
        assert b"v??r de zomer van 2025" in result.stdout
        assert result.stderr == b""


class TestClock:
    """Only here is the clock read, and only when nobody says what day it is."""

    def test_today_is_the_day_of_the_clock(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clock = SimpleNamespace(date=SimpleNamespace(today=lambda: DAG))
        monkeypatch.setattr(cli, "datetime", clock)
        monkeypatch.setattr(sys, "argv", ["ivb", "termijnen", TWENTERAND])
        assert run() == 0
        assert "Rapportages aan de raad op 1 mei 2024" in capsys.readouterr().out
