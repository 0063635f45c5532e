"""The result of an experiment: its rows, the summary of their metrics, and the comparison with an earlier run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from .copies import plain_value
from .dataset import row_key
from .run_comparison import Comparison
from .scoring import ScoreValue, number_of
from .summary import MetricSummary
from .tally import RunTally
from .thresholds import missed, worsened


@dataclass
class RowResult:
    """The result of one row."""

    datapoint_id: str
    session_id: str
    inputs: Any
    ground_truth: Any
    outputs: Any = None
    """A snapshot of the function's return value; for a row that ran before an interruption, the stored JSON of it."""
    error: str | None = None
    """The error of the function, as "Type: message"; None if the function succeeded."""
    metrics: dict[str, ScoreValue] = field(default_factory=dict)
    evaluator_errors: dict[str, str] = field(default_factory=dict)
    """The error of each evaluator that failed, by the name of the evaluator."""
    duration: float | None = None
    """Milliseconds that the function took, including its retries and excluding the evaluators."""
    was_done: bool = False
    """True if the row ran before the run was resumed, and did not run again."""
    comments: dict[str, str] = field(default_factory=dict)
    """The comments of scores, by the names of their metrics."""
    passed: dict[str, bool] = field(default_factory=dict)
    """The explicit verdicts of scores (``Score.passed``), by the names of their metrics."""
    repetition: int = 1
    """Number of the repetition, from 1."""
    attempts: int = 1
    """Number of calls of the function; more than 1 after retries."""
    traceback: str | None = None
    """The traceback of the error or of the first failed evaluator. None for a row that ran before an interruption."""

    @property
    def key(self) -> str:
        """The key of the row and its repetition, unique within a run."""
        return row_key(self.datapoint_id, self.repetition)

    @property
    def label(self) -> str:
        """The id of the row's datapoint. From the second repetition on, ``#`` and the repetition's number follow."""
        return self.datapoint_id if self.repetition == 1 else f"{self.datapoint_id}#{self.repetition}"

    @property
    def failed(self) -> bool:
        """True if the function or an evaluator failed."""
        return self.error is not None or bool(self.evaluator_errors)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields of the row as a dict, with the values unchanged."""
        return dict(vars(self))


@dataclass
class Experiment:
    """The result of a run that has ended."""

    run_id: str
    name: str
    dataset_id: str
    rows: list[RowResult]
    """The rows in the order of the dataset, with repetitions next to each other; empty with ``keep_rows=False``."""
    metrics: dict[str, MetricSummary]
    comparison: Comparison | None = None
    problems: list[str] = field(default_factory=list)
    """Messages about missing data and possible causes of a wrong result, each with advice; empty if all is well."""
    notes: list[str] = field(default_factory=list)
    """Facts about the result, such as changes since the run began."""
    lower_is_better: frozenset[str] = frozenset()
    """Names of the metrics for which less is better."""
    seconds: float = 0.0
    """Elapsed seconds for all rows, without setup and delivery."""
    summary: dict[str, ScoreValue] = field(default_factory=dict)
    """Scores of the summary evaluators, over all rows."""
    totals: RunTally | None = field(default=None, repr=False, compare=False)

    @property
    def tally(self) -> RunTally:
        """Totals over all rows, including rows that were not kept."""
        return RunTally.of(self.rows) if self.totals is None else self.totals

    @property
    def failures(self) -> list[RowResult]:
        """The rows whose function or evaluators failed."""
        return [row for row in self.rows if row.failed]

    def below(
        self, thresholds: Mapping[str, float], least: float | None = None, *, tolerate_failures: bool = False
    ) -> list[str]:
        """Return a message for each metric that misses its threshold.

        A threshold is the smallest mean that passes, or the largest if less is better. ``least`` is the threshold of
        all metrics that are not in ``thresholds``, except those for which less is better. A failed row counts as not
        passed, unless ``tolerate_failures`` is true.
        """
        numbers = {name: number for name, score in self.summary.items() if (number := number_of(score)) is not None}
        return missed(
            self.tally,
            thresholds,
            least,
            lower_is_better=self.lower_is_better,
            tolerate_failures=tolerate_failures,
            summary_scores=numbers,
        )

    def regressions(self, tolerances: Mapping[str, float | None]) -> list[str]:
        """Return a message for each metric that became worse than in the earlier run; empty without an earlier run.

        ``tolerances`` maps the name of a metric to the tolerated loss of its mean. None tolerates any loss that is not
        statistically significant. The name "any" stands for every metric that is not named.
        """
        return worsened(self.comparison, tolerances) if self.comparison else []

    def to_dict(self) -> dict[str, Any]:
        """Return the experiment as dicts and lists, with the values of the rows unchanged."""
        return {
            "run_id": self.run_id,
            "name": self.name,
            "dataset_id": self.dataset_id,
            "seconds": round(self.seconds, 3),
            "failed": self.tally.failed,
            "metrics": {name: one.to_dict() for name, one in self.metrics.items()},
            "summary": self.summary,
            "comparison": self.comparison.to_dict() if self.comparison else None,
            "problems": self.problems,
            "notes": self.notes,
            "rows": [row.to_dict() for row in self.rows],
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the experiment as a JSON string, for CI. Values that are not JSON-compatible appear as stored."""
        plain = self.to_dict()
        plain["rows"] = [_plain_row(row) for row in plain["rows"]]
        for change in plain["comparison"]["metrics"].values() if self.comparison else ():
            change["regressions"] = [_plain_row(one) for one in change["regressions"]]
        # A user's string may contain a lone surrogate, which no file accepts.
        return json.dumps(plain, indent=indent, ensure_ascii=False).encode(errors="replace").decode()

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat dict for each row, with columns such as ``inputs.question`` and ``metrics.correct``."""
        from .exports import to_records

        return to_records(self)

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame with one line for each row of the experiment. Needs pandas."""
        from .exports import to_pandas

        return to_pandas(self)

    def to_csv(self, path: str | PurePath | None = None) -> str:
        """Return the rows as CSV, and write them to ``path`` if given."""
        from .exports import to_csv, written

        return written(to_csv(self), path)

    def to_markdown(self, path: str | PurePath | None = None) -> str:
        """Return a Markdown summary for a pull request, and write it to ``path`` if given."""
        from .exports import to_markdown, written

        return written(to_markdown(self), path)

    def to_junit(self, path: str | PurePath | None = None) -> str:
        """Return JUnit XML with a test case for each row, and write it to ``path`` if given."""
        from .exports import to_junit, written

        return written(to_junit(self), path)

    def __str__(self) -> str:
        from .result_table import as_text

        return as_text(self)


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain_value(name, value) for name, value in row.items()}
