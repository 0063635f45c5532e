"""The low-level client: openapi-python-client parses and renders, our templates say what comes out."""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.responses import NONE_SOURCE

from . import emit
from .document import Document, DocumentError
from .formatting import format_folder
from .losses import find_losses
from .rows import Operation, Table, class_name, python_name
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
        emit.write_modules(project.env, table, document, package, _reply_types(project.openapi))
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
        module_of=lambda name: python_name(class_name(name)),
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


def _reply_types(data: GeneratorData) -> dict[str, Any]:
    """The Python type of each reply and the imports it needs, by the module of the operation."""
    found: dict[str, Any] = {}
    for collection in data.endpoint_collections_by_tag.values():
        for endpoint in collection.endpoints:
            reply = _reply_of(endpoint)
            type_ = reply.get_type_string().as_unembedded_code() if reply is not None else "None"
            found[str(endpoint.name)] = (type_, [line.replace("...", "..", 1) for line in _reply_imports(reply)])
    return found
