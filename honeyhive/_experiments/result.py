"""The result of an experiment: its rows, the summary of their metrics, and the comparison with an earlier run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .._tracing.payload.encoder import Encoder, encode
from .comparison import Comparison
from .scoring import Score
from .summary import MetricSummary
from .thresholds import missed


@dataclass
class RowResult:
    """The result of one row."""

    datapoint_id: str
    session_id: str
    inputs: Any
    ground_truth: Any
    outputs: Any = None
    """A snapshot of what the function returned; of a row from before an interruption, as JSON has it."""
    error: str | None = None
    """The error of the function."""
    metrics: dict[str, Score] = field(default_factory=dict)
    evaluator_errors: dict[str, str] = field(default_factory=dict)
    """The error of each evaluator that failed, by its name."""
    duration: float | None = None
    """Milliseconds that the function took, without the evaluators."""
    was_done: bool = False
    """True if it ran before the run was resumed, and not again."""

    @property
    def failed(self) -> bool:
        """True if the function or an evaluator failed."""
        return self.error is not None or bool(self.evaluator_errors)

    def to_dict(self) -> dict[str, Any]:
        """Its fields, with the values as they are."""
        return dict(vars(self))


@dataclass
class Experiment:
    """A run that has ended."""

    run_id: str
    name: str
    dataset_id: str
    rows: list[RowResult]
    """In the order of the dataset."""
    metrics: dict[str, MetricSummary]
    comparison: Comparison | None = None
    problems: list[str] = field(default_factory=list)
    """Data that the service may not have, causes of a wrong result, and what to do; empty if all is well."""
    notes: list[str] = field(default_factory=list)
    """Facts about the result: changes since the run began, and tasks that rows left behind."""
    lower_is_better: frozenset[str] = frozenset()
    """The metrics of which less is better."""
    seconds: float = 0.0
    """Seconds that the rows took, without setup and delivery."""

    @property
    def failures(self) -> list[RowResult]:
        """The rows whose function or whose evaluators failed."""
        return [row for row in self.rows if row.failed]

    def below(
        self, thresholds: Mapping[str, float], least: float | None = None, *, tolerate_failures: bool = False
    ) -> list[str]:
        """Return, in words, the metrics that miss their threshold; ``least`` is for every metric without one.

        A threshold is the smallest mean that passes; for a metric of which less is better it is the largest, and
        ``least`` does not apply. A row that failed counts as not passed, unless ``tolerate_failures``.
        """
        return missed(
            self.rows,
            thresholds,
            least,
            lower_is_better=self.lower_is_better,
            tolerate_failures=tolerate_failures,
        )

    def to_dict(self) -> dict[str, Any]:
        """As dicts and lists, with the values of the rows as they are."""
        return {
            "run_id": self.run_id,
            "name": self.name,
            "dataset_id": self.dataset_id,
            "seconds": round(self.seconds, 3),
            "failed": len(self.failures),
            "metrics": {name: one.to_dict() for name, one in self.metrics.items()},
            "comparison": self.comparison.to_dict() if self.comparison else None,
            "problems": self.problems,
            "notes": self.notes,
            "rows": [row.to_dict() for row in self.rows],
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """As JSON, for CI; what JSON does not have is written as it is stored."""
        plain = self.to_dict()
        plain["rows"] = [_plain_row(row) for row in plain["rows"]]
        for change in plain["comparison"]["metrics"].values() if self.comparison else ():
            change["regressions"] = [_plain_row(one) for one in change["regressions"]]
        # Half of a surrogate pair may be in any text of the user's, and no file takes it.
        return json.dumps(plain, indent=indent, ensure_ascii=False).encode(errors="replace").decode()

    def __str__(self) -> str:
        from .result_table import as_text

        return as_text(self)


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(name, value) for name, value in row.items()}


def _plain(name: str, value: Any) -> Any:
    """The value if it is JSON, else what is stored of it."""
    try:
        encode(value).encode()
    except Exception:  # whatever a value of the user's raises, the result of the others is told
        text, _ = Encoder().item(name, value)
        return json.loads(text)
    return value
