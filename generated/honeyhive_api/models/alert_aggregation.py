# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AlertAggregation: TypeAlias = Literal[
    "AVERAGE",
    "COUNT",
    "MAX",
    "MEDIAN",
    "MIN",
    "P90",
    "P95",
    "P99",
    "SUM",
]
