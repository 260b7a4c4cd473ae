"""Every kind of thing that the audit of a document finds: its code, how serious it is, how to mend it, and the source.

The criteria are those of EN 301 549 for documents that are no web page (chapter 10), which are WCAG 2.1 level AA; where
those say nothing, PDF/UA asks for it of the PDF that a Word file becomes, or the Word format itself (ECMA-376).
"""

from collections.abc import Iterable
from typing import Final

import attrs

from ivb.bevindingen import Ernst
from ivb.sources import Bron


def _cite_en(criterium: str, anker: str) -> Bron:
    vindplaats = f"10.{criterium} (WCAG 2.1, criterium {criterium})"
    return Bron(titel="EN 301 549", vindplaats=vindplaats, url=f"https://www.w3.org/TR/WCAG21/#{anker}")


def _cite_pdfua(vindplaats: str) -> Bron:
    return Bron(titel="ISO 14289-1 (PDF/UA-1)", vindplaats=vindplaats, url="https://www.iso.org/standard/64599.html")


def _cite_ecma(vindplaats: str) -> Bron:
    url = "https://ecma-international.org/publications-and-standards/standards/ecma-376/"
    return Bron(titel="ECMA-376", vindplaats=vindplaats, url=url)


NIET_TEKST: Final = _cite_en("1.1.1", "non-text-content")
STRUCTUUR: Final = _cite_en("1.3.1", "info-and-relationships")
VOLGORDE: Final = _cite_en("1.3.2", "meaningful-sequence")
KLEUR: Final = _cite_en("1.4.1", "use-of-color")
TITEL: Final = _cite_en("2.4.2", "page-titled")
LINKDOEL: Final = _cite_en("2.4.4", "link-purpose-in-context")
KOPPEN: Final = _cite_en("2.4.6", "headings-and-labels")
TAAL: Final = _cite_en("3.1.1", "language-of-page")
TAAL_VAN_DEEL: Final = _cite_en("3.1.2", "language-of-parts")
KOPVOLGORDE: Final = _cite_pdfua("7.4.2")
TABELKOPPEN: Final = _cite_pdfua("7.5")
TABELLEN: Final = _cite_ecma("deel 1, 17.4 (tabellen)")
STIJLEN: Final = _cite_ecma("deel 1, 17.7 (stijlen)")
NOTEN: Final = _cite_ecma("deel 1, 17.11 (voet- en eindnoten)")
BLADWIJZERS: Final = _cite_ecma("deel 1, 17.13.6 (bladwijzers)")
KOPPELINGEN: Final = _cite_ecma("deel 1, 17.16.22 (koppelingen)")
ONDERDELEN: Final = _cite_ecma("deel 1, 11.3 (onderdelen van een document)")
EIGENSCHAPPEN: Final = _cite_ecma("deel 2, 11 (eigenschappen)")
TAGS: Final = Bron(titel="docxtpl", vindplaats="Jinja2-like syntax", url="https://docxtpl.readthedocs.io")


@attrs.frozen
class Bevindingsoort:
    """A kind of finding.

    Attributes:
        code: its name, which stays.
        ernst: how serious it is.
        wat: what is wrong, as the first half of a sentence.
        herstel: what would be right, as the second half.
        bron: what asks for it.
    """

    code: str
    ernst: Ernst
    wat: str
    herstel: str
    bron: Bron


_FOUT, _LET_OP = Ernst.FOUT, Ernst.WAARSCHUWING

