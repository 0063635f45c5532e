"""Options of a client, of a copy of it, or of one call: headers, query parameters, retries and timeouts."""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from .errors import ConfigurationError, InvalidRequestError
from .key_kinds import BY_SCHEME

Fault: TypeAlias = type[ConfigurationError | InvalidRequestError]

NO_LIMIT: Final = 1e6
"""Seconds that mean "no timeout", small enough for the clock of every platform."""
# These patterns are compiled at their first use, because most programs set no header.
_HEADER_NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_HEADER_VALUE: Final = r"(?:[!-~](?:[ \t!-~]*[!-~])?)?"
_KEY_HEADERS: Final = frozenset(kind.header.lower() for kind in BY_SCHEME.values())
_FRAMING: Final = frozenset({"content-length", "transfer-encoding", "connection", "host"})


class StepTimeouts(NamedTuple):
    """Seconds for each step of an attempt, from an httpx.Timeout."""

    connect: float
    read: float
    write: float
    pool: float


def check_seconds(name: str, value: object, error: Fault = ConfigurationError) -> float:
    """Return the value in seconds. Raises ``error``, which names the argument, if it is not a number above 0."""
    # The upper bound keeps out infinity, and durations that the platform's clocks cannot hold.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= NO_LIMIT:
        raise error(f"must be a number of seconds above 0, not {value!r}", argument=name)
    return float(value)


def check_timeout(value: Any, error: Fault = ConfigurationError) -> tuple[float, StepTimeouts | None]:
    """Return the pair (seconds for the whole call, timeouts of its steps). Raises ``error`` for an invalid value.

    For a number of seconds, the second part is None. For an httpx.Timeout, the first part is NO_LIMIT.
    """
    if not all(hasattr(value, step) for step in StepTimeouts._fields):
        return check_seconds("timeout", value, error), None
    given = {step: getattr(value, step) for step in StepTimeouts._fields}
    checked = {step: check_seconds(f"timeout.{step}", one, error) for step, one in given.items() if one is not None}
    return NO_LIMIT, StepTimeouts(**{step: checked.get(step, NO_LIMIT) for step in given})


def check_retries(value: object, error: Fault = ConfigurationError) -> int:
    """Return the number of retries. Raises ``error`` if the value is not an int of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise error(f"must be an int of 0 or more, not {value!r}", argument="max_retries")
    return value


def merged_headers(
    known: Mapping[str, str | None], given: Any, name: str, error: Fault = ConfigurationError
) -> dict[str, str | None]:
    """Return the known and the given headers by lower-case name. A header with the value None is not sent.

    Raises ``error`` for an invalid header. The message never contains the value, which may be a secret.
    """
    if not isinstance(given, Mapping):
        raise error(f"must be a dict, not {type(given).__name__}", argument=name)
    found = dict(known)
    for header, value in given.items():
        if not isinstance(header, str) or not re.fullmatch(_HEADER_NAME, header):
            raise error(f"has the name {header!r}, which is not a header name", argument=name)
        lower = header.lower()
        if lower in _KEY_HEADERS:
            raise error(f"has {header}, which carries the API key", argument=name, hint="pass the key as {api_key}")
        if lower in _FRAMING:
            raise error(f"has {header}, which only the connection sets", argument=name)
        if value is not None and not isinstance(value, str):
            raise error(f"has a {type(value).__name__}, not a str", argument=f"{name}[{header!r}]")
        if value is not None and not re.fullmatch(_HEADER_VALUE, value):
            raise error(
                "has a line break, another control character, a non-ASCII character or spaces around it",
                argument=f"{name}[{header!r}]",
            )
        found[lower] = value
    return found


def merged_query(known: Mapping[str, Any], given: Any, name: str, error: Fault = ConfigurationError) -> dict[str, Any]:
    """Return the known and the given query parameters, without those that are None. Raises ``error`` if not a dict."""
    if not isinstance(given, Mapping) or not all(isinstance(key, str) for key in given):
        raise error(f"must be a dict with string keys, not {type(given).__name__}", argument=name)
    return {key: value for key, value in {**known, **given}.items() if value is not None}
