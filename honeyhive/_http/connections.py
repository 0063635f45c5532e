"""httpx clients with the TLS settings and the proxies of a HoneyHive client."""

import ssl
from collections.abc import Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final
from urllib import request
from urllib.parse import urlsplit

import httpx

from .._core.errors import ConfigurationError
from .._core.settings import Settings
from .deadline import hold_deadlines, record_connections
from .system_trust import trusting_context

CONNECTIONS: Final = 100
"""Maximum number of connections of one client, which is also the default of httpx."""
_LIMITS: Final = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=20, keepalive_expiry=30.0)


def tls_context(settings: Settings) -> ssl.SSLContext:
    """Return the TLS context for all connections of a client. Raises ConfigurationError for an unreadable file."""
    try:
        return _tls_context(settings)
    except (OSError, TypeError, ValueError) as caught:
        fault = type(caught).__name__  # not the error's message, which may hold the password of a proxy
    raise _unusable(fault)


def _tls_context(settings: Settings) -> ssl.SSLContext:
    tls = settings.tls
    if not tls.verify or not any(url.lower().startswith("https:") for url in settings.urls.values()):
        # No certificates are loaded, because reading them takes longer than the rest of the construction.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    elif tls.ca_file or tls.ca_folder:
        context = ssl.create_default_context(cafile=tls.ca_file, capath=tls.ca_folder)
    else:
        context = trusting_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if (tls.ca_file or tls.ca_folder) and context.cert_store_stats()["crl"]:
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    if not tls.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if tls.client_certificate:
        certificate, key = tls.client_certificate
        # Without a password OpenSSL would ask for one on the terminal.
        context.load_cert_chain(certificate, key, password="")
    return context


def open_client(kind: Any, settings: Settings, tls: ssl.SSLContext | None = None) -> Any:
    """Return an httpx client of this class with its own connections. Raises ConfigurationError for a bad proxy."""
    tls = tls or tls_context(settings)
    try:
        found = request.getproxies_environment()
        proxies = {url: proxy for url in settings.urls.values() if (proxy := proxy_for(url, found))}
        return kind(
            transport=_transport(kind, tls, None),
            mounts={url: _transport(kind, tls, proxy) for url, proxy in proxies.items()},
            trust_env=False,  # use neither netrc nor the proxies of the operating system
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )
    except (ImportError, OSError, TypeError, ValueError, httpx.InvalidURL) as caught:
        fault = type(caught).__name__  # not the error's message, which may hold the password of a proxy
    raise _unusable(fault)


def _unusable(fault: str) -> ConfigurationError:
    return ConfigurationError(
        f"the TLS or proxy settings cannot be used ({fault}); check ca_file, client_certificate, SSL_CERT_FILE, "
        "SSL_CERT_DIR, HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY"
    )


def _transport(kind: Any, tls: ssl.SSLContext, proxy: str | None) -> httpx.HTTPTransport | httpx.AsyncHTTPTransport:
    # These are httpx's own classes, because respx, pytest-httpx and vcrpy patch the methods of those.
    if kind is httpx.AsyncClient:
        asynchronous = httpx.AsyncHTTPTransport(verify=tls, limits=_LIMITS, proxy=proxy)
        record_connections(asynchronous)
        return asynchronous
    blocking = httpx.HTTPTransport(verify=tls, limits=_LIMITS, proxy=proxy)
    hold_deadlines(blocking)
    return blocking


def proxy_for(url: str, proxies: Mapping[str, Any]) -> str | None:
    """Return the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names for the URL; None if NO_PROXY excludes it.

    ``proxies`` are the proxies set in the environment.
    """
    parts = urlsplit(url)
    if request.proxy_bypass_environment(parts.netloc, proxies):  # type: ignore[attr-defined]  # missing from typeshed
        return None
    proxy: str | None = proxies.get(parts.scheme) or proxies.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy
