"""The low-level client: the conventions of openapi-python-client, and the requests that it sends."""

import copy
import json
import pickle
import traceback
import uuid
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import anyio
import httpx
import pytest
from honeyhive_api import AuthenticatedClient, Client, errors
from honeyhive_api.api.datasets import list_datasets
from honeyhive_api.api.events import create_event, get_event, search_events, update_event
from honeyhive_api.api.experiments import create_run, list_runs
from honeyhive_api.api.projects import get_project
from honeyhive_api.api.sessions import create_session, create_session_event_batch, list_sessions
from honeyhive_api.models import ErrorResponse, PassingRange, Session
from honeyhive_api.types import UNSET, Response
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import AsyncHoneyHive, HoneyHive

from .conftest import KEYS, Wire, response

UUID = "11111111-1111-4111-8111-111111111111"
KEY = KEYS["projectKey"]
SESSION = {"event_id": UUID, "session_id": UUID, "org_id": "o", "workspace_id": "w", "project_id": "p"}


def head(request: bytes) -> dict[str, str]:
    lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def target(request: bytes) -> str:
    return request.split(b" ")[1].decode()


def body(request: bytes) -> Any:
    return json.loads(request.partition(b"\r\n\r\n")[2])


def test_detailed_has_status_content_headers_and_the_parsed_reply(wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response(SESSION, extra="x-request-id: r-1\r\n")

    found = create_session.sync_detailed(client=client, body={"session_name": "chat"})

    assert isinstance(found, Response)
    assert (found.status_code, json.loads(found.content), found.headers["x-request-id"]) == (200, SESSION, "r-1")
    assert isinstance(found.parsed, Session)
    assert found.parsed.session_id == UUID
    assert body(wire.received[0]) == {"session_name": "chat"}


def test_asyncio_returns_what_sync_returns(wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response(SESSION)

    async def main() -> tuple[Any, Any]:
        async with client:
            detailed = await create_session.asyncio_detailed(client=client, body={})
            return detailed.parsed, await create_session.asyncio(client=client, body={})

    assert anyio.run(main) == (create_session.sync(client=client, body={}),) * 2


def test_a_documented_error_is_the_parsed_reply(wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response({"message": "no such event", "errorCode": "E1"}, "404 Not Found")

    found = get_event.sync_detailed(UUID, client=client)

    assert found.status_code == 404
    assert isinstance(found.parsed, ErrorResponse)
    assert (found.parsed.message, found.parsed.error_code) == ("no such event", "E1")


@pytest.mark.parametrize(
    ("answer", "kind", "status"),
    [
        (response(b"<html>login</html>", content_type="text/html"), errors.UnexpectedReply, 200),
        (response(["not", "an", "object"]), errors.UnexpectedReply, 200),
        (response(b'{"cut": '), errors.UnexpectedReply, 200),
        (response(b"<html>bad gateway</html>", "502 Bad Gateway"), errors.UnexpectedStatus, 502),
        (response(b"", "520 Odd"), errors.UnexpectedStatus, 520),
        (response(b"", "302 Found", extra="location: http://elsewhere.invalid/\r\n"), errors.UnexpectedStatus, 302),
    ],
)
def test_an_undocumented_response_is_none_or_raises(
    answer: bytes, kind: type[errors.UnexpectedStatus], status: int, wire: Wire
) -> None:
    wire.answer = lambda _: answer
    with AuthenticatedClient(token=KEY, base_url=wire.url) as quiet:
        found = get_event.sync_detailed(UUID, client=quiet)
        assert (found.status_code, found.parsed) == (status, None)
        assert get_event.sync(UUID, client=quiet) is None
    with AuthenticatedClient(token=KEY, base_url=wire.url, raise_on_unexpected_status=True) as strict:
        with pytest.raises(errors.UnexpectedStatus) as caught:
            get_event.sync(UUID, client=strict)
        assert type(caught.value) is kind
        assert caught.value.status_code == status
        assert pickle.loads(pickle.dumps(caught.value)).content == caught.value.content


def test_parameters_that_are_unset_or_none_are_left_out(wire: Wire, client: AuthenticatedClient) -> None:
    list_sessions.sync_detailed(client=client, limit=UNSET, project="a b", query={"metadata": {"x": 1}})
    list_sessions.sync_detailed(client=client)

    assert target(wire.received[0]) == "/legacy/session?project=a%20b&query=%7B%22metadata%22%3A%7B%22x%22%3A1%7D%7D"
    assert target(wire.received[1]) == "/legacy/session"


def test_times_and_ids_travel_as_the_document_wants_them(wire: Wire, client: AuthenticatedClient) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 123000, tzinfo=UTC)
    event: Any = {"event_type": "tool", "inputs": {}, "start_time": moment, "end_time": "2026-01-02T03:04:05.123Z"}
    create_session_event_batch.sync_detailed(
        uuid.UUID(UUID), client=client, body={"events": [{**event, "event_id": uuid.UUID(UUID)}]}
    )

    (sent,) = body(wire.received[0])["events"]
    assert (sent["start_time"], sent["end_time"], sent["event_id"]) == (1767323045123, 1767323045123, UUID)
    with pytest.raises(ValueError, match="time zone"):
        create_event.sync(client=client, body={**event, "start_time": "2026-01-02T03:04:05"})
    assert len(wire.received) == 1


def test_a_model_is_sent_back_as_it_was_read(wire: Wire, client: AuthenticatedClient) -> None:
    from honeyhive_api.models import Event

    event = Event.from_dict({"event_id": UUID, "event_type": "tool", "inputs": {"a": 1}, "brand_new": 2})
    create_session_event_batch.sync_detailed(UUID, client=client, body={"events": [event]})

    assert body(wire.received[0]) == {"events": [event.to_dict()]}


def test_keys_that_the_document_does_not_name_are_sent(wire: Wire, client: AuthenticatedClient) -> None:
    new: Any = {"outputs": {}, "brand_new": {"x": [1]}}
    update_event.sync_detailed(UUID, client=client, body=new)

    assert body(wire.received[0]) == new


def test_each_host_has_its_url_and_one_url_can_replace_all() -> None:
    def url(client: Client, request: Any) -> str:
        return str(client._built(client.get_httpx_client().build_request, request).url)

    event, sessions, project = (
        get_event.build_request(UUID),
        list_sessions.build_request(),
        get_project.build_request("p"),
    )
    with Client() as of_document:
        assert url(of_document, event) == f"https://api.dp1.us.honeyhive.ai/v1/events/{UUID}"
        assert url(of_document, sessions) == "https://api.honeyhive.ai/session"
        assert url(of_document, project) == "https://api.cp.us.honeyhive.ai/v1/projects/p"
    with Client(base_url="https://proxy.example/hh/", base_urls={"legacy": "https://old.example"}) as own:
        assert url(own, event) == f"https://proxy.example/hh/v1/events/{UUID}"
        assert url(own, sessions) == "https://old.example/session"


@pytest.mark.parametrize(
    "url",
    ["ftp://x", "api.example", "https://", "https://u:p@x", "https://x?a=1", "https://x#f", "http://example.com", ""],
)
def test_a_malformed_base_url_raises(url: str) -> None:
    with pytest.raises(errors.ConfigurationError, match="base_url"):
        Client(base_url=url)
    with pytest.raises(errors.ConfigurationError, match="v1"):
        Client(base_urls={"v1": url})


def test_unknown_hosts_and_schemes_are_named() -> None:
    with pytest.raises(errors.ConfigurationError, match="the unknown host 'v2'; use v1 or legacy"):
        Client(base_urls={"v2": "https://x.example"})
    with pytest.raises(errors.ConfigurationError, match="1 unknown keys; use projectKey"):
        AuthenticatedClient(tokens={"project": "hh_x"})
    with pytest.raises(errors.ConfigurationError, match="needs token= or tokens="):
        AuthenticatedClient()


def test_a_token_goes_only_to_the_operations_that_it_opens(wire: Wire) -> None:
    with AuthenticatedClient(token=KEY, base_url=wire.url) as client:
        get_event.sync_detailed(UUID, client=client)
        with pytest.raises(errors.ConfigurationError, match=r"tokens=\{'controlPlaneKey': \.\.\.\}"):
            get_project.sync_detailed("p", client=client)
    with Client(base_url=wire.url) as without:
        get_project.sync_detailed("p", client=without)

    opened, unauthenticated = wire.received
    assert head(opened)["authorization"] == f"Bearer {KEY}"
    assert "authorization" not in head(unauthenticated)


@pytest.mark.parametrize("token", ["", " ", "hh_x\r\nx: y", "hh_\0", "hh_ü", " hh_x", "hh_x\n", 7])
def test_a_token_that_cannot_be_a_header_value_is_refused_without_showing_it(token: Any) -> None:
    for arguments in ({"token": token}, {"tokens": {"controlPlaneKey": token}}):
        with pytest.raises(errors.ConfigurationError, match="the token for") as caught:
            AuthenticatedClient(**arguments)
        assert "hh_" not in str(caught.value)


def test_copies_share_the_connections_and_leave_the_original_alone(wire: Wire, client: AuthenticatedClient) -> None:
    other = client.with_headers({"x-team": "a"}).with_cookies({"c": "1"}).with_timeout(httpx.Timeout(3))
    get_event.sync_detailed(UUID, client=other)
    get_event.sync_detailed(UUID, client=client)

    assert other.get_httpx_client() is client.get_httpx_client()
    assert (head(wire.received[0])["x-team"], head(wire.received[0])["cookie"]) == ("a", "c=1")
    assert not {"x-team", "cookie"} & head(wire.received[1]).keys()


def test_set_httpx_client_sends() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"event": {"event_id": UUID}})

    with httpx.Client(transport=httpx.MockTransport(answer), headers={"x-own": "1"}, timeout=7) as own:
        found = get_event.sync(UUID, client=AuthenticatedClient(token=KEY).set_httpx_client(own))
    assert found is not None
    assert seen[0].headers["x-own"] == "1"
    assert seen[0].extensions["timeout"]["read"] == 7


