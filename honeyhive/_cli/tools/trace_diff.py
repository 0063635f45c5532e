"""Differences of two sessions, as one tree of lines."""

from collections.abc import Iterator, Sequence

import click

from honeyhive._experiments.trace_alignment import TraceNode, aligned, part_at

from ..._terminal import on_one_line
from ..terminal.cells import cell_text

_COLORS = {"-": "red", "+": "green", "~": "yellow"}
_LONGEST_VALUE = 100


def diff_lines(golden: TraceNode, actual: TraceNode, fields: Sequence[str]) -> Iterator[str]:
    """Yield a line for each step and each differing field; its first character is the kind of difference."""
    for step in aligned(golden, actual):
        node = step.golden if step.golden is not None else step.actual or {}
        indent = "  " * step.depth
        text = f"{indent}{node.get('event_name') or 'unnamed'}  {node.get('event_type') or ''}"
        if step.golden is None or step.actual is None:
            yield _line("-" if step.actual is None else "+", text)
            continue
        changed = [
            (field, part_at(step.golden, field), part_at(step.actual, field))
            for field in ("event_type", "event_name", *fields)
        ]
        changed = [one for one in changed if one[1] != one[2]]
        moved = "  (moved)" if step.is_moved else ""
        yield _line("~" if changed or moved else " ", text + moved)
        for field, old, new in changed:
            yield _line("-", f"{indent}  {field}: {_value(old)}")
            yield _line("+", f"{indent}  {field}: {_value(new)}")


def _line(kind: str, text: str) -> str:
    line = on_one_line(f"{kind} {text}").rstrip()
    return click.style(line, _COLORS[kind]) if kind in _COLORS else line


def _value(value: object) -> str:
    text = cell_text(value, None) or "nothing"
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
