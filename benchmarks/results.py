"""Measured figures in one file, ``results.json``, and their table in docs/reliability.md.

``make bench`` and ``make faults`` replace the rows that they measure, and keep all others. After an edit by hand,
``python -m benchmarks.results`` updates the table.
"""

import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from honeyhive._version import __version__

FILE: Final = Path(__file__).with_name("results.json")
PAGE: Final = Path(__file__).parents[1] / "docs" / "reliability.md"
BEGIN: Final = "<!-- figures: written by python -m benchmarks.results -->\n"
END: Final = "<!-- end of figures -->\n"
KEYS: Final = ("name", "value", "unit", "bound", "versions", "date", "python", "cores", "seeds")
Row: TypeAlias = dict[str, Any]


class Figure(NamedTuple):
    """One measured value."""

    name: str
    value: float | str
    """A number, or the output of a long run."""
    bound: float | str = ""
    """The promised maximum; empty without a promise."""
    unit: str = ""
    """The unit, such as "x" for a ratio."""
    versions: Mapping[str, str] = {}
    """Versions of the other measured packages."""
    seeds: str = ""
    """Seeds of a random run, such as "7000000 to 7000999"."""


def rows(file: Path = FILE) -> list[Row]:
    """Return the rows of the file."""
    found: list[Row] = json.loads(file.read_text()) if file.exists() else []
    return found


def record(figures: Iterable[Figure], file: Path = FILE, page: Path = PAGE) -> None:
    """Replace the rows that have the names of these figures, and write the table."""
    measured: Row = {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count() or 0,
    }
    known = {row["name"]: row for row in rows(file)}
    for figure in figures:
        row = {**figure._asdict(), **measured, "versions": {"honeyhive-sdk": __version__, **figure.versions}}
        known[figure.name] = {key: row[key] for key in KEYS}
    lines = [json.dumps(known[name], ensure_ascii=False) for name in sorted(known)]
    _replace(file, "[\n" + ",\n".join(lines) + "\n]\n")
    write_table(file, page)


def write_table(file: Path = FILE, page: Path = PAGE) -> None:
    """Write the table of all rows to the page, between the comments that mark its place."""
    head, _, rest = page.read_text().partition(BEGIN)
    _replace(page, head + BEGIN + table(rows(file)) + END + rest.partition(END)[2])


def table(found: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["", "| figure | measured | at most | versions | machine | date |", "|---|---|---|---|---|---|"]
    for row in found:
        versions = ", ".join(f"{name} {version}" for name, version in row["versions"].items())
        value, bound = (_shown(row[key], row["unit"]) for key in ("value", "bound"))
        seeds = f"; seeds {row['seeds']}" if row["seeds"] else ""
        machine = f"{row['cores']} cores, Python {row['python']}"
        cells = (row["name"], value + seeds, bound, versions, machine, row["date"])
        lines.append("| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, "", ""])


def _shown(value: float | str, unit: str) -> str:
    return value if isinstance(value, str) else f"{value:.2f} {unit}".rstrip()


def _replace(file: Path, text: str) -> None:
    """Replace the file atomically, so that an interrupted run keeps the old file."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    unfinished.write_text(text)
    unfinished.replace(file)


_said: Final[list[str]] = []


def say(is_kept: bool, text: str) -> bool:
    """Print whether a promise is kept, with its figures, and return ``is_kept``.

    run_recorded() records all texts that were printed by one part in one row.
    """
    verdict = "ok  " if is_kept else "OVER"
    print(verdict, text, flush=True)
    _said.append(text if is_kept else f"not kept: {text}")
    return is_kept


def run_recorded(run: str, parts: Mapping[str, Callable[[], bool]], wanted: Iterable[str]) -> bool:
    """Run the wanted parts of a long run, and record the output of each. Return True if every promise was kept."""
    verdicts = []
    for name in wanted:
        _said.clear()
        verdicts.append(parts[name]())
        record([Figure(f"{run}: {name}", "; ".join(_said))])
    return all(verdicts)


if __name__ == "__main__":
    write_table()
