"""A dossier with something wrong, for the tests of what is told of it."""

import datetime
from pathlib import Path

DAG = datetime.date(2025, 7, 1)

DOSSIER = """\
formaat: 1
bijgehouden_vanaf: 2024-01-01
gemeente: {naam: "Stad | *b*", code: GM0001, plaats: Stad}
jaarplannen:
  - looptijd: 2024
    titel: Plan van 2024
    acties:
      - id: A1
        titel: Schouw | *x*
  - looptijd: 2025
    titel: Plan van 2025
    acties:
      - {id: A2, titel: "Schoüw gaat één", trekker: wijkagent}
voortgang:
  - {actie: A2, sinds: 2025-01-15, voortgang: loopt, tijd: rood}
"""


def schrijf(map_: Path, tekst: str = DOSSIER, naam: str = "mijn dossier.yaml") -> Path:
    """Write a dossier to a file with a space in its name."""
    pad = map_ / naam
    pad.write_text(tekst, encoding="utf-8", newline="\n")
    return pad
