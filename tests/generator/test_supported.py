"""The supported operations of a foreign document become a package, and each dropped operation is listed."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

DOCUMENT = """
openapi: 3.0.3
info: {title: Library, version: 1.0.0}
servers: [{url: 'https://library.example'}]
paths:
  /books/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getBook
      parameters:
        - {name: X-Shelf, in: header, schema: {type: integer}}
        - {name: X-Tags, in: header, required: true, schema: {type: array, items: {type: string}}}
        - {name: Accept, in: header, schema: {type: string}}
        - {name: ids, in: query, schema: {type: string}}
      responses:
        '200': {description: A book., content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
    put:
      operationId: changeBook
      parameters: [{name: ids, in: query, schema: {type: string}}]
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}
      responses: {'204': {description: Done.}}
  /books/{id}/cover:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put:
      operationId: setCover
      requestBody:
        content: {multipart/form-data: {schema: {type: object}}}
      responses: {'204': {description: Done.}}
    get:
      operationId: getCover
      parameters: [{name: session, in: cookie, schema: {type: string}}]
      responses: {'204': {description: Done.}}
  /members:
    post:
      operationId: addMember
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                member: {$ref: '#/components/schemas/Adult'}
                other: {$ref: '#/components/schemas/AdultInput'}
      responses: {'204': {description: Done.}}
  /news:
    get:
      operationId: watch
      responses:
        '200': {description: News., content: {text/event-stream: {schema: {type: string}}}}
  /broken:
    get:
      operationId: broken
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Broken'}}}}
  /members/all:
    get:
      operationId: listMembers
      responses:
        '204': {description: Nobody.}
        '200': {description: Members., content: {application/json: {schema: {$ref: '#/components/schemas/Members'}}}}
components:
  schemas:
    Members:
      title: Book
      type: object
      properties:
        first: {$ref: '#/components/schemas/MaybeMember'}
        rest:
          type: array
          items: {oneOf: [{$ref: '#/components/schemas/Adult'}, {$ref: '#/components/schemas/Child'}]}
        name: {$ref: '#/components/schemas/Named/properties/name'}
        shape: {$ref: '#/components/schemas/Model'}
      x-anyOf: [{$ref: '#/components/schemas/Nowhere'}]
    MaybeMember: {anyOf: [{type: object, properties: {age: {type: integer}}}, {type: 'null'}]}
    Adult: {type: object, required: [kind], properties: {kind: {type: string, enum: [adult]}, job: {type: string}}}
    AdultInput: {type: object, properties: {job: {type: string}}}
    Child: {type: object, required: [kind], properties: {kind: {const: child}, toys: {type: integer}}}
    Model: {type: object, properties: {size: {type: integer}}}
    Named: {type: object, required: [name], properties: {name: {type: string, description: 'Such as "Ada"'}}}
    Person: {allOf: [{$ref: '#/components/schemas/Named'}]}
    Book:
      allOf:
        - $ref: '#/components/schemas/Named'
        - {type: object, required: [pages], properties: {pages: {type: integer, nullable: true}}}
      properties:
        a: {nullable: true, allOf: [{$ref: '#/components/schemas/Person'}]}
        b: {nullable: true, oneOf: [{$ref: '#/components/schemas/Person'}]}
        c: {anyOf: [{$ref: '#/components/schemas/Person'}, {type: 'null'}]}
        d: {oneOf: [{enum: [null]}, {$ref: '#/components/schemas/Person'}]}
        e: {anyOf: [{const: null}, {$ref: '#/components/schemas/Person'}]}
        f: {type: [object, 'null'], allOf: [{$ref: '#/components/schemas/Person'}]}
        g: {$ref: '#/components/schemas/Person', nullable: true}
        h: {anyOf: [{type: string}, {type: integer}, {type: ['null']}]}
    Change: {type: object, properties: {ids: {type: array, items: {type: string}}, title: {type: string}}}
    Broken: {type: object, properties: {part: {$ref: '#/components/schemas/Nowhere'}}}
    Unused: {type: object, properties: {part: {$ref: '#/components/schemas/NowhereElse'}}}
webhooks:
  bought: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Bought'}}}}}}
"""


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Return the folder with the package ``carried_library``, and the run that made it."""
    folder = tmp_path_factory.mktemp("supported")
    (folder / "library.yaml").write_text(DOCUMENT)
    command = [sys.executable, "-m", "generator", "--spec", str(folder / "library.yaml")]
    command += ["--out", str(folder / "carried_library")]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    return folder, done


@pytest.fixture
def made(carried: tuple[Path, Any], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    monkeypatch.syspath_prepend(carried[0])
    return lambda name: importlib.import_module(f"carried_library{name}")


def test_every_dropped_operation_is_named_with_its_line_and_reason(carried: tuple[Path, Any]) -> None:
    folder, done = carried
    file = folder / "library.yaml"
    lines = DOCUMENT.splitlines()
    line_of = {name: 1 + next(i for i, one in enumerate(lines) if f"operationId: {name}" in one) for name in NAMED}

    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        f"{file}:{line_of[name] + offset}: {reason}; the operation is dropped"
        for name, (offset, reason) in NAMED.items()
    ]
    assert "4 of 8 operations" in done.stdout


