"""Save a dossier where it came from: only files that changed, and in those only what changed.

Every file is written beside its place and then put there in one step, so a save that is broken off leaves the old file.
"""

import os
import shutil
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ivb.errors import BestandError, DossierWaarschuwing, leg_uit
from ivb.files.converter import maak_converter
from ivb.files.dumping import schrijf_gegevens, schrijf_json, schrijf_yaml
from ivb.files.editing import herschrijf
from ivb.files.loading import FORMAAT, read_dossier
from ivb.files.source import YAML, lees_bestand, vind_bestanden
from ivb.files.tree import sleutel_van
from ivb.files.yaml_reader import read_yaml
from ivb.model.base import velden
from ivb.model.dossier import Dossier

Gegevens = dict[str, Any]

# In which file of a folder something new goes; a plan has a file of its own.
_BESTAND = {
    "bijgehouden_vanaf": "dossier",
    "gemeente": "dossier",
    "beleid": "beleid",
    "kaders": "beleid",
    "beleidsregels": "beleid",
    "indicatoren": "indicatoren",
    "metingen": "indicatoren",
}


def save(dossier: Dossier, doel: str | os.PathLike[str]) -> None:
    """Save a dossier to a YAML or JSON file, or to a folder of YAML files.

    What stands there already is kept as far as it still holds: a file that did not change is left alone, and in one
    that did the comments, the order and the layout stay.

    Args:
        dossier: the dossier.
        doel: a file that ends in ``.yaml``, ``.yml`` or ``.json``; anything else is a folder.

    Raises:
        DossierFout: what stands there now cannot be read, so it cannot be kept either.
        BestandError: it cannot be written, for example because another program holds a file.

    Warns:
        DossierWaarschuwing: a file had to be written anew as a whole, without its comments.
    """
    pad = Path(doel)
    gegevens = schrijf_gegevens(dossier)
    if pad.suffix.lower() == ".json":
        if pad.exists() and schrijf_gegevens(read_dossier(pad).dossier) == gegevens:
            return
        schrijf_bestanden({pad: schrijf_json(gegevens).encode()})
    elif pad.suffix.lower() in YAML:
        if pad.exists():
            read_dossier(pad)
        schrijf_bestanden(dict(_wijzigingen({pad: gegevens})))
    else:
        pad.mkdir(parents=True, exist_ok=True)
        schrijf_bestanden(dict(_wijzigingen(_verdeel(pad, gegevens))))


def _wijzigingen(delen: dict[Path, Gegevens]) -> Iterator[tuple[Path, bytes]]:
    """Give the files that change, with what they become."""
    for pad, deel in delen.items():
        if not pad.exists():
            yield pad, schrijf_yaml(_op_volgorde(deel)).encode()
            continue
        tekst = lees_bestand(pad).decode("utf-8-sig")
        oud = _lees_gegevens(tekst)
        nieuw: Gegevens = {naam: [] for naam, waarde in oud.items() if isinstance(waarde, list)} | deel
        nieuw.pop("formaat", None)
        if oud != nieuw:
            yield pad, _herschrijf(pad, tekst, oud, nieuw).encode()


def _herschrijf(pad: Path, tekst: str, oud: Gegevens, nieuw: Gegevens) -> str:
    gewijzigd = herschrijf(tekst, oud, nieuw)
    boom = read_yaml(gewijzigd, str(pad))
    if not boom.fouten and _lees_gegevens(gewijzigd) == nieuw:
        return gewijzigd
    warnings.warn(f"{pad} is in zijn geheel opnieuw geschreven, zonder commentaar", DossierWaarschuwing, stacklevel=5)
    return schrijf_yaml(_op_volgorde(nieuw))


def _op_volgorde(gegevens: Gegevens) -> Gegevens:
    """Put the parts of a file in the order of the dossier, behind the version of the format."""
    return {"formaat": FORMAAT} | {veld.naam: gegevens[veld.naam] for veld in velden(Dossier) if veld.naam in gegevens}


