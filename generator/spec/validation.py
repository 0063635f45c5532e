"""Values against the schemas of a document."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from attrs import define, field

from ..document import Document

_BASE = "urn:document"


@define
class Validator:
    """Judges values by schemas whose references lead into the document."""

    document: Document
    _registry: jsonschema_rs.Registry = field(init=False)

    def __attrs_post_init__(self) -> None:
        components = {"components": self.document.data.get("components", {})}
        self._registry = jsonschema_rs.Registry([(_BASE, components)])

    def errors(self, schema: Any, value: Any) -> Iterator[tuple[str, str]]:
        """The place inside the value and the message of each error."""
        validator = jsonschema_rs.Draft202012Validator(_absolute(schema), registry=self._registry)
        for error in validator.iter_errors(value):
            yield "/".join(map(str, error.instance_path)), error.message


def _absolute(schema: Any) -> Any:
    """The schema with its references leading into the registered document."""
    if isinstance(schema, list):
        return [_absolute(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{_BASE}{value}" if key == "$ref" and isinstance(value, str) else _absolute(value)
        for key, value in schema.items()
    }
