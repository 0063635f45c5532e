"""Evaluators and scores: what is called with the outputs of a row, and the metrics that its result stands for."""

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError
from .binding import OF_EVALUATOR, Convention, convention

Score: TypeAlias = float | int | bool | str
Evaluators: TypeAlias = Sequence[Callable[..., Any]] | Mapping[str, Callable[..., Any]]
_MISSING: Final = frozenset({"NAType", "NaTType"})
"""Types of pandas' missing values, which give no score rather than a wrong one."""


class Evaluator(NamedTuple):
    """One evaluator, ready to be called."""

    name: str
    function: Callable[..., Any]
    convention: Convention


class Scored(NamedTuple):
    """The scores in a result, and what is wrong with the rest of it."""

    metrics: dict[str, Score]
    faults: list[str]


def evaluators_of(given: Evaluators) -> tuple[Evaluator, ...]:
    """Return the evaluators, named after their functions or by the keys of a dict. Raises InvalidRequestError."""
    named = given.items() if isinstance(given, Mapping) else ((name_of(one), one) for one in _listed(given))
    found: dict[str, Evaluator] = {}
    for name, function in named:
        if name in found:
            raise InvalidRequestError(
                f"two are named {name!r}; name them with a dict", argument="evaluators", separator=": "
            )
        found[name] = Evaluator(name, function, convention(function, OF_EVALUATOR, f"evaluator {name}"))
    return tuple(found.values())


def name_of(function: Callable[..., Any]) -> str:
    """Return the name of a callable."""
    while isinstance(function, partial):
        function = function.func
    return getattr(function, "__name__", None) or type(function).__name__


def scored(name: str, result: Any) -> Scored:
    """Return the metrics in the result of an evaluator: one of its name, or one for each key of a dict.

    None gives no metric. A value that is not a score is a fault and does not lose the other scores.
    """
    if result is None or type(result) is bool:  # most often, and every row pays for it
        return Scored({} if result is None else {name: result}, [])
    found = Scored({}, [])
    pairs = _pairs(result)
    for key, value in [(name, result)] if pairs is None else pairs:
        try:
            score = _score(value)
        except Exception as error:  # values of the user's may raise anything when they are converted
            found.faults.append(f"{error}" if pairs is None else f"{key}: {error}")
            continue
        if score is not None:
            found.metrics[str(key)] = score
    return found


def scores_of(stored: Mapping[str, Any] | None) -> dict[str, Score]:
    """Return those metrics of a stored row that are scores; others may have added any JSON to it."""
    return {name: value for name, value in (stored or {}).items() if isinstance(value, Score)}


def number_of(score: Score | None) -> float | None:
    """Return the score as a number, with true as 1 and false as 0; None for a string and for no score."""
    return None if score is None or isinstance(score, str) else float(score)


def _pairs(result: Any) -> list[tuple[Any, Any]] | None:
    """The items of a dict, or of a pandas Series of several values; None for a single value."""
    if isinstance(result, Mapping):
        return list(result.items())
    if type(result).__name__ == "Series" and callable(getattr(result, "to_dict", None)) and len(result) != 1:
        return list(result.to_dict().items())
    return None


def _score(value: Any) -> Score | None:
    value = _unwrapped(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        if abs(value) > sys.float_info.max:
            raise ValueError("gave an integer that is too large for a mean")
        return int(value)
    if not isinstance(value, float):
        raise TypeError(f"gave a {type(value).__name__}; a score is a number, a bool, a string or a dict of them")
    if not math.isfinite(value):
        raise ValueError(f"gave {value}, which is not a score")
    return float(value)


def _unwrapped(value: Any) -> Any:
    """The value of a type of Python's own that another type stands for."""
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
    """The number in a scalar or an array of one value, of numpy, pandas or torch."""
    try:
        return value.item()
    except (TypeError, ValueError):
        raise TypeError(f"gave a {type(value).__name__} of several values; return one number or a dict") from None


def _listed(given: Iterable[Callable[..., Any]]) -> list[Callable[..., Any]]:
    if callable(given) or isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidRequestError("give a list of them, or a dict by name", argument="evaluators", separator=": ")
    return list(given)
