"""The workflows for GitHub fit their schema, use commands that this project has, and contain no address or secret."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import pythons

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(name: str) -> dict[str, Any]:
    # This parser reads YAML 1.1, in which the key `on` means True.
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text()
    found: dict[str, Any] = yaml.safe_load(text.replace("\non:", "\n'on':"))
    return found


def commands(workflow: dict[str, Any]) -> str:
    return "\n".join(step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_workflow_is_valid_by_the_schema(file: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_its_commands_exist_and_name_no_address_and_no_secret(name: str) -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text()
    workflow = read(name)

    assert set(re.findall(r"\bmake ([a-z-]+)", commands(workflow))) <= verbs
    assert not re.search(r"://|index-url|(?<![\w.])/(?:root|home|tmp|usr)/|secrets\.", text)
    # A value that somebody else chose, such as the name of a tag, could contain commands, so no script contains it.
    assert "${{" not in commands(workflow)
    assert workflow["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_action_is_pinned_and_each_command_has_a_name(file: Path) -> None:
    used = re.findall(r"uses: (.*)$", file.read_text(), flags=re.MULTILINE)
    steps = [step for job in read(file.stem)["jobs"].values() for step in job["steps"]]

    # A tag of an action can be moved to other code, so the commit is pinned. The comment with the tag is for people.
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", one)] == []
    assert [step["run"] for step in steps if "run" in step and "name" not in step] == []


def test_every_python_of_the_classifiers_is_tested() -> None:
    declared = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', (ROOT / "pyproject.toml").read_text())
    tested = read("ci")["jobs"]["pythons"]["strategy"]["matrix"]["python"]

    assert set(declared) <= set(tested) <= set(pythons.PYTHONS)


def test_only_the_job_that_uploads_may_ask_for_a_token() -> None:
    jobs = read("release")["jobs"]

    assert read("release")["on"] == {"release": {"types": ["published"]}}
    assert {name for name, job in jobs.items() if "id-token" in job.get("permissions", {})} == {"publish"}
    assert jobs["publish"]["steps"][-1]["uses"].startswith("pypa/gh-action-pypi-publish@")
    assert "make release" in [step.get("run") for step in jobs["build"]["steps"]]


def test_zizmor_finds_no_risk() -> None:
    command = [Path(sys.executable).with_name("zizmor"), "--offline", "--quiet", ROOT / ".github" / "workflows"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_example_of_ci_needs_no_setting(tmp_path: Path) -> None:
    """The workflow also runs the example on macOS and Windows, where only the package is installed."""
    (step,) = (step for step in read("ci")["jobs"]["systems"]["steps"] if "examples/" in step.get("run", ""))
    command = [sys.executable, *step["run"].replace("examples/", f"{ROOT}/examples/").split()[1:]]
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}

    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_every_python_says_whether_it_ran(capsys: pytest.CaptureFixture[str]) -> None:
    assert pythons.main(["3.99"]) == 1
    assert capsys.readouterr().out == "Python 3.99   not installed\n"
