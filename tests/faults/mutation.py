"""Mutation tests with cosmic-ray. They cover modules in which other tests would hardly find a mistake."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TARGETS = {
    "honeyhive/_core/retry.py": ["tests/core/test_retry.py", "tests/core/test_exchange.py"],
    "honeyhive/_core/redirects.py": ["tests/core/test_redirects.py", "tests/core/test_exchange.py"],
    "generated/honeyhive_api/paths.py": ["tests/core/test_paths.py", "tests/faults/test_ids.py"],
    "honeyhive/_spool/frames.py": ["tests/tracing/test_frames.py", "tests/tracing/test_spool.py"],
    "honeyhive/_spool/segment.py": ["tests/tracing/test_spool.py"],
    "honeyhive/_core/key_kinds.py": [f"tests/clients/test_{name}.py" for name in ("keys", "secrets", "settings")],
}
"""Each module with the tests that have to detect its mutants."""
_CONFIG = """\
[cosmic-ray]
module-path = {module}
timeout = 120.0
excluded-modules = []
test-command = {command}

[cosmic-ray.distributor]
name = "local"
"""


class Verdict(NamedTuple):
    """Result for one module: the number of mutants, and each mutant that no test detected as "line N: operator"."""

    count: int
    survivors: list[str]


def mutated(module: str, tests: list[str]) -> Verdict:
    """Run the tests once for each mutant of the module, in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("honeyhive", "honeyhive_server", "generated", "tests"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        command = shlex.join([sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests])
        config = _CONFIG.format(module=json.dumps(module), command=json.dumps(command))
        (copy / "mutation.toml").write_text(config)
        for verb in (["baseline", "mutation.toml"], ["init", "mutation.toml", "m.sqlite"]):
            _cosmic_ray(copy, *verb)
        _cosmic_ray(copy, "exec", "mutation.toml", "m.sqlite")
        lines = _cosmic_ray(copy, "dump", "m.sqlite").splitlines()
    return _verdict(lines)


def _cosmic_ray(copy: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(copy), str(copy / "generated")])}
    program = Path(sys.executable).with_name("cosmic-ray")
    done = subprocess.run([program, *words], cwd=copy, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"cosmic-ray {words[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def _verdict(lines: list[str]) -> Verdict:
    survivors = []
    for line in lines:
        item, result = json.loads(line)
        if not result or result.get("test_outcome") == "survived":
            mutation = item["mutations"][0]
            survivors.append(f"line {mutation['start_pos'][0]}: {mutation['operator_name']}")
    return Verdict(len(lines), survivors)
