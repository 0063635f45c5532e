"""The workflow document.yml for GitHub fits the schema of workflows, and its commands exist in this project."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.needs import missing

ROOT = Path(__file__).parents[2]
FILE = ROOT / ".github" / "workflows" / "document.yml"


@pytest.fixture
def workflow() -> dict[str, Any]:
    # This parser reads YAML 1.1, in which the key `on` means True.
    return yaml.safe_load(FILE.read_text().replace("\non:", "\n'on':"))


def commands(workflow: dict[str, Any], job: str) -> list[str]:
    return [step["run"] for step in workflow["jobs"][job]["steps"] if "run" in step]


def test_the_workflow_is_valid_by_the_github_schema() -> None:
    if find_spec("check_jsonschema") is None:
        missing("check-jsonschema is not installed")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_pull_request_gets_the_report_and_a_release_the_files(workflow: dict[str, Any]) -> None:
    report, publish = commands(workflow, "report"), commands(workflow, "publish")

    assert workflow["on"].keys() == {"pull_request", "release"}
    assert report[1].splitlines() == ["make generate", "git add --intent-to-add . && git diff --exit-code --stat"]
    assert any("gh pr comment" in one for one in report)
    assert publish[-2] == "make publish"
    assert publish[-1] == 'gh release upload "$TAG" dist/spec/* --clobber'
    assert workflow["permissions"] == {"contents": "read"}


def test_the_commands_of_the_workflow_exist_without_local_paths(workflow: dict[str, Any]) -> None:
    text = "\n".join([*commands(workflow, "report"), *commands(workflow, "publish")])
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= verbs
    assert not re.search(r"://|index-url|(?<![\w.])/(?:root|home|tmp|usr)/", FILE.read_text())
    # A value from outside, such as the name of a tag, could contain commands, so no script may contain it.
    assert "${{" not in text


def test_the_report_of_the_workflow_compares_a_git_revision() -> None:
    command = [sys.executable, "-m", "generator", "diff", "HEAD", "openapi.yaml", "--format", "markdown"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_files_that_are_generated_but_not_committed_are_refused(workflow: dict[str, Any], tmp_path: Path) -> None:
    check = commands(workflow, "report")[1].splitlines()[1]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    nothing_new = subprocess.run(check, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    (tmp_path / "new_module.py").write_text("NEW = 1\n")

    done = subprocess.run(check, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert nothing_new.returncode == 0
    assert (done.returncode, "new_module.py" in done.stdout) == (1, True)


def test_environments_of_the_vendors_clients_have_folders_of_their_own() -> None:
    def planned(verb: str) -> str:
        # --always-make is needed, because the environments may exist already.
        command = ["make", "--dry-run", "--always-make", verb]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    latest, older, removed = planned("vendors"), planned("vendors-older"), planned("clean")

    assert ("--requirement tests/vendor/version.txt" in latest, ".vendors/" in latest) == (True, False)
    assert ("--clear .vendors/0.1.96" in older, ".venv-vendors" in older) == (True, False)
    assert {".venv-vendors", ".vendors"} <= set(removed.split())
