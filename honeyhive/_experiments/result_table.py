"""Text tables of an experiment: metrics, changes since an earlier run, regressions and failed rows."""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias
from unicodedata import east_asian_width

from .._terminal import escaped
from .dataset import short

if TYPE_CHECKING:
    from .result import Experiment, RowResult
    from .run_comparison import Comparison
    from .summary import MetricSummary

_MAX_CELL_WIDTH: Final = 72
_NUMBERS: Final = frozenset({"rows", "min", "max", "spread", "rows better", "worse", "was", "is"})
"""Columns that are aligned to the right."""
_REGRESSIONS_SHOWN: Final = 5
"""Maximum number of worse rows shown for each metric."""
_FAILURES_SHOWN: Final = 20
_TEXTS_SHOWN: Final = 4


class TableCell(NamedTuple):
    """A string and the name of its style in rich."""

    text: str
    style: str = ""


Line: TypeAlias = Sequence[TableCell]
_EMPTY: Final = TableCell("")


def print_table(experiment: "Experiment") -> None:
    """Print the tables to stdout, in color if stdout is a terminal and rich is installed."""
    if sys.stdout.isatty() and _print_in_color(experiment):
        return
    # The encoding of stdout may lack characters of the user's values.
    encoding = sys.stdout.encoding or "utf-8"
    print(as_text(experiment).encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201 - the caller asked for it


def as_text(experiment: "Experiment") -> str:
    """Return the tables as plain text."""
    return "\n".join("".join(cell.text for cell in line).rstrip() for line in _lines(experiment))


def _print_in_color(experiment: "Experiment") -> bool:
    """Print with rich, which respects NO_COLOR. Return False if rich is not installed."""
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
    yield from _traceback(experiment)
    for problem in experiment.problems:
        yield (TableCell(escaped(problem), "red"),)
    for note in experiment.notes:
        yield (TableCell(escaped(note), "yellow"),)


def _head(experiment: "Experiment") -> Iterator[Line]:
    tally = experiment.tally
    yield (
        TableCell(escaped(experiment.name), "bold"),
        TableCell(f"  {tally.rows} rows in {experiment.seconds:.1f} s"),
        TableCell(f", {tally.failed} failed" if tally.failed else "", "red"),
        TableCell(f"  run {escaped(experiment.run_id)}"),
    )
    if old := experiment.comparison:
        yield (TableCell(escaped(_against(old))),)


def _against(old: "Comparison") -> str:
    counts = [f"{old.common} rows in common"]
    counts += [f"{old.added} added"] if old.added else []
    counts += [f"{old.removed} removed"] if old.removed else []
    counts += [f"{len(old.newly_failed)} newly failed"] if old.newly_failed else []
    counts += [f"{len(old.no_longer_failed)} no longer failed"] if old.no_longer_failed else []
    at = f" of {old.old_created_at[:16]}" if old.old_created_at else ""
    return f"against {old.old_name}  {', '.join(counts)}  run {old.old_run_id}{at}"


def _metrics(experiment: "Experiment") -> list[Line]:
    repeated = any(one.spread is not None or one.pass_at_k for one in experiment.metrics.values())
    extra = ["spread", "pass@k", "pass^k"] if repeated else []
    table: list[Line] = [_header("metric", "rows", "mean", "min", "max", *extra)]
    for name, one in experiment.metrics.items():
        cells = [TableCell(name), TableCell(str(one.count)), *_values(one)]
        table.append([*cells, *_repetitions(one)] if repeated else cells)
    for name, score in experiment.summary.items():
        value = score if isinstance(score, str) else _number(float(score))
        table.append([TableCell(name), TableCell("all"), TableCell(value), *[_EMPTY] * (2 + len(extra))])
    return table


def _repetitions(one: "MetricSummary") -> list[TableCell]:
    """Return the cells with the spread, and with pass@k and pass^k for the largest k."""
    largest = [f"{by_k[max(by_k)]:.4g} (k={max(by_k)})" if by_k else "" for by_k in (one.pass_at_k, one.pass_hat_k)]
    return [TableCell(_number(one.spread)), *map(TableCell, largest)]


def _values(one: "MetricSummary") -> list[TableCell]:
    if one.mean is None:
        shown = [f"{text} x {count}" for text, count in list(one.texts.items())[:_TEXTS_SHOWN]]
        more = len(one.texts) - len(shown)
        return [TableCell(", ".join(shown) + (f", {more} more" if more else "")), _EMPTY, _EMPTY]
    return [TableCell(_number(value)) for value in (one.mean, one.min, one.max)]


def _compared(comparison: "Comparison | None") -> list[list[Line]]:
    return [_changes(comparison), _regressions(comparison)] if comparison else []


def _changes(comparison: "Comparison") -> list[Line]:
    """Return the table of the metrics' changes. Its means are over the rows with a value in both runs."""
    table: list[Line] = [_header("metric", "was", "is", "change", "rows better", "worse")]
    for name, one in comparison.metrics.items():
        style = "" if not one.significant else "green" if one.gain > 0 else "red"
        worse = TableCell(str(len(one.regressed)), "red" if one.regressed else "")
        means = [TableCell(_number(one.old)), TableCell(_number(one.new))]
        table.append([TableCell(name), *means, TableCell(str(one), style), TableCell(str(len(one.improved))), worse])
    return table


def _regressions(comparison: "Comparison") -> list[Line]:
    table: list[Line] = [_header("worse row", "metric", "was", "is", "outputs were", "outputs are")]
    for one in comparison.metrics.values():
        for row in one.regressions[:_REGRESSIONS_SHOWN]:
            scores = [TableCell(_number(row.old)), TableCell(_number(row.new))]
            outputs = [TableCell(_short(row.old_outputs)), TableCell(_short(row.new_outputs))]
            table.append([TableCell(row.datapoint_id), TableCell(one.name), *scores, *outputs])
        if more := len(one.regressions[_REGRESSIONS_SHOWN:]):
            table.append([TableCell(f"and {more} more"), TableCell(one.name), *[_EMPTY] * 4])
    return table


def _failures(experiment: "Experiment") -> list[Line]:
    shown = experiment.failures[:_FAILURES_SHOWN]
    table = [
        _header("failed row", "inputs", "error"),
        *(
            [
                TableCell(row.label),
                TableCell(_short(row.inputs)),
                TableCell(_error(row), "red"),
            ]
            for row in shown
        ),
    ]
    if len(shown) < len(experiment.failures):
        table.append([TableCell(f"and {len(experiment.failures) - len(shown)} more"), _EMPTY, _EMPTY])
    return table


def _traceback(experiment: "Experiment") -> Iterator[Line]:
    """Yield the traceback of the first failed row that has one."""
    row = next((one for one in experiment.failures if one.traceback), None)
    if row is not None and row.traceback is not None:
        yield ()
        yield (TableCell(f"traceback of {row.label}", "bold"),)
        for line in row.traceback.split("\n"):
            yield (TableCell(escaped(line)),)


def _error(row: "RowResult") -> str:
    errors = [row.error] if row.error else []
    return "; ".join([*errors, *(f"evaluator {name}: {text}" for name, text in row.evaluator_errors.items())])


def _header(*names: str) -> Line:
    return [TableCell(name, "bold") for name in names]


def _aligned(table: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a table, with padded columns and long cells wrapped."""
    folded = [[_folded(cell) for cell in row] for row in table]
    widths = [max(_width(piece.text) for cell in column for piece in cell) for column in zip(*folded, strict=True)]
    are_right = [cell.text in _NUMBERS for cell in table[0]]
    for row in folded:
        for pieces in zip_longest(*row, fillvalue=_EMPTY):
            yield [
                TableCell(_padded(piece.text, width, is_right=is_right), piece.style)
                for piece, width, is_right in zip(pieces, widths, are_right, strict=True)
            ]


def _folded(cell: TableCell) -> list[TableCell]:
    lines = escaped(cell.text).split("\n")
    pieces = [piece for line in lines for piece in (wrap(line, _MAX_CELL_WIDTH) or [""])]
    return [TableCell(piece, cell.style) for piece in pieces]


def _padded(text: str, width: int, *, is_right: bool) -> str:
    padding = " " * (width - _width(text))
    return f"{padding}{text}  " if is_right else f"{text}{padding}  "


def _width(text: str) -> int:
    """Return the width on a terminal, where Chinese, Japanese and Korean characters take two columns."""
    return len(text) + sum(east_asian_width(one) in "WF" for one in text)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _short(value: object) -> str:
    try:
        return short(value)
    except Exception as error:  # a user's __repr__ may raise anything
        return f"a {type(value).__name__} whose repr raised {type(error).__name__}"
