"""The examples in the API's documentation: every layer sends them as the same JSON, and can read their replies."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner
from honeyhive_api import AuthenticatedClient
from honeyhive_api.api.sessions import add_session_traces, create_session, create_session_event, list_sessions
from honeyhive_api.connection import HOSTS
from honeyhive_api.types import plain

from honeyhive import HoneyHive
from honeyhive._cli.program import program

from .conftest import KEYS, Wire, response

UUID = "11111111-1111-4111-8111-111111111111"
SESSION_ID = "22222222-2222-4222-8222-222222222222"
EVENT = {
    "children": [{}],
    "config": {},
    "duration": 123,
    "end_time": 123,
    "error": "<string>",
    "event_id": UUID,
    "event_name": "<string>",
    "event_type": "<string>",
    "feedback": {},
    "inputs": {},
    "metadata": {},
    "metrics": {},
    "outputs": {},
    "project": "<string>",
    "session_id": SESSION_ID,
    "source": "<string>",
    "start_time": 123,
    "user_properties": {},
}
SESSION = {
    "session_id": SESSION_ID,
    "session_name": "<string>",
    "event_name": "<string>",
    "source": "<string>",
    "start_time": 123,
    "end_time": 123,
    "duration": 123,
    "config": {},
    "inputs": {},
    "outputs": {},
    "metadata": {},
    "user_properties": {},
    "children_ids": ["<string>"],
}
STARTED = {
    "event_id": UUID,
    "session_id": SESSION_ID,
    "org_id": "<string>",
    "workspace_id": "<string>",
    "project_id": "<string>",
    "parent_id": "<string>",
    "children_ids": ["<string>"],
    "event_type": "<string>",
    "event_name": "<string>",
    "config": "<unknown>",
    "inputs": "<unknown>",
    "outputs": "<unknown>",
    "error": "<string>",
    "source": "<string>",
    "duration": 123,
    "user_properties": "<unknown>",
    "metrics": "<unknown>",
    "feedback": "<unknown>",
    "metadata": "<unknown>",
    "start_time": 123,
    "end_time": 123,
}
TRACE = {
    "project": "<string>",
    "project_id": "<string>",
    "source": "<string>",
    "event_name": "<string>",
    "event_id": UUID,
    "session_id": SESSION_ID,
    "parent_id": UUID,
    "children_ids": [UUID],
    "config": {},
    "inputs": {},
    "outputs": {},
    "error": "<string>",
    "start_time": 123,
    "end_time": 123,
    "duration": 123,
    "metadata": {},
    "feedback": {},
    "metrics": {},
    "user_properties": {},
}
IN_EVENT = {name: value for name, value in EVENT.items() if name != "session_id"}
"""HoneyHive and the command line take the session id once, and send it in the path and in the body."""

Send = Callable[[str, Any, Any], Any]


class Example:
    """One printed request and its reply, with the call of each layer."""

    def __init__(
        self, target: str, body: Any, reply: Any, facade: Callable[..., Any], low_level: Callable[..., Any], *words: str
    ) -> None:
        self.target, self.body, self.reply = target, body, reply
        self.facade, self.low_level, self.words = facade, low_level, words

    def __str__(self) -> str:
        return " ".join(self.words[:2])


EXAMPLES = [
    Example(
        "POST /v1/v1/sessions",
        SESSION,
        STARTED,
        lambda hh: hh.sessions.create(**SESSION),
        lambda client: create_session.sync(client=client, body=SESSION),
        "sessions",
        "create",
    ),
    Example(
        f"POST /legacy/session/{SESSION_ID}/event",
        EVENT,
        {"event_id": "<string>", "success": True},
        lambda hh: hh.sessions.create_event(SESSION_ID, **IN_EVENT),
        lambda client: create_session_event.sync(SESSION_ID, client=client, body=EVENT),
        "sessions",
        "create-event",
    ),
    *(
        Example(
            f"POST /legacy/session/{SESSION_ID}/traces",
            {key: [TRACE]},
            {"success": True},
            lambda hh, key=key: hh.sessions.add_traces(SESSION_ID, **{key: [TRACE]}),
            lambda client, key=key: add_session_traces.sync(SESSION_ID, client=client, body={key: [TRACE]}),
            "sessions",
            "add-traces",
            "--session-id",
            SESSION_ID,
        )
        for key in ("logs", "events")
    ),
    Example(
        "GET /legacy/session",
        None,
        [EVENT],
        lambda hh: hh.sessions.list(),
        lambda client: list_sessions.sync(client=client),
        "sessions",
        "list",
    ),
]


def facade(example: Example, wire: Wire) -> Any:
    with HoneyHive(KEYS["projectKey"], **{f"{host}_url": f"{wire.url}/{host}" for host in HOSTS}) as hh:
        return plain(example.facade(hh))


def low_level(example: Example, wire: Wire) -> Any:
    urls = {host: f"{wire.url}/{host}" for host in HOSTS}
    with AuthenticatedClient(token=KEYS["projectKey"], base_urls=urls) as client:
        return plain(example.low_level(client))


def command_line(example: Example, wire: Wire) -> Any:
    environment = {f"HH_{host.upper()}_URL": f"{wire.url}/{host}" for host in HOSTS}
    words = [*example.words, *([] if example.body is None else ["-f", "-"])]
    done = CliRunner().invoke(
        program(), words, env={**environment, "HH_API_KEY": KEYS["projectKey"]}, input=json.dumps(example.body)
    )
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
@pytest.mark.parametrize("layer", [facade, low_level, command_line])
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_printed_example_arrives_as_it_is_printed(
    example: Example, layer: Callable[[Example, Wire], Any], wire: Wire
) -> None:
    wire.answer = lambda _: response(example.reply)

    reply = layer(example, wire)

    (request,) = wire.received
    head, _, body = request.partition(b"\r\n\r\n")
    assert head.split(b" HTTP/1.1")[0].decode() == example.target
    assert (json.loads(body) if body else None) == example.body
    assert reply == example.reply
