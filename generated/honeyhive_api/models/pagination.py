# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class Pagination(Model):
    """Where a page stands among all of them."""

    page: int
    """The page, counted from 1."""
    limit: int
    """How many items a page holds."""
    total: int
    """How many items were found."""
    total_unfiltered: int
    """How many items there are without any filter."""
    total_pages: int
    """How many pages there are."""
    has_next: bool
    """Whether another page follows."""
    has_prev: bool
    """Whether a page comes before."""
