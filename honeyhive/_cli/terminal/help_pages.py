"""Parts that every help page has: the form of its example and flags, and the line about global flags."""

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
"""The beginning of the paragraph of a help text that is an example."""


def finished(command: click.Command) -> click.Command:
    """Return the command with global flags, whose help names them in its last line."""
    is_completing = COMPLETION_VARIABLE in os.environ
    taken = {name for one in command.params for name in (one.name, *one.opts)}
    command.params += [one for one in global_flags(hidden=True) if not taken & {one.name, *one.opts}]
    for one in command.params:
        if isinstance(one, click.Option):
            one.hidden = one.hidden and not is_completing  # a shell offers hidden flags, too
            if one.metavar is None and not one.is_flag and not isinstance(one.type, click.Choice):
                one.metavar = _metavar(one.type)
    command.help = help_text(command.help or "")
    command.context_class = PageContext
    command.epilog = command.epilog or GLOBAL_FLAGS_LINE
    if not isinstance(command, click.Group):
        command.options_metavar = "[FLAGS]"
    return command


def help_text(text: str) -> str:
    """Return the text with its example on lines of its own, which click does not wrap."""
    return "\n\n".join(map(_paragraph, inspect.cleandoc(text).split("\n\n")))


def _paragraph(text: str) -> str:
    if not text.startswith(EXAMPLE):
        return text
    lines = text.removeprefix(EXAMPLE).splitlines()
    return "\n".join(["\b", EXAMPLE.strip(), *(f"  {line}" for line in lines)])


def _metavar(kind: "click.ParamType[Any]") -> str | None:
    """Return the plain word for a value of this type; None for those of click."""
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return "NUMBER"
    return None
