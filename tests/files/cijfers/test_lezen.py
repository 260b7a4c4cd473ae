"""The figures of one municipality, whatever the shape of the download, and what was not read."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ivb
from ivb.dates import Date, parse_periode
from ivb.errors import CijferFout
from ivb.files.cijfers.lezen import Cijfers, read_cbs, read_politie
from ivb.files.cijfers.tabellen import CBS

DATA = Path(__file__).parents[2] / "data" / "cijfers"
DAG = Date(2025, 6, 10)
PADDING = {"SoortMisdrijf": 6, "RegioS": 10, "Perioden": 8}
AANTAL, PER_1000 = "TotaalGeregistreerdeMisdrijven_1", "GeregistreerdeMisdrijvenPer1000Inw_3"
MEASURES = {AANTAL: "M004200_2", PER_1000: "M004200_4"}

Cel = float | None


def rij(
    code: str = "1.1.1",
    gebied: str = "GM1700",
    periode: str = "2023JJ00",
    cijfers: Mapping[str, object] = MappingProxyType({AANTAL: 3}),
) -> dict[str, Any]:
    return {"SoortMisdrijf": code, "RegioS": gebied, "Perioden": periode, **cijfers}


def gevuld(velden: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde.ljust(PADDING[naam]) if naam in PADDING else waarde for naam, waarde in velden.items()}


def als_v3(rijen: list[dict[str, Any]]) -> bytes:
    return json.dumps({"value": [{"ID": nummer, **gevuld(velden)} for nummer, velden in enumerate(rijen)]}).encode()


def als_v4(rijen: list[dict[str, Any]]) -> bytes:
    cellen = [
        {"Measure": MEASURES.get(naam, naam), "Value": waarde, "ValueAttribute": "None"}
        | {sleutel: velden[sleutel] for sleutel in PADDING}
        for velden in rijen
        for naam, waarde in velden.items()
        if naam not in PADDING
    ]
    return json.dumps({"value": cellen}).encode()


def als_csv(rijen: list[dict[str, Any]]) -> bytes:
    def cel(waarde: object) -> str:
        breuk = str(waarde).replace(".", ",") if isinstance(waarde, float) else str(waarde)
        return "       ." if waarde is None else breuk

    koppen = ";".join(f'"{naam}"' for naam in rijen[0])
    regels = (";".join(f'"{cel(waarde)}"' for waarde in gevuld(velden).values()) for velden in rijen)
    return "\r\n".join(["\ufeff" + koppen, *regels, ""]).encode()


VORMEN = [als_v3, als_v4, als_csv]


def lees(rijen: list[dict[str, Any]] | bytes, **meer: Any) -> Cijfers:  # noqa: ANN401
    keuzes: dict[str, Any] = {"gemeente": "GM1700", "peildatum": DAG} | meer
    return read_cbs(rijen if isinstance(rijen, bytes) else als_v3(rijen), **keuzes)


def fouten(rijen: list[dict[str, Any]] | bytes, **meer: Any) -> list[str]:  # noqa: ANN401
    with pytest.raises(CijferFout) as gevangen:
        lees(rijen, **meer)
    assert "fout" in str(gevangen.value).splitlines()[0]
    assert "in de cijfers:" in str(gevangen.value)
    return [fout.code for fout in gevangen.value.meldingen]


def lijst(*rijen: dict[str, Any]) -> bytes:
    return json.dumps({"value": rijen}).encode()


def codes(cijfers: Cijfers) -> dict[str, str]:
    return {melding.code: melding.boodschap for melding in cijfers.meldingen}


@st.composite
def tabellen(draw: st.DrawFn) -> list[dict[str, Any]]:
    sleutels = st.tuples(
        st.sampled_from([code for code in CBS.codes if code != "T001161"] + ["1.9.9"]),
        st.sampled_from(["GM1700", "GM1742", "WK170001", "NL01"]),
        st.sampled_from(["2022JJ00", "2023JJ00", "2024JJ00", "2023KW02", "2023MM04"]),
    )
    cijfers = st.tuples(
        st.none() | st.integers(0, 10**6), st.none() | st.integers(0, 9999).map(lambda getal: getal / 10)
    )
    eerste = draw(sleutels.map(lambda sleutel: (sleutel[0], "GM1700", sleutel[2])))
    rest = draw(st.lists(sleutels, max_size=6))
    return [
        rij(*sleutel, dict(zip(MEASURES, draw(cijfers), strict=True))) for sleutel in dict.fromkeys([eerste, *rest])
    ]


class TestThreeShapes:
    """A row that is written in each of the three shapes reads as the same measurement."""

    @given(tabellen())
    def test_are_one(self, rijen: list[dict[str, Any]]) -> None:
        uit_v3, uit_v4, uit_csv = (lees(vorm(rijen)) for vorm in VORMEN)
        assert uit_v3 == uit_v4 == uit_csv

    @given(tabellen())
    def test_every_figure_of_ours_is_there_once(self, rijen: list[dict[str, Any]]) -> None:
        gelezen = {(meting.indicator, str(meting.periode)): meting.waarde for meting in lees(rijen).metingen}
        ids = {AANTAL: "", PER_1000: "-per-1000-inwoners"}
        verwacht = {
            (f"{CBS.codes[een['SoortMisdrijf']]}{staart}", een["Perioden"][:4]): een[kolom]
            for een in rijen
            if een["RegioS"] == "GM1700" and een["Perioden"].endswith("JJ00") and een["SoortMisdrijf"] in CBS.codes
            for kolom, staart in ids.items()
        }
        assert gelezen == verwacht

    @given(tabellen())
    def test_fits_in_a_dossier(self, rijen: list[dict[str, Any]]) -> None:
        cijfers = lees(rijen)
        dossier = ivb.Dossier(
            bijgehouden_vanaf=DAG,
            gemeente=ivb.Gemeente(naam="A", code="GM1700", plaats="A"),
            indicatoren=cijfers.indicatoren,
            metingen=cijfers.metingen,
        )
        assert ivb.load(ivb.dump(dossier)) == dossier


class TestSamples:
    """The samples have the published shape."""

    def test_police_a_year(self) -> None:
        cijfers = read_politie(
            DATA / "47018NED.json",
            "47018NED",
            gemeente="GM1700",
            peildatum=DAG,
            lijsten=[DATA / "47018NED_perioden.json"],
        )
        gelezen = [(een.indicator, str(een.periode), een.waarde, een.voorlopig) for een in cijfers.metingen]
        assert gelezen == [
            ("misdrijven", "2023", 512.0, False),
            ("woninginbraak", "2023", 41.0, False),
            ("woninginbraak", "2024", None, True),
        ]
        assert [een.id for een in cijfers.indicatoren] == ["misdrijven", "woninginbraak"]
        assert {een.bron for een in cijfers.metingen} == {"Politie, tabel 47018NED"}
        assert codes(cijfers).keys() == {"ander-gebied", "andere-code", "optelling"}

    def test_police_a_month(self) -> None:
        cijfers = read_politie(DATA / "47022NED.csv", "47022NED", gemeente="GM1700", peildatum=DAG)
        gelezen = [(str(een.periode), een.waarde, een.voorlopig, een.volledig) for een in cijfers.metingen]
        assert gelezen == [("2025-03", 4.0, True, True), ("2025-04", None, True, False), ("2025-05", 2.0, True, False)]
        assert codes(cijfers)["andere-periode"].count("2025JJ00") == 1

    def test_cbs(self) -> None:
        cijfers = lees((DATA / "83648NED.json").read_bytes(), lijsten=[DATA / "83648NED_perioden.json"])
        gelezen = [
            (een.indicator, str(een.periode), een.waarde, een.per, een.noemer, een.aantal, een.voorlopig)
            for een in cijfers.metingen
        ]
        per_1000 = "misdrijven-cbs-per-1000-inwoners"
        assert gelezen == [
            ("misdrijven-cbs", "2022", 1300.0, None, None, None, False),
            ("misdrijven-cbs", "2023", 1250.0, None, None, None, True),
            ("misdrijven-cbs", "2024", None, None, None, None, True),
            (per_1000, "2022", 38.3, 1000, "inwoners", 1300, False),
            (per_1000, "2023", 36.7, 1000, "inwoners", 1250, True),
            (per_1000, "2024", None, 1000, "inwoners", None, True),
        ]


class TestStatus:
    """What is not known to be final is provisional, and a period that is not over is not whole."""

    def test_without_the_list(self) -> None:
        cijfers = lees([rij()])
        assert cijfers.metingen[0].voorlopig
        assert "2023JJ00" in codes(cijfers)["geen-status"]

    def test_an_unknown_status(self) -> None:
        cijfers = lees([rij()], lijsten=[lijst({"Key": "2023JJ00", "Title": "2023", "Status": "Bijna"})])
        assert cijfers.metingen[0].voorlopig
        assert "Bijna" in codes(cijfers)["onbekende-status"]

    def test_the_year_that_is_not_over(self) -> None:
        assert [een.volledig for een in lees([rij(periode="2024JJ00"), rij(periode="2025JJ00")]).metingen] == [
            True,
            False,
        ]

    def test_a_final_month_is_whole(self) -> None:
        status = lijst({"Key": "2025MM05", "Title": "2025 mei", "Status": "Definitief"})
        (_, _, mei) = read_politie(
            DATA / "47022NED.csv", "47022NED", gemeente="GM1700", peildatum=DAG, lijsten=[status]
        ).metingen
        assert mei.volledig


class TestCodes:
    """The caller may say which codes are read, and as what."""

    def test_own_ids(self) -> None:
        cijfers = lees(
            [rij("CRI1")], codes={"CRI1": "inbraak", "CRI2": "x"}, lijsten=[lijst({"Key": "CRI1", "Title": "Inbraak"})]
        )
        assert [(een.id, een.naam) for een in cijfers.indicatoren] == [("inbraak", "Inbraak")]
        assert codes(cijfers)["ontbrekende-code"].endswith("CRI2")

    def test_a_heading_of_others_is_told(self) -> None:
        cijfers = lees([rij("1"), rij("1.1")], codes={"1": "a", "1.1": "b"})
        assert codes(cijfers)["optelling"].endswith(": 1")

    def test_a_measure_by_its_title(self) -> None:
        namen = lijst({"Identifier": "D7", "Title": "Totaal geregistreerde misdrijven", "Unit": "aantal"})
        assert lees(als_v4([rij(cijfers={"D7": 3})]), lijsten=[namen]).metingen[0].waarde == 3

    def test_a_column_that_counts_something_else(self) -> None:
        cijfers = lees([rij(cijfers={AANTAL: 3, "RegistratiesVanVerdachten_6": 2})])
        assert len(cijfers.metingen) == 1
        assert codes(cijfers)["andere-kolom"].endswith("RegistratiesVanVerdachten_6")

    def test_a_long_list_is_cut(self) -> None:
        cijfers = lees([rij(), *(rij(gebied=f"GM{nummer:04}") for nummer in range(12)), rij(gebied="?")])
        assert codes(cijfers)["ander-gebied"].endswith("GM0009 en nog 2")
        assert codes(cijfers)["onbekend-gebied"].endswith(": ?")


class TestRefused:
    """All that is wrong comes at once."""

    @pytest.mark.parametrize(
        "periode", ["2023", "2023MM13", "2023MM00", "2023JJ01", "2023SJ00", "1899JJ00", "2023JJ00x", "2026JJ00"]
    )
    def test_a_period(self, periode: str) -> None:
        assert fouten([rij(periode=periode)]) == ["periode"]

    @pytest.mark.parametrize("waarde", [-1, 2.5, "3", True])
    def test_a_count(self, waarde: object) -> None:
        assert fouten([rij(cijfers={AANTAL: waarde})]) == ["waarde"]

    def test_a_rate(self) -> None:
        assert fouten([rij(cijfers={PER_1000: -0.5})]) == ["waarde"]

    @pytest.mark.parametrize("merk", ["Confidential", [], 0])
    def test_a_figure_with_a_mark(self, merk: object) -> None:
        bron = json.loads(als_v4([rij()]))
        bron["value"][0]["ValueAttribute"] = merk
        assert fouten(json.dumps(bron).encode()) == ["waarde"]

    def test_another_unit(self) -> None:
        assert fouten([rij()], lijsten=[lijst({"Key": AANTAL, "Title": "x", "Unit": "x 1 000"})]) == ["waarde"]

    def test_a_row_that_stands_twice(self) -> None:
        assert fouten([rij(), rij()]) == ["dubbel"]

    def test_two_codes_are_not_added_up(self) -> None:
        assert fouten([rij("a"), rij("b")], codes={"a": "x", "b": "x"}) == ["indicator"]

    def test_what_is_no_id(self) -> None:
        assert fouten([rij("a")], codes={"a": "x y"}) == ["indicator"]

    def test_another_municipality(self) -> None:
        assert fouten([rij()], gemeente="GM1742") == ["gemeente"]
        assert fouten([rij()], gemeente="Twenterand") == ["gemeente"]

    def test_another_table(self) -> None:
        assert fouten((DATA / "47018NED.json").read_bytes()) == ["tabel"]
        with pytest.raises(CijferFout, match="kies uit 47018NED, 47022NED"):
            read_politie(b"", "1", gemeente="GM1700", peildatum=DAG)

    def test_everything_at_once(self) -> None:
        assert fouten([rij(periode="x"), rij(cijfers={AANTAL: "y"}), rij(cijfers={AANTAL: -1})], lijsten=[b"["]) == [
            "json",
            "periode",
            "waarde",
            "waarde",
        ]


class TestPeriods:
    """Only the periods of the table are read."""

    def test_the_period_of_a_year(self) -> None:
        assert [een.periode for een in lees([rij(), rij(periode="2023KW01")]).metingen] == [parse_periode("2023")]
