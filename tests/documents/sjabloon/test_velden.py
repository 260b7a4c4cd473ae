import datetime
from enum import IntEnum, StrEnum
from types import MappingProxyType

import pytest
from docxtpl import InlineImage, Listing, RichText

from ivb.documents.sjabloon.velden import MAXIMALE_DIEPTE, check_velden
from ivb.documents.word.afbeelding import Afbeelding
from ivb.documents.word.opmaak import Alinea, Opmaak, Stukje, alineas
from ivb.errors import DocumentError
from tests.documents.sjablonen import PNG


class Kleur(StrEnum):
    """A text that is more than a text."""

    ROOD = "rood"


class Getal(IntEnum):
    """A number that is more than a number."""

    EEN = 1


class TestCheckVelden:
    """A template gets texts, whole numbers, truth values, formatted texts, and dicts and tuples of those."""

    def test_copies(self) -> None:
        velden = {"a": "x\r\ny", "b": 3, "c": True, "d": [{"e": ("f",)}], "g": MappingProxyType({"h": alineas(["i"])})}
        assert check_velden(velden) == {
            "a": "x\ny",
            "b": 3,
            "c": True,
            "d": ({"e": ("f",)},),
            "g": {"h": alineas(["i"])},
        }

    def test_gives_plain_values(self) -> None:
        velden = check_velden({"a": Kleur.ROOD, "b": Getal.EEN})
        assert [(type(waarde), waarde) for waarde in velden.values()] == [(str, "rood"), (int, 1)]

    def test_a_picture(self) -> None:
        plaatje = Afbeelding(PNG, "Een kaart", 10)
        assert check_velden({"a": (plaatje,)}) == {"a": (plaatje,)}

    @pytest.mark.parametrize("waarde", [RichText("a"), Listing("a"), InlineImage(None, "a.png")])
    def test_objects_of_docxtpl(self, waarde: object) -> None:
        with pytest.raises(
            DocumentError, match=r"^a: een .* van docxtpl hoort bij een open document, en dat is er niet"
        ):
            check_velden({"a": waarde})

    @pytest.mark.parametrize("waarde", [None, 1.5, b"a", {1}, object(), datetime.date(2024, 4, 23), "a".upper])
    def test_refuses_other_values(self, waarde: object) -> None:
        with pytest.raises(
            DocumentError, match=rf"^secties\[1\]\.kop: een waarde van de soort {type(waarde).__name__} "
        ):
            check_velden({"secties": [{"kop": "a"}, {"kop": waarde}]})

    @pytest.mark.parametrize("naam", ["_geheim", "twee woorden", "", 3])
    def test_refuses_other_names(self, naam: object) -> None:
        with pytest.raises(DocumentError, match=r"^sectie: .* is geen naam van een veld"):
            check_velden({"sectie": {naam: "a"}})
        with pytest.raises(DocumentError, match=r"^de velden: .* is geen naam van een veld"):
            check_velden({naam: "a"})  # type: ignore[dict-item]

    @pytest.mark.parametrize(
        "stukje", [Stukje("a\x00"), Stukje("a", link="http://a\x00"), Stukje("a", link="http://a", tip="\x00")]
    )
    def test_refuses_characters_in_formatted_text(self, stukje: Stukje) -> None:
        with pytest.raises(DocumentError, match=r"^a\.b: teken \d+ is U\+0000"):
            check_velden({"a": {"b": Opmaak((Alinea((Stukje("goed"), stukje)),))}})

    def test_refuses_a_bottomless_value(self) -> None:
        lijst: list[object] = []
        lijst.append(lijst)
        with pytest.raises(DocumentError, match=f"meer dan {MAXIMALE_DIEPTE} lijsten en velden in elkaar"):
            check_velden({"a": lijst})
