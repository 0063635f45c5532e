"""Experiments: run a function over a dataset, score its outputs, and compare runs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._experiments.evaluation import aevaluate, evaluate
    from ._experiments.evaluators import (
        JUDGE_SCHEMA,
        contains,
        cost,
        exact_match,
        json_schema,
        latency,
        levenshtein,
        llm_judge,
        numeric_tolerance,
        regex_match,
    )
    from ._experiments.result import Experiment, RowResult
    from ._experiments.row_trace import Trace
    from ._experiments.run_comparison import Comparison, MetricChange, Regression
    from ._experiments.scoring import Score
    from ._experiments.summary import MetricSummary
    from ._vendor.decorators import aevaluator as aevaluator
    from ._vendor.decorators import evaluator as evaluator

__all__ = [
    "JUDGE_SCHEMA",
    "Comparison",
    "Experiment",
    "MetricChange",
    "MetricSummary",
    "Regression",
    "RowResult",
    "Score",
    "Trace",
    "aevaluate",
    "contains",
    "cost",
    "evaluate",
    "exact_match",
    "json_schema",
    "latency",
    "levenshtein",
    "llm_judge",
    "numeric_tolerance",
    "regex_match",
]

_MODULES = {
    "evaluation": ("aevaluate", "evaluate"),
    "result": ("Experiment", "RowResult"),
    "row_trace": ("Trace",),
    "run_comparison": ("Comparison", "MetricChange", "Regression"),
    "scoring": ("Score",),
    "summary": ("MetricSummary",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name, or one of the vendor's package, when it is first used."""
    if name not in __all__:
        from ._vendor.exported_names import find

        return find(name, __name__)
    return getattr(import_module(f"._experiments.{_HOMES.get(name, 'evaluators')}", __package__), name)
