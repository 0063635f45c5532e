# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorCode(Model):
    """Code of an evaluator."""

    code_snippet: str | Unset = UNSET
    """Python source code."""
