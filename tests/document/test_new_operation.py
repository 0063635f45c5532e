"""A new operation in the document is callable in both clients, with types and docstrings, on its host."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]

SCRIPT = """
import asyncio, inspect, json, sys, warnings
from honeyhive import AsyncHoneyHive, HoneyHive

def arguments():
    return {"name": "bolt", "made_at": "2026-01-02T03:04:05Z", "sizes": [1, 2], "old_name": "b"}

caught = []
warnings.showwarning = lambda message, kind, file, line, *more: caught.append([kind.__name__, str(message), file, line])
warnings.simplefilter("always")

with HoneyHive(api_key="hh_x") as hh:
    part = hh.gadgets.add_part("g/1", dry_run=True, **arguments())
    line = inspect.currentframe().f_lineno - 1
    assert (part.part_id, part["extra"]) == ("p", 1)

async def main():
    async with AsyncHoneyHive(api_key="hh_x") as hh:
        part = await hh.gadgets.add_part("g/1", dry_run=True, **arguments())
        assert (part.part_id, part["extra"]) == ("p", 1)
        return inspect.currentframe().f_lineno - 2

second = asyncio.run(main())
print(json.dumps({"caught": caught, "lines": [line, second], "doc": inspect.getdoc(hh.gadgets.add_part)}))
"""

TYPED = """
from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive_api.models import Part

def good(hh: HoneyHive) -> Part:
    return hh.gadgets.add_part("g", name="x", made_at=1.0, sizes=[1])

async def good_too(hh: AsyncHoneyHive) -> Part:
    return await hh.gadgets.add_part("g", name="x")

def bad(hh: HoneyHive) -> None:
    hh.gadgets.add_part("g")
    hh.gadgets.add_part("g", name=3)
    hh.gadgets.add_part("g", nam="x")
"""


class Recorder(ThreadingHTTPServer):
    """A server that returns the same response to every request, and keeps the requests."""

    daemon_threads = True

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, Any, str]] = []
        super().__init__(("127.0.0.1", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Recorder

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.seen.append((self.command, self.path, body, self.headers["authorization"]))
        answer = b'{"part_id": "p", "extra": 1}'
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with Recorder() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def site(recorder: Recorder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the package of this project's document and one more operation, which has its own host."""
    document = yaml.load((ROOT / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader)
    document["tags"].append({"name": "Gadgets", "description": "A gadget has parts."})
    document["paths"]["/v2/gadgets/{gadget_id}/parts"] = new_path(f"http://127.0.0.1:{recorder.server_port}")
    document["components"]["schemas"] |= deepcopy(NEW_SCHEMAS)
    folder = tmp_path_factory.mktemp("site")
    (folder / "spec.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
    command = [sys.executable, "-m", "generator", "--rules"]
    command += ["--spec", str(folder / "spec.yaml"), "--out", str(folder / "honeyhive_api")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def new_path(url: str) -> dict[str, Any]:
    answers = {"4XX": {"$ref": "#/components/responses/ClientError"}}
    return {
        "servers": [{"url": url, "x-honeyhive-host": "gadgets"}],
        "post": {
            "operationId": "addPart",
            "tags": ["Gadgets"],
            "summary": "Add a part to a gadget.",
            "description": "The part is kept.",
            "x-honeyhive-method": "gadgets.add_part",
            "parameters": [
                {
                    "name": "gadget_id",
                    "in": "path",
                    "required": True,
                    "description": "The gadget.",
                    "schema": {"type": "string"},
                    "example": "g",
                },
                {
                    "name": "dryRun",
                    "in": "query",
                    "description": "Whether nothing is stored.",
                    "schema": {"type": "boolean"},
                    "example": True,
                },
            ],
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {
                        "schema": {"$ref": "#/components/schemas/AddPartRequest"},
                        "examples": {"one": {"value": {"name": "bolt"}}},
                    }
                },
            },
            "responses": {
                "200": {
                    "description": "The part.",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Part"},
                            "examples": {"one": {"value": {"part_id": "p"}}},
                        }
                    },
                },
                **answers,
                "default": {"$ref": "#/components/responses/Failure"},
            },
        },
    }


NEW_SCHEMAS: dict[str, Any] = {
    "AddPartRequest": {
        "description": "A part to add.",
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "description": "The name of the part."},
            "madeAt": {"$ref": "#/components/schemas/StartTime"},
            "sizes": {"type": "array", "items": {"type": "integer"}, "description": "The sizes."},
            "oldName": {
                "type": "string",
                "description": "The older name of `name`.",
                "deprecated": True,
                "x-honeyhive-replaced-by": ["name"],
                "x-honeyhive-sunset": "2027-03-01",
            },
        },
    },
    "Part": {
        "description": "A part.",
        "type": "object",
        "required": ["part_id"],
        "properties": {"part_id": {"type": "string", "description": "The id of the part."}},
    },
}


def test_a_new_operation_is_callable_in_both_clients_on_its_host(site: Path, recorder: Recorder) -> None:
    script = site / "script.py"
    script.write_text(SCRIPT)
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    environment["PYTHONPATH"] = str(site)

    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    body = {"name": "bolt", "madeAt": 1767323045000, "sizes": [1, 2], "oldName": "b"}
    assert recorder.seen == [("POST", "/v2/gadgets/g%2F1/parts?dryRun=true", body, "Bearer hh_x")] * 2
    told = json.loads(done.stdout)
    message = "gadgets.add_part(old_name=) is deprecated: use name=; it goes away on 2027-03-01"
    assert told["caught"] == [["DeprecationWarning", message, str(script), line] for line in told["lines"]]
    assert told["doc"].startswith("Add a part to a gadget.")
    assert "dry_run: Whether nothing is stored." in told["doc"]
    assert "Deprecated: use name. It goes away on 2027-03-01." in " ".join(told["doc"].split())


def test_a_new_operation_passes_mypy_strict(site: Path) -> None:
    (site / "typed.py").write_text(TYPED)
    environment = {**os.environ, "MYPYPATH": f"{site}{os.pathsep}{ROOT}"}
    command = "-m mypy --strict --config-file= --follow-imports=silent --explicit-package-bases --no-error-summary"

    done = subprocess.run(
        [sys.executable, *command.split(), "--cache-dir", site / "cache", site / "typed.py"],
        cwd=site,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    wrong = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert {line.split(":")[1] for line in wrong} == {"12", "13", "14"}, done.stdout
    assert all("add_part" in line for line in wrong)
