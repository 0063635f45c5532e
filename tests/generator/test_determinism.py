"""The same document gives the same bytes in every environment."""

import os
from pathlib import Path

import pytest

from .conftest import Run
from .test_check import GENERATED, everything


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_output_does_not_depend_on_the_environment(run: Run, tmp_path: Path, seed: str) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.ruff]\nline-length = 40\nlint.select = ["ALL"]\n')
    impostor = tmp_path / "bin" / "ruff"
    impostor.parent.mkdir()
    impostor.write_text("#!/bin/sh\nexit 3\n")
    impostor.chmod(0o755)
    out = tmp_path / "honeyhive_api"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PATH": f"{impostor.parent}:{os.environ['PATH']}", "LANG": "C"}

    done = run("--out", out, env=environment)

    assert done.returncode == 0, done.stderr
    here = {name.removeprefix(str(out)): text for name, text in everything(out).items()}
    there = {
        name.removeprefix(str(GENERATED)): text
        for name, text in everything(GENERATED).items()
        if "__pycache__" not in name
    }
    assert here == there
