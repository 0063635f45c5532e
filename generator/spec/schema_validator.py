"""Validation of values against the schemas of a document."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from attrs import define, field

from ..document import Document, Schema
from ..document.references import rebased

_BASE = "urn:document"


@define
class Validator:
    """Validates values against schemas whose references point into the document."""

    document: Document
    _registry: jsonschema_rs.Registry = field(init=False)

    def __attrs_post_init__(self) -> None:
        components = {"components": self.document.data.get("components", {})}
        self._registry = jsonschema_rs.Registry([(_BASE, components)])

    def errors(self, schema: Schema, value: Any) -> Iterator[tuple[str, str]]:
        """Yield a pair for each error: the place inside the value, and the message."""
        validator = jsonschema_rs.Draft202012Validator(rebased(schema.raw, _BASE), registry=self._registry)
        for error in validator.iter_errors(value):
            yield "/".join(map(str, error.instance_path)), error.message
