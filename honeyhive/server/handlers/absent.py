"""Operations that this server knows and does not have: each is refused (501) with the reason."""

from ..call import Call
from ..problems import Refusal

CONTROL_PLANE = (
    "this server has no control plane: its one workspace needs no projects to be made, "
    "and it takes any key, or the one of --require-key"
)
ALERTS = "this server judges no events as they come in and tells nobody, so it has no alerts"


async def control_plane(_: Call) -> bytes:
    """Refuse what makes or changes projects, workspaces, data planes and keys."""
    raise Refusal(501, CONTROL_PLANE)


async def alerts(_: Call) -> bytes:
    """Refuse what makes or reads alerts."""
    raise Refusal(501, ALERTS)
