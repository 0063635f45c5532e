"""Encoding of path parameters, so that each stays one path segment."""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote, unquote_to_bytes
from uuid import UUID

from .errors import InvalidRequestError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_PARAMETER: Final = re.compile(r"\{([^{}]+)\}")
# Compiled at their first use, so that most processes never wait for it.
# C0 controls and DEL, C1 controls in UTF-8, and lone surrogates in UTF-8.
_CONTROL: Final = rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xed[\xa0-\xbf]"
_LITERAL: Final = r"(?a:/[\w.~%!$&'()*+,;=:@/-]*)"


def render(template: str, values: Mapping[str, Any]) -> str:
    """Return the path with its parameters, each encoded as exactly one segment, even for a proxy that decodes paths."""
    return _PARAMETER.sub(lambda match: segment(match[1], values[match[1]]), template)


def segment(name: str, value: Any) -> str:
    """Return the percent-encoded value. Raises InvalidRequestError with the parameter in its message."""
    if isinstance(value, bool) or not isinstance(value, str | int | UUID):
        raise InvalidRequestError(f"must be a str, an int or a UUID, not {type(value).__name__}", argument=name)
    text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    fault = _fault(text)
    if fault is not None:
        raise InvalidRequestError(fault, argument=name, hint="it must be a non-empty path segment")
    return quote(text, safe="")


def check_path(path: str) -> str:
    """Return a complete, percent-encoded path. Raises InvalidRequestError if it is not valid."""
    if not isinstance(path, str) or not re.fullmatch(_LITERAL, path):
        raise InvalidRequestError(
            'must start with "/" and be percent-encoded', argument="path", hint="pass a query as {params}"
        )
    for part in path.split("/")[1:]:
        fault = _fault(part) if part else None
        if fault is not None:
            raise InvalidRequestError(f"has a segment that {fault}", argument="path")
    return path


def _fault(text: str) -> str | None:
    """Return the fault of a segment, or None. Also checks its decoded forms, because proxies may decode repeatedly."""
    stage = text.encode("utf-8", "surrogatepass")
    while True:
        if stage in (b"", b".", b".."):
            return "is empty" if not stage else "is a dot segment"
        if re.search(_CONTROL, stage):
            return "contains a control character or a lone surrogate"
        decoded = unquote_to_bytes(stage)
        if decoded == stage:
            return None
        stage = decoded
