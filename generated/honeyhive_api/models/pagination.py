# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class Pagination(Model):
    """Position of a page among all pages."""

    page: int
    """Page number, counted from 1."""
    limit: int
    """Number of items per page."""
    total: int
    """Number of matching items."""
    total_unfiltered: int
    """Number of items without any filter."""
    total_pages: int
    """Number of pages."""
    has_next: bool
    """True if there is a next page."""
    has_prev: bool
    """True if there is a previous page."""
