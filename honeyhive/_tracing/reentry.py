"""Events that cannot be logged yet, since the modules of the tracer cannot be loaded: they are logged later.

A signal handler or finalizer may interrupt the import, which cannot continue before the handler returns; or the table
of file descriptors is full, so that no module can be read. So what is logged is postponed
until then, and a session or event is counted as dropped.
"""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from .tracer import Tracer


def _new_id() -> str:
    """Return a UUID of version 4; the module that makes them may be half imported."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


class PostponingTracer:
    """Stand-in for a tracer that cannot be imported yet."""

    def __init__(self, postponed: "list[Callable[[Tracer], object]]") -> None:
        self._postponed = postponed

    def log(self, event: Any) -> str:
        """Postpone the event, and return its id."""
        given = {**event} if isinstance(event, Mapping) else {"inputs": event}
        event_id = given.setdefault("event_id", _new_id())
        self._postponed.append(lambda tracer: tracer.log(given))
        return str(event_id)

    def feedback(self, event_id: Any, feedback: Any) -> None:
        """Postpone the feedback."""
        self._postponed.append(lambda tracer: tracer.feedback(event_id, feedback))

    def preview(self, _: Any) -> "UnknownPreview":
        """Return an empty preview: the masks cannot be loaded yet, so nothing of the event is shown."""
        return UnknownPreview()

    def headers(self) -> dict[str, str]:
        """Return no headers."""
        return {}

    def session(self, *_: Any) -> "DroppedSpan":
        """Count a session or event as dropped."""
        self._postponed.append(lambda tracer: tracer.worker.drop("unsent"))
        return DroppedSpan()

    event = resumed = continued = session


class UnknownPreview:
    """The preview of an event that cannot be made yet."""

    def __init__(self) -> None:
        self.event: dict[str, Any] = {}
        self.masked: list[Any] = []


class DroppedSpan:
    """A session or event that takes everything and is not sent."""

    error: Any = None
    name = "unknown"
    type = "tool"

    def __init__(self) -> None:
        self.session_id = self.event_id = _new_id()
        self.inputs: Any = {}
        self.outputs: Any = {}
        self.metadata: Any = {}
        self.metrics: Any = {}
        self.config: Any = {}
        self.user_properties: Any = {}

    def event(self, *_: Any, **__: Any) -> Self:
        """Return the same span, which is not sent either."""
        return self

    def update(self, *_: Any, **__: Any) -> Self:
        """Drop the fields."""
        return self

    usage = messages = update

    @property
    def session(self) -> Self:
        """The span itself."""
        return self

    def feedback(self, *_: Any, **__: Any) -> None:
        """Drop the feedback."""

    def end(self) -> None:
        """Do nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let exceptions pass."""


NOTHING: Final[Any] = DroppedSpan()
"""The session or event of calls that have no room to make one of their own below the recursion limit."""
