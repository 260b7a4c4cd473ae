"""Periods of whole months: one code each, and arithmetic that loses no day."""

import datetime as dt
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates import (
    Date,
    Periode,
    Periodesoort,
    find_maandnummer,
    format_periode,
    join_perioden,
    parse_datering,
    parse_periode,
    to_periode,
)
from ivb.dates.periode import span, uiteinden
from ivb.errors import DatumError

AANTALLEN = {
    Periodesoort.JAAR: 1,
    Periodesoort.HALFJAAR: 2,
    Periodesoort.TERTAAL: 3,
    Periodesoort.KWARTAAL: 4,
    Periodesoort.MAAND: 12,
}

jaren = st.integers(1, 9999)
delen_van_een_jaar = st.one_of(
    [st.builds(Periode.van, jaren, st.just(soort), st.integers(1, aantal)) for soort, aantal in AANTALLEN.items()]
)
bereiken = st.tuples(st.integers(12, 119_999), st.integers(1, 60)).map(
    lambda paar: Periode(paar[0], min(paar[1], 120_000 - paar[0]))
)
hele_jaren = st.tuples(jaren, jaren).map(lambda paar: van_jaren(min(paar), max(paar)))
hoogstens_tien_jaren = st.builds(
    lambda jaar, aantal: van_jaren(jaar, jaar + aantal), st.integers(1, 9990), st.integers(0, 9)
)
perioden = delen_van_een_jaar | bereiken | hele_jaren


def van_jaren(eerste: int, laatste: int) -> Periode:
    """Give the period of these whole years."""
    return span(Periode.van(eerste, Periodesoort.JAAR), Periode.van(laatste, Periodesoort.JAAR))


class TestCode:
    """Every period has exactly one code, and reading it gives that period."""

    @pytest.mark.parametrize(
        ("code", "begin", "eind", "soort", "woorden"),
        [
            ("2024", (2024, 1, 1), (2024, 12, 31), "jaar", "2024"),
            ("2024-H1", (2024, 1, 1), (2024, 6, 30), "halfjaar", "eerste halfjaar van 2024"),
            ("2023-H2", (2023, 7, 1), (2023, 12, 31), "halfjaar", "tweede halfjaar van 2023"),
            ("2024-T2", (2024, 5, 1), (2024, 8, 31), "tertaal", "tweede tertaal van 2024"),
            ("2024-K1", (2024, 1, 1), (2024, 3, 31), "kwartaal", "eerste kwartaal van 2024"),
            ("2024-K3", (2024, 7, 1), (2024, 9, 30), "kwartaal", "derde kwartaal van 2024"),
            ("2024-K4", (2024, 10, 1), (2024, 12, 31), "kwartaal", "vierde kwartaal van 2024"),
            ("2024-02", (2024, 2, 1), (2024, 2, 29), "maand", "februari 2024"),
            ("2023-02", (2023, 2, 1), (2023, 2, 28), "maand", "februari 2023"),
            ("2022/2025", (2022, 1, 1), (2025, 12, 31), "looptijd", "2022 tot en met 2025"),
            ("2022-07/2026-06", (2022, 7, 1), (2026, 6, 30), "looptijd", "juli 2022 tot en met juni 2026"),
            ("2024-02/2024-03", (2024, 2, 1), (2024, 3, 31), "looptijd", "februari tot en met maart 2024"),
            ("2023-07/2024-06", (2023, 7, 1), (2024, 6, 30), "looptijd", "juli 2023 tot en met juni 2024"),
            ("0001", (1, 1, 1), (1, 12, 31), "jaar", "0001"),
            ("9999-12", (9999, 12, 1), (9999, 12, 31), "maand", "december 9999"),
            ("0001/9999", (1, 1, 1), (9999, 12, 31), "looptijd", "0001 tot en met 9999"),
        ],
    )
    def test_examples(
        self, code: str, begin: tuple[int, int, int], eind: tuple[int, int, int], soort: str, woorden: str
    ) -> None:
        periode = parse_periode(code)
        assert (periode.begindatum, periode.einddatum) == (Date(*begin), Date(*eind))
        assert periode.soort == soort
        assert str(periode) == code
        assert format_periode(periode) == woorden

    @given(perioden)
    def test_written_code_is_read_back(self, periode: Periode) -> None:
        assert parse_periode(str(periode)) == periode

    @given(perioden, perioden)
    def test_two_periods_never_share_a_code(self, een: Periode, ander: Periode) -> None:
        assert (str(een) == str(ander)) == (een == ander)

    @given(delen_van_een_jaar)
    def test_code_keeps_the_kind(self, periode: Periode) -> None:
        assert parse_periode(str(periode)).soort is periode.soort

    @given(perioden)
    def test_repr_can_be_evaluated(self, periode: Periode) -> None:
        assert eval(repr(periode), {"parse_periode": parse_periode}) == periode  # noqa: S307 - our own repr

    @given(perioden)
    def test_dutch_words_mean_the_same_days(self, periode: Periode) -> None:
        datering = parse_datering(format_periode(periode))
        assert (datering.vroegst, datering.laatst) == (periode.begindatum, periode.einddatum)


