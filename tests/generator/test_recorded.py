"""The generated pages and lists are up to date with the document."""

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document, DocumentError
from generator.recorded import CALLS_PAGE, CLI_PAGE, METHODS_FILE, CommandsPage, render_recorded

from .conftest import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with the two pages that have a generated part."""
    (tmp_path / "docs").mkdir()
    for name in (CALLS_PAGE, CLI_PAGE):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def commands() -> str:
    """Return the flags of every command of this project."""
    with CommandsPage(ROOT) as page:
        return page.read(again=False)


def test_recorded_files_are_up_to_date(root: Path, commands: str) -> None:
    recorded = render_recorded(root, Document.read(ROOT / "openapi.yaml"), commands)

    assert recorded == {name: (ROOT / name).read_text() for name in (METHODS_FILE, CALLS_PAGE, CLI_PAGE)}


def test_a_new_operation_gets_a_table_row_with_its_key(root: Path, document: dict[str, Any], commands: str) -> None:
    path = deepcopy(document["paths"]["/v1/sessions"])
    path["post"] |= {"x-honeyhive-method": "gadgets.add", "deprecated": True, "security": [{"controlPlaneKey": []}]}
    document["paths"]["/v1/gadgets"] = path
    (root / CALLS_PAGE).write_text((ROOT / CALLS_PAGE).read_text().replace("| `metrics` |", "| `metric` |"))

    recorded = render_recorded(root, Document("openapi.yaml", document), commands)

    assert "gadgets.add POST /v1/gadgets v1 controlPlaneKey deprecated\n" in recorded[METHODS_FILE]
    row = "| `gadgets` | *`add`* | control plane |\n"
    assert recorded[CALLS_PAGE].replace(row, "") == (ROOT / CALLS_PAGE).read_text()


def test_a_page_without_its_marks_is_refused_by_name(root: Path, commands: str) -> None:
    (root / CALLS_PAGE).write_text("# HoneyHive\n")

    with pytest.raises(DocumentError, match=r"calls\.md needs the lines <!-- operations: written by make generate -->"):
        render_recorded(root, Document.read(ROOT / "openapi.yaml"), commands)


def test_the_commands_are_read_again_after_the_package_was_written(tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").touch()
    printing = tmp_path / "generator" / "cli_page.py"
    printing.write_text("print('before')\n")
    with CommandsPage(tmp_path) as page:
        printing.write_text("print('after')\n")
        assert page.read(again=True) == "after\n"


def test_commands_that_cannot_be_imported_are_reported_with_the_last_line_of_the_reason(tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").touch()
    (tmp_path / "generator" / "cli_page.py").write_text("raise ImportError('no module of this name')\n")

    with (
        CommandsPage(tmp_path) as page,
        pytest.raises(DocumentError, match=r"docs/cli\.md: the command line cannot be imported: .*no module of this"),
    ):
        page.read(again=False)
