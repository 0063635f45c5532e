"""Operations that the local server does not implement: each returns 501 with the reason."""

from ..model.http_messages import HTTPError
from .api_request import APIRequest

METRICS = "the local server stores metrics but does not run them, neither PYTHON nor LLM; the type of this metric is"
ALERTS = "the local server does not evaluate alerts"


async def run_metric(request: APIRequest) -> bytes:
    """Reject a trial run of a metric: the server has no sandbox for code and no key for a model."""
    raise HTTPError(501, f"{METRICS} {request.body['metric']['type']}")


async def alerts(_: APIRequest) -> bytes:
    """Reject operations on alerts."""
    raise HTTPError(501, ALERTS)
