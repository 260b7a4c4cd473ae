"""The command ``ivb``: parse, call, print; nothing else in the package reads the clock.

The docstrings of the commands are the Dutch help. What goes wrong is told on standard error, in Dutch and without a
traceback, and gives exit code 2.
"""

import datetime
import io
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

from cyclopts import (
    App,
    CycloptsError,
    MissingArgumentError,
    Parameter,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)
from cyclopts.help import HelpPanel
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

import ivb
from ivb.dates import Date, format_dagen, format_datum, parse_datum, parse_periode, to_date
from ivb.errors import BestandError, IvbError
from ivb.files.loading import Lezing
from ivb.files.saving import write_bestanden
from ivb.files.schema import SCHEMANAAM, schemapad
from ivb.files.voorbeelden import voorbeeldmap
from ivb.verslag.gebieden import group_regels
from ivb.verslag.tekst import iter_regeltekst, iter_tekst

if TYPE_CHECKING:
    from ivb.documents.documentenmap import Uitslag

LEESBREEDTE = 100
ZONDER_TERMINAL = 1000  # wide enough that nothing in a table is broken off
KLEUREN = {
    "geleverd": "green",
    "te leveren": "yellow",
    "te laat": "bold red",
    "onbekend": "dim",
    "binnenkort": "yellow",
    "vervallen": "dim",
    "fout": "bold red",
    "waarschuwing": "yellow",
    "info": "cyan",
    "kop": "bold",
    "bestandsregel": "dim",
}
FORMATEN = ("tekst", "markdown", "json", "sarif")
VELDUITLEG = """\
Zo typt u een veld:

tekst              {{ titel }}, ook midden in een zin, en in een kop- of voettekst
opgemaakte tekst   {{p inleiding }}, in een alinea voor zich
ja of nee          {%p if concept %}, en na wat er dan moet staan {%p endif %}
lijst              {%p for deel in secties %}, en na wat er van elk moet staan {%p endfor %}; daarin {{ deel.kop }}
groep              {{ actie.tijd.tekst }}

Wat moet, mag in een sjabloon niet ontbreken: zonder dat zegt het stuk niet alles."""
OPTIES = "[--concept] [--sjabloon BESTAND] [--met-gegevens] [--uit BESTAND]"
EERSTE_DAG = Date(2000, 1, 1)  # from which the versions of a calendar are numbered


class Terminal(NamedTuple):
    """What a command gets from outside.

    Attributes:
        vandaag: the day on which it runs.
        uit: where it prints its answer.
        fout: where it prints what is wrong or suspicious.
    """

    vandaag: Date
    uit: Console
    fout: Console

    def print(self, tekst: str) -> None:
        """Print a text as it is; a path is not broken off."""
        self.uit.print(tekst, soft_wrap=True)


