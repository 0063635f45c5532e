"""Runs the programs, each in the environment that `make vendors-older` made for it, and exits with 1 if one failed."""

import subprocess
import sys
import tempfile
from pathlib import Path

from honeyhive_server import LocalServer

HERE = Path(__file__).parent
ENVIRONMENTS = HERE.parents[2] / ".vendors"
PYTHON = {
    "0.1.96": "speakeasy_client.py",
    "0.2.57": "speakeasy_client.py",
    "1.0.2": "tracer_client.py",
    "1.7.0": "tracer_client.py",
}


def main() -> int:
    """Run the program of each client, and print a line for it. Return 1 if one failed."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="honeyhive-vendors-") as folder:
        for version, program in PYTHON.items():
            command = [ENVIRONMENTS / version / "bin" / "python", HERE / program]
            failed += not _runs(f"Python {version}", command, version, Path(folder))
        failed += not _runs("TypeScript 1.0.42", ["node", HERE / "older_client.cjs"], "1.0.42", ENVIRONMENTS / "npm")
    return 1 if failed else 0


def _runs(name: str, command: list[object], version: str, folder: Path) -> bool:
    """Run a program with a new server.

    Return True if the program succeeded and the server stored both of its records.
    """
    with LocalServer() as server:
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HH_API_URL": server.url, "HH_API_KEY": "hh_test"}
        arguments = [*map(str, command), server.url, version]
        done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        names = {each["event_name"] for each in [*server.sessions(), *server.events()]}
        missing = {"old session", "old event"} - names
    if done.returncode == 0 and not missing:
        print(f"ok   {name}", flush=True)
        return True
    print(f"FAIL {name}: not stored: {sorted(missing)}\n{done.stdout[-500:]}{done.stderr[-1500:]}", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
