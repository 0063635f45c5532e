"""Certificates that the system trusts, such as that of a company's TLS proxy; without any, those of certifi."""

import os
import re
import ssl
import sys
from contextlib import suppress

import httpx

PLATFORM = sys.platform
# The files that truststore looks for on Linux and BSD.
FILES = (
    "/etc/ssl/cert.pem",  # Alpine, Arch, Fedora, BSD
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # Fedora, RHEL
    "/etc/pki/tls/cert.pem",  # older RHEL
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu
    "/etc/ssl/ca-bundle.pem",  # SUSE
)
_HASHED_NAME = r"[0-9a-f]{8}\.\d"


def trusting_context() -> ssl.SSLContext:
    """Return a context that trusts the certificates of the system, or those of certifi if the system has none."""
    if PLATFORM in ("win32", "darwin"):
        from truststore import SSLContext

        return SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # On other systems OpenSSL reads the certificates by itself, once. The context of truststore would read the whole
    # file again for each connection, which blocks an event loop for 10 ms.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return context if _load_system_store(context) else httpx.create_ssl_context(trust_env=False)


def _load_system_store(context: ssl.SSLContext) -> bool:
    """Load the certificates of the system; return False if it has none."""
    paths = ssl.get_default_verify_paths()
    folder = paths.capath if _has_certificates(paths.capath) else None
    if folder:
        context.load_verify_locations(capath=folder)
    for file in (paths.cafile, *(() if folder else FILES)):
        # Skips an empty file, or a file that this process may not read.
        with suppress(OSError):
            if file and os.path.isfile(file):  # noqa: PTH113 - pathlib is not imported for it
                context.load_verify_locations(cafile=file)
                return True
    return folder is not None


def _has_certificates(folder: str | None) -> bool:
    """Return True if the folder has certificates under the names by which OpenSSL looks for them."""
    with suppress(OSError):
        return folder is not None and any(re.fullmatch(_HASHED_NAME, name) for name in os.listdir(folder))  # noqa: PTH208
    return False
