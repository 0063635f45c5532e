"""The arguments of the vendor's ``evaluate``, as deprecated aliases of the arguments of this package."""

import warnings
from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any, Final, ParamSpec, Protocol, TypeVar, overload

from honeyhive_api.keys import seal

from .._client.caller import caller_level
from .._core.errors import InvalidRequestError
from .._tracing.events.trace_options import deprecated
from .result import Experiment

P = ParamSpec("P")
ExperimentT_co = TypeVar("ExperimentT_co", covariant=True, bound=Experiment)

_RENAMED: Final = {"dataset_id": "dataset", "max_workers": "concurrency", "print_results": "table"}
_OF_CLIENT: Final = {
    "api_key": "api_key",
    "hh_api_key": "api_key",
    "ingestion_api_key": "ingestion_api_key",
    "server_url": "base_url",
    "hh_api_url": "base_url",
}
_NO_EFFECT: Final = {
    "project": "the key decides the project",
    "hh_project": "the key decides the project",
    "verbose": "HH_LOG=debug shows each request",
    "aggregate_function": "metrics are means; pass summary_evaluators=",
}


class EvaluateFunction(Protocol[P, ExperimentT_co]):
    """``evaluate``, called with its own arguments or with the vendor's deprecated arguments."""

    @overload
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> ExperimentT_co: ...

    @overload
    @deprecated("these are arguments of the vendor's package: pass client=, dataset=, concurrency= and table=")
    def __call__(
        self,
        function: Callable[..., Any],
        *,
        dataset: Any = ...,
        dataset_id: str = ...,
        api_key: str | None = ...,
        hh_api_key: str | None = ...,
        ingestion_api_key: str | None = ...,
        server_url: str | None = ...,
        hh_api_url: str | None = ...,
        project: str | None = ...,
        hh_project: str | None = ...,
        max_workers: int = ...,
        verbose: bool = ...,
        aggregate_function: str = ...,
        print_results: bool = ...,
        evaluators: Any = ...,
        name: str | None = ...,
        run_id: str | None = ...,
        metadata: Any = ...,
    ) -> ExperimentT_co: ...


def with_vendor_arguments(function: Callable[P, ExperimentT_co]) -> EvaluateFunction[P, ExperimentT_co]:
    """Return a wrapper of ``evaluate`` that accepts the vendor's arguments too."""
    known = {*_RENAMED, *_OF_CLIENT, *_NO_EFFECT, "instrumentors"}

    @wraps(function)
    def evaluate(*args: Any, **arguments: Any) -> Any:
        if known.isdisjoint(arguments):
            return function(*args, **arguments)
        connection = _taken(arguments)
        with _client(connection) as client:
            if client is not None:
                arguments["client"] = client
            return function(*args, **arguments)

    aliased: Any = evaluate
    return aliased  # type: ignore[no-any-return]


def _taken(arguments: dict[str, Any]) -> dict[str, Any]:
    """Rename the vendor's arguments in place. Return the client's arguments, with each key as an ApiKey."""
    connection: dict[str, Any] = {}
    for old, new in _OF_CLIENT.items():
        if old in arguments:
            value = arguments.pop(old)
            _set_once(connection, new, seal(value) if old.endswith("key") else value, old)
            _warn(old, "create a client, and pass client=")
    for old, new in _RENAMED.items():
        if old in arguments:
            _set_once(arguments, new, arguments.pop(old), old)
            _warn(old, f"use {new}=")
    for name, reason in _NO_EFFECT.items():
        if arguments.pop(name, None) is not None:
            _warn(name, f"it has no effect: {reason}")
    if arguments.pop("instrumentors", None):
        advice = "call honeyhive.otel.instrument(hh), and pass client=hh"
        raise InvalidRequestError(f"is an argument of the vendor's package; {advice}", argument="instrumentors")
    if connection and arguments.get("client") is not None:
        raise InvalidRequestError(
            "has its own key and URL; leave out the vendor's arguments for them", argument="client"
        )
    return {name: value for name, value in connection.items() if value is not None}


def _client(connection: dict[str, Any]) -> Any:
    from .._client import HoneyHive

    return HoneyHive(**connection) if connection else nullcontext()


def _set_once(target: dict[str, Any], name: str, value: Any, old: str) -> None:
    if target.get(name) is not None:
        raise InvalidRequestError(f"is the same as {name}; pass only one of them", argument=old)
    target[name] = value


def _warn(name: str, advice: str) -> None:
    words = f"evaluate({name}=) is an argument of the vendor's package; {advice}"
    warnings.warn(words, DeprecationWarning, stacklevel=caller_level())
