"""The commands of a namespace, made from the rows of its operations."""

from collections.abc import Callable
from functools import partial

import click
from honeyhive_api.index import INDEX
from honeyhive_api.index import operation as operation_of
from honeyhive_api.types import Operation

from ..terminal.global_flags import global_flags
from ..terminal.lazy_group import CONTEXT, Entry, LazyGroup
from . import descriptions as document
from .call import call
from .deprecated_flags import replaced_by_commands
from .flags import flag, flag_fields, flag_name

NO_COMMAND: dict[str, str] = {}
"""Operations that are no command, by operationId, with the reason."""

LONG_WORK = {
    "events": {
        "import": ("Send the events of a JSONL file, in batches that can be resumed.", "events_import"),
        "download": ("Write all events that match to a JSONL file.", "events_download"),
    }
}
"""Commands written by hand, by namespace: summary, module of this package."""


def namespace(name: str) -> LazyGroup:
    """The group of a namespace: one entry for each operation, then the commands written by hand."""
    from ..program import namespaces

    ids = [one for one, entry in INDEX.items() if entry.call.partition(".")[0] == name and one not in NO_COMMAND]
    operations = [operation_of(one) for one in ids]
    entries = {one.name.replace("_", "-"): Entry(_summary(one), partial(command, one)) for one in operations}
    by_id = {flag_name(one.id): one.name.replace("_", "-") for one in operations}
    for extra, (summary, module) in LONG_WORK.get(name, {}).items():
        entries[extra] = Entry(summary, _hand_written(module))
    # The vendor's own tool calls some commands by the operation's id: `experiments list-runs`.
    other_names = {of_id: own for of_id, own in by_id.items() if of_id not in entries}
    return LazyGroup(
        name.replace("_", "-"),
        entries,
        other_names=other_names,
        params=global_flags(hidden=True),
        help=namespaces().get(name),
    )


def command(operation: Operation) -> click.Command:
    """The command of an operation."""
    fields = flag_fields(operation)
    taken = {name for field in fields for name in flag(field).opts}
    texts = document.descriptions(operation)
    params: list[click.Parameter] = [flag(field, texts[field.name]) for field in fields]
    params += [one for one in [*_request_flags(bool(fields)), *global_flags(hidden=True)] if not taken & {*one.opts}]
    return click.Command(
        operation.name.replace("_", "-"),
        callback=click.pass_context(partial(call, operation)),
        params=params,
        help=_help(operation),
        short_help=_summary(operation),
        epilog="Global flags (see honeyhive --help) are taken here as well.",
        options_metavar="[FLAGS]",
        context_settings=CONTEXT,
    )


def _summary(operation: Operation) -> str:
    text = document.summary(operation)
    return f"[deprecated] {text}" if operation.deprecated else text


def _help(operation: Operation) -> str:
    parts = [document.summary(operation), document.description(operation)]
    if operation.deprecated:
        parts.insert(1, f"Deprecated{replaced_by_commands(operation) or ', without a replacement'}.")
    parts.append(f"Calls {operation.method} {operation.path} on the host {operation.host}.")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _request_flags(has_fields: bool) -> list[click.Option]:
    dry = click.Option(["--dry-run"], is_flag=True, help="Print the request as curl, the key masked; send nothing.")
    if not has_fields:
        return [dry]
    return [
        click.Option(
            ["-f", "--filename"],
            type=click.Path(allow_dash=True),
            help="Take the request from a .json, .jsonc, .yaml or .yml file, or JSON from stdin (-); flags come first.",
        ),
        click.Option(["--null"], multiple=True, metavar="FLAG", help="Send null for this flag. Repeatable."),
        click.Option(["--show-file-schema"], is_flag=True, help="Print the JSON Schema of that file; send nothing."),
        click.Option(
            ["--show-argument-schema"], metavar="FLAG", help="Print the JSON Schema of one flag; send nothing."
        ),
        dry,
    ]


def _hand_written(module: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        from importlib import import_module

        made: click.Command = import_module(f"honeyhive._cli.tools.{module}").command
        return made

    return load
