# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``sessions``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from .. import inputs, models
from ..types import UNSET, Timestamp, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Sessions:
    """A session is the root of a tree of events: one conversation, or one run of an application."""

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Session:
        """Start a session, or merge into an existing one.

        No field is required; each has a fallback. If the `session_id` already exists, `metadata` and
        `user_properties` are merged into that session and the stored session is returned, so the request
        can be repeated safely.

        Args:
            session_id: UUID that you choose for the session. The service creates one (version 4) if it is
                omitted or is not a UUID.
            session_name: Display name.
            event_name: Name of the session's own event. Falls back to `session_name`, then to `unknown`.
            source: Source of the session, e.g. `sdk-python`. Falls back to `unknown`.
            start_time: Start time in Unix milliseconds.
            end_time: End time in Unix milliseconds.
            duration: Duration in milliseconds.
            config: Configuration of the session.
            inputs: Inputs of the session.
            outputs: Outputs of the session.
            metadata: Any other data. Merged if the session already exists.
            user_properties: Properties of the user. Merged if the session already exists.
            children_ids: Ids of the direct child events of the session.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The stored session.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement:
        """Add several events to one session.

        Every event gets the session id of the path, even if it names another one. The events are stored one
        after the other; if only some could be stored, the status is 500.

        Args:
            session_id: Id of the session.
            events: The events to add. Each gets the session id of the path.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /v1/sessions/{session_id}/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create_deletion_request(
        self,
        project_id: str,
        *,
        session_ids: Sequence[str],
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionDeletionReply:
        """Request the deletion of sessions.

        The request is recorded and answered at once; a job deletes the sessions with all their events. An
        unknown id completes without effect, and a repeated id counts once. The status is 501 where the job
        is switched off. The key needs the permission `project.session.delete`.

        Args:
            project_id: Id of the project.
            session_ids: Ids of the sessions.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The deletion request.

        Source: ``POST /v1/projects/{project_id}/sessions/deletion_requests`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_deletion_request as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get_deletion_request(
        self,
        project_id: str,
        deletion_request_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionDeletionReply:
        """Return the progress of a deletion request.

        The key needs the permission `project.session.delete`.

        Args:
            project_id: Id of the project.
            deletion_request_id: Id of the deletion request.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The deletion request.

        Source: ``GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import get_session_deletion_request as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def list(
        self,
        *,
        project: str | None = None,
        query: Mapping[str, Any] | None = None,
        limit: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> list[models.SessionEvent]:
        """List sessions, each with its tree of events.

        The response is a plain array without paging; `limit` bounds it. Each session has its events in
        `children`.

        Args:
            project: Name of the project to search; all projects if omitted.
            query: Object that the sessions must match, field by field. Sent as a JSON string.
            limit: Maximum number of sessions to return.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching sessions.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionEventAcknowledgement:
        """Log one event to a session of the legacy API.

        No field is required. The session id of the path can be any string and applies to the event.

        Args:
            session_id: Id of the session; the legacy API accepts any string.
            children: Direct child events.
            config: Configuration of the model, the tool or whatever else the event is about.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            error: Error message, if there was an error.
            event_id: Id of the event.
            event_name: Name of the event.
            event_type: Type of the event; the legacy API accepts any string.
            feedback: Feedback from people.
            inputs: Inputs of the event.
            metadata: Any other data.
            metrics: Metric values by name.
            outputs: Outputs of the event.
            project: Name of the project.
            source: Source of the event.
            start_time: Start time in Unix milliseconds.
            user_properties: Properties of the user.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the recorded event.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement: ...

    def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement:
        """Add events to a session of the legacy API.

        Takes exactly one of `events` and its older name `logs`; a request with both or neither is refused.

        Deprecated: use POST /v1/sessions/{session_id}/events/batch.
        Args:
            session_id: Id of the session; the legacy API accepts any string.
            events: The events to add.
            logs: Older name of `events`. Deprecated: use events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the events were added.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Session:
        """Start a session passed under the key `session`.

        Same as `POST /v1/sessions`, with the session under the key `session`.

        Deprecated: use POST /v1/sessions.
        Args:
            session: A session to start. No field is required.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The stored session.

        Source: ``POST /session/start`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import start_session as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncSessions:
    """A session is the root of a tree of events: one conversation, or one run of an application."""

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Session:
        """Start a session, or merge into an existing one.

        No field is required; each has a fallback. If the `session_id` already exists, `metadata` and
        `user_properties` are merged into that session and the stored session is returned, so the request
        can be repeated safely.

        Args:
            session_id: UUID that you choose for the session. The service creates one (version 4) if it is
                omitted or is not a UUID.
            session_name: Display name.
            event_name: Name of the session's own event. Falls back to `session_name`, then to `unknown`.
            source: Source of the session, e.g. `sdk-python`. Falls back to `unknown`.
            start_time: Start time in Unix milliseconds.
            end_time: End time in Unix milliseconds.
            duration: Duration in milliseconds.
            config: Configuration of the session.
            inputs: Inputs of the session.
            outputs: Outputs of the session.
            metadata: Any other data. Merged if the session already exists.
            user_properties: Properties of the user. Merged if the session already exists.
            children_ids: Ids of the direct child events of the session.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The stored session.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement:
        """Add several events to one session.

        Every event gets the session id of the path, even if it names another one. The events are stored one
        after the other; if only some could be stored, the status is 500.

        Args:
            session_id: Id of the session.
            events: The events to add. Each gets the session id of the path.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /v1/sessions/{session_id}/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_event_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create_deletion_request(
        self,
        project_id: str,
        *,
        session_ids: Sequence[str],
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionDeletionReply:
        """Request the deletion of sessions.

        The request is recorded and answered at once; a job deletes the sessions with all their events. An
        unknown id completes without effect, and a repeated id counts once. The status is 501 where the job
        is switched off. The key needs the permission `project.session.delete`.

        Args:
            project_id: Id of the project.
            session_ids: Ids of the sessions.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The deletion request.

        Source: ``POST /v1/projects/{project_id}/sessions/deletion_requests`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import create_session_deletion_request as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get_deletion_request(
        self,
        project_id: str,
        deletion_request_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionDeletionReply:
        """Return the progress of a deletion request.

        The key needs the permission `project.session.delete`.

        Args:
            project_id: Id of the project.
            deletion_request_id: Id of the deletion request.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The deletion request.

        Source: ``GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import get_session_deletion_request as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def list(
        self,
        *,
        project: str | None = None,
        query: Mapping[str, Any] | None = None,
        limit: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> list[models.SessionEvent]:
        """List sessions, each with its tree of events.

        The response is a plain array without paging; `limit` bounds it. Each session has its events in
        `children`.

        Args:
            project: Name of the project to search; all projects if omitted.
            query: Object that the sessions must match, field by field. Sent as a JSON string.
            limit: Maximum number of sessions to return.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching sessions.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.SessionEventAcknowledgement:
        """Log one event to a session of the legacy API.

        No field is required. The session id of the path can be any string and applies to the event.

        Args:
            session_id: Id of the session; the legacy API accepts any string.
            children: Direct child events.
            config: Configuration of the model, the tool or whatever else the event is about.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            error: Error message, if there was an error.
            event_id: Id of the event.
            event_name: Name of the event.
            event_type: Type of the event; the legacy API accepts any string.
            feedback: Feedback from people.
            inputs: Inputs of the event.
            metadata: Any other data.
            metrics: Metric values by name.
            outputs: Outputs of the event.
            project: Name of the project.
            source: Source of the event.
            start_time: Start time in Unix milliseconds.
            user_properties: Properties of the user.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the recorded event.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement: ...

    async def add_traces(
        self,
        session_id: str,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Acknowledgement:
        """Add events to a session of the legacy API.

        Takes exactly one of `events` and its older name `logs`; a request with both or neither is refused.

        Deprecated: use POST /v1/sessions/{session_id}/events/batch.
        Args:
            session_id: Id of the session; the legacy API accepts any string.
            events: The events to add.
            logs: Older name of `events`. Deprecated: use events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the events were added.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Session:
        """Start a session passed under the key `session`.

        Same as `POST /v1/sessions`, with the session under the key `session`.

        Deprecated: use POST /v1/sessions.
        Args:
            session: A session to start. No field is required.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The stored session.

        Source: ``POST /session/start`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.sessions import start_session as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