class TestRefusal:
    """A code that is not the one code is refused, and the message says what would be right."""

    @pytest.mark.parametrize(
        ("tekst", "goed"),
        [
            ("2024-h1", "2024-H1"),
            ("2024H1", "2024-H1"),
            ("2024 H1", "2024-H1"),
            ("2024-Q3", "2024-K3"),
            ("2024-5", "2024-05"),
            (" 2024", "2024"),
            ("2024\n", "2024"),
            ("2024/2024", "2024"),
            ("2024-H1/2024-H2", "2024"),
            ("2024-01/2024-06", "2024-H1"),
            ("2024-01/2024-04", "2024-T1"),
            ("2024-04/2024-06", "2024-K2"),
            ("2024-05/2024-05", "2024-05"),
            ("2022-01/2025-12", "2022/2025"),
            ("2022 / 2025", "2022/2025"),
            ("2022/2025-06", "2022-01/2025-06"),
        ],
    )
    def test_another_spelling_is_answered_with_the_code(self, tekst: str, goed: str) -> None:
        with pytest.raises(DatumError) as fout:
            parse_periode(tekst)
        assert str(fout.value) == f"{tekst!r} is niet de code van een periode; schrijf {goed}"
        assert str(parse_periode(goed)) == goed

    @pytest.mark.parametrize(
        ("tekst", "wat"),
        [
            ("2024-13", "'2024-13' is geen maand"),
            ("2024-00", "'2024-00' is geen maand"),
            ("2024-H3", "'2024-H3' is geen halfjaar"),
            ("2024-T4", "'2024-T4' is geen tertaal"),
            ("2024-K5", "'2024-K5' is geen kwartaal"),
            ("2024-K0", "'2024-K0' is geen kwartaal"),
            ("0000", "'0000' is geen jaar"),
            ("2024-01/2024-13", "'2024-13' is geen maand"),
            ("2024/", "'2024/' is geen periode"),
            ("/2024", "'/2024' is geen periode"),
            ("2022/2023/2024", "'2022/2023/2024' is geen periode"),
            ("2024-W17", "'2024-W17' is geen periode"),
            ("2024-05-01", "'2024-05-01' is geen periode"),
            ("24", "'24' is geen periode"),
            ("10000", "'10000' is geen periode"),
            ("eerste halfjaar", "'eerste halfjaar' is geen periode"),
            ("", "'' is geen periode"),
            ("\uff12\uff10\uff12\uff14", "'\uff12\uff10\uff12\uff14' is geen periode"),
            ("2024-\N{KELVIN SIGN}1", "'2024-\N{KELVIN SIGN}1' is geen periode"),
        ],
    )
    def test_anything_else_is_answered_with_examples(self, tekst: str, wat: str) -> None:
        voorbeelden = "een periode schrijft u als 2024, 2024-H1, 2024-T1, 2024-K1, 2024-05 of 2022/2025"
        with pytest.raises(DatumError) as fout:
            parse_periode(tekst)
        assert str(fout.value) == f"{wat}; {voorbeelden}"

    @pytest.mark.parametrize("tekst", ["2025/2022", "2024-06/2024-05", "2024-05/2023"])
    def test_end_before_begin_is_refused(self, tekst: str) -> None:
        with pytest.raises(DatumError, match="een periode eindigt niet voordat zij begint"):
            parse_periode(tekst)

    @pytest.mark.parametrize(("maandnummer", "maanden"), [(24_288, 0), (24_288, -1), (11, 1), (119_999, 2)])
    def test_a_period_lies_in_the_calendar(self, maandnummer: int, maanden: int) -> None:
        with pytest.raises(DatumError, match="in de jaren 0001 tot en met 9999"):
            Periode(maandnummer, maanden)


