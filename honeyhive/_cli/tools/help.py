"""`honeyhive help`."""

import click

from ..terminal.lazy_group import CONTEXT


@click.command("help", context_settings=CONTEXT)
@click.argument("words", metavar="[COMMAND]...", nargs=-1)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Print the help of a command, as in `honeyhive help events search`."""
    place = ctx.find_root()
    for word in words:
        group = place.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"{place.command_path} has no commands", place)
        name, found, _ = group.resolve_command(place, [word])
        place = click.Context(found or group, place, name, **(found or group).context_settings)
    click.echo(place.get_help())
