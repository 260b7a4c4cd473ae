import datetime
from collections.abc import Callable
from typing import Annotated

import attrs
import pytest
from hypothesis import given, settings

from ivb import Dossier, Gemeente
from ivb.documents.stukken.beleid import view_beleid
from ivb.documents.stukken.jaarplan import view_jaarplan
from ivb.documents.stukken.notitie import view_notitie
from ivb.documents.stukken.raadsbrief import view_raadsbrief
from ivb.documents.stukken.toezeggingenlijst import view_toezeggingenlijst
from ivb.documents.stukken.weergave import (
    Documentweergave,
    Veld,
    Velden,
    Veldregel,
    Weergave,
    iter_velden,
    make_voorbeeld,
    to_velden,
)
from ivb.documents.stukken.weergaven import WEERGAVEN
from ivb.documents.word.opmaak import Opmaak, alineas
from ivb.testing import dossiers

GEMEENTE = Gemeente(naam="Twenterand", code="GM1700", plaats="Vriezenveen")
VIEWS: tuple[Callable[[Dossier], list[Documentweergave]], ...] = (
    lambda dossier: [view_raadsbrief(dossier, een, concept=True) for een in dossier.raadsbrieven],
    lambda dossier: [view_notitie(dossier, een, concept=True) for een in dossier.rapportages],
    lambda dossier: [view_jaarplan(dossier, een, concept=True) for een in dossier.jaarplannen],
    lambda dossier: [view_beleid(dossier, een, concept=True) for een in dossier.beleid],
    lambda dossier: [view_toezeggingenlijst(dossier, peildatum=datetime.date(2026, 1, 1), concept=True)],
)


@attrs.frozen(kw_only=True)
class Naam(Weergave):
    """An item."""

    tekst: Annotated[str, Veld("een naam")]


@attrs.frozen(kw_only=True)
class Proef(Weergave):
    """One field of every kind."""

    vlag: Annotated[bool, Veld("een vlag", moet=True)]
    tekst: Annotated[Opmaak, Veld("een tekst", of=("regels",))]
    regels: Annotated[tuple[str, ...], Veld("regels")]
    namen: Annotated[tuple[Naam, ...], Veld("namen")]
    eerste: Annotated[Naam, Veld("de eerste")]


PROEF = Proef(vlag=True, tekst=alineas(["x"]), regels=("a", "b"), namen=(Naam(tekst="c"),), eerste=Naam(tekst="d"))


def find_vorm(waarde: object) -> object:
    """Give of which types fields are made; of an empty list nothing is known."""
    if isinstance(waarde, dict):
        return {naam: find_vorm(een) for naam, een in waarde.items()}
    return [find_vorm(een) for een in waarde] if isinstance(waarde, list) else type(waarde)


def fits(vorm: object, voorbeeld: object) -> bool:
    """Tell whether fields have exactly the names and the types of an example."""
    if isinstance(voorbeeld, dict) and isinstance(vorm, dict):
        return vorm.keys() == voorbeeld.keys() and all(fits(vorm[naam], voorbeeld[naam]) for naam in vorm)
    if isinstance(voorbeeld, list) and isinstance(vorm, list):
        return all(fits(een, voorbeeld[0]) for een in vorm)
    return vorm == voorbeeld


class TestView:
    """From the class of a view follow its fields, an example of them, and what an author has to know."""

    def test_fields(self) -> None:
        assert to_velden(PROEF) == {
            "vlag": True,
            "tekst": alineas(["x"]),
            "regels": ["a", "b"],
            "namen": [{"tekst": "c"}],
            "eerste": {"tekst": "d"},
        }

    def test_example(self) -> None:
        naam: Velden = {"tekst": ""}
        verwacht = {"vlag": False, "tekst": Opmaak(), "regels": [""], "namen": [naam], "eerste": naam}
        assert make_voorbeeld(Proef) == verwacht

    def test_what_an_author_has_to_know(self) -> None:
        assert list(iter_velden(Proef)) == [
            Veldregel(("vlag",), "ja of nee", Veld("een vlag", moet=True)),
            Veldregel(("tekst",), "opgemaakte tekst", Veld("een tekst", of=("regels",))),
            Veldregel(("regels",), "lijst van teksten", Veld("regels")),
            Veldregel(("namen",), "lijst", Veld("namen")),
            Veldregel(("namen", None, "tekst"), "tekst", Veld("een naam")),
            Veldregel(("eerste",), "groep", Veld("de eerste")),
            Veldregel(("eerste", "tekst"), "tekst", Veld("een naam")),
        ]

    def test_what_is_always_one_paragraph_says_so(self) -> None:
        regel = Veldregel(("kort",), "opgemaakte tekst", Veld("in het kort", een_alinea=True))
        assert regel.uitleg == "opgemaakte tekst van één alinea"
        assert [een.uitleg for een in iter_velden(Proef)] == [een.soort for een in iter_velden(Proef)]

    def test_what_stands_for_it(self) -> None:
        assert [Veld("x").plicht, Veld("x", moet=True).plicht] == ["", "ja"]
        assert Veld("x", moet=True, of=("a",)).plicht == "ja, of a"
        assert Veld("x", moet=True, of=("a", "b", "c")).plicht == "ja, of a, b en c"
        assert [str(een) for een in iter_velden(Proef)][-3:] == ["namen > tekst", "eerste", "eerste > tekst"]

    def test_the_types_of_a_view_are_told_apart(self) -> None:
        vorm = find_vorm(make_voorbeeld(Proef))
        assert fits(find_vorm(to_velden(PROEF)), vorm)
        assert not fits(find_vorm(to_velden(PROEF) | {"vlag": ""}), vorm)
        assert not fits(find_vorm(to_velden(PROEF) | {"namen": [{}]}), vorm)


class TestDocuments:
    """The views of the documents are what their classes say."""

    @given(dossiers(gemeente=GEMEENTE))
    @settings(max_examples=40)
    def test_exactly_the_fields_of_the_class(self, dossier: Dossier) -> None:
        for weergave in (een for view in VIEWS for een in view(dossier)):
            voorbeeld = find_vorm(make_voorbeeld(type(weergave)))
            assert fits(find_vorm(to_velden(weergave)), voorbeeld)

    @pytest.mark.parametrize("document", WEERGAVEN)
    def test_every_meaning_is_told(self, document: str) -> None:
        regels = list(iter_velden(WEERGAVEN[document]))
        assert all(een.veld.betekenis for een in regels)
        boven = {een.pad for een in regels}
        assert all((*een.pad[:-1], naam) in boven for een in regels for naam in een.veld.of)
