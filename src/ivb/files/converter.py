"""One cattrs converter from one factory: the only way from plain data to nouns and back.

Reading is strict: every type has its own hook, an unknown key is an error, and a key without a value counts as absent.
The converter stops at the first thing that is wrong; `diagnosis` then tells everything.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache, partial
from typing import Any

import attrs
from cattrs import Converter

from ivb.dates import Date, Datering, Periode, Seizoen, parse_datering
from ivb.errors import DatumError, VeldError
from ivb.files.scalars import read_scalar
from ivb.model.base import Noun, Veld, is_rechttoe, iter_gevuld, velden


@cache
def make_converter(*, uit_tekst: bool) -> Converter:
    """Make the converter for files whose scalars are texts (YAML), or typed (JSON)."""
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook_factory(_is_noun, lambda soort: _read_noun(soort, converter, uit_tekst=uit_tekst))
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


def _read_noun(soort: type[Noun], converter: Converter, *, uit_tekst: bool) -> Callable[[Any, Any], Noun]:
    lezers = {veld.naam: _read_veld(veld, converter, uit_tekst=uit_tekst) for veld in velden(soort)}

    def lees(waarde: Any, _soort: Any) -> Noun:  # noqa: ANN401  idem
        return soort(**{naam: lezers[naam](inhoud) for naam, inhoud in waarde.items() if inhoud is not None})

    return _read_rechttoe(soort, lezers) if is_rechttoe(soort) else lees


def _read_rechttoe(soort: type[Noun], lezers: dict[str, Callable[[Any], object]]) -> Callable[[Any, Any], Noun]:
    """Fill a noun without asking of its fields again what their readers have asked."""
    standaard = {veld.name: veld.default for veld in attrs.fields(soort)}
    verplicht = [naam for naam, waarde in standaard.items() if waarde is attrs.NOTHING]
    zetters = [getattr(soort, naam).__set__ for naam in standaard]
    maak, keur = soort.__new__, soort.__attrs_post_init__

    def lees(waarde: Any, _soort: Any) -> Noun:  # noqa: ANN401  idem
        velden_ = standaard.copy()
        for naam, inhoud in waarde.items():
            if inhoud is not None:
                velden_[naam] = lezers[naam](inhoud)
        for naam in verplicht:
            if velden_[naam] is attrs.NOTHING:
                raise TypeError(naam)
        noun = maak(soort)
        for zet, gelezen in zip(zetters, velden_.values(), strict=True):
            zet(noun, gelezen)
        keur(noun)
        return noun

    return lees


def _read_veld(veld: Veld, converter: Converter, *, uit_tekst: bool) -> Callable[[Any], object]:
    if issubclass(veld.soort, Noun):
        haak = converter.get_structure_hook(veld.soort)
        lees: Callable[[Any], object] = partial(_read_kind, haak, veld.soort)
    else:
        lees = _read_waarde(veld, uit_tekst=uit_tekst)
    if not veld.meervoud:
        return lees

    def read_rij(waarde: Any) -> tuple[object, ...]:  # noqa: ANN401  idem
        if type(waarde) is not list or len(waarde) < veld.minimum:
            bericht = f"{veld.naam}: geen lijst, of te kort"
            raise TypeError(bericht)
        return tuple([lees(item) for item in waarde])

    return read_rij


def _read_kind(haak: Callable[[Any, Any], object], soort: type, waarde: object) -> object:
    return haak(waarde, soort)


def _read_waarde(veld: Veld, *, uit_tekst: bool) -> Callable[[Any], object]:
    """Read a value, and ask of it once what the field asks.

    The same words for a day, a period or a choice come again and again, so these are kept.
    """
    soort, bezwaar = veld.soort, veld.bezwaar_item

    def lees(waarde: Any) -> object:  # noqa: ANN401  idem
        gelezen = waarde
        if type(waarde) is not soort:
            gelezen = read_scalar(soort, waarde, uit_tekst=uit_tekst)
        gelezen = veld.convert_item(gelezen)
        tegen = bezwaar(gelezen)
        if tegen is not None:
            raise VeldError(tegen)
        return gelezen

    lees_anders = lees if soort is str else _remember(lees)
    if len(veld.beperkingen) != 1:
        return lees_anders
    is_zeker = veld.beperkingen[0].is_zeker
    return lambda waarde: waarde if type(waarde) is soort and is_zeker(waarde) else lees_anders(waarde)


def _remember(lees: Callable[[Any], object]) -> Callable[[Any], object]:
    onthouden = lru_cache(maxsize=1024)(lees)
    return lambda waarde: onthouden(waarde) if type(waarde) is str else lees(waarde)


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
