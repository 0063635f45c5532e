"""Calls of routes that the OpenAPI document does not have: ``hh.request()``."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from honeyhive_api.connection import DEFAULT_SCHEME, HOSTS
from honeyhive_api.encoding import json_bytes, query_string
from honeyhive_api.index import INDEX
from honeyhive_api.paths import check_path
from honeyhive_api.types import UNSET

from .call_options import check_retries, check_seconds, merged_headers, merged_query
from .errors import InvalidRequestError
from .exchange import PreparedCall
from .key_kinds import BY_SCHEME, Credential
from .messages import http_request
from .settings import Settings

_METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_READS: Final = frozenset({"GET", "HEAD"})


class RawCall(NamedTuple):
    """The arguments of ``hh.request()``."""

    method: str
    path: str
    host: str
    params: Mapping[str, Any] | None
    json: Any
    timeout: float | None
    max_retries: int | None
    extra_headers: Mapping[str, str | None] | None
    key: str | None


def prepare_raw(settings: Settings, raw: RawCall) -> PreparedCall[Any]:
    """Return the checked call. Only GET and HEAD are retried after a failure."""
    method = str(raw.method).upper()
    if method not in _METHODS:
        raise InvalidRequestError(
            f"must be {', '.join(_METHODS[:-1])} or {_METHODS[-1]}, not {method[:20]!r}", argument="method"
        )
    if not isinstance(raw.host, str) or raw.host not in HOSTS:
        raise InvalidRequestError(f"must be {' or '.join(HOSTS)}, not {raw.host!r}", argument="host")
    path = check_path(raw.path)
    query = query_string(merged_query(settings.query, raw.params or {}, "params", InvalidRequestError))
    content = None if raw.json is UNSET else json_bytes(raw.json, convert=settings.json_value)
    headers = settings.headers
    if raw.extra_headers:
        headers = merged_headers(headers, raw.extra_headers, "extra_headers", InvalidRequestError)
    has_timeout = raw.timeout is not None
    return PreparedCall(
        http_request(
            method,
            settings.urls[raw.host] + path + (f"?{query}" if query else ""),
            content,
            _credential(settings, method, raw.host, path, raw.key),
            headers,
            None if has_timeout else settings.step_timeouts,
        ),
        lambda data: data,
        method in _READS,
        check_seconds("timeout", raw.timeout, InvalidRequestError) if has_timeout else settings.timeout,
        settings.max_retries if raw.max_retries is None else check_retries(raw.max_retries, InvalidRequestError),
        name="request",
    )


def _credential(settings: Settings, method: str, host: str, path: str, key: str | None) -> Credential | None:
    """Return the key for the route. Raises ConfigurationError if the client has no key for the host."""
    caller = f"request({method!r}, {path!r}, host={host!r})"
    if key is None:
        return settings.credential(_security(method, host, path), caller)
    accepted = {BY_SCHEME[scheme].argument: scheme for scheme in _security(method, host, "/")}
    if key not in accepted:  # the message leaves out the value, which may be a key
        raise InvalidRequestError(
            f"must be {' or '.join(map(repr, accepted))} for the host {host}",
            argument="key",
            hint="pass the name of an argument of the client here, and the key itself to the client",
        )
    return settings.credential((accepted[key],), caller)


def _security(method: str, host: str, path: str) -> tuple[str, ...]:
    """Return the security schemes for a route, the best one first.

    If an operation has this route, return its schemes. Otherwise return the schemes of the host's operations with the
    most similar path, the most frequent scheme first.
    """
    operations = [entry for entry in INDEX.values() if entry.host == host]
    steps = path.split("/")[1:]
    shared = []
    for entry in operations:
        its_method, _, template = entry.route.partition(" /")
        its_steps = template.split("/")
        shared.append(_shared(its_steps, steps))
        if its_method == method and len(its_steps) == len(steps) == shared[-1]:
            return entry.security
    nearest = [entry for entry, count in zip(operations, shared, strict=True) if count == max(shared)]
    opened = Counter(scheme for entry in nearest for scheme in entry.security)
    return tuple(sorted(opened, key=lambda scheme: (-opened[scheme], scheme != DEFAULT_SCHEME)))


def _shared(template: list[str], steps: list[str]) -> int:
    """Return the number of leading segments that the path shares with the template."""
    count = 0
    for expected, given in zip(template, steps, strict=False):
        if expected != given and not expected.startswith("{"):
            break
        count += 1
    return count
