# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

ResponseFormatType: TypeAlias = Literal[
    "json_object",
    "text",
]
