"""A small service on ``ivb``: it keeps dossiers in SQLite, takes and gives them as JSON, and writes letters."""

import json
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from starlette.exceptions import HTTPException

import ivb

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEM = "application/problem+json"
Data = dict[str, Any]


class Problem(Exception):  # noqa: N818  an answer, as RFC 9457 calls it
    """What is wrong with a request."""

    def __init__(self, status: int, title: str, detail: str, errors: Sequence[Data] = ()) -> None:
        """Say what, and where in the body."""
        super().__init__(detail)
        self.status = status
        self.content: Data = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        if errors:
            self.content["errors"] = list(errors)


def answer(problem: Problem, request: Request) -> Response:
    """Answer with a problem, as RFC 9457 and the NL API Design Rules want it."""
    content = problem.content | {"instance": request.url.path}
    return Response(json.dumps(content, ensure_ascii=False), problem.status, media_type=PROBLEM)


def bad_input(fout: ivb.DossierFout, data: Any, root: str = "") -> Problem:  # noqa: ANN401  whatever was sent
    """Tell everything that is wrong in what was sent, at once, each with its place in the body."""
    errors = []
    for melding in fout.meldingen:
        pointer = ivb.format_pointer(data, melding.pad).removeprefix(root)
        errors.append(
            {"in": "body", "location": {"pointer": f"#{pointer}"}, "code": melding.code, "detail": melding.boodschap}
        )
    return Problem(400, "Ongeldige invoer", f"{len(errors)} keer klopt er iets niet in wat is gestuurd", errors)


def not_found(what: str) -> Problem:
    """Say that something is not there."""
    return Problem(404, "Niet gevonden", f"{what} is er niet")


async def read_object(request: Request) -> Data:
    """Read the body as a JSON object."""
    try:
        data = json.loads(await request.body())
    except ValueError as fout:
        raise Problem(400, "Geen JSON", f"wat is gestuurd, is geen JSON ({fout})") from None
    if not isinstance(data, dict):
        raise Problem(400, "Geen object", "hier hoort een JSON-object")
    return data


Body = Annotated[Data, Depends(read_object)]


class Store:
    """The dossiers, each as the JSON that `ivb.dump` gives, under the code of its municipality."""

    def __init__(self, path: Path) -> None:
        """Open the database, and make it if it is not there."""
        self._path = path
        with self.open() as database:
            database.execute("CREATE TABLE IF NOT EXISTS dossier (code TEXT PRIMARY KEY, json TEXT NOT NULL)")

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Open the database for one transaction; nobody else writes meanwhile."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            with database:
                yield database

    def codes(self) -> list[str]:
        """Give the codes of all municipalities that have a dossier."""
        with self.open() as database:
            return [code for (code,) in database.execute("SELECT code FROM dossier ORDER BY code")]

    def read(self, database: sqlite3.Connection, code: str) -> Data:
        """Give a dossier as plain data."""
        row = database.execute("SELECT json FROM dossier WHERE code = ?", (code,)).fetchone()
        if row is None:
            raise not_found(f"een dossier van {code}")
        data: Data = json.loads(row[0])
        return data

    def write(self, database: sqlite3.Connection, dossier: ivb.Dossier) -> bool:
        """Keep a dossier, and tell whether it is new."""
        code, text = dossier.gemeente.code, ivb.dump(dossier, "json").decode()
        is_new = database.execute("SELECT 1 FROM dossier WHERE code = ?", (code,)).fetchone() is None
        database.execute("INSERT OR REPLACE INTO dossier VALUES (?, ?)", (code, text))
        return is_new


def get_store(request: Request) -> Store:
    """Give the store of the service."""
    store: Store = request.app.state.store
    return store


Stored = Annotated[Store, Depends(get_store)]


def check_name(is_right: bool, pointer: str, name: str) -> None:  # noqa: FBT001  the outcome of a comparison
    """Refuse a body that says another name than the path does."""
    if not is_right:
        error = {"in": "body", "location": {"pointer": pointer}, "code": "andere-naam", "detail": f"hier hoort {name}"}
        raise Problem(400, "Ongeldige invoer", "het pad en de inhoud noemen niet hetzelfde", [error])


def takes(noun: str) -> Data:
    """Say in OpenAPI that the body is a noun."""
    return {"requestBody": {"required": True, "content": gives(noun)["content"]}}


def gives(noun: str) -> Data:
    """Say in OpenAPI that the answer is a noun."""
    return {"description": noun, "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{noun}"}}}}


Responses = dict[int | str, Data]
BAD: Responses = {400: {"description": "Ongeldige invoer", "content": {PROBLEM: {}}}}
MISSING: Responses = {404: {"description": "Niet gevonden", "content": {PROBLEM: {}}}}
Handler = Callable[[Request], Awaitable[Response]]


