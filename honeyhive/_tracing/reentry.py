"""Postpones events while the modules of the tracer cannot be loaded. There are two reasons.

A signal handler or finalizer may interrupt the import, which then cannot continue before the handler returns. Or no
file descriptor is free, so no module can be read. Events and feedback are logged later; a session or an event block is
counted as dropped.
"""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from .tracer import Tracer


def _new_id() -> str:
    """Return a UUID of version 4. The module that usually makes them may be only partly imported."""
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
        """Return an empty preview: without masks, which cannot be loaded yet, no part of the event may be shown."""
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
    """The empty preview of an event."""

    def __init__(self) -> None:
        self.event: dict[str, Any] = {}
        self.masked: list[Any] = []


class DroppedSpan:
    """A session or event that accepts all calls and is not sent."""

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
        """Return this object, which is not sent."""
        return self

    def update(self, *_: Any, **__: Any) -> Self:
        """Drop the fields, and return this object."""
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
"""The session or event for calls without room below the recursion limit."""
