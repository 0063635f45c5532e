"""`honeyhive serve`: the server as a process of its own."""

import click

DEFAULT_DATABASE = ".honeyhive/honeyhive.db"
DEFAULT_PORT = 8600
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option(
    "--database",
    default=DEFAULT_DATABASE,
    show_default=True,
    help="The path of an SQLite file, or postgresql://USER@HOST/NAME.",
)
@click.option("--require-key", metavar="KEY", help="Let only this API key in; any key is let in without it.")
@click.option("--strict/--no-strict", help="Refuse what the hosted service only tolerates.")
@click.option("--dedupe/--no-dedupe", default=True, show_default=True, help="Store an event id once in a session.")
def serve(host: str, port: int, database: str, require_key: str | None, *, strict: bool, dedupe: bool) -> None:
    """Run a local HoneyHive: sessions and events on a database of your own."""
    # Loaded here so that the rest of the command line does not wait for it.
    try:
        from .process import open_store, run
    except ImportError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'honeyhive-sdk[server]'") from error
    from .settings import Behaviour

    if host not in LOOPBACK and require_key is None:
        raise click.UsageError(f"--host {host} lets other machines in, so it needs --require-key KEY")
    try:
        store = open_store(database, dedupe=dedupe)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--database") from error
    except OSError as error:
        raise click.ClickException(f"cannot open the database {database}: {error}") from error
    behaviour = Behaviour(require_key=require_key, strict=strict)
    try:
        run(store, behaviour, host, port, click.echo)
    except OSError as error:
        raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
