"""One run of an operation's command: flags and a file become a call of the client; the reply goes to stdout."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import click
from click.core import ParameterSource
from honeyhive_api.types import Field, Operation, plain

from honeyhive import HoneyHive, InvalidRequestError

from ..connection import connected, printed_warnings
from ..terminal.client_settings import client_arguments
from ..terminal.failures import in_flags, say_warning
from ..terminal.output import is_for_people, json_text, output_form, show, show_each
from ..terminal.suggestions import suggestion
from .deprecated_flags import tell_deprecations
from .filter_fields import filter_warnings
from .flags import flag_fields, flag_name, flags_by_argument, parameter_name, positional_name
from .listing import all_items, cut_warning, listing_notice
from .time_range import range_field, time_range

_EXCLUSIVE = ("show_file_schema", "show_argument_schema")


class GivenArguments(NamedTuple):
    """The arguments of a call: method arguments by Python name, and keys that openapi.yaml does not describe."""

    known: dict[str, Any]
    extra: dict[str, Any]


def call(operation: Operation, unscoped: Operation | None, ctx: click.Context, /, **values: Any) -> None:
    """Print a schema or the request if a flag asks for it; otherwise send the request and print the reply."""
    if any(values.get(name) for name in _EXCLUSIVE):
        click.echo(json_text(_schema(operation, ctx, values)))
        return
    arguments = _arguments(operation, ctx, values)
    _check_required(operation, arguments.known, ctx)
    tell_deprecations(operation if operation.scoped_by in arguments.known else unscoped or operation, arguments.known)
    for warning in filter_warnings(operation, arguments.known):
        say_warning(warning)
    try:
        if values["dry_run"]:
            _dry_run(operation, arguments, ctx)
        elif values.get("all"):
            _show_all(operation, arguments, ctx)
        else:
            _show_reply(operation, arguments, ctx)
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(error, flags_by_argument(operation)), ctx) from None


def _show_reply(operation: Operation, arguments: GivenArguments, ctx: click.Context) -> None:
    with connected(ctx) as client:
        value = plain(send(client, operation, arguments))
    show(ctx, value, listing_notice(operation, arguments.known, value))
    # A pipe may cut off the notice at the end of a table, so a warning is printed as well.
    is_seen = is_for_people(ctx) and (sys.stdout.isatty() or output_form(ctx) != "table")
    if not is_seen and (warning := cut_warning(operation, arguments.known, value)):
        say_warning(warning)


def _show_all(operation: Operation, arguments: GivenArguments, ctx: click.Context) -> None:
    if named := [f"--{name}" for name in ("limit", "page") if name in arguments.known]:
        raise click.UsageError(f"--all lists all items; leave out {' and '.join(named)}", ctx)
    with connected(ctx) as client:
        items = all_items(client, operation, arguments.known)
        if show_each(ctx, items):
            return
        found = list(items)
    value = found if operation.paging is None else {operation.paging.items: found}
    show(ctx, value, listing_notice(operation, arguments.known, value))


def send(client: HoneyHive, operation: Operation, arguments: GivenArguments) -> Any:
    """Call the client's method for the operation, and return the reply."""
    method = getattr(getattr(client, operation.namespace), operation.name)
    extra = {"extra_body": arguments.extra} if arguments.extra else {}
    return method(**arguments.known, **extra)


def _dry_run(operation: Operation, arguments: GivenArguments, ctx: click.Context) -> None:
    from ..recording import recorded
    from .curl import curl

    with printed_warnings():
        click.echo(curl(recorded(lambda client: send(client, operation, arguments), client_arguments(ctx))))


def _schema(operation: Operation, ctx: click.Context, values: dict[str, Any]) -> Any:
    from .argument_schemas import argument_schemas, file_schema

    if len([name for name in values if _is_given(ctx, name)]) > 1:
        raise click.UsageError("--show-file-schema and --show-argument-schema cannot be combined with other flags", ctx)
    if values["show_file_schema"]:
        return file_schema(operation)
    wanted = values["show_argument_schema"].lstrip("-")
    keys = {flag_name(field.name): field.name for field in flag_fields(operation)}
    if wanted not in keys:
        raise click.UsageError(f"there is no flag --{wanted}{suggestion(wanted, keys)}", ctx)
    return argument_schemas(operation)[keys[wanted]]


