"""Operations that this server knows and does not have: each is refused (501) with the reason."""

from ..model.http_error import Refusal
from .request import Call

CONTROL_PLANE = (
    "this server has no control plane: its one workspace needs no projects to be made, "
    "and it takes any key, or the one of --require-key"
)
METRICS = "this server stores metrics and executes none, neither PYTHON nor LLM; this one is"
ALERTS = "this server judges no events as they come in and tells nobody, so it has no alerts"


async def control_plane(_: Call) -> bytes:
    """Refuse what makes or changes projects, workspaces, data planes and keys."""
    raise Refusal(501, CONTROL_PLANE)


async def run_metric(call: Call) -> bytes:
    """Refuse what tries a metric: there is no place to run code, and no key of a model."""
    raise Refusal(501, f"{METRICS} {call.body['metric']['type']}")


async def alerts(_: Call) -> bytes:
    """Refuse what makes or reads alerts."""
    raise Refusal(501, ALERTS)