class TestVan:
    """A year has one year, two half-years, three tertalen, four quarters and twelve months."""

    @pytest.mark.parametrize(("soort", "aantal"), AANTALLEN.items())
    def test_all_numbers_together_are_the_year(self, soort: Periodesoort, aantal: int) -> None:
        delen = tuple(Periode.van(2024, soort, nummer) for nummer in range(1, aantal + 1))
        assert delen == Periode.van(2024, Periodesoort.JAAR).split(soort)

    @pytest.mark.parametrize(
        ("soort", "nummer"),
        [(Periodesoort.JAAR, 2), (Periodesoort.HALFJAAR, 3), (Periodesoort.MAAND, 0), (Periodesoort.LOOPTIJD, 1)],
    )
    def test_other_numbers_are_refused(self, soort: Periodesoort, nummer: int) -> None:
        with pytest.raises(DatumError) as fout:
            Periode.van(2024, soort, nummer)
        assert str(fout.value) == f"een jaar heeft geen {soort} met nummer {nummer}"


class TestValue:
    """A period is a value: equal, hashable and picklable, ordered by first and then by last day."""

    @given(perioden)
    def test_pickle(self, periode: Periode) -> None:
        kopie = pickle.loads(pickle.dumps(periode))  # noqa: S301 - our own bytes
        assert kopie == periode
        assert hash(kopie) == hash(periode)

    @given(perioden, perioden)
    def test_order_is_that_of_the_days(self, een: Periode, ander: Periode) -> None:
        dagen_een, dagen_ander = (een.begindatum, een.einddatum), (ander.begindatum, ander.einddatum)
        assert (een < ander) == (dagen_een < dagen_ander)
        assert (een == ander) == (dagen_een == dagen_ander)

    @given(perioden)
    def test_days_and_months_are_counted(self, periode: Periode) -> None:
        begin, eind = periode.begindatum, periode.einddatum
        assert periode.dagen == (dt.date(*eind.timetuple()[:3]) - dt.date(*begin.timetuple()[:3])).days + 1
        assert periode.maanden == 12 * (eind.year - begin.year) + eind.month - begin.month + 1

    @pytest.mark.parametrize(
        ("code", "dagen"), [("2024", 366), ("2023", 365), ("2024-H1", 182), ("2024-02", 29), ("2022/2025", 1461)]
    )
    def test_days_by_hand(self, code: str, dagen: int) -> None:
        assert parse_periode(code).dagen == dagen


class TestNeighbours:
    """Next and previous are as long, and touch without gap or overlap."""

    @pytest.mark.parametrize(
        ("code", "volgende"),
        [
            ("2024", "2025"),
            ("2024-H2", "2025-H1"),
            ("2024-T3", "2025-T1"),
            ("2024-K1", "2024-K2"),
            ("2024-12", "2025-01"),
            ("2022/2025", "2026/2029"),
            ("2022-07/2026-06", "2026-07/2030-06"),
        ],
    )
    def test_examples(self, code: str, volgende: str) -> None:
        assert str(parse_periode(code).volgende) == volgende
        assert str(parse_periode(volgende).vorige) == code

    @given(perioden.filter(lambda periode: periode.maandnummer + 2 * periode.maanden <= 120_000))
    def test_next_touches_and_previous_undoes_it(self, periode: Periode) -> None:
        volgende = periode.volgende
        assert volgende.vorige == periode
        assert volgende.begindatum.toordinal() == periode.einddatum.toordinal() + 1
        assert volgende.maanden == periode.maanden

    def test_calendar_has_two_ends(self) -> None:
        with pytest.raises(DatumError):
            _ = parse_periode("9999").volgende
        with pytest.raises(DatumError):
            _ = parse_periode("0001").vorige


