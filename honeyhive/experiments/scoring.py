"""Evaluators: what is called with the outputs of a row, and what its answer means as metrics."""

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from ..errors import InvalidRequestError
from .calling import OF_EVALUATOR, Convention, convention

Score: TypeAlias = float | int | bool | str
Evaluators: TypeAlias = Sequence[Callable[..., Any]] | Mapping[str, Callable[..., Any]]


class Evaluator(NamedTuple):
    """One evaluator, ready to be called."""

    name: str
    function: Callable[..., Any]
    convention: Convention


def evaluators_of(given: Evaluators) -> tuple[Evaluator, ...]:
    """The evaluators, named after their functions or by the keys of a dict. Raises InvalidRequestError."""
    named = given.items() if isinstance(given, Mapping) else ((name_of(one), one) for one in _listed(given))
    found: dict[str, Evaluator] = {}
    for name, function in named:
        if name in found:
            raise InvalidRequestError(f"evaluators: two are named {name!r}; name them with a dict")
        found[name] = Evaluator(name, function, convention(function, OF_EVALUATOR, f"evaluator {name}"))
    return tuple(found.values())


def name_of(function: Callable[..., Any]) -> str:
    """What a callable is called."""
    while isinstance(function, partial):
        function = function.func
    return getattr(function, "__name__", None) or type(function).__name__


def metrics_of(name: str, answer: Any) -> dict[str, Score]:
    """The metrics that the answer of an evaluator stands for: its name with one value, or the keys of a dict.

    None is no metric. Raises TypeError or ValueError for what is no score.
    """
    if answer is None:
        return {}
    if isinstance(answer, Mapping):
        return {str(key): _score(value) for key, value in answer.items() if value is not None}
    return {name: _score(answer)}


def scores_of(stored: Mapping[str, Any] | None) -> dict[str, Score]:
    """Those of the metrics of a stored row that are scores; others may have added any JSON to it."""
    return {name: value for name, value in (stored or {}).items() if isinstance(value, Score)}


def _score(value: Any) -> Score:
    if not isinstance(value, bool | int | float | str) and callable(getattr(value, "item", None)):
        value = value.item()  # a number of numpy
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        if abs(value) > sys.float_info.max:
            raise ValueError("gave a whole number that is too large for a mean")
        return int(value)
    if not isinstance(value, float):
        raise TypeError(f"gave a {type(value).__name__}, where a number, a bool, a text or a dict of them is a score")
    if not math.isfinite(value):
        raise ValueError(f"gave {value}, which is no score")
    return float(value)


def _listed(given: Iterable[Callable[..., Any]]) -> list[Callable[..., Any]]:
    if callable(given) or isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidRequestError("evaluators: give a list of them, or a dict by name")
    return list(given)
