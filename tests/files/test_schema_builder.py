"""The schema says what the nouns say, in the words of the glossary."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ivb.files.schema_builder import Begrippen, Schema, build_schema
from ivb.model.base import velden
from ivb.model.constraints import Beperking, CommonMark, EenRegel, Sleutel
from ivb.model.dossier import Dossier
from ivb.model.jaarplan import Actie

PAGINA = (Path(__file__).parents[2] / "docs" / "reference" / "begrippen.md").read_text(encoding="utf-8")
VOOR_JSON = build_schema(PAGINA, is_bestand=False)
VOOR_YAML = build_schema(PAGINA, is_bestand=True)


def keurt_goed(schema: Schema, waarde: object) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(waarde))


def deel(schema: Schema, naam: str) -> Schema:
    gevonden: Schema = schema["$defs"][naam]
    return gevonden


class TestCurrent:
    """What the package carries follows from the nouns and the glossary; ``nox -s golden`` writes it anew."""

    @pytest.mark.parametrize(("naam", "schema"), [("dossier", VOOR_JSON), ("bestand", VOOR_YAML)])
    def test_is_what_would_be_built_now(self, naam: str, schema: Schema, golden: Callable[[str, str], None]) -> None:
        tekst = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        golden(f"../../src/ivb/schemas/{naam}.schema.json", tekst)

    @pytest.mark.parametrize("schema", [VOOR_JSON, VOOR_YAML])
    def test_is_a_schema_of_the_draft_that_it_names(self, schema: Schema) -> None:
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def objecten(schema: Any) -> list[Schema]:  # noqa: ANN401  plain data
    """Give every schema of an object, at any depth."""
    if isinstance(schema, list):
        return [gevonden for item in schema for gevonden in objecten(item)]
    if not isinstance(schema, dict):
        return []
    zelf = [schema] if schema.get("type") == "object" else []
    return [*zelf, *objecten(list(schema.values()))]


class TestWords:
    """The Dutch words are those of the glossary, and nothing else may stand in a group than what it names."""

    def test_every_field_is_described(self) -> None:
        assert deel(VOOR_JSON, "Actie")["properties"]["trekker"]["description"] == (
            "De rol die de actie trekt; geen persoon."
        )
        velden_ = [veld for een in objecten(VOOR_JSON) for veld in een["properties"].values()]
        assert [veld for veld in velden_ if not veld["description"].endswith(".")] == []

    def test_a_noun_is_described_without_links(self) -> None:
        assert deel(VOOR_JSON, "Bijlage")["description"].startswith("Een stuk dat bij de brief zit, zoals")
        assert "](" not in json.dumps([een["description"] for een in objecten(VOOR_JSON) if "description" in een])

    def test_what_stands_at_a_noun_goes_before_what_holds_for_all(self) -> None:
        begrippen = Begrippen("- `a`: van allen\n  samen.\n- `b`: b.\n## X\n\nEen x.\n\n- `a`: eigen.\n\n*Bron:* y\n")
        assert (begrippen.veld("X", "a"), begrippen.veld("X", "b")) == ("Eigen.", "B.")
        assert begrippen.begrip("X") == "Een x."

    def test_a_field_without_words_is_refused(self) -> None:
        with pytest.raises(KeyError, match="trekker"):
            build_schema(PAGINA.replace("- `trekker`:", "- `trekkers`:"), is_bestand=False)

    @pytest.mark.parametrize("schema", [VOOR_JSON, VOOR_YAML])
    def test_nothing_else_may_stand_in_a_group(self, schema: Schema) -> None:
        assert all(een["additionalProperties"] is False for een in objecten(schema))


class TestOneSource:
    """What a field asks is what its annotation says."""

    def test_fields_and_what_is_required(self) -> None:
        actie = deel(VOOR_JSON, "Actie")
        assert list(actie["properties"]) == [veld.naam for veld in velden(Actie)]
        assert actie["required"] == ["id", "titel"]
        assert actie["properties"]["herkomst"]["default"] == "lokaal"
        assert VOOR_JSON["required"] == [veld.naam for veld in velden(Dossier) if veld.verplicht]

    @pytest.mark.parametrize(("naam", "beperking"), [("Tekst", CommonMark()), ("Regel", EenRegel()), ("Id", Sleutel())])
    def test_every_character(self, naam: str, beperking: Beperking) -> None:
        keurder = jsonschema.Draft202012Validator(deel(VOOR_JSON, naam))
        codes = [code for code in range(0x2FFF) if not (naam == "Tekst" and code == ord("\r"))]
        for code in [*codes, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600]:
            tekst = f"a{chr(code)}b"
            assert keurder.is_valid(tekst) == (beperking.bezwaar(tekst) is None), hex(code)

    def test_a_text_of_a_kind_that_nobody_described(self) -> None:
        from ivb.files.schema_builder import _Bouwer  # noqa: PLC0415

        with pytest.raises(LookupError, match="no schema for"):
            _Bouwer(Begrippen(PAGINA), is_bestand=False)._tekst(Beperking())


class TestBestand:
    """For a file of YAML: part of a dossier, and what looks like a number may be a text."""

    @pytest.mark.parametrize(
        "inhoud",
        [
            {},
            {"kaders": None},
            {"kaders": [{"id": 1, "naam": 2024, "vastgesteld": {"orgaan": "raad", "datum": 2022}}]},
        ],
    )
    def test_may_hold_part(self, inhoud: object) -> None:
        assert keurt_goed(VOOR_YAML, inhoud)
        assert not keurt_goed(VOOR_JSON, inhoud)

    @pytest.mark.parametrize("inhoud", [{"kaderz": []}, {"kaders": [{"id": "k"}]}, {"kaders": {}}, {"formaat": 2}])
    def test_is_as_strict_inside(self, inhoud: object) -> None:
        assert not keurt_goed(VOOR_YAML, inhoud)

    @pytest.mark.parametrize(("jaar", "goed"), [(2026, True), (1026, False), (2026.5, False)])
    def test_a_year_is_a_period(self, jaar: float, goed: bool) -> None:  # noqa: FBT001  an example
        assert keurt_goed(VOOR_YAML, {"jaarplannen": [{"titel": "x", "looptijd": jaar}]}) == goed
