# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

ChartQueryKind: TypeAlias = Literal[
    "categorical",
    "histogram",
    "scalar",
    "table",
    "time_series",
]
