"""The gate names the version that a change needs, and refuses a smaller one."""

import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.document import Document, DocumentError
from generator.spec.diff import Version
from generator.spec.diff.change import Step
from generator.spec.releases import newest_released, refuse_small_step, released_documents

ROOT = Path(__file__).parents[2]
Data = dict[str, Any]


@pytest.fixture
def released(document: Data, tmp_path: Path) -> Path:
    """Return a folder with the release 1.2.3."""
    (tmp_path / "openapi-1.2.3.yaml").write_text(yaml.safe_dump(document))
    return tmp_path


def with_version(document: Data, version: str, change: Callable[[Data], object] = lambda _: None) -> Document:
    data = deepcopy(document)
    data["info"]["version"] = version
    change(data)
    return Document("openapi.yaml", data)


def remove(data: Data) -> None:
    del data["paths"]["/orders/{id}"]


def add(data: Data) -> None:
    data["paths"]["/tills"] = {"get": {"responses": {}}}


def reword(data: Data) -> None:
    data["info"]["title"] = "Store"


@pytest.mark.parametrize(
    ("change", "version", "enough"),
    [
        (remove, "1.2.4", False),
        (remove, "1.3.0", False),
        (remove, "2.0.0", True),
        (remove, "3.1.0", True),
        (add, "1.2.3", False),
        (add, "1.2.4", False),
        (add, "1.3.0", True),
        (reword, "1.2.3", False),
        (reword, "1.2.4", True),
        (lambda _: None, "1.2.3", True),
        (lambda _: None, "1.2.2", False),
    ],
)
def test_a_version_step_that_is_too_small_is_refused(
    document: Data, released: Path, change: Callable[[Data], object], version: str, enough: bool
) -> None:
    new = with_version(document, version, change)

    if enough:
        refuse_small_step(new, released)
    else:
        with pytest.raises(DocumentError, match=r"raise info\.version"):
            refuse_small_step(new, released)


def test_the_newest_release_counts_by_number_and_not_by_name(document: Data, released: Path) -> None:
    (released / "openapi-1.10.0.yaml").write_text(yaml.safe_dump(with_version(document, "1.10.0").data))

    newest = newest_released(released)

    assert newest is not None
    assert str(Version.of(newest)) == "1.10.0"
    refuse_small_step(with_version(document, "1.10.0"), released)


def test_without_a_release_any_version_is_allowed(document: Data, tmp_path: Path) -> None:
    assert newest_released(tmp_path) is None
    refuse_small_step(with_version(document, "0.1.0"), tmp_path)


def test_a_release_is_named_after_its_version(document: Data, released: Path) -> None:
    (released / "openapi-2.0.0.yaml").write_text(yaml.safe_dump(document))

    with pytest.raises(DocumentError, match=r"openapi-2\.0\.0\.yaml has info\.version 1\.2\.3"):
        released_documents(released)


@pytest.mark.parametrize("version", ["1.2", "v1.2.3", "1.2.3-rc1", "01.2.3", None, 1.2])
def test_a_version_that_is_not_major_minor_patch_is_refused(version: Any) -> None:
    with pytest.raises(DocumentError, match=r"is not MAJOR\.MINOR\.PATCH"):
        Version.parse(version)


def test_version_after_resets_lower_numbers() -> None:
    assert [str(Version(1, 2, 3).after(step)) for step in (None, *Step)] == ["1.2.3", "1.2.4", "1.3.0", "2.0.0"]


def diff(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "diff", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_names_each_change_and_the_next_version(document: Data, released: Path) -> None:
    new = released / "new.yaml"
    new.write_text(yaml.safe_dump(with_version(document, "1.3.0", remove).data))

    done = diff(released / "openapi-1.2.3.yaml", new)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.sub(r"  \[\w{10}, old \S+openapi-1\.2\.3\.yaml:\d+ new \S+new\.yaml:\d+\]", "", done.stdout) == (
        "breaking    request    DELETE /orders/{id}: the path is removed; it was deprecated\n"
        "HTTP: breaking; Python users: breaking; generated clients: breaking\n"
        "1 change since 1.2.3, 1 breaking: the next version is 2.0.0, the document says 1.3.0\n"
    )


def test_the_command_finds_releases_and_git_revisions() -> None:
    newest = newest_released()
    assert newest is not None
    version = Version.of(newest)

    for name in (f"v{version}", f"{version}"):
        assert diff(name, name).stdout.startswith(f"no change since {version}")
    assert diff("no-such-revision").stderr == (
        "no-such-revision is not a file, a released version or a git revision with an openapi.yaml\n"
    )


def test_this_projects_document_takes_the_step_it_needs() -> None:
    done = diff("--gate")

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"the gate passes: (?:no change|\d+ changes?) since [\d.]+.*: the next version is [\d.]+.*\n", done.stdout
    )


@pytest.mark.parametrize("option", ["--gate", "--programs"])
def test_options_for_versions_are_refused_with_foreign(document: Data, released: Path, option: str) -> None:
    done = diff(released / "openapi-1.2.3.yaml", released / "openapi-1.2.3.yaml", "--foreign", option)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{option} compares versions of one document and cannot be used with --foreign\n"
