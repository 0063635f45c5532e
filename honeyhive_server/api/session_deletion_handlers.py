"""Handlers for the deletion of sessions: a request is recorded, and a job of the store carries it out."""

import orjson

from ..model.event_model import Document
from ..services.definition_kinds import SESSION_DELETION
from ..store.session_deletion import OPEN_STATES
from .api_request import APIRequest
from .definition_crud import create, get

STATES = ("pending", "processing", "completed", "failed")


async def create_session_deletion(request: APIRequest) -> bytes:
    """Record a request for deletion and wake the job."""
    ids = list(dict.fromkeys(request.body["session_ids"]))
    made = await create(request, SESSION_DELETION, {"pending": ids}, project=request.path["project_id"])
    request.store.deletions.wake()
    return _reply(made)


async def get_session_deletion(request: APIRequest) -> bytes:
    """Return the progress of a request."""
    identifier = request.path["deletion_request_id"]
    stored = await get(request, SESSION_DELETION, identifier, project=request.path["project_id"])
    if stored["status"] in OPEN_STATES:
        # The server that recorded the request may have ended.
        request.store.deletions.wake()
    return _reply(stored)


def _reply(stored: Document) -> bytes:
    counts = {state: len(stored.get(state, ())) for state in STATES}
    return orjson.dumps({"data": {"id": stored["id"], "status": stored["status"], "session_counts": counts}})
