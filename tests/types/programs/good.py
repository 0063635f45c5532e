"""Typical user code, which every type checker accepts."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar, assert_type, cast
from uuid import UUID, uuid4

import httpx
from honeyhive_api import AuthenticatedClient
from honeyhive_api.api.events import get_project_event
from honeyhive_api.api.sessions import create_session, create_session_event_batch
from honeyhive_api.models import ErrorResponse

from honeyhive import AsyncHoneyHive, HoneyHive, current_event, current_session, trace
from honeyhive import tracing
from honeyhive.types import UNSET, CreateEventRequest, Event, EventFilter, FoundEvent, Session, Unset

hh = HoneyHive(api_key="hh_x")


def literals() -> str:
    session = hh.sessions.create(session_id=uuid4(), session_name="x", start_time=datetime.now(UTC))
    hh.events.create_batch(events=[{"event_type": "tool", "event_name": "x", "inputs": {"a": [1]}}])
    hh.events.search(filters=[{"field": "source", "operator": "is", "value": "x", "type": "string"}], limit=3)
    return session.session_id


def options() -> tuple[str, int, float]:
    client = HoneyHive(timeout=httpx.Timeout(5, connect=1), default_headers={"X-A": "1"}, default_query={"b": 1})
    HoneyHive(api_key=lambda: "hh_x", control_plane_api_key=str)
    copy: HoneyHive = client.with_options(timeout=3, max_retries=1, default_headers={"X-A": None})
    copy.datasets.list("p", extra_headers={"X-B": "2"}, extra_query={"c": [1, 2]}, max_retries=0)
    response = copy.with_response(copy.sessions.create, session_name="x")
    return response.reply.session_id, response.status, response.elapsed


async def responses(client: AsyncHoneyHive) -> str | None:
    response = await client.with_response(client.sessions.create, session_name="x")
    session: Session = response.reply
    return response.request_id or session.session_id


def typed_variables(session_id: UUID, events: Sequence[CreateEventRequest], metadata: Mapping[str, object]) -> None:
    event: CreateEventRequest = {"event_type": "tool", "inputs": {}, "start_time": "2026-01-01T00:00:00Z"}
    filters: list[EventFilter] = [{"field": "source", "operator": "is", "value": "x"}]
    name: str | None = None
    hh.events.create_batch(events=[event, *events])
    hh.sessions.create_event_batch(session_id, events=tuple(events))
    hh.sessions.create(session_name=name, metadata=dict(metadata), children_ids=("a", "b"))
    hh.events.search(filters=filters)


def rows(rows: list[dict[str, Any]]) -> None:
    hh.events.create_batch(events=cast("list[CreateEventRequest]", rows))


def sent_back(event: Event, found: list[FoundEvent]) -> None:
    hh.events.create_batch(events=[event, *found])


def iterated() -> list[str]:
    names: list[str] = []
    for event in hh.events.search_all(filters=[]):
        name: str | Unset = event.event_name
        names.append("" if isinstance(name, Unset) else name)
    return names


def read(session: Session) -> str:
    known: dict[str, Any] = {"source": session.source} if session.source is not UNSET else {}
    return session.source if isinstance(session.source, str) else str(known)


def nothing_where_null_is_allowed(event_id: str) -> None:
    hh.events.create(event_type="tool", inputs={}, error=None)
    hh.events.update(event_id, outputs=None)


def low_level(session_id: str, events: Sequence[CreateEventRequest]) -> int:
    with AuthenticatedClient(token="hh_x") as client:
        started = create_session.sync(client=client, body={"session_name": "x"})
        if started is None or isinstance(started, ErrorResponse):
            return 0
        response = create_session_event_batch.sync_detailed(session_id, client=client, body={"events": events})
        found = get_project_event.sync("p", UUID(session_id), client=hh.low_level)
        return response.status_code if found is None else len(started.session_id)


ItemT = TypeVar("ItemT")


@trace
def doubled(number: int, *, by: int = 2) -> int:
    return number * by


@trace("first", type="model", metadata={"team": "a"}, inputs=lambda given: given["items"], outputs=False)
def first(items: Sequence[ItemT]) -> ItemT:
    return items[0]


@hh.trace(type="tool", name="later")
async def later(number: int) -> str:
    return str(number)


@trace(reduce=lambda numbers: sum(numbers))
def numbers() -> Iterator[int]:
    yield 1


@trace
class Bot:
    def __init__(self, name: str) -> None:
        self.name = name

    @hh.trace
    def answer(self, question: str) -> str:
        return self.name + question

    @staticmethod
    @trace(config={"model": "m"})
    def made(number: int) -> "Bot":
        return Bot(str(number))


def current() -> None:
    assert_type(current_event(), tracing.Event)
    assert_type(current_event().update(outputs=[1], metadata={"a": 1}, name="n", type="model"), tracing.Event)
    assert_type(current_session().update(metrics={"score": 1}, error=ValueError()), tracing.Session)
    assert_type(current_event().session, tracing.Session)


async def traced() -> None:
    assert_type(doubled(1, by=3), int)
    assert_type(first(["a"]), str)
    assert_type(await later(1), str)
    assert_type(numbers(), Iterator[int])
    assert_type(Bot("b").answer("q"), str)
    assert_type(Bot.made(1), Bot)


async def main() -> None:
    async with AsyncHoneyHive(api_key="hh_x") as client:
        task = asyncio.create_task(client.sessions.create(session_name="x"))
        first, second = await asyncio.gather(client.sessions.create(), client.sessions.create())
        async for event in client.events.search_all():
            print(event.event_id)
        print((await task).session_id, first.session_id, second.session_id)
        response = await create_session.asyncio_detailed(client=client.low_level, body={})
        print(response.parsed)