def _lees_gegevens(tekst: str) -> Gegevens:
    """Read what a file of a dossier says, as the plain data that would be written for it."""
    converter = maak_converter(uit_tekst=True)
    waarden = read_yaml(tekst, "").waarden
    gelezen: Gegevens = {}
    for veld in velden(Dossier):
        waarde = waarden.get(veld.naam)
        if veld.meervoud and waarde is not None:
            gelezen[veld.naam] = [converter.unstructure(converter.structure(item, veld.soort)) for item in waarde]
        elif waarde is not None:
            gelezen[veld.naam] = converter.unstructure(converter.structure(waarde, veld.soort))
    return gelezen


def _verdeel(map_: Path, gegevens: Gegevens) -> dict[Path, Gegevens]:
    """Say which file of a folder holds what: everything stays where it is, new things go to the file of their kind.

    Items of a list are read in the order of the file names, so none may stand in a file before that of its predecessor.
    """
    delen: defaultdict[Path, Gegevens] = defaultdict(dict)
    thuis = {pad: _lees_gegevens(lees_bestand(pad).decode("utf-8-sig")) for pad in _bestanden(map_)}
    delen.update({pad: {} for pad in thuis})
    for naam, waarde in gegevens.items():
        if isinstance(waarde, list):
            vorige = map_
            for item in waarde:
                pad = _thuis(thuis, naam, item) or _nieuw_bestand(map_, naam, item)
                vorige = pad if naam == "jaarplannen" else max(pad, vorige)
                delen[vorige].setdefault(naam, []).append(item)
        elif naam != "formaat":
            pad = next((pad for pad, inhoud in thuis.items() if naam in inhoud), _nieuw_bestand(map_, naam, waarde))
            delen[pad][naam] = waarde
    return dict(delen)


def _bestanden(map_: Path) -> list[Path]:
    """Find the files of a folder that hold a dossier now; what is there must be a dossier, or it cannot be kept."""
    if not any(pad.suffix.lower() in YAML for pad in map_.iterdir()):
        return []
    read_dossier(map_)
    return vind_bestanden(map_)


def _thuis(thuis: dict[Path, Gegevens], naam: str, item: Gegevens) -> Path | None:
    """Find the file in which an item stands now: the one with its id, else an equal one."""
    for pad, inhoud in thuis.items():
        for ander in inhoud.get(naam, ()):
            if sleutel_van(item) == sleutel_van(ander) and (sleutel_van(item) or item == ander):
                return pad
    return None


def _nieuw_bestand(map_: Path, naam: str, item: Any) -> Path:  # noqa: ANN401  plain data
    """Name the file in which something new goes."""
    if naam == "jaarplannen":
        return map_ / f"jaarplan-{item['looptijd'].replace('/', '-')}.yaml"
    return map_ / f"{_BESTAND.get(naam, naam)}.yaml"


def schrijf_bestanden(inhouden: dict[Path, bytes]) -> None:
    """Write files, each beside its place and then there in one step; none is put there before all are written.

    Raises:
        BestandError: one of them cannot be written.
    """
    klaar: list[tuple[Path, Path]] = []
    try:
        for pad, inhoud in inhouden.items():
            doel = pad.resolve()
            vers = doel.with_name(f".{doel.name}.nieuw")
            klaar.append((vers, doel))
            _schrijf(vers, inhoud)
            if doel.exists():
                shutil.copymode(doel, vers)
                doel.open("r+b").close()  # refused now when somebody holds it or it is read-only
        for vers, doel in klaar:
            vers.replace(doel)
    except OSError as fout:
        for vers, _ in klaar:
            vers.unlink(missing_ok=True)
        raise BestandError(f"{doel}: dit bestand is nu niet te schrijven: {leg_uit(fout)}") from fout


def _schrijf(pad: Path, inhoud: bytes) -> None:
    with pad.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
