"""What every noun shares: how a field is described, what it refuses, and how a noun shows itself.

The annotation of a field is the one source for its validator, for reading it from a file, and for drawing it in a test.
"""

import datetime
import math
from collections.abc import Callable, Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, NamedTuple, Union, get_args, get_origin

import attrs

from ivb.dates import Date, Datering, Periode, Seizoen, to_date, to_datering, to_periode, to_seizoen
from ivb.display import format_html
from ivb.errors import VeldError
from ivb.model.constraints import EERSTE_JAAR, LAATSTE_JAAR, PRECIES, Beperking, CommonMark, Minstens, Verwijzing


class Eis(NamedTuple):
    """A demand on several fields of one noun together; ``boodschap`` says what would be right."""

    velden: tuple[str, ...]
    geldt: Callable[..., bool]
    boodschap: str


def op_volgorde(eerste: str, laatste: str) -> Eis:
    """Demand that one date is not after another, where both are known."""
    return Eis(
        (eerste, laatste),
        lambda begin, eind: begin is None or eind is None or begin <= eind,
        f"{laatste} ligt voor {eerste}; draai ze om of verbeter er een",
    )


@attrs.frozen(kw_only=True)
class Veld:
    """One field of a noun, as read from its annotation.

    Attributes:
        naam: the name, everywhere the same.
        soort: the type of the value, or of one item of the tuple.
        beperkingen: what the annotation adds to that type.
        meervoud: the field is a tuple.
        minimum: the least number of items of the tuple.
        optioneel: the field may be ``None``.
        verplicht: the field has no default.
        alle_jaren: dates may lie outside the years that a file may name.
    """

    naam: str
    soort: type
    beperkingen: tuple[Beperking, ...]
    meervoud: bool
    minimum: int
    optioneel: bool
    verplicht: bool
    alle_jaren: bool = False

    def bezwaar(self, waarde: object) -> str | None:
        """Say in Dutch why a value cannot stand in this field, or ``None`` when it can."""
        if waarde is None and self.optioneel:
            return None
        if not self.meervoud:
            return self.bezwaar_item(waarde)
        if not isinstance(waarde, tuple):
            return f"{waarde!r} is geen lijst"
        if len(waarde) < self.minimum:
            return f"een lijst van {len(waarde)}; er hoort er ten minste {self.minimum} te zijn"
        return next(filter(None, map(self.bezwaar_item, waarde)), None)

    def convert_item(self, waarde: Any) -> Any:  # noqa: ANN401  of any type, to that of the field where it is plain
        """Turn what somebody gives into what the field holds: an int into a float, a text into a choice."""
        if issubclass(self.soort, StrEnum):
            is_keuze = not isinstance(waarde, self.soort) and waarde in set(self.soort)
            return self.soort(waarde) if is_keuze else waarde
        if self.soort is float:
            return float(waarde) if type(waarde) is int and abs(waarde) <= PRECIES else waarde
        if isinstance(waarde, str) and "\r" in waarde and any(type(eis) is CommonMark for eis in self.beperkingen):
            return waarde.replace("\r\n", "\n").replace("\r", "\n")
        omzetter = _OMZETTERS.get(self.soort)
        return omzetter(waarde) if omzetter else waarde

    def convert(self, waarde: Any) -> Any:  # noqa: ANN401  idem
        """Do the same for the whole field; a list becomes a tuple."""
        if waarde is None:
            return None
        if not self.meervoud:
            return self.convert_item(waarde)
        return tuple(map(self.convert_item, waarde)) if isinstance(waarde, (list, tuple)) else waarde

    def bezwaar_item(self, waarde: object) -> str | None:
        """Say why a value cannot be (an item of) this field."""
        soort = self.soort
        if type(waarde) is not soort and (soort in _GEWOON or not isinstance(waarde, soort)):
            return explain_type(soort, repr(waarde))
        if isinstance(waarde, float) and not math.isfinite(waarde):
            return f"{waarde!r} is geen getal om mee te rekenen"
        if soort in _MET_JAREN and not self.alle_jaren and not _in_jaren(waarde):
            return f"{waarde} ligt buiten de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}; kijk het jaartal na"
        for beperking in self.beperkingen:
            tegen = beperking.bezwaar(waarde)
            if tegen is not None:
                return tegen
        return None

    @property
    def verwijzing(self) -> tuple[str, ...]:
        """The kinds of noun that this field names by id, if it does."""
        return next((eis.soorten for eis in self.beperkingen if isinstance(eis, Verwijzing)), ())


