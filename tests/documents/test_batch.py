"""Many documents: each with its key, a failure is a result, and little is asked ahead."""

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event

import pytest
from distributed import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from ivb import (
    DocumentError,
    Raadsbrief,
    render_all,
    render_raadsbrief,
    render_toezeggingenlijst,
    voorbeeld,
)
from ivb.documents import batch

DOSSIER = voorbeeld()
BRIEF = DOSSIER.raadsbrieven[0]
LEEG = Raadsbrief(id="leeg", datum=BRIEF.datum, onderwerp="Stand van zaken")
OPDRACHTEN: list[tuple[str, Callable[[], bytes]]] = [
    ("brief", partial(render_raadsbrief, DOSSIER, BRIEF)),
    ("leeg", partial(render_raadsbrief, DOSSIER, LEEG)),
    ("concept", partial(render_raadsbrief, DOSSIER, BRIEF, concept=True)),
]


def geef(waarde: int) -> bytes:
    if waarde < 0:
        raise ValueError(waarde)
    return bytes(waarde)


def stop() -> bytes:
    os._exit(1)


def processen() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


def vouw(paar: tuple[int, bytes | Exception]) -> tuple[int, bytes | None]:
    """Give nothing for an error."""
    sleutel, resultaat = paar
    return sleutel, None if isinstance(resultaat, Exception) else resultaat


def verwacht(waarden: list[int]) -> list[tuple[int, bytes | None]]:
    return [(plek, None if waarde < 0 else bytes(waarde)) for plek, waarde in enumerate(waarden)]


def assert_the_same(elders: dict[str, bytes | Exception]) -> None:
    hier = dict(render_all(OPDRACHTEN))
    assert elders.keys() == hier.keys()
    assert all(elders[sleutel] == hier[sleutel] for sleutel in ("brief", "concept"))
    assert (type(elders["leeg"]), str(elders["leeg"])) == (DocumentError, str(hier["leeg"]))


class Later(Executor):
    """An executor that makes its first document, and begins no other."""

    wachtend: list[Future[bytes]]

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN201
        toekomst: Future[bytes] = Future()
        if not self.wachtend:
            toekomst.set_result(fn(*args, **kwargs))
        self.wachtend.append(toekomst)
        return toekomst


class Straks(Executor):
    """An executor that makes each document at once, and remembers how many came together."""

    bundels: list[int]

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN201
        self.bundels.append(len(args[0]))
        toekomst: Future[bytes] = Future()
        toekomst.set_result(fn(*args, **kwargs))
        return toekomst


