"""One flag for each argument of an operation, named after the request key."""

import re
from typing import Any

import click
from honeyhive_api.types import Field, Operation

from .flag_values import Json, Number


def flag_fields(operation: Operation) -> list[Field]:
    """The fields that are flags: a body key named like a path parameter has the parameter's value and no flag."""
    by_argument: dict[str, Field] = {}
    for field in operation.fields:
        by_argument.setdefault(field.argument, field)
    return list(by_argument.values())


def flag_name(key: str) -> str:
    """The request key in kebab case: `dateRange` is `date-range`."""
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", key)
    return re.sub(r"[^A-Za-z0-9]+", "-", parts).strip("-").lower()


def parameter_name(field: Field) -> str:
    """The name that click keeps the value under, apart from the flags that every command has."""
    return f"field_{field.argument}"


def flag(field: Field, description: str = "") -> click.Option:
    """The option of a field. Nothing is required here, since a file may supply it."""
    name = flag_name(field.name)
    return click.Option(
        [parameter_name(field), f"--{name}/--no-{name}" if field.types == ("boolean",) else f"--{name}"],
        help=_help(field, description),
        default=None,
        **_type(field),
    )


def _type(field: Field) -> dict[str, Any]:
    if field.types == ("boolean",):
        return {}
    if field.kind == "unix-ms" and set(field.types) <= {"number", "integer"}:
        return {"type": Number(or_text=True), "metavar": "NUMBER"}
    if field.types and set(field.types) <= {"number", "integer"}:
        return {"type": Number(), "metavar": "NUMBER"}
    if field.types != ("string",) or field.kind == "json":
        return {"type": Json(), "metavar": "JSON"}
    if field.choices:
        return {"type": click.Choice(field.choices)}
    return {"type": str, "metavar": "STRING"}


def _help(field: Field, text: str) -> str:
    if field.deprecated:
        text += f" [deprecated{replaced_by_flags(field)}]"
    return f"{text} [required]" if field.required else text


def replaced_by_flags(field: Field) -> str:
    """What to use instead of a deprecated field, if anything."""
    return f": use {' or '.join(f'--{flag_name(key)}' for key in field.replaced_by)}" if field.replaced_by else ""


def in_flags(message: str, operation: Operation) -> str:
    """A message of the library that begins with an argument, with the flag in its place and no words of Python's."""
    flags = {field.argument: f"--{flag_name(field.name)}" for field in flag_fields(operation)}
    message = re.sub(r"^\w+", lambda found: flags.get(found[0], found[0]), message)
    return without_python(message)


def without_python(message: str) -> str:
    """The message with JSON where it names Python: an object, and a number that Python would compute."""
    message = re.sub(r"([\d.e+]+) \* 1000 ", lambda found: f"{round(float(found[1]) * 1000)} ", message)
    return message.replace("a dict or a model", "a JSON object")
