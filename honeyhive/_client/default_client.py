"""The default client, which records events outside of every session, with settings from the environment."""

import warnings
from _thread import get_ident
from typing import TYPE_CHECKING, Final, NoReturn

from .._core.errors import ConfigurationError
from .._tracing.options import Options
from .._tracing.tracer import Tracer
from .caller import caller_level
from .sync_client import HoneyHive

if TYPE_CHECKING:
    from .._tracing.flushed import Flushed

_clients: Final[dict[str, HoneyHive]] = {}
_failed: Final[set[str]] = set()
_disabled: Final[dict[str, Tracer]] = {}
_making: Final[set[int]] = set()
"""Threads that are making the client. A signal handler that interrupts one must not use the incomplete client."""


def default_tracer() -> Tracer:
    """Return the tracer of the default client, made by the first call. Without a key, the tracer records nothing."""
    client = _clients.get("default")
    if client is not None:
        return client.tracing._open()
    if "default" in _failed or get_ident() in _making:
        return disabled_tracer()
    _making.add(get_ident())
    try:
        # setdefault is atomic: if two threads make a client at the same time, one is dropped unused.
        return _clients.setdefault("default", HoneyHive()).tracing._open()
    except Exception as error:  # tracing must not keep a decorated function from running
        tracer = disabled_tracer()
        if "default" not in _failed:
            _failed.add("default")
            _warn(tracer, error)
        return tracer
    finally:
        _making.discard(get_ident())


def flush_default(timeout: float) -> "Flushed":
    """Flush the default client for at most ``timeout`` seconds, if the client was made."""
    client = _clients.get("default")
    return disabled_tracer().flush(0) if client is None else client.flush(timeout)


def use_as_default(client: HoneyHive) -> None:
    """Make this the default client, which records events outside of every session."""
    _clients["default"] = client


def disabled_tracer() -> Tracer:
    """Return the tracer that records nothing."""
    found = _disabled.get("tracer")
    if found is None:
        found = _disabled.setdefault("tracer", Tracer(_refuse, Options(enabled=False)))
    return found


def _refuse() -> NoReturn:
    raise ConfigurationError("tracing is off")  # never called: a disabled tracer sends nothing


def _warn(tracer: Tracer, error: Exception) -> None:
    """Warn on the line that called the decorated function; if warnings are errors, log the message instead."""
    reason = str(error) if isinstance(error, ConfigurationError) else type(error).__name__
    words = f"honeyhive records nothing: {reason}. HH_TRACING=off hides this warning"
    try:
        warnings.warn(words, RuntimeWarning, stacklevel=caller_level())
    except RuntimeWarning:
        tracer.warn("off", words)
