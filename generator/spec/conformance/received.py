"""A received request, and its comparison with a request of the kit."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from attrs import field, frozen


@frozen
class Received:
    """A request that a client sent."""

    host: str
    """Short name of the host whose port received it."""
    method: str
    target: str
    """Path and query of the request, percent-encoded."""
    headers: dict[str, str] = field(factory=dict)
    """Headers of the request, by lower-case name."""
    body: bytes = b""

    @property
    def path(self) -> str:
        """Return the percent-encoded path, without the query."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        """Return the values of the query parameters, by name."""
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)


def produces(received: Received, wanted: dict[str, Any]) -> bool:
    """Return True if the request equals the given request of the kit, apart from ids that a client may add."""
    where = wanted["host"], wanted["method"], unquote(wanted["path"])
    values = {name: one if isinstance(one, list) else [one] for name, one in wanted["query"].items()}
    return (
        (received.host, received.method, unquote(received.path)) == where
        and _same(_values(received.query), _values(values))
        and _same(json_or_text(received.body.decode(errors="replace") or "null"), wanted.get("body"), wanted["mayAdd"])
    )


def json_or_text(text: str) -> Any:
    """Return the JSON value in a string, or the string if it is not JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _values(query: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: [json_or_text(one) if isinstance(one, str) else one for one in query[name]] for name in query}


def _same(sent: Any, wanted: Any, may_add: Sequence[str] = ()) -> bool:
    """Return True if two JSON values are equal, apart from keys added at places in ``may_add``, such as ``a[].id``."""
    if isinstance(sent, dict) and isinstance(wanted, dict):
        return wanted.keys() <= sent.keys() <= {*wanted, *may_add} and all(
            _same(sent[key], one, _below(key, may_add)) for key, one in wanted.items()
        )
    if isinstance(sent, list) and isinstance(wanted, list):
        inner = _below("[]", may_add)
        return len(sent) == len(wanted) and all(_same(*pair, inner) for pair in zip(sent, wanted, strict=True))
    # In JSON, unlike in Python, true is not 1.
    return bool(sent == wanted) and isinstance(sent, bool) == isinstance(wanted, bool)


def _below(step: str, places: Sequence[str]) -> list[str]:
    steps = f"{step}.", f"{step}[]"
    return [one.removeprefix(step).removeprefix(".") for one in places if one.startswith(steps)]
