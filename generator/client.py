"""The low-level client: openapi-python-client parses and renders, our templates say what comes out."""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from openapi_python_client import Project, strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.responses import NONE_SOURCE

from . import emit
from .document import Document, DocumentError
from .formatting import format_folder
from .losses import find_losses
from .rows import Operation, Table, class_name
from .simplify import free_form_types, simplified

TEMPLATES = Path(__file__).parent / "templates"
NOT_OURS = ("client.py", "errors.py")
"""Modules that openapi-python-client always writes; sending is the business of the hand-written layer."""


def render_client(document: Document, table: Table) -> dict[str, str]:
    """Every Python file of the generated package by its path, formatted, without the header line."""
    simple = simplified(document)
    with TemporaryDirectory() as folder:
        package = Path(folder) / "package"
        project = _project(simple, package)
        if losses := list(find_losses(simple, project.openapi)):
            raise DocumentError("openapi-python-client did not carry everything over:\n  " + "\n  ".join(losses))
        _teach(project, table, free_form_types(simple))
        with contextlib.redirect_stdout(io.StringIO()):  # it announces the temporary folder
            errors = project.build()
        if errors:
            raise DocumentError("\n".join(f"{error.header}: {error.detail}" for error in errors))
        for name in NOT_OURS:
            (package / name).unlink()
        emit.write_modules(project.env, table, document, package, _replies(project.openapi, table))
        format_folder(package)
        return {
            str(file.relative_to(package)): file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py"))
        }


def _project(document: Document, package: Path) -> Project:
    config = Config.from_sources(
        ConfigFile(post_hooks=[], literal_enums=True),
        MetaType.NONE,
        document_source=Path(document.name),
        file_encoding="utf-8",
        overwrite=True,
        output_path=package,
    )
    data = GeneratorData.from_dict(document.data, config=config)
    if isinstance(data, GeneratorError):
        raise DocumentError(f"{data.header}: {data.detail}")
    return Project(openapi=data, config=config, custom_template_path=TEMPLATES)


def _teach(project: Project, table: Table, free_form: dict[tuple[str, str], str]) -> None:
    """Give the templates what openapi-python-client does not know."""
    env = project.env
    env.filters.update(doc=emit.doc, wrap=emit.wrap, literal=emit.literal)
    env.globals.update(
        rows={row.module: row for row in table.operations},
        free_form=free_form,
        class_of=class_name,
        module_of=lambda name: strings.PythonIdentifier(class_name(name), "field_"),
        models_of=models_of,
        reply_of=_reply_of,
        reply_imports=_reply_imports,
        reads_models=lambda prop: bool(prop.get_lazy_imports(prefix="")),
    )


def models_of(*rows: Operation) -> list[str]:
    """The schemas whose classes stand in the signatures of these operations."""
    return sorted({name for row in rows for field in row.arguments_of_call for name in field.models})


def _reply_imports(reply: PropertyProtocol | None) -> Sequence[str]:
    if reply is None:
        return ()
    return sorted(reply.get_imports(prefix="...") | reply.get_lazy_imports(prefix="..."))


def _reply_of(endpoint: Endpoint) -> PropertyProtocol | None:
    """What a success answers, None where that is nothing."""
    for response in endpoint.responses.patterns:
        if response.status_code.pattern.startswith("2") and response.source != NONE_SOURCE:
            return response.prop
    return None


def _replies(data: GeneratorData, table: Table) -> dict[str, emit.Reply]:
    """What each operation answers, by its module."""
    rows = {row.module: row for row in table.operations}
    endpoints = [one for collection in data.endpoint_collections_by_tag.values() for one in collection.endpoints]
    return {str(endpoint.name): _reply(endpoint, rows[str(endpoint.name)]) for endpoint in endpoints}


def _reply(endpoint: Endpoint, row: Operation) -> emit.Reply:
    prop = _reply_of(endpoint)
    annotation = _annotation(prop) if prop is not None else "None"
    items = _items_of(prop, row.paging.items) if row.paging else None
    if items is None:
        return emit.Reply(annotation, _imports(prop))
    return emit.Reply(
        annotation,
        (*_imports(prop), *_imports(items.inner_property)),
        str(items.python_name),
        _annotation(items.inner_property),
    )


def _items_of(reply: PropertyProtocol | None, name: str) -> ListProperty | None:
    """The property of a reply that holds the items of a page."""
    required = (reply.required_properties or ()) if isinstance(reply, ModelProperty) else ()
    for prop in required:
        if isinstance(prop, ListProperty) and str(prop.name.get_untrusted_value()) == name:
            return prop
    raise DocumentError(f"openapi-python-client did not keep {name}, the items of a page, as a list")


def _annotation(prop: PropertyProtocol) -> str:
    return str(prop.get_type_string().as_unembedded_code())


def _imports(prop: PropertyProtocol | None) -> tuple[str, ...]:
    return tuple(line.replace("...", "..", 1) for line in _reply_imports(prop))
