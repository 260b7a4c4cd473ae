"""Python's collector of cycles, kept still while a tree is read.

A tree that is read has no cycles and only grows, and the collector walks over it again and again: that took a third of
the time of loading. How much a file can hold is limited, so nothing piles up meanwhile.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_SLOT = Lock()
_BEZIG: list[bool] = []
"""One item for each reading that is under way: whether it found the collector on."""


@contextmanager
def pause_opruimer() -> Iterator[None]:
    """Keep the collector still, in any number of threads; who had it off keeps it off."""
    with _SLOT:
        _BEZIG.append(_BEZIG[0] if _BEZIG else gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _SLOT:
            if _BEZIG.pop() and not _BEZIG:
                gc.enable()
