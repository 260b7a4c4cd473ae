"""Whether a plan can be carried out with what there is."""

import attrs
import pytest

from ivb import (
    Actie,
    Capaciteit,
    Dekking,
    Dossier,
    Herkomst,
    Jaarplan,
    Verplichting,
    Voortgang,
    Voortgangsmelding,
)
from ivb.dates import Date
from ivb.rules.checks.capaciteit import K1, K2, K3
from tests.rules.dossier import LEEG

DAG = Date(2025, 7, 1)
PLICHT = Verplichting(id="V", titel="De basis op orde", herkomst=Herkomst.REGIONAAL)
ACTIE = Actie(id="A1", titel="Schouw")


def make_dossier(
    *acties: Actie, capaciteit: tuple[Capaciteit, ...] = (), plicht: Verplichting | None = None
) -> Dossier:
    plan = Jaarplan(
        looptijd="2025",
        titel="Jaarplan 2025",
        acties=acties,
        capaciteit=capaciteit,
        verplichtingen=(plicht,) if plicht else (),
    )
    return attrs.evolve(LEEG, jaarplannen=(plan,))


class TestHours:
    """A plan asks no more hours than there are; nothing is said without hours."""

    @pytest.mark.parametrize(
        ("gevraagd", "beschikbaar", "aantal"), [(100, 100, 0), (100.1, 100, 1), (None, 100, 0), (100, None, 0)]
    )
    def test_total(self, gevraagd: float | None, beschikbaar: float | None, aantal: int) -> None:
        dossier = make_dossier(
            attrs.evolve(ACTIE, uren=gevraagd), capaciteit=(Capaciteit(rol="boa", uren=beschikbaar),)
        )
        assert [een.pad for een in K1(dossier, DAG)] == ["jaarplannen[2025].capaciteit"] * aantal

    def test_says_how_much(self) -> None:
        dossier = make_dossier(attrs.evolve(ACTIE, uren=1240.5), capaciteit=(Capaciteit(rol="boa", uren=1000),))
        (gevonden,) = K1(dossier, DAG)
        assert gevonden.boodschap == (
            "Jaarplan 2025 vraagt 1.240,5 uur, en er is 1.000 uur; kies wat later kan, of zorg voor meer capaciteit."
        )

    @pytest.mark.parametrize(("uren", "zonder"), [(None, 1), (1, 0)])
    @pytest.mark.parametrize(("rol", "rollen"), [((Capaciteit(rol="jurist"),), 1), ((), 0)])
    def test_says_what_is_not_known(
        self, uren: float | None, zonder: int, rol: tuple[Capaciteit, ...], rollen: int
    ) -> None:
        acties = (attrs.evolve(ACTIE, uren=50), attrs.evolve(ACTIE, id="A2", uren=uren))
        dossier = make_dossier(*acties, capaciteit=(Capaciteit(rol="boa", uren=10), *rol))
        (gevonden,) = K1(dossier, DAG)
        assert gevonden.variant == ("onvolledig" if zonder or rollen else "")
        assert gevonden.parameters.get("zonder", 0) == zonder
        assert gevonden.parameters.get("rollen", 0) == rollen

    def test_a_role(self) -> None:
        capaciteit = (Capaciteit(rol="jurist", uren=500), Capaciteit(rol="boa", uren=10))
        dossier = make_dossier(attrs.evolve(ACTIE, uren=50, trekker="Boa"), capaciteit=capaciteit)
        (gevonden,) = K1(dossier, DAG)
        assert (gevonden.pad, gevonden.boodschap) == (
            "jaarplannen[2025].capaciteit[1].uren",
            (
                "De acties van Jaarplan 2025 die boa trekt, vragen 50 uur, en voor die rol is er 10 uur; "
                "kies wat later kan, of geef een actie een andere trekker."
            ),
        )

    def test_a_role_whose_hours_are_not_all_known(self) -> None:
        acties = (attrs.evolve(ACTIE, uren=50, trekker="boa"), attrs.evolve(ACTIE, id="A2", trekker="boa"))
        capaciteit = (Capaciteit(rol="boa", uren=10), Capaciteit(rol="jurist", uren=500))
        (gevonden,) = K1(make_dossier(*acties, capaciteit=capaciteit), DAG)
        assert (gevonden.variant, gevonden.parameters["zonder"]) == ("rol_onvolledig", 1)

    def test_a_leader_without_capacity(self) -> None:
        dossier = make_dossier(
            attrs.evolve(ACTIE, uren=50, trekker="boa"), capaciteit=(Capaciteit(rol="jurist", uren=500),)
        )
        assert list(K1(dossier, DAG)) == []

    @pytest.mark.parametrize(
        ("periode", "paden"),
        [("2025-12", []), ("2024-07/2025-01", []), ("2026-01", ["jaarplannen[2025].capaciteit[0].periode"])],
    )
    def test_capacity_outside_the_plan(self, periode: str, paden: list[str]) -> None:
        dossier = make_dossier(
            attrs.evolve(ACTIE, uren=5), capaciteit=(Capaciteit(rol="boa", uren=10, periode=periode),)
        )
        assert [een.pad for een in K1(dossier, DAG)] == paden


