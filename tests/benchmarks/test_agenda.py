"""The calendar of every municipality of the country is made in under a second on one core, and costs what it is."""

import datetime
import time
from collections.abc import Sequence

import attrs

from ivb import (
    Dageenheid,
    Doorlooptijd,
    Dossier,
    Gemeente,
    Levertermijn,
    Mijlpaal,
    Profiel,
    Rapportageafspraak,
    Ritme,
    Veiligheidsbeleid,
    Vergaderkalender,
    Vergaderreeks,
    Vergadersoort,
    derive_rapportages,
    derive_route_binnen,
)

GEMEENTEN = 342  # of the Netherlands, since 2023 (CBS)
HALFJAREN = 8
MIJLPALEN = 5
RUNS = 3
LIMIT = 1.0  # second
PEILDATUM = datetime.date(2026, 1, 1)
DOORLOOPTIJDEN = (
    Doorlooptijd(mijlpaal=Mijlpaal.INBRENG_PARTNERS, aantal=15),
    Doorlooptijd(mijlpaal=Mijlpaal.CONCEPT, aantal=10),
    Doorlooptijd(mijlpaal=Mijlpaal.COLLEGEBESLUIT, aantal=3),
    Doorlooptijd(mijlpaal=Mijlpaal.GRIFFIE, aantal=14, eenheid=Dageenheid.DAGEN),
)
REEKSEN = (
    Vergaderreeks(soort=Vergadersoort.COLLEGE, eerste=datetime.date(2026, 1, 6), laatste=datetime.date(2030, 12, 31)),
    Vergaderreeks(
        soort=Vergadersoort.RAAD, eerste=datetime.date(2026, 1, 20), weken=4, laatste=datetime.date(2030, 12, 31)
    ),
)
TERMIJNEN = (Levertermijn(deel="H1", venster="najaar"), Levertermijn(deel="H2", venster="vóór de zomer", jaren_later=1))
AFSPRAAK = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, levertermijnen=TERMIJNEN)


def make_dossier(nummer: int) -> Dossier:
    gemeente = Gemeente(
        naam=f"Gemeente {nummer}",
        code=f"GM{nummer:04}",
        plaats="Plaats",
        profiel=Profiel(doorlooptijden=DOORLOOPTIJDEN),
        kalender=Vergaderkalender(
            reeksen=tuple(
                attrs.evolve(reeks, eerste=reeks.eerste + datetime.timedelta(days=nummer % 4)) for reeks in REEKSEN
            )
        ),
    )
    beleid = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2026/2029", rapportageafspraken=(AFSPRAAK,))
    return Dossier(bijgehouden_vanaf=PEILDATUM, gemeente=gemeente, beleid=(beleid,))


def derive(dossiers: Sequence[Dossier]) -> float:
    """Derive every report with its route, and give the seconds of this core that it took."""
    start = time.process_time()
    for dossier in dossiers:
        rijen = derive_rapportages(dossier, peildatum=PEILDATUM)
        routes = [derive_route_binnen(dossier.gemeente, rij.vroegst or PEILDATUM, rij.laatst) for rij in rijen]
        assert [len(route.mijlpalen) for route in routes] == [MIJLPALEN] * HALFJAREN
        assert all(route.is_haalbaar for route in routes)
    return time.process_time() - start


def test_the_whole_country_in_a_second() -> None:
    derive([make_dossier(nummer) for nummer in range(10)])
    best = min(derive([make_dossier(nummer) for nummer in range(GEMEENTEN)]) for _ in range(RUNS))
    print(f"\n{GEMEENTEN} municipalities, {HALFJAREN} half-years, {MIJLPALEN} milestones: {best:.2f} s")
    assert best < LIMIT


def test_twice_as_many_cost_twice_as_much() -> None:
    half, whole = (
        min(derive([make_dossier(nummer) for nummer in range(aantal)]) for _ in range(RUNS))
        for aantal in (GEMEENTEN // 2, GEMEENTEN)
    )
    print(f"\nhalf of them {half:.2f} s, all {whole:.2f} s: {whole / half:.2f} times")
    assert whole / half < 2.5  # twice, and some noise
