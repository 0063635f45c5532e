"""Who is let in: the host a request names, its key, and the size and type of its body."""

import hmac
from collections.abc import Mapping
from functools import lru_cache

from starlette.types import Receive, Scope

from ..model.config import Behaviour
from ..model.http_error import Refusal

MAX_BODY = 32 * 1024 * 1024
JSON = b"application/json"

Headers = Mapping[bytes, bytes]


class Disconnected(Exception):  # noqa: N818 -- nobody is left to answer
    """The client went away before its request was complete."""


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """The headers of a request by name in lower case, the last one where one is repeated."""
    return dict(scope["headers"])


def check_host(headers: Headers, behaviour: Behaviour) -> None:
    """Refuse (403) a request that names another host, as one from a web page behind a rebound DNS name does.

    The port is not compared: a proxy or a container may map it.
    """
    if host_name(headers.get(b"host", b"")) not in behaviour.allowed_hosts:
        raise Refusal(403, "this server is not known under the Host of the request")


@lru_cache(maxsize=64)
def host_name(header: bytes) -> str:
    """The name in a Host header, in lower case, without port, brackets and final dot."""
    host = header.decode("latin-1")
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].rstrip(".").lower()


def check_key(headers: Headers, behaviour: Behaviour) -> None:
    """Refuse (401) a request without a Bearer key, or with another one than the required."""
    scheme, _, key = headers.get(b"authorization", b"").partition(b" ")
    if scheme.lower() != b"bearer" or not key.strip():
        raise Refusal(401, "the Authorization header must be: Bearer <key>", {"WWW-Authenticate": "Bearer"})
    required = behaviour.require_key
    if required is not None and not hmac.compare_digest(key.strip(), required.encode()):
        raise Refusal(401, "the key is not the one this server requires", {"WWW-Authenticate": "Bearer"})


async def read_body(receive: Receive, headers: Headers) -> bytes:
    """The body of a request, which has to be JSON of at most 32 MiB. Raises Refusal (413, 415) and Disconnected."""
    content_type = headers.get(b"content-type", JSON)
    if content_type != JSON:
        media_type = content_type.partition(b";")[0].strip().lower()
        if media_type != JSON and not media_type.endswith(b"+json"):
            raise Refusal(415, f"the body must be application/json, not {media_type[:60].decode('latin-1')!r}")
    if headers.get(b"content-encoding", b"identity") != b"identity":
        raise Refusal(415, "the body must not be compressed")
    return await receive_all(receive, headers)


async def receive_all(receive: Receive, headers: Headers) -> bytes:
    """The body of a request as it travels, at most 32 MiB. Raises Refusal (413) and Disconnected."""
    announced = headers.get(b"content-length", b"0")
    if not announced.isdigit() or int(announced) > MAX_BODY:
        raise _too_large()
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MAX_BODY:
            raise _too_large()
        more = message.get("more_body", False)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _too_large() -> Refusal:
    # Whoever sends too much is still sending; the connection cannot be used again.
    return Refusal(413, f"the body is larger than {MAX_BODY // 1024 // 1024} MiB", {"Connection": "close"})
