"""The words of the checks of actions."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

A1: Final = Regeltekst(
    titel="Actie zonder trekker",
    bericht="Actie {actie} ({titel}) heeft geen trekker; noem de rol die haar trekt.",
    controleert="Of elke actie van een jaarplan zegt wie haar trekt.",
    waarom="Wat niemand trekt, blijft liggen; en de raad kan niemand aanspreken.",
    herstel="Vul trekker in met een rol, zoals adviseur veiligheid. Een naam hoort hier niet.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        trekker: adviseur veiligheid
""",
)
A2: Final = Regeltekst(
    titel="Actie zonder planning",
    bericht="Actie {actie} ({titel}) heeft geen einde en geen ijkmoment; zeg wanneer zij klaar is of wordt bekeken.",
    controleert="Of elke actie een einde heeft, of ten minste een ijkmoment, dat niet onbekend is.",
    waarom="Zonder moment is niet te zeggen of een actie op tijd is.",
    herstel="Vul eind in (najaar 2025 mag), of bij een doorlopende actie een ijkmoment.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        eind: najaar 2025
""",
)
A3: Final = Regeltekst(
    titel="Oranje of rood zonder uitleg",
    bericht="Actie {actie} staat op {sinds} op {kleur}, maar zonder {ontbreekt}; vul dat aan.",
    controleert="Of bij elk oordeel oranje of rood een oorzaak, een gevolg en een bijsturing staan.",
    waarom="Een kleur alleen zegt de raad niet wat er aan de hand is en wat het college eraan doet.",
    herstel="Vul oorzaak, gevolg en bijsturing in bij dezelfde melding.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - actie: A1
    sinds: 2025-06-01
    voortgang: loopt
    tijd: rood
    oorzaak: De wijkagent was langdurig ziek.
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - actie: A1
    sinds: 2025-06-01
    voortgang: loopt
    tijd: rood
    oorzaak: De wijkagent was langdurig ziek.
    gevolg: De schouw van mei ging niet door.
    bijsturing: Een andere wijkagent loopt de schouw in september.
""",
)
A4: Final = Regeltekst(
    titel="Melding die zichzelf tegenspreekt",
    bericht="Actie {actie} is op {sinds} afgerond, maar er staat geen resultaat; zeg wat het heeft opgeleverd.",
    varianten={
        "deels": "Actie {actie} is op {sinds} afgerond en voor {percentage}% klaar; dat kan niet allebei.",
        "begonnen": "Actie {actie} is op {sinds} niet gestart en voor {percentage}% klaar; dat kan niet allebei.",
    },
    controleert="Of de stand, het percentage en het resultaat van een melding bij elkaar passen.",
    waarom="Wat elkaar tegenspreekt, telt in elk overzicht anders mee.",
    herstel="Vul het resultaat aan, of verbeter de stand of het percentage.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - actie: A1
    sinds: 2025-06-01
    voortgang: afgerond
    percentage: 80
    resultaat: Er zijn twee schouwen gelopen.
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - actie: A1
    sinds: 2025-06-01
    voortgang: afgerond
    percentage: 100
    resultaat: Er zijn twee schouwen gelopen.
""",
)
A5: Final = Regeltekst(
    titel="Actie die uit het volgende plan verdwijnt",
    bericht=(
        "Actie {actie} ({titel}) uit {jaarplan} is niet afgerond, doorgeschoven of vervallen, "
        "en staat niet in {volgende}; meld wat ervan kwam of neem haar weer op."
    ),
    varianten={
        "hernoemd": (
            "Actie {actie} ({titel}) uit {jaarplan} is niet afgerond, doorgeschoven of vervallen, en staat niet in "
            "{volgende}; is zij daar {opvolger} ({nieuw})? Geef die dan het id {actie}."
        ),
        "nog": (
            "Actie {actie} ({titel}) uit {jaarplan} staat niet in {volgende}, en is nog niet afgerond, doorgeschoven "
            "of vervallen; meld vóór het einde van {jaarplan} wat ervan kwam, of neem haar weer op."
        ),
        "doorgeschoven": (
            "Actie {actie} ({titel}) uit {jaarplan} is doorgeschoven, maar staat in geen later plan; "
            "neem haar op met hetzelfde id, of meld dat zij is vervallen en waarom."
        ),
    },
    controleert=(
        "Of elke actie van een plan is afgerond, doorgeschoven of vervallen, of met hetzelfde id in het volgende plan "
        "staat. Het volgende plan is het eerste dat begint na de jaren van dit plan. Loopt dit plan nog, dan is het "
        "een waarschuwing; was het voorbij vóór bijgehouden_vanaf, dan is niet bekend wat ervan kwam. Doorschuiven "
        "naar een jaar waarvoor nog geen plan is, mag."
    ),
    waarom="Acties die van jaar op jaar verdwijnen zonder een woord, zien rekenkamers het vaakst.",
    herstel="Meld de afloop in de voortgang (met een reden bij vervallen), of neem de actie weer op met haar id.",
    fout="""\
jaarplannen:
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    acties:
      - id: A1
        titel: Schouw in het centrum
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
""",
    goed="""\
jaarplannen:
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    acties:
      - id: A1
        titel: Schouw in het centrum
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
voortgang:
  - actie: A1
    sinds: 2024-12-01
    voortgang: vervallen
    reden: Het centrum wordt verbouwd.
""",
)
A6: Final = Regeltekst(
    titel="Actie die steeds opschuift",
    bericht=(
        "Actie {actie} ({titel}) is {keren} keer doorgeschoven; "
        "kijk of zij nog haalbaar is, of laat haar met een reden vervallen."
    ),
    controleert=(
        "Hoe vaak een actie naar een volgend plan is doorgeschoven: twee keer of vaker wordt gemeld, zolang zij niet "
        "is afgerond of vervallen."
    ),
    waarom="Wat elk jaar opschuift, is geen plan meer; de raad mag dat weten.",
    herstel="Maak de actie kleiner, zorg voor uren of geld, of laat haar vervallen met een reden.",
    fout="""\
jaarplannen:
  - looptijd: 2023
    titel: Jaarplan Veiligheid 2023
    acties: [{id: A1, titel: Schouw in het centrum}]
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    acties: [{id: A1, titel: Schouw in het centrum}]
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties: [{id: A1, titel: Schouw in het centrum}]
voortgang:
  - {actie: A1, sinds: 2023-12-01, voortgang: doorgeschoven, reden: Geen uren}
  - {actie: A1, sinds: 2024-12-01, voortgang: doorgeschoven, reden: Geen uren}
""",
    goed="""\
jaarplannen:
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    acties: [{id: A1, titel: Schouw in het centrum}]
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties: [{id: A1, titel: Schouw in het centrum}]
voortgang:
  - {actie: A1, sinds: 2024-12-01, voortgang: doorgeschoven, reden: Geen uren}
""",
)
A7: Final = Regeltekst(
    titel="Doorlopende actie zonder ijkmoment",
    bericht="Actie {actie} ({titel}) loopt door, maar heeft geen ijkmoment; zeg wanneer u haar bekijkt.",
    controleert=(
        "Of een actie die als doorlopend is gemeld, ten minste één ijkmoment heeft dat niet onbekend is, in het "
        "laatste plan waarin zij staat."
    ),
    waarom="Wat altijd doorloopt, is nooit af en nooit te laat: alleen op een ijkmoment is er iets over te zeggen.",
    herstel="Vul een ijkmoment in, zoals juni 2025.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Overleg met de horeca
voortgang:
  - {actie: A1, sinds: 2025-02-01, voortgang: doorlopend}
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Overleg met de horeca
        ijkmomenten: [november 2025]
voortgang:
  - {actie: A1, sinds: 2025-02-01, voortgang: doorlopend}
""",
)
A8: Final = Regeltekst(
    titel="Stand die ouder is dan de periode van de rapportage",
    bericht=(
        "{rapportage} vertelt de stand op {peildatum}, maar de laatste melding van actie {actie} ({titel}) is van "
        "{sinds}, van vóór de periode; meld hoe het er nu voor staat."
    ),
    varianten={
        "zonder": (
            "{rapportage} vertelt de stand op {peildatum}, maar van actie {actie} ({titel}) is niets gemeld; "
            "meld hoe het ervoor staat."
        ),
    },
    controleert=(
        "Of van elke actie die nog loopt, een melding bestaat uit de periode waarover een rapportage gaat, "
        "tot en met haar peildatum. Wat volgens het plan pas later begint, en een peildatum vóór bijgehouden_vanaf, "
        "tellen niet mee."
    ),
    waarom="Anders krijgt de raad een oude stand te lezen alsof zij nieuw is.",
    herstel="Voeg een melding toe met de stand op de peildatum, ook als er niets veranderde.",
    fout="""\
jaarplannen:
  - looptijd: 2024/2025
    titel: Jaarplan Veiligheid 2024 en 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - {actie: A1, sinds: 2024-03-01, voortgang: loopt}
rapportages:
  - id: notitie-2024-h2
    titel: Stand van zaken tweede helft 2024
    perioden: [2024-H2]
    peildatum: 2024-12-31
""",
    goed="""\
jaarplannen:
  - looptijd: 2024/2025
    titel: Jaarplan Veiligheid 2024 en 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - {actie: A1, sinds: 2024-03-01, voortgang: loopt}
  - {actie: A1, sinds: 2024-11-15, voortgang: loopt, percentage: 50}
rapportages:
  - id: notitie-2024-h2
    titel: Stand van zaken tweede helft 2024
    perioden: [2024-H2]
    peildatum: 2024-12-31
""",
)
A9: Final = Regeltekst(
    titel="Actie voorbij haar planning",
    bericht="Actie {actie} ({titel}) zou klaar zijn: {eind}. Zij {wat}; rond haar af, of zeg waarom het langer duurt.",
    controleert=(
        "Of een actie waarvan het einde voorbij is, nog als lopend of als groen op tijd is gemeld, in het laatste plan "
        "waarin zij staat. Staat tijd op oranje of rood met oorzaak, gevolg en bijsturing, dan is het gezegd."
    ),
    waarom="Wat over tijd is en toch groen, vertelt de raad iets anders dan wat er is.",
    herstel="Meld de afloop, of zet tijd op oranje of rood met oorzaak, gevolg en bijsturing.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        eind: maart 2025
voortgang:
  - {actie: A1, sinds: 2025-02-01, voortgang: loopt}
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        eind: maart 2025
voortgang:
  - {actie: A1, sinds: 2025-02-01, voortgang: loopt}
  - {actie: A1, sinds: 2025-03-28, voortgang: afgerond, resultaat: Eén schouw gelopen}
""",
)
A10: Final = Regeltekst(
    titel="Tekst die gelijk is aan de vorige keer",
    bericht="Actie {actie} heeft op {sinds} letterlijk dezelfde toelichting als op {vorige}; zeg wat er nieuw is.",
    varianten={
        "thema": (
            "{rapportage} zegt over het thema {thema} letterlijk hetzelfde als de rapportage over {periode}; "
            "zeg wat er nieuw is."
        ),
    },
    controleert="Of een toelichting of een tekst per thema letterlijk gelijk is aan die van de vorige keer.",
    waarom="Een overgenomen tekst zegt de raad niets, of iets wat niet meer klopt.",
    herstel="Schrijf wat er sinds de vorige keer gebeurde; is dat niets, zeg dan dat er niets veranderde.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - {actie: A1, sinds: 2025-01-15, voortgang: loopt, toelichting: De schouw wordt voorbereid.}
  - {actie: A1, sinds: 2025-06-15, voortgang: loopt, toelichting: De schouw wordt voorbereid.}
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
voortgang:
  - {actie: A1, sinds: 2025-01-15, voortgang: loopt, toelichting: De schouw wordt voorbereid.}
  - {actie: A1, sinds: 2025-06-15, voortgang: loopt, toelichting: De eerste schouw is gelopen.}
""",
)
