"""The service of the how-to guide, driven over real HTTP by a real client."""

import io
import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import docx
import httpx
import jsonschema
import pytest
import uvicorn

import ivb
from tests.service.app import DOCX, PROBLEM, make_app

TWENTERAND: dict[str, Any] = json.loads(ivb.dump(ivb.voorbeeld(), "json"))
CODE = TWENTERAND["gemeente"]["code"]
BRIEF = TWENTERAND["raadsbrieven"][0]["id"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of the service, which runs on a free port of this machine and has one dossier."""
    database = tmp_path_factory.mktemp("service") / "dossiers.sqlite"
    config = uvicorn.Config(make_app(database), port=0, log_level="warning", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    end = time.monotonic() + 20
    while not server.started and thread.is_alive() and time.monotonic() < end:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}/v1", trust_env=False) as client:
        assert client.put(f"/dossiers/{CODE}", json=TWENTERAND).status_code == 201
        yield client
    server.should_exit = True
    thread.join()


def problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """Give the problem that was answered."""
    assert response.status_code == status
    assert response.headers["content-type"] == PROBLEM
    content: dict[str, Any] = response.json()
    assert content["status"] == status
    assert content["instance"] == response.url.path
    return content


def places(content: dict[str, Any]) -> dict[str, str]:
    return {error["location"]["pointer"]: error["code"] for error in content["errors"]}


class TestDossier:
    """What goes in comes out."""

    def test_out_as_it_came_in(self, client: httpx.Client) -> None:
        response = client.get(f"/dossiers/{CODE}")
        assert response.json() == TWENTERAND
        assert response.headers["api-version"] == "1.0.0"
        assert ivb.load(response.content) == ivb.voorbeeld()

    def test_in_again_is_not_new(self, client: httpx.Client) -> None:
        assert client.put(f"/dossiers/{CODE}", json=TWENTERAND).status_code == 200
        assert client.get("/dossiers").json() == [CODE]

    @pytest.mark.parametrize("path", ["/dossiers/GM9999", "/dossiers/GM9999/raadsbrieven/x/document", "/elders"])
    def test_what_is_not_there(self, client: httpx.Client, path: str) -> None:
        problem(client.get(path), 404)

    def test_a_letter_that_is_not_there(self, client: httpx.Client) -> None:
        content = problem(client.get(f"/dossiers/{CODE}/raadsbrieven/nergens/document"), 404)
        assert content["detail"] == "een raadsbrief nergens is er niet"

    def test_a_letter(self, client: httpx.Client) -> None:
        response = client.get(f"/dossiers/{CODE}/raadsbrieven/{BRIEF}/document")
        assert response.headers["content-type"] == DOCX
        assert response.content == ivb.render_raadsbrief(ivb.voorbeeld(), ivb.voorbeeld().raadsbrieven[0])
        assert docx.Document(io.BytesIO(response.content)).paragraphs

    def test_a_letter_that_cannot_be_made(self, client: httpx.Client) -> None:
        zonder = TWENTERAND | {"gemeente": TWENTERAND["gemeente"] | {"code": "GM0002", "profiel": {"koppen": []}}}
        assert client.put("/dossiers/GM0002", json=zonder).status_code == 201
        content = problem(client.get(f"/dossiers/GM0002/raadsbrieven/{BRIEF}/document"), 409)
        assert "kop" in content["detail"]


class TestBadInput:
    """Everything that is wrong comes at once, each with its place in what was sent."""

    def test_all_at_once(self, client: httpx.Client) -> None:
        data = json.loads(json.dumps(TWENTERAND))
        data["gemeente"]["code"] = "1700"
        data["jaarplannen"][0]["acties"][1]["trekkr"] = data["jaarplannen"][0]["acties"][1].pop("titel")
        data["toezeggingen"][0]["datum"] = "ooit"
        del data["bijgehouden_vanaf"]
        content = problem(client.put(f"/dossiers/{CODE}", json=data), 400)
        assert places(content) == {
            "#/bijgehouden_vanaf": "ontbreekt",
            "#/gemeente/code": "waarde",
            "#/jaarplannen/0/acties/1/titel": "ontbreekt",
            "#/jaarplannen/0/acties/1/trekkr": "onbekende-sleutel",
            "#/toezeggingen/0/datum": "verkeerd-type",
        }
        assert {error["in"] for error in content["errors"]} == {"body"}
        assert "schrijf zoiets als GM1700" in str(content["errors"])
        assert client.get(f"/dossiers/{CODE}").json() == TWENTERAND

    @pytest.mark.parametrize(("body", "title"), [(b"{", "Geen JSON"), (b"\xff", "Geen JSON"), (b"[]", "Geen object")])
    def test_no_json(self, client: httpx.Client, body: bytes, title: str) -> None:
        assert problem(client.put(f"/dossiers/{CODE}", content=body), 400)["title"] == title

    def test_another_municipality(self, client: httpx.Client) -> None:
        assert places(problem(client.put("/dossiers/GM0001", json=TWENTERAND), 400)) == {
            "#/gemeente/code": "andere-naam"
        }

    def test_another_method(self, client: httpx.Client) -> None:
        problem(client.delete(f"/dossiers/{CODE}"), 405)


class TestToezegging:
    """A promise goes in by itself, and the dossier stays whole."""

    NIEUW = {"id": "motie/12", "datum": "2024-05-14", "onderwerp": "Vuurwerk"}  # noqa: RUF012  never changed
    PAD = f"/dossiers/{CODE}/toezeggingen/motie/12"

    def test_in_and_again(self, client: httpx.Client) -> None:
        for onderwerp in ("Vuurwerk", "Vuurwerk en carbid"):
            toezegging = self.NIEUW | {"onderwerp": onderwerp}
            assert client.put(self.PAD, json=toezegging).json() == toezegging
            kept = client.get(f"/dossiers/{CODE}").json()["toezeggingen"]
            assert kept == [*TWENTERAND["toezeggingen"], toezegging]
        client.put(f"/dossiers/{CODE}", json=TWENTERAND)

    def test_what_is_wrong_is_told_in_what_was_sent(self, client: httpx.Client) -> None:
        fout = self.NIEUW | {"datum": 3, "relaties": [{"soort": "herhaalt", "toezegging": "nergens"}, {"soort": "x"}]}
        assert places(problem(client.put(self.PAD, json=fout), 400)) == {
            "#/datum": "verkeerd-type",
            "#/relaties/0/toezegging": "onbekend-id",
            "#/relaties/1/soort": "verkeerd-type",
            "#/relaties/1/toezegging": "ontbreekt",
        }
        assert client.get(f"/dossiers/{CODE}").json() == TWENTERAND

    def test_another_name(self, client: httpx.Client) -> None:
        assert places(problem(client.put(f"/dossiers/{CODE}/toezeggingen/x", json=self.NIEUW), 400)) == {
            "#/id": "andere-naam"
        }


class TestOpenApi:
    """The description of the service has our schema, and every reference in it leads somewhere."""

    def test_shows_our_schema(self, client: httpx.Client) -> None:
        document = client.get("/openapi.json").json()
        body = document["paths"]["/v1/dossiers/{code}/toezeggingen/{name}"]["put"]["requestBody"]
        schema = body["content"]["application/json"]["schema"]
        assert schema == {"$ref": "#/components/schemas/Toezegging"}
        keurder = jsonschema.Draft202012Validator(document | schema)
        assert keurder.is_valid(TestToezegging.NIEUW)
        assert not keurder.is_valid(TestToezegging.NIEUW | {"x": 1})
        verwijzingen = set(find_refs(document))
        assert {f"#/components/schemas/{naam}" for naam in document["components"]["schemas"]} == verwijzingen

    def test_the_whole_dossier(self, client: httpx.Client) -> None:
        document = client.get("/openapi.json").json()
        keurder = jsonschema.Draft202012Validator(document | {"$ref": "#/components/schemas/Dossier"})
        keurder.validate(TWENTERAND)


def find_refs(data: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    """Give every reference in a document."""
    if isinstance(data, dict):
        if "$ref" in data:
            yield data["$ref"]
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from find_refs(item)
