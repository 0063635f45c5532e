# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AlertType: TypeAlias = Literal[
    "AGGREGATE",
    "DRIFT",
    "PER_EVENT",
]
