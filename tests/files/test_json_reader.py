"""JSON as it is published, strict where the standard library is lax."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivb.errors import Plaats
from ivb.files.json_reader import read_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text('ab"\\/{}[]:,\n é🙂', max_size=5),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text('ab"{:', max_size=3), deel, max_size=3),
    max_leaves=8,
)


class TestValues:
    """The values are those of the standard library."""

    @given(JSON, st.sampled_from([None, 1]))
    def test_as_the_standard_library(self, waarde: object, inspringing: int | None) -> None:
        tekst = json.dumps(waarde, indent=inspringing, ensure_ascii=False)
        boom = read_json(tekst, "f.json")
        assert boom.waarden == waarde
        assert not boom.fouten


class TestPlaces:
    """Where a value stands is known when it is asked for."""

    @given(JSON)
    def test_every_item_of_a_list_has_its_place(self, waarde: object) -> None:
        tekst = json.dumps({"a": [0, waarde]}, ensure_ascii=False)
        assert read_json(tekst, "f").merken().sleutel("a").item(1).plaats == Plaats("f", 1, tekst.index("0,") + 4)

    def test_lines_and_columns(self) -> None:
        merk = read_json('{\n  "a": {"b\\"": [1,\n    true]}\n}', "f.json").merken()
        assert merk.sleutel("a").sleutel('b"').item(1).plaats == Plaats("f.json", 3, 5)


class TestRefused:
    """What is wrong is told with its place."""

    @pytest.mark.parametrize(
        ("tekst", "code", "regel", "kolom"),
        [
            ('{"a": 1,\n "a": 2}', "dubbele-sleutel", 2, 2),
            ('{"a": }', "json", 1, 7),
            ('{"a": "x}', "json", 1, 7),
            ("{'a': 1}", "json", 1, 2),
            ('{"a": 1} x', "json", 1, 10),
            ('{"a": "\t"}', "json", 1, 8),
        ],
    )
    def test_refused(self, tekst: str, code: str, regel: int, kolom: int) -> None:
        (fout,) = read_json(tekst, "f.json").fouten
        assert (fout.code, fout.plaats) == (code, Plaats("f.json", regel, kolom))

    def test_too_deep(self) -> None:
        (fout,) = read_json("[" * 100_000, "f").fouten
        assert fout.code == "te-diep"

    def test_too_deep_to_look_up(self) -> None:
        boom = read_json('{"a":' * 50 + "1" + "}" * 50, "f")
        assert boom.merken().plaats == Plaats("f", 1, 1)

    def test_a_number_without_end(self) -> None:
        (fout,) = read_json('{"a": ' + "9" * 5000 + "}", "f").fouten
        assert fout.code == "getal"
