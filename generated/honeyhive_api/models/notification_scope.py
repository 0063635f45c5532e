# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from typing import Literal, TypeAlias

NotificationScope: TypeAlias = Literal[
    "ALL_PROJECT_MEMBERS",
    "SPECIFIC_MEMBER",
]
