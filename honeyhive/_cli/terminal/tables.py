"""Replies as tables: events and sessions, one session as a tree, and any other reply by its shape."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from shutil import get_terminal_size
from typing import Any, Final

from rich.console import Console, ConsoleDimensions
from rich.text import Text
from rich.tree import Tree

from ..._terminal import on_one_line
from .cells import cell_text
from .event_table import (
    EVENT_COLUMNS,
    SESSION_COLUMNS,
    are_events,
    children_of,
    duration_text,
    is_session,
    name_text,
    start_text,
)
from .reply_rows import Row, at, flattened, rows_of, telling_keys
from .table_layout import GAP, LayoutColumn, fitting, shortened

_WIDTH_WITHOUT_TERMINAL: Final = 160
_MOST_COLUMNS: Final = 8
_LONGEST_CELL: Final = 1000
_ID_WIDTH: Final = 36
_TIMES: Final = ("start_time", "end_time")
_ABOUT_THE_LIST: Final = ("pagination",)


def print_table(value: Any, zone: tzinfo | None, paths: Sequence[str] = (), notice: str = "") -> None:
    """Print a reply on stdout as a table or a tree, followed by ``notice``, a line about the rest of a list.

    ``paths`` are the columns to print; by default, all columns that fit. ``zone`` is None for local time.
    """
    console = _console()
    found = rows_of(value)
    rows = found.rows
    if not found.is_list:
        _print_keys(console, rows[0], zone, paths)
    elif not rows:
        if paths or not _has_facts(found.rest):
            console.print("nothing found")
        else:
            _print_keys(console, value, zone, ())
        return
    elif not paths and len(rows) == 1 and are_events(rows) and is_session(rows[0]):
        console.print(session_tree(rows[0], zone))
    else:
        _print_rows(console, rows, _columns(rows, zone, paths))
    if notice and rows:
        console.print(_text(notice, "dim"), soft_wrap=False)
    elif found.rest and not paths:
        console.print(_text(", ".join(f"{key}: {cell_text(item, zone)}" for key, item in found.rest.items())))


def _has_facts(rest: Row) -> bool:
    """Return True if a reply with an empty list also has information other than zero counts and page numbers."""
    return any(value for key, value in rest.items() if key not in _ABOUT_THE_LIST)


def session_tree(session: Row, zone: tzinfo | None) -> Tree:
    """Return the session with its events below it."""
    head = _label(session)
    start = f"{start_text(session, zone)}{' UTC' if zone else ''}"
    head.append_text(_text(f"  {start}  {session.get('session_id') or ''}"))
    tree = Tree(head)
    pending = [(session, tree)]
    while pending:
        event, node = pending.pop()
        pending += [(child, node.add(_label(child))) for child in children_of(event)]
    return tree


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    is_known = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = get_terminal_size().columns if is_known else _WIDTH_WITHOUT_TERMINAL
    # Width and height are both set: if one is missing on a dumb terminal, rich falls back to 80 columns.
    console.size = ConsoleDimensions(width, console.size.height)
    return console


def _columns(rows: Sequence[Any], zone: tzinfo | None, paths: Sequence[str]) -> list[LayoutColumn]:
    if paths:
        return [_column(rows, path, zone, 0) for path in paths]
    if are_events(rows):
        columns = SESSION_COLUMNS if all(map(is_session, rows)) else EVENT_COLUMNS
        return [
            LayoutColumn(
                f"{one.name} (UTC)" if one.name == "start" and zone else one.name,
                [on_one_line(one.text(row, zone)) for row in rows],
                one.is_whole,
                one.is_right,
                one.rank,
            )
            for one in columns
        ]
    if not all(isinstance(row, Mapping) for row in rows):
        return [LayoutColumn("value", [_cell(row, zone) for row in rows])]
    return _distinct(_column(rows, key, zone, rank) for rank, key in enumerate(telling_keys(rows)))[:_MOST_COLUMNS]


def _distinct(columns: Iterable[LayoutColumn]) -> list[LayoutColumn]:
    """Return the columns without duplicates, such as a second column with the id."""
    found: list[LayoutColumn] = []
    for column in columns:
        if column.cells not in [earlier.cells for earlier in found]:
            found.append(column)
    return found


def _column(rows: Sequence[Any], path: str, zone: tzinfo | None, rank: int) -> LayoutColumn:
    values = [at(row, path) for row in rows]
    is_number = all(isinstance(value, int | float | None) for value in values)
    if path in _TIMES:
        cells = [start_text({"start_time": value}, zone) for value in values]
    else:
        cells = [_cell(value, zone) for value in values]
    is_whole = path in _TIMES or path.endswith("id")
    return LayoutColumn(path, cells, is_whole, is_number and not is_whole, rank)


def _print_rows(console: Console, rows: Sequence[Any], columns: Sequence[LayoutColumn]) -> None:
    styles = ["red" if isinstance(row, Mapping) and row.get("error") else "" for row in rows]
    fits = fitting(columns, console.width)
    if fits is None or len(fits) < len(columns):
        columns = [_without_year(one) for one in columns]
        fits = fitting(columns, console.width)
    if fits is None:
        for number, style in enumerate(styles):
            _print_block(console, [(one.name, one.cells[number]) for one in columns], style)
        return
    _print_line(console, [(one, one.name, width) for one, width in fits], "bold")
    for number, style in enumerate(styles):
        _print_line(console, [(one, one.cells[number], width) for one, width in fits], style)
    if hidden := [one.name for one in columns if one not in [kept for kept, _ in fits]]:
        console.print(_text(f"not shown: {', '.join(hidden)} (a wider terminal or --columns shows more)", "dim"))


def _without_year(column: LayoutColumn) -> LayoutColumn:
    """Return a column of start times without the year, if all have the same year; any other column unchanged."""
    years = {cell[:4] for cell in column.cells if cell}
    is_start = column.name.startswith("start") and len(years) == 1
    return column._replace(cells=[cell[5:] for cell in column.cells]) if is_start else column


def _print_line(console: Console, cells: Sequence[tuple[LayoutColumn, str, int]], style: str) -> None:
    line = Text(style=style)
    for place, (column, text, width) in enumerate(cells):
        cell = Text(shortened(text, width))
        if place < len(cells) - 1 or column.is_right:
            cell.align("right" if column.is_right else "left", width)
        line.append_text(Text(" " * GAP if place else "")).append_text(cell)
    console.print(line, no_wrap=True, crop=False, overflow="ignore")


def _print_block(console: Console, pairs: Sequence[tuple[str, str]], style: str) -> None:
    """Print a row with one line for each column, for a terminal that is too narrow for a table."""
    for name, text in pairs:
        if text:
            console.print(Text(f"{name}: ", "bold").append_text(Text(text, style)), overflow="fold")
    console.print()


def _print_keys(console: Console, value: Any, zone: tzinfo | None, paths: Sequence[str]) -> None:
    """Print an object key by key, with dotted names for nested keys, and any other value unchanged."""
    if not isinstance(value, Mapping):
        console.print(_text(cell_text(value, zone)), overflow="fold")
        return
    pairs = [(path, at(value, path)) for path in paths] if paths else _lines(value)
    shown = {on_one_line(key): _part_text(key, item, zone) for key, item in pairs}
    width = max(map(len, shown), default=0) + GAP
    is_wide = width <= console.width // 2 and console.width - width >= _ID_WIDTH
    for key, text in shown.items():
        name = Text(key.ljust(width) if is_wide else f"{key}: ", "bold")
        lines = Text(text).wrap(console, console.width - width) if is_wide else [Text(text)]
        console.print(name.append_text(Text("\n" + " " * width).join(lines)), overflow="fold")


def _part_text(key: str, value: Any, zone: tzinfo | None) -> str:
    time = start_text({"start_time": value}, zone) if key in _TIMES else ""
    return on_one_line(time or cell_text(value, zone))


def _lines(value: Row) -> Iterator[tuple[str, Any]]:
    """Yield the dotted keys and their values, including those of objects in lists, without empty values."""
    for key, item in flattened(value).items():
        if item is None or item in ({}, []):
            continue
        if isinstance(item, list) and any(isinstance(one, Mapping) for one in item):
            for number, one in enumerate(item):
                for inner, part in _lines(one) if isinstance(one, Mapping) else [("", one)]:
                    yield f"{key}.{number}{'.' * bool(inner)}{inner}", part
        else:
            yield key, item


def _label(event: Row) -> Text:
    label = _text(name_text(event) or "unnamed")
    label.stylize("bold")
    label.append_text(_text(f"  {event.get('event_type') or ''}  {duration_text(event)}".rstrip()))
    if event.get("error"):
        label.append_text(_text(f"  error: {cell_text(event['error'], None)}", "red"))
    return label


def _cell(value: Any, zone: tzinfo | None) -> str:
    return on_one_line(cell_text(value, zone)[:_LONGEST_CELL])


def _text(value: str, style: str = "") -> Text:
    return Text(on_one_line(value), style)
