"""Authentication of every request: its Host header and its API key.

API and OTLP requests need a Bearer key, by default any. Pages need no key unless the server has one. Browsers then ask
for it as a password (HTTP Basic), without cookie or form.
"""

import base64
import binascii
import ipaddress
from functools import lru_cache

from ..model.access_keys import AccessKey, find_key
from ..model.config import ServerConfig
from ..model.http_messages import Headers, HTTPError

# Characters of a host name in a message; DNS allows 253.
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
    advice = f"or start the server with --allowed-host {name[:MAX_NAME]}" if name else "the request has none"
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


def check_key(headers: Headers, config: ServerConfig, *, is_page: bool) -> AccessKey | None:
    """Return the accepted key of a request, or None if every key is accepted.

    Pages also accept it as a Basic password. Raises HTTPError (401) if a needed key is missing or wrong.
    """
    if is_page and not config.keys:
        return None
    scheme, key = _credentials(headers)
    if is_page and scheme != b"bearer":
        found = find_key(config.keys, _password(key)) if scheme == b"basic" else None
        if found is None:
            raise HTTPError(401, "This server needs its key: enter it as the password, with any user name.", _BASIC)
        return found
    if scheme != b"bearer" or not key:
        raise HTTPError(401, "the Authorization header must be: Bearer <key>", _BEARER)
    found = find_key(config.keys, key)
    if found is None and config.keys:
        raise HTTPError(401, "wrong API key; use one of --require-key, HH_SERVER_KEY or --key-file", _BEARER)
    return found


def bearer_key(headers: Headers) -> bytes:
    """Return the Bearer key of a request; empty without one."""
    scheme, key = _credentials(headers)
    return key if scheme == b"bearer" else b""


def _credentials(headers: Headers) -> tuple[bytes, bytes]:
    scheme, _, credentials = headers.get(b"authorization", b"").partition(b" ")
    return scheme.lower(), credentials.strip()


def _password(credentials: bytes) -> bytes:
    try:
        return base64.b64decode(credentials, validate=True).partition(b":")[2]
    except binascii.Error:
        return b""
