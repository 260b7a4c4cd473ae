"""The rows of periods on which the council is owed a report."""

import datetime
from collections.abc import Iterable
from itertools import groupby, pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Besluit, Dossier, Orgaan, Rapportageafspraak, Ritme, Toezegging, Veiligheidsbeleid, Verlenging
from ivb.dates import Date, Periode
from ivb.rules.reeksen import derive_perioden, derive_reeksen
from ivb.rules.stand import derive_stand
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

HALFJAARLIJKS = Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS)
BELEID = Veiligheidsbeleid(id="ivb", titel="IVB", looptijd="2022/2025", rapportageafspraken=(HALFJAARLIJKS,))
VOLGENDE = Veiligheidsbeleid(id="volgend", titel="IVB", looptijd="2027/2030")
DAGEN = st.dates(datetime.date(2000, 1, 1), datetime.date(2190, 12, 31))


def lay(dossier: Dossier, peildatum: datetime.date) -> list[list[Periode]]:
    stand = derive_stand(dossier, peildatum)
    return [[deel.periode for deel in derive_perioden(reeks, stand)] for reeks in derive_reeksen(stand)]


def codes(peildatum: datetime.date, *beleid: Veiligheidsbeleid, toezeggingen: Iterable[Toezegging] = ()) -> list[str]:
    dossier = attrs.evolve(LEEG, beleid=beleid, toezeggingen=tuple(toezeggingen))
    return [str(periode) for rij in lay(dossier, peildatum) for periode in rij]


class TestTiling:
    """The periods of a row follow each other without gap or overlap, from its first month on."""

    @given(dossiers(), DAGEN)
    def test_nothing_between_and_nothing_twice(self, dossier: Dossier, peildatum: datetime.date) -> None:
        for rij in lay(dossier, peildatum):
            assert all(een.maandnummer + een.maanden == ander.maandnummer for een, ander in pairwise(rij))

    @given(
        ritme=st.sampled_from(Ritme),
        begin=st.integers(12 * 2000, 12 * 2100),
        maanden=st.integers(1, 120),
        extra=st.integers(0, 30),
    )
    def test_a_policy_is_covered_to_its_last_month(self, ritme: Ritme, begin: int, maanden: int, extra: int) -> None:
        looptijd, verlengd = Periode(begin, maanden), Periode(begin, maanden + extra)
        beleid = Veiligheidsbeleid(
            id="ivb",
            titel="IVB",
            looptijd=looptijd,
            verlengingen=(Verlenging(einddatum=verlengd.einddatum),),
            rapportageafspraken=(Rapportageafspraak(ritme=ritme),),
        )
        ((*rij,),) = lay(attrs.evolve(LEEG, beleid=(beleid,)), looptijd.begindatum)
        assert rij[0].begindatum == verlengd.begindatum
        assert rij[-1].begindatum <= verlengd.einddatum <= rij[-1].einddatum
        assert all(periode.maanden == ritme.maanden for periode in rij)

    @given(dossiers(), DAGEN, st.integers(0, 2000))
    def test_a_later_day_only_adds_periods(self, dossier: Dossier, peildatum: datetime.date, dagen: int) -> None:
        eerder = derive_stand(dossier, peildatum)
        later = eerder._replace(peildatum=Date.fromordinal(peildatum.toordinal() + dagen))
        for reeks in derive_reeksen(eerder):
            perioden = list(derive_perioden(reeks, eerder))
            assert list(derive_perioden(reeks, later))[: len(perioden)] == perioden


