# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Wrapper that hides an API key."""

from typing import Never


class ApiKey:
    """An API key that never appears in a repr, string, copy or pickle.

    The constructor never raises, so that no traceback about a malformed key contains the key.
    """

    __slots__ = ("_text",)

    def __init__(self, text: object) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the key as a string; only for the expression that sends it."""
        return str(self._text)

    def fault(self) -> str | None:
        """Return the reason why the key cannot be sent, without the key itself; None if it can be sent."""
        text = self._text
        if isinstance(text, str) and text[:7].lower() == "bearer ":
            return "begins with Bearer, which the client adds by itself; pass the key alone"
        return self.header_fault()

    def header_fault(self) -> str | None:
        """Return the fault of a header value, without the value itself; None if it is valid."""
        text = self._text
        if not isinstance(text, str):
            return f"must be a str, not {type(text).__name__}"
        if not text.strip():
            return "is empty"
        if text != text.strip():
            return "starts or ends with whitespace"
        if not text.isascii():
            return "contains a non-ASCII character"
        if not text.isprintable():
            return "contains a control character, such as a line break"
        return None

    def redact(self, text: str) -> str:
        """Return the string with the key replaced by ``***``, including a truncated key at the end."""
        key = self.reveal()
        text = text.replace(key, "***")
        rest = next((size for size in range(len(key), 3, -1) if text.endswith(key[:size])), 0)
        return f"{text[:-rest]}***" if rest else text

    def __repr__(self) -> str:
        return "ApiKey(***)"

    def __reduce__(self) -> Never:
        raise TypeError("an ApiKey cannot be pickled or copied, so that the key stays in this process")


def seal(text: "str | ApiKey | None") -> ApiKey | None:
    """Wrap a key; None stays None."""
    return text if text is None or isinstance(text, ApiKey) else ApiKey(text)
