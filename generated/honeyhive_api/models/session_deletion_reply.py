# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class SessionDeletionReply(Model):
    """A deletion request, under the key `data`."""

    data: models.SessionDeletion
    """A deletion request. It may have further keys."""

    _nested: ClassVar = {"data": Nested(models=("SessionDeletion",))}
