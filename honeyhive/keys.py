"""API keys: what kinds there are, and the one wrapper that keeps their text out of sight."""

from typing import Final, NamedTuple, Never


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


class ApiKey:
    """A key that shows itself in no repr, format, copy or pickle.

    Making one never raises, so that no traceback of a bad key has a frame that holds its text.
    """

    __slots__ = ("_text",)

    def __init__(self, text: object) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text, for the one expression that sends it."""
        return str(self._text)

    def fault(self) -> str | None:
        """What makes it unusable as a header value, without its text; None if nothing does."""
        text = self._text
        if not isinstance(text, str):
            return f"must be a str, not {type(text).__name__}"
        if not text.strip():
            return "is empty"
        if text != text.strip():
            return "begins or ends with whitespace"
        if not text.isascii():
            return "holds a character outside ASCII"
        if not text.isprintable():
            return "holds a control character, such as a line break"
        return None

    def kind(self) -> KeyKind:
        """The kind that its prefix says; a project key where no prefix is recognised."""
        text = self.reveal()
        return next((kind for kind in SPECIAL if text.startswith(kind.prefix)), PROJECT)

    def redact(self, text: str) -> str:
        """The text with the key blotted out, and what is left of it where the text was cut."""
        key = self.reveal()
        text = text.replace(key, "***")
        rest = next((size for size in range(len(key), 3, -1) if text.endswith(key[:size])), 0)
        return f"{text[:-rest]}***" if rest else text

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> Never:
        raise TypeError("an ApiKey cannot be pickled or copied: its text stays in this process")


def seal(text: "str | ApiKey | None") -> ApiKey | None:
    """The key in its wrapper; None stays None."""
    return text if text is None or isinstance(text, ApiKey) else ApiKey(text)
