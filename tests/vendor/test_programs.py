"""Programs written for the vendor's package store the same events with ours, except for intended differences."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from ..needs import missing
from .differences import DIFFERENCES, as_ours, normalized
from .stored_trees import PROGRAMS, RECORD, ROOT, VENDOR, stored

RECORDED: dict[str, list[dict[str, Any]]] = json.loads(RECORD.read_text())


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_ours_stores_what_the_vendors_stored(program: Path, tmp_path: Path) -> None:
    ours = [normalized(tree) for tree in stored(sys.executable, program, tmp_path)]

    assert ours == [as_ours(tree) for tree in json.loads(json.dumps(RECORDED[program.stem]))]


@pytest.mark.vendors
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_both_packages_store_the_same(program: Path, tmp_path: Path) -> None:
    if not VENDOR.exists():
        missing("run make vendors, which installs the vendor's package")
    theirs = [as_ours(normalized(tree)) for tree in stored(VENDOR, program, tmp_path)]

    assert [normalized(tree) for tree in stored(sys.executable, program, tmp_path)] == theirs


def test_there_are_programs_for_at_least_15_features() -> None:
    assert len(PROGRAMS) >= 15
    assert {program.stem for program in PROGRAMS} == set(RECORDED)


def test_the_page_shows_each_difference() -> None:
    page = (ROOT / "docs" / "migration.md").read_text()
    section = page.partition("## Differences on purpose")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+) \| (.+) \|$", section, flags=re.MULTILINE)[1:]

    assert rows == [(difference.vendor, difference.here) for difference in DIFFERENCES]
