"""Findings as SARIF 2.1.0, so that a site that hosts code shows them on the file.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, with its errata of 28 August 2023.
"""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ivb.bevindingen import Ernst
from ivb.dates import format_datum
from ivb.errors import Plaats
from ivb.files.tree import Plaatsen
from ivb.rules.checks.catalogus import REGELS
from ivb.rules.checks.regel import Bevinding, Regel
from ivb.verslag.markdown import escape_markdown, format_bron
from ivb.verslag.plaatsing import Geplaatst, place_bevindingen

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
NIVEAUS = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFO: "note"}
BASIS = "%SRCROOT%"


def format_sarif(
    bevindingen: Iterable[Bevinding], plaatsen: Plaatsen | None = None, *, map_: Path | None = None
) -> str:
    """Write findings as SARIF 2.1.0, with all the rules.

    Args:
        bevindingen: what `check` found.
        plaatsen: where the values of the dossier stand, as `read_dossier` gives it.
        map_: the folder from which a file is named, in a repository its root; a file that stands in it is named from
            there, and one that stands elsewhere in full.
    """
    geplaatst = place_bevindingen(bevindingen, plaatsen)
    regels = {regel.code: regel for regel in (*(een.bevinding.regel for een in reversed(geplaatst)), *REGELS)}
    volgorde = [*(regel.code for regel in REGELS), *sorted(regels.keys() - {regel.code for regel in REGELS})]
    driver = {
        "name": "ivb",
        "version": version("ivb"),
        "language": "nl",
        "rules": [_describe_regel(regels[code]) for code in volgorde],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_iter_resultaten(geplaatst, volgorde, map_)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _describe_regel(regel: Regel) -> dict[str, Any]:
    tekst = regel.tekst
    delen = [("Waarom", tekst.waarom), ("Herstel", tekst.herstel)]
    uitleg = [(kop, inhoud) for kop, inhoud in delen if inhoud]
    kaal = [f"{kop}: {inhoud}" for kop, inhoud in uitleg]
    opgemaakt = [f"**{kop}.** {escape_markdown(inhoud)}" for kop, inhoud in uitleg]
    if regel.bron:
        kaal.append(f"Bron: {regel.bron}")
        opgemaakt.append(f"**Bron.** {format_bron(regel.bron)}")
    if regel.vanaf:
        kaal.append(f"Geldt vanaf: {format_datum(regel.vanaf)}")
        opgemaakt.append(f"**Geldt vanaf.** {format_datum(regel.vanaf)}")
    beschrijving: dict[str, Any] = {
        "id": regel.code,
        "name": "".join(woord[:1].upper() + woord[1:] for woord in re.findall(r"\w+", regel.titel)),
        "shortDescription": {"text": _escape(regel.titel)},
        "fullDescription": {"text": _escape(tekst.controleert or regel.titel)},
        "help": {
            "text": _escape("\n".join(kaal) or regel.titel),
            "markdown": _double("\n\n".join(opgemaakt) or escape_markdown(regel.titel)),
        },
        "defaultConfiguration": {"level": NIVEAUS[regel.ernst]},
    }
    if regel.bron and regel.bron.url:
        beschrijving["helpUri"] = regel.bron.url
    return beschrijving


def _double(tekst: str) -> str:
    """Double the braces: a single one would stand for an argument (3.11.5)."""
    return tekst.replace("{", "{{").replace("}", "}}")


def _escape(tekst: str) -> str:
    """Write plain text in which nothing stands for an argument or a link (3.11.5 and 3.11.6)."""
    return _double(tekst).replace("](", "] (")


def _iter_resultaten(
    geplaatst: Iterable[Geplaatst], volgorde: Sequence[str], map_: Path | None
) -> Iterator[dict[str, Any]]:
    nummers = {code: nummer for nummer, code in enumerate(volgorde)}
    gezien: Counter[str] = Counter()
    for een, plaats in geplaatst:
        kenmerk = f"{een.code}\n{een.pad}\n{een.variant}"
        gezien[kenmerk] += 1
        afdruk = hashlib.sha256(f"{kenmerk}\n{gezien[kenmerk]}".encode()).hexdigest()
        yield {
            "ruleId": een.code,
            "ruleIndex": nummers[een.code],
            "level": NIVEAUS[een.ernst],
            "message": {"text": _escape(een.boodschap)},
            "locations": [_describe_plek(een.pad, plaats, map_)],
            "partialFingerprints": {"ivbPad/v1": afdruk},
        }


def _describe_plek(pad: str, plaats: Plaats | None, map_: Path | None) -> dict[str, Any]:
    plek: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": pad or "dossier", "kind": "member"}]}
    if plaats:
        plek["physicalLocation"] = {"artifactLocation": _describe_bestand(plaats.bestand, map_)}
    if plaats and plaats.regel:
        gebied = {"startLine": plaats.regel, "startColumn": plaats.kolom}
        plek["physicalLocation"]["region"] = {naam: getal for naam, getal in gebied.items() if getal}
    return plek


def _describe_bestand(bestand: str, map_: Path | None) -> dict[str, str]:
    """Name a file from the folder, or in full when it stands elsewhere: from a root nothing is named with ``..``."""
    pad = Path(os.path.normpath(bestand))
    if map_ and (pad.is_absolute() or pad.parts[:1] == ("..",)):
        pad = next((een.relative_to(map_) for een in (pad, pad.resolve()) if een.is_relative_to(map_)), pad.resolve())
    if pad.is_absolute():
        return {"uri": pad.as_uri()}
    return {"uri": quote(pad.as_posix()), "uriBaseId": BASIS}
