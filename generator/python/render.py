"""Renders the generated package: openapi-python-client parses the document and fills in our templates."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ..document import Document, DocumentError
from ..model.build import build_table
from ..model.ir import Table, class_name
from ..opc import (
    Config,
    ConfigFile,
    GeneratorData,
    GeneratorError,
    MetaType,
    Project,
    message_of,
    parse_problems,
)
from . import emit
from .losses import find_losses
from .models import Models
from .opc_input import free_form, simplified
from .reply_types import Replies

TEMPLATES = Path(__file__).parent / "templates"
RUNTIME = Path(__file__).parent / "runtime"
"""Modules that are copied into the package unchanged, instead of the modules that openapi-python-client makes."""

_RUFF = ("--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "120")
"""Fixed options, so that no configuration file around the folder changes the output."""


def render_package(document: Document) -> dict[str, str]:
    """Return every file of the package by its path; raise DocumentError if a part of the document would be lost."""
    header = f"Generated from {document.name} by `python -m generator` (make generate). Do not edit."
    files = {name: f"# {header}\n{text}" for name, text in _render_python(document, build_table(document)).items()}
    files["py.typed"] = f"# {header}\n"
    # JSON has no comments: the header is the first key, alone on the first line.
    files["openapi.json"] = (
        f'{{"x-generated": {json.dumps(header)},\n' + json.dumps(document.data, indent=1, ensure_ascii=False)[2:] + "\n"
    )
    return files


def _render_python(document: Document, table: Table) -> dict[str, str]:
    """Return the formatted Python files of the package by path, without the header line."""
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
        with contextlib.redirect_stdout(io.StringIO()):  # the parser prints its folder
            errors = project.build()
        if errors:
            raise DocumentError(*map(message_of, errors))
        emit.write_modules(project.env, table, document, package, replies.by_module)
        for file in RUNTIME.glob("*.py"):
            (package / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        _format(package)
        return {
            str(file.relative_to(package)): file.read_text(encoding="utf-8") for file in sorted(package.rglob("*.py"))
        }


def _refuse_booleans(document: Document) -> None:
    """Raise DocumentError for boolean schemas, which openapi-python-client cannot parse."""
    found = [one.where for one in document.all_schemas() if isinstance(one.raw, bool)]
    if found:
        raise DocumentError(*(f"{one}: a boolean schema is not supported; write {{}} for any value" for one in found))


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
        raise DocumentError(*parse_problems(document.data))
    return Project(openapi=data, config=config, custom_template_path=TEMPLATES)


def _teach(project: Project, table: Table, models: Models, replies: Replies) -> None:
    """Add our filters and globals to the templates."""
    env = project.env
    env.filters.update(
        doc=emit.doc,
        closed=emit.closed,
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
        reply_type=replies.annotation_for,
        reply_reader=replies.reader,
        property_type=models.annotation,
        wire_keys=models.wire_keys,
        nested_of=models.nested,
    )


def _format(folder: Path) -> None:
    """Sort the imports of every module in the folder, remove unused ones, and format it."""
    _ruff("check", *_RUFF, "--select", "F401,I,PIE790,TC005", "--fix-only", str(folder))
    _ruff("format", *_RUFF, str(folder))


def _ruff(*arguments: str) -> None:
    # This is the pinned ruff of this interpreter, not one on PATH, so the output is the same on every machine.
    done = subprocess.run([sys.executable, "-m", "ruff", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise DocumentError(f"ruff {arguments[0]} failed on the generated code: {done.stderr or done.stdout}")
