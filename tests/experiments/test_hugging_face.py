"""Datasets of Hugging Face, with the real package in its own environment."""

import subprocess
from pathlib import Path

import pytest

from tests import needs

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-datasets" / "bin" / "python"
PROGRAM = Path(__file__).parent / "programs" / "hugging_face_rows.py"


@pytest.mark.hugging_face
def test_each_kind_of_dataset_has_the_same_rows(tmp_path: Path) -> None:
    if not PYTHON.exists():
        needs.missing("the package datasets is not installed; run make hugging-face")

    done = subprocess.run(
        [PYTHON, PROGRAM],
        env={"HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1", "HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["done"]), done.stderr
