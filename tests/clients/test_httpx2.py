"""The argument http_client= accepts clients of httpx2."""

import traceback

import httpx2
import pytest
from honeyhive_api.api.datasets import list_datasets

from honeyhive import APIConnectionError, APITimeoutError, ConfigurationError, HoneyHive, ServerError
from tests.clients.exposed_text import shown


@pytest.fixture
def http_client(colour):
    kind = httpx2.Client if colour.name == "sync" else httpx2.AsyncClient
    client = kind(headers={"X-Gateway": "eu"}, params={"tenant": "a"})
    yield client
    client.close() if colour.name == "sync" else colour.done(client.aclose())


@pytest.fixture
def hh(colour, http_client):
    return colour.client(http_client=http_client, max_retries=1)


def test_a_call_goes_through_the_client(hh, colour, server):
    server.answers(200, {"datasets": []})
    assert colour.done(hh.datasets.list(name="d")).datasets == []
    request = server.requests[0]
    assert request.target == "/v1/datasets?tenant=a&name=d"
    assert (request.headers["x-gateway"], request.headers["authorization"]) == ("eu", "Bearer hh_test")


def test_traced_events_go_through_the_client(hh, colour, server):
    async def traced():
        if colour.name == "async":
            await hh.request("GET", "/v1/thing")
        with hh.session("s"):
            pass
        return (await hh.flush(10)) if colour.name == "async" else hh.flush(10)

    assert colour.done(traced())
    assert {request.headers["x-gateway"] for request in server.requests} == {"eu"}


def test_failures_are_ours_and_are_retried(hh, colour, server):
    server.script.append("drop")
    colour.done(hh.datasets.list())
    assert len(server.requests) == 2
    server.answers(503)
    server.answers(503)
    with pytest.raises(ServerError):
        colour.done(hh.datasets.list())
    server.script += ["drop", "drop"]
    with pytest.raises(APIConnectionError) as caught:
        colour.done(hh.datasets.list())
    assert type(caught.value.__cause__) is httpx2.RemoteProtocolError
    assert "hh_test" not in shown(caught.value)
    server.script.append("hang")
    with pytest.raises(APITimeoutError):
        colour.done(hh.datasets.list(timeout=0.05, max_retries=0))


def test_nothing_was_sent_if_no_connection_was_made(colour, http_client):
    hh = colour.client(base_url="http://127.0.0.1:9", http_client=http_client, max_retries=0)
    with pytest.raises(APIConnectionError) as caught:
        colour.done(hh.datasets.list())
    assert not caught.value.request_sent


def test_the_timeout_of_httpx2_is_one(colour, server):
    server.script.append("hang")
    hh = colour.client(timeout=httpx2.Timeout(10, read=0.05), max_retries=0)
    with pytest.raises(APITimeoutError):
        colour.done(hh.datasets.list())


def test_the_low_level_client_uses_it_and_hides_the_key(hh, colour, server):
    server.answers(200, {"datasets": []})
    server.script.append("drop")

    def listed():
        if colour.name == "sync":
            return list_datasets.sync(client=hh.low_level)
        return colour.done(list_datasets.asyncio(client=hh.low_level))

    listed()
    assert server.requests[0].headers["x-gateway"] == "eu"
    with pytest.raises(httpx2.RemoteProtocolError) as caught:
        listed()
    assert "authorization" not in caught.value.request.headers
    assert "hh_test" not in "".join(traceback.format_exception(caught.value))


def test_a_client_of_the_other_kind_is_refused():
    with pytest.raises(ConfigurationError, match=r"an httpx.Client or an httpx2.Client, not httpx2.AsyncClient"):
        HoneyHive(api_key="hh_x", http_client=httpx2.AsyncClient())
    with pytest.raises(ConfigurationError, match=r"an httpx.Client or an httpx2.Client, not builtins.str"):
        HoneyHive(api_key="hh_x", http_client="x")
