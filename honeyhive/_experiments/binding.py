"""Signature binding of functions and evaluators: by the names of their parameters, else by position."""

import inspect
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError

OF_FUNCTION: Final = ("inputs", "ground_truth")
"""Positional arguments of a function."""
OF_EVALUATOR: Final = ("outputs", "inputs", "ground_truth")
"""Positional arguments of an evaluator."""
_SAME: Final = {"ground_truths": "ground_truth", "output": "outputs", "input": "inputs"}
_WHOLE: Final = "datapoint"
Values: TypeAlias = dict[str, Any]
Copy: TypeAlias = Callable[[str, Any], Any]
"""Copies the value of a name."""


class Convention(NamedTuple):
    """The values that a callable takes, in the order of its positional parameters and by the names of the others."""

    positional: tuple[str, ...]
    named: tuple[tuple[str, str], ...]

    def call(self, function: Callable[..., Any], values: Values, copy: Copy = lambda _name, value: value) -> Any:
        """Return what the function returns for copies of the values that it takes."""
        return function(
            *[copy(name, values[name]) for name in self.positional],
            **{name: copy(key, values[key]) for name, key in self.named},
        )


def convention(function: Callable[..., Any], offered: Sequence[str], what: str) -> Convention:
    """Return how to call it. Raises InvalidRequestError, naming it as ``what``, if it asks for more than there is."""
    if not callable(function):
        raise InvalidRequestError(f"{function!r} cannot be called", argument=what, separator=": ")
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):  # some functions written in C have no signature
        return Convention((offered[0],), ())
    positional: list[str] = []
    named: list[tuple[str, str]] = []
    for place, one in enumerate(parameters):
        value = _value_for(one, place, offered)
        if one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD):
            continue
        if one.kind == one.KEYWORD_ONLY and value is not None:
            named.append((one.name, value))
        elif one.kind != one.KEYWORD_ONLY and value is not None and len(positional) == place:
            positional.append(value)
        elif one.kind == one.POSITIONAL_OR_KEYWORD and value is not None:
            named.append((one.name, value))
        elif one.default is one.empty:
            raise InvalidRequestError(
                f"nothing is known for its parameter {one.name!r}; {_offer(offered)}", argument=what, separator=": "
            )
    if not positional and not named and any(one.kind == one.VAR_POSITIONAL for one in parameters):
        positional = [offered[0]]
    return Convention(tuple(positional), tuple(named))


def _value_for(one: inspect.Parameter, place: int, offered: Sequence[str]) -> str | None:
    """The name of the value that a parameter takes; None leaves it to its default."""
    name = _SAME.get(one.name, one.name)
    if name in (*offered, _WHOLE):
        return name
    is_placed = one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) and one.default is one.empty
    return offered[place] if is_placed and place < len(offered) else None


def _offer(offered: Sequence[str]) -> str:
    names = ", ".join(offered)
    return f"it may have {names} (by place, or by name) and {_WHOLE} (by name: the whole row)"
