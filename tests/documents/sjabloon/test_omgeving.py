import pytest
from jinja2 import UndefinedError

from ivb.documents.sjabloon.omgeving import Omgeving
from ivb.documents.sjabloon.velden import Waarde
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import alineas
from ivb.documents.word.wordxml import format_tekst
from ivb.errors import SjabloonError
from tests.documents.sjablonen import PNG

VELDEN: dict[str, Waarde] = {
    "onderwerp": "A & B\tC",
    "aantal": 3,
    "akkoord": True,
    "items": ("een", "twee"),
    "plaatje": Afbeelding(PNG, "Een kaart", 10),
    "sectie": {"kop": "Kop", "items": "x", "inhoud": alineas(["a"])},
}


def vul(bron: str, **erbij: object) -> str:
    return Omgeving(format_tekst).from_string(bron).render(VELDEN | erbij)


class TestOmgeving:
    """Fields are read as they are called, text and whole numbers are printed, and what is missing is an error."""

    @pytest.mark.parametrize(
        ("bron", "uit"),
        [
            ("{{ onderwerp }}", 'A &amp; B</w:t><w:tab/><w:t xml:space="preserve">C'),
            ("{{ aantal }}", "3"),
            ("{{ sectie.kop }} {{ sectie['kop'] }} {{ sectie.items }}", "Kop Kop x"),
            ("{{ items[1] }}", "twee"),
            (
                "{% for i in items %}{{ loop.index }}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}",
                "1een, 2twee",
            ),
            ("{% if akkoord %}ja{% endif %}", "ja"),
            ("{% if sectie.inhoud %}vol{% endif %}", "vol"),
            ("{{ sectie.kop|upper }} {{ sectie.kop|lower }} {{ items|length }}", "KOP kop 2"),
            ("{% if onbekend is defined %}ja{% else %}nee{% endif %}", "nee"),
            ("{{ '<' }}", "&lt;"),
        ],
    )
    def test_prints(self, bron: str, uit: str) -> None:
        assert vul(bron) == uit

    @pytest.mark.parametrize(
        ("bron", "boodschap"),
        [
            ("{{ xyz }}", "het veld ‘xyz’ bestaat niet"),
            ("{{ sectie.xyz }}", "het veld ‘xyz’ bestaat niet; wel: inhoud, items, kop"),
            ("{{ sectie.kopp }}", "het veld ‘kopp’ bestaat niet; bedoelde u ‘kop’?"),
            ("{{ items[2] }}", "het veld ‘2’ bestaat niet; wel: geen enkel veld"),
            ("{{ onderwerp.upper }}", "het veld ‘upper’ bestaat niet; wel: geen enkel veld"),
            ("{% for i in items %}{{ loop.cycle }}{% endfor %}", "het veld ‘cycle’ bestaat niet"),
            ("{% if xyz %}{% endif %}", "het veld ‘xyz’ bestaat niet"),
            ("{% for i in xyz %}{% endfor %}", "het veld ‘xyz’ bestaat niet"),
            ("{{ xyz|upper }}", "het veld ‘xyz’ bestaat niet"),
            ("{{ xyz|length }}", "het veld ‘xyz’ bestaat niet"),
            ("{{ range }}", "het veld ‘range’ bestaat niet"),
        ],
    )
    def test_misses(self, bron: str, boodschap: str) -> None:
        with pytest.raises(UndefinedError) as fout:
            vul(bron)
        assert str(fout.value).startswith(boodschap)

    @pytest.mark.parametrize(
        ("bron", "boodschap"),
        [
            ("{{ akkoord }}", "van de soort bool is niet te tonen; wel: tekst en gehele getallen"),
            ("{{ none }}", "van de soort NoneType is niet te tonen"),
            ("{{ 1.5 }}", "van de soort float is niet te tonen"),
            ("{{ items }}", "van de soort tuple is niet te tonen"),
            ("{{ sectie }}", "van de soort dict is niet te tonen"),
            ("{{ sectie.inhoud }}", "opgemaakte tekst; gebruik {{p … }} in een alinea voor zich"),
            ("{{ plaatje }}", "dit veld is een afbeelding; gebruik {{p … }} in een alinea voor zich"),
            ("{{ items|upper }}", "voor tekst, niet voor een waarde van de soort tuple"),
            ("{{ aantal|length }}", "telt een lijst, geen waarde van de soort int"),
        ],
    )
    def test_refuses(self, bron: str, boodschap: str) -> None:
        with pytest.raises(SjabloonError) as fout:
            vul(bron)
        assert boodschap in str(fout.value)
