"""Lists: the whole list for --all, the number of shown items, and the flags that show the others."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from honeyhive_api.types import Operation, plain

from honeyhive import HoneyHive

_LISTED_AT_MOST: Final = 1000
"""Maximum number of items that the service lists by default."""
_ANONYMOUS: Final = ("data", "evaluations")
"""Keys of lists whose name does not describe the items."""


def can_be_long(operation: Operation) -> bool:
    """Return True if one reply of the operation may hold only a part of the list."""
    return operation.paging is not None or any(field.name == "limit" for field in operation.fields)


def all_items(client: HoneyHive, operation: Operation, known: Mapping[str, Any]) -> Iterable[Any]:
    """Return all items of a list, which may have pages or not."""
    namespace = getattr(client, operation.namespace)
    if operation.paging is not None:
        return map(plain, getattr(namespace, f"{operation.name}_all")(**known))
    limit = 2 * _LISTED_AT_MOST
    while len(found := plain(getattr(namespace, operation.name)(**known, limit=limit))) == limit:
        limit *= 4
    return list(found)


def listing_notice(operation: Operation, known: Mapping[str, Any], value: Any) -> str:
    """Return the number of items, and the flags that show the others; empty for a reply that is not a list."""
    items = _items(operation, value)
    if items is None:
        return ""
    words = _counted(len(items), operation)
    if operation.paging is None:
        if not can_be_long(operation) or len(items) < known.get("limit", _LISTED_AT_MOST) or not items:
            return words
        return f"{words}, and there may be more; --limit {2 * len(items)} shows more, --all shows all"
    page, limit = known.get("page", 1), known.get("limit", operation.paging.size)
    total, has_next = _at(value, operation.paging.total), _at(value, operation.paging.has_next)
    if isinstance(total, int) and total > len(items):
        words = f"{len(items):,} of {_counted(total, operation)}"
    if has_next is True or (isinstance(total, int) and page * limit < total):
        words += f"; --page {page + 1} shows the next page, --all shows all"
    return words


def cut_warning(operation: Operation, known: Mapping[str, Any], value: Any) -> str:
    """Return a warning if the service cut the list although neither --limit nor --page was given; otherwise empty."""
    items = _items(operation, value)
    if items is None or not can_be_long(operation) or {"limit", "page"} & known.keys():
        return ""
    if operation.paging is None:
        if len(items) != _LISTED_AT_MOST:
            return ""
        return f"only {_LISTED_AT_MOST} are listed, and there may be more: pass a larger --limit, or --all"
    total, has_next = _at(value, operation.paging.total), _at(value, operation.paging.has_next)
    if isinstance(total, int) and total > len(items):
        return f"only {len(items)} of {total} are listed: pass --page 2 for the next page, or --all"
    return f"only {len(items)} are listed: pass --page 2 for the next page, or --all" if has_next is True else ""


def _items(operation: Operation, value: Any) -> list[Any] | None:
    if operation.paging is not None:
        value = value.get(operation.paging.items) if isinstance(value, Mapping) else None
    elif isinstance(value, Mapping):
        lists = [item for item in value.values() if isinstance(item, list)]
        value = lists[0] if operation.name.startswith("list") and len(lists) == 1 else None
    return value if isinstance(value, list) else None


def _counted(count: int, operation: Operation) -> str:
    name = operation.namespace if operation.paging is None else operation.paging.items
    words = (operation.namespace if name in _ANONYMOUS else name).replace("_", " ")
    return f"{count:,} {words.removesuffix('s') if count == 1 else words}"


def _at(value: Any, place: str | None) -> Any:
    for key in place.split(".") if place else ():
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if place else None
