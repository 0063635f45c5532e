"""Virtual environments of other SDKs under ``.tools``, separate from the dependencies of this project."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
OTHERS = {
    "opentelemetry": ("opentelemetry-sdk", "opentelemetry-exporter-otlp-proto-http"),
    "langfuse": ("langfuse",),
    "langsmith": ("langsmith",),
}


def interpreter_for(sdk: str) -> str:
    """Return an interpreter that can import the SDK. If the SDK's environment is missing, it is created."""
    if sdk not in OTHERS:
        return sys.executable
    folder = ROOT / ".tools" / f"auditor-{sdk}"
    interpreter = str(folder / "bin" / "python")
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        constraints = ["--constraint", str(ROOT / "constraints.txt")]
        subprocess.run([interpreter, "-m", "pip", "install", "--quiet", *constraints, *OTHERS[sdk]], check=True)
        (folder / "ready").touch()
    return interpreter
