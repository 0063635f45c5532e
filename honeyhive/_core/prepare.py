"""From the arguments of a method to a call that is ready to be sent: the path that every operation takes."""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from honeyhive_api.connection import HOSTS
from honeyhive_api.encoding import json_bytes, query_string
from honeyhive_api.index import INDEX
from honeyhive_api.paths import check_path, render
from honeyhive_api.types import UNSET, Operation, Request

from .arguments import Arguments, Shapes, check
from .deprecations import notices
from .errors import InvalidRequestError, UnknownKeyWarning
from .exchange import Call, Notice
from .ids import with_ids
from .messages import http_request
from .settings import Settings, check_seconds
from .splitting import merged, split_query
from .unknown_keys import unknown_keys

T = TypeVar("T")


def prepare(
    request: Request[T, Any],
    extra_body: Mapping[str, Any] | None,
    timeout: float | None,
    settings: Settings,
) -> Call[T]:
    """The checked call of an operation, or an InvalidRequestError or ConfigurationError before anything is sent."""
    operation = request.operation
    caller = f"{operation.namespace}.{operation.name}()"
    shapes = _shapes(operation)
    arguments = check(request, shapes)
    body = arguments.body
    if extra_body:
        body = _with_extra(operation, caller, extra_body, body)
    opened = settings.credential(operation.security, caller)
    url = settings.url(operation.host) + render(operation.path, arguments.path)
    content = None if body is UNSET else json_bytes(with_ids(operation, body))
    urls = _urls(operation, url, arguments.query)
    requests = [http_request(operation.method, one, content, opened) for one in urls]
    return Call(
        requests[0],
        request.read,
        operation.repeatable,
        _seconds(timeout, settings),
        settings.max_retries,
        _notices(operation, arguments, shapes),
        tuple(requests[1:]),
        partial(merged, operation.split),
        _known_reply(operation, arguments.query),
    )


def _known_reply(operation: Operation, query: Mapping[str, Any]) -> Any:
    """Return the reply to an empty list of ids, which a query cannot carry; None if a request is needed."""
    empty = operation.empty_list
    return empty.reply if empty and query.get(empty.parameter) == [] else None


def _shapes(operation: Operation) -> Shapes:
    """Return the objects that the arguments hold; most operations have none, and then their rows are not loaded."""
    if not any(field.shape for field in operation.fields):
        return {}
    from honeyhive_api.shapes import SHAPES

    return SHAPES


def _notices(operation: Operation, arguments: Arguments, shapes: Shapes) -> tuple[Notice, ...]:
    calls = {entry.route: entry.call for entry in INDEX.values()} if operation.deprecated else {}
    deprecated = notices(operation, arguments, shapes, calls)
    unknown = unknown_keys(operation, arguments, shapes)
    return (
        *(Notice(message, DeprecationWarning) for message in deprecated),
        *(Notice(message, UnknownKeyWarning) for message in unknown),
    )


def _urls(operation: Operation, url: str, query: Mapping[str, Any]) -> list[str]:
    """The URL with the query, or several where a list in it is too long for one."""
    if not query:
        return [url]
    as_json = frozenset(field.name for field in operation.fields if field.kind == "json")
    return [f"{url}?{query_string(part, as_json)}" for part in split_query(operation.split, query)]


def prepare_raw(
    method: str,
    path: str,
    host: str,
    params: Mapping[str, Any] | None,
    json: Any,
    timeout: float | None,
    settings: Settings,
) -> Call[Any]:
    """The call of a route that the document does not have; only reads are sent again after a failure."""
    method = str(method).upper()
    if method not in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"):
        raise InvalidRequestError(f"method must be GET, HEAD, POST, PUT, PATCH or DELETE, not {method[:20]!r}")
    if not isinstance(host, str) or host not in HOSTS:
        raise InvalidRequestError(f"host must be {' or '.join(HOSTS)}, not {host!r}")
    if params is not None and not (isinstance(params, Mapping) and all(isinstance(name, str) for name in params)):
        raise InvalidRequestError("params must be a dict with string keys")
    url = settings.url(host) + check_path(path)
    given = {name: value for name, value in (params or {}).items() if value is not None}
    if given:
        url += "?" + query_string(given)
    content = None if json is UNSET else json_bytes(json)
    request = http_request(method, url, content, settings.any_credential())
    return Call(
        request, lambda data: data, method in ("GET", "HEAD"), _seconds(timeout, settings), settings.max_retries
    )


def _with_extra(operation: Operation, caller: str, extra: Mapping[str, Any], body: Any) -> dict[str, Any]:
    """The body with the extra keys, of which none may be an argument or replace a key."""
    if not isinstance(extra, Mapping):
        raise InvalidRequestError(f"extra_body must be a dict, not {type(extra).__name__}")
    if operation.body == "whole":
        raise InvalidRequestError(f"{caller} takes its body as one argument: put the keys of extra_body into body=")
    if operation.body is None:
        raise InvalidRequestError(f"{caller} sends no body, so it takes no extra_body")
    arguments = {field.name: field.argument for field in operation.fields if field.location != "query"}
    for name in extra:
        if name in arguments:
            raise InvalidRequestError(f"extra_body has the key {name!r}: pass it to {caller} as {arguments[name]}=")
        if name in body:
            raise InvalidRequestError(f"extra_body has the key {name!r}, which the call has already")
    return {**body, **extra}


def _seconds(timeout: float | None, settings: Settings) -> float:
    return settings.timeout if timeout is None else check_seconds("timeout", timeout, InvalidRequestError)
