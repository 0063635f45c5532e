"""A request that the listener received, compared with the request of the kit that it should equal."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from attrs import field, frozen


@frozen
class Received:
    """A request that a client sent."""

    host: str
    """Short name of the host whose port received it."""
    method: str
    target: str
    """Encoded path and query."""
    headers: dict[str, str] = field(factory=dict)
    """By lower-case name."""
    body: bytes = b""

    @property
    def path(self) -> str:
        """Return the encoded path."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        """Return the values of each query parameter."""
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(urlsplit(self.target).query, keep_blank_values=True):
            found.setdefault(name, []).append(value)
        return found

    def json(self) -> Any:
        """Return the parsed body, or None without one. Raises ValueError if it is not JSON."""
        return json.loads(self.body) if self.body else None


def produces(received: Received, wanted: dict[str, Any]) -> bool:
    """Return True if the request equals that of the kit, except for ids that a client may add."""
    if (received.host, received.method, unquote(received.path)) != (
        wanted["host"],
        wanted["method"],
        unquote(wanted["path"]),
    ):
        return False
    try:
        body = received.json()
    except ValueError:
        return False
    for place in wanted["mayAdd"]:
        body = _without(body, wanted.get("body"), place.split("."))
    return _settled(body) == _settled(wanted.get("body")) and _same_query(received.query, wanted["query"])


def _same_query(sent: dict[str, list[str]], wanted: dict[str, Any]) -> bool:
    if sent.keys() != wanted.keys():
        return False
    for name, value in wanted.items():
        values = value if isinstance(value, list) else [value]
        if [_value(one) for one in sent[name]] != [_value(one) for one in values]:
            return False
    return True


def _value(text: Any) -> str:
    """Return a JSON string as its canonical value, and any other string unchanged."""
    try:
        return _settled(json.loads(text) if isinstance(text, str) else text)
    except ValueError:
        return str(text)


def _settled(value: Any) -> str:
    """Return the value as JSON. 48.0 equals 48 and, unlike in Python, true differs from 1."""
    return json.dumps(_plain(value), sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _without(sent: Any, wanted: Any, place: Sequence[str]) -> Any:
    """Return the sent value without the key at a place such as ``events[].event_id`` that the wanted one lacks."""
    key, *rest = place
    name = key.removesuffix("[]")
    if not isinstance(sent, dict) or name not in sent:
        return sent
    other = wanted.get(name) if isinstance(wanted, dict) else None
    if not rest:
        return sent if other is not None else {one: value for one, value in sent.items() if one != name}
    if not key.endswith("[]"):
        return sent | {name: _without(sent[name], other, rest)}
    items = sent[name] if isinstance(sent[name], list) else []
    others = other if isinstance(other, list) and len(other) == len(items) else [None] * len(items)
    return sent | {name: [_without(*pair, rest) for pair in zip(items, others, strict=True)]}
