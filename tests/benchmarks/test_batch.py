"""All municipalities, three documents each: how fast, how much faster by two processes, and in how much memory.

What two processes can gain is measured in the same run: two programs that each make the half, at the same time. Where a
machine gives even those less than the bound, because something else runs on it, what they gain is the bound.
"""

import datetime
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import attrs

import ivb
from tests.documents.dossiers import VOORBEELDSTAD

GEMEENTEN = 342
RONDEN = 8
KEER = 1.7
MEER_GEHEUGEN = 1.1
PERIODE = "2025-H2"
DATUM = datetime.date(2026, 3, 1)

# Linux counts what the parent of a process took as what it took itself, so a small program stands between.
TUSSEN = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]], check=True)"
GEHEUGEN = """
import resource, sys
from tests.benchmarks.test_batch import make_opdrachten
import ivb
aantal = sum(isinstance(een, bytes) for _, een in ivb.render_all(make_opdrachten(int(sys.argv[1]))))
print(aantal, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def make_dossiers(aantal: int) -> Iterator[ivb.Dossier]:
    for nummer in range(aantal):
        gemeente = attrs.evolve(VOORBEELDSTAD.gemeente, naam=f"Gemeente {nummer}", code=f"GM{nummer:04}")
        yield attrs.evolve(VOORBEELDSTAD, gemeente=gemeente)


def make_opdrachten(aantal: int) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Ask for the letter, the note and the plan of each municipality, one dossier in memory at a time."""
    for dossier in make_dossiers(aantal):
        brief = ivb.compose_raadsbrief(dossier, PERIODE, datum=DATUM)
        code = dossier.gemeente.code
        yield f"{code}/brief", partial(ivb.render_raadsbrief, dossier, brief)
        yield f"{code}/notitie", partial(ivb.render_notitie, dossier, dossier.rapportages[0])
        yield f"{code}/jaarplan", partial(ivb.render_jaarplan, dossier, dossier.jaarplannen[0])


def measure(opdrachten: list[tuple[str, Callable[[], bytes]]], executor: Executor | None) -> float:
    begin = time.perf_counter()
    gemaakt = sum(isinstance(document, bytes) for _, document in ivb.render_all(opdrachten, executor))
    duur = time.perf_counter() - begin
    assert gemaakt == len(opdrachten)
    return duur


def measure_helft(gemeenten: int) -> float:
    """Time a part in a process of its own."""
    return measure(list(make_opdrachten(gemeenten)), None)


def test_two_processes() -> None:
    opdrachten = list(make_opdrachten(GEMEENTEN))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        measure(opdrachten, executor)  # both have begun, and have their templates
        measure(opdrachten[:30], None)
        tijden = [(measure(opdrachten, None), measure(opdrachten, executor)) for _ in range(RONDEN)]
        helften = [max(executor.map(measure_helft, [GEMEENTEN // 2] * 2)) for _ in range(RONDEN // 2)]
    alleen, samen = (min(kolom) for kolom in zip(*tijden, strict=True))
    aantal = len(opdrachten)
    print(f"\n{aantal} documents: {aantal / alleen:.0f} a second on one core; ", end="")
    print(f"two processes {aantal / samen / 2:.0f} a second per core, {alleen / samen:.2f} times one;", end=" ")
    los = alleen / min(helften)
    print(f"two programs without anything between them would be {los:.2f} times one")
    assert alleen / samen >= min(KEER, los)


def test_memory_does_not_grow_with_the_number() -> None:
    pieken = []
    for gemeenten in (GEMEENTEN // 10, GEMEENTEN):
        woorden = [sys.executable, "-c", TUSSEN, GEHEUGEN, str(gemeenten)]
        gezegd = subprocess.run(woorden, capture_output=True, text=True, check=True).stdout.split()
        assert int(gezegd[0]) == 3 * gemeenten
        pieken.append(int(gezegd[1]))
    print(f"\npeak memory {pieken[0]} for {3 * (GEMEENTEN // 10)} documents, {pieken[1]} for {3 * GEMEENTEN}", end="")
    print(f": {pieken[1] / pieken[0]:.3f} times")
    assert pieken[1] / pieken[0] <= MEER_GEHEUGEN
