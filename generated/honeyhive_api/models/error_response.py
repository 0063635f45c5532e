# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ErrorResponse(Model):
    """What every error that the service makes itself carries. One made by a proxy on the way may look different."""

    status_code: float
    """The HTTP status again."""
    message: str
    """What is wrong, for people."""
    success: bool
    """Always false."""
    error_code: str | Unset = UNSET
    """What is wrong, for programs. Not every error has one."""

    _wire_keys: ClassVar = {"status_code": "statusCode", "error_code": "errorCode"}
