"""A process that ends costs what it had in hand, and nobody waits for it; who interrupts, interrupts one program."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import Pipe, active_children
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any

import pytest

from ivb import DocumentError, render_all
from ivb.documents import processen
from ivb.documents.processen import open_processen


@pytest.fixture(autouse=True)
def interruption() -> Iterator[None]:
    yield
    signal.signal(signal.SIGINT, signal.default_int_handler)


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def die_halfway() -> bytes:
    """Get killed when half the answer is in the pipe."""

    def send(verbinding: "Connection[Any, Any]", inhoud: bytes) -> None:
        os.write(verbinding.fileno(), bytes(inhoud[: len(inhoud) // 2]))
        die()

    Connection._send = send  # type: ignore[attr-defined]
    return bytes(10_000)


class Unreadable(Exception):  # noqa: N818
    """What is an error to read on the other side."""

    def __init__(self, een: str, ander: str = "") -> None:
        """Be told by what does not stand in the message."""
        super().__init__(een + ander)
        self.args = ()


def fail(fout: type[Exception], *delen: str) -> None:
    raise fout(*delen)


def refuse(verbinding: "Connection[Any, Any]") -> None:
    verbinding.close()


class TestAnswers:
    """What is asked for is made there."""

    def test_by_each(self) -> None:
        with open_processen(2) as executor:
            vragen = [executor.submit(time.sleep, 0.2) for _ in range(2)]
            assert [vraag.result(60) for vraag in vragen] == [None, None]
            anderen = {executor.submit(os.getpid).result(60) for _ in range(2)}
            assert len(anderen - {os.getpid()}) == 2
            assert {kind.pid for kind in active_children()} == anderen
        assert active_children() == []

    def test_what_cannot_be_sent_is_an_error(self) -> None:
        with open_processen(2) as executor:
            with pytest.raises(Exception, match="lambda"):
                executor.submit(lambda: b"").result(60)
            assert [executor.submit(int, "3").result(60) for _ in range(4)] == [3] * 4

    @pytest.mark.parametrize(
        ("fout", "delen"), [(ValueError, ("a",)), (OSError, ("b",)), (EOFError, ()), (DocumentError, ("c",))]
    )
    def test_an_error_is_an_answer(self, fout: type[Exception], delen: tuple[str, ...]) -> None:
        with open_processen(1) as executor:
            (kind,) = active_children()
            gekregen = executor.submit(fail, fout, *delen).exception(60)
            assert (type(gekregen), str(gekregen)) == (fout, "".join(delen))
            assert active_children() == [kind]

    @pytest.mark.parametrize(("fn", "delen"), [(bool, (Unreadable("a"),)), (Unreadable, ("a",))], ids=["asked", "made"])
    def test_what_cannot_be_read_is_an_error(self, fn: Any, delen: tuple[object, ...]) -> None:  # noqa: ANN401
        with open_processen(1) as executor:
            (kind,) = active_children()
            with pytest.raises(TypeError, match="missing 1 required positional argument"):
                executor.submit(fn, *delen).result(60)
            assert executor.submit(int, "3").result(60) == 3
            assert active_children() == [kind]

    def test_an_answer_or_an_error_that_cannot_be_sent(self) -> None:
        with open_processen(1) as executor:
            with pytest.raises(Exception, match="pickle"):
                executor.submit(open, os.devnull).result(60)
            with pytest.raises(RuntimeError, match=r"Unreadable\(\)"):
                executor.submit(fail, Unreadable, "a", "b").result(60)
            assert executor.submit(int, "3").result(60) == 3

    def test_here(self) -> None:
        def ask(fn: Callable[..., object], *delen: object) -> object:
            vraag = bytes(ForkingPickler.dumps(partial(fn, *delen)))
            return ForkingPickler.loads(processen._answer(vraag))

        assert ask(int, "3") == (3, None)
        assert str(ask(fail, ValueError, "a")) == "(None, ValueError('a'))"
        assert str(ask(fail, Unreadable, "a")) == "(None, RuntimeError('Unreadable()'))"
        with pytest.raises(MemoryError):
            ask(fail, MemoryError)

    def test_until_nobody_asks(self) -> None:
        hier, daar = Pipe()

        def ask() -> tuple[object, object]:
            with hier:
                hier.send(partial(int, "3"))
                antwoord: tuple[object, object] = hier.recv()
                return antwoord

        with ThreadPoolExecutor(1) as draad:
            antwoord = draad.submit(ask)
            processen._serve(daar)
        assert antwoord.result() == (3, None)
        assert daar.closed


class TestEnded:
    """A process that ends is an error of what it had in hand, and is replaced."""

    @pytest.mark.parametrize("einde", [die, die_halfway])
    def test_at_work(self, einde: Any) -> None:  # noqa: ANN401
        with open_processen(2) as executor:
            with pytest.raises(
                DocumentError, match="een proces is afgebroken, misschien door te weinig geheugen; doe het"
            ):
                executor.submit(einde).result(60)
            assert [executor.submit(int, "3").result(60) for _ in range(4)] == [3] * 4

    def test_while_nobody_asked(self) -> None:
        with open_processen(1) as executor:
            (kind,) = active_children()
            os.kill(kind.pid or 0, signal.SIGKILL)
            kind.join()
            assert isinstance(executor.submit(int).exception(60), DocumentError)
            assert executor.submit(int).result(60) == 0

    def test_of_many_documents_only_its_own(self) -> None:
        opdrachten = [(plek, die if plek == 300 else partial(bytes, 1)) for plek in range(400)]
        with open_processen(2) as executor:
            gemaakt = dict(render_all(opdrachten, executor))
        assert isinstance(gemaakt.pop(300), DocumentError)
        assert set(gemaakt.values()) == {b"\0"}
        assert len(gemaakt) == 399

    def test_before_it_began(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(processen, "_serve", refuse)
        with pytest.raises(DocumentError, match="een proces is afgebroken"), open_processen(2):
            pass
        assert active_children() == []


class TestInterruption:
    """An interruption is for the program, not for its processes."""

    def test_is_not_for_them(self) -> None:
        with open_processen(1) as executor:
            assert executor.submit(signal.getsignal, signal.SIGINT).result(60) is signal.SIG_IGN
            assert isinstance(executor.submit(die).exception(60), DocumentError)
            for _ in range(2):  # also not for one that was born later, from its very start
                assert signal.SIGINT in executor.submit(signal.pthread_sigmask, signal.SIG_BLOCK, []).result(60)
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
