"""Runs the quickstart against a local server on a SQLite file; ``make demo`` starts it."""

import os
import subprocess
import sys
from pathlib import Path

from honeyhive_server import LocalServer

HERE = Path(__file__).parent
DATABASE = Path(".honeyhive") / "demo.db"


def main() -> int:
    """Run the quickstart in a separate process, and print the path of the database."""
    DATABASE.parent.mkdir(exist_ok=True)
    with LocalServer(database=DATABASE) as server:
        print(f"a local HoneyHive server runs at {server.url}\n")
        environment = {**os.environ, "HH_API_KEY": "hh_demo", "HH_API_URL": server.url}
        done = subprocess.run([sys.executable, HERE / "quickstart.py"], env=environment, check=False)
    print(f"\nthe data is stored in {DATABASE}; to see it in a browser, run")
    print(f"  .venv/bin/honeyhive serve --open --database {DATABASE}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
