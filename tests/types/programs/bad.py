"""Mistakes that users make: every checker reports each line that ends in a comment, and no other."""

import asyncio
from typing import Any

import httpx
from honeyhive_api import AuthenticatedClient
from honeyhive_api.api.sessions import create_session

from honeyhive import AsyncHoneyHive, HoneyHive, current_event, current_session, trace
from honeyhive.middleware import HttpRequest, HttpResponse
from honeyhive.types import CreateEventRequest, EventFilter

hh = HoneyHive(api_key="hh_x")


def misspelt(rows: list[dict[str, Any]]) -> None:
    hh.sessions.create(sesion_name="x")  # error: no such argument
    hh.events.create_batch(events=[{"event_type": "tool", "event_nam": "x", "inputs": {}}])  # error: no such key
    hh.events.create_batch(events=[{"event_name": "x", "inputs": {}}])  # error: event_type is missing
    hh.events.create_batch(events=[{"event_type": "tol", "inputs": {}}])  # error: not an event type
    hh.events.create_batch(events=rows)  # error: rows of any shape
    hh.sesions.create()  # error: no such namespace


def wrong_types() -> None:
    hh.sessions.create(children_ids="a")  # a str is a Sequence[str], so checkers accept it
    hh.sessions.create(metadata=["a"])  # error: not an object
    hh.events.search(limit="3")  # error: not an integer
    hh.experiments.update("run", passing_ranges={"m": 3})  # error: a map of objects
    event: CreateEventRequest = {"event_type": "tool", "inputs": {}, "output": {}}  # error: no such key
    condition: EventFilter = {"field": "a", "operator": "equals", "value": "b"}  # error: no such operator
    print(event, condition, hh.sessions.create().sesion_id)  # error: no such attribute


def options() -> None:
    hh.datasets.list(extra_headers={"X-A": 1})  # error: a header is a string
    hh.with_options(max_retry=1)  # error: no such argument
    hh.with_response(hh.sessions.create, sesion_name="x")  # error: no such argument of the method


def returned(request: HttpRequest) -> HttpResponse:
    return HttpResponse(200, {}, request.body or b"")


def wrong_clients() -> None:
    HoneyHive(http_client=httpx.AsyncClient())  # error: of the other kind
    AsyncHoneyHive(http_client=httpx.Client())  # error: of the other kind


def wrong_middleware() -> None:
    HoneyHive(middleware=[returned])  # error: not a generator function
    hh.with_options(call_hooks=[returned])  # error: not a generator function


def low_level() -> None:
    with AuthenticatedClient(token="hh_x") as client:
        create_session.sync(client=client, body={"sesion_name": "x"})  # error: no such key
        create_session.sync(body={})  # error: no client


async def forgotten() -> None:
    client = AsyncHoneyHive(api_key="hh_x")
    client.sessions.create(session_name="x")  # error: never awaited
    asyncio.create_task(client.sessions.create)  # error: a method is not a coroutine


@trace
def traced(number: int) -> int:
    return number


def wrong_traces() -> None:
    traced("a")  # error: not an integer
    traced(1).upper()  # error: an integer has no such method
    trace(5)  # error: nothing that can be traced
    trace("name", type="llm")  # error: not an event type
    hh.trace(metadta={})  # error: no such keyword
    current_event().update(metdata={})  # error: no such keyword
    current_session().update(inputs={})  # error: they are sent at the start
    hh.trace(inputs="no")  # error: neither a bool nor a function
