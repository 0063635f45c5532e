"""What an answer means: the value that a call returns, or the error that it raises."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from honeyhive_api.reading import ReplyFault, not_null

from .errors import (
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from .ids import ids_at
from .messages import Answer, HttpRequest

T = TypeVar("T")

_LONGEST_MESSAGE: Final = 500
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray")
_BY_STATUS: Final = {
    401: AuthenticationError,
    403: AuthenticationError,
    404: NotFoundError,
    429: RateLimitError,
}


def value_of(answer: Answer, read: Callable[[Any], T], request: HttpRequest) -> T:
    """Return what the call returns for a 2xx. Raises APIResponseError if the body is not a reply of this API."""
    try:
        data = _decoded(answer.body)
    except (ValueError, RecursionError):
        fault = f"no JSON but {_described(answer, request)}; is the base URL right, is there a proxy or a login page?"
    else:
        try:
            return not_null(data, answer.body, read(data))
        except ReplyFault as error:
            fault = str(error)
            if error.is_refusal:
                fault += f" ({_message(answer, data, request)})"
            else:
                fault += _sent_id(request, error.sent)
        except Exception as error:  # a reader may raise anything for a reply that is not of this API
            fault = f"JSON of another form than documented ({type(error).__name__})"
        del data  # an echo of the request must not be in a frame of the traceback
    message = f"{request.label} answered {answer.status} with {fault}"
    raise APIResponseError(
        message, status=answer.status, request=request.label, request_id=_request_id(answer.headers, request)
    )


def _sent_id(request: HttpRequest, places: Sequence[str]) -> str:
    """Return the hint at the first id that the client sent itself, empty if it sent none."""
    body = json.loads(request.body) if request.body else None
    sent = [one for place in places for one in ids_at(body, place)]
    if not sent:
        return ""
    more = f" and {len(sent) - 1} more" if len(sent) > 1 else ""
    return _line(f"; the write may have been stored, under the id {sent[0]}{more}", request)


def error_of(answer: Answer, request: HttpRequest) -> APIStatusError:
    """The error for a status outside 2xx."""
    kind = _BY_STATUS.get(answer.status, ServerError if answer.status >= 500 else APIStatusError)
    try:
        data = _decoded(answer.body)
    except (ValueError, RecursionError):
        data = None
    code = data.get("errorCode") if isinstance(data, dict) else None
    return kind(
        _message(answer, data, request),
        status=answer.status,
        request=request.label,
        error_code=_line(code, request) if isinstance(code, str) else None,
        request_id=_request_id(answer.headers, request),
    )


def _decoded(body: bytes) -> Any:
    return json.loads(body) if body and not body.isspace() else None


def _message(answer: Answer, data: Any, request: HttpRequest) -> str:
    if isinstance(data, dict):
        for name in ("message", "error", "detail"):
            if isinstance(data.get(name), str) and data[name].strip():
                return _line(data[name], request)
    if 300 <= answer.status < 400:
        return "a redirect, which the SDK does not follow; is the base URL right?"
    return _described(answer, request)


def _described(answer: Answer, request: HttpRequest) -> str:
    """The body of a stranger in a few words."""
    if not answer.body.strip():
        return "an empty body"
    text = answer.body[: 4 * _LONGEST_MESSAGE].decode("utf-8", "replace")
    is_html = "html" in answer.headers.get("content-type", "") or text.lstrip()[:1] == "<"
    return f"{'an HTML page' if is_html else 'the text'}: {_line(text, request)}"


def _line(text: str, request: HttpRequest) -> str:
    """The text on one line, cut, printable, and without the key if the server echoed it."""
    if request.key is not None:
        text = request.key.redact(text)
    line = " ".join(text.split()).encode("utf-8", "replace").decode()
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}..."


def _request_id(headers: Mapping[str, str], request: HttpRequest) -> str | None:
    found = next((headers[name] for name in _REQUEST_ID_HEADERS if headers.get(name)), None)
    return found and _line(found, request)[:200]
