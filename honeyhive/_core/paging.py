"""Pagination: the request of the next page, the items of a page, and iterators over the items of all pages."""

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, NamedTuple, Self, TypeVar

from honeyhive_api.types import UNSET, Paging, Request

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """The items of one reply."""

    items: list[T]
    is_last: bool


class Cursor(Generic[T]):
    """Position in the items of all pages. It moves only when a page has been read, so a failed page can be repeated."""

    def __init__(self, request: Request[Any, Any], paging: Paging, read: Callable[[Any], list[T]]) -> None:
        self.items: deque[T] = deque()
        """The remaining items of the last page that was read."""
        self.is_done: bool = False
        """True if no page follows."""
        self._largest_page = 0
        self._paging = paging
        self._request = request
        self._read = read
        given = {**request.query, **(request.body if isinstance(request.body, Mapping) else {})}
        self._limit = paging.size if given.get(paging.limit) in (None, UNSET) else given[paging.limit]
        self.page: int = 1 if given.get(paging.page) in (None, UNSET) else given[paging.page]
        """Number of the page that has the next item."""

    def request(self) -> "Request[Page[T], Any]":
        """Return the request of the next page."""
        chosen = {self._paging.page: self.page, self._paging.limit: self._limit}
        in_query = {one.name for one in self._request.operation.fields if one.location == "query"}
        if self._paging.page in in_query:
            return self._request._replace(query={**self._request.query, **chosen}, read=self.read)
        return self._request._replace(body={**self._request.body, **chosen}, read=self.read)

    def read(self, data: Any) -> Page[T]:
        """Return the page in a reply. Raises TypeError if the reply has no list of items."""
        items = self._read(data)
        if not isinstance(items, list):
            raise TypeError(f"{self._paging.items} is not an array")
        self._largest_page = max(self._largest_page, len(items))
        return Page(items, is_last(self._paging, self.page, self._limit, len(items), self._largest_page, data))

    def take(self, page: Page[T]) -> None:
        """Continue with the items of this page."""
        self.items.extend(page.items)
        self.is_done = page.is_last

    def pop(self) -> T:
        """Return the next item of the last page that was read."""
        item = self.items.popleft()
        if not self.items and not self.is_done:
            self.page += 1
        return item


def is_last(paging: Paging, page: int, limit: int, count: int, largest: int, reply: Any) -> bool:
    """Return True if no page follows a page with ``count`` items. ``largest`` is the most items of any page so far.

    If in doubt, return False, so that one more page is requested, which may be empty: the total in a reply may count
    only one page, and a server may send shorter pages than requested.
    """
    if not count:
        return True
    has_next = _at(reply, paging.has_next)
    if isinstance(has_next, bool):
        return not has_next
    total = _at(reply, paging.total)
    more_by_total = isinstance(total, int | float) and page * largest < total
    return count < limit and not more_by_total


def _at(value: Any, place: str | None) -> Any:
    for name in place.split(".") if place else ():
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if place else None


class PageIterator(Generic[T]):
    """Iterator over the items of all pages. Each page is fetched when its first item is needed."""

    def __init__(self, cursor: Cursor[T], fetch: Callable[[Request[Page[T], Any]], Page[T]]) -> None:
        self._cursor = cursor
        self._fetch = fetch

    @property
    def page(self) -> int:
        """Number of the page that has the next item."""
        return self._cursor.page

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while not self._cursor.items:
            if self._cursor.is_done:
                raise StopIteration
            self._cursor.take(self._fetch(self._cursor.request()))
        return self._cursor.pop()


class AsyncPageIterator(Generic[T]):
    """Iterator over the items of all pages for ``async for``."""

    def __init__(self, cursor: Cursor[T], fetch: Callable[[Request[Page[T], Any]], Awaitable[Page[T]]]) -> None:
        self._cursor = cursor
        self._fetch = fetch

    @property
    def page(self) -> int:
        """Number of the page that has the next item."""
        return self._cursor.page

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while not self._cursor.items:
            if self._cursor.is_done:
                raise StopAsyncIteration
            self._cursor.take(await self._fetch(self._cursor.request()))
        return self._cursor.pop()
