"""The generated Python files: openapi-python-client parses and renders, our templates decide what comes out."""

import contextlib
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from ..document import Document, DocumentError
from ..model.rows import Table, class_name
from ..opc import (
    Config,
    ConfigFile,
    GeneratorData,
    GeneratorError,
    MetaType,
    Project,
)
from . import emit
from .formatting import format_folder
from .losses import find_losses
from .models import Models
from .replies import Replies
from .simplify import free_form, simplified

TEMPLATES = Path(__file__).parent / "templates"
RUNTIME = Path(__file__).parent / "runtime"
"""Modules that are copied into the package as they are, in place of those that openapi-python-client renders."""


def render_client(document: Document, table: Table) -> dict[str, str]:
    """Return every Python file of the generated package by its path, formatted, without the header line."""
    _refuse_booleans(document)
    simple = simplified(document)
    with TemporaryDirectory() as folder:
        package = Path(folder) / "package"
        project = _project(simple, package)
        if losses := list(find_losses(simple, project.openapi)):
            raise DocumentError(*losses)
        models = Models(document, project.openapi, table, free_form(simple))
        replies = Replies(document, project.openapi, table)
        _teach(project, table, models, replies)
        project.openapi.models = models.used
        project.openapi.enums = models.used_enums
        with contextlib.redirect_stdout(io.StringIO()):  # it announces the temporary folder
            errors = project.build()
        if errors:
            raise DocumentError("\n".join(f"{error.header}: {error.detail}" for error in errors))
        emit.write_modules(project.env, table, document, package, replies.by_module)
        for file in RUNTIME.glob("*.py"):
            (package / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        format_folder(package)
        return {
            str(file.relative_to(package)): file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py"))
        }


def _refuse_booleans(document: Document) -> None:
    """Raise DocumentError for boolean schemas, which openapi-python-client cannot read."""
    found = [one.where for one in document.all_schemas() if isinstance(one.raw, bool)]
    if found:
        raise DocumentError(
            *(f"{one}: a boolean schema cannot be carried over; write {{}} for any value" for one in found)
        )


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


def _teach(project: Project, table: Table, models: Models, replies: Replies) -> None:
    """Give the templates what openapi-python-client does not know."""
    env = project.env
    env.filters.update(
        doc=emit.doc,
        wrap=emit.wrap,
        literal=emit.literal,
        summary_doc=emit.summary_doc,
        parameters_of=emit.parameters_of,
        calls=lambda routes: emit.calls_of(table, routes),
        class_of=class_name,
        module_of=emit.module_of,
    )
    env.globals.update(
        rows={row.module: row for row in table.operations},
        reply_of=replies.of,
        reply_type=replies.annotation,
        reply_reader=replies.reader,
        property_type=models.annotation,
        wire_keys=models.wire_keys,
        nested_of=models.nested,
    )
