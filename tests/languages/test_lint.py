"""Redocly's strict rules and Spectral's OpenAPI rules report nothing in the published documents."""

from pathlib import Path

import pytest

from generator.document import DocumentError
from generator.spec.publish.npm import installed
from tests import needs

from .pins import VERSIONS
from .workshop import ROOT, run

pytestmark = pytest.mark.languages


def tool(name: str) -> Path:
    """Return the folder of a package from npm."""
    needs.program("node")
    try:
        return installed(name, VERSIONS[name]) / name
    except DocumentError as error:
        needs.missing(str(error))
        raise


def lint(files: list[Path], folder: Path, *options: str) -> None:
    cli = tool("@redocly/cli") / "bin" / "cli.js"
    # With the strict rules, warnings also count as errors.
    run(["node", cli, "lint", "--extends", "recommended-strict", *options, *files], folder, REDOCLY_TELEMETRY="off")


def test_redocly_reports_nothing(specs: dict[str, dict[str, Path]], tmp_path: Path) -> None:
    lint([ROOT / "openapi.yaml", *specs["typed"].values()], tmp_path)
    # The plain documents have only `default`, because some generators write `4XX` into their code.
    lint([*specs["plain"].values()], tmp_path, "--skip-rule", "operation-4xx-response")


def test_spectral_reports_nothing(specs: dict[str, dict[str, Path]], tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("extends: spectral:oas\n")
    cli = tool("@stoplight/spectral-cli") / "dist" / "index.js"
    options = ("--ruleset", tmp_path / "rules.yaml", "--fail-severity", "hint")

    files = [file for profile in specs.values() for file in profile.values()]
    run(["node", cli, "lint", *options, ROOT / "openapi.yaml", *files], tmp_path)
