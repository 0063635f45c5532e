"""Functions that make one call with a new client, sync or async, and certificates for servers on loopback."""

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import trustme

from honeyhive import AsyncHoneyHive, HoneyHive

KEY = "hh_verysecretkey"
KINDS = {"sync": HoneyHive, "async": AsyncHoneyHive}


def made(kind: str, use: Callable[[Any], Any], **settings: Any) -> Any:
    """Make the call with a new client, and return its result."""
    settings = {"api_key": KEY, **settings}
    if kind == "sync":
        with HoneyHive(**settings) as hh:
            return use(hh)

    async def main() -> Any:
        async with AsyncHoneyHive(**settings) as hh:
            return await use(hh)

    return asyncio.run(main())


def get(hh: Any) -> Any:
    """Make a simple call that reads."""
    return hh.request("GET", "/v1/thing")


def post(hh: Any) -> Any:
    """Make a simple call that writes."""
    return hh.request("POST", "/v1/thing", json={})


@cache
def authority() -> trustme.CA:
    """Return the certificate authority that signs the certificates of the test servers."""
    return trustme.CA()


def server_context(certificate: trustme.LeafCert | None = None) -> ssl.SSLContext:
    """Return the TLS context of a server, by default with a certificate for 127.0.0.1 and api.test."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (certificate or _certificate()).configure_cert(context)
    return context


@cache
def _certificate() -> trustme.LeafCert:
    return authority().issue_cert("127.0.0.1", "api.test")


@contextmanager
def ca_file() -> Iterator[str]:
    """Return the file with the certificate of the CA."""
    with authority().cert_pem.tempfile() as path:
        yield path
