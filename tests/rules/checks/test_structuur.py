"""Whether policy, plan and report fit together."""

import attrs
import pytest

from ivb import (
    Actie,
    Ambitie,
    Besluit,
    Doel,
    Dossier,
    Drempels,
    Herkomst,
    Jaarplan,
    Ontwikkeling,
    Orgaan,
    Prioriteit,
    Profiel,
    Rapportage,
    Thema,
    Veiligheidsbeleid,
    Verlenging,
    Verplichting,
    parse_datering,
    parse_periode,
)
from ivb.dates import Date
from ivb.rules.checks.structuur import S1, S2, S3, S4, S5
from tests.rules.dossier import LEEG

DAG = Date(2025, 7, 1)
WONEN = Thema(id="wonen", naam="Veilig wonen")
JEUGD = Thema(id="jeugd", naam="Jeugd")
EERDER = Veiligheidsbeleid(id="eerder", titel="Beleid 2020-2023", looptijd="2020/2023", themas=(JEUGD,))
NU = Veiligheidsbeleid(id="nu", titel="Beleid 2024-2027", looptijd="2024/2027", themas=(WONEN,))


def make_plan(*acties: Actie, looptijd: str = "2025", beleid: str | None = None) -> Jaarplan:
    return Jaarplan(looptijd=looptijd, titel=f"Jaarplan {looptijd}", beleid=beleid, acties=acties)


def make_dossier(*plannen: Jaarplan, beleid: tuple[Veiligheidsbeleid, ...] = (EERDER, NU)) -> Dossier:
    return attrs.evolve(LEEG, beleid=beleid, jaarplannen=plannen)


def actie(thema: str | None = None, *, ambitie: str | None = None, verplichting: str | None = None) -> Actie:
    return Actie(id="A1", titel="Schouw", thema=thema, ambitie=ambitie, verplichting=verplichting)


class TestThemeOfAnAction:
    """An action has a theme of the policy of its plan."""

    def test_none(self) -> None:
        (gevonden,) = S1(make_dossier(make_plan(actie())), DAG)
        assert (gevonden.pad, gevonden.boodschap) == (
            "jaarplannen[2025].acties[A1].thema",
            "Actie A1 (Schouw) heeft geen thema; kies er een uit het beleid.",
        )

    def test_without_any_policy(self) -> None:
        assert [een.pad for een in S1(make_dossier(make_plan(actie()), beleid=()), DAG)] == [
            "jaarplannen[2025].acties[A1].thema"
        ]

    def test_outside_the_policy(self) -> None:
        (gevonden,) = S1(make_dossier(make_plan(actie("jeugd"))), DAG)
        assert (gevonden.pad, gevonden.boodschap) == (
            "jaarplannen[2025].acties[A1].thema",
            (
                "Actie A1 (Schouw) hoort bij het thema Jeugd, maar dat staat niet in Beleid 2024-2027; "
                "kies een thema uit het beleid waar het plan bij hoort."
            ),
        )

    @pytest.mark.parametrize(
        ("thema", "looptijd", "beleid", "goed"),
        [
            ("wonen", "2025", None, True),
            ("jeugd", "2025", "eerder", True),
            ("wonen", "2025", "eerder", False),
            ("jeugd", "2023/2024", None, True),
            ("wonen", "2023/2024", None, True),
            ("wonen", "2023", None, False),
            ("jeugd", "2030", None, True),
        ],
    )
    def test_which_policy(self, thema: str, looptijd: str, beleid: str | None, goed: bool) -> None:  # noqa: FBT001
        dossier = make_dossier(make_plan(actie(thema), looptijd=looptijd, beleid=beleid))
        assert (list(S1(dossier, DAG)) == []) is goed

    def test_a_policy_without_themes_says_nothing_about_them(self) -> None:
        kaal = attrs.evolve(NU, themas=())
        assert list(S1(make_dossier(make_plan(actie("jeugd")), beleid=(EERDER, kaal)), DAG)) == []

    def test_a_policy_that_is_not_adopted_yet_does_not_hold(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum=parse_datering("2 juli 2025"))
        straks = attrs.evolve(NU, vastgesteld=besluit)
        dossier = make_dossier(make_plan(actie("jeugd")), beleid=(EERDER, straks))
        assert list(S1(dossier, DAG)) == []
        assert len(list(S1(dossier, Date(2025, 7, 2)))) == 1

    def test_a_policy_that_was_extended(self) -> None:
        verlengd = attrs.evolve(EERDER, verlengingen=(Verlenging(einddatum=Date(2025, 1, 1)),))
        assert list(S1(make_dossier(make_plan(actie("jeugd")), beleid=(verlengd, NU)), DAG)) == []


