"""The published documents pass the recommended rules of Redocly without an error and without a warning."""

import json
from pathlib import Path

import pytest

from generator.document import DocumentError
from generator.spec.publish.npm import installed
from tests import needs

from .conftest import ROOT, run
from .pins import VERSIONS

pytestmark = pytest.mark.languages


@pytest.fixture(scope="module")
def redocly() -> Path:
    needs.program("node")
    try:
        return installed("@redocly/cli", VERSIONS["@redocly/cli"]) / "@redocly" / "cli" / "bin" / "cli.js"
    except DocumentError as error:
        needs.missing(str(error))
        raise


def test_the_documents_have_neither_errors_nor_warnings(redocly: Path, specs: dict[str, Path], tmp_path: Path) -> None:
    for file in (ROOT / "openapi.yaml", *specs.values()):
        command = ["node", redocly, "lint", "--extends", "recommended", "--format", "json", file]

        found = json.loads(run(command, tmp_path, REDOCLY_TELEMETRY="off"))

        assert found["totals"] == {"errors": 0, "warnings": 0, "ignored": 0}, found["problems"]
