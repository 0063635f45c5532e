# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DataPlaneApiKey(Model):
    """A key with chosen permissions."""

    key_value: str
    """The text of the key; it is shown this once."""
    key_id: str
    """The id of the key."""
    root_scope_type: str
    """What kind of thing it opens, as in `project`."""
    root_scope_id: str
    """The id of what it opens."""
    permissions: list[str]
    """What it opens."""
    expires_at: str
    """Until when it is valid."""
