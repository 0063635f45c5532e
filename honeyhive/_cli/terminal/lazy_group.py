"""A command group with names and summaries of its commands. It builds only the called command."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import click

from .page_format import PageContext
from .suggestions import command_suggestion

CONTEXT: Final[dict[str, list[str] | int]] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""The context settings of every command."""


class Entry(NamedTuple):
    """A command that is not built yet."""

    summary: str
    load: Callable[[], click.Command]


class MissingCommand(click.UsageError):
    """A group was called without a command."""


class LazyGroup(click.Group):
    """A group of entries. Its help builds no command. ``other_names`` maps aliases, which the help does not list."""

    context_class = PageContext

    def __init__(
        self,
        name: str,
        entries: Mapping[str, Entry],
        *,
        other_names: Mapping[str, str] | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(
            name,
            callback=_refuse_alone,
            invoke_without_command=True,
            subcommand_metavar="COMMAND [FLAGS]...",
            options_metavar="[GLOBAL FLAGS]",
            context_settings=CONTEXT,
            **attributes,
        )
        self._entries = entries
        self._other_names = other_names or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        entry = self._entries.get(self._other_names.get(cmd_name, cmd_name))
        if entry is None:
            return None
        from .help_pages import finished

        return finished(entry.load())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = self._other_names.get(args[0], args[0])
        if name not in self._entries and not name.startswith("-") and not ctx.resilient_parsing:
            hint = command_suggestion(args[0], self._entries) or command_suggestion(args[0], self._other_names)
            raise click.UsageError(f"there is no command {args[0]}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self._entries.items()])


@click.pass_context
def _refuse_alone(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise MissingCommand("a command is required", ctx)
