"""The words of the checks of indicators."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

N1: Final = Regeltekst(
    titel="Punten van een reeks die iets anders tellen",
    bericht=(
        "{indicator} heeft een andere {wat} dan bij de meting ervoor: {nu} ({periode}) na {was} ({vorige}); "
        "reken om, of maak er twee indicatoren van."
    ),
    varianten={
        "verklaard": (
            "{indicator} heeft met een andere methode ook een andere {wat}: {nu} ({periode}) na {was} ({vorige}); "
            "een reeks over die grens is geen reeks, dus reken om of maak er twee indicatoren van."
        ),
        "definitie": (
            "{indicator} ({periode}) heeft een andere {wat} dan de indicator zelf: {nu}, en bij de indicator {was}; "
            "verbeter de meting, of de indicator als die nu anders is."
        ),
        "onbekend": (
            "{indicator} noemt de {wat} niet bij elke meting hetzelfde: {nu} ({periode}) na {was} ({vorige}); "
            "of dat iets anders is, is niet te zeggen, dus vul haar aan."
        ),
    },
    controleert=(
        "Of eenheid, noemer en leeftijdsgroep van elke meting gelijk zijn aan die van de meting ervoor, in hetzelfde "
        "gebied, en aan wat de indicator zelf zegt. Wat van een van beide niet bekend is, is een waarschuwing."
    ),
    waarom=(
        "Informatie moet te vergelijken zijn. Verwijzingen naar Halt stonden eerst per 10.000 en later per 1.000 "
        "jongeren: wie dat niet ziet, leest een daling die er niet is."
    ),
    herstel="Reken de oude waarden om, of maak voor de oude telling een eigen indicator.",
    fout="""\
indicatoren:
  - {id: halt, naam: Verwijzingen Halt, eenheid: aantal, per: 1000, noemer: jongeren}
metingen:
  - {indicator: halt, periode: 2017, waarde: 132, eenheid: aantal, per: 10000, noemer: jongeren}
  - {indicator: halt, periode: 2018, waarde: 12, eenheid: aantal, per: 1000, noemer: jongeren}
""",
    goed="""\
indicatoren:
  - {id: halt, naam: Verwijzingen Halt, eenheid: aantal, per: 1000, noemer: jongeren}
metingen:
  - {indicator: halt, periode: 2017, waarde: 13.2, eenheid: aantal, per: 1000, noemer: jongeren}
  - {indicator: halt, periode: 2018, waarde: 12, eenheid: aantal, per: 1000, noemer: jongeren}
""",
)
N2: Final = Regeltekst(
    titel="Verschil over een breuk heen",
    bericht=(
        "{indicator} is tussen {van} en {naar} niet te vergelijken, want de metingen verschillen in {breuk}; "
        "noem geen stijging of daling."
    ),
    varianten={
        "onzeker": (
            "Of {indicator} tussen {van} en {naar} te vergelijken is, is niet te zeggen: bij een van beide "
            "ontbreekt {breuk}; vul dat aan."
        ),
    },
    controleert=(
        "Of de twee metingen die een rapportage vergelijkt, gelijk zijn in eenheid, noemer, leeftijdsgroep, bron, "
        "methode, lengte van de periode en volledigheid. Wat op de dag van de rapportage niet bekend was, telt niet."
    ),
    waarom="Een verschil over een breuk zegt iets over het meten en niets over de veiligheid.",
    herstel="Haal de vergelijking weg, reken een van beide om, of vergelijk met een jaar van na de breuk.",
    fout="""\
indicatoren:
  - {id: gevoel, naam: Voelt zich weleens onveilig, eenheid: '%'}
metingen:
  - {indicator: gevoel, periode: 2023, waarde: 31, eenheid: '%', methode: '2021'}
  - {indicator: gevoel, periode: 2024, waarde: 28, eenheid: '%', methode: '2024'}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: gevoel, van: 2023, naar: 2024}
""",
    goed="""\
indicatoren:
  - {id: gevoel, naam: Voelt zich weleens onveilig, eenheid: '%'}
