"""What was so on a day, as far as it was known on another."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Aankondiging,
    Afdoening,
    Afvoervoorstel,
    Besluit,
    Dossier,
    Jaarplan,
    Orgaan,
    Profiel,
    Raadsbrief,
    Rapportage,
    Rapportageafspraak,
    Ritme,
    Seizoensgrenzen,
    Statusmelding,
    Toezegging,
    Toezeggingstatus,
    Veiligheidsbeleid,
    Verlenging,
    Voortgang,
    Voortgangsmelding,
    derive_actiestanden,
    derive_agenda,
    derive_open_toezeggingen,
    derive_rapportagedekkingen,
    derive_rapportages,
    derive_vaststellingen,
    parse_periode,
    voorbeeld,
)
from ivb.dates import Date
from ivb.rules.stand import derive_stand
from ivb.testing import dossiers, rapportageafspraken
from tests.rules.dossier import LEEG

DAG = datetime.date(2024, 5, 1)
DAGEN = st.dates(datetime.date(2022, 1, 1), datetime.date(2026, 12, 31))
NOTITIE = Rapportage(id="n", titel="Notitie", perioden=(parse_periode("2023"),), datum=datetime.date(2024, 4, 1))


def brief(dag: datetime.date, sleutel: str = "b") -> Raadsbrief:
    stukken = (Aankondiging(tekst="Notitie", document="n"),)
    return Raadsbrief(id=sleutel, datum=dag, onderwerp="Notitie", kennisnemen_van=stukken)


def learn(data: st.DataObject, dossier: Dossier, na: datetime.date) -> Dossier:
    """Add to a dossier facts of every kind that became known after a day."""
    draw = data.draw
    later = st.integers(1, 500).map(lambda dagen: na + datetime.timedelta(days=dagen))
    melding = Statusmelding(status=Toezeggingstatus.AFGEDAAN, sinds=draw(DAGEN), bekend_sinds=draw(later))
    afdoening = Afdoening(sinds=draw(DAGEN), bekend_sinds=draw(later))
    besluit = Besluit(orgaan=Orgaan.RAAD, datum=draw(later))
    toezeggingen = tuple(
        attrs.evolve(
            een,
            statuslog=(*een.statuslog, melding),
            afdoeningen=(afdoening, *een.afdoeningen),
            afvoervoorstel=een.afvoervoorstel or Afvoervoorstel(sinds=na, bekend_sinds=draw(later)),
            afvoerbesluit=een.afvoerbesluit or besluit,
        )
        for een in dossier.toezeggingen
    )
    verlenging = Verlenging(einddatum=datetime.date(2029, 12, 31), besluit=besluit)
    beleid = tuple(attrs.evolve(een, verlengingen=(*een.verlengingen, verlenging)) for een in dossier.beleid)
    afspraak = draw(rapportageafspraken())
    acties = tuple(actie for jaarplan in dossier.jaarplannen for actie in jaarplan.acties)
    return attrs.evolve(
        dossier,
        jaarplannen=(
            *(attrs.evolve(een, verlengingen=(*een.verlengingen, verlenging)) for een in dossier.jaarplannen),
            Jaarplan(looptijd="2023/2031", id="later", titel="x", vastgesteld=besluit, acties=acties[:1]),
        ),
        voortgang=(
            *(
                Voortgangsmelding(
                    actie=actie.id, sinds=draw(DAGEN), bekend_sinds=draw(later), voortgang=Voortgang.AFGEROND
                )
                for actie in acties
            ),
            *dossier.voortgang,
        ),
        beleid=(
            *beleid,
            Veiligheidsbeleid(
                id="later", titel="IVB", looptijd="2023/2031", vastgesteld=besluit, rapportageafspraken=(afspraak,)
            ),
        ),
        toezeggingen=(
            *toezeggingen,
            Toezegging(id="later", datum=draw(later), onderwerp="meer", periode="2024-H1", termijn="1 juli 2024"),
            Toezegging(id="vaker", datum=draw(later), onderwerp="vaker", rapportageafspraak=afspraak),
        ),
        rapportages=(
            *dossier.rapportages,
            Rapportage(id="later", titel="x", perioden=(parse_periode("2023"),), datum=draw(later)),
        ),
        raadsbrieven=(
            *dossier.raadsbrieven,
            Raadsbrief(
                id="later",
                datum=draw(later),
                onderwerp="x",
                kennisnemen_van=tuple(Aankondiging(tekst="x", document=een.id) for een in dossier.rapportages),
            ),
        ),
    )


class TestKnownOnADay:
    """The state as known on a day never changes by what is learned later."""

    @pytest.mark.parametrize(
        "derive",
        [
            derive_rapportages,
            derive_rapportagedekkingen,
            derive_open_toezeggingen,
            derive_vaststellingen,
            derive_agenda,
            derive_actiestanden,
        ],
    )
    @given(data=st.data(), dossier=dossiers(), peildatum=DAGEN, bekend_op=DAGEN)
    def test_of_whatever_is_derived(
        self,
        derive: Any,  # noqa: ANN401 - each gives something else
        data: st.DataObject,
        dossier: Dossier,
        peildatum: datetime.date,
        bekend_op: datetime.date,
    ) -> None:
        later = learn(data, dossier, bekend_op)
        assert derive(later, peildatum=peildatum, bekend_op=bekend_op) == derive(
            dossier, peildatum=peildatum, bekend_op=bekend_op
        )

    def test_what_the_council_knew_on_1_may(self) -> None:
        """Settled in April, but that was written down in June."""
        melding = Statusmelding(
            status=Toezeggingstatus.AFGEDAAN, sinds=datetime.date(2024, 4, 1), bekend_sinds=datetime.date(2024, 6, 1)
        )
        dossier = attrs.evolve(
            LEEG, toezeggingen=(Toezegging(id="T", datum="2023", onderwerp="x", statuslog=(melding,)),)
        )
        assert [een.id for een in derive_open_toezeggingen(dossier, peildatum=DAG)] == ["T"]
        assert derive_open_toezeggingen(dossier, peildatum=DAG, bekend_op=datetime.date(2024, 6, 1)) == ()
        assert [
            een.id
            for een in derive_open_toezeggingen(
                dossier, peildatum=datetime.date(2024, 3, 31), bekend_op=datetime.date(2024, 6, 1)
            )
        ] == ["T"]

    @pytest.mark.parametrize(("bekend_op", "aantal"), [(datetime.date(2024, 6, 9), 0), (datetime.date(2024, 6, 10), 1)])
    def test_a_promise_that_was_known_later_than_it_was_made(self, bekend_op: datetime.date, aantal: int) -> None:
        toezegging = Toezegging(id="T", datum="2 mei 2023", bekend_sinds=datetime.date(2024, 6, 10), onderwerp="x")
        stand = derive_stand(attrs.evolve(LEEG, toezeggingen=(toezegging,)), DAG, bekend_op)
        assert len(stand.toezeggingen) == aantal

    @pytest.mark.parametrize(("bekend_op", "aantal"), [(datetime.date(2024, 6, 9), 1), (datetime.date(2024, 6, 10), 0)])
    def test_a_decision_that_was_known_later_than_it_was_taken(self, bekend_op: datetime.date, aantal: int) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="2 mei 2023", bekend_sinds=datetime.date(2024, 6, 10))
        toezegging = Toezegging(id="T", datum="2022", onderwerp="x", afvoerbesluit=besluit)
        dossier = attrs.evolve(LEEG, toezeggingen=(toezegging,))
        assert len(derive_open_toezeggingen(dossier, peildatum=DAG, bekend_op=bekend_op)) == aantal

    def test_the_seasons_of_the_municipality(self) -> None:
        gemeente = attrs.evolve(LEEG.gemeente, profiel=Profiel(seizoenen=Seizoensgrenzen(voorjaar="1-2/31-3")))
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="voorjaar 2024")
        toezegging = Toezegging(id="T", datum="voorjaar 2023", onderwerp="x", afvoerbesluit=besluit)
        beleid = Veiligheidsbeleid(
            id="ivb",
            titel="IVB",
            looptijd="2022/2025",
            vastgesteld=besluit,
            verlengingen=(Verlenging(einddatum=datetime.date(2026, 12, 31), besluit=besluit),),
        )
        dossier = attrs.evolve(LEEG, gemeente=gemeente, beleid=(beleid,), toezeggingen=(toezegging,))
        assert derive_open_toezeggingen(dossier, peildatum=DAG) == ()
        stand = derive_stand(dossier, DAG)
        (gezien,) = stand.beleid
        assert stand.toezeggingen[0].datum.laatst == Date(2023, 3, 31)
        for gelezen in (gezien.vastgesteld, gezien.verlengingen[0].besluit):
            assert gelezen is not None
            assert (gelezen.datum.woorden, gelezen.datum.laatst) == ("voorjaar 2024", Date(2024, 3, 31))

    def test_a_day_of_knowledge_is_by_default_the_day_itself(self) -> None:
        assert derive_stand(LEEG, DAG).bekend_op == DAG


class TestReports:
    """The council has a report from the day of the first letter that is known to have brought it."""

    def test_without_a_letter_from_its_own_day(self) -> None:
        dossier = attrs.evolve(LEEG, rapportages=(NOTITIE,))
        (levering,) = derive_stand(dossier, DAG).leveringen
        assert (levering.datum, levering.raadsbrief) == (Date(2024, 4, 1), None)
        assert derive_stand(dossier, datetime.date(2024, 3, 31)).leveringen == ()

    def test_with_letters_from_the_first(self) -> None:
        brieven = (brief(datetime.date(2024, 4, 25), "tweede"), brief(datetime.date(2024, 4, 23), "eerste"))
        dossier = attrs.evolve(LEEG, rapportages=(NOTITIE,), raadsbrieven=brieven)
        (levering,) = derive_stand(dossier, DAG).leveringen
        assert (levering.datum, levering.raadsbrief) == (Date(2024, 4, 23), "eerste")

    @pytest.mark.parametrize("sleutels", [("b", "a"), ("a", "b")])
    def test_of_two_letters_of_one_day_whatever_their_order(self, sleutels: tuple[str, str]) -> None:
        brieven = tuple(brief(DAG, sleutel) for sleutel in sleutels)
        dossier = attrs.evolve(LEEG, rapportages=(NOTITIE,), raadsbrieven=brieven)
        (levering,) = derive_stand(dossier, DAG).leveringen
        assert levering.raadsbrief == "a"

    def test_a_letter_that_is_known_of_a_later_day(self) -> None:
        dossier = attrs.evolve(LEEG, rapportages=(NOTITIE,), raadsbrieven=(brief(datetime.date(2024, 4, 23)),))
        assert derive_stand(dossier, datetime.date(2024, 4, 22), DAG).leveringen == ()

    def test_a_draft_was_never_given(self) -> None:
        dossier = attrs.evolve(LEEG, rapportages=(attrs.evolve(NOTITIE, datum=None),))
        assert derive_stand(dossier, DAG).leveringen == ()

    def test_the_months_that_it_tells_of(self) -> None:
        dossier = attrs.evolve(LEEG, rapportages=(NOTITIE,))
        (levering,) = derive_stand(dossier, DAG).leveringen
        assert levering.maanden == frozenset(range(12 * 2023, 12 * 2024))


class TestWhatMayBe:
    """An obligation counts as soon as it may exist; it ends only when that is certain."""

    @pytest.mark.parametrize(
        ("datum", "aantal"),
        [("2024", 1), ("mei 2024", 1), ("2 mei 2024", 0), ("onbekend", 1), ("vóór de zomer van 2030", 1)],
    )
    def test_promise(self, datum: str, aantal: int) -> None:
        dossier = attrs.evolve(LEEG, toezeggingen=(Toezegging(id="T", datum=datum, onderwerp="x"),))
        assert len(derive_stand(dossier, DAG).toezeggingen) == aantal

    @pytest.mark.parametrize(
        ("datum", "over"), [("30 april 2024", False), ("april 2024", False), ("mei 2024", True), ("onbekend", True)]
    )
    def test_struck(self, datum: str, *, over: bool) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=datum)
        dossier = attrs.evolve(
            LEEG, toezeggingen=(Toezegging(id="T", datum="2023", onderwerp="x", afvoerbesluit=besluit),)
        )
        assert bool(derive_open_toezeggingen(dossier, peildatum=DAG)) is over

    def test_policy_and_its_extension(self) -> None:
        later = Besluit(orgaan=Orgaan.RAAD, datum="2 mei 2024")
        beleid = Veiligheidsbeleid(
            id="ivb",
            titel="IVB",
            looptijd="2022/2025",
            verlengingen=(
                Verlenging(einddatum=datetime.date(2026, 12, 31), besluit=later),
                Verlenging(einddatum=datetime.date(2026, 6, 30)),
            ),
        )
        nieuw = attrs.evolve(beleid, id="nieuw", vastgesteld=later)
        stand = derive_stand(attrs.evolve(LEEG, beleid=(beleid, nieuw)), DAG)
        assert [(een.id, een.einddatum) for een in stand.beleid] == [("ivb", Date(2026, 6, 30))]

    def test_a_promise_of_which_nothing_is_hidden_stays_itself(self) -> None:
        dossier = voorbeeld()
        assert derive_stand(dossier, DAG).toezeggingen[0] is dossier.toezeggingen[0]

    def test_an_agreement_that_is_not_there_yet(self) -> None:
        afspraak = Rapportageafspraak(ritme=Ritme.JAARLIJKS)
        dossier = attrs.evolve(
            LEEG,
            toezeggingen=(Toezegging(id="T", datum="2 mei 2024", onderwerp="x", rapportageafspraak=afspraak),),
        )
        assert derive_rapportages(dossier, peildatum=DAG) == ()


class TestRefusals:
    """A moment is no day."""

    @pytest.mark.parametrize("dagen", [{"peildatum": 1}, {"peildatum": DAG, "bekend_op": "2024-05-01"}])
    def test_what_is_no_day(self, dagen: dict[str, Any]) -> None:
        with pytest.raises(TypeError):
            derive_stand(LEEG, **dagen)
