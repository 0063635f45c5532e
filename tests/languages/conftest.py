"""Fixtures: the published documents, from which clients in other languages are generated."""

from pathlib import Path

import pytest

from .workshop import write_specs


@pytest.fixture(scope="session")
def specs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """Return the published document of each host, by profile and host."""
    return write_specs(tmp_path_factory.mktemp("spec"))
