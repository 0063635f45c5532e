"""The viewer: pages for a browser over the store of a server. They only read.

`has` says whether a request is for it, `answer` answers one.
"""

from typing import TYPE_CHECKING

from starlette.types import Scope

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ..settings import Behaviour
    from ..store import Store

# The navigation: the path of a page, and its name.
TABS = {"/": "Sessions", "/completions": "Completions", "/all-events": "All events"}
SESSION, STATIC = "/sessions/", "/static/"
# Browsers ask for it beside anything that is no page, such as JSON.
ICON = "/favicon.ico"


def has(scope: Scope) -> bool:
    """Whether the request is for a page of the viewer or what belongs to one."""
    path: str = scope["path"]
    return scope["method"] in ("GET", "HEAD") and (path in (*TABS, ICON) or path.startswith((SESSION, STATIC)))


async def answer(request: "Request", store: "Store", behaviour: "Behaviour") -> "Response":
    """The answer to a request that `has` was true of."""
    from .pages import respond  # its libraries load with the first page, as most servers in tests never show one

    return await respond(request, store, behaviour)
