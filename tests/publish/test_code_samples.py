"""The code samples of the reference run, and send the requests of the conformance kit."""

import contextlib
import io
import json
import os
import re
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document
from generator.model.build import build_table
from generator.spec.conformance import Listener, listen, report
from generator.spec.publish.code_samples import code_samples
from tests import needs


@pytest.fixture
def listener(document: Document) -> Iterator[Listener]:
    with listen(document) as listener:
        yield listener


@pytest.fixture(scope="module")
def first(kit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return for each operation the request that its samples send."""
    return {one["operationId"]: one for one in reversed(kit["requests"])}


@pytest.fixture(scope="module")
def samples(document: Document, publication: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return the samples in the pages, by language and operationId."""
    found: dict[str, dict[str, str]] = {"curl": {}, "Python": {}, "TypeScript": {}}
    for host in document.hosts():
        text = publication[f"reference-{host}.html"]
        inside = re.search(r'<script type="application/json" id="document">(.*?)</script>', text, re.DOTALL)
        assert inside
        for operation in Document("", json.loads(inside[1])).operations():
            for one in operation.get("x-codeSamples"):
                found[one["label"]][operation.get("operationId")] = one["source"]
    return found


def local(source: str, document: Document, listener: Listener) -> str:
    """Return the sample with the URLs of the listener instead of the real ones."""
    for host, server in document.hosts().items():
        source = re.sub(rf"{re.escape(server['url'])}(?=/)", listener.urls[host], source)
    return source


def check(kit: dict[str, Any], first: dict[str, dict[str, Any]], listener: Listener) -> None:
    outcome = report(kit | {"requests": list(first.values())}, listener.received)
    assert (outcome.faulty, outcome.missing) == ((), ())


def test_every_operation_has_a_sample_in_each_language(document: Document, samples: dict[str, dict[str, str]]) -> None:
    names = {one.get("operationId") for one in document.operations()}

    assert {language: set(found) for language, found in samples.items()} == dict.fromkeys(samples, names)


def test_the_python_samples_send_what_they_show(
    samples: dict[str, dict[str, str]],
    kit: dict[str, Any],
    first: dict[str, dict[str, Any]],
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [name for one in listener.schemes.values() for name in one.variables]
    for name, value in listener.environment().items():
        if name not in keys:
            monkeypatch.setenv(name, value)
    for source in samples["Python"].values():
        named = re.search(r"with (\w+) in the environment", source)
        assert named
        for name in keys:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(named[1], listener.environment()[named[1]])
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore", DeprecationWarning)
            exec(compile(f"{source}\nhh.close()", "sample", "exec"), {})  # a sample is a complete program

    check(kit, first, listener)


def test_the_curl_samples_send_what_they_show(
    samples: dict[str, dict[str, str]],
    document: Document,
    kit: dict[str, Any],
    first: dict[str, dict[str, Any]],
    listener: Listener,
    tmp_path: Path,
) -> None:
    needs.program("curl")
    script = "\n".join(f"{local(one, document, listener)} || exit 1\necho" for one in samples["curl"].values())
    (tmp_path / "samples.sh").write_text(script)
    environment = {**os.environ, **listener.environment()}
    done = subprocess.run(
        ["sh", "samples.sh"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    check(kit, first, listener)


def test_the_typescript_samples_send_what_they_show(
    samples: dict[str, dict[str, str]],
    document: Document,
    kit: dict[str, Any],
    first: dict[str, dict[str, Any]],
    listener: Listener,
    tmp_path: Path,
) -> None:
    node = needs.program("node")
    program = "\n".join(f"{{\n{local(one, document, listener)}\n}}" for one in samples["TypeScript"].values())
    (tmp_path / "samples.mjs").write_text(program)
    environment = {**os.environ, **listener.environment()}
    done = subprocess.run(
        [node, "samples.mjs"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    check(kit, first, listener)


def test_a_long_value_has_a_line_for_each_item(document: Document, first: dict[str, dict[str, Any]]) -> None:
    request = first["createSession"] | {"body": {"session_name": "it's", "inputs": {"a": ["x" * 60, None, True, {}]}}}

    curl, python, typescript = (one["source"] for one in code_samples(request, build_table(document)))

    assert "it'\"'\"'s" in curl
    assert '    inputs={\n        "a": [\n            "xxx' in python
    assert "            None,\n            True,\n            {},\n        ],\n    },\n)" in python
    assert '\n    "session_name": "it\'s",\n' in typescript
