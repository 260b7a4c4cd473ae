"""What the Algemene termijnenwet does to the end of a term."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ivb import (
    Atwuitzondering,
    Bron,
    Kalenderzekerheid,
    Stapsoort,
    Telrichting,
    Termijn,
    derive_gewone_dag,
    is_vrije_dag,
)
from ivb.dates import Date, add_dagen, to_date
from ivb.rules.feestdagen import INGANG, derive_zekerheid, find_feestdag
from ivb.rules.termijnenwet import apply_atw, derive_atwoordeel
from ivb.testing import datums, termijnen

ZEKER, AANNEMELIJK, ONZEKER = Kalenderzekerheid

# Far enough from both ends of the act's calendar for the longest term that it governs.
dagen = datums().filter(lambda dag: 1966 <= dag.year <= 2198)
# The years of doubtful holidays, and the years after the last decree.
twijfeljaren = st.dates(datetime.date(1966, 1, 1), datetime.date(1983, 12, 31)) | st.dates(
    datetime.date(2028, 12, 1), datetime.date(2040, 12, 31)
)
korte_lengten = st.integers(1, 6)


def maak(lengte: int, eenheid: str = "dagen", grondslag: str = "wet", **velden: object) -> Termijn:
    return Termijn(grondslag=grondslag, lengte=lengte, eenheid=eenheid, **velden)  # type: ignore[arg-type]


def einde(termijn: Termijn, aanvang: Date, geteld: Date | None = None) -> Date:
    return apply_atw(termijn, aanvang, geteld or add_dagen(aanvang, termijn.stap * termijn.lengte))[0]


class TestArticle4Length:
    """The act holds up to and including 90 days, twelve weeks and three months; not in hours, and not in years.

    It does not speak of working days and quarters: one working day is a day here, and one quarter is three months.
    """

    @pytest.mark.parametrize("grondslag", ["wet", "AMvB"])
    @pytest.mark.parametrize(
        ("eenheid", "langst"), [("dagen", 90), ("werkdagen", 90), ("weken", 12), ("maanden", 3), ("kwartalen", 1)]
    )
    def test_the_longest_and_one_more(self, grondslag: str, eenheid: str, langst: int) -> None:
        assert derive_atwoordeel(maak(1, eenheid, grondslag)).geldt
        assert derive_atwoordeel(maak(langst, eenheid, grondslag)).geldt
        oordeel = derive_atwoordeel(maak(langst + 1, eenheid, grondslag))
        assert not oordeel.geldt
        assert str(oordeel.bron) == "Algemene termijnenwet, art. 4 onder a"

    @pytest.mark.parametrize(
        ("termijn", "reden"),
        [
            (maak(91), "de termijn is langer dan 90 dagen"),
            (maak(91, "werkdagen"), "de termijn is langer dan 90 dagen"),
            (maak(13, "weken"), "de termijn is langer dan twaalf weken"),
            (maak(4, "maanden"), "de termijn is langer dan drie maanden"),
            (maak(2, "kwartalen"), "de termijn is langer dan drie maanden"),
            (maak(1, "uren"), "de termijn is omschreven in uren"),
            (maak(1, "jaren"), "de termijn is omschreven in jaren"),
            (maak(4, "jaren"), "de termijn is omschreven in jaren"),
        ],
    )
    def test_the_reason(self, termijn: Termijn, reden: str) -> None:
        oordeel = derive_atwoordeel(termijn)
        assert (oordeel.geldt, oordeel.reden) == (False, reden)
        assert str(oordeel.bron) == "Algemene termijnenwet, art. 4 onder a"

    @given(termijnen(uitzondering=None, grondslag="wet"))
    def test_a_longer_term_is_never_governed_where_a_shorter_is_not(self, termijn: Termijn) -> None:
        langer = maak(termijn.lengte + 1, termijn.eenheid)
        assert derive_atwoordeel(langer).geldt <= derive_atwoordeel(termijn).geldt


class TestArticle4Subject:
    """The act does not hold for when legislation is published, comes into force or expires, nor for detention."""

    @pytest.mark.parametrize(
        ("uitzondering", "bron", "reden"),
        [
            (
                Atwuitzondering.REGELGEVING,
                "Algemene termijnenwet, art. 4 onder b",
                "het gaat om bekendmaking, inwerkingtreding of buitenwerkingtreding van wettelijke voorschriften",
            ),
            (
                Atwuitzondering.VRIJHEIDSBENEMING,
                "Algemene termijnenwet, art. 4 onder c",
                "het gaat om vrijheidsbeneming",
            ),
        ],
    )
    @pytest.mark.parametrize("grondslag", ["wet", "AMvB"])
    def test_by_subject(self, uitzondering: Atwuitzondering, bron: str, reden: str, grondslag: str) -> None:
        oordeel = derive_atwoordeel(maak(3, grondslag=grondslag, uitzondering=uitzondering))
        assert (oordeel.geldt, oordeel.reden, str(oordeel.bron)) == (False, reden, bron)

    @given(termijnen(uitzondering=st.sampled_from(Atwuitzondering)))
    def test_whatever_else_it_is(self, termijn: Termijn) -> None:
        assert not derive_atwoordeel(termijn).geldt


class TestBasis:
    """The act holds for a term in an act, art. 5 for one in an AMvB; a local one is in neither, unless it says so."""

    @pytest.mark.parametrize(
        ("termijn", "geldt", "reden", "bron"),
        [
            (maak(2, "weken"), True, "de termijn staat in een wet", "Algemene termijnenwet, art. 1 lid 1"),
            (maak(2, "weken", "AMvB"), True, "de termijn staat in een AMvB", "Algemene termijnenwet, art. 5"),
            (
                maak(30, grondslag="verordening"),
                False,
                "een verordening is geen wet en geen AMvB",
                "Algemene termijnenwet, art. 1 lid 1",
            ),
            (
                maak(6, "weken", "afspraak"),
                False,
                "een afspraak is geen wet en geen AMvB",
                "Algemene termijnenwet, art. 1 lid 1",
            ),
            (
                maak(30, grondslag="verordening", atw_verklaard=True),
                True,
                "de verordening verklaart die wet zelf van toepassing",
                "de verordening zelf",
            ),
            (
                maak(30, grondslag="afspraak", atw_verklaard=True, bron=Bron(titel="Convenant", vindplaats="art. 8")),
                True,
                "de afspraak verklaart die wet zelf van toepassing",
                "Convenant, art. 8",
            ),
            (
                maak(91, grondslag="verordening", atw_verklaard=True),
                False,
                "de termijn is langer dan 90 dagen",
                "Algemene termijnenwet, art. 4 onder a",
            ),
        ],
    )
    def test_by_basis(self, termijn: Termijn, geldt: bool, reden: str, bron: str) -> None:  # noqa: FBT001
        oordeel = derive_atwoordeel(termijn)
        assert (oordeel.geldt, oordeel.reden, str(oordeel.bron)) == (geldt, reden, bron)

    @given(termijnen(atw_verklaard=False))
    def test_a_local_term_is_never_governed_unless_it_says_so(self, termijn: Termijn) -> None:
        assume(termijn.is_lokaal)
        assert not derive_atwoordeel(termijn).geldt

    @given(termijnen())
    def test_the_direction_makes_no_difference(self, termijn: Termijn) -> None:
        andersom = Telrichting.TERUG if termijn.richting is Telrichting.VOORUIT else Telrichting.VOORUIT
        gedraaid = maak(
            termijn.lengte,
            termijn.eenheid,
            termijn.grondslag,
            richting=andersom,
            uitzondering=termijn.uitzondering,
            atw_verklaard=termijn.atw_verklaard,
            bron=termijn.bron,
        )
        assert derive_atwoordeel(gedraaid) == derive_atwoordeel(termijn)


class TestArticle1:
    """A term that ends on a Saturday, Sunday or holiday runs on; one that is counted back does not."""

    @pytest.mark.parametrize(
        ("geteld", "eind"),
        [
            (Date(2024, 12, 25), Date(2024, 12, 30)),
            (Date(2026, 1, 1), Date(2026, 1, 5)),
            (Date(2027, 5, 5), Date(2027, 5, 10)),
            (Date(2025, 4, 26), Date(2025, 4, 28)),
            (Date(2024, 4, 23), Date(2024, 4, 23)),
        ],
    )
    def test_runs_on(self, geteld: Date, eind: Date) -> None:
        assert einde(maak(2, "weken"), add_dagen(geteld, -14), geteld) == eind

    @given(dagen, korte_lengten.filter(lambda lengte: lengte < 3))
    def test_a_very_short_term_runs_on_and_no_more(self, dag: Date, lengte: int) -> None:
        assert einde(maak(lengte), dag) == derive_gewone_dag(add_dagen(dag, lengte))

    @given(dagen, st.integers(1, 2))
    def test_never_when_counted_back(self, dag: Date, lengte: int) -> None:
        assert einde(maak(lengte, richting="terug"), dag) == add_dagen(dag, -lengte)

    @given(dagen, st.integers(1, 12))
    def test_never_when_counted_back_in_weeks(self, dag: Date, lengte: int) -> None:
        geteld = add_dagen(dag, -7 * lengte)
        assert einde(maak(lengte, "weken", richting="terug"), dag, geteld) == geteld


class TestArticle2:
    """A term of at least three days holds at least two that are none of the three, also when it is counted back."""

    @pytest.mark.parametrize(
        ("aanvang", "lengte", "eind"),
        [
            (Date(2024, 3, 28), 1, Date(2024, 4, 2)),  # too short: it runs on, and no more
            (Date(2024, 3, 28), 2, Date(2024, 4, 2)),
            (Date(2024, 3, 28), 3, Date(2024, 4, 3)),
            (Date(2024, 3, 28), 4, Date(2024, 4, 3)),
            (Date(2024, 3, 28), 5, Date(2024, 4, 3)),
            (Date(2024, 3, 29), 5, Date(2024, 4, 3)),  # it holds two of its own
            (Date(2024, 3, 27), 3, Date(2024, 4, 2)),
            (Date(2024, 12, 24), 3, Date(2024, 12, 31)),
            (Date(2024, 5, 17), 3, Date(2024, 5, 22)),
            (Date(2024, 5, 17), 4, Date(2024, 5, 22)),
            (Date(2024, 5, 17), 5, Date(2024, 5, 22)),
            (Date(2025, 12, 31), 3, Date(2026, 1, 6)),
        ],
    )
    def test_after_an_event(self, aanvang: Date, lengte: int, eind: Date) -> None:
        assert einde(maak(lengte), aanvang) == eind

    @pytest.mark.parametrize(
        ("aanvang", "lengte", "eind"),
        [
            (Date(2024, 4, 15), 2, Date(2024, 4, 13)),
            (Date(2024, 4, 15), 3, Date(2024, 4, 11)),
            (Date(2024, 4, 16), 3, Date(2024, 4, 12)),
            (Date(2024, 4, 2), 4, Date(2024, 3, 27)),
            (Date(2024, 4, 19), 3, Date(2024, 4, 16)),
        ],
    )
    def test_before_an_event(self, aanvang: Date, lengte: int, eind: Date) -> None:
        assert einde(maak(lengte, richting="terug"), aanvang) == eind

    def test_in_working_days(self) -> None:
        """An office works on Good Friday, so that three working days may be two days of the act and Easter."""
        assert einde(maak(3, "werkdagen"), Date(2024, 3, 28), Date(2024, 4, 3)) == Date(2024, 4, 3)
        assert einde(maak(3, "werkdagen"), Date(2024, 3, 28), Date(2024, 4, 2)) == Date(2024, 4, 3)
        assert einde(maak(2, "werkdagen"), Date(2024, 3, 28), Date(2024, 4, 2)) == Date(2024, 4, 2)

    def test_a_week_is_at_least_three_days(self) -> None:
        assert einde(maak(1, "weken"), Date(2024, 3, 28), Date(2024, 3, 30)) == Date(2024, 4, 3)

    @given(dagen, st.integers(3, 90), st.sampled_from(Telrichting))
    def test_there_are_two(self, dag: Date, lengte: int, richting: Telrichting) -> None:
        termijn = maak(lengte, richting=richting)
        assert sum(not is_vrije_dag(een) for een in list_dagen(termijn, dag, einde(termijn, dag))) >= 2

    @given(dagen, korte_lengten, st.sampled_from(Telrichting))
    def test_not_further_than_needed(self, dag: Date, lengte: int, richting: Telrichting) -> None:
        termijn = maak(lengte, richting=richting)
        assert einde(termijn, dag) == tel_met_de_hand(termijn, dag, is_vrij=is_vrije_dag)


def tel_met_de_hand(termijn: Termijn, aanvang: Date, is_vrij: Callable[[Date], bool]) -> Date:
    """Count a term in days as one does with a finger on a calendar."""
    eind = add_dagen(aanvang, termijn.stap * termijn.lengte)
    while termijn.stap > 0 and is_vrij(eind):
        eind = add_dagen(eind, 1)
    while termijn.lengte >= 3 and sum(not is_vrij(dag) for dag in list_dagen(termijn, aanvang, eind)) < 2:
        eind = add_dagen(eind, termijn.stap)
    return eind


def list_dagen(termijn: Termijn, aanvang: Date, eind: Date) -> list[Date]:
    aantal = abs(eind.toordinal() - aanvang.toordinal())
    return [add_dagen(aanvang, termijn.stap * nummer) for nummer in range(1, aantal + 1)]


class TestCertainty:
    """An end is in doubt when it would be another one if the doubtful days were free, or if they were not."""

    @pytest.mark.parametrize(
        ("termijn", "aanvang", "zekerheid"),
        [
            (maak(10), Date(2024, 4, 23), ZEKER),
            (maak(10), Date(2028, 12, 23), AANNEMELIJK),  # ends on 2 January 2029
            (maak(10), Date(2016, 12, 25), ZEKER),  # and this one on 4 January 2017
            (maak(1), Date(2029, 5, 10), ONZEKER),  # on the Friday after Ascension Day
            (maak(4), Date(2029, 5, 10), ONZEKER),  # holds one day beside it
            (maak(5), Date(2029, 5, 10), AANNEMELIJK),  # holds two
            (maak(1), Date(1978, 4, 28), ONZEKER),  # because of a Monday that may have been the Queen's birthday
            (maak(1), Date(1989, 4, 28), AANNEMELIJK),  # that was then a Saturday
            (maak(3), Date(1978, 4, 29), ONZEKER),  # stretched because of that Monday
            (maak(4), Date(1978, 4, 29), AANNEMELIJK),  # it is not needed
            (maak(3, richting="terug"), Date(2024, 4, 15), ZEKER),
            (maak(2, richting="terug"), Date(2029, 5, 13), ZEKER),  # is never moved
            (maak(3, richting="terug"), Date(2029, 5, 14), ONZEKER),
            (maak(3, richting="terug"), Date(1978, 5, 3), ONZEKER),
            (maak(3, richting="terug"), Date(2029, 1, 18), AANNEMELIJK),
        ],
    )
    def test_examples(self, termijn: Termijn, aanvang: Date, zekerheid: Kalenderzekerheid) -> None:
        assert apply_atw(termijn, aanvang, add_dagen(aanvang, termijn.stap * termijn.lengte))[1] is zekerheid

    @given(twijfeljaren.map(to_date), korte_lengten, st.sampled_from(Telrichting))
    @example(Date(1978, 4, 29), 3, Telrichting.VOORUIT)
    @example(Date(1978, 5, 3), 3, Telrichting.TERUG)
    def test_in_doubt_is_what_the_doubtful_days_move(self, dag: Date, lengte: int, richting: Telrichting) -> None:
        def is_twijfel(een: Date) -> bool:
            return derive_zekerheid(een) is ONZEKER

        termijn = maak(lengte, richting=richting)
        eind, zekerheid, _ = apply_atw(termijn, dag, add_dagen(dag, termijn.stap * lengte))
        vrij = tel_met_de_hand(termijn, dag, is_vrij=lambda een: is_vrije_dag(een) or is_twijfel(een))
        gewoon = tel_met_de_hand(termijn, dag, is_vrij=lambda een: is_vrije_dag(een) and not is_twijfel(een))
        assert (zekerheid is ONZEKER) == (len({eind, vrij, gewoon}) > 1)

    @given(dagen, st.integers(1, 90), st.sampled_from(Telrichting))
    def test_a_warning_where_and_only_where_it_is_not_certain(self, dag: Date, n: int, richting: Telrichting) -> None:
        termijn = maak(n, richting=richting)
        eind, zekerheid, stappen = apply_atw(termijn, dag, add_dagen(dag, termijn.stap * n))
        waarschuwingen = [stap for stap in stappen if stap.soort is Stapsoort.ONZEKER]
        assert len(waarschuwingen) == (zekerheid is not ZEKER)
        assert all(stap.datum == eind and str(stap.bron).endswith("art. 3 lid 3") for stap in waarschuwingen)


class TestSteps:
    """Each thing that the act did to the end is said, with its article, and so is each thing that it did not do."""

    GELDT = "de Algemene termijnenwet geldt, want de termijn staat in een"
    MINIMUM = (
        "een termijn van ten minste drie dagen heeft er ten minste twee die geen zaterdag, zondag of feestdag zijn"
    )
    ANDERS = "Dit einde kan anders zijn: niet alle dagen die met een feestdag zijn gelijkgesteld, zijn bekend"

    @staticmethod
    def list_stappen(termijn: Termijn, aanvang: Date) -> list[tuple[str, str, str]]:
        _, _, stappen = apply_atw(termijn, aanvang, add_dagen(aanvang, termijn.stap * termijn.lengte))
        return [
            (stap.soort.value, stap.tekst, str(stap.bron).removeprefix("Algemene termijnenwet, ")) for stap in stappen
        ]

    def test_not_moved(self) -> None:
        assert self.list_stappen(maak(14), Date(2024, 4, 9)) == [
            (
                "niet verlengd",
                f"Niet verlengd: {self.GELDT} wet, maar dinsdag 23 april 2024 is geen zaterdag, zondag of feestdag.",
                "art. 1 lid 1",
            )
        ]

    def test_moved_over_each_kind_of_day(self) -> None:
        assert self.list_stappen(maak(30, grondslag="AMvB"), Date(2024, 11, 25)) == [
            (
                "verlengd",
                f"Verlengd tot en met maandag 30 december 2024: {self.GELDT} AMvB.",
                "art. 5",
            ),
            ("verlengd", "Woensdag 25 december 2024 telt niet als laatste dag: eerste kerstdag.", "art. 3 lid 1"),
            ("verlengd", "Donderdag 26 december 2024 telt niet als laatste dag: tweede kerstdag.", "art. 3 lid 1"),
            (
                "verlengd",
                "Vrijdag 27 december 2024 telt niet als laatste dag: gelijkgestelde dag.",
                "besluit gelijkstelling 2023-2025, Stcrt. 2022, 7812",
            ),
            ("verlengd", "Zaterdag 28 december 2024 telt niet als laatste dag.", "art. 1 lid 1"),
            ("verlengd", "Zondag 29 december 2024 telt niet als laatste dag.", "art. 1 lid 1"),
        ]

    def test_stretched(self) -> None:
        assert self.list_stappen(maak(4), Date(2024, 3, 29)) == [
            (
                "niet verlengd",
                f"Niet verlengd: {self.GELDT} wet, maar dinsdag 2 april 2024 is geen zaterdag, zondag of feestdag.",
                "art. 1 lid 1",
            ),
            (
                "verlengd",
                f"Verlengd tot en met woensdag 3 april 2024: {self.MINIMUM}.",
                "art. 2",
            ),
        ]

    def test_too_short_to_stretch(self) -> None:
        assert self.list_stappen(maak(2), Date(2024, 4, 9))[1:] == [
            (
                "niet verlengd",
                f"Niet verlengd: alleen {self.MINIMUM}.",
                "art. 2",
            )
        ]

    def test_counted_back(self) -> None:
        assert self.list_stappen(maak(14, richting="terug"), Date(2024, 4, 27)) == [
            (
                "niet verlengd",
                f"Niet opgeschoven: {self.GELDT} wet, maar een termijn die wordt teruggerekend, schuift niet op.",
                "art. 1 lid 2",
            )
        ]

    def test_plausible(self) -> None:
        assert self.list_stappen(maak(14), Date(2029, 1, 15))[-1] == (
            "onzeker",
            f"{self.ANDERS}.",
            "art. 3 lid 3",
        )

    def test_in_doubt(self) -> None:
        assert self.list_stappen(maak(14), Date(2029, 4, 27))[-1] == (
            "onzeker",
            f"{self.ANDERS}, en hier valt een dag waarbij dat vaak gebeurt of waarvan het niet zeker is.",
            "art. 3 lid 3",
        )

    @given(dagen, st.integers(1, 90), st.sampled_from(Telrichting))
    @example(Date(2024, 3, 28), 3, Telrichting.VOORUIT)
    @example(Date(2024, 4, 15), 3, Telrichting.TERUG)
    def test_each_step_holds_the_date_after_it(self, dag: Date, lengte: int, richting: Telrichting) -> None:
        termijn = maak(lengte, richting=richting)
        geteld = add_dagen(dag, termijn.stap * lengte)
        eind, _, stappen = apply_atw(termijn, dag, geteld)
        na_artikel_1 = geteld if richting is Telrichting.TERUG else derive_gewone_dag(geteld)
        datums_ = [stap.datum for stap in stappen]
        assert datums_[0] == na_artikel_1
        assert datums_[-1] == eind
        assert set(datums_) == {na_artikel_1, eind}

    @given(dagen, st.integers(1, 90))
    def test_each_day_that_was_passed_is_named_once(self, dag: Date, lengte: int) -> None:
        geteld = add_dagen(dag, lengte)
        _, _, stappen = apply_atw(maak(lengte), dag, geteld)
        passages = [stap for stap in stappen if "telt niet als laatste dag" in stap.tekst]
        gepasseerd = derive_gewone_dag(geteld).toordinal() - geteld.toordinal()
        assert len(passages) == gepasseerd
        namen = [een.naam for een in (find_feestdag(add_dagen(geteld, nummer)) for nummer in range(gepasseerd)) if een]
        assert [stap.tekst.split(": ")[1] for stap in passages if ": " in stap.tekst] == [f"{naam}." for naam in namen]


class TestBeforeTheAct:
    """Days before 1 April 1965 are ordinary but for the weekend; a term that is counted back may reach them."""

    def test_stretched_over_the_border(self) -> None:
        assert einde(maak(3, richting="terug"), Date(1965, 4, 5), Date(1965, 4, 2)) == Date(1965, 4, 1)
        assert einde(maak(3, "weken", richting="terug"), Date(1965, 4, 4), INGANG) == INGANG
        assert einde(maak(3, richting="terug"), Date(1965, 4, 2), INGANG) == Date(1965, 3, 31)

    def test_only_they_are_certain(self) -> None:
        _, zekerheid, _ = apply_atw(maak(3, richting="terug"), Date(1965, 4, 2), INGANG)
        assert zekerheid is AANNEMELIJK  # 31 March is certain, and 1 April is not
