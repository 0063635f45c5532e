"""State files of long commands, replaced atomically."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import click


def load(path: Path) -> dict[str, Any] | None:
    """Return the progress that a state file records, or None if the file does not exist.

    Raises ClickException if the file has other content.
    """
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise click.ClickException(
            f"{path} is not a state file; delete it to start over, or choose another with --state"
        )
    return value


def save(path: Path, state: dict[str, Any]) -> None:
    """Write the state to disk atomically."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(json.dumps(state, indent=2).encode())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:  # for example on a full disk
        with suppress(OSError):
            fresh.unlink()
        error.filename = str(path)
        raise
