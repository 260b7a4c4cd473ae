"""One engine for every noun: the strategy of a field follows from its annotation, as its validator does.

What the model asks of a field is written once, in the annotation; a kind of field that is new there is refused here
until somebody says how to draw it.
"""

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ivb.dates import Date, Datering, Periode, Seizoen
from ivb.model.base import Noun, Veld, velden
from ivb.model.constraints import CommonMark, EenRegel, Hoogstens, Minstens, Patroon, Sleutel, Verwijzing
from ivb.model.rapportageafspraak import ZonderJaar
from ivb.model.verwijzingen import plan
from ivb.sources import Bron
from ivb.testing.keywords import Keuzes, narrow
from ivb.testing.teksten import regels, sleutels, teksten
from ivb.testing.waarden import bronnen, dateringen, datums, momenten, perioden, seizoenen, tijden

MEESTE = 2

N = TypeVar("N", bound=Noun)
T = TypeVar("T")

_PER_SOORT: dict[type, Callable[[], SearchStrategy[Any]]] = {
    bool: st.booleans,
    Date: datums,
    Datering: dateringen,
    Periode: perioden,
    Seizoen: seizoenen,
    Bron: bronnen,
    datetime.datetime: momenten,
}
_PER_BEPERKING: dict[type, Callable[[], SearchStrategy[str]]] = {
    CommonMark: teksten,
    EenRegel: regels,
    Sleutel: sleutels,
    Verwijzing: sleutels,
    ZonderJaar: tijden,
}
_GRENZEN = {Minstens: "min_value", Hoogstens: "max_value"}
_PER_PATROON: dict[str, SearchStrategy[str]] = {
    r"GM[0-9]{4}": st.integers(0, 9999).map("GM{:04d}".format),
    r"[A-Z]{1,4}[0-9]{1,3}": st.sampled_from(("A1", "C1", "V2", "XYZ100")),
    r"H[12]|T[123]|K[1234]": st.sampled_from(("H1", "H2", "T1", "T2", "T3", "K1", "K2", "K3", "K4")),
}


class Recept(Generic[N]):
    """How to draw a noun. It shows itself in short, for Hypothesis shows a strategy with all that is in it."""

    def __init__(self, soort: type[N], keuzes: Keuzes, gegeven: Mapping[str, object]) -> None:
        """Take the kind of noun, the strategies of its fields, and what the caller gives instead of some."""
        self.soort = soort
        self.gegeven = gegeven
        velden = narrow(soort.__name__, keuzes, gegeven)
        self.namen = tuple(velden)
        self.waarden = st.tuples(*velden.values())  # not a dictionary: its order would be drawn too

    def __repr__(self) -> str:
        """Name the kind of noun, with what the caller gave."""
        return f"{self.soort.__name__}({', '.join(f'{naam}={waarde!r}' for naam, waarde in self.gegeven.items())})"

    def draw(self, draw: DrawFn) -> dict[str, Any]:
        """Draw the fields that do not get their default value."""
        waarden = zip(self.namen, draw(self.waarden), strict=True)
        return {naam: waarde for naam, waarde in waarden if waarde is not attrs.NOTHING}


def nouns(soort: type[N], gegeven: Mapping[str, object]) -> SearchStrategy[N]:
    """Draw nouns of a kind; an example shrinks to the fields without a default.

    Args:
        soort: the kind of noun.
        gegeven: for some fields a strategy or a fixed value.

    Raises:
        TypeError: a name is no field.
    """
    keuzes = find_keuzes(soort)  # type: ignore[arg-type]  # mypy finds no hash on the class of a noun
    return _nouns(Recept(soort, keuzes, gegeven))


@cache
def find_keuzes(soort: type[Noun]) -> Keuzes:
    """Give the strategy of each field of a noun; ``attrs.NOTHING`` stands for the default."""
    standaard = {veld.name: veld.default for veld in attrs.fields(soort)}
    return {veld.naam: _voor_veld(veld, standaard[veld.naam]) for veld in velden(soort)}


