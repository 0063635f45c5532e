"""The body of an export: its encoding, and its bytes without the compression."""

import zlib

from starlette.types import Receive

from ..http.auth import MAX_BODY, Headers, receive_all
from ..model.http_error import Refusal
from .responses import JSON, PROTOBUF

# What zlib has to be told to read either.
_WINDOWS = {b"gzip": 31, b"deflate": 15}


def media_type_of(headers: Headers) -> str:
    """The encoding of the body, as far as it is one of the two; else JSON, which people can read."""
    return PROTOBUF if _named(headers) == PROTOBUF else JSON


def _named(headers: Headers) -> str:
    return headers.get(b"content-type", b"").partition(b";")[0].strip().lower().decode("latin-1")


def project_of(headers: Headers) -> str | None:
    """The project that the header `x-honeyhive` names, as `project:NAME`, alone or in a list."""
    for part in headers.get(b"x-honeyhive", b"").decode("latin-1").split(","):
        name, _, value = part.partition(":")
        if name.strip() == "project" and value.strip():
            return value.strip()
    return None


async def read_export(receive: Receive, headers: Headers) -> bytes:
    """The body, at most 32 MiB before and after decompression. Raises Refusal (400, 413, 415)."""
    if _named(headers) not in (PROTOBUF, JSON):
        raise Refusal(415, f"the body must be {PROTOBUF} or {JSON}, not {_named(headers)[:60]!r}")
    encoding = headers.get(b"content-encoding", b"identity").strip().lower()
    if encoding != b"identity" and encoding not in _WINDOWS:
        raise Refusal(415, f"the body may be compressed with gzip or deflate, not {encoding[:60].decode('latin-1')!r}")
    content = await receive_all(receive, headers)
    return content if encoding == b"identity" else decompressed(content, _WINDOWS[encoding])


def decompressed(content: bytes, window: int) -> bytes:
    """The bytes of a compressed body. Raises Refusal (400, 413)."""
    stream = zlib.decompressobj(window)
    try:
        plain = stream.decompress(content, MAX_BODY + 1)
    except zlib.error as error:
        raise Refusal(400, f"the body cannot be decompressed: {error}") from None
    if len(plain) > MAX_BODY:
        raise Refusal(413, f"the body is larger than {MAX_BODY // 1024 // 1024} MiB when it is decompressed")
    if not stream.eof or stream.unused_data:
        raise Refusal(400, "the body cannot be decompressed: it is cut off, or more follows it")
    return plain
