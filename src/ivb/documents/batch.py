"""Many documents, one after the other or by many processes at once: each with its key, as soon as it is there."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Final, TypeVar

S = TypeVar("S")
_ONDERWEG: Final = 64


def render_all(
    opdrachten: Iterable[tuple[S, Callable[[], bytes]]],
    executor: Executor | None = None,
    voortgang: Callable[[int], None] | None = None,
) -> Iterator[tuple[S, bytes | Exception]]:
    """Render many documents, and give each with its key as soon as it is there.

    What is asked for is read as it is needed, at most 64 documents ahead, so that a million take no more memory than a
    hundred. For a document that cannot be made its error is given, and stops no other. Without an executor the
    order is that of asking; with one it is that of getting ready. Who stops reading cancels what has not begun.

    Args:
        opdrachten: a key and a function that makes a document, such as
            ``("2024-H1", functools.partial(ivb.render_raadsbrief, dossier, brief))``; other processes can get only a
            function of a module, or a ``partial`` of one.
        executor: who makes them: threads, processes, or the machines of ``Client.get_executor()`` of dask. It is not
            shut down. By default this thread does.
        voortgang: told how many documents are done, before each result.

    >>> list(render_all([("a", lambda: b"docx")]))
    [('a', b'docx')]
    """
    gedaan = _render_here(opdrachten) if executor is None else _render_elsewhere(opdrachten, executor)
    for aantal, resultaat in enumerate(gedaan, start=1):
        if voortgang is not None:
            voortgang(aantal)
        yield resultaat


def _render_here(opdrachten: Iterable[tuple[S, Callable[[], bytes]]]) -> Iterator[tuple[S, bytes | Exception]]:
    for sleutel, maak in opdrachten:
        yield sleutel, _try(maak)


def _try(maak: Callable[[], bytes]) -> bytes | Exception:
    try:
        return maak()
    except Exception as fout:  # noqa: BLE001  whatever goes wrong with one document is told with its key
        return fout


def _render_elsewhere(
    opdrachten: Iterable[tuple[S, Callable[[], bytes]]], executor: Executor
) -> Iterator[tuple[S, bytes | Exception]]:
    onderweg: dict[Future[bytes], S] = {}
    try:
        for sleutel, maak in opdrachten:
            onderweg[_submit(executor, maak)] = sleutel
            if len(onderweg) >= _ONDERWEG:
                yield from _take_ready(onderweg)
        while onderweg:
            yield from _take_ready(onderweg)
    finally:
        for toekomst in onderweg:
            toekomst.cancel()


def _submit(executor: Executor, maak: Callable[[], bytes]) -> Future[bytes]:
    """Hand out one document; that an executor has broken down is an error of each document that it did not get."""
    try:
        return executor.submit(maak)
    except BrokenExecutor as fout:
        mislukt: Future[bytes] = Future()
        mislukt.set_exception(fout)
        return mislukt


def _take_ready(onderweg: dict[Future[bytes], S]) -> Iterator[tuple[S, bytes | Exception]]:
    klaar, _ = wait(onderweg, return_when=FIRST_COMPLETED)
    for toekomst in [een for een in onderweg if een in klaar]:
        yield onderweg.pop(toekomst), _try(toekomst.result)
