"""Evaluators and scores: binds evaluators, and turns their results into metrics."""

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError
from .binding import BY_NAME, OF_EVALUATOR, OF_SUMMARY, Binding, bind

ScoreValue: TypeAlias = float | int | bool | str
Evaluators: TypeAlias = Sequence[Callable[..., Any]] | Mapping[str, Callable[..., Any]]
_MISSING: Final = frozenset({"NAType", "NaTType"})
"""Type names of pandas' missing values, which give no score instead of a wrong one."""


@dataclass(frozen=True)
class Score:
    """A score with a comment or an explicit verdict."""

    value: Any
    """A number, bool or string; None for no score."""
    comment: str | None = None
    """The reason for the score, which is stored with the score."""
    passed: bool | None = None
    """True if the row counts as passed for ``pass@k``; None if the boolean ``value`` decides."""
    name: str | None = None
    """Name of the metric; None for the evaluator's name."""


class Evaluator(NamedTuple):
    """One evaluator: its name, its function, and the binding of the function's parameters."""

    name: str
    function: Callable[..., Any]
    binding: Binding


class Scored(NamedTuple):
    """The scores in the result of an evaluator, and messages about values that are not scores."""

    metrics: dict[str, ScoreValue]
    faults: list[str]
    comments: dict[str, str]
    """Comments of scores, by the names of their metrics."""
    passed: dict[str, bool]
    """Explicit verdicts (``Score.passed``), by the names of their metrics."""


def evaluators_of(given: Evaluators, *, is_summary: bool = False) -> tuple[Evaluator, ...]:
    """Return the named evaluators. Raises InvalidRequestError for a repeated name or a parameter without a value."""
    argument = "summary_evaluators" if is_summary else "evaluators"
    by_name = OF_SUMMARY if is_summary else BY_NAME[OF_EVALUATOR]
    named = given.items() if isinstance(given, Mapping) else ((name_of(one), one) for one in _listed(given, argument))
    found: dict[str, Evaluator] = {}
    for name, function in named:
        if name in found:
            raise InvalidRequestError(
                f"two evaluators are named {name!r}; pass a dict to name them", argument=argument, separator=": "
            )
        found[name] = Evaluator(name, function, bind(function, OF_EVALUATOR, f"evaluator {name}", by_name))
    return tuple(found.values())


def name_of(function: Callable[..., Any]) -> str:
    """Return the name of a callable."""
    while isinstance(function, partial):
        function = function.func
    return getattr(function, "__name__", None) or type(function).__name__


def scored(name: str, result: Any) -> Scored:
    """Return the metrics in an evaluator's result: one with the evaluator's name, or one for each key of a dict.

    None gives no metric. A value that is not a score is reported as a fault, and the other scores are kept.
    """
    if result is None or type(result) is bool:  # fast path for the most frequent results
        return Scored({} if result is None else {name: result}, [], {}, {})
    found = Scored({}, [], {}, {})
    pairs = _pairs(name, result)
    for key, value in [(name, result)] if pairs is None else pairs:
        rich = value if isinstance(value, Score) else Score(value)
        metric = str(rich.name or key)
        try:
            score = _score(rich.value)
        except Exception as error:  # converting a user's value may raise anything
            found.faults.append(f"{error}" if pairs is None else f"{key}: {error}")
            continue
        if score is not None:
            found.metrics[metric] = score
        if rich.comment is not None:
            found.comments[metric] = str(rich.comment)
        if rich.passed is not None:
            found.passed[metric] = bool(rich.passed)
    return found


def scores_of(stored: Mapping[str, Any] | None) -> dict[str, ScoreValue]:
    """Return the scores among the metrics of a stored row. Other programs may have stored other JSON there."""
    found = {name: value for name, value in (stored or {}).items() if isinstance(value, ScoreValue)}
    # Infinite and larger numbers, and NaN, have no mean.
    return {name: one for name, one in found.items() if isinstance(one, str) or abs(one) <= sys.float_info.max}


def number_of(score: ScoreValue | None) -> float | None:
    """Return the score as a number, with true as 1 and false as 0; None for a string and for no score."""
    return None if score is None or isinstance(score, str) else float(score)


def _pairs(name: str, result: Any) -> list[tuple[Any, Any]] | None:
    """Return the items of a dict, a list of scores or a pandas Series of several values; None for a single value."""
    if isinstance(result, Mapping):
        return list(result.items())
    if isinstance(result, list | tuple) and result and all(isinstance(one, Score) for one in result):
        return [(one.name or name, one) for one in result]
    if type(result).__name__ == "Series" and callable(getattr(result, "to_dict", None)) and len(result) != 1:
        return list(result.to_dict().items())
    return None


def _score(value: Any) -> ScoreValue | None:
    value = _unwrapped(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        if abs(value) > sys.float_info.max:
            raise ValueError("returned an integer that is too large for a mean")
        return int(value)
    if not isinstance(value, float):
        kind = type(value).__name__
        raise TypeError(f"returned a {kind}; a score is a number, a bool, a string, a Score or a dict of them")
    if not math.isfinite(value):
        raise ValueError(f"returned {value}, which is not a score")
    return float(value)


def _unwrapped(value: Any) -> Any:
    """Return the built-in equivalent of an enum, decimal, fraction, numpy or pandas scalar."""
    if isinstance(value, Enum):
        return value.value
    if type(value).__name__ in _MISSING:
        return None
    if isinstance(value, Decimal | Fraction):
        return float(value)
    if not isinstance(value, int | float | str) and callable(getattr(value, "item", None)):
        return _item(value)
    return value


def _item(value: Any) -> Any:
    """Return the number in a scalar or a one-element array of numpy, pandas or torch."""
    try:
        return value.item()
    except (TypeError, ValueError):
        raise TypeError(f"returned a {type(value).__name__} of several values; return one number or a dict") from None


def _listed(given: Iterable[Callable[..., Any]], argument: str) -> list[Callable[..., Any]]:
    if callable(given) or isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidRequestError("pass a list of functions, or a dict by name", argument=argument, separator=": ")
    return list(given)
