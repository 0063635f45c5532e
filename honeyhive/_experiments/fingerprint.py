"""Fingerprint of a function, its evaluators and the rows, to report changes when a run is resumed."""

import hashlib
import platform
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from inspect import unwrap
from types import CodeType
from typing import Any, Final

from .._core.errors import InvalidRequestError
from .dataset import DatasetRow
from .digest import digest_items
from .row import Target

KEY: Final = "honeyhive_fingerprint"
"""Key of the fingerprint in the metadata of a run."""
_SCALARS: Final = (str, bytes, int, float, bool, type(None))


def fingerprint(target: Target, rows: Iterable[DatasetRow]) -> dict[str, Any]:
    """Return the fingerprint: the Python version, and digests of the function, of each evaluator and of the rows.

    The digest of the rows is missing if they are read lazily, or if one of them cannot be digested.
    """
    found: dict[str, Any] = {
        "python": platform.python_version(),  # another Python version may compile the same code to other bytecode
        "function": _of(target.function),
        "evaluators": {one.name: _of(one.function) for one in target.evaluators},
    }
    if rows:
        contents = ([row.inputs, row.ground_truth] for row in rows if row.repetition == 1)
        with suppress(InvalidRequestError):
            found["rows"] = digest_items(contents, "dataset")
    return found


def changes(old: Any, new: Mapping[str, Any]) -> list[str]:
    """Compare the fingerprint from the start of the run with a new one, and return a message for each change."""
    if not isinstance(old, Mapping):
        return []
    found = []
    if old.get("rows") and new.get("rows") and old["rows"] != new["rows"]:
        found.append("the inputs or the ground truth changed since the run began; finished rows were not run again")
    before = old.get("evaluators")
    before = before if isinstance(before, Mapping) else {}
    same_python = old.get("python") == new["python"]
    if same_python and old.get("function") != new["function"]:
        found.append("the function changed since the run began; finished rows keep the outputs of the old function")
    for name, code in new["evaluators"].items():
        if name not in before:
            found.append(f"the evaluator {name} is new; it scored the finished rows too")
        elif same_python and before[name] != code:
            found.append(f"the evaluator {name} changed since the run began; finished rows keep their scores")
    found += [
        f"the evaluator {name} was left out; its scores are kept" for name in before if name not in new["evaluators"]
    ]
    return found


def _of(function: Callable[..., Any]) -> str:
    """Return a digest of the function's own code, its defaults and the plain values that it closes over."""
    parts: list[Any] = []
    while isinstance(function, partial):
        parts += [*function.args, *function.keywords.items()]
        function = function.func
    function = unwrap(getattr(function, "__func__", function))  # @hh.trace wraps the function
    if not hasattr(function, "__code__"):  # the function is a callable object
        parts += sorted(vars(function).items()) if hasattr(function, "__dict__") else []
        function = getattr(type(function), "__call__", function)  # noqa: B004 - its code is needed
    code = getattr(function, "__code__", None)
    parts += [*(getattr(function, "__defaults__", None) or ()), *_closed_over(function)]
    plain = [repr(one) for one in parts if _is_plain(one)]
    content = repr([getattr(function, "__qualname__", ""), _code(code) if code else "", plain])
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:24]


def _closed_over(function: Any) -> Iterable[Any]:
    for cell in getattr(function, "__closure__", None) or ():
        with suppress(ValueError):  # the closure has an empty cell
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
    # The order of a set differs from process to process.
    return sorted(map(repr, value)) if isinstance(value, frozenset) else repr(value)
