"""A folder with every document of many dossiers, of which only those are made that are not current.

In it each dossier has a folder of its own, with the name of its file or folder. What each document was made from is in
a journal (``ivb.files.journaal``): the dossier, the version and the templates of ``ivb``, and what was asked. The code
of ``ivb`` is not among it: who changes that and not the version removes the documents to have them made again.
"""

import datetime
import hashlib
import os
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import nullcontext
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from ivb.documents.batch import render_all
from ivb.documents.opdrachten import compose_opdrachten
from ivb.documents.processen import open_processen
from ivb.errors import BestandError, IvbError
from ivb.files.dumping import dump
from ivb.files.journaal import (
    Bestandsstand,
    Journaal,
    Vermelding,
    explain_vreemd,
    judge_bestand,
    open_journaal,
)
from ivb.files.loading import read_dossier

_DOSSIERS_PER_PROCES: Final = 40  # that many take about as long as a process takes to begin
_MEESTE_PROCESSEN: Final = 64  # as many as render_all has in hand


class Uitslag(NamedTuple):
    """What became of one dossier.

    Attributes:
        gemaakt: the documents that were made.
        actueel: how many documents were current.
        problemen: why a document was not made, or the whole dossier not read, with the place.
        waarschuwingen: what was suspicious in the dossier.
        verdwenen: documents that were made before and are not in the dossier now; they are left there.
    """

    gemaakt: tuple[Path, ...] = ()
    actueel: int = 0
    problemen: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    verdwenen: tuple[Path, ...] = ()


class _Stuk(NamedTuple):
    """A document on its way to the folder: its bytes, or why there are none, or neither when it is current."""

    naam: str
    herkomst: str
    inhoud: bytes | str | None


class _Werk(NamedTuple):
    """What was made of one dossier, and what was suspicious in it."""

    stukken: tuple[_Stuk, ...]
    waarschuwingen: tuple[str, ...]


def render_documentenmap(
    bronnen: Sequence[Path],
    map_: Path,
    *,
    peildatum: datetime.date,
    concept: bool = False,
    processen: int | None = None,
) -> Generator[Uitslag, None, None]:
    """Render every document of many dossiers into a folder, as far as they are not current.

    Broken off at any moment it leaves whole documents, and the next run goes on from there. A file that somebody
    changed is left as it is. Only a few dossiers are in memory at a time. It is for the main thread of a program,
    because it keeps an interruption from the processes that it starts.

    Args:
        bronnen: the dossiers, each a file or a folder.
        map_: the folder, which is made if it is not there.
        peildatum: the day of the list of promises, and of a note whose report has no day of its own.
        concept: make drafts.
        processen: how many processes make them; by default as many as there are processors, where that saves time.

    Raises:
        BestandError: two dossiers would have one folder, another run works in the folder, or it cannot be used.
        DocumentError: a process ended before it could begin.
    """
    mappen = _name_mappen(bronnen)
    aantal = _count_processen(len(mappen)) if processen is None else processen
    with open_journaal(map_) as journaal, open_processen(aantal) if aantal > 1 else nullcontext() as executor:
        opdrachten = (
            (naam, partial(_render_dossier, bron, map_ / naam, journaal.find(naam), peildatum, concept=concept))
            for naam, bron in mappen.items()
        )
        for naam, werk in render_all(opdrachten, executor):
            if isinstance(werk, Exception):
                yield Uitslag(problemen=(_explain(mappen[naam], werk),))
            else:
                yield _put(journaal, map_, naam, werk)


def _name_mappen(bronnen: Sequence[Path]) -> dict[str, Path]:
    """Name the folder of each dossier."""
    mappen = [(bron.resolve().name if bron.is_dir() else bron.stem, bron) for bron in bronnen]
    vaak = Counter(naam.lower() for naam, _ in mappen)
    dubbel = [str(bron) for naam, bron in mappen if vaak[naam.lower()] > 1]
    if dubbel:
        raise BestandError(
            f"deze dossiers zouden dezelfde map krijgen: {', '.join(dubbel)}; geef elk een eigen naam, "
            "ook zonder op hoofdletters te letten"
        )
    return dict(mappen)


