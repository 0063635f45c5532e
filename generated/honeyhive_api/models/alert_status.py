# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

AlertStatus: TypeAlias = Literal[
    "ACTIVE",
    "PAUSED",
    "RESOLVED",
    "TRIGGERED",
]
