"""What every document shares: a template of the municipality or ours, and what the document says about itself."""

import datetime
import os
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ivb.documents.eigenschappen import Eigenschappen
from ivb.documents.engine import open_sjabloon
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Documentsoort

Sjabloonbron: TypeAlias = str | os.PathLike[str] | bytes | None
"""A template: a path, its bytes, or nothing for the one of ``ivb``."""

Velden: TypeAlias = dict[str, object]
"""The fields of a document or of an item in it, or an example of them."""


def render_in_huisstijl(
    document: str,
    velden: Mapping[str, object],
    *,
    eigenschappen: Eigenschappen,
    sjabloon: Sjabloonbron,
    voorbeeld: Mapping[str, object],
) -> bytes:
    """Render the fields of a document in a template.

    Args:
        document: the name of our template, for a municipality without one: ``notitie``.
        velden: the fields.
        eigenschappen: what the document says about itself.
        sjabloon: the template of the municipality, if it has one.
        voorbeeld: an item of each list among the fields.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: a field cannot be put into a document without loss.
    """
    if sjabloon is None:
        naam = f"{document}.docx"
        eigen = open_sjabloon(_read_standaard(naam), naam=naam, voorbeeld=voorbeeld)
    else:
        eigen = open_sjabloon(sjabloon, voorbeeld=voorbeeld)
    return eigen.render(velden, eigenschappen=eigenschappen)


@cache
def _read_standaard(naam: str) -> bytes:
    """Read a template of ``ivb``, once in a process."""
    return (files("ivb.documents") / "templates" / naam).read_bytes()


def make_eigenschappen(dossier: Dossier, titel: str, datum: datetime.date) -> Eigenschappen:
    """Make the properties of a document of the municipality."""
    auteur = f"Gemeente {dossier.gemeente.naam}"
    return Eigenschappen(titel=titel, auteur=auteur, gemaakt=datum, onderwerp=titel)


def make_benaming(dossier: Dossier, soort: Documentsoort) -> str:
    """Give what a kind of document is called here, with a capital."""
    naam = dossier.gemeente.profiel.benaming(soort)
    return naam[0].upper() + naam[1:]


def make_kenmerken(*kenmerken: tuple[str, str | None]) -> list[Velden]:
    """Give the header fields that are known, each with its label."""
    return [{"label": label, "waarde": waarde} for label, waarde in kenmerken if waarde]
