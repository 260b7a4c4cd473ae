"""What did not change stays as the adviser wrote it, to the letter."""

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.files.dumping import dump_yaml
from ivb.files.editing import find_verloren, rewrite
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


def herschreven(tekst: str, oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
    return rewrite(tekst, oud, nieuw).tekst


def verschil(nieuw: dict[str, Any], tekst: str = TEKST, oud: dict[str, Any] = OUD) -> list[str]:
    """Change a text, check that it says what it should, and give the lines that differ."""
    gewijzigd = herschreven(tekst, oud, nieuw)
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
        assert herschreven(TEKST, OUD, OUD) == TEKST


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
            tekst = herschreven(TEKST, OUD, met(lijst=lijst))
            assert all(f"# {woord}" in tekst for woord in ("mijn dossier", "een", "vier", "zes", "zeven", "einde"))

    def test_order(self) -> None:
        tekst = herschreven(TEKST, OUD, met(lijst=[A3, A2, A1]))
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
        assert herschreven(tekst, oud, {"l": [*oud["l"], {"id": "c"}]}) == "l:\n  - id: a\n\n  - id: b\n\n  - id: c\n"

    def test_a_key_behind_the_dash_makes_way(self) -> None:
        tekst = "l:\n  - a: 1\n    b: 2\n"
        assert herschreven(tekst, {"l": [{"a": "1", "b": "2"}]}, {"l": [{"b": "2"}]}) == "l:\n  - b: 2\n"

    def test_items_without_id_are_told_apart_by_what_they_say(self) -> None:
        tekst = "l:\n  # een\n  - {p: 1}\n  # twee\n  - {p: 2}\n"
        oud = {"l": [{"p": "1"}, {"p": "2"}]}
        assert herschreven(tekst, oud, {"l": [{"p": "2"}]}) == "l:\n  # een\n  # twee\n  - {p: 2}\n"


class TestCommentsOfItems:
    """A comment belongs to the item below it, also to the first; one that stands deeper to the item above it."""

    TEKST = """\
l: # lijst
  # over de lijst

  # eerste
  - id: a
    t: x
    # in a
  # tweede
  - id: b
  # slot
# einde
"""
    OUD: dict[str, Any] = {"l": [{"id": "a", "t": "x"}, {"id": "b"}]}  # noqa: RUF012  never changed

    def test_moves_with_its_item(self) -> None:
        a, b = self.OUD["l"]
        assert herschreven(self.TEKST, self.OUD, {"l": [b, {"id": "c"}, a]}) == (
            "l: # lijst\n  # over de lijst\n\n  # tweede\n  - id: b\n  - id: c\n"
            "  # eerste\n  - id: a\n    t: x\n    # in a\n  # slot\n# einde\n"
        )

    def test_a_new_key_comes_after_what_stands_deeper(self) -> None:
        nieuw = self.OUD | {"m": "y"}
        assert herschreven(self.TEKST, self.OUD, nieuw) == self.TEKST.replace("# einde", "m: y\n# einde")
        tekst = "g:\n  t: x\n    # dieper\n  # even diep\n"
        assert herschreven(tekst, {"g": {"t": "x"}}, {"g": {"t": "x", "u": "y"}}) == (
            "g:\n  t: x\n    # dieper\n  u: y\n  # even diep\n"
        )

    def test_stays_when_the_list_goes(self) -> None:
        tekst = "g:\n  t: |\n    x\n  l:\n    # een\n    - a # weg\n\n    # twee\n    - b\n"
        nieuw = {"g": {"t": "x\n"}}
        anders = rewrite(tekst, {"g": {"t": "x\n", "l": ["a", "b"]}}, nieuw)
        assert anders.tekst == "g:\n  t: |\n    x\n  # een\n\n  # twee\n"
        assert find_verloren(tekst, anders) == []


class TestCommentsOfValues:
    """A comment that finds no place behind the new value stands above its key."""

    @pytest.mark.parametrize(
        ("tekst", "anders"),
        [
            ("a: |+   # blok\n  oud\n\n", "# blok\na: nieuw\n"),
            ("a: >- # gevouwen\n  oud\n", "# gevouwen\na: nieuw\n"),
            ("a: # een\n  # twee\n  oud # drie\n", "# een\n# twee\na: nieuw # drie\n"),
            ("- x: 1\n  a: # een\n    oud\n", "- x: 1\n  # een\n  a: nieuw\n"),
            ("a: 'oud # geen'\n", "a: nieuw\n"),
        ],
    )
    def test_moves_above(self, tekst: str, anders: str) -> None:
        if tekst.startswith("-"):
            tekst, anders = f"l:\n{tekst}", f"l:\n{anders}"
            assert herschreven(tekst, {"l": [{"x": "1", "a": "oud"}]}, {"l": [{"x": "1", "a": "nieuw"}]}) == anders
        else:
            assert herschreven(tekst, {"a": "oud"}, {"a": "nieuw"}) == anders


class TestBetweenBrackets:
    """Of a value over several lines only the part that changes is written anew."""

    TEKST = "l: [ # lijst\n  {id: a, t: x}, # een\n  {id: b, p: [q]}, # twee\n]\n"
    OUD: dict[str, Any] = {"l": [{"id": "a", "t": "x"}, {"id": "b", "p": ["q"]}]}  # noqa: RUF012  idem

    @pytest.mark.parametrize(
        ("lijst", "oud", "nieuw"),
        [
            ([{"id": "a", "t": "y z"}, {"id": "b", "p": ["q"]}], "t: x", "t: y z"),
            ([{"id": "a", "t": "x"}, {"id": "b", "p": ["q", "r: s"]}], "[q]", '[q, "r: s"]'),
            ([{"id": "a", "t": "x", "u": "v"}, {"id": "b", "p": ["q"]}], "t: x", "t: x, u: v"),
            ([{"id": "a"}, {"id": "b", "p": ["q"]}], "{id: a, t: x}", "{id: a}"),
            ([{"id": "a", "t": {"v": "w"}}, {"id": "b", "p": ["q"]}], "t: x", "t: {v: w}"),
            ([{"id": "a", "t": "x"}, {"id": "b", "p": "q"}], "[q]", "q"),
            ([{"id": "a", "t": "x"}, {"id": "b", "p": ["q"]}, {"id": "c"}], "[q]}", "[q]}, {id: c}"),
        ],
    )
    def test_only_that_part(self, lijst: list[Any], oud: str, nieuw: str) -> None:
        assert herschreven(self.TEKST, self.OUD, {"l": lijst}) == self.TEKST.replace(oud, nieuw)

    def test_a_key_without_value(self) -> None:
        tekst, oud = "g: {a: , b: x}\n", {"g": {"b": "x"}}
        assert herschreven(tekst, oud, {"g": {"b": "y"}}) == "g: {a: , b: y}\n"
        assert herschreven(tekst, oud, {"g": {"b": "x", "a": "z"}}) == "g: {b: x, a: z}\n"

    def test_when_an_item_goes_the_lost_comments_are_named(self) -> None:
        anders = rewrite(self.TEKST, self.OUD, {"l": self.OUD["l"][1:]})
        assert anders.tekst == "l: [{id: b, p: [q]}]\n"
        assert find_verloren(self.TEKST, anders) == ["# lijst", "# een", "# twee"]


class TestLost:
    """The comments in what goes go with it; only others are missed."""

    def test_an_item_and_a_key(self) -> None:
        for nieuw in (met(lijst=[A2, A3]), {naam: waarde for naam, waarde in OUD.items() if naam != "a"}):
            assert find_verloren(TEKST, rewrite(TEKST, OUD, nieuw)) == []

    def test_a_group_that_becomes_something_else(self) -> None:
        assert find_verloren(TEKST, rewrite(TEKST, OUD, met(b="tekst"))) == ["# twee", "# drie"]

    def test_a_text_is_no_comment(self) -> None:
        tekst = "a: |\n  # x\nb: '# y'\nc: z#z\n"
        anders = rewrite(tekst, {"a": "# x\n", "b": "# y", "c": "z#z"}, {"a": "p", "b": "q", "c": "r"})
        assert find_verloren(tekst, anders) == []


class TestPairs:
    """A plan that is given another id is known by its years."""

    def test_by_years(self) -> None:
        tekst = "l:\n  # een\n  - looptijd: 2024 # jaar\n  # twee\n  - looptijd: 2025\n"
        oud = {"l": [{"looptijd": "2024"}, {"looptijd": "2025"}]}
        nieuw = {"l": [{"looptijd": "2024", "id": "p"}, {"looptijd": "2025"}, {"id": "q"}]}
        assert herschreven(tekst, oud, nieuw) == tekst.replace("# jaar\n", "# jaar\n    id: p\n") + "  - id: q\n"


class TestLayout:
    """Line ends, indentation and odd blocks are those of the file."""

    def test_windows(self) -> None:
        assert herschreven("a: x\r\nb: y\r\n", {"a": "x", "b": "y"}, {"a": "p\nq", "b": "y", "c": "z"}) == (
            "a: |-\r\n  p\r\n  q\r\nb: y\r\nc: z\r\n"
        )

    def test_without_a_last_line_end(self) -> None:
        assert herschreven("a: x", {"a": "x"}, {"a": "x", "b": "y"}) == "a: x\nb: y\n"
        assert herschreven("l:\n- x", {"l": ["x"]}, {"l": ["x", "y"]}) == "l:\n- x\n- y\n"

    def test_lists_in_the_column_of_their_key(self) -> None:
        assert herschreven("l:\n- id: a\n", {"l": [{"id": "a"}]}, {"l": [{"id": "a"}, {"id": "b", "c": ["d"]}]}) == (
            "l:\n- id: a\n- id: b\n  c:\n    - d\n"
        )

    def test_a_block_that_keeps_its_last_lines(self) -> None:
        tekst = "a: |+\n  x\n\nb: y\n"
        assert herschreven(tekst, {"a": "x\n\n", "b": "y"}, {"a": "x\n\n", "b": "z"}) == "a: |+\n  x\n\nb: z\n"
        assert herschreven(tekst, {"a": "x\n\n", "b": "y"}, {"a": "w", "b": "y"}) == "a: w\nb: y\n"

    def test_a_value_on_the_next_line(self) -> None:
        assert herschreven("a:\n  x\nb: y\n", {"a": "x", "b": "y"}, {"a": "z", "b": "y"}) == "a: z\nb: y\n"


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


class TestOddities:
    """What stands there may be of another shape than what it says."""

    def test_a_text_becomes_a_group(self) -> None:
        assert herschreven("a:\n  w: x\n  e: y\n", {"a": "x"}, {"a": {"w": "z"}}) == "a:\n  w: z\n"


class TestAnyChange:
    """Whatever changes into whatever, the text says the new and only the new."""

    @given(gegevens(), gegevens())
    def test_says_the_new(self, oud: dict[str, Any], nieuw: dict[str, Any]) -> None:
        gelezen = read_yaml(herschreven(dump_yaml(oud), oud, nieuw), "f")
        assert not gelezen.fouten
        assert gelezen.waarden == nieuw

    @given(gegevens())
    def test_a_change_elsewhere_keeps_every_line(self, oud: dict[str, Any]) -> None:
        regels = "".join(f"{regel}\n" for regel in dump_yaml(oud).splitlines())
        gewijzigd = herschreven(regels, oud, oud | {"vast": "anders"})
        assert gewijzigd == regels.replace("vast: x", "vast: anders", 1)
