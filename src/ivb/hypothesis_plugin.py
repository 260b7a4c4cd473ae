"""What Hypothesis calls when it starts, so that ``st.from_type(Jaarplan)`` works wherever ``ivb`` is installed.

Nothing of Hypothesis or ``ivb.testing`` is imported with this module: Hypothesis is itself being imported when it asks
for it, or is about to be, and would ask again.
"""

from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy


BUITEN = ("ivb.documents.", "ivb.files.")


def register() -> None:
    """Register a strategy for every class of data that ``ivb`` names; Hypothesis knows enumerations itself.

    What documents are made with and files are read into is no data of a municipality, and slow to load.
    """
    from hypothesis import strategies as st

    # By its name: the façade knows every layer, and a plain import of it would be one of them all.
    ivb = import_module("ivb")
    for module, namen in ivb._modules.items():  # noqa: SLF001  of the same package
        for naam in namen.split() if not module.startswith(BUITEN) else ():
            if naam[0].isupper() and not naam.isupper() and not issubclass(getattr(ivb, naam), Enum):
                st.register_type_strategy(getattr(ivb, naam), _resolve)


def _resolve(soort: type) -> "SearchStrategy[Any]":
    """Find the strategy of a class; a ``Norm[X]`` holds an X."""
    from hypothesis import strategies as st

    delen = get_args(soort)
    velden = {"waarde": st.from_type(*delen)} if delen else {}
    return _find_functies()[get_origin(soort) or soort](**velden)


@cache
def _find_functies() -> "dict[type, Callable[..., SearchStrategy[Any]]]":
    """Read from the signature of every strategy what it draws."""
    from ivb import testing

    functies: dict[type, Callable[..., SearchStrategy[Any]]] = {}
    for naam in testing.__all__:
        functie = getattr(testing, naam)
        (soort,) = get_args(get_type_hints(functie)["return"])
        functies[get_origin(soort) or soort] = functie
    return functies
