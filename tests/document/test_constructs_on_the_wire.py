"""Constructs that a new version of the document may have, sent by both clients and the command line over a socket.

An earlier version sent or read each of these constructs wrongly without an error.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
JSON = "application/json"
ERRORS = {"4XX": {"$ref": "#/components/responses/ClientError"}, "default": {"$ref": "#/components/responses/Failure"}}
REPLIES = {
    "/v3/shapes": {"kind": "circle", "radius": 2, "new": 1},
    "/v3/animals": {"animals": [{"wings": 2}, {"legs": 4}, {"legs": 6, "wings": 4}]},
    "/v3/nested": {"limits": {"a": {"low": 1}}, "inline": {"deep": [{"x": 1}]}},
}


def schema(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def of(type_: Any, **more: Any) -> dict[str, Any]:
    return {"type": type_, "description": "x.", **more}


def an_object(*required: str, **properties: Any) -> dict[str, Any]:
    return of("object", properties=properties, **({"required": [*required]} if required else {}))


NUMBER = of("number", format="double")
LIMITS = of("object", additionalProperties=schema("Limit"))
SCHEMAS: dict[str, Any] = {
    "Circle": an_object("kind", kind=of("string"), radius=NUMBER),
    "Square": an_object("kind", kind=of("string"), side=NUMBER),
    "Bird": an_object("wings", wings=of("integer")),
    "Dog": an_object("legs", legs=of("integer")),
    "Gryphon": an_object("legs", "wings", legs=of("integer"), wings=of("integer")),
    "Limit": an_object("low", low=NUMBER),
    "Animals": an_object(animals=of("array", items={"oneOf": [schema(one) for one in ("Bird", "Dog", "Gryphon")]})),
    "Nested": an_object(
        "either",
        either={
            "description": "A name, names, or a limit.",
            "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, schema("Limit")],
        },
        limits=LIMITS,
        inline=an_object("deep", deep=of("array", items=an_object("x", x=of("integer")))),
        one={"description": "x.", "oneOf": [schema("Limit"), {"type": "null"}]},
        two={"description": "x.", "anyOf": [{"type": "null"}, {"type": "string"}]},
        three=of(["string", "null"]),
    ),
    "NestedReply": an_object(limits=LIMITS, inline=an_object(deep=of("array", items=an_object(x=of("integer"))))),
}
SHAPE = {
    "description": "One of two.",
    "oneOf": [{"$ref": "#/components/schemas/Square"}, {"$ref": "#/components/schemas/Circle"}],
    "discriminator": {
        "propertyName": "kind",
        "mapping": {"square": "#/components/schemas/Square", "circle": "#/components/schemas/Circle"},
    },
}
NESTED = {
    "either": {"low": 1},
    "limits": {"a": {"low": 2}},
    "inline": {"deep": [{"x": 1}]},
    "one": None,
    "two": None,
    "three": None,
}

SCRIPT = """
import asyncio, json, sys
from honeyhive import AsyncHoneyHive, HoneyHive, InvalidRequestError
from honeyhive_api import AuthenticatedClient
from honeyhive_api.api.shapes import get_shape

NESTED = json.loads(sys.argv[1])
BAD = [
    {"either": 3},
    {"either": {"low": "x"}},
    {"either": "x", "limits": {"a": 3}},
    {"either": "x", "limits": {"a": {}}},
    {"either": "x", "inline": 3},
    {"either": "x", "inline": {}},
    {"either": "x", "inline": {"deep": [{"x": "1"}]}},
    {"either": "x", "one": {"low": "x"}},
]

async def through(client, done):
    shape = await done(client.shapes.get())
    animals = (await done(client.shapes.animals())).animals
    nested = await done(client.shapes.nest(**NESTED))
    for either in ("x", ["x", "y"]):
        await done(client.shapes.nest(either=either))
    refused = []
    for bad in BAD:
        try:
            await done(client.shapes.nest(**bad))
        except InvalidRequestError as error:
            refused.append(str(error))
    return [
        type(shape).__name__, shape.radius, [type(one).__name__ for one in animals],
        type(nested.limits["a"]).__name__, nested.limits["a"].low, nested.inline.deep[0].x, refused,
    ]

async def main():
    async def awaited(value):
        return await value if asyncio.iscoroutine(value) else value
    found = []
    with HoneyHive(api_key="hh_x") as hh:
        found.append(await through(hh, awaited))
    async with AsyncHoneyHive(api_key="hh_x", tenant_api_key="tenant-1") as hh:
        found.append(await through(hh, awaited))
    return found

