"""Findings as text for a screen: by rule, each with its place, the line of the file and a caret under the place.

The text comes in parts with a role, so that who prints it may give each role a colour.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from textwrap import indent
from typing import NamedTuple

from ivb.dates import format_datum
from ivb.errors import BestandError, Plaats
from ivb.files.source import read_bestand
from ivb.files.tree import Plaatsen
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.verslag.gebieden import find_gebied
from ivb.verslag.plaatsing import Geplaatst, count_ernst, place_bevindingen

BREEDTE = 100
"""How much of a line of a file is shown."""

_VOOR_DE_PLEK = 60
_REGELEINDE = {".json": re.compile("\n")}
_REGELEINDE_YAML = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Tekstdeel(NamedTuple):
    """A part of a text, and what it is: a severity, ``kop``, ``bestandsregel`` or nothing special."""

    tekst: str
    rol: str = ""


def format_tekst(bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None = None) -> str:
    r"""Write findings as plain text, by rule, with the lines of the files in which they stand.

    Args:
        bevindingen: what `check` found.
        plaatsen: where the values of the dossier stand, as `read_dossier` gives it.

    >>> format_tekst([])
    'niets gevonden\n'
    """
    return "".join(deel.tekst for deel in iter_tekst(bevindingen, plaatsen))


def iter_tekst(bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None) -> Iterator[Tekstdeel]:
    """Give the same in parts, each with its role."""
    geplaatst = place_bevindingen(bevindingen, plaatsen)
    bron = cache(_read_regels)
    per_regel: dict[str, list[Geplaatst]] = {}
    for een in geplaatst:
        per_regel.setdefault(een.bevinding.code, []).append(een)
    for groep in per_regel.values():
        regel = groep[0].bevinding.regel
        yield Tekstdeel(f"{regel.code} {regel.titel}\n", "kop")
        for bevinding, plaats in groep:
            yield from _iter_bevinding(bevinding, plaats)
            if plaats and plaats.regel:
                regels = bron(plaats.bestand)
                yield from _iter_bestandsregel(regels[plaats.regel - 1 : plaats.regel], plaats)
            yield Tekstdeel(_indent(bevinding.boodschap))
        yield Tekstdeel(f"\n{''.join(_iter_uitleg(regel))}\n")
    yield Tekstdeel(f"{count_ernst(een.bevinding for een in geplaatst)}\n", "kop")


def _iter_bevinding(bevinding: Bevinding, plaats: Plaats | None) -> Iterator[Tekstdeel]:
    """Say how serious a finding is and where it stands."""
    waar = str(plaats or "")
    pad = bevinding.pad or "het hele dossier"
    yield Tekstdeel(f"\n{bevinding.ernst}", bevinding.ernst)
    yield Tekstdeel(f": {waar} ({pad})\n" if waar else f": {pad}\n")


def _iter_uitleg(regel: Regel) -> Iterator[str]:
    """Say how to mend what a rule finds, why it matters and on what authority."""
    bron = f"{regel.bron}{f' <{regel.bron.url}>' if regel.bron.url else ''}" if regel.bron else ""
    for kop, inhoud in (("Herstel", regel.tekst.herstel), ("Waarom", regel.tekst.waarom), ("Bron", bron)):
        if inhoud:
            yield _indent(f"{kop}: {inhoud}")


def iter_regeltekst(regel: Regel) -> Iterator[Tekstdeel]:
    """Give all that there is to say of a rule, in parts, each with its role."""
    tekst = regel.tekst
    yield Tekstdeel(f"{regel.code} {regel.titel}\n\n", "kop")
    yield Tekstdeel("  Ernst: ")
    yield Tekstdeel(f"{regel.ernst}\n", regel.ernst)
    yield Tekstdeel(_indent(f"Gebied: {find_gebied(regel.code)}"))
    yield Tekstdeel(_indent(f"Geldt vanaf: {format_datum(regel.vanaf) if regel.vanaf else 'altijd'}"))
    if tekst.controleert:
        yield Tekstdeel(_indent(f"Gaat na: {tekst.controleert}"))
    yield Tekstdeel("".join(_iter_uitleg(regel)))
    yield Tekstdeel("\nWat u te lezen krijgt\n\n", "kop")
    for bericht in (tekst.bericht, *tekst.varianten.values()):
        yield Tekstdeel(_indent(f"- {_show_parameters(bericht)}"))
    for kop, voorbeeld in (("Zo is het mis", tekst.fout), ("Zo is het goed", tekst.goed)):
        if voorbeeld:
            yield Tekstdeel(f"\n{kop}\n\n", "kop")
            yield Tekstdeel(indent(f"{voorbeeld.rstrip()}\n", "  "))


def _show_parameters(bericht: str) -> str:
    """Write a message with the names of its parameters as a reader sees that they are to be filled in."""
    return "".join(f"{vast}{f'<{naam}>' if naam else ''}" for vast, naam, _, _ in Formatter().parse(bericht))


def _indent(tekst: str) -> str:
    return f"  {' '.join(tekst.split())}\n"


def _read_regels(bestand: str) -> list[str]:
    """Read the lines of a file; none when it is not there (any more), or is no file at all."""
    try:
        inhoud = read_bestand(Path(bestand))
    except BestandError:
        return []
    einde = _REGELEINDE.get(Path(bestand).suffix.lower(), _REGELEINDE_YAML)
    return einde.split(inhoud.decode("utf-8-sig", errors="replace"))


def _iter_bestandsregel(regels: list[str], plaats: Plaats) -> Iterator[Tekstdeel]:
    """Show a line of a file, or the part of it around the place, and a caret under the place."""
    nummer = str(plaats.regel)
    plek = (plaats.kolom or 1) - 1
    for regel in regels:
        begin = max(0, min(plek - _VOOR_DE_PLEK, len(regel) - BREEDTE))
        getoond = "".join(teken if teken.isprintable() else " " for teken in regel[begin : begin + BREEDTE])
        voor = "… " if begin else ""
        na = " …" if begin + BREEDTE < len(regel) else ""
        wit = len(voor) + sum(map(_find_breedte, getoond[: plek - begin]))
        yield Tekstdeel(f"  {nummer} | {voor}{getoond}{na}\n", "bestandsregel")
        yield Tekstdeel(f"  {' ' * len(nummer)} | {' ' * wit}^\n", "bestandsregel")


def _find_breedte(teken: str) -> int:
    """Tell how many columns of a screen a character takes."""
    if unicodedata.combining(teken):
        return 0
    return 2 if unicodedata.east_asian_width(teken) in {"F", "W"} else 1
