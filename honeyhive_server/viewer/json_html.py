"""JSON as a person reads it: indented and coloured, or as a list of fields where its texts are prose."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from markupsafe import Markup, escape

from .format import visible

# A browser colours some thousands of values at once; a larger text stays plain, and the largest is cut.
MAX_COLOURED, MAX_SHOWN = 60_000, 400_000
SHORT = 60

_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*')


class Field(NamedTuple):
    """One key of an object, and its value as it is shown."""

    key: str
    kind: str
    """How: "short", "text" or "json"."""
    shown: Markup


def pretty(value: Any) -> Markup:
    """The value as indented JSON with its parts marked for colours."""
    text = visible(json.dumps(value, indent=2, ensure_ascii=False))
    return escape(cut(text)) if len(text) > MAX_COLOURED else _coloured(text)


def cut(text: str) -> str:
    """The text, or as much of it as a browser shows with ease."""
    if len(text) <= MAX_SHOWN:
        return text
    return f"{text[:MAX_SHOWN]}\n\u2026 {len(text) - MAX_SHOWN:,} more characters, which the JSON has"


def fields(value: Mapping[str, Any]) -> list[Field]:
    """The keys of an object, each with its value as short as it is."""
    return [_field(str(key), each) for key, each in value.items()]


def _field(key: str, value: Any) -> Field:
    if isinstance(value, str):
        if value[:1] in ("{", "[") and (inner := _parsed(value)) is not None:
            return Field(key, "json", pretty(inner))
        kind = "short" if len(value) <= SHORT and "\n" not in value else "text"
        return Field(key, kind, escape(visible(cut(value))) or Markup('<span class="faint">""</span>'))
    if len(text := json.dumps(value, ensure_ascii=False)) <= SHORT:
        return Field(key, "short", _coloured(visible(text)))
    return Field(key, "json", pretty(value))


def _parsed(text: str) -> Any:
    """The object or list that a text holds as JSON, as tools like to log it; None for any other text."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _coloured(text: str) -> Markup:
    parts: list[str] = []
    end = 0
    for found in _TOKEN.finditer(text):
        parts.append(escape(text[end : found.start()]))
        kind = "k" if found[2] else "s" if found[1] else "n"
        parts.append(f'<span class="{kind}">{escape(found[1] or found[0])}</span>{found[2] or ""}')
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("".join(parts))
