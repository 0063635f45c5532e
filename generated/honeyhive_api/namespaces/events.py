# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``events``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload
from uuid import UUID

from .. import inputs, models
from ..types import UNSET, Timestamp, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, AsyncPages, AsyncPagesCall, Call, Pages, PagesCall


class Events:
    """An event is one step of a session, with its inputs, outputs and duration."""

    def __init__(self, call: Call, pages: PagesCall) -> None:
        self._call = call
        self._pages = pages

    def create(
        self,
        *,
        inputs: Mapping[str, Any],
        event_type: models.EventType,
        project_id: str | None = None,
        source: str | None = None,
        event_name: str | None = None,
        parent_id: str | None = None,
        children_ids: Sequence[str] | None = None,
        config: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        error: str | None | Unset = UNSET,
        start_time: Timestamp | None = None,
        end_time: Timestamp | None = None,
        duration: float | None = None,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        event_id: str | UUID | None = None,
        session_id: str | UUID | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event.

        `event_type` and `inputs` are required. An event without `parent_id` becomes a child of its session;
        one without `session_id` gets a new session.

        Args:
            project_id: Id of the project.
            source: Source of the event. Falls back to `unknown`.
            event_name: Name of the event. Falls back to `unknown`.
            parent_id: Id of the parent event. Falls back to the session.
            children_ids: Ids of the direct child events.
            config: Configuration used, such as the model and its settings.
            inputs: Inputs of the event.
            outputs: Outputs of the event.
            error: Error message, if there was an error.
            start_time: Start time in Unix milliseconds.
            end_time: End time in Unix milliseconds.
            duration: Duration in milliseconds.
            metadata: Any other data, such as token counts.
            feedback: Feedback from people, or the ground truth.
            metrics: Metric values by name.
            user_properties: Properties of the user.
            event_type: Type of an event.
            event_id: UUID that you choose for the event. The service creates one if it is omitted.
            session_id: Id of the session of the event, a UUID. The service creates one if it is omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /v1/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create_batch(
        self,
        *,
        events: Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events, of one or more sessions.

        If only some events could be stored, the status is 500.

        Args:
            events: The events to log.
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /v1/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get(
        self,
        event_id: str | UUID,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse: ...

    @overload
    @deprecated("events.get() without project_id= is deprecated", category=None)
    def get(
        self,
        event_id: str | UUID,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse: ...

    def get(
        self,
        event_id: str | UUID,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse:
        """Return one event.

        The event is under the key `event`.

        Args:
            project_id: Id of the project.
            event_id: Id of the event.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The event.

        Source: ``GET /v1/projects/{project_id}/events/{event_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/events/{event_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import get_event as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.events import get_project_event as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        event_id: str | UUID,
        *,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None | Unset = UNSET,
        config: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> None:
        """Update a stored event.

        Only the keys sent are changed. `metadata`, `feedback`, `metrics`, `config` and `user_properties`
        are merged; `outputs` is replaced. The response has no body.

        Args:
            event_id: Id of the event.
            metadata: Merged into the stored value.
            feedback: Merged into the stored value.
            metrics: Merged into the stored value.
            outputs: Replaces the stored value; null keeps it.
            config: Merged into the stored value.
            user_properties: Merged into the stored value.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            children_ids: Ids of the direct child events; an empty list changes nothing.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Nothing.

        Source: ``PUT /v1/events/{event_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import update_event as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def search(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    def search(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    def search(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList:
        """Search events, newest first, one page per call.

        An event matches if it meets every filter. `count` is the number of matching events.

        Args:
            project_id: Id of the project.
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            limit: Number of events per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of events.

        Source: ``POST /v1/projects/{project_id}/events/search`` on the host ``v1``; without ``project_id``,
        ``POST /v1/events/search``.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import search_events as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.events import search_project_events as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def search_all(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]: ...

    @overload
    def search_all(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]: ...

    def search_all(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]:
        """Iterate over the items of all pages of `search`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            limit: Number of events per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``POST /v1/projects/{project_id}/events/search`` on the host ``v1``; without ``project_id``,
        ``POST /v1/events/search``.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import search_events as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.events)
        from ..api.events import search_project_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated("events.export() is deprecated: use events.search()", category=None)
    def export(
        self,
        *,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        date_range: inputs.ExportDateRange | None = None,
        projections: Sequence[str] | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList:
        """Export events that match the filters.

        A page can have up to 7500 events and take long to produce.

        Deprecated: use POST /v1/events/search.
        Args:
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            projections: Fields to return; all if omitted.
            limit: Number of events per page, at most 7500; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: True to allow any order, which may be faster.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of events.

        Source: ``POST /v1/events/export`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import export_events as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.export() is deprecated: use events.search()", category=None)
    def export_all(
        self,
        *,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        date_range: inputs.ExportDateRange | None = None,
        projections: Sequence[str] | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.FoundEvent]:
        """Iterate over the items of all pages of `export`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Deprecated: use POST /v1/events/search.
        Args:
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            projections: Fields to return; all if omitted.
            limit: Number of events per page, at most 7500; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: True to allow any order, which may be faster.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``POST /v1/events/export`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import export_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated(
        "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()",
        category=None,
    )
    def get_schema(
        self,
        *,
        date_range: Mapping[str, Any] | None = None,
        evaluation_id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in stored events.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Deprecated: use GET /v1/projects/{project_id}/runs/{run_id}/schema or GET /v1/projects/{project_id}/runs/schema.
        Args:
            date_range: Only events in this time range: an object with `$gte` and `$lte`, sent as a JSON
                string.
            evaluation_id: Only events of this experiment run.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/events/schema`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import get_events_schema as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
    def update_legacy(
        self,
        *,
        event_id: str,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None | Unset = UNSET,
        config: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> None:
        """Update an event whose id is in the body.

        Merges and replaces like `PUT /v1/events/{event_id}`. The response has no body.

        Deprecated: use PUT /v1/events/{event_id}.
        Args:
            metadata: Merged into the stored value.
            feedback: Merged into the stored value.
            metrics: Merged into the stored value.
            outputs: Replaces the stored value; null keeps it.
            config: Merged into the stored value.
            user_properties: Merged into the stored value.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            children_ids: Ids of the direct child events; an empty list changes nothing.
            event_id: Id of the event.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Nothing.

        Source: ``PUT /events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import update_event_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
    def create_legacy(
        self,
        *,
        event: inputs.LegacyEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event passed under the key `event`.

        Same as `POST /v1/events`, with the event under the key `event`.

        Deprecated: use POST /v1/events.
        Args:
            event: An event in the form of the older routes, with its type and inputs.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("events.create_batch_legacy() is deprecated: use events.create_batch()", category=None)
    def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    @overload
    @deprecated(
        "events.create_batch_legacy() is deprecated: use events.create_batch(); deprecated: is_single_session=: use single_session=, session=: use session_properties=",
        category=None,
    )
    def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events through the unversioned route.

        Also takes the older names of the batch options. If only some events could be stored, the status is
        500.

        Deprecated: use POST /v1/events/batch.
        Args:
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            is_single_session: Older name of `single_session`. Deprecated: use single_session.
            session: Older name of `session_properties`. Deprecated: use session_properties.
            events: The events to log.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
    def create_model_legacy(
        self,
        *,
        model_event: inputs.ModelEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one model call, given in model-specific fields.

        The service sets `event_type` to `model` and moves the model-specific fields into `inputs` and
        `outputs`. Use an event of type `model` instead.

        Deprecated: use POST /v1/events.
        Args:
            model_event: A model call. Its deprecated fields are moved into `inputs` and `outputs` before it
                is stored.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /events/model`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
    def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    @overload
    @deprecated(
        "events.create_model_batch_legacy() is deprecated: use events.create_batch(); deprecated: is_single_session=: use single_session=, session=: use session_properties=",
        category=None,
    )
    def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several model calls, given in model-specific fields.

        Handles each item like `POST /events/model`. If only some events could be stored, the status is 500.

        Deprecated: use POST /v1/events/batch.
        Args:
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            is_single_session: Older name of `single_session`. Deprecated: use single_session.
            session: Older name of `session_properties`. Deprecated: use session_properties.
            model_events: The model calls to log.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /events/model/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_batch_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncEvents:
    """An event is one step of a session, with its inputs, outputs and duration."""

    def __init__(self, call: AsyncCall, pages: AsyncPagesCall) -> None:
        self._call = call
        self._pages = pages

    async def create(
        self,
        *,
        inputs: Mapping[str, Any],
        event_type: models.EventType,
        project_id: str | None = None,
        source: str | None = None,
        event_name: str | None = None,
        parent_id: str | None = None,
        children_ids: Sequence[str] | None = None,
        config: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        error: str | None | Unset = UNSET,
        start_time: Timestamp | None = None,
        end_time: Timestamp | None = None,
        duration: float | None = None,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        event_id: str | UUID | None = None,
        session_id: str | UUID | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event.

        `event_type` and `inputs` are required. An event without `parent_id` becomes a child of its session;
        one without `session_id` gets a new session.

        Args:
            project_id: Id of the project.
            source: Source of the event. Falls back to `unknown`.
            event_name: Name of the event. Falls back to `unknown`.
            parent_id: Id of the parent event. Falls back to the session.
            children_ids: Ids of the direct child events.
            config: Configuration used, such as the model and its settings.
            inputs: Inputs of the event.
            outputs: Outputs of the event.
            error: Error message, if there was an error.
            start_time: Start time in Unix milliseconds.
            end_time: End time in Unix milliseconds.
            duration: Duration in milliseconds.
            metadata: Any other data, such as token counts.
            feedback: Feedback from people, or the ground truth.
            metrics: Metric values by name.
            user_properties: Properties of the user.
            event_type: Type of an event.
            event_id: UUID that you choose for the event. The service creates one if it is omitted.
            session_id: Id of the session of the event, a UUID. The service creates one if it is omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /v1/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create_batch(
        self,
        *,
        events: Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events, of one or more sessions.

        If only some events could be stored, the status is 500.

        Args:
            events: The events to log.
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /v1/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get(
        self,
        event_id: str | UUID,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse: ...

    @overload
    @deprecated("events.get() without project_id= is deprecated", category=None)
    async def get(
        self,
        event_id: str | UUID,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse: ...

    async def get(
        self,
        event_id: str | UUID,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.GetEventResponse:
        """Return one event.

        The event is under the key `event`.

        Args:
            project_id: Id of the project.
            event_id: Id of the event.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The event.

        Source: ``GET /v1/projects/{project_id}/events/{event_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/events/{event_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import get_event as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.events import get_project_event as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        event_id: str | UUID,
        *,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None | Unset = UNSET,
        config: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> None:
        """Update a stored event.

        Only the keys sent are changed. `metadata`, `feedback`, `metrics`, `config` and `user_properties`
        are merged; `outputs` is replaced. The response has no body.

        Args:
            event_id: Id of the event.
            metadata: Merged into the stored value.
            feedback: Merged into the stored value.
            metrics: Merged into the stored value.
            outputs: Replaces the stored value; null keeps it.
            config: Merged into the stored value.
            user_properties: Merged into the stored value.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            children_ids: Ids of the direct child events; an empty list changes nothing.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Nothing.

        Source: ``PUT /v1/events/{event_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import update_event as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def search(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    async def search(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    async def search(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    async def search(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList: ...

    async def search(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList:
        """Search events, newest first, one page per call.

        An event matches if it meets every filter. `count` is the number of matching events.

        Args:
            project_id: Id of the project.
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            limit: Number of events per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of events.

        Source: ``POST /v1/projects/{project_id}/events/search`` on the host ``v1``; without ``project_id``,
        ``POST /v1/events/search``.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import search_events as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.events import search_project_events as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def search_all(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    @overload
    def search_all(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        project_id: str,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        project_id: None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    def search_all(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]:
        """Iterate over the items of all pages of `search`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            limit: Number of events per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``POST /v1/projects/{project_id}/events/search`` on the host ``v1``; without ``project_id``,
        ``POST /v1/events/search``.
        """
        arguments = locals()
        if project_id is None:
            from ..api.events import search_events as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.events)
        from ..api.events import search_project_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated("events.export() is deprecated: use events.search()", category=None)
    async def export(
        self,
        *,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        date_range: inputs.ExportDateRange | None = None,
        projections: Sequence[str] | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventList:
        """Export events that match the filters.

        A page can have up to 7500 events and take long to produce.

        Deprecated: use POST /v1/events/search.
        Args:
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            projections: Fields to return; all if omitted.
            limit: Number of events per page, at most 7500; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: True to allow any order, which may be faster.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of events.

        Source: ``POST /v1/events/export`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import export_events as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.export() is deprecated: use events.search()", category=None)
    def export_all(
        self,
        *,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        date_range: inputs.ExportDateRange | None = None,
        projections: Sequence[str] | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.FoundEvent]:
        """Iterate over the items of all pages of `export`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Deprecated: use POST /v1/events/search.
        Args:
            filters: Conditions that every event must meet.
            date_range: A time range; both ends are inclusive.
            projections: Fields to return; all if omitted.
            limit: Number of events per page, at most 7500; 1000 if omitted.
            page: Page number, counted from 1.
            ignore_order: True to allow any order, which may be faster.
            evaluation_id: Only events of this experiment run.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``POST /v1/events/export`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import export_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated(
        "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()",
        category=None,
    )
    async def get_schema(
        self,
        *,
        date_range: Mapping[str, Any] | None = None,
        evaluation_id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in stored events.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Deprecated: use GET /v1/projects/{project_id}/runs/{run_id}/schema or GET /v1/projects/{project_id}/runs/schema.
        Args:
            date_range: Only events in this time range: an object with `$gte` and `$lte`, sent as a JSON
                string.
            evaluation_id: Only events of this experiment run.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/events/schema`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import get_events_schema as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
    async def update_legacy(
        self,
        *,
        event_id: str,
        metadata: Mapping[str, Any] | None = None,
        feedback: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None | Unset = UNSET,
        config: Mapping[str, Any] | None = None,
        user_properties: Mapping[str, Any] | None = None,
        duration: float | None = None,
        end_time: Timestamp | None = None,
        children_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> None:
        """Update an event whose id is in the body.

        Merges and replaces like `PUT /v1/events/{event_id}`. The response has no body.

        Deprecated: use PUT /v1/events/{event_id}.
        Args:
            metadata: Merged into the stored value.
            feedback: Merged into the stored value.
            metrics: Merged into the stored value.
            outputs: Replaces the stored value; null keeps it.
            config: Merged into the stored value.
            user_properties: Merged into the stored value.
            duration: Duration in milliseconds.
            end_time: End time in Unix milliseconds.
            children_ids: Ids of the direct child events; an empty list changes nothing.
            event_id: Id of the event.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Nothing.

        Source: ``PUT /events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import update_event_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
    async def create_legacy(
        self,
        *,
        event: inputs.LegacyEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event passed under the key `event`.

        Same as `POST /v1/events`, with the event under the key `event`.

        Deprecated: use POST /v1/events.
        Args:
            event: An event in the form of the older routes, with its type and inputs.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("events.create_batch_legacy() is deprecated: use events.create_batch()", category=None)
    async def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    @overload
    @deprecated(
        "events.create_batch_legacy() is deprecated: use events.create_batch(); deprecated: is_single_session=: use single_session=, session=: use session_properties=",
        category=None,
    )
    async def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    async def create_batch_legacy(
        self,
        *,
        events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events through the unversioned route.

        Also takes the older names of the batch options. If only some events could be stored, the status is
        500.

        Deprecated: use POST /v1/events/batch.
        Args:
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            is_single_session: Older name of `single_session`. Deprecated: use single_session.
            session: Older name of `session_properties`. Deprecated: use session_properties.
            events: The events to log.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
    async def create_model_legacy(
        self,
        *,
        model_event: inputs.ModelEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventAcknowledgement:
        """Log one model call, given in model-specific fields.

        The service sets `event_type` to `model` and moves the model-specific fields into `inputs` and
        `outputs`. Use an event of type `model` instead.

        Deprecated: use POST /v1/events.
        Args:
            model_event: A model call. Its deprecated fields are moved into `inputs` and `outputs` before it
                is stored.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored event.

        Source: ``POST /events/model`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
    async def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    @overload
    @deprecated(
        "events.create_model_batch_legacy() is deprecated: use events.create_batch(); deprecated: is_single_session=: use single_session=, session=: use session_properties=",
        category=None,
    )
    async def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement: ...

    async def create_model_batch_legacy(
        self,
        *,
        model_events: Sequence[inputs.ModelEvent],
        single_session: bool | None = None,
        session_properties: inputs.SessionProperties | None = None,
        is_single_session: bool | None = None,
        session: inputs.SessionProperties | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several model calls, given in model-specific fields.

        Handles each item like `POST /events/model`. If only some events could be stored, the status is 500.

        Deprecated: use POST /v1/events/batch.
        Args:
            single_session: True to put all events into one session; false if omitted.
            session_properties: Properties of the session that a batch creates.
            is_single_session: Older name of `single_session`. Deprecated: use single_session.
            session: Older name of `session_properties`. Deprecated: use session_properties.
            model_events: The model calls to log.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the stored events.

        Source: ``POST /events/model/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_batch_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
