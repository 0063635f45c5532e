# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AlertOperator: TypeAlias = Literal[
    "equal_to",
    "greater_than",
    "less_than",
]
