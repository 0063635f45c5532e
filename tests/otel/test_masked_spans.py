"""Masks and the capture options of a client apply to spans of public instrumentors."""

import json
import os
import subprocess
import sys

import pytest

from honeyhive._otel.captured_content import without_content
from honeyhive_server import LocalServer

from .scenarios import QUESTION, SCENARIOS, SYSTEM

PROGRAM = """
import sys
from honeyhive import HoneyHive
from honeyhive.otel import instrument
from honeyhive.tracing import Options
from tests.otel.fake_model import FakeModel
from tests.otel.scenarios import SCENARIOS

with HoneyHive(tracing=Options(masks="all")) as hh, FakeModel() as model:
    instrument(hh)
    for at in ("QUESTION", "SYSTEM"):
        import tests.otel.scenarios as scenarios
        setattr(scenarios, at, getattr(scenarios, at) + " ann@example.org, 4111 1111 1111 1111")
    SCENARIOS[sys.argv[1]](model.url)
    assert hh.flush(30)
"""


def stored_by(name: str, **environment: str) -> str:
    with LocalServer() as server:
        given = {**os.environ, "HH_API_KEY": "hh_test", "HH_API_URL": server.url, **environment}
        given |= {"LANGSMITH_TRACING": "false", "ANONYMIZED_TELEMETRY": "false", "DO_NOT_TRACK": "1"}
        command = [sys.executable, "-c", PROGRAM, name]
        done = subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=180)
        assert done.returncode == 0, done.stderr
        assert server.events()
        return json.dumps([server.events(), server.sessions()], ensure_ascii=False)


@pytest.mark.parametrize("name", SCENARIOS)
def test_spans_of_an_instrumentor_are_masked(name: str) -> None:
    text = stored_by(name)

    assert "ann@example.org" not in text
    assert "4111 1111 1111 1111" not in text
    assert "[email], [card]" in text or name == "mcp"


@pytest.mark.parametrize("name", SCENARIOS)
def test_spans_of_an_instrumentor_carry_no_content_if_none_is_captured(name: str) -> None:
    text = stored_by(name, HH_CAPTURE_CONTENT="false")

    assert not any(event["inputs"] or event["outputs"] for event in json.loads(text)[0])
    for private in (QUESTION, SYSTEM, "on its way", "HH-204", "ann@example.org"):
        assert private not in text
    assert '"prompt_tokens"' in text or name == "mcp", "counts are not content"


def test_attributes_with_content_are_left_out_by_field() -> None:
    attributes = {
        "input.value": "private",
        "output.value": "private",
        "llm.output_messages.0.message.content": "private",
        "llm.prompt_template.template": "private",
        "events": [{"name": "private"}],
        "input_tokens": 12,
        "response_model": "m",
        "resource": {"service.name": "shop", "process.command_args": ["private"]},
    }

    def event() -> dict[str, object]:
        return {"metadata": dict(attributes), "config": {"model": "m", "prompt": "private"}}

    both = without_content(event, frozenset({"inputs", "outputs"}))
    assert "private" not in str(both)
    assert both == {
        "metadata": {"input_tokens": 12, "response_model": "m", "resource": {"service.name": "shop"}},
        "config": {"model": "m"},
    }
    assert "llm.prompt_template.template" in without_content(event, frozenset({"outputs"}))["metadata"]
    assert "output.value" not in without_content(event, frozenset({"inputs"}))["metadata"]
