"""The words of the checks of promises."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

_TOEZEGGING = """\
toezeggingen:
  - id: tz1
    datum: 15 januari 2024
    onderwerp: Evaluatie van het cameratoezicht
"""

T1: Final = Regeltekst(
    titel="Open toezegging zonder termijn",
    bericht=(
        "Van toezegging {toezegging} ({onderwerp}) is onbekend wanneer zij moet zijn nagekomen; "
        "vraag het na en vul niets in wat niet is gezegd."
    ),
    varianten={
        "periodiek": (
            "Toezegging {toezegging} ({onderwerp}) geldt {ritme}, maar wanneer een rapportage er moet zijn, is "
            "onbekend; spreek met de raad een levertermijn af."
        ),
    },
    controleert=(
        "Of een open toezegging een termijn heeft, en een doorlopende een levertermijn of een aantal dagen na de "
        "periode. Wat al is uitgevoerd of teruggemeld, hoeft er geen meer."
    ),
    waarom="Zonder termijn is een toezegging nooit te laat. Een verzonnen datum is nog erger: die lijkt afgesproken.",
    herstel="Vraag het de griffie of de portefeuillehouder. Tot dan blijft het onbekend; vul zelf geen datum in.",
    fout=_TOEZEGGING,
    goed=_TOEZEGGING + "    termijn: najaar 2025\n",
)
T2: Final = Regeltekst(
    titel="Toezegging te laat",
    bericht=(
        "Toezegging {toezegging} ({onderwerp}) moest uiterlijk op {laatst} zijn nagekomen, {dagen} geleden; "
        "kom haar na, of meld de raad waarom het later wordt."
    ),
    varianten={
        "aanname": (
            "Toezegging {toezegging} ({onderwerp}) moest naar de gewone grenzen van het seizoen uiterlijk op {laatst} "
            "zijn nagekomen, {dagen} geleden; die grenzen zijn een aanname, dus leg de eigen seizoenen of het "
            "zomerreces vast."
        ),
    },
    controleert=(
        "Of een open toezegging voorbij de laatste dag van haar termijn is, met de seizoenen en het zomerreces van "
        "de gemeente. Rapportages die doorlopend zijn toegezegd, staan bij R1."
    ),
    waarom="De rekenkamer van Heerlen zag dat 17% van de toezeggingen niet werd nagekomen.",
    herstel="Meld wat ervan kwam, of spreek met de raad een nieuwe termijn af en leg die vast als wijziging.",
    fout=_TOEZEGGING + "    termijn: maart 2025\n",
    goed=_TOEZEGGING
    + """\
    termijn: maart 2025
    afdoeningen:
      - sinds: 2025-03-18
        omschrijving: raadsbrief van 18 maart 2025
""",
)
T3: Final = Regeltekst(
    titel="Uitgevoerd en niet teruggemeld",
    bericht=(
        "Toezegging {toezegging} ({onderwerp}) is sinds {sinds} uitgevoerd, maar de raad heeft het niet gehoord; "
        "meld het terug."
    ),
    controleert="Of een toezegging die is uitgevoerd, daarna ook is teruggemeld, afgedaan of afgevoerd.",
    waarom="De rekenkamer van Heerlen zag dat 24% van de moties werd uitgevoerd zonder dat de raad het hoorde.",
    herstel="Meld het de raad, en zet dat met de dag in de statuslog; leg bij de afdoening het stuk vast.",
    fout=_TOEZEGGING
    + """\
    termijn: december 2025
    statuslog:
      - {status: uitgevoerd, sinds: 2025-02-01}
""",
    goed=_TOEZEGGING
    + """\
    termijn: december 2025
    statuslog:
      - {status: uitgevoerd, sinds: 2025-02-01}
      - {status: teruggemeld, sinds: 2025-03-18}
""",
)
T4: Final = Regeltekst(
    titel="Afgevoerd zonder besluit van de raad",
    bericht=(
        "Toezegging {toezegging} ({onderwerp}) is sinds {sinds} afgevoerd, maar een besluit van de raad staat er niet; "
        "leg het vast, of zet haar weer open."
    ),
    varianten={
        "orgaan": (
            "Toezegging {toezegging} ({onderwerp}) is afgevoerd door {orgaan}; alleen de raad voert een toezegging af."
        ),
        "eerder": (
            "Toezegging {toezegging} ({onderwerp}) is sinds {sinds} afgevoerd, van vóór het dossier werd bijgehouden; "
            "of de raad dat besloot, is niet bekend."
        ),
    },
    controleert="Of bij elke toezegging die is afgevoerd een besluit van de raad staat.",
    waarom="Het college doet een toezegging af; alleen de raad kan zeggen dat hij haar niet meer wil.",
    herstel="Leg afvoerbesluit vast met orgaan raad en de dag. Een voorstel alleen hoort in afvoervoorstel.",
    fout=_TOEZEGGING
    + """\
    termijn: december 2025
    statuslog:
      - {status: afgevoerd, sinds: 2025-02-01}
""",
    goed=_TOEZEGGING
    + """\
    termijn: december 2025
    statuslog:
      - {status: afgevoerd, sinds: 2025-02-01}
    afvoerbesluit: {orgaan: raad, datum: 1 februari 2025}
""",
)
T5: Final = Regeltekst(
    titel="Afgedaan zonder stuk",
    bericht=(
        "Toezegging {toezegging} ({onderwerp}) is sinds {sinds} afgedaan, maar met welk stuk staat er niet; "
        "noem het document, of omschrijf het."
    ),
    controleert="Of bij elke afdoening een document staat, of een omschrijving van een stuk buiten het dossier.",
    waarom="Zonder stuk kan de raad niet nagaan of hij kreeg wat was toegezegd.",
    herstel="Vul bij de afdoening document in, of omschrijving als het stuk niet in het dossier staat.",
    fout=_TOEZEGGING
    + """\
    termijn: december 2025
    afdoeningen:
      - sinds: 2025-03-18
""",
    goed=_TOEZEGGING
    + """\
    termijn: december 2025
    afdoeningen:
      - sinds: 2025-03-18
        omschrijving: raadsbrief van 18 maart 2025
""",
)
T6: Final = Regeltekst(
    titel="Toezegging met een termijn die nog komt",
    bericht="Toezegging {toezegging} ({onderwerp}) moet uiterlijk op {laatst} zijn nagekomen.",
    varianten={
        "vanaf": "Toezegging {toezegging} ({onderwerp}) komt op zijn vroegst op {vroegst}, zonder uiterste dag.",
        "periodiek": (
            "Toezegging {toezegging} ({onderwerp}): de volgende rapportage, over {over}, moet er uiterlijk op {laatst} "
            "zijn."
        ),
    },
    controleert=(
        "Wanneer elke open toezegging moet zijn nagekomen; van een doorlopende de eerste rapportage die komt. Wat al "
        "is uitgevoerd of teruggemeld, hoeft niet meer."
    ),
    waarom="Wie het op tijd ziet, komt niet te laat.",
    herstel="Er is niets te herstellen; plan het in.",
    fout=_TOEZEGGING + "    termijn: najaar 2025\n",
    goed=_TOEZEGGING
    + """\
    termijn: najaar 2025
    afdoeningen:
      - sinds: 2025-03-18
        omschrijving: raadsbrief van 18 maart 2025
""",
)
