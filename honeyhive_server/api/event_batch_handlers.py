"""Handlers for batches of events, with one session for each event or for the whole batch."""

from typing import Any

import orjson

from ..model.event_model import Document, session_document, shared_session
from .api_request import APIRequest
from .event_handlers import checked_model_event, identified


async def create_event_batch(request: APIRequest) -> bytes:
    """Store the events of a v1 batch."""
    single, properties = request.body.get("single_session", False), request.body.get("session_properties", {})
    return await _create(request, request.body["events"], properties, single=single, free_ids=False)


async def create_event_batch_legacy(request: APIRequest) -> bytes:
    """Store the events of an unversioned batch, which may use the older names of the options."""
    return await _create_legacy(request, request.body["events"])


async def create_model_event_batch_legacy(request: APIRequest) -> bytes:
    """Store a batch of model calls."""
    return await _create_legacy(request, [checked_model_event(each) for each in request.body["model_events"]])


async def _create_legacy(request: APIRequest, events: list[dict[str, Any]]) -> bytes:
    body = request.body
    single = body.get("single_session", body.get("is_single_session", False))
    properties = body.get("session_properties", body.get("session", {}))
    return await _create(request, events, properties, single=single, free_ids=True)


async def _create(
    request: APIRequest, events: list[dict[str, Any]], properties: dict[str, Any], *, single: bool, free_ids: bool
) -> bytes:
    shared = shared_session(events, free_ids=free_ids) if single else None
    documents = [
        identified(request, event, shared, free_ids=free_ids, place=f"events.{n}.") for n, event in enumerate(events)
    ]
    session = _session(request, shared, properties, documents) if shared is not None else None
    if properties and not single:
        request.lint.append("session_properties: has no effect without single_session")
    stored = await request.write(session, documents)
    answer: dict[str, Any] = {"event_ids": [new["event_id"] for new in stored.rows], "success": True}
    sessions = {document["session_id"] for document in documents} | ({shared} if shared else set())
    if len(sessions) == 1:
        answer["session_id"] = sessions.pop()
    return orjson.dumps(answer)


def _session(request: APIRequest, session_id: str, properties: dict[str, Any], documents: list[Document]) -> Document:
    """Return the single session of a batch. By default, it has the project and the start of the events."""
    first = {"project": documents[0]["project"]} if documents else {}
    start = min((document["start_time"] for document in documents), default=request.now)
    return session_document({**first, **properties}, properties.get("start_time", start), session_id)
