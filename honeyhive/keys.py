"""The kinds of API keys, how each is recognised and where it is set."""

from typing import Final, NamedTuple

from honeyhive_api.keys import ApiKey


class KeyKind(NamedTuple):
    """One kind of key: how it is recognised and where it is set."""

    name: str
    prefix: str
    scheme: str
    """The security scheme of the document that it opens."""
    argument: str
    variables: tuple[str, ...]

    @property
    def where(self) -> str:
        """The ways to set it, for messages."""
        return f"{self.argument}= or {self.variables[0]}"


PROJECT: Final = KeyKind("project", "", "projectKey", "api_key", ("HH_API_KEY", "HH_PROJECT_API_KEY"))
SPECIAL: Final = (
    KeyKind("ingestion", "hh_ingst_", "ingestionKey", "ingestion_api_key", ("HH_INGESTION_API_KEY",)),
    KeyKind("data plane", "hh_fgdp_", "dataPlaneKey", "data_plane_api_key", ("HH_DATA_PLANE_API_KEY",)),
    KeyKind("control plane", "hh_fgcp_", "controlPlaneKey", "control_plane_api_key", ("HH_CONTROL_PLANE_API_KEY",)),
)
BY_SCHEME: Final = {kind.scheme: kind for kind in (PROJECT, *SPECIAL)}


def kind_of(key: ApiKey) -> KeyKind:
    """Return the kind that the key's prefix names; a project key if the prefix is unknown."""
    text = key.reveal()
    return next((kind for kind in SPECIAL if text.startswith(kind.prefix)), PROJECT)
