"""A package from npm is installed once, and again if other packages are needed beside it."""

from pathlib import Path

import pytest

from generator.spec.publish.npm import installed

NPM = """#!/bin/sh
echo "$@" >> {log}
"""


def test_other_packages_beside_one_are_installed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "log"
    (tmp_path / "npm").write_text(NPM.format(log=log))
    (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    cache = tmp_path / "cache"

    for beside in (("b@1",), ("b@1",), ("b@1", "c@1")):
        assert installed("@scope/a", "1", *beside, cache=cache) == cache / "scope-a-1" / "node_modules"

    assert [line.split("--no-fund ")[1] for line in log.read_text().splitlines()] == [
        "@scope/a@1 b@1",
        "@scope/a@1 b@1 c@1",
    ]
