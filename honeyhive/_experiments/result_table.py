"""An experiment as tables: its metrics, their changes since an earlier run, regressions and failed rows."""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias
from unicodedata import east_asian_width

from .._terminal import escaped
from .dataset import short

if TYPE_CHECKING:
    from .comparison import Comparison
    from .result import Experiment, RowResult
    from .summary import MetricSummary

_WIDEST_CELL: Final = 72
_NUMBERS: Final = frozenset({"rows", "min", "max", "rows better", "worse", "was", "is"})
"""The columns on whose right side the cells stand."""
_REGRESSIONS_SHOWN: Final = 5
"""For each metric."""
_FAILURES_SHOWN: Final = 20
_TEXTS_SHOWN: Final = 4


class Cell(NamedTuple):
    """A string and its style, in rich's words."""

    text: str
    style: str = ""


Line: TypeAlias = Sequence[Cell]
_EMPTY: Final = Cell("")


def print_table(experiment: "Experiment") -> None:
    """Print it on stdout, with colors on a terminal if rich is installed."""
    if sys.stdout.isatty() and _print_in_color(experiment):
        return
    # stdout may have an encoding that lacks a character of the user's.
    encoding = sys.stdout.encoding or "utf-8"
    print(as_text(experiment).encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201 - asked for


def as_text(experiment: "Experiment") -> str:
    """Return it as plain text."""
    return "\n".join("".join(cell.text for cell in line).rstrip() for line in _lines(experiment))


def _print_in_color(experiment: "Experiment") -> bool:
    """Print with rich, which knows NO_COLOR and what terminals can show. Return False if it is not installed."""
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        return False
    console = Console(highlight=False, markup=False, emoji=False)
    for line in _lines(experiment):
        text = Text.assemble(*line)
        text.rstrip()
        console.print(text, soft_wrap=True)
    return True


def _lines(experiment: "Experiment") -> Iterator[Line]:
    yield from _head(experiment)
    for table in (_metrics(experiment), *_compared(experiment.comparison), _failures(experiment)):
        if len(table) > 1:
            yield ()
            yield from _aligned(table)
    for problem in experiment.problems:
        yield (Cell(escaped(problem), "red"),)
    for note in experiment.notes:
        yield (Cell(escaped(note), "yellow"),)


def _head(experiment: "Experiment") -> Iterator[Line]:
    failed = len(experiment.failures)
    yield (
        Cell(escaped(experiment.name), "bold"),
        Cell(f"  {len(experiment.rows)} rows in {experiment.seconds:.1f} s"),
        Cell(f", {failed} failed" if failed else "", "red"),
        Cell(f"  run {escaped(experiment.run_id)}"),
    )
    if old := experiment.comparison:
        yield (Cell(escaped(_against(old))),)


def _against(old: "Comparison") -> str:
    counts = [f"{old.common} rows in common"]
    counts += [f"{old.added} added"] if old.added else []
    counts += [f"{old.removed} removed"] if old.removed else []
    counts += [f"{len(old.newly_failed)} newly failed"] if old.newly_failed else []
    counts += [f"{len(old.no_longer_failed)} no longer failed"] if old.no_longer_failed else []
    at = f" of {old.old_created_at[:16]}" if old.old_created_at else ""
    return f"against {old.old_name}  {', '.join(counts)}  run {old.old_run_id}{at}"


def _metrics(experiment: "Experiment") -> list[Line]:
    rows = [[Cell(name), Cell(str(one.count)), *_values(one)] for name, one in experiment.metrics.items()]
    return [_header("metric", "rows", "mean", "min", "max"), *rows]


def _values(one: "MetricSummary") -> list[Cell]:
    if one.mean is None:
        shown = [f"{text} x {count}" for text, count in list(one.texts.items())[:_TEXTS_SHOWN]]
        more = len(one.texts) - len(shown)
        return [Cell(", ".join(shown) + (f", {more} more" if more else "")), _EMPTY, _EMPTY]
    return [Cell(_number(value)) for value in (one.mean, one.min, one.max)]


def _compared(comparison: "Comparison | None") -> list[list[Line]]:
    return [_changes(comparison), _regressions(comparison)] if comparison else []


def _changes(comparison: "Comparison") -> list[Line]:
    """The means are over the rows that have a value in both runs."""
    table: list[Line] = [_header("metric", "was", "is", "change", "rows better", "worse")]
    for name, one in comparison.metrics.items():
        style = "" if not one.significant else "green" if one.gain > 0 else "red"
        worse = Cell(str(len(one.regressed)), "red" if one.regressed else "")
        means = [Cell(_number(one.old)), Cell(_number(one.new))]
        table.append([Cell(name), *means, Cell(str(one), style), Cell(str(len(one.improved))), worse])
    return table


def _regressions(comparison: "Comparison") -> list[Line]:
    table: list[Line] = [_header("worse row", "metric", "was", "is", "outputs were", "outputs are")]
    for one in comparison.metrics.values():
        for row in one.regressions[:_REGRESSIONS_SHOWN]:
            scores = [Cell(_number(row.old)), Cell(_number(row.new))]
            outputs = [Cell(_short(row.old_outputs)), Cell(_short(row.new_outputs))]
            table.append([Cell(row.datapoint_id), Cell(one.name), *scores, *outputs])
        if more := len(one.regressions[_REGRESSIONS_SHOWN:]):
            table.append([Cell(f"and {more} more"), Cell(one.name), *[_EMPTY] * 4])
    return table


def _failures(experiment: "Experiment") -> list[Line]:
    shown = experiment.failures[:_FAILURES_SHOWN]
    table = [
        _header("failed row", "inputs", "error"),
        *([Cell(row.datapoint_id), Cell(_short(row.inputs)), Cell(_error(row), "red")] for row in shown),
    ]
    if len(shown) < len(experiment.failures):
        table.append([Cell(f"and {len(experiment.failures) - len(shown)} more"), _EMPTY, _EMPTY])
    return table


def _error(row: "RowResult") -> str:
    errors = [row.error] if row.error else []
    return "; ".join([*errors, *(f"evaluator {name}: {text}" for name, text in row.evaluator_errors.items())])


def _header(*names: str) -> Line:
    return [Cell(name, "bold") for name in names]


def _aligned(table: Sequence[Line]) -> Iterator[Line]:
    """The lines of a table: its columns padded, its long cells folded, numbers on the right of their columns."""
    folded = [[_folded(cell) for cell in row] for row in table]
    widths = [max(_width(piece.text) for cell in column for piece in cell) for column in zip(*folded, strict=True)]
    are_right = [cell.text in _NUMBERS for cell in table[0]]
    for row in folded:
        for pieces in zip_longest(*row, fillvalue=_EMPTY):
            yield [
                Cell(_padded(piece.text, width, is_right=is_right), piece.style)
                for piece, width, is_right in zip(pieces, widths, are_right, strict=True)
            ]


def _folded(cell: Cell) -> list[Cell]:
    lines = escaped(cell.text).split("\n")
    pieces = [piece for line in lines for piece in (wrap(line, _WIDEST_CELL) or [""])]
    return [Cell(piece, cell.style) for piece in pieces]


def _padded(text: str, width: int, *, is_right: bool) -> str:
    padding = " " * (width - _width(text))
    return f"{padding}{text}  " if is_right else f"{text}{padding}  "


def _width(text: str) -> int:
    """Columns on a terminal, where Chinese, Japanese and Korean characters take two."""
    return len(text) + sum(east_asian_width(one) in "WF" for one in text)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _short(value: object) -> str:
    try:
        return short(value)
    except Exception as error:  # a __repr__ of the user's may raise anything
        return f"a {type(value).__name__} whose repr raised {type(error).__name__}"
