# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events/model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createModelEventLegacy",
    namespace="events",
    name="create_model_legacy",
    method="POST",
    path="/events/model",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/events",),
    fields=(Field("model_event", "model_event", "body", ("object",), required=True, shape="ModelEvent"),),
    body="flat",
    client_ids=("model_event.event_id", "model_event.session_id"),
    repeatable=True,
    identifies="event_id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateModelEventLegacyRequest
) -> Request[models.EventAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventAcknowledgement:
    """Return the reply: The id of the stored event."""
    return read_model(models.EventAcknowledgement, data, OPERATION)


@deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateModelEventLegacyRequest
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one model call, given in model-specific fields. Return the response."""
    return client.send(build_request(body=body))


@deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
def sync(
    *, client: Client, body: inputs.CreateModelEventLegacyRequest
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one model call, given in model-specific fields. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateModelEventLegacyRequest
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one model call, given in model-specific fields. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("events.create_model_legacy() is deprecated: use events.create()", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateModelEventLegacyRequest
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one model call, given in model-specific fields. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
