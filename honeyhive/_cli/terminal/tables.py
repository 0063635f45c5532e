"""Replies as tables: events and sessions, one session as a tree, and any other reply by its shape."""

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from rich.console import Console, ConsoleDimensions
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ..._terminal import on_one_line
from .event_table import (
    Row,
    are_events,
    children_of,
    count_below,
    duration_text,
    is_session,
    name_text,
    start_text,
)

_WIDTH_WITHOUT_TERMINAL: Final = 160
_NARROWEST: Final = 100
_MOST_COLUMNS: Final = 6
Column = tuple[str, Callable[[Row], str]]

_EVENT: Final[tuple[Column, ...]] = (
    ("start (UTC)", start_text),
    ("type", lambda event: str(event.get("event_type") or "")),
    ("name", name_text),
    ("duration", duration_text),
    ("event id", lambda event: str(event.get("event_id") or "")),
)
_SESSION: Final[tuple[Column, ...]] = (
    ("start (UTC)", start_text),
    ("name", name_text),
    ("events", lambda session: str(count_below(session))),
    ("duration", duration_text),
    ("session id", lambda session: str(session.get("session_id") or "")),
)
_RIGHT: Final = ("events", "duration")
_WHOLE: Final = ("start (UTC)", "event id", "session id")


def print_table(value: Any) -> None:
    """Print a reply on stdout as a table or a tree."""
    console = _console()
    rows, rest = _rows(value)
    if rows is None:
        _print_keys(console, value)
    elif not rows:
        console.print("nothing found")
    elif len(rows) == 1 and are_events(rows) and is_session(rows[0]):
        console.print(session_tree(rows[0]))
    elif are_events(rows):
        console.print(_table(rows, _SESSION if all(map(is_session, rows)) else _EVENT))
    else:
        console.print(_table(rows, _columns(rows)))
    if rest:
        console.print(_text(", ".join(f"{key}: {_cell(item)}" for key, item in rest.items())))


def session_tree(session: Row) -> Tree:
    """Return the session with its events below it."""
    head = _label(session)
    head.append_text(_text(f"  {start_text(session)} UTC  {session.get('session_id') or ''}"))
    tree = Tree(head)
    pending = [(session, tree)]
    while pending:
        event, node = pending.pop()
        pending += [(child, node.add(_label(child))) for child in children_of(event)]
    return tree


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    width, height = console.size
    if not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        width = _WIDTH_WITHOUT_TERMINAL
    # Ids are kept in one piece, to be copied: a narrow terminal wraps lines instead of words. Both numbers are set,
    # because rich falls back to 80 columns on a dumb terminal if one is missing.
    console.size = ConsoleDimensions(max(width, _NARROWEST), height)
    return console


def _rows(value: Any) -> tuple[list[Any] | None, dict[str, Any]]:
    """Return the rows of a reply and its other keys; None for the rows if it is not a list."""
    if isinstance(value, list):
        return value, {}
    if not isinstance(value, Mapping):
        return None, {}
    lists = [key for key, item in value.items() if isinstance(item, list)]
    if len(lists) != 1 or not all(isinstance(item, Mapping) for item in value[lists[0]]):
        return None, {}
    return value[lists[0]], {key: item for key, item in value.items() if key != lists[0]}


def _table(rows: Sequence[Any], columns: Sequence[Column]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name, _ in columns:
        is_whole = name in _WHOLE
        table.add_column(
            name, justify="right" if name in _RIGHT else "left", no_wrap=is_whole or name in _RIGHT, overflow="fold"
        )
    for row in rows:
        failed = isinstance(row, Mapping) and bool(row.get("error"))
        table.add_row(*(_text(cell(row)) for _, cell in columns), style="red" if failed else None)
    return table


def _columns(rows: Sequence[Any]) -> list[Column]:
    """Return the keys whose values fit a cell, or a single column for rows that are not objects."""
    if not all(isinstance(row, Mapping) for row in rows):
        return [("value", _cell)]
    keys = dict.fromkeys(key for row in rows for key, item in row.items() if not isinstance(item, Mapping | list))
    return [(str(key), partial(_value, key)) for key in list(keys)[:_MOST_COLUMNS]]


def _print_keys(console: Console, value: Any) -> None:
    """Print an object key by key, and any other value unchanged."""
    if isinstance(value, Mapping) and len(value) == 1 and isinstance(inner := next(iter(value.values())), Mapping):
        value = inner
    if not isinstance(value, Mapping):
        console.print(_text(_cell(value)))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for key, item in value.items():
        table.add_row(_text(str(key)), _text(_cell(item)))
    console.print(table)


def _label(event: Row) -> Text:
    label = _text(name_text(event) or "unnamed")
    label.stylize("bold")
    label.append_text(_text(f"  {event.get('event_type') or ''}  {duration_text(event)}".rstrip()))
    if event.get("error"):
        label.append_text(_text(f"  error: {_cell(event['error'])}", "red"))
    return label


def _value(key: str, row: Row) -> str:
    return _cell(row.get(key))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _text(value: str, style: str = "") -> Text:
    return Text(on_one_line(value), style)
