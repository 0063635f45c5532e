"""A validated request for a handler, with the store."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from honeyhive_api.ids import canonical

from ..contract.body_validation import validate_body
from ..contract.query_arguments import read_arguments
from ..contract.served_operations import Contract, ServedOperation
from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_messages import HTTPError
from ..store import EventStore, Write
from ..store.project_scope import key_project
from .older_clients import time_faults

_IN_BATCH = re.compile(r"(?:events|logs|model_events)\.(\d{1,9})\.")


@dataclass(slots=True)
class APIRequest:
    """A request whose body fits the document."""

    contract: Contract
    store: EventStore
    now: int
    """Unix milliseconds."""
    path: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    body: Any = None
    lint: list[str] = field(default_factory=list)
    """Faults of the request that the service tolerates."""
    operation: ServedOperation | None = None
    strict: bool = False
    """True to reject faults that the service tolerates."""
    rest: AsyncIterator[bytes] | None = None
    """The rest of a long response, which follows the handler's return value."""

    @property
    def key_project(self) -> str | None:
        """Return the only project of the request's key; None for a key of all projects."""
        return key_project.get()

    def parameter(self, name: str) -> str | None:
        """Return the last value of a query parameter, or None."""
        return next((value for key, value in reversed(self.query) if key == name), None)

    def target(self, name: str, legacy_name: str | None = None) -> str:
        """Return an id from the path. On the older routes, return it from the body or the query, by its older name."""
        if name in self.path:
            return self.path[name]
        holder = self.arguments() if self.body is None else self.body
        return canonical(str(holder[legacy_name or name]))

    def arguments(self) -> dict[str, Any]:
        """Return the documented query parameters by name. Raises HTTPError (400) for an invalid one."""
        return read_arguments(self.operation.query if self.operation else (), self.query)

    def unwrapped(self, inner: dict[str, Any] | None, key: str) -> dict[str, Any]:
        """Return the body without a wrapping object, validated. Raises HTTPError (400)."""
        if inner is None:
            return self.body  # type: ignore[no-any-return]
        self._tolerate([f"{key}: send its fields without this object around them"])
        if self.operation is not None and self.operation.body is not None:
            self.lint += validate_body(self.contract, self.operation.body, inner, self.now, strict=self.strict)
        return inner

    async def write(self, session: Document | None = None, events: Sequence[Document] = ()) -> Write:
        """Store a session and events.

        Raises HTTPError (400) if one of them could not be returned later: the older routes accept any field type.
        """
        for number, document in enumerate(events):
            self._tolerate(time_faults(document), f"events.{number}." if len(events) > 1 else "")
        if session is not None:
            self._tolerate(time_faults(session))
        own = self.key_project
        for document in (*events, session) if session is not None else events:
            if own is not None:
                self._report_project(document, own)
            if fault := self.contract.stored.fault(document):
                raise HTTPError(400, fault)
        lint = _by_event(self.lint, session, events) if self.lint else {}
        return await self.store.write(session=session, events=events, lint=lint)

    def _tolerate(self, faults: Iterable[str], place: str = "") -> None:
        """Report tolerated faults as lint. Raises HTTPError (400) under --strict."""
        for fault in faults:
            if self.strict:
                raise HTTPError(400, f"{place}{fault}")
            self.lint.append(f"{place}{fault}")

    def _report_project(self, document: Document, own: str) -> None:
        if (named := document["project"]) not in (own, DEFAULT_PROJECT):
            self.lint.append(f"project: {named[:60]!r} replaced by {own!r}, the project of the key")


def _by_event(lint: Sequence[str], session: Document | None, events: Sequence[Document]) -> dict[str, str]:
    """Return the lint by event id, one line for each. Lint without an event belongs to the first document."""
    first = session or next(iter(events), None)
    lines: dict[str, list[str]] = {}
    for text in lint:
        found = _IN_BATCH.match(text)
        about = events[int(found[1])] if found is not None and int(found[1]) < len(events) else first
        if about is not None:
            lines.setdefault(about["event_id"], []).append(text[found.end() :] if found is not None else text)
    return {event_id: "\n".join(dict.fromkeys(texts)) for event_id, texts in lines.items()}


OperationHandler = Callable[[APIRequest], Awaitable[bytes]]
"""The function that serves an operation: it returns the body of a successful response."""
