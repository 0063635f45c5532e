# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AggregateFunction: TypeAlias = Literal[
    "average",
    "count",
    "max",
    "median",
    "min",
    "p90",
    "p95",
    "p99",
    "sum",
]
