"""Build the JSON Schema of a dossier from the description of the nouns and from the glossary.

The fields, what they hold and what they refuse come from the annotations of the nouns, as the validators and the
strategies do; the Dutch words come from ``docs/reference/begrippen.md``. The outcome is kept in the package
(`ivb.files.schema`), so nothing is built while a program runs.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

from ivb.bevindingen import Ernst
from ivb.dates import Date, Datering, Periode, Seizoen
from ivb.dates.datering import EDTF
from ivb.files.formaten import FORMAAT
from ivb.model.base import Noun, Veld, velden
from ivb.model.constraints import (
    EERSTE_JAAR,
    LAATSTE_JAAR,
    Beperking,
    CommonMark,
    EenRegel,
    Hoogstens,
    Minstens,
    Patroon,
    Sleutel,
)
from ivb.model.dossier import Dossier

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_JAAR = f"({'|'.join(map(str, range(EERSTE_JAAR // 100, LAATSTE_JAAR // 100 + 1)))})[0-9]{{2}}"
_MAAND = f"{_JAAR}-(0[1-9]|1[0-2])"
_DAG = "(0[1-9]|[12][0-9]|3[01])"
_PERIODE = f"{_JAAR}(-(H[12]|T[1-3]|K[1-4]))?|{_MAAND}|{_JAAR}/{_JAAR}|{_MAAND}/{_MAAND}"
_DAGMAAND = "([1-9]|[12][0-9]|3[01])-([1-9]|1[0-2])"
# Lone surrogates are refused too, but many engines for regular expressions cannot say so; JSON should not hold them.
_VERBODEN_IN_TEKST = r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]"
_VERBODEN_OP_REGEL = r"[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]"

_LIJST = re.compile(r"^- `(\w+)`: (.+(?:\n  .+)*)", re.MULTILINE)
_KOPPELING = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_GRENZEN = {Minstens: "minimum", Hoogstens: "maximum"}


class Begrippen:
    """The Dutch words of the glossary: of every noun, and of every field."""

    def __init__(self, pagina: str) -> None:
        """Read the page: what stands before the first noun holds for every noun that says nothing else."""
        aanhef, *delen = re.split(r"^## ", pagina, flags=re.MULTILINE)
        self._gemeen = _read_lijst(aanhef)
        teksten = {kop: tekst.partition("\n*Bron:*")[0] for kop, _, tekst in (deel.partition("\n") for deel in delen)}
        self._velden = {kop: _read_lijst(tekst) for kop, tekst in teksten.items()}
        self._begrippen = {kop: _plat(tekst.partition("\n- `")[0]) for kop, tekst in teksten.items()}

    def begrip(self, naam: str) -> str:
        """Say what a noun is."""
        return self._begrippen[naam]

    def veld(self, begrip: str, naam: str) -> str:
        """Say what a field of a noun is.

        Raises:
            KeyError: the glossary does not say.
        """
        return self._velden[begrip].get(naam) or self._gemeen[naam]


def _read_lijst(tekst: str) -> dict[str, str]:
    return {naam: _plat(uitleg) for naam, uitleg in _LIJST.findall(tekst)}


def _plat(tekst: str) -> str:
    zin = " ".join(_KOPPELING.sub(r"\1", tekst).split())
    return zin[:1].upper() + zin[1:]


def build_schema(pagina: str, *, is_bestand: bool) -> Schema:
    """Build the schema.

    Args:
        pagina: the glossary, in Markdown.
        is_bestand: for a file of YAML that may hold part of a dossier; else for a whole dossier in JSON.

    Raises:
        KeyError: the glossary does not describe a noun or a field.
    """
    bouwer = _Bouwer(Begrippen(pagina), is_bestand=is_bestand)
    dossier = bouwer.noun(Dossier)
    if is_bestand:
        del dossier["required"]
    uitleg = bouwer.begrippen.veld("Dossier", "formaat")
    eigenschappen = {"formaat": {"description": uitleg, "const": FORMAAT}, **dossier.pop("properties")}
    delen = dict(sorted(bouwer.delen.items()))
    return {"$schema": DIALECT, **dossier, "properties": eigenschappen, "$defs": delen}


class _Bouwer:
    """Collects the parts of a schema: each noun, choice and kind of text once."""

    def __init__(self, begrippen: Begrippen, *, is_bestand: bool) -> None:
        self.begrippen = begrippen
        self.delen: dict[str, Schema] = {}
        self._is_bestand = is_bestand

    def noun(self, soort: type[Noun]) -> Schema:
        """Describe a noun."""
        standaard = {veld.name: veld.default for veld in attrs.fields(soort)}
        eigenschappen = {veld.naam: self._veld(soort.__name__, veld, standaard[veld.naam]) for veld in velden(soort)}
        verplicht = [veld.naam for veld in velden(soort) if veld.verplicht]
        return {
            "title": soort.__name__,
            "description": self.begrippen.begrip(soort.__name__),
            "type": "object",
            "properties": eigenschappen,
            **({"required": verplicht} if verplicht else {}),
            "additionalProperties": False,
        }

    def _veld(self, begrip: str, veld: Veld, standaard: object) -> Schema:
        schema = self._item(veld)
        if veld.meervoud:
            minste = {"minItems": veld.minimum} if veld.minimum else {}
            schema = {"type": "array", "items": schema, **minste}
        if not veld.verplicht:
            schema = _of_niets(schema)
        anders = {"default": standaard} if isinstance(standaard, (str, int, float)) else {}
        return {"description": self.begrippen.veld(begrip, veld.naam), **schema, **anders}

    def _item(self, veld: Veld) -> Schema:
        if issubclass(veld.soort, Noun):
            return self._deel(veld.soort.__name__, lambda: self.noun(veld.soort))
        if issubclass(veld.soort, StrEnum):
            return self._deel(veld.soort.__name__, lambda: self._keuze(veld.soort))
        if veld.soort is bool:
            return {"type": "boolean"}
        if veld.soort in {int, float}:
            grenzen = {
                _GRENZEN[type(eis)]: eis.grens for eis in veld.beperkingen if isinstance(eis, (Minstens, Hoogstens))
            }
            return {"type": "integer" if veld.soort is int else "number", **grenzen}
        if veld.soort is str:
            (beperking,) = veld.beperkingen
            return self._tekst(beperking)
        naam, maak = _TIJDEN[veld.soort]
        return self._deel(naam, lambda: maak(self))

    def _deel(self, naam: str, maak: Callable[[], Schema]) -> Schema:
        if naam not in self.delen:
            self.delen[naam] = {}  # its place is taken before it is made
            self.delen[naam].update(maak())
        return {"$ref": f"#/$defs/{naam}"}

    def _keuze(self, soort: type[StrEnum]) -> Schema:
        keuzes: Schema = {"type": "string", "enum": [keuze.value for keuze in soort]}
        return {"description": self.begrippen.begrip(soort.__name__), **keuzes} if soort is not Ernst else keuzes

    def _tekst(self, beperking: Beperking) -> Schema:
        if isinstance(beperking, Patroon):
            return self._vorm(beperking.patroon, beperking.voorbeeld)
        if isinstance(beperking, Sleutel):
            raad = "letters, cijfers, '.', '_', '/' en '-', zonder spaties"
            return self._deel("Id", lambda: self._vorm("[A-Za-z0-9][A-Za-z0-9._/-]*", raad, "number", "boolean"))
        if isinstance(beperking, EenRegel):
            return self._deel("Regel", lambda: self._vrij("Tekst op één regel.", _VERBODEN_OP_REGEL))
        if isinstance(beperking, CommonMark):
            uitleg = "Tekst met alinea's, opsommingen, **vet**, *cursief* en [links](https://www.rijksoverheid.nl)."
            return self._deel("Tekst", lambda: self._vrij(uitleg, _VERBODEN_IN_TEKST))
        raise LookupError(f"no schema for {beperking!r}: say in {__name__} what it asks of a text")

    def _vrij(self, uitleg: str, verboden: str) -> Schema:
        """Describe a text that says something and holds no forbidden character."""
        soort = self._ook("number", "boolean")
        return {
            "description": uitleg,
            "type": soort,
            "pattern": r"\S",
            "not": {"type": "string", "pattern": verboden},
        }

    def _vorm(self, patroon: str, raad: str, *ook: str) -> Schema:
        """Describe a text of a fixed form; an editor gives the advice when it has another."""
        melding = {"patternErrorMessage": f"schrijf zoiets als {raad}"} if self._is_bestand else {}
        return {"type": self._ook(*ook), "pattern": f"^({patroon})$", **melding}

    def _ook(self, *soorten: str) -> str | list[str]:
        """Give the type of a text; in YAML some may stand there without quotes, and look like something else."""
        return ["string", *soorten] if self._is_bestand and soorten else "string"

    def datum(self) -> Schema:
        """Describe a day."""
        return {**self._vorm(f"{_MAAND}-{_DAG}", "2026-01-31"), "format": "date"}

    def periode(self) -> Schema:
        """Describe a period; in YAML a year looks like a number."""
        grenzen = {"minimum": EERSTE_JAAR, "maximum": LAATSTE_JAAR} if self._is_bestand else {}
        raad = "2026, 2026-H1, 2026-T1, 2026-K1, 2026-05 of 2026/2029"
        return {"description": self.begrippen.begrip("Periode"), **self._vorm(_PERIODE, raad, "integer"), **grenzen}

    def datering(self) -> Schema:
        """Describe a dating: words alone, or with what they mean."""
        woorden = self._vrij("De woorden.", _VERBODEN_OP_REGEL)
        apart: Schema = {
            "type": "object",
            "properties": {
                "woorden": {**woorden, "description": "De woorden zoals ze zijn gezegd: eind 2026."},
                "edtf": {**self._vorm(EDTF, "2026-11/2026-12"), "description": "Wat ze betekenen: 2026-11/2026-12."},
            },
            "required": ["woorden", "edtf"],
            "additionalProperties": False,
        }
        return {"description": self.begrippen.begrip("Datering"), "anyOf": [woorden, apart]}

    def seizoen(self) -> Schema:
        """Describe the first and last day of a season."""
        return self._vorm(f"{_DAGMAAND}/{_DAGMAAND}", "1-9/30-11")


_TIJDEN: dict[type, tuple[str, Callable[[_Bouwer], Schema]]] = {
    Date: ("Datum", _Bouwer.datum),
    Periode: ("Periode", _Bouwer.periode),
    Datering: ("Datering", _Bouwer.datering),
    Seizoen: ("Seizoen", _Bouwer.seizoen),
}


def _of_niets(schema: Schema) -> Schema:
    """Let a value be absent by standing there empty."""
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
