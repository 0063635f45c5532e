# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

ChartBucketing: TypeAlias = Literal[
    "auto",
    "day",
    "five_minute",
    "hour",
    "minute",
    "month",
    "week",
]
