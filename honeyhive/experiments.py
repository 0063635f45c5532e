"""Experiments: a function tried on a dataset, judged by evaluators, and compared with an earlier run."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._experiments.comparison import Comparison, MetricChange, Regression
    from ._experiments.evaluation import evaluate
    from ._experiments.result import Experiment, RowResult
    from ._experiments.summary import MetricSummary

__all__ = ["Comparison", "Experiment", "MetricChange", "MetricSummary", "Regression", "RowResult", "evaluate"]

_HOMES = {
    "Comparison": "._experiments.comparison",
    "Experiment": "._experiments.result",
    "MetricChange": "._experiments.comparison",
    "MetricSummary": "._experiments.summary",
    "Regression": "._experiments.comparison",
    "RowResult": "._experiments.result",
    "evaluate": "._experiments.evaluation",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __package__), name)
