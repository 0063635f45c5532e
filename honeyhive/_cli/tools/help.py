"""`honeyhive help`."""

import click

from ..terminal.lazy_group import CONTEXT


def _completed(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Return the possible next commands, for shell completion."""
    place = ctx.find_root()
    for word in ctx.params.get("words") or ():
        if not isinstance(place.command, click.Group):
            return []
        found = place.command.get_command(place, word)
        if found is None:
            return []
        place = click.Context(found, place, word)
    names = place.command.list_commands(place) if isinstance(place.command, click.Group) else []
    return [name for name in names if name.startswith(incomplete)]


@click.command("help", context_settings=CONTEXT)
@click.argument("words", metavar="[COMMAND]...", nargs=-1, shell_complete=_completed)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Print the help of a command.

    Example: honeyhive help events search
    """
    place = ctx.find_root()
    for word in words:
        group = place.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"{place.command_path} has no commands", place)
        name, found, _ = group.resolve_command(place, [word])
        place = click.Context(found or group, place, name, **(found or group).context_settings)
    click.echo(place.get_help())
