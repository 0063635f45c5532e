"""Settings of a HoneyHiveTracer, from its arguments and the variables of the vendor's package."""

import sys
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final, NamedTuple, TypedDict

from honeyhive_api.keys import seal

from .._client.environment import vendor_variable
from .deprecated_use import warn_of_use

_KEYS: Final = ("api_key", "ingestion_api_key")
_TRUE: Final = frozenset({"1", "true", "yes", "on"})
_VARIABLES: Final = {
    "HH_SERVER_URL": "set HH_API_URL",
    "HH_PROJECT": "it has no effect, because the key decides the project",
    "HH_SOURCE": "pass HoneyHive(tracing=Options(source=...))",
    "HH_TEST_MODE": "set HH_TRACING=off",
    "HH_DISABLE_TRACING": "set HH_TRACING=off",
    "HH_VERBOSE": "set HH_LOG=debug",
}


class TracerArguments(TypedDict, total=False):
    """The arguments of HoneyHiveTracer."""

    api_key: str | None
    ingestion_api_key: str | None
    server_url: str | None
    project: str | None
    source: str | None
    session_name: str | None
    session_id: str | None
    inputs: Mapping[str, Any] | None
    test_mode: bool | None
    disable_tracing: bool | None
    verbose: bool | None
    disable_batch: bool | None
    """No effect: an event is always queued, and its delivery does not wait for the batch to fill."""
    disable_http_tracing: bool | None
    """No effect: HTTP requests are not traced."""
    cache_enabled: bool | None
    """No effect. The arguments below have no effect either."""
    max_attributes: int | None
    max_events: int | None
    max_links: int | None
    max_span_size: int | None


class TracerSettings(NamedTuple):
    """The arguments and variables that have an effect."""

    keys: dict[str, Any]
    server_url: str | None
    project: str | None
    source: str
    session_name: str
    session_id: str | None
    inputs: Mapping[str, Any] | None
    is_on: bool | None
    """False if nothing is sent; None leaves the choice to ``HH_TRACING``."""
    names_session: bool
    """True if the name of the session was given."""


def seal_keys(arguments: Any) -> None:
    """Wrap the keys among the arguments, in place, so that no traceback holds a key."""
    for name in _KEYS:
        if name in arguments:
            arguments[name] = seal(arguments[name])


def read_settings(arguments: Mapping[str, Any]) -> TracerSettings:
    """Return the settings. An argument takes precedence over its environment variable.

    Raises TypeError for an unknown argument.
    """
    unknown = next((name for name in arguments if name not in TracerArguments.__annotations__), None)
    if unknown is not None:
        raise TypeError(f"HoneyHiveTracer() got an unexpected keyword argument {unknown!r}; use HoneyHive() instead")
    get = arguments.get
    is_off = get("test_mode") or get("disable_tracing") or _is_set("HH_TEST_MODE") or _is_set("HH_DISABLE_TRACING")
    if get("verbose") or _is_set("HH_VERBOSE"):
        from .._client.log_level import log_to_stderr

        log_to_stderr("debug")
    session_name = get("session_name")
    return TracerSettings(
        keys={name: get(name) for name in _KEYS if get(name) is not None},
        server_url=get("server_url") or _variable("HH_SERVER_URL"),
        project=get("project") or _variable("HH_PROJECT"),
        source=get("source") or _variable("HH_SOURCE") or "dev",
        session_name=session_name or PurePath(sys.argv[0]).stem or "unknown",
        session_id=get("session_id"),
        inputs=get("inputs"),
        is_on=False if is_off else None,
        names_session=session_name is not None,
    )


def _is_set(name: str) -> bool:
    value = _variable(name)
    return value is not None and value.strip().lower() in _TRUE


def _variable(name: str) -> str | None:
    value = vendor_variable(name)
    if value is not None:
        warn_of_use(name, _VARIABLES[name])
    return value
