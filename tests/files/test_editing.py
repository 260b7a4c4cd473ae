"""What did not change stays as the adviser wrote it, to the letter."""

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.files.dumping import schrijf_yaml
from ivb.files.editing import herschrijf
from ivb.files.yaml_reader import read_yaml

TEKST = """\
# mijn dossier
a: x   # een
b:
  c: "y"  # twee

  # drie
  d: z
lijst:
  # vier
  - id: A1
    t: een
    u: 3 # vijf

  # zes
  - id: A2
    t: |
      twee
      drie
# zeven
  - {id: A3, t: kort}   # acht
namen:
  - p
  # negen
  - q
leeg:
plat: [p, q]
# einde
"""
OUD: dict[str, Any] = {
    "a": "x",
    "b": {"c": "y", "d": "z"},
    "lijst": [{"id": "A1", "t": "een", "u": "3"}, {"id": "A2", "t": "twee\ndrie\n"}, {"id": "A3", "t": "kort"}],
    "namen": ["p", "q"],
    "plat": ["p", "q"],
}


def verschil(nieuw: dict[str, Any], tekst: str = TEKST, oud: dict[str, Any] = OUD) -> list[str]:
    """Change a text, check that it says what it should, and give the lines that differ."""
    gewijzigd = herschrijf(tekst, oud, nieuw)
    gelezen = read_yaml(gewijzigd, "f")
    assert not gelezen.fouten
    assert {naam: waarde for naam, waarde in gelezen.waarden.items() if waarde is not None} == nieuw
    regels = difflib.unified_diff(tekst.splitlines(), gewijzigd.splitlines(), n=0, lineterm="")
    return [regel for regel in regels if not regel.startswith(("---", "+++", "@@"))]


def met(**delen: Any) -> dict[str, Any]:  # noqa: ANN401  plain data
    return OUD | delen


A1, A2, A3 = OUD["lijst"]


class TestNothing:
    """Where nothing changes, nothing changes."""

    def test_same(self) -> None:
        assert herschrijf(TEKST, OUD, OUD) == TEKST


class TestValues:
    """A value changes in its place, and the comment behind it stays."""

    @pytest.mark.parametrize(
        ("nieuw", "regels"),
        [
            (met(a="nieuw: x"), ["-a: x   # een", "+a: 'nieuw: x'   # een"]),
            (met(b={"c": "w", "d": "z"}), ['-  c: "y"  # twee', "+  c: w  # twee"]),
            (met(a="een\ntwee"), ["-a: x   # een", "+# een", "+a: |-", "+  een", "+  twee"]),
            (met(plat=["p", "r s"]), ["-plat: [p, q]", "+plat: [p, r s]"]),
            (met(plat=["p", "r: s"]), ["-plat: [p, q]", '+plat: [p, "r: s"]']),
            (met(leeg="vol"), ["-leeg:", "+leeg: vol"]),
            (met(leeg={"g": "h"}), ["-leeg:", "+leeg:", "+  g: h"][-1:]),
            (met(b={"c": "y"}), ["-  d: z"]),
            (met(b={"c": "y", "d": "z", "e": ["f"]}), ["+  e:", "+    - f"]),
            (met(extra="g"), ["+extra: g"]),
            (met(b={"n": "o"}), ['-  c: "y"  # twee', "-", "-  # drie", "-  d: z", "+  n: o"]),
            (met(b="tekst"), ["-b:", '-  c: "y"  # twee', "-", "-  # drie", "-  d: z", "+b: tekst"]),
        ],
    )
    def test_only_that_line(self, nieuw: dict[str, Any], regels: list[str]) -> None:
        assert verschil(nieuw) == regels


