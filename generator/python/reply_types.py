"""Makes the annotation of each operation's reply, and the Python source that reads the reply."""

import re

from ..document import Document, DocumentError
from ..model.ir import Operation, Table
from ..opc import (
    NONE_SOURCE,
    Endpoint,
    GeneratorData,
    ListProperty,
    ModelProperty,
    PropertyProtocol,
    UnionProperty,
)
from .discriminators import union_of
from .emit import Reply


class Replies:
    """Replies of the operations, with the functions that the templates call."""

    def __init__(self, document: Document, data: GeneratorData, table: Table) -> None:
        successes = ((one, one.success) for one in document.operations())
        self._may_be_empty = {one.where for one in document.operations() if one.may_be_empty}
        self._unions = {
            f"{one.method} {one.path}": union_of(next(iter(success[1].media.values())).schema)
            for one, success in successes
            if success and success[1].media
        }
        rows = {row.module: row for row in table.operations}
        endpoints = [one for collection in data.endpoint_collections_by_tag.values() for one in collection.endpoints]
        self.by_module = {str(one.name): self._reply(one, rows[str(one.name)]) for one in endpoints}

    @staticmethod
    def of(endpoint: Endpoint) -> PropertyProtocol | None:
        """Return the property of a successful reply, or None if it has no body."""
        for response in endpoint.responses.patterns:
            if response.status_code.pattern.startswith("2") and response.source != NONE_SOURCE:
                return response.prop
        return None

    def annotation_for(self, reply: PropertyProtocol | None, row: Operation) -> str:
        """Return the Python annotation of the reply of an operation, with ``| None`` if a success may have no body."""
        annotation = self.annotation(reply)
        return f"{annotation} | None" if self._is_optional(reply, row) else annotation

    @staticmethod
    def annotation(reply: PropertyProtocol | None) -> str:
        """Return the Python annotation of a reply, with models as ``models.Session``."""
        if reply is None:
            return "None"
        return qualified(reply)

    def reader(self, reply: PropertyProtocol, row: Operation) -> str:
        """Return the Python source that reads a reply from the parsed JSON in ``data``."""
        check = "if data is None:\n        return None\n    " if self._is_optional(reply, row) else ""
        return check + self._reader(reply, row)

    def _is_optional(self, reply: PropertyProtocol | None, row: Operation) -> bool:
        is_null_anyway = "None" in self.annotation(reply).split(" | ")
        return not is_null_anyway and f"{row.method} {row.path}" in self._may_be_empty

    def _reader(self, reply: PropertyProtocol, row: Operation) -> str:
        if isinstance(reply, UnionProperty):
            others = [one for one in reply.inner_properties if qualified(one) != "None"]
            if len(others) == 1 and len(reply.inner_properties) == 2:
                return f"if data is None:\n        return None\n    {self._reader(others[0], row)}"
        if isinstance(reply, ModelProperty):
            return f"return read_model({Replies.annotation(reply)}, data, OPERATION)"
        if isinstance(reply, ListProperty):
            items = reply.inner_property
            if isinstance(items, ModelProperty):
                return f"return read_models({Replies.annotation(items)}, data)"
            if isinstance(items, UnionProperty) and (read := self._read_one_of(items, row, "item")):
                return f"return [{read} if isinstance(item, dict) else item for item in read_array(data)]"
            return "return read_array(data)"
        annotation = Replies.annotation(reply)
        if isinstance(reply, UnionProperty) and (read := self._read_one_of(reply, row, "data")):
            if not all(isinstance(one, ModelProperty) for one in reply.inner_properties):
                read = f"{read} if isinstance(data, dict) else data"
            return f"found: {annotation} = {read}\n    return found"
        return "return data" if annotation == "Any" else f"found: {annotation} = data\n    return found"

    def _read_one_of(self, union: UnionProperty, row: Operation, value: str) -> str:
        """Return the source that reads an object of a union, or an empty string if there is no model in it."""
        models = [Replies.annotation(one) for one in union.inner_properties if isinstance(one, ModelProperty)]
        stated = self._unions[f"{row.method} {row.path}"]
        how = f", {stated.discriminator!r}, {stated.values or {}!r}" if stated.discriminator else ""
        return f"read_one_of(({', '.join(models)},), {value}, OPERATION{how})" if models else ""

    def _reply(self, endpoint: Endpoint, row: Operation) -> Reply:
        prop = self.of(endpoint)
        if row.paging is None:
            return Reply(self.annotation_for(prop, row))
        items = _items_of(prop, row.paging.items)
        return Reply(self.annotation(prop), str(items.python_name), self.annotation(items.inner_property))


def qualified(prop: PropertyProtocol) -> str:
    """Return the annotation of a required property, with ``models.`` before model classes."""
    annotation = str(prop.get_type_string(no_optional=True).as_unembedded_code())
    names = {line.rpartition(" ")[2] for line in prop.get_lazy_imports(prefix="") | prop.get_imports(prefix="")}
    return re.sub(r"\w+", lambda found: f"models.{found[0]}" if found[0] in names else found[0], annotation)


def _items_of(reply: PropertyProtocol | None, name: str) -> ListProperty:
    """Return the property of a reply with the items of a page."""
    required = (reply.required_properties or ()) if isinstance(reply, ModelProperty) else ()
    for prop in required:
        if isinstance(prop, ListProperty) and str(prop.name.get_untrusted_value()) == name:
            return prop
    raise DocumentError(f"openapi-python-client did not keep the page items {name} as a list")
