# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Percent-encode path parameters so that each stays one segment."""

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote, unquote_to_bytes
from uuid import UUID

from .errors import InvalidRequestError

_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_PARAMETER: Final = re.compile(r"\{([^{}]+)\}")
# C0 and DEL, C1 in UTF-8, and the UTF-8 form of a lone surrogate.
_CONTROL: Final = re.compile(rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xed[\xa0-\xbf]")
_LITERAL: Final = re.compile(r"/[\w.~%!$&'()*+,;=:@/-]*", re.ASCII)


def render(template: str, values: Mapping[str, Any]) -> str:
    """The path with its parameters filled in, each as one segment that nothing on the way can read as two or none."""
    return _PARAMETER.sub(lambda match: segment(match[1], values[match[1]]), template)


def segment(name: str, value: Any) -> str:
    """The percent-encoded value, or an InvalidRequestError that names the parameter."""
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
    """A path given as a whole, already percent-encoded, or an InvalidRequestError."""
    if not isinstance(path, str) or not _LITERAL.fullmatch(path):
        raise InvalidRequestError(
            'must begin with "/" and be percent-encoded', argument="path", hint="a query goes into {params}"
        )
    for part in path.split("/")[1:]:
        fault = _fault(part) if part else None
        if fault is not None:
            raise InvalidRequestError(f"has a segment that {fault}", argument="path")
    return path


def _fault(text: str) -> str | None:
    """What is wrong with the text or with any text that decoding it, once or more often, makes of it."""
    stage = text.encode("utf-8", "surrogatepass")
    while True:
        if stage in (b"", b".", b".."):
            return "is empty" if not stage else "is a dot segment"
        if _CONTROL.search(stage):
            return "holds a control character or half of a surrogate pair"
        decoded = unquote_to_bytes(stage)
        if decoded == stage:
            return None
        stage = decoded