class TestLists:
    """Items keep their text wherever they go; a new one is written like its neighbours; comments stay."""

    @pytest.mark.parametrize(
        ("lijst", "regels"),
        [
            ([A1 | {"u": "4"}, A2, A3], ["-    u: 3 # vijf", "+    u: '4' # vijf"]),
            ([A1, A2, A3 | {"v": "w"}], ["-  - {id: A3, t: kort}   # acht", "+  - {id: A3, t: kort, v: w}   # acht"]),
            ([A1, A3], ["-  - id: A2", "-    t: |", "-      twee", "-      drie"]),
            ([A2, A3], ["-  - id: A1", "-    t: een", "-    u: 3 # vijf"]),
            ([A1, A2, A3, {"id": "A4"}], ["+  - id: A4"]),
            ([{"id": "A2", "v": "w"}], None),
            ([], None),
        ],
    )
    def test_items(self, lijst: list[dict[str, str]], regels: list[str] | None) -> None:
        gevonden = verschil(met(lijst=lijst))
        assert regels is None or gevonden == regels

    def test_every_comment_survives_whatever_goes(self) -> None:
        for lijst in ([A3, A1], [A2], []):
            tekst = herschrijf(TEKST, OUD, met(lijst=lijst))
            assert all(f"# {woord}" in tekst for woord in ("mijn dossier", "een", "vier", "zes", "zeven", "einde"))

    def test_order(self) -> None:
        tekst = herschrijf(TEKST, OUD, met(lijst=[A3, A2, A1]))
        assert [tekst.index(f"id: {sleutel}") for sleutel in ("A3", "A2", "A1")] == sorted(
            tekst.index(f"id: {sleutel}") for sleutel in ("A1", "A2", "A3")
        )

    @pytest.mark.parametrize(
        ("namen", "regels"),
        [
            (["p", "q", "r"], ["+  - r"]),
            (["p", "x"], ["-  - q", "+  - x"]),
            (["q"], ["-  - p"]),
            (["nieuw", "p", "q"], ["+  - nieuw"]),
        ],
    )
    def test_plain_items(self, namen: list[str], regels: list[str]) -> None:
        assert verschil(met(namen=namen)) == regels

    def test_a_blank_line_between_items_is_kept_up(self) -> None:
        tekst = "l:\n  - id: a\n\n  - id: b\n"
        oud = {"l": [{"id": "a"}, {"id": "b"}]}
        assert herschrijf(tekst, oud, {"l": [*oud["l"], {"id": "c"}]}) == "l:\n  - id: a\n\n  - id: b\n\n  - id: c\n"

    def test_a_key_behind_the_dash_makes_way(self) -> None:
        tekst = "l:\n  - a: 1\n    b: 2\n"
        assert herschrijf(tekst, {"l": [{"a": "1", "b": "2"}]}, {"l": [{"b": "2"}]}) == "l:\n  - b: 2\n"

    def test_items_without_id_are_told_apart_by_what_they_say(self) -> None:
        tekst = "l:\n  # een\n  - {p: 1}\n  # twee\n  - {p: 2}\n"
        oud = {"l": [{"p": "1"}, {"p": "2"}]}
        assert herschrijf(tekst, oud, {"l": [{"p": "2"}]}) == "l:\n  # een\n  # twee\n  - {p: 2}\n"


class TestLayout:
    """Line ends, indentation and odd blocks are those of the file."""

    def test_windows(self) -> None:
        assert herschrijf("a: x\r\nb: y\r\n", {"a": "x", "b": "y"}, {"a": "p\nq", "b": "y", "c": "z"}) == (
            "a: |-\r\n  p\r\n  q\r\nb: y\r\nc: z\r\n"
        )

    def test_without_a_last_line_end(self) -> None:
        assert herschrijf("a: x", {"a": "x"}, {"a": "x", "b": "y"}) == "a: x\nb: y\n"
        assert herschrijf("l:\n- x", {"l": ["x"]}, {"l": ["x", "y"]}) == "l:\n- x\n- y\n"

    def test_lists_in_the_column_of_their_key(self) -> None:
        assert herschrijf("l:\n- id: a\n", {"l": [{"id": "a"}]}, {"l": [{"id": "a"}, {"id": "b", "c": ["d"]}]}) == (
            "l:\n- id: a\n- id: b\n  c:\n    - d\n"
        )

    def test_a_block_that_keeps_its_last_lines(self) -> None:
        tekst = "a: |+\n  x\n\nb: y\n"
        assert herschrijf(tekst, {"a": "x\n\n", "b": "y"}, {"a": "x\n\n", "b": "z"}) == "a: |+\n  x\n\nb: z\n"
        assert herschrijf(tekst, {"a": "x\n\n", "b": "y"}, {"a": "w", "b": "y"}) == "a: w\nb: y\n"

    def test_a_value_on_the_next_line(self) -> None:
        assert herschrijf("a:\n  x\nb: y\n", {"a": "x", "b": "y"}, {"a": "z", "b": "y"}) == "a: z\nb: y\n"


WAARDE = st.sampled_from(["x", "zaak #5", "een\ntwee", "\u00a0n", "null", "a: b", "- c"])
ITEM = st.fixed_dictionaries({}, optional={"t": WAARDE, "v": WAARDE, "l": st.lists(WAARDE, max_size=2)})


@st.composite
def gegevens(draw: st.DrawFn) -> dict[str, Any]:
    sleutels = draw(st.lists(st.sampled_from(["A1", "A2", "A3", "A4"]), unique=True, max_size=4))
    return {
        "vast": "x",
        **draw(ITEM),
        "g": {"vast": "y", **draw(ITEM)},
        "los": draw(st.lists(WAARDE, min_size=1, max_size=3)),
        "lijst": [{"id": sleutel, **draw(ITEM)} for sleutel in sleutels],
    }


class TestAnyChange:
    """Whatever changes into whatever, the text says the new and only the new."""

    @given(gegevens(), gegevens())
    def test_says_the_new(self, oud: dict[str, Any], nieuw: dict[str, Any]) -> None:
        gelezen = read_yaml(herschrijf(schrijf_yaml(oud), oud, nieuw), "f")
        assert not gelezen.fouten
        assert gelezen.waarden == nieuw

    @given(gegevens())
    def test_a_change_elsewhere_keeps_every_line(self, oud: dict[str, Any]) -> None:
        regels = "".join(f"{regel}\n" for regel in schrijf_yaml(oud).splitlines())
        gewijzigd = herschrijf(regels, oud, oud | {"vast": "anders"})
        assert gewijzigd == regels.replace("vast: x", "vast: anders", 1)
