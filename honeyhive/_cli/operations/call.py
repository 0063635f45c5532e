"""One run of an operation's command: flags and file become a call of the client, its reply goes to stdout."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import click
from click.core import ParameterSource
from honeyhive_api.types import Field, Operation, plain

from honeyhive import HoneyHive, InvalidRequestError

from ..connection import connected, spoken_warnings
from ..terminal.failures import say_warning
from ..terminal.global_flags import client_arguments
from ..terminal.lazy_group import suggestion
from ..terminal.output import json_text, show
from .deprecated_flags import tell_deprecations
from .flags import flag_fields, flag_name, in_flags, parameter_name

_EXCLUSIVE = ("show_file_schema", "show_argument_schema")


class Arguments(NamedTuple):
    """The arguments of a call: those of the method by Python name, and keys that the document does not have."""

    known: dict[str, Any]
    extra: dict[str, Any]


def call(operation: Operation, ctx: click.Context, /, **values: Any) -> None:
    """Do what the flags ask: print a schema, print the request, or send it and print the reply."""
    if any(values.get(name) for name in _EXCLUSIVE):
        click.echo(json_text(_schema(operation, ctx, values)))
        return
    arguments = _arguments(operation, ctx, values)
    _check_required(operation, arguments.known, ctx)
    tell_deprecations(operation, arguments.known)
    try:
        if values["dry_run"]:
            _dry_run(operation, arguments, ctx)
            return
        with connected(ctx) as client:
            reply = send(client, operation, arguments)
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(str(error), operation), ctx) from None
    show(ctx, plain(reply))


def send(client: HoneyHive, operation: Operation, arguments: Arguments) -> Any:
    """The reply to the operation, called as any user of the library calls it."""
    method = getattr(getattr(client, operation.namespace), operation.name)
    extra = {"extra_body": arguments.extra} if arguments.extra else {}
    return method(**arguments.known, **extra)


def _dry_run(operation: Operation, arguments: Arguments, ctx: click.Context) -> None:
    from ..recording import recorded
    from .curl import curl

    with spoken_warnings():
        click.echo(curl(recorded(lambda client: send(client, operation, arguments), client_arguments(ctx))))


def _schema(operation: Operation, ctx: click.Context, values: dict[str, Any]) -> Any:
    from .argument_schemas import argument_schemas, file_schema

    if len([name for name in values if _is_given(ctx, name)]) > 1:
        raise click.UsageError("--show-file-schema and --show-argument-schema stand alone", ctx)
    if values["show_file_schema"]:
        return file_schema(operation)
    wanted = values["show_argument_schema"].lstrip("-")
    keys = {flag_name(field.name): field.name for field in flag_fields(operation)}
    if wanted not in keys:
        raise click.UsageError(f"there is no flag --{wanted}{suggestion(wanted, keys)}", ctx)
    return argument_schemas(operation)[keys[wanted]]


def _arguments(operation: Operation, ctx: click.Context, values: dict[str, Any]) -> Arguments:
    """What the file holds, overruled by the flags."""
    fields = flag_fields(operation)
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    if values.get("filename"):
        from .files import read_request

        arguments = {field.name: field.argument for field in fields}
        for key, value in read_request(values["filename"], ctx).items():
            (known if key in arguments else extra)[arguments.get(key, key)] = value
    if extra and operation.body != "flat":
        raise click.UsageError(f"no such key: {', '.join(extra)}; --show-file-schema prints those there are", ctx)
    if extra:
        say_warning(f"the document does not have the key {', '.join(extra)}; sent as it is")
    known |= {one.argument: values[name] for one in fields if _is_given(ctx, name := parameter_name(one))}
    flags = {one.argument for one in fields if _is_given(ctx, parameter_name(one))}
    known |= dict.fromkeys(_nulls(fields, flags, values.get("null", ()), ctx))
    nullable = {field.argument for field in fields if field.nullable}
    return Arguments({name: value for name, value in known.items() if value is not None or name in nullable}, extra)


def _nulls(fields: list[Field], given: set[str], names: Iterable[str], ctx: click.Context) -> Iterator[str]:
    """Yield the arguments of --null. Raises UsageError for one that has a value or may not be null."""
    flags = {flag_name(field.name): field for field in fields}
    nullable = [name for name, field in flags.items() if field.nullable]
    for name in (one.lstrip("-") for one in names):
        if name not in flags:
            raise click.UsageError(f"--null {name}: there is no flag --{name}{suggestion(name, flags)}", ctx)
        if name not in nullable:
            may = f"; null is possible for {', '.join(nullable)}" if nullable else ""
            raise click.UsageError(f"--null {name}: --{name} cannot be null{may}", ctx)
        if flags[name].argument in given:
            raise click.UsageError(f"--null {name}: --{name} has a value already; give one of them", ctx)
        yield flags[name].argument


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _check_required(operation: Operation, known: dict[str, Any], ctx: click.Context) -> None:
    fields = flag_fields(operation)
    missing = [f"--{flag_name(one.name)}" for one in fields if one.required and one.argument not in known]
    if missing:
        raise click.UsageError(f"missing {', '.join(missing)}: give the flag, or a file with --filename", ctx)
    for group in operation.exactly_one:
        members = [one for one in fields if one.name in group]
        count = len([one for one in members if one.argument in known])
        if count != 1:
            ways = ", ".join(f"--{flag_name(one.name)}{' (deprecated)' * one.deprecated}" for one in members)
            raise click.UsageError(f"exactly one of {ways} is needed, {count or 'none'} given", ctx)
