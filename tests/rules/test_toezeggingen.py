"""A promise is open until it is settled by the college or struck by the council, as far as was known on the day."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Afdoening,
    Besluit,
    Dossier,
    Gemeente,
    Orgaan,
    Rapportageafspraak,
    Ritme,
    Statusmelding,
    Toezegging,
    Toezeggingstatus,
    derive_open_toezeggingen,
)
from ivb.rules.toezeggingen import find_melding
from ivb.testing import dossiers

LEEG = Dossier(bijgehouden_vanaf=datetime.date(2024, 1, 1), gemeente=Gemeente(naam="A", code="GM0001", plaats="B"))
DAG = datetime.date(2024, 6, 1)
LATER = datetime.date(2024, 6, 2)
JAARLIJKS = Rapportageafspraak(ritme=Ritme.JAARLIJKS)
BELOFTE = Toezegging(id="T", datum="2 mei 2024", onderwerp="x")


def melding(
    status: Toezeggingstatus, sinds: datetime.date = DAG, bekend_sinds: datetime.date | None = None
) -> Statusmelding:
    return Statusmelding(status=status, sinds=sinds, bekend_sinds=bekend_sinds or sinds)


class TestOpen:
    """Carried out or reported back is not settled, and what comes later does not count yet."""

    @pytest.mark.parametrize(
        ("toezegging", "is_open"),
        [
            (BELOFTE, True),
            (attrs.evolve(BELOFTE, datum="2 juni 2024"), False),
            (attrs.evolve(BELOFTE, datum="onbekend"), True),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.UITGEVOERD),)), True),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.TERUGGEMELD),)), True),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.AFGEDAAN),)), False),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.AFGEVOERD),)), False),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.AFGEDAAN, LATER),)), True),
            (attrs.evolve(BELOFTE, statuslog=(melding(Toezeggingstatus.AFGEDAAN, DAG, LATER),)), True),
            (attrs.evolve(BELOFTE, afdoeningen=(Afdoening(sinds=DAG),)), False),
            (attrs.evolve(BELOFTE, afdoeningen=(Afdoening(sinds=DAG, bekend_sinds=LATER),)), True),
            (attrs.evolve(BELOFTE, afvoerbesluit=Besluit(orgaan=Orgaan.RAAD, datum="juni 2024")), True),
            (attrs.evolve(BELOFTE, afvoerbesluit=Besluit(orgaan=Orgaan.RAAD, datum="mei 2024")), False),
            (attrs.evolve(BELOFTE, afvoerbesluit=Besluit(orgaan=Orgaan.COLLEGE, datum="mei 2024")), True),
            (attrs.evolve(BELOFTE, rapportageafspraak=JAARLIJKS), True),
            (
                attrs.evolve(BELOFTE, rapportageafspraak=JAARLIJKS, statuslog=(melding(Toezeggingstatus.AFGEDAAN),)),
                True,
            ),
            (
                attrs.evolve(BELOFTE, rapportageafspraak=JAARLIJKS, statuslog=(melding(Toezeggingstatus.AFGEVOERD),)),
                False,
            ),
            (attrs.evolve(BELOFTE, rapportageafspraak=JAARLIJKS, afdoeningen=(Afdoening(sinds=DAG),)), True),
        ],
    )
    def test_as_of_a_day(self, toezegging: Toezegging, is_open: bool) -> None:  # noqa: FBT001
        dossier = attrs.evolve(LEEG, toezeggingen=(toezegging,))
        assert bool(derive_open_toezeggingen(dossier, peildatum=DAG)) is is_open

    def test_a_promise_that_was_settled_and_opened_again(self) -> None:
        log = (melding(Toezeggingstatus.OPEN), melding(Toezeggingstatus.AFGEDAAN, datetime.date(2024, 5, 20)))
        dossier = attrs.evolve(LEEG, toezeggingen=(attrs.evolve(BELOFTE, statuslog=log),))
        assert derive_open_toezeggingen(dossier, peildatum=DAG)
        assert not derive_open_toezeggingen(dossier, peildatum=datetime.date(2024, 5, 21))


class TestAnyDossier:
    """What was known on a day does not change by what is learned later."""

    @given(dossiers(), st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)))
    def test_later_knowledge_changes_nothing(self, dossier: Dossier, dag: datetime.date) -> None:
        later = melding(Toezeggingstatus.AFGEDAAN, dag, dag + datetime.timedelta(days=1))
        meer = tuple(attrs.evolve(een, statuslog=(*een.statuslog, later)) for een in dossier.toezeggingen)
        geleerd = attrs.evolve(dossier, toezeggingen=meer)
        toen = [een.id for een in derive_open_toezeggingen(dossier, peildatum=dag)]
        assert [een.id for een in derive_open_toezeggingen(geleerd, peildatum=dag)] == toen


class TestLastNote:
    """Of two notes of one day the one nearest to the end of a promise is the last, in whatever order they stand."""

    @pytest.mark.parametrize("omgekeerd", [False, True])
    def test_of_one_day(self, *, omgekeerd: bool) -> None:
        dag = datetime.date(2024, 5, 1)
        statussen = (Toezeggingstatus.OPEN, Toezeggingstatus.TERUGGEMELD)
        log = tuple(Statusmelding(status=een, sinds=dag) for een in statussen)
        toezegging = Toezegging(id="tz", datum="2024", onderwerp="A", statuslog=log[::-1] if omgekeerd else log)
        melding = find_melding(toezegging)
        assert melding
        assert melding.status is Toezeggingstatus.TERUGGEMELD
