"""What a value is, as far as JSON goes: a text, bytes, pairs, items, another value, or nothing that JSON has."""

import dataclasses
import sys
from collections import ChainMap, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from itertools import islice
from pathlib import PurePath
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID

Form: TypeAlias = tuple[Literal["text", "bytes", "pairs", "items", "value", "other"], Any]

_MANY: Final = 10_000
"""Values of a set or an array beyond which looking at all of them takes too long."""
_OTHER: Final[Form] = ("other", None)


# What is in a collection is copied in one step of the interpreter, so that another thread cannot change it while it is
# read; no more of it than the walk has room for.


def _pairs(mapping: Mapping[Any, Any], most: int) -> Form:
    return "pairs", list(islice(mapping.items(), most))


def _items(values: Iterable[Any], most: int) -> Form:
    return "items", list(islice(values, most))


def _sorted(values: Set[Any], most: int) -> Form:
    items = list(islice(values, most))
    try:
        return "items", sorted(items) if len(items) <= _MANY else items
    except TypeError:
        return "items", items


def _text(value: Any) -> Form:
    return "text", str(value)


def _iso(value: date | time) -> Form:
    return "text", value.isoformat()


def _named_tuple_or_items(value: tuple[Any, ...], _most: int) -> Form:
    names = getattr(type(value), "_fields", None)
    if isinstance(names, tuple) and len(names) == len(value):
        return "pairs", list(zip(names, value, strict=True))
    return "items", value


def _error(value: BaseException) -> Form:
    return "text", f"{type(value).__qualname__}: {value}"


def _name(value: Any) -> Form:
    return "text", f"{value.__module__}.{value.__qualname__}"


# The first that fits counts; a subclass comes before its base.
_FORMS: Final[tuple[tuple[Any, Callable[[Any], Form]], ...]] = (
    (Enum, lambda value: ("value", value.value)),
    (str, lambda value: ("text", str.__str__(value))),
    (bool, lambda value: ("value", bool(value))),
    (int, lambda value: ("value", int.__int__(value))),
    (float, lambda value: ("value", float.__float__(value))),
    ((bytes, bytearray, memoryview), lambda value: ("bytes", bytes(value))),
    ((datetime, date, time), _iso),
    (timedelta, lambda value: ("value", value.total_seconds())),
    ((UUID, Decimal, Fraction, complex, PurePath, IPv4Address, IPv4Network, IPv6Address, IPv6Network), _text),
    (BaseException, _error),
    (type, _name),
    (range, lambda value: ("items", value)),
)
_COLLECTIONS: Final[tuple[tuple[Any, Callable[[Any, int], Form]], ...]] = (
    ((dict, ChainMap), _pairs),
    ((list, deque), _items),
    (tuple, _named_tuple_or_items),
    ((set, frozenset), _sorted),
)


def json_form(value: Any, most: int) -> Form:
    """The form of a value that is not plain JSON itself; may raise whatever the value raises.

    Of a collection ``most`` values are looked at.
    """
    kind = type(value)
    for kinds, read in _FORMS:
        if issubclass(kind, kinds):
            return read(value)
    for kinds, collect in _COLLECTIONS:
        if issubclass(kind, kinds):
            return collect(value, most)
    # Looked up on the type: an instance may claim to have any attribute, as mocks do.
    for read_fields in (_dataclass, _attrs, _pydantic, _numpy, _model, _abstract):
        form = read_fields(value, kind)
        if form is not None:
            return form
    return _OTHER


def _fields(value: Any, names: Iterator[str]) -> Form:
    return "pairs", [(name, getattr(value, name)) for name in names if hasattr(value, name)]


def _dataclass(value: Any, kind: type) -> Form | None:
    if not dataclasses.is_dataclass(kind):
        return None
    return _fields(value, (field.name for field in dataclasses.fields(kind) if field.repr))


def _attrs(value: Any, kind: type) -> Form | None:
    attributes = getattr(kind, "__attrs_attrs__", None)
    if not isinstance(attributes, tuple):
        return None
    return _fields(value, (field.name for field in attributes if field.repr is not False))


def _pydantic(value: Any, kind: type) -> Form | None:
    """The fields as they are; dumping the model would walk through all of it before any bound holds."""
    fields = getattr(kind, "model_fields", None) or getattr(kind, "__fields__", None)
    if not isinstance(fields, dict):
        return None
    extra = getattr(value, "__pydantic_extra__", None)
    return "pairs", list({**vars(value), **(extra if isinstance(extra, dict) else {})}.items())


def _numpy(value: Any, _kind: type) -> Form | None:
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return None
    if isinstance(value, numpy.generic):
        return "value", value.item()
    if isinstance(value, numpy.ndarray):
        if value.size <= _MANY:
            return "items" if value.ndim else "value", value.tolist()
        head = value.reshape(-1)[:100].tolist()
        return "pairs", [("shape", list(value.shape)), ("dtype", str(value.dtype)), ("first_100", head)]
    return None


def _model(value: Any, kind: type) -> Form | None:
    """A model of the generated client, or anything else that makes itself a dict."""
    if not callable(getattr(kind, "to_dict", None)):
        return None
    made = value.to_dict()
    return ("pairs", list(made.items())) if isinstance(made, dict) else None


def _abstract(value: Any, kind: type) -> Form | None:
    """Classes that declare themselves a mapping, a set or a sequence. Iterators are not consumed."""
    if issubclass(kind, Mapping):
        return "pairs", ((key, value[key]) for key in value)
    if issubclass(kind, Set):
        return "items", iter(value)
    return ("items", iter(value)) if issubclass(kind, Sequence) else None
