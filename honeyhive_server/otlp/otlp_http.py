"""OTLP over HTTP: the encodings of a request, its compression, and the responses in the same encoding."""

import zlib
from typing import NamedTuple

import orjson

from ..model.config import MAX_BODY
from ..model.http_messages import JSON, Headers, HTTPError, ServerResponse

PROTOBUF = "application/x-protobuf"
# The window size that selects each format in zlib: 15 bits, plus 16 for gzip.
_WINDOWS = {b"gzip": 31, b"deflate": 15}
# The google.rpc.Code of each HTTP status.
_RPC_CODES = {400: 3, 401: 16, 403: 7, 404: 5, 405: 12, 413: 8, 415: 3, 429: 8, 503: 14}
_INTERNAL = 13
# Maximum length of a message in characters, which exporters print in one log line.
MAX_MESSAGE = 1000


class ExportHeaders(NamedTuple):
    """The headers of a supported export."""

    is_protobuf: bool
    window: int | None
    """The zlib window of a compressed body; None for an uncompressed one."""
    project: str | None
    """The default project of spans, from `x-honeyhive: project:NAME`."""


def read_headers(headers: Headers) -> ExportHeaders:
    """Return the headers of an export. Raises HTTPError (415) for an unsupported encoding or compression."""
    content_type = _content_type(headers)
    if content_type not in (PROTOBUF, JSON):
        raise HTTPError(415, f"the body must be {PROTOBUF} or {JSON}, not {content_type[:60]!r}")
    encoding = headers.get(b"content-encoding", b"identity").strip().lower()
    if encoding != b"identity" and encoding not in _WINDOWS:
        raise HTTPError(415, f"compress the body with gzip or deflate, not {encoding[:60].decode('latin-1')!r}")
    return ExportHeaders(content_type == PROTOBUF, _WINDOWS.get(encoding), _project(headers))


def _content_type(headers: Headers) -> str:
    return headers.get(b"content-type", b"").partition(b";")[0].strip().lower().decode("latin-1")


def _project(headers: Headers) -> str | None:
    for part in headers.get(b"x-honeyhive", b"").decode("latin-1").split(","):
        name, _, value = part.partition(":")
        if name.strip() == "project" and value.strip():
            return value.strip()
    return None


def decompressed(content: bytes, window: int) -> bytes:
    """Return the decompressed body. Raises HTTPError (400, or 413 beyond 32 MiB)."""
    stream = zlib.decompressobj(window)
    try:
        plain = stream.decompress(content, MAX_BODY + 1)
    except zlib.error as error:
        raise HTTPError(400, f"the body cannot be decompressed: {error}") from None
    if len(plain) > MAX_BODY:
        raise HTTPError(413, f"the body is larger than {MAX_BODY // 1024 // 1024} MiB after decompression")
    if not stream.eof or stream.unused_data:
        raise HTTPError(400, "the body cannot be decompressed: it is truncated, or data follows it")
    return plain


def success(reasons: list[str], *, is_protobuf: bool) -> ServerResponse:
    """Return the response after the commit. ``reasons`` has one entry for each rejected span."""
    message = "; ".join(dict.fromkeys(reasons))[:MAX_MESSAGE]
    if is_protobuf:
        partial_success = _number(1, len(reasons)) + _text(2, message)
        return ServerResponse(200, _bytes(1, partial_success) if reasons else b"", PROTOBUF)
    partial = {"partialSuccess": {"rejectedSpans": str(len(reasons)), "errorMessage": message}} if reasons else {}
    return ServerResponse(200, orjson.dumps(partial))


def rpc_status(headers: Headers, error: HTTPError) -> ServerResponse:
    """Return an error as a google.rpc.Status, in the encoding of the request: protobuf or JSON."""
    # For a full disk, other routes return 507. Exporters would drop the spans after a 507, but retry after a 503.
    status = 503 if error.status == 507 else error.status
    code = _RPC_CODES.get(status, _INTERNAL)
    if _content_type(headers) == PROTOBUF:
        content = _number(1, code) + _text(2, error.message[:MAX_MESSAGE])
        return ServerResponse(status, content, PROTOBUF, error.headers)
    return ServerResponse(status, orjson.dumps({"code": code, "message": error.message}), headers=error.headers)


# The message google.rpc.Status is encoded by hand: it has only three fields, and no installed package has its class.
def _number(field: int, value: int) -> bytes:
    return bytes([field << 3]) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode(errors="replace"))


def _bytes(field: int, value: bytes) -> bytes:
    return bytes([field << 3 | 2]) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])
