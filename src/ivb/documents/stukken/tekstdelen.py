"""Formatted texts put together: a label before a text, a list of texts, a text under an item of a list."""

from collections.abc import Iterable

import attrs

from ivb.documents.word.opmaak import MAXIMALE_NIVEAUS, Alinea, Blok, Opmaak, Punt, Stukje, alineas, parse_opmaak


def parse_tekst(tekst: str | None) -> Opmaak:
    """Read a text in CommonMark that may be missing."""
    return parse_opmaak(tekst) if tekst else Opmaak()


def join_opmaak(delen: Iterable[Opmaak]) -> Opmaak:
    """Put texts behind each other."""
    return sum(delen, Opmaak())


def label_opmaak(label: str, opmaak: Opmaak) -> Opmaak:
    """Put a word in bold before a text; of no text nothing comes.

    >>> label_opmaak("Oorzaak", parse_opmaak("Ziekte.")).blokken[0].stukjes[0]
    Stukje(tekst='Oorzaak: ', vet=True, cursief=False, link=None, tip=None)
    """
    if not opmaak:
        return Opmaak()
    kop = Stukje(f"{label}: ", vet=True)
    eerste, *rest = opmaak.blokken
    if isinstance(eerste, Alinea):
        return Opmaak((attrs.evolve(eerste, stukjes=(kop, *eerste.stukjes)), *rest))
    return Opmaak((Alinea((kop,)), *opmaak.blokken))


def label_tekst(label: str, tekst: str | None) -> Opmaak:
    """Do the same for a plain text."""
    return label_opmaak(label, alineas([tekst])) if tekst else Opmaak()


def opsomming_opmaak(teksten: Iterable[Opmaak]) -> Opmaak:
    """Make a bulleted list with an item for every text; what does not fit under an item stays as it is."""
    return join_opmaak(_make_punt(tekst) for tekst in teksten)


def _make_punt(tekst: Opmaak) -> Opmaak:
    eerste, *rest = tekst.blokken
    if not isinstance(eerste, Alinea) or any(blok.niveau >= MAXIMALE_NIVEAUS - 1 for blok in rest):
        return tekst
    return Opmaak((Punt(eerste.stukjes, lijst=_find_vrije_lijst(rest)), *map(_indent, rest)))


def _indent(blok: Blok) -> Blok:
    return attrs.evolve(blok, niveau=blok.niveau + 1)


def _find_vrije_lijst(blokken: Iterable[Blok]) -> int:
    return 1 + max((blok.lijst for blok in blokken if isinstance(blok, Punt)), default=-1)
