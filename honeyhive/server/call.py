"""One request as a handler sees it: already admitted, with the store to work on."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .arguments import read_arguments
from .contract import Contract, Operation
from .problems import Refusal
from .semantics import Document
from .store import Store, Write


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
        return await self.store.write(session=session, events=events)


Handler = Callable[[Call], Awaitable[bytes]]
