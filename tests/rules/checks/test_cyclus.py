"""The checks of the cycle, by hand."""

from typing import Any

import attrs
import pytest

from ivb import (
    Besluit,
    Bevinding,
    Bijlage,
    Dossier,
    Ernst,
    Jaarplan,
    Kader,
    Orgaan,
    Raadsbrief,
    Regel,
    Veiligheidsbeleid,
    Verlenging,
    voorbeeld,
)
from ivb.dates import Date
from ivb.model.verwijzingen import follow
from ivb.rules.checks.cyclus import C1, C2, C3, C4, C5, C6
from tests.rules.dossier import LEEG

DAG = Date(2024, 5, 1)


def beleid(sleutel: str, looptijd: str, raad: str | None = None, **velden: Any) -> Veiligheidsbeleid:  # noqa: ANN401  fields of any kind
    vastgesteld = Besluit(orgaan=Orgaan.RAAD, datum=raad) if raad else None
    velden = {"vastgesteld": vastgesteld, **velden}
    return Veiligheidsbeleid(id=sleutel, titel=f"IVB {sleutel}", looptijd=looptijd, **velden)


def verleng(tot: Date, datum: str | None, orgaan: Orgaan = Orgaan.RAAD) -> Verlenging:
    return Verlenging(einddatum=tot, besluit=Besluit(orgaan=orgaan, datum=datum) if datum else None)


def zoek(regel: Regel, dag: Date = DAG, **velden: Any) -> list[Bevinding]:  # noqa: ANN401  fields of any kind
    dossier: Dossier = attrs.evolve(LEEG, **velden)
    gevonden = list(regel(dossier, dag))
    for een in gevonden:
        follow(dossier, een.pad)
    return gevonden


def kort(gevonden: list[Bevinding]) -> list[tuple[str, str, str]]:
    return [(een.pad, een.ernst.value, een.variant) for een in gevonden]


