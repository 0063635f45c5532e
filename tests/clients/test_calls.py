"""One call through each client, over a real socket."""

import asyncio
import inspect
import re
import warnings
from uuid import UUID

import httpx
import pytest

import honeyhive
from honeyhive import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    ConfigurationError,
    InvalidRequestError,
    ServerError,
)
from tests.clients.sample_namespace import Things
from tests.core.samples import UUID_TEXT


def test_a_call_sends_one_request_and_returns_the_reply(colour, server):
    server.answers(200, {"a": 1})

    assert colour.done(Things(colour.client()).create(name="x", at="1970-01-01T00:00:01Z")) == {"a": 1}

    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/v1/things")
    assert request.json == {"name": "x", "at": 1000, "thing_id": request.json["thing_id"]}
    assert UUID(request.json["thing_id"]).version == 4


def test_the_headers_are_these_and_no_others(colour, server):
    colour.done(Things(colour.client()).create(name="x"))
    colour.done(Things(colour.client()).get("7"))

    with_body, without_body = (request.headers for request in server.requests)
    assert re.fullmatch(r"honeyhive-sdk/[\d.]+ python/3\.\d+", with_body.pop("user-agent"))
    assert with_body.pop("content-length").isdigit()
    assert with_body == {
        "host": server.url.removeprefix("http://"),
        "authorization": "Bearer hh_test",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "content-type": "application/json",
    }
    assert set(without_body) == {"host", "authorization", "accept", "accept-encoding", "user-agent"}


def test_path_and_query_are_encoded(colour, server):
    colour.done(Things(colour.client(base_url=f"{server.url}/prefix/")).get("a/b c", deep=True))

    assert server.requests[0].target == "/prefix/v1/things/a%2Fb%20c?deep=true"


@pytest.mark.parametrize("body", [{"name": 1}, {"at": "noon"}, {"thing_id": "mine"}, {"name": "\ud800"}])
def test_an_invalid_argument_is_refused_before_any_request(colour, server, body):
    things = Things(colour.client())

    with pytest.raises(InvalidRequestError):
        colour.done(things.create(**body))

    assert server.requests == []


@pytest.mark.parametrize("id", ["", "..", "%2e%2E", "a\nb"])
def test_a_path_with_dot_segments_is_refused_before_connecting(colour, server, id):  # noqa: A002
    things = Things(colour.client())

    with pytest.raises(InvalidRequestError, match=r"(^|: )id "):
        colour.done(things.get(id))

    assert server.connections == 0


def test_a_temporary_failure_is_retried_with_the_same_bytes(colour, server):
    server.answers(503)
    server.script.append("drop")

    colour.done(Things(colour.client()).create(name="x"))

    assert len(server.requests) == 3
    assert len({request.body for request in server.requests}) == 1


def test_an_operation_that_is_not_repeatable_is_sent_once(colour, server):
    things = Things(colour.client())
    server.answers(503)
    with pytest.raises(ServerError):
        colour.done(things.count())
    server.script.append("drop")
    with pytest.raises(APIConnectionError) as caught:
        colour.done(things.count())

    assert len(server.requests) == 2
    assert caught.value.request_sent


def test_max_retries_bounds_the_attempts(colour, server):
    for _ in range(9):
        server.answers(500, {"statusCode": 500, "message": "broken", "success": False})

    with pytest.raises(ServerError, match=r"POST http://127\.0\.0\.1:\d+/v1/things answered 500: broken"):
        colour.done(Things(colour.client(max_retries=3)).create())

    assert len(server.requests) == 4


def test_a_silent_server_ends_at_the_timeout_of_the_call(colour, server):
    things = Things(colour.client())
    colour.done(things.create())  # connected before, so that the short timeout only covers the response
    server.script.append("hang")

    with pytest.raises(APITimeoutError, match="not answered in time"):
        colour.done(things.create(timeout=0.05))

    assert len(server.requests) == 2


def test_a_refused_connection_is_retried_even_where_a_repeat_is_not_safe(colour):
    with pytest.raises(APIConnectionError, match="ConnectError") as caught:
        colour.done(Things(colour.client(base_url="http://127.0.0.1:1")).count())

    assert not caught.value.request_sent
    assert caught.value.is_retryable


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(colour, server, status):
    server.answers(status, location=f"{server.url}/elsewhere")

    with pytest.raises(APIStatusError, match="a redirect"):
        colour.done(Things(colour.client()).create())

    assert len(server.requests) == 1


def test_html_with_status_200_is_an_api_response_error(colour, server):
    server.answers(200, b"<html>log in</html>", content_type="text/html")

    with pytest.raises(APIResponseError, match="an HTML page"):
        colour.done(Things(colour.client()).create())


def test_json_of_another_type_is_an_api_response_error(colour, server):
    server.answers(200, b"[]")

    with pytest.raises(APIResponseError, match="another form"):
        colour.done(Things(colour.client()).create())


def test_twenty_calls_use_one_connection(colour, server):
    things = Things(colour.client())
    for _ in range(20):
        colour.done(things.create())

    assert (len(server.requests), server.connections) == (20, 1)


