"""Values of --column: maps a column to a part of a row."""

from collections.abc import Iterable

import click


def column_mapping(columns: Iterable[str]) -> dict[str, str] | None:
    """Return the part of each column; None without the flag. Raises UsageError for a malformed value."""
    pairs = [column.rpartition("=") for column in columns]
    for column, (name, _, part) in zip(columns, pairs, strict=True):
        if not name or not part:
            raise click.UsageError(f"--column: {column!r} is not NAME=FIELD, as in question=inputs")
    return {name: part for name, _, part in pairs} or None