def _voor_veld(veld: Veld, standaard: object) -> SearchStrategy[Any]:
    # An empty tuple is drawn as the default, where that is the default.
    keuze = voor_waarde(veld, minste=max(veld.minimum, int(standaard == ())))
    if veld.optioneel and standaard is not None:
        keuze = st.none() | keuze
    return keuze if veld.verplicht else st.just(attrs.NOTHING) | keuze


def voor_waarde(veld: Veld, minste: int) -> SearchStrategy[Any]:
    """Give the strategy of what stands in a field when it is filled.

    Raises:
        LookupError: nobody said how to draw such a value.
    """
    item = _voor_item(veld)
    if not veld.meervoud:
        return item
    uniek = attrgetter("id") if issubclass(veld.soort, Noun) and plan(veld.soort).sleutel else None
    return st.lists(item, min_size=minste, max_size=MEESTE, unique_by=uniek).map(tuple)


def _voor_item(veld: Veld) -> SearchStrategy[Any]:
    if issubclass(veld.soort, StrEnum):
        return st.sampled_from(veld.soort)
    if issubclass(veld.soort, Noun):
        return _find_deel(veld.soort)  # type: ignore[arg-type]  # mypy finds no hash on the class of a noun
    if veld.soort is str:
        return _voor_tekst(veld)
    if veld.soort in {int, float}:
        return _voor_getal(veld)
    return _find(_PER_SOORT, veld.soort, veld)()


@cache
def _find_deel(soort: type[Noun]) -> SearchStrategy[Any]:
    """Give the strategy of a noun that stands in another; half of them are bare, or a dossier would become slow."""
    keuzes = find_keuzes(soort)  # type: ignore[arg-type]  # mypy finds no hash on the class of a noun
    kaal = {veld.naam: keuzes[veld.naam] for veld in velden(soort) if veld.verplicht}
    return _nouns(Recept(soort, kaal, {})) | _nouns(Recept(soort, keuzes, {}))


def _voor_tekst(veld: Veld) -> SearchStrategy[str]:
    (beperking,) = veld.beperkingen or (None,)
    if isinstance(beperking, Patroon):
        return _find(_PER_PATROON, beperking.patroon, veld)
    return _find(_PER_BEPERKING, type(beperking), veld)()


def _voor_getal(veld: Veld) -> SearchStrategy[Any]:
    grenzen: dict[str, Any] = {}
    for beperking in veld.beperkingen:
        naam = _find(_GRENZEN, type(beperking), veld)
        grenzen[naam] = attrgetter("grens")(beperking)
    if veld.soort is int:
        return st.integers(**grenzen)
    return st.floats(**grenzen, allow_nan=False, allow_infinity=False)


def _find(tabel: Mapping[Any, T], sleutel: object, veld: Veld) -> T:
    try:
        return tabel[sleutel]
    except KeyError:
        raise LookupError(
            f"no strategy for the field {veld.naam!r}: say in {__name__} how to draw {sleutel!r}"
        ) from None


@st.composite
def _nouns(draw: DrawFn, recept: Recept[N]) -> N:
    waarden = recept.draw(draw)
    for eis in recept.soort.eisen:
        delen = {naam: waarden.get(naam) for naam in eis.velden}
        if not eis.geldt(*delen.values()):
            waarden.update(_verzoen(delen, recept.gegeven))
    return recept.soort(**waarden)


def _verzoen(delen: dict[str, object], gegeven: Mapping[str, object]) -> dict[str, object]:
    """Put two values in order: what the caller gave stays and the other becomes the same; else they change places."""
    vast = [waarde for naam, waarde in delen.items() if naam in gegeven]
    if not vast:
        return dict(zip(delen, reversed(delen.values()), strict=True))
    if len(vast) == len(delen):
        # Two strategies may draw something better; two fixed values are for the noun to refuse.
        assume(not any(isinstance(gegeven[naam], SearchStrategy) for naam in delen))
    return {naam: waarde if naam in gegeven else vast[0] for naam, waarde in delen.items()}
