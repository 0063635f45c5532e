"""The generator accepts the example operation in docs/keeping-the-document.md unchanged."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "keeping-the-document.md").read_text()


def test_the_operation_of_the_page_becomes_a_method(tmp_path: Path) -> None:
    (operation,) = re.findall(r"```yaml\n(  .*?)```", PAGE, flags=re.DOTALL)
    document = (ROOT / "openapi.yaml").read_text()
    document = document.replace("\npaths:\n", f"\npaths:\n{operation}", 1)
    file, out = tmp_path / "openapi.yaml", tmp_path / "generated"
    file.write_text(document)

    command = [sys.executable, "-m", "generator", "--spec", file, "--out", out, "--rules"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    (namespace,) = out.rglob("namespaces/sessions.py")
    assert "def pin(" in namespace.read_text()
    assert "label: str" in namespace.read_text()