class TestFourYears:
    """C1: the council sets the goals at least once in four years (Politiewet 2012, art. 38b, first paragraph)."""

    def test_the_example(self) -> None:
        (gevonden,) = C1(voorbeeld(), DAG)
        assert kort([gevonden]) == [("beleid[ivb-2022-2025].vastgesteld.datum", "waarschuwing", "eerder")]
        assert gevonden.boodschap == (
            "De raad stelde Integraal Veiligheidsbeleid 2022-2025 vast (november 2021) en stelt dus uiterlijk november "
            "2025 opnieuw doelen vast, hoewel het beleid loopt tot en met 31 december 2025; plan dat besluit op tijd."
        )

    def test_what_an_audit_office_found_missed(self) -> None:
        alle = (beleid("a", "2013/2016", "17 december 2012"), beleid("b", "2017/2020", "6 maart 2017"))
        gevonden = zoek(C1, Date(2018, 1, 1), beleid=alle)
        assert kort(gevonden) == [("beleid[b].vastgesteld.datum", "fout", "")]
        assert gevonden[0].boodschap == (
            "De raad stelde IVB b vast op 6 maart 2017, maar moest dat uiterlijk 17 december 2016 doen, vier jaar na "
            "IVB a (vastgesteld: 17 december 2012); leg de raad uit waarom het later werd, of kijk de datums na."
        )

    @pytest.mark.parametrize(
        ("eerste", "tweede", "verwacht"),
        [
            ("3 mei 2019", "3 mei 2023", []),
            ("3 mei 2019", "4 mei 2023", [("fout", "")]),
            ("mei 2019", "1 juni 2023", [("waarschuwing", "vaag")]),
            ("3 mei 2019", "juni 2023", [("waarschuwing", "vaag")]),
            ("mei 2019", "1 mei 2023", []),
            ("mei 2019", "2 mei 2023", [("waarschuwing", "onzeker")]),
            ("3 mei 2019", "mei 2023", [("waarschuwing", "onzeker")]),
            ("vóór 4 mei 2019", "2 mei 2023", [("waarschuwing", "onzeker")]),
            ("3 mei 2019", "vóór 1 juni 2023", [("waarschuwing", "onzeker")]),
        ],
    )
    def test_from_adoption_to_adoption(self, eerste: str, tweede: str, verwacht: list[tuple[str, str]]) -> None:
        alle = (beleid("a", "2019/2022", eerste), beleid("b", "2023/2026", tweede))
        gevonden = [een for een in zoek(C1, beleid=alle) if "opvolger" in een.parameters]
        assert [(een.ernst.value, een.variant) for een in gevonden] == verwacht

    @pytest.mark.parametrize(
        ("raad", "peildatum", "verwacht"),
        [
            ("1 januari 2022", DAG, [("waarschuwing", "eerder")]),
            ("31 december 2021", DAG, [("waarschuwing", "eerder")]),
            ("december 2021", DAG, [("info", "misschien eerder")]),
            ("uiterlijk 31 december 2021", DAG, [("info", "misschien eerder")]),
            ("februari 2022", DAG, []),
            ("februari 2022", Date(2026, 2, 28), []),
            ("februari 2022", Date(2026, 3, 1), [("waarschuwing", "verstreken")]),
        ],
    )
    def test_without_a_next(self, raad: str, peildatum: Date, verwacht: list[tuple[str, str]]) -> None:
        een = beleid("a", "2022/2026" if raad.startswith(("1 ", "31 ")) else "2022/2025", raad)
        gevonden = zoek(C1, peildatum, beleid=(een,))
        assert [(een.ernst.value, een.variant) for een in gevonden] == verwacht

    def test_a_later_policy_of_which_the_adoption_is_not_known(self) -> None:
        alle = (beleid("a", "2020/2023", "1 maart 2020"), beleid("b", "2024/2027"))
        assert kort(zoek(C1, beleid=alle)) == [
            ("beleid[a].vastgesteld.datum", "waarschuwing", "denkbaar"),
            ("beleid[b].vastgesteld", "info", "onbekend"),
        ]

    def test_an_extension_by_the_council_may_count(self) -> None:
        verlengd = (verleng(Date(2025, 12, 31), "1 december 2023"),)
        een = beleid("a", "2020/2023", "1 maart 2020", verlengingen=verlengd)
        assert kort(zoek(C1, Date(2024, 2, 1), beleid=(een,)))[0][1:] == ("waarschuwing", "eerder, tenzij")
        assert kort(zoek(C1, DAG, beleid=(een,)))[0][1:] == ("waarschuwing", "verlengd")
        alle = (een, beleid("b", "2026/2029", "1 april 2024"))
        assert kort(zoek(C1, DAG, beleid=alle))[0] == ("beleid[b].vastgesteld.datum", "waarschuwing", "na verlenging")

    def test_an_extension_does_not_reach_for_ever(self) -> None:
        verlengd = (verleng(Date(2030, 12, 31), "1 december 2023"),)
        een = beleid("a", "2020/2023", "1 maart 2020", verlengingen=verlengd)
        assert kort(zoek(C1, Date(2024, 2, 1), beleid=(een,)))[0][1:] == ("waarschuwing", "eerder")
        gevonden = zoek(C1, Date(2029, 1, 1), beleid=(een, beleid("b", "2031/2034")))
        assert kort(gevonden) == [("beleid[a].vastgesteld.datum", "waarschuwing", "denkbaar")]

    def test_when_it_was_adopted_is_not_known(self) -> None:
        zonder = (beleid("a", "2023/2026"), beleid("b", "2019/2022", "onbekend"), beleid("c", "2027/2030"))
        assert sorted(kort(zoek(C1, beleid=zonder))) == [
            ("beleid[a].vastgesteld", "info", "onbekend"),
            ("beleid[b].vastgesteld.datum", "info", "onbekend"),
        ]

    def test_before_the_act(self) -> None:
        alle = (beleid("a", "2005/2008", "1 maart 2005"), beleid("b", "2010/2013", "1 maart 2010"))
        assert kort(zoek(C1, Date(2013, 6, 1), beleid=alle)) == []
        assert C1.vanaf == Date(2013, 1, 1)

    def test_what_is_decided_later_is_not_known(self) -> None:
        alle = (beleid("a", "2020/2023", "1 maart 2020"), beleid("b", "2024/2027", "2 mei 2024"))
        assert kort(zoek(C1, beleid=alle)) == [("beleid[a].vastgesteld.datum", "waarschuwing", "verstreken")]

    def test_no_policy(self) -> None:
        assert zoek(C1) == []


