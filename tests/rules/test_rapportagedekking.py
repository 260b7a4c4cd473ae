"""Which part of the promised time was reported on."""

import datetime
from itertools import pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Dossier,
    Leverstatus,
    Rapportage,
    Rapportageafspraak,
    Ritme,
    Veiligheidsbeleid,
    derive_rapportagedekkingen,
    derive_rapportages,
    parse_periode,
    voorbeeld,
)
from ivb.dates import Periode
from ivb.testing import dossiers
from tests.rules.dossier import LEEG

DAGEN = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31))


def find_maanden(perioden: tuple[Periode, ...]) -> list[int]:
    delen = (range(deel.maandnummer, deel.maandnummer + deel.maanden) for deel in perioden)
    return [maand for deel in delen for maand in deel]


class TestPartition:
    """Coverage partitions time: a promised month is exactly one of reported, missing, to come, unknown and lapsed."""

    @given(dossiers(), DAGEN)
    def test_every_promised_month_once(self, dossier: Dossier, peildatum: datetime.date) -> None:
        beloofd: dict[str, set[int]] = {}
        for rij in derive_rapportages(dossier, peildatum=peildatum):
            beloofd.setdefault(rij.grondslag, set()).update(find_maanden((rij.periode,)))
        dekkingen = derive_rapportagedekkingen(dossier, peildatum=peildatum)
        assert {dekking.grondslag for dekking in dekkingen} == beloofd.keys()
        for dekking in dekkingen:
            delen = (dekking.gedekt, dekking.ontbreekt, dekking.te_leveren, dekking.onbekend, dekking.vervallen)
            gevonden = [maand for deel in delen for maand in find_maanden(deel)]
            assert sorted(gevonden) == sorted(beloofd[dekking.grondslag])
            assert set(find_maanden(dekking.dubbel)) <= set(find_maanden(dekking.gedekt))

    @given(dossiers(), DAGEN)
    def test_ranges_do_not_touch(self, dossier: Dossier, peildatum: datetime.date) -> None:
        for dekking in derive_rapportagedekkingen(dossier, peildatum=peildatum):
            for deel in (dekking.gedekt, dekking.ontbreekt, dekking.te_leveren, dekking.onbekend, dekking.dubbel):
                assert all(een.maandnummer + een.maanden < ander.maandnummer for een, ander in pairwise(deel))

    @given(dossiers(), DAGEN)
    def test_what_was_delivered_is_covered(self, dossier: Dossier, peildatum: datetime.date) -> None:
        gedekt = {
            dekking.grondslag: set(find_maanden(dekking.gedekt))
            for dekking in derive_rapportagedekkingen(dossier, peildatum=peildatum)
        }
        for rij in derive_rapportages(dossier, peildatum=peildatum):
            maanden = set(find_maanden((rij.periode,)))
            assert (maanden <= gedekt[rij.grondslag]) == (rij.status is Leverstatus.GELEVERD)


class TestExamples:
    """Promised periods minus reported periods are the gaps."""

    def test_twenterand(self) -> None:
        (dekking,) = derive_rapportagedekkingen(voorbeeld(), peildatum=datetime.date(2024, 12, 1))
        assert dekking.grondslag == "halfjaarlijkse-notitie"
        assert [str(een) for een in (*dekking.onbekend, *dekking.gedekt, *dekking.ontbreekt, *dekking.te_leveren)] == [
            "2022",
            "2023",
            "2024-H1",
            "2024-07/2025-12",
        ]

    def test_a_part_and_a_double(self) -> None:
        beleid = Veiligheidsbeleid(
            id="ivb",
            titel="IVB",
            looptijd="2023",
            rapportageafspraken=(Rapportageafspraak(ritme=Ritme.HALFJAARLIJKS, vertraging=30),),
        )
        rapportages = tuple(
            Rapportage(id=sleutel, titel="x", perioden=(parse_periode(code),), datum=datetime.date(2024, 1, 10))
            for sleutel, code in (("een", "2023-K1"), ("twee", "2023-02/2023-04"), ("drie", "2022-K4"))
        )
        dossier = attrs.evolve(LEEG, beleid=(beleid,), rapportages=rapportages)
        (dekking,) = derive_rapportagedekkingen(dossier, peildatum=datetime.date(2024, 1, 20))
        assert [str(een) for een in dekking.gedekt] == ["2023-T1"]
        assert [str(een) for een in dekking.dubbel] == ["2023-02/2023-03"]
        assert [str(een) for een in dekking.ontbreekt] == ["2023-05/2023-06"]
        assert [str(een) for een in dekking.te_leveren] == ["2023-07/2024-06"]

    def test_nothing_promised(self) -> None:
        assert derive_rapportagedekkingen(LEEG, peildatum=datetime.date(2024, 5, 1)) == ()
