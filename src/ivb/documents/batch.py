"""Many documents, one after the other or by many processes at once: each with its key, as soon as it is there."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from itertools import islice
from queue import SimpleQueue
from time import perf_counter
from typing import Final, Generic, TypeAlias, TypeVar

from ivb.errors import DocumentError

S = TypeVar("S")
T = TypeVar("T")
_Bundel: TypeAlias = tuple[tuple[S, Callable[[], T]], ...]
_Gemaakt: TypeAlias = tuple[list[T | Exception], float]

_ONDERWEG: Final = 64
_GROOTSTE_BUNDEL: Final = 16
_SECONDEN_PER_BUNDEL: Final = 0.04


def render_all(
    opdrachten: Iterable[tuple[S, Callable[[], T]]],
    executor: Executor | None = None,
    voortgang: Callable[[int], None] | None = None,
) -> Iterator[tuple[S, T | Exception]]:
    """Render many documents, and give each with its key as soon as it is there.

    What is asked for is read as it is needed, at most 64 documents ahead, so that a million take no more memory than a
    hundred. For a document that cannot be made its error is given, and stops no other. Without an executor the
    order is that of asking; with one it is that of getting ready. Who stops reading cancels what has not begun.

    Documents that are made fast go to an executor a few at a time, so that what they share, such as their dossier, goes
    once: ask for those of one dossier behind each other.

    Args:
        opdrachten: a key and a function that makes a document, such as
            ``("2024-H1", functools.partial(ivb.render_raadsbrief, dossier, brief))``; other processes can get only a
            function of a module, or a ``partial`` of one. ``compose_opdrachten`` gives those of a whole dossier.
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


def _render_here(opdrachten: Iterable[tuple[S, Callable[[], T]]]) -> Iterator[tuple[S, T | Exception]]:
    for sleutel, maak in opdrachten:
        yield sleutel, _try(maak)


def _try(maak: Callable[[], T]) -> T | Exception:
    try:
        return maak()
    except Exception as fout:  # noqa: BLE001  whatever goes wrong with one document is told with its key
        return fout


def _render_elsewhere(
    opdrachten: Iterable[tuple[S, Callable[[], T]]], executor: Executor
) -> Iterator[tuple[S, T | Exception]]:
    werk: _Werk[S, T] = _Werk(executor)
    rij = iter(opdrachten)
    try:
        while bundel := tuple(islice(rij, werk.samen)):
            werk.submit(bundel)
            while werk.is_vol:
                yield from werk.take_ready()
        while werk.onderweg:
            yield from werk.take_ready()
    finally:
        for toekomst in werk.onderweg:
            toekomst.cancel()


def _render_bundel(maken: list[Callable[[], T]]) -> _Gemaakt[T]:
    """Make a few documents, where the executor does that; give also how long one took."""
    begin = perf_counter()
    resultaten = [_make_verzendbaar(_try(maak)) for maak in maken]
    return resultaten, (perf_counter() - begin) / len(maken)


def _make_verzendbaar(resultaat: T | Exception) -> T | Exception:
    """Give an error that no other process could read as one that all can: it would take the executor down."""
    if not isinstance(resultaat, Exception):
        return resultaat
    try:
        pickle.loads(pickle.dumps(resultaat))  # noqa: S301  pickled on this line
    except Exception:  # noqa: BLE001  whatever keeps it from being read
        return DocumentError(f"{type(resultaat).__name__}: {resultaat}")
    return resultaat


class _Werk(Generic[S, T]):
    """What an executor has in hand.

    The first documents go to it one by one; when it shows that one takes no time, several go together.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.samen = 1
        self.onderweg: dict[Future[_Gemaakt[T]], _Bundel[S, T]] = {}
        self._klaar: SimpleQueue[Future[_Gemaakt[T]]] = SimpleQueue()

    @property
    def is_vol(self) -> bool:
        """Whether what goes next has to wait."""
        return sum(map(len, self.onderweg.values())) + self.samen > _ONDERWEG

    def submit(self, bundel: _Bundel[S, T]) -> None:
        """Hand out a few documents; that an executor has broken down is an error of each that it did not get."""
        try:
            toekomst = self._executor.submit(_render_bundel, [maak for _, maak in bundel])
        except BrokenExecutor as fout:
            toekomst = Future()
            toekomst.set_exception(fout)
        self.onderweg[toekomst] = bundel
        toekomst.add_done_callback(self._klaar.put)

    def take_ready(self) -> Iterator[tuple[S, T | Exception]]:
        """Give what is ready first, and wait for it; what somebody cancels is ready too."""
        toekomst = self._klaar.get()
        yield from self._unpack(self.onderweg.pop(toekomst), toekomst)

    def _unpack(self, bundel: _Bundel[S, T], toekomst: "Future[_Gemaakt[T]]") -> Iterator[tuple[S, T | Exception]]:
        """Give the documents of a bundle; what could not go together is tried one by one."""
        try:
            resultaten, duur = toekomst.result()
        except Exception as fout:  # noqa: BLE001  idem
            if len(bundel) == 1 or isinstance(fout, (BrokenExecutor, CancelledError)):
                yield from ((sleutel, fout) for sleutel, _ in bundel)
            else:
                for een in bundel:
                    self.submit((een,))
        else:
            self.samen = max(1, min(_GROOTSTE_BUNDEL, int(_SECONDEN_PER_BUNDEL / max(duur, 1e-9))))
            yield from zip((sleutel for sleutel, _ in bundel), resultaten, strict=True)
