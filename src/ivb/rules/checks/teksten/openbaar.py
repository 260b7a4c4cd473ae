"""The words of the checks of how open a document is."""

from typing import Final

from ivb.rules.checks.regel import Regeltekst

VOORBEHOUD: Final = " (of later, als een dag die ivb niet kent met een feestdag gelijk is gesteld)"

_ADVIES = "dit is een advies, want voor raadsstukken gold de plicht op {dag} nog niet"

W1: Final = Regeltekst(
    titel="Brief niet op tijd openbaar gemaakt",
    bericht=(
        "De brief van {datum} ({onderwerp}) is gepubliceerd op {gepubliceerd}, na {uiterlijk}{voorbehoud}; "
        f"{_ADVIES}."
    ),
    varianten={
        "onbekend": (
            "Of en wanneer de brief van {datum} ({onderwerp}) is gepubliceerd, is niet vastgelegd, en {uiterlijk} was "
            f"de laatste dag{{voorbehoud}}; noteer het in gepubliceerd ({_ADVIES})."
        ),
        "nog niet": (
            "De brief van {datum} ({onderwerp}) is pas gepubliceerd op {gepubliceerd} en was dat na {uiterlijk}"
            f"{{voorbehoud}} dus nog niet; {_ADVIES}."
        ),
        "embargo": (
            "De brief van {datum} ({onderwerp}) is gepubliceerd op {gepubliceerd}, vóór het einde van het embargo "
            f"op {{embargo}}; kijk de dagen na ({_ADVIES})."
        ),
    },
    controleert=(
        "Of elke brief die openbaar is of wordt, binnen twee weken is gepubliceerd, en niet vóór het einde van een "
        "embargo. Valt de laatste dag in een weekend of op een feestdag, dan schuift hij op."
    ),
    waarom=(
        "De Wet open overheid noemt twee weken voor wat een bestuursorgaan uit zichzelf openbaar maakt. Voor stukken "
        "van de raad gold die plicht op 12 februari 2025 nog niet, dus het is een advies."
    ),
    herstel="Publiceer de brief en noteer de dag in gepubliceerd.",
    fout="""\
raadsbrieven:
  - id: brief
    datum: 2025-04-15
    onderwerp: Stand van zaken veiligheid
    gepubliceerd: 2025-06-02
""",
    goed="""\
raadsbrieven:
  - id: brief
    datum: 2025-04-15
    onderwerp: Stand van zaken veiligheid
    gepubliceerd: 2025-04-22
""",
)
W2: Final = Regeltekst(
    titel="Document niet toegankelijk",
    bericht="Het document is niet voor iedereen te lezen; ivb audit zegt wat er mis is en waar.",
    controleert=(
        "Of een Word-bestand toegankelijk en gaaf is. Dat ziet ivb niet aan het dossier maar aan het bestand: ivb "
        "audit zet de code bij elke fout die het vindt."
    ),
    waarom=(
        "Wie een schermlezer gebruikt, leest alleen wat in de opbouw van het bestand staat: koppen, kopregels, taal en "
        "beschrijvingen van afbeeldingen."
    ),
    herstel="Volg bij elke bevinding van ivb audit wat er goed zou zijn, en controleer het bestand opnieuw.",
    fout="""\
# In het bestand kaart.docx heeft de afbeelding geen alternatieve tekst.
raadsbrieven:
  - id: brief
    datum: 2025-04-15
    onderwerp: Cameratoezicht in het centrum
    bijlagen: [{titel: Kaart van de camera's, bestand: kaart.docx}]
""",
    goed="""\
# In het bestand kaart-met-uitleg.docx staat bij de afbeelding in woorden waar de camera's hangen.
raadsbrieven:
  - id: brief
    datum: 2025-04-15
    onderwerp: Cameratoezicht in het centrum
    bijlagen: [{titel: Kaart van de camera's, bestand: kaart-met-uitleg.docx}]
""",
)
