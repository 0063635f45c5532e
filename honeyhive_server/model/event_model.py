"""The service's rules for incoming sessions and events: ids, defaults, times and merges.

Pure functions from a valid body to the event to store. The package `contract` has already rejected or repaired wrong
types.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from honeyhive_api.ids import canonical, is_uuid

Document = dict[str, Any]

OBJECTS = ("config", "inputs", "outputs", "metadata", "metrics", "feedback", "user_properties")
MERGED_INTO_SESSION = ("metadata", "user_properties")
MERGED_INTO_EVENT = ("metadata", "feedback", "metrics", "config", "user_properties")
MOVED_TO_INPUTS = (
    "messages",
    "provider",
    "usage",
    "cost",
    "hyperparameters",
    "template",
    "template_inputs",
    "tools",
    "tool_choice",
    "response_format",
    "duration",
    "error",
)

UNKNOWN = "unknown"
DEFAULT_PROJECT = "default"
# The hosted service derives the organization and the workspace from the API key. The local server has only one
# organization and one workspace.
ORG_ID = "local-org"
WORKSPACE_ID = "local-workspace"
# The type of an event that has none. Unverified: the hosted service may use another type.
DEFAULT_EVENT_TYPE = "chain"

# The defaults of every stored event.
_BLANK: Document = {
    "event_id": None,
    "session_id": None,
    "org_id": ORG_ID,
    "workspace_id": WORKSPACE_ID,
    "error": None,
    **dict.fromkeys(OBJECTS),
}


def uuid_or_new(value: object) -> str:
    """Return the value if it is a UUID, in lower case, or a new UUIDv4."""
    return value.lower() if isinstance(value, str) and is_uuid(value) else str(uuid4())


def text_or_new(value: object) -> str:
    """Return the value if it is a nonempty string (a UUID in lower case), otherwise a new UUIDv4."""
    return canonical(value) if isinstance(value, str) and value else str(uuid4())


def merge(stored: Mapping[str, Any] | None, sent: Mapping[str, Any]) -> dict[str, Any]:
    """Return the stored object updated with the sent keys.

    Unverified: the service's merge depth is not documented. Here it is one level, for sessions and events.
    """
    return {**(stored or {}), **sent}


def session_document(body: Mapping[str, Any], now: int, session_id: str | None = None) -> Document:
    """Return the session event for a body of POST /v1/sessions; ``now`` is in Unix milliseconds.

    ``session_id`` overrides the body's session id, and may be any string.
    """
    session_id = session_id or uuid_or_new(body.get("session_id"))
    document = _complete(body, now)
    # Sources disagree on the precedence if both names are sent; this order is that of the vendor's command line.
    document["event_name"] = body.get("event_name") or body.get("session_name") or UNKNOWN
    document.update(event_type="session", event_id=session_id, session_id=session_id)
    document.pop("parent_id", None)
    return document


def event_document(body: Mapping[str, Any], now: int, session_id: str | None = None, *, free_ids: bool) -> Document:
    """Return the event for a body; ``now`` is in Unix milliseconds.

    ``session_id`` overrides the body's session id. ``free_ids`` keeps ids that are not UUIDs, for the unversioned
    routes.
    """
    identify = text_or_new if free_ids else uuid_or_new
    document = _complete(body, now)
    document["event_name"] = body.get("event_name") or UNKNOWN
    document["event_type"] = body.get("event_type") or DEFAULT_EVENT_TYPE
    document["event_id"] = identify(body.get("event_id"))
    if session_id is None and not body.get("session_id") and document["event_type"] == "session":
        session_id = document["event_id"]  # a session event is the root of its own session
    document["session_id"] = session_id or identify(body.get("session_id"))
    if document["event_id"] == document["session_id"]:
        document.pop("parent_id", None)
    else:
        document["parent_id"] = _parent_id(body) or document["session_id"]
    return document


def _parent_id(body: Mapping[str, Any]) -> Any:
    given = body.get("parent_id")
    return canonical(given) if isinstance(given, str) else given


def placeholder(event: Mapping[str, Any]) -> Document:
    """Return a session for an event whose session was not sent yet."""
    inherited = {key: event[key] for key in ("project", "project_id", "source")}
    return session_document(inherited, event["start_time"], event["session_id"])


def _complete(body: Mapping[str, Any], now: int) -> Document:
    project = body.get("project") or DEFAULT_PROJECT
    document: Document = {**_BLANK, "project_id": project, "children_ids": [], "start_time": now, **body}
    document["project"] = project
    document["source"] = body.get("source") or UNKNOWN
    for key in OBJECTS:
        if document[key] is None:
            document[key] = {}
    # The tree of events is built from parent_id when a session is read.
    document.pop("children", None)
    return document


def with_children(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a legacy event and the events nested in its `children`, parents first, with parent ids set."""
    flat = [dict(body, event_id=text_or_new(body.get("event_id")))]
    for event in flat:
        nested = event.pop("children", None)
        children = [child for child in nested if isinstance(child, dict)] if isinstance(nested, list) else ()
        flat.extend({**child, **_link(child, event)} for child in children)
    return flat


def _link(child: Mapping[str, Any], parent: Mapping[str, Any]) -> dict[str, Any]:
    return {"event_id": text_or_new(child.get("event_id")), "parent_id": parent["event_id"]}


def model_event(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of a model event, with deprecated keys moved to the fields that store them.

    Existing keys of `inputs` and `outputs` are not overwritten.
    """
    event = {key: value for key, value in body.items() if value is not None}
    moved = {key: event.pop(key) for key in MOVED_TO_INPUTS if key in event}
    event["inputs"] = {**moved, **event.get("inputs", {})}
    if "response" in event:
        event["outputs"] = {"response": event.pop("response"), **event.get("outputs", {})}
    if "model" in event:
        event.setdefault("model_name", event.pop("model"))
    if event.get("model_name"):
        event.setdefault("event_name", event["model_name"])
    return {**event, "event_type": "model"}


def shared_session(events: Iterable[Mapping[str, Any]], *, free_ids: bool) -> str:
    """Return the session id of a batch with a single session: the common id of its events, otherwise a new id."""
    identify = text_or_new if free_ids else uuid_or_new
    named = {identify(event["session_id"]) for event in events if event.get("session_id")}
    return named.pop() if len(named) == 1 else str(uuid4())


def merge_session(stored: Document, sent: Mapping[str, Any]) -> Document:
    """Return the stored session after its id was posted again: only metadata and user_properties change."""
    return stored | {key: merge(stored.get(key), sent.get(key) or {}) for key in MERGED_INTO_SESSION}


def update_event(stored: Document, changes: Mapping[str, Any]) -> Document:
    """Return the stored event after an update. Each key is merged, replaced or kept; unknown keys have no effect."""
    updated = dict(stored)
    for key in MERGED_INTO_EVENT:
        if changes.get(key):
            updated[key] = merge(stored.get(key), changes[key])
    for key in ("outputs", "duration", "end_time"):
        if changes.get(key) is not None:
            updated[key] = changes[key]
    if changes.get("children_ids"):
        updated["children_ids"] = changes["children_ids"]
    return updated
