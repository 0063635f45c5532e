"""An experiment as tables: its metrics, their change since an earlier run, regressions and failed rows."""

import sys
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from .dataset import short

if TYPE_CHECKING:
    from .comparison import Comparison
    from .result import Experiment, RowResult
    from .summary import MetricSummary

_WIDTH: Final = 120
"""Of a text that goes to no terminal."""
_FAILURES_SHOWN: Final = 20
_TEXTS_SHOWN: Final = 4
_NUMBERS: Final = frozenset({"rows", "min", "max", "rows better", "worse", "was", "is"})
_REGRESSIONS_SHOWN: Final = 5
"""For each metric."""


def print_table(experiment: "Experiment") -> None:
    """Print it on stdout, with colours on a terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not sys.stdout.isatty():
        console.width = _WIDTH
    console.print(_all_of(experiment))


def as_text(experiment: "Experiment") -> str:
    """The same as plain text."""
    file = StringIO()
    Console(file=file, width=_WIDTH, highlight=False, markup=False, emoji=False, color_system=None).print(
        _all_of(experiment)
    )
    return file.getvalue().rstrip("\n")


def _all_of(experiment: "Experiment") -> Group:
    parts: list[RenderableType] = [_head(experiment)]
    if experiment.metrics:
        parts += [Text(), _metrics(experiment)]
    if experiment.comparison and experiment.comparison.metrics:
        parts += [Text(), _changes(experiment.comparison)]
        if any(one.regressions for one in experiment.comparison.metrics.values()):
            parts += [Text(), _regressions(experiment.comparison)]
    if experiment.failures:
        parts += [Text(), _failures(experiment)]
    parts += [_text(problem, "red") for problem in experiment.problems]
    parts += [_text(note, "yellow") for note in experiment.notes]
    return Group(*parts)


def _head(experiment: "Experiment") -> Text:
    failed = len(experiment.failures)
    head = _text(experiment.name, "bold")
    head.append_text(_text(f"  {len(experiment.rows)} rows in {experiment.seconds:.1f} s"))
    if failed:
        head.append_text(_text(f", {failed} failed", "red"))
    head.append_text(_text(f"  run {experiment.run_id}"))
    if experiment.comparison:
        head.append_text(_text(f"\n{_against(experiment.comparison)}"))
    return head


def _against(old: "Comparison") -> str:
    counts = [f"{old.common} rows in common"]
    counts += [f"{old.added} added"] if old.added else []
    counts += [f"{old.removed} removed"] if old.removed else []
    counts += [f"{len(old.newly_failed)} newly failed"] if old.newly_failed else []
    counts += [f"{len(old.no_longer_failed)} no longer failed"] if old.no_longer_failed else []
    at = f" of {old.old_created_at[:16]}" if old.old_created_at else ""
    return f"against {old.old_name}  {', '.join(counts)}  run {old.old_run_id}{at}"


def _metrics(experiment: "Experiment") -> Table:
    table = _table(["metric", "rows", "mean", "min", "max"])
    for name, one in experiment.metrics.items():
        table.add_row(_text(name), _text(str(one.count)), *_values(one))
    return table


def _values(one: "MetricSummary") -> list[Text]:
    if one.mean is None:
        shown = [f"{text} x {count}" for text, count in list(one.texts.items())[:_TEXTS_SHOWN]]
        more = len(one.texts) - len(shown)
        return [_text(", ".join(shown) + (f", {more} more" if more else "")), Text(), Text()]
    return [_text(_number(value)) for value in (one.mean, one.min, one.max)]


def _changes(comparison: "Comparison") -> Table:
    """The means are over the rows that have a value in both runs."""
    table = _table(["metric", "was", "is", "change", "rows better", "worse"])
    for name, one in comparison.metrics.items():
        style = "" if not one.significant else "green" if one.gain > 0 else "red"
        table.add_row(
            _text(name),
            _text(_number(one.old)),
            _text(_number(one.new)),
            _text(str(one), style),
            _text(str(len(one.improved))),
            _text(str(len(one.regressed)), "red" if one.regressed else ""),
        )
    return table


def _regressions(comparison: "Comparison") -> Table:
    table = _table(["worse row", "metric", "was", "is", "outputs were", "outputs are"])
    for one in comparison.metrics.values():
        for row in one.regressions[:_REGRESSIONS_SHOWN]:
            outputs = [_text(_short(value)) for value in (row.old_outputs, row.new_outputs)]
            table.add_row(_text(row.datapoint_id), _text(one.name), _number(row.old), _number(row.new), *outputs)
        if more := len(one.regressions[_REGRESSIONS_SHOWN:]):
            table.add_row(_text(f"and {more} more"), _text(one.name), Text(), Text(), Text(), Text())
    return table


def _failures(experiment: "Experiment") -> Table:
    table = _table(["failed row", "inputs", "error"])
    shown = experiment.failures[:_FAILURES_SHOWN]
    for row in shown:
        table.add_row(_text(row.datapoint_id), _text(_short(row.inputs)), _text(_error(row), "red"))
    if len(shown) < len(experiment.failures):
        table.add_row(_text(f"and {len(experiment.failures) - len(shown)} more"), Text(), Text())
    return table


def _error(row: "RowResult") -> str:
    errors = [row.error] if row.error else []
    return "; ".join([*errors, *(f"evaluator {name}: {text}" for name, text in row.evaluator_errors.items())])


def _table(columns: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in _NUMBERS else "left", overflow="fold")
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _short(value: object) -> str:
    try:
        return short(value)
    except Exception as error:  # a __repr__ of the user's may raise anything
        return f"a {type(value).__name__} whose repr raised {type(error).__name__}"


def _text(value: str, style: str = "") -> Text:
    """The text with control characters shown, so that what a model wrote cannot steer the terminal."""
    return Text("".join(one if one.isprintable() or one == "\n" else repr(one)[1:-1] for one in value), style)
