"""The engine: what an annotation asks is what is drawn, and all of it."""

from enum import StrEnum
from typing import Annotated

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import ivb
from ivb.dates import Date
from ivb.model.base import Noun, Veld, refine, velden
from ivb.model.constraints import Beperking, Hoogstens, Minstens, Patroon
from ivb.testing.engine import find_keuzes, nouns, voor_waarde
from ivb.testing.nouns import kaders

ZOEK = settings(database=None, max_examples=20_000, phases=[Phase.generate, Phase.shrink])
TREF = settings(ZOEK, phases=[Phase.generate])
DAG = Date(2024, 6, 1)
DAGEN = st.dates(Date(2024, 1, 1), Date(2024, 12, 31))
SOORTEN = [getattr(ivb, naam) for naam in ivb.__all__ if naam[0].isupper() and not naam.isupper()]
VELDEN = [
    pytest.param(soort, veld, id=f"{soort.__name__}.{veld.naam}")
    for soort in SOORTEN
    if issubclass(soort, Noun) and soort is not ivb.Dossier
    for veld in velden(soort)
]
GRENZEN = [
    pytest.param(veld, grens, id=f"{parameter.id} {type(grens).__name__}")
    for parameter in VELDEN
    for veld in [parameter.values[1]]
    if isinstance(veld, Veld) and veld.soort is int
    for grens in veld.beperkingen
]


@attrs.frozen(kw_only=True, repr=False, field_transformer=refine)
class Bord(Noun):
    """A sign with fields that nobody knows."""

    foto: bytes
    nummer: Annotated[str, Patroon("[0-9]", "1")]
    tekst: str
    even: Annotated[int, Beperking()]


class TestFields:
    """Of every field of every noun the default, none where that may be, and a value occur."""

    @pytest.mark.parametrize(("soort", "veld"), VELDEN)
    def test_every_branch_occurs(self, soort: type[Noun], veld: Veld) -> None:
        keuze = find_keuzes(soort)[veld.naam]  # type: ignore[arg-type]  # mypy finds no hash on the class of a noun
        standaard = attrs.fields_dict(soort)[veld.naam].default
        assert find(keuze, lambda waarde: waarde not in (attrs.NOTHING, None), settings=TREF) is not None
        if not veld.verplicht:
            assert find(keuze, lambda _: True, settings=TREF) is attrs.NOTHING
        if veld.optioneel and standaard is not None:
            assert find(keuze, lambda waarde: waarde is None, settings=TREF) is None
        if veld.meervoud and veld.minimum == 0 and standaard != ():
            assert find(keuze, lambda waarde: waarde == (), settings=TREF) == ()

    @pytest.mark.parametrize("keuze", [keuze for soort in SOORTEN if issubclass(soort, StrEnum) for keuze in soort])
    def test_every_choice_occurs(self, keuze: StrEnum) -> None:
        veld = attrs.evolve(velden(ivb.Kop)[0], soort=type(keuze))
        assert find(voor_waarde(veld, minste=0), lambda waarde: waarde is keuze, settings=TREF) is keuze

    @pytest.mark.parametrize(("veld", "grens"), GRENZEN)
    def test_every_bound_occurs(self, veld: Veld, grens: Minstens | Hoogstens) -> None:
        assert find(voor_waarde(veld, minste=0), lambda waarde: waarde == grens.grens, settings=TREF) == grens.grens

    @pytest.mark.parametrize("veld", velden(Bord), ids=lambda veld: veld.naam)
    def test_a_field_that_nobody_knows_is_an_error(self, veld: Veld) -> None:
        with pytest.raises(
            LookupError, match=f"no strategy for the field '{veld.naam}': say in ivb.testing.engine how"
        ):
            voor_waarde(veld, minste=0)

    @given(st.data())
    def test_ids_in_a_collection_differ(self, data: st.DataObject) -> None:
        sleutels = [actie.id for actie in data.draw(nouns(ivb.Jaarplan, {})).acties]
        assert len(set(sleutels)) == len(sleutels)


class TestDemands:
    """What a noun demands of several fields together is met without throwing anything away."""

    @given(kaders(einddatum=DAG))
    def test_what_the_caller_gives_stays(self, kader: ivb.Kader) -> None:
        assert kader.einddatum == DAG
        assert kader.begindatum is None or kader.begindatum <= DAG

    @given(kaders(begindatum=DAGEN, einddatum=DAGEN))
    def test_of_two_strategies_what_fits_is_taken(self, kader: ivb.Kader) -> None:
        assert kader.begindatum is not None
        assert kader.einddatum is not None
        assert kader.begindatum <= kader.einddatum

    @pytest.mark.parametrize("dagen", [0, 1])
    def test_one_day_and_several_days_occur(self, dagen: int) -> None:
        def duurt(kader: ivb.Kader) -> bool:
            begin, eind = kader.begindatum, kader.einddatum
            return begin is not None and eind is not None and eind.toordinal() - begin.toordinal() >= dagen

        assert duurt(find(kaders(), duurt, settings=TREF))

    def test_what_the_caller_gives_wrong_is_told(self) -> None:
        strategie = kaders(begindatum=Date(2025, 1, 1), einddatum=DAG)
        with pytest.raises(ValueError, match="einddatum ligt voor begindatum"):
            find(strategie, lambda _: True, settings=ZOEK)


class TestShow:
    """A strategy shows itself in a few words."""

    def test_repr(self) -> None:
        assert repr(nouns(ivb.Jaarplan, {"titel": "a"})) == "_nouns(Jaarplan(titel='a'))"
