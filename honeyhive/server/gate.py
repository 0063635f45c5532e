"""Who is let in: the host a request names, its key, and the size and type of its body."""

import hmac

from starlette.requests import Request

from .problems import Refusal
from .settings import Behaviour

MAX_BODY = 32 * 1024 * 1024
_TOO_LARGE = f"the body is larger than {MAX_BODY // 1024 // 1024} MiB"


def check_host(request: Request, behaviour: Behaviour) -> None:
    """Refuse (403) a request that names another host, as one from a web page behind a rebound DNS name does.

    The port is not compared: a proxy or a container may map it.
    """
    if host_name(request.headers.get("host", "")) not in behaviour.allowed_hosts:
        raise Refusal(403, "this server is not known under the Host of the request")


def host_name(host: str) -> str:
    """The name in a Host header, in lower case, without port, brackets and final dot."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].rstrip(".").lower()


def check_key(request: Request, behaviour: Behaviour) -> None:
    """Refuse (401) a request without a Bearer key, or with another one than the required."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise Refusal(401, "the Authorization header must be: Bearer <key>", {"WWW-Authenticate": "Bearer"})
    required = behaviour.require_key
    if required is not None and not hmac.compare_digest(key.strip().encode(), required.encode()):
        raise Refusal(401, "the key is not the one this server requires", {"WWW-Authenticate": "Bearer"})


async def read_body(request: Request) -> bytes:
    """The body of a request, which has to be JSON of at most 32 MiB. Raises Refusal (413, 415)."""
    media_type = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if media_type != "application/json" and not media_type.endswith("+json"):
        raise Refusal(415, f"the body must be application/json, not {media_type[:60]!r}")
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Refusal(415, "the body must not be compressed")
    # Whoever sends too much is still sending; the connection cannot be used again.
    too_large = Refusal(413, _TOO_LARGE, {"Connection": "close"})
    announced = request.headers.get("content-length", "0")
    if not announced.isdigit() or int(announced) > MAX_BODY:
        raise too_large
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MAX_BODY:
            raise too_large
    return bytes(received)
