"""One cattrs converter from one factory: the only way from plain data to nouns and back.

Reading is strict: every type has its own hook, an unknown key is an error, and a key without a value counts as absent.
The converter stops at the first thing that is wrong; `diagnosis` then tells everything.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from typing import Any

from cattrs import Converter

from ivb.dates import Date, Datering, Periode, Seizoen, parse_datering
from ivb.errors import DatumError
from ivb.files.scalars import read_scalar
from ivb.model.base import Noun, Veld, iter_gevuld, velden


@cache
def make_converter(*, uit_tekst: bool) -> Converter:
    """Make the converter for files whose scalars are texts (YAML), or typed (JSON)."""
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook_factory(_is_noun, lambda soort: _read_noun(soort, converter))
    for soort in (str, int, float, bool, Date, Periode, Datering, Seizoen):
        converter.register_structure_hook(soort, partial(_read, uit_tekst=uit_tekst))
    converter.register_structure_hook_func(_is_keuze, partial(_read, uit_tekst=uit_tekst))
    converter.register_unstructure_hook_func(_is_noun, lambda noun: _write_noun(noun, converter))
    converter.register_unstructure_hook(StrEnum, lambda keuze: keuze.value)
    converter.register_unstructure_hook(tuple, lambda rij: [converter.unstructure(item) for item in rij])
    converter.register_unstructure_hook(Date, lambda datum: datum.isoformat())
    converter.register_unstructure_hook(Periode, str)
    converter.register_unstructure_hook(Seizoen, str)
    converter.register_unstructure_hook(Datering, _write_datering)
    return converter


def _is_noun(soort: Any) -> bool:  # noqa: ANN401  cattrs asks it of every annotation
    return isinstance(soort, type) and issubclass(soort, Noun)


def _is_keuze(soort: Any) -> bool:  # noqa: ANN401  idem
    return isinstance(soort, type) and issubclass(soort, StrEnum)


def _read(waarde: object, soort: type, *, uit_tekst: bool) -> object:
    return read_scalar(soort, waarde, uit_tekst=uit_tekst)


def _read_noun(soort: type[Noun], converter: Converter) -> Callable[[Any, Any], Noun]:
    lezers = {veld.naam: _read_veld(veld, converter) for veld in velden(soort)}

    def lees(waarde: Any, _soort: Any) -> Noun:  # noqa: ANN401  idem
        return soort(**{naam: lezers[naam](inhoud) for naam, inhoud in waarde.items() if inhoud is not None})

    return lees


def _read_veld(veld: Veld, converter: Converter) -> Callable[[Any], object]:
    haak = converter.get_structure_hook(veld.soort)
    if not veld.meervoud:
        return lambda waarde: haak(waarde, veld.soort)

    def read_rij(waarde: Any) -> tuple[object, ...]:  # noqa: ANN401  idem
        if type(waarde) is not list:
            bericht = f"{veld.naam}: geen lijst"
            raise TypeError(bericht)
        return tuple([haak(item, veld.soort) for item in waarde])

    return read_rij


def _write_noun(noun: Noun, converter: Converter) -> dict[str, Any]:
    """Write the fields that have another value than their default."""
    return {naam: converter.unstructure(waarde) for naam, waarde in iter_gevuld(noun)}


def _write_datering(datering: Datering) -> object:
    try:
        if parse_datering(datering.woorden) == datering:
            return datering.woorden
    except DatumError:
        pass
    return {"woorden": datering.woorden, "edtf": datering.edtf}
