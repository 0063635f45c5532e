"""Access to stored runs: create and find a run, and fetch its rows."""

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from .._core.errors import APIStatusError, HoneyHiveError, InvalidRequestError
from .._tracing.events.propagation import mapped_id
from .dataset import REPETITION, bare_id, row_key
from .row_trace import without_session

if TYPE_CHECKING:
    from honeyhive_api.inputs.events import EventFilter
    from honeyhive_api.models.run import Run
    from honeyhive_api.namespaces import SyncNamespaces

LAST: Final = "last"
_LOOKED_AT: Final = 100
"""Maximum number of runs that "last" checks; each may cost a request."""
_REFUSED: Final = (400, 422)
_PATH_SEGMENT: Final = re.compile(r"(?!\.{1,2}$)[^/\\\x00-\x1f\ud800-\udfff]{1,200}")
"""Matches a run id that can be a segment of a URL path."""


def ids_of(run_id: str) -> tuple[str, ...]:
    """Return the possible ids of a stored run: the given id, and a UUID for a service that accepts only UUIDs."""
    mapped, text = mapped_id(run_id)
    return (run_id, mapped) if text is not None and _PATH_SEGMENT.fullmatch(run_id) else (mapped,)


def find(client: "SyncNamespaces", run_id: str) -> "Run | None":
    """Return the run with the id, or None."""
    ids = ids_of(run_id)
    # experiments.get() is not used, because its response to an unknown id is not documented.
    found = {run.run_id: run for run in client.experiments.list(run_ids=ids).evaluations}
    return next((found[one] for one in reversed(ids) if one in found), None)


def dataset_of(run: "Run") -> str | None:
    """Return the dataset id of a run. If the dataset is not stored, the id is in the run's metadata."""
    metadata = run.metadata or {}
    return run.dataset_id or metadata.get("offline_dataset_id") or metadata.get("dataset_id")


def evaluators_of(run: "Run") -> list[str]:
    """Return the names of the evaluators that the run was created with."""
    names = run.get("evaluators")  # openapi.yaml does not describe this field
    return [one for one in names if isinstance(one, str)] if isinstance(names, list) else []


def create(client: "SyncNamespaces", run_id: str, **fields: Any) -> str:
    """Create the run and return its id: the given id, or a UUID if the service accepts only UUIDs."""
    text, *uuid = ids_of(run_id)
    if uuid and not _is_created(client, text, fields):
        text = uuid[0]
        client.experiments.create(run_id=text, **fields)
    elif not uuid:
        client.experiments.create(run_id=text, **fields)
    return text


def _is_created(client: "SyncNamespaces", text: str, fields: Mapping[str, Any]) -> bool:
    """Create a run with an id that is not a UUID. Return True if the run can be found under that id."""
    try:
        created = client.experiments.create(run_id=text, **fields)
    except APIStatusError as error:
        if error.status not in _REFUSED:
            raise
        return False
    try:
        return created.run_id == text and client.experiments.get(text).evaluation.run_id == text
    except (APIStatusError, InvalidRequestError):  # the id cannot be a path segment
        with suppress(HoneyHiveError):
            client.experiments.delete(created.run_id)
        return False


def earlier(
    client: "SyncNamespaces", compare_with: str, *, run_id: str, name: str, dataset_id: str, rows: Collection[str]
) -> "Run | None":
    """Return the run to compare with: the run with the given id, or for "last" the newest completed run of this name.

    ``rows`` are the datapoint ids of the current run without the prefix of rows that are not stored; empty if the rows
    are read lazily. "last" skips runs that share no rows with the current run. Returns None if "last" finds no run.
    Raises InvalidRequestError if no run has the given id.
    """
    if compare_with != LAST:
        found = find(client, compare_with)
        if found is None:
            raise InvalidRequestError(
                f"there is no run {compare_with!r}; pass a run id, or {LAST!r}", argument="compare_with", separator=": "
            )
        if found.run_id == run_id:
            raise InvalidRequestError(
                f"{compare_with!r} is this run; pass an earlier one, or {LAST!r}",
                argument="compare_with",
                separator=": ",
            )
        return found
    newest = client.experiments.list_all(name=name, status="completed", sort_by="created_at", sort_order="desc")
    others = (run for run in islice(newest, _LOOKED_AT) if run.run_id != run_id and run.name == name)
    return next((run for run in others if _shares_rows(client, run, dataset_id, rows)), None)


def _shares_rows(client: "SyncNamespaces", run: "Run", dataset_id: str, rows: Collection[str]) -> bool:
    if not rows:  # rows that are read lazily are not known yet
        return dataset_of(run) == dataset_id
    ids = run.get("datapoint_ids")  # openapi.yaml does not describe this field
    if not ids or not isinstance(ids, list):
        return dataset_of(run) == dataset_id or not {*rows}.isdisjoint(rows_of(client, run.run_id))
    return not {*rows}.isdisjoint(bare_id(str(one)) for one in ids)


def rows_of(client: "SyncNamespaces", run_id: str) -> dict[str, dict[str, Any]]:
    """Return the stored sessions of a run's rows, by row key."""
    filters = [_is("metadata.run_id", run_id), _is("event_type", "session")]
    found: dict[str, dict[str, Any]] = {}
    for event in client.events.search_all(filters=filters):
        session = event.to_dict()
        metadata = session.get("metadata") or {}
        if isinstance(datapoint_id := metadata.get("datapoint_id"), str):
            key = row_key(datapoint_id, metadata.get(REPETITION, 1))
            found.setdefault(key, session)  # the newest session of a row comes first
    return found


def set_aside(client: "SyncNamespaces", run_id: str, session_ids: Collection[str]) -> None:
    """Move the sessions of retried rows out of the run, to the run id with the suffix ``:retried``."""
    events = list(client.events.search_all(filters=[_is("metadata.run_id", run_id)]))
    for event in (one.to_dict() for one in events):
        if event.get("session_id") in session_ids:
            client.events.update(event["event_id"], metadata={"run_id": f"{run_id}:retried"})


def events_of(client: "SyncNamespaces", session_id: str) -> list[dict[str, Any]]:
    """Return the stored events of a session, without the session itself."""
    found = client.events.search_all(filters=[_is("session_id", session_id)])
    return without_session(event.to_dict() for event in found)


def _is(field: str, value: str) -> "EventFilter":
    return {"field": field, "operator": "is", "value": value, "type": "string"}
