"""The filters above a list, from a query string to a search of the store."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.filters import Condition, Span
from ..store.queries import Page
from ..store.session_lists import Search

PAGE = 50
MAX_PAGE = 10_000
HOUR = 3_600_000
TYPES = {"model": "Model", "tool": "Tool", "chain": "Chain", "session": "Session"}
STATUSES = {"error": "With errors", "ok": "Without errors"}
AGES = {
    "15m": "Last 15 minutes",
    "1h": "Last hour",
    "24h": "Last 24 hours",
    "7d": "Last 7 days",
    "30d": "Last 30 days",
}
_LENGTHS = {"15m": HOUR // 4, "1h": HOUR, "24h": 24 * HOUR, "7d": 7 * 24 * HOUR, "30d": 30 * 24 * HOUR}
FIELDS = ("project", "type", "name", "q", "status", "age", "dataset")


class Filters(NamedTuple):
    """What the form above a list says, and the search that it means."""

    values: dict[str, str]
    search: Search
    page: Page

    @property
    def is_set(self) -> bool:
        """Whether anything is narrowed."""
        return any(self.values.values())


def read(query: Mapping[str, str], now: int, event_type: str = "", limit: int = PAGE) -> Filters:
    """The filters of a query string; what it says wrongly is as if it were not there. now in Unix milliseconds."""
    values = {key: query.get(key, "").strip() for key in FIELDS}
    exact = {"project": values["project"], "event_type": event_type or values["type"]}
    conditions = [Condition((field,), "is", value=value) for field, value in exact.items() if value]
    age = _LENGTHS.get(values["age"])
    failed = {"error": True, "ok": False}.get(values["status"])
    span = Span(now - age if age else None)
    search = Search(conditions, span, values["name"], values["q"], failed)
    return Filters(values, search, Page(limit, page_number(query)))


def page_number(query: Mapping[str, str]) -> int:
    """The page that a query string asks for, the first if it says so wrongly."""
    number = query.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    return min(max(page, 1), MAX_PAGE)
