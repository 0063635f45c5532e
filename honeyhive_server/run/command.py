"""`honeyhive serve`: the server as a separate process."""

import errno
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import require_extra
from .key_options import KEY_VARIABLE, KeyFile, ServerKey, no_empty_variable

if TYPE_CHECKING:
    from ..model.access_keys import AccessKey

    _DurationType = click.ParamType[float]
else:  # at run time, click before 8.4 has no type arguments
    _DurationType = click.ParamType

DEFAULT_PORT = 8600
LOOPBACK = ("127.0.0.1", "::1", "localhost")
DATA_DIRECTORY = ".honeyhive"
# Files that mark the root of a project. Without such a file, the current directory is the root.
PROJECT_MARKS = (".git", "pyproject.toml")

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Duration(_DurationType):
    """A duration such as 90s, 30m, 12h or 7d, converted to seconds."""

    name = "duration"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the seconds. Raises click.BadParameter."""
        found = re.fullmatch(r"(\d{1,6})([smhd])", str(value))
        if found is None:
            self.fail(f"{value!r} is not a duration such as 90s, 30m, 12h or 7d", param, ctx)
        return int(found[1]) * SECONDS[found[2]]


AGE: dict[str, Any] = {"type": Duration(), "metavar": "AGE"}
SHARE: dict[str, Any] = {"type": click.FloatRange(0, 1), "metavar": "SHARE", "default": 0}


def host_names(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> frozenset[str]:
    """Return the names in the form used to compare Host headers. Raises click.BadParameter."""
    for name in names:
        if re.fullmatch(r"[A-Za-z0-9._-]+", name) is None:
            raise click.BadParameter(f"{name!r} is not a host name; leave out the scheme, the port and the path")
    return frozenset(name.rstrip(".").lower() for name in names)


def root_path_of(_context: click.Context, _option: click.Parameter, path: str) -> str:
    """Return the path without a final slash. Raises click.BadParameter."""
    kept = path.rstrip("/")
    if re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*", kept) is None:
        raise click.BadParameter(f"{path!r} is not a path such as /honeyhive, with only letters, digits and . _ ~ -")
    return kept


def default_database() -> Path:
    """Return the path of the project's database. Its directory is created if needed, and ignored by git."""
    here = Path.cwd()
    parents = (folder for folder in (here, *here.parents) if any((folder / mark).exists() for mark in PROJECT_MARKS))
    folder = next(parents, here) / DATA_DIRECTORY
    if not folder.exists():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n")
    return folder / "honeyhive.db"


def _require_extra() -> None:
    try:
        require_extra()
    except ImportError as error:
        click.echo(f"error: {error}", err=True)
        raise click.exceptions.Exit(2) from None


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--allowed-host",
    "allowed_hosts",
    metavar="NAME",
    multiple=True,
    callback=host_names,
    help="Also accept requests for this host name, such as the name of a proxy. Repeatable.",
)
@click.option(
    "--root-path",
    default="",
    metavar="PATH",
    callback=root_path_of,
    help="Path of the server behind a proxy, e.g. /honeyhive.",
)
@click.option(
    "--port",
    default=DEFAULT_PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 chooses a free one.",
)
@click.option(
    "--database",
    show_default=".honeyhive/honeyhive.db in the project",
    help="Path of an SQLite file, or postgresql://USER@HOST/NAME.",
)
@click.option(
    "--require-key",
    "required",
    metavar="KEY",
    type=ServerKey(),
    envvar=KEY_VARIABLE,
    show_envvar=True,
    callback=no_empty_variable,
    help="Accept only this API key. By default any key is accepted.",
)
@click.option(
    "--key-file",
    type=KeyFile(),
    metavar="FILE",
    help="Accept the API keys in this file, one per line: KEY [kind=KIND] [project=NAME].",
)
@click.option("--open", "open_", is_flag=True, help="Open the viewer in a browser.")
@click.option("--strict/--no-strict", help="Reject faults that the hosted service tolerates.")
@click.option("--dedupe/--no-dedupe", default=True, show_default=True, help="Store each event id once per session.")
@click.option("--retention", **AGE, help="Delete sessions with no new or changed events for this long, e.g. 7d.")
@click.option("--purge", **AGE, help="Delete sessions with no new or changed events for this long, and exit.")
@click.option(
    "--max-connections",
    default=1000,
    show_default=True,
    metavar="COUNT",
    type=click.IntRange(1),
    help="Return 503 to connections beyond this number.",
)
@click.option(
    "--statement-timeout",
    default="30s",
    show_default=True,
    type=Duration(),
    metavar="TIME",
    help="End a database query after this long; its request gets a 503.",
)
@click.option("--latency", default=0, metavar="MS", type=click.IntRange(0), help="Delay every response by this long.")
@click.option("--fail-rate", **SHARE, help="Fail this share of requests (0 to 1) with 429, 500 and 503.")
@click.option("--reset-rate", **SHARE, help="Process this share of requests (0 to 1), then drop the connection.")
def serve(
    host: str,
    allowed_hosts: frozenset[str],
    root_path: str,
    port: int,
    database: str | None,
    required: "AccessKey | None",
    key_file: "tuple[AccessKey, ...] | None",
    *,
    open_: bool,
    strict: bool,
    dedupe: bool,
    retention: float | None,
    purge: float | None,
    max_connections: int,
    statement_timeout: float,
    latency: int,
    fail_rate: float,
    reset_rate: float,
) -> None:
    """Run a local HoneyHive server that stores sessions and events in your own database.

    Example: honeyhive serve --port 8600

    Point clients at it with HH_API_URL=http://127.0.0.1:8600, and open this address in a browser to see the viewer.
    """
    _require_extra()
    # The server is imported here, so that the rest of the command line does not wait for the server's libraries.
    from ..model.config import ServerConfig
    from ..store.engine import database_url, display_name
    from .serve import open_store, run

    keys = (*((required,) if required else ()), *(key_file or ()))
    if host not in LOOPBACK and not keys:
        raise click.UsageError(
            f"--host {host} accepts connections from other machines, so it needs --require-key KEY or --key-file FILE"
        )
    try:
        store = open_store(database or str(default_database()), dedupe=dedupe)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--database") from error
    except OSError as error:
        named = f" {display_name(database_url(database))}" if database else ""
        raise click.ClickException(f"cannot open the database{named}: {error}") from error
    if purge is not None:
        click.echo(f"deleted {store.purge(purge)} events")
        store.close()
        return
    store.statement_timeout = statement_timeout
    config = ServerConfig(
        keys=keys,
        strict=strict,
        allowed_hosts=ServerConfig.allowed_hosts | allowed_hosts,
        root_path=root_path,
        max_connections=max_connections,
        latency=latency / 1000,
        fail_rate=fail_rate,
        reset_rate=reset_rate,
    )
    try:
        run(store, config, host, port, click.echo, retention, open_browser=open_)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            words = (
                f"port {port} of {host} is in use; choose another with --port, or stop the program that listens there"
            )
            raise click.ClickException(words) from error
        raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
