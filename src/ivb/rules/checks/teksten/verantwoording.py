"""The words of what the check tells of itself."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

V1: Final = Regeltekst(
    titel="Regel afgebroken",
    bericht=(
        "De regel {naam} brak af ({reden}); wat die regel nog had kunnen vinden, staat er dus niet bij. "
        "Geef dit door aan de maker van de regel."
    ),
    controleert="Of elke regel het hele dossier kon nalopen, ook een eigen regel van de gemeente.",
    waarom="Een regel die stilletjes ophoudt, lijkt op een dossier waarin niets mis is.",
    herstel="Verbeter de regel, of zet een eigen regel uit tot hij is verbeterd.",
    fout="""\
# Een eigen regel die van elke actie een trekker verwacht, breekt af op deze actie.
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
V2: Final = Regeltekst(
    titel="Aanvaarding die niets meer doet",
    bericht=(
        "Aanvaard is een bevinding van {code} op {plek}, maar die is er niet (meer); haal de aanvaarding weg, "
        "of kijk of het pad en de tekst nog kloppen."
    ),
    varianten={
        "verlopen": (
            "De aanvaarding van {code} gold tot en met {einddatum}; herstel wat er mis is, "
            "of aanvaard het opnieuw met een reden en een nieuwe einddatum."
        ),
        "onbekend": "Er is geen regel {code} waarvan iets te aanvaarden is; kijk de code na met ivb regels.",
    },
    controleert="Of elke aanvaarding nog hoort bij iets wat gevonden wordt, en nog loopt.",
    waarom=(
        "Een aanvaarding zegt met reden en einddatum dat iets voorlopig mag blijven zoals het is. Blijft zij staan "
        "als dat voorbij is, dan verbergt zij later iets anders."
    ),
    herstel="Haal de aanvaarding weg of verleng haar met een reden.",
    fout="""\
aanvaardingen:
  - code: A1
    pad: jaarplannen[2025].acties[A1].trekker
    reden: De trekker wordt in mei benoemd.
    einddatum: 2025-12-31
""",
    goed="""\
jaarplannen:
  - looptijd: 2025
    titel: Jaarplan Veiligheid 2025
    acties:
      - id: A1
        titel: Schouw in het centrum
aanvaardingen:
  - code: A1
    pad: jaarplannen[2025].acties[A1].trekker
    reden: De trekker wordt in mei benoemd.
    einddatum: 2025-12-31
""",
)
V3: Final = Regeltekst(
    titel="Instelling die niets doet",
    bericht="Er is geen regel {code} waarvoor deze instelling kan gelden; kijk de code na met ivb regels.",
    varianten={
        "dubbel": "Verderop staat nog een instelling voor regel {code}, en die geldt; haal een van beide weg.",
    },
    controleert="Of elke instelling in het profiel over een regel gaat die er is, en de enige is voor die regel.",
    waarom="Een code met een tikfout zet niets uit en niets aan, en niemand merkt het.",
    herstel="Verbeter de code, of haal de instelling weg.",
    fout="""\
gemeente:
  profiel:
    regelinstellingen:
      - code: A99
        uit: true
        reden: Bij ons heeft het college dit zo besloten.
""",
    goed="""\
gemeente:
  profiel:
    regelinstellingen:
      - code: A9
        uit: true
        reden: Bij ons heeft het college dit zo besloten.
""",
)
