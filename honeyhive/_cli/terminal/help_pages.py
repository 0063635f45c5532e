"""Common parts of all help pages: layout of the example and flags, and the line about global flags."""

import inspect
import os
from typing import Any, Final

import click

from .global_flags import global_flags
from .page_format import PageContext

COMPLETION_VARIABLE: Final = "_HONEYHIVE_COMPLETE"
GLOBAL_FLAGS_LINE: Final = (
    "Global flags such as --output, --profile and --quiet work here too; 'honeyhive --help' lists them."
)
EXAMPLE: Final = "Example: "
"""The beginning of an example's paragraph in a help text."""


def finished(command: click.Command) -> click.Command:
    """Add the global flags to a command, and a last line about them to its help; return the command."""
    is_completing = COMPLETION_VARIABLE in os.environ
    taken = {name for one in command.params for name in (one.name, *one.opts)}
    command.params += [one for one in global_flags(hidden=True) if not taken & {one.name, *one.opts}]
    for one in command.params:
        if isinstance(one, click.Option):
            one.hidden = one.hidden and not is_completing  # shell completion also offers hidden flags
            if one.metavar is None and not one.is_flag and not isinstance(one.type, click.Choice):
                one.metavar = _metavar(one.type)
    command.help = help_text(command.help or "")
    command.context_class = PageContext
    command.epilog = command.epilog or GLOBAL_FLAGS_LINE
    if not isinstance(command, click.Group):
        command.options_metavar = "[FLAGS]"
    return command


def help_text(text: str) -> str:
    """Return the text with its example on separate lines, which click does not wrap."""
    return "\n\n".join(map(_paragraph, inspect.cleandoc(text).split("\n\n")))


def _paragraph(text: str) -> str:
    if not text.startswith(EXAMPLE):
        return text
    lines = text.removeprefix(EXAMPLE).splitlines()
    return "\n".join(["\b", EXAMPLE.strip(), *(f"  {line}" for line in lines)])


def _metavar(kind: "click.ParamType[Any]") -> str | None:
    """Return a plain word for values of this type; None to use click's word."""
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return "NUMBER"
    return None
