"""Processes that make documents, of which each that is killed costs no more than what it had in hand.

Each has a pipe of its own, so that its end is always seen. The processes of ``concurrent.futures`` share one: when one
of them is killed while it answers, half an answer stays in that pipe, and who reads it waits for the rest for ever.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from ivb.errors import DocumentError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")

_SPAWN: Final = get_context("spawn")


@contextmanager
def open_processen(aantal: int) -> Iterator[Executor]:
    """Start processes; they end with the context, and when this process is gone.

    An interruption is for this process alone; that can be arranged only in the main thread. When one is killed, what it
    had in hand gets a ``DocumentError``, and another takes its place.

    Raises:
        DocumentError: one of them ended before it could begin.
    """
    vorige = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a process that is born now ignores it from the start
    try:
        processen = [_Proces() for _ in range(aantal)]
    finally:
        signal.signal(signal.SIGINT, vorige)
    with _Processen(processen) as executor:
        for proef in [executor.submit(bool) for _ in processen]:
            proef.result()
        yield executor


@contextmanager
def _block_onderbreking() -> Iterator[None]:
    """Keep an interruption from a process that is born now, in any thread."""
    eerder = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, eerder)


_ongestoord: Final = _block_onderbreking if hasattr(signal, "pthread_sigmask") else nullcontext  # not on Windows


class _Proces:
    """A process that makes one thing after the other."""

    def __init__(self) -> None:
        self._verbinding, daar = _SPAWN.Pipe()
        self._proces = _SPAWN.Process(target=_serve, args=(daar,), daemon=True)
        with daar, _ongestoord():  # only the process itself keeps that end, so its end is the end of the pipe
            self._proces.start()

    def ask(self, maak: Callable[[], T]) -> bytes:
        self._verbinding.send(maak)
        return self._verbinding.recv_bytes()

    def close(self) -> None:
        self._verbinding.close()
        self._proces.join()


def _serve(verbinding: "Connection[Any, Any]") -> None:
    """Make what is asked for, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with verbinding, suppress(EOFError, MemoryError, OSError):
        while True:
            verbinding.send_bytes(_answer(verbinding.recv_bytes()))


def _answer(vraag: bytes) -> bytes:
    """Make what is asked for; an error is an answer too, also that something cannot be read or sent.

    Raises:
        MemoryError: there is too little memory, so that a process without all that was made here has more chance.
    """
    try:
        return bytes(ForkingPickler.dumps((ForkingPickler.loads(vraag)(), None)))
    except MemoryError:
        raise
    except Exception as fout:  # noqa: BLE001  of whoever asks
        return _pack_fout(fout)


def _pack_fout(fout: Exception) -> bytes:
    """Write an error; of one that cannot be read back, only what it says."""
    with suppress(Exception):
        ingepakt = bytes(ForkingPickler.dumps((None, fout)))
        ForkingPickler.loads(ingepakt)
        return ingepakt
    return bytes(ForkingPickler.dumps((None, RuntimeError(repr(fout)))))


class _Processen(Executor):
    """An executor with a thread for each process, which waits for its answers."""

    def __init__(self, processen: list[_Proces]) -> None:
        self._draden = ThreadPoolExecutor(len(processen))
        self._vrij: SimpleQueue[_Proces] = SimpleQueue()
        for proces in processen:
            self._vrij.put(proces)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        return self._draden.submit(self._make, partial(fn, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  of Executor
        self._draden.shutdown(wait=wait, cancel_futures=cancel_futures)
        while not self._vrij.empty():
            self._vrij.get().close()

    def _make(self, maak: Callable[[], T]) -> T:
        proces = self._vrij.get()
        try:
            antwoord = proces.ask(maak)
        except (EOFError, MemoryError, OSError) as fout:
            proces.close()
            proces = _Proces()
            raise DocumentError(
                "een proces is afgebroken, misschien door te weinig geheugen; doe het nog een keer, dan gaat ivb verder"
            ) from fout
        finally:
            self._vrij.put(proces)
        gemaakt: T
        gemaakt, mislukt = ForkingPickler.loads(antwoord)
        if mislukt is not None:
            raise mislukt
        return gemaakt
