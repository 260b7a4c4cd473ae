"""What holds for what every rule finds, in whatever dossier."""

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ivb
from ivb import Actie, Bevinding, Dossier, Ernst, check
from ivb.dates import Date
from ivb.model.base import Noun, velden
from ivb.model.verwijzingen import follow
from ivb.rules.checks.verantwoording import V1
from ivb.testing import datums, dossiers
from ivb.testing.gevallen import PEILDATUM, bijna_geldige_dossiers, geldige_dossiers
from ivb.testing.gevallen.breuken import BREUKEN

TRAAG = [HealthCheck.too_slow, HealthCheck.differing_executors]
GEBROKEN = st.sampled_from(sorted(BREUKEN)).flatmap(bijna_geldige_dossiers)
ALLE = dossiers() | GEBROKEN


def tel(gevonden: tuple[Bevinding, ...]) -> list[tuple[str, str, str]]:
    """Give what was found in an order of its own; the numbers in a path are places in a list, so they are left out."""
    return sorted((een.code, een.ernst.value, een.boodschap) for een in gevonden)


def draai_om(noun: Noun) -> Noun:
    """Give a noun with the items of its lists the other way round, at every depth where order says nothing."""
    nieuw = {
        veld.naam: tuple(draai_om(een) for een in reversed(getattr(noun, veld.naam)))
        for veld in velden(type(noun))
        if veld.meervoud and issubclass(veld.soort, Noun)
    }
    return attrs.evolve(noun, **nieuw)  # type: ignore[misc]  # every noun is an attrs class at run time


class TestEveryFinding:
    """A check gives the same for the same, wherever it is asked and in whatever order the dossier was written."""

    @settings(max_examples=75, suppress_health_check=TRAAG)
    @given(dossier=ALLE, dag=st.just(PEILDATUM) | datums())
    def test_no_rule_breaks_and_every_path_leads_somewhere(self, dossier: Dossier, dag: Date) -> None:
        gevonden = check(dossier, peildatum=dag)
        assert [str(een) for een in gevonden if een.regel is V1] == []
        for bevinding in gevonden:
            follow(dossier, bevinding.pad)
            assert "None" not in bevinding.boodschap
        assert check(dossier, peildatum=dag) == gevonden

    @settings(max_examples=40, suppress_health_check=TRAAG)
    @given(ALLE)
    def test_the_order_of_the_items_does_not_matter(self, dossier: Dossier) -> None:
        omgekeerd = draai_om(dossier)
        assert isinstance(omgekeerd, Dossier)
        assert tel(check(omgekeerd, peildatum=PEILDATUM)) == tel(check(dossier, peildatum=PEILDATUM))

    @pytest.mark.parametrize("code", sorted(BREUKEN))
    @settings(max_examples=5, suppress_health_check=TRAAG)
    @given(data=st.data())
    def test_what_is_added_hides_nothing(self, code: str, data: st.DataObject) -> None:
        dossier = data.draw(bijna_geldige_dossiers(code))
        voor = {een.pad: een for een in check(dossier, peildatum=PEILDATUM) if een.code == code}
        na = {een.pad: een for een in check(add_alles(dossier), peildatum=PEILDATUM) if een.code == code}
        assert voor.keys() <= na.keys()


def add_alles(dossier: Dossier) -> Dossier:
    """Add something valid to every list of a dossier."""
    eind = ivb.parse_datering("december 2025")
    thema = dossier.beleid[0].themas[0].id
    actie = Actie(id="bij", thema=thema, titel="Iets heel anders", trekker="jurist", eind=eind)
    *eerder, laatste = dossier.jaarplannen
    return attrs.evolve(
        dossier,
        jaarplannen=(*eerder, attrs.evolve(laatste, acties=(*laatste.acties, actie))),
        kaders=(*dossier.kaders, ivb.Kader(id="bij", naam="Regionaal plan", einddatum=Date(2030, 1, 1))),
        beleidsregels=(*dossier.beleidsregels, ivb.Beleidsregel(id="bij", naam="Evenementen")),
        indicatoren=(*dossier.indicatoren, ivb.Indicator(id="bij", naam="Rapportcijfer", eenheid="punten")),
        metingen=(*dossier.metingen, ivb.Meting(indicator="bij", periode="2024", waarde=7, eenheid="punten")),
        voortgang=(
            *dossier.voortgang,
            ivb.Voortgangsmelding(actie="bij", sinds=Date(2025, 6, 1), voortgang=ivb.Voortgang.LOOPT),
        ),
    )


class TestSeverity:
    """Only a contradiction, a missing mandatory part or a breach of an act is a fault."""

    @settings(max_examples=20, suppress_health_check=TRAAG)
    @given(geldige_dossiers())
    def test_a_valid_dossier_has_no_fault(self, dossier: Dossier) -> None:
        assert not [een for een in check(dossier, peildatum=PEILDATUM) if een.ernst is Ernst.FOUT]
