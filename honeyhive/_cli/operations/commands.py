"""Builds the commands of a namespace from its operations."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import click
from honeyhive_api.connection import HOSTS, SCHEMES
from honeyhive_api.index import INDEX
from honeyhive_api.index import operation as operation_of
from honeyhive_api.types import Operation, sunset

from honeyhive._core.key_kinds import article

from ..terminal.global_flags import global_flags
from ..terminal.help_pages import EXAMPLE
from ..terminal.lazy_group import CONTEXT, Entry, LazyGroup
from . import descriptions as document
from .call import call
from .deprecated_flags import advice
from .examples import example
from .flags import PathArgument, flag, flag_fields, flag_name
from .listing import can_be_long
from .time_range import range_field, time_flags

NO_COMMAND: Final[dict[str, str]] = {}
"""The operationIds of operations that have no command, each with the reason."""
_OTHER_WORDS: Final = {"list": "search", "search": "list"}
"""Maps an alias to the command that it stands for, in namespaces that have no command with the alias's name."""


def namespace(name: str, help_text: str, tools: Mapping[str, Entry]) -> LazyGroup:
    """Return the command group of a namespace: a command for each operation, then the commands in ``tools``."""
    ids = [one for one, entry in INDEX.items() if entry.call.partition(".")[0] == name and one not in NO_COMMAND]
    operations = [operation_of(one) for one in ids]
    unscoped = {one.name: one for one in operations if one.is_unscoped}
    entries = {
        one.name.replace("_", "-"): Entry(_summary(one), partial(command, one, unscoped.get(one.name)))
        for one in operations
        if not one.is_unscoped
    }
    entries |= tools
    # The vendor's own tool calls some commands by the operation's id: `experiments list-runs`.
    if EXAMPLE not in help_text and operations:
        help_text = f"{help_text}\n\n{EXAMPLE}{example(operations[0], None)}"
    other_names = {flag_name(one.id): one.name.replace("_", "-") for one in operations} | _OTHER_WORDS
    return LazyGroup(
        name.replace("_", "-"),
        entries,
        other_names={alias: own for alias, own in other_names.items() if alias not in entries and own in entries},
        params=global_flags(hidden=True),
        help=help_text,
    )


def command(operation: Operation, unscoped: Operation | None = None) -> click.Command:
    """Return the command of an operation; without the flag of a scope such as a project, it calls ``unscoped``."""
    scope = operation.scoped_by if unscoped else None
    if unscoped:
        optional = (one._replace(required=False) if one.argument == scope else one for one in operation.fields)
        operation = operation._replace(fields=tuple(optional))
    fields = flag_fields(operation)
    taken = {name for field in fields for name in flag(field).opts}
    texts = document.descriptions(operation)
    params: list[click.Parameter] = [
        PathArgument(field) for field in fields if field.location == "path" and field.argument != scope
    ]
    params += [flag(field, texts[field.name]) for field in fields]
    more = [
        *(time_flags() if range_field(operation) else []),
        *([_all_flag()] if can_be_long(operation) else []),
        *_request_flags(bool(fields)),
        *global_flags(hidden=True),
    ]
    params += [one for one in more if not taken & {*one.opts}]
    return click.Command(
        operation.name.replace("_", "-"),
        callback=click.pass_context(partial(call, operation, unscoped)),
        params=params,
        help=_help(operation, unscoped),
        short_help=_summary(operation),
        context_settings=CONTEXT,
    )


def _summary(operation: Operation) -> str:
    text = document.summary(operation)
    return f"[deprecated] {text}" if operation.deprecated else text


def _help(operation: Operation, unscoped: Operation | None) -> str:
    parts = [
        document.summary(operation),
        f"Example: {example(operation, unscoped)}",
        document.description(operation),
        _where(operation),
    ]
    if operation.deprecated:
        parts.insert(1, f"Deprecated{advice(operation)}.")
    if unscoped:
        old = f" (deprecated{sunset(unscoped)})" if unscoped.deprecated else ""
        key = _keys(unscoped) if unscoped.security != operation.security else ""
        scope = flag_name(operation.scoped_by or "")
        parts[-1] += f" Without --{scope}, the command sends {unscoped.method} {unscoped.path}{old}{key}."
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _where(operation: Operation) -> str:
    """Return a sentence for the help about the server that gets the request, and the key for it."""
    server = f"{HOSTS[operation.host].url}, or to the server of --base-url,"
    return f"Sends {operation.method} {operation.path} to {server}{_keys(operation)}."


def _keys(operation: Operation) -> str:
    schemes = [SCHEMES[name] for name in reversed(operation.security)]  # the most common kind of key comes first
    keys = " or ".join(f"{article(one.kind)} {one.kind} API key ({one.variables[0]})" for one in schemes)
    return f" with {keys}" if keys else " without a key"


def _all_flag() -> click.Option:
    return click.Option(["--all"], is_flag=True, help="List all items, with as many requests as needed.")


def _request_flags(has_fields: bool) -> list[click.Option]:
    dry = click.Option(["--dry-run"], is_flag=True, help="Print a curl command with a masked key; send nothing.")
    if not has_fields:
        return [dry]
    return [
        click.Option(
            ["-f", "--filename"],
            type=click.Path(allow_dash=True),
            help="Read the request from a .json, .jsonc, .yaml or .yml file, or as JSON from stdin (-). "
            "Flags override the file.",
        ),
        click.Option(["--null"], multiple=True, metavar="FLAG", help="Send null for this flag. Repeatable."),
        click.Option(
            ["--show-file-schema"], is_flag=True, help="Print the JSON Schema of the request file; send nothing."
        ),
        click.Option(
            ["--show-argument-schema"], metavar="FLAG", help="Print the JSON Schema of one flag; send nothing."
        ),
        dry,
    ]
