"""The changes of one request, and their outcome after the commit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.implied_sessions import start
from .db_schema import Row

Merge = Callable[[Document, Mapping[str, Any]], Document]
"""Function that gets the stored session and a new version, and returns the session to store."""


@dataclass(slots=True)
class Write:
    """The changes of one request; after the commit also their outcome."""

    received_at: int
    """Arrival of the request in Unix microseconds."""
    session: Document | None = None
    """A session to start, or to merge into the stored session."""
    merge: Merge = start
    """The function that merges the session into an existing one."""
    events: Sequence[Document] = ()
    """Events to store."""
    lint: Mapping[str, str] = field(default_factory=dict)
    """Lint by the id of the session or event."""
    event_id: str | None = None
    """An event to update."""
    changes: dict[str, Any] = field(default_factory=dict)
    """The changes to that event."""
    work: Callable[[Connection], Any] | None = None
    """Function for any other change; called again if its transaction is repeated."""
    project: str | None = None
    """The only project that the write may change; None for any."""

    stored_session: str = ""
    """The stored session, as JSON."""
    rows: list[Row] = field(default_factory=list)
    """The events as rows. If duplicates are kept, their ids may differ from the sent ids."""
    found: bool = False
    """True if the event to update exists."""
    outcome: Any = None
    """The return value of ``work``."""