class TestByTheCouncil:
    """C2: the goals are for the council to set."""

    @pytest.mark.parametrize(
        ("orgaan", "datum", "aantal"),
        [
            (Orgaan.RAAD, "1 maart 2022", 0),
            (Orgaan.COLLEGE, "1 maart 2022", 1),
            (Orgaan.BURGEMEESTER, "onbekend", 1),
            (Orgaan.ANDERS, "december 2012", 0),
            (Orgaan.ANDERS, "1 januari 2013", 1),
            (Orgaan.COLLEGE, "2 mei 2024", 0),
        ],
    )
    def test_organ(self, orgaan: Orgaan, datum: str, aantal: int) -> None:
        gevonden = zoek(C2, beleid=(beleid("a", "2022/2025", vastgesteld=Besluit(orgaan=orgaan, datum=datum)),))
        assert kort(gevonden) == [("beleid[a].vastgesteld.orgaan", "waarschuwing", "")] * aantal

    def test_words(self) -> None:
        college = Besluit(orgaan=Orgaan.COLLEGE, datum="maart 2022")
        (gevonden,) = zoek(C2, beleid=(beleid("a", "2022/2025", vastgesteld=college),))
        assert gevonden.boodschap.startswith("IVB a is vastgesteld door het college;")

    def test_no_decision(self) -> None:
        assert zoek(C2, beleid=(beleid("a", "2022/2025"),)) == []


class TestOneAfterTheOther:
    """C3: one policy holds at a time, and the council decides how long."""

    def test_they_follow(self) -> None:
        assert zoek(C3, beleid=(beleid("b", "2022/2025"), beleid("a", "2018/2021"))) == []

    def test_overlap(self) -> None:
        gevonden = zoek(C3, beleid=(beleid("b", "2021/2024"), beleid("a", "2018/2021")))
        assert kort(gevonden) == [("beleid[b].looptijd", "fout", "")]
        assert gevonden[0].boodschap.startswith(
            "IVB b begint op 1 januari 2021, maar IVB a loopt nog tot en met 31 december 2021;"
        )

    def test_overlap_with_one_that_outlasts_the_next(self) -> None:
        alle = (beleid("lang", "2018/2027"), beleid("kort", "2019"), beleid("later", "2022/2025"))
        assert [een.pad for een in zoek(C3, beleid=alle)] == ["beleid[kort].looptijd", "beleid[later].looptijd"]

    def test_overlap_by_an_extension(self) -> None:
        een = beleid("a", "2018/2021", verlengingen=(verleng(Date(2022, 1, 1), "1 december 2021"),))
        alle = (een, beleid("b", "2022/2025"))
        assert kort(zoek(C3, beleid=alle)) == [("beleid[b].looptijd", "fout", "")]
        assert kort(zoek(C3, Date(2021, 11, 30), beleid=alle)) == []

    def test_in_force_later(self) -> None:
        later = Besluit(orgaan=Orgaan.RAAD, datum="29 maart 2023", in_werking="26 september 2023")
        een = beleid("a", "2019/2022", verlengingen=(verleng(Date(2023, 9, 25), "1 december 2022"),))
        assert zoek(C3, beleid=(een, beleid("b", "2023/2026", vastgesteld=later))) == []
        eerder = attrs.evolve(later, in_werking="25 september 2023")
        assert kort(zoek(C3, beleid=(een, beleid("b", "2023/2026", vastgesteld=eerder)))) == [
            ("beleid[b].looptijd", "fout", "")
        ]
        onbekend = attrs.evolve(later, in_werking="onbekend")
        assert len(zoek(C3, beleid=(een, beleid("b", "2023/2026", vastgesteld=onbekend)))) == 1

    def test_gap(self) -> None:
        gevonden = zoek(C3, beleid=(beleid("a", "2018/2021"), beleid("b", "2023/2026")))
        assert kort(gevonden) == [("beleid[b].looptijd", "waarschuwing", "gat")]
        assert "pas op 1 januari 2023, terwijl IVB a tot en met 31 december 2021 liep" in gevonden[0].boodschap

    def test_what_lies_before_the_dossier_is_no_gap(self) -> None:
        assert zoek(C3, beleid=(beleid("a", "2017/2020"), beleid("b", "2022/2025"))) == []

    def test_nothing_after_it(self) -> None:
        een = beleid("a", "2020/2023")
        assert kort(zoek(C3, Date(2024, 1, 1), beleid=(een,))) == [("beleid[a].looptijd", "waarschuwing", "afgelopen")]
        assert zoek(C3, Date(2023, 12, 31), beleid=(een,)) == []

    def test_extensions(self) -> None:
        tot = Date(2026, 6, 30)
        verlengingen = (
            verleng(tot, None),
            verleng(tot, "april 2024", Orgaan.COLLEGE),
            verleng(tot, "onbekend", Orgaan.RAAD),
            verleng(tot, "onbekend", Orgaan.ANDERS),
            verleng(tot, "2 mei 2024", Orgaan.COLLEGE),
            Verlenging(
                einddatum=tot, besluit=Besluit(orgaan=Orgaan.COLLEGE, datum="2024", bekend_sinds=Date(2024, 5, 2))
            ),
        )
        gevonden = zoek(C3, beleid=(beleid("a", "2022/2025", verlengingen=verlengingen),))
        assert kort(gevonden) == [
            ("beleid[a].verlengingen[0].besluit", "fout", "verlenging"),
            ("beleid[a].verlengingen[1].besluit.orgaan", "fout", "orgaan"),
            ("beleid[a].verlengingen[3].besluit.orgaan", "fout", "orgaan"),
        ]
        assert "door een ander orgaan;" in gevonden[2].boodschap

    def test_extension_of_a_policy_that_is_not_known_yet(self) -> None:
        een = beleid("a", "2025/2028", "2 mei 2024", verlengingen=(verleng(Date(2029, 12, 31), None),))
        assert zoek(C3, beleid=(een,)) == []

    def test_the_college_may_extend_a_plan(self) -> None:
        plan = Jaarplan(
            looptijd="2023", titel="Plan", verlengingen=(verleng(Date(2024, 12, 31), "2023", Orgaan.COLLEGE),)
        )
        assert zoek(C3, jaarplannen=(plan,)) == []


