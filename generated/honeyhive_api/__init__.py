# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Low-level client of the API: one module per operation, models of replies, typed dicts of arguments."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AuthenticatedClient, Client

__all__ = ("AuthenticatedClient", "Client")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import client  # loads httpx

    return getattr(client, name)
