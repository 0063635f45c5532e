# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Hosts and security schemes of the document, with their settings."""

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import TypedDict

    class Connection(TypedDict, total=False):
        """Arguments of a client for host URLs and for keys other than the default one."""

        v1_url: str | None
        """Base URL of the host v1."""
        legacy_url: str | None
        """Base URL of the host legacy."""
        control_plane_url: str | None
        """Base URL of the host control_plane."""
        ingestion_api_key: str | Callable[[], str] | None
        """Ingestion key."""
        data_plane_api_key: str | Callable[[], str] | None
        """Data plane key."""
        control_plane_api_key: str | Callable[[], str] | None
        """Control plane key."""


class Host(NamedTuple):
    """A host."""

    url: str
    argument: str
    """Client argument that replaces the URL."""
    variables: tuple[str, ...]
    """Environment variables that replace the URL; the first one that is set wins."""


class Scheme(NamedTuple):
    """A security scheme."""

    header: str
    prefix: str
    """String before the key in the header."""
    kind: str
    """Name in messages, such as "control plane"."""
    argument: str
    """Client argument with the key."""
    variables: tuple[str, ...]
    """Environment variables with the key; the first one that is set wins."""
    key_prefix: str = ""
    """Prefix of such keys; empty if none is known."""


HOSTS: Final[dict[str, Host]] = {
    "v1": Host(url="https://api.dp1.us.honeyhive.ai", argument="v1_url", variables=("HH_V1_URL", "HH_DATA_PLANE_URL")),
    "legacy": Host(url="https://api.honeyhive.ai", argument="legacy_url", variables=("HH_LEGACY_URL",)),
    "control_plane": Host(
        url="https://api.cp.us.honeyhive.ai", argument="control_plane_url", variables=("HH_CONTROL_PLANE_URL",)
    ),
}
"""Hosts by short name."""

SCHEMES: Final[dict[str, Scheme]] = {
    "projectKey": Scheme(
        header="Authorization",
        prefix="Bearer ",
        kind="project",
        argument="api_key",
        variables=("HH_API_KEY", "HH_PROJECT_API_KEY"),
    ),
    "ingestionKey": Scheme(
        header="Authorization",
        prefix="Bearer ",
        kind="ingestion",
        argument="ingestion_api_key",
        variables=("HH_INGESTION_API_KEY",),
        key_prefix="hh_ingst_",
    ),
    "dataPlaneKey": Scheme(
        header="Authorization",
        prefix="Bearer ",
        kind="data plane",
        argument="data_plane_api_key",
        variables=("HH_DATA_PLANE_API_KEY",),
        key_prefix="hh_fgdp_",
    ),
    "controlPlaneKey": Scheme(
        header="Authorization",
        prefix="Bearer ",
        kind="control plane",
        argument="control_plane_api_key",
        variables=("HH_CONTROL_PLANE_API_KEY",),
        key_prefix="hh_fgcp_",
    ),
}
"""Security schemes by name."""

DEFAULT_SCHEME: Final = "projectKey"
"""Security scheme that applies by default."""