metingen:
  - {indicator: gevoel, periode: 2023, waarde: 29, eenheid: '%', methode: '2024'}
  - {indicator: gevoel, periode: 2024, waarde: 28, eenheid: '%', methode: '2024'}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: gevoel, van: 2023, naar: 2024}
""",
)
N3: Final = Regeltekst(
    titel="Vergelijking met een waarde die er niet is",
    bericht="{indicator} heeft geen waarde ({periode}); dat is iets anders dan 0, dus noem geen verschil.",
    varianten={
        "zonder": (
            "Van {indicator} is geen meting bekend ({periode}); een verschil is dan niet te noemen, "
            "dus vul de meting in of haal de vergelijking weg."
        ),
    },
    controleert=(
        "Of beide metingen die een rapportage vergelijkt er zijn, op de dag van de rapportage bekend waren en een "
        "waarde hebben."
    ),
    waarom="Geen waarde is geen 0: wie het zo leest, meldt een daling of stijging die niemand heeft gemeten.",
    herstel="Vul de waarde in als zij er is; laat anders de vergelijking weg en zeg dat er niet is gemeten.",
    fout="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
metingen:
  - {indicator: vernielingen, periode: 2023, waarde: 190, eenheid: aantal}
  - {indicator: vernielingen, periode: 2024, eenheid: aantal}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023, naar: 2024}
""",
    goed="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
metingen:
  - {indicator: vernielingen, periode: 2023, waarde: 190, eenheid: aantal}
  - {indicator: vernielingen, periode: 2024, waarde: 183, eenheid: aantal}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023, naar: 2024}
""",
)
N4: Final = Regeltekst(
    titel="Streefwaarde soepeler zonder de raad",
    bericht=(
        "De streefwaarde van doel {doel} voor {jaar} ging op {sinds} van {oud} naar {nieuw}, en dat is soepeler, "
        "zonder besluit van de raad; vul het besluit in of leg het de raad voor."
    ),
    varianten={
        "orgaan": (
            "De streefwaarde van doel {doel} voor {jaar} ging op {sinds} van {oud} naar {nieuw}, en dat is soepeler, "
            "met een besluit van {orgaan} en niet van de raad; leg het de raad voor."
        ),
        "richting": (
            "De streefwaarde van doel {doel} voor {jaar} ging op {sinds} van {oud} naar {nieuw} zonder besluit van de "
            "raad; of dat soepeler is, is niet te zeggen zolang niet bekend is of minder of juist meer beter is."
        ),
        "volgorde": (
            "Doel {doel} heeft voor {jaar} meer dan één streefwaarde zonder besluit van de raad, en van {waarde} is "
            "niet te zeggen of zij eerder of later was; vul in sinds wanneer zij geldt."
        ),
    },
    controleert=(
        "Of een streefwaarde die voor hetzelfde jaar later soepeler werd, met een besluit van de raad is veranderd."
    ),
    waarom="De raad stelt de doelen. Wie een doel stil verlaagt, haalt het altijd ('s-Hertogenbosch: 5,0% werd 6,0%).",
    herstel="Vul het besluit van de raad in bij de nieuwe streefwaarde, of vraag de raad daarom.",
    fout="""\
indicatoren:
  - {id: slachtoffers, naam: Slachtoffer van woninginbraak, eenheid: '%', richting: daling}
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - id: d1
        tekst: Minder inwoners zijn slachtoffer.
        indicator: slachtoffers
        streefwaarden:
          - {jaar: 2025, waarde: 5.0, sinds: 2021-11-08}
          - {jaar: 2025, waarde: 6.0, sinds: 2023-11-14}
""",
    goed="""\
indicatoren:
  - {id: slachtoffers, naam: Slachtoffer van woninginbraak, eenheid: '%', richting: daling}
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - id: d1
        tekst: Minder inwoners zijn slachtoffer.
        indicator: slachtoffers
        streefwaarden:
          - {jaar: 2025, waarde: 5.0, sinds: 2021-11-08}
          - {jaar: 2025, waarde: 6.0, sinds: 2023-11-14, besluit: {orgaan: raad, datum: 2023-11-14}}