def _render_dossier(
    bron: Path, map_: Path, bekend: dict[str, Vermelding], peildatum: datetime.date, *, concept: bool
) -> _Werk:
    """Make what of a dossier is not current, without writing anything."""
    lezing = read_dossier(bron)
    opdrachten = compose_opdrachten(lezing.dossier, peildatum=peildatum, concept=concept)
    basis = f"{version('ivb')} {_digest_sjablonen()} {hashlib.sha256(dump(lezing.dossier, 'json')).hexdigest()}"
    stukken = tuple(_render_stuk(f"{naam}.docx", maak, map_, bekend, basis) for naam, maak in opdrachten)
    return _Werk(stukken, tuple(map(str, lezing.waarschuwingen)))


def _render_stuk(naam: str, maak: partial[bytes], map_: Path, bekend: dict[str, Vermelding], basis: str) -> _Stuk:
    gevraagd = f"{basis} {sorted(maak.keywords.items())}"
    pad = map_ / naam
    herkomst = hashlib.sha256(gevraagd.encode()).hexdigest()
    try:
        stand = judge_bestand(pad, herkomst, bekend.get(naam))
    except BestandError as fout:
        return _Stuk(naam, herkomst, str(fout))
    if stand is Bestandsstand.ACTUEEL:
        return _Stuk(naam, herkomst, None)
    if stand is Bestandsstand.VREEMD:
        return _Stuk(naam, herkomst, explain_vreemd(pad))
    ((_, inhoud),) = render_all([(naam, maak)])
    if isinstance(inhoud, bytes):
        return _Stuk(naam, herkomst, inhoud)
    oud = "\n  Wat er nu staat, is een eerdere versie." if pad.exists() else ""
    return _Stuk(naam, herkomst, _explain(pad, inhoud) + oud)


@cache
def _digest_sjablonen() -> str:
    """Digest the templates of ``ivb``."""
    sjablonen = sorted((files("ivb.documents") / "templates").iterdir(), key=lambda sjabloon: sjabloon.name)
    som = hashlib.sha256()
    for sjabloon in sjablonen:
        som.update(sjabloon.read_bytes())
    return som.hexdigest()


def _put(journaal: Journaal, map_: Path, naam: str, werk: _Werk) -> Uitslag:
    """Put the documents of a dossier in its folder, and tell what became of them."""
    gemaakt, problemen = [], []
    for stuk in werk.stukken:
        inhoud = stuk.inhoud
        try:
            if isinstance(inhoud, bytes):
                gemaakt.append(journaal.write(naam, stuk.naam, stuk.herkomst, inhoud))
        except BestandError as fout:
            inhoud = str(fout)
        if isinstance(inhoud, str):
            problemen.append(inhoud)
    over = journaal.find(naam).keys() - {stuk.naam for stuk in werk.stukken}
    return Uitslag(
        gemaakt=tuple(gemaakt),
        actueel=sum(stuk.inhoud is None for stuk in werk.stukken),
        problemen=tuple(problemen),
        waarschuwingen=werk.waarschuwingen,
        verdwenen=tuple(pad for pad in (map_ / naam / een for een in sorted(over)) if pad.exists()),
    )


def _explain(wat: Path, fout: Exception) -> str:
    """Say of what something went wrong; an error about a file names it itself."""
    match fout:
        case BestandError():
            return str(fout)
        case IvbError():
            return f"{wat}: {fout}"
        case _:
            return f"{wat}: hier gaat iets mis in ivb zelf: {type(fout).__name__}: {fout}"


def _count_processen(dossiers: int) -> int:
    return min(os.cpu_count() or 1, dossiers // _DOSSIERS_PER_PROCES, _MEESTE_PROCESSEN)
