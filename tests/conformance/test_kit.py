"""The kit covers the document, its requests are correct, and this project's clients can send all of them."""

import http.client
import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from generator.document import Document
from generator.spec.conformance import Listener, report
from honeyhive import HoneyHive
from tests.rows import OPERATIONS

from .conftest import ROOT


def test_every_operation_and_every_example_is_in_the_kit(document: Document, kit: dict[str, Any]) -> None:
    requests = kit["requests"]
    assert {one["operationId"] for one in requests} == {one["operationId"] for *_, one in document.operations()}
    for *_, operation in document.operations():
        media = document.resolve(operation.get("requestBody", {})).get("content", {}).get("application/json", {})
        for example in media.get("examples", {}).values():
            value = document.resolve(example)["value"]
            assert [one for one in requests if one["operationId"] == operation["operationId"] and one["body"] == value]
    names = [one["name"] for one in requests]
    assert len(names) == len(set(names))


def send(listener: Listener, request: dict[str, Any]) -> tuple[int, bytes]:
    """Send a request of the kit with the preferred key; return the status code and the body."""
    values = {name: one if isinstance(one, str | list) else json.dumps(one) for name, one in request["query"].items()}
    query = urlencode(values, doseq=True)
    connection = http.client.HTTPConnection(urlsplit(listener.urls[request["host"]]).netloc)
    headers = {"Authorization": f"Bearer {listener.keys[request['keys'][0]]}"}
    body = None
    if "body" in request:
        headers["Content-Type"] = "application/json"
        body = json.dumps(request["body"])
    connection.request(request["method"], request["path"] + (f"?{query}" if query else ""), body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_the_requests_of_the_kit_are_correct_and_answered_with_the_example(
    listener: Listener, kit: dict[str, Any]
) -> None:
    for request in kit["requests"]:
        status, body = send(listener, request)
        assert (status, json.loads(body) if body else None) == (
            request["reply"]["status"], request["reply"].get("body")
        ), body  # fmt: skip

    outcome = report(kit, listener.received)
    assert (outcome.faulty, outcome.missing) == ((), ())


def test_the_listener_returns_the_faults_of_a_wrong_request(listener: Listener, kit: dict[str, Any]) -> None:
    request = {"method": "POST", "path": "/v1/sessions", "query": {"a": 1}, "body": {}}

    status, body = send(listener, {"host": "v1", "keys": ["projectKey"]} | request)

    assert (status, json.loads(body)["message"]) == (400, "the document has no query parameter a")
    assert str(report(kit, listener.received)).splitlines()[:2] == [
        "wrong    POST /v1/sessions?a=1: the document has no query parameter a",
        "missing  createSession/named",
    ]


def call(hh: HoneyHive, request: dict[str, Any]) -> None:
    """Send a request of the kit with this project's own client."""
    operation = OPERATIONS[request["operationId"]]
    filled = dict(zip(operation.path.split("/"), request["path"].split("/"), strict=True))
    arguments = {}
    for field in operation.fields:
        if field.location == "path":
            arguments[field.argument] = filled[f"{{{field.name}}}"]
        elif field.name in request["query"] and field.location == "query":
            value = request["query"][field.name]
            is_json = isinstance(value, str) and {"object", "array"} & set(field.types)
            arguments[field.argument] = json.loads(value) if is_json else value
        elif field.location == "body" and field.name in request.get("body", {}):
            arguments.setdefault(field.argument, request["body"][field.name])
    getattr(getattr(hh, operation.namespace), operation.name)(**arguments)


def test_this_projects_client_produces_the_kit(listener: Listener, kit: dict[str, Any]) -> None:
    urls = {f"{host}_url": url for host, url in listener.urls.items()}
    kinds = {"projectKey": "", "ingestionKey": "ingestion_", "dataPlaneKey": "data_plane_"}
    kinds["controlPlaneKey"] = "control_plane_"
    keys = {f"{kind}api_key": listener.keys[scheme] for scheme, kind in kinds.items()}
    with HoneyHive(**keys, **urls) as hh, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for request in kit["requests"]:
            call(hh, request)

    outcome = report(kit, listener.received)
    assert (outcome.faulty, outcome.missing) == ((), ())


def test_the_kit_is_small_enough_to_be_read() -> None:
    modules = (ROOT / "generator" / "spec" / "conformance").glob("*.py")

    assert sum(len(one.read_text(encoding="utf-8").splitlines()) for one in modules) < 400


def test_each_security_scheme_has_a_key_of_its_own(listener: Listener) -> None:
    environment = listener.environment()

    assert len(set(listener.keys.values())) == len(listener.keys) == 4
    assert environment["HH_API_KEY"] == listener.keys["projectKey"]
    assert environment["HH_INGESTION_API_KEY"] == listener.keys["ingestionKey"]
    assert environment["HH_CONTROL_PLANE_API_KEY"] == listener.keys["controlPlaneKey"]


CLIENT = """
import json, os, sys, urllib.request
kit = json.load(open(os.environ["HH_CONFORMANCE_KIT"]))
for one in kit["requests"]:
    if one["name"] in sys.argv[1:]:
        url = os.environ[f"HH_{one['host'].upper()}_URL"] + one["path"]
        headers = {"Authorization": "Bearer " + os.environ["HH_API_KEY"], "Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(url, json.dumps(one["body"]).encode(), headers)).close()
"""


def conformance(tmp_path: Path, *arguments: str, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    (tmp_path / "client.py").write_text(CLIENT)
    client = [sys.executable, str(tmp_path / "client.py"), *arguments]
    command = [sys.executable, "-m", "generator", "conformance", *options, "--", *client]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_runs_a_client_and_reports(tmp_path: Path, kit: dict[str, Any]) -> None:
    done = conformance(tmp_path, "createSession/named", "createEvent/model")

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["sent     createSession/named", "sent     createEvent/model"]
    assert lines[-1] == f"2 of {len(kit['requests'])} requests of the kit sent, 0 faults"
    assert conformance(tmp_path, "createSession/named", options=("--all",)).returncode == 1
    assert conformance(tmp_path).returncode == 1, "a client that sent nothing has shown nothing"
