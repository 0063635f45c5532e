"""`honeyhive serve`: the server as a process of its own."""

import errno
import re
from typing import TYPE_CHECKING

import click

from .. import require_extra

if TYPE_CHECKING:
    _DurationType = click.ParamType[float]
else:  # at run time, click before 8.4 has no type arguments
    _DurationType = click.ParamType

DEFAULT_PORT = 8600
LOOPBACK = ("127.0.0.1", "::1", "localhost")

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SHARE = click.FloatRange(0, 1)


class Duration(_DurationType):
    """A time as 90s, 30m, 12h or 7d, in seconds."""

    name = "duration"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds; a usage error for anything else."""
        found = re.fullmatch(r"(\d{1,6})([smhd])", str(value))
        if found is None:
            self.fail(f"{value!r} is not a duration such as 90s, 30m, 12h or 7d", param, ctx)
        return int(found[1]) * SECONDS[found[2]]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option(
    "--database",
    show_default=".honeyhive/honeyhive.db in the project",
    help="The path of an SQLite file, or postgresql://USER@HOST/NAME.",
)
@click.option("--require-key", metavar="KEY", help="Accept only this API key; by default, any key is accepted.")
@click.option("--open", "open_", is_flag=True, help="Show the sessions in a browser.")
@click.option("--strict/--no-strict", help="Refuse what the hosted service only tolerates.")
@click.option("--dedupe/--no-dedupe", default=True, show_default=True, help="Store an event id once in a session.")
@click.option(
    "--retention", type=Duration(), metavar="AGE", help="Delete sessions with no new events for this long, e.g. 7d."
)
@click.option("--purge", type=Duration(), metavar="AGE", help="Delete such sessions now and exit without serving.")
@click.option(
    "--latency", default=0, metavar="MS", type=click.IntRange(0), help="Delay each response by this many milliseconds."
)
@click.option(
    "--fail-rate",
    default=0,
    metavar="SHARE",
    type=SHARE,
    help="Refuse this share of requests with 429, 500 and 503 (0 to 1).",
)
@click.option(
    "--reset-rate",
    default=0,
    metavar="SHARE",
    type=SHARE,
    help="Process this share of requests, then drop the connection (0 to 1).",
)
def serve(
    host: str,
    port: int,
    database: str | None,
    require_key: str | None,
    *,
    open_: bool,
    strict: bool,
    dedupe: bool,
    retention: float | None,
    purge: float | None,
    latency: int,
    fail_rate: float,
    reset_rate: float,
) -> None:
    """Run a local HoneyHive server on your own database."""
    try:
        require_extra()
    except ImportError as error:
        click.echo(f"error: {error}", err=True)
        raise click.exceptions.Exit(2) from None
    # Loaded here so that the rest of the command line does not wait for it.
    from ..model.config import Behaviour
    from .data_dir import default_database
    from .serve import open_store, run

    if host not in LOOPBACK and require_key is None:
        raise click.UsageError(f"--host {host} lets other machines in, so it needs --require-key KEY")
    try:
        store = open_store(database or str(default_database()), dedupe=dedupe)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--database") from error
    except OSError as error:
        raise click.ClickException(f"cannot open the database{f' {database}' if database else ''}: {error}") from error
    if purge is not None:
        click.echo(f"deleted {store.purge(purge)} events")
        store.close()
        return
    behaviour = Behaviour(
        require_key=require_key, strict=strict, latency=latency / 1000, fail_rate=fail_rate, reset_rate=reset_rate
    )
    try:
        run(store, behaviour, host, port, click.echo, retention, show=open_)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            words = f"port {port} of {host} is taken: choose another with --port, or end what listens there"
            raise click.ClickException(words) from error
        raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
