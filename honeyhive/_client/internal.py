"""The private parts of a client that _otel, _experiments and _cli may use."""

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from .base_client import BaseClient

if TYPE_CHECKING:
    from honeyhive_api.namespaces import SyncNamespaces

    from .._core.settings import Settings
    from .._tracing.options import Options
    from .._tracing.tracer import Tracer
    from .sync_client import HoneyHive

AnyClient: TypeAlias = BaseClient[Any]
"""A HoneyHive or an AsyncHoneyHive."""


def tracer_of(client: AnyClient) -> "Tracer":
    """Return the tracer of a client, opened if it is not used yet."""
    return client.tracing._open()


def options_of(client: AnyClient) -> "Options | None":
    """Return the tracing options that were passed to a client; None without any."""
    return client.tracing._options


def own_calls(client: "HoneyHive") -> "SyncNamespaces":
    """Return the namespaces of a client for the SDK's own calls. These calls emit no deprecation warnings."""
    from honeyhive_api.namespaces import SyncNamespaces

    from .calls import as_own

    found = SyncNamespaces()
    found._call, found._pages = partial(as_own, client._call), partial(as_own, client._pages)
    return found


def settings_of(client: AnyClient) -> "Settings":
    """Return the settings of a client."""
    return client._settings
