"""Signature binding of functions and evaluators: parameters are filled by name, otherwise by position."""

import inspect
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError

OF_FUNCTION: Final = ("inputs", "ground_truth")
"""Names of the values that fill the positional parameters of the evaluated function, in order."""
OF_EVALUATOR: Final = ("outputs", "inputs", "ground_truth")
"""Names of the values that fill the positional parameters of an evaluator, in order.

A summary evaluator gets each value as a list over all rows.
"""
BY_NAME: Final = {OF_FUNCTION: ("datapoint",), OF_EVALUATOR: ("datapoint", "trace")}
"""Further values for a function or an evaluator. Each is passed only to a parameter with the same name."""
OF_SUMMARY: Final = ("rows",)
"""Value that only summary evaluators get, in a parameter with this name."""
_ALIASES: Final = {"ground_truths": "ground_truth", "output": "outputs", "input": "inputs"}
Values: TypeAlias = dict[str, Any]
Copy: TypeAlias = Callable[[str, Any], Any]
"""Function that takes the name of a value and the value, and returns a copy of the value."""


class Binding(NamedTuple):
    """The names of the values that a callable takes."""

    positional: tuple[str, ...]
    """Names of the values for positional parameters, in order."""
    named: tuple[tuple[str, str], ...]
    """Keyword parameters, as pairs of parameter name and value name."""

    @property
    def takes_trace(self) -> bool:
        """True if the callable has a parameter ``trace``."""
        return "trace" in self.positional or any(key == "trace" for _, key in self.named)

    def call(self, function: Callable[..., Any], values: Values, copy: Copy = lambda _name, value: value) -> Any:
        """Call the function with copies of the values that it takes, and return its result."""
        return function(
            *[copy(name, values[name]) for name in self.positional],
            **{name: copy(key, values[key]) for name, key in self.named},
        )


def bind(
    function: Callable[..., Any], offered: Sequence[str], label: str, by_name: Sequence[str] = ("datapoint",)
) -> Binding:
    """Return the binding of a callable. Raises InvalidRequestError for a parameter that cannot be filled.

    ``offered`` names the values for positional parameters. The values named in ``by_name`` are passed only to
    parameters with the same name. Error messages use ``label`` as the name of the callable.
    """
    if not callable(function):
        raise InvalidRequestError(f"{function!r} is not callable", argument=label, separator=": ")
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):  # some functions written in C have no signature
        return Binding((offered[0],), ())
    positional: list[str] = []
    named: list[tuple[str, str]] = []
    for index, one in enumerate(parameters):
        value = _value_for(one, index, offered, by_name)
        if one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD):
            continue
        if one.kind == one.KEYWORD_ONLY and value is not None:
            named.append((one.name, value))
        elif one.kind != one.KEYWORD_ONLY and value is not None and len(positional) == index:
            positional.append(value)
        elif one.kind == one.POSITIONAL_OR_KEYWORD and value is not None:
            named.append((one.name, value))
        elif one.default is one.empty:
            available = ", ".join([*offered, *by_name])
            raise InvalidRequestError(
                f"parameter {one.name!r} cannot be filled; use one of {available}, or give it a default",
                argument=label,
                separator=": ",
            )
    if not positional and not named and any(one.kind == one.VAR_POSITIONAL for one in parameters):
        positional = [offered[0]]
    return Binding(tuple(positional), tuple(named))


def _value_for(one: inspect.Parameter, index: int, offered: Sequence[str], by_name: Sequence[str]) -> str | None:
    """Return the name of the value that fills a parameter; None if no value fills it."""
    name = _ALIASES.get(one.name, one.name)
    if name in (*offered, *by_name):
        return name
    is_positional = one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) and one.default is one.empty
    return offered[index] if is_positional and index < len(offered) else None
