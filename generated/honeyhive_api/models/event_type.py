# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

EventType: TypeAlias = Literal[
    "chain",
    "model",
    "session",
    "tool",
]
