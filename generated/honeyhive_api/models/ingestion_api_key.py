# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class IngestionApiKey(Model):
    """A key that may only write sessions and events."""

    key_value: str
    """The text of the key; it is shown this once."""
    key_id: str
    """The id of the key."""
    root_scope_type: str
    """What kind of thing it opens, as in `project`."""
    root_scope_id: str
    """The id of what it opens."""
    name: str
    """The name of the key."""
    description: None | str
    """What it is for."""
