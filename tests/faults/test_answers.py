"""A response of any size takes only a limited size in memory."""

import gzip
import tracemalloc

import pytest

import honeyhive._http.async_transport
import honeyhive._http.transport
from honeyhive import APIResponseError
from tests.faults.one_call import get, made
from tests.faults.server import healthy


def _read_at_most(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    for module in (honeyhive._http.transport, honeyhive._http.async_transport):
        monkeypatch.setattr(module, "MAX_BODY", size)


def endless(head):
    def act(connection, _):
        connection.send(head)
        while True:
            connection.send(b"10000\r\n" + b" " * 0x10000 + b"\r\n")

    return act


@pytest.mark.parametrize("status", [200, 503])
def test_an_endless_response_stops_at_the_size_limit_without_a_retry(server, kind, status, monkeypatch):
    _read_at_most(monkeypatch, 1_000_000)
    server.always = endless(f"HTTP/1.1 {status} x\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    with pytest.raises(APIResponseError, match=rf"answered {status} with more than 1000000 bytes") as caught:
        made(kind, get, base_url=server.url)

    assert caught.value.status == status
    assert len(server.requests) == 1


def test_a_gzip_bomb_stops_at_the_size_limit(server, monkeypatch):
    _read_at_most(monkeypatch, 1_000_000)
    bomb = gzip.compress(b" " * 200_000_000)
    server.always = lambda connection, _: connection.answer(200, bomb, {"Content-Encoding": "gzip"})
    tracemalloc.start()
    with pytest.raises(APIResponseError, match="more than"):
        made("sync", get, base_url=server.url)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 150_000_000


def test_a_response_at_the_size_limit_is_read(server, kind, monkeypatch):
    body = b'"' + b"x" * 99_998 + b'"'
    _read_at_most(monkeypatch, len(body))
    server.script.append(lambda connection, _: connection.answer(200, body))

    assert len(made(kind, get, base_url=server.url)) == 99_998


def test_the_client_is_usable_after_a_response_over_the_size_limit(server, kind, monkeypatch):
    _read_at_most(monkeypatch, 100_000)
    server.script.append(endless(b"HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n"))

    async def both(hh):
        with pytest.raises(APIResponseError):
            await get(hh)
        return await get(hh)

    def both_sync(hh):
        with pytest.raises(APIResponseError):
            get(hh)
        return get(hh)

    assert made(kind, both_sync if kind == "sync" else both, base_url=server.url)["success"]
    assert server.always is healthy
