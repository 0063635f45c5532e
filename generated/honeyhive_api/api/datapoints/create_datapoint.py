# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_created import DatapointCreated

OPERATION = OPERATIONS["createDatapoint"]


def build_request(
    *,
    inputs: Mapping[str, Any] | None = None,
    history: Sequence[Mapping[str, Any]] | None = None,
    ground_truth: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    linked_event: str | None = None,
    linked_datasets: Sequence[str] | None = None,
) -> Request:
    """Create a datapoint.

    No field is required.

    Args:
        inputs: What goes in.
        history: The conversation before it, message by message.
        ground_truth: What should come out.
        metadata: Anything else worth keeping.
        linked_event: The id of the event that it is made of.
        linked_datasets: The ids of the datasets that are to hold it.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/datapoints`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if inputs is not None:
        body_["inputs"] = inputs

    if history is not None:
        body_["history"] = history

    if ground_truth is not None:
        body_["ground_truth"] = ground_truth

    if metadata is not None:
        body_["metadata"] = metadata

    if linked_event is not None:
        body_["linked_event"] = linked_event

    if linked_datasets is not None:
        body_["linked_datasets"] = linked_datasets

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DatapointCreated:
    """What was answered: The datapoint is created.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoint_created import DatapointCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointCreated.from_dict(data or {})