print(json.dumps(asyncio.run(main())))
"""


def operation(name: str, reply: dict[str, Any], body: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    found = {
        "operationId": f"{name}Shape",
        "tags": ["Shapes"],
        "summary": "Do it.",
        "description": "It is done.",
        "x-honeyhive-method": f"shapes.{name}",
        "responses": {"200": {"description": "It.", "content": {JSON: {"schema": reply}}}, **ERRORS},
        **more,
    }
    if body:
        found["requestBody"] = {"required": True, "content": {JSON: {"schema": body}}}
    return found


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str], Any]] = []
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    server: Server

    def serve(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.server.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        answer = json.dumps(REPLIES[self.path]).encode()
        self.send_response(200)
        self.send_header("content-type", JSON)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = serve  # noqa: N815 - http.server looks for these names

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the package of this project's document and the constructs, on a host of their own."""
    document = yaml.load((ROOT / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader)
    document["tags"].append({"name": "Shapes", "description": "Shapes."})
    document["components"]["schemas"] |= SCHEMAS
    document["components"]["securitySchemes"]["tenantKey"] = {
        "type": "apiKey",
        "in": "header",
        "name": "X-Tenant-Key",
        "description": "A key of a tenant.",
    }
    servers = [{"url": "https://shapes.example", "x-honeyhive-host": "shapes"}]
    tenant = {"security": [{"tenantKey": []}]}
    document["paths"] |= {
        "/v3/shapes": {"servers": servers, "get": operation("get", SHAPE, **tenant)},
        "/v3/animals": {"servers": servers, "get": operation("animals", {"$ref": "#/components/schemas/Animals"})},
        "/v3/nested": {
            "servers": servers,
            "post": operation(
                "nest", {"$ref": "#/components/schemas/NestedReply"}, {"$ref": "#/components/schemas/Nested"}
            ),
        },
    }
    folder = tmp_path_factory.mktemp("site")
    (folder / "spec.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
    command = [
        sys.executable,
        "-m",
        "generator",
        "--spec",
        str(folder / "spec.yaml"),
        "--out",
        str(folder / "honeyhive_api"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def environment(site: Path, server: Server, **more: str) -> dict[str, str]:
    path = f"{site}{os.pathsep}{ROOT}"
    url = f"http://127.0.0.1:{server.server_port}"
    return {**os.environ, "PYTHONPATH": path, "HH_SHAPES_URL": url, "HH_TENANT_API_KEY": "tenant-1", **more}


def test_both_clients_send_and_read_each_construct(site: Path, server: Server) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, json.dumps(NESTED)],
        env=environment(site, server),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    for shape, radius, animals, limit, low, deep, refused in json.loads(done.stdout):
        assert (shape, radius) == ("Circle", 2)
        assert animals == ["Bird", "Dog", "Gryphon"]
        assert (limit, low, deep) == ("Limit", 1, 1)
        assert [one.removeprefix("shapes.nest(): ") for one in refused] == [
            "either must be a str or a list or a JSON object, not int",
            "either.low must be a number, not str",
            "limits.a must be a JSON object, not int",
            "limits.a.low is required",
            "inline must be a JSON object, not int",
            "inline.deep is required",
            "inline.deep[0].x must be an int, not str",
            "one.low must be a number, not str",
        ]
    half = len(server.seen) // 2
    for seen in (server.seen[:half], server.seen[half:]):
        assert [body for _, _, body in seen] == [None, None, NESTED, {"either": "x"}, {"either": ["x", "y"]}]
        assert seen[0][1]["x-tenant-key"] == "tenant-1"
        assert "authorization" not in seen[0][1]
        assert seen[1][1]["authorization"] == "Bearer hh_x"
        assert "x-tenant-key" not in seen[1][1]


def run(site: Path, server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "honeyhive", *words],
        env=environment(site, server, HH_API_KEY="hh_x"),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_line_sends_and_prints_each_construct(site: Path, server: Server) -> None:
    flags = [f"--{name}={json.dumps(value)}" for name, value in NESTED.items() if value is not None]
    nest = run(site, server, "shapes", "nest", *flags, "--null", "one", "--null", "--two", "--null", "three")
    shape = run(site, server, "shapes", "get")

    assert (nest.returncode, nest.stderr) == (0, "")
    assert server.seen[0][2] == NESTED
    assert json.loads(shape.stdout) == REPLIES["/v3/shapes"]
    assert server.seen[1][1]["x-tenant-key"] == "tenant-1"


def test_the_command_line_masks_the_new_key_and_takes_it_as_a_flag(site: Path, server: Server) -> None:
    dry = run(
        site,
        server,
        "shapes",
        "get",
        "--dry-run",
        "--tenant-api-key",
        "tenant-2-very-secret",
        "--shapes-url",
        "http://127.0.0.1:1",
    )

    assert dry.returncode == 0, dry.stderr
    assert "http://127.0.0.1:1/v3/shapes" in dry.stdout
    assert "X-Tenant-Key: ********" in dry.stdout.replace("x-tenant-key", "X-Tenant-Key")
    assert "secret" not in dry.stdout


def test_null_is_refused_where_it_is_not_a_value(site: Path, server: Server) -> None:
    for words, said in {
        ("--null", "either"): "--null either: --either cannot be null; null is possible for one, two, three",
        ("--null", "nothing"): "--null nothing: there is no flag --nothing",
        ("--two", "x", "--null", "two"): "--null two: --two also has a value; pass one of them",
    }.items():
        done = run(site, server, "shapes", "nest", "--either", '"x"', *words)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert server.seen == []


def test_an_unknown_argument_is_named_without_its_value(site: Path, server: Server) -> None:
    code = "from honeyhive import HoneyHive; HoneyHive('hh_x', tenant_key='secret-1')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(site, server), capture_output=True, text=True, check=False
    )

    assert "TypeError: unexpected keyword argument 'tenant_key'; did you mean tenant_api_key=?" in done.stderr
    frames = done.stderr.replace(code, "")
    assert "secret-1" not in frames
