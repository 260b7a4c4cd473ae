"""Save a dossier where it came from: only files that changed, and in those only what changed.

Every file is written beside its place and then put there in one step, so a save that is broken off leaves the old file.
"""

import os
import shutil
import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Any, NamedTuple, cast

from ivb.errors import BestandError, DossierWaarschuwing, explain_oserror
from ivb.files.converter import make_converter
from ivb.files.dumping import dump_gegevens, dump_json, dump_yaml
from ivb.files.editing import find_verloren, match_items, rewrite
from ivb.files.formaten import FORMAAT, OUDER, Bijgewerkt, upgrade, upgrade_tekst
from ivb.files.loading import read_dossier
from ivb.files.source import YAML, find_bestanden, read_bestand, read_bomen
from ivb.files.yaml_reader import read_yaml
from ivb.model.base import Noun, iter_gevuld, velden
from ivb.model.dossier import Dossier

Gegevens = dict[str, Any]
Delen = dict[str, object]

_LEEG: tuple[object, ...] = (None, [], {})

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
        DossierWaarschuwing: a file had to be written anew as a whole, without its comments, or a comment was lost.
    """
    pad = Path(doel)
    if pad.suffix.lower() == ".json":
        gegevens = dump_gegevens(dossier)
        if pad.exists() and _is_actueel(pad, gegevens):
            return
        write_bestanden({pad: dump_json(gegevens).encode()})
    elif pad.suffix.lower() in YAML:
        thuis = _read_thuis(pad) if pad.exists() else {}
        write_bestanden(dict(_wijzigingen({pad: dict(iter_gevuld(dossier))}, thuis)))
    else:
        _make_map(pad)
        thuis = _read_thuis(pad) if any(deel.suffix.lower() in YAML for deel in pad.iterdir()) else {}
        write_bestanden(dict(_wijzigingen(_divide(pad, dossier, thuis), thuis)))


def _is_actueel(pad: Path, gegevens: Gegevens) -> bool:
    lezing = read_dossier(pad)
    is_ouder = any(melding.code == OUDER for melding in lezing.waarschuwingen)
    return not is_ouder and dump_gegevens(lezing.dossier) == gegevens


class _Thuis(NamedTuple):
    """What a file of a dossier says now, in the format of today.

    Attributes:
        tekst: its text; that of an older format is brought up to date already, where that is possible.
        oud: what it says, as plain data.
        is_ouder: it was written in an older format.
    """

    tekst: str | None
    oud: Gegevens
    is_ouder: bool


def _read_thuis(doel: Path) -> dict[Path, _Thuis]:
    """Read the files that hold a dossier now; what is there must be a dossier, or it cannot be kept."""
    read_dossier(doel)
    paren = zip(find_bestanden(doel), upgrade(read_bomen(doel)), strict=True)
    return {pad: _read_een(pad, bijgewerkt) for pad, bijgewerkt in paren}


def _read_een(pad: Path, bijgewerkt: Bijgewerkt) -> _Thuis:
    tekst = read_bestand(pad).decode("utf-8-sig")
    is_ouder = bijgewerkt.versie < FORMAAT
    oud: Gegevens = _read(Dossier, bijgewerkt.boom.waarden)
    return _Thuis(upgrade_tekst(tekst, bijgewerkt) if is_ouder else tekst, oud, is_ouder)


def _make_map(pad: Path) -> None:
    try:
        pad.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise BestandError(f"{pad}: deze map is niet te maken: {explain_oserror(fout)}") from fout


def _wijzigingen(delen: dict[Path, Delen], thuis: dict[Path, _Thuis]) -> Iterator[tuple[Path, bytes]]:
    """Give the files that change, with what they become."""
    for pad, deel in delen.items():
        if pad not in thuis:
            yield pad, dump_yaml(_op_volgorde(_spel_deel(deel, {}))).encode()
            continue
        tekst, oud, is_ouder = thuis[pad]
        leeg: Gegevens = {naam: [] for naam, waarde in oud.items() if isinstance(waarde, list)}
        nieuw = leeg | _spel_deel(deel, oud)
        if oud != nieuw or is_ouder:
            yield pad, _rewrite(pad, tekst, oud, nieuw).encode()


def _rewrite(pad: Path, tekst: str | None, oud: Gegevens, nieuw: Gegevens) -> str:
    gewijzigd = None if tekst is None else rewrite(tekst, oud, nieuw)
    if tekst is None or gewijzigd is None or not _zegt(gewijzigd.tekst, nieuw):
        _waarschuw(f"{pad} is in zijn geheel opnieuw geschreven, zonder commentaar")
        return dump_yaml(_op_volgorde(nieuw))
    verloren = find_verloren(tekst, gewijzigd)
    if verloren:
        _waarschuw(f"{pad}: dit commentaar kon niet blijven staan: {'; '.join(verloren)}")
    return gewijzigd.tekst


def _zegt(tekst: str, gegevens: Gegevens) -> bool:
    """Tell whether a text says this and nothing else."""
    if read_yaml(tekst, "").fouten:
        return False
    try:
        return _read_gegevens(tekst) == gegevens
    except (AttributeError, TypeError, ValueError):  # then it says something that is no dossier
        return False


def _waarschuw(boodschap: str) -> None:
    warnings.warn(boodschap, DossierWaarschuwing, stacklevel=5)


def _op_volgorde(gegevens: Gegevens) -> Gegevens:
    """Put the parts of a file in the order of the dossier, behind the version of the format."""
    return {"formaat": FORMAAT} | {veld.naam: gegevens[veld.naam] for veld in velden(Dossier) if veld.naam in gegevens}


def _read_gegevens(tekst: str) -> Gegevens:
    """Read what a file of a dossier says, as plain data: also what says no more than its default does."""
    gegevens: Gegevens = _read(Dossier, read_yaml(tekst, "").waarden)
    return gegevens


def _read(soort: type, waarde: Any) -> Any:  # noqa: ANN401  plain data
    if isinstance(waarde, list):
        return [_read(soort, item) for item in waarde]
    if issubclass(soort, Noun):
        soorten = {veld.naam: veld.soort for veld in velden(soort) if waarde.get(veld.naam) is not None}
        return {naam: _read(soorten[naam], inhoud) for naam, inhoud in waarde.items() if naam in soorten}
    converter = make_converter(uit_tekst=True)
    return converter.unstructure(converter.structure(waarde, soort))


def _spel_deel(deel: Delen, oud: Gegevens) -> Gegevens:
    return {naam: _spel_waarde(waarde, oud.get(naam)) for naam, waarde in deel.items()}


def _spel(noun: Noun, oud: Gegevens) -> Gegevens:
    """Give a noun as plain data: what is not its default, and the defaults that the file spells out now.

    What the file says and is empty now is left out, unless it was empty in the file too.
    """
    eigen = {naam for naam, _ in iter_gevuld(noun)}
    namen = [veld.naam for veld in velden(type(noun)) if veld.naam in eigen or veld.naam in oud]
    gespeld = {naam: _spel_waarde(getattr(noun, naam), oud.get(naam)) for naam in namen}
    return {naam: nu for naam, nu in gespeld.items() if naam in eigen or nu == oud[naam] or nu not in _LEEG}


def _spel_waarde(waarde: object, oud: Any) -> Any:  # noqa: ANN401  plain data
    if isinstance(waarde, Noun):
        return _spel(waarde, oud or {})
    if isinstance(waarde, tuple):
        paren = match_items(_kort(waarde, oud or []), _plat(waarde))
        vorige = [None if nummer is None else oud[nummer] for nummer in paren]
        return list(map(_spel_waarde, waarde, vorige))
    return _plat(waarde)


def _plat(waarde: object) -> Any:  # noqa: ANN401  idem
    return make_converter(uit_tekst=False).unstructure(waarde)


def _kort(voorbeelden: tuple[object, ...], items: list[Any]) -> list[Any]:
    """Leave out of what a file says of the items of a list what is no more than a default."""
    if not voorbeelden:
        return []
    converter, soort = make_converter(uit_tekst=False), type(voorbeelden[0])
    return [_plat(converter.structure(item, soort)) for item in items]


def _divide(map_: Path, dossier: Dossier, bestanden: dict[Path, _Thuis]) -> dict[Path, Delen]:
    """Say which file of a folder holds what: everything stays where it is, new things go to the file of their kind.

    Items of a list are read in the order of the file names, so none may stand in a file before that of its predecessor.
    """
    thuis = {pad: bestand.oud for pad, bestand in bestanden.items()}
    delen: defaultdict[Path, Delen] = defaultdict(dict, {pad: {} for pad in thuis})
    for naam, waarde in iter_gevuld(dossier):
        paden = [pad for pad, inhoud in thuis.items() if naam in inhoud]
        if not isinstance(waarde, tuple):
            pad = paden[0] if paden else _nieuw_bestand(map_, naam, waarde)
            delen[pad][naam] = waarde
            continue
        vorige = map_
        for item, huis in zip(waarde, _huizen(thuis, naam, waarde), strict=True):
            if naam == "jaarplannen":
                vorige = huis or _nieuw_bestand(map_, naam, item)
            else:
                nieuw = paden[0] if paden else _nieuw_bestand(map_, naam, item)
                vorige = max(huis or nieuw, vorige)
            delen[vorige][naam] = (*cast("tuple[object, ...]", delen[vorige].get(naam, ())), item)
    return dict(delen)


def _huizen(thuis: dict[Path, Gegevens], naam: str, items: tuple[object, ...]) -> list[Path | None]:
    """Say in which file each item of a list stands now."""
    oud = [(pad, item) for pad, inhoud in thuis.items() for item in inhoud.get(naam, ())]
    paren = match_items(_kort(items, [item for _, item in oud]), _plat(items))
    return [None if nummer is None else oud[nummer][0] for nummer in paren]


def _nieuw_bestand(map_: Path, naam: str, item: Any) -> Path:  # noqa: ANN401  a noun
    """Name the file in which something new goes."""
    if naam == "jaarplannen":
        return map_ / f"jaarplan-{str(item.looptijd).replace('/', '-')}.yaml"
    return map_ / f"{_BESTAND.get(naam, naam)}.yaml"


def write_bestanden(inhouden: dict[Path, bytes]) -> None:
    """Write files, each beside its place and then there in one step; none is put there before all are written.

    Raises:
        BestandError: one of them cannot be written.
    """
    klaar: list[tuple[Path, Path]] = []
    try:
        for pad, inhoud in inhouden.items():
            doel = pad.resolve()
            vers = doel.with_name(f".{doel.name}.{os.getpid()}.nieuw")  # nobody else writes there now
            klaar.append((vers, doel))
            _write(vers, inhoud)
            if doel.exists():
                shutil.copymode(doel, vers)
                doel.open("r+b").close()  # refused now when somebody holds it or it is read-only
        for vers, doel in klaar:
            vers.replace(doel)
    except BaseException as fout:
        for vers, _ in klaar:
            vers.unlink(missing_ok=True)
        if isinstance(fout, OSError):
            raise BestandError(f"{doel}: dit bestand is nu niet te schrijven: {explain_oserror(fout)}") from fout
        raise


def remove_resten(pad: Path) -> None:
    """Remove what was written beside a file by a process that was killed; nobody may be writing it now."""
    doel = pad.resolve()
    for rest in doel.parent.glob(f".{escape(doel.name)}.*.nieuw"):
        if rest.name[len(f".{doel.name}.") : -len(".nieuw")].isdecimal():
            with suppress(OSError):
                rest.unlink()


def _write(pad: Path, inhoud: bytes) -> None:
    with pad.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
