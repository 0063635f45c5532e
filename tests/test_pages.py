"""In README and docs, every Python snippet runs as written, and every name, make target and link exists."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive_server import LocalServer
from tests.rows import OPERATIONS

ROOT = Path(__file__).parents[1]
TESTED_ELSEWHERE = {"experiments.md", "low-level.md", "opentelemetry.md"} | {
    f"recipes/{name}.md"
    for name in (
        "ci",
        "durable",
        "fastapi",
        "gateway",
        "langchain",
        "masking",
        "openai-anthropic",
        "pandas",
        "services",
    )
}
"""Pages with tests of their own, because their snippets build on each other or need further packages or a model."""
SKILL = ROOT / "honeyhive" / "skill" / "SKILL.md"
PAGES = [
    ROOT / "README.md",
    ROOT / "SECURITY.md",
    ROOT / "CONTRIBUTING.md",
    SKILL,
    *sorted((ROOT / "docs").rglob("*.md")),
]
README = (ROOT / "README.md").read_text()
CALLS = (ROOT / "docs" / "calls.md").read_text()
SNIPPETS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in PAGES
    if page.relative_to(ROOT).as_posix().removeprefix("docs/") not in TESTED_ELSEWHERE
    for number, block in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(), flags=re.DOTALL))
]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_runs_as_written(snippet: str, tmp_path: Path) -> None:
    with LocalServer() as server:
        environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
        environment |= {"HH_API_KEY": "hh_readme", "HH_API_URL": server.url}
        command = [sys.executable, "-W", "error", "-c", snippet]

        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_table_of_operations_has_every_method() -> None:
    rows = re.findall(r"^\| (`[^|]+) \| ([^|]+) \| [^|]+ \|$", CALLS, flags=re.MULTILINE)
    named = {
        (namespace, method)
        for namespaces, methods in rows
        for namespace in re.findall(r"`(\w+)`", namespaces)
        for method in re.findall(r"`(\w+)`", methods)
    }

    missing = {f"{one.namespace}.{one.name}" for one in OPERATIONS.values() if (one.namespace, one.name) not in named}
    assert not missing, "run make generate"


def test_the_readme_is_at_most_120_lines() -> None:
    assert len(README.splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_make_verb_of_a_page_exists(page: Path) -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    code = re.findall(r"^(make .*)$|`([^`\n]+)`", page.read_text(), flags=re.MULTILINE)

    assert set(re.findall(r"\bmake ([a-z-]+)\b", "\n".join(map("".join, code)))) <= verbs


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text())

    assert [target for target in targets if not (page.parent / target).exists()] == []


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
