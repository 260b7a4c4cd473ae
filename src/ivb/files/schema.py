"""The JSON Schema of a dossier, as it comes with the package.

There are two of one kind. That for JSON describes a whole dossier, strictly as `load` reads it from JSON. That for YAML
is for the editor of an adviser: a file of a folder holds only part of a dossier, and a year or an id may stand there
without quotes. What a schema cannot say is left to `load`: whether an id exists and is given once, whether one date
lies before another, and what the words of a dating mean. https://json-schema.org/draft/2020-12
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

# What it is called beside a dossier; the files of a fresh one name it in their first line.
SCHEMANAAM = "ivb.schema.json"

_BESTANDEN = {"json": "dossier.schema.json", "yaml": "bestand.schema.json"}


def read_schema(formaat: Literal["json", "yaml"] = "json") -> dict[str, Any]:
    """Read the JSON Schema (draft 2020-12) of a dossier; each noun stands under ``$defs``, with a Dutch description.

    Args:
        formaat: ``json`` for a whole dossier in JSON, ``yaml`` for a file of YAML that may hold part of one.

    Raises:
        ValueError: ``formaat`` is something else.

    >>> read_schema()["$defs"]["Toezegging"]["required"]
    ['id', 'datum', 'onderwerp']
    """
    schema: dict[str, Any] = json.loads(schemapad(formaat).read_bytes())
    return schema


def schemapad(formaat: Literal["json", "yaml"] = "json") -> Path:
    """Tell in which file of the package the schema stands.

    Raises:
        ValueError: there is none for that format.
    """
    if formaat not in _BESTANDEN:
        raise ValueError(f"voor {formaat!r} is er geen schema; kies uit {', '.join(_BESTANDEN)}")
    return Path(str(files("ivb") / "schemas" / _BESTANDEN[formaat]))
