"""What a plan asks against what there is."""

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Actie,
    Capaciteit,
    Capaciteitsraming,
    Herkomst,
    Jaarplan,
    Raming,
    Rolraming,
    Verlenging,
    Verplichting,
    derive_capaciteit,
)
from ivb.dates import Date
from ivb.testing import jaarplannen


def make_plan(*acties: Actie, capaciteit: tuple[Capaciteit, ...] = (), plicht: Verplichting | None = None) -> Jaarplan:
    return Jaarplan(
        looptijd="2025",
        titel="Plan",
        acties=acties,
        capaciteit=capaciteit,
        verplichtingen=(plicht,) if plicht else (),
    )


def actie(
    sleutel: str,
    uren: float | None = None,
    *,
    trekker: str | None = None,
    bedrag: int | None = None,
    verplichting: str | None = None,
) -> Actie:
    return Actie(id=sleutel, titel="x", uren=uren, trekker=trekker, bedrag=bedrag, verplichting=verplichting)


def plicht(uren: float | None = None, bedrag: int | None = None) -> Verplichting:
    return Verplichting(id="V", titel="Basis", herkomst=Herkomst.WETTELIJK, uren=uren, bedrag=bedrag)


class TestTotal:
    """Nothing is counted twice, and what is not known is not nought."""

    def test_an_empty_plan(self) -> None:
        assert derive_capaciteit(make_plan()) == Capaciteitsraming(
            jaarplan="2025", gevraagd=Raming(), beschikbaar=Raming()
        )

    def test_hours_are_added_as_they_are_written(self) -> None:
        raming = derive_capaciteit(make_plan(actie("A", 0.1), actie("B", 0.2, bedrag=5), actie("C")))
        assert raming.gevraagd == Raming(uren=0.3, bedrag=5, onbekend=1)

    def test_known_as_nought(self) -> None:
        assert derive_capaciteit(make_plan(actie("A", 0.0))).gevraagd == Raming(uren=0.0)

    @pytest.mark.parametrize(
        ("verplichting", "raming"),
        [
            (plicht(100, 70), Raming(uren=100, bedrag=70)),
            (plicht(100), Raming(uren=100, bedrag=50)),
            (plicht(), Raming(uren=20, bedrag=50)),
            (plicht(bedrag=70), Raming(uren=20, bedrag=70)),
        ],
    )
    def test_what_an_obligation_asks_already(self, verplichting: Verplichting, raming: Raming) -> None:
        plan = make_plan(actie("A", 20, bedrag=50, verplichting="V"), plicht=verplichting)
        assert derive_capaciteit(plan).gevraagd == raming

    def test_an_obligation_that_nobody_carries_out(self) -> None:
        assert derive_capaciteit(make_plan(actie("A", 20), plicht=plicht())).gevraagd == Raming(uren=20, onbekend=1)

    def test_an_obligation_of_another_plan_asks_nothing_here(self) -> None:
        assert derive_capaciteit(make_plan(actie("A", 20, verplichting="W"))).gevraagd == Raming(uren=20)

    def test_money_needs_no_hours(self) -> None:
        capaciteit = (Capaciteit(rol="budget", bedrag=10), Capaciteit(rol="jurist"), Capaciteit(rol="boa", uren=8))
        assert derive_capaciteit(make_plan(capaciteit=capaciteit)).beschikbaar == Raming(uren=8, bedrag=10, onbekend=1)

    def test_hours_beyond_every_number(self) -> None:
        groot = 1.7e308
        assert derive_capaciteit(make_plan(actie("A", groot), actie("B", groot))).gevraagd.uren == pytest.approx(
            1.797e308, rel=1e-3
        )

    @given(jaarplannen(), st.randoms(use_true_random=False))
    def test_order_does_not_matter(self, plan: Jaarplan, toeval: Random) -> None:
        geschud = list(plan.acties)
        toeval.shuffle(geschud)
        anders = derive_capaciteit(attrs.evolve(plan, acties=tuple(geschud)))
        assert (anders.gevraagd, anders.beschikbaar) == attrs.astuple(derive_capaciteit(plan), recurse=False)[1:3]


class TestPeriod:
    """Capacity outside the plan is none of the plan."""

    @pytest.mark.parametrize(
        ("periode", "uren"),
        [("2025", 8), ("2025-H2", 8), ("2025-12", 8), ("2024-07/2025-01", 8), ("2026-01", None), ("2024-12", None)],
    )
    def test_counts_within_the_plan(self, periode: str, uren: float | None) -> None:
        plan = make_plan(capaciteit=(Capaciteit(rol="boa", periode=periode, uren=8),))
        raming = derive_capaciteit(plan)
        assert raming.beschikbaar.uren == uren
        assert [een.beschikbaar.uren for een in raming.rollen] == [uren]

    def test_counts_in_the_extension(self) -> None:
        plan = make_plan(capaciteit=(Capaciteit(rol="boa", periode="2026-01", uren=8),))
        verlengd = attrs.evolve(plan, verlengingen=(Verlenging(einddatum=Date(2026, 1, 31)),))
        assert derive_capaciteit(verlengd).beschikbaar.uren == 8


class TestRoles:
    """A role leads actions, and has capacity."""

    def test_per_role(self) -> None:
        plan = make_plan(
            actie("A", 20, trekker="Jurist", verplichting="V"),
            actie("B", 0.5, trekker="jurist", bedrag=10),
            actie("C", trekker="jurist"),
            actie("D", 5, trekker="boa"),
            actie("E", 99),
            capaciteit=(Capaciteit(rol="jurist", uren=15), Capaciteit(rol="piket", uren=3)),
            plicht=plicht(100),
        )
        assert derive_capaciteit(plan).rollen == (
            Rolraming(rol="jurist", gevraagd=Raming(uren=20.5, bedrag=10, onbekend=1), beschikbaar=Raming(uren=15)),
            Rolraming(rol="piket", gevraagd=Raming(), beschikbaar=Raming(uren=3)),
            Rolraming(rol="boa", gevraagd=Raming(uren=5), beschikbaar=Raming()),
        )