class TestSplitAndJoin:
    """The parts of a period tile it, and put together they are it again."""

    @given(hoogstens_tien_jaren)
    def test_parts_tile_the_whole(self, periode: Periode) -> None:
        for soort in AANTALLEN:
            delen = periode.split(soort)
            assert {deel.soort for deel in delen} == {soort}
            assert sum(deel.dagen for deel in delen) == periode.dagen
            assert all(deel in periode for deel in delen)
            assert join_perioden(reversed(delen)) == periode

    @given(bereiken)
    def test_every_period_is_made_of_months(self, periode: Periode) -> None:
        maanden = periode.split(Periodesoort.MAAND)
        assert len(maanden) == periode.maanden
        assert join_perioden(maanden) == periode

    @pytest.mark.parametrize(
        ("code", "soort"),
        [
            ("2024-H1", Periodesoort.JAAR),
            ("2024-H1", Periodesoort.TERTAAL),
            ("2024-T2", Periodesoort.KWARTAAL),
            ("2022-07/2026-06", Periodesoort.JAAR),
            ("2022/2025", Periodesoort.LOOPTIJD),
        ],
    )
    def test_a_rest_is_refused(self, code: str, soort: Periodesoort) -> None:
        with pytest.raises(DatumError) as fout:
            parse_periode(code).split(soort)
        assert str(fout.value) == f"{code} is niet te verdelen in delen die elk een {soort} zijn"

    @pytest.mark.parametrize(
        ("codes", "boodschap"),
        [
            (["2024-H1", "2025-H1"], "2024-H1 en 2025-H1 sluiten niet aan"),
            (["2024-H1", "2024"], "2024-H1 en 2024 overlappen"),
            (["2024", "2024"], "2024 en 2024 overlappen"),
            ([], "zonder perioden is er niets samen te voegen"),
        ],
    )
    def test_gap_overlap_and_nothing_are_refused(self, codes: list[str], boodschap: str) -> None:
        with pytest.raises(DatumError, match=f"^{boodschap}"):
            join_perioden(parse_periode(code) for code in codes)


class TestContains:
    """A period contains its days, first and last included, and the periods made of them."""

    @given(perioden, st.integers(-400, 400))
    def test_days(self, periode: Periode, verschil: int) -> None:
        for grens in (periode.begindatum, periode.einddatum):
            ordinaal = min(max(1, grens.toordinal() + verschil), dt.date.max.toordinal())
            dag = dt.date.fromordinal(ordinaal)
            assert (dag in periode) == (periode.begindatum <= dag <= periode.einddatum)

    @given(perioden, perioden)
    def test_periods(self, geheel: Periode, deel: Periode) -> None:
        beide = deel.begindatum in geheel and deel.einddatum in geheel
        assert (deel in geheel) == beide

    @given(bereiken, st.integers(-30, 30), st.integers(1, 30))
    def test_overlap_is_a_shared_month(self, een: Periode, verschil: int, maanden: int) -> None:
        begin = min(max(12, een.maandnummer + verschil), 119_970)
        ander = Periode(begin, maanden)
        gedeeld = set(een.split(Periodesoort.MAAND)) & set(ander.split(Periodesoort.MAAND))
        assert een.overlaps(ander) == ander.overlaps(een) == bool(gedeeld)

    def test_a_moment_is_no_day(self) -> None:
        with pytest.raises(TypeError):
            _ = dt.datetime(2024, 4, 23, tzinfo=dt.UTC) in parse_periode("2024")


class TestToPeriode:
    """A field takes a period or its code."""

    @given(perioden)
    def test_both_give_the_period(self, periode: Periode) -> None:
        assert to_periode(periode) is periode
        assert to_periode(str(periode)) == periode

    @pytest.mark.parametrize("waarde", [2024, None, dt.date(2024, 1, 1)])
    def test_anything_else_is_refused(self, waarde: object) -> None:
        verwacht = f"hier hoort een periode of de code ervan, geen {type(waarde).__name__}"
        with pytest.raises(TypeError, match=f"^{re.escape(verwacht)}$"):
            to_periode(waarde)  # type: ignore[arg-type]


class TestSpan:
    """From one period to another runs from the first day of the one to the last day of the other."""

    @given(perioden)
    def test_the_ends_of_a_period_span_it(self, periode: Periode) -> None:
        assert span(*uiteinden(periode)) == periode


class TestWholeMonths:
    """A period is a number of whole months."""

    @pytest.mark.parametrize(("maandnummer", "maanden"), [(24000.5, 2), (24000, 2.0), (24000, True)])
    def test_anything_else_is_refused(self, maandnummer: float, maanden: float) -> None:
        verwacht = "een periode is een aantal hele maanden; maak haar met parse_periode of Periode.van"
        with pytest.raises(TypeError, match=f"^{re.escape(verwacht)}$"):
            Periode(maandnummer, maanden)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("maandnummer", "maanden"), [(24000, 0), (11, 1), (119_999, 2)])
    def test_outside_the_calendar_is_refused(self, maandnummer: int, maanden: int) -> None:
        verwacht = "een periode telt minstens één maand en ligt in de jaren 0001 tot en met 9999"
        with pytest.raises(DatumError, match=f"^{re.escape(verwacht)}$"):
            Periode(maandnummer, maanden)

    @given(st.dates())
    def test_the_month_of_a_day(self, dag: dt.date) -> None:
        assert find_maandnummer(dag) == Periode.van(dag.year, Periodesoort.MAAND, dag.month).maandnummer
