"""The words of the checks of hours and money."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

K1: Final = Regeltekst(
    titel="Meer uren gepland dan er zijn",
    bericht=(
        "{jaarplan} vraagt {gevraagd} uur, en er is {beschikbaar} uur; "
        "kies wat later kan, of zorg voor meer capaciteit."
    ),
    varianten={
        "onvolledig": (
            "{jaarplan} vraagt ten minste {gevraagd} uur, en bekend is {beschikbaar} uur (onderdelen van het plan "
            "waarvan de uren niet bekend zijn: {zonder}; rollen waarvan de uren niet bekend zijn: {rollen}); "
            "vul de uren aan, en kies wat later kan of zorg voor meer capaciteit."
        ),
        "rol": (
            "De acties van {jaarplan} die {rol} trekt, vragen {gevraagd} uur, en voor die rol is er {beschikbaar} uur; "
            "kies wat later kan, of geef een actie een andere trekker."
        ),
        "rol_onvolledig": (
            "De acties van {jaarplan} die {rol} trekt, vragen ten minste {gevraagd} uur, en voor die rol is "
            "{beschikbaar} uur bekend (acties waarvan de uren niet bekend zijn: {zonder}; regels van de capaciteit "
            "waarvan de uren niet bekend zijn: {rollen}); vul de uren aan, en kies wat later kan."
        ),
        "buiten": (
            "De capaciteit van {rol} valt met haar periode ({periode}) buiten {jaarplan} en telt niet mee; "
            "verbeter de periode, of zet haar bij het plan waar zij bij hoort."
        ),
    },
    controleert=(
        "Of de acties en verplichtingen van een plan samen niet meer uren vragen dan er zijn, en de acties die één rol "
        "trekt niet meer dan die rol heeft. De uren van een actie die een verplichting uitvoert, horen bij die van de "
        "verplichting. Zonder bekende uren wordt er niets gemeld; capaciteit buiten de jaren van het plan wel."
    ),
    waarom="Een plan dat meer vraagt dan er is, belooft de raad iets wat niet kan.",
    herstel="Schuif acties door, maak ze kleiner of regel uren; vul ook de uren in die nog niet bekend zijn.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        uren: 120
    capaciteit:
      - rol: adviseur veiligheid
        uren: 100
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
        uren: 80
    capaciteit:
      - rol: adviseur veiligheid
        uren: 100
""",
)
K2: Final = Regeltekst(
    titel="Verplichting zonder uren of dekking",
    bericht="De verplichting {verplichting} in {jaarplan} zegt niet hoeveel uren zij kost; schat die.",
    varianten={
        "dekking": "De verplichting {verplichting} in {jaarplan} zegt niet waaruit zij betaald wordt; vul dekking in.",
    },
    controleert=(
        "Of bij elke verplichting, of bij een actie die haar uitvoert, uren en een dekking staan. Een dekkingsbron is "
        "ook een dekking."
    ),
    waarom="Wat anderen opleggen, gaat af van de uren en het geld voor eigen beleid; de raad hoort te zien hoeveel.",
    herstel="Vul uren in, en dekking (eenmalig of structureel) met de dekkingsbron.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    verplichtingen:
      - id: V1
        titel: De basis op orde
        herkomst: regionaal
        dekking: structureel
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    verplichtingen:
      - id: V1
        titel: De basis op orde
        herkomst: regionaal
        uren: 260
        dekking: structureel
""",
)
K3: Final = Regeltekst(
    titel="Eenmalige dekking voor werk dat doorgaat",
    bericht=(
        "De verplichting {verplichting} in {jaarplan} is structureel en haar dekking eenmalig; "
        "regel geld voor de jaren daarna."
    ),
    varianten={
        "uitvoering": (
            "Actie {actie} ({titel}) voert de structurele verplichting {verplichting} uit en haar dekking is eenmalig; "
            "regel geld voor de jaren daarna."
        ),
        "doorlopend": (
            "Actie {actie} ({titel}) loopt door en haar dekking is eenmalig; regel geld voor de jaren daarna."
        ),
    },
    controleert=(
        "Of een structurele verplichting, een actie die haar uitvoert of een actie die als doorlopend is gemeld, "
        "met eenmalig geld wordt betaald."
    ),
    waarom="Na het jaar is het geld op en het werk niet; dat is op tijd te zien.",
    herstel="Zoek structurele dekking, of zeg in het plan wanneer het werk stopt.",
    fout="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    verplichtingen:
      - id: V1
        titel: De basis op orde
        herkomst: regionaal
        uren: 260
        dekking: eenmalig
        structureel: true
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    verplichtingen:
      - id: V1
        titel: De basis op orde
        herkomst: regionaal
        uren: 260
        dekking: structureel
        structureel: true
""",
)
