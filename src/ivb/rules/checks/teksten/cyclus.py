"""The words of the checks of the cycle."""

from typing import Final

from ivb.model.besluit import Orgaan
from ivb.rules.checks.regel import Regeltekst

ORGANEN: Final = {
    Orgaan.RAAD: "de raad",
    Orgaan.COLLEGE: "het college",
    Orgaan.BURGEMEESTER: "de burgemeester",
    Orgaan.ANDERS: "een ander orgaan",
}

C1: Final = Regeltekst(
    titel="Beleid later dan vier jaar na het vorige vastgesteld",
    bericht=(
        "De raad stelde {opvolger} vast op {opgevolgd}, maar moest dat {uiterlijk} doen, vier jaar na {beleid} "
        "(vastgesteld: {vastgesteld}); leg de raad uit waarom het later werd, of kijk de datums na."
    ),
    varianten={
        "vaag": (
            "De raad stelde {opvolger} te laat vast ({opgevolgd}), want vier jaar na {beleid} (vastgesteld: "
            "{vastgesteld}) was het {uiterlijk}; noteer de precieze dagen, en leg de raad uit waarom het later werd."
        ),
        "onzeker": (
            "Misschien stelde de raad {opvolger} te laat vast ({opgevolgd}), want vier jaar na {beleid} "
            "(vastgesteld: {vastgesteld}) was het {uiterlijk}; noteer de precieze dagen."
        ),
        "na verlenging": (
            "De raad stelde {opvolger} vast ({opgevolgd}) en was alleen op tijd als zijn besluit om {beleid} "
            "(vastgesteld: {vastgesteld}) te verlengen telt, want anders was het {uiterlijk}; laat dat uitzoeken."
        ),
        "verstreken": (
            "De raad stelde {beleid} vast ({vastgesteld}) en moest {uiterlijk} opnieuw doelen vaststellen, maar dat is "
            "niet genoteerd; noteer het besluit, of laat de raad het alsnog nemen."
        ),
        "denkbaar": (
            "De raad stelde {beleid} vast ({vastgesteld}) en moest {uiterlijk} opnieuw doelen vaststellen, maar van "
            "een later beleid is niet bekend of en wanneer de raad het vaststelde; noteer dat besluit."
        ),
        "verlengd": (
            "De raad stelde {beleid} vast ({vastgesteld}) en was {uiterlijk} weer aan zet, tenzij zijn besluit om het "
            "te verlengen telt; laat dat uitzoeken, of laat de raad opnieuw doelen vaststellen."
        ),
        "eerder": (
            "De raad stelde {beleid} vast ({vastgesteld}) en stelt dus {uiterlijk} opnieuw doelen vast, hoewel het "
            "beleid loopt tot en met {einddatum}; plan dat besluit op tijd."
        ),
        "eerder, tenzij": (
            "De raad stelde {beleid} vast ({vastgesteld}) en stelt dus {uiterlijk} opnieuw doelen vast, tenzij zijn "
            "besluit om het te verlengen tot en met {einddatum} telt; laat dat uitzoeken."
        ),
        "misschien eerder": (
            "De raad stelde {beleid} vast ({vastgesteld}) en stelt dus {uiterlijk} opnieuw doelen vast, en dat kan "
            "eerder zijn dan het beleid afloopt ({einddatum}); noteer de precieze dag."
        ),
        "onbekend": (
            "Wanneer de raad {beleid} vaststelde, is niet genoteerd, dus ook niet wanneer hij weer aan zet is; "
            "noteer het besluit."
        ),
    },
    controleert=(
        "Of de raad ten minste eens in de vier jaar een beleid vaststelt, geteld van vaststelling tot vaststelling, "
        "en of die vier jaar niet eerder om zijn dan de jaren van het beleid. Een besluit om te verlengen telt "
        "misschien; dat staat er dan bij."
    ),
    waarom=(
        "De raad stelt ten minste eens in de vier jaar de doelen vast die de gemeente op het gebied van de veiligheid "
        "nastreeft. De looptijd op de kaft zegt daar niets over."
    ),
    herstel="Plan het besluit van de raad binnen de vier jaar, en noteer van elk beleid de dag waarop hij het nam.",
    fout="""\
beleid:
  - id: ivb-2021
    titel: Integraal veiligheidsbeleid 2021-2024
    looptijd: 2021/2024
    vastgesteld: {orgaan: raad, datum: 1 december 2020}
  - id: ivb-2025
    titel: Integraal veiligheidsbeleid 2025-2028
    looptijd: 2025/2028
    vastgesteld: {orgaan: raad, datum: 11 februari 2025}
""",
    goed="""\
beleid:
  - id: ivb-2021
    titel: Integraal veiligheidsbeleid 2021-2024
    looptijd: 2021/2024
    vastgesteld: {orgaan: raad, datum: 2 februari 2021}
  - id: ivb-2025
    titel: Integraal veiligheidsbeleid 2025-2028
    looptijd: 2025/2028
    vastgesteld: {orgaan: raad, datum: 28 januari 2025}
""",
)
C2: Final = Regeltekst(
    titel="Beleid niet door de raad vastgesteld",
    bericht="{beleid} is vastgesteld door {orgaan}; leg het aan de raad voor, want die stelt de doelen vast.",
    controleert="Of elk beleid sinds 1 januari 2013 door de raad is vastgesteld.",
    waarom="De wet geeft het vaststellen van de doelen aan de raad.",
    herstel="Laat de raad het beleid vaststellen, of noteer zijn besluit als dat er al is.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    vastgesteld: {orgaan: college, datum: 16 januari 2024}
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    vastgesteld: {orgaan: raad, datum: 16 januari 2024}
""",
)
C3: Final = Regeltekst(
    titel="Beleid dat niet aansluit, of is verlengd zonder de raad",
    bericht=(
        "{opvolger} begint op {begin}, maar {beleid} loopt nog tot en met {einddatum}; verbeter een van de twee, of "
        "noteer wanneer het nieuwe beleid in werking trad."
    ),
    varianten={
        "gat": (
            "{opvolger} begint pas op {begin}, terwijl {beleid} tot en met {einddatum} liep; noteer welk beleid "
            "ertussen gold, of de verlenging door de raad."
        ),
        "afgelopen": (
            "{beleid} liep tot en met {einddatum}, en wat daarna geldt is niet bekend; noteer het volgende beleid, of "
            "de verlenging door de raad."
        ),
        "verlenging": (
            "{beleid} is verlengd tot en met {einddatum}, maar een besluit van de raad staat er niet bij; noteer het."
        ),
        "orgaan": (
            "{beleid} is verlengd tot en met {einddatum} door {orgaan}; laat de raad daarover besluiten, want het "
            "zijn zijn doelen."
        ),
    },
    controleert=(
        "Of elk volgend beleid begint op de dag nadat het vorige met zijn verlengingen afliep, en of de raad elke "
        "verlenging besloot. Wat voor bijgehouden_vanaf ligt, telt niet als gat. Een jaarplan mag het college "
        "verlengen."
    ),
    waarom="Er geldt één beleid tegelijk, en de raad bepaalt welke doelen dat heeft, ook na een verlenging.",
    herstel="Verbeter de looptijd, noteer in_werking, of noteer bij de verlenging het besluit van de raad.",
    fout="""\
beleid:
  - id: ivb-2020
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
    verlengingen:
      - {einddatum: 2024-12-31, besluit: {orgaan: college, datum: 5 december 2023}}
  - id: ivb-2024
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
""",
    goed="""\
beleid:
  - id: ivb-2020
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
    verlengingen:
      - {einddatum: 2024-12-31, besluit: {orgaan: raad, datum: 12 december 2023}}
  - id: ivb-2025
    titel: Integraal veiligheidsbeleid 2025-2028
    looptijd: 2025/2028
""",
)
C4: Final = Regeltekst(
    titel="Jaarplan buiten de looptijd van het beleid",
    bericht=(
        "{jaarplan} geldt van {begin} tot en met {einde}, en dat is niet binnen {beleid} (van {van} tot en met {tot}); "
        "verbeter de jaren, of noem het beleid van die jaren."
    ),
    varianten={
        "zonder": (
            "{jaarplan} geldt van {begin} tot en met {einde}, en geen beleid geldt al die tijd; noteer dat beleid, of "
            "zijn verlenging."
        ),
    },
    controleert=(
        "Of elk jaarplan met zijn verlengingen binnen de looptijd valt van het beleid dat het noemt, met de "
        "verlengingen daarvan; noemt het er geen, of er een beleid is dat al die tijd geldt."
    ),
    waarom="Een plan werkt de doelen van een beleid uit; buiten de looptijd daarvan zijn die doelen er niet.",
    herstel="Verbeter de looptijd van het plan, noem een ander beleid, of laat de raad het beleid verlengen.",
    fout="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
jaarplannen:
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    beleid: ivb
""",
    goed="""\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2020-2023
    looptijd: 2020/2023
    verlengingen:
      - {einddatum: 2024-12-31, besluit: {orgaan: raad, datum: 12 december 2023}}
jaarplannen:
  - looptijd: 2024
    titel: Jaarplan Veiligheid 2024
    beleid: ivb
""",
)
C5: Final = Regeltekst(
    titel="Jaarplan laat naar de raad",
    bericht=(
        "Het plan ‘{jaarplan}’ ging op {datum} naar de raad, na {uiterlijk}; stuur het volgende eerder, "
        "dan kan de raad er nog iets mee."
    ),
    controleert=(
        "Of de eerste brief die een jaarplan noemt of meestuurt, uiterlijk op 1 april van het eerste jaar is; begint "
        "het plan later, dan uiterlijk op die dag."
    ),
    waarom="Hoe later het plan komt, hoe meer ervan al is uitgevoerd voordat de raad het ziet.",
    herstel="Aan een brief die weg is verandert u niets; plan de volgende eerder.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    id: plan-2025
    titel: Jaarplan Veiligheid 2025
raadsbrieven:
  - id: brief
    datum: 2025-04-15
    onderwerp: Jaarplan Veiligheid 2025
    bijlagen: [{titel: Jaarplan Veiligheid 2025, document: plan-2025}]
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    id: plan-2025
    titel: Jaarplan Veiligheid 2025
raadsbrieven:
  - id: brief
    datum: 2025-02-11
    onderwerp: Jaarplan Veiligheid 2025
    bijlagen: [{titel: Jaarplan Veiligheid 2025, document: plan-2025}]
""",
)
C6: Final = Regeltekst(
    titel="Kader van buiten is verlopen",
    bericht="{kader} gold tot en met {einddatum}; noteer wat ervoor in de plaats kwam, en kijk of het beleid nog past.",
    controleert="Of de laatste dag van elk kader nog niet voorbij is.",
    waarom="Een beleid dat steunt op een kader dat er niet meer is, loopt achter zonder dat iemand het merkt.",
    herstel="Noteer het kader dat nu geldt, of de nieuwe einddatum; haal het oude weg als niets er meer op steunt.",
    fout="""\
kaders:
  - id: regio
    naam: Regionaal beleidsplan 2021-2024
    herkomst: regionaal
    einddatum: 2024-12-31
""",
    goed="""\
kaders:
  - id: regio
    naam: Regionaal beleidsplan 2025-2028
    herkomst: regionaal
    einddatum: 2028-12-31
""",
)