def _in_jaren(waarde: object) -> bool:
    return all(EERSTE_JAAR <= jaar <= LAATSTE_JAAR for jaar in _jaren(waarde))


def _jaren(waarde: object) -> Iterator[int]:
    """Give the years that a date, a period or a dating touches."""
    if isinstance(waarde, Date):
        yield waarde.year
    elif isinstance(waarde, Periode):
        yield from (waarde.begindatum.year, waarde.einddatum.year)
    elif isinstance(waarde, Datering):
        yield from (dag.year for dag in (waarde.vroegst, waarde.laatst) if dag)


_GEWOON = {str, int, float, bool}
_MET_JAREN = {Date, Periode, Datering}
_BESCHRIJVING = {
    str: "tekst",
    int: "geheel getal",
    float: "getal",
    bool: "waarde true of false",
    Date: "datum (jjjj-mm-dd)",
    Periode: "periode (2024, 2024-H1, 2024-05, 2022/2025)",
    Datering: "datering (23 april 2024, november 2021, najaar 2024, onbekend)",
    Seizoen: "seizoen (1-9/30-11)",
}
_OMZETTERS: dict[type, Callable[[Any], object]] = {
    Date: to_date,
    Periode: to_periode,
    Datering: to_datering,
    Seizoen: to_seizoen,
}


def describe(soort: type) -> str:
    """Name a type in Dutch, with its choices or its form."""
    if issubclass(soort, StrEnum):
        return f"keuze uit {', '.join(soort)}"
    return _BESCHRIJVING.get(soort, soort.__name__.lower())


def explain_type(soort: type, getoond: str) -> str:
    """Say that something is not of a type, and what would be."""
    if soort is bool:
        return f"hier hoort true of false, geen {getoond}"
    if issubclass(soort, StrEnum):
        return f"{getoond} kan hier niet; kies uit {', '.join(soort)}"
    return f"{getoond} is geen {describe(soort)}"


