"""All rules over plans with thousands of actions: under a second, and no longer than the plans are long.

Also all municipalities through an executor. A dossier here has something wrong in every action, so that finding costs
its part too.
"""

import datetime
import gc
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import attrs
import pytest

import ivb
from ivb.dates import Date
from tests.documents.dossiers import VOORBEELDSTAD

GEMEENTEN = 342
JAREN = (2022, 2023, 2024, 2025)
DAG = datetime.date(2025, 7, 1)
SECONDE = 1.0
NAAR_RATO = 1.5
"""How much longer a tenfold may take than ten times as long: more data fall out of the caches of a processor. Held
against it is the time without Python's collector, which walks over the whole dossier again and again."""


def make_dossier(aantal: int, *, goed: bool) -> ivb.Dossier:
    """Make a dossier of four plan years with so many actions in all; the same in every year, with a note a year."""
    per_plan = aantal // len(JAREN)
    eind = ivb.parse_datering("december 2025")
    trekker = "adviseur veiligheid" if goed else None
    acties = tuple(
        ivb.Actie(id=f"A{nummer}", titel=f"Actie {nummer} in de wijk", thema="t", trekker=trekker, eind=eind, uren=1)
        for nummer in range(per_plan)
    )
    plannen = (ivb.Jaarplan(looptijd=str(jaar), titel=f"Plan {jaar}", beleid="ivb", acties=acties) for jaar in JAREN)
    meldingen = (
        ivb.Voortgangsmelding(
            actie=actie.id, sinds=Date(jaar, 6, 1), voortgang=ivb.Voortgang.LOOPT, toelichting=f"Stand van {jaar}."
        )
        for jaar in JAREN
        for actie in acties
    )
    beleid = ivb.Veiligheidsbeleid(
        id="ivb", titel="Beleid", looptijd="2022/2025", themas=(ivb.Thema(id="t", naam="Wonen"),)
    )
    return ivb.Dossier(
        bijgehouden_vanaf=Date(2022, 1, 1),
        gemeente=VOORBEELDSTAD.gemeente,
        beleid=(beleid,),
        jaarplannen=tuple(plannen),
        voortgang=tuple(meldingen),
    )


def measure(dossier: ivb.Dossier) -> float:
    """Give the best of three, in seconds of one processor."""
    tijden = []
    for _ in range(3):
        gc.collect()
        begin = time.process_time()
        ivb.check(dossier, peildatum=DAG)
        tijden.append(time.process_time() - begin)
    return min(tijden)


def measure_zonder(dossier: ivb.Dossier) -> float:
    """Do the same without Python's collector."""
    gc.disable()
    try:
        return measure(dossier)
    finally:
        gc.enable()


@pytest.mark.parametrize("goed", [True, False], ids=["goed", "elke actie fout"])
def test_actions(*, goed: bool) -> None:
    dossiers = [make_dossier(aantal, goed=goed) for aantal in (1_000, 10_000, 100_000)]
    gewoon = [measure(dossier) for dossier in dossiers]
    zonder = [measure_zonder(dossier) for dossier in dossiers]
    for naam, tijden in (("", gewoon), (", without the collector", zonder)):
        duizend, tienduizend, honderdduizend = tijden
        print(f"\nall rules over 1,000, 10,000 and 100,000 actions{naam}: {duizend:.3f}, {tienduizend:.3f}, ", end="")
        print(f"{honderdduizend:.3f} s; ten times as many takes {tienduizend / duizend:.1f} and ", end="")
        print(f"{honderdduizend / tienduizend:.1f} times as long")
    assert gewoon[1] < SECONDE
    assert zonder[2] < 10 * NAAR_RATO * zonder[1]


def test_municipalities() -> None:
    dossiers = [
        attrs.evolve(VOORBEELDSTAD, gemeente=attrs.evolve(VOORBEELDSTAD.gemeente, code=f"GM{nummer:04}"))
        for nummer in range(GEMEENTEN)
    ]
    controleer = partial(ivb.check, peildatum=DAG)
    begin = time.perf_counter()
    alleen = list(map(controleer, dossiers))
    een = time.perf_counter() - begin
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        list(executor.map(controleer, dossiers[:2]))
        begin = time.perf_counter()
        samen = list(executor.map(controleer, dossiers, chunksize=16))
        twee = time.perf_counter() - begin
    print(f"\n{GEMEENTEN} dossiers: {een:.2f} s in one process, {twee:.2f} s in two")
    assert samen == alleen
