"""Fingerprints of a function, its evaluators and the rows, to say what changed when a run is resumed."""

import hashlib
import platform
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from inspect import unwrap
from types import CodeType
from typing import Any, Final

from .._core.errors import InvalidRequestError
from .dataset import Row
from .digest import digest
from .row import Target

KEY: Final = "honeyhive_fingerprint"
"""The key in the metadata of a run."""
_SCALARS: Final = (str, bytes, int, float, bool, type(None))


def fingerprint(target: Target, rows: Iterable[Row]) -> dict[str, Any]:
    """Return what identifies the code and the rows; values that have no digest are left out."""
    found: dict[str, Any] = {
        "python": platform.python_version(),  # another version may compile the same code differently
        "function": _of(target.function),
        "evaluators": {one.name: _of(one.function) for one in target.evaluators},
    }
    with suppress(InvalidRequestError):
        found["rows"] = digest([[row.inputs, row.ground_truth] for row in rows], "dataset")
    return found


def changes(old: Any, new: Mapping[str, Any]) -> list[str]:
    """Return, in words, what changed since the run began."""
    if not isinstance(old, Mapping):
        return []
    found = []
    if old.get("rows") and new.get("rows") and old["rows"] != new["rows"]:
        found.append(
            "the inputs or the ground truth changed since the run began; rows that had finished were not rerun"
        )
    before = old.get("evaluators")
    before = before if isinstance(before, Mapping) else {}
    same_python = old.get("python") == new["python"]
    if same_python and old.get("function") != new["function"]:
        found.append("the function changed since the run began; rows that had finished keep the outputs of the old one")
    for name, code in new["evaluators"].items():
        if name not in before:
            found.append(f"the evaluator {name} is new; it judged the rows that had finished, too")
        elif same_python and before[name] != code:
            found.append(f"the evaluator {name} changed since the run began; rows that had finished keep their scores")
    found += [f"the evaluator {name} was left out; its scores stay" for name in before if name not in new["evaluators"]]
    return found


def _of(function: Callable[..., Any]) -> str:
    """A digest of the function's own code, its defaults and the plain values that it closes over."""
    parts: list[Any] = []
    while isinstance(function, partial):
        parts += [*function.args, *function.keywords.items()]
        function = function.func
    function = unwrap(getattr(function, "__func__", function))  # a traced function is that which is traced
    if not hasattr(function, "__code__"):  # an object that is called like a function
        parts += sorted(vars(function).items()) if hasattr(function, "__dict__") else []
        function = getattr(type(function), "__call__", function)  # noqa: B004 - its code, not whether there is one
    code = getattr(function, "__code__", None)
    parts += [*(getattr(function, "__defaults__", None) or ()), *_closed_over(function)]
    plain = [repr(one) for one in parts if _is_plain(one)]
    content = repr([getattr(function, "__qualname__", ""), _code(code) if code else "", plain])
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:24]


def _closed_over(function: Any) -> Iterable[Any]:
    for cell in getattr(function, "__closure__", None) or ():
        with suppress(ValueError):  # an empty cell
            yield cell.cell_contents


def _is_plain(value: Any) -> bool:
    if type(value) is tuple:
        return all(_is_plain(one) for one in value)
    return type(value) in _SCALARS


def _code(code: CodeType) -> list[Any]:
    constants = [_constant(one) for one in code.co_consts]
    return [code.co_code.hex(), constants, code.co_names, code.co_varnames, code.co_freevars]


def _constant(value: Any) -> Any:
    if isinstance(value, CodeType):
        return _code(value)
    # The order of a set differs by process.
    return sorted(map(repr, value)) if isinstance(value, frozenset) else repr(value)
