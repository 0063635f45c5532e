"""What every test stands on: an environment that says nothing."""

import os

import pytest


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    proxies = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"}
    for name in list(os.environ):
        if name.startswith("HH_") or name.upper() in proxies:
            monkeypatch.delenv(name)
