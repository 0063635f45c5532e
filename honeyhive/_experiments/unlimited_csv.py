"""A CSV reader whose cells may be of any length."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Final, Protocol

_MAX_CELL: Final = 2**31 - 1
"""The largest limit that every platform accepts."""


class CsvReader(Protocol):
    """A ``csv.reader``."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


def csv_reader(lines: Iterable[str]) -> CsvReader:
    """Return a strict ``csv.reader``, without the limit of 128 KB for a cell."""
    reader: CsvReader = _module().reader(lines, strict=True)
    return reader


def csv_error() -> type[Exception]:
    """Return the class of the reader's exception for a line that is not CSV."""
    error: type[Exception] = _module().Error
    return error


@cache
def _module() -> ModuleType:
    """Return a second instance of the module ``_csv``, so that the higher limit does not affect other code."""
    spec = find_spec("_csv")
    if spec is None or spec.loader is None:
        raise ImportError("the module _csv of the standard library is missing")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    module.field_size_limit(_MAX_CELL)
    return module
