"""Fixtures: a function that runs the generator, and documents for it."""

import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from honeyhive._core import prepare

ROOT = Path(__file__).parents[2]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def written() -> dict[str, Any]:
    """Return the parsed document of this project."""
    return yaml.load((ROOT / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader)


@pytest.fixture
def document(written: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of this project's document, which a test may change."""
    return deepcopy(written)


@pytest.fixture
def run() -> Run:
    """Return a function that runs ``python -m generator`` with its arguments."""

    def run(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **more)

    return run


@pytest.fixture
def generate(run: Run, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that writes a document to a file and generates the package ``made`` from it."""

    def generate(document: dict[str, Any], *arguments: str) -> subprocess.CompletedProcess[str]:
        spec = tmp_path / "spec.yaml"
        spec.write_text(yaml.safe_dump(document, sort_keys=False))
        return run("--spec", spec, "--out", tmp_path / "made", *arguments)

    return generate


@pytest.fixture
def requested(made: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return a function that calls ``namespace.method`` of the generated package, and returns the request."""
    monkeypatch.setattr(prepare, "UNSET", made(".types").UNSET)

    def requested(method: str, *positional: Any, **named: Any) -> Any:
        ways = {"_call": staticmethod(prepare.request_of), "_pages": None}
        client = type("Client", (made(".namespaces").SyncNamespaces,), ways)()
        return attrgetter(method)(client)(*positional, **named)

    return requested


@pytest.fixture(scope="session")
def minimal() -> dict[str, Any]:
    """Return a small document of another API, without this project's extensions."""
    return yaml.safe_load("""
        openapi: 3.1.0
        info: {title: Shop, version: 2.0.0}
        servers: [{url: https://shop.example}]
        paths:
          /orders/{order-id}:
            parameters:
              - {name: order-id, in: path, required: true, schema: {type: string}}
            get:
              tags: [Orders]
              operationId: getOrder
              summary: Read an order.
              parameters:
                - {name: fieldNames, in: query, schema: {type: array, items: {type: string}}}
                - {name: from, in: query, schema: {type: string}}
              responses:
                '200':
                  description: The order.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
            put:
              tags: [Orders]
              operationId: replaceOrder
              summary: Replace an order.
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
              responses:
                '204': {description: Done.}
          /tags:
            post:
              operationId: setTags
              summary: Set the tags.
              requestBody:
                content: {application/json: {schema: {type: array, items: {type: string}}}}
              responses:
                '200':
                  description: The tags.
                  content: {application/json: {schema: {type: array, items: {type: string}}}}
        components:
          schemas:
            Order:
              type: object
              required: [number]
              properties:
                number: {type: integer}
                state: {$ref: '#/components/schemas/State'}
                lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                parent: {anyOf: [{$ref: '#/components/schemas/Order'}, {type: 'null'}]}
                notes: {type: [object, 'null']}
                placedAt: {type: string, format: date-time}
            Line:
              type: object
              properties:
                field: {type: string}
                define: {type: string}
            State: {type: string, enum: [open, closed]}
    """)
