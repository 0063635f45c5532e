"""Turns the arguments of a method into a checked call, ready to be sent. Every operation takes this path."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from honeyhive_api.encoding import json_bytes, query_string
from honeyhive_api.paths import render
from honeyhive_api.types import UNSET, Operation, Request

from .added_values import completed
from .arguments import Shapes, check
from .call_options import check_retries, check_seconds, merged_headers, merged_query
from .errors import InvalidRequestError
from .exchange import Notice, PreparedCall
from .messages import http_request
from .settings import Settings
from .splitting import merged, split_query

T = TypeVar("T")


def prepare_call(
    operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any], settings: Settings
) -> PreparedCall[T]:
    """Return the checked call of a method. Raises InvalidRequestError or ConfigurationError before anything is sent."""
    return prepare(request_of(operation, build, arguments), arguments, settings)


def request_of(
    operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any]
) -> Request[T, Any]:
    """Return the request for a method's arguments, given by their Python names. An argument of None is left out."""
    parameters = {one.argument: arguments[one.argument] for one in operation.fields if one.location != "body"}
    if operation.body is None:
        return build(**parameters)
    if operation.body == "whole":
        whole = arguments[operation.fields[-1].argument]
        return build(**parameters, body=UNSET if whole is None else whole)
    body = {}
    for one in operation.fields:
        value = arguments[one.argument] if one.location == "body" else None
        # UNSET is the default of nullable arguments only. Any other UNSET was passed by the caller, and is checked.
        if value is not (UNSET if one.nullable else None):
            body[one.name] = value
    return build(**parameters, body=body)


def prepare(request: Request[T, Any], arguments: Mapping[str, Any], settings: Settings) -> PreparedCall[T]:
    """Return the checked call. Raises InvalidRequestError or ConfigurationError before anything is sent.

    ``arguments`` are the arguments of the method, including ``timeout``, ``max_retries`` and the extra parts of the
    request.
    """
    operation = request.operation
    caller = f"{operation.namespace}.{operation.name}()"
    noticed = [field for field in operation.fields if field.shape or field.deprecated]
    shapes = _shapes() if any(field.shape for field in noticed) else {}
    checked = check(request, shapes)
    body = checked.body
    if extra_body := arguments.get("extra_body"):
        body = _with_extra(operation, caller, extra_body, body)
    credential = settings.credential(operation.security, caller)
    path = render(operation.path, checked.path) if checked.path else operation.path
    url = settings.urls[operation.host] + path
    content = None if body is UNSET else json_bytes(completed(operation, body), convert=settings.json_value)
    query: Mapping[str, Any] = {**settings.query, **checked.query} if settings.query else checked.query
    if extra_query := arguments.get("extra_query"):
        query = _with_extra_query(operation, caller, extra_query, query)
    urls = _urls(operation, url, query) if query else [url]
    headers = settings.headers
    if request.headers:
        from honeyhive_api.wire import headers_of  # rarely needed: this API has no header parameters

        headers = merged_headers(headers, headers_of(operation, request.headers), "headers", InvalidRequestError)
    if extra_headers := arguments.get("extra_headers"):
        headers = merged_headers(headers, extra_headers, "extra_headers", InvalidRequestError)
    steps = settings.step_timeouts if arguments["timeout"] is None else None
    first, *others = [http_request(operation.method, one, content, credential, headers, steps) for one in urls]
    warned: tuple[Notice, ...] = ()
    if noticed or operation.deprecated:
        from .notices import notices

        warned = notices(operation, checked, shapes)
    return PreparedCall(
        first,
        request.read,
        operation.repeatable,
        _seconds(arguments["timeout"], settings),
        _retries(arguments.get("max_retries"), settings),
        warned,
        tuple(others),
        partial(merged, operation.split),
        _known_reply(operation, checked.query),
        caller[:-2],
    )


def _known_reply(operation: Operation, query: Mapping[str, Any]) -> Any:
    """Return the reply to an empty list of ids, which a query cannot express; None if a request is needed."""
    empty = operation.empty_list
    return empty.reply if empty and query.get(empty.parameter) == [] else None


def _shapes() -> Shapes:
    """Return the fields of objects in arguments. They are imported on demand, because few operations take objects."""
    from honeyhive_api.shapes import SHAPES

    return SHAPES


def _urls(operation: Operation, url: str, query: Mapping[str, Any]) -> list[str]:
    """Return the URL with its query, or several URLs if a list in the query is too long for one URL."""
    as_json = frozenset(field.name for field in operation.fields if field.kind == "json")
    return [f"{url}?{query_string(part, as_json)}" for part in split_query(operation.split, query)]


def _with_extra(operation: Operation, caller: str, extra: Mapping[str, Any], body: Any) -> dict[str, Any]:
    """Return the body with the extra keys, none of which may be an argument or be in the body already."""
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


def _with_extra_query(operation: Operation, caller: str, extra: Any, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return the query with the extra parameters, none of which may be an argument."""
    merged = merged_query(query, extra, "extra_query", InvalidRequestError)
    arguments = {field.name: field.argument for field in operation.fields if field.location == "query"}
    for name in extra:
        if name in arguments:
            raise InvalidRequestError(
                f"has the key {name!r}", argument="extra_query", hint=f"pass it to {caller} as {arguments[name]}="
            )
    return merged


def _seconds(timeout: float | None, settings: Settings) -> float:
    return settings.timeout if timeout is None else check_seconds("timeout", timeout, InvalidRequestError)


def _retries(max_retries: int | None, settings: Settings) -> int:
    return settings.max_retries if max_retries is None else check_retries(max_retries, InvalidRequestError)