class TestObligations:
    """An obligation has hours and cover, of its own or of what carries it out."""

    @pytest.mark.parametrize(
        ("plicht", "velden"),
        [
            (PLICHT, ["uren", "dekking"]),
            (attrs.evolve(PLICHT, uren=0), ["dekking"]),
            (attrs.evolve(PLICHT, dekking=Dekking.EENMALIG), ["uren"]),
            (attrs.evolve(PLICHT, dekkingsbron="formatie", uren=5), []),
        ],
    )
    def test_says_which_is_missing(self, plicht: Verplichting, velden: list[str]) -> None:
        gevonden = K2(make_dossier(plicht=plicht), DAG)
        assert [een.pad for een in gevonden] == [f"jaarplannen[2025].verplichtingen[V].{veld}" for veld in velden]

    @pytest.mark.parametrize(
        ("actie", "aantal"),
        [
            (attrs.evolve(ACTIE, uren=5, dekking=Dekking.STRUCTUREEL, verplichting="V"), 0),
            (attrs.evolve(ACTIE, verplichting="V"), 2),
            (attrs.evolve(ACTIE, uren=5, dekking=Dekking.STRUCTUREEL), 2),
        ],
    )
    def test_what_carries_it_out(self, actie: Actie, aantal: int) -> None:
        assert len(list(K2(make_dossier(actie, plicht=PLICHT), DAG))) == aantal


class TestCover:
    """Work that goes on is not paid once."""

    @pytest.mark.parametrize(
        ("structureel", "dekking", "aantal"),
        [(True, Dekking.EENMALIG, 1), (True, Dekking.STRUCTUREEL, 0), (True, None, 0), (False, Dekking.EENMALIG, 0)],
    )
    def test_an_obligation(self, structureel: bool, dekking: Dekking | None, aantal: int) -> None:  # noqa: FBT001
        dossier = make_dossier(plicht=attrs.evolve(PLICHT, structureel=structureel, dekking=dekking))
        assert [een.pad for een in K3(dossier, DAG)] == ["jaarplannen[2025].verplichtingen[V].dekking"] * aantal

    @pytest.mark.parametrize(
        ("structureel", "dekking", "aantal"),
        [(True, Dekking.EENMALIG, 1), (True, Dekking.STRUCTUREEL, 0), (False, Dekking.EENMALIG, 0)],
    )
    def test_what_carries_it_out(self, structureel: bool, dekking: Dekking, aantal: int) -> None:  # noqa: FBT001
        actie = attrs.evolve(ACTIE, verplichting="V", dekking=dekking)
        dossier = make_dossier(actie, plicht=attrs.evolve(PLICHT, structureel=structureel))
        assert [een.pad for een in K3(dossier, DAG)] == ["jaarplannen[2025].acties[A1].dekking"] * aantal

    @pytest.mark.parametrize(
        ("sinds", "later", "aantal"),
        [
            (DAG, None, 1),
            (Date(2025, 7, 2), None, 0),
            (Date(2025, 6, 1), Voortgang.AFGEROND, 0),
            (Date(2025, 6, 1), Voortgang.DOORLOPEND, 1),
        ],
    )
    def test_a_continuing_action(self, sinds: Date, later: Voortgang | None, aantal: int) -> None:
        log = [Voortgangsmelding(actie="A1", sinds=sinds, voortgang=Voortgang.DOORLOPEND)]
        if later:
            log.append(Voortgangsmelding(actie="A1", sinds=DAG, voortgang=later))
        dossier = make_dossier(attrs.evolve(ACTIE, dekking=Dekking.EENMALIG))
        gevonden = list(K3(attrs.evolve(dossier, voortgang=tuple(log)), DAG))
        assert [een.variant for een in gevonden] == ["doorlopend"] * aantal

    def test_is_told_once(self) -> None:
        actie = attrs.evolve(ACTIE, verplichting="V", dekking=Dekking.EENMALIG)
        melding = Voortgangsmelding(actie="A1", sinds=DAG, voortgang=Voortgang.DOORLOPEND)
        dossier = make_dossier(actie, plicht=attrs.evolve(PLICHT, structureel=True))
        assert [een.variant for een in K3(attrs.evolve(dossier, voortgang=(melding,)), DAG)] == ["uitvoering"]