def _arguments(operation: Operation, ctx: click.Context, values: dict[str, Any]) -> GivenArguments:
    """Return the values of the file, overridden by flags and positional ids."""
    fields = flag_fields(operation)
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    arguments: dict[str, str] = {}
    if values.get("filename"):
        from .files import read_request

        arguments = {field.name: field.argument for field in fields}
        for key, value in read_request(values["filename"], ctx).items():
            (known if key in arguments else extra)[arguments.get(key, key)] = value
    if extra and operation.body != "flat":
        raise click.UsageError(f"there is no key {', '.join(extra)}; --show-file-schema prints the keys", ctx)
    if extra:
        say_warning(f"unknown key {', '.join(_with_hint(key, arguments) for key in extra)}; it is sent unchanged")
    known |= {one.argument: values[name] for one in fields if _is_given(ctx, name := parameter_name(one))}
    flags = {one.argument for one in fields if _is_given(ctx, parameter_name(one))}
    known |= _positional(fields, flags, values, ctx)
    known |= dict.fromkeys(_nulls(fields, flags, values.get("null", ()), ctx))
    if (field := range_field(operation)) is not None and (
        chosen := time_range(ctx, field, values.get("since"), values.get("date"), has_range=field.argument in known)
    ):
        known[field.argument] = chosen
    nullable = {field.argument for field in fields if field.nullable}
    return GivenArguments(
        {name: value for name, value in known.items() if value is not None or name in nullable}, extra
    )


def _with_hint(key: str, known: Iterable[str]) -> str:
    return key + suggestion(key, known)


def _positional(
    fields: list[Field], given: set[str], values: dict[str, Any], ctx: click.Context
) -> Iterator[tuple[str, Any]]:
    """Yield the argument name and the value of each positional id. Raises UsageError if its flag is given too."""
    for field in fields:
        value = values.get(positional_name(field))
        if value is not None and field.argument in given:
            name = flag_name(field.name)
            raise click.UsageError(f"{value} and --{name} are both given; pass one of them", ctx)
        if value is not None:
            yield field.argument, value


def _nulls(fields: list[Field], given: set[str], names: Iterable[str], ctx: click.Context) -> Iterator[str]:
    """Yield the arguments of --null. Raises UsageError for an argument that also has a value or may not be null."""
    flags = {flag_name(field.name): field for field in fields}
    nullable = [name for name, field in flags.items() if field.nullable]
    for name in (one.lstrip("-") for one in names):
        if name not in flags:
            raise click.UsageError(f"--null {name}: there is no flag --{name}{suggestion(name, flags)}", ctx)
        if name not in nullable:
            may = f"; null is possible for {', '.join(nullable)}" if nullable else ""
            raise click.UsageError(f"--null {name}: --{name} cannot be null{may}", ctx)
        if flags[name].argument in given:
            raise click.UsageError(f"--null {name}: --{name} also has a value; pass one of them", ctx)
        yield flags[name].argument


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _check_required(operation: Operation, known: dict[str, Any], ctx: click.Context) -> None:
    fields = flag_fields(operation)
    missing = [f"--{flag_name(one.name)}" for one in fields if one.required and one.argument not in known]
    if missing:
        raise click.UsageError(f"missing {', '.join(missing)}; pass the flag, or a file with --filename", ctx)
    for group in operation.exactly_one:
        members = [one for one in fields if one.name in group]
        count = len([one for one in members if one.argument in known])
        if count != 1:
            ways = ", ".join(f"--{flag_name(one.name)}{' (deprecated)' * one.deprecated}" for one in members)
            raise click.UsageError(f"exactly one of {ways} is required, {count or 'none'} given", ctx)
