# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``events``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload
from uuid import UUID

from .. import inputs, models
from ..types import UNSET, Timestamp, Unset, deprecated
from . import AsyncCall, AsyncPages, AsyncPagesCall, Call, Pages, PagesCall


class Events:
    """An event is one step of a session, with what went in, what came out and how long it took."""

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event.

        `event_type` and `inputs` are required. An event without `parent_id` hangs under its session; one
        without `session_id` gets a session of its own.

        Args:
            project_id: The id of the project.
            source: Where the event comes from. Falls back to `unknown`.
            event_name: The name of the event. Falls back to `unknown`.
            parent_id: The event above it. Falls back to the session.
            children_ids: The ids of events directly below it.
            config: The configuration used, such as the model and its settings.
            inputs: What went in.
            outputs: What came out.
            error: What went wrong, if anything did.
            start_time: When it started, in Unix milliseconds.
            end_time: When it ended, in Unix milliseconds.
            duration: How long it took, in milliseconds.
            metadata: Anything else worth keeping, such as numbers of tokens.
            feedback: What people said about it, or the right answer.
            metrics: Measured values by name.
            user_properties: What is known about the user.
            event_type: What kind of step an event is.
            event_id: Your id for the event, a UUID. The service makes one if it is left out.
            session_id: The session it belongs to, a UUID. The service makes one if it is left out.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events, of one session or of many.

        When only some events could be stored the answer is 500.

        Args:
            events: The events to log.
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /v1/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        event_id: str | UUID,
        *,
        timeout: float | None = None,
    ) -> models.GetEventResponse:
        """Read one event.

        The event comes wrapped under `event`.

        Args:
            event_id: The id of the event.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event.

        Source: ``GET /v1/events/{event_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import get_event as operation

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
        timeout: float | None = None,
    ) -> None:
        """Change an event that is already stored.

        Only the keys that are sent change. `metadata`, `feedback`, `metrics`, `config` and
        `user_properties` are merged; `outputs` is replaced. The answer has no body.

        Args:
            event_id: The id of the event.
            metadata: Merged into what is stored.
            feedback: Merged into what is stored.
            metrics: Merged into what is stored.
            outputs: Takes the place of what is stored; null leaves it as it is.
            config: Merged into what is stored.
            user_properties: Merged into what is stored.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            children_ids: The ids of events directly below it; an empty list changes nothing.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList: ...

    def search(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList:
        """Find events, newest first, a page at a time.

        An event is found when it meets every filter. `count` is the number of events that match.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            limit: How many events a page holds, at most 1000, which is also what it holds when this is left
                out.
            page: Which page, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            One page of events.

        Source: ``POST /v1/events/search`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import search_events as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Pages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Pages[models.FoundEvent]: ...

    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Pages[models.FoundEvent]:
        """Iterate over all items that `search` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            limit: How many events a page holds, at most 1000, which is also what it holds when this is left
                out.
            page: Which page, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `for`.

        Source: ``POST /v1/events/search`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import search_events as operation

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
        timeout: float | None = None,
    ) -> models.EventList:
        """Export events that match the filters.

        Pages may hold up to 7500 events and take long to make.

        Deprecated: use POST /v1/events/search.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            projections: The fields to return; all of them when left out.
            limit: How many events a page holds, at most 7500; 1000 when left out.
            page: Which page, counted from 1.
            ignore_order: Whether the order may be given up for speed.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> Pages[models.FoundEvent]:
        """Iterate over all items that `export` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Deprecated: use POST /v1/events/search.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            projections: The fields to return; all of them when left out.
            limit: How many events a page holds, at most 7500; 1000 when left out.
            page: Which page, counted from 1.
            ignore_order: Whether the order may be given up for speed.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `for`.

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
        timeout: float | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the stored events.

        Names the fields, the datasets and how fields map onto them.

        Deprecated: use GET /v1/runs/{run_id}/schema or GET /v1/runs/schema.

        Args:
            date_range: Only events in this range of time, as JSON text of an object with `$gte` and `$lte`.
            evaluation_id: Only events of this experiment run.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> None:
        """Change an event whose id is in the body.

        Merges and replaces as `PUT /v1/events/{event_id}` does. The answer has no body.

        Deprecated: use PUT /v1/events/{event_id}.

        Args:
            metadata: Merged into what is stored.
            feedback: Merged into what is stored.
            metrics: Merged into what is stored.
            outputs: Takes the place of what is stored; null leaves it as it is.
            config: Merged into what is stored.
            user_properties: Merged into what is stored.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            children_ids: The ids of events directly below it; an empty list changes nothing.
            event_id: The id of the event.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event given under the key `event`.

        Does what `POST /v1/events` does, with the event wrapped in an object.

        Deprecated: use POST /v1/events.

        Args:
            event: An event as the older routes take it, with its type and inputs.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
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
        timeout: float | None = None,
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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events through the unversioned route.

        Takes the older names of the batch options as well. When only some events could be stored the answer
        is 500.

        Deprecated: use POST /v1/events/batch.

        Args:
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            is_single_session: The older name of `single_session`. Deprecated: use single_session.
            session: The older name of `session_properties`. Deprecated: use session_properties.
            events: The events to log.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one model call, with fields named after it.

        The service sets `event_type` to `model` and moves the fields of the call into `inputs` and
        `outputs`. Replace it by an event of type `model`.

        Deprecated: use POST /v1/events.

        Args:
            model_event: A model call. Its deprecated fields are moved into `inputs` and `outputs` before it
                is stored.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
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
        timeout: float | None = None,
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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several model calls, with fields named after them.

        Treats each item as `POST /events/model` does. When only some events could be stored the answer is
        500.

        Deprecated: use POST /v1/events/batch.

        Args:
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            is_single_session: The older name of `single_session`. Deprecated: use single_session.
            session: The older name of `session_properties`. Deprecated: use session_properties.
            model_events: The model calls to log.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /events/model/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_batch_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncEvents:
    """An event is one step of a session, with what went in, what came out and how long it took."""

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event.

        `event_type` and `inputs` are required. An event without `parent_id` hangs under its session; one
        without `session_id` gets a session of its own.

        Args:
            project_id: The id of the project.
            source: Where the event comes from. Falls back to `unknown`.
            event_name: The name of the event. Falls back to `unknown`.
            parent_id: The event above it. Falls back to the session.
            children_ids: The ids of events directly below it.
            config: The configuration used, such as the model and its settings.
            inputs: What went in.
            outputs: What came out.
            error: What went wrong, if anything did.
            start_time: When it started, in Unix milliseconds.
            end_time: When it ended, in Unix milliseconds.
            duration: How long it took, in milliseconds.
            metadata: Anything else worth keeping, such as numbers of tokens.
            feedback: What people said about it, or the right answer.
            metrics: Measured values by name.
            user_properties: What is known about the user.
            event_type: What kind of step an event is.
            event_id: Your id for the event, a UUID. The service makes one if it is left out.
            session_id: The session it belongs to, a UUID. The service makes one if it is left out.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events, of one session or of many.

        When only some events could be stored the answer is 500.

        Args:
            events: The events to log.
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /v1/events/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_event_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        event_id: str | UUID,
        *,
        timeout: float | None = None,
    ) -> models.GetEventResponse:
        """Read one event.

        The event comes wrapped under `event`.

        Args:
            event_id: The id of the event.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event.

        Source: ``GET /v1/events/{event_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import get_event as operation

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
        timeout: float | None = None,
    ) -> None:
        """Change an event that is already stored.

        Only the keys that are sent change. `metadata`, `feedback`, `metrics`, `config` and
        `user_properties` are merged; `outputs` is replaced. The answer has no body.

        Args:
            event_id: The id of the event.
            metadata: Merged into what is stored.
            feedback: Merged into what is stored.
            metrics: Merged into what is stored.
            outputs: Takes the place of what is stored; null leaves it as it is.
            config: Merged into what is stored.
            user_properties: Merged into what is stored.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            children_ids: The ids of events directly below it; an empty list changes nothing.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    async def search(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList: ...

    async def search(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.EventList:
        """Find events, newest first, a page at a time.

        An event is found when it meets every filter. `count` is the number of events that match.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            limit: How many events a page holds, at most 1000, which is also what it holds when this is left
                out.
            page: Which page, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            One page of events.

        Source: ``POST /v1/events/search`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import search_events as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    @overload
    @deprecated("deprecated: ignore_order=", category=None)
    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> AsyncPages[models.FoundEvent]: ...

    def search_all(
        self,
        *,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        date_range: inputs.SearchDateRange | None = None,
        limit: int | None = None,
        page: int | None = None,
        ignore_order: bool | None = None,
        evaluation_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> AsyncPages[models.FoundEvent]:
        """Iterate over all items that `search` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            limit: How many events a page holds, at most 1000, which is also what it holds when this is left
                out.
            page: Which page, counted from 1.
            ignore_order: Has no effect. Deprecated.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `async for`.

        Source: ``POST /v1/events/search`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import search_events as operation

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
        timeout: float | None = None,
    ) -> models.EventList:
        """Export events that match the filters.

        Pages may hold up to 7500 events and take long to make.

        Deprecated: use POST /v1/events/search.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            projections: The fields to return; all of them when left out.
            limit: How many events a page holds, at most 7500; 1000 when left out.
            page: Which page, counted from 1.
            ignore_order: Whether the order may be given up for speed.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> AsyncPages[models.FoundEvent]:
        """Iterate over all items that `export` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Deprecated: use POST /v1/events/search.

        Args:
            filters: The conditions that an event has to meet, all of them.
            date_range: A range of time; both ends belong to it.
            projections: The fields to return; all of them when left out.
            limit: How many events a page holds, at most 7500; 1000 when left out.
            page: Which page, counted from 1.
            ignore_order: Whether the order may be given up for speed.
            evaluation_id: Only events of this experiment run.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `async for`.

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
        timeout: float | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the stored events.

        Names the fields, the datasets and how fields map onto them.

        Deprecated: use GET /v1/runs/{run_id}/schema or GET /v1/runs/schema.

        Args:
            date_range: Only events in this range of time, as JSON text of an object with `$gte` and `$lte`.
            evaluation_id: Only events of this experiment run.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> None:
        """Change an event whose id is in the body.

        Merges and replaces as `PUT /v1/events/{event_id}` does. The answer has no body.

        Deprecated: use PUT /v1/events/{event_id}.

        Args:
            metadata: Merged into what is stored.
            feedback: Merged into what is stored.
            metrics: Merged into what is stored.
            outputs: Takes the place of what is stored; null leaves it as it is.
            config: Merged into what is stored.
            user_properties: Merged into what is stored.
            duration: How long it took, in milliseconds.
            end_time: When it ended, in Unix milliseconds.
            children_ids: The ids of events directly below it; an empty list changes nothing.
            event_id: The id of the event.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one event given under the key `event`.

        Does what `POST /v1/events` does, with the event wrapped in an object.

        Deprecated: use POST /v1/events.

        Args:
            event: An event as the older routes take it, with its type and inputs.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
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
        timeout: float | None = None,
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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several events through the unversioned route.

        Takes the older names of the batch options as well. When only some events could be stored the answer
        is 500.

        Deprecated: use POST /v1/events/batch.

        Args:
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            is_single_session: The older name of `single_session`. Deprecated: use single_session.
            session: The older name of `session_properties`. Deprecated: use session_properties.
            events: The events to log.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

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
        timeout: float | None = None,
    ) -> models.EventAcknowledgement:
        """Log one model call, with fields named after it.

        The service sets `event_type` to `model` and moves the fields of the call into `inputs` and
        `outputs`. Replace it by an event of type `model`.

        Deprecated: use POST /v1/events.

        Args:
            model_event: A model call. Its deprecated fields are moved into `inputs` and `outputs` before it
                is stored.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The event is stored.

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
        timeout: float | None = None,
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
        timeout: float | None = None,
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
        timeout: float | None = None,
    ) -> models.EventBatchAcknowledgement:
        """Log several model calls, with fields named after them.

        Treats each item as `POST /events/model` does. When only some events could be stored the answer is
        500.

        Deprecated: use POST /v1/events/batch.

        Args:
            single_session: Whether all events go into one session. They do not when it is left out.
            session_properties: What is known about the session that a batch makes.
            is_single_session: The older name of `single_session`. Deprecated: use single_session.
            session: The older name of `session_properties`. Deprecated: use session_properties.
            model_events: The model calls to log.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            All events are stored.

        Source: ``POST /events/model/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.events import create_model_event_batch_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
