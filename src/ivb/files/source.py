"""What a dossier can be read from: a file, a folder of YAML files, bytes, a file object, or a mapping.

A folder is the union of its files. Every file has the same form: lists of the same name are put together in the order
of the file names, and everything else stands in one file only.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from ivb.errors import BestandError, Melding, Plaats, explain_oserror
from ivb.files.json_reader import read_json
from ivb.files.tree import MAX_BYTES, NERGENS, Boom
from ivb.files.yaml_reader import read_yaml

Bron = str | os.PathLike[str] | bytes | IO[bytes] | IO[str] | Mapping[str, Any]

YAML = {".yaml", ".yml"}

_LIJKT_JSON = re.compile(r'\s*(\{\s*["}]|\[)')


def read_bomen(bron: Bron) -> list[Boom]:
    """Read every file of a source.

    Raises:
        BestandError: there is no such file, or it cannot be read now.
        TypeError: it is nothing that a dossier can be read from.
    """
    if isinstance(bron, Mapping):
        return [Boom(_gewoon(bron), lambda: NERGENS, uit_tekst=False)]
    if isinstance(bron, (str, os.PathLike)):
        return [_read_bytes(read_bestand(pad), str(pad)) for pad in find_bestanden(Path(bron))]
    if not isinstance(bron, bytes) and not hasattr(bron, "read"):
        raise TypeError(f"een dossier is een pad, bytes, een bestand of een mapping, geen {type(bron).__name__}")
    return [_read_bytes(*read_inhoud(bron))]


def read_inhoud(bron: bytes | IO[bytes] | IO[str]) -> tuple[bytes, str]:
    """Read bytes or a file object, no more than a dossier can have; beside them the name to call them by."""
    if isinstance(bron, bytes):
        return bron, "<bytes>"
    inhoud = bron.read(MAX_BYTES + 1)
    naam = str(getattr(bron, "name", "<bestand>"))
    return inhoud.encode(errors="surrogatepass") if isinstance(inhoud, str) else inhoud, naam


def _gewoon(waarde: Any) -> Any:  # noqa: ANN401  plain data
    """Take plain data as other readers give it: any mapping as a dict, a tuple as a list."""
    if isinstance(waarde, Mapping):
        return {str(naam): _gewoon(inhoud) for naam, inhoud in waarde.items()}
    return [_gewoon(item) for item in waarde] if isinstance(waarde, (list, tuple)) else waarde


def find_bestanden(pad: Path) -> list[Path]:
    """Find the files of a dossier, in order.

    Raises:
        BestandError: there are none.
    """
    if not pad.is_dir():
        return [pad]
    try:
        alle = sorted(pad.iterdir())
    except OSError as fout:
        raise BestandError(f"{pad}: deze map is niet te lezen: {explain_oserror(fout)}") from fout
    bestanden = [deel for deel in alle if deel.suffix.lower() in YAML and not deel.name.startswith(".")]
    if not bestanden:
        raise BestandError(f"{pad}: in deze map staat geen dossier; er hoort ten minste een .yaml-bestand te staan")
    return bestanden


def read_bestand(pad: Path) -> bytes:
    """Read the bytes of a file, no more than a dossier can have.

    Raises:
        BestandError: the file is not there, or another program holds it.
    """
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError as fout:
        raise BestandError(f"{pad}: dit bestand is niet te lezen: {explain_oserror(fout)}") from fout


def _read_bytes(inhoud: bytes, naam: str) -> Boom:
    if len(inhoud) > MAX_BYTES:
        boodschap = f"het bestand is groter dan {MAX_BYTES // 2**20} MB; zo groot is geen dossier"
        return _mislukt("te-groot", Plaats(naam), boodschap)
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        voor = inhoud[: fout.start]
        plaats = Plaats(naam, voor.count(b"\n") + 1, len(voor) - voor.rfind(b"\n"))
        return _mislukt("geen-utf-8", plaats, "het bestand is geen UTF-8; bewaar het opnieuw met de codering UTF-8")
    achtervoegsel = Path(naam).suffix.lower()
    is_json = achtervoegsel == ".json" or (achtervoegsel not in YAML and _LIJKT_JSON.match(tekst))
    boom = read_json(tekst, naam) if is_json else read_yaml(tekst, naam)
    if boom.waarden is None and not boom.fouten:
        return _mislukt("leeg", Plaats(naam), "het bestand is leeg; begin met 'formaat: 1'")
    return boom


def _mislukt(code: str, plaats: Plaats, boodschap: str) -> Boom:
    return Boom(None, lambda: NERGENS, uit_tekst=True, fouten=(Melding(code, "", plaats, boodschap),))