""",
)
N5: Final = Regeltekst(
    titel="Streefwaarden die even de andere kant op gaan",
    bericht=(
        "De streefwaarde van doel {doel} is {nu} voor {jaar}, na {was} voor {eerder}; dat gaat tegen de richting in "
        "({richting}), dus kijk of zij klopt."
    ),
    varianten={
        "heen en weer": (
            "De streefwaarden van doel {doel} gaan heen en weer: {nu} voor {jaar}, na {was} voor {eerder}; "
            "kijk of dat klopt."
        ),
    },
    controleert=(
        "Of de weg van de nulmeting langs de streefwaarden, per jaar de laatste, steeds dezelfde kant op gaat: die van "
        "het doel of de indicator, en anders die van begin naar eind."
    ),
    waarom="Een doel dat onderweg even terug mag, is meestal een tikfout of een vergeten bijstelling.",
    herstel="Verbeter de streefwaarde, of de richting van het doel.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - id: d1
        tekst: Minder overlast.
        richting: daling
        nulmeting: {waarde: 20, jaar: 2021}
        streefwaarden:
          - {jaar: 2023, waarde: 12}
          - {jaar: 2025, waarde: 15}
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - id: d1
        tekst: Minder overlast.
        richting: daling
        nulmeting: {waarde: 20, jaar: 2021}
        streefwaarden:
          - {jaar: 2023, waarde: 15}
          - {jaar: 2025, waarde: 12}
""",
)
N6: Final = Regeltekst(
    titel="Nulmetingen uit verschillende jaren",
    bericht=(
        "Doel {doel} heeft een nulmeting uit {jaar}, en andere doelen van {beleid} hebben er een uit {anders}; "
        "neem hetzelfde jaar, of leg uit waarom dat niet kan."
    ),
    controleert="Of de nulmetingen van alle doelen van een beleid uit hetzelfde jaar komen.",
    waarom="Anders is niet te zien wat er in de jaren van dit beleid is bereikt, en wat daarvoor al was gebeurd.",
    herstel="Zoek de waarde van het gewone jaar op, of accepteer dit met een reden als die er niet is.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - {id: d1, tekst: Minder overlast., nulmeting: {waarde: 20, jaar: 2021}}
      - {id: d2, tekst: Minder inbraken., nulmeting: {waarde: 3, jaar: 2018}}
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2022-2025
    looptijd: 2022/2025
    doelen:
      - {id: d1, tekst: Minder overlast., nulmeting: {waarde: 20, jaar: 2021}}
      - {id: d2, tekst: Minder inbraken., nulmeting: {waarde: 2, jaar: 2021}}
""",
)
N7: Final = Regeltekst(
    titel="Cijfer dat nog kan veranderen",
    bericht="{indicator} is een voorlopig cijfer ({periode}); zeg dat erbij, en kijk of het definitieve er al is.",
    varianten={
        "onvolledig": (
            "{indicator} gaat niet over de hele periode ({periode}); zeg dat erbij, en vul het volledige cijfer aan "
            "als het er is."
        ),
    },
    controleert=(
        "Of een meting voorlopig is of niet de hele periode telt, en van die periode geen definitief en volledig "
        "cijfer bekend is."
    ),
    waarom="De laatste maanden van een bron zijn vaak niet volledig: een daling aan het eind is dan geen daling.",
    herstel="Voeg de definitieve meting toe met de dag waarop zij bekend werd; de voorlopige mag blijven staan.",
    fout="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
metingen:
  - {indicator: vernielingen, periode: 2024, waarde: 183, eenheid: aantal, voorlopig: true, bekend_sinds: 2025-02-20}
""",
    goed="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
metingen:
  - {indicator: vernielingen, periode: 2024, waarde: 183, eenheid: aantal, voorlopig: true, bekend_sinds: 2025-02-20}
  - {indicator: vernielingen, periode: 2024, waarde: 191, eenheid: aantal, bekend_sinds: 2025-06-12}
""",
)
N8: Final = Regeltekst(
    titel="Te kleine aantallen voor een trend",
    bericht=(
        "{indicator} ({periode}) gaat over {aantal}, en afgesproken is dat er onder {drempel} geen trend wordt "
        "genoemd; geef alleen het aantal."
    ),
    controleert=(
        "Of het aantal achter een meting onder de grens ligt die de gemeente in drempels heeft afgesproken. "
        "Zonder die afspraak is er niets te melden."
    ),
    waarom="Bij kleine aantallen is een verschil al gauw toeval.",
    herstel="Noem geen stijging of daling, of tel over een langere periode.",
    fout="""\
gemeente: {profiel: {drempels: {kleine_aantallen: 10}}}
indicatoren:
  - {id: overvallen, naam: Overvallen, eenheid: aantal}
metingen:
  - {indicator: overvallen, periode: 2024, waarde: 3, eenheid: aantal}
""",
    goed="""\
gemeente: {profiel: {drempels: {kleine_aantallen: 10}}}
indicatoren:
  - {id: overvallen, naam: Overvallen, eenheid: aantal}
metingen:
  - {indicator: overvallen, periode: 2024, waarde: 12, eenheid: aantal}
""",
)
N9: Final = Regeltekst(
    titel="Bron die trager is dan de rapportage",
    bericht=(
        "{rapportage} vergelijkt {indicator} op {dag} al ({periode}), terwijl de bron dat cijfer pas {vertraging} na "
        "de periode publiceert; vergelijk een eerdere periode, of verbeter de vertraging."
    ),
    controleert=(
        "Of de bron van een indicator, met haar vertraging, de vergeleken periode kan hebben gepubliceerd op de dag "
        "van de rapportage. Staat bij de meting dat zij toen al bekend was, dan is dat zo."
    ),
    waarom="Een cijfer dat er nog niet kan zijn, is geschat, van een andere bron of van een andere periode.",
    herstel="Vergelijk de laatste periode die er wel was, of vul bij de meting in sinds wanneer zij bekend is.",
    fout="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal, vertraging: 90}
metingen:
  - {indicator: vernielingen, periode: 2023, waarde: 190, eenheid: aantal}
  - {indicator: vernielingen, periode: 2024, waarde: 183, eenheid: aantal}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023, naar: 2024}
""",
    goed="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal, vertraging: 90}
metingen:
  - {indicator: vernielingen, periode: 2023, waarde: 190, eenheid: aantal}
  - {indicator: vernielingen, periode: 2024, waarde: 183, eenheid: aantal}
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
    datum: 2025-04-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023, naar: 2024}
