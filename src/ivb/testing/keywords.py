"""Keywords narrow a strategy: each takes a strategy or a fixed value, and a misspelt one is refused."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
Keuzes = Mapping[str, SearchStrategy[Any]]


def narrow(naam: str, standaard: Keuzes, velden: Mapping[str, object]) -> dict[str, SearchStrategy[Any]]:
    """Put what the caller gave in the place of the default strategies.

    Raises:
        TypeError: on a keyword that is no field; it names the nearest.

    >>> narrow("Thema", {"naam": st.just("a")}, {"naam": "Zorg"})
    {'naam': just('Zorg')}
    >>> narrow("Thema", {"naam": st.just("a")}, {"naan": "Zorg"})
    Traceback (most recent call last):
    TypeError: Thema has no field 'naan'; did you mean 'naam'?
    """
    for veld in velden:
        if veld not in standaard:
            nabij = get_close_matches(veld, standaard, n=1)
            raad = f"did you mean {nabij[0]!r}?" if nabij else f"choose from {', '.join(standaard)}"
            raise TypeError(f"{naam} has no field {veld!r}; {raad}")
    gegeven = {
        veld: waarde if isinstance(waarde, SearchStrategy) else st.just(waarde) for veld, waarde in velden.items()
    }
    return {**standaard, **gegeven}


def builds(soort: Callable[..., T], standaard: Keuzes, velden: Mapping[str, object]) -> SearchStrategy[T]:
    """Make something of a kind from what is drawn for each of its keywords."""
    return st.builds(soort, **narrow(soort.__name__, standaard, velden))
