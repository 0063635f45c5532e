"""Warnings for filters on fields that events do not have. The service would find nothing, and report no error."""

from collections.abc import Iterator, Mapping
from typing import Any

from honeyhive_api.openapi import read_document
from honeyhive_api.types import Operation

from ..terminal.suggestions import suggestion
from .descriptions import properties
from .flags import flag_name

_SHAPES = ("EventFilter", "Filter")


def filter_warnings(operation: Operation, known: Mapping[str, Any]) -> Iterator[str]:
    """Yield a warning for each filter of the call whose top-level field is unknown."""
    for field in operation.fields:
        filters = known.get(field.argument)
        if field.shape not in _SHAPES or not isinstance(filters, list):
            continue
        fields = properties(read_document()["components"]["schemas"]["Event"])
        for number, each in enumerate(filters):
            name = each.get("field") if isinstance(each, Mapping) else None
            top = name.partition(".")[0] if isinstance(name, str) else None
            if top is not None and top not in fields:
                place = f"--{flag_name(field.name)}[{number}].field"
                yield f"{place} is {name}, but events have no field {top}{suggestion(top, fields)}"
