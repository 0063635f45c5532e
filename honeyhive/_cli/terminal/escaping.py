"""Text of strangers on a terminal: characters that would steer it are shown, not obeyed."""

from typing import Final

_BLANKS: Final = {"\n": " ", "\t": " "}


def visible(text: str) -> str:
    """The text on one line with every character that does not print as its number."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _BLANKS.get(char) or f"\\x{ord(char):02x}" for char in text)
