"""Write a dossier as plain data and as text."""

import io
import json
import re
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from ivb.files.converter import make_converter
from ivb.files.formaten import FORMAAT
from ivb.model.dossier import Dossier

# What YAML takes for white space; Python's strip() takes more, and that is text.
WIT = " \t\r\n"

# A block of lines reads best, but it cannot hold every text: no blanks at the edge of a line, and no odd line ends.
_BLOK = re.compile(r"[^\s#-][^\t\x85\u2028\u2029\ufeff]*[^\s]\n?", re.DOTALL)
_WOORDEN = re.compile(r"[^\W\d][\w-]*( [\w-]+)*")
_BLANCO_AAN_RAND = re.compile(r" $", re.MULTILINE)
# 1.125 could be meant as a thousand and more, so the reader refuses it; with one nought more it is plain.
_DUIZENDTAL = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
_GEHEEL_TOT = 1e15


class _Breuk(float):
    """A number that is written so that it cannot be taken for thousands."""


class _Schrijver(RoundTripRepresenter):
    """Writes our own kinds of value."""


def _write_breuk(schrijver: _Schrijver, breuk: _Breuk) -> Any:  # noqa: ANN401  a node of the library
    tekst = float.__repr__(breuk)
    return schrijver.represent_scalar("tag:yaml.org,2002:float", tekst + "0" if _DUIZENDTAL.fullmatch(tekst) else tekst)


_Schrijver.add_representer(_Breuk, _write_breuk)


def dump(dossier: Dossier, formaat: Literal["yaml", "json"] = "yaml") -> bytes:
    """Write a dossier as one YAML or JSON file.

    Args:
        dossier: the dossier.
        formaat: ``yaml`` or ``json``.

    Raises:
        ValueError: ``formaat`` is something else.

    >>> from ivb import voorbeeld
    >>> dump(voorbeeld()).splitlines()[0]
    b'formaat: 1'
    """
    schrijvers = {"yaml": dump_yaml, "json": dump_json}
    if formaat not in schrijvers:
        raise ValueError(f"{formaat!r} is geen formaat van ivb; kies uit {', '.join(schrijvers)}")
    return schrijvers[formaat](dump_gegevens(dossier)).encode()


def dump_gegevens(dossier: Dossier) -> dict[str, Any]:
    """Turn a dossier into dicts, lists, texts and numbers; what has its default value is left out."""
    return {"formaat": FORMAAT, **make_converter(uit_tekst=False).unstructure(dossier)}


def dump_json(gegevens: dict[str, Any]) -> str:
    """Write plain data as JSON."""
    return json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n"


def dump_yaml(gegevens: Any) -> str:  # noqa: ANN401  plain data
    """Write plain data as YAML, as a person would: long texts as blocks, and quotes only where they are needed."""
    return _write(_mooi(gegevens))


def dump_regel(gegevens: Any) -> str:  # noqa: ANN401  idem
    """Write plain data as YAML on one line, between brackets."""
    return _write(_op_een_regel(_mooi(gegevens))).strip(WIT)


def _write(mooi: Any) -> str:  # noqa: ANN401  plain data with the kinds of text of the library
    schrijver = YAML()
    schrijver.Representer = _Schrijver
    schrijver.indent(mapping=2, sequence=4, offset=2)
    schrijver.width = 1_000_000  # a line is never broken: that would change what stands in it
    uit = io.StringIO()
    schrijver.dump(mooi, uit)
    return uit.getvalue()


def _mooi(waarde: Any) -> Any:  # noqa: ANN401  idem
    if isinstance(waarde, dict):
        return {naam: _mooi(inhoud) for naam, inhoud in waarde.items()}
    if isinstance(waarde, list):
        return [_mooi(item) for item in waarde]
    if isinstance(waarde, float):
        return int(waarde) if waarde.is_integer() and abs(waarde) < _GEHEEL_TOT else _Breuk(waarde)
    if isinstance(waarde, str) and "\n" in waarde:
        als_blok = _BLOK.fullmatch(waarde) and not _BLANCO_AAN_RAND.search(waarde)
        return LiteralScalarString(waarde) if als_blok else DoubleQuotedScalarString(waarde)
    return waarde


def _op_een_regel(waarde: Any) -> Any:  # noqa: ANN401  idem
    if isinstance(waarde, dict):
        groep = CommentedMap({naam: _op_een_regel(inhoud) for naam, inhoud in waarde.items()})
        groep.fa.set_flow_style()
        return groep
    if isinstance(waarde, list):
        lijst = CommentedSeq(map(_op_een_regel, waarde))
        lijst.fa.set_flow_style()
        return lijst
    if isinstance(waarde, str) and not _WOORDEN.fullmatch(waarde):
        return DoubleQuotedScalarString(waarde)
    return waarde
