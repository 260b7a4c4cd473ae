"""What a document shows, as a class: exactly the fields that a template of it may use, each with its meaning.

A field is a text, a truth value for a condition, a formatted text, a view of its own, or a tuple of texts or of views:

>>> @attrs.frozen(kw_only=True)
... class Ondertekenaar(Weergave):
...     naam: Annotated[str, Veld("wie tekent", moet=True)]

From the class follow the plain fields that a template is filled with, an example of them, and what an author of
templates has to know.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from ivb.documents.sjabloon.velden import Pad
from ivb.documents.word.opmaak import Opmaak

Velden: TypeAlias = dict[str, Any]
"""The fields of a document or of an item in it, as plain values."""

_SOORTEN: Final = {str: "tekst", bool: "ja of nee", Opmaak: "opgemaakte tekst"}
_LEGE_WAARDEN: Final = {str: "", bool: False, Opmaak: Opmaak()}
_GELEZEN: Final[dict[type, tuple[tuple[str, Any, "Veld"], ...]]] = {}


@attrs.frozen
class Veld:
    """What the annotation of a field of a view says.

    Attributes:
        betekenis: what it is, in Dutch, for the author of a template.
        moet: whether a template must show it, because a document without it leaves out what the reader has to know.
        of: the fields beside it that tell the same, when they are all shown.
        kleur: whether it is a text that is the colour of a cell.
        een_alinea: whether it is a formatted text that is always one paragraph, or empty, and so can stand in another.
    """

    betekenis: str
    moet: bool = False
    of: tuple[str, ...] = ()
    kleur: bool = False
    een_alinea: bool = False

    @property
    def plicht(self) -> str:
        """Whether a template must show it, and what may stand in its place, in words; empty when it need not."""
        if not self.of:
            return "ja" if self.moet else ""
        *eerst, laatste = self.of
        return f"ja, of {', '.join(eerst)} en {laatste}" if eerst else f"ja, of {laatste}"


@attrs.frozen
class Weergave:
    """What a document shows, or an item in it: a frozen class of fields, each annotated with a ``Veld``."""


@attrs.frozen(kw_only=True)
class Kenmerk(Weergave):
    """A header field."""

    label: Annotated[str, Veld("wat het is, zoals Nummer", moet=True)]
    waarde: Annotated[str, Veld("wat er staat", moet=True)]


@attrs.frozen(kw_only=True)
class Documentweergave(Weergave):
    """What every document shows."""

    concept: Annotated[bool, Veld("of het een concept is; ook in een kop- of voettekst", moet=True)]
    titel: Annotated[str, Veld("de titel van het stuk", moet=True)]
    gemeente: Annotated[str, Veld("de naam van de gemeente")]
    kenmerken: Annotated[tuple[Kenmerk, ...], Veld("wat er over het stuk bekend is", moet=True)]


@attrs.frozen
class Veldregel:
    """A field of a document, as the author of a template sees it.

    Attributes:
        pad: the way to it.
        soort: what it is: ``tekst``, ``ja of nee``, ``opgemaakte tekst``, ``groep``, ``lijst``, ``lijst van teksten``.
        veld: what it means.
    """

    pad: Pad
    soort: str
    veld: Veld

    @property
    def uitleg(self) -> str:
        """What it is, and whether it is always one paragraph, in words."""
        return f"{self.soort} van één alinea" if self.veld.een_alinea else self.soort

    def __str__(self) -> str:
        """Write the way to it: ``secties > kop``."""
        return " > ".join(stap for stap in self.pad if stap)


def to_velden(weergave: Weergave) -> Velden:
    """Give the fields of a view as plain values, for a template."""
    return {naam: _to_waarde(getattr(weergave, naam)) for naam, _, _ in _read_klasse(type(weergave))}


def make_voorbeeld(klasse: type[Weergave]) -> Velden:
    """Make an example of the fields: every text empty, and one item in every list."""
    return {naam: _make_waarde(soort) for naam, soort, _ in _read_klasse(klasse)}


def iter_velden(klasse: type[Weergave], boven: Pad = ()) -> Iterator[Veldregel]:
    """Give every field of a view, and behind one that has fields of its own those, in the order of the class."""
    for naam, soort, veld in _read_klasse(klasse):
        pad = (*boven, naam)
        binnen = _find_item(soort)
        if binnen is None:
            yield Veldregel(pad, "groep" if issubclass(soort, Weergave) else _SOORTEN[soort], veld)
        else:
            yield Veldregel(pad, "lijst van teksten" if binnen is str else "lijst", veld)
        if issubclass(binnen or soort, Weergave):
            yield from iter_velden(binnen or soort, (*pad, None) if binnen else pad)


def _read_klasse(klasse: type[Weergave]) -> tuple[tuple[str, Any, Veld], ...]:
    """Read the fields of a view from its annotations, once: the name, the type and the meaning of each."""
    if klasse not in _GELEZEN:
        hints = get_type_hints(klasse, include_extras=True)
        _GELEZEN[klasse] = tuple((veld.name, *get_args(hints[veld.name])) for veld in attrs.fields(klasse))
    return _GELEZEN[klasse]


def _find_item(soort: Any) -> Any:  # noqa: ANN401  a type, or a tuple of one
    """Find the type of the items of a list; ``None`` when it is no list."""
    return get_args(soort)[0] if get_origin(soort) is tuple else None


def _to_waarde(waarde: object) -> object:
    if isinstance(waarde, Weergave):
        return to_velden(waarde)
    return [_to_waarde(een) for een in waarde] if isinstance(waarde, tuple) else waarde


def _make_waarde(soort: Any) -> object:  # noqa: ANN401  a type, or a tuple of one
    if binnen := _find_item(soort):
        return [_make_waarde(binnen)]
    return make_voorbeeld(soort) if issubclass(soort, Weergave) else _LEGE_WAARDEN[soort]
