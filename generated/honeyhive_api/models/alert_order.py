# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AlertOrder: TypeAlias = Literal[
    "created_at",
    "frequency",
    "last_triggered",
    "name",
    "status",
    "updated_at",
]
