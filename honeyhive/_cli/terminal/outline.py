"""Replies as an outline: one line for each step, for people, and for models with a small context."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Final, NamedTuple

from ..._terminal import on_one_line
from .cells import cell_text
from .event_table import are_events, children_of, count_below, duration_text, is_session, name_text, start_text
from .reply_rows import Row, at, rows_of, telling_keys

_LONGEST_LINES: Final = (400, 240, 160, 110, 80, 60, 45, 30)
_DEFAULT_LINE: Final = 110
_LINE_WITH_PATHS: Final = 240
_TOKENS: Final = ("prompt_tokens", "completion_tokens")


class OutlineLine(NamedTuple):
    """One line, before it is shortened."""

    depth: int
    text: str


def outline_text(value: Any, zone: tzinfo | None, paths: Sequence[str] = (), most: int | None = None) -> str:
    """Return one line for each session, event or row.

    ``most`` limits the characters of the whole outline: lines are shortened first, then the last lines are left out.
    ``paths`` are parts of a row to add to its line.
    """
    rows = rows_of(value).rows
    steps = list(_event_steps(rows, zone, paths) if are_events(rows) else _row_steps(rows, zone, paths))
    if most is None:
        return _lines(steps, _LINE_WITH_PATHS if paths else _DEFAULT_LINE)
    texts = (_lines(steps, longest) for longest in _LONGEST_LINES)
    return next((text for text in texts if len(text) <= most), "") or _cut(_lines(steps, _LONGEST_LINES[-1]), most)


def _event_steps(rows: Sequence[Row], zone: tzinfo | None, paths: Sequence[str]) -> Iterator[OutlineLine]:
    pending = [(0, row) for row in reversed(rows)]
    while pending:
        depth, event = pending.pop()
        yield OutlineLine(
            depth, "  ".join(filter(None, (*_head(event, depth, zone), *_more(event, paths), _said(event))))
        )
        pending += [(depth + 1, child) for child in reversed(children_of(event))]


def _head(event: Row, depth: int, zone: tzinfo | None) -> Iterator[str]:
    yield name_text(event) or "unnamed"
    yield str(event.get("event_type") or "")
    yield duration_text(event)
    if depth == 0:
        yield start_text(event, zone)
        yield str(event.get("session_id" if is_session(event) else "event_id") or "")
    if is_session(event):
        yield f"{count_below(event)} events"
    yield _tokens(event)
    if event.get("error"):
        yield f"error: {_brief(event['error'])}"


def _tokens(event: Row) -> str:
    total = at(event, "metadata.total_tokens")
    parts = [at(event, f"metadata.{name}") for name in _TOKENS]
    if total is None and all(isinstance(part, int) for part in parts):
        total = sum(parts)
    return f"{total} tokens" if isinstance(total, int | float) else ""


def _said(event: Row) -> str:
    taken, made = _brief(event.get("inputs")), _brief(event.get("outputs"))
    half = _LONGEST_LINES[0] // 2
    if made:
        return f"{_ended(taken, 40) or '…'} -> {_ended(made, half)}"
    return _ended(taken, half)


def _brief(value: Any) -> str:
    """Return a short form of a value: an object with one key becomes its value, chat messages the last message."""
    if isinstance(value, Mapping):
        if "content" in value:
            return _brief(value["content"])
        if "chat_history" in value:
            return _brief(value["chat_history"])
        if len(value) == 1:
            return _brief(next(iter(value.values())))
    if isinstance(value, list) and value and isinstance(value[-1], Mapping) and "content" in value[-1]:
        return _brief(value[-1]["content"])
    return " ".join(cell_text(value, None).split())


def _row_steps(rows: Sequence[Any], zone: tzinfo | None, paths: Sequence[str]) -> Iterator[OutlineLine]:
    for row in rows:
        if isinstance(row, Mapping):
            pairs = [*_more(row, paths or telling_keys([row]))]
            yield OutlineLine(0, "  ".join(pairs) or cell_text(row, zone))
        else:
            yield OutlineLine(0, cell_text(row, zone))


def _more(row: Row, paths: Sequence[str]) -> Iterator[str]:
    return (f"{path}: {cell_text(at(row, path), None)}" for path in paths)


def _lines(steps: Sequence[OutlineLine], longest: int) -> str:
    return "\n".join(_ended("  " * step.depth + on_one_line(step.text), longest) for step in steps)


def _ended(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _cut(text: str, most: int) -> str:
    """Return the first lines that fit, and a last line with the number of the others."""
    lines = text.split("\n")
    kept = len(lines)
    while kept > 1 and len("\n".join([*lines[:kept], _rest(lines, kept)])) > most:
        kept -= 1
    return "\n".join([*lines[:kept], _rest(lines, kept)])[: max(most, 1)]


def _rest(lines: Sequence[str], kept: int) -> str:
    return f"… {len(lines) - kept} more"
