"""Jinja as ``ivb`` lets a template use it: sandboxed, strict about what is missing, and reading plain values only."""

from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from ivb.documents.opmaak import Opmaak
from ivb.documents.wordxml import WordXml
from ivb.errors import SjabloonError

LUS: Final = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
"""What a template may ask of the ``loop`` of a repetition."""


class Omgeving(ImmutableSandboxedEnvironment):
    """Where the tags of one template are read.

    Nothing can be called, nothing is known but the fields of this render, a field is never an attribute of Python, and
    what is printed is a text or a whole number.
    """

    def __init__(self, namen: Iterable[str], format_tekst: Callable[[str], str], *, autoescape: bool = True) -> None:
        """Make an environment.

        Args:
            namen: the names of the fields, for the hint at a name that is wrong.
            format_tekst: writes a text that is printed.
            autoescape: false for a place that is not XML.
        """
        bekend = tuple(namen)

        class Ontbrekend(_Ontbrekend):
            velden = bekend

        super().__init__(
            autoescape=autoescape, undefined=Ontbrekend, finalize=lambda waarde: _finalize(waarde, format_tekst)
        )
        self.globals.clear()
        self.filters.clear()
        self.filters.update(upper=_upper, lower=_lower, length=_length)

    def getattr(self, obj: object, attribute: str) -> object:
        """Read a field; an attribute of Python only of the ``loop`` of a repetition."""
        if isinstance(obj, LoopContext) and attribute in LUS:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Read a field, or an item of a list by its number."""
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        if isinstance(obj, tuple) and isinstance(argument, int) and 0 <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))


class _Ontbrekend(StrictUndefined):
    """A field that is not there; whoever prints it, compares it or walks over it learns its name."""

    velden: tuple[str, ...] = ()

    @property
    def _undefined_message(self) -> str:
        naam = str(self._undefined_name)
        if self._undefined_obj is missing:
            bekend = self.velden
        else:
            bekend = tuple(self._undefined_obj) if isinstance(self._undefined_obj, Mapping) else ()
        return tell_ontbrekend(naam, bekend)


def tell_ontbrekend(naam: str, bekend: Collection[str]) -> str:
    """Say that a field is not there, and which one may have been meant."""
    gelijkend = get_close_matches(naam, bekend, n=1, cutoff=0.5)
    if gelijkend:
        return f"het veld ‘{naam}’ bestaat niet; bedoelde u ‘{gelijkend[0]}’?"
    return f"het veld ‘{naam}’ bestaat niet; wel: {', '.join(sorted(bekend)) or 'geen enkel veld'}"


def _finalize(waarde: object, format_tekst: Callable[[str], str]) -> str:
    if isinstance(waarde, Undefined):
        return str(waarde)
    if type(waarde) is WordXml:
        return waarde
    if type(waarde) is str:
        return format_tekst(waarde)
    if type(waarde) is int:
        return str(waarde)
    if isinstance(waarde, Opmaak):
        boodschap = (
            "dit veld is opgemaakte tekst; gebruik {{p … }} in een alinea voor zich, of {{r … }} midden in een alinea"
        )
    else:
        boodschap = f"een waarde van de soort {type(waarde).__name__} is niet te tonen; wel: tekst en gehele getallen"
    raise SjabloonError(boodschap)


def _upper(waarde: object) -> str:
    return _check_tekst(waarde).upper()


def _lower(waarde: object) -> str:
    return _check_tekst(waarde).lower()


def _length(waarde: object) -> int:
    if isinstance(waarde, Undefined | str | tuple | dict):
        return len(waarde)
    raise SjabloonError(f"‘|length’ telt een lijst, geen waarde van de soort {type(waarde).__name__}")


def _check_tekst(waarde: object) -> str:
    if isinstance(waarde, Undefined):
        return str(waarde)
    if not isinstance(waarde, str):
        raise SjabloonError(
            f"‘|upper’ en ‘|lower’ zijn voor tekst, niet voor een waarde van de soort {type(waarde).__name__}"
        )
    return waarde