def line_of(words):
    """Return the number of the first line of this file that contains the given words."""
    source = inspect.getsource(inspect.getmodule(line_of)).splitlines()
    return next(number for number, line in enumerate(source, 1) if words in line)


def test_a_deprecated_operation_warns_on_the_line_of_the_call(colour):
    things = Things(colour.client())

    async def main():
        await colour.awaitable(things.old())  # the line of the operation

    with pytest.warns(DeprecationWarning, match=r"things\.old\(\) is deprecated: use POST /v1/nowhere") as caught:
        colour.done(main())

    assert [(w.filename, w.lineno) for w in caught] == [(__file__, line_of("# the line of the " + "operation"))]


def test_a_deprecated_argument_warns_on_the_line_of_the_call(colour):
    things = Things(colour.client())

    async def main():
        await colour.awaitable(things.create(old="x"))  # the line of the argument

    with pytest.warns(DeprecationWarning, match="old=.* is deprecated: use name=") as caught:
        colour.done(main())

    assert [(w.filename, w.lineno) for w in caught] == [(__file__, line_of("# the line of the " + "argument"))]


def test_a_generated_method_warns_on_the_line_of_the_call(colour, server):
    server.answers(200, {"success": True})
    hh = colour.client()

    async def main():
        await colour.awaitable(hh.sessions.add_traces("mine", logs=[]))  # the line of the generated method

    with pytest.warns(DeprecationWarning, match="add_traces") as caught:
        colour.done(main())

    assert {(w.filename, w.lineno) for w in caught} == {(__file__, line_of("# the line of the " + "generated"))}
    assert any("logs=" in str(w.message) and "events=" in str(w.message) for w in caught)


def test_a_warning_made_an_error_sends_nothing(colour, server):
    things = Things(colour.client())
    with warnings.catch_warnings(action="error"), pytest.raises(DeprecationWarning):
        colour.done(things.old())

    assert server.requests == []


def test_a_call_that_is_refused_does_not_warn(colour):
    with pytest.raises(InvalidRequestError):
        colour.done(Things(colour.client()).create(old="x", name=1))


def test_extra_keys_of_the_body_are_sent(colour, server):
    colour.done(Things(colour.client()).create(name="x", extra_body={"new": [1]}))

    assert server.requests[0].json["new"] == [1]


def test_an_extra_key_that_is_an_argument_is_refused(colour):
    with pytest.raises(InvalidRequestError, match=r"'name'; pass it to things\.create\(\) as name="):
        colour.done(Things(colour.client()).create(extra_body={"name": "x"}))


def test_an_operation_without_a_body_takes_no_extra_keys(colour):
    with pytest.raises(InvalidRequestError, match=r"things\.get\(\) sends no body"):
        colour.done(Things(colour.client()).get("7", extra_body={"name": "x"}))


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), "1", True])
def test_an_invalid_timeout_raises_invalid_request_error(colour, timeout):
    with pytest.raises(InvalidRequestError, match="timeout must be a number of seconds"):
        colour.done(Things(colour.client()).create(timeout=timeout))


def test_the_wrong_kind_of_key_is_refused_at_the_call(colour, server):
    things = Things(colour.client(api_key="hh_ingst_x"))

    with pytest.raises(ConfigurationError) as caught:
        colour.done(things.admin())

    assert "control_plane_api_key= or set HH_CONTROL_PLANE_API_KEY" in str(caught.value)
    assert "data_plane_api_key= or set HH_DATA_PLANE_API_KEY" in str(caught.value)
    assert server.connections == 0


def test_the_first_key_that_opens_the_operation_is_sent(colour, server):
    colour.done(Things(colour.client(data_plane_api_key="hh_fgdp_d")).admin())
    colour.done(Things(colour.client(data_plane_api_key="hh_fgdp_d", control_plane_api_key="hh_fgcp_c")).admin())

    assert [r.headers["authorization"] for r in server.requests] == ["Bearer hh_fgdp_d", "Bearer hh_fgcp_c"]


def test_each_host_may_have_its_own_url(colour, server):
    hh = colour.client(
        base_url=f"{server.url}/all", control_plane_url=f"{server.url}/control", control_plane_api_key="hh_fgcp_c"
    )
    colour.done(Things(hh).admin())
    colour.done(hh.request("GET", "/x"))

    assert [request.target for request in server.requests] == ["/control/v1/things", "/all/x"]


def test_a_route_that_the_document_does_not_have_can_be_called(colour, server):
    server.answers(200, [1])
    hh = colour.client()

    assert colour.done(hh.request("patch", "/v1/new", json={"a": None}, params={"b": [1, 2], "c": None})) == [1]
    assert server.requests[0][:2] == ("PATCH", "/v1/new?b=1&b=2")
    assert server.requests[0].json == {"a": None}


@pytest.mark.parametrize(("method", "attempts"), [("GET", 3), ("PUT", 1), ("POST", 1), ("DELETE", 1)])
def test_a_route_that_the_document_does_not_have_is_repeated_only_to_read(colour, server, method, attempts):
    for _ in range(5):
        server.answers(503)

    with pytest.raises(ServerError):
        colour.done(colour.client().request(method, "/v1/new"))

    assert len(server.requests) == attempts


