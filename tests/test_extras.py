"""Optional dependencies are needed, and imported, only when they are used."""

import re
import subprocess
import sys
from pathlib import Path

from honeyhive_server import LocalServer
from tests import environments

ROOT = Path(__file__).parents[1]
USE = """
import sys
from honeyhive import HoneyHive
with HoneyHive(api_key="hh_test", base_url=sys.argv[1]) as hh:
    with hh.session("session") as session, session.event("event"):
        hh.tracing.trace_headers()
    hh.sessions.create(session_name="another")
    assert hh.flush(20)
assert not [name for name in sys.modules if name.startswith(("opentelemetry", "openinference", "honeyhive.otel"))]
"""
BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "opentelemetry":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""
ASK = """
try:
    from honeyhive.otel import instrument
except ImportError as error:
    assert str(error) == "honeyhive.otel needs OpenTelemetry: pip install 'honeyhive-sdk[otel]'", error
else:
    raise AssertionError("it was there")
"""


def run(program: str, url: str = "") -> None:
    command = [sys.executable, "-W", "error", "-c", program, url]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_client_loads_nothing_of_opentelemetry() -> None:
    with LocalServer() as server:
        run(USE, server.url)


def test_the_client_needs_nothing_of_opentelemetry() -> None:
    with LocalServer() as server:
        run(BLOCKED + USE, server.url)


def test_without_the_extra_the_error_names_it() -> None:
    run(BLOCKED + ASK)


def test_the_oldest_versions_that_are_tested_are_the_lower_bounds() -> None:
    bounds = {
        (one.name, bound.version)
        for one in environments.declared("server", "otel")
        for bound in one.specifier
        if bound.operator == ">="
    }
    tested = dict(re.findall(r"^([\w-]+)==([\d.]+)$", (ROOT / "constraints-oldest.txt").read_text(), re.MULTILINE))

    assert bounds <= set(tested.items())
    assert {name for name, _ in bounds} | {"hypothesis", "pytest"} == tested.keys()
