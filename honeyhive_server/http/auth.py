"""Authentication of every request: its Host header and its API key.

API and OTLP requests need a key in a Bearer header; by default, any key is accepted. Pages need no key, unless the
server was started with keys. Browsers then ask for the key as a password (HTTP Basic), without cookie or form.
"""

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import sha256

from ..model.access_keys import AccessKey, check_kind
from ..model.config import ServerConfig
from ..model.http_messages import Headers, HTTPError
from ..services.issued_keys import ISSUED, find_issued
from ..store import EventStore
from ..store.project_scope import key_project

# Maximum length of a host name in a message; DNS allows 253 characters.
MAX_NAME = 253
_BEARER = {"WWW-Authenticate": "Bearer"}
_BASIC = {"WWW-Authenticate": 'Basic realm="HoneyHive: any user name, the API key as password", charset="UTF-8"'}


def check_host(headers: Headers, config: ServerConfig) -> None:
    """Raise HTTPError (403) if the Host header has an unknown name, as in a DNS rebinding attack.

    The port is not checked: a proxy or a container may map it.
    """
    name = host_name(headers.get(b"host", b""))
    # DNS rebinding needs a name, so an IP address is safe if the server listens on it.
    if name in config.allowed_hosts or (config.any_address and _is_address(name)):
        return
    advice = (
        f"or start the server with --allowed-host {name[:MAX_NAME]}"
        if name
        else "because the request has no Host header"
    )
    raise HTTPError(403, f"unknown Host header; use {_accepted(config)}, {advice}")


def _accepted(config: ServerConfig) -> str:
    return ", ".join(sorted(config.allowed_hosts)) + (", any IP address" if config.any_address else "")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=64)
def host_name(header: bytes) -> str:
    """Return the lower-case name in a Host header, without port, brackets and trailing dot."""
    host = header.decode("latin-1")
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].rstrip(".").lower()


async def authenticate(
    headers: Headers, config: ServerConfig, store: EventStore, *, is_page: bool, schemes: Collection[str] | None
) -> AccessKey | None:
    """Return the accepted key of a request, or None if every key is accepted.

    The request is restricted to the project of the key. A key is accepted if a server of this database has issued it,
    or if it is in the configuration. Raises HTTPError: 401 if a needed key is missing or wrong, 403 if none of the
    security schemes accepts a key of this kind. If ``schemes`` is None, keys of every kind are accepted.
    """
    # A pipelined request starts with the scope of the request before it.
    key_project.set(None)
    scheme, given = _credentials(headers)
    key = await store.read(find_issued, given) if scheme == b"bearer" and given.startswith(ISSUED) else None
    if key is None:
        key = _configured_key(scheme, given, config, is_page=is_page)
    if schemes is not None:
        try:
            check_kind(key, schemes)
        except HTTPError as error:
            if not is_page or scheme != b"basic":
                raise
            # With a 403, the browser would send this password again and again instead of asking for another.
            raise HTTPError(401, error.message, _BASIC) from None
    key_project.set(key.project if key else None)
    return key


def _configured_key(scheme: bytes, key: bytes, config: ServerConfig, *, is_page: bool) -> AccessKey | None:
    """Return the accepted key, or None if every key is accepted. Pages also take a key as a Basic password."""
    if is_page and not config.keys:
        return None
    if is_page and scheme != b"bearer":
        found = _find_key(config.keys, _password(key)) if scheme == b"basic" else None
        if found is None:
            raise HTTPError(401, "This server needs its key: enter it as the password, with any user name.", _BASIC)
        return found
    if scheme != b"bearer" or not key:
        raise HTTPError(401, "the Authorization header must be: Bearer <key>", _BEARER)
    found = _find_key(config.keys, key)
    if found is None and config.keys:
        raise HTTPError(401, "wrong API key; use a key from --require-key, HH_SERVER_KEY or --key-file", _BEARER)
    return found


def _find_key(keys: Iterable[AccessKey], given: bytes) -> AccessKey | None:
    digest = sha256(given).hexdigest()
    return next((key for key in keys if hmac.compare_digest(key.digest, digest)), None)


def _credentials(headers: Headers) -> tuple[bytes, bytes]:
    scheme, _, credentials = headers.get(b"authorization", b"").partition(b" ")
    return scheme.lower(), credentials.strip()


def _password(credentials: bytes) -> bytes:
    try:
        return base64.b64decode(credentials, validate=True).partition(b":")[2]
    except binascii.Error:
        return b""
