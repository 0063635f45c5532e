# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events/model/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createModelEventBatchLegacy",
    namespace="events",
    name="create_model_batch_legacy",
    method="POST",
    path="/events/model/batch",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/events/batch",),
    fields=(
        Field("single_session", "single_session", "body", ("boolean",)),
        Field("session_properties", "session_properties", "body", ("object",), shape="SessionProperties"),
        Field(
            "is_single_session",
            "is_single_session",
            "body",
            ("boolean",),
            deprecated=True,
            replaced_by=("single_session",),
        ),
        Field(
            "session",
            "session",
            "body",
            ("object",),
            shape="SessionProperties",
            deprecated=True,
            replaced_by=("session_properties",),
        ),
        Field("model_events", "model_events", "body", ("array",), required=True, shape="ModelEvent"),
    ),
    body="flat",
    client_ids=("model_events[].event_id", "model_events[].session_id"),
    shared_ids=("single_session", "is_single_session"),
    repeatable=True,
    identifies="event_ids",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateModelEventBatchLegacyRequest
) -> Request[models.EventBatchAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventBatchAcknowledgement:
    """Return the reply: The ids of the stored events."""
    return read_model(models.EventBatchAcknowledgement, data, OPERATION)


@deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateModelEventBatchLegacyRequest
) -> Response[models.EventBatchAcknowledgement | models.ErrorResponse]:
    """Log several model calls, given in model-specific fields. Return the response."""
    return client.send(build_request(body=body))


@deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
def sync(
    *, client: Client, body: inputs.CreateModelEventBatchLegacyRequest
) -> models.EventBatchAcknowledgement | models.ErrorResponse | None:
    """Log several model calls, given in model-specific fields. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateModelEventBatchLegacyRequest
) -> Response[models.EventBatchAcknowledgement | models.ErrorResponse]:
    """Log several model calls, given in model-specific fields. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("events.create_model_batch_legacy() is deprecated: use events.create_batch()", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateModelEventBatchLegacyRequest
) -> models.EventBatchAcknowledgement | models.ErrorResponse | None:
    """Log several model calls, given in model-specific fields. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