class TestThemeByAnotherWay:
    """The theme of an action may be that of its ambition, or of its obligation."""

    @pytest.mark.parametrize(
        ("via_ambitie", "via_plicht", "gevonden"),
        [
            ("wonen", "jeugd", []),
            (None, "wonen", []),
            ("jeugd", "wonen", [("jaarplannen[2025].acties[A1].ambitie", "ambitie")]),
            (None, "jeugd", [("jaarplannen[2025].acties[A1].verplichting", "verplichting")]),
            (None, None, [("jaarplannen[2025].acties[A1].thema", "")]),
        ],
    )
    def test_of_its_own_plan(
        self, via_ambitie: str | None, via_plicht: str | None, gevonden: list[tuple[str, str]]
    ) -> None:
        plan = attrs.evolve(
            make_plan(actie(ambitie="amb", verplichting="V")),
            ambities=(Ambitie(id="amb", titel="Schoon", thema=via_ambitie),),
            verplichtingen=(Verplichting(id="V", titel="Basis", herkomst=Herkomst.WETTELIJK, thema=via_plicht),),
        )
        assert [(een.pad, een.variant) for een in S1(make_dossier(plan), DAG)] == gevonden

    def test_of_another_plan(self) -> None:
        eerste = attrs.evolve(
            make_plan(looptijd="2024"),
            ambities=(Ambitie(id="amb", titel="Schoon", thema="wonen"),),
            verplichtingen=(Verplichting(id="V", titel="Basis", herkomst=Herkomst.WETTELIJK, thema="wonen"),),
        )
        for deel in (actie(ambitie="amb"), actie(verplichting="V")):
            assert list(S1(make_dossier(eerste, make_plan(deel)), DAG)) == []


def rapportage(*themas: str, periode: str = "2024", datum: Date | None = DAG) -> Rapportage:
    return Rapportage(
        id="notitie",
        titel="Notitie",
        perioden=(parse_periode(periode),),
        datum=datum,
        ontwikkelingen=tuple(Ontwikkeling(thema=thema, tekst="x") for thema in themas),
    )


BREED = attrs.evolve(NU, themas=(WONEN, Thema(id="digitaal", naam="Digitaal")))


