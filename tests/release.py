"""Tries the built wheel and sdist as users would, in new environments: ``python -m tests.release dist PYTHON``.

With the argument ``rest``, it tries the slow parts instead, which only ``make release`` runs.
The environment with everything stays in ``dist/try``, for the bill of materials.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[1]
PINNED = ("--constraint", str(ROOT / "constraints.txt"))
OLDEST = ("--constraint", str(ROOT / "constraints-oldest.txt"))
CALL = """
import sys
from honeyhive import HoneyHive
with HoneyHive(api_key="hh_test", base_url=sys.argv[1]) as hh:
    assert hh.sessions.create(session_name="called").session_id
    with hh.session("traced"), hh.event("event"):
        pass
    assert hh.flush(20), hh.stats()
"""
COMMAND = """
from honeyhive._cli import main
sys.argv = ["honeyhive", "--base-url", sys.argv[1], "--api-key", "hh_test", "sessions", "list"]
main()
"""
SERVE = """
from honeyhive.testing import LocalServer
with LocalServer() as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
    assert hh.sessions.create(session_name="called").session_id
"""
INSTRUMENT = """
from honeyhive.otel import instrument
with HoneyHive(api_key="hh_test", base_url=sys.argv[1]) as hh:
    instrument(hh{library})
"""
PROGRAMS = {
    "cli": COMMAND,
    "server": SERVE,
    "postgres": "import psycopg",
    "otel": INSTRUMENT.format(library=""),
    "speed": "import orjson",
    "all": COMMAND,
}


FIRST = ("wheel", "sdist", "wheel[cli]", "wheel[server]")
"""The environments that are tried on every commit."""


class Trial(NamedTuple):
    """One environment in which a built file is tried."""

    name: str
    package: str
    """The file to install, with its extras."""
    program: str
    options: Sequence[str] = PINNED
    besides: Sequence[str] = ()
    """Packages that a user of the extra has already installed, such as openai."""


def trials(wheel: Path, sdist: Path) -> Iterator[Trial]:
    """Return all trials: a plain install from wheel and sdist, each extra, and the oldest and newest dependencies."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    yield Trial("wheel", str(wheel), CALL)
    yield Trial("sdist", str(sdist), CALL)
    for extra in sorted(extras):
        library = INSTRUMENT.format(library=f", {extra!r}")
        besides = () if extra in PROGRAMS else ("langchain-core" if extra == "langchain" else extra,)
        yield Trial(f"wheel[{extra}]", f"{wheel}[{extra}]", CALL + PROGRAMS.get(extra, library), besides=besides)
    yield Trial("oldest dependencies", f"{wheel}[server,otel]", CALL + SERVE, OLDEST)
    yield Trial("newest dependencies", f"{wheel}[all]", CALL + SERVE, ("--upgrade",))


def attempt(trial: Trial, python: str, folder: Path, url: str) -> str:
    """Install the file of a trial and run the trial's program. Return the error, or an empty string."""
    interpreter = str(folder / "bin" / "python")
    install = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *trial.options]
    for command in (
        [python, "-m", "venv", "--clear", str(folder)],
        [*install, trial.package, *trial.besides],
        [interpreter, "-W", "error", "-c", trial.program, url],
    ):
        done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stdout + done.stderr).strip()
    return ""


def main(dist: Path, python: str, *, rest: bool = False) -> int:
    """Print a line for each trial of the chosen part. Return 1 if one of them failed."""
    (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    failed = False
    with LocalServer() as server:
        for trial in trials(wheel.resolve(), sdist.resolve()):
            if (trial.name in FIRST) is rest:
                continue
            folder = dist.resolve() / ("try" if trial.name == "wheel[all]" else "try-other")
            problem = attempt(trial, python, folder, server.url)
            failed = failed or bool(problem)
            print(f"{trial.name:22} {'FAILED' if problem else 'ok'}", *filter(None, [problem]), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], rest="rest" in sys.argv[3:]))
