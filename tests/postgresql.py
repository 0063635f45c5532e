"""A temporary PostgreSQL on loopback, of the newest installed version."""

import os
import shutil
import socket
import subprocess
from importlib.util import find_spec
from pathlib import Path

from tests.needs import missing

USER = "postgres"


def programs() -> Path | None:
    """Return the folder with the programs of the newest installed PostgreSQL, or None if none is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if found:
        return found[-1]
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def require() -> None:
    """Skip the test, or fail it in CI, if PostgreSQL or its driver is missing."""
    if programs() is None:
        missing("PostgreSQL is not installed")
    if find_spec("psycopg") is None:
        missing("psycopg is not installed")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


class Cluster:
    """A PostgreSQL server with its data in a folder. Every local user may connect to it."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.data = folder / "data"
        self.port = free_port()
        self._settings = settings
        folder.chmod(0o777)  # PostgreSQL refuses to run as root, so it runs as another user

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{USER}"

    def create(self) -> None:
        self.run("initdb", "-D", self.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")

    def start(self) -> None:
        settings = "".join(f" -c {each}" for each in (f"port={self.port}", *self._settings))
        options = f"-k {self.data} -c listen_addresses=127.0.0.1{settings}"
        self.run("pg_ctl", "-D", self.data, "-l", self.data / "log", "-w", "-o", options, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def run(self, program: str, *arguments: object) -> None:
        folder = programs()
        assert folder is not None
        user = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
        command = [str(folder / program), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=self.data.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, **user
        )
        assert done.returncode == 0, done.stderr.decode()
