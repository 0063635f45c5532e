# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``sessions``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload
from uuid import UUID

from .. import inputs, models
from ..types import UNSET, Timestamp, Unset, deprecated
from . import AsyncCall, Call


class Sessions:
    """A session is the root of a tree of events, one conversation or one run of an application."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        *,
        session_id: str | UUID | None = None,
        session_name: str | None = None,
        event_name: str | None = None,
        source: str | None = None,
        start_time: Timestamp | None = None,
        end_time: Timestamp | None = None,
        duration: float | None = None,
        config: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Session:
        """Start a session, or add to one that exists.

        No field is required; each has a fallback. Sending a `session_id` that exists merges `metadata` and
        `user_properties` into that session and answers with it, so the request can be repeated safely.

        Args:
            session_id: Your id for the session, a UUID. The service makes one (version 4) if it is omitted
                or is not a UUID.
            session_name: The name to show.
            event_name: The name of the session's own event. Falls back to `session_name`, then to
                `unknown`.
            source: Where the session comes from, as in `sdk-python`. Falls back to `unknown`.
            start_time: When it started, in Unix milliseconds.
            end_time: When it ended, in Unix milliseconds.
            duration: How long it took, in milliseconds.
            config: The configuration the session runs with.
            inputs: What went into the session.
            outputs: What came out of the session.
            metadata: Anything else worth keeping. Merged when the session exists.
            user_properties: What is known about the user. Merged when the session exists.
            children_ids: The ids of events directly below the session.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The session as it is stored.

        Source: ``POST /v1/sessions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create_event_batch(
        self,
        session_id: str | UUID,
        *,
        events: Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement:
        """Add several events to one session.

        The session id of the path counts for every event, whatever the event says. The events are stored
        one after the other; when only some could be stored the answer is 500.

        Args:
            session_id: The id of the session.
            events: The events to add. The session id of the path counts for each of them.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /v1/sessions/{session_id}/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def list(
        self,
        *,
        project: str | None = None,
        query: Mapping[str, Any] | None = None,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> list[models.SessionEvent]:
        """List sessions, each with the tree of its events.

        The answer is a bare array with no paging; `limit` bounds it. Each session holds its events in
        `children`.

        Args:
            project: The name of the project to look in. Every project when left out.
            query: An object that the sessions have to match, field by field. It travels as JSON text.
            limit: The largest number of sessions to return.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The sessions found.

        Source: ``GET /session`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import list_sessions as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create_event(
        self,
        session_id: str,
        *,
        children: Sequence[Mapping[str, Any]] | None = None,
        config: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        error: str | None | Unset = UNSET,
        event_id: str | None = None,
        event_name: str | None = None,
        event_type: str | None = None,
        feedback: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        project: str | None = None,
        source: str | None = None,
        start_time: Timestamp | None = None,
        user_properties: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.SessionEventAcknowledgement:
        """Log one event into a session of the legacy API.

        No field is required. The session id of the path is free text and counts for the event.

        Args:
            session_id: The id of the session; the legacy API takes any text.
            children: The events directly below this one.
            config: The configuration of the model, the tool or whatever else the event is about.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            error: What went wrong, if anything did.
            event_id: The id of the event.
            event_name: The name of the event.
            event_type: The type of the event; the legacy API takes any text.
            feedback: What people said about it.
            inputs: What went in.
            metadata: Anything else worth keeping.
            metrics: Measured values by name.
            outputs: What came out.
            project: The name of the project.
            source: Where the event comes from.
            start_time: When it started, in Unix milliseconds.
            user_properties: What is known about the user.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is recorded.

        Source: ``POST /session/{session_id}/event`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
    def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement: ...

    @overload
    @deprecated(
        "sessions.add_traces() is deprecated: use sessions.create_event_batch(); deprecated: logs=: use events=",
        category=None,
    )
    def add_traces(
        self,
        session_id: str,
        *,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement: ...

    def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement:
        """Add events to a session of the legacy API.

        Takes exactly one of `events` and its older name `logs`; both or neither is refused.

        Deprecated: use POST /v1/sessions/{session_id}/events/batch.

        Args:
            session_id: The id of the session; the legacy API takes any text.
            events: The events to add.
            logs: The older name of `events`. Deprecated: use events.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The events are added.

        Source: ``POST /session/{session_id}/traces`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import add_session_traces as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
    def start(
        self,
        *,
        session: inputs.CreateSessionRequest,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Session:
        """Start a session given under the key `session`.

        Does what `POST /v1/sessions` does, with the session wrapped in an object.

        Deprecated: use POST /v1/sessions.

        Args:
            session: A session to start. Every field may be left out.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The session as it is stored.

        Source: ``POST /session/start`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import start_session as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncSessions:
    """A session is the root of a tree of events, one conversation or one run of an application."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        *,
        session_id: str | UUID | None = None,
        session_name: str | None = None,
        event_name: str | None = None,
        source: str | None = None,
        start_time: Timestamp | None = None,
        end_time: Timestamp | None = None,
        duration: float | None = None,
        config: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Session:
        """Start a session, or add to one that exists.

        No field is required; each has a fallback. Sending a `session_id` that exists merges `metadata` and
        `user_properties` into that session and answers with it, so the request can be repeated safely.

        Args:
            session_id: Your id for the session, a UUID. The service makes one (version 4) if it is omitted
                or is not a UUID.
            session_name: The name to show.
            event_name: The name of the session's own event. Falls back to `session_name`, then to
                `unknown`.
            source: Where the session comes from, as in `sdk-python`. Falls back to `unknown`.
            start_time: When it started, in Unix milliseconds.
            end_time: When it ended, in Unix milliseconds.
            duration: How long it took, in milliseconds.
            config: The configuration the session runs with.
            inputs: What went into the session.
            outputs: What came out of the session.
            metadata: Anything else worth keeping. Merged when the session exists.
            user_properties: What is known about the user. Merged when the session exists.
            children_ids: The ids of events directly below the session.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The session as it is stored.

        Source: ``POST /v1/sessions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create_event_batch(
        self,
        session_id: str | UUID,
        *,
        events: Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement:
        """Add several events to one session.

        The session id of the path counts for every event, whatever the event says. The events are stored
        one after the other; when only some could be stored the answer is 500.

        Args:
            session_id: The id of the session.
            events: The events to add. The session id of the path counts for each of them.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /v1/sessions/{session_id}/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def list(
        self,
        *,
        project: str | None = None,
        query: Mapping[str, Any] | None = None,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> list[models.SessionEvent]:
        """List sessions, each with the tree of its events.

        The answer is a bare array with no paging; `limit` bounds it. Each session holds its events in
        `children`.

        Args:
            project: The name of the project to look in. Every project when left out.
            query: An object that the sessions have to match, field by field. It travels as JSON text.
            limit: The largest number of sessions to return.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The sessions found.

        Source: ``GET /session`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import list_sessions as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create_event(
        self,
        session_id: str,
        *,
        children: Sequence[Mapping[str, Any]] | None = None,
        config: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        error: str | None | Unset = UNSET,
        event_id: str | None = None,
        event_name: str | None = None,
        event_type: str | None = None,
        feedback: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        project: str | None = None,
        source: str | None = None,
        start_time: Timestamp | None = None,
        user_properties: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.SessionEventAcknowledgement:
        """Log one event into a session of the legacy API.

        No field is required. The session id of the path is free text and counts for the event.

        Args:
            session_id: The id of the session; the legacy API takes any text.
            children: The events directly below this one.
            config: The configuration of the model, the tool or whatever else the event is about.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            error: What went wrong, if anything did.
            event_id: The id of the event.
            event_name: The name of the event.
            event_type: The type of the event; the legacy API takes any text.
            feedback: What people said about it.
            inputs: What went in.
            metadata: Anything else worth keeping.
            metrics: Measured values by name.
            outputs: What came out.
            project: The name of the project.
            source: Where the event comes from.
            start_time: When it started, in Unix milliseconds.
            user_properties: What is known about the user.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is recorded.

        Source: ``POST /session/{session_id}/event`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
    async def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement: ...

    @overload
    @deprecated(
        "sessions.add_traces() is deprecated: use sessions.create_event_batch(); deprecated: logs=: use events=",
        category=None,
    )
    async def add_traces(
        self,
        session_id: str,
        *,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement: ...

    async def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Acknowledgement:
        """Add events to a session of the legacy API.

        Takes exactly one of `events` and its older name `logs`; both or neither is refused.

        Deprecated: use POST /v1/sessions/{session_id}/events/batch.

        Args:
            session_id: The id of the session; the legacy API takes any text.
            events: The events to add.
            logs: The older name of `events`. Deprecated: use events.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The events are added.

        Source: ``POST /session/{session_id}/traces`` on the host ``legacy``.
        """
        arguments = locals()
        from ..api.sessions import add_session_traces as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
    async def start(
        self,
        *,
        session: inputs.CreateSessionRequest,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.Session:
        """Start a session given under the key `session`.

        Does what `POST /v1/sessions` does, with the session wrapped in an object.

        Deprecated: use POST /v1/sessions.

        Args:
            session: A session to start. Every field may be left out.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The session as it is stored.

        Source: ``POST /session/start`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import start_session as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