BEVINDINGSOORTEN: Final = (
    # properties
    Bevindingsoort(
        "titel-ontbreekt",
        _FOUT,
        "het document heeft geen titel in zijn eigenschappen",
        "vul die in bij Bestand > Info > Titel",
        TITEL,
    ),
    Bevindingsoort(
        "titel-nietszeggend",
        _LET_OP,
        "de titel in de eigenschappen zegt niet waar het document over gaat",
        "vul een eigen titel in bij Bestand > Info > Titel",
        TITEL,
    ),
    Bevindingsoort(
        "taal-ontbreekt",
        _FOUT,
        "de standaardtekst van het document heeft geen taal",
        "stel die in bij Controleren > Taal > Controletaal instellen > Als standaard instellen",
        TAAL,
    ),
    Bevindingsoort(
        "taal-onbekend",
        _FOUT,
        "de taal is geen taalcode",
        "gebruik een code als nl-NL (BCP 47)",
        TAAL,
    ),
    Bevindingsoort(
        "taal-niet-nederlands",
        _LET_OP,
        "de taal van de standaardtekst is niet Nederlands, en de eigenschappen zeggen niet dat dat zo hoort",
        "stel Nederlands in, of zet de taal ook in de eigenschappen",
        TAAL,
    ),
    Bevindingsoort(
        "taal-tegenstrijdig",
        _FOUT,
        "de taal van de standaardtekst is een andere dan die in de eigenschappen",
        "maak ze gelijk",
        TAAL,
    ),
    Bevindingsoort(
        "taal-eigenschap-ontbreekt",
        _LET_OP,
        "de eigenschappen zeggen niet in welke taal het document is",
        "zet er nl-NL in (dc:language); Word heeft daar zelf geen venster voor, en leest de taal van de tekst",
        TAAL,
    ),
    Bevindingsoort(
        "taal-van-deel-ontbreekt",
        _LET_OP,
        "deze woorden staan in een ander schrift, maar hebben de taal van de rest",
        "selecteer ze en stel hun taal in bij Controleren > Taal",
        TAAL_VAN_DEEL,
    ),
    Bevindingsoort(
        "datum-onjuist",
        _FOUT,
        "een datum in de eigenschappen bestaat niet of is anders geschreven dan het hoort",
        "schrijf hem als 2024-04-23T00:00:00Z, of bewaar het bestand opnieuw vanuit Word",
        EIGENSCHAPPEN,
    ),
    # headings
    Bevindingsoort(
        "kop-begint-laag",
        _FOUT,
        "de eerste kop is niet van niveau 1",
        "begin met de stijl Titel of Kop 1",
        KOPVOLGORDE,
    ),
    Bevindingsoort(
        "kop-overgeslagen",
        _FOUT,
        "tussen deze kop en die erboven ontbreekt een niveau",
        "gebruik het niveau dat erop volgt",
        KOPVOLGORDE,
    ),
    Bevindingsoort(
        "kop-leeg",
        _FOUT,
        "deze kop heeft geen tekst",
        "vul hem in of haal de lege alinea weg",
        KOPPEN,
    ),
    Bevindingsoort(
        "kop-nagemaakt",
        _LET_OP,
        "deze regel ziet eruit als een kop (kort, en vet of groot), maar is gewone tekst",
        "geef hem een kopstijl, of maak hem niet vet of groot",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "koppen-ontbreken",
        _LET_OP,
        "het document is lang en heeft geen enkele kop",
        "verdeel het met de stijlen Titel, Kop 1 en Kop 2",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "stijl-ontbreekt",
        _FOUT,
        "deze alinea verwijst naar een stijl die niet in het document zit",
        "kies in Word opnieuw een stijl",
        STIJLEN,
    ),
    # paragraphs
    Bevindingsoort(
        "alinea-leeg",
        _LET_OP,
        "hier staat een lege alinea, en een schermlezer leest die voor",
        "haal haar weg en stel de witruimte in bij Alinea > Afstand",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "regels-leeg",
        _LET_OP,
        "in deze alinea staan regeleinden achter elkaar",
        "maak er twee alinea's van en stel de witruimte in bij Alinea > Afstand",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "spaties-uitlijning",
        _LET_OP,
        "deze tekst is uitgelijnd met spaties",
        "gebruik een inspringing, een tabstop of een tabel",
        VOLGORDE,
    ),
    Bevindingsoort(
        "tabs-uitlijning",
        _LET_OP,
        "deze tekst is uitgelijnd met tabs achter elkaar",
        "stel een tabstop in op de goede plaats, of gebruik een tabel",
        VOLGORDE,
    ),
    Bevindingsoort(
        "tabel-getypt",
        _LET_OP,
        "deze regels zijn met tabs in kolommen gezet",
        "maak er een tabel van met een kopregel",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "lijst-getypt",
        _LET_OP,
        "het teken of nummer van deze lijst is met de hand getypt",
        "haal het weg en kies de stijl Lijstopsomteken of Lijstnummering",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "tekstvak",
        _LET_OP,
        "hier staat tekst in een tekstvak, los van de volgorde van de tekst",
        "zet haar in een gewone alinea, zo nodig met een rand",
        VOLGORDE,
    ),
    # pictures and colour
    Bevindingsoort(
        "alt-ontbreekt",
        _FOUT,
        "deze afbeelding heeft geen alternatieve tekst",
        "beschrijf haar bij Alternatieve tekst, of markeer haar daar als decoratief",
        NIET_TEKST,
    ),
    Bevindingsoort(
        "alt-nietszeggend",
        _LET_OP,
        "de alternatieve tekst van deze afbeelding is een bestandsnaam of zegt niets",
        "beschrijf wat er te zien is en wat dat betekent",
        NIET_TEKST,
    ),
    Bevindingsoort(
        "cel-alleen-kleur",
        _FOUT,
        "deze cel zegt alleen met haar kleur iets",
        "zet het er ook in woorden in",
        KLEUR,
    ),
    Bevindingsoort(
        "teken-alleen-kleur",
        _FOUT,
        "dit gekleurde teken zegt alleen met zijn kleur iets",
        "zet het er ook in woorden bij",
        KLEUR,
    ),
    # links
    Bevindingsoort(
        "link-leeg",
        _FOUT,
        "deze koppeling heeft geen tekst",
        "zet de naam van de pagina of het stuk erin, of haal haar weg",
        LINKDOEL,
    ),
    Bevindingsoort(
        "link-nietszeggend",
        _LET_OP,
        "de tekst van deze koppeling zegt niet waar zij heen leidt",
        "gebruik de naam van de pagina of het stuk",
        LINKDOEL,
    ),
    Bevindingsoort(
        "link-adres",
        _LET_OP,
        "de tekst van deze koppeling is een kaal adres, dat een schermlezer teken voor teken leest",
        "gebruik de naam van de pagina of het stuk",
        LINKDOEL,
    ),
    Bevindingsoort(
        "link-zonder-doel",
        _FOUT,
        "deze koppeling leidt nergens heen",
        "maak haar opnieuw, of laat haar naar een bladwijzer of adres leiden dat bestaat",
        KOPPELINGEN,
    ),
    # tables
    Bevindingsoort(
        "tabel-zonder-kop",
        _FOUT,
        "deze tabel heeft geen kopregel",
        "zet koppen in de eerste rij en laat die op elke pagina herhalen (Tabelindeling)",
        TABELKOPPEN,
    ),
    Bevindingsoort(
        "tabelkop-niet-bovenaan",
        _FOUT,
        "de kopregel van deze tabel is niet de eerste rij, en wordt daardoor niet herhaald",
        "zet hem bovenaan, of splits de tabel",
        TABELKOPPEN,
    ),
    Bevindingsoort(
        "tabelkop-leeg",
        _LET_OP,
        "een kolom van deze tabel heeft geen kop",
        "vul de cel in de kopregel in",
        TABELKOPPEN,
    ),
    Bevindingsoort(
        "tabel-een-cel",
        _FOUT,
        "deze tabel heeft maar één cel en is dus opmaak",
        "maak er een gewone alinea van, zo nodig met een rand",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "tabel-als-opmaak",
        _FOUT,
        "deze tabel (zonder kopregel, en met één rij, één kolom of samengevoegde cellen) is opmaak",
        "zet de tekst in gewone alinea's, of maak er een tabel van met een kopregel",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "tabel-genest",
        _FOUT,
        "deze tabel staat in een cel van een andere tabel",
        "haal haar eruit en zet de tabellen onder elkaar",
        STRUCTUUR,
    ),
    Bevindingsoort(
        "tabel-zwevend",
        _LET_OP,
        "om deze tabel loopt tekst heen; Word herhaalt haar kopregel dan niet, en zij staat los van de leesvolgorde",
        "kies Tabeleigenschappen > Tekstterugloop > Geen",
        VOLGORDE,
    ),
    Bevindingsoort(
        "cellen-samengevoegd",
        _LET_OP,
        "in deze tabel zijn cellen samengevoegd, en een schermlezer raakt daarin de kolommen kwijt",
        "splits de cellen en herhaal zo nodig de tekst",
        STRUCTUUR,
    ),
    # the soundness of the file
    Bevindingsoort(
        "cel-eindigt-op-tabel",
        _FOUT,
        "deze cel eindigt op een tabel, en dat kan in Word niet",
        "haal de tabel uit de cel, of zet er een alinea achter",
        TABELLEN,
    ),
    Bevindingsoort(
        "cel-zonder-alinea",
        _FOUT,
        "in deze cel staat geen alinea, en dat kan in Word niet",
        "zet er een alinea in, ook als zij leeg is",
        TABELLEN,
    ),
    Bevindingsoort(
        "rij-zonder-cel",
        _FOUT,
        "een rij van deze tabel heeft geen cellen",
        "haal de rij weg",
        TABELLEN,
    ),
    Bevindingsoort(
        "tabel-zonder-rij",
        _FOUT,
        "deze tabel heeft geen rijen",
        "haal haar weg",
        TABELLEN,
    ),
    Bevindingsoort(
        "bladwijzer-open",
        _FOUT,
        "deze bladwijzer begint hier, maar eindigt nergens",
        "verwijder hem in Word bij Invoegen > Bladwijzer en maak hem opnieuw",
        BLADWIJZERS,
    ),
    Bevindingsoort(
        "bladwijzer-zonder-begin",
        _FOUT,
        "hier eindigt een bladwijzer die nergens begint",
        "bewaar het bestand opnieuw vanuit Word",
        BLADWIJZERS,
    ),
    Bevindingsoort(
        "bladwijzer-dubbel",
        _FOUT,
        "deze bladwijzer heeft dezelfde naam als een eerdere",
        "geef elke bladwijzer een eigen naam",
        BLADWIJZERS,
    ),
    Bevindingsoort(
        "noot-leeg",
        _FOUT,
        "in deze voet- of eindnoot staat niets",
        "vul haar in, of haal het nootnummer weg",
        NOTEN,
    ),
    Bevindingsoort(
        "noot-ontbreekt",
        _FOUT,
        "hier staat het nummer van een voet- of eindnoot die er niet is",
        "haal het nummer weg, of maak de noot opnieuw",
        NOTEN,
    ),
    Bevindingsoort(
        "sjabloontag",
        _FOUT,
        "hier staat nog een tag van een sjabloon",
        "vul haar in of haal haar weg",
        TAGS,
    ),
    Bevindingsoort(
        "onderdeel-onleesbaar",
        _FOUT,
        "dit onderdeel van het bestand is geen XML van Word, en is dus niet bekeken",
        "bewaar het bestand opnieuw vanuit Word",
        ONDERDELEN,
    ),
)
"""Every kind of finding, in the order of the reference."""


def find_bevindingsoort(code: str) -> Bevindingsoort:
    """Find a kind of finding by its code.

    Raises:
        KeyError: there is none.
    """
    return _PER_CODE[code]


def format_bevindingsoorten(soorten: Iterable[Bevindingsoort]) -> str:
    """Write kinds as a table in Markdown, for the reference."""
    rijen = (
        f"| `{soort.code}` | {soort.ernst} | {soort.wat} | {soort.herstel} | {_format_bron(soort.bron)} |"
        for soort in soorten
    )
    return "\n".join(["| Code | Ernst | Wat er is | Wat goed zou zijn | Bron |", "|---|---|---|---|---|", *rijen, ""])


def _format_bron(bron: Bron) -> str:
    return f"[{bron}]({bron.url})" if bron.url else str(bron)


_PER_CODE: Final = {soort.code: soort for soort in BEVINDINGSOORTEN}