class TestResults:
    """Every key comes back once, with its document or with its error."""

    @given(st.lists(st.integers(-1, 20), max_size=200))
    def test_here_in_order(self, waarden: list[int]) -> None:
        resultaten = list(render_all((plek, partial(geef, waarde)) for plek, waarde in enumerate(waarden)))
        assert [vouw(een) for een in resultaten] == verwacht(waarden)

    @settings(max_examples=30)
    @given(st.lists(st.integers(-1, 20), max_size=200))
    def test_by_threads(self, waarden: list[int]) -> None:
        with ThreadPoolExecutor(4) as executor:
            resultaten = list(
                render_all(((plek, partial(geef, waarde)) for plek, waarde in enumerate(waarden)), executor)
            )
        assert sorted(vouw(een) for een in resultaten) == verwacht(waarden)

    def test_a_letter_with_a_hole_stops_no_other(self) -> None:
        resultaten = dict(render_all(OPDRACHTEN))
        assert list(resultaten) == ["brief", "leeg", "concept"]
        assert resultaten["brief"] == render_raadsbrief(DOSSIER, BRIEF)
        assert isinstance(resultaten["leeg"], DocumentError)
        assert resultaten["concept"] == render_raadsbrief(DOSSIER, BRIEF, concept=True)

    def test_progress(self) -> None:
        aantallen: list[int] = []
        for gezien, _ in enumerate(render_all(OPDRACHTEN, voortgang=aantallen.append), start=1):
            assert aantallen == list(range(1, gezien + 1))
        assert len(aantallen) == len(OPDRACHTEN)

    def test_what_somebody_cancels_is_a_result(self) -> None:
        executor = Later()
        executor.wachtend = []
        resultaten = render_all(((plek, partial(geef, 1)) for plek in range(3)), executor)
        assert next(resultaten) == (0, b"\0")
        for toekomst in executor.wachtend[1:]:
            toekomst.cancel()
            toekomst.set_running_or_notify_cancel()
        assert [type(fout) for _, fout in resultaten] == [CancelledError] * 2

    def test_what_is_cancelled_with_its_executor_is_a_result(self) -> None:
        begonnen, gevraagd, mag = Event(), Event(), Event()

        def houd_op() -> bytes:
            begonnen.set()
            mag.wait(60)
            return b""

        def vraag() -> Iterator[tuple[int, Callable[[], bytes]]]:
            yield from ((plek, houd_op) for plek in range(3))
            gevraagd.set()  # who comes back for a fourth has handed out three

        executor = ThreadPoolExecutor(1)
        resultaten = render_all(vraag(), executor)
        lezer = ThreadPoolExecutor(1).submit(list, resultaten)
        assert begonnen.wait(60)
        assert gevraagd.wait(60)
        executor.shutdown(wait=False, cancel_futures=True)
        mag.set()
        gegeven = dict(lezer.result(60))
        assert gegeven.pop(0) == b""
        assert [type(fout) for fout in gegeven.values()] == [CancelledError] * 2

    def test_whoever_interrupts_is_heard(self) -> None:
        def onderbreek() -> bytes:
            raise KeyboardInterrupt

        with ThreadPoolExecutor(1) as executor, pytest.raises(KeyboardInterrupt):
            list(render_all([("a", onderbreek)], executor))
        with pytest.raises(KeyboardInterrupt):
            list(render_all([("a", onderbreek)]))


class Raar(Exception):  # noqa: N818
    """An error that can be pickled, and not read."""

    def __init__(self, een: str, _twee: str) -> None:
        """Ask for more than its text, so that reading it back fails."""
        super().__init__(een)


class Los(Exception):  # noqa: N818
    """An error that cannot be pickled."""

    def __init__(self) -> None:
        """Hold what no other process can have."""
        super().__init__("x")
        self.open = lambda: None


def mislukt(fout: str) -> bytes:
    raise Raar("a", "b") if fout == "raar" else Los()


class TestExecutors:
    """Processes and the machines of dask make the same bytes."""

    def test_processes(self) -> None:
        with processen() as executor:
            elders = dict(render_all(OPDRACHTEN, executor))
        assert_the_same(elders)

    def test_dask(self, tmp_path: Path) -> None:
        with Client(processes=False, dashboard_address=":0", n_workers=1, local_directory=tmp_path) as client:  # type: ignore[no-untyped-call]
            elders = dict(render_all(OPDRACHTEN, client.get_executor()))
        assert_the_same(elders)

    def test_what_no_process_can_get_is_a_result(self) -> None:
        with processen() as executor:
            lijst = partial(render_toezeggingenlijst, DOSSIER, peildatum=BRIEF.datum, concept=True)
            opdrachten: list[tuple[str, Callable[[], bytes]]] = [("a", lijst), ("b", lambda: b"")]
            resultaten = dict(render_all(opdrachten, executor))
        assert isinstance(resultaten["a"], bytes)
        assert isinstance(resultaten["b"], Exception)

    def test_what_goes_together_and_cannot_is_tried_one_by_one(self) -> None:
        opdrachten: list[tuple[int, Callable[[], bytes]]] = [(plek, partial(geef, plek % 7 - 1)) for plek in range(400)]
        opdrachten[300] = (300, lambda: b"")
        with processen() as executor:
            resultaten = dict(render_all(opdrachten, executor))
        assert isinstance(resultaten.pop(300), Exception)
        verwacht_ = dict(verwacht([plek % 7 - 1 for plek in range(400)]))
        assert dict(map(vouw, resultaten.items())) == {plek: verwacht_[plek] for plek in resultaten}
        assert len(resultaten) == 399

    @pytest.mark.parametrize("fout", ["raar", "los"])
    def test_an_error_that_cannot_be_sent_is_told(self, fout: str, tmp_path: Path) -> None:
        opdrachten = [(plek, partial(mislukt, fout) if plek == 3 else partial(geef, 1)) for plek in range(40)]
        with processen() as executor:
            gegeven = [dict(render_all(opdrachten, executor))]
        with Client(processes=False, dashboard_address=":0", n_workers=1, local_directory=tmp_path) as client:  # type: ignore[no-untyped-call]
            gegeven.append(dict(render_all(opdrachten, client.get_executor())))
        for resultaten in gegeven:
            verkeerd = resultaten.pop(3)
            assert isinstance(verkeerd, DocumentError)
            assert str(verkeerd).startswith(("Raar: ", "Los: "))
            assert set(resultaten.values()) == {geef(1)}

    def test_a_process_that_dies_is_the_error_of_each_that_it_did_not_make(self) -> None:
        with processen() as executor:
            opdrachten = [(plek, stop) for plek in range(200)]
            resultaten = list(render_all(opdrachten, executor))
        assert sorted(sleutel for sleutel, _ in resultaten) == list(range(200))
        assert all(isinstance(fout, BrokenProcessPool) for _, fout in resultaten)


