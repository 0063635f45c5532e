"""Interpretation of a response: the value that a call returns, the error that it raises, or a redirect to follow."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar
from urllib.parse import urljoin, urlsplit

from honeyhive_api.reading import InvalidReplyError

from .added_values import ids_at
from .api_response import APIResponse
from .errors import (
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from .messages import HttpRequest, HttpResponse

T = TypeVar("T")

_LONGEST_MESSAGE: Final = 500
"""Characters of a server's message that are shown: two or three lines of a terminal."""
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray")
_ERRORS: Final = {
    401: AuthenticationError,
    403: AuthenticationError,
    404: NotFoundError,
    429: RateLimitError,
}
_LOCATION: Final = r"[!-~]{1,2000}"
_PORTS: Final = {"http": 80, "https": 443}


def value_of(response: HttpResponse, read: Callable[[Any], T], request: HttpRequest) -> T:
    """Return the value of a 2xx response. Raises APIResponseError if its body is not a successful reply of this API."""
    try:
        data = _decoded(response.body)
    except (ValueError, RecursionError):
        fault = (
            f"no JSON but {_described(response, request)}; is the base URL right, or is there a proxy or a login page?"
        )
    else:
        try:
            value = read(data)
        except InvalidReplyError as error:
            fault = str(error)
            if error.is_refusal:
                fault += f" ({_message(response, data, request)})"
            else:
                fault += _sent_ids(request, error.id_places)
        except Exception as error:  # a reader fails only on a body that the document does not describe
            fault = f"JSON of another form than documented ({type(error).__name__})"
        else:
            # Readers accept None as an empty body, but null is JSON of another type.
            if data is not None or value is None or not response.body.strip():
                return value
            fault = "null, which is not documented"
        del data  # the server may echo user data, which no traceback should hold
    message = f"{request.label} answered {response.status} with {fault}"
    raise APIResponseError(
        message,
        status=response.status,
        request=request.label,
        request_id=_request_id(response.headers, request),
        response=response_of(response, request),
    )


def response_of(response: HttpResponse, request: HttpRequest) -> APIResponse[Any]:
    """Return the APIResponse for the user, still without the reply. The key is masked if the server echoed it."""
    headers, body = dict(response.headers), response.body
    if request.key is not None:
        headers = {name: request.key.redact(value) for name, value in headers.items()}
        body = request.key.redact(body.decode("latin-1")).encode("latin-1")  # Latin-1 keeps every byte
    return APIResponse(None, response.status, headers, body, request.label, _request_id(headers, request))


def _sent_ids(request: HttpRequest, places: Sequence[str]) -> str:
    """Return a hint with the first id that the client sent at these places; empty if the client sent none."""
    body = json.loads(request.body) if request.body else None
    sent = [one for place in places for one in ids_at(body, place)]
    if not sent:
        return ""
    more = f" and {len(sent) - 1} more" if len(sent) > 1 else ""
    return _line(f"; the write may have been stored, under the id {sent[0]}{more}", request)


def error_of(response: HttpResponse, request: HttpRequest) -> APIStatusError:
    """Return the error for a status code outside 2xx."""
    kind = _ERRORS.get(response.status, ServerError if response.status >= 500 else APIStatusError)
    try:
        data = _decoded(response.body)
    except (ValueError, RecursionError):
        data = None
    code = data.get("errorCode") if isinstance(data, dict) else None
    return kind(
        _message(response, data, request),
        status=response.status,
        request=request.label,
        error_code=_line(code, request) if isinstance(code, str) else None,
        request_id=_request_id(response.headers, request),
        response=response_of(response, request),
    )


def redirected(request: HttpRequest, response: HttpResponse) -> HttpRequest | None:
    """Return the request that follows a redirect; None if there is none to follow.

    Only reads are redirected, and only within their origin, because the request carries the key.
    """
    location = response.headers.get("location") or ""
    if response.status not in (301, 302, 303, 307, 308) or request.method not in ("GET", "HEAD"):
        return None
    try:
        url = urljoin(request.url, location)
        is_same_origin = re.fullmatch(_LOCATION, location) and _origin(url) == _origin(request.url)
    except ValueError:  # for example a port that is not a number
        return None
    return request._replace(url=url.partition("#")[0]) if is_same_origin else None


def _origin(url: str) -> tuple[object, ...]:
    """Return scheme, host, port, user and password."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme), parts.username, parts.password


def _decoded(body: bytes) -> Any:
    return json.loads(body) if body and not body.isspace() else None


def _message(response: HttpResponse, data: Any, request: HttpRequest) -> str:
    if isinstance(data, dict):
        for name in ("message", "error", "detail"):
            if isinstance(data.get(name), str) and data[name].strip():
                return _line(data[name], request)
    if 300 <= response.status < 400:
        return "a redirect, which the SDK does not follow; is the base URL right?"
    return _described(response, request)


def _described(response: HttpResponse, request: HttpRequest) -> str:
    """Return a short description of a body that is not JSON."""
    if not response.body.strip():
        return "an empty body"
    text = response.body[: 4 * _LONGEST_MESSAGE].decode("utf-8", "replace")
    is_html = "html" in response.headers.get("content-type", "") or text.lstrip()[:1] == "<"
    return f"{'an HTML page' if is_html else 'the text'}: {_line(text, request)}"


def _line(text: str, request: HttpRequest) -> str:
    """Return the string on one printable line, cut, with the key masked if the server echoed it."""
    if request.key is not None:
        text = request.key.redact(text)
    line = " ".join(text.split()).encode("utf-8", "replace").decode()
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}..."


def _request_id(headers: Mapping[str, str], request: HttpRequest) -> str | None:
    found = next((headers[name] for name in _REQUEST_ID_HEADERS if headers.get(name)), None)
    return found and _line(found, request)[:200]
