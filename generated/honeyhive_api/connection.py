# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Hosts and keys of the document, and where each is set."""

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from typing_extensions import TypedDict

    class Connection(TypedDict, total=False):
        """The arguments of a client that set the URL of a host, or a key besides the default one."""

        v1_url: str | None
        """The base URL of the host v1."""
        legacy_url: str | None
        """The base URL of the host legacy."""
        control_plane_url: str | None
        """The base URL of the host control_plane."""
        ingestion_api_key: str | None
        """The ingestion key."""
        data_plane_api_key: str | None
        """The data plane key."""
        control_plane_api_key: str | None
        """The control plane key."""


class Host(NamedTuple):
    """A host of the document."""

    url: str
    argument: str
    """The argument of a client that replaces the URL."""
    variables: tuple[str, ...]
    """The environment variables that replace it, the first before the others."""


class Scheme(NamedTuple):
    """A security scheme: one kind of key."""

    header: str
    prefix: str
    """The string that is put before the key in the header."""
    kind: str
    """Its name in messages, as in "control plane"."""
    argument: str
    """The argument of a client that holds the key."""
    variables: tuple[str, ...]
    """The environment variables that hold it, the first before the others."""
    key_prefix: str = ""
    """The string that every such key begins with; empty if none is known."""


HOSTS: Final[dict[str, Host]] = {
    "v1": Host(url="https://api.dp1.us.honeyhive.ai", argument="v1_url", variables=("HH_V1_URL", "HH_DATA_PLANE_URL")),
    "legacy": Host(url="https://api.honeyhive.ai", argument="legacy_url", variables=("HH_LEGACY_URL",)),
    "control_plane": Host(
        url="https://api.cp.us.honeyhive.ai", argument="control_plane_url", variables=("HH_CONTROL_PLANE_URL",)
    ),
}
"""The hosts by their short names."""

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
"""The security schemes by name."""

DEFAULT_SCHEME: Final = "projectKey"
"""The security scheme that opens an operation unless it names another one."""
