# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/run_metric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.judged_event import JudgedEvent
    from ...models.metric_result import MetricResult
    from ...models.runnable_metric import RunnableMetric

OPERATION = OPERATIONS["runMetricLegacy"]


def build_request(
    *,
    metric: RunnableMetric | Mapping[str, Any],
    event: JudgedEvent | Mapping[str, Any],
) -> Request:
    """Try a metric on an event, by the older path.

    Does what `POST /v1/metrics/run` does.

    Deprecated: use POST /v1/metrics/run.

    Args:
        metric: A metric to try.
        event: The event that a metric is tried on. More keys may be sent.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/metrics/run_metric`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["metric"] = metric

    body_["event"] = event

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> MetricResult:
    """What was answered: What the metric says.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_result import MetricResult

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricResult.from_dict(data or {})
