# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DataPlaneApiKey(Model):
    """A key with chosen permissions."""

    key_value: str
    """The key itself; returned only once."""
    key_id: str
    """Id of the key."""
    root_scope_type: str
    """Type of the object that it opens, e.g. `project`."""
    root_scope_id: str
    """Id of the object that it opens."""
    permissions: list[str]
    """Permissions."""
    expires_at: str
    """Expiry time."""
