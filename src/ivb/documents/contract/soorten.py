"""Every kind of thing that the audit of a template finds: its code, how serious it is, how to mend it, and the source.

How a tag is written is said by docxtpl and Jinja; that a template runs no code is what OWASP asks of any program that
takes one. Which fields there are, and which must be told, is the agreement between a document of ``ivb`` and its
templates.
"""

from typing import Final

from ivb.bevindingen import Ernst
from ivb.documents.toegankelijkheid.soorten import TAGS, Bevindingsoort
from ivb.sources import Bron

JINJA: Final = Bron(
    titel="Jinja", vindplaats="Template Designer Documentation", url="https://jinja.palletsprojects.com/templates/"
)
OWASP: Final = Bron(
    titel="OWASP Web Security Testing Guide",
    vindplaats="WSTG-INPV-18 (Server-side Template Injection)",
    url="https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/"
    "07-Input_Validation_Testing/18-Testing_for_Server-side_Template_Injection",
)
VELDEN: Final = Bron(titel="ivb", vindplaats="Een eigen huisstijl, de velden van het document")
GEGEVENS: Final = Bron(titel="ivb", vindplaats="Documenten, de gegevens in het stuk")

_FOUT, _LET_OP = Ernst.FOUT, Ernst.WAARSCHUWING

