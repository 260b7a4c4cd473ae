"""One converter from one factory, strict both ways (FAULTS of cattrs)."""

import attrs
import pytest
from hypothesis import given

from ivb import Actie, Besluit, Datering, Dossier, Jaarplan, Orgaan, parse_datering
from ivb.files.converter import make_converter
from ivb.files.dumping import dump
from ivb.files.loading import load
from ivb.model.verwijzingen import walk
from ivb.testing import dossiers


class TestStrict:
    """Nothing is turned into something else in silence."""

    @pytest.mark.parametrize(
        ("waarde", "fout"),
        [
            ({"id": "A1", "titel": None}, TypeError),
            ({"id": "A1", "titel": 3}, ValueError),
            ({"id": "A1", "titel": "x", "partners": "abc"}, TypeError),
            ({"id": "A1", "titel": "x", "bedrag": 3.7}, ValueError),
            ({"id": "A1", "titel": "x", "uren": "nee"}, ValueError),
            ({"id": "A1", "titel": "x", "zomaar": 1}, KeyError),
            ({"id": "A1", "titel": "x", "ijkmomenten": [None]}, ValueError),
        ],
    )
    def test_refuses(self, waarde: object, fout: type[Exception]) -> None:
        with pytest.raises(fout):
            make_converter(uit_tekst=False).structure(waarde, Actie)

    def test_texts_are_read_only_where_they_come_from_text(self) -> None:
        waarde = {"id": "A1", "titel": "x", "uren": "3"}
        assert make_converter(uit_tekst=True).structure(waarde, Actie).uren == 3.0
        with pytest.raises(ValueError, match="geen getal"):
            make_converter(uit_tekst=False).structure(waarde, Actie)


class TestOnce:
    """A noun that was read is the noun that its constructor makes: the short way skips nothing."""

    @given(dossiers())
    def test_as_constructed(self, dossier: Dossier) -> None:
        for bron in (dump(dossier), dump(dossier, "json")):
            for noun in walk(load(bron)):
                gegeven = {veld.name: getattr(noun, veld.name) for veld in attrs.fields(type(noun))}
                nieuw = type(noun)(**gegeven)
                assert repr(nieuw) == repr(noun)
                assert hash(nieuw) == hash(noun)

    def test_what_is_missing(self) -> None:
        with pytest.raises(TypeError, match="titel"):
            make_converter(uit_tekst=False).structure({"id": "A1"}, Actie)


class TestWrite:
    """A noun becomes dicts, lists and plain values."""

    def test_plain(self) -> None:
        besluit = Besluit(orgaan=Orgaan.RAAD, datum="november 2021")
        plan = Jaarplan(titel="x", looptijd="2024", vastgesteld=besluit, acties=(Actie(id="A1", titel="y", uren=3),))
        assert make_converter(uit_tekst=False).unstructure(plan) == {
            "looptijd": "2024",
            "titel": "x",
            "vastgesteld": {"orgaan": "raad", "datum": "november 2021"},
            "acties": [{"id": "A1", "titel": "y", "uren": 3.0}],
        }

    @pytest.mark.parametrize(
        ("datering", "geschreven"),
        [
            (parse_datering("najaar 2024"), "najaar 2024"),
            (Datering(woorden="eind 2024", edtf="2024-12"), {"woorden": "eind 2024", "edtf": "2024-12"}),
            (Datering(woorden="mei 2024", edtf="2024-06"), {"woorden": "mei 2024", "edtf": "2024-06"}),
        ],
    )
    def test_words_alone_where_they_say_it_all(self, datering: Datering, geschreven: object) -> None:
        assert make_converter(uit_tekst=False).unstructure(datering) == geschreven

    def test_is_made_once(self) -> None:
        assert make_converter(uit_tekst=True) is make_converter(uit_tekst=True)
        assert make_converter(uit_tekst=True).get_structure_hook(Dossier) is not None
