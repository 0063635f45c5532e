"""Generates clients in other languages from the published documents, and gives them a server to talk to."""

import json
import os
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document, DocumentError
from generator.spec.conformance import listen
from generator.spec.publish import of_host
from generator.spec.publish.npm import installed
from generator.spec.publish.texts import as_yaml
from honeyhive_server import LocalServer
from tests import needs

from .pins import OPTIONS, VERSIONS

ROOT = Path(__file__).parents[2]
LANGUAGES = ROOT / "languages"
DRIVEN = ("v1", "legacy")
"""The hosts that the programs talk to."""
START = 1767323045123


def run(command: list[str | Path], folder: Path, **environment: str) -> str:
    """Return the output of a command; a failure shows all of it."""
    done = subprocess.run(
        [str(one) for one in command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def specs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the published document of each host."""
    document = Document.read(ROOT / "openapi.yaml")
    folder = tmp_path_factory.mktemp("spec")
    found = {}
    for host in document.hosts():
        found[host] = folder / f"openapi-{host}.yaml"
        found[host].write_text(as_yaml(of_host(document, host).data, "Derived."), encoding="utf-8")
    return found


@pytest.fixture(scope="session")
def jar() -> Path:
    """openapi-generator; it is also the class path of what it generates for Java."""
    needs.program("java")
    spec = find_spec("openapi_generator_cli")
    if spec is None or spec.origin is None:
        needs.missing("openapi-generator-cli is not installed: make languages")
        raise AssertionError
    return Path(spec.origin).with_name("openapi-generator.jar")


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """TypeScript and what its clients need; it comes from npm the first time."""
    needs.program("node")
    try:
        beside = (f"{name}@{VERSIONS[name]}" for name in ("openapi-typescript", "openapi-fetch", "@types/node"))
        return installed("typescript", VERSIONS["typescript"], *beside)
    except DocumentError as error:
        needs.missing(str(error))
        raise


def generate(jar: Path, language: str, spec: Path, out: Path, *options: str, names: str = "") -> None:
    """Return the generated client of one host, without its tests and pages."""
    parts = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"
    command = ["java", "-jar", jar, "generate", "-g", language, "-i", spec, "-o", out, *options]
    properties = ",".join(one for one in (OPTIONS[language], names) if one)
    said = run([*command, "--additional-properties", properties, "--global-property", parts], out.parent)
    assert "ERROR" not in said, said


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer(strict=True) as server:
        yield server


def urls(server: LocalServer) -> dict[str, str]:
    return {f"HH_{host.upper()}_URL": server.url for host in DRIVEN} | {"HH_API_KEY": "hh_languages"}


def check(said: str, server: LocalServer, name: str, specs: dict[str, Path]) -> None:
    """Check that the program and the server have what was sent: one session, two events, the exact time."""
    told = json.loads(said)
    if "hosts" in told:
        assert told["hosts"] == {host: server_of(specs[host]) for host in DRIVEN}
    (session,) = server.sessions()
    assert (session["event_name"], session["start_time"]) == (name, START)
    assert (told["created"], told["stored"]) == (START, True)
    (listed,) = told["listed"]
    assert (listed["event_name"], listed["start_time"]) == (name, START)
    events = {one["event_name"]: one for one in server.events()}
    assert set(events) == {"track-parcel", "answer"}
    assert (events["track-parcel"]["start_time"], events["track-parcel"]["duration"]) == (START, 48)
    assert events["answer"]["outputs"] == {"content": "It is on its way."}
    children: list[dict[str, Any]] = listed["children"]
    assert {one["event_name"] for one in children} == set(events)
    assert server.violations == []


def judge(command: list[str | Path], folder: Path) -> None:
    """Check that every request of the program is correct, each at its own host."""
    with listen(Document.read(ROOT / "openapi.yaml")) as listener:
        run(command, folder, **listener.environment())

    assert [(one.host, one.method, faults) for one, faults in listener.received] == [
        ("v1", "POST", []),
        ("v1", "POST", []),
        ("legacy", "GET", []),
    ]


def server_of(spec: Path) -> str:
    (server,) = Document.read(spec).data["servers"]
    return str(server["url"])
