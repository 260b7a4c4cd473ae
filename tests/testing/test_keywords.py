"""Keywords: a strategy or a fixed value per field, and no misspelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.sources import Bron
from ivb.testing.keywords import builds, narrow

STANDAARD = {"titel": st.just("a"), "url": st.just("b")}


class TestNarrow:
    """What the caller gives stands in the place of the default, and a name that is no field is refused."""

    def test_a_strategy_and_a_value_take_the_place_of_the_default(self) -> None:
        strategie = st.integers()
        assert narrow("Bron", STANDAARD, {"url": strategie}) == STANDAARD | {"url": strategie}
        assert repr(narrow("Bron", STANDAARD, {"url": None})["url"]) == "none()"

    def test_a_misspelt_keyword_is_answered_with_the_nearest(self) -> None:
        with pytest.raises(TypeError, match=r"^Bron has no field 'ur'; did you mean 'url'\?$"):
            narrow("Bron", STANDAARD, {"ur": 1})

    def test_a_keyword_that_is_like_none_is_answered_with_all(self) -> None:
        with pytest.raises(TypeError, match=r"^Bron has no field 'xyz'; choose from titel, url$"):
            narrow("Bron", STANDAARD, {"xyz": 1})


class TestBuilds:
    """Something is made of what its keywords draw."""

    @given(builds(Bron, STANDAARD, {"url": None}))
    def test_builds(self, bron: Bron) -> None:
        assert bron == Bron(titel="a")
