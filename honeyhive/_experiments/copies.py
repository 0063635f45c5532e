"""Deep copies of what user code gets and gives, so that no call sees the changes of another one."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final, TypeAlias

Report: TypeAlias = Callable[[Exception], None]
"""Takes the reason why a part could not be copied."""

_ATOMS: Final = frozenset({str, int, float, bool, type(None)})


def copied(value: Any, report: Report) -> Any:
    """Return a deep copy; a part that cannot be copied, such as a lock, is passed on as it is and reported."""
    kind = type(value)
    # A shallow copy is enough for most values of rows, and takes a tenth of the time.
    if kind in _ATOMS:
        return value
    if kind is dict and _ATOMS.issuperset(map(type, value.values())) and _ATOMS.issuperset(map(type, value)):
        return value.copy()
    try:
        return deepcopy(value)
    except RecursionError as error:
        report(error)
        return value
    except Exception as error:  # a __deepcopy__ or __reduce__ of the user's may raise anything
        if kind is dict:
            return {key: copied(item, report) for key, item in value.items()}
        if kind is list:
            return [copied(item, report) for item in value]
        report(error)
        return value
