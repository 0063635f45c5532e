"""Functions decorated with ``honeyhive.trace`` need no client object."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import honeyhive
from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .stored import stored, tree


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program without any other setting of the SDK in its environment."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env={**kept, **environment}, capture_output=True, text=True, check=False)


@honeyhive.trace("shared", type="chain")
def shared() -> int:
    return 1


def test_the_client_is_that_of_the_session_around_the_call(hh: HoneyHive, server: LocalServer) -> None:
    with LocalServer() as other, HoneyHive(api_key="hh_test", base_url=other.url) as another:
        with hh.session("a"):
            assert shared() == 1
        with another.event("b"):
            assert shared() == 1
        assert tree(stored(another, other)[0]) == {"b": [{"b": [{"shared": []}]}]}
    assert tree(stored(hh, server)[0]) == {"a": [{"shared": []}]}


def test_outside_of_every_session_the_environment_has_the_settings(server: LocalServer) -> None:
    code = """
from honeyhive import trace

@trace
def outer():
    return inner()

@trace
async def unused(): ...

@trace(type="model")
def inner():
    return 5

print(outer())
"""
    done = run(code, HH_API_KEY="hh_test", HH_API_URL=server.url)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "5", "")
    assert [tree(root) for root in server.sessions()] == [{"outer": [{"outer": [{"inner": []}]}]}]


def test_decorating_needs_no_key_and_does_not_import_httpx() -> None:
    code = """
import sys, honeyhive
assert not [name for name in sys.modules if name.startswith(("honeyhive._tracing.payload", "attr", "httpx"))]

@honeyhive.trace
def f(): ...

print([name for name in ("httpx", "attr", "ssl") if name in sys.modules], sorted(set(dir(honeyhive)) & {"trace"}))
"""
    done = run(code)

    assert (done.stdout.strip(), done.stderr) == ("[] ['trace']", "")


def test_wrong_keywords_name_the_line_of_the_decoration(tmp_path: Path) -> None:
    code = """
import json, warnings, honeyhive
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    honeyhive.trace(event_type="tool")
print(json.dumps([one.filename for one in caught]))
"""
    file = tmp_path / "program.py"
    file.write_text(code)
    done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [str(file)]


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'tracee'"):
        honeyhive.tracee  # type: ignore[attr-defined]  # noqa: B018