router = APIRouter(prefix="/v1")


@router.get("/dossiers")
def list_dossiers(store: Stored) -> list[str]:
    """Geef de codes van de gemeenten met een dossier."""
    return store.codes()


@router.get("/dossiers/{code}", responses={200: gives("Dossier"), **MISSING})
def get_dossier(code: str, store: Stored) -> Data:
    """Geef een dossier."""
    with store.open() as transaction:
        return store.read(transaction, code)


@router.put(
    "/dossiers/{code}",
    openapi_extra=takes("Dossier"),
    responses={200: gives("Dossier"), 201: gives("Dossier"), **BAD},
)
def put_dossier(code: str, data: Body, store: Stored, response: Response) -> Data:
    """Bewaar een dossier."""
    try:
        dossier = ivb.load(data)
    except ivb.DossierFout as fout:
        raise bad_input(fout, data) from None
    check_name(dossier.gemeente.code == code, "#/gemeente/code", code)
    with store.open() as transaction:
        response.status_code = 201 if store.write(transaction, dossier) else 200
        return store.read(transaction, code)


@router.put(
    "/dossiers/{code}/toezeggingen/{name:path}",
    openapi_extra=takes("Toezegging"),
    responses={200: gives("Toezegging"), **BAD, **MISSING},
)
def put_toezegging(code: str, name: str, data: Body, store: Stored) -> Data:
    """Bewaar een toezegging in een dossier: een nieuwe, of een andere in plaats van wat er stond."""
    check_name(data.get("id") == name, "#/id", name)
    with store.open() as transaction:
        whole = store.read(transaction, code)
        others = whole.setdefault("toezeggingen", [])
        place = next((number for number, other in enumerate(others) if other["id"] == name), len(others))
        others[place : place + 1] = [data]
        try:
            store.write(transaction, ivb.load(whole))
        except ivb.DossierFout as fout:
            raise bad_input(fout, whole, f"/toezeggingen/{place}") from None
        kept: Data = store.read(transaction, code)["toezeggingen"][place]
        return kept


@router.get(
    "/dossiers/{code}/raadsbrieven/{name:path}/document",
    response_class=Response,
    responses={200: {"description": "De brief", "content": {DOCX: {}}}, **MISSING},
)
def get_letter(code: str, name: str, store: Stored) -> Response:
    """Geef een raadsbrief als Word-bestand."""
    with store.open() as transaction:
        dossier = ivb.load(store.read(transaction, code))
    letter = next((brief for brief in dossier.raadsbrieven if brief.id == name), None)
    if letter is None:
        raise not_found(f"een raadsbrief {name}")
    return Response(ivb.render_raadsbrief(dossier, letter), media_type=DOCX)


def make_app(database: Path) -> FastAPI:
    """Make the service on a database."""
    app = FastAPI(title="Veiligheidsbeleid", version="1.0.0", openapi_url="/v1/openapi.json", redoc_url=None)
    app.state.store = Store(database)
    app.include_router(router)
    return prepare(app)


def prepare(app: FastAPI) -> FastAPI:
    """Let every error be a problem, name the version in every answer, and show the schema of ``ivb`` in OpenAPI."""

    @app.exception_handler(Problem)
    def on_problem(request: Request, problem: Problem) -> Response:
        return answer(problem, request)

    @app.exception_handler(ivb.IvbError)
    def on_ivb(request: Request, fout: ivb.IvbError) -> Response:
        return answer(Problem(409, "Nu niet te maken", str(fout)), request)

    @app.exception_handler(HTTPException)
    def on_http(request: Request, fout: HTTPException) -> Response:
        return answer(Problem(fout.status_code, "Niet te beantwoorden", fout.detail), request)

    @app.middleware("http")
    async def name_version(request: Request, handle: Handler) -> Response:
        response = await handle(request)
        response.headers["API-Version"] = app.version
        return response

    describe = app.openapi

    def openapi() -> Data:
        document = describe()
        document.setdefault("components", {})["schemas"] = describe_nouns()
        for operation in (operation for path in document["paths"].values() for operation in path.values()):
            operation["responses"].pop("422", None)  # FastAPI says it of every path, and nothing here answers it
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI wants it
    return app


def describe_nouns() -> Data:
    """Give the schema of every noun, where OpenAPI looks for them."""
    text = json.dumps(ivb.read_schema()).replace("#/$defs/", "#/components/schemas/")
    schema: Data = json.loads(text)
    nouns: Data = schema.pop("$defs")
    return nouns | {"Dossier": schema}
