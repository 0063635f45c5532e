# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

RunOrder: TypeAlias = Literal[
    "created_at",
    "name",
    "status",
    "updated_at",
]
