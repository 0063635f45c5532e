"""From the arguments of a method to a call that is ready to be sent. Every operation takes this path."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from honeyhive_api.connection import HOSTS
from honeyhive_api.encoding import json_bytes, query_string
from honeyhive_api.paths import check_path, render
from honeyhive_api.types import UNSET, Operation, Request

from .arguments import Shapes, check
from .client_ids import with_ids
from .errors import InvalidRequestError
from .exchange import Notice, PreparedCall
from .messages import http_request
from .settings import Settings, check_seconds
from .splitting import merged, split_query

T = TypeVar("T")


def prepare_call(
    operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any], settings: Settings
) -> PreparedCall[T]:
    """Return the checked call of a method; see ``prepare``."""
    return prepare(request_of(operation, build, arguments), arguments, settings)


def request_of(
    operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any]
) -> Request[T, Any]:
    """Return the request for the arguments of a method, given by their Python names. None is left out."""
    parameters = {one.argument: arguments[one.argument] for one in operation.fields if one.location != "body"}
    if operation.body is None:
        return build(**parameters)
    if operation.body == "whole":
        whole = arguments[operation.fields[-1].argument]
        return build(**parameters, body=UNSET if whole is None else whole)
    body = {}
    for one in operation.fields:
        value = arguments[one.argument] if one.location == "body" else None
        # UNSET is the default of nullable arguments only; anywhere else the caller passed it, and it is checked.
        if value is not (UNSET if one.nullable else None):
            body[one.name] = value
    return build(**parameters, body=body)


def prepare(request: Request[T, Any], arguments: Mapping[str, Any], settings: Settings) -> PreparedCall[T]:
    """Return the checked call. Raises InvalidRequestError or ConfigurationError before anything is sent.

    ``arguments`` are those of the method, for its ``extra_body`` and ``timeout``.
    """
    operation = request.operation
    caller = f"{operation.namespace}.{operation.name}()"
    has_shapes = any(field.shape for field in operation.fields)
    shapes = _shapes() if has_shapes else {}
    checked = check(request, shapes)
    body = checked.body
    if extra_body := arguments.get("extra_body"):
        body = _with_extra(operation, caller, extra_body, body)
    credential = settings.credential(operation.security, caller)
    path = render(operation.path, checked.path) if checked.path else operation.path
    url = settings.urls[operation.host] + path
    content = None if body is UNSET else json_bytes(with_ids(operation, body))
    urls = _urls(operation, url, checked.query) if checked.query else [url]
    first, *others = [http_request(operation.method, one, content, credential) for one in urls]
    warned: tuple[Notice, ...] = ()
    if has_shapes or operation.deprecated or any(field.deprecated for field in operation.fields):
        from .notices import notices

        warned = notices(operation, checked, shapes)
    return PreparedCall(
        first,
        request.read,
        operation.repeatable,
        _seconds(arguments["timeout"], settings),
        settings.max_retries,
        warned,
        tuple(others),
        partial(merged, operation.split),
        _known_reply(operation, checked.query),
    )


def _known_reply(operation: Operation, query: Mapping[str, Any]) -> Any:
    """Return the reply to an empty list of ids, which a query cannot express; None if a request is needed."""
    empty = operation.empty_list
    return empty.reply if empty and query.get(empty.parameter) == [] else None


def _shapes() -> Shapes:
    """Return the rows of the objects in arguments. Few operations take such objects, and the rows are long."""
    from honeyhive_api.shapes import SHAPES

    return SHAPES


def _urls(operation: Operation, url: str, query: Mapping[str, Any]) -> list[str]:
    """Return the URL with its query, or several URLs if a list in it is too long for one."""
    as_json = frozenset(field.name for field in operation.fields if field.kind == "json")
    return [f"{url}?{query_string(part, as_json)}" for part in split_query(operation.split, query)]


def prepare_raw(
    settings: Settings,
    method: str,
    path: str,
    host: str,
    params: Mapping[str, Any] | None,
    json: Any,
    timeout: float | None,
) -> PreparedCall[Any]:
    """Return the call of a route that the document does not have. Only GET and HEAD are retried after a failure."""
    method = str(method).upper()
    if method not in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"):
        raise InvalidRequestError(
            f"must be GET, HEAD, POST, PUT, PATCH or DELETE, not {method[:20]!r}", argument="method"
        )
    if not isinstance(host, str) or host not in HOSTS:
        raise InvalidRequestError(f"must be {' or '.join(HOSTS)}, not {host!r}", argument="host")
    if params is not None and not (isinstance(params, Mapping) and all(isinstance(name, str) for name in params)):
        raise InvalidRequestError("must be a dict with string keys", argument="params")
    url = settings.urls[host] + check_path(path)
    given = {name: value for name, value in (params or {}).items() if value is not None}
    if given:
        url += "?" + query_string(given)
    content = None if json is UNSET else json_bytes(json)
    request = http_request(method, url, content, settings.any_credential())
    is_read = method in ("GET", "HEAD")
    return PreparedCall(request, lambda data: data, is_read, _seconds(timeout, settings), settings.max_retries)


def _with_extra(operation: Operation, caller: str, extra: Mapping[str, Any], body: Any) -> dict[str, Any]:
    """Return the body with the extra keys. None of them may be an argument or replace a key."""
    if not isinstance(extra, Mapping):
        raise InvalidRequestError(f"must be a dict, not {type(extra).__name__}", argument="extra_body")
    if operation.body == "whole":
        raise InvalidRequestError(f"{caller} takes its body as one argument: put the keys of extra_body into body=")
    if operation.body is None:
        raise InvalidRequestError(f"{caller} sends no body, so it takes no extra_body")
    arguments = {field.name: field.argument for field in operation.fields if field.location != "query"}
    for name in extra:
        if name in arguments:
            raise InvalidRequestError(
                f"has the key {name!r}", argument="extra_body", hint=f"pass it to {caller} as {arguments[name]}="
            )
        if name in body:
            raise InvalidRequestError(f"has the key {name!r}, which the call already sends", argument="extra_body")
    return {**body, **extra}


def _seconds(timeout: float | None, settings: Settings) -> float:
    return settings.timeout if timeout is None else check_seconds("timeout", timeout, InvalidRequestError)
