# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The namespaces of a client, each loaded when it is first used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ..types import Request

if TYPE_CHECKING:
    from .events import AsyncEvents, Events
    from .sessions import AsyncSessions, Sessions

T = TypeVar("T")


class Call(Protocol):
    """Sends a request and reads its reply."""

    def __call__(
        self, request: Request, read: Callable[[Any], T], extra_body: Mapping[str, Any] | None, timeout: float | None, /
    ) -> T: ...


class AsyncCall(Protocol):
    """Checks a request at once and returns what to await for its reply."""

    def __call__(
        self, request: Request, read: Callable[[Any], T], extra_body: Mapping[str, Any] | None, timeout: float | None, /
    ) -> Awaitable[T]: ...


class SyncNamespaces:
    """The operations of the document, by namespace, for a client that blocks."""

    if TYPE_CHECKING:
        _call: Call

    @cached_property
    def sessions(self) -> Sessions:
        """A session is the root of a tree of events, one conversation or one run of an application."""
        from .sessions import Sessions

        return Sessions(self._call)

    @cached_property
    def events(self) -> Events:
        """An event is one step of a session, with what went in, what came out and how long it took."""
        from .events import Events

        return Events(self._call)


class AsyncNamespaces:
    """The operations of the document, by namespace, for a client that is awaited."""

    if TYPE_CHECKING:
        _call: AsyncCall

    @cached_property
    def sessions(self) -> AsyncSessions:
        """A session is the root of a tree of events, one conversation or one run of an application."""
        from .sessions import AsyncSessions

        return AsyncSessions(self._call)

    @cached_property
    def events(self) -> AsyncEvents:
        """An event is one step of a session, with what went in, what came out and how long it took."""
        from .events import AsyncEvents

        return AsyncEvents(self._call)