def _split_annotatie(soort: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401  annotations have no common type
    """Split ``Annotated[X, …]`` into X and what it adds."""
    if get_origin(soort) is Annotated:
        kern, *rest = get_args(soort)
        return kern, tuple(rest)
    return soort, ()


def _read_veld(veld: "attrs.Attribute[Any]") -> Veld:
    soort: Any = veld.type
    takken = get_args(soort) if get_origin(soort) in (Union, UnionType) else (soort,)
    (tak,) = (tak for tak in takken if tak is not NoneType)
    kern, beperkingen = _split_annotatie(tak)
    minimum = next((eis.grens for eis in beperkingen if isinstance(eis, Minstens)), 0)
    meervoud = get_origin(kern) is tuple
    if meervoud:
        kern, beperkingen = _split_annotatie(get_args(kern)[0])
    return Veld(
        naam=veld.name,
        soort=kern,
        beperkingen=beperkingen,
        meervoud=meervoud,
        minimum=minimum,
        optioneel=len(takken) > 1,
        verplicht=veld.default is attrs.NOTHING,
    )


def refine(soort: type, velden_: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Give every field of a noun the converter and the validator that its annotation asks for."""
    return [_refine(veld, alle_jaren=issubclass(soort, Uitkomst)) for veld in velden_]


def _refine(veld: "attrs.Attribute[Any]", *, alle_jaren: bool) -> "attrs.Attribute[Any]":
    beschrijving = attrs.evolve(_read_veld(veld), alle_jaren=alle_jaren)

    def keur(noun: object, _veld: object, waarde: object) -> None:
        tegen = beschrijving.bezwaar(waarde)
        if tegen is not None:
            raise VeldError(f"{type(noun).__name__}.{beschrijving.naam}: {tegen}")

    converter: Any = veld.converter or beschrijving.convert
    if veld.name == "bekend_sinds":
        converter = attrs.Converter(_of_sinds, takes_self=True)
    return veld.evolve(converter=converter, validator=keur)


def _of_sinds(waarde: datetime.date | None, noun: object) -> Date | None:
    """Convert the day since which something is known; without one it is known since it is so."""
    sinds: Date | None = getattr(noun, "sinds", None)
    return sinds if waarde is None else to_date(waarde)


_VELDEN: dict[type, tuple[Veld, ...]] = {}


def velden(soort: type) -> tuple[Veld, ...]:
    """Describe the fields of a noun, in order."""
    if soort not in _VELDEN:
        _VELDEN[soort] = tuple(map(_read_veld, attrs.fields(soort)))
    return _VELDEN[soort]


def is_rechttoe(soort: "type[Noun]") -> bool:
    """Tell whether a noun holds exactly what its fields were given: no default or converter looks at another field."""
    return not any(
        isinstance(veld.default, attrs.Factory)  # type: ignore[arg-type]
        or isinstance(veld.converter, attrs.Converter)
        or (issubclass(beschrijving.soort, Noun) and getattr(veld.converter, "__func__", None) is not Veld.convert)
        for veld, beschrijving in zip(attrs.fields(soort), velden(soort), strict=True)
    )


class Noun:
    """The mother of every noun: frozen, with a readable face."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]] = ()
    eisen: ClassVar[tuple[Eis, ...]] = ()

    def __attrs_post_init__(self) -> None:
        """Hold the demands on several fields together.

        Raises:
            VeldError: one of them does not hold.
        """
        for eis in self.eisen:
            if not eis.geldt(*(getattr(self, naam) for naam in eis.velden)):
                raise VeldError(f"{type(self).__name__}: {eis.boodschap}")

    def __repr__(self) -> str:
        """Show the constructor call, without the fields that have their default value."""
        return f"{type(self).__name__}({', '.join(f'{naam}={_show(waarde)}' for naam, waarde in iter_gevuld(self))})"

    def _repr_html_(self) -> str:
        rijen = [(naam.replace("_", " "), summarize(waarde)) for naam, waarde in iter_gevuld(self)]
        return format_html(type(self).__name__, rijen)


class Uitkomst(Noun):
    """What a rule derived from other nouns; a term may end after the years that a file may name."""

    __slots__ = ()


def iter_gevuld(noun: Noun) -> Iterator[tuple[str, object]]:
    """Give the name and value of each field whose value is not its default."""
    for veld in attrs.fields(type(noun)):
        waarde = getattr(noun, veld.name)
        if waarde != _standaard(veld, noun):
            yield veld.name, waarde


def _standaard(veld: "attrs.Attribute[Any]", noun: Noun) -> object:
    """Give the default of a field; each factory in the model takes the noun itself."""
    maak = getattr(veld.default, "factory", None)
    return maak(noun) if maak else veld.default


def summarize(waarde: object) -> str:
    """Say a value in a few words, as a table cell shows it."""
    if isinstance(waarde, tuple):
        meer = len(waarde) - GETOOND
        return "\n".join([*map(summarize, waarde[:GETOOND]), *([f"en nog {meer}"] if meer > 0 else [])])
    if isinstance(waarde, Noun):
        naam = next((str(getattr(waarde, veld)) for veld in _NAAMVELDEN if getattr(waarde, veld, None)), "")
        sleutel = getattr(waarde, "id", "")
        kort = " ".join(filter(None, (f"[{sleutel}]" if sleutel else "", naam)))
        delen = (f"{veld}: {summarize(inhoud)}".replace("\n", ", ") for veld, inhoud in iter_gevuld(waarde))
        return kort or "; ".join(delen)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


def _show(waarde: object) -> str:
    """Show a value as it can be typed; an enumeration shows itself otherwise."""
    return f"{type(waarde).__name__}.{waarde.name}" if isinstance(waarde, StrEnum) else repr(waarde)


# What a table cell shows of a long list.
GETOOND = 20

_NAAMVELDEN = ("titel", "naam", "onderwerp", "tekst", "omschrijving", "functie")
