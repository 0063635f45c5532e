"""The types of all public names in both packages are declared, so that no type checker has to infer them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("package", ["honeyhive", "honeyhive_api"])
def test_the_type_of_every_public_symbol_is_known(package: str, tmp_path: Path) -> None:
    # pyright asks the first python on PATH where packages are.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson"],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYRIGHT_PYTHON_GLOBAL_NODE": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)["typeCompleteness"]
    public = [symbol for symbol in report["symbols"] if symbol["isExported"]]
    assert len(public) > 200, "the package was not found"
    unknown = [symbol for symbol in public if not symbol["isTypeKnown"]]
    faults = [f"{symbol['name']}: {fault['message']}" for symbol in unknown for fault in symbol["diagnostics"]]
    assert (report["completenessScore"], faults) == (1, [])
