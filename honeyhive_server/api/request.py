"""One request as a handler sees it: already admitted, with the store to work on."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..contract.contract import Contract, Operation
from ..contract.query import read_arguments
from ..model.event_model import Document
from ..model.http_error import Refusal
from ..store import Store, Write

_IN_BATCH = re.compile(r"(?:events|logs|model_events)\.(\d{1,9})\.")


@dataclass(slots=True)
class Call:
    """An admitted request."""

    contract: Contract
    store: Store
    now: int
    """Unix milliseconds."""
    path: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    body: Any = None
    lint: list[str] = field(default_factory=list)
    """What the request did that the service only tolerates."""
    operation: Operation | None = None

    def parameter(self, name: str) -> str | None:
        """The value of a query parameter, the last one if there are several."""
        return next((value for key, value in reversed(self.query) if key == name), None)

    def arguments(self) -> dict[str, Any]:
        """The documented parameters of the query, by name. Raises Refusal (400) for one that does not fit."""
        return read_arguments(self.operation.query if self.operation else (), self.query)

    async def write(self, session: Document | None = None, events: Sequence[Document] = ()) -> Write:
        """Store a session and events, after a last look at whether each can be answered again.

        Raises Refusal (400) for a document that could not, as the older routes let fields of any type in.
        """
        for document in (*events, session) if session is not None else events:
            if not self.contract.stored.fits(document):
                fault = next(self.contract.stored.faults(document))
                raise Refusal(400, f"{'.'.join(map(str, fault.instance_path))}: {fault.message[-200:]}")
        lint = _by_event(self.lint, session, events) if self.lint else {}
        return await self.store.write(session=session, events=events, lint=lint)


def _by_event(lint: Sequence[str], session: Document | None, events: Sequence[Document]) -> dict[str, str]:
    """The lint in lines by the id of the event that it is about; what names none is about the first that is written."""
    first = session or next(iter(events), None)
    lines: dict[str, list[str]] = {}
    for text in lint:
        found = _IN_BATCH.match(text)
        about = events[int(found[1])] if found is not None and int(found[1]) < len(events) else first
        if about is not None:
            lines.setdefault(about["event_id"], []).append(text[found.end() :] if found is not None else text)
    return {event_id: "\n".join(dict.fromkeys(texts)) for event_id, texts in lines.items()}


Handler = Callable[[Call], Awaitable[bytes]]
