"""Support of ``with_response()``: variants of a client's methods that return an APIResponse."""

from collections.abc import Callable
from copy import copy
from typing import Any

from .._core.errors import InvalidRequestError
from .base_client import BaseClient


def responding(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a variant of a client's method that returns an APIResponse. The method may be one of a namespace.

    Raises InvalidRequestError for any other function, and for the iterators over pages.
    """
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    calls = getattr(getattr(owner, "_call", None), "__self__", None)
    is_client = isinstance(owner, BaseClient)
    if calls is None or name.endswith("_all") or (is_client and name != "request"):
        raise InvalidRequestError(
            "must be a method that sends one request", argument="method", hint="for example hh.sessions.create"
        )
    bound: Any = copy(owner)
    observed = calls.with_response()
    if is_client:
        bound._use(observed)
    else:
        bound._call = observed.call
    found: Callable[..., Any] = getattr(bound, name)
    return found
