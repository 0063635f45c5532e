"""Pages: which request is next, what a page gives, and whether another follows; two iterators ask for them."""

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, NamedTuple, Self, TypeVar

from honeyhive_api.types import UNSET, Paging, Request

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """What one reply gives."""

    items: list[T]
    is_last: bool


class Cursor(Generic[T]):
    """Where a walk through all pages stands; it moves only when a page has been read."""

    def __init__(self, request: Request[Any, Any], paging: Paging, read: Callable[[Any], list[T]]) -> None:
        self.items: deque[T] = deque()
        """The rest of the page that was read last."""
        self.is_done: bool = False
        """Whether that was the last page."""
        self._largest = 0
        self._paging = paging
        self._request = request
        self._read = read
        given = {**request.query, **(request.body if isinstance(request.body, Mapping) else {})}
        self._limit = paging.size if given.get(paging.limit) in (None, UNSET) else given[paging.limit]
        self.page: int = 1 if given.get(paging.page) in (None, UNSET) else given[paging.page]
        """The page of the next item."""

    def request(self) -> "Request[Page[T], Any]":
        """The request of the next page."""
        chosen = {self._paging.page: self.page, self._paging.limit: self._limit}
        in_query = {one.name for one in self._request.operation.fields if one.location == "query"}
        if self._paging.page in in_query:
            return self._request._replace(query={**self._request.query, **chosen}, read=self.read)
        return self._request._replace(body={**self._request.body, **chosen}, read=self.read)

    def read(self, data: Any) -> Page[T]:
        """The page that a reply is, or a TypeError if the reply has no list of items."""
        items = self._read(data)
        if not isinstance(items, list):
            raise TypeError(f"{self._paging.items} is no array")
        self._largest = max(self._largest, len(items))
        return Page(items, is_last(self._paging, self.page, self._limit, len(items), self._largest, data))

    def take(self, page: Page[T]) -> None:
        """Go on with the items of that page."""
        self.items.extend(page.items)
        self.is_done = page.is_last

    def pop(self) -> T:
        """The next item of the page."""
        item = self.items.popleft()
        if not self.items and not self.is_done:
            self.page += 1
        return item


def is_last(paging: Paging, page: int, limit: int, count: int, largest: int, reply: Any) -> bool:
    """Whether nothing follows a page with so many items, the largest so far having held so many.

    In doubt one more page is asked for, which is then empty: a total may count the page only, and a server may hold
    its pages smaller than it was asked to.
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


class Walk(Generic[T]):
    """The items of all pages, one by one; each page is fetched when its first item is asked for."""

    def __init__(self, cursor: Cursor[T], fetch: Callable[[Request[Page[T], Any]], Page[T]]) -> None:
        self._cursor = cursor
        self._fetch = fetch

    @property
    def page(self) -> int:
        """The page of the next item."""
        return self._cursor.page

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while not self._cursor.items:
            if self._cursor.is_done:
                raise StopIteration
            self._cursor.take(self._fetch(self._cursor.request()))
        return self._cursor.pop()


class AsyncWalk(Generic[T]):
    """The items of all pages, for ``async for``."""

    def __init__(self, cursor: Cursor[T], fetch: Callable[[Request[Page[T], Any]], Awaitable[Page[T]]]) -> None:
        self._cursor = cursor
        self._fetch = fetch

    @property
    def page(self) -> int:
        """The page of the next item."""
        return self._cursor.page

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while not self._cursor.items:
            if self._cursor.is_done:
                raise StopAsyncIteration
            self._cursor.take(await self._fetch(self._cursor.request()))
        return self._cursor.pop()
