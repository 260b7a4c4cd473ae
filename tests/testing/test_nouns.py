"""Every noun has a strategy, under the plural of its name."""

import datetime
import pickle
import re
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import ivb
from ivb import testing
from ivb.dates import Date, parse_datering, parse_periode
from ivb.model.base import Noun
from ivb.testing import nouns

ZOEK = settings(database=None, phases=[Phase.generate, Phase.shrink])
FUNCTIES = [functie for functie in vars(nouns).values() if getattr(functie, "__module__", "") == nouns.__name__]
PER_STUK = [functie for functie in FUNCTIES if functie is not nouns.dossiers]
NAMEN = {**{naam: getattr(ivb, naam) for naam in ivb.__all__ if naam[0].isupper() and not naam.isupper()}, "Date": Date}

Functie = Callable[..., SearchStrategy[Any]]


def soort_van(functie: Functie) -> type:
    """Give what a function draws, by its signature."""
    (getekend,) = get_args(get_type_hints(functie)["return"])
    soort: type = getekend
    return soort


def lees(repr_: str) -> object:
    """Evaluate what a noun shows of itself, in which a choice stands as Python shows it."""
    kaal = re.sub(r"<(\w+\.\w+): '[\w ]+'>", r"\1", repr_)
    return eval(kaal, NAMEN | {"parse_periode": parse_periode, "datetime": datetime})  # noqa: S307 - our own text


class TestNouns:
    """What is drawn is a noun that can be compared, kept in a set, sent to another process and written down."""

    @pytest.mark.parametrize("functie", PER_STUK)
    @settings(max_examples=25, suppress_health_check=[HealthCheck.differing_executors])
    @given(data=st.data())
    def test_is_a_value(self, functie: Functie, data: st.DataObject) -> None:
        noun = data.draw(functie())
        assert type(noun) is soort_van(functie)
        for kopie in (pickle.loads(pickle.dumps(noun)), lees(repr(noun))):  # noqa: S301 - our own bytes
            assert kopie == noun
            assert hash(kopie) == hash(noun)

    @pytest.mark.parametrize("functie", PER_STUK)
    def test_the_simplest_has_defaults_only(self, functie: Functie) -> None:
        noun = find(functie(), lambda _: True, settings=ZOEK)
        verplicht = {
            veld.name: getattr(noun, veld.name) for veld in attrs.fields(type(noun)) if veld.default is attrs.NOTHING
        }
        assert type(noun)(**verplicht) == noun

    def test_the_simplest_action(self) -> None:
        assert find(testing.acties(), lambda _: True, settings=ZOEK) == ivb.Actie(id="a", titel="a")

    @pytest.mark.parametrize("functie", FUNCTIES)
    def test_a_misspelt_keyword_is_refused(self, functie: Functie) -> None:
        with pytest.raises(TypeError, match=f"^{soort_van(functie).__name__} has no field 'xyz'; "):
            functie(xyz=1)


class TestKeywords:
    """Every field is a keyword, for a strategy or for a fixed value in any form that the noun takes."""

    @given(testing.acties(trekker="wijkagent", uren=st.floats(0, 10), begin="najaar 2024", partners=["politie"]))
    def test_narrowed(self, actie: ivb.Actie) -> None:
        assert (actie.trekker, actie.partners) == ("wijkagent", ("politie",))
        assert actie.begin == parse_datering("najaar 2024")
        assert actie.uren is not None
        assert 0 <= actie.uren <= 10

    @given(testing.jaarplannen(acties=st.tuples(testing.acties(id="A1"))))
    def test_narrowed_inside(self, jaarplan: ivb.Jaarplan) -> None:
        assert [actie.id for actie in jaarplan.acties] == ["A1"]


class TestCompleteness:
    """Every noun that ``ivb`` names has exactly one strategy."""

    def test_every_noun(self) -> None:
        verwacht = {soort for soort in NAMEN.values() if issubclass(soort, Noun)}
        getekend = [soort_van(functie) for functie in FUNCTIES]
        assert set(getekend) == verwacht
        assert len(getekend) == len(verwacht)

    def test_all_are_public(self) -> None:
        assert {functie.__name__ for functie in FUNCTIES} <= set(testing.__all__)
        assert testing.__all__ == sorted(set(testing.__all__))
