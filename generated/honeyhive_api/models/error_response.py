# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ErrorResponse(Model):
    """Fields of every error that the service itself returns. An error of a proxy may look different."""

    status_code: float
    """HTTP status code."""
    message: str
    """Human-readable error message."""
    success: bool
    """Always false."""
    error_code: str | Unset = UNSET
    """Machine-readable error code. Not every error has one."""

    _wire_keys: ClassVar = {"status_code": "statusCode", "error_code": "errorCode"}
