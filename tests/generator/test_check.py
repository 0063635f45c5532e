"""--check finds every kind of difference in the generated package, and changes nothing."""

import shutil
from pathlib import Path

import pytest

from .conftest import ROOT, Run

GENERATED = ROOT / "generated" / "honeyhive_api"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return the folder of a copy of the generated package."""
    return Path(shutil.copytree(GENERATED, tmp_path / "honeyhive_api"))


def everything(package: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in package.rglob("*") if file.is_file()}


def test_check_finds_no_difference_in_committed_files(run: Run) -> None:
    done = run("--check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("edited", "models/session.py"),
        ("truncated", "index.py"),
        ("missing", "py.typed"),
        ("orphan", "api/old.py"),
    ],
)
def test_a_difference_is_found_named_and_mended(run: Run, package: Path, what: str, name: str) -> None:
    file = package / name
    if what == "missing":
        file.unlink()
    elif what == "orphan":
        file.write_text("# left over\n")
    else:
        text = file.read_bytes()
        file.write_bytes(text.replace(b"Session", b"Sesion", 1) if what == "edited" else text[: len(text) // 2])
    before = everything(package)

    check = run("--check", "--out", package)

    assert check.returncode == 1
    assert f"{'edited' if what == 'truncated' else what}: {file}" in check.stdout.splitlines()
    assert "make generate" in check.stderr
    assert everything(package) == before, "a check writes nothing"

    done = run("--out", package)

    assert done.returncode == 0
    written = {"missing": "added", "orphan": "removed"}.get(what, "changed")
    assert done.stdout.splitlines()[0] == f"{written}: {file}"
    assert run("--check", "--out", package).returncode == 0


def test_an_empty_folder_of_a_tag_that_is_gone_is_removed(run: Run, package: Path) -> None:
    old = package / "api" / "old"
    old.mkdir()
    (old / "thing.py").write_text("# left over\n")

    run("--out", package)

    assert not old.exists()


def test_out_refuses_a_folder_with_other_files(run: Run, tmp_path: Path) -> None:
    ours, file = tmp_path / "new", tmp_path / "package" / "code.py"
    file.parent.mkdir()
    file.write_text('MARK = "# Generated from "\n')

    done = run("--out", file.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{file.parent} contains other files; choose a new or empty folder\n"
    assert run("--out", file).stderr == f"{file} is not a folder\n"
    assert file.exists()

    ours.mkdir()
    assert run("--out", ours).returncode == 0


def test_the_difference_is_shown_on_request(run: Run, package: Path) -> None:
    file = package / "unset.py"
    file.write_text(file.read_text().replace("UNSET: Final", "UNSET: Fnial"))

    done = run("--check", "--diff", "--out", package)

    assert "-UNSET: Fnial = Unset()" in done.stdout
    assert "+UNSET: Final = Unset()" in done.stdout


def test_the_first_line_of_each_file_says_where_it_comes_from() -> None:
    for file in GENERATED.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert "Generated from openapi.yaml by `python -m generator`" in file.read_text().splitlines()[0], file