class DutchHelp:
    """Prints the help in Dutch; the formatters of cyclopts know English only."""

    def render_usage(self, console: Console, _options: ConsoleOptions, gebruik: object) -> None:
        """Print how a command is written."""
        console.print(f"Gebruik: {str(gebruik).strip()}\n", style="bold", soft_wrap=True)

    def render_description(self, console: Console, options: ConsoleOptions, uitleg: RenderableType) -> None:
        """Print what a command does."""
        console.print(uitleg, width=min(options.max_width, LEESBREEDTE))

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Print commands, arguments or options, each with what it is for."""
        if not panel.entries:
            return
        rooster = Table.grid(padding=(0, 2))
        for deel in panel.entries:
            rooster.add_row(Text(", ".join(deel.display_labels_with_metavar), no_wrap=True), deel.description)
        console.print(f"{panel.title}:", style="bold")
        console.print(Padding(rooster, (0, 0, 1, 2), expand=False), width=min(options.max_width, LEESBREEDTE))


Bron = Annotated[Path, Parameter(help="Het dossier: een bestand (YAML of JSON) of een map met YAML-bestanden.")]
Buiten = Annotated[Terminal, Parameter(parse=False)]
Over = Annotated[
    str,
    Parameter(
        help="Waarover het gaat: 2024, 2024-H1 (halfjaar), 2024-T1 (tertaal), 2024-K1 (kwartaal) of 2024-05.",
        metavar="PERIODE",
    ),
]
Peildatum = Annotated[
    str | None,
    Parameter(help="De dag waarop u het wilt weten, als 2024-04-23; anders vandaag.", metavar="DATUM"),
]
Concept = Annotated[
    bool,
    Parameter(help="Maak een concept: wat nog ontbreekt, staat er zichtbaar in.", negative=()),
]
Gegevens = Annotated[
    bool,
    Parameter(help="Zet ook de openbare gegevens in het Word-bestand; zie ivb herkomst.", negative=()),
]
Sjabloon = Annotated[
    Path | None,
    Parameter(help="Een Word-sjabloon in uw huisstijl; anders dat van ivb.", metavar="BESTAND"),
]


Stuk = Annotated[
    str, Parameter(name="document", help="Welk stuk: beleid, jaarplan, notitie, raadsbrief of toezeggingenlijst.")
]
Nieuw = Annotated[Path, Parameter(name="bestand", help="Hoe het sjabloon gaat heten, op .docx.")]


def _maak_uit(naam: str) -> Parameter:
    """Describe the option that names a document; without it, it is called so."""
    return Parameter(help=f"Hoe het stuk heet, op .docx of .pdf; anders {naam} in de huidige map.", metavar="BESTAND")


app = App(
    name="ivb",
    help="Het integraal veiligheidsbeleid van een gemeente: van dossier tot raadsbrief.",
    usage="ivb OPDRACHT",
    version=partial(version, "ivb"),
    help_format="plaintext",
    help_formatter=DutchHelp(),
    group_commands="Opdrachten",
    group_arguments="Argumenten",
    group_parameters="Opties",
)
app["--help"].help = "Toon deze hulp; ook achter een opdracht."
app["--version"].help = "Toon de versie."
render = App(name="render", help="Maak een document uit een dossier.", usage="ivb render DOCUMENT")
app.command(render)
sjablonen = App(name="sjabloon", help="Maak en controleer een sjabloon in uw huisstijl.", usage="ivb sjabloon OPDRACHT")
app.command(sjablonen)


@app.command(usage="ivb demo [--uit MAP]")
def demo(
    *,
    uit: Annotated[Path, Parameter(help="Waar de brief komt; anders in de huidige map.", metavar="MAP")] = Path(),
    terminal: Buiten,
) -> None:
    """Maak de raadsbrief van het voorbeeld en toon wat er nog te leveren is.

    De brief heet raadsbrief.docx. Een bestand dat al zo heet, wordt vervangen.
    """
    dossier = _read_dossier(voorbeeldmap(), terminal)
    brief = dossier.raadsbrieven[0]
    doel = uit / "raadsbrief.docx"
    _write_bestanden({doel: ivb.render_raadsbrief(dossier, brief)})
    terminal.print(f"De raadsbrief van {dossier.gemeente.naam} staat in {doel.resolve()}")
    terminal.print(f"Hij komt uit het voorbeelddossier in {voorbeeldmap()}")
    terminal.print(f"Dat houdt op bij deze brief, van {format_datum(brief.datum)}: wat later kwam, staat er niet in.\n")
    _print_termijnen(dossier, ivb.derive_agenda(dossier, peildatum=terminal.vandaag), terminal)


@render.command(usage=f"ivb render raadsbrief DOSSIER --periode PERIODE {OPTIES}")
def raadsbrief(
    dossier: Bron,
    /,
    *,
    periode: Over,
    concept: Concept = False,
    sjabloon: Sjabloon = None,
    met_gegevens: Gegevens = False,
    uit: Annotated[Path | None, _maak_uit("raadsbrief-PERIODE.docx")] = None,
    terminal: Buiten,
) -> None:
    """Maak de raadsbrief over een periode als Word-bestand of als PDF.

    Staat de brief al in het dossier, dan komt hij eruit zoals hij is verstuurd.
    Anders stelt ivb een nieuwe brief op, met de datum van vandaag.
    Een bestand dat al zo heet, wordt vervangen. Voor een PDF is LibreOffice nodig.
    """
    over = parse_periode(periode)
    doel = _find_doel(uit, f"raadsbrief-{over}", sjabloon, met_gegevens=met_gegevens)
    gelezen = _read_dossier(dossier, terminal)
    bewaard = gelezen.find_raadsbrief(over)
    brief = bewaard or ivb.compose_raadsbrief(gelezen, over, datum=terminal.vandaag)
    document = ivb.render_raadsbrief(gelezen, brief, concept=concept, sjabloon=sjabloon, met_gegevens=met_gegevens)
    _write_document(doel, document)
    if bewaard:
        terminal.print(f"De brief over {over} staat in het dossier, met de datum {format_datum(brief.datum)}.")
    else:
        terminal.print(f"Een brief over {over} staat niet in het dossier: deze is nieuw, met de datum van vandaag.")
        for bijlage in brief.bijlagen:
            if bijlage.document is None:
                terminal.print(f"Let op: de brief kondigt een stuk aan dat niet in het dossier staat: {bijlage.titel}")
    terminal.print(f"Gemaakt: {doel.resolve()}")


@render.command(usage=f"ivb render notitie DOSSIER --periode PERIODE {OPTIES}")
def notitie(
    dossier: Bron,
    /,
    *,
    periode: Over,
    concept: Concept = False,
    sjabloon: Sjabloon = None,
    met_gegevens: Gegevens = False,
    uit: Annotated[Path | None, _maak_uit("notitie-PERIODE.docx")] = None,
    terminal: Buiten,
) -> None:
    """Maak de notitie over de stand van zaken als Word-bestand of als PDF.

    Per thema: de ontwikkelingen, de voortgang van de acties van het jaarplan, de indicatoren en de vooruitblik.
    Staat er een rapportage over de periode in het dossier, dan zijn de teksten en de dagen die van haar.
    Heeft zij geen datum, dan krijgt de notitie die van vandaag.
    Een bestand dat al zo heet, wordt vervangen.
    """
    over = parse_periode(periode)
    doel = _find_doel(uit, f"notitie-{over}", sjabloon, met_gegevens=met_gegevens)
    gelezen = _read_dossier(dossier, terminal)
    stuk = ivb.render_notitie(
        gelezen, over, datum=terminal.vandaag, concept=concept, sjabloon=sjabloon, met_gegevens=met_gegevens
    )
    _write_document(doel, stuk)
    terminal.print(f"Gemaakt: {doel.resolve()}")


@render.command(usage=f"ivb render jaarplan DOSSIER --jaar JAAR {OPTIES}")
def jaarplan(
    dossier: Bron,
    /,
    *,
    jaar: Annotated[str, Parameter(help="Het jaar waarvoor het plan geldt.", metavar="JAAR")],
    concept: Concept = False,
    sjabloon: Sjabloon = None,
    met_gegevens: Gegevens = False,
    uit: Annotated[Path | None, _maak_uit("jaarplan-JAAR.docx")] = None,
    terminal: Buiten,
) -> None:
    """Maak het jaarplan als Word-bestand of als PDF.

    Per thema: de doelen, de ambities en de acties. Daarna de verplichtingen, en wat er nodig en beschikbaar is.
    Een bestand dat al zo heet, wordt vervangen.
    """
    over = parse_periode(jaar)
    doel = _find_doel(uit, f"jaarplan-{over}", sjabloon, met_gegevens=met_gegevens)
    gelezen = _read_dossier(dossier, terminal)
    plan = gelezen.find_jaarplan(over)
    if plan is None:
        raise BestandError(
            f"{dossier}: er is geen jaarplan dat aan het eind van {over} geldt; vul het in of kies een ander jaar"
        )
    _write_document(
        doel, ivb.render_jaarplan(gelezen, plan, concept=concept, sjabloon=sjabloon, met_gegevens=met_gegevens)
    )
    terminal.print(f"Gemaakt: {doel.resolve()}")


@render.command(usage=f"ivb render beleid DOSSIER [--jaar JAAR] {OPTIES}")
def beleid(
    dossier: Bron,
    /,
    *,
    jaar: Annotated[
        str | None, Parameter(help="Een jaar waarin het beleid geldt; anders dit jaar.", metavar="JAAR")
    ] = None,
    concept: Concept = False,
    sjabloon: Sjabloon = None,
    met_gegevens: Gegevens = False,
    uit: Annotated[Path | None, _maak_uit("beleid-JAAR.docx")] = None,
    terminal: Buiten,
) -> None:
    """Maak het veiligheidsbeleid als Word-bestand of als PDF.

    Per thema: de prioriteit, de landelijke velden en de doelen, met indicator, nulmeting en streefwaarden.
    Een bestand dat al zo heet, wordt vervangen.
    """
    over = parse_periode(jaar or str(terminal.vandaag.year))
    doel = _find_doel(uit, f"beleid-{over}", sjabloon, met_gegevens=met_gegevens)
    gelezen = _read_dossier(dossier, terminal)
    geldend = gelezen.find_beleid(over)
    if geldend is None:
        raise BestandError(
            f"{dossier}: er is geen beleid dat aan het eind van {over} geldt; geef een ander jaar met --jaar"
        )
    _write_document(
        doel, ivb.render_beleid(gelezen, geldend, concept=concept, sjabloon=sjabloon, met_gegevens=met_gegevens)
    )
    terminal.print(f"Gemaakt: {doel.resolve()}")


@render.command(usage=f"ivb render toezeggingenlijst DOSSIER [--peildatum DATUM] {OPTIES}")
def toezeggingenlijst(
    dossier: Bron,
    /,
    *,
    peildatum: Peildatum = None,
    concept: Concept = False,
    sjabloon: Sjabloon = None,
    met_gegevens: Gegevens = False,
    uit: Annotated[Path | None, _maak_uit("toezeggingenlijst-DATUM.docx")] = None,
    terminal: Buiten,
) -> None:
    """Maak de lijst van toezeggingen aan de raad als Word-bestand of als PDF.

    Eerst wat open is, dan wat is afgehandeld, zoals het op die dag was.
    Een bestand dat al zo heet, wordt vervangen.
    """
    dag = terminal.vandaag if peildatum is None else parse_datum(peildatum)
    doel = _find_doel(uit, f"toezeggingenlijst-{dag}", sjabloon, met_gegevens=met_gegevens)
    gelezen = _read_dossier(dossier, terminal)
    stuk = ivb.render_toezeggingenlijst(
        gelezen, peildatum=dag, concept=concept, sjabloon=sjabloon, met_gegevens=met_gegevens
    )
    _write_document(doel, stuk)
    terminal.print(f"Gemaakt: {doel.resolve()}")


@sjablonen.command(name="audit", usage="ivb sjabloon audit BESTAND [--document NAAM]")
def audit_sjabloon(
    bestand: Annotated[Path, Parameter(help="Een Word-sjabloon (.docx) in uw huisstijl.")],
    /,
    *,
    document: Annotated[
        str | None,
        Parameter(help="Voor welk document het is, zoals raadsbrief; anders ziet ivb dat zelf.", metavar="NAAM"),
    ] = None,
    terminal: Buiten,
) -> None:
    """Controleer of een sjabloon past bij het document waarvoor het is.

    U leest welke velden het document niet heeft, welke verkeerd zijn gebruikt en welke ontbreken terwijl de lezer ze
    moet weten, en welke tags niet te lezen zijn; alles in één keer, met de plaats.
    Wat er ook gevonden wordt, het afsluitgetal is 0; van een bestand dat niet te lezen is, is het 2.
    """
    from ivb.documents.contract.audit import audit_gekozen  # noqa: PLC0415  slow to load, and the help is not

    gekozen, bevindingen = audit_gekozen(bestand, document)
    _print_bevindingen(f"{bestand}, als sjabloon voor: {gekozen}", bevindingen, terminal)
    terminal.print("\nOf de vaste tekst klopt en het stuk er goed uitziet, ziet alleen een mens.")


@render.command(usage="ivb render alles DOSSIER… --uit MAP [--peildatum DATUM] [--concept]")
def alles(
    dossier: Annotated[
        list[Path],
        Parameter(
            help="Een of meer dossiers, elk een bestand of een map met YAML-bestanden.", negative=(), json_list=False
        ),
    ],
    /,
    *,
    uit: Annotated[Path, Parameter(help="De map voor de stukken; elk dossier krijgt daarin een map.", metavar="MAP")],
    peildatum: Annotated[
        str | None,
        Parameter(
            help="De dag van de toezeggingenlijst en van een notitie zonder datum; anders vandaag.", metavar="DATUM"
        ),
    ] = None,
    concept: Concept = False,
    terminal: Buiten,
) -> None:
    """Maak alle stukken van een of meer dossiers als Word-bestanden, in het sjabloon van ivb.

    Dat zijn elk beleid, elk jaarplan, een notitie bij elke rapportage, elke raadsbrief en de toezeggingenlijst.
    Wat al actueel is, wordt niet opnieuw gemaakt; een onderbroken opdracht gaat verder waar zij was.
    Een bestand dat u hebt gewijzigd, wordt niet vervangen. Lukt een stuk niet, dan gaan de andere door.
    """
    from ivb.documents.documentenmap import render_documentenmap  # noqa: PLC0415  only here all of Word is needed

    dag = terminal.vandaag if peildatum is None else parse_datum(peildatum)
    uitslagen = render_documentenmap(dossier, uit, peildatum=dag, concept=concept)
    with closing(uitslagen), _open_voortgang(terminal) as voortgang:
        gedaan = [_print_uitslag(een, terminal) for een in voortgang.track(uitslagen, len(dossier))]
    gemaakt, actueel, mislukt = map(sum, zip(*gedaan, strict=True))
    terminal.print(f"Gemaakt: {gemaakt}. Al actueel: {actueel}. Niet gemaakt: {mislukt}.")
    terminal.print(f"De stukken staan in {uit.resolve()}")
    if mislukt:
        raise IvbError("Niet alles is gemaakt; hierboven staat waarom.")


@app.command(usage="ivb termijnen DOSSIER [--peildatum DATUM] [--ics BESTAND]")
def termijnen(
    dossier: Bron,
    /,
    *,
    peildatum: Peildatum = None,
    ics: Annotated[
        Path | None,
        Parameter(help="Schrijf ook een agendabestand (.ics), om in Outlook te openen.", metavar="BESTAND"),
    ] = None,
    terminal: Buiten,
) -> None:
    """Toon wat de raad te goed heeft, wat te laat is of eraan komt, en waarom.

    Met --ics komt wat een laatste dag heeft ook in een agendabestand. Een bestand dat al zo heet, wordt vervangen.
    """
    dag = terminal.vandaag if peildatum is None else parse_datum(peildatum)
    if ics and ics.suffix.lower() != ".ics":
        bericht = f"{ics}: een agenda is een iCalendar-bestand; laat de naam eindigen op .ics"
        raise BestandError(bericht)
    gelezen = _read_dossier(dossier, terminal)
    agenda = ivb.derive_agenda(gelezen, peildatum=dag, bekend_op=max(dag, terminal.vandaag))
    if ics:
        _write_bestanden({ics: _render_agenda(agenda, terminal.vandaag)})
    _print_termijnen(gelezen, agenda, terminal)
    if ics:
        zonder = sum(punt.laatst is None for punt in agenda.punten)
        rest = f" Zonder laatste dag, en dus niet in de agenda: {zonder}." if zonder else ""
        terminal.print(f"\nGemaakt: {ics.resolve()}\nIn de agenda: {len(agenda.punten) - zonder}.{rest}")


@app.command(usage="ivb check DOSSIER [--peildatum DATUM] [--formaat FORMAAT]")
def check(
    dossier: Bron,
    /,
    *,
    peildatum: Peildatum = None,
    formaat: Annotated[
        str,
        Parameter(
            help="tekst, markdown (een werkdocument), json of sarif (voor een site die code bewaart).",
            metavar="FORMAAT",
        ),
    ] = "tekst",
    terminal: Buiten,
) -> int:
    """Controleer een dossier op tegenspraak, op wat ontbreekt en op wat niet mag.

    Van elke bevinding staat er waar zij is, wat er mis is, hoe u het herstelt, waarom het telt en wie dat zegt.
    Wat u in het profiel hebt uitgezet of tijdelijk hebt aanvaard, staat er niet bij; zie ivb regels.
    Blijft er een fout over, dan is het afsluitgetal 1; van een dossier dat niet te lezen is, is het 2.
    """
    dag = terminal.vandaag if peildatum is None else parse_datum(peildatum)
    if formaat not in FORMATEN:
        raise IvbError(f"{formaat!r} is geen formaat; wel: {', '.join(FORMATEN)}")
    lezing = _read_lezing(dossier, terminal)
    gevonden = ivb.check(lezing.dossier, peildatum=dag)
    match formaat:
        case "markdown":
            _print_bytes(ivb.format_markdown(lezing.dossier, gevonden, lezing.plaatsen, peildatum=dag), terminal)
        case "json":
            _print_bytes(ivb.format_json(gevonden, lezing.plaatsen), terminal)
        case "sarif":
            _print_bytes(ivb.format_sarif(gevonden, lezing.plaatsen, map_=Path.cwd()), terminal)
        case _:
            terminal.print(f"Controle van {dossier} op {format_datum(dag)}\n")
            for deel in iter_tekst(gevonden, lezing.plaatsen):
                terminal.uit.print(Text(deel.tekst, style=KLEUREN.get(deel.rol, "")), soft_wrap=True, end="")
    return int(any(een.ernst is ivb.Ernst.FOUT for een in gevonden))


@app.command(usage="ivb regels")
def regels(*, terminal: Buiten) -> None:
    """Toon de regels waar ivb check een dossier tegen houdt."""
    for gebied, groep in group_regels(ivb.REGELS).items():
        tabel = _make_tabel("Code", "Ernst", "Wat er mis is", heel={"Code", "Ernst"})
        for een in groep:
            tabel.add_row(een.code.ljust(4), Text(f"{een.ernst:12}", style=KLEUREN[een.ernst]), een.titel)
        terminal.uit.print(Text(f"{gebied}\n", style=KLEUREN["kop"]))
        terminal.uit.print(tabel)
        terminal.print("")
    terminal.print("Alles over een regel: ivb regel CODE")


@app.command(usage="ivb regel CODE")
def regel(
    code: Annotated[str, Parameter(help="De code van de regel, zoals C1; zie ivb regels.")],
    /,
    *,
    terminal: Buiten,
) -> None:
    """Toon alles over een regel: wat zij nagaat, waarom, wie dat zegt, en een voorbeeld.

    Bij elke regel staat ook wat u te lezen krijgt, hoe u het herstelt, en sinds wanneer zij geldt.
    """
    try:
        gevonden = ivb.find_regel(code)
    except KeyError as fout:
        raise IvbError(fout.args[0]) from None
    for deel in iter_regeltekst(gevonden):
        terminal.uit.print(Text(deel.tekst, style=KLEUREN.get(deel.rol, "")), soft_wrap=True, end="")


@app.command(usage="ivb audit BESTAND")
def audit(
    bestand: Annotated[Path, Parameter(help="Een Word-bestand (.docx), van wie dan ook.")],
    /,
    *,
    terminal: Buiten,
) -> None:
    """Controleer of een Word-bestand toegankelijk en gaaf is.

    Van elke bevinding staat er waar zij is, wat er mis is, wat goed zou zijn en welke norm daarom vraagt.
    Een fout is zeker mis; een waarschuwing vraagt dat u zelf kijkt.
    Wat er ook gevonden wordt, het afsluitgetal is 0; van een bestand dat niet te lezen is, is het 2.
    """
    _print_bevindingen(str(bestand), ivb.audit_document(bestand), terminal)
    terminal.print("\nOf de tekst duidelijk is en een beschrijving klopt bij haar afbeelding, ziet alleen een mens.")


@sjablonen.command(usage="ivb sjabloon kopie DOCUMENT BESTAND")
def kopie(document: Stuk, bestand: Nieuw, /, *, terminal: Buiten) -> None:
    """Schrijf het sjabloon van ivb, om uw huisstijl in te geven.

    Een bestand dat al zo heet, blijft zoals het is.
    """
    from ivb.documents.stukken.huisstijl import read_standaard  # noqa: PLC0415  slow to load, and the help is not
    from ivb.documents.stukken.weergaven import find_weergave  # noqa: PLC0415  idem

    find_weergave(document)
    if bestand.suffix.lower() != ".docx":
        raise BestandError(f"{bestand}: een sjabloon is een Word-bestand; laat de naam eindigen op .docx")
    if bestand.exists():
        raise BestandError(f"{bestand}: dit bestand is er al; kies een andere naam")
    _write_bestanden({bestand: read_standaard(document)})
    terminal.print(f"Het sjabloon staat in {bestand.resolve()}")
    terminal.print(f"Open het in Word; wat tussen accolades staat, vult ivb in: zie 'ivb sjabloon velden {document}'.")


@sjablonen.command(usage="ivb sjabloon velden DOCUMENT")
def velden(document: Stuk, /, *, terminal: Buiten) -> None:
    """Toon de velden die een sjabloon mag gebruiken, en wat erin komt."""
    from ivb.documents.stukken.weergave import iter_velden  # noqa: PLC0415  slow to load, and the help is not
    from ivb.documents.stukken.weergaven import find_weergave  # noqa: PLC0415  idem

    tabel = _make_tabel("Veld", "Soort", "Wat het is", "Moet", heel={"Veld", "Soort"})
    for regel in iter_velden(find_weergave(document)):
        tabel.add_row(str(regel), regel.uitleg, regel.veld.betekenis, regel.veld.plicht)
    terminal.print(f"De velden van een sjabloon voor: {document}\n")
    terminal.uit.print(tabel)
    terminal.print(f"\n{VELDUITLEG}")


@app.command(usage="ivb herkomst BESTAND [--uit BESTAND]")
def herkomst(
    bestand: Annotated[Path, Parameter(help="Een Word-bestand (.docx) dat met --met-gegevens is gemaakt.")],
    /,
    *,
    uit: Annotated[
        Path | None, Parameter(help="Schrijf de gegevens ook, als dossier: een bestand op .yaml.", metavar="BESTAND")
    ] = None,
    terminal: Buiten,
) -> None:
    """Toon waarvan een Word-bestand is gemaakt, en of de tekst daarna is gewijzigd.

    Een handtekening is het niet: wie het erop aanlegt, kan een wijziging verbergen.
    """
    if uit and (uit.suffix.lower() != ".yaml" or uit.exists()):
        bericht = f"{uit}: geef een nieuw bestand, met een naam die eindigt op .yaml"
        raise BestandError(bericht)
    gelezen = ivb.read_back(bestand)
    gewijzigd = "De tekst is daarna gewijzigd." if gelezen.is_gewijzigd else "De tekst is nog zoals ivb haar maakte."
    terminal.print(f"{bestand}: {gelezen.document} van de gemeente {gelezen.dossier.gemeente.naam}\n{gewijzigd}")
    terminal.print(f"Gemaakt met ivb {gelezen.versie}, formaat {gelezen.formaat}, sjabloon {gelezen.sjabloon[:12]}")
    if uit:
        _write_bestanden({uit: ivb.dump(gelezen.dossier)})
        terminal.print(f"De gegevens staan in {uit.resolve()}")


@app.command(usage="ivb nieuw MAP")
def nieuw(
    map_: Annotated[Path, Parameter(name="map", help="De nieuwe map; er mag nog niets in staan.")],
    /,
    *,
    terminal: Buiten,
) -> None:
    """Begin een eigen dossier: een map met bestanden om in te vullen."""
    if map_.is_dir() and any(not pad.name.startswith(".") for pad in map_.iterdir()):
        bericht = f"{map_}: in deze map staan al bestanden; kies een nieuwe of een lege map"
        raise BestandError(bericht)
    bladen = sorted(voorbeeldmap().with_name("nieuw").glob("*.yaml"))
    schema = {map_ / SCHEMANAAM: schemapad("yaml").read_bytes()}
    _write_bestanden(schema | {map_ / blad.name: blad.read_bytes() for blad in bladen})
    terminal.print(f"Uw dossier staat in {map_.resolve()}")
    terminal.print("Begin met dossier.yaml: open het in een teksteditor; bovenaan staat hoe u de bestanden invult.")
    terminal.print("Met 'ivb termijnen' en de naam van de map ziet u of alles klopt en wat eruit volgt.")


@app.command(usage="ivb schema [--yaml] [--uit BESTAND]")
def schema(
    *,
    yaml: Annotated[
        bool,
        Parameter(help="Dat voor uw teksteditor, bij de YAML-bestanden van een map.", negative=()),
    ] = False,
    uit: Annotated[
        Path | None, Parameter(help="Waar het schema komt; anders op het scherm.", metavar="BESTAND")
    ] = None,
    terminal: Buiten,
) -> None:
    """Toon het JSON Schema: welke velden er zijn, wat ze betekenen en wat erin mag.

    Zonder --yaml is het dat van een heel dossier in JSON.
    Met --yaml is het dat voor YAML-bestanden, ook met een deel van een dossier; ivb nieuw zet het al bij een nieuw
    dossier. Een bestand dat al zo heet, wordt vervangen.
    """
    pad = schemapad("yaml" if yaml else "json")
    if uit:
        _write_bestanden({uit: pad.read_bytes()})
        terminal.print(f"Het schema staat in {uit.resolve()}")
    else:
        _print_bytes(pad.read_text(encoding="utf-8"), terminal)


def run(argv: Sequence[str] | None = None, *, vandaag: datetime.date | None = None) -> int:
    """Run one command.

    Args:
        argv: the words behind ``ivb``; without it, those that the program was started with.
        vandaag: the day on which it runs; without it, the day of the clock.

    Returns:
        The exit code: 0 fine, 1 a dossier that was checked has a fault, 2 bad input, 130 interrupted.
    """
    dag = to_date(datetime.date.today() if vandaag is None else vandaag)
    terminal = Terminal(dag, _open_console(sys.stdout), _open_console(sys.stderr))
    try:
        opdracht, gebonden, van_buiten = app.parse_args(
            sys.argv[1:] if argv is None else argv, console=terminal.uit, print_error=False, exit_on_error=False
        )
        afloop = opdracht(*gebonden.args, **gebonden.kwargs, **dict.fromkeys(van_buiten, terminal))
    except CycloptsError as fout:
        uitleg = _explain_gebruik(fout)
    except IvbError as fout:
        uitleg = str(fout)
    except OSError as fout:
        uitleg = _explain_systeem(fout)
    except KeyboardInterrupt:
        return 130
    else:
        return int(afloop or 0)
    terminal.fout.print(uitleg, style="red", soft_wrap=True)
    return 2


def _open_console(stroom: TextIO) -> Console:
    """Open a stream for printing: a character that it does not have becomes a question mark, never an error."""
    if isinstance(stroom, io.TextIOWrapper):
        stroom.reconfigure(errors="replace")
    scherm = stroom.isatty()
    return Console(
        file=stroom,
        width=None if scherm else ZONDER_TERMINAL,
        color_system="auto" if scherm else None,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _explain_gebruik(fout: CycloptsError) -> str:
    """Say what is wrong with the words of a command, and how it is written."""
    bron = fout.app or app
    woord = next(iter(fout.unused_tokens or ()), "")
    match fout:
        case UnknownCommandError():
            keuze = ", ".join(sorted(naam for naam in bron.resolved_commands() if not naam.startswith("-")))
            uitleg = f"{woord!r} bestaat niet; u kunt kiezen uit: {keuze}"
        case UnknownOptionError():
            uitleg = f"de optie {fout.token.keyword} bestaat hier niet"
        case UnusedCliTokensError():
            uitleg = f"{woord!r} is te veel"
        case MissingArgumentError(argument=argument) if argument:
            naam = argument.name if argument.name.startswith("-") else argument.name.upper()
            uitleg = f"{naam} ontbreekt of er staat niets achter"
        case RepeatArgumentError():
            uitleg = f"{fout.token.keyword} staat er meer dan een keer"
        case _:
            uitleg = f"deze opdracht is niet te lezen: {fout}"
    return f"{uitleg}\nGebruik: {bron.usage}"


def _explain_systeem(fout: OSError) -> str:
    """Say what the system refused."""
    match fout:
        case FileExistsError() | NotADirectoryError():
            reden = "hier hoort een map, maar er staat een bestand"
        case PermissionError():
            reden = "u mag hier niet lezen of schrijven"
        case _:
            reden = f"lezen of schrijven lukt niet ({fout.strerror})"
    return f"{fout.filename or 'de uitvoer'}: {reden}"


def _read_dossier(bron: Path, terminal: Terminal) -> ivb.Dossier:
    """Read a dossier, and print what is suspicious in it."""
    return _read_lezing(bron, terminal).dossier


def _read_lezing(bron: Path, terminal: Terminal) -> Lezing:
    """Read a dossier with its places, and print what is suspicious in it."""
    lezing = ivb.read_dossier(bron)
    for melding in lezing.waarschuwingen:
        terminal.fout.print(f"Let op: {melding}", style="yellow", soft_wrap=True)
    return lezing


def _print_bytes(tekst: str, terminal: Terminal) -> None:
    """Print what is for a file or a program: UTF-8 with plain line ends, whatever the stream has."""
    stroom = terminal.uit.file
    if isinstance(stroom, io.TextIOWrapper):
        stroom.flush()
        stroom.buffer.write(tekst.encode())
        stroom.buffer.flush()
    else:
        stroom.write(tekst)


def _open_voortgang(terminal: Terminal) -> Progress:
    """Open a progress bar, which only a terminal shows."""
    kolommen = (TextColumn("Dossiers"), BarColumn(), MofNCompleteColumn())
    return Progress(*kolommen, console=terminal.fout, transient=True, disable=not terminal.fout.is_terminal)


def _print_uitslag(uitslag: "Uitslag", terminal: Terminal) -> tuple[int, int, int]:
    """Print what is suspicious or wrong with one dossier; count what was made, what was current and what failed."""
    for melding in uitslag.waarschuwingen:
        terminal.fout.print(f"Let op: {melding}", style="yellow", soft_wrap=True)
    for pad in uitslag.verdwenen:
        terminal.fout.print(
            f"Let op: {pad} hoort er niet meer bij; het bestand is gebleven", style="yellow", soft_wrap=True
        )
    for probleem in uitslag.problemen:
        terminal.fout.print(probleem, style="red", soft_wrap=True)
    return len(uitslag.gemaakt), uitslag.actueel, len(uitslag.problemen)


def _find_doel(uit: Path | None, naam: str, sjabloon: Path | None, *, met_gegevens: bool) -> Path:
    """Find how a document will be called; refuse to write it over something else."""
    doel = uit or Path(f"{naam}.docx".replace("/", "-"))
    if doel.suffix.lower() not in {".docx", ".pdf"}:
        bericht = f"{doel}: dit wordt een Word-bestand of een PDF; laat de naam eindigen op .docx of .pdf"
        raise BestandError(bericht)
    if met_gegevens and doel.suffix.lower() == ".pdf":
        bericht = (
            f"{doel}: in een PDF passen de gegevens niet; laat de naam eindigen op .docx, of laat --met-gegevens weg"
        )
        raise BestandError(bericht)
    if sjabloon and doel.resolve() == sjabloon.resolve():
        bericht = f"{doel}: dit is het sjabloon zelf; geef het stuk een andere naam"
        raise BestandError(bericht)
    return doel


def _write_document(doel: Path, document: bytes) -> None:
    """Write a Word document, or the PDF of it where the name asks for one."""
    _write_bestanden({doel: ivb.render_pdf(document) if doel.suffix.lower() == ".pdf" else document})


def _write_bestanden(inhouden: dict[Path, bytes]) -> None:
    """Write files, in folders that are made when they are not there."""
    for pad in inhouden:
        pad.parent.mkdir(parents=True, exist_ok=True)
    write_bestanden(inhouden)


def _render_agenda(agenda: ivb.Agenda, vandaag: Date) -> bytes:
    """Render a calendar of today; one of a later day has a higher number and so replaces it."""
    gemaakt = datetime.datetime(vandaag.year, vandaag.month, vandaag.day, tzinfo=datetime.UTC)
    return ivb.render_agenda(agenda, gemaakt=gemaakt, volgnummer=(vandaag - EERSTE_DAG).days)


class Bronnenlijst:
    """Numbers sources in the order in which they are first cited, to list them under a table."""

    def __init__(self) -> None:
        """Begin with none."""
        self._nummers: dict[ivb.Bron, int] = {}

    def cite(self, bronnen: Iterable[ivb.Bron]) -> str:
        """Give the numbers of sources: ``[1][3]``."""
        nummers = dict.fromkeys(self._nummers.setdefault(bron, len(self._nummers) + 1) for bron in bronnen)
        return "".join(f"[{nummer}]" for nummer in nummers)

    def print(self, terminal: Terminal) -> None:
        """List every source that was cited, with its link."""
        for bron, nummer in self._nummers.items():
            terminal.print(f"[{nummer}] {bron}{f' <{bron.url}>' if bron.url else ''}")


def _tel_bevindingen(bevindingen: Sequence[ivb.Documentbevinding]) -> str:
    """Count findings in words: ``1 fout, 2 waarschuwingen``."""
    if not bevindingen:
        return "niets gevonden"
    fouten = sum(bevinding.ernst is ivb.Ernst.FOUT for bevinding in bevindingen)
    anders = len(bevindingen) - fouten
    return f"{fouten} {'fout' if fouten == 1 else 'fouten'}, {anders} waarschuwing{'' if anders == 1 else 'en'}"


def _print_bevindingen(wat: str, bevindingen: Sequence[ivb.Documentbevinding], terminal: Terminal) -> None:
    """Print what was found, each with its place and its source."""
    bronnen = Bronnenlijst()
    terminal.print(f"{wat}: {_tel_bevindingen(bevindingen)}")
    for bevinding in bevindingen:
        kop = Text(f"\n{bevinding.ernst}", style=KLEUREN[bevinding.ernst]).append(
            f": {bevinding.plaats}", style="default"
        )
        terminal.uit.print(kop, soft_wrap=True)
        code = f"{bevinding.code}, regel {bevinding.regel}" if bevinding.regel else bevinding.code
        terminal.print(f"  {bevinding.boodschap} {bronnen.cite([bevinding.bron])} ({code})")
    if bevindingen:
        terminal.print("\nBronnen:")
        bronnen.print(terminal)


def _print_termijnen(dossier: ivb.Dossier, agenda: ivb.Agenda, terminal: Terminal) -> None:
    """Print the reports that are owed on the day of an agenda, and what else is overdue or due."""
    bekend = max(agenda.peildatum, terminal.vandaag)
    verwacht = ivb.derive_rapportages(dossier, peildatum=agenda.peildatum, bekend_op=bekend)
    bronnen = Bronnenlijst()
    if verwacht:
        terminal.print(f"Rapportages aan de raad op {format_datum(agenda.peildatum)}:\n")
        terminal.uit.print(_make_rapportagetabel(verwacht, bronnen))
    else:
        terminal.print("Uit dit dossier volgt nog geen rapportage aan de raad.")
    if any(een.status is ivb.Leverstatus.ONBEKEND for een in verwacht):
        begin = format_datum(dossier.bijgehouden_vanaf)
        terminal.print(f"\nOnbekend: de termijn lag vóór {begin}, de dag vanaf wanneer dit dossier is bijgehouden.")
    getoond = [punt for punt in agenda.punten if not _staat_erboven(punt)]
    if getoond:
        terminal.print("\nWat te laat is of eraan komt:\n")
        terminal.uit.print(_make_agendatabel(getoond, bronnen))
    for opmerking in agenda.opmerkingen:
        terminal.print(f"\n{opmerking}")
    if verwacht or getoond:
        terminal.print("\nBronnen:")
        bronnen.print(terminal)


def _staat_erboven(punt: ivb.Agendapunt) -> bool:
    """Tell whether a point is a report that is due later: the table of the reports has it."""
    return punt.soort is ivb.Agendasoort.RAPPORTAGE and punt.status in {
        ivb.Agendastatus.LATER,
        ivb.Agendastatus.ZONDER_TERMIJN,
    }


def _make_tabel(*koppen: str, heel: Container[str] = ()) -> Table:
    """Begin a table; the columns in ``heel`` are not broken off."""
    tabel = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for kop in koppen:
        tabel.add_column(kop, no_wrap=kop in heel)
    return tabel


def _make_rapportagetabel(verwacht: Sequence[ivb.VerwachteRapportage], bronnen: Bronnenlijst) -> Table:
    koppen = ("Periode", "Termijn", "Status", "Geleverd", "Rapportage", "Bron")
    tabel = _make_tabel(*koppen, heel={"Periode", "Status", "Rapportage", "Bron"})
    for een in verwacht:
        tabel.add_row(
            str(een.periode),
            een.wanneer,
            Text(een.status, style=KLEUREN[een.status]),
            ", ".join(_describe_levering(een)),
            "\n".join(een.rapportages),
            bronnen.cite(stap.bron for stap in een.stappen),
        )
    return tabel


def _describe_levering(verwacht: ivb.VerwachteRapportage) -> Iterator[str]:
    """Say when a report came, and what is special about that."""
    if verwacht.geleverd:
        dagen = verwacht.dagen_na_periode or 0
        yield format_datum(verwacht.geleverd) + (f", na {format_dagen(dagen)}" if dagen > 0 else "")
    if verwacht.dagen_te_laat:
        yield f"{format_dagen(verwacht.dagen_te_laat)} te laat"
    yield from (wat for wat in verwacht.bijzonderheden if wat is not ivb.Bijzonderheid.NA_DE_TERMIJN)


def _make_agendatabel(punten: Iterable[ivb.Agendapunt], bronnen: Bronnenlijst) -> Table:
    tabel = _make_tabel("Wanneer", "Wat", "Status", "Waarom", "Bron", heel={"Status", "Bron"})
    for punt in punten:
        tabel.add_row(
            punt.wanneer,
            punt.omschrijving,
            Text(punt.status, style=KLEUREN.get(punt.status, "")),
            punt.waarom,
            bronnen.cite(stap.bron for stap in punt.stappen),
        )
    return tabel
