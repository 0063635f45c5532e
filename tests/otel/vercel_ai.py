"""Runs vercel_ai.mjs on two versions of Vercel's AI SDK: the last with attributes of its own, and the next version."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.spec.publish.npm import installed

from .fake_model import FakeModel
from .span_normalizer import normal

PROGRAM: Final = Path(__file__).with_suffix(".mjs")
_BESIDE: Final = {"@opentelemetry/api": "1.9.1", "@opentelemetry/sdk-trace-node": "2.12.0", "zod": "3.25.76"}
VERSIONS: Final = {
    "vercel_ai_6": {"ai": "6.0.326", "@ai-sdk/openai": "3.0.141", **_BESIDE},
    "vercel_ai_7": {"ai": "7.0.173", "@ai-sdk/openai": "4.0.118", "@ai-sdk/otel": "1.0.173", **_BESIDE},
}


def played(name: str) -> list[dict[str, Any]]:
    """Run one version and return its spans. The first run installs the packages of this version from npm."""
    beside = (f"{package}@{version}" for package, version in VERSIONS[name].items() if package != "ai")
    modules = installed("ai", VERSIONS[name]["ai"], *beside)
    with TemporaryDirectory() as folder, FakeModel() as model:
        (Path(folder) / "node_modules").symlink_to(modules)
        program = shutil.copy(PROGRAM, folder)
        done = subprocess.run(["node", program, model.url], capture_output=True, text=True, check=False, timeout=120)
        if done.returncode:
            raise RuntimeError(done.stderr)
        text = done.stdout.replace(model.url, "http://127.0.0.1:8080").replace(str(model.server_port), "8080")
    return normal(json.loads(text))
