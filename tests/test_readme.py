"""What the README shows runs, and what it names exists."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer
from tests.rows import OPERATIONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_the_code_of_the_readme_runs(block: str, tmp_path: Path) -> None:
    with LocalServer() as server:
        environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
        environment |= {"HH_API_KEY": "hh_readme", "HH_API_URL": server.url}
        command = [sys.executable, "-W", "error", "-c", block]

        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_every_namespace_of_the_readme_exists_with_its_methods() -> None:
    rows = re.findall(r"^\| (`[^|]+) \| ([^|]+) \| [^|]+ \|$", README, flags=re.MULTILINE)
    named = {
        (namespace, method)
        for namespaces, methods in rows
        for namespace in re.findall(r"`(\w+)`", namespaces)
        for method in re.findall(r"`(\w+)`", methods)
    }

    missing = {f"{one.namespace}.{one.name}" for one in OPERATIONS.values() if (one.namespace, one.name) not in named}
    assert not missing, "name them in the table of namespaces in README.md"


def test_every_make_verb_of_the_readme_exists() -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z-]+)\b", README)) <= verbs


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_quickstart_shows_the_whole_tree() -> None:
    with LocalServer() as server:
        environment = {**os.environ, "HH_API_KEY": "hh_demo", "HH_API_URL": server.url}
        command = [sys.executable, "-W", "error", str(ROOT / "examples" / "quickstart.py")]

        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "DeprecationWarning: sessions.add_traces(logs=) is deprecated: use events=" in done.stdout
    assert done.stdout.endswith(
        "session: support-chat\n"
        "  tool: track-parcel  48 ms\n"
        "  model: answer  740 ms\n"
        "  chain: check-answer  20 ms\n"
        "    tool: find-rude-words  5 ms\n"
        "  tool: old-style\n"
    )
