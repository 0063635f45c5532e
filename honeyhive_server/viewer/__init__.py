"""The viewer: pages for a browser over the store of a server. They only read.

`has` says whether a request is for it, `respond` answers one.
"""

from typing import TYPE_CHECKING

from starlette.types import Receive, Scope, Send

if TYPE_CHECKING:
    from ..model.config import Behaviour
    from ..store import Store

# The navigation: the path of a page, and its name.
TABS = {"/": "Sessions", "/completions": "Completions", "/all-events": "All events", "/experiments": "Experiments"}
SESSION, RUN, STATIC = "/sessions/", "/experiments/", "/static/"
# Browsers ask for it beside anything that is no page, such as JSON.
ICON = "/favicon.ico"


def has(scope: Scope) -> bool:
    """Whether the request is for a page of the viewer or what belongs to one."""
    path: str = scope["path"]
    return scope["method"] in ("GET", "HEAD") and (path in (*TABS, ICON) or path.startswith((SESSION, RUN, STATIC)))


async def respond(scope: Scope, receive: Receive, send: Send, store: "Store", behaviour: "Behaviour") -> None:
    """Answer a request that `has` was true of."""
    # Its libraries load with the first page, as most servers in tests never show one.
    from .pages import page

    response = await page(scope, store, behaviour)
    await response(scope, receive, send)
