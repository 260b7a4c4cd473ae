"""What is written is read again as it was, types included, and reads as a person would write it."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb import Actie, Dossier, Jaarplan, Meting, voorbeeld
from ivb.files.dumping import dump, dump_regel, dump_yaml
from ivb.files.loading import load
from ivb.files.yaml_reader import read_yaml
from ivb.testing import dossiers
from ivb.testing.teksten import regels, teksten

FORMATEN: tuple[Literal["yaml", "json"], ...] = ("yaml", "json")


def soorten(waarde: object) -> object:
    """Give the types of a value and of all that is in it."""
    if isinstance(waarde, tuple):
        return tuple(map(soorten, waarde))
    velden = getattr(type(waarde), "__attrs_attrs__", None)
    if velden is None:
        return type(waarde)
    return (type(waarde), *(soorten(getattr(waarde, veld.name)) for veld in velden))


class TestRoundTrip:
    """load(dump(d)) == d, with equal types."""

    @pytest.mark.parametrize("formaat", FORMATEN)
    @given(dossiers())
    def test_identity(self, formaat: Literal["yaml", "json"], dossier: Dossier) -> None:
        terug = load(dump(dossier, formaat))
        assert terug == dossier
        assert soorten(terug) == soorten(dossier)

    @given(dossiers())
    def test_deterministic(self, dossier: Dossier) -> None:
        assert dump(dossier) == dump(load(dump(dossier)))


class TestFormats:
    """There are two formats, and no third."""

    def test_another_is_refused(self) -> None:
        with pytest.raises(ValueError, match="'xml' is geen formaat van ivb; kies uit yaml, json"):
            dump(voorbeeld(), "xml")  # type: ignore[arg-type]


class TestYaml:
    """Any text and any number survives, in a block, between quotes or between brackets."""

    @given(teksten() | regels())
    def test_text(self, tekst: str) -> None:
        gegevens = {"a": tekst, "b": [tekst, {"c": tekst}]}
        assert read_yaml(dump_yaml(gegevens), "f").waarden == gegevens
        assert read_yaml(dump_regel(gegevens), "f").waarden == gegevens
        assert "\n" not in dump_regel(gegevens)

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_number(self, getal: float) -> None:
        dossier = load(
            {
                "bijgehouden_vanaf": "2024-01-01",
                "gemeente": {"naam": "A", "code": "GM0001", "plaats": "B"},
                "indicatoren": [{"id": "i", "naam": "x", "eenheid": "%"}],
                "metingen": [{"indicator": "i", "periode": "2024", "eenheid": "%", "waarde": getal}],
            }
        )
        (meting,) = load(dump(dossier)).metingen
        assert meting.waarde == getal

    @pytest.mark.parametrize(
        ("waarde", "tekst"),
        [
            (3.0, "x: 3\n"),
            (2.5, "x: 2.5\n"),
            (1.125, "x: 1.1250\n"),
            (True, "x: true\n"),
            ("zaak #5", "x: 'zaak #5'\n"),
            ("null", "x: 'null'\n"),
            ("een\ntwee", "x: |-\n  een\n  twee\n"),
            ("een\ntwee\n", "x: |\n  een\n  twee\n"),
            ("een \ntwee", 'x: "een \\ntwee"\n'),
            (["a"], "x:\n  - a\n"),
            ([], "x: []\n"),
        ],
    )
    def test_as_a_person_writes(self, waarde: object, tekst: str) -> None:
        assert dump_yaml({"x": waarde}) == tekst

    def test_on_one_line(self) -> None:
        assert dump_regel({"id": "A1", "uren": 1.125, "namen": ["x y", "a: b"]}) == (
            '{id: A1, uren: 1.1250, namen: [x y, "a: b"]}'
        )


class TestDefaults:
    """What has its default value is left out, so that a file holds what somebody said."""

    def test_left_out(self) -> None:
        assert Actie(id="A1", titel="x").herkomst == "lokaal"
        assert Meting(indicator="i", periode="2024", eenheid="%").volledig
        plan = Jaarplan(titel="x", looptijd="2024", acties=(Actie(id="A1", titel="y"),))
        assert plan.id == "2024"
        assert schrijf_plan(plan) == "looptijd: '2024'\ntitel: x\nacties:\n  - id: A1\n    titel: y\n"


def schrijf_plan(plan: Jaarplan) -> str:
    dossier = load({"bijgehouden_vanaf": "2024-01-01", "gemeente": {"naam": "A", "code": "GM0001", "plaats": "B"}})
    tekst = dump(Dossier(bijgehouden_vanaf=dossier.bijgehouden_vanaf, gemeente=dossier.gemeente, jaarplannen=(plan,)))
    regels_ = tekst.decode().partition("jaarplannen:\n")[2].splitlines(keepends=True)
    return "".join(regel[4:] for regel in regels_)
