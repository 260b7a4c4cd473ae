"""Dossiers: every reference leads somewhere, every id is given once, and every part occurs."""

import pickle

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import ivb
from ivb.model.base import Noun, velden
from ivb.model.verwijzingen import Sleutelplek, Verwijsplek, collect, find_meldingen, plan
from ivb.testing import acties, ambities, dossiers, gemeenten, jaarplannen, metingen, themas, toezeggingen
from ivb.testing import veiligheidsbeleid as beleid

ZOEK = settings(database=None, max_examples=20_000, phases=[Phase.generate])
VERZAMELINGEN = [veld.naam for veld in velden(ivb.Dossier) if veld.meervoud]
CLASSES = [getattr(ivb, naam) for naam in ivb.__all__ if naam[0].isupper() and not naam.isupper()]
SOORTEN = [soort for soort in CLASSES if issubclass(soort, Noun)]


def staat_dubbel(dossier: ivb.Dossier) -> bool:
    """Tell whether an action stands in two plans."""
    sleutels = [actie.id for jaarplan in dossier.jaarplannen for actie in jaarplan.acties]
    return len(set(sleutels)) < len(sleutels)


class TestModel:
    """What the strategy counts on: a noun can be left out of a dossier without more ado."""

    @pytest.mark.parametrize("soort", SOORTEN)
    def test_what_matters_for_references_stands_in_tuples(self, soort: type[Noun]) -> None:
        assert all(veld.meervoud for veld in plan(soort).kinderen)

    @pytest.mark.parametrize("soort", SOORTEN)
    def test_what_must_name_another_has_no_id(self, soort: type[Noun]) -> None:
        moet = any(veld.verplicht and not veld.meervoud for veld in plan(soort).verwijzingen)
        assert not (moet and plan(soort).sleutel)


class TestDossiers:
    """A dossier is whole by construction."""

    @given(dossiers())
    def test_ids_and_references_fit(self, dossier: ivb.Dossier) -> None:
        sleutels: list[Sleutelplek] = []
        verwijzingen: list[Verwijsplek] = []
        collect(dossier, "", sleutels, verwijzingen)
        assert list(find_meldingen(sleutels, verwijzingen)) == []

    @given(dossiers())
    @settings(max_examples=25)
    def test_is_a_value(self, dossier: ivb.Dossier) -> None:
        kopie = pickle.loads(pickle.dumps(dossier))  # noqa: S301 - our own bytes
        assert kopie == dossier
        assert hash(kopie) == hash(dossier)

    def test_the_simplest_is_empty(self) -> None:
        dossier = find(dossiers(), lambda _: True, settings=ZOEK)
        assert dossier == ivb.Dossier(
            bijgehouden_vanaf=ivb.parse_datum("2024-01-01"),
            gemeente=ivb.Gemeente(naam="a", code="GM0000", plaats="a"),
        )

    @pytest.mark.parametrize("verzameling", VERZAMELINGEN)
    def test_every_collection_occurs(self, verzameling: str) -> None:
        assert getattr(
            find(dossiers(), lambda dossier: bool(getattr(dossier, verzameling)), settings=ZOEK), verzameling
        )

    def test_an_action_occurs_in_several_plans(self) -> None:
        assert staat_dubbel(find(dossiers(), staat_dubbel, settings=ZOEK))

    def test_shrinks_to_what_matters(self) -> None:
        dossier = find(
            dossiers(),
            lambda dossier: bool(dossier.metingen),
            settings=settings(ZOEK, phases=[Phase.generate, Phase.shrink]),
        )
        indicator, meting = dossier.indicatoren[0], dossier.metingen[0]
        assert (indicator, meting.indicator) == (ivb.Indicator(id="a", naam="a", eenheid="a"), "a")
        assert repr(dossier) == "<Dossier a: 1 indicatoren, 1 metingen>"


class TestNarrowed:
    """What the caller gives is joined to a whole."""

    @given(dossiers(gemeente=gemeenten(naam="Hellendoorn"), jaarplannen=()))
    @settings(max_examples=25)
    def test_fixed_values(self, dossier: ivb.Dossier) -> None:
        assert dossier.gemeente.naam == "Hellendoorn"
        assert dossier.jaarplannen == ()

    @given(dossiers(toezeggingen=[ivb.Toezegging(id="T1", datum="2024", onderwerp=naam) for naam in "ab"]))
    @settings(max_examples=25)
    def test_of_two_with_one_id_the_first_stays(self, dossier: ivb.Dossier) -> None:
        assert [toezegging.onderwerp for toezegging in dossier.toezeggingen] == ["a"]

    @given(
        dossiers(
            jaarplannen=st.tuples(jaarplannen(acties=st.lists(acties(id="A1"), min_size=2), ambities=())),
            beleid=st.tuples(beleid(themas=st.tuples(themas(id="zorg"), themas(id="jeugd")))),
        )
    )
    @settings(max_examples=25)
    def test_inside_a_noun_too(self, dossier: ivb.Dossier) -> None:
        (actie,) = dossier.jaarplannen[0].acties
        assert actie.thema in {None, "zorg", "jeugd"}
        assert actie.ambitie is None

    @given(
        dossiers(
            jaarplannen=st.tuples(jaarplannen(ambities=st.tuples(ambities(thema="zorg")))),
            beleid=st.tuples(beleid(themas=st.tuples(themas(id="jeugd"), themas(id="zorg")))),
        )
    )
    @settings(max_examples=25)
    def test_a_reference_that_leads_somewhere_stays(self, dossier: ivb.Dossier) -> None:
        assert dossier.jaarplannen[0].ambities[0].thema == "zorg"

    @given(dossiers(metingen=st.lists(metingen(), min_size=1), indicatoren=()))
    @settings(max_examples=25)
    def test_what_must_lead_somewhere_and_cannot_is_left_out(self, dossier: ivb.Dossier) -> None:
        assert dossier.metingen == ()

    @given(dossiers(toezeggingen=st.lists(toezeggingen(), min_size=1, max_size=2)))
    @settings(max_examples=25)
    def test_strategies_are_welcome(self, dossier: ivb.Dossier) -> None:
        assert dossier.toezeggingen

    def test_a_misspelt_keyword_is_refused(self) -> None:
        with pytest.raises(TypeError, match=r"^Dossier has no field 'actie'; "):
            dossiers(actie=())
