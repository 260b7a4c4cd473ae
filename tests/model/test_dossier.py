"""A dossier resolves references by id; a clash or a dead end is refused, everything else loads."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import (
    Aankondiging,
    Actie,
    Dossier,
    DossierFout,
    Gemeente,
    Jaarplan,
    Raadsbrief,
    Rapportage,
    Thema,
    Veiligheidsbeleid,
    Verlenging,
    parse_periode,
)
from ivb.testing import dossiers

LEEG = Dossier(bijgehouden_vanaf=datetime.date(2024, 1, 1), gemeente=Gemeente(naam="A", code="GM0001", plaats="B"))
ACTIE = Actie(id="A1", titel="Schouw")


def jaarplan(jaar: int, titel: str = "Schouw") -> Jaarplan:
    return Jaarplan(titel="plan", looptijd=str(jaar), acties=(attrs.evolve(ACTIE, titel=titel),))


class TestReferences:
    """All that is wrong is told at once."""

    def test_all_at_once(self) -> None:
        plan = Jaarplan(titel="x", looptijd="2024", beleid="ivb", acties=(ACTIE, attrs.evolve(ACTIE, thema="zorg")))
        with pytest.raises(DossierFout) as gevangen:
            attrs.evolve(LEEG, jaarplannen=(plan,))
        assert [(melding.code, melding.pad) for melding in gevangen.value.meldingen] == [
            ("dubbel-id", "jaarplannen[2024].acties[A1]"),
            ("onbekend-id", "jaarplannen[2024].beleid"),
            ("onbekend-id", "jaarplannen[2024].acties[A1].thema"),
        ]

    def test_the_same_action_in_two_plans_is_fine(self) -> None:
        assert len(attrs.evolve(LEEG, jaarplannen=(jaarplan(2024), jaarplan(2025))).jaarplannen) == 2

    @given(dossiers())
    def test_a_dossier_can_be_built_anew(self, dossier: Dossier) -> None:
        assert attrs.evolve(dossier) == dossier


class TestFind:
    """An id finds its noun; of an action in several plans, the latest."""

    def test_latest_action(self) -> None:
        dossier = attrs.evolve(LEEG, jaarplannen=(jaarplan(2025, "later"), jaarplan(2024, "eerder")))
        assert dossier.find(Actie, "A1").titel == "later"
        assert dossier.find(Jaarplan, "2024").acties[0].titel == "eerder"

    def test_nobody(self) -> None:
        with pytest.raises(KeyError, match="er is geen thema met het id 'x'"):
            LEEG.find(Thema, "x")

    @given(dossiers())
    def test_every_theme_is_found(self, dossier: Dossier) -> None:
        for beleid in dossier.beleid:
            for thema in beleid.themas:
                assert dossier.find(Thema, thema.id).id == thema.id


class TestOrder:
    """Plans stand in the order of their years, however they were given."""

    @given(st.permutations([2022, 2023, 2024, 2025]))
    def test_plans(self, jaren: list[int]) -> None:
        dossier = attrs.evolve(LEEG, jaarplannen=tuple(map(jaarplan, jaren)))
        assert [plan.id for plan in dossier.jaarplannen] == ["2022", "2023", "2024", "2025"]


class TestInForce:
    """A plan or policy holds at the end of a period when that day lies between its first and its last."""

    def test_plan(self) -> None:
        verlengd = attrs.evolve(jaarplan(2023), verlengingen=(Verlenging(einddatum=datetime.date(2024, 6, 30)),))
        dossier = attrs.evolve(LEEG, jaarplannen=(verlengd, jaarplan(2025)))
        gevonden = [dossier.find_jaarplan(parse_periode(code)) for code in ("2022", "2023", "2024-H1", "2024", "2025")]
        assert [plan and plan.id for plan in gevonden] == [None, "2023", "2023", None, "2025"]

    def test_policy(self) -> None:
        eerste = Veiligheidsbeleid(id="een", titel="x", looptijd="2018/2021")
        tweede = Veiligheidsbeleid(id="twee", titel="y", looptijd="2022/2025")
        dossier = attrs.evolve(LEEG, beleid=(tweede, eerste))
        gevonden = [dossier.find_beleid(parse_periode(code)) for code in ("2021", "2022-H1", "2026")]
        assert [beleid and beleid.id for beleid in gevonden] == ["een", "twee", None]


class TestFindRaadsbrief:
    """The letter on a period is the latest that brought a report on the whole of it."""

    def test_latest(self) -> None:
        notitie = Rapportage(id="n", titel="x", perioden=(parse_periode("2023"),))
        brieven = tuple(
            Raadsbrief(
                id=f"b{dag}",
                datum=datetime.date(2024, 4, dag),
                onderwerp="x",
                kennisnemen_van=(Aankondiging(tekst="de notitie", document="n"),),
            )
            for dag in (23, 24, 22)
        )
        dossier = attrs.evolve(LEEG, rapportages=(notitie,), raadsbrieven=brieven)
        brief = dossier.find_raadsbrief(parse_periode("2023-H2"))
        assert brief is not None
        assert brief.id == "b24"
        assert dossier.find_raadsbrief(parse_periode("2024-H1")) is None


class TestFace:
    """A dossier says whose it is and how much it holds."""

    def test_repr(self) -> None:
        assert repr(attrs.evolve(LEEG, jaarplannen=(jaarplan(2024),))) == "<Dossier A: 1 jaarplannen>"
        assert repr(LEEG) == "<Dossier A: leeg>"
