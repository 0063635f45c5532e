"""Headers, query parameters, retries and timeouts of a client, of a copy of it and of one call."""

import re
from typing import Any

import httpx
import pytest
from honeyhive_api.api.datasets import list_datasets

from honeyhive import APITimeoutError, ConfigurationError, InvalidRequestError, ServerError
from honeyhive._client.internal import settings_of

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
BAD_HEADERS: list[tuple[Any, str]] = [
    ("x", "must be a dict, not str"),
    ({"X y": "1"}, "has the name 'X y', which is not a header name"),
    ({"X-A": 1}, "['X-A'] has a int, not a str"),
    ({"X-A": "secret\r\nX-B: 1"}, "['X-A'] has a line break"),
    ({"authorization": "Bearer secret"}, "has authorization, which carries the API key; pass the key as api_key="),
    ({"Content-Length": "1"}, "has Content-Length, which only the connection sets"),
]


def test_default_headers_and_parameters_are_sent_with_every_call(colour, server):
    hh = colour.client(default_headers={"X-Tenant": "a", "User-Agent": "mine"}, default_query={"tenant": "a b"})
    colour.done(hh.datasets.list(name="d"))
    colour.done(hh.request("GET", "/v1/new"))

    assert [request.target for request in server.requests] == [
        "/v1/datasets?tenant=a%20b&name=d",
        "/v1/new?tenant=a%20b",
    ]
    for request in server.requests:
        assert (request.headers["x-tenant"], request.headers["user-agent"]) == ("a", "mine")
        assert request.headers["authorization"] == "Bearer hh_test"


def test_default_headers_and_parameters_are_sent_with_traced_events(colour, server):
    hh = colour.client(default_headers={"X-Tenant": "a"}, default_query={"tenant": "a"})
    with hh.session("s"):
        pass
    colour.done(hh.flush(10))

    assert server.requests
    assert {(one.target.partition("?")[2], one.headers["x-tenant"]) for one in server.requests} == {("tenant=a", "a")}


def test_the_low_level_client_sends_them_too(colour, server):
    server.answers(200, {"datapoints": []})
    hh = colour.client(default_headers={"X-Tenant": "a", "user-agent": None}, default_query={"tenant": "a"})
    if colour.name == "sync":
        list_datasets.sync(client=hh.low_level, name="d")
    else:
        colour.done(list_datasets.asyncio(client=hh.low_level, name="d"))

    assert server.requests[0].target == "/v1/datasets?name=d&tenant=a"
    assert server.requests[0].headers["x-tenant"] == "a"


def test_extra_headers_and_parameters_are_sent_with_one_call(colour, server):
    hh = colour.client(default_headers={"X-Tenant": "a", "X-Other": "b"}, default_query={"tenant": "a", "other": 1})
    extra = {"extra_headers": {"x-tenant": "c", "X-OTHER": None}, "extra_query": {"tenant": "c", "other": None}}
    colour.done(hh.datasets.list(**extra))
    colour.done(hh.datasets.list())

    first, second = server.requests
    assert (first.target, first.headers["x-tenant"], "x-other" in first.headers) == (
        "/v1/datasets?tenant=c",
        "c",
        False,
    )
    assert (second.target, second.headers["x-tenant"]) == ("/v1/datasets?tenant=a&other=1", "a")


def test_every_page_has_the_extra_headers(colour, server):
    server.answers(200, {"events": [{"event_id": "a"}], "count": 2})
    server.answers(200, {"events": [], "count": 2})
    pages = colour.client().events.search_all(limit=1, extra_headers={"X-Tenant": "a"}, max_retries=0)

    async def walked():
        return [event async for event in pages]

    assert len(list(pages) if colour.name == "sync" else colour.done(walked())) == 1
    assert [request.headers["x-tenant"] for request in server.requests] == ["a", "a"]


@pytest.mark.parametrize(("headers", "fault"), BAD_HEADERS)
def test_a_header_that_cannot_be_sent_is_refused_without_its_value(headers, fault, colour):
    with pytest.raises(ConfigurationError, match=rf"default_headers.*{re.escape(fault)}") as caught:
        colour.client(default_headers=headers)
    assert "secret" not in str(caught.value)
    with pytest.raises(InvalidRequestError, match=rf"extra_headers.*{re.escape(fault)}"):
        colour.done(colour.client().datasets.list(extra_headers=headers))


def test_the_value_of_a_header_is_in_no_repr(colour):
    assert "secret" not in repr(colour.client(default_headers={"X-Gateway": "secret"}))


@pytest.mark.parametrize("query", ["a=1", {1: 2}, {"a": object()}])
def test_extra_query_values_that_cannot_be_encoded_are_refused(query, colour):
    with pytest.raises(ConfigurationError, match="default_query"):
        colour.client(default_query=query)
    with pytest.raises(InvalidRequestError):
        colour.done(colour.client().datasets.list(extra_query=query))


def test_an_extra_parameter_that_is_an_argument_is_refused(colour, server):
    with pytest.raises(
        InvalidRequestError, match=r"extra_query has the key 'name'; pass it to datasets.list\(\) as name="
    ):
        colour.done(colour.client().datasets.list(extra_query={"name": "d"}))
    assert server.requests == []


