"""Jinja as ``ivb`` lets a template use it: sandboxed, strict about what is missing, and reading plain values only."""

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Final

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import Opmaak
from ivb.documents.word.wordxml import WordXml
from ivb.errors import SjabloonError

LUS: Final = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem")
"""What a template may ask of the ``loop`` of a repetition."""


class Omgeving(ImmutableSandboxedEnvironment):
    """Where the tags of one template are read.

    Nothing can be called, nothing is known but the fields of this render, a field is never an attribute of Python, and
    what is printed is a text or a whole number.
    """

    def __init__(self, format_tekst: Callable[[str], str]) -> None:
        """Make an environment.

        Args:
            format_tekst: writes a text that is printed, and escapes it where the place is XML. No value is printed
                without it, so Jinja need not escape what is safe already.
        """

        def finalize(waarde: object) -> str:
            return format_tekst(waarde) if type(waarde) is str else _finalize(waarde)

        super().__init__(autoescape=False, undefined=_Ontbrekend, finalize=finalize)
        self.globals.clear()
        self.filters.clear()
        self.filters.update(upper=_upper, lower=_lower, length=_length)

    def getattr(self, obj: object, attribute: str) -> object:
        """Read a field; an attribute of Python only of the ``loop`` of a repetition."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
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

    @property
    def _undefined_message(self) -> str:
        if self._undefined_obj is missing:
            return f"het veld ‘{self._undefined_name}’ bestaat niet"
        bekend = tuple(self._undefined_obj) if isinstance(self._undefined_obj, Mapping) else ()
        return tell_ontbrekend(str(self._undefined_name), bekend)


def tell_ontbrekend(naam: str, bekend: Collection[str]) -> str:
    """Say that a field is not there, and which one may have been meant."""
    gelijkend = get_close_matches(naam, bekend, n=1, cutoff=0.5)
    if gelijkend:
        return f"het veld ‘{naam}’ bestaat niet; bedoelde u ‘{gelijkend[0]}’?"
    return f"het veld ‘{naam}’ bestaat niet; wel: {', '.join(sorted(bekend)) or 'geen enkel veld'}"


def _finalize(waarde: object) -> str:
    if isinstance(waarde, Undefined):
        return str(waarde)
    if type(waarde) is WordXml:
        return waarde
    if type(waarde) is int:
        return str(waarde)
    if isinstance(waarde, Opmaak):
        boodschap = "dit veld is opgemaakte tekst; gebruik {{p … }} in een alinea voor zich"
    elif isinstance(waarde, Afbeelding):
        boodschap = (
            "dit veld is een afbeelding; gebruik {{p … }} in een alinea voor zich, of {{r … }} midden in een alinea"
        )
    else:
        boodschap = f"een waarde van de soort {type(waarde).__name__} is niet te tonen; wel: tekst en gehele getallen"
    raise SjabloonError(boodschap)


def _upper(waarde: object) -> str:
    return _check_tekst(waarde).upper()


def _lower(waarde: object) -> str:
    return _check_tekst(waarde).lower()


def _length(waarde: object) -> int:
    if isinstance(waarde, Undefined | str | tuple | list | dict):
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
