"""Makes virtual environments with exactly the packages that extras declare, from the packages installed here."""

import os
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAME = "honeyhive-sdk"


def project() -> dict[str, Any]:
    """Return the table [project] of pyproject.toml."""
    read: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return read


def declared(*extras: str) -> Iterator[Requirement]:
    """Return the requirements of a plain install and of extras, including the extras that these extras name."""
    lines = [*project()["dependencies"]]
    for extra in extras:
        lines += project()["optional-dependencies"][extra]
    for requirement in map(Requirement, lines):
        if canonicalize_name(requirement.name) == NAME:
            yield from declared(*requirement.extras)
        elif requirement.marker is None or requirement.marker.evaluate():
            yield requirement


def make(folder: Path, *extras: str) -> Path:
    """Make an environment in the folder, with this project's packages, and return its interpreter."""
    venv.EnvBuilder(with_pip=False, symlinks=True).create(folder)
    (site,) = folder.glob("lib/python*/site-packages")
    for one in _installed(*extras):
        for file in one.files or ():
            if ".." not in file.parts:
                link = site / file
                link.parent.mkdir(parents=True, exist_ok=True)
                if not link.exists():
                    link.symlink_to(os.path.realpath(str(file.locate())))
    for package in (ROOT / "honeyhive", ROOT / "honeyhive_server", ROOT / "generated" / "honeyhive_api"):
        (site / package.name).symlink_to(package)
    return folder / "bin" / "python"


def _installed(*extras: str) -> list[Distribution]:
    """Return the distributions that the requirements need, directly or indirectly."""
    found: dict[tuple[str, str], Distribution] = {}
    waiting = [*declared(*extras)]
    while waiting:
        requirement = waiting.pop()
        for extra in ("", *requirement.extras):
            key = (canonicalize_name(requirement.name), extra)
            if key not in found:
                found[key] = distribution(requirement.name)
                inner = map(Requirement, found[key].requires or ())
                waiting += [one for one in inner if one.marker is None or one.marker.evaluate({"extra": extra})]
    return [one for (_, extra), one in found.items() if not extra]
