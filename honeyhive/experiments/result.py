"""What an experiment came to: its rows, the summary of their metrics, and the comparison with an earlier run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..tracing.encoding import Encoder, encode
from .comparison import Comparison
from .scoring import Score
from .summary import MetricSummary


@dataclass
class RowResult:
    """What came of one row."""

    datapoint_id: str
    session_id: str
    inputs: Any
    ground_truth: Any
    outputs: Any = None
    """What the function returned; of a row from before an interruption, as it was stored."""
    error: str | None = None
    """Why the function failed."""
    metrics: dict[str, Score] = field(default_factory=dict)
    evaluator_errors: dict[str, str] = field(default_factory=dict)
    """Why an evaluator failed, by its name."""
    duration: float | None = None
    """Milliseconds that the function took, without the evaluators."""
    was_done: bool = False
    """Whether it ran before the run was resumed, and not again."""

    @property
    def failed(self) -> bool:
        """Whether the function or an evaluator failed."""
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
    """What of the run the service may not have stored, and what to do; empty if it has everything."""
    seconds: float = 0.0
    """How long the rows took, without what came before and after them."""

    @property
    def failures(self) -> list[RowResult]:
        """The rows whose function or whose evaluators failed."""
        return [row for row in self.rows if row.failed]

    def below(self, thresholds: Mapping[str, float], least: float | None = None) -> list[str]:
        """Which metrics miss their threshold, in words; ``least`` is for every number without one of its own."""
        wanted = {} if least is None else {name: least for name, one in self.metrics.items() if one.mean is not None}
        found = []
        for name, threshold in {**wanted, **thresholds}.items():
            mean = self.metrics[name].mean if name in self.metrics else None
            if mean is None:
                found.append(f"{name} has no value, at least {threshold:g} is asked for")
            elif mean < threshold:
                found.append(f"{name} is {mean:.4g}, at least {threshold:g} is asked for")
        if least is not None and not wanted:
            found.append(f"no metric has a value, at least {least:g} is asked for")
        return found

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
            "rows": [row.to_dict() for row in self.rows],
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """As a JSON text, for CI; what JSON does not have is told as it is stored."""
        plain = self.to_dict()
        plain["rows"] = [{name: _plain(name, value) for name, value in row.items()} for row in plain["rows"]]
        # Half of a surrogate pair may be in any text of the user's, and no file takes it.
        return json.dumps(plain, indent=indent, ensure_ascii=False).encode(errors="replace").decode()

    def __str__(self) -> str:
        from .table import as_text

        return as_text(self)


def _plain(name: str, value: Any) -> Any:
    """The value if it is JSON, else what is stored of it."""
    try:
        encode(value).encode()
    except Exception:  # whatever a value of the user's raises, the result of the others is told
        text, _ = Encoder().item(name, value)
        return json.loads(text)
    return value
