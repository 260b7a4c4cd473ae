"""The words of the checks of letters to the council."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

B1: Final = Regeltekst(
    titel="Bijlage aangekondigd en niet bijgevoegd, of andersom",
    bericht=(
        "De brief van {datum} ({onderwerp}) kondigt ‘{stuk}’ aan, maar dat staat niet bij de bijlagen; voeg het bij."
    ),
    varianten={
        "onaangekondigd": (
            "De brief van {datum} ({onderwerp}) heeft ‘{stuk}’ als bijlage, maar noemt dat nergens; kondig het "
            "aan of haal het weg."
        ),
    },
    controleert=(
        "Of alles waarvan de raad kennis neemt, bij de bijlagen staat, en of de brief elke bijlage noemt. "
        "Twee keer hetzelfde stuk is: hetzelfde document, en zonder document een naam die gelijk is of in de "
        "andere staat. De inhoud van deze brief is geen stuk."
    ),
    waarom="De raad leest van een stuk dat hij niet krijgt, of krijgt een stuk zonder te weten waarom.",
    herstel="Zet het stuk in beide lijsten, het liefst met het id van het document.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    kennisnemen_van:
      - tekst: Stand van zaken 2024
      - tekst: Jaarplan Veiligheid 2025
    bijlagen:
      - titel: Stand van zaken 2024
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    kennisnemen_van:
      - tekst: Stand van zaken 2024
      - tekst: Jaarplan Veiligheid 2025
    bijlagen:
      - titel: Stand van zaken 2024
      - titel: Jaarplan Veiligheid 2025
""",
)
B2: Final = Regeltekst(
    titel="Leeg onderdeel",
    bericht="De brief van {datum} ({onderwerp}) heeft niets onder {kop}; vul dat aan.",
    varianten={
        "leeg": "De brief van {datum} ({onderwerp}) zegt niets onder het onderwerp; schrijf de tekst.",
    },
    controleert=(
        "Of de brief iets zegt, en iets heeft onder de koppen van uw gemeente voor kennisnemen van, "
        "kernboodschap en (als hij een stuk aankondigt) bijlagen. Een brief zonder tekst en een lege lijst "
        "van bijlagen zijn een fout; de andere twee een waarschuwing, want een brief kan zonder."
    ),
    waarom="Een lege brief kan niet weg, en onder een kop zonder tekst zoekt de raad iets wat er niet is.",
    herstel="Vul het onderdeel aan. Gebruikt uw gemeente het niet, haal de kop dan uit gemeente.profiel.koppen.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    kennisnemen_van:
      - tekst: Stand van zaken 2024
    kernboodschap: De uitvoering ligt op koers.
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    kennisnemen_van:
      - tekst: Stand van zaken 2024
    kernboodschap: De uitvoering ligt op koers.
    bijlagen:
      - titel: Stand van zaken 2024
""",
)
B3: Final = Regeltekst(
    titel="Zaaknummer, portefeuillehouder of collegebesluit ontbreekt",
    bericht="De brief van {datum} ({onderwerp}) heeft geen {veld}; vul dat in.",
    varianten={
        "besluit": (
            "De brief van {datum} ({onderwerp}) noemt geen collegebesluit; vul de dag in waarop het college besloot."
        ),
    },
    controleert=(
        "Of elke brief een zaaknummer en een portefeuillehouder heeft, en een brief van het college ook de "
        "dag van het collegebesluit."
    ),
    waarom="Zonder deze gegevens is niet terug te vinden wie waarover besloot en bij wie de raad terechtkan.",
    herstel="Vul zaaknummer, portefeuillehouder en collegebesluit in.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    zaaknummer: Z-2025-0123
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    zaaknummer: Z-2025-0123
    portefeuillehouder: burgemeester
    collegebesluit: 2025-03-11
""",
)
B4: Final = Regeltekst(
    titel="Afzender die er niet over gaat",
    bericht=(
        "De brief van {datum} ({onderwerp}) heeft als afzender {afzender}; meestal informeert het college of "
        "de burgemeester de raad."
    ),
    varianten={
        "openbare orde": (
            "De brief van {datum} ({onderwerp}) is van het college en gaat over de openbare orde; kijk of de "
            "burgemeester hem moet sturen."
        ),
    },
    controleert=(
        "Of de afzender het college of de burgemeester is, en of een brief die de openbare orde noemt, niet "
        "van het college is. Openbare orde en veiligheid, als naam van het vakgebied, telt niet mee."
    ),
    waarom=(
        "Het college en de burgemeester leggen elk verantwoording af over hun eigen taak, en de openbare orde "
        "is die van de burgemeester."
    ),
    herstel="Zet de afzender op burgemeester als het diens taak is. Anders kunt u deze melding laten staan.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    inleiding: De burgemeester handhaafde de openbare orde op het plein.
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    inleiding: De burgemeester handhaafde de openbare orde op het plein.
    afzender: burgemeester
""",
)
B5: Final = Regeltekst(
    titel="Geheim zonder grond, of embargo zonder datum",
    bericht="De brief van {datum} ({onderwerp}) is geheim, maar zonder grond; noem de grond.",
    varianten={
        "opgelegd_door": (
            "De brief van {datum} ({onderwerp}) is geheim, maar zegt niet wie dat oplegde; noem het orgaan."
        ),
        "datum": (
            "De brief van {datum} ({onderwerp}) is geheim, maar zegt niet wanneer dat werd opgelegd; noem de dag."
        ),
        "embargo": (
            "De brief van {datum} ({onderwerp}) heeft een embargo zonder einde; noem de dag tot wanneer het geldt."
        ),
    },
    controleert=(
        "Of bij een geheime brief staat op welke grond, door wie en wanneer dat werd opgelegd, en bij een "
        "embargo tot wanneer het geldt."
    ),
    waarom=(
        "Zonder grond (Wet open overheid, art. 5.1; Gemeentewet, art. 87-89) is geheimhouding niet te "
        "controleren en niet op te heffen."
    ),
    herstel="Vul grond, opgelegd_door en datum in, of embargo_tot.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    openbaarheid:
      soort: geheim
      opgelegd_door: college
      datum: 2025-03-11
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    openbaarheid:
      soort: geheim
      grond: Wet open overheid, art. 5.1 lid 2 onder e
      opgelegd_door: college
      datum: 2025-03-11
""",
)
B6: Final = Regeltekst(
    titel="Vervolg zonder uiterste dag",
    bericht="De brief van {datum} ({onderwerp}) belooft een vervolg zonder termijn; zeg uiterlijk wanneer.",
    varianten={
        "open": (
            "De brief van {datum} ({onderwerp}) belooft een vervolg zonder laatste dag ({termijn}); zeg uiterlijk "
            "wanneer."
        ),
    },
    controleert=(
        "Of elke zin van het vervolg een termijn heeft met een laatste dag. Vaag mag: najaar 2025 heeft er "
        "een. De termijn van de toezegging die erbij hoort, telt ook."
    ),
    waarom="Wat geen laatste dag heeft, is nooit te laat.",
    herstel="Vul een termijn in, zoals najaar 2025 of vóór 1 juni 2025.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    vervolg:
      - tekst: De volgende stand van zaken volgt later.
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    vervolg:
      - tekst: De volgende stand van zaken volgt in het najaar van 2025.
        termijn: najaar 2025
""",
)
B7: Final = Regeltekst(
    titel="Persoonsgegevens in de tekst",
    bericht="In deze tekst staat een nummer dat een BSN is of kan zijn ({deel}); haal het weg.",
    varianten={
        "mail": "In deze tekst staat een e-mailadres ({deel}); haal het weg als het van een persoon is.",
        "telefoon": "In deze tekst staat een telefoonnummer ({deel}); haal het weg als het van een persoon is.",
        "adres": (
            "In deze tekst staat een adres met postcode en huisnummer ({deel}); haal het weg als er iemand woont."
        ),
    },
    controleert=(
        "Of in een brief of rapportage een BSN (met de elfproef), een e-mailadres, een telefoonnummer of een "
        "postcode met huisnummer staat. Nummers die zeggen wat zij zijn, zoals een zaaknummer, een kenmerk of "
        "een bedrag, tellen niet mee."
    ),
    waarom="Stukken voor de raad zijn meestal openbaar, en een persoonsgegeven dat niet nodig is, hoort er niet in.",
    herstel=(
        "Haal het gegeven weg, of noem een rol of een algemeen adres. Bij een ander nummer: zet ervoor wat het is."
    ),
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    inleiding: De melder heeft BSN 123456782.
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    inleiding: De melding heeft zaaknummer 123456782.
""",
)
B8: Final = Regeltekst(
    titel="Brief van vóór het collegebesluit",
    bericht=(
        "De brief van {datum} ({onderwerp}) is ouder dan het collegebesluit van {besluit}; verbeter een van beide."
    ),
    controleert="Of de datum van een brief niet vóór het collegebesluit ligt; dezelfde dag mag.",
    waarom="Een brief kan pas weg als het college heeft besloten hem te sturen.",
    herstel="Verbeter de datum of het collegebesluit.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    collegebesluit: 2025-03-25
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-03-18
    onderwerp: Stand van zaken 2024
    collegebesluit: 2025-03-18
""",
)
