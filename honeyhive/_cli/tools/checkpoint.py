"""State files: where long work has got to, written whole or not at all."""

import json
import os
from pathlib import Path
from typing import Any

import click


def load(path: Path) -> dict[str, Any] | None:
    """The state, None if there is none. Raises ClickException if the file is no state."""
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise click.ClickException(f"{path} is no state file: delete it to begin anew, or choose another with --state")
    return value


def save(path: Path, state: dict[str, Any]) -> None:
    """Put the state on disk, so that a crash leaves the old one or the new one."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        file.write(json.dumps(state, indent=2).encode())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
