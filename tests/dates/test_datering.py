"""Vague dates: the words as said, and a window that holds every day they can mean."""

import datetime as dt
import pickle
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.dates import (
    SEIZOENEN,
    Date,
    Datering,
    Seizoenen,
    add_lidwoord,
    format_datering,
    format_termijn,
    parse_datering,
    parse_periode,
    to_datering,
    to_venster,
)
from ivb.errors import DatumError

SEIZOENEN_VAN_DE_GEMEENTE = Seizoenen(zomer="15-7/31-8", najaar="1-9/31-12")

jaren = st.integers(1, 9999)
nabije_jaren = st.integers(2023, 2025)
dagen = st.integers(1, dt.date.max.toordinal()).map(lambda nummer: Date.fromordinal(nummer).isoformat())
nabije_dagen = st.integers(738_886, 739_616).map(lambda nummer: Date.fromordinal(nummer).isoformat())


def punten(in_jaren: st.SearchStrategy[int], op_dagen: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give days, months, years and seasons as EDTF."""
    return st.one_of(
        in_jaren.map(lambda jaar: f"{jaar:04d}"),
        st.tuples(in_jaren, st.integers(1, 12)).map(lambda paar: f"{paar[0]:04d}-{paar[1]:02d}"),
        st.tuples(in_jaren, st.integers(21, 24)).map(lambda paar: f"{min(paar[0], 9998):04d}-{paar[1]}"),
        op_dagen,
    )


def datering(edtf: str) -> Datering:
    """Give a datering in words that mean nothing by themselves."""
    return Datering(woorden="zoals besproken", edtf=edtf)


def tijdvak(een: str, ander: str) -> str:
    """Give the range of two points, the earlier one first; the point itself when they are the same."""
    begin, eind = sorted((een, ander), key=lambda punt: (datering(punt).venster(), punt))
    return begin if begin == eind else f"{begin}/{eind}"


alle_punten = punten(jaren, dagen)
nabije_punten = punten(nabije_jaren, nabije_dagen)
edtfs = st.one_of(
    st.just("XXXX"),
    alle_punten,
    alle_punten.map(lambda punt: f"../{punt}"),
    alle_punten.map(lambda punt: f"{punt}/.."),
    st.builds(tijdvak, alle_punten, alle_punten),
    st.builds(tijdvak, nabije_punten, nabije_punten),
)
dateringen = edtfs.map(datering)


class TestEdtf:
    """ISO 8601-2: a day, month, year or season, a range of two of them, open at one end, or unknown."""

    @pytest.mark.parametrize(
        ("edtf", "vroegst", "laatst", "woorden"),
        [
            ("2024-04-23", (2024, 4, 23), (2024, 4, 23), "23 april 2024"),
            ("2021-11", (2021, 11, 1), (2021, 11, 30), "november 2021"),
            ("2024-02", (2024, 2, 1), (2024, 2, 29), "februari 2024"),
            ("2024", (2024, 1, 1), (2024, 12, 31), "2024"),
            ("2024-21", (2024, 3, 1), (2024, 5, 31), "voorjaar 2024"),
            ("2024-22", (2024, 6, 1), (2024, 8, 31), "zomer 2024"),
            ("2024-23", (2024, 9, 1), (2024, 11, 30), "najaar 2024"),
            ("2024-24", (2024, 12, 1), (2025, 2, 28), "winter 2024"),
            ("2025-01/2025-06", (2025, 1, 1), (2025, 6, 30), "eerste halfjaar van 2025"),
            ("2024-05/2024-08", (2024, 5, 1), (2024, 8, 31), "tweede tertaal van 2024"),
            ("2024-07/2024-09", (2024, 7, 1), (2024, 9, 30), "derde kwartaal van 2024"),
            ("2024-03/2024-05", (2024, 3, 1), (2024, 5, 31), "maart tot en met mei 2024"),
            ("2024-01/2024-12", (2024, 1, 1), (2024, 12, 31), "januari tot en met december 2024"),
            ("2024-05-01/2024-05-05", (2024, 5, 1), (2024, 5, 5), "1 tot en met 5 mei 2024"),
            ("2022/2025", (2022, 1, 1), (2025, 12, 31), "2022 tot en met 2025"),
            ("2024-23/2025-21", (2024, 9, 1), (2025, 5, 31), "najaar 2024 tot en met voorjaar 2025"),
            ("2024-05/2024-22", (2024, 5, 1), (2024, 8, 31), "mei tot en met zomer 2024"),
            ("2024/2024-06", (2024, 1, 1), (2024, 6, 30), "2024 tot en met juni 2024"),
            ("../2024-06-30", None, (2024, 6, 30), "tot en met 30 juni 2024"),
            ("../2024-06", None, (2024, 6, 30), "tot en met juni 2024"),
            ("2024-23/..", (2024, 9, 1), None, "vanaf najaar 2024"),
            ("XXXX", None, None, "onbekend"),
        ],
    )
    def test_examples(
        self, edtf: str, vroegst: tuple[int, int, int] | None, laatst: tuple[int, int, int] | None, woorden: str
    ) -> None:
        vaag = datering(edtf)
        assert vaag.vroegst == (Date(*vroegst) if vroegst else None)
        assert vaag.laatst == (Date(*laatst) if laatst else None)
        assert format_datering(vaag) == woorden

    @pytest.mark.parametrize(
        "edtf",
        [
            "",
            "2024-13",
            "2024-00",
            "2024-20",
            "2024-25",
            "2024-33",
            "0000",
            "0000-01-01",
            "24",
            "2024-4",
            "2024-H1",
            "2024-W17",
            "2024?",
            "2024~",
            "2024-XX",
            "xxxx",
            "20240423",
            "2024-04-23T12:00",
            "../..",
            "..",
            "/2024",
            "2024/",
            "XXXX/2024",
            "2022/2023/2024",
            "2022/../2024",
            "2024 / 2025",
            "2024\n",
            "\uff12\uff10\uff12\uff14",
        ],
    )
    def test_anything_else_is_refused_with_what_can_be_written(self, edtf: str) -> None:
        with pytest.raises(DatumError, match="is geen EDTF die ivb kent; schrijf een dag als 2024-04-23, een maand"):
            datering(edtf)

    @pytest.mark.parametrize(
        ("edtf", "boodschap"),
        [
            ("2023-02-29", "'2023-02-29' bestaat niet: februari 2023 telt 28 dagen"),
            ("2024/2024-04-31", "'2024-04-31' bestaat niet: april 2024 telt 30 dagen"),
            ("2024/2024", "'2024/2024' begint en eindigt met hetzelfde; schrijf 2024"),
            ("2025/2024", "'2025/2024' eindigt (31 december 2024) voordat het begint (1 januari 2025)"),
            ("2024-23/2024-21", "'2024-23/2024-21' eindigt (31 mei 2024) voordat het begint (1 september 2024)"),
            ("9999-24", "het seizoen 1-12/28-2 van 9999 valt buiten de kalender, die met 9999 eindigt"),
        ],
    )
    def test_impossible_dates_are_refused_with_the_reason(self, edtf: str, boodschap: str) -> None:
        with pytest.raises(DatumError, match=f"^{re.escape(boodschap)}$"):
            datering(edtf)

    @given(dateringen)
    def test_a_window_never_ends_before_it_begins(self, vaag: Datering) -> None:
        assert vaag.vroegst is None or vaag.laatst is None or vaag.vroegst <= vaag.laatst


class TestDutch:
    """What is written in Dutch is read back as the same, and has a canonical EDTF."""

    @given(dateringen)
    def test_written_words_are_read_back(self, vaag: Datering) -> None:
        gelezen = parse_datering(format_datering(vaag))
        assert gelezen.edtf == vaag.edtf
        assert format_datering(gelezen) == gelezen.woorden

    @given(dateringen)
    def test_edtf_is_read_as_itself(self, vaag: Datering) -> None:
        assert parse_datering(vaag.edtf) == Datering(woorden=vaag.edtf, edtf=vaag.edtf)

    @pytest.mark.parametrize(
        "code", ["2024", "2024-H1", "2024-T2", "2024-K3", "2024-05", "2022/2025", "2022-07/2026-06"]
    )
    def test_the_code_of_a_period_means_its_days(self, code: str) -> None:
        vaag, periode = parse_datering(code), parse_periode(code)
        assert (vaag.vroegst, vaag.laatst) == (periode.begindatum, periode.einddatum)

    @pytest.mark.parametrize(
        ("gezegd", "woorden"),
        [
            ("  in het  najaar van 2024 ", "in het  najaar van 2024"),
            ("Vóór de Zomer van 2024", "Vóór de Zomer van 2024"),
            ("vo\u0301o\u0301r 2024", "vo\u0301o\u0301r 2024"),
            ("najaar\N{NO-BREAK SPACE}2024", "najaar\N{NO-BREAK SPACE}2024"),
        ],
    )
    def test_words_stay_as_said(self, gezegd: str, woorden: str) -> None:
        vaag = parse_datering(gezegd)
        assert vaag.woorden == str(vaag) == woorden

    @pytest.mark.parametrize("woorden", ["binnen zes weken", "eind 2024", "zo spoedig mogelijk", "vóór de zomer", ""])
    def test_uncertain_words_are_refused_with_the_way_out(self, woorden: str) -> None:
        with pytest.raises(DatumError) as fout:
            parse_datering(woorden)
        boodschap = str(fout.value)
        assert boodschap.startswith(f"'{woorden}' is geen datering die ivb kent; schrijf een dag (23 april 2024)")
        assert boodschap.endswith(
            "geef de woorden en hun betekenis apart, zoals woorden: eind 2024 en edtf: 2024-10/2024-12"
        )

    @pytest.mark.parametrize(
        ("woorden", "boodschap"),
        [
            ("31 april 2024", "'2024-04-31' bestaat niet: april 2024 telt 30 dagen"),
            ("29 februari 2023", "'2023-02-29' bestaat niet: februari 2023 telt 28 dagen"),
            ("mei tot en met maart 2024", "'2024-05/2024-03' eindigt (31 maart 2024) voordat het begint (1 mei 2024)"),
            ("mei 2024 tot en met mei 2024", "'2024-05/2024-05' begint en eindigt met hetzelfde; schrijf 2024-05"),
            ("derde halfjaar van 2024", "een jaar heeft geen halfjaar met nummer 3"),
        ],
    )
    def test_impossible_words_are_refused_with_the_reason(self, woorden: str, boodschap: str) -> None:
        with pytest.raises(DatumError, match=f"^{re.escape(boodschap)}$"):
            parse_datering(woorden)

    def test_words_that_it_does_not_know_are_refused_with_all_that_it_does(self) -> None:
        verwacht = (
            "'binnenkort' is geen datering die ivb kent; schrijf een dag (23 april 2024), maand (april 2024), "
            "jaar (2024), seizoen (najaar 2024), halfjaar, tertaal of kwartaal (eerste halfjaar van 2024), "
            "vóór de zomer van 2024, vóór, uiterlijk of vanaf 1 mei 2024, maart tot en met mei 2024, of onbekend; "
            "of geef de woorden en hun betekenis apart, zoals woorden: eind 2024 en edtf: 2024-10/2024-12"
        )
        with pytest.raises(DatumError, match=f"^{re.escape(verwacht)}$"):
            parse_datering(" binnenkort ")


class TestPrecision:
    """A sharper datering lies in the wider one; exact is one known day."""

    @given(st.integers(1, dt.date.max.toordinal()).map(dt.date.fromordinal))
    def test_the_sharper_lies_in_the_wider(self, dag: dt.date) -> None:
        jaar, maand = f"{dag.year:04d}", f"{dag.month:02d}"
        kwartaal = f"{jaar}-K{(dag.month + 2) // 3}"
        halfjaar = f"{jaar}-H{(dag.month + 5) // 6}"
        reeks = [parse_datering(tekst) for tekst in (dag.isoformat(), f"{jaar}-{maand}", kwartaal, halfjaar, jaar)]
        for scherp, ruim in pairwise(reeks):
            assert scherp.vroegst
            assert scherp.laatst
            assert ruim.vroegst
            assert ruim.laatst
            assert ruim.vroegst <= scherp.vroegst <= scherp.laatst <= ruim.laatst

    @given(dateringen)
    def test_before_until_and_from_share_the_day_of_what_they_name(self, vaag: Datering) -> None:
        woorden = format_datering(vaag)
        if vaag.vroegst is None or vaag.laatst is None:
            return
        if " tot en met " not in woorden:
            assert parse_datering(f"uiterlijk {woorden}").venster() == (None, vaag.laatst)
            assert parse_datering(f"vanaf {woorden}").venster() == (vaag.vroegst, None)

    @given(nabije_dagen | nabije_jaren.map(str))
    def test_before_ends_the_day_before(self, punt: str) -> None:
        vroegst, ervoor = parse_datering(punt).vroegst, parse_datering(f"vóór {punt}").laatst
        assert vroegst
        assert ervoor
        assert ervoor.toordinal() == vroegst.toordinal() - 1

    @pytest.mark.parametrize(
        ("edtf", "exact", "onbekend"),
        [
            ("2024-04-23", True, False),
            ("2024-04", False, False),
            ("../2024-04-23", False, False),
            ("2024-04-23/..", False, False),
            ("XXXX", False, True),
        ],
    )
    def test_exact_and_unknown(self, edtf: str, exact: bool, onbekend: bool) -> None:  # noqa: FBT001 - a table
        assert datering(edtf).is_exact is exact
        assert datering(edtf).is_onbekend is onbekend


class TestVenster:
    """The window follows the seasons and the summer recess of the municipality."""

    def test_own_seasons(self) -> None:
        vaag = parse_datering("najaar 2024")
        assert vaag.venster(SEIZOENEN_VAN_DE_GEMEENTE) == (Date(2024, 9, 1), Date(2024, 12, 31))
        assert vaag.venster() == vaag.venster(SEIZOENEN) == (vaag.vroegst, vaag.laatst)

    def test_own_seasons_can_make_a_range_impossible(self) -> None:
        vaag = datering("2024-22/2024-06")
        with pytest.raises(DatumError, match="voordat het begint"):
            vaag.venster(SEIZOENEN_VAN_DE_GEMEENTE)

    @pytest.mark.parametrize("woorden", ["vóór de zomer van 2024", "voor het zomerreces 2024"])
    def test_before_the_summer_ends_before_the_recess(self, woorden: str) -> None:
        vaag = parse_datering(woorden)
        assert vaag.venster() == (None, Date(2024, 6, 30))
        assert vaag.venster(zomerreces=dt.date(2024, 7, 13)) == (None, Date(2024, 7, 12))

    def test_own_words_for_before_the_summer_do_too(self) -> None:
        vaag = Datering(woorden="nog vóór de zomer", edtf="../2024-06")
        assert vaag.venster(zomerreces=Date(2024, 7, 13)) == (None, Date(2024, 7, 12))

    @pytest.mark.parametrize("woorden", ["uiterlijk juni 2024", "zomer 2024", "vanaf 2024", "onbekend", "1 mei 2024"])
    def test_no_other_words_look_at_the_recess(self, woorden: str) -> None:
        vaag = parse_datering(woorden)
        assert vaag.venster(zomerreces=Date(2024, 7, 13)) == vaag.venster()

    def test_recess_of_another_year_is_refused(self) -> None:
        with pytest.raises(DatumError, match="eindigt met het zomerreces van 2024, niet dat van 2025"):
            parse_datering("vóór de zomer van 2024").venster(zomerreces=Date(2025, 7, 12))

    def test_recess_is_a_day(self) -> None:
        with pytest.raises(TypeError):
            parse_datering("najaar 2024").venster(zomerreces=dt.datetime(2024, 7, 13, tzinfo=dt.UTC))


class TestValue:
    """A datering is a value: equal when words and meaning are, hashable, picklable, without an order."""

    @given(dateringen)
    def test_pickle_and_repr(self, vaag: Datering) -> None:
        kopie = pickle.loads(pickle.dumps(vaag))  # noqa: S301 - our own bytes
        assert kopie == vaag
        assert hash(kopie) == hash(vaag)
        assert eval(repr(vaag), {"Datering": Datering}) == vaag  # noqa: S307 - our own repr

    def test_no_order(self) -> None:
        with pytest.raises(TypeError):
            _ = datering("2024") < datering("2025")

    @pytest.mark.parametrize(
        "woorden", ["", "  ", "na\nde zomer", "na\tde zomer", "na\x00", "na\ud800", "na\u2028dan", "na\uffff"]
    )
    def test_words_are_one_printable_line(self, woorden: str) -> None:
        with pytest.raises(DatumError, match="schrijf de woorden van de datering op één regel"):
            Datering(woorden=woorden, edtf="2024")


class TestToDatering:
    """A field takes a datering, a day or words."""

    @given(st.integers(1, dt.date.max.toordinal()).map(dt.date.fromordinal))
    def test_a_day_is_exact(self, dag: dt.date) -> None:
        vaag = to_datering(dag)
        assert vaag == Datering(woorden=dag.isoformat(), edtf=dag.isoformat())
        assert vaag.venster() == (dag, dag)
        assert vaag.is_exact

    def test_a_datering_is_returned_as_is(self) -> None:
        vaag = datering("2024")
        assert to_datering(vaag) is vaag

    def test_words_are_read(self) -> None:
        assert to_datering("november 2021").edtf == "2021-11"

    @pytest.mark.parametrize("waarde", [dt.datetime(2024, 4, 23, tzinfo=dt.UTC), 2024, None])
    def test_anything_else_is_refused(self, waarde: object) -> None:
        with pytest.raises(TypeError, match="hier hoort een datum"):
            to_datering(waarde)  # type: ignore[arg-type]


class TestFormatTermijn:
    """A term in the words that were used, with the last day unless they name it."""

    @pytest.mark.parametrize(
        ("woorden", "laatst", "tekst"),
        [
            ("najaar 2024", Date(2024, 11, 30), "najaar 2024, uiterlijk 30 november 2024"),
            ("1 oktober 2024", Date(2024, 10, 1), "1 oktober 2024"),
            ("2024-10-01", Date(2024, 10, 1), "1 oktober 2024"),
            ("uiterlijk 1 oktober 2024", Date(2024, 10, 1), "uiterlijk 1 oktober 2024"),
            ("vanaf 2024", None, "vanaf 2024"),
            ("onbekend", None, "niet afgesproken"),
        ],
    )
    def test_in_words(self, woorden: str, laatst: Date | None, tekst: str) -> None:
        assert format_termijn(parse_datering(woorden), laatst) == tekst

    def test_not_agreed(self) -> None:
        assert format_termijn(None, None) == "niet afgesproken"


class TestToVenster:
    """The time between two days has the name of a period where it is one, and means those days again."""

    @pytest.mark.parametrize(
        ("vroegst", "laatst", "woorden", "edtf"),
        [
            (Date(2025, 11, 1), Date(2025, 11, 30), "november 2025", "2025-11"),
            (Date(2024, 1, 1), Date(2025, 12, 31), "2024 tot en met 2025", "2024/2025"),
            (Date(2024, 1, 1), Date(2024, 6, 30), "eerste halfjaar van 2024", "2024-01/2024-06"),
            (Date(2025, 11, 3), Date(2025, 11, 3), "3 november 2025", "2025-11-03"),
            (Date(2025, 9, 2), Date(2025, 11, 30), "2 september tot en met 30 november 2025", "2025-09-02/2025-11-30"),
            (Date(2025, 9, 1), Date(2025, 11, 29), "1 september tot en met 29 november 2025", "2025-09-01/2025-11-29"),
            (None, Date(2024, 6, 30), "tot en met 30 juni 2024", "../2024-06-30"),
            (Date(2024, 6, 1), None, "vanaf 1 juni 2024", "2024-06-01/.."),
            (None, None, "onbekend", "XXXX"),
        ],
    )
    def test_in_words(self, vroegst: Date | None, laatst: Date | None, woorden: str, edtf: str) -> None:
        assert to_venster(vroegst, laatst) == Datering(woorden=woorden, edtf=edtf)

    @given(st.integers(1, 3_600_000), st.integers(0, 1000))
    def test_means_those_days(self, begin: int, dagen: int) -> None:
        venster = (Date.fromordinal(begin), Date.fromordinal(begin + dagen))
        assert to_venster(*venster).venster() == venster


class TestOfTheMunicipality:
    """A season and the summer are for a municipality to say; a month or a day is the same everywhere."""

    @pytest.mark.parametrize(
        ("woorden", "hangt_af"),
        [
            ("najaar 2024", True),
            ("vóór de zomer van 2024", True),
            ("vanaf winter 2024", True),
            ("maart 2024 tot en met najaar 2024", True),
            ("eerste kwartaal van 2024", False),
            ("vóór 1 juli 2024", False),
            ("2024", False),
            ("onbekend", False),
        ],
    )
    def test_depends(self, woorden: str, *, hangt_af: bool) -> None:
        assert parse_datering(woorden).hangt_van_gemeente_af is hangt_af


class TestLidwoord:
    """A part of the year takes the article that a sentence wants; a month and a year take none."""

    @pytest.mark.parametrize(
        ("woorden", "verwacht"),
        [
            ("eerste halfjaar van 2024", "het eerste halfjaar van 2024"),
            ("derde kwartaal van 2025", "het derde kwartaal van 2025"),
            ("zomer 2024", "de zomer van 2024"),
            ("voorjaar 2025", "het voorjaar van 2025"),
            ("april 2024", "april 2024"),
            ("2024", "2024"),
        ],
    )
    def test_article(self, woorden: str, verwacht: str) -> None:
        assert add_lidwoord(woorden) == verwacht