NAMED = {
    "setCover": (
        1,
        "PUT /books/{id}/cover: request body: it is a multipart form (multipart/form-data); "
        "only application/json is supported",
    ),
    "getCover": (
        1,
        "GET /books/{id}/cover: the cookie parameter session is not supported; only path, query and header are",
    ),
    "watch": (
        2,
        "GET /news: the reply 200 is an event stream (text/event-stream); only application/json is supported",
    ),
    "broken": (
        -1,
        "GET /broken: it uses #/components/schemas/Broken/properties/part: #/components/schemas/Nowhere does not exist",
    ),
}


def test_a_success_that_may_be_empty_is_none_then(made: Callable[[str], Any]) -> None:
    module = made(".api.default.list_members")

    assert module.read_reply(None) is None
    assert module.read_reply.__annotations__["return"] == "models.Members | None"
    assert made(".namespaces.default").Default.list_members.__annotations__["return"] == "models.Members | None"


def test_names_and_places_of_schemas_do_not_drop_an_operation(made: Callable[[str], Any]) -> None:
    """One schema has the title of another, one a reserved name, one is null, one is a part of another schema."""
    models = made(".models")
    data = {"first": None, "rest": [{"kind": "child"}, {"kind": "adult"}], "name": "Ada", "shape": {"size": 2}}

    members = made(".api.default.list_members").read_reply(data)

    assert [type(one) for one in members.rest] == [models.Child, models.Adult]
    assert (members.first, members.name, members.shape.size) == (None, "Ada", 2)
    assert type(members.shape).__name__ == "ModelSchema"
    assert made(".api.default.list_members").read_reply({"first": {"age": 7}}).first.age == 7


def test_a_typed_dict_does_not_get_the_name_of_another_schema(made: Callable[[str], Any]) -> None:
    hints = made(".inputs").AddMemberBody.__annotations__

    assert {key: one.__forward_arg__ for key, one in hints.items()} == {
        "member": "inputs.AdultArgument | models.Adult",
        "other": "inputs.AdultInput",
    }


def test_without_a_loss_the_status_is_zero_and_with_rules_any_loss_is_an_error(run: Any, tmp_path: Path) -> None:
    document = yaml.safe_load(DOCUMENT)
    kept = {"/books/{id}": document["paths"]["/books/{id}"]}
    (tmp_path / "whole.yaml").write_text(yaml.safe_dump({**document, "paths": kept}, sort_keys=False))
    (tmp_path / "lossy.yaml").write_text(DOCUMENT)

    whole = run("--spec", tmp_path / "whole.yaml", "--out", tmp_path / "whole")
    lossy = run("--spec", tmp_path / "lossy.yaml", "--rules", "--out", tmp_path / "lossy")

    assert (whole.returncode, whole.stderr) == (0, "")
    assert lossy.returncode == 1
    assert not (tmp_path / "lossy").exists()


def test_a_document_of_which_nothing_is_left_is_refused(run: Any, tmp_path: Path) -> None:
    document = yaml.safe_load(DOCUMENT)
    (tmp_path / "none.yaml").write_text(
        yaml.safe_dump({**document, "paths": {"/news": document["paths"]["/news"]}}, sort_keys=False)
    )

    done = run("--spec", tmp_path / "none.yaml", "--out", tmp_path / "none")

    assert done.returncode == 1
    last = f"{tmp_path / 'none.yaml'}: no operation of the document is supported"
    assert done.stderr.splitlines()[-1] == last


