"""`honeyhive sessions get` and `honeyhive sessions tree`: one session by its id."""

from typing import Any

import click
from honeyhive_api.ids import canonical

from ..connection import connected
from ..terminal.failures import FAILED, say_error
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show


@click.command("get", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("session_id")
@click.pass_context
def get(ctx: click.Context, session_id: str) -> None:
    """Read a session with its events.

    Exits with 1 if there is no session with this id.
    """
    show(ctx, _session(ctx, session_id))


@click.command("tree", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("session_id")
@click.pass_context
def tree(ctx: click.Context, session_id: str) -> None:
    """Show a session as a tree of its events.

    The same as `honeyhive sessions get ID --output table`.
    """
    given(ctx).setdefault("output", "table")
    show(ctx, _session(ctx, session_id))


def _session(ctx: click.Context, session_id: str) -> Any:
    """Return the session. Exits if there is none."""
    with connected(ctx) as client:
        found = client.sessions.list(query={"session_id": canonical(session_id)}, limit=1)
    if not found:
        say_error(f"there is no session with the id {session_id}; honeyhive sessions list shows the ids")
        ctx.exit(FAILED)
    session = found[0].to_dict()
    return [session] if given(ctx).get("output") == "table" else session
