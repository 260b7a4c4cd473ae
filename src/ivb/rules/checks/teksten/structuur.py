"""The words of the checks of how policy, plan and report fit together."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

S1: Final = Regeltekst(
    titel="Actie zonder thema van het beleid",
    bericht="Actie {actie} ({titel}) heeft geen thema; kies er een uit het beleid.",
    varianten={
        "buiten": (
            "Actie {actie} ({titel}) hoort bij het thema {thema}, maar dat staat niet in {beleid}; "
            "kies een thema uit het beleid waar het plan bij hoort."
        ),
        "ambitie": (
            "Actie {actie} ({titel}) hoort door haar ambitie bij het thema {thema}, maar dat staat niet in {beleid}; "
            "geef de ambitie of de actie een thema uit het beleid waar het plan bij hoort."
        ),
        "verplichting": (
            "Actie {actie} ({titel}) hoort door haar verplichting bij het thema {thema}, maar dat staat niet in "
            "{beleid}; geef de verplichting of de actie een thema uit het beleid waar het plan bij hoort."
        ),
    },
    controleert=(
        "Of elke actie een thema heeft, van zichzelf, van haar ambitie of van haar verplichting, en of dat in het "
        "beleid van het plan staat. Noemt het plan geen beleid, dan is dat het beleid dat in zijn jaren geldt."
    ),
    waarom="Een actie die bij geen thema hoort, voert het beleid van de raad niet uit; in geen overzicht telt zij mee.",
    herstel="Vul bij de actie of haar ambitie thema in met het id van een thema uit het beleid.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    beleid: ivb
    acties:
      - id: A1
        titel: Schouw in het centrum
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    beleid: ivb
    acties:
      - id: A1
        titel: Schouw in het centrum
        thema: wonen
""",
)
S2: Final = Regeltekst(
    titel="Thema dat wordt overgeslagen",
    bericht=(
        "{jaarplan} heeft geen actie bij het thema {thema} uit {beleid}; "
        "neem er een op, of leg in de inleiding uit waarom niet."
    ),
    varianten={
        "leeg": "{jaarplan} heeft bij geen enkel thema uit {beleid} een actie; vul de acties in.",
        "rapportage": (
            "{rapportage} heeft geen tekst bij het thema {thema} uit {beleid}; "
            "zeg wat er gebeurde, of dat er niets gebeurde."
        ),
        "rapportage_leeg": (
            "{rapportage} heeft bij geen enkel thema uit {beleid} een tekst; vul de ontwikkelingen in."
        ),
    },
    controleert=(
        "Of een jaarplan bij elk thema van zijn beleid een actie heeft, en een rapportage bij elk thema van het beleid "
        "dat in haar perioden gold een tekst."
    ),
    waarom="Over een thema waar het plan en de rapportage over zwijgen, kan de raad niet sturen.",
    herstel="Neem een actie of een tekst op bij het thema. Doet u er bewust niets aan, accepteer de bevinding dan.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
      - id: jeugd
        naam: Jeugd
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        thema: wonen
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
      - id: jeugd
        naam: Jeugd
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        thema: wonen
      - id: A2
        titel: Straatcoaches in de wijk
        thema: jeugd
""",
)
S3: Final = Regeltekst(
    titel="Thema in de rapportage dat het beleid niet heeft",
    bericht=(
        "{rapportage} vertelt over het thema {thema}, maar dat staat niet in {beleid}; "
        "gebruik een thema van het beleid dat in die periode gold."
    ),
    controleert="Of elk thema in een rapportage voorkomt in het beleid dat gold in de perioden waarover zij gaat.",
    waarom="De raad stelde het beleid vast en kan een rapportage alleen daarnaast leggen als de thema's dezelfde zijn.",
    herstel="Kies het thema van het beleid waar de tekst bij hoort, of voeg het thema toe aan het beleid.",
    fout="""\
beleid:
  - id: ivb-2020
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
    themas:
      - id: wonen
        naam: Veilig wonen
  - id: ivb-2024
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: digitaal
        naam: Digitale veiligheid
rapportages:
  - id: notitie-2023
    titel: Stand van zaken 2023
    perioden: [2023]
    ontwikkelingen:
      - thema: digitaal
        tekst: Inwoners kregen voorlichting over nepberichten.
""",
    goed="""\
beleid:
  - id: ivb-2020
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
    themas:
      - id: wonen
        naam: Veilig wonen
  - id: ivb-2024
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: digitaal
        naam: Digitale veiligheid
rapportages:
  - id: notitie-2023
    titel: Stand van zaken 2023
    perioden: [2023]
    ontwikkelingen:
      - thema: wonen
        tekst: Inwoners kregen voorlichting over nepberichten.
""",
)
S4: Final = Regeltekst(
    titel="Doel zonder effect",
    bericht="Doel {doel} van {beleid} noemt geen effect; zeg wat inwoners merken als het is bereikt.",
    controleert="Of elk doel van het beleid zegt wat de samenleving ervan merkt.",
    waarom="Een doel zonder effect is vaak een middel; of het hielp, is dan niet te zeggen.",
    herstel="Vul effect in: wat wordt er anders, en voor wie?",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    doelen:
      - id: d1
        tekst: Er komen meer camera's in het centrum.
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    doelen:
      - id: d1
        tekst: Het centrum is 's avonds veilig.
        effect: Bezoekers voelen zich 's avonds veilig in het centrum.
""",
)
S5: Final = Regeltekst(
    titel="Veel prioriteiten",
    bericht=(
        "In {beleid} is het aantal thema's boven beheersniveau {aantal}, en afgesproken is ten hoogste {drempel}; "
        "kies welke thema's echt voorgaan."
    ),
    controleert=(
        "Of het beleid niet meer thema's als speerpunt of strategisch thema heeft dan de gemeente in haar profiel "
        "afsprak. Is er niets afgesproken, dan wordt er niets gemeld."
    ),
    waarom="Als alles voorgaat, gaat niets voor.",
    herstel="Zet een thema op beheersniveau, of spreek een ander aantal af in gemeente.profiel.drempels.prioriteiten.",
    fout="""\
gemeente:
  profiel:
    drempels:
      prioriteiten: 1
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
        prioriteit: speerpunt
      - id: jeugd
        naam: Jeugd
        prioriteit: strategisch thema
""",
    goed="""\
gemeente:
  profiel:
    drempels:
      prioriteiten: 1
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    themas:
      - id: wonen
        naam: Veilig wonen
        prioriteit: speerpunt
      - id: jeugd
        naam: Jeugd
        prioriteit: beheersniveau
""",
)