class TestGap:
    """The agreement of a policy goes on in the gap to the next policy, and no further."""

    def test_to_the_next_policy(self) -> None:
        assert codes(datetime.date(2024, 5, 1), BELEID, VOLGENDE)[-3:] == ["2025-H2", "2026-H1", "2026-H2"]

    def test_to_a_policy_that_begins_halfway_a_period(self) -> None:
        volgende = attrs.evolve(VOLGENDE, looptijd="2026-04/2029-12")
        assert codes(datetime.date(2024, 5, 1), BELEID, volgende)[-2:] == ["2025-H2", "2026-K1"]

    def test_a_policy_that_holds_already_leaves_no_gap(self) -> None:
        volgende = attrs.evolve(VOLGENDE, looptijd="2025-07/2029-06")
        assert codes(datetime.date(2024, 5, 1), BELEID, volgende)[-1] == "2025-H2"

    @pytest.mark.parametrize(
        ("peildatum", "laatste"),
        [
            (datetime.date(2025, 12, 31), "2025-H2"),
            (datetime.date(2026, 1, 1), "2026-H1"),
            (datetime.date(2026, 6, 30), "2026-H1"),
            (datetime.date(2026, 7, 1), "2026-H2"),
        ],
    )
    def test_without_a_next_policy_to_the_day_itself(self, peildatum: datetime.date, laatste: str) -> None:
        assert codes(peildatum, BELEID)[-1] == laatste

    @pytest.mark.parametrize("peildatum", [datetime.date(2026, 8, 31), datetime.date(2026, 9, 1)])
    def test_a_period_in_which_the_policy_ends_stays_whole(self, peildatum: datetime.date) -> None:
        beleid = attrs.evolve(BELEID, verlengingen=(Verlenging(einddatum=datetime.date(2026, 8, 15)),))
        assert codes(peildatum, beleid)[-2:] == ["2026-H1", "2026-H2"]

    def test_a_part_keeps_the_whole_of_which_it_is(self) -> None:
        volgende = attrs.evolve(VOLGENDE, looptijd="2026-04/2029-12")
        stand = derive_stand(attrs.evolve(LEEG, beleid=(BELEID, volgende)), datetime.date(2024, 5, 1))
        *_, laatste = derive_perioden(next(derive_reeksen(stand)), stand)
        assert (str(laatste.periode), str(laatste.geheel)) == ("2026-K1", "2026-H1")

    def test_an_agreement_with_an_end_has_no_gap(self) -> None:
        afspraak = attrs.evolve(HALFJAARLIJKS, tot_en_met="2025-H2")
        beleid = attrs.evolve(BELEID, rapportageafspraken=(afspraak,))
        assert codes(datetime.date(2027, 5, 1), beleid, VOLGENDE)[-1] == "2025-H2"


class TestEnd:
    """A promise stops where the council strikes it; half a period is then not owed."""

    @pytest.mark.parametrize(
        ("datum", "laatste"), [("31 december 2023", "2023-H2"), ("30 december 2023", "2023-H1"), ("2023", "2023-H2")]
    )
    def test_struck(self, datum: str, laatste: str) -> None:
        toezegging = Toezegging(
            id="T",
            datum="2021",
            onderwerp="x",
            rapportageafspraak=HALFJAARLIJKS,
            afvoerbesluit=Besluit(orgaan=Orgaan.RAAD, datum=datum),
        )
        assert codes(datetime.date(2024, 5, 1), toezeggingen=[toezegging])[-1] == laatste

    def test_struck_long_after_its_last_period(self) -> None:
        toezegging = Toezegging(
            id="T",
            datum="2021",
            onderwerp="x",
            rapportageafspraak=attrs.evolve(HALFJAARLIJKS, tot_en_met="2022-10"),
            afvoerbesluit=Besluit(orgaan=Orgaan.RAAD, datum="maart 2024"),
        )
        assert codes(datetime.date(2024, 5, 1), toezeggingen=[toezegging])[-1] == "2022-07/2022-10"

    @pytest.mark.parametrize("ritme", Ritme)
    def test_no_row_runs_beyond_2180(self, ritme: Ritme) -> None:
        toezegging = Toezegging(id="T", datum="2021", onderwerp="x", rapportageafspraak=Rapportageafspraak(ritme=ritme))
        rijen = codes(datetime.date(9999, 12, 31), toezeggingen=[toezegging])
        assert rijen[-1].startswith(("2180", "2178/2179"))

    def test_a_policy_that_runs_beyond_2180(self) -> None:
        beleid = attrs.evolve(BELEID, looptijd="2178-07/2183-06")
        rijen = codes(datetime.date(2179, 1, 1), beleid, attrs.evolve(VOLGENDE, looptijd="2184/2187"))
        assert [jaar for jaar, _ in groupby(code[:4] for code in rijen)] == ["2178", "2179", "2180"]
        assert rijen[-1] == "2180-H2"
