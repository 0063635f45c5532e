# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

RunStatus: TypeAlias = Literal[
    "cancelled",
    "completed",
    "failed",
    "pending",
    "running",
]
