"""The timeout of a call covers the whole call, even if a server sends or reads one byte at a time."""

import socket
import time

import httpcore
import httpx
import pytest

from honeyhive import APIConnectionError, APITimeoutError, ConfigurationError
from honeyhive._http.deadline import Deadline, _DeadlineBackend, _DeadlineStream, _seconds_left
from tests.faults import actions
from tests.faults.one_call import get, made, post


@pytest.mark.parametrize(
    "act",
    [actions.in_the_head, actions.in_the_body, actions.in_chunks, actions.in_interim_answers],
)
def test_an_endless_response_ends_at_the_deadline(server, kind, act):
    server.always = act
    with pytest.raises(APITimeoutError) as caught:
        made(kind, lambda hh: hh.request("POST", "/v1/thing", json={}, timeout=0.1), base_url=server.url)

    assert caught.value.request_sent
    assert len(server.requests) == 1


def test_a_slow_upload_ends_at_the_timeout_of_the_call(server, kind):
    def sip(connection, _):
        while connection.wait(0.005):
            connection.sock.recv(1000)

    server.on_connection = sip
    with pytest.raises(APITimeoutError):
        made(kind, lambda hh: hh.request("POST", "/v1/thing", json="x" * 20_000_000, timeout=0.2), base_url=server.url)


def limit(seconds, left):
    made = Deadline(seconds)
    made.end = time.monotonic() + left
    return made


def test_a_deadline_is_the_shorter_of_its_seconds_and_the_rest_of_the_call():
    assert _seconds_left(limit(5.0, 100.0), httpcore.ReadTimeout) == 5.0
    assert 99 < _seconds_left(limit(200.0, 100.0), httpcore.ReadTimeout) <= 100
    assert _seconds_left(2.0, httpcore.ReadTimeout) == 2.0


@pytest.mark.parametrize("error", [httpcore.ReadTimeout, httpcore.WriteTimeout, httpcore.ConnectTimeout])
def test_after_the_call_nothing_more_is_read_or_written(error):
    class Silent(httpcore.NetworkStream):
        read = write = start_tls = None

    stream, over = _DeadlineStream(Silent()), limit(5.0, 0.0)
    works = {
        httpcore.ReadTimeout: lambda: stream.read(1, over),
        httpcore.WriteTimeout: lambda: stream.write(b"x", over),
        httpcore.ConnectTimeout: lambda: stream.start_tls(None, None, over),
    }
    with pytest.raises(error):
        works[error]()


class Resolved:
    """Three addresses of one host name, some of which do not respond, and the timeout of each attempt to connect."""

    def __init__(self, monkeypatch, alive):
        self.given = []
        family = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(*family, (f"10.0.0.{n}", 80)) for n in range(3)])

        def connect(_, host, port, timeout, *rest, **more):
            self.given.append((host, timeout))
            if host != alive:
                raise httpcore.ConnectTimeout("timed out")
            return httpcore.MockStream([])

        monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)


def test_connect_timeout_is_divided_among_the_addresses_of_a_host(monkeypatch):
    resolved = Resolved(monkeypatch, alive="10.0.0.2")
    _DeadlineBackend().connect_tcp("api.test", 80, limit(6.0, 30.0))

    assert [host for host, _ in resolved.given] == ["10.0.0.0", "10.0.0.1", "10.0.0.2"]
    assert [timeout for _, timeout in resolved.given] == pytest.approx([2.0, 3.0, 6.0], abs=0.1)


def test_a_host_whose_addresses_all_time_out_raises_connect_timeout(monkeypatch):
    resolved = Resolved(monkeypatch, alive=None)
    with pytest.raises(httpcore.ConnectTimeout):
        _DeadlineBackend().connect_tcp("api.test", 80, limit(6.0, 30.0))

    assert len(resolved.given) == 3


def test_a_host_without_an_address_is_a_connection_error(monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [])
    with pytest.raises(APIConnectionError, match="the host name has no address"):
        made("sync", get, base_url="http://localhost:1", max_retries=0)


def test_a_silent_server_with_an_http_client_ends_at_the_timeout_of_the_call(server):
    server.always = actions.hang
    with httpx.Client() as own, pytest.raises(APITimeoutError):
        made("sync", post, base_url=server.url, timeout=0.05, http_client=own)


def rename(monkeypatch, kind, name):
    """Rename an attribute in instances of an httpx or httpcore class, as a later version of it might."""
    renamed = property(lambda self: self.renamed, lambda self, value: setattr(self, "renamed", value))
    monkeypatch.setattr(kind, name, renamed, raising=False)


@pytest.mark.parametrize(
    ("of", "name"), [(httpx.HTTPTransport, "_pool"), (httpcore.ConnectionPool, "_network_backend")]
)
def test_a_renamed_attribute_of_httpx_does_not_change_the_deadline(server, monkeypatch, of, name):
    rename(monkeypatch, of, name)
    server.always = actions.in_the_body
    with pytest.raises(APITimeoutError):
        made("sync", lambda hh: hh.request("POST", "/v1/thing", json={}, timeout=0.1), base_url=server.url)

    assert len(server.requests) == 1


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_httpx_without_a_pool_raises_configuration_error_instead_of_losing_the_deadline(server, monkeypatch, kind):
    transport = httpx.HTTPTransport if kind == "sync" else httpx.AsyncHTTPTransport
    hidden = property(lambda self: self.hidden(), lambda self, pool: setattr(self, "hidden", lambda: pool))
    monkeypatch.setattr(transport, "_pool", hidden, raising=False)
    with pytest.raises(ConfigurationError, match=rf"cannot enforce the timeout .* httpx {httpx.__version__}"):
        made(kind, get, base_url=server.url)

    assert not server.requests
