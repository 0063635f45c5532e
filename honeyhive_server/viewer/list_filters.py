"""Filters of a list page: from the query string to the store's filter."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.filters import Condition, TimeRange
from ..store.queries import PageWindow
from ..store.session_lists import ListFilter

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


class ListQuery(NamedTuple):
    """The values of the filter form, and the resulting query."""

    values: dict[str, str]
    search: ListFilter
    page: PageWindow

    @property
    def is_set(self) -> bool:
        """Return True if any filter is set."""
        return any(self.values.values())


def read(query: Mapping[str, str], now: int, event_type: str = "", limit: int = PAGE) -> ListQuery:
    """Return the filters of a query string; invalid values are ignored. ``now`` is in Unix milliseconds."""
    values = {key: query.get(key, "").strip() for key in FIELDS}
    exact = {"project": values["project"], "event_type": event_type or values["type"]}
    conditions = [Condition((field,), "is", value=value) for field, value in exact.items() if value]
    age = _LENGTHS.get(values["age"])
    failed = {"error": True, "ok": False}.get(values["status"])
    time_range = TimeRange(now - age if age else None)
    search = ListFilter(conditions, time_range, values["name"], values["q"], failed)
    return ListQuery(values, search, PageWindow(limit, page_number(query)))


def page_number(query: Mapping[str, str]) -> int:
    """Return the page number in a query string; the first page if it is invalid."""
    number = query.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    return min(max(page, 1), MAX_PAGE)
