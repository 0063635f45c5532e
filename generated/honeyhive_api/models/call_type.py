# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

CallType: TypeAlias = Literal[
    "chat",
    "completion",
]
