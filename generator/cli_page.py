"""``python -m generator.cli_page``: print the flags of every command as Markdown, for docs/cli.md.

Run this module in a separate process after generation, because no other module of the generator imports generated code.
"""

import inspect
import sys
from collections.abc import Iterator

import click

from honeyhive._cli.program import program

WIDTH = 100
EVERYWHERE = ("filename", "show_file_schema", "show_argument_schema", "dry_run")
"""Flags that every command has. The tables omit them, because the page describes them once at its top."""


def walk() -> Iterator[click.Context]:
    """Yield a click context for the program and each of its commands, in the order of --help."""
    yield from _below(_context(program(), "honeyhive", None))


def _below(ctx: click.Context) -> Iterator[click.Context]:
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            if command is not None:
                yield from _below(_context(command, name, ctx))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(command, parent, name, terminal_width=WIDTH, **command.context_settings)


def render() -> str:
    """Return the page: a section per command, with its help text and a table of its flags."""
    return "\n".join(line for ctx in walk() for line in _section(ctx)) + "\n"


def _section(ctx: click.Context) -> Iterator[str]:
    level = "#" * (ctx.command_path.count(" ") + 2)
    yield f"\n{level} {'Global flags' if ctx.parent is None else f'`{ctx.command_path}`'}"
    if ctx.parent is not None:
        yield from _prose(ctx.command)
    shown = [one for one in ctx.command.params if not getattr(one, "hidden", False) and one.name not in EVERYWHERE]
    if shown:
        yield "\n| flag | type | description |\n| --- | --- | --- |"
        yield from (_row(ctx, one) for one in sorted(shown, key=lambda one: isinstance(one, click.Option)))


def _prose(command: click.Command) -> Iterator[str]:
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if "\b" in paragraph:
            lines = [line.removeprefix("  ") for line in paragraph.splitlines()[1:]]
            is_example = lines[0] == "Example:"
            yield "\n```" + "sh" * is_example + "\n" + "\n".join(lines[is_example:]) + "\n```"
        else:
            yield "\n" + " ".join(paragraph.split())


def _row(ctx: click.Context, one: click.Parameter) -> str:
    record = one.get_help_record(ctx)
    text = " ".join(record[1].split()) if record else ""
    escaped = text.replace("|", "\\|").replace("<", "&lt;")
    return f"| `{_spelling(one)}` | {_kind(one)} | {escaped} |"


def _spelling(one: click.Parameter) -> str:
    """Return the flag and its aliases, or the name of a positional argument."""
    if isinstance(one, click.Argument):
        return one.human_readable_name
    return ", ".join(one.opts) + "".join(f" / {name}" for name in one.secondary_opts)


def _kind(one: click.Parameter) -> str:
    """Return the name of a flag's type as the documentation writes it."""
    if isinstance(one, click.Option) and one.is_flag:
        return "boolean" if one.secondary_opts else ""
    if isinstance(one.type, click.IntRange):
        return "number"
    if isinstance(one.type, click.Choice):
        return "/".join(one.type.choices)
    return (getattr(one, "metavar", None) or one.type.name).lower()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper; the encoding must not depend on the locale
    sys.stdout.write(render())
