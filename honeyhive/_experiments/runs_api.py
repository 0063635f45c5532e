"""Runs as the service has them: to create, find and finish them, and the rows that it has of one."""

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from .._core.errors import APIStatusError, HoneyHiveError, InvalidRequestError
from .._tracing.events.propagation import mapped_id
from .dataset import bare_id

if TYPE_CHECKING:
    from honeyhive_api.inputs.events import EventFilter
    from honeyhive_api.models.run import Run

    from .._client import HoneyHive

LAST: Final = "last"
_LOOKED_AT: Final = 100
"""The number of runs of a name that are searched for the last one over the same rows."""
_REFUSED: Final = (400, 422)
_PATH_SEGMENT: Final = re.compile(r"(?!\.{1,2}$)[^/\\\x00-\x1f\ud800-\udfff]{1,200}")
"""A segment of a URL path."""


def ids_of(run_id: str) -> tuple[str, ...]:
    """Return the ids under which a run may be stored: its own, and a UUID for a service that takes no other."""
    mapped, text = mapped_id(run_id)
    return (run_id, mapped) if text is not None and _PATH_SEGMENT.fullmatch(run_id) else (mapped,)


def find(client: "HoneyHive", run_id: str) -> "Run | None":
    """Return the run, None if there is none of that id."""
    ids = ids_of(run_id)
    # Of the routes that name a run, this one alone says by its document what an unknown id is answered with.
    found = {run.run_id: run for run in client.experiments.list(run_ids=ids).evaluations}
    return next((found[one] for one in reversed(ids) if one in found), None)


def dataset_of(run: "Run") -> str | None:
    """Return the id of the dataset that it ran over; one that is not stored is kept in the metadata."""
    return run.dataset_id or run.metadata.get("offline_dataset_id") or run.metadata.get("dataset_id")


def evaluators_of(run: "Run") -> list[str]:
    """Return the names of the evaluators that it was created with."""
    names = run.additional_properties.get("evaluators")
    return [one for one in names if isinstance(one, str)] if isinstance(names, list) else []


def create(client: "HoneyHive", run_id: str, **fields: Any) -> str:
    """Create the run and return its id: the one that was asked for, or a UUID where the service takes no other."""
    text, *uuid = ids_of(run_id)
    if uuid and not _is_created(client, text, fields):
        text = uuid[0]
        client.experiments.create(run_id=text, **fields)
    elif not uuid:
        client.experiments.create(run_id=text, **fields)
    return text


def _is_created(client: "HoneyHive", text: str, fields: Mapping[str, Any]) -> bool:
    """Create a run under an id that is not a UUID, if it can be found under it afterwards."""
    try:
        created = client.experiments.create(run_id=text, **fields)
    except APIStatusError as error:
        if error.status not in _REFUSED:
            raise
        return False
    try:
        return created.run_id == text and client.experiments.get(text).evaluation.run_id == text
    except (APIStatusError, InvalidRequestError):  # an id that no path can have
        with suppress(HoneyHiveError):
            client.experiments.delete(created.run_id)
        return False


def earlier(
    client: "HoneyHive", wish: str, *, run_id: str, name: str, dataset_id: str, rows: Collection[str]
) -> "Run | None":
    """Return the run to compare with: by its id, or for "last" the newest completed one of the same name, if any.

    ``rows`` are the bare ids of the rows, of which the last one has to share some. Raises InvalidRequestError if there
    is no such run.
    """
    if wish != LAST:
        found = find(client, wish)
        if found is None:
            raise InvalidRequestError(
                f"there is no run {wish!r}; give the id of one, or {LAST!r}", argument="compare_with", separator=": "
            )
        if found.run_id == run_id:
            raise InvalidRequestError(
                f"{wish!r} is the run itself; give an earlier one, or {LAST!r}", argument="compare_with", separator=": "
            )
        return found
    newest = client.experiments.list_all(name=name, status="completed", sort_by="created_at", sort_order="desc")
    others = (run for run in islice(newest, _LOOKED_AT) if run.run_id != run_id and run.name == name)
    return next((run for run in others if _shares_rows(client, run, dataset_id, rows)), None)


def _shares_rows(client: "HoneyHive", run: "Run", dataset_id: str, rows: Collection[str]) -> bool:
    ids = run.additional_properties.get("datapoint_ids")  # the document does not promise it
    if not ids or not isinstance(ids, list):
        return dataset_of(run) == dataset_id or not {*rows}.isdisjoint(rows_of(client, run.run_id))
    return not {*rows}.isdisjoint(bare_id(str(one)) for one in ids)


def rows_of(client: "HoneyHive", run_id: str) -> dict[str, dict[str, Any]]:
    """Return the sessions of the rows that the service has of a run, by the bare id of the datapoint."""
    filters = [_is("metadata.run_id", run_id), _is("event_type", "session")]
    found: dict[str, dict[str, Any]] = {}
    for event in client.events.search_all(filters=filters):
        session = event.to_dict()
        datapoint_id = (session.get("metadata") or {}).get("datapoint_id")
        if isinstance(datapoint_id, str):
            found.setdefault(bare_id(datapoint_id), session)  # the newest comes first
    return found


def set_aside(client: "HoneyHive", run_id: str, session_ids: Collection[str]) -> None:
    """Take sessions out of a run, since their rows run again; they are found under the run id with ``:retried``."""
    events = list(client.events.search_all(filters=[_is("metadata.run_id", run_id)]))
    for event in (one.to_dict() for one in events):
        if event.get("session_id") in session_ids:
            client.events.update(event["event_id"], metadata={"run_id": f"{run_id}:retried"})


def _is(field: str, value: str) -> "EventFilter":
    return {"field": field, "operator": "is", "value": value, "type": "string"}
