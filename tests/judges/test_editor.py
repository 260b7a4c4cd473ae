"""What the yaml-language-server, which editors use, makes of a fresh dossier; ``nox -s judges`` installs it."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from ivb.cli import run

Bericht = dict[str, Any]


class Editor:
    """An editor as small as can be: it opens a file and asks the server about it over LSP."""

    def __init__(self, server: "subprocess.Popen[bytes]", map_: Path) -> None:
        """Begin a conversation on a folder."""
        assert server.stdin
        assert server.stdout
        self._naar: IO[bytes] = server.stdin
        self._van: IO[bytes] = server.stdout
        self._map = map_
        self._nummer = 0
        self._gehoord: list[Bericht] = []
        self.ask("initialize", {"processId": None, "rootUri": map_.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def tell(self, methode: str, gegevens: object) -> None:
        self._schrijf({"method": methode, "params": gegevens})

    def ask(self, methode: str, gegevens: object) -> Any:  # noqa: ANN401  what the server answers
        self._nummer += 1
        self._schrijf({"id": self._nummer, "method": methode, "params": gegevens})
        return self._wacht(lambda bericht: bericht.get("id") == self._nummer and "method" not in bericht)["result"]

    def open(self, naam: str, tekst: str) -> list[str]:
        """Open a file with this text, and give what the server has to say on it."""
        uri = (self._map / naam).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": tekst}
        self._gehoord = []
        self.tell("textDocument/didOpen", {"textDocument": document})
        bericht = self._wacht(
            lambda bericht: (
                bericht.get("method") == "textDocument/publishDiagnostics" and bericht["params"]["uri"] == uri
            )
        )
        return [een["message"] for een in bericht["params"]["diagnostics"]]

    def complete(self, naam: str, regel: int, kolom: int) -> list[str]:
        plek = {"textDocument": {"uri": (self._map / naam).as_uri()}, "position": {"line": regel, "character": kolom}}
        return [een["label"] for een in self.ask("textDocument/completion", plek)["items"]]

    def hover(self, naam: str, regel: int, kolom: int) -> str:
        plek = {"textDocument": {"uri": (self._map / naam).as_uri()}, "position": {"line": regel, "character": kolom}}
        return str(self.ask("textDocument/hover", plek)["contents"]["value"])

    def _schrijf(self, bericht: Bericht) -> None:
        inhoud = json.dumps({"jsonrpc": "2.0", **bericht}).encode()
        self._naar.write(b"Content-Length: %d\r\n\r\n%b" % (len(inhoud), inhoud))
        self._naar.flush()

    def _wacht(self, is_het: Any) -> Bericht:  # noqa: ANN401  a test on a message
        while True:
            lengte = 0
            while (regel := self._van.readline().strip()) != b"":
                lengte = int(regel.removeprefix(b"Content-Length:")) if regel.startswith(b"Content-Length") else lengte
            bericht: Bericht = json.loads(self._van.read(lengte))
            if "id" in bericht and "method" in bericht:  # the server asks for settings: there are none
                leeg = [None] * len(bericht["params"].get("items", ())) if bericht.get("params") else None
                self._schrijf({"id": bericht["id"], "result": leeg})
            elif is_het(bericht):
                return bericht


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh dossier."""
    map_ = tmp_path_factory.mktemp("editor") / "dossier"
    map_.mkdir()
    assert run(["nieuw", str(map_)]) == 0
    return map_


@pytest.fixture(scope="module")
def editor(dossier: Path) -> Iterator[Editor]:
    """An editor on that dossier."""
    opdracht = [*os.environ["IVB_YAML_SERVER"].split(os.pathsep), "--stdio"]
    with subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        yield Editor(server, dossier)
        server.kill()


EERSTE = "# yaml-language-server: $schema=ivb.schema.json\n"


class TestEditor:
    """An editor completes the names of a dossier, explains them in Dutch, and shows what is wrong while one types."""

    def test_nothing_to_say_on_a_fresh_dossier(self, editor: Editor, dossier: Path) -> None:
        for bestand in sorted(dossier.glob("*.yaml")):
            assert editor.open(bestand.name, bestand.read_text(encoding="utf-8")) == [], bestand.name

    def test_an_unknown_name(self, editor: Editor) -> None:
        (melding,) = editor.open("a.yaml", EERSTE + "jaarplannen:\n  - titel: x\n    looptijd: 2026\n    actis: []\n")
        assert "actis" in melding

    def test_a_value_that_cannot_stand_there(self, editor: Editor) -> None:
        tekst = "kaders:\n  - {id: k, naam: x, begindatum: 31-01-2026, herkomst: buiten}\n"
        datum, herkomst = sorted(editor.open("b.yaml", EERSTE + tekst), reverse=True)
        assert "schrijf zoiets als 2026-01-31" in datum
        assert "lokaal" in herkomst

    def test_completes_the_names_at_the_top(self, editor: Editor) -> None:
        editor.open("c.yaml", EERSTE + "toe\n")
        assert "toezeggingen" in editor.complete("c.yaml", 1, 3)

    def test_completes_the_names_of_an_action(self, editor: Editor) -> None:
        plan = "jaarplannen:\n  - titel: x\n    looptijd: 2026\n    acties:\n"
        editor.open("d.yaml", EERSTE + plan + "      - id: A1\n        titel: y\n        tr\n")
        assert "trekker" in editor.complete("d.yaml", 7, 10)

    def test_completes_a_choice(self, editor: Editor) -> None:
        editor.open("e.yaml", EERSTE + "kaders:\n  - id: k\n    naam: x\n    herkomst: \n")
        assert {"lokaal", "regionaal", "wettelijk"} <= set(editor.complete("e.yaml", 4, 14))

    def test_explains_a_name(self, editor: Editor) -> None:
        editor.open("f.yaml", EERSTE + "bijgehouden_vanaf: 2026-01-01\n")
        assert "De dag vanaf wanneer u het dossier bijhoudt" in editor.hover("f.yaml", 1, 3)
