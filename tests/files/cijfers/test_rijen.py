"""Three shapes, one kind of row; what cannot be a row is told with its place."""

import io
import json
from pathlib import Path

import pytest

from ivb.errors import BestandError, Plaats
from ivb.files.cijfers import rijen
from ivb.files.cijfers.rijen import read_rijen

DATA = Path(__file__).parents[2] / "data" / "cijfers"
RIJ = {"SoortMisdrijf": "1.1.1 ", "RegioS": "GM1700    ", "Perioden": "2023JJ00"}


def v3(*rijen_: object, **meer: object) -> bytes:
    return json.dumps({"value": list(rijen_), **meer}, indent=1).encode()


def codes(bron: bytes) -> list[str]:
    return [fout.code for fout in read_rijen(bron).fouten]


class TestSources:
    """A path, bytes or a file object."""

    def test_all_read_the_same(self) -> None:
        pad = DATA / "47018NED.json"
        rijen_ = [
            [(rij.code, rij.gebied, rij.periode, rij.cijfers) for rij in read_rijen(bron).rijen]
            for bron in (pad, str(pad), pad.read_bytes(), io.BytesIO(pad.read_bytes()), io.StringIO(pad.read_text()))
        ]
        assert rijen_ == [rijen_[0]] * 5
        assert rijen_[0][0] == ("0.0.0", "GM1700", "2023JJ00", {"GeregistreerdeMisdrijven_1": 512})

    def test_the_table_names_itself(self) -> None:
        assert read_rijen(DATA / "47018NED.json").tabel == "47018NED"
        assert read_rijen(DATA / "83648NED.json").tabel == "83648NED"
        assert read_rijen(DATA / "47022NED.csv").tabel is None

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(BestandError):
            read_rijen(tmp_path / "x.json")

    def test_too_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rijen, "MAX_BYTES", 10)
        assert codes(b"{" + b" " * 20 + b"}") == ["te-groot"]


class TestForm:
    """What is no table of the open data is refused."""

    @pytest.mark.parametrize(
        ("bron", "code"),
        [
            (b"\xff\xfe", "geen-utf-8"),
            (b"", "geen-cijfers"),
            (b"{", "json"),
            (b"[1]", "geen-cijfers"),
            (b'{"value": 3}', "geen-cijfers"),
            (b"een kolom\n1", "geen-cijfers"),
            (b"a;a\n1;2", "geen-cijfers"),
            (v3("x"), "verkeerd-type"),
            (v3(**{"odata.nextLink": "…"}), "onvolledig"),
            (v3(**{"@odata.nextLink": "…"}), "onvolledig"),
            (v3({**RIJ, "Marges": "x"}), "onbekende-kolom"),
            (v3({**RIJ, "Measure": "M1", "Value": 1, "A_1": 2}), "onbekende-kolom"),
            (v3({**RIJ, "Measure": "M1"}), "ontbrekende-kolom"),
            (v3({**RIJ, "WijkenEnBuurten": "x"}), "ontbrekende-kolom"),
            (v3({**RIJ, "A_1": 1}, RIJ), "ontbrekende-kolom"),
            (v3({**RIJ, "Perioden": " "}), "code"),
            (v3({**RIJ, "RegioS": 1700}), "code"),
            (b'a;b\n1;"2', "csv"),
        ],
    )
    def test_refused(self, bron: bytes, code: str) -> None:
        assert codes(bron) == [code]

    def test_a_column_is_reported_once(self) -> None:
        assert codes(v3({**RIJ, "Marges": "x"}, {**RIJ, "Marges": "y"})) == ["onbekende-kolom"]

    def test_every_column_that_is_missing(self) -> None:
        assert codes(v3({"x_1": 1})) == ["ontbrekende-kolom"] * 3

    def test_a_row_with_another_number_of_cells(self) -> None:
        (fout,) = read_rijen(b"SoortMisdrijf;RegioS;Perioden\n\n1.1.1;GM1700\n").fouten
        assert (fout.code, fout.plaats) == ("cellen", Plaats("<bytes>", 3))

    def test_places(self) -> None:
        (breed,) = read_rijen(v3(RIJ)).rijen
        (lang,) = read_rijen(v3({**RIJ, "Measure": "M1", "Value": 3})).rijen
        assert breed.vind("Perioden") == Plaats("<bytes>", 6, 16)
        assert lang.vind("M1") == Plaats("<bytes>", 8, 13)
        assert breed.vind("er niet") == Plaats("<bytes>", 3, 3)


class TestFigures:
    """No value is nothing, and never nought; what can be read in two ways is not read."""

    @pytest.mark.parametrize(("waarde", "cijfer"), [(None, None), (0, 0.0), (3, 3.0), (3.5, 3.5)])
    def test_json(self, waarde: object, cijfer: float | None) -> None:
        assert read_rijen(v3()).lees(waarde) == cijfer

    @pytest.mark.parametrize("waarde", ["3", "       .", True, [], float("nan"), float("inf"), 2**60])
    def test_no_figure_of_json(self, waarde: object) -> None:
        with pytest.raises(ValueError, match=r"is een tekst|is geen getal"):
            read_rijen(v3()).lees(waarde)

    @pytest.mark.parametrize(
        ("tekst", "cijfer"),
        [
            ("", None),
            ("       .", None),
            ("0", 0.0),
            ("      12", 12.0),
            ("3,5", 3.5),
            ("3.5", 3.5),
            ("-0,125", -0.125),
        ],
    )
    def test_csv(self, tekst: str, cijfer: float | None) -> None:
        assert read_rijen(b"a;b").lees(tekst) == cijfer

    @pytest.mark.parametrize("tekst", ["1.234", "1,234", "x", "1e3", "1 234", "..", "\u0663", "9" * 30])
    def test_no_figure_of_csv(self, tekst: str) -> None:
        with pytest.raises(ValueError, match=r"kan een duizendtal|is geen getal"):
            read_rijen(b"a;b").lees(tekst)
