"""One visit of a page: what was asked for, and of which store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from ..model.config import Behaviour
from ..store import Store


@dataclass(slots=True)
class Visit:
    """A request of a browser."""

    request: Request
    store: Store
    behaviour: Behaviour
    session_id: str = ""
    run_id: str = ""
    query: Mapping[str, str] = field(init=False)
    """The query parameters as text that every database takes; the last one where one is repeated."""

    def __post_init__(self) -> None:
        given = self.request.query_params
        self.query = {key: value.replace("\0", "\ufffd") for key, value in given.multi_items()}

    @property
    def part(self) -> str:
        """The part of the page that a script asks for; empty for the whole page."""
        return self.query.get("part", "")

    @property
    def origin(self) -> str:
        """The URL under which the browser knows this server."""
        return f"{self.request.url.scheme}://{self.request.headers['host']}"

    def address(self, **changes: Any) -> str:
        """The address of this page with other query parameters; None and "" leave one out."""
        query = {**self.query, **changes}
        query = {key: value for key, value in query.items() if value not in (None, "")}
        path = self.request.scope["raw_path"].decode("ascii", "replace")
        return f"{path}?{urlencode(query)}" if query else path
