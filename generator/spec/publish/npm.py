"""Download of pinned npm packages into a cache folder that git ignores."""

import os
import subprocess
import tarfile
from pathlib import Path
from shutil import which

from ...document import DocumentError

CACHE = Path(__file__).parents[3] / ".tools"


def packed(name: str, version: str, members: tuple[str, ...], cache: Path = CACHE) -> list[str]:
    """Return files of a package as strings, without its dependencies."""
    archive = cache / f"{name}-{version}.tgz"
    if not archive.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        _npm("pack", f"{name}@{version}", "--silent", "--pack-destination", str(cache))
    with tarfile.open(archive) as files:
        return [_member(files, f"package/{member}") for member in members]


def installed(name: str, version: str, *beside: str, cache: Path = CACHE) -> Path:
    """Return a node_modules folder with a package, its dependencies, and the packages in ``beside`` (name@version)."""
    folder = cache / f"{name.replace('/', '-').lstrip('@')}-{version}"
    ready, packages = folder / "ready", " ".join((f"{name}@{version}", *beside))
    if not ready.is_file() or ready.read_text() != packages:
        folder.mkdir(parents=True, exist_ok=True)
        where = ("--prefix", str(folder), "--no-save", "--no-package-lock", "--ignore-scripts")
        _npm("install", *where, "--no-audit", "--no-fund", *packages.split())
        ready.write_text(packages)
    return folder / "node_modules"


def _member(files: tarfile.TarFile, name: str) -> str:
    member = files.extractfile(name)
    if member is None:
        raise DocumentError(f"{name} is not a file in the package")
    return member.read().decode()


def _npm(*arguments: str) -> None:
    npm = which("npm")
    if npm is None:
        raise DocumentError("npm is missing; install Node.js")
    environment = {**os.environ, "npm_config_update_notifier": "false"}
    done = subprocess.run([npm, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DocumentError(f"npm {arguments[0]} failed: {done.stderr.strip()}")
