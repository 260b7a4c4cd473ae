import pytest

from tests.documents.toegankelijkheid.gebreken import (
    KOPRIJ,
    RIJ,
    TABEL,
    TEKST,
    maak,
    maak_beeld,
    maak_cel,
    maak_rij,
    maak_tabel,
)
from tests.documents.toegankelijkheid.lezing import vind_in_tekst, vind_plaatsen

BREED = '<w:gridSpan w:val="{}"/>'
HOOG = "<w:vMerge/>"
PLAATJE = maak_cel(maak_beeld('descr="Stoplicht"'))


class TestHeader:
    """The header rows are the first, and say of every column but the first what it holds."""

    @pytest.mark.parametrize(
        "tabel",
        [
            TABEL,
            maak_tabel(KOPRIJ, KOPRIJ, RIJ),
            maak_tabel(maak_rij("", "2023", "2024", kop=True), maak_rij("inbraken", "5", "3")),
            maak_tabel(maak_rij("Actie", PLAATJE, kop=True), RIJ),
            maak_tabel(KOPRIJ),
            maak_tabel(maak_rij("a", kop=True), maak_rij("b")),
            maak_tabel(KOPRIJ, f"<w:sdt><w:sdtContent>{RIJ}</w:sdtContent></w:sdt>"),
            maak_tabel(KOPRIJ, maak_rij(maak_cel(TEKST, BREED.format(1)), maak_cel(TEKST, BREED.format("x")))),
        ],
    )
    def test_right(self, tabel: str) -> None:
        assert vind_in_tekst(tabel, TEKST) == []

    @pytest.mark.parametrize("rijen", [(RIJ, KOPRIJ), (KOPRIJ, RIJ, KOPRIJ), (RIJ, KOPRIJ, RIJ)])
    def test_not_on_top(self, rijen: tuple[str, ...]) -> None:
        assert vind_in_tekst(maak_tabel(*rijen), TEKST) == ["tabelkop-niet-bovenaan"]

    def test_a_column_without_one(self) -> None:
        tabel = maak_tabel(maak_rij("a", "", "", kop=True), maak_rij("a", "b", "c"))
        assert vind_in_tekst(tabel, TEKST) == ["tabelkop-leeg"]

    def test_merged_with_the_row_above(self) -> None:
        onder = maak_rij("b", maak_cel("<w:p/>", HOOG), kop=True)
        tabel = maak_tabel(maak_rij("a", maak_cel(TEKST, HOOG), kop=True), onder, RIJ)
        assert vind_in_tekst(tabel, TEKST) == ["cellen-samengevoegd"]


class TestLayout:
    """A table is for data: not for a frame, for columns of text or for a table in it."""

    @pytest.mark.parametrize(
        ("tabel", "code"),
        [
            (maak_tabel(maak_rij("a")), "tabel-een-cel"),
            (maak_tabel(maak_rij("a", kop=True)), "tabel-een-cel"),
            (maak_tabel(maak_rij("a", "b", "c")), "tabel-als-opmaak"),
            (maak_tabel(RIJ, maak_rij(maak_cel(TEKST, BREED.format(2)))), "tabel-als-opmaak"),
            (maak_tabel(RIJ, RIJ, RIJ), "tabel-zonder-kop"),
        ],
    )
    def test_is_told(self, tabel: str, code: str) -> None:
        assert vind_in_tekst(tabel, TEKST) == [code]

    def test_nested(self) -> None:
        binnen = maak_tabel(RIJ, RIJ)
        document = maak(maak_tabel(KOPRIJ, maak_rij("a", maak_cel(binnen + TEKST))), TEKST)
        assert vind_plaatsen(document) == ["hoofdtekst, tabel 2 (‘Buurtbus | adviseur veiligheid’)"]

    def test_floating(self) -> None:
        assert vind_in_tekst(maak_tabel(RIJ, RIJ, eigenschappen="<w:tblpPr/>"), TEKST) == [
            *("tabel-zonder-kop", "tabel-zwevend")
        ]
