"""`honeyhive sessions get`, `tree`, `open` and `diff`: commands for single sessions."""

from pathlib import Path
from typing import Any

import click

from ..connection import connected
from ..terminal.client_settings import client_arguments, url_of
from ..terminal.failures import FAILED, in_flags, say_error
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import output_form, show


@click.command("get", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("session_id")
@click.pass_context
def get(ctx: click.Context, session_id: str) -> None:
    """Read a session with its events.

    Example: honeyhive sessions get 6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10

    Exits with 1 if there is no session with this id.
    """
    show(ctx, _session(ctx, session_id))


@click.command("tree", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("session_id")
@click.pass_context
def tree(ctx: click.Context, session_id: str) -> None:
    """Show a session as a tree of its events.

    Example: honeyhive sessions tree 6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10

    The same as `honeyhive sessions get ID --output table`.
    """
    given(ctx).setdefault("output", "table")
    show(ctx, _session(ctx, session_id))


@click.command("open", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("session_id")
@click.option("--viewer-url", envvar="HH_VIEWER_URL", metavar="URL", help="URL of the viewer. [HH_VIEWER_URL]")
@click.option("--print", "only_print", is_flag=True, help="Print the URL without opening a browser.")
@click.pass_context
def open_(ctx: click.Context, session_id: str, viewer_url: str | None, *, only_print: bool) -> None:
    """Open a session in the viewer.

    Example: honeyhive sessions open 6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10

    Opens the viewer of the local server at --base-url, or the viewer at --viewer-url, and prints the URL.
    """
    from urllib.parse import quote

    url = f"{(viewer_url or _viewer(ctx)).rstrip('/')}/sessions/{quote(session_id, safe='')}"
    click.echo(url)
    if not only_print and click.launch(url):
        say_error("no browser can be started; open the printed URL by hand")
        ctx.exit(FAILED)


@click.command("diff", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("first", metavar="SESSION_OR_FILE", type=click.Path())
@click.argument("second", metavar="SECOND_SESSION_OR_FILE", type=click.Path())
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME",
    help="Also compare this field of each step, such as outputs.answer. Repeatable.",
)
@click.pass_context
def diff(ctx: click.Context, first: str, second: str, fields: tuple[str, ...]) -> None:
    """Compare the steps of two sessions: names, types, order and chosen fields.

    Example: honeyhive sessions diff golden.json 6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10 --field outputs

    A file holds the output of `honeyhive sessions get`. Lines with - are only in the first session, lines with +
    only in the second, and lines with ~ differ. Exits with 1 if there is a difference.
    """
    from honeyhive._experiments.trace_alignment import differences

    golden, actual = _given_session(ctx, first), _given_session(ctx, second)
    found = list(differences(golden, actual, fields))
    if output_form(ctx) == "table" and "jq" not in given(ctx):
        from .trace_diff import diff_lines

        for line in diff_lines(golden, actual, fields):
            click.echo(line)
    else:
        show(ctx, [one._asdict() for one in found])
    ctx.exit(FAILED if found else 0)


def _given_session(ctx: click.Context, session: str) -> Any:
    """Return a session from a file, or by its id."""
    if not Path(session).is_file():
        return _session(ctx, session, is_tree=False)
    from honeyhive import InvalidRequestError
    from honeyhive._experiments.golden_trace import recorded_session

    try:
        return recorded_session(session)
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(error, {"golden": "SESSION_OR_FILE"}), ctx) from None


def _session(ctx: click.Context, session_id: str, *, is_tree: bool = True) -> Any:
    """Return the session with this id. Exits with 1 if there is none."""
    from honeyhive._experiments.golden_trace import session_by_id

    with connected(ctx) as client:
        session = session_by_id(client, session_id)
    if session is None:
        say_error(f"there is no session with the id {session_id}; 'honeyhive sessions list' shows the ids")
        ctx.exit(FAILED)
    return [session] if is_tree and output_form(ctx) == "table" and "output_columns" not in given(ctx) else session


def _viewer(ctx: click.Context) -> str:
    """Return the URL of the local server.

    Raises UsageError for the hosted service: the URL of its viewer is not known.
    """
    from ..recording import base_url

    if url_of(ctx, "legacy") is None:
        raise click.UsageError(
            "the viewer's URL is not known; pass --base-url of a local server, or --viewer-url of another viewer", ctx
        )
    return base_url("legacy", client_arguments(ctx))