""",
)
N10: Final = Regeltekst(
    titel="Gemeten periode is niet de periode van de rapportage",
    bericht=(
        "{rapportage} gaat over {perioden}, maar geeft {indicator} over een andere periode ({naar}); "
        "vergelijk de periode waarover zij gaat."
    ),
    varianten={
        "deels": (
            "{rapportage} gaat over {perioden}, maar geeft {indicator} over een periode die daar voor een deel buiten "
            "ligt ({naar}); vergelijk de periode waarover zij gaat."
        ),
        "eerder": (
            "{rapportage} gaat over {perioden}, en geeft {indicator} over een eerdere periode ({naar}), want de bron "
            "is nog niet verder; zeg erbij over welke periode het cijfer gaat."
        ),
        "deel": (
            "{rapportage} gaat over {perioden}, maar geeft {indicator} over een deel daarvan ({naar}); "
            "zeg erbij dat het om een deel gaat, of vergelijk de hele periode."
        ),
    },
    controleert=(
        "Of de periode die een rapportage vergelijkt, gelijk is aan de periode of perioden waarover zij gaat. Een "
        "eerdere periode is een waarschuwing als de bron door haar vertraging nog niet verder kan zijn."
    ),
    waarom="De raad leest het cijfer als dat van de periode op de voorkant.",
    herstel="Vergelijk dezelfde periode van een jaar eerder met de periode van de rapportage.",
    fout="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
rapportages:
  - id: notitie-2024-h2
    titel: Stand van zaken tweede helft 2024
    perioden: [2024-H2]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023, naar: 2024}
""",
    goed="""\
indicatoren:
  - {id: vernielingen, naam: Vernielingen, eenheid: aantal}
rapportages:
  - id: notitie-2024-h2
    titel: Stand van zaken tweede helft 2024
    perioden: [2024-H2]
    datum: 2025-03-10
    vergelijkingen:
      - {indicator: vernielingen, van: 2023-H2, naar: 2024-H2}
""",
)