class TestPlanInItsPolicy:
    """C4: a plan works out a policy, so it holds in the years of that policy."""

    def test_its_own(self) -> None:
        alle = (beleid("a", "2022/2025"), beleid("b", "2026/2029"))
        binnen = Jaarplan(looptijd="2025", titel="Plan", beleid="a")
        assert zoek(C4, beleid=alle, jaarplannen=(binnen,)) == []
        over = Jaarplan(looptijd="2025/2026", titel="Plan", beleid="a")
        gevonden = zoek(C4, beleid=alle, jaarplannen=(over,))
        assert kort(gevonden) == [("jaarplannen[2025/2026].looptijd", "waarschuwing", "")]
        assert "IVB a (van 1 januari 2022 tot en met 31 december 2025)" in gevonden[0].boodschap
        voor = Jaarplan(looptijd="2025", titel="Plan", beleid="b")
        assert len(zoek(C4, beleid=alle, jaarplannen=(voor,))) == 1

    def test_carried_over(self) -> None:
        plan = Jaarplan(
            looptijd="2025",
            titel="Plan",
            beleid="a",
            verlengingen=(verleng(Date(2026, 1, 1), "1 februari 2024", Orgaan.COLLEGE),),
        )
        alle = (beleid("a", "2022/2025"),)
        assert kort(zoek(C4, beleid=alle, jaarplannen=(plan,))) == [
            ("jaarplannen[2025].verlengingen", "waarschuwing", "")
        ]
        verlengd = beleid("a", "2022/2025", verlengingen=(verleng(Date(2026, 1, 1), "1 april 2024"),))
        assert zoek(C4, beleid=(verlengd,), jaarplannen=(plan,)) == []

    @pytest.mark.parametrize(
        ("looptijd", "aantal"),
        [("2022", 0), ("2021", 0), ("2026", 0), ("2025/2026", 1), ("2030", 1), ("2024/2025", 0), ("2028-T1", 0)],
    )
    def test_without_one_named(self, looptijd: str, aantal: int) -> None:
        """A plan from before the dossier was kept (2022) is not judged: its policy may be unknown."""
        alle = (beleid("b", "2026/2029"), beleid("a", "2022/2025"), beleid("c", "2027"))
        gevonden = zoek(C4, beleid=alle, jaarplannen=(Jaarplan(looptijd=looptijd, id="p", titel="Plan"),))
        assert kort(gevonden) == [("jaarplannen[p].looptijd", "waarschuwing", "zonder")] * aantal

    def test_before_the_first(self) -> None:
        plan = Jaarplan(looptijd="2023", titel="Plan")
        assert len(zoek(C4, beleid=(beleid("a", "2024/2027"),), jaarplannen=(plan,))) == 1

    def test_no_policy_to_hold_it_against(self) -> None:
        plan = Jaarplan(looptijd="2024", titel="Plan")
        assert zoek(C4, jaarplannen=(plan,)) == []
        later = beleid("a", "2024/2027", "2 mei 2024")
        assert zoek(C4, beleid=(later,), jaarplannen=(attrs.evolve(plan, beleid="a"),)) == []


