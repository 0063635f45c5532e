"""An experiment for people: its metrics, what changed since an earlier run, and the rows that failed."""

import sys
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from .comparison import MetricChange
    from .result import Experiment, RowResult
    from .summary import MetricSummary

_WIDTH: Final = 120
"""Of a text that goes to no terminal."""
_FAILURES_SHOWN: Final = 20
_TEXTS_SHOWN: Final = 4


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
    if experiment.failures:
        parts += [Text(), _failures(experiment)]
    parts += [_text(problem, "red") for problem in experiment.problems]
    return Group(*parts)


def _head(experiment: "Experiment") -> Text:
    failed = len(experiment.failures)
    head = _text(experiment.name, "bold")
    head.append_text(_text(f"  {len(experiment.rows)} rows in {experiment.seconds:.1f} s"))
    if failed:
        head.append_text(_text(f", {failed} failed", "red"))
    head.append_text(_text(f"  run {experiment.run_id}"))
    if experiment.comparison:
        old = experiment.comparison
        head.append_text(_text(f"\nagainst {old.old_name}  {old.common} rows in common  run {old.old_run_id}"))
    return head


def _metrics(experiment: "Experiment") -> Table:
    changes = experiment.comparison.metrics if experiment.comparison else None
    table = _table(
        ["metric", "rows", "mean", "min", "max"]
        + (["before", "change", "rows better", "worse"] if changes is not None else [])
    )
    for name, one in experiment.metrics.items():
        cells = [_text(name), _text(str(one.count)), *_values(one)]
        if changes is not None:
            cells += _change(changes.get(name))
        table.add_row(*cells)
    return table


def _values(one: "MetricSummary") -> list[Text]:
    if one.mean is None:
        shown = [f"{text} x {count}" for text, count in list(one.texts.items())[:_TEXTS_SHOWN]]
        more = len(one.texts) - len(shown)
        return [_text(", ".join(shown) + (f", {more} more" if more else "")), Text(), Text()]
    return [_text(_number(value)) for value in (one.mean, one.min, one.max)]


def _change(one: "MetricChange | None") -> list[Text]:
    if one is None or one.difference is None:
        return [_text(_number(one.old if one else None)), Text(), Text(), Text()]
    style = "green" if one.difference > 0 else "red" if one.difference < 0 else ""
    percent = f" ({one.percent:+.1f} %)" if one.percent is not None else ""
    return [
        _text(_number(one.old)),
        _text(f"{one.difference:+.4g}{percent}", style),
        _text(str(len(one.improved))),
        _text(str(len(one.regressed)), "red" if one.regressed else ""),
    ]


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
        is_text = name in ("metric", "mean", "failed row", "inputs", "error")
        table.add_column(name, justify="left" if is_text else "right", overflow="fold")
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _text(value: str, style: str = "") -> Text:
    """The text with control characters shown, so that what a model wrote cannot steer the terminal."""
    return Text("".join(one if one.isprintable() or one == "\n" else repr(one)[1:-1] for one in value), style)
