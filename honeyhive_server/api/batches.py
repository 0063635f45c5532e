"""Batches of events, each with a session of its own or all in one."""

from typing import Any

import orjson

from ..model import event_model as semantics
from ..model.event_model import Document
from .events import checked_model_event, identified
from .request import Call


async def create_event_batch(call: Call) -> bytes:
    """Store the events of a v1 batch."""
    single, properties = call.body.get("single_session", False), call.body.get("session_properties", {})
    return await _create(call, call.body["events"], properties, single=single, free_ids=False)


async def create_event_batch_legacy(call: Call) -> bytes:
    """Store the events of an unversioned batch, which may use the older names of its options."""
    return await _create_legacy(call, call.body["events"])


async def create_model_event_batch_legacy(call: Call) -> bytes:
    """Store a batch of model calls."""
    return await _create_legacy(call, [checked_model_event(each) for each in call.body["model_events"]])


async def _create_legacy(call: Call, events: list[dict[str, Any]]) -> bytes:
    body = call.body
    single = body.get("single_session", body.get("is_single_session", False))
    properties = body.get("session_properties", body.get("session", {}))
    return await _create(call, events, properties, single=single, free_ids=True)


async def _create(
    call: Call, events: list[dict[str, Any]], properties: dict[str, Any], *, single: bool, free_ids: bool
) -> bytes:
    shared = semantics.shared_session(events, free_ids=free_ids) if single else None
    documents = [
        identified(call, event, shared, free_ids=free_ids, where=f"events.{n}.") for n, event in enumerate(events)
    ]
    session = _session(call, shared, properties, documents) if shared is not None else None
    if properties and not single:
        call.lint.append("session_properties: has no effect without single_session")
    stored = await call.write(session, documents)
    answer: dict[str, Any] = {"event_ids": [new["event_id"] for new in stored.rows], "success": True}
    sessions = {document["session_id"] for document in documents} | ({shared} if shared else set())
    if len(sessions) == 1:
        answer["session_id"] = sessions.pop()
    return orjson.dumps(answer)


def _session(call: Call, session_id: str, properties: dict[str, Any], documents: list[Document]) -> Document:
    """The one session of a batch; without properties of its own it takes project and start from its events."""
    first = {"project": documents[0]["project"]} if documents else {}
    start = min((document["start_time"] for document in documents), default=call.now)
    return semantics.session_document({**first, **properties}, properties.get("start_time", start), session_id)
