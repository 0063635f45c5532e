"""``make demo``: the quickstart against a local server on a SQLite file."""

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
        print(f"a local HoneyHive answers at {server.url}\n")
        environment = {**os.environ, "HH_API_KEY": "hh_demo", "HH_API_URL": server.url}
        done = subprocess.run([sys.executable, HERE / "quickstart.py"], env=environment, check=False)
    print(f"\nthe data lies in {DATABASE}; look at it in a browser with")
    print(f"  .venv/bin/honeyhive serve --open --database {DATABASE}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
