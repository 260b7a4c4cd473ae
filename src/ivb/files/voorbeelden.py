"""The example that comes with the package: the dossier of Twenterand."""

from importlib.resources import files
from pathlib import Path

from ivb.files.loading import load
from ivb.model.dossier import Dossier


def voorbeeldmap() -> Path:
    """Tell in which folder the example stands."""
    return Path(str(files("ivb") / "voorbeelden" / "twenterand"))


def voorbeeld() -> Dossier:
    """Load the example dossier: Twenterand, around its council letter of 23 April 2024.

    >>> voorbeeld().gemeente.naam
    'Twenterand'
    """
    return load(voorbeeldmap())
