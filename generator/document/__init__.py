"""The document, parsed and resolved. Nothing outside this package parses the document or follows a ``$ref``."""

from .common_forms import with_common_forms, with_named_parts
from .document import Document
from .operation import HOST, METHODS, SCOPED_BY, SUNSET, Content, Media, Operation, Parameter
from .problems import DocumentError, Problems
from .references import SCHEMA_PREFIX
from .schema import UNIONS, Schema, is_free_form, json_types, nullable_target, schema_name

__all__ = [
    "HOST",
    "METHODS",
    "SCHEMA_PREFIX",
    "SCOPED_BY",
    "SUNSET",
    "UNIONS",
    "Content",
    "Document",
    "DocumentError",
    "Media",
    "Operation",
    "Parameter",
    "Problems",
    "Schema",
    "is_free_form",
    "json_types",
    "nullable_target",
    "schema_name",
    "with_common_forms",
    "with_named_parts",
]
