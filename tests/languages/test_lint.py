"""Redocly's strict rules and Spectral's OpenAPI rules report nothing in the published documents."""

from pathlib import Path

import pytest

from generator.document import Document, DocumentError
from generator.spec.publish import as_plain
from generator.spec.publish.npm import installed
from generator.spec.publish.texts import as_yaml
from tests import needs

from .conftest import ROOT, run
from .pins import VERSIONS

pytestmark = pytest.mark.languages


def tool(name: str) -> Path:
    """Return the folder of a package from npm."""
    needs.program("node")
    try:
        return installed(name, VERSIONS[name]) / name
    except DocumentError as error:
        needs.missing(str(error))
        raise


@pytest.fixture(scope="module")
def plain(specs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the plain document of each host."""
    folder = tmp_path_factory.mktemp("plain")
    documents = (as_plain(Document.read(file)) for file in specs.values())
    files = {folder / one.name: as_yaml(one.data, "Derived.") for one in documents}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    return list(files)


def lint(files: list[Path], folder: Path, *options: str) -> None:
    cli = tool("@redocly/cli") / "bin" / "cli.js"
    # In the strict rules a warning is an error, too.
    run(["node", cli, "lint", "--extends", "recommended-strict", *options, *files], folder, REDOCLY_TELEMETRY="off")


def test_redocly_reports_nothing(specs: dict[str, Path], plain: list[Path], tmp_path: Path) -> None:
    lint([ROOT / "openapi.yaml", *specs.values()], tmp_path)
    # These have `default` only, because some generators write `4XX` into their code.
    lint(plain, tmp_path, "--skip-rule", "operation-4xx-response")


def test_spectral_reports_nothing(specs: dict[str, Path], plain: list[Path], tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("extends: spectral:oas\n")
    cli = tool("@stoplight/spectral-cli") / "dist" / "index.js"
    options = ("--ruleset", tmp_path / "rules.yaml", "--fail-severity", "hint")

    run(["node", cli, "lint", *options, ROOT / "openapi.yaml", *specs.values(), *plain], tmp_path)
