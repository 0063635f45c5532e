"""The command tree as it is offered, walked in this process."""

from collections.abc import Iterator

import click

from honeyhive.cli.program import program

WIDTH = 100


def walk() -> Iterator[click.Context]:
    """A context for the program and for every command below it, in the order of help."""
    yield from _below(_context(program(), "honeyhive", None))


def _below(ctx: click.Context) -> Iterator[click.Context]:
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            assert command is not None
            yield from _below(_context(command, name, ctx))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(command, parent, name, terminal_width=WIDTH, **command.context_settings)


def visible(ctx: click.Context) -> list[click.Parameter]:
    """The arguments and flags that help shows, without --help itself."""
    shown = [one for one in ctx.command.params if not getattr(one, "hidden", False)]
    return sorted(shown, key=lambda one: isinstance(one, click.Option))


def spelling(one: click.Parameter) -> str:
    """The flag with its aliases, or the name of the argument."""
    if isinstance(one, click.Argument):
        return one.human_readable_name
    return ", ".join(one.opts) + "".join(f" / {name}" for name in one.secondary_opts)


def kind(one: click.Parameter) -> str:
    """The type in the words of the documentation."""
    if isinstance(one, click.Option) and one.is_flag:
        return "boolean" if one.secondary_opts else ""
    if isinstance(one.type, click.IntRange):
        return "number"
    if isinstance(one.type, click.Choice):
        return "/".join(one.type.choices)
    return (getattr(one, "metavar", None) or one.type.name).lower()
