"""A flag for each argument of an operation, named after its request key. An id in the path may also be positional."""

import re
from typing import Any, Final

import click
from honeyhive_api.types import Field, Operation, sunset

from .descriptions import descriptions
from .flag_values import Json, Number

_SHORT: Final = {"limit": ["-L"]}
"""Short forms of flags, by request key."""
_TAKEN: Final = {"version": "version-number"}
"""Other names for flags that collide with global flags, by request key."""


class PathArgument(click.Argument):
    """An id that may be given by position instead of by its flag."""

    def __init__(self, field: Field) -> None:
        self._flag = f"--{flag_name(field.name)}"
        super().__init__([positional_name(field)], required=False, metavar=f"[{field.argument.upper()}]")

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:  # noqa: ARG002 - click's signature
        """Return the name of the argument and its meaning, for the help and for docs/cli.md."""
        return self.metavar or "", f"Same as {self._flag}."


def search_flags(operation: Operation, fields: list[Field]) -> list[click.Option]:
    """Return the options of some fields of an operation, for a command written by hand."""
    texts = descriptions(operation)
    return [flag(field, texts[field.name]) for field in fields]


def flag_fields(operation: Operation) -> list[Field]:
    """Return the fields that have a flag.

    A body key with the name of a path parameter has no flag: it gets the value of the path parameter.
    """
    by_argument: dict[str, Field] = {}
    for field in operation.fields:
        by_argument.setdefault(field.argument, field)
    return list(by_argument.values())


def flags_by_argument(operation: Operation) -> dict[str, str]:
    """Return the flag of each argument, by the Python name of the argument."""
    return {field.argument: f"--{flag_name(field.name)}" for field in flag_fields(operation)}


def flag_name(key: str) -> str:
    """Return the request key in kebab case: `date-range` for `dateRange`."""
    if key in _TAKEN:
        return _TAKEN[key]
    parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", key)
    return re.sub(r"[^A-Za-z0-9]+", "-", parts).strip("-").lower()


def parameter_name(field: Field) -> str:
    """Return the name by which click passes the value of a field's flag. It never equals that of a global flag."""
    return f"field_{field.argument}"


def positional_name(field: Field) -> str:
    """Return the name by which click passes the positional value of a field."""
    return f"positional_{field.argument}"


def flag(field: Field, description: str = "") -> click.Option:
    """Return the option of a field. No option is required, because a file may have the value."""
    name = flag_name(field.name)
    return click.Option(
        [
            parameter_name(field),
            *_SHORT.get(field.name, ()),
            f"--{name}/--no-{name}" if field.types == ("boolean",) else f"--{name}",
        ],
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
        return {"type": Number(whole="number" not in field.types), "metavar": "NUMBER"}
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
    """Return the replacement and the removal date of a deprecated field, if known."""
    flags = " or ".join(f"--{flag_name(key)}" for key in field.replaced_by)
    return (f": use {flags}" if flags else "") + sunset(field)
