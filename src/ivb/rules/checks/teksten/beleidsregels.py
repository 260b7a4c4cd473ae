"""The words of the checks of policy rules."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

P1: Final = Regeltekst(
    titel="Beleidsregel misschien verouderd",
    bericht=(
        "{naam} is van vóór {grens} (vastgesteld: {vastgesteld}), toen de Wet Bibob veranderde; kijk na of de regel "
        "nog klopt, of stel hem opnieuw vast."
    ),
    varianten={
        "vaag": (
            "Of {naam} van vóór {grens} is, toen de Wet Bibob veranderde, is niet te zeggen (vastgesteld: "
            "{vastgesteld}); noteer de precieze dag."
        ),
        "onbekend": (
            "Of {naam} van vóór {grens} is, toen de Wet Bibob veranderde, is niet te zeggen, want wanneer de regel is "
            "vastgesteld is niet bekend; noteer de dag."
        ),
        "herzien": (
            "{naam} zou zijn herzien ({herzien_voor}), en die tijd is voorbij; herzie de regel, of noteer de nieuwe "
            "termijn."
        ),
    },
    controleert=(
        "Of een beleidsregel over de Wet Bibob is vastgesteld sinds 1 oktober 2022, en of van elke beleidsregel de "
        "termijn om hem te herzien niet voorbij is."
    ),
    waarom="Op 1 oktober 2022 veranderde de Wet Bibob; een regel van daarvoor kan verouderd zijn.",
    herstel="Leg de regel naast de wet, stel hem zo nodig opnieuw vast, en noteer het besluit en de nieuwe termijn.",
    fout="""\
beleidsregels:
  - id: bibob
    naam: Beleidsregel Wet Bibob
    vastgesteld: {orgaan: burgemeester, datum: 8 maart 2019}
    herzien_voor: vóór 1 januari 2025
""",
    goed="""\
beleidsregels:
  - id: bibob
    naam: Beleidsregel Wet Bibob
    vastgesteld: {orgaan: burgemeester, datum: 12 november 2024}
    herzien_voor: vóór 1 januari 2029
""",
)
