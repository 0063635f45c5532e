"""Programs of users are type-checked with the packages that two documents generate."""

from pathlib import Path

import pytest
import yaml

from generator.document import Document
from generator.spec.diff.programs import broken_programs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def documents() -> tuple[Document, Document]:
    """Return this project's document, and a copy without the paging of a search and without an argument."""
    text = (ROOT / "openapi.yaml").read_text()
    data = yaml.safe_load(text)
    for path in ("/v1/events/search", "/v1/projects/{project_id}/events/search"):
        del data["paths"][path]["post"]["x-honeyhive-paging"]
    del data["components"]["schemas"]["CreateSessionRequest"]["properties"]["session_name"]
    return Document.parse("old.yaml", text), Document.parse("new.yaml", yaml.safe_dump(data, sort_keys=False))


def test_broken_programs_are_named_with_their_lines(documents: tuple[Document, Document]) -> None:
    found = broken_programs(ROOT, *documents)

    assert found.checked >= 20
    assert "tests/types/programs/good.py" in found.errors
    assert "tests/types/programs/bad.py" not in found.errors  # the lines of this program have errors with both packages
    lines = [line for errors in found.errors.values() for line in errors]
    assert any('has no attribute "search_all"' in line for line in lines), lines
    assert any(line.startswith("README.md:") and "session_name" in line for line in lines), lines
