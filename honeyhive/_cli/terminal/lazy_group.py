"""A command group that knows the names and summaries of its commands, and builds only the command that is called."""

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
    """A group whose commands are built when they are called. ``other_names`` maps aliases, which the help omits."""

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
        name = self._spelled(cmd_name)
        entry = self._entries.get(self._other_names.get(name, name))
        if entry is None:
            return None
        from .help_pages import finished

        return finished(entry.load())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = self._spelled(args[0])
        if not (self._has(name) or name.startswith("-") or ctx.resilient_parsing):
            raise click.UsageError(f"there is no command {args[0]}{self._hint(ctx, *args)}", ctx)
        return super().resolve_command(ctx, [name, *args[1:]])

    def _has(self, name: str) -> bool:
        return name in self._entries or name in self._other_names

    def _spelled(self, word: str) -> str:
        """Return the command that a word stands for: `session` for `sessions`, `ls` for `list`."""
        known = (one for one in (word, f"{word}s", *(("list",) if word == "ls" else ())) if self._has(one))
        return next(known, word)

    def _hint(self, ctx: click.Context, wrong: str, *rest: str) -> str:
        from honeyhive_api.ids import as_uuid

        noun = self._spelled(rest[0]) if rest else ""
        if noun in self._entries:  # the verb comes first, as in kubectl
            group = self.get_command(ctx, noun)
            if not isinstance(group, LazyGroup) or group._has(group._spelled(wrong)):
                return f": write {ctx.command_path} {noun} {wrong}"
            meant = group._suggestion(wrong)
            return meant if meant.startswith(":") else f": begin with {ctx.command_path} {noun}{meant}"
        if as_uuid(wrong) and "get" in self._entries:
            return f": write {ctx.command_path} get {wrong}"
        return self._suggestion(wrong)

    def _suggestion(self, wrong: str) -> str:
        return command_suggestion(wrong, self._entries) or command_suggestion(wrong, self._other_names)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self._entries.items()])


@click.pass_context
def _refuse_alone(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise MissingCommand("a command is required", ctx)