class TestCoverage:
    """A plan has an action, and a report a text, on every theme of the policy."""

    def test_a_theme_without_actions(self) -> None:
        (gevonden,) = S2(make_dossier(make_plan(actie("wonen")), beleid=(BREED,)), DAG)
        assert (gevonden.pad, gevonden.boodschap) == (
            "jaarplannen[2025].acties",
            (
                "Jaarplan 2025 heeft geen actie bij het thema Digitaal uit Beleid 2024-2027; "
                "neem er een op, of leg in de inleiding uit waarom niet."
            ),
        )

    def test_a_plan_without_actions_is_told_once(self) -> None:
        (gevonden,) = S2(make_dossier(make_plan(), beleid=(BREED,)), DAG)
        assert gevonden.variant == "leeg"

    def test_actions_without_a_theme_cover_none(self) -> None:
        assert len(list(S2(make_dossier(make_plan(actie()), beleid=(BREED,)), DAG))) == 2

    def test_an_action_covers_by_its_ambition(self) -> None:
        ambities = (Ambitie(id="amb", titel="Schoon", thema="wonen"),)
        plan = attrs.evolve(make_plan(actie(ambitie="amb")), ambities=ambities)
        assert list(S2(make_dossier(plan), DAG)) == []

    def test_a_theme_without_text(self) -> None:
        dossier = attrs.evolve(make_dossier(beleid=(BREED,)), rapportages=(rapportage("digitaal"),))
        (gevonden,) = S2(dossier, DAG)
        assert (gevonden.pad, gevonden.parameters["thema"]) == ("rapportages[notitie].ontwikkelingen", "Veilig wonen")

    def test_a_report_without_texts_is_told_once(self) -> None:
        (gevonden,) = S2(attrs.evolve(make_dossier(beleid=(BREED,)), rapportages=(rapportage(),)), DAG)
        assert gevonden.variant == "rapportage_leeg"

    @pytest.mark.parametrize(("datum", "aantal"), [(DAG, 1), (None, 1), (Date(2025, 7, 2), 0)])
    def test_a_report_of_a_later_day_is_not_known(self, datum: Date | None, aantal: int) -> None:
        dossier = attrs.evolve(make_dossier(), rapportages=(rapportage(datum=datum),))
        assert len(list(S2(dossier, DAG))) == aantal

    def test_nothing_is_missed_without_a_policy(self) -> None:
        dossier = attrs.evolve(make_dossier(make_plan(), beleid=()), rapportages=(rapportage(),))
        assert list(S2(dossier, DAG)) == []

    def test_a_theme_that_two_policies_share(self) -> None:
        """A report on years of both may tell of it by either id."""
        zelfde = attrs.evolve(NU, themas=(WONEN, Thema(id="jeugd-2024", naam="jeugd")))
        dossier = make_dossier(beleid=(EERDER, zelfde))
        for themas, gemist in (("wonen", "jeugd-2024"), []), (("wonen", "jeugd"), []), (("wonen",), ["Jeugd", "jeugd"]):
            notitie = rapportage(*themas, periode="2023/2024")
            gevonden = S2(attrs.evolve(dossier, rapportages=(notitie,)), DAG)
            assert [een.parameters["thema"] for een in gevonden] == gemist


class TestStrangeTheme:
    """A report speaks of the themes of the policy of its periods."""

    @pytest.mark.parametrize(
        ("periode", "datum", "aantal"),
        [
            ("2024", DAG, 1),
            ("2023", DAG, 0),
            ("2023-07/2024-06", DAG, 0),
            ("2019", DAG, 0),
            ("2024", Date(2026, 1, 1), 0),
        ],
    )
    def test_by_period(self, periode: str, datum: Date | None, aantal: int) -> None:
        dossier = attrs.evolve(make_dossier(), rapportages=(rapportage("jeugd", periode=periode, datum=datum),))
        assert len(list(S3(dossier, DAG))) == aantal

    def test_says_which(self) -> None:
        dossier = attrs.evolve(make_dossier(), rapportages=(rapportage("wonen", "jeugd"),))
        (gevonden,) = S3(dossier, DAG)
        assert (gevonden.pad, gevonden.boodschap) == (
            "rapportages[notitie].ontwikkelingen[1].thema",
            (
                "Notitie vertelt over het thema Jeugd, maar dat staat niet in Beleid 2024-2027; "
                "gebruik een thema van het beleid dat in die periode gold."
            ),
        )


class TestGoalsAndPriorities:
    """A goal has an effect, and a policy has no more priorities than was agreed."""

    def test_a_goal_without_effect(self) -> None:
        doelen = (Doel(id="d1", tekst="Camera's"), Doel(id="d2", tekst="Veilig", effect="Rust op straat."))
        dossier = make_dossier(beleid=(attrs.evolve(NU, doelen=doelen),))
        assert [een.pad for een in S4(dossier, DAG)] == ["beleid[nu].doelen[d1].effect"]

    @pytest.mark.parametrize(("drempel", "aantal"), [(None, 0), (2, 0), (1, 1), (0, 1)])
    def test_priorities(self, drempel: int | None, aantal: int) -> None:
        soorten = (*Prioriteit, None)
        themas = tuple(Thema(id=f"t{nr}", naam="x", prioriteit=een) for nr, een in enumerate(soorten))
        profiel = Profiel(drempels=Drempels(prioriteiten=drempel))
        dossier = attrs.evolve(
            make_dossier(beleid=(attrs.evolve(NU, themas=themas),)),
            gemeente=attrs.evolve(LEEG.gemeente, profiel=profiel),
        )
        gevonden = list(S5(dossier, DAG))
        assert [(een.pad, een.parameters["aantal"]) for een in gevonden] == [("beleid[nu].themas", 2)] * aantal
