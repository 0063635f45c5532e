"""Access to a client for _otel, _experiments and _cli: the only names they use that are not public."""

from typing import TYPE_CHECKING, Any, TypeAlias

from .base_client import BaseClient

if TYPE_CHECKING:
    from .._core.settings import Settings
    from .._tracing.tracer import Options, Tracer

AnyClient: TypeAlias = BaseClient[Any]
"""A HoneyHive or an AsyncHoneyHive."""


def tracer_of(client: AnyClient) -> "Tracer":
    """Return the tracer of a client, opened if it is not used yet."""
    return client.tracing._open()


def options_of(client: AnyClient) -> "Options | None":
    """Return the tracing options that were passed to a client; None without any."""
    return client.tracing._options


def settings_of(client: AnyClient) -> "Settings":
    """Return the settings of a client."""
    return client._settings
