"""The dossier of a municipality that does not exist, with something in every field that a document prints."""

from pathlib import Path

import ivb

VOORBEELDSTAD = ivb.load(Path(__file__).parents[1] / "data" / "voorbeeldstad.yaml")