class TestPlanToTheCouncil:
    """C5: a plan is with the council by 1 April of its first year; later is a remark, not an error."""

    def test_the_example(self) -> None:
        (gevonden,) = C5(voorbeeld(), DAG)
        assert kort([gevonden]) == [("raadsbrieven[raadsbrief-2024-04-23].datum", "info", "")]
        assert gevonden.boodschap.startswith(
            "Het plan ‘jaarplan Veiligheid 2024’ ging op 23 april 2024 naar de raad, na 1 april 2024;"
        )
        assert list(C5(voorbeeld(), Date(2024, 4, 22))) == []

    @pytest.mark.parametrize(
        ("dagen", "verwacht"),
        [
            ([Date(2024, 4, 1)], []),
            ([Date(2024, 4, 2)], ["raadsbrieven[0].datum"]),
            ([Date(2024, 4, 20), Date(2024, 4, 10)], ["raadsbrieven[1].datum"]),
            ([Date(2024, 4, 20), Date(2023, 12, 1)], []),
            ([], []),
        ],
    )
    def test_the_first_letter(self, dagen: list[Date], verwacht: list[str]) -> None:
        plan = Jaarplan(looptijd="2024/2025", id="plan", titel="Plan")
        brieven = tuple(
            Raadsbrief(id=f"b{nummer}", datum=dag, onderwerp="Plan", bijlagen=(Bijlage(titel="Plan", document="plan"),))
            for nummer, dag in enumerate(dagen)
        )
        gevonden = zoek(C5, jaarplannen=(plan,), raadsbrieven=brieven)
        assert [een.pad for een in gevonden] == [pad.replace("[", "[b") for pad in verwacht]

    def test_before_the_dossier_was_kept(self) -> None:
        """An earlier letter may be unknown."""
        plan = Jaarplan(looptijd="2021", id="plan", titel="Plan")
        brief = Raadsbrief(
            id="b", datum=Date(2022, 2, 1), onderwerp="Plan", bijlagen=(Bijlage(titel="Plan", document="plan"),)
        )
        assert zoek(C5, jaarplannen=(plan,), raadsbrieven=(brief,)) == []

    @pytest.mark.parametrize(("dag", "aantal"), [(Date(2023, 6, 10), 0), (Date(2023, 7, 1), 0), (Date(2023, 7, 2), 1)])
    def test_a_plan_that_begins_later(self, dag: Date, aantal: int) -> None:
        plan = Jaarplan(looptijd="2023-H2", id="plan", titel="Plan")
        brief = Raadsbrief(id="b", datum=dag, onderwerp="Plan", bijlagen=(Bijlage(titel="Plan", document="plan"),))
        assert len(zoek(C5, jaarplannen=(plan,), raadsbrieven=(brief,))) == aantal


class TestFrameworks:
    """C6: a policy rests on frameworks that still hold."""

    @pytest.mark.parametrize(("einde", "aantal"), [(Date(2024, 4, 30), 1), (DAG, 0), (None, 0)])
    def test_expired(self, einde: Date | None, aantal: int) -> None:
        gevonden = zoek(C6, kaders=(Kader(id="regio", naam="Regioplan", einddatum=einde),))
        assert kort(gevonden) == [("kaders[regio].einddatum", "info", "")] * aantal
        assert all(een.ernst is Ernst.INFO for een in gevonden)
