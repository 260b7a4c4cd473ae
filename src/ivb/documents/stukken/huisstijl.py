"""What every document shares: a template of the municipality or ours, and what the document says about itself."""

import datetime
import os
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ivb.documents.herkomst.gegevens import Stuk, embed_gegevens
from ivb.documents.sjabloon.engine import open_sjabloon
from ivb.documents.stukken.weergave import Documentweergave, Kenmerk, make_voorbeeld, to_velden
from ivb.documents.word.eigenschappen import Eigenschappen
from ivb.model.dossier import Dossier
from ivb.model.gemeente import Documentsoort

Sjabloonbron: TypeAlias = str | os.PathLike[str] | bytes | None
"""A template: a path, its bytes, or nothing for the one of ``ivb``."""


def render_in_huisstijl(
    document: str,
    weergave: Documentweergave,
    *,
    eigenschappen: Eigenschappen,
    sjabloon: Sjabloonbron,
    gegevens: tuple[Dossier, Stuk | None] | None,
) -> bytes:
    """Render what a document shows in a template.

    Args:
        document: the name of our template, for a municipality without one: ``notitie``.
        weergave: what it shows.
        eigenschappen: what the document says about itself.
        sjabloon: the template of the municipality, if it has one.
        gegevens: the dossier, and the noun of which the document is the text, to put the public data of into it.

    Raises:
        SjabloonError: the template cannot be used; the message says what and where.
        DocumentError: a field cannot be put into a document without loss.
    """
    voorbeeld = make_voorbeeld(type(weergave))
    if sjabloon is None:
        eigen = open_sjabloon(read_standaard(document), naam=f"{document}.docx", voorbeeld=voorbeeld)
    else:
        eigen = open_sjabloon(sjabloon, voorbeeld=voorbeeld)
    docx = eigen.render(to_velden(weergave), eigenschappen=eigenschappen)
    if gegevens is None:
        return docx
    dossier, stuk = gegevens
    return embed_gegevens(docx, dossier, document=document, sjabloon=eigen.inhoud, stuk=stuk)


@cache
def read_standaard(document: str) -> bytes:
    """Read the template of ``ivb`` of a document, once in a process."""
    return (files("ivb.documents") / "templates" / f"{document}.docx").read_bytes()


def make_eigenschappen(dossier: Dossier, titel: str, datum: datetime.date) -> Eigenschappen:
    """Make the properties of a document of the municipality."""
    auteur = f"Gemeente {dossier.gemeente.naam}"
    return Eigenschappen(titel=titel, auteur=auteur, gemaakt=datum, onderwerp=titel)


def make_benaming(dossier: Dossier, soort: Documentsoort) -> str:
    """Give what a kind of document is called here, with a capital."""
    naam = dossier.gemeente.profiel.benaming(soort)
    return naam[0].upper() + naam[1:]


def make_kenmerken(*kenmerken: tuple[str, str | None]) -> tuple[Kenmerk, ...]:
    """Give the header fields that are known, each with its label."""
    return tuple(Kenmerk(label=label, waarde=waarde) for label, waarde in kenmerken if waarde)
