"""What every document shares: a template of the municipality or ours, and what the document says about itself."""

import datetime
import os
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from ivb.documents.eigenschappen import Eigenschappen
from ivb.documents.engine import render_sjabloon
from ivb.errors import SjabloonError, explain_oserror
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
    naam, inhoud = _read_sjabloon(document, sjabloon)
    return render_sjabloon(inhoud, velden, eigenschappen=eigenschappen, naam=naam, voorbeeld=voorbeeld)


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


def _read_sjabloon(document: str, sjabloon: Sjabloonbron) -> tuple[str, bytes]:
    if sjabloon is None:
        standaard = f"{document}.docx"
        return standaard, (files("ivb.documents") / "templates" / standaard).read_bytes()
    if isinstance(sjabloon, bytes):
        return "het sjabloon", sjabloon
    pad = Path(sjabloon)
    try:
        return pad.name, pad.read_bytes()
    except OSError as fout:
        raise SjabloonError(f"{pad}: dit sjabloon is niet te lezen: {explain_oserror(fout)}") from fout
