"""The words of the checks of reports."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

_BELEID = """\
beleid:
  - id: ivb
    titel: Integraal veiligheidsbeleid 2024-2027
    looptijd: 2024/2027
    rapportageafspraken:
      - ritme: jaarlijks
        vanaf: 2024
        tot_en_met: 2024
        levertermijnen: [{venster: uiterlijk 1 mei, jaren_later: 1}]
"""

_NOTITIE = """\
rapportages:
  - id: notitie-2024
    titel: Stand van zaken 2024
    perioden: [2024]
"""

R1: Final = Regeltekst(
    titel="Beloofde periode zonder rapportage, of met twee",
    bericht=(
        "De raad had uiterlijk op {laatst} een rapportage moeten hebben over {over}, en die staat niet in het dossier; "
        "lever haar alsnog, of leg vast met welke brief zij kwam."
    ),
    varianten={
        "aanname": (
            "De raad had naar de gewone grenzen van het seizoen uiterlijk op {laatst} een rapportage moeten hebben "
            "over {over}, en die staat niet in het dossier; die grenzen zijn een aanname, dus leg de eigen seizoenen "
            "of het zomerreces vast."
        ),
        "dubbel": (
            "{rapportage} gaat over {over}, en daarover ging eerder al: {eerder}; kijk welke periode er niet bij hoort."
        ),
    },
    controleert=(
        "Of de raad over elke periode die hem is beloofd, uiterlijk op de laatste dag een rapportage had, en niet "
        "vaker dan beloofd. Wat moest komen vóór de dag vanaf welke het dossier is bijgehouden, telt niet mee."
    ),
    waarom="Wie een rapportage belooft, laat de raad met een gat zitten; bij een overlap telt iets twee keer mee.",
    herstel=(
        "Voeg de rapportage en haar brief toe. Kwam zij er niet, meld dat dan aan de raad. Rust de laatste dag op de "
        "gewone grenzen van een seizoen, dan is het pas een fout als ook dat jaar voorbij is."
    ),
    fout=_BELEID,
    goed=_BELEID + _NOTITIE + "    datum: 2025-03-18\n",
)
R2: Final = Regeltekst(
    titel="Rapportage te laat",
    bericht=(
        "De raad kreeg de rapportage over {over} op {geleverd}; afgesproken was uiterlijk {laatst}, {dagen} eerder."
    ),
    varianten={
        "aanname": (
            "De raad kreeg de rapportage over {over} op {geleverd}; naar de gewone grenzen van het seizoen was dat "
            "uiterlijk {laatst}, {dagen} eerder, maar die grenzen zijn een aanname."
        ),
        "drempel": (
            "De raad kreeg de rapportage over {over} op {geleverd}, {dagen} na het einde van die periode; "
            "de gemeente wil het weten na {drempel}."
        ),
        "wacht": (
            "De raad heeft nog geen rapportage over {over}; de {drempel} waarna de gemeente het wil weten, "
            "waren voorbij op {laatst}."
        ),
    },
    controleert=(
        "Of elke rapportage kwam op de laatste dag van haar termijn of eerder, en binnen het aantal dagen dat in het "
        "profiel staat (drempels.vertraging). Wat over de termijn is en nog niet kwam, meldt R1."
    ),
    waarom="Een rapportage die laat komt, gaat over iets waar de raad niets meer aan kan doen.",
    herstel="Wat te laat was, blijft te laat; zeg het in de brief. Is er iets anders afgesproken, leg dat dan vast.",
    fout=_BELEID + _NOTITIE + "    datum: 2025-06-18\n",
    goed=_BELEID + _NOTITIE + "    datum: 2025-03-18\n",
)
R3: Final = Regeltekst(
    titel="Peildatum na de datum van het stuk",
    bericht="{rapportage} is van {datum}, maar vertelt hoe het stond op {peildatum}; één van beide klopt niet.",
    varianten={
        "brief": (
            "{rapportage} ging op {datum} naar de raad, maar vertelt hoe het stond op {peildatum}; "
            "één van beide klopt niet."
        ),
    },
    controleert="Of de peildatum van een rapportage niet ligt na de dag van het stuk of van de brief die het bracht.",
    waarom="Niemand kan vertellen hoe iets staat op een dag die nog moet komen.",
    herstel="Verbeter peildatum of datum.",
    fout=_NOTITIE + "    peildatum: 2024-12-31\n    datum: 2024-12-10\n",
    goed=_NOTITIE + "    peildatum: 2024-12-31\n    datum: 2025-01-10\n",
)
_BRIEF = """\
raadsbrieven:
  - id: brief-1
    datum: 2024-09-17
    onderwerp: Stand van zaken eerste helft 2024
    vervolg:
      - tekst: De stand van zaken over de tweede helft van 2024 krijgt u vóór 1 juni 2025.
        periode: 2024-H2
        termijn: vóór 1 juni 2025
"""
R4: Final = Regeltekst(
    titel="VERVOLG zonder antwoord",
    bericht=(
        "De brief van {datum} ({onderwerp}) belooft onder VERVOLG {wat}, uiterlijk op {laatst}; "
        "geen latere brief geeft daar antwoord op."
    ),
    varianten={
        "aanname": (
            "De brief van {datum} ({onderwerp}) belooft onder VERVOLG {wat}, naar de gewone grenzen van het seizoen "
            "uiterlijk op {laatst}; geen latere brief geeft daar antwoord op, maar die grenzen zijn een aanname."
        ),
        "ingehaald": (
            "De brief van {datum} ({onderwerp}) belooft onder VERVOLG {wat}, zonder uiterste dag; "
            "daarna kwam al een rapportage over een latere periode, zonder antwoord hierop."
        ),
        "vaag": (
            "De brief van {datum} ({onderwerp}) belooft onder VERVOLG {wat}, zonder uiterste dag; er kwam al een "
            "latere brief zonder antwoord hierop, en of het te laat is, is niet te zeggen."
        ),
        "los": (
            "De brief van {datum} ({onderwerp}) belooft onder VERVOLG {wat}, maar noemt geen periode en geen "
            "toezegging; of een latere brief daarop antwoordt, is niet te zien."
        ),
    },
    controleert=(
        "Of op elke zin onder VERVOLG een later stuk antwoord geeft: een rapportage over de hele periode, of de "
        "afdoening of terugmelding van de toezegging."
    ),
    waarom="Elke zin onder VERVOLG is een nieuwe toezegging; de volgende brief hoort erop terug te komen.",
    herstel="Antwoord in de volgende brief; of leg vast over welke periode of welke toezegging de zin gaat.",
    fout=_BRIEF,
    goed=_BRIEF
    + """\
  - id: brief-2
    datum: 2025-03-18
    onderwerp: Stand van zaken tweede helft 2024
    bijlagen: [{titel: Stand van zaken tweede helft 2024, document: notitie-2}]
rapportages:
  - id: notitie-2
    titel: Stand van zaken tweede helft 2024
    perioden: [2024-H2]
""",
)
