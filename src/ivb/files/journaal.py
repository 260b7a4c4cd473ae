"""A journal of the files that were made in a folder: from what each was made, and what its bytes were.

It tells whether a file is still as it was made and from what, so that it need not be made again; and whether a file is
of somebody else, so that it is never overwritten. A line is on the disk before its file is put there: broken off
between the two, a run leaves a file that the next one makes again, and none of which nobody knows where it came from.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from ivb.errors import BestandError, explain_oserror
from ivb.files.saving import remove_resten, write_bestanden
from ivb.files.slot import lock_bestand

JOURNAAL: Final = "ivb-alles.jsonl"


class Bestandsstand(StrEnum):
    """How a file stands to what would be made now."""

    ACTUEEL = "actueel"
    TE_MAKEN = "te maken"
    VREEMD = "vreemd"


class Vermelding(NamedTuple):
    """What the journal says of one file.

    Attributes:
        herkomst: the digest of what it was last made from.
        inhoud: the digest of the bytes that it got then.
        eerder: the digests of all bytes that it ever got.
    """

    herkomst: str
    inhoud: str
    eerder: frozenset[str]


class _Regel(NamedTuple):
    """A line of the journal: a file, named by its folder and its own name."""

    map: str
    naam: str
    herkomst: str
    inhoud: str


def judge_bestand(pad: Path, herkomst: str, vermelding: Vermelding | None) -> Bestandsstand:
    """Judge whether a file has to be made, and may be.

    Args:
        pad: the file, which need not be there.
        herkomst: the digest of what it would be made from now.
        vermelding: what the journal says of it.

    Raises:
        BestandError: the file cannot be read.
    """
    try:
        inhoud = _digest(pad.read_bytes())
    except FileNotFoundError:
        return Bestandsstand.TE_MAKEN
    except OSError as fout:
        raise BestandError(f"{pad}: dit bestand is niet te lezen: {explain_oserror(fout)}") from fout
    if vermelding is None or inhoud not in vermelding.eerder:
        return Bestandsstand.VREEMD
    is_actueel = (herkomst, inhoud) == (vermelding.herkomst, vermelding.inhoud)
    return Bestandsstand.ACTUEEL if is_actueel else Bestandsstand.TE_MAKEN


def explain_vreemd(pad: Path) -> str:
    """Say why a file is left as it is."""
    return f"{pad} is gewijzigd of niet door ivb gemaakt, en blijft zoals het is; verplaats of hernoem het"


@contextmanager
def open_journaal(map_: Path) -> Iterator["Journaal"]:
    """Open the journal of a folder for one run, and remove what an earlier run that was killed left half done.

    Another run is refused until this one is done, or gone.

    Raises:
        BestandError: another run is at work there, the journal cannot be used, or the folder cannot be made.
    """
    with _open_bestand(map_) as bestand:
        if not lock_bestand(bestand):
            raise BestandError(
                f"{map_}: hierin werkt nu een andere opdracht van ivb; wacht tot die klaar is of kies een andere map"
            )
        journaal = Journaal(map_)
        journaal.remove_rest()
        yield journaal


def _open_bestand(map_: Path) -> BinaryIO:
    pad = map_ / JOURNAAL
    try:
        map_.mkdir(parents=True, exist_ok=True)
        return pad.open("ab+")  # also to see now whether it can be written
    except OSError as fout:
        raise BestandError(f"{pad}: dit bestand is niet te gebruiken: {explain_oserror(fout)}") from fout


class Journaal:
    """The journal of one folder, which may have folders in it."""

    def __init__(self, map_: Path) -> None:
        """Read what was made there before; a line that is broken says nothing.

        Raises:
            BestandError: the journal cannot be read, or the folder cannot be made.
        """
        self._map = map_
        self._pad = map_ / JOURNAAL
        self._vermeldingen: dict[str, dict[str, Vermelding]] = {}
        self._laatst: Path | None = None
        self._los = ""
        with _open_bestand(map_) as bestand:
            try:
                bestand.seek(0)
                for regel in bestand:
                    self._read_regel(regel)
            except OSError as fout:
                raise BestandError(f"{self._pad}: dit bestand is niet te lezen: {explain_oserror(fout)}") from fout

    def _read_regel(self, regel: bytes) -> None:
        self._los = "" if regel.endswith(b"\n") else "\n"
        try:
            gelezen = _Regel(**json.loads(regel))
        except (TypeError, ValueError):
            return
        if all(isinstance(deel, str) for deel in gelezen) and _is_naam(gelezen.map) and _is_naam(gelezen.naam):
            self._note(gelezen)

    def _note(self, regel: _Regel) -> None:
        in_map = self._vermeldingen.setdefault(regel.map, {})
        oud = in_map.get(regel.naam)
        eerder = (oud.eerder if oud else frozenset()) | {regel.inhoud}
        in_map[regel.naam] = Vermelding(regel.herkomst, regel.inhoud, eerder)
        self._laatst = self._map / regel.map / regel.naam

    def remove_rest(self) -> None:
        """Remove what a run that was killed left beside the file that it was writing: that of the last line."""
        if self._laatst is not None:
            remove_resten(self._laatst)

    def find(self, map_: str) -> dict[str, Vermelding]:
        """Find what the journal says of the files in one of the folders."""
        return dict(self._vermeldingen.get(map_, {}))

    def write(self, map_: str, naam: str, herkomst: str, inhoud: bytes) -> Path:
        """Write a file in one of the folders, in one step.

        Raises:
            BestandError: it cannot be written, or there is one of somebody else.
        """
        pad = self._map / map_ / naam
        regel = _Regel(map_, naam, herkomst, _digest(inhoud))
        if judge_bestand(pad, herkomst, self.find(map_).get(naam)) is Bestandsstand.VREEMD:
            raise BestandError(explain_vreemd(pad))
        try:
            pad.parent.mkdir(exist_ok=True)
            self._append(regel)
        except OSError as fout:
            raise BestandError(f"{pad}: dit bestand is nu niet te schrijven: {explain_oserror(fout)}") from fout
        write_bestanden({pad: inhoud})
        return pad

    def _append(self, regel: _Regel) -> None:
        with self._pad.open("ab") as bestand:
            bestand.write(f"{self._los}{json.dumps(regel._asdict())}\n".encode())
            bestand.flush()
            os.fsync(bestand.fileno())
        self._los = ""
        self._note(regel)


def _is_naam(tekst: str) -> bool:
    """Tell whether a text names something in a folder, and leads nowhere else."""
    try:
        os.fsencode(tekst)
    except UnicodeError:
        return False
    return "\0" not in tekst and tekst not in {"", ".", ".."} and Path(tekst).name == tekst


def _digest(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
