# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

FilterOperator: TypeAlias = Literal[
    "after",
    "before",
    "contains",
    "exists",
    "greater than",
    "is",
    "is not",
    "less than",
    "not contains",
    "not exists",
]
