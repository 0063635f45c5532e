"""JSON as HTML: indented and colored, or as a list of fields whose long strings are shown as prose."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from markupsafe import Markup, escape

from .format import visible

# JSON of more than MAX_COLORED characters stays plain, because a browser colors only a few thousand tokens quickly.
# JSON is cut after MAX_SHOWN characters.
MAX_COLORED, MAX_SHOWN = 60_000, 400_000
SHORT = 60

_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*')


class JSONField(NamedTuple):
    """One key of an object with its formatted value."""

    key: str
    kind: str
    """"short", "text" or "json"."""
    shown: Markup


def pretty(value: Any) -> Markup:
    """Return the value as indented JSON with colored tokens."""
    text = visible(json.dumps(value, indent=2, ensure_ascii=False))
    return escape(cut(text)) if len(text) > MAX_COLORED else _colored(text)


def cut(text: str) -> str:
    """Return the string, cut to a length that a browser shows quickly."""
    if len(text) <= MAX_SHOWN:
        return text
    return f"{text[:MAX_SHOWN]}\n\u2026 {len(text) - MAX_SHOWN:,} more characters in the JSON"


def fields(value: Mapping[str, Any]) -> list[JSONField]:
    """Return the keys of an object with their formatted values."""
    return [_field(str(key), each) for key, each in value.items()]


def _field(key: str, value: Any) -> JSONField:
    if isinstance(value, str):
        if value[:1] in ("{", "[") and (inner := _parsed(value)) is not None:
            return JSONField(key, "json", pretty(inner))
        kind = "short" if len(value) <= SHORT and "\n" not in value else "text"
        return JSONField(key, kind, escape(visible(cut(value))) or Markup('<span class="faint">""</span>'))
    if len(text := json.dumps(value, ensure_ascii=False)) <= SHORT:
        return JSONField(key, "short", _colored(visible(text)))
    return JSONField(key, "json", pretty(value))


def _parsed(text: str) -> Any:
    """Return the object or list in a JSON string, which some tools log, or None."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def _colored(text: str) -> Markup:
    parts: list[str] = []
    end = 0
    for found in _TOKEN.finditer(text):
        parts.append(escape(text[end : found.start()]))
        kind = "k" if found[2] else "s" if found[1] else "n"
        parts.append(f'<span class="{kind}">{escape(found[1] or found[0])}</span>{found[2] or ""}')
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("".join(parts))