def shown(error: BaseException) -> str:
    """Return everything that a traceback with locals, a log or a pickle could show of an error."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    parts = ["".join(told.format()), repr(error), str(error), repr(error.args), repr(vars(error))]
    frame = error.__traceback__
    while frame is not None:
        parts.append(repr({name: value for name, value in frame.tb_frame.f_locals.items() if name != "KEYS"}))
        frame = frame.tb_next
    return "".join(parts)


def test_the_key_is_in_no_repr_and_no_error(wire: Wire) -> None:
    wire.answer = lambda request: response(request, "500 Echo")
    client = AuthenticatedClient(token=KEY, base_url=wire.url, raise_on_unexpected_status=True)
    with pytest.raises(TypeError, match=r"cannot (be )?pickle"):
        pickle.dumps(client)
    with pytest.raises(TypeError, match=r"cannot (be )?pickle"):
        copy.deepcopy(client)
    assert KEY not in repr(client) + str(client) + repr(client.get_httpx_client().headers)
    with client, pytest.raises(errors.UnexpectedStatus) as echoed:
        get_event.sync(UUID, client=client)
    wire.answer = lambda _: b""
    with AuthenticatedClient(token=KEY, base_url=wire.url) as again, pytest.raises(httpx.RemoteProtocolError) as cut:
        get_event.sync(UUID, client=again)
    with (
        AuthenticatedClient(token=KEY, base_url="http://127.0.0.1:9") as other,
        pytest.raises(httpx.ConnectError) as no,
    ):
        get_event.sync(UUID, client=other)

    for caught in (echoed, cut, no):
        assert KEY not in shown(caught.value)
    assert "authorization" not in cut.value.request.headers


@pytest.mark.parametrize("bad", ["", ".", "..", "%2e%2e", "%2E", "a\0b", "%00", "\x7f"])
def test_a_path_parameter_that_would_change_the_path_is_refused(
    bad: str, wire: Wire, client: AuthenticatedClient
) -> None:
    with pytest.raises(errors.InvalidRequestError, match="event_id"):
        get_event.sync(bad, client=client)
    assert wire.received == []


TRANSPORT = httpx.MockTransport(lambda _: httpx.Response(200))
OFFLINE = Client(httpx_args={"transport": TRANSPORT})


@settings(max_examples=1000, deadline=None)
@given(st.text(min_size=1))
def test_any_other_path_parameter_stays_in_its_segment(text: str) -> None:
    try:
        built = OFFLINE._built(OFFLINE.get_httpx_client().build_request, get_event.build_request(text))
    except errors.InvalidRequestError:
        return
    path = built.url.raw_path
    assert path.startswith(b"/v1/events/")
    assert path.count(b"/") == 3
    assert b"?" not in path


def test_redirects_are_not_followed(wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response(b"", "307 Temporary", extra=f"location: {wire.url}/elsewhere\r\n")

    assert create_session.sync_detailed(client=client, body={}).status_code == 307
    assert list_datasets.sync_detailed(client=client).status_code == 307
    assert len(wire.received) == 2


def test_the_facade_lends_its_keys_hosts_and_connections(wire: Wire) -> None:
    wire.answer = lambda _: response({"event": {"event_id": UUID}})
    with HoneyHive(KEY, base_url=wire.url) as hh:
        assert get_event.sync(UUID, client=hh.low_level) is not None
        assert hh.low_level.get_httpx_client() is hh.low_level.get_httpx_client()
        with pytest.raises(errors.ConfigurationError, match="controlPlaneKey"):
            get_project.sync("p", client=hh.low_level)
        with pytest.raises(errors.ConfigurationError, match=r"AsyncHoneyHive\.low_level"):
            anyio.run(lambda: get_event.asyncio(UUID, client=hh.low_level))
    with pytest.raises(errors.ConfigurationError, match="closed"):
        _ = hh.low_level
    assert head(wire.received[0])["authorization"] == f"Bearer {KEY}"


def test_the_async_facade_lends_those_of_the_running_loop(wire: Wire) -> None:
    wire.answer = lambda _: response({"event": {"event_id": UUID}})

    async def main() -> None:
        async with AsyncHoneyHive(KEY, base_url=wire.url) as hh:
            assert await get_event.asyncio(UUID, client=hh.low_level) is not None
            with pytest.raises(errors.ConfigurationError, match=r"HoneyHive\.low_level"):
                get_event.sync(UUID, client=hh.low_level)

    anyio.run(main)


def test_the_package_works_without_honeyhive(tmp_path: Any) -> None:
    """The package runs in an interpreter that cannot import honeyhive."""
    import subprocess
    import sys

    code = (
        "import sys; sys.modules['honeyhive'] = None\n"
        "from honeyhive_api import AuthenticatedClient\n"
        "from honeyhive_api.api.events import get_event\n"
        "client = AuthenticatedClient(token='hh_x', base_url='http://127.0.0.1:9')\n"
        "try:\n    get_event.sync('e', client=client)\n"
        "except Exception as error: print(type(error).__module__, type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["httpx", "ConnectError"]


@pytest.mark.parametrize("headers", [{"x": "ü"}, {"x": "a\r\nb: c"}, {"x": None}, {"x": 3}, {"a\nb": "c"}, {"x": " a"}])
def test_a_header_or_cookie_that_cannot_be_sent_is_refused_without_its_value(headers: Any) -> None:
    for make in (
        lambda: AuthenticatedClient(token=KEY, headers=headers),
        lambda: AuthenticatedClient(token=KEY).with_headers(headers),
        lambda: AuthenticatedClient(token=KEY, cookies=headers),
        lambda: AuthenticatedClient(token=KEY).with_cookies(headers),
    ):
        with pytest.raises(errors.ConfigurationError, match=r"^(headers|cookies): ") as caught:
            make()
        assert "b: c" not in str(caught.value)


@pytest.mark.parametrize("timeout", ["x", -1, 0])
def test_a_malformed_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match=r"^timeout must be "):
        Client(timeout=timeout)
    with pytest.raises(errors.ConfigurationError, match=r"^timeout must be "):
        Client().with_timeout(timeout)


def test_each_header_is_sent_once_and_the_key_is_that_of_the_client(wire: Wire, client: AuthenticatedClient) -> None:
    own = {"authorization": "Bearer other", "content-type": "application/json; charset=utf-8", "accept": "x/y"}
    other = client.with_headers({"X-A": "1"}).with_headers({"x-a": "2", **own})
    update_event.sync_detailed(UUID, client=other, body={"outputs": {}})

    names = [line.partition(b":")[0].lower() for line in wire.received[0].split(b"\r\n\r\n")[0].split(b"\r\n")[1:]]
    assert len(names) == len({*names})
    sent = head(wire.received[0])
    assert (sent["x-a"], sent["accept"]) == ("2", "x/y")
    assert sent["authorization"] == f"Bearer {KEYS['ingestionKey']}"


def test_the_key_is_in_no_frame_of_a_request_that_cannot_be_built() -> None:
    with AuthenticatedClient(token=KEY) as client, pytest.raises(httpx.InvalidURL) as caught:
        get_event.sync("x" * 70_000, client=client)

    assert KEY not in shown(caught.value)


def test_the_key_of_an_httpx_client_is_not_sent() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=dict(request.headers)))
    with httpx.Client(transport=transport, auth=("u", "p")) as own:
        found = get_event.sync_detailed(UUID, client=AuthenticatedClient(token=KEY).set_httpx_client(own))

    assert json.loads(found.content)["authorization"] == f"Bearer {KEY}"


def test_cookies_of_a_reply_are_not_sent_for_another_caller(wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response({}, extra="set-cookie: sid=tenant-a; Path=/\r\n")
    get_event.sync_detailed(UUID, client=client)
    get_event.sync_detailed(UUID, client=client.with_headers({"x-tenant": "b"}))

    assert "cookie" not in head(wire.received[1])


def test_a_redirect_with_json_is_undocumented(wire: Wire) -> None:
    wire.answer = lambda _: response({"message": "x"}, "302 Found", extra="location: /x\r\n")
    strict = AuthenticatedClient(token=KEY, base_url=wire.url, raise_on_unexpected_status=True)
    with strict, pytest.raises(errors.UnexpectedStatus):
        get_event.sync(UUID, client=strict)


def test_threads_make_one_httpx_client() -> None:
    client = AuthenticatedClient(token=KEY)
    with ThreadPoolExecutor(16) as pool:
        made = {id(one) for one in pool.map(lambda _: client.get_httpx_client(), range(64))}

    assert len(made) == 1


def test_subclasses_keep_what_they_add() -> None:
    class Mine(AuthenticatedClient):
        def __init__(self, **arguments: Any) -> None:
            super().__init__(**arguments)
            self.extra = 1

    assert Mine(token=KEY).with_headers({"a": "b"}).extra == 1


def test_ranges_maps_and_sequences_are_converted(wire: Wire, client: AuthenticatedClient) -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    list_runs.sync_detailed(client=client, date_range={"$gte": moment})
    search_events.sync_detailed(
        client=client,
        body={
            "dateRange": {"start_time": date(2026, 1, 1), "end_time": "2026-01-01"},
            "filters": [{"field": "start_time", "operator": "after", "value": "2026-01-02T03:04:05Z"}],
        },
    )
    create_run.sync_detailed(
        client=client,
        body={"name": "x", "event_ids": deque(["a"]), "passing_ranges": {"m": PassingRange.from_dict({"min": 1})}},
    )

    assert "%22%24gte%22%3A%222026-01-02T03%3A04%3A05Z%22" in target(wire.received[0])
    assert body(wire.received[1])["dateRange"] == {
        "start_time": "2026-01-01T00:00:00Z",
        "end_time": "2026-01-01T23:59:59.999Z",
    }
    assert body(wire.received[2]) == {"name": "x", "event_ids": ["a"], "passing_ranges": {"m": {"min": 1}}}


def test_low_level_neither_closes_nor_replaces_the_connections(wire: Wire) -> None:
    wire.answer = lambda _: response({"event": {"event_id": UUID}})
    with HoneyHive(KEY, base_url=wire.url) as hh:
        with hh.low_level as borrowed:
            assert get_event.sync(UUID, client=borrowed) is not None
        assert hh.events.get(UUID).event.event_id == UUID
        with pytest.raises(
            errors.ConfigurationError, match=r"uses the connections of HoneyHive; pass http_client= to that client"
        ):
            borrowed.set_httpx_client(httpx.Client())
    with pytest.raises(errors.ConfigurationError, match="closed"):
        get_event.sync(UUID, client=borrowed)
    with httpx.Client() as own:
        low_level = HoneyHive(KEY, base_url=wire.url, http_client=own).low_level
    with pytest.raises(errors.ConfigurationError, match="http_client of this HoneyHive client is closed"):
        get_event.sync(UUID, client=low_level)


@pytest.mark.parametrize("reply", [{}, {"session_id": None}, b"null"])
def test_a_200_without_the_session_id_has_parsed_none(reply: Any, wire: Wire, client: AuthenticatedClient) -> None:
    wire.answer = lambda _: response(reply)

    assert create_session.sync(client=client, body={}) is None


def test_a_200_without_the_session_id_is_an_unexpected_reply(wire: Wire) -> None:
    client = AuthenticatedClient(token=KEY, base_url=wire.url, raise_on_unexpected_status=True)

    with client, pytest.raises(errors.UnexpectedReply):
        create_session.sync(client=client, body={})


def test_an_empty_list_of_ids_is_refused_before_it_is_sent(wire: Wire, client: AuthenticatedClient) -> None:
    with pytest.raises(errors.InvalidRequestError, match=r"run_ids\[\] is empty"):
        list_runs.sync(client=client, run_ids=[])

    assert wire.received == []
