"""What a sheet and each of its columns say to who fills them in, in Dutch."""

from typing import Final

BLADUITLEG: Final = {
    "Themas": "De thema's van het beleid.",
    "Ambities": "Wat een jaarplan in een thema wil bereiken.",
    "Acties": "Wat er volgens een jaarplan wordt gedaan.",
    "Voortgang": "Het logboek van de acties: een regel per melding.",
    "Indicatoren": "Wat er wordt gemeten.",
    "Metingen": "Wat er is gemeten: een regel per indicator en periode.",
    "Toezeggingen": "Wat de raad is toegezegd.",
}

_THEMA: Final = "Het id van het thema."
_PER: Final = "De grootte van de noemer: 1000 bij 'per 1.000 inwoners'."
_SINDS: Final = "De dag sinds wanneer het zo is."
_BEKEND: Final = "De dag sinds wanneer dat bekend is; leeg is dezelfde dag."
_TOELICHTING: Final = "Wat er verder over te zeggen is."

KOLOMUITLEG: Final = {
    "Themas": {
        "beleid": "Het id van het beleid.",
        "id": "Een vast kenmerk, zonder spaties; elk id komt in een beleid één keer voor.",
        "naam": "De naam in uw gemeente.",
        "prioriteit": "Hoe zwaar het thema telt.",
        "toelichting": "Waar het over gaat.",
    },
    "Ambities": {
        "jaarplan": "Het id van het jaarplan.",
        "id": "Een vast kenmerk, zonder spaties; elk id komt in een jaarplan één keer voor.",
        "thema": _THEMA,
        "titel": "De ambitie, op één regel.",
        "doelen": "De id's van de doelen van het beleid, elk op een eigen regel in de cel (Alt+Enter).",
        "toelichting": _TOELICHTING,
    },
    "Acties": {
        "jaarplan": "Het id van het jaarplan.",
        "id": "Een vast kenmerk, zonder spaties; in elk jaarplan waar de actie in staat hetzelfde.",
        "thema": _THEMA,
        "ambitie": "Het id van de ambitie waaraan de actie bijdraagt.",
        "verplichting": "Het id van de verplichting die de actie uitvoert.",
        "titel": "Wat er wordt gedaan, op één regel.",
        "resultaat": "Wat er is als het klaar is.",
        "trekker": "De rol die het doet, geen naam van een persoon.",
        "partners": "Wie meewerken, elk op een eigen regel in de cel (Alt+Enter).",
        "begin": "Wanneer het begint: 1 mei 2024, mei 2024, najaar 2024.",
        "eind": "Wanneer het klaar is: 1 mei 2024, mei 2024, najaar 2024.",
        "ijkmomenten": "Wanneer er tussentijds wordt gekeken, elk op een eigen regel in de cel.",
        "uren": "Uren van de eigen organisatie.",
        "bedrag": "Geld, in hele euro's.",
        "dekking": "Of het geld er één keer is of elk jaar.",
        "dekkingsbron": "Uit welk budget.",
        "herkomst": "Eigen keuze, regionale afspraak of wet; leeg is lokaal.",
        "toelichting": _TOELICHTING,
    },
    "Voortgang": {
        "actie": "Het id van de actie.",
        "jaarplan": "Het id van het jaarplan, als dat niet vanzelf spreekt.",
        "sinds": _SINDS,
        "bekend_sinds": _BEKEND,
        "voortgang": "Hoe ver de actie is.",
        "label": "Het eigen woord daarvoor.",
        "percentage": "Hoeveel er klaar is, 0 tot en met 100.",
        "tijd": "Het oordeel over de tijd.",
        "geld": "Het oordeel over het geld.",
        "kwaliteit": "Het oordeel over de kwaliteit.",
        "oorzaak": "Bij oranje en rood: waardoor.",
        "gevolg": "Bij oranje en rood: wat eruit volgt.",
        "bijsturing": "Bij oranje en rood: wat eraan wordt gedaan.",
        "resultaat": "Wat het heeft opgeleverd.",
        "reden": "Bij vervallen en doorgeschoven: waarom.",
        "naar": "Naar welk plan de actie is doorgeschoven.",
        "toelichting": _TOELICHTING,
    },
    "Indicatoren": {
        "id": "Een vast kenmerk, zonder spaties.",
        "naam": "De naam.",
        "omschrijving": "Wat er precies wordt geteld of gevraagd.",
        "eenheid": "De eenheid: aantal, %, rapportcijfer.",
        "per": _PER,
        "noemer": "Wat de noemer telt: inwoners, woningen.",
        "leeftijdsgroep": "Over welke leeftijden het gaat.",
        "soort": "Eigen keuze, of verplicht volgens het BBV; leeg is eigen.",
        "richting": "Welke kant beter is.",
        "bron": "Wie de cijfers geeft.",
        "methode": "De versie van de methode die nu geldt.",
        "vertraging": "Hoeveel dagen na een periode het cijfer komt.",
    },
    "Metingen": {
        "indicator": "Het id van de indicator.",
        "periode": "De gemeten periode: 2024, 2024-H1, 2024-T1, 2024-K1, 2024-05.",
        "waarde": "Het cijfer; leeg als er niet is gemeten. Leeg is iets anders dan 0.",
        "eenheid": "De eenheid van dit cijfer.",
        "per": _PER,
        "noemer": "Wat die noemer telt.",
        "leeftijdsgroep": "Over welke leeftijden dit cijfer gaat.",
        "aantal": "Het aantal achter een verhouding.",
        "bevolking": "Over hoeveel mensen het gaat.",
        "gebied": "Het gebied, als het niet de gemeente zelf is.",
        "bron": "Wie dit cijfer gaf.",
        "methode": "De versie van de methode.",
        "voorlopig": "Of de bron het nog kan wijzigen; leeg is nee.",
        "volledig": "Of het de hele periode dekt; leeg is ja.",
        "bekend_sinds": "De dag waarop het cijfer verscheen.",
    },
    "Toezeggingen": {
        "id": "Een vast kenmerk, zonder spaties.",
        "nummer": "Het nummer op de lijst van de griffie.",
        "datum": "Wanneer het is toegezegd; een jaar is genoeg.",
        "bekend_sinds": "De dag sinds wanneer dat bekend is, als dat later is.",
        "vergadering": "In welke vergadering.",
        "gevraagd_door": "Wie erom vroeg.",
        "toegezegd_door": "Wie het toezegde.",
        "onderwerp": "Waar het over gaat, op één regel.",
        "tekst": "De toezegging, letterlijk.",
        "periode": "Over welke periode iets is toegezegd: 2024, 2024-H1.",
        "termijn": "Wanneer het er moet zijn: 1 mei 2024, najaar 2024; leeg is onbekend.",
    },
}

LEESWIJZER: Final = """\
Dit werkboek komt uit een dossier van ivb. Vul het in, bewaar het als .xlsx en bekijk wat er wijzigt met:
ivb excel import BESTAND DOSSIER --proef
Zo blijft uw dossier zoals het is. Laat --proef weg om de wijzigingen over te nemen.
Elke regel onder de koppen is één onderdeel. Een nieuw onderdeel zet u onder het laatste.
Een regel die u weghaalt, verdwijnt uit het dossier.
Kolommen mogen van plaats wisselen en lege regels mogen blijven staan. Voeg geen cellen samen.
Een kolom die u toevoegt, wordt niet gelezen.
Wat niet in een cel past, zoals de statusmeldingen bij een toezegging, blijft in het dossier zoals het is.
Wijzigt u een id, wijzig het dan overal waar het wordt genoemd.
Meer dan één waarde in een cel: zet elk op een eigen regel, met Alt+Enter.
De verborgen kolom 'rij' en het verborgen blad zijn van ivb: daaraan ziet het welke regel welke is.
""".splitlines()
