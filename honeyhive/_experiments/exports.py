"""Results of an experiment in other formats: pandas, CSV, Markdown for a pull request, JUnit XML for CI."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from .copies import plain_value

if TYPE_CHECKING:
    from .result import Experiment, RowResult

_PARTS: Final = ("inputs", "ground_truth", "outputs", "metrics", "comments", "evaluator_errors")
_FAILURES_SHOWN: Final = 20
"""Maximum number of failed rows in a Markdown summary: a comment on GitHub has at most 65,536 characters."""
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_records(experiment: "Experiment") -> list[dict[str, Any]]:
    """Return a flat dict for each row; keys of nested dicts become columns such as ``inputs.question``."""
    return [_record(row) for row in experiment.rows]


def to_pandas(experiment: "Experiment") -> Any:
    """Return a pandas DataFrame with a line for each row."""
    try:
        from pandas import DataFrame  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ImportError("to_pandas() needs pandas: pip install pandas") from None
    return DataFrame(to_records(experiment))


def to_csv(experiment: "Experiment") -> str:
    """Return the rows as CSV. Values other than strings and numbers are written as JSON."""
    records = to_records(experiment)
    columns = list(dict.fromkeys(column for record in records for column in record))
    target = io.StringIO()
    writer = csv.DictWriter(target, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(name, value) for name, value in record.items()} for record in records)
    return target.getvalue()


def to_markdown(experiment: "Experiment") -> str:
    """Return a Markdown summary: metrics, changes since the earlier run, failed rows, problems and notes."""
    return "\n".join(_markdown(experiment)) + "\n"


def to_junit(experiment: "Experiment") -> str:
    """Return JUnit XML with a test case per row: an ``error`` if the row failed, a ``failure`` for a false metric."""
    tally = experiment.tally
    suite = Element(
        "testsuite",
        name=_xml(experiment.name),
        tests=str(len(experiment.rows)),
        errors=str(tally.failed),
        failures=str(sum(not row.failed and bool(_not_passed(row)) for row in experiment.rows)),
        time=f"{experiment.seconds:.3f}",
    )
    for row in experiment.rows:
        case = SubElement(
            suite, "testcase", classname=_xml(experiment.name), name=row.key, time=f"{(row.duration or 0) / 1000:.3f}"
        )
        if row.failed:
            details = [_shown("inputs", row.inputs), *([row.traceback] if row.traceback else [])]
            SubElement(case, "error", message=_xml(_error(row))).text = _xml("\n".join(details))
        elif wrong := _not_passed(row):
            failure = SubElement(case, "failure", message=_xml(f"not passed: {', '.join(wrong)}"))
            failure.text = _xml("\n".join(f"{part}: {_shown(part, getattr(row, part))}" for part in _PARTS[:3]))
        SubElement(case, "system-out").text = _xml(_shown("metrics", row.metrics))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suite, encoding="unicode") + "\n"


def written(text: str, path: str | PurePath | None) -> str:
    """Write the text to the path, if there is one, and return the text."""
    if path is not None:
        # newline="" keeps the "\n" of CSV on Windows. A lone surrogate in a user's string is replaced.
        with Path(path).open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
    return text


def _record(row: "RowResult") -> dict[str, Any]:
    found: dict[str, Any] = {
        "datapoint_id": row.datapoint_id,
        "repetition": row.repetition,
        "session_id": row.session_id,
        "error": row.error,
        "duration": row.duration,
    }
    for part in _PARTS:
        value = getattr(row, part)
        if isinstance(value, Mapping):
            found.update({f"{part}.{key}": item for key, item in value.items()})
        elif value is not None:
            found[part] = value
    return found


def _cell(name: str, value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else _shown(name, value)


def _markdown(experiment: "Experiment") -> Iterator[str]:
    tally = experiment.tally
    yield f"## {_md(experiment.name)}"
    yield ""
    yield f"{tally.rows} rows in {experiment.seconds:.1f} s, {tally.failed} failed. Run `{_md(experiment.run_id)}`."
    changes = experiment.comparison.metrics if experiment.comparison else {}
    yield from ("", "| metric | rows | mean | min | max | change |", "|---|---:|---:|---:|---:|---|")
    for name, one in experiment.metrics.items():
        numbers = ["" if value is None else f"{value:.4g}" for value in (one.mean, one.min, one.max)]
        change = str(changes[name]) if name in changes else ""
        yield f"| {_md(name)} | {one.count} | {' | '.join(numbers)} | {_md(change)} |"
    for name, score in experiment.summary.items():
        shown = f"{score:.4g}" if isinstance(score, int | float) else _md(str(score))
        yield f"| {_md(name)} (all rows) | {tally.rows} | {shown} | | | |"
    failures = experiment.failures
    if failures:
        yield from ("", "| failed row | inputs | error |", "|---|---|---|")
        for row in failures[:_FAILURES_SHOWN]:
            yield f"| {_md(row.key)} | {_md(_shown('inputs', row.inputs)[:200])} | {_md(_error(row)[:500])} |"
        if len(failures) > _FAILURES_SHOWN:
            yield f"| and {len(failures) - _FAILURES_SHOWN} more | | |"
    for line in (*experiment.problems, *experiment.notes):
        yield from ("", f"> {_md(line)}")


def _not_passed(row: "RowResult") -> list[str]:
    """Return the names of the metrics with a false verdict, or with a false value if they have no verdict."""
    return [name for name in {**row.metrics, **row.passed} if row.passed.get(name, row.metrics.get(name)) is False]


def _error(row: "RowResult") -> str:
    errors = [row.error] if row.error else []
    return "; ".join([*errors, *(f"evaluator {name}: {error}" for name, error in row.evaluator_errors.items())])


def _shown(name: str, value: Any) -> str:
    return json.dumps(plain_value(name, value), ensure_ascii=False)


def _md(text: str) -> str:
    """Escape a string for a cell of a Markdown table, so that a model's output cannot add markup."""
    escaped = re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", text)
    return " ".join(escaped.split())


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
