# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints/batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_batch_created import DatapointBatchCreated
    from ...models.datapoint_mapping import DatapointMapping
    from ...models.event_date_range import EventDateRange

OPERATION = OPERATIONS["createDatapointBatch"]


def build_request(
    *,
    filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
    date_range: EventDateRange | Mapping[str, Any] | None = None,
    check_state: Mapping[str, bool] | None = None,
    select_all: bool | None = None,
    dataset_id: str | None = None,
    events: Sequence[str] | None = None,
    mapping: DatapointMapping | Mapping[str, Any] | None = None,
) -> Request:
    """Make datapoints of stored events.

    The events are the ones selected by `checkState`, or with `selectAll` all that meet the filters and
    the range of time. Unlike the single creation, the ids stand at the top of the answer.

    Args:
        filters: The conditions that the events have to meet, as one object or a list of them.
        date_range: A range of time as text; either end may be left out.
        check_state: Whether an event is chosen, by its id.
        select_all: Whether every event is chosen that meets the filters.
        dataset_id: The id of the dataset that is to hold the datapoints.
        events: The ids of the events. Deprecated.
        mapping: Which keys of an event become which part of a datapoint. Deprecated.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/datapoints/batch`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if filters is not None:
        body_["filters"] = filters

    if date_range is not None:
        body_["dateRange"] = date_range

    if check_state is not None:
        body_["checkState"] = check_state

    if select_all is not None:
        body_["selectAll"] = select_all

    if dataset_id is not None:
        body_["dataset_id"] = dataset_id

    if events is not None:
        body_["events"] = events

    if mapping is not None:
        body_["mapping"] = mapping

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DatapointBatchCreated:
    """What was answered: The datapoints are created.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoint_batch_created import DatapointBatchCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointBatchCreated.from_dict(data or {})