def test_another_document_needs_another_folder(run: Any, tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(DOCUMENT)

    done = run("--spec", tmp_path / "library.yaml")

    assert done.returncode == 1
    assert done.stderr.startswith("--spec needs --out DIR")


def test_parts_are_merged_and_null_is_read_in_every_spelling(made: Callable[[str], Any]) -> None:
    read = made(".api.default.get_book").read_reply
    person = {"name": "Ada"}

    book = read({"name": "x", "pages": None, **dict.fromkeys("abcdefg", person), "h": 1})
    empty = read({"name": "x", "pages": 1, **dict.fromkeys("abcdefgh")})

    assert (book.name, book.pages, empty.pages, book.h) == ("x", None, 1, 1)
    for name in "abcdefg":
        assert getattr(book, name).name == "Ada", name
        assert getattr(empty, name) is None
    assert empty.h is None


@pytest.fixture
def service() -> Iterator[tuple[str, list[Any]]]:
    """Return the URL of a server, and the requests that it received."""
    received: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            received.append((self.path, dict(self.headers)))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"name": "x", "pages": 3}')

        def log_message(self, *arguments: object) -> None:
            """Turn off the log line of each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", received
    server.shutdown()
    thread.join()
    server.server_close()


def test_header_parameters_are_sent(made: Callable[[str], Any], service: tuple[str, list[Any]]) -> None:
    url, received = service
    get = made(".api.default.get_book")
    with made(".client").Client(base_url=url) as client:
        book = get.sync("1", client=client, x_shelf=7, x_tags=["a", "b"])
        get.sync("2", client=client, x_tags=[])
        with pytest.raises(made(".errors").ConfigurationError, match="X-Tags"):
            get.sync("3", client=client, x_tags=["a\r\nX-Evil: 1"])

    assert book.pages == 3
    (path, headers), (_, second) = received
    assert (path, headers["X-Shelf"], headers["X-Tags"]) == ("/books/1", "7", "a,b")
    assert headers["Accept"] == "application/json"
    assert "X-Shelf" not in second


def test_a_body_key_with_the_name_of_a_parameter_has_an_argument_of_its_own(made: Callable[[str], Any]) -> None:
    change = made(".index").operation("changeBook")

    assert [(one.location, one.argument) for one in change.fields] == [
        ("path", "id"), ("query", "ids"), ("body", "body_ids"), ("body", "title")
    ]  # fmt: skip


def test_the_package_passes_mypy(carried: tuple[Path, Any]) -> None:
    folder, _ = carried
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--cache-dir", str(folder / "cache")]

    done = subprocess.run([*command, "-p", "carried_library"], cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


FINE = {"description": "x", "content": {"application/json": {"schema": {"type": "object"}}}}


def replying(schema: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "x", "content": {"application/json": {"schema": schema}}}}}


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "a reference to another file": (
        replying({"$ref": "other.yaml#/X"}),
        "schema: other.yaml#/X is outside this document; copy its target into components",
    ),
    "a broken reference": (
        replying({"$ref": "#/components/schemas/Nope"}),
        "schema: #/components/schemas/Nope does not exist",
    ),
    "a media type that is null": (
        {"responses": {"200": {"description": "x", "content": {"application/json": None}}}},
        "application/json: expected an object, found null",
    ),
    "a key in the query": (
        {"responses": {"200": FINE}, "security": [{"inQuery": []}]},
        "POST /bad: it uses #/components/securitySchemes/inQuery: a key can be sent as a bearer token or in a header",
    ),
    "a reserved property of a reply": (
        replying({"type": "object", "properties": {"to_dict": {"type": "string"}}}),
        "POST /bad: it uses schema BadOneResponse200: its property to_dict has a reserved name",
    ),
    "no responses": ({}, "#/paths//bad/post/responses: Field required; the operation is dropped"),
    "an enum of several types": (
        replying({"type": "object", "properties": {"a": {"enum": [1, "1", None, True]}}}),
        "the reply 200 is dropped: an enum in it has values of several types",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_one_unsupported_operation_is_dropped_alone(run: Any, tmp_path: Path, name: str) -> None:
    raw, words = BAD[name]
    file = tmp_path / "x.yaml"
    document = {
        "openapi": "3.0.3",
        "info": {"title": "x", "version": "1"},
        "paths": {
            "/bad": {"post": {"operationId": "badOne", **raw}},
            "/fine": {"get": {"operationId": "fine", "responses": {"200": FINE}}},
        },
        "components": {"securitySchemes": {"inQuery": {"type": "apiKey", "in": "query", "name": "key"}}}
        if "security" in raw
        else {},
    }
    file.write_text(yaml.safe_dump(document, sort_keys=False))

    done = run("--spec", file, "--out", tmp_path / "out")

    assert (done.returncode, done.stdout.startswith("added"), "1 of 2 operations" in done.stdout) == (3, True, True)
    assert done.stderr.startswith(f"{file}:")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


def test_a_document_without_info_is_refused_in_plain_words(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("openapi: 3.0.3\npaths: {/a: {get: {responses: {'204': {description: x}}}}}\n")

    done = run("--spec", file, "--out", tmp_path / "out")

    assert (done.returncode, done.stderr) == (1, f"{file}: #/info: Field required\n")


KEYS = """
openapi: 3.0.3
info: {title: Library, version: 1.0.0}
servers: [{url: 'https://library.example'}]
security: [{login: []}, {key: []}]
paths:
  /books:
    get: {operationId: listBooks, responses: {'204': {description: Done.}}}
    put:
      operationId: changeBooks
      security: [{key: [], login: []}, {key: []}]
      responses: {'204': {description: Done.}}
    post: {operationId: addBook, security: [{login: []}], responses: {'204': {description: Done.}}}
components:
  securitySchemes:
    login: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key}
"""


def test_keys_that_can_be_sent_are_kept_beside_those_that_cannot(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keys.yaml").write_text(KEYS)

    done = run("--spec", tmp_path / "keys.yaml", "--out", tmp_path / "keyed_library")

    assert done.returncode == 3
    (dropped,) = done.stderr.splitlines()
    assert ":13: POST /books: it uses #/components/securitySchemes/login: " in dropped
    monkeypatch.syspath_prepend(tmp_path)
    index = importlib.import_module("keyed_library.index")
    assert [index.operation(name).security for name in ("listBooks", "changeBooks")] == [("key",), ("key",)]
