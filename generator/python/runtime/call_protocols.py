"""Types of the functions that the namespaces call. For type checkers only: no module imports this one at run time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .types import Operation, Request

T = TypeVar("T")
ItemT = TypeVar("ItemT")
ItemT_co = TypeVar("ItemT_co", covariant=True)
Arguments: TypeAlias = Mapping[str, Any]
"""Arguments of a method by name, including self, timeout and extra_body."""


class Pages(Protocol[ItemT_co]):
    """Iterator over the items of all pages. A page is fetched when its first item is needed.

    Iterating resumes after an error.
    """

    @property
    def page(self) -> int:
        """Page of the next item; pass it as ``page=`` to start there."""

    def __iter__(self) -> Iterator[ItemT_co]: ...

    def __next__(self) -> ItemT_co: ...


class AsyncPages(Protocol[ItemT_co]):
    """Asynchronous iterator over the items of all pages; see Pages."""

    @property
    def page(self) -> int:
        """Page of the next item; pass it as ``page=`` to start there."""

    def __aiter__(self) -> AsyncIterator[ItemT_co]: ...

    def __anext__(self) -> Awaitable[ItemT_co]: ...


class Call(Protocol):
    """Function that sends the request of an operation and returns its reply."""

    def __call__(self, operation: Operation, build: Callable[..., Request[T, Any]], arguments: Arguments, /) -> T: ...


class AsyncCall(Protocol):
    """Function that sends the request of an operation and returns its reply."""

    async def __call__(
        self, operation: Operation, build: Callable[..., Request[T, Any]], arguments: Arguments, /
    ) -> T: ...


class PagesCall(Protocol):
    """Function that checks the arguments and returns an iterator over the items of a page and the following pages."""

    def __call__(
        self,
        operation: Operation,
        build: Callable[..., Request[T, Any]],
        arguments: Arguments,
        items: Callable[[T], list[ItemT]],
        /,
    ) -> Pages[ItemT]: ...


class AsyncPagesCall(Protocol):
    """Function that checks the arguments and returns an iterator over the items of a page and the following pages."""

    def __call__(
        self,
        operation: Operation,
        build: Callable[..., Request[T, Any]],
        arguments: Arguments,
        items: Callable[[T], list[ItemT]],
        /,
    ) -> AsyncPages[ItemT]: ...
