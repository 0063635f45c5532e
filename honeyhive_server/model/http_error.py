"""Refusals: every way in which the server says no, and the one body that says it."""

from collections.abc import Mapping

import orjson

CODES = {
    400: "invalid_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    415: "unsupported_media_type",
    500: "internal_error",
    501: "not_implemented",
    503: "unavailable",
    507: "insufficient_storage",
}


class Refusal(Exception):  # noqa: N818 -- an answer of the server, not an error in it
    """A request that is answered with an error: its status and a message for people."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers: dict[str, str] = dict(headers or {})


def error_body(status: int, message: str) -> bytes:
    """The ErrorResponse of the document, as JSON."""
    error = {"statusCode": status, "message": message, "success": False}
    if status in CODES:
        error["errorCode"] = CODES[status]
    return orjson.dumps(error)