@pytest.mark.parametrize("extra", [[("new", 1)], "new", 1])
def test_extra_body_that_is_not_a_dict_is_refused(colour, extra):
    with pytest.raises(InvalidRequestError, match="extra_body must be a dict, not"):
        colour.done(Things(colour.client()).create(extra_body=extra))


@pytest.mark.parametrize("params", [[("a", 1)], "a=1", 1, {1: 2}, {None: 1}, {"\ud800": 1}])
def test_parameters_that_cannot_be_a_query_are_refused(colour, params):
    with pytest.raises(InvalidRequestError, match=r"params must be a dict|a lone surrogate"):
        colour.done(colour.client().request("GET", "/x", params=params))


@pytest.mark.parametrize(
    "call", [("CONNECT", "/x"), ("GET", "x"), ("GET", "/../x"), ("GET", "/x?a=1"), ("GET\r\n", "/x")]
)
def test_an_invalid_route_raises_invalid_request_error(colour, call):
    with pytest.raises(InvalidRequestError):
        colour.done(colour.client().request(*call))


@pytest.mark.parametrize("host", ["moon", None, ["v1"]])
def test_an_unknown_host_is_named(colour, host):
    with pytest.raises(InvalidRequestError, match=rf"host must be .*legacy.*, not {re.escape(repr(host))}"):
        colour.done(colour.client().request("GET", "/x", host=host))


def test_a_closed_client_raises_configuration_error(colour):
    hh = colour.client()
    colour.done(hh.close())
    colour.done(hh.close())

    with pytest.raises(ConfigurationError, match="this client is closed"):
        colour.done(Things(hh).create())
    with pytest.raises(ConfigurationError, match="this client is closed"):
        colour.done(hh.request("GET", "/x"))


def test_both_clients_have_the_same_methods():
    def public(kind):
        return {name for name in dir(kind) if not name.startswith("_")}

    assert public(honeyhive.HoneyHive) == public(honeyhive.AsyncHoneyHive)
    assert inspect.signature(honeyhive.HoneyHive.request).parameters.keys() == (
        inspect.signature(honeyhive.AsyncHoneyHive.request).parameters.keys()
    )


def test_http_client_is_used_and_left_open(colour, server):
    kind = httpx.Client if colour.name == "sync" else httpx.AsyncClient
    own = kind(headers={"x-mine": "1"}, follow_redirects=True)
    hh = colour.client(http_client=own)
    server.answers(307, location=f"{server.url}/elsewhere")

    with pytest.raises(APIStatusError, match="a redirect"):
        colour.done(Things(hh).create())
    colour.done(hh.close())

    assert not own.is_closed
    assert server.requests[0].headers["x-mine"] == "1"
    assert server.requests[0].headers["authorization"] == "Bearer hh_test"
    colour.done(own.close() if colour.name == "sync" else own.aclose())


def test_a_closed_http_client_raises_configuration_error(colour):
    own = httpx.Client() if colour.name == "sync" else httpx.AsyncClient()
    colour.done(own.close() if colour.name == "sync" else own.aclose())

    with pytest.raises(ConfigurationError, match=r"http_client .* closed"):
        colour.done(Things(colour.client(http_client=own)).create())


def test_the_other_kind_of_httpx_client_is_refused_by_name(colour):
    other = httpx.AsyncClient if colour.name == "sync" else httpx.Client

    with pytest.raises(ConfigurationError, match=f"not httpx.{other.__name__}: HoneyHive takes"):
        colour.client(http_client=other())


def test_a_proxy_that_is_malformed_is_an_error_without_its_password(colour, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "gopher://user:hunter2@proxy")

    with pytest.raises(ConfigurationError, match="HTTPS_PROXY") as caught:
        colour.done(Things(colour.client(base_url="https://127.0.0.1:1")).create())

    assert "hunter2" not in str(caught.value)
    assert caught.value.__context__ is None


def test_authentication_errors_have_the_message_of_the_server(colour, server):
    server.answers(401, {"statusCode": 401, "message": "Who?", "success": False}, x_request_id="r1")

    with pytest.raises(AuthenticationError) as caught:
        colour.done(Things(colour.client()).create())

    assert (caught.value.message, caught.value.request_id) == ("Who?", "r1")


def test_both_clients_send_the_same_requests(server):
    def script(hh, done):
        things = Things(hh)
        server.answers(503)
        done(things.create(thing_id=UUID_TEXT, name="ä", at="1970-01-01T00:00:01Z", extra_body={"new": None}))
        done(things.get("a b", deep=False))
        done(hh.request("PUT", "/v1/new", json=[1.5], params={"a": True}))
        sent, server.requests = server.requests, []
        return sent

    with honeyhive.HoneyHive("hh_test", base_url=server.url) as hh:
        sync = script(hh, lambda value: value)
    with asyncio.Runner() as runner:
        ahh = honeyhive.AsyncHoneyHive("hh_test", base_url=server.url)
        assert script(ahh, runner.run) == sync
        runner.run(ahh.close())
    assert len(sync) == 4
