"""The record of the public API has one line per public name, and shows each change of a signature."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.public_api import render_api

from .conftest import ROOT

SOURCES = {
    "honeyhive/__init__.py": """
        from ._core import Base as Base, Client
        __all__ = ["Client", "make"]
        def make(size: int = 3, *, name: "str | None" = None) -> Client: ...
    """,
    "honeyhive/_core.py": """
        class Base:
            def close(self, timeout: float = 5.0) -> None: ...
        class Client(Base):
            limit: int = 3
            def __init__(self, key: str) -> None: ...
            def __repr__(self) -> str: ...
            def _send(self) -> None: ...
            @property
            def is_open(self) -> bool: ...
    """,
    "honeyhive/errors.py": "from ._core import Client\n__all__ = ['Client']\n",
    "honeyhive/types.py": "from typing import Any\nfrom ._core import Client as Client\n",
    **{
        f"honeyhive/{name}.py": "__all__ = []\n" for name in ("tracing", "otel", "experiments", "middleware", "testing")
    },
    "honeyhive_server/__init__.py": "",
    "generated/honeyhive_api/__init__.py": "",
    **{
        f"generated/honeyhive_api/{name}.py": "__all__ = ('B', 'A')\nclass A: ...\nclass B: ...\n"
        for name in ("client", "errors", "types", "index", "inputs", "models", "namespaces")
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with small packages of the recorded names."""
    for name, text in SOURCES.items():
        (file := tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(line.removeprefix("        ") for line in text.splitlines()))
    return tmp_path


def lines(root: Path) -> list[str]:
    return [line for line in render_api(root).splitlines() if line and not line.startswith("#")]


def test_a_name_is_recorded_with_its_signature(root: Path) -> None:
    assert lines(root)[:8] == [
        "class honeyhive.Client(Base)",
        "honeyhive.Client.__init__(key: str) -> None",
        "honeyhive.Client.close(timeout: float = 5.0) -> None",
        "honeyhive.Client.is_open: bool",
        "honeyhive.Client.limit: int",
        "honeyhive.make(size: int = 3, *, name: str | None = None) -> Client",
        "honeyhive.errors.Client = honeyhive.Client",
        "honeyhive.types.Client = honeyhive.Client",
    ]


def test_names_of_the_generated_package_are_recorded_without_signatures(root: Path) -> None:
    assert lines(root)[8:10] == ["honeyhive_api.client.A", "honeyhive_api.client.B"]


def test_a_changed_signature_changes_one_line(root: Path) -> None:
    before = lines(root)
    core = root / "honeyhive/_core.py"
    core.write_text(core.read_text().replace("timeout: float = 5.0", "timeout: float = 9.0"))

    assert set(lines(root)) ^ set(before) == {
        "honeyhive.Client.close(timeout: float = 5.0) -> None",
        "honeyhive.Client.close(timeout: float = 9.0) -> None",
    }


def test_check_prints_the_difference_and_exits_with_1(root: Path) -> None:
    script = (
        "import argparse, pathlib, sys\n"
        "import generator.subcommands as subcommands\n"
        "parser = argparse.ArgumentParser()\n"
        "subcommands.add_commands(parser, pathlib.Path(sys.argv.pop(1)))\n"
        "arguments = parser.parse_args()\n"
        "sys.exit(arguments.run(arguments))\n"
    )

    def run(*options: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", script, str(root), "api", *options]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run().returncode == 0
    assert (run("--check").returncode, run("--check").stdout) == (0, "api.txt is up to date\n")
    (root / "api.txt").write_text((root / "api.txt").read_text().replace("limit: int", "limit: str"))
    done = run("--check")
    assert done.returncode == 1
    assert "-honeyhive.Client.limit: str\n+honeyhive.Client.limit: int" in done.stdout
    assert "run `python -m generator api`" in done.stderr
