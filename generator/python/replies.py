"""The reply of each operation: its annotation, its imports, and the call that reads it."""

from ..document import DocumentError
from ..model.rows import Operation, Table
from ..opc import (
    NONE_SOURCE,
    Endpoint,
    GeneratorData,
    ListProperty,
    ModelProperty,
    PropertyProtocol,
    UnionProperty,
)
from .emit import Reply


class Replies:
    """The replies of the operations, for the templates."""

    def __init__(self, data: GeneratorData, table: Table) -> None:
        rows = {row.module: row for row in table.operations}
        endpoints = [one for collection in data.endpoint_collections_by_tag.values() for one in collection.endpoints]
        self.by_module = {str(one.name): self._reply(one, rows[str(one.name)]) for one in endpoints}

    @staticmethod
    def of(endpoint: Endpoint) -> PropertyProtocol | None:
        """Return the property of a success, None if it has no body."""
        for response in endpoint.responses.patterns:
            if response.status_code.pattern.startswith("2") and response.source != NONE_SOURCE:
                return response.prop
        return None

    @staticmethod
    def annotation(reply: PropertyProtocol | None) -> str:
        """Return the type of the reply in Python."""
        return "None" if reply is None else str(reply.get_type_string().as_unembedded_code())

    @staticmethod
    def imports(reply: PropertyProtocol | None, prefix: str = "...") -> list[str]:
        """Return the imports that the annotation needs."""
        return [] if reply is None else sorted(reply.get_imports(prefix=prefix) | reply.get_lazy_imports(prefix=prefix))

    @staticmethod
    def reader(reply: PropertyProtocol) -> str:
        """Return the statements that read the reply from the decoded JSON in ``data``."""
        if isinstance(reply, ModelProperty):
            return _importing("read_model", f"return read_model({_name(reply)}, data)", reply)
        if isinstance(reply, ListProperty):
            if isinstance(reply.inner_property, ModelProperty):
                return _importing("read_models", f"return read_models({_name(reply.inner_property)}, data)", reply)
            return _importing("read_array", "return read_array(data)", reply)
        if isinstance(reply, UnionProperty):
            models = [one for one in reply.inner_properties if isinstance(one, ModelProperty)]
            if models:
                names = ", ".join(map(_name, models))
                found = f"found: {Replies.annotation(reply)} = read_one_of(({names},), data)\n    return found"
                return _importing("read_one_of", found, reply)
        if Replies.annotation(reply) == "Any":
            return "return data"
        return f"found: {Replies.annotation(reply)} = data\n    return found"

    def _reply(self, endpoint: Endpoint, row: Operation) -> Reply:
        prop = self.of(endpoint)
        if row.paging is None:
            return Reply(self.annotation(prop), tuple(self.imports(prop, "..")))
        items = _items_of(prop, row.paging.items)
        return Reply(
            self.annotation(prop),
            (*self.imports(prop, ".."), *self.imports(items.inner_property, "..")),
            str(items.python_name),
            self.annotation(items.inner_property),
        )


def _importing(reader: str, statements: str, reply: PropertyProtocol) -> str:
    lines = [*(line for line in Replies.imports(reply) if "models" in line), f"from ...model import {reader}"]
    return "\n    ".join([*sorted(lines), "", statements])


def _name(model: PropertyProtocol) -> str:
    return str(model.get_type_string(no_optional=True).as_unembedded_code())


def _items_of(reply: PropertyProtocol | None, name: str) -> ListProperty:
    """Return the property of a reply that holds the items of a page."""
    required = (reply.required_properties or ()) if isinstance(reply, ModelProperty) else ()
    for prop in required:
        if isinstance(prop, ListProperty) and str(prop.name.get_untrusted_value()) == name:
            return prop
    raise DocumentError(f"openapi-python-client did not keep {name}, the items of a page, as a list")
