"""Values of --column: which part of a row a column becomes."""

from collections.abc import Iterable

import click


def column_mapping(columns: Iterable[str]) -> dict[str, str] | None:
    """Return the part of each column; None if there is no flag. Raises UsageError for a flag of another form."""
    pairs = [column.rpartition("=") for column in columns]
    for column, (name, _, part) in zip(columns, pairs, strict=True):
        if not name or not part:
            raise click.UsageError(f"--column: {column!r} is not NAME=FIELD, as in question=inputs")
    return {name: part for name, _, part in pairs} or None
