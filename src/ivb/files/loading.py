"""Load a dossier, or say everything that is wrong with it."""

import re
import warnings
from typing import Any, NamedTuple

from ivb.errors import DossierFout, DossierWaarschuwing, Melding
from ivb.files.converter import make_converter
from ivb.files.diagnosis import diagnose, op_plaats
from ivb.files.source import Bron, read_bomen
from ivb.files.tree import Boom, Merk, Plaatsen
from ivb.model.base import velden
from ivb.model.dossier import Dossier

FORMAAT = 1

_VERSIE = re.compile(r"[2-9]|[1-9][0-9]+")
_LIJSTEN = {veld.naam for veld in velden(Dossier) if veld.meervoud}


class Lezing(NamedTuple):
    """A dossier with what the files told beside it.

    Attributes:
        dossier: the dossier.
        plaatsen: where every value came from.
        waarschuwingen: what was suspicious.
    """

    dossier: Dossier
    plaatsen: Plaatsen
    waarschuwingen: tuple[Melding, ...]


def load(bron: Bron) -> Dossier:
    """Load a dossier.

    Args:
        bron: a YAML or JSON file, a folder of YAML files, bytes, a file object, or a mapping.

    Raises:
        DossierFout: something in it is wrong; all that is wrong is told at once, each with its place.
        BestandError: the file is not there or cannot be read.

    Warns:
        DossierWaarschuwing: something is suspicious.
    """
    lezing = read_dossier(bron)
    for melding in lezing.waarschuwingen:
        warnings.warn(str(melding), DossierWaarschuwing, stacklevel=2)
    return lezing.dossier


def read_dossier(bron: Bron) -> Lezing:
    r"""Load a dossier and keep where every value came from, and what was suspicious.

    >>> lezing = read_dossier(b"bijgehouden_vanaf: 2024-01-01\ngemeente: {naam: A, code: GM0001, plaats: B}")
    >>> str(lezing.plaatsen.find("gemeente.naam"))
    '<bytes>:2:18'

    Raises:
        DossierFout: something in it is wrong; all that is wrong is told at once, each with its place.
        BestandError: the file is not there or cannot be read.
    """
    bomen = [_zonder_formaat(boom) for boom in read_bomen(bron)]
    boom = bomen[0] if len(bomen) == 1 else _merge(bomen)
    if boom.fouten:
        raise DossierFout(_alles_wat_fout_is(boom))
    try:
        dossier = make_converter(uit_tekst=boom.uit_tekst).structure(boom.waarden, Dossier)
    except Exception:  # whatever stopped the converter, the diagnosis tells all that is wrong
        meldingen = _alles_wat_fout_is(boom)
        if not meldingen:
            raise
        raise DossierFout(meldingen) from None
    return Lezing(dossier, Plaatsen(boom.waarden, boom.merken), boom.waarschuwingen)


def _alles_wat_fout_is(boom: Boom) -> list[Melding]:
    if boom.waarden is None:
        return list(boom.fouten)
    gezien = {fout.plaats for fout in boom.fouten}
    gevonden = diagnose(Dossier, boom.waarden, boom.merken(), uit_tekst=boom.uit_tekst)
    nieuw = [fout for fout in gevonden if fout.plaats is None or fout.plaats not in gezien]
    return sorted([*boom.fouten, *nieuw], key=op_plaats)


def _zonder_formaat(boom: Boom) -> Boom:
    """Judge the version of the format, and take it out: it says something of the file, not of the municipality."""
    if not isinstance(boom.waarden, dict) or "formaat" not in boom.waarden:
        return boom
    waarden = dict(boom.waarden)
    versie = str(waarden.pop("formaat"))
    if versie == str(FORMAAT):
        return boom._replace(waarden=waarden)
    if _VERSIE.fullmatch(versie):
        boodschap = f"dit bestand heeft formaat {versie} en deze ivb leest tot en met formaat {FORMAAT}; werk ivb bij"
        melding = Melding("nieuwer-formaat", "formaat", boom.merken().sleutel("formaat").plaats, boodschap)
        return boom._replace(waarden=None, fouten=(melding,))
    melding = Melding("formaat", "formaat", boom.merken().sleutel("formaat").plaats, f"schrijf formaat: {FORMAAT}")
    return boom._replace(waarden=waarden, fouten=(*boom.fouten, melding))


def _merge(bomen: list[Boom]) -> Boom:
    """Put the files of a folder together: lists behind each other, everything else once."""
    waarden: dict[str, Any] = {}
    merk = Merk(None, [], {})
    fouten = [fout for boom in bomen for fout in boom.fouten]
    for boom in bomen:
        if boom.waarden is None:
            continue
        if not isinstance(boom.waarden, dict):
            boodschap = "een bestand begint met namen, zoals 'jaarplannen:'"
            fouten.append(Melding("verkeerd-type", "", boom.merken().plaats, boodschap))
            continue
        for naam, waarde in boom.waarden.items():
            fouten += _add(waarden, merk, naam, waarde, boom.merken())
    return Boom(
        waarden,
        lambda: merk,
        uit_tekst=True,
        fouten=tuple(fouten),
        waarschuwingen=tuple(melding for boom in bomen for melding in boom.waarschuwingen),
    )


def _add(waarden: dict[str, Any], merk: Merk, naam: str, waarde: Any, van: Merk) -> list[Melding]:  # noqa: ANN401
    eerder = waarden.get(naam)
    if eerder is None:
        waarden[naam] = list(waarde) if isinstance(waarde, list) else waarde
        merk.sleutels[naam] = van.sleutels[naam]
    elif naam in _LIJSTEN and isinstance(eerder, list) and isinstance(waarde, list):
        eerder.extend(waarde)
        merk.sleutel(naam).items.extend(van.sleutel(naam).items)
    elif waarde is not None:
        boodschap = f"{naam} staat ook al in {merk.naam(naam)}; het hoort in een bestand"
        return [Melding("dubbele-sleutel", naam, van.naam(naam), boodschap)]
    return []
