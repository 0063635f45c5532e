"""The client of tracing outside of every session, with settings from the environment."""

from typing import TYPE_CHECKING, Final

from .sync_client import HoneyHive

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer

_kept: Final[dict[str, HoneyHive]] = {}


def default_tracer() -> "Tracer":
    """Return the tracer of the default client, made by the first call."""
    client = _kept.get("client")
    if client is None:
        # setdefault is atomic: if two threads make a client at the same time, one is forgotten unused.
        client = _kept.setdefault("client", HoneyHive())
    return client.tracing._open()