SJABLOONSOORTEN: Final = (
    # how a tag is written
    Bevindingsoort(
        "tag-spatie", _FOUT, "in een tag staat een spatie te veel", "schrijf {%tr …, {%p … of {{p … aan elkaar", TAGS
    ),
    Bevindingsoort(
        "tag-half",
        _FOUT,
        "een tag begint of eindigt niet in deze alinea",
        "zet de hele tag, van {{ tot }} of van {% tot %}, in één alinea",
        TAGS,
    ),
    Bevindingsoort(
        "tag-onzichtbaar",
        _FOUT,
        "in een tag staat een teken dat u niet ziet, of dat op een spatie lijkt",
        "typ de tag opnieuw, met gewone spaties",
        JINJA,
    ),
    Bevindingsoort(
        "tag-koppelteken",
        _FOUT,
        "in een tag staat een streepje te veel, of het plakt alinea’s aan elkaar waar dat niet kan",
        "haal het streepje weg",
        TAGS,
    ),
    Bevindingsoort(
        "tag-aanhalingstekens",
        _FOUT,
        "in een tag staan gekrulde aanhalingstekens, die Word er zelf van maakt",
        "gebruik rechte (Ctrl+Z direct na het typen)",
        JINJA,
    ),
    Bevindingsoort(
        "tag-ampersand", _FOUT, "in een tag staat een &", "laat de vergelijking weg of vraag iets anders", TAGS
    ),
    Bevindingsoort("tag-te-lang", _FOUT, "een tag is langer dan 300 tekens", "verdeel hem over meer tags", OWASP),
    Bevindingsoort("tag-onleesbaar", _FOUT, "een tag is niet te lezen", "schrijf hem als in de voorbeelden", JINJA),
    Bevindingsoort(
        "tag-opdracht",
        _FOUT,
        "een tag geeft een opdracht die een sjabloon niet kent",
        "gebruik for, if, elif, else of set, met endfor of endif",
        JINJA,
    ),
    Bevindingsoort(
        "tag-niet-gesloten",
        _FOUT,
        "een {% if … %} of {% for … %} is nergens afgesloten",
        "zet er {% endif %} of {% endfor %} achter",
        JINJA,
    ),
    Bevindingsoort(
        "tag-niet-geopend",
        _FOUT,
        "een {% else %}, {% elif … %}, {% endif %} of {% endfor %} hoort nergens bij",
        "haal hem weg, of zet de {% if … %} of {% for … %} ervoor",
        JINJA,
    ),
    Bevindingsoort(
        "tag-te-diep", _FOUT, "er staan te veel haakjes, keuzes of herhalingen in elkaar", "maak het eenvoudiger", OWASP
    ),
    # where a tag stands
    Bevindingsoort(
        "tag-niet-alleen",
        _FOUT,
        "een tag komt in de plaats van een hele alinea, rij of cel, maar staat daar niet alleen",
        "geef hem een alinea, rij of cel voor zich",
        TAGS,
    ),
    Bevindingsoort(
        "tag-buiten-tabel", _FOUT, "een tag voor een rij of cel staat niet in een tabel", "gebruik {%p …", TAGS
    ),
    Bevindingsoort(
        "tag-rij-is-waarde", _FOUT, "een tag zet een waarde in de plaats van een rij of cel", "gebruik {{ … }}", TAGS
    ),
    Bevindingsoort(
        "tag-elders",
        _FOUT,
        "een tag staat waar niets wordt ingevuld",
        "zet hem in de tekst, een kop- of voettekst of een noot",
        TAGS,
    ),
    Bevindingsoort(
        "tag-eigenschap",
        _FOUT,
        "een tag voor een alinea, rij of cel staat in de eigenschappen",
        "schrijf daar {{ … }} of {% … %} zonder p, r, tr of tc",
        TAGS,
    ),
    Bevindingsoort(
        "cel-kleur",
        _FOUT,
        "een cel krijgt met {% cellbg … %} een kleur die geen kleur is",
        "gebruik een veld dat een kleur is, of schrijf zes tekens 0-9 en A-F",
        TAGS,
    ),
    Bevindingsoort(
        "cel-kolommen",
        _FOUT,
        "een cel gaat met {% colspan … %} over een aantal kolommen dat geen getal is, te groot kan zijn, of 0",
        "schrijf een geheel getal van 1 tot en met 63",
        TAGS,
    ),
    Bevindingsoort(
        "cel-niet-vooraan",
        _FOUT,
        "een {% cellbg … %} of {% colspan … %} staat in zijn cel achter een {% if … %}, {% for … %} of {% set … %}, "
        "en wordt toch eerst gelezen",
        "zet hem vooraan in de cel",
        TAGS,
    ),
    # what a tag may not
    Bevindingsoort("tag-aanroep", _FOUT, "een tag roept iets aan", "haal de haakjes weg", OWASP),
    Bevindingsoort("tag-rekenen", _FOUT, "een tag rekent", "laat rekenen aan de gegevens", OWASP),
    Bevindingsoort("tag-bewerking", _FOUT, "een tag bewerkt een waarde", "gebruik upper, lower of length", OWASP),
    Bevindingsoort("tag-vraag", _FOUT, "een tag vraagt iets wat niet kan", "vraag alleen ‘is defined’", OWASP),
    Bevindingsoort(
        "tag-streepje",
        _FOUT,
        "de naam van een veld begint met een streepje",
        "gebruik een veld van het document",
        OWASP,
    ),
    Bevindingsoort(
        "tag-verboden", _FOUT, "een tag doet iets anders dan tonen, kiezen en herhalen", "haal hem weg", OWASP
    ),
    # the fields
    Bevindingsoort(
        "veld-onbekend",
        _FOUT,
        "het document heeft dit veld niet",
        "gebruik een veld dat er is; ivb noemt er een dat erop lijkt",
        VELDEN,
    ),
    Bevindingsoort(
        "lus-onbekend", _FOUT, "een herhaling heeft dit niet", "vraag loop.index, loop.first of loop.last", JINJA
    ),
    Bevindingsoort(
        "lus-zonder-buur",
        _FOUT,
        "er wordt gevraagd naar het vorige of volgende onderdeel, en dat is er niet altijd",
        "vraag eerst {% if not loop.first %} of {% if not loop.last %}",
        JINJA,
    ),
    Bevindingsoort(
        "veld-zonder-velden",
        _FOUT,
        "er wordt een veld gevraagd van een tekst of een lijst, en die hebben er geen",
        "haal weg wat achter de punt staat, of herhaal de lijst",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-geen-lijst",
        _FOUT,
        "er wordt herhaald over iets wat geen lijst is, of er een onderdeel van gevraagd",
        "toon het veld, of herhaal een lijst",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-opgemaakt",
        _FOUT,
        "opgemaakte tekst staat in een gewone tag",
        "gebruik {{p … }} in een alinea voor zich",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-alineas",
        _FOUT,
        "opgemaakte tekst die meer dan een alinea kan zijn, staat midden in een alinea",
        "gebruik {{p … }} in een alinea voor zich; {{r … }} is voor opgemaakte tekst van één alinea",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-niet-opgemaakt", _FOUT, "gewone tekst staat in een tag voor opgemaakte", "gebruik {{ … }}", VELDEN
    ),
    Bevindingsoort(
        "veld-niet-te-tonen",
        _FOUT,
        "een lijst, een groep of een ja of nee is niet te tonen",
        "herhaal een lijst, toon een veld van een groep, en vraag naar een ja of nee met {% if … %}",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-bewerking", _FOUT, "deze bewerking kan niet met dit soort veld", "haal de bewerking weg", VELDEN
    ),
    Bevindingsoort(
        "veld-vergelijking",
        _FOUT,
        "er wordt vergeleken wat niet te vergelijken is",
        "vergelijk tekst met tekst en een getal met een getal",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-nooit-gelijk",
        _LET_OP,
        "er wordt gevraagd of twee dingen gelijk zijn die dat nooit kunnen zijn",
        "vergelijk tekst met tekst, en vraag naar een ja of nee met {% if … %}",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-op-nummer",
        _FOUT,
        "er wordt een vast onderdeel van een lijst gevraagd; is de lijst korter, dan komt er geen stuk",
        "herhaal de lijst, of vraag eerst of zij gevuld is en dan alleen het onderdeel [0]",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-niet-gezet",
        _FOUT,
        "een naam van {% set … %} wordt gebruikt waar hij niet altijd een waarde heeft",
        "zet er een {% set … %} vóór, of in elk deel van de keuze",
        JINJA,
    ),
    Bevindingsoort(
        "veld-nooit",
        _LET_OP,
        "er wordt met ‘is defined’ gevraagd naar een veld dat er nooit is",
        "haal de vraag weg, met wat er bij ja staat",
        VELDEN,
    ),
    Bevindingsoort(
        "veld-ontbreekt",
        _FOUT,
        "het sjabloon toont iets niet, of niet in elk stuk, wat de lezer moet weten",
        "zet het veld in het sjabloon, buiten elke voorwaarde die niet vraagt of het zelf gevuld is",
        VELDEN,
    ),
    # the whole
    Bevindingsoort(
        "sjabloon-gegevens",
        _FOUT,
        "in het sjabloon zitten de gegevens van een eerder stuk, en die zouden in elk nieuw stuk komen",
        "haal ze in Word weg: Bestand > Info > Controleren op problemen > Document controleren",
        GEGEVENS,
    ),
    Bevindingsoort(
        "sjabloon-opbouw",
        _FOUT,
        "de opbouw van het bestand of van de tags klopt niet",
        "laat elke {% if … %} en {% for … %} eindigen in hetzelfde soort deel van de tekst als waar hij begint",
        TAGS,
    ),
)
"""Every kind of finding, in the order of the reference."""


def find_sjabloonsoort(code: str) -> Bevindingsoort:
    """Find a kind of finding by its code.

    Raises:
        KeyError: there is none.
    """
    return _PER_CODE[code]


_PER_CODE: Final = {soort.code: soort for soort in SJABLOONSOORTEN}
