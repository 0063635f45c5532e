"""The checks before a release, run on copies of the files that they read."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from tests.release_checks import PAGES, missing

ROOT = Path(__file__).parents[1]
URLS = """
[project.urls]
Documentation = "https://sdk.example.com"
Repository = "https://code.example.com/sdk"
Changelog = "https://code.example.com/sdk/CHANGELOG.md"
"""


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """Return a folder with the files of a project whose owners have prepared everything for a release."""
    for name in ("pyproject.toml", "CHANGELOG.md", "tests/__init__.py", "tests/release_checks.py", *PAGES):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy(ROOT / name, tmp_path / name)
    for name, before, after in (
        ("pyproject.toml", r"\n\[project\.optional", rf"{URLS}\n[project.optional"),
        ("CHANGELOG.md", r"\] - unreleased", "] - 2026-12-01"),
        *((page, r"From a checkout, until the first release is published|'\.\[", "Install") for page in PAGES),
    ):
        file = tmp_path / name
        file.write_text(re.sub(before, after, file.read_text()))
    return tmp_path


def test_nothing_is_missing_in_a_prepared_project(prepared: Path) -> None:
    assert list(missing(prepared, "v0.1.0")) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("pyproject.toml", "https://sdk.example.com", "", "set Documentation in [project.urls]"),
        ("CHANGELOG.md", "2026-12-01", "unreleased", "give 0.1.0 its date"),
        ("README.md", "## Install", "## Install\n\npip install '.[server]'", "replace the install from a checkout"),
    ],
)
def test_each_gap_is_named_with_its_file(prepared: Path, file: str, before: str, after: str, told: str) -> None:
    (prepared / file).write_text((prepared / file).read_text().replace(before, after))

    (line,) = missing(prepared, None)

    assert line.startswith(f"{file}: ")
    assert told in line


@pytest.mark.parametrize(("tag", "status"), [("v0.1.0", 0), ("v9.9.9", 1)])
def test_a_tag_that_is_not_the_version_is_refused(prepared: Path, tag: str, status: int) -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text()
    (command,) = re.findall(r"run: (python -m tests\.release_checks .*)", workflow)
    environment = {"TAG": tag, "PATH": Path(sys.executable).parent.as_posix()}

    done = subprocess.run(
        command, shell=True, cwd=prepared, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == status, done.stdout + done.stderr


def test_the_page_on_releases_names_each_step_that_a_workflow_relies_on() -> None:
    page = (ROOT / "docs" / "releasing.md").read_text()
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text()
    (environment,) = re.findall(r"environment: (\w+)", workflow)

    assert f"`{environment}`" in page
    assert "`release.yml`" in page
    assert "python -m tests.release_checks" in page
