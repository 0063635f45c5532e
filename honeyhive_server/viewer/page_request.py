"""A request for a page, with the store to read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from ..model.config import ServerConfig
from ..store import EventStore


@dataclass(slots=True)
class PageRequest:
    """A request of a browser."""

    raw_path: str
    """The path as sent, still percent-encoded."""
    query: Mapping[str, str]
    """The query parameters; of a repeated parameter, the last value."""
    part: str
    """The part of the page requested by a script; empty for the whole page."""
    origin: str
    """The server's URL as the browser knows it, with the root path."""
    plain_address: str
    """The address of this page without query parameters."""
    store: EventStore
    config: ServerConfig
    session_id: str = ""
    run_id: str = ""

    def address(self, **changes: Any) -> str:
        """Return the address of this page with changed query parameters; None or "" removes a parameter."""
        query = {**self.query, **changes}
        query = {key: value for key, value in query.items() if value not in (None, "")}
        path = f"{self.config.root_path}{self.raw_path}"
        return f"{path}?{urlencode(query)}" if query else path
