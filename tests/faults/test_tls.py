"""TLS: trusted CAs, and the client certificate."""

import ssl
import warnings
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

import honeyhive
from honeyhive import APIConnectionError, ConfigurationError
from tests.faults.one_call import KINDS, authority, ca_file, get, made, server_context
from tests.faults.server import FaultServer


@pytest.fixture
def trusted():
    with ca_file() as path:
        yield path


def answers(kind, tls, **settings):
    """Return True if a server with this TLS context gets the request."""
    with FaultServer(tls) as server:
        made(kind, get, base_url=server.url, max_retries=0, **settings)
        return len(server.requests) == 1


def refuses(kind, tls, **settings):
    """Return True if the call fails before the server gets a request."""
    with FaultServer(tls) as server:
        with pytest.raises(APIConnectionError) as caught:
            made(kind, get, base_url=server.url, max_retries=0, **settings)
        return not caught.value.request_sent and server.requests == []


def test_a_server_whose_authority_is_unknown_is_refused(kind):
    assert refuses(kind, server_context())


def test_a_server_signed_by_ca_file_is_trusted(kind, trusted):
    assert answers(kind, server_context(), ca_file=trusted)


def test_ca_file_is_the_only_authority_that_is_trusted(kind, trusted, monkeypatch):
    stranger = trustme.CA()
    monkeypatch.setenv("SSL_CERT_FILE", trusted)
    with stranger.cert_pem.tempfile() as path:
        assert refuses(kind, server_context(), ca_file=path)


def test_ssl_cert_file_is_trusted(kind, trusted, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", trusted)

    assert answers(kind, server_context())


def test_ssl_cert_dir_is_trusted(kind, tmp_path, monkeypatch):
    pem = authority().cert_pem.bytes()
    # OpenSSL finds a CA by the hash of its name.
    (tmp_path / f"{hash_of_subject(pem)}.0").write_bytes(pem)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))

    assert answers(kind, server_context())


def hash_of_subject(pem):
    """The hash of a certificate's subject, as openssl x509 -subject_hash prints it: four bytes of a SHA-1."""
    import hashlib

    name = x509.load_pem_x509_certificate(pem).subject
    sets = b""
    for attribute in name:
        text = " ".join(attribute.value.lower().split()).encode()
        value = b"\x0c" + bytes([len(text)]) + text
        oid = x509.Name([attribute]).public_bytes()
        start = oid.index(b"\x06")
        pair = oid[start : start + 2 + oid[start + 1]] + value
        sequence = b"\x30" + bytes([len(pair)]) + pair
        sets += b"\x31" + bytes([len(sequence)]) + sequence
    return f"{int.from_bytes(hashlib.sha1(sets).digest()[:4], 'little'):08x}"


def test_a_certificate_of_another_host_is_refused(kind, trusted):
    assert refuses(kind, server_context(authority().issue_cert("other.test")), ca_file=trusted)


def test_an_expired_certificate_is_refused(kind, trusted):
    expired = authority().issue_cert("127.0.0.1", not_after=datetime.now(UTC) - timedelta(days=1))

    assert refuses(kind, server_context(expired), ca_file=trusted)


def test_a_certificate_that_its_authority_has_revoked_is_refused(kind, tmp_path):
    good, revoked = (authority().issue_cert("127.0.0.1") for _ in range(2))
    number = x509.load_pem_x509_certificate(revoked.cert_chain_pems[0].bytes()).serial_number
    now = datetime.now(UTC)
    entry = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(now).build()
    issuer = x509.load_pem_x509_certificate(authority().cert_pem.bytes()).subject
    dates = x509.CertificateRevocationListBuilder().issuer_name(issuer).last_update(now - timedelta(days=1))
    key = load_pem_private_key(authority().private_key_pem.bytes(), None)
    crl = dates.next_update(now + timedelta(days=1)).add_revoked_certificate(entry).sign(key, SHA256())
    both = tmp_path / "ca-and-crl.pem"
    both.write_bytes(authority().cert_pem.bytes() + crl.public_bytes(Encoding.PEM))

    assert answers(kind, server_context(good), ca_file=both)
    assert refuses(kind, server_context(revoked), ca_file=both)


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated:DeprecationWarning")
def test_tls_before_1_2_is_refused(kind, trusted):
    old = server_context()
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("DEFAULT:@SECLEVEL=0")

    assert refuses(kind, old, ca_file=trusted)


@pytest.mark.parametrize("split", [False, True])
def test_client_cert_is_sent(kind, trusted, split, tmp_path):
    asking = server_context()
    asking.verify_mode = ssl.CERT_REQUIRED
    authority().configure_trust(asking)
    mine = authority().issue_cert("client@api.test")
    whole, certificate, key = (tmp_path / name for name in ("whole.pem", "certificate.pem", "key.pem"))
    mine.private_key_and_cert_chain_pem.write_to_path(str(whole))
    mine.cert_chain_pems[0].write_to_path(str(certificate))
    mine.private_key_pem.write_to_path(str(key))

    assert answers(kind, asking, ca_file=trusted, client_certificate=(certificate, key) if split else whole)
    with FaultServer(asking) as server, pytest.raises(APIConnectionError):
        made(kind, get, base_url=server.url, max_retries=0, ca_file=trusted)


def test_verify_false_trusts_any_certificate_with_one_warning(kind):
    with pytest.warns(UserWarning, match="verify=False") as caught:
        assert answers(kind, server_context(authority().issue_cert("other.test")), verify=False)

    assert [warning.filename.endswith("one_call.py") for warning in caught] == [True]


@pytest.mark.parametrize(
    "settings",
    [{"ca_file": "none"}, {"ca_file": 7}, {"client_certificate": "none"}, {"client_certificate": (__file__, "none")}],
)
def test_an_unreadable_file_raises_configuration_error_at_construction(kind, settings):
    with pytest.raises(ConfigurationError, match=next(iter(settings))) as caught:
        KINDS[kind]("hh_test", base_url="https://127.0.0.1:1", **settings)

    assert caught.value.__context__ is None


@pytest.mark.parametrize("settings", [{"verify": "ca.pem"}, {"verify": None}, {"client_certificate": ("a", "b", "c")}])
def test_a_tls_setting_of_another_form_is_refused(kind, settings):
    with pytest.raises(ConfigurationError, match="verify must be a bool, client_certificate a file or a pair"):
        KINDS[kind]("hh_test", **settings)


@pytest.mark.parametrize("settings", [{"ca_file": __file__}, {"client_certificate": __file__}, {"verify": False}])
def test_http_client_keeps_its_own_tls_settings(settings):
    import httpx

    with (
        httpx.Client() as own,
        warnings.catch_warnings(action="error"),
        pytest.raises(ConfigurationError, match="http_client has its own TLS settings"),
    ):
        honeyhive.HoneyHive("hh_test", http_client=own, **settings)


def test_no_certificate_is_read_without_an_https_url(server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "missing.pem")
    made("sync", get, base_url=server.url)

    assert len(server.requests) == 1
