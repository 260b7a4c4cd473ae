import pytest

from tests.documents.sjablonen import maak_alinea
from tests.documents.toegankelijkheid.gebreken import (
    KOPRIJ,
    NAAMRUIMTE,
    TEKST,
    maak,
    maak_beeld,
    maak_cel,
    maak_p,
    maak_rij,
    maak_run,
    maak_tabel,
    maak_vml,
)
from tests.documents.toegankelijkheid.lezing import vind_codes, vind_in_tekst

ALT = 'descr="De wijk op een kaart"'
ROOD, GRIJS = '<w:shd w:fill="FF0000"/>', '<w:shd w:fill="EEEEEE"/>'


def decoratief(waarde: str) -> str:
    return f'<a:extLst><a:ext><adec:decorative xmlns:adec="{NAAMRUIMTE["adec"]}" val="{waarde}"/></a:ext></a:extLst>'


def tabel(*cellen: str) -> str:
    return maak_tabel(KOPRIJ, maak_rij(*cellen)) + TEKST


def stip(tekst: str, kleur: str = '<w:color w:val="FF0000"/>') -> str:
    return maak_p(maak_run(tekst, kleur))


class TestPictures:
    """A picture has a text, or is marked as decorative, or is a text itself."""

    @pytest.mark.parametrize(
        "alinea", [maak_beeld(ALT), maak_beeld('title="De wijk"'), maak_beeld("", "", decoratief("1"))]
    )
    def test_right(self, alinea: str) -> None:
        assert vind_in_tekst(alinea) == []

    def test_not_decorative(self) -> None:
        assert vind_in_tekst(maak_beeld("", "", decoratief("0"))) == ["alt-ontbreekt"]

    @pytest.mark.parametrize("alt", ["image1.png", "IMG_0042", "Picture 1", "foto", "C:\\logo.JPG", "grafiek"])
    def test_says_nothing(self, alt: str) -> None:
        assert vind_in_tekst(maak_beeld(f'descr="{alt}"')) == ["alt-nietszeggend"]

    @pytest.mark.parametrize("alt", ["Logo van de gemeente", "Grafiek: meer inbraken in 2023", "Foto van de haven"])
    def test_says_something(self, alt: str) -> None:
        assert vind_in_tekst(maak_beeld(f'descr="{alt}"')) == []

    @pytest.mark.parametrize(
        "vorm",
        [
            '<v:shape alt="De wijk"/>',
            '<v:shape title="De wijk"/>',
            '<v:shape><v:textpath string="CONCEPT"/></v:shape>',
            '<v:rect o:hr="t"/>',
            '<v:group alt="Een schema"><v:shape/><v:oval/></v:group>',
            "<v:shapetype/>",
        ],
    )
    def test_of_older_word(self, vorm: str) -> None:
        assert vind_in_tekst(maak_vml(vorm)) == []

    def test_a_group_without_a_text_is_told_once(self) -> None:
        assert vind_in_tekst(maak_vml("<v:group><v:shape/><v:oval/></v:group>")) == ["alt-ontbreekt"]


class TestColouredCells:
    """An empty cell with a colour of its own in its row tells something by colour alone."""

    @pytest.mark.parametrize(
        "inhoud",
        [
            tabel("a", maak_cel(maak_alinea("rood"), ROOD)),
            tabel(maak_cel(TEKST, GRIJS), maak_cel("<w:p/>", GRIJS)),
            tabel("a", maak_cel("<w:p/>", '<w:shd w:fill="auto"/>')),
            tabel("a", maak_cel("<w:p/>", '<w:shd w:fill="FFFFFF"/>')),
            tabel("a", maak_cel(maak_beeld(ALT), ROOD)),
        ],
    )
    def test_right(self, inhoud: str) -> None:
        assert vind_in_tekst(inhoud) == []

    @pytest.mark.parametrize(
        "kleur", [ROOD, '<w:shd w:fill="auto" w:themeFill="accent2"/>', '<w:shd w:fill="00b050"/>']
    )
    def test_colour_alone(self, kleur: str) -> None:
        assert vind_in_tekst(tabel("a", maak_cel("<w:p/>", kleur))) == ["cel-alleen-kleur"]

    def test_a_row_of_one_cell(self) -> None:
        assert vind_in_tekst(tabel(maak_cel("<w:p/>", ROOD))) == ["cel-alleen-kleur"]


class TestColouredSigns:
    """A coloured dot without a word says nothing to whoever sees no colour."""

    @pytest.mark.parametrize("tekst", ["●", "■ ■", "▲"])
    def test_alone(self, tekst: str) -> None:
        assert vind_in_tekst(tabel("a", maak_cel(stip(tekst)))) == ["teken-alleen-kleur"]

    @pytest.mark.parametrize(
        "cel",
        [
            stip("● rood"),
            stip("●", '<w:color w:val="auto"/>'),
            stip("●", ""),
            maak_alinea("●"),
            maak_p("<w:r><w:rPr><w:color w:val='FF0000'/></w:rPr></w:r>"),
            maak_p(maak_run(" ", '<w:highlight w:val="none"/>')),
        ],
    )
    def test_with_words_or_without_colour(self, cel: str) -> None:
        assert vind_in_tekst(tabel("a", maak_cel(cel))) == []

    def test_coloured_blanks(self) -> None:
        assert vind_codes(maak(tabel("a", maak_cel(stip(" ", ROOD))))) == ["teken-alleen-kleur"]
