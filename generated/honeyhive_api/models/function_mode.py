# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

FunctionMode: TypeAlias = Literal[
    "auto",
    "force",
    "none",
]
