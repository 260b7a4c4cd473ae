"""The versions of the format of a file, and the steps that bring an older one to that of today.

A file says in ``formaat`` how it is written; without it, it is as the other files of its folder, or as files are today.
A step changes the plain values and their marks together, so that whatever is wrong is still told at its place in the
old file. No release wrote format 0: its one renamed field shows the way for the steps to come, and keeps it tested.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ivb.errors import Melding
from ivb.files.tree import Boom, Merk, Merkteken
from ivb.files.yaml_reader import read_yaml

FORMAAT = 1
OUDER = "ouder-formaat"

_VERSIE = re.compile(r"0|[1-9][0-9]{0,8}")


class Wijziging(NamedTuple):
    """What a step changed at one place.

    Attributes:
        uitleg: what, in Dutch.
        plek: where the old word stands, if it was read from a file.
        oud: the old word.
        nieuw: the word of today.
    """

    uitleg: str
    plek: Merkteken | None
    oud: str
    nieuw: str


Stap = Callable[[Any, Merk], Iterator[Wijziging]]


def rename(pad: tuple[str, ...], oud: str, nieuw: str) -> Stap:
    """Make the step that gives a field its new name.

    Args:
        pad: the names that lead to the nouns that have the field; a list on the way is followed to all its items.
        oud: the name that the field had.
        nieuw: the name that it has.
    """

    def hernoem(waarden: Any, merk: Merk) -> Iterator[Wijziging]:  # noqa: ANN401  plain data
        for groep, eigen in _iter_groepen(waarden, merk, pad):
            if oud in groep and nieuw not in groep:
                groep[nieuw] = groep.pop(oud)
                plek = None
                if oud in eigen.sleutels:
                    plek = eigen.sleutels[oud][0]
                    eigen.sleutels[nieuw] = eigen.sleutels.pop(oud)
                yield Wijziging(f"{'.'.join((*pad, oud))} heet nu {nieuw}", plek, oud, nieuw)

    return hernoem


def _iter_groepen(waarden: Any, merk: Merk, pad: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], Merk]]:  # noqa: ANN401
    if isinstance(waarden, list):
        for nummer, item in enumerate(waarden):
            yield from _iter_groepen(item, merk.item(nummer), pad)
    elif isinstance(waarden, dict) and pad:
        yield from _iter_groepen(waarden.get(pad[0]), merk.sleutel(pad[0]), pad[1:])
    elif isinstance(waarden, dict):
        yield waarden, merk


# The step at number n brings format n to format n + 1.
STAPPEN: tuple[Stap, ...] = (rename(("jaarplannen", "acties"), "eigenaar", "trekker"),)


class Bijgewerkt(NamedTuple):
    """A tree as it is written today.

    Attributes:
        boom: the tree, without the version of its format.
        wijzigingen: what was brought up to date in it.
        versie: the version that it was written in.
    """

    boom: Boom
    wijzigingen: tuple[Wijziging, ...] = ()
    versie: int = FORMAAT


def upgrade(bomen: list[Boom]) -> list[Bijgewerkt]:
    """Bring the files of a dossier to the format of today; one of a later format becomes a fault, and is not read."""
    versies = [_read_versie(boom) for boom in bomen]
    genoemd = {versie for versie in versies if versie is not None}
    return [_upgrade(boom, versie, genoemd) for boom, versie in zip(bomen, versies, strict=True)]


def _read_versie(boom: Boom) -> int | None:
    """Read which format a file says that it has; what is no version is told later."""
    versie = str(boom.waarden.get("formaat")) if isinstance(boom.waarden, dict) else ""
    return int(versie) if _VERSIE.fullmatch(versie) else None


def _upgrade(boom: Boom, versie: int | None, genoemd: set[int]) -> Bijgewerkt:
    if not isinstance(boom.waarden, dict):
        return Bijgewerkt(boom)
    if versie is None and "formaat" not in boom.waarden:
        if len(genoemd) > 1:
            lijst = " en ".join(map(str, sorted(genoemd)))
            boodschap = f"andere bestanden van deze map hebben formaat {lijst}; schrijf ook hier welk formaat dit heeft"
            return Bijgewerkt(_add_fout(boom, "formaat-onbekend", boodschap))
        versie = next(iter(genoemd), FORMAAT)
    waarden = {naam: waarde for naam, waarde in boom.waarden.items() if naam != "formaat"}
    zonder = boom._replace(waarden=waarden)
    if versie is None:
        return Bijgewerkt(_add_fout(zonder, "formaat", f"schrijf formaat: {FORMAAT}"))
    if versie > FORMAAT:
        boodschap = f"dit bestand heeft formaat {versie} en deze ivb leest tot en met formaat {FORMAAT}; werk ivb bij"
        return Bijgewerkt(_add_fout(boom._replace(fouten=()), "nieuwer-formaat", boodschap)._replace(waarden=None))
    return _follow(zonder, versie) if versie < FORMAAT else Bijgewerkt(zonder)


def _follow(boom: Boom, versie: int) -> Bijgewerkt:
    """Take every step from a version to that of today, and say what changed."""
    merk = boom.merken()
    wijzigingen = tuple(wijziging for stap in STAPPEN[versie:] for wijziging in stap(boom.waarden, merk))
    wat = "; ".join(dict.fromkeys(wijziging.uitleg for wijziging in wijzigingen)) or "alleen het nummer verandert"
    boodschap = f"dit is formaat {versie} en het is gelezen als formaat {FORMAAT}: {wat}; na bewaren staat het er zo"
    plaats = merk.sleutel("formaat").plaats or merk.plaats
    waarschuwing = Melding(OUDER, "formaat", plaats, boodschap)
    return Bijgewerkt(boom._replace(waarschuwingen=(waarschuwing, *boom.waarschuwingen)), wijzigingen, versie)


def _add_fout(boom: Boom, code: str, boodschap: str) -> Boom:
    merk = boom.merken()
    melding = Melding(code, "formaat", merk.sleutel("formaat").plaats or merk.plaats, boodschap)
    return boom._replace(fouten=(*boom.fouten, melding))


def upgrade_tekst(tekst: str, bijgewerkt: Bijgewerkt) -> str | None:
    """Write in the YAML of an older file what was brought up to date, and leave all else as it stands.

    Returns:
        The text; ``None`` when that does not make it say the same, as with a name that is spelled with escapes.
    """
    formaat = Wijziging("", bijgewerkt.boom.merken().sleutel("formaat").begin, str(bijgewerkt.versie), str(FORMAAT))
    plekken = [(een.plek.line, een.plek.column, een) for een in (*bijgewerkt.wijzigingen, formaat) if een.plek]
    regels = tekst.split("\n")
    for regel, kolom, wijziging in sorted(plekken, reverse=True):
        voor, na = regels[regel][:kolom], regels[regel][kolom:]
        regels[regel] = voor + na.replace(wijziging.oud, wijziging.nieuw, 1)
    nieuw = "\n".join(regels)
    waarden = read_yaml(nieuw, "").waarden
    versie = waarden.pop("formaat", str(FORMAAT)) if isinstance(waarden, dict) else None
    return nieuw if (versie, waarden) == (str(FORMAAT), bijgewerkt.boom.waarden) else None
