"""Runs a user's program with a local server, and reads the trees of events that the program stored."""

import os
import subprocess
from pathlib import Path
from typing import Any

from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
RECORD = Path(__file__).parent / "vendor_trees.json"
VENDOR = ROOT / ".venv-vendors" / "bin" / "python"
COMPARED = ("inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties")


def stored(python: Path | str, program: Path, folder: Path) -> list[dict[str, Any]]:
    """Run the program. Return the sessions that it stores by name, each with its tree of events."""
    with LocalServer() as server:
        environment = {name: text for name, text in os.environ.items() if not name.startswith(("HH_", "PYTHON"))}
        environment |= {"HH_API_KEY": "hh_test", "HH_API_URL": server.url}
        command = [str(python), str(program)]
        done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found = [_tree(session) for session in server.sessions()]
    return sorted(found, key=_order)


def _order(event: dict[str, Any]) -> tuple[str, str]:
    return event["name"], repr(event.get("inputs"))


def _tree(event: dict[str, Any]) -> dict[str, Any]:
    """Return the nonempty compared fields of an event (name, type, source, error and others) and its children."""
    found = {
        "name": event["event_name"],
        "type": event["event_type"],
        "source": event.get("source"),
        "error": event["error"],
        **{name: event[name] for name in COMPARED},
        # The order of events from several threads is not fixed.
        "children": sorted((_tree(child) for child in event.get("children", [])), key=_order),
    }
    return {name: value for name, value in found.items() if value not in (None, {}, [])}
