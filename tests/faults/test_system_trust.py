"""Without a setting, the client trusts the certificates of the operating system."""

import ssl
from types import SimpleNamespace

import certifi
import httpx
import pytest
import truststore

from honeyhive import APIConnectionError
from honeyhive._http import system_trust
from honeyhive._http.system_trust import trusting_context
from tests.faults.one_call import authority, ca_file, get, made, server_context
from tests.faults.server import FaultServer
from tests.faults.test_tls import hash_of_subject


@pytest.fixture
def trusted():
    with ca_file() as path:
        yield path


@pytest.fixture
def system(monkeypatch):
    """Replace the files with the system's certificates: those compiled into OpenSSL, and other common places."""

    def have(file=None, folder=None, common=()):
        monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: SimpleNamespace(cafile=file, capath=folder))
        monkeypatch.setattr(system_trust, "FILES", common)

    have()
    return have


def answers(kind):
    with FaultServer(server_context()) as server:
        made(kind, get, base_url=server.url, max_retries=0)
        return len(server.requests) == 1


def test_an_authority_in_the_file_of_the_system_is_trusted(kind, system, trusted):
    system(file=trusted)
    assert answers(kind)


def test_an_authority_in_a_common_file_is_trusted(kind, system, trusted, tmp_path):
    (tmp_path / "empty.pem").touch()
    system(file=str(tmp_path / "none.pem"), folder=str(tmp_path), common=(str(tmp_path / "empty.pem"), trusted))
    assert answers(kind)


def test_an_authority_in_the_folder_of_the_system_is_trusted(kind, system, tmp_path):
    pem = authority().cert_pem.bytes()
    (tmp_path / f"{hash_of_subject(pem)}.0").write_bytes(pem)
    system(folder=str(tmp_path))
    assert answers(kind)


def test_without_certificates_of_the_system_those_of_certifi_are_trusted(system):
    theirs = ssl.create_default_context(cafile=certifi.where())
    assert trusting_context().get_ca_certs() == theirs.get_ca_certs() != []


def test_trusting_context_verifies_and_has_certificates():
    context = trusting_context()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.cert_store_stats()["x509_ca"] or ssl.get_default_verify_paths().capath


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_macos_and_windows_use_truststore(kind, platform, trusted, monkeypatch):
    monkeypatch.setattr(system_trust, "PLATFORM", platform)
    assert type(trusting_context()) is truststore.SSLContext
    with FaultServer(server_context()) as server:

        def called(hh):
            # On this system, truststore uses OpenSSL, which reads the variable at each connection.
            monkeypatch.setenv("SSL_CERT_FILE", trusted)
            return get(hh)

        made(kind, called, base_url=server.url, max_retries=0)
        assert len(server.requests) == 1


def test_an_unknown_authority_is_an_error_that_names_the_settings(kind):
    named = pytest.raises(APIConnectionError, match=r"pass its certificate as ca_file= or set SSL_CERT_FILE$")
    with FaultServer(server_context()) as server, named:
        made(kind, get, base_url=server.url, max_retries=0)


def test_an_unknown_authority_with_an_http_client_names_its_verify():
    named = pytest.raises(APIConnectionError, match="TLS settings are those of your http_client")
    with FaultServer(server_context()) as server, httpx.Client() as http_client, named:
        made("sync", get, base_url=server.url, max_retries=0, http_client=http_client)