@pytest.mark.parametrize(("of_the_call", "attempts"), [(None, 2), (0, 1), (3, 4)])
def test_max_retries_of_a_call_outrank_those_of_the_client(of_the_call, attempts, colour, server):
    for _ in range(5):
        server.answers(503)
    hh = colour.client(max_retries=1)

    with pytest.raises(ServerError):
        colour.done(hh.datasets.list(max_retries=of_the_call))

    assert len(server.requests) == attempts


@pytest.mark.parametrize("bad", [-1, True, 1.5, "2"])
def test_max_retries_that_is_not_an_integer_is_refused(bad, colour):
    with pytest.raises(InvalidRequestError, match="max_retries must be an int of 0 or more"):
        colour.done(colour.client().datasets.list(max_retries=bad))
    with pytest.raises(ConfigurationError, match="max_retries must be an int of 0 or more"):
        colour.client().with_options(max_retries=bad)


def test_a_copy_has_its_options_and_the_same_connections(colour, server):
    hh = colour.client(default_headers={"X-A": "1", "X-B": "1"}, max_retries=0)
    colour.done(hh.datasets.list())
    copy = hh.with_options(default_headers={"x-b": "2"}, default_query={"q": 1}, max_retries=1)
    server.answers(503)
    colour.done(copy.datasets.list())
    colour.done(hh.datasets.list())

    assert type(copy) is type(hh)
    assert copy.tracing is hh.tracing
    assert [(one.target, one.headers["x-a"], one.headers["x-b"]) for one in server.requests] == [
        *[("/v1/datasets", "1", "1"), ("/v1/datasets?q=1", "1", "2"), ("/v1/datasets?q=1", "1", "2")],
        ("/v1/datasets", "1", "1"),
    ]
    assert server.connections == 1


@pytest.mark.parametrize("closed_first", ["copy", "original"])
def test_closing_a_client_closes_its_copies(closed_first, colour):
    hh = colour.client()
    copy = hh.with_options(timeout=1)
    colour.done((copy if closed_first == "copy" else hh).close())

    for client in (hh, copy):
        with pytest.raises(ConfigurationError, match="this client is closed"):
            colour.done(client.datasets.list())


def test_a_copy_of_a_subclass_keeps_its_attributes(colour):
    class Mine(colour.kind):
        label = ""

    hh = Mine("hh_test")
    hh.label = "mine"

    assert hh.with_options(timeout=1).label == "mine"
    colour.done(hh.close())


@pytest.mark.parametrize("where", ["client", "copy", "call"])
def test_a_timeout_ends_the_call(where, colour, server):
    server.script.extend(["hang"] * 3)
    hh = colour.client(timeout=0.05) if where == "client" else colour.client()
    call = (hh.with_options(timeout=0.05) if where == "copy" else hh).datasets.list

    with pytest.raises(APITimeoutError):
        colour.done(call(timeout=0.05) if where == "call" else call())


def test_an_httpx_timeout_limits_each_step_and_not_the_whole_call(colour, server):
    server.script.extend(["hang", "hang"])
    timeout = httpx.Timeout(5, read=0.05)
    for hh in (
        colour.client(timeout=timeout, max_retries=1),
        colour.client(max_retries=1).with_options(timeout=timeout),
    ):
        assert settings_of(hh).timeout == 1e6
        with pytest.raises(APITimeoutError, match="ReadTimeout"):
            colour.done(hh.datasets.list(max_retries=0))


def test_an_httpx_timeout_without_limits_is_one(colour, server):
    server.answers(200, {"datasets": []})

    assert colour.done(colour.client(timeout=httpx.Timeout(None)).datasets.list()).datasets == []


def test_seconds_of_a_call_outrank_an_httpx_timeout(colour, server):
    server.answers(200, {"datasets": []})
    hh = colour.client(timeout=httpx.Timeout(5, read=0.000001))

    assert colour.done(hh.datasets.list(timeout=5)).datasets == []


@pytest.mark.parametrize("bad", [httpx.Timeout(-1), httpx.Timeout(5, read="soon"), 0, "5"])
def test_an_invalid_timeout_is_refused(bad, colour):
    with pytest.raises(ConfigurationError, match=r"timeout(\.\w+)? must be a number of seconds above 0"):
        colour.client(timeout=bad)
    with pytest.raises(ConfigurationError, match=r"timeout(\.\w+)? must be a number of seconds above 0"):
        colour.client().with_options(timeout=bad)


def test_headers_are_merged_with_those_of_an_http_client(colour, server):
    kind = httpx.Client if colour.name == "sync" else httpx.AsyncClient
    own = kind(headers={"X-Own": "1", "X-Tenant": "b"}, params={"p": "1"})
    hh = colour.client(http_client=own, default_headers={"X-Tenant": "a"}, default_query={"tenant": "a"})
    colour.done(hh.datasets.list())
    colour.done(own.aclose() if colour.name == "async" else own.close())

    assert (server.requests[0].headers["x-own"], server.requests[0].headers["x-tenant"]) == ("1", "a")
    assert server.requests[0].target in ("/v1/datasets?tenant=a&p=1", "/v1/datasets?p=1&tenant=a")