class TestLazy:
    """No more is asked for than is needed, and what nobody waits for is not begun."""

    def test_here_one_at_a_time(self) -> None:
        gevraagd: list[int] = []

        def vraag() -> Iterator[tuple[int, Callable[[], bytes]]]:
            for plek in range(10):
                gevraagd.append(plek)
                yield plek, partial(geef, plek)

        resultaten = render_all(vraag())
        assert gevraagd == []
        next(resultaten)
        assert gevraagd == [0]

    def test_what_takes_no_time_goes_together(self) -> None:
        executor = Straks()
        executor.bundels = []
        assert dict(map(vouw, render_all(((plek, partial(geef, 1)) for plek in range(1000)), executor))) == dict(
            verwacht([1] * 1000)
        )
        assert executor.bundels[:64] == [1] * 64
        assert set(executor.bundels[64:-1]) == {16}

    def test_what_takes_a_little_goes_with_a_few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        executor, klok = Straks(), [0.0]
        executor.bundels = []
        monkeypatch.setattr(batch, "perf_counter", lambda: klok[0])

        def maak() -> bytes:
            klok[0] += 0.0049
            return b""

        assert len(list(render_all(((plek, maak) for plek in range(400)), executor))) == 400
        assert executor.bundels == [1] * 64 + [8] * 42

    def test_what_takes_time_goes_alone(self) -> None:
        executor = Straks()
        executor.bundels = []
        list(render_all(((plek, partial(time.sleep, 0.03)) for plek in range(70)), executor))
        assert executor.bundels == [1] * 70

    def test_no_more_ahead_than_told(self) -> None:
        executor = Later()
        executor.wachtend = []
        resultaten = render_all(((plek, partial(geef, 1)) for plek in range(1000)), executor)
        assert next(resultaten) == (0, b"\0")
        assert len(executor.wachtend) == 64
        resultaten.close()  # type: ignore[attr-defined]
        assert all(toekomst.cancelled() for toekomst in executor.wachtend[1:])

    def test_no_more_in_hand_than_told_when_several_go_together(self) -> None:
        executor = Straks()
        executor.bundels = []
        gegeven = 0
        in_handen: list[int] = []

        def vraag() -> Iterator[tuple[int, Callable[[], bytes]]]:
            for plek in range(1000):
                in_handen.append(plek + 1 - gegeven)
                yield plek, partial(geef, 1)

        for _ in render_all(vraag(), executor):
            gegeven += 1
        assert max(in_handen[:64]) == max(in_handen[64:]) == 64
        assert executor.bundels[64] == 16
