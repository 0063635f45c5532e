# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

ConfigurationEnvironment: TypeAlias = Literal[
    "dev",
    "prod",
    "staging",
]
