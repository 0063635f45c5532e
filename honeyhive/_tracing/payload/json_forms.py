"""The JSON form of a Python value: object, array, string, a data URL for bytes, or the value that a wrapper holds."""

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

from ..interrupts import is_interrupt
from .masking import MASKED

JsonForm: TypeAlias = tuple[Literal["text", "bytes", "pairs", "items", "value", "other"], Any]

_MANY: Final = 10_000
"""Up to this many values, a set is sorted and a numpy array is sent whole, which takes about 10 ms."""
_OTHER: Final[JsonForm] = ("other", None)


# One C call copies the items, as many as there is room for, so that no thread changes the collection meanwhile.


def _pairs(mapping: Mapping[Any, Any], most: int) -> JsonForm:
    return "pairs", list(islice(mapping.items(), most))


def _items(values: Iterable[Any], most: int) -> JsonForm:
    return "items", list(islice(values, most))


def _sorted(values: Set[Any], most: int) -> JsonForm:
    items = list(islice(values, most))
    try:
        return "items", sorted(items) if len(items) <= _MANY else items
    except TypeError as error:
        if is_interrupt(error):
            raise
        return "items", items


def _text(value: Any) -> JsonForm:
    return "text", str(value)


def _iso(value: date | time) -> JsonForm:
    return "text", value.isoformat()


def _named_tuple_or_items(value: tuple[Any, ...], _most: int) -> JsonForm:
    names = getattr(type(value), "_fields", None)
    if isinstance(names, tuple) and len(names) == len(value):
        return "pairs", list(zip(names, value, strict=True))
    return "items", value


def _error(value: BaseException) -> JsonForm:
    return "text", f"{type(value).__qualname__}: {value}"


def _name(value: Any) -> JsonForm:
    return "text", f"{value.__module__}.{value.__qualname__}"


# The first match counts, so a subclass comes before its base class.
_FORMS: Final[tuple[tuple[Any, Callable[[Any], JsonForm]], ...]] = (
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
_COLLECTIONS: Final[tuple[tuple[Any, Callable[[Any, int], JsonForm]], ...]] = (
    ((dict, ChainMap), _pairs),
    ((list, deque), _items),
    (tuple, _named_tuple_or_items),
    ((set, frozenset), _sorted),
)


def json_form(value: Any, most: int) -> JsonForm:
    """Return the form and the content, at most ``most`` items, of a value that is not plain JSON. May raise."""
    kind = type(value)
    # SecretStr, SecretBytes and Secret of pydantic, and similar classes: the value stays secret.
    if callable(getattr(kind, "get_secret_value", None)):
        return "text", MASKED
    for kinds, read in _FORMS:
        if issubclass(kind, kinds):
            return read(value)
    for kinds, collect in _COLLECTIONS:
        if issubclass(kind, kinds):
            return collect(value, most)
    # Looked up on the type, because a mock object has every attribute.
    for read_fields in (_dataclass, _attrs, _pydantic, _numpy, _model, _abstract):
        form = read_fields(value, kind)
        if form is not None:
            return form
    return _OTHER


def _fields(value: Any, names: Iterator[str]) -> JsonForm:
    return "pairs", [(name, getattr(value, name)) for name in names if hasattr(value, name)]


def _dataclass(value: Any, kind: type) -> JsonForm | None:
    if not dataclasses.is_dataclass(kind):
        return None
    return _fields(value, (field.name for field in dataclasses.fields(kind) if field.repr))


def _attrs(value: Any, kind: type) -> JsonForm | None:
    attributes = getattr(kind, "__attrs_attrs__", None)
    if not isinstance(attributes, tuple):
        return None
    return _fields(value, (field.name for field in attributes if field.repr is not False))


def _pydantic(value: Any, kind: type) -> JsonForm | None:
    """Return the fields of a pydantic model. Dumping the model would ignore the limits."""
    fields = getattr(kind, "model_fields", None) or getattr(kind, "__fields__", None)
    if not isinstance(fields, dict):
        return None
    extra = getattr(value, "__pydantic_extra__", None)
    return "pairs", list({**vars(value), **(extra if isinstance(extra, dict) else {})}.items())


def _numpy(value: Any, _kind: type) -> JsonForm | None:
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


def _model(value: Any, kind: type) -> JsonForm | None:
    """Return the items of a model of the generated client, or of any other object with ``to_dict``."""
    if not callable(getattr(kind, "to_dict", None)):
        return None
    made = value.to_dict()
    return ("pairs", list(made.items())) if isinstance(made, dict) else None


def _abstract(value: Any, kind: type) -> JsonForm | None:
    """Return the content of classes that declare themselves a mapping, set or sequence. Iterators are not consumed."""
    if issubclass(kind, Mapping):
        return "pairs", ((key, value[key]) for key in value)
    if issubclass(kind, Set):
        return "items", iter(value)
    return ("items", iter(value)) if issubclass(kind, Sequence) else None
